"""Whoever passes the code by still cannot change what happened."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

import pytest
from django.db import DatabaseError, connection, transaction

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.tijd import noon
from schakel.logboek.actions import Line, destroy_dossier, record
from schakel.logboek.models import Gebeurtenis, Geldigheid, Toelichting, Vernietiging
from schakel.logboek.queries import list_rows, list_unsound

DAY = date(2022, 5, 1)
NOW = noon(DAY)
SYSTEM = Actor(
    medewerker=None,
    organisatie=None,
    gemeenten=frozenset(),
    op=DAY,
    permissions=frozenset(),
    via=Via.SYSTEEM,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SomethingHappened(Event):
    kind: ClassVar[str] = "kamer.something_happened"
    label: ClassVar[str] = "er gebeurde iets"


pytestmark = pytest.mark.django_db


def write(dossier: int = 7, *, now=NOW, replaces: int | None = None, why: str = "") -> int:
    line = Line(
        event=SomethingHappened(),
        happened_on=DAY,
        replaces=replaces,
        toelichting=[("reden", why, "voortgang")] if why else (),
    )
    return record(line, dossier=dossier, actor=SYSTEM, now=now).id


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return "alleen aan te vullen" in str(error)
    return False


@pytest.mark.parametrize("table", ["logboek_gebeurtenis", "logboek_toelichting"])
def test_a_line_cannot_be_changed_or_removed(table: str) -> None:
    write(why="verkeerd overgenomen")

    column = "kind" if table == "logboek_gebeurtenis" else "tekst"
    assert refused(f"UPDATE {table} SET {column} = 'anders'")  # noqa: S608
    assert refused(f"DELETE FROM {table}")  # noqa: S608


def test_a_line_cannot_be_written_over_another() -> None:
    row = write()

    columns = "id, dossier, kind, version, happened_on, recorded_at, source, facts, grounds"
    values = f"{row}, 7, 'x', 1, '2022-05-01', '2022-05-01', 'mens', '{{}}', '[]'"
    over = (
        f"INSERT OR REPLACE INTO logboek_gebeurtenis ({columns}) VALUES ({values})"  # noqa: S608
        if connection.vendor == "sqlite"
        else f"INSERT INTO logboek_gebeurtenis ({columns}) VALUES ({values}) "  # noqa: S608
        "ON CONFLICT (id) DO UPDATE SET kind = 'x'"
    )
    assert refused(over)


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
def test_the_table_cannot_be_emptied_at_once() -> None:
    write()
    connection.check_constraints()

    assert refused("TRUNCATE logboek_gebeurtenis CASCADE")


def test_a_proof_of_destruction_stays_for_good() -> None:
    write()
    destroy_dossier(dossier=7, actor=SYSTEM, grond="art. 9.9 Bi", now=NOW)

    assert refused("DELETE FROM logboek_vernietiging")
    assert refused("UPDATE logboek_vernietiging SET grond = 'anders'")


def test_destruction_takes_one_dossier_whole_and_no_other() -> None:
    first = write(7, why="reden")
    write(7, replaces=first)
    write(8, why="blijft")

    destroy_dossier(dossier=7, actor=SYSTEM, grond="art. 9.9 Bi", now=NOW)

    assert not Gebeurtenis.objects.filter(dossier=7).exists()
    assert not Geldigheid.objects.filter(dossier=7).exists()
    assert Toelichting.objects.count() == 1
    assert Vernietiging.objects.get().dossier == 7
    assert len(list_rows(dossier=8)) == 1


def test_the_moment_of_recording_never_goes_back_within_a_dossier() -> None:
    write()
    write(now=NOW - timedelta(days=3))

    first, second = list_rows(dossier=7)
    assert second.recorded_at == first.recorded_at


def test_a_line_is_corrected_at_most_once() -> None:
    first = write()
    write(replaces=first)

    with pytest.raises(Gebeurtenis.DoesNotExist):
        write(replaces=first)


def test_a_correction_keeps_its_place_and_closes_what_it_replaces() -> None:
    first = write()
    second = write(replaces=first, now=NOW + timedelta(days=1))
    third = write(replaces=second, now=NOW + timedelta(days=2))

    rows = {row.id: row for row in list_rows(dossier=7)}
    assert rows[third].first == rows[second].first == first
    assert rows[first].known_until == rows[second].recorded_at
    assert rows[third].known_until is None
    assert list_unsound() == []
