"""Whoever passes the code by still cannot change what happened."""

import pytest
from django.db import DatabaseError, connection, models, transaction

from schakel.logboek.actions import destroy_dossier
from schakel.logboek.models import Gebeurtenis, Geldigheid, Toelichting, Vernietiging
from schakel.logboek.queries import list_rows
from schakel.logboek.tests.world import NOW, SYSTEM, write

pytestmark = pytest.mark.django_db
TABLES: list[type[models.Model]] = [Gebeurtenis, Toelichting, Vernietiging]

ON_BOTH = (
    "UPDATE {table} SET {column} = 'anders'",
    "UPDATE {table} SET id = id",
    "DELETE FROM {table}",
    "INSERT INTO {table} SELECT * FROM {table} WHERE 1 = 1"
    " ON CONFLICT (id) DO UPDATE SET {column} = 'anders'",
)
ON_SQLITE = (
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table}",
    "REPLACE INTO {table} SELECT * FROM {table}",
    "UPDATE OR REPLACE {table} SET {column} = 'anders'",
    "INSERT OR REPLACE INTO {table} ({others}) SELECT {others} FROM {table}",
)
COLUMN = {Gebeurtenis: "kind", Toelichting: "tekst", Vernietiging: "grond"}


def a_log() -> None:
    """A line, its correction with a reason, and a dossier that was destroyed."""
    write(7, replaces=write(7), why="verkeerd overgenomen")
    write(8)
    destroy_dossier(dossier=8, actor=SYSTEM, grond="art. 9.9 Bi", now=NOW)


def everything() -> list[list[tuple]]:
    return [list(table.objects.order_by("pk").values_list()) for table in TABLES]


def refused(sql: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except DatabaseError as error:
        return "alleen aan te vullen" in str(error)
    return False


def statement(sql: str, table: type[models.Model]) -> str:
    others = ", ".join(
        field.column for field in table._meta.concrete_fields if not field.primary_key
    )
    return sql.format(table=table._meta.db_table, column=COLUMN[table], others=others)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
@pytest.mark.parametrize("sql", ON_BOTH)
def test_no_statement_changes_or_removes_a_line(sql: str, table: type[models.Model]) -> None:
    a_log()
    before = everything()

    assert refused(statement(sql, table))
    assert everything() == before


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only SQLite knows OR REPLACE")
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
@pytest.mark.parametrize("sql", ON_SQLITE)
def test_no_line_is_written_over_another(sql: str, table: type[models.Model]) -> None:
    a_log()
    before = everything()

    if table is Toelichting and "{others}" in sql:
        pytest.skip("prose has no other key than its id: this only adds")
    assert refused(statement(sql, table))
    assert everything() == before


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no TRUNCATE")
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_no_table_is_emptied_at_once(table: type[models.Model]) -> None:
    a_log()
    connection.check_constraints()

    assert refused(f"TRUNCATE {table._meta.db_table} CASCADE")


def test_destruction_takes_one_dossier_whole_and_leaves_the_proof() -> None:
    first = write(7, why="reden")
    second = write(7, replaces=first)
    write(7, replaces=second, why="nog eens")
    write(8, why="blijft")

    destroyed = destroy_dossier(dossier=7, actor=SYSTEM, grond="art. 9.9 Bi", now=NOW)

    assert destroyed == 3
    assert not Gebeurtenis.objects.filter(dossier=7).exists()
    assert not Geldigheid.objects.filter(dossier=7).exists()
    assert [note.tekst for note in Toelichting.objects.all()] == ["blijft"]
    proof = Vernietiging.objects.get()
    assert (proof.dossier, proof.grond, proof.vernietigd_at) == (7, "art. 9.9 Bi", NOW)
    assert len(list_rows(dossier=8)) == 1


def test_a_destruction_opens_the_way_to_no_other_dossier() -> None:
    write(7)
    write(8, why="blijft")
    destroy_dossier(dossier=7, actor=SYSTEM, grond="art. 9.9 Bi", now=NOW)

    assert refused("DELETE FROM logboek_gebeurtenis WHERE dossier = 8")
    assert refused("DELETE FROM logboek_toelichting")


def test_a_dossier_is_destroyed_once() -> None:
    write(7)
    destroy_dossier(dossier=7, actor=SYSTEM, grond="art. 9.9 Bi", now=NOW)

    with pytest.raises(DatabaseError), transaction.atomic():
        destroy_dossier(dossier=7, actor=SYSTEM, grond="anders", now=NOW)
    assert Vernietiging.objects.get().grond == "art. 9.9 Bi"
