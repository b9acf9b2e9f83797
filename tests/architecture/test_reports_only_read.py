"""Reports only read: each question of `stand` is asked, and nothing but questions is sent."""

import inspect
import re
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from schakel.base.actor import Actor, Via
from schakel.base.permissions import Permission
from schakel.keten.models import Taak
from schakel.stand import queries
from schakel.stand.rijen import Code

ASKS = re.compile(r"[\s(]*(SELECT|WITH|EXPLAIN)\b", re.IGNORECASE)
CHANGES = re.compile(r"\b(INSERT|DELETE|MERGE|TRUNCATE|UPDATE)\b", re.IGNORECASE)
AT = datetime(2022, 7, 1, 12, tzinfo=UTC)
ANSWERS = {
    "actor": Actor(
        medewerker=None,
        organisatie=None,
        gemeenten=frozenset({"0632"}),
        op=AT.date(),
        permissions=frozenset(Permission),
        via=Via.SYSTEEM,
    ),
    "at": AT,
    "bekend_op": date(2022, 6, 1),
    "cumulatief": True,
    "gemeente": "0632",
    "peildatum": date(2022, 6, 15),
    "rij": next(iter(Code)),
}
QUESTIONS = [
    function
    for name, function in inspect.getmembers(queries, inspect.isfunction)
    if function.__module__ == queries.__name__ and not name.startswith("_")
]


def changes_sent_by(question: Callable[..., object]) -> list[str]:
    """Return what this question sent to the database that was no question."""
    sent: list[str] = []

    def listen(execute, sql, params, many, context):
        sent.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(listen):
        question(**{name: ANSWERS[name] for name in inspect.signature(question).parameters})
    assert sent, "it asked the database nothing, so this proves nothing"
    return [sql for sql in sent if not ASKS.match(sql) or CHANGES.search(sql)]


@pytest.mark.django_db
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_it_sends_only_questions(question: Callable[..., object]) -> None:
    assert changes_sent_by(question) == []


@pytest.mark.django_db
def test_a_question_that_writes_is_seen() -> None:
    def get_stand_and_write(*, peildatum: date) -> None:
        Taak.objects.filter(van__gt=peildatum).exists()
        Taak.objects.filter(van__gt=peildatum).delete()
        Taak.objects.filter(van__gt=peildatum).update(van=peildatum)

    found = [sql.split()[0] for sql in changes_sent_by(get_stand_and_write)]

    assert found == ["UPDATE"] or found == ["DELETE", "UPDATE"]


def test_every_door_of_stand_was_tried() -> None:
    assert {question.__name__ for question in QUESTIONS} >= {"get_stand", "list_in_rij"}
