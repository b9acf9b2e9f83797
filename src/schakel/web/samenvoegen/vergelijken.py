"""Two dossiers beside each other, and what they are together, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.problem import Problem
from schakel.dossier.queries import PersoonView, Zicht, get_persoon, newest
from schakel.traject.queries import (
    Regel,
    Verhaal,
    list_tijdlijn,
    preview_samenvoeging,
)
from schakel.traject.queries.concept import get_concept
from schakel.web.dossier.overzicht import casusregisseurs
from schakel.web.traject.preview import words_of
from schakel.wet.datum import dutch_date

LAATSTE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Naast:
    """One thing of this dossier, of the other, and of both together."""

    wat: str
    dit: str
    ander: str
    samen: str

    @property
    def verschilt(self) -> bool:
        """True if the two do not say the same."""
        return self.dit != self.ander


@dataclass(frozen=True, slots=True, kw_only=True)
class Vergelijking:
    """What someone sees before two dossiers are read as one.

    :param gezien: ids of the newest gebeurtenis of both
    :param concept: a PIP is being prepared in the other dossier
    """

    persoon: PersoonView
    ander: PersoonView
    naast: Sequence[Naast]
    laatste: Sequence[Regel]
    laatste_ander: Sequence[Regel]
    aan_te_vullen: Sequence[Problem]
    gezien: str
    concept: bool


def vergelijk(
    actor: Actor, zicht: Zicht, ander: Zicht, *, gemeenten: Mapping[str, str]
) -> Vergelijking:
    """Return two dossiers in sight beside each other, as they are now.

    :raises Refusal: as merging them would
    """
    op = actor.op
    preview = preview_samenvoeging(zicht=zicht, ander=ander, op=op)
    mine, other = (get_persoon(actor=actor, zicht=one) for one in (zicht, ander))
    regisseurs = casusregisseurs([zicht, ander])
    people = [
        _person(persoon, verhaal, one, op, regisseurs)
        for persoon, verhaal, one in ((mine, preview.dit, zicht), (other, preview.ander, ander))
    ]
    together = _person(mine, preview.samen, zicht, op, regisseurs)
    words = [words_of(one, op, gemeenten) for one in (preview.dit, preview.ander, preview.samen)]
    return Vergelijking(
        persoon=mine,
        ander=other,
        naast=[*_beside(people[0], people[1], together), *_beside(*words)],
        laatste=list_tijdlijn(zicht=zicht)[:LAATSTE],
        laatste_ander=list_tijdlijn(zicht=ander)[:LAATSTE],
        aan_te_vullen=preview.aan_te_vullen,
        gezien=f"{newest(dossier=zicht.id)}-{newest(dossier=ander.id)}",
        concept=get_concept(zicht=ander) is not None,
    )


def _person(
    persoon: PersoonView, verhaal: Verhaal, zicht: Zicht, op: date, regisseurs: Mapping[int, str]
) -> dict[str, str]:
    stand = verhaal.dossier_on(op)
    born = stand.geboren_op if zicht.opens(Gegevenscategorie.GEBOORTE) else None
    return {
        "Naam": persoon.naam,
        "Geboren": dutch_date(born) if born else "niet bekend",
        "BSN": persoon.bsn or "niet bekend",
        "V-nummer": persoon.v_nummer or "niet bekend",
        "Telefoon": persoon.telefoon or "niet bekend",
        "Adres": persoon.adres or "niet bekend",
        "Dossier geopend": dutch_date(stand.opened_on) if stand.opened_on else "niet bekend",
        "Casusregisseur": regisseurs.get(stand.casusregisseur or 0, "niet toegewezen"),
    }


def _beside(
    dit: Mapping[str, str], ander: Mapping[str, str], samen: Mapping[str, str]
) -> list[Naast]:
    return [
        Naast(wat=wat, dit=text, ander=ander[wat], samen=samen[wat]) for wat, text in dit.items()
    ]
