"""Two who open for the same person at once: one does, the other is told in a sentence.

No mark on this module: the fixture itself opens the database, in its own order.
"""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from django.db import connection

from schakel.base.refusal import Refusal
from schakel.dossier.actions.feiten import PersoonGegevens
from schakel.dossier.models import Dossier, Persoon
from schakel.dossier.tests.test_open_dossier import RAMI, opened

pytestmark = pytest.mark.skipif(
    connection.vendor == "sqlite",
    reason="SQLite lets one writer in at a time by itself, and its test database is in memory",
)


def at_the_same_time(gegevens: PersoonGegevens, form: UUID | None) -> list[str]:
    """Let three people press the button in the same moment, and return what each was told."""
    start = Barrier(3)

    def press(_: int) -> str:
        start.wait(timeout=10)
        try:
            return str(opened(gegevens, uuid=form).id)
        except Refusal as refusal:
            return refusal.text
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as people:
        return list(people.map(press, range(3)))


def test_the_same_bsn_gives_one_dossier_and_a_sentence(committing_db: None) -> None:
    answers = at_the_same_time(RAMI, None)

    assert sum(answer.isdigit() for answer in answers) == 1
    assert all("heeft al een dossier" in answer for answer in answers if not answer.isdigit())
    assert Dossier.objects.count() == Persoon.objects.count() == 1


@pytest.mark.parametrize("gegevens", [RAMI, PersoonGegevens(achternaam="Hamwi")], ids=["BSN", "no"])
def test_a_double_click_gives_one_dossier(committing_db: None, gegevens: PersoonGegevens) -> None:
    answers = at_the_same_time(gegevens, uuid4())

    assert len(set(answers)) == 1
    assert answers[0].isdigit()
    assert Dossier.objects.count() == Persoon.objects.count() == 1
