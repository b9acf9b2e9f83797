"""Points of work in their groups: one question in SQL, written out as it is asked every morning.

Each group is a condition; what belongs to the question is always a parameter, never part of the
text. Which dossiers are in sight is asked of `dossier`, and stands inside the question.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from schakel.traject.models import Concept, Voornemen, Werkpunt
from schakel.traject.rules.werk import AanZet, Handeling

NABELLEN_NA_DAGEN = 14
"""After how many days without an answer someone is called: a choice of ours, not a term of law."""


class Groep(StrEnum):
    """The five groups, in the order of the morning, and what sleeps until a later day."""

    VANDAAG = "vandaag"
    DOEN = "doen"
    BESLISSEN = "beslissen"
    WACHTEN = "wachten"
    OVER = "over"
    SLAPEND = "slapend"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoornemenView:
    """When someone takes it up, and how."""

    op: date
    plan: str
    medewerker: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Puntrij:
    """One point of work as it stands in its group.

    :param groep: a `Groep`, and how many points it has is `aantal`
    :param voornemen: the plan for this point; one that was made for an earlier point is of no use
    """

    dossier: int
    handeling: Handeling
    aan_zet: AanZet
    sinds: date
    op: date | None
    uiterlijk: date | None
    groep: Groep
    aantal: int
    voornemen: VoornemenView | None


_PUNT = Werkpunt._meta.db_table
_PLAN = Voornemen._meta.db_table
_CONCEPT = Concept._meta.db_table

_GROEP = f"""CASE
    WHEN punt.handeling <> '{Handeling.OPROEP}' AND punt.op = %(op)s THEN '{Groep.VANDAAG}'
    WHEN punt.uiterlijk < %(op)s AND (plan.op IS NULL OR plan.op > %(op)s) THEN '{Groep.OVER}'
    WHEN plan.op > %(op)s THEN '{Groep.SLAPEND}'
    WHEN punt.handeling = '{Handeling.PIP_OPSTELLEN}' OR punt.handeling = '{Handeling.OPROEP}'
        AND (punt.op < %(op)s OR punt.aan_zet = '{AanZet.WIJ}') THEN '{Groep.BESLISSEN}'
    WHEN punt.aan_zet = '{AanZet.WIJ}' OR punt.op < %(op)s
        OR punt.handeling = '{Handeling.REACTIE}' AND punt.sinds <= %(stil)s THEN '{Groep.DOEN}'
    ELSE '{Groep.WACHTEN}' END"""

_GROEP_VAN_PARTNER = f"""CASE
    WHEN punt.op = %(op)s THEN '{Groep.VANDAAG}'
    WHEN punt.handeling = '{Handeling.PIP_MEELEZEN}' THEN '{Groep.DOEN}'
    ELSE '{Groep.WACHTEN}' END"""

_WERK_VAN_PARTNER = f"""(
    punt.handeling = '{Handeling.GESPREK}' OR punt.handeling = '{Handeling.PIP_MEELEZEN}'
        AND punt.dossier_id IN (
            SELECT dossier_id FROM {_CONCEPT} WHERE voorgelegd_aan = %(partner)s))"""


def _sql(*, groep: str, welke: str, plannen: str) -> str:
    """Return the question, with a place for which dossiers."""
    return f"""
        WITH punten AS (
            SELECT punt.*, {groep} AS groep, plan.op AS plan_op, plan.plan, plan.medewerker
            FROM {_PUNT} punt LEFT JOIN {_PLAN} plan
                ON plan.dossier_id = punt.dossier_id AND plan.handeling = punt.handeling
                AND plan.gemaakt_op >= punt.sinds AND {plannen}
            WHERE punt.dossier_id IN ({{dossiers}}) AND {welke}
        ), op_plaats AS (
            SELECT punten.*, COUNT(*) OVER (PARTITION BY groep) AS aantal, ROW_NUMBER() OVER (
                PARTITION BY groep ORDER BY uiterlijk NULLS LAST, sinds, id) AS plaats
            FROM punten
        )
        SELECT dossier_id, handeling, aan_zet, sinds, op, uiterlijk, groep, aantal,
            plan_op, plan, medewerker
        FROM op_plaats WHERE plaats <= %(limit)s ORDER BY plaats"""


_EIGEN = _sql(groep=_GROEP, welke="TRUE", plannen="TRUE")
_VAN_PARTNER = _sql(groep=_GROEP_VAN_PARTNER, welke=_WERK_VAN_PARTNER, plannen="FALSE")


def list_punten(
    *, dossiers: QuerySet[Any], op: date, limit: int, partner: int | None = None
) -> list[Puntrij]:
    """Return the points of these dossiers on the day `op`, in order within each group.

    Of a partner only what is his: talks to take part in, and a concept to read along. What the
    gemeente plans, and whether it is late, is no matter of his.

    :param dossiers: of those in sight
    :param limit: how many of each group
    :param partner: id of the medewerker of a partner, or None for who carries the dossiers
    """
    try:
        inside, given = dossiers.values("pk").query.sql_with_params()
    except EmptyResultSet:
        return []
    names = [f"dossiers_{nth}" for nth in range(len(given))]
    params = {
        **dict(zip(names, given, strict=True)),
        "op": connection.ops.adapt_datefield_value(op),
        "stil": connection.ops.adapt_datefield_value(op - timedelta(days=NABELLEN_NA_DAGEN)),
        "partner": partner,
        "limit": limit,
    }
    sql = (_EIGEN if partner is None else _VAN_PARTNER).format(
        dossiers=inside % tuple(f"%({name})s" for name in names)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return [_row(row) for row in cursor.fetchall()]


def _row(row: tuple[Any, ...]) -> Puntrij:
    dossier, handeling, aan_zet, sinds, op, uiterlijk, groep, aantal, *voornemen = row
    plan_op, plan, medewerker = voornemen
    return Puntrij(
        dossier=dossier,
        handeling=Handeling(handeling),
        aan_zet=AanZet(aan_zet),
        sinds=_day(sinds),
        op=op and _day(op),
        uiterlijk=uiterlijk and _day(uiterlijk),
        groep=Groep(groep),
        aantal=aantal,
        voornemen=plan_op and VoornemenView(op=_day(plan_op), plan=plan, medewerker=medewerker),
    )


def _day(found: date | str) -> date:
    """Return a day as Python knows it: SQLite keeps it as text."""
    return date.fromisoformat(found) if isinstance(found, str) else found
