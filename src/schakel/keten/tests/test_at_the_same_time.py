"""Two people at once: one writes in the register, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from schakel.base.refusal import Refusal
from schakel.keten.models import Bevoegdheid
from schakel.keten.tests.world import BEGIN, a_bevoegdheid, a_partner


@pytest.mark.skipif(
    "connection.vendor == 'sqlite'",
    reason="SQLite lets one writer in at a time by itself, and its test database is in memory",
)
def test_two_who_name_another_for_the_same_days_make_one_row(committing_db: None) -> None:
    a_partner()
    start = Barrier(4)

    def press(nth: int) -> str:
        start.wait(timeout=10)
        try:
            a_bevoegdheid(van=BEGIN.replace(day=1 + nth))
        except Refusal as refusal:
            return refusal.text
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(4) as people:
        answers = list(people.map(press, range(4)))

    assert answers.count("done") == 1
    assert all("In het register staat al" in answer for answer in answers if answer != "done")
    assert Bevoegdheid.objects.count() == 1
