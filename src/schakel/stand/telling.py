"""The counting itself: SQL over where people count and what they reached, on two time axes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from schakel.dossier.models import Plaats
from schakel.stand.rijen import Definitie
from schakel.traject.models import Mijlpaal

PLAATS = Plaats._meta.db_table
MIJLPAAL = Mijlpaal._meta.db_table

_AT = (
    "{t}.van <= %(peildatum)s AND {t}.tot > %(peildatum)s "
    "AND {t}.bekend_van <= %(bekend)s AND {t}.bekend_tot > %(bekend)s"
)
_EVER = "{t}.van <= %(peildatum)s AND {t}.bekend_van <= %(bekend)s AND {t}.bekend_tot > %(bekend)s"
_TOGETHER = f"{MIJLPAAL}.van < {PLAATS}.tot AND {PLAATS}.van < {MIJLPAAL}.tot"
_JOIN = f"{PLAATS} JOIN {MIJLPAAL} ON {MIJLPAAL}.dossier_id = {PLAATS}.dossier_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """What is asked for: true on the peildatum, as known at the moment `bekend`."""

    peildatum: date
    bekend: datetime

    def params(self) -> dict[str, Any]:
        """Return both as this database compares them."""
        return {
            "peildatum": connection.ops.adapt_datefield_value(self.peildatum),
            "bekend": connection.ops.adapt_datetimefield_value(self.bekend),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Plek:
    """How many people count somewhere, by what they are."""

    gemeente: str
    doelgroep: str
    ingeschreven: bool
    adult: bool
    bevestigd: bool
    aantal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bereikt:
    """How many people reached something, by or for this gemeente (`eigen`) or another."""

    gemeente: str
    soort: str
    eigen: bool
    bevestigd: bool
    aantal: int


def plekken(moment: Moment) -> list[Plek]:
    """Return the people who count on the peildatum."""
    sql = f"""
        SELECT gemeente, doelgroep, ingeschreven, volwassen_op <= %(peildatum)s, bevestigd, COUNT(*)
        FROM {PLAATS} WHERE {_AT.format(t=PLAATS)} GROUP BY 1, 2, 3, 4, 5
    """
    return [
        Plek(
            gemeente=gemeente,
            doelgroep=doelgroep,
            ingeschreven=bool(ingeschreven),
            adult=bool(adult),
            bevestigd=bool(bevestigd),
            aantal=aantal,
        )
        for gemeente, doelgroep, ingeschreven, adult, bevestigd, aantal in _rows(sql, moment)
    ]


def bereikt(moment: Moment) -> list[Bereikt]:
    """Return what those people have reached on the peildatum."""
    sql = f"""
        SELECT {PLAATS}.gemeente, soort, {_eigen()}, bevestigd, COUNT(*)
        FROM {_JOIN} WHERE {_AT.format(t=PLAATS)} AND {_AT.format(t=MIJLPAAL)} GROUP BY 1, 2, 3, 4
    """
    return [
        Bereikt(
            gemeente=gemeente,
            soort=soort,
            eigen=bool(eigen),
            bevestigd=bool(bevestigd),
            aantal=aantal,
        )
        for gemeente, soort, eigen, bevestigd, aantal in _rows(sql, moment)
    ]


def cumulatief(definitie: Definitie, moment: Moment) -> dict[str, int]:
    """Return per gemeente how many people were in the row on any day up to the peildatum."""
    table, where = _row(definitie, ever=True)
    sql = f"""
        SELECT {PLAATS}.gemeente, COUNT(DISTINCT {PLAATS}.dossier_id)
        FROM {table} WHERE {where} GROUP BY 1
    """
    return dict(_rows(sql, moment))


def members(definitie: Definitie, moment: Moment) -> set[tuple[str, int]]:
    """Return (gemeente, dossier id) of everyone in the row on the peildatum."""
    table, where = _row(definitie, ever=False)
    sql = f"SELECT {PLAATS}.gemeente, {PLAATS}.dossier_id FROM {table} WHERE {where}"
    return {(gemeente, dossier) for gemeente, dossier in _rows(sql, moment)}


def _row(definitie: Definitie, *, ever: bool) -> tuple[str, str]:
    """Return the tables and the condition of a row; its codes are ours, never typed by anyone."""
    when = _EVER if ever else _AT
    parts = [when.format(t=PLAATS)]
    if definitie.doelgroep is not None:
        parts.append(f"ingeschreven AND doelgroep = '{definitie.doelgroep.value}'")
    if definitie.adult:
        parts.append(f"volwassen_op <= %(peildatum)s AND volwassen_op < {PLAATS}.tot")
    if not definitie.soorten:
        return PLAATS, " AND ".join(parts)
    soorten = ", ".join(f"'{soort.value}'" for soort in definitie.soorten)
    parts += [when.format(t=MIJLPAAL), _TOGETHER, f"soort IN ({soorten})", _eigen()]
    return _JOIN, " AND ".join(parts)


def _eigen() -> str:
    return f"({MIJLPAAL}.gemeente = '' OR {MIJLPAAL}.gemeente = {PLAATS}.gemeente)"


def _rows(sql: str, moment: Moment) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, moment.params())
        yield from cursor.fetchall()
