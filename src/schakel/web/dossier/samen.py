"""Who share a dossier see of each other whether the latest was read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.tijd import AMSTERDAM
from schakel.dossier.queries import Zicht, list_meelezers
from schakel.keten.queries import list_medewerkers
from schakel.logboek.queries import Row
from schakel.toegang.queries import last_read
from schakel.traject.queries import categorie_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Gelezen:
    """How far the other has read.

    :param op: the last time, or None for never
    :param nieuw: how many lines that the other may see were recorded since, by someone else
    :param ziet: what the other sees, in words; empty for who works for the college
    """

    naam: str
    organisatie: str
    op: datetime | None
    nieuw: int
    ziet: tuple[str, ...] = ()


def samen_gelezen(*, actor: Actor, zicht: Zicht, rows: Sequence[Row]) -> list[Gelezen]:
    """Return how far each other reader is: to the college its partners, to them who has the regie.

    Only what both of them see is counted.

    :param rows: the log of the dossier
    """
    if actor.may(Permission.DOSSIER_READ):
        shared = list_meelezers(zicht=zicht, op=actor.op)
    elif zicht.casusregisseur is not None and zicht.opens(Gegevenscategorie.BEGELEIDING):
        shared = {zicht.casusregisseur: zicht.categorieen}
    else:
        return []
    others = {key: seen for key, seen in shared.items() if key != actor.medewerker}
    if not others:
        return []
    mensen = list_medewerkers(ids=others)
    read = last_read(dossier=zicht.id, medewerkers=others)
    own = actor.may(Permission.DOSSIER_READ)
    return [
        Gelezen(
            naam=mensen[key].naam,
            organisatie=mensen[key].organisatie_naam,
            op=read[key].astimezone(AMSTERDAM) if key in read else None,
            nieuw=_nieuw(rows, seen & zicht.categorieen, key, read.get(key)),
            ziet=tuple(one.label for one in Gegevenscategorie if own and one in seen),
        )
        for key, seen in others.items()
    ]


def _nieuw(
    rows: Sequence[Row],
    seen: frozenset[Gegevenscategorie],
    reader: int,
    since: datetime | None,
) -> int:
    return sum(
        row.is_read
        and row.actor != reader
        and (since is None or row.recorded_at > since)
        and categorie_of(row, rows) in seen
        for row in rows
    )
