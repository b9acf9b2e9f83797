"""Try a whole file out at once, for who waits for it. Nothing is kept, not even the file."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.exchange.lijst.kolommen import match
from schakel.exchange.lijst.lezen import lees, require_kolommen
from schakel.exchange.lijst.messages import BestandGegevens
from schakel.exchange.lijst.queries.gekeurd import geteld
from schakel.exchange.lijst.queries.inlezing import (
    MeldingView,
    get_inlezing,
    list_meldingen,
    naam_van_lijst,
)
from schakel.exchange.lijst.queries.keuring import Keuring
from schakel.exchange.models import Lijst

HANDVOL = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Verslag:
    """What became of the rows of a file, or would become of them.

    :param tel: rows by what became of them
    """

    tel: Mapping[str, int]
    meldingen: Sequence[MeldingView]


def try_out(
    *,
    actor: Actor,
    gegevens: BestandGegevens,
    vandaag: date,
    vordering: Callable[[int, int], None],
) -> Verslag:
    """Return what would become of each row of a file.

    :param vandaag: the day of reading: no act of the list may lie after it
    :param vordering: told how many rows are done, of how many
    :raises Refusal: if the file cannot be read, or a needed column is not there
    """
    actor.require(Permission.LIJST_WRITE)
    blad = lees(gegevens.inhoud)
    kolommen = match(blad.kop, anders=gegevens.anders)
    require_kolommen(kolommen)
    naam = gegevens.lijst.strip() or naam_van_lijst(gegevens.naam)
    lijst = Lijst.objects.filter(naam=naam).values_list("pk", flat=True).first()
    keuring = Keuring(actor=actor, lijst=lijst, vandaag=vandaag)
    rijen = list(blad.rijen(kolommen))
    tel: Counter[str] = Counter(gelezen=0)
    meldingen: list[MeldingView] = []
    over = iter(rijen)
    while handvol := list(islice(over, HANDVOL)):
        for gekeurd in keuring.keur(handvol):
            tel.update(geteld(gekeurd))
            meldingen += [MeldingView.van(gekeurd.regel, one) for one in gekeurd.meldingen]
        vordering(tel["gelezen"], len(rijen))
    return Verslag(tel=tel, meldingen=meldingen)


def get_verslag(*, actor: Actor, inlezing: int) -> Verslag:
    """Return what became of the rows of a file that was read."""
    tel = Counter(get_inlezing(actor=actor, inlezing=inlezing).tel)
    return Verslag(tel=tel, meldingen=list_meldingen(actor=actor, inlezing=inlezing, limit=None))
