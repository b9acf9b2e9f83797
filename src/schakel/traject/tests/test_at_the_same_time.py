"""Two people at once: one decides, the other is told; nothing is doubled."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from schakel.base.refusal import Refusal
from schakel.logboek.queries import list_unsound
from schakel.traject.tests.world import a_dossier_after_intake, a_keten, establish, log_of


@pytest.mark.skipif(
    "connection.vendor == 'sqlite'",
    reason="SQLite lets one writer in at a time by itself, and its test database is in memory",
)
def test_two_who_establish_the_same_pip_make_one(committing_db: None) -> None:
    a_keten()
    uuid = a_dossier_after_intake()
    seen, start = log_of(uuid)[-1].id, Barrier(4)

    def press(_: int) -> str:
        start.wait(timeout=10)
        try:
            establish(uuid, gezien=seen)
        except Refusal as refusal:
            return refusal.text
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(4) as people:
        answers = list(people.map(press, range(4)))

    assert answers.count("done") == 1
    assert all("Intussen" in answer for answer in answers if answer != "done")
    assert len([row for row in log_of(uuid) if row.kind == "traject.pip_established"]) == 1
    assert list_unsound() == []
