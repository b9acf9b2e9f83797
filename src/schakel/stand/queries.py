"""DOOR: the stand van zaken. Read-only; only the gemeenten within the reach of who asks."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tijd import end_of_day
from schakel.keten.queries import GemeenteRow, list_gemeenten
from schakel.stand import telling
from schakel.stand.rijen import BY_CODE, DEFINITIES, Definitie
from schakel.stand.rijen import Code as Code
from schakel.stand.telling import Bereikt, Moment, Plek

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
    *, actor: Actor, peildatum: date, bekend_op: date | None = None, at: datetime
) -> Stand:
    """Return the stand van zaken of the gemeenten in reach.

    :param bekend_op: as known at the end of this day in Amsterdam, or None = as known at `at`
    :raises NotAllowed: without the permission for figures
    """
    actor.require(Permission.STAND_READ)
    gemeenten = [row for row in list_gemeenten() if row.code in actor.gemeenten]
    codes = [row.code for row in gemeenten]
    moment = _moment(peildatum, bekend_op, at)
    plekken, bereikt = telling.plekken(moment), telling.bereikt(moment)
    return Stand(
        peildatum=peildatum,
        bekend_op=bekend_op,
        gemeenten=gemeenten,
        rijen=[_rij(definitie, codes, plekken, bereikt, moment) for definitie in DEFINITIES],
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
        was, nu = telling.members(definitie, then), telling.members(definitie, now)
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
    found = telling.members(BY_CODE[rij], _moment(peildatum, bekend_op, at))
    return sorted(dossier for code, dossier in found if code == gemeente)


def _moment(peildatum: date, bekend_op: date | None, at: datetime) -> Moment:
    return Moment(peildatum=peildatum, bekend=at if bekend_op is None else end_of_day(bekend_op))


def _rij(
    definitie: Definitie,
    codes: list[str],
    plekken: list[Plek],
    bereikt: list[Bereikt],
    moment: Moment,
) -> Rij:
    counted: Iterable[Plek | Bereikt]
    apart: Iterable[Bereikt] = ()
    if definitie.soorten:
        soorten = {soort.value for soort in definitie.soorten}
        beside = {soort.value for soort in definitie.apart}
        counted = [row for row in bereikt if row.soort in soorten and row.eigen]
        apart = [
            row
            for row in bereikt
            if row.soort in beside or (row.soort in soorten and not row.eigen)
        ]
    else:
        counted = [row for row in plekken if _is_of(row, definitie)]
    return Rij(
        code=definitie.code,
        label=definitie.label,
        waarden=_sum(counted, codes),
        cumulatief=_only(telling.cumulatief(definitie, moment), codes),
        niet_bevestigd=_sum([row for row in counted if not row.bevestigd], codes),
        apart=_sum(apart, codes),
        noemer=_sum(plekken, codes),
        noot=definitie.noot,
        apart_noot=definitie.apart_noot,
    )


def _is_of(plek: Plek, definitie: Definitie) -> bool:
    groep = definitie.doelgroep.value if definitie.doelgroep else ""
    return plek.ingeschreven and plek.doelgroep == groep and (plek.adult or not definitie.adult)


def _sum(rows: Iterable[Plek | Bereikt], codes: list[str]) -> dict[str, int | None]:
    counter: Counter[str] = Counter()
    for row in rows:
        counter[row.gemeente] += row.aantal
    return _only(counter, codes)


def _only(counts: Mapping[str, int], codes: list[str]) -> dict[str, int | None]:
    return {code: counts.get(code, 0) for code in codes}
