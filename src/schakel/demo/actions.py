"""Build a scenario in an empty database, or in one that the demo made itself."""

from datetime import datetime

from django.core.management import call_command
from django.db import connection, transaction

from schakel.base.actor import Actor
from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.demo import memo_2022, regio
from schakel.demo.keten import build_keten
from schakel.toegang.actions import set_clock, start_training
from schakel.toegang.queries import system_actor, training_scenario
from schakel.traject.actions.projection import refresh_stale

SCENARIOS = {"regio": regio, "memo-2022": memo_2022}


def made_by_demo() -> str:
    """Return the scenario that made this database, or "" for an empty one.

    :raises Refusal: if something else made it
    """
    tables = connection.introspection.table_names()
    if not tables:
        return ""
    scenario = ""
    if "toegang_klok" in tables and _has_rows("toegang_klok"):
        call_command("migrate", verbosity=0)
        scenario = training_scenario()
    if not scenario and not _is_empty(tables):
        raise Refusal(
            "Deze database is niet door de demo gemaakt en is niet leeg. Er is niets gewijzigd. "
            "Kies met DATABASE_URL een lege database."
        )
    return scenario


def prepare(*, scenario: str) -> None:
    """Build the scenario from nothing, or leave an empty database.

    :raises Refusal: for a scenario that does not exist, or a database that is not ours to fill
    """
    if scenario not in SCENARIOS:
        known = ", ".join(sorted(SCENARIOS))
        raise Refusal(f"Het scenario ‘{scenario}’ bestaat nog niet. Kies uit: {known}.")
    made_by_demo()
    _drop_all()
    call_command("migrate", verbosity=0)
    story = SCENARIOS[scenario]
    at = noon(story.PEILDATUM)
    with transaction.atomic():
        actor: Actor = system_actor(at=at)
        keten = build_keten(actor=actor)
        story.build(keten=keten)
        start_training(actor=actor, scenario=scenario, toelichting=story.TOELICHTING, at=at)
        refresh_stale(actor=actor, day=at.date())


def _is_empty(tables: list[str]) -> bool:
    """True if all tables are ours and none of them holds anything."""
    ours = {*connection.introspection.django_table_names(), "django_migrations"}
    rooms = ("dossier_", "keten_", "logboek_", "toegang_")
    telling = [name for name in tables if name.startswith(rooms)]
    return set(tables) <= ours and not any(_has_rows(name) for name in telling)


def _has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")  # noqa: S608 - name from the database itself
        return cursor.fetchone() is not None


def _drop_all() -> None:
    """Drop every table: the log of a training region is not evidence of anything."""
    cascade = " CASCADE" if connection.vendor == "postgresql" else ""
    connection.disable_constraint_checking()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"DROP TABLE {connection.ops.quote_name(table)}{cascade}")
    connection.enable_constraint_checking()


def move_to(at: datetime) -> None:
    """Move the training clock forward to this moment and bring the lists of that day up to date.

    :raises Refusal: for a moment that has passed
    """
    actor = system_actor(at=at)
    set_clock(actor=actor, at=at)
    refresh_stale(actor=actor, day=at.date())
