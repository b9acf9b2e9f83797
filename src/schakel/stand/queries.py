"""DOOR: the stand van zaken. Read-only; only the gemeenten within the reach of who asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tijd import end_of_day
from schakel.keten.queries import GemeenteRow, list_gemeenten
from schakel.stand.rijen import BY_CODE, DEFINITIES, Definitie
from schakel.stand.rijen import Code as Code
from schakel.stand.telling import Aantal, Moment, Telling, members, tel

Aantallen = Mapping[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One row: per CBS code the figure and what stands beside it; None = unknown.

    :param noemer: everyone who counts in the gemeente on that day, of any row
    :param noot: how the row is counted, for under the table
    """

    code: Code
    label: str
    waarden: Aantallen
    cumulatief: Aantallen
    niet_bevestigd: Aantallen
    apart: Aantallen
    noemer: Aantallen
    noot: str
    apart_noot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The table on the peildatum, as known at the end of `bekend_op` (None = now)."""

    peildatum: date
    bekend_op: date | None
    gemeenten: list[GemeenteRow]
    rijen: list[Rij]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """A figure of the past that has another value as known now, and the dossiers that did it."""

    rij: Code
    label: str
    gemeente: str
    was: int
    nu: int
    erbij: list[int]
    eraf: list[int]


def get_stand(
    *,
    actor: Actor,
    peildatum: date,
    bekend_op: date | None = None,
    at: datetime,
    cumulatief: bool = True,
) -> Stand:
    """Return the stand van zaken of the gemeenten in reach.

    :param bekend_op: as known at the end of this day in Amsterdam, or None = as known at `at`
    :param cumulatief: also count over all earlier days; without it those figures are None
    :raises NotAllowed: without the permission for figures
    """
    actor.require(Permission.STAND_READ)
    gemeenten = [row for row in list_gemeenten() if row.code in actor.gemeenten]
    codes = [row.code for row in gemeenten]
    telling = tel(_moment(peildatum, bekend_op, at), ever=cumulatief)
    return Stand(
        peildatum=peildatum,
        bekend_op=bekend_op,
        gemeenten=gemeenten,
        rijen=[_rij(definitie, codes, telling, ever=cumulatief) for definitie in DEFINITIES],
    )


def list_verschillen(
    *, actor: Actor, peildatum: date, bekend_op: date, at: datetime
) -> list[Verschil]:
    """Return every figure of the peildatum that is known otherwise now than on `bekend_op`.

    Only figures: the dossiers behind them are for who may see those.
    """
    actor.require(Permission.STAND_READ)
    then, now = _moment(peildatum, bekend_op, at), _moment(peildatum, None, at)
    found = []
    for definitie in DEFINITIES:
        was, nu = members(definitie, then), members(definitie, now)
        for gemeente in sorted(actor.gemeenten):
            before = {dossier for code, dossier in was if code == gemeente}
            after = {dossier for code, dossier in nu if code == gemeente}
            if before != after:
                found.append(
                    Verschil(
                        rij=definitie.code,
                        label=definitie.label,
                        gemeente=gemeente,
                        was=len(before),
                        nu=len(after),
                        erbij=sorted(after - before),
                        eraf=sorted(before - after),
                    )
                )
    return found


def list_in_rij(
    *,
    actor: Actor,
    rij: Code,
    gemeente: str,
    peildatum: date,
    bekend_op: date | None = None,
    at: datetime,
) -> list[int]:
    """Return the ids of the dossiers behind one figure, if the gemeente is in reach."""
    actor.require(Permission.DOSSIER_READ)
    if gemeente not in actor.gemeenten:
        return []
    found = members(BY_CODE[rij], _moment(peildatum, bekend_op, at))
    return sorted(dossier for code, dossier in found if code == gemeente)


def _moment(peildatum: date, bekend_op: date | None, at: datetime) -> Moment:
    return Moment(peildatum=peildatum, bekend=at if bekend_op is None else end_of_day(bekend_op))


def _rij(definitie: Definitie, codes: list[str], telling: Telling, *, ever: bool) -> Rij:
    aantallen = {code: telling.aantallen.get((definitie.code, code), Aantal()) for code in codes}
    return Rij(
        code=definitie.code,
        label=definitie.label,
        waarden={code: aantal.waarde for code, aantal in aantallen.items()},
        cumulatief={
            code: aantal.cumulatief if ever else None for code, aantal in aantallen.items()
        },
        niet_bevestigd={code: aantal.niet_bevestigd for code, aantal in aantallen.items()},
        apart={code: aantal.apart for code, aantal in aantallen.items()},
        noemer={code: telling.noemer.get(code, 0) for code in codes},
        noot=definitie.noot,
        apart_noot=definitie.apart_noot,
    )
