"""The counting itself: SQL over where people count and what they reached, on two time axes.

Two passes: one over where people count, one over what they reached there. Each row of the table
is a condition; what people type is always a parameter, never part of the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connection

from schakel.dossier.models import Plaats
from schakel.stand.rijen import DEFINITIES, Code, Definitie
from schakel.traject.models import Mijlpaal
from schakel.traject.queries import Soort

PLAATS = Plaats._meta.db_table
MIJLPAAL = Mijlpaal._meta.db_table

WIE = [definitie for definitie in DEFINITIES if not definitie.soorten]
WAT = [definitie for definitie in DEFINITIES if definitie.soorten]

_KNOWN = "{t}.van <= %(peildatum)s AND {t}.bekend_van <= %(bekend)s AND {t}.bekend_tot > %(bekend)s"
_STILL = "{t}.tot > %(peildatum)s"
_JOIN = f"{PLAATS} JOIN {MIJLPAAL} ON {MIJLPAAL}.dossier_id = {PLAATS}.dossier_id"
_TOGETHER = f"{MIJLPAAL}.van < {PLAATS}.tot AND {PLAATS}.van < {MIJLPAAL}.tot"
_HERE = f"({MIJLPAAL}.gemeente = '' OR {MIJLPAAL}.gemeente = {PLAATS}.gemeente)"


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
class Aantal:
    """What one figure says, and what stands beside it."""

    waarde: int = 0
    niet_bevestigd: int = 0
    apart: int = 0
    cumulatief: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """All figures of one moment.

    :param aantallen: by row and CBS code; what is not in it is a known zero
    :param noemer: everyone who counts on the peildatum, by CBS code
    """

    aantallen: dict[tuple[Code, str], Aantal]
    noemer: dict[str, int]


def tel(moment: Moment, *, ever: bool) -> Telling:
    """Count the whole table.

    :param ever: also count who was in a row on an earlier day; otherwise `cumulatief` is 0
    """
    aantallen: dict[tuple[Code, str], Aantal] = {}
    noemer: dict[str, int] = {}
    for gemeente, people, *figures in _rows(_wie_sql(ever=ever), moment):
        noemer[gemeente] = people
        for nth, definitie in enumerate(WIE):
            waarde, niet_bevestigd, cumulatief = figures[3 * nth : 3 * nth + 3]
            aantallen[definitie.code, gemeente] = Aantal(
                waarde=waarde, niet_bevestigd=niet_bevestigd, cumulatief=cumulatief
            )
    for code, gemeente, waarde, niet_bevestigd, apart, cumulatief in _rows(
        _wat_sql(ever=ever), moment
    ):
        aantallen[Code(code), gemeente] = Aantal(
            waarde=waarde, niet_bevestigd=niet_bevestigd, apart=apart, cumulatief=cumulatief
        )
    return Telling(aantallen=aantallen, noemer=noemer)


def members(definitie: Definitie, moment: Moment) -> set[tuple[str, int]]:
    """Return (gemeente, dossier id) of everyone in the row on the peildatum."""
    conditions = [_KNOWN.format(t=PLAATS), _STILL.format(t=PLAATS)]
    table, own = PLAATS, _wie(definitie)
    if definitie.soorten:
        table, own = _JOIN, f"{_in(definitie.soorten)} AND {_HERE}"
        conditions += [_KNOWN.format(t=MIJLPAAL), _STILL.format(t=MIJLPAAL)]
    sql = f"""
        SELECT {PLAATS}.gemeente, {PLAATS}.dossier_id
        FROM {table} WHERE {" AND ".join(conditions)} AND {own}
    """
    return {(gemeente, dossier) for gemeente, dossier in _rows(sql, moment)}


def _wie_sql(*, ever: bool) -> str:
    """Return the pass over where people count: a line per gemeente."""
    still = _STILL.format(t=PLAATS)
    when = "1 = 1" if ever else still
    figures = []
    for definitie in WIE:
        own = _wie(definitie)
        figures += [
            f"COUNT(*) FILTER (WHERE {still} AND {own})",
            f"COUNT(*) FILTER (WHERE {still} AND {own} AND NOT bevestigd)",
            f"COUNT(DISTINCT dossier_id) FILTER (WHERE {own})" if ever else "0",
        ]
    return f"""
        SELECT gemeente, COUNT(*) FILTER (WHERE {still}), {", ".join(figures)}
        FROM {PLAATS} WHERE {_KNOWN.format(t=PLAATS)} AND {when} GROUP BY gemeente
    """


def _wat_sql(*, ever: bool) -> str:
    """Return the pass over what was reached: a line per row and gemeente."""
    still = f"{_STILL.format(t=PLAATS)} AND {_STILL.format(t=MIJLPAAL)}"
    when = _TOGETHER if ever else still
    code = " ".join(
        f"WHEN {_in((*definitie.soorten, *definitie.apart))} THEN '{definitie.code.value}'"
        for definitie in WAT
    )
    own = f"{_in(tuple(soort for row in WAT for soort in row.soorten))} AND {_HERE}"
    cumulatief = f"COUNT(DISTINCT {PLAATS}.dossier_id) FILTER (WHERE {own})" if ever else "0"
    return f"""
        SELECT CASE {code} END, {PLAATS}.gemeente,
            COUNT(*) FILTER (WHERE {still} AND {own}),
            COUNT(*) FILTER (WHERE {still} AND {own} AND NOT bevestigd),
            COUNT(DISTINCT {PLAATS}.dossier_id) FILTER (WHERE {still} AND NOT ({own})),
            {cumulatief}
        FROM {_JOIN}
        WHERE {_KNOWN.format(t=PLAATS)} AND {_KNOWN.format(t=MIJLPAAL)} AND {when}
        GROUP BY 1, 2
    """


def _wie(definitie: Definitie) -> str:
    groep = definitie.doelgroep.value if definitie.doelgroep else ""
    parts = [f"ingeschreven AND doelgroep = '{groep}'"]
    if definitie.adult:
        parts.append(f"volwassen_op <= %(peildatum)s AND volwassen_op < {PLAATS}.tot")
    return f"({' AND '.join(parts)})"


def _in(soorten: tuple[Soort, ...]) -> str:
    codes = ", ".join(f"'{soort.value}'" for soort in soorten)
    return f"soort IN ({codes})"


def _rows(sql: str, moment: Moment) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, moment.params())
        yield from cursor.fetchall()
