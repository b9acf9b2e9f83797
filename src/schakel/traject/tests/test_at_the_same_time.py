"""Two people at once: one decides, the other is told; nothing is doubled."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from schakel.base.refusal import Refusal
from schakel.dossier.models import Samenvoeging
from schakel.dossier.queries import DossierNotFound, list_log
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import list_differences as dossier_differences
from schakel.logboek.queries import list_unsound
from schakel.traject.actions.samenvoeging import merge_dossiers
from schakel.traject.queries import list_differences
from schakel.traject.tests.world import (
    NU,
    OUDEWATER,
    a_dossier,
    a_dossier_after_intake,
    a_keten,
    consulent,
    establish,
    id_of,
    know,
    log_of,
)


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


@pytest.mark.skipif(
    "connection.vendor == 'sqlite'",
    reason="SQLite lets one writer in at a time by itself, and its test database is in memory",
)
def test_a_merge_both_ways_and_facts_in_both_at_once_leave_the_tables_sound(
    committing_db: None,
) -> None:
    a_keten()
    one, other = a_dossier(), a_dossier(achternaam="Dubbel")
    ids = [id_of(one), id_of(other)]
    start, housed = Barrier(4), feiten.HousingAssigned(gemeente=OUDEWATER)
    deeds: list[Callable[[], None]] = [
        partial(merge_dossiers, actor=consulent(), van=one, naar=other, reden="x", now=NU),
        partial(merge_dossiers, actor=consulent(), van=other, naar=one, reden="x", now=NU),
        partial(know, one, housed, NU.date()),
        partial(know, other, housed, NU.date()),
    ]

    def press(deed: Callable[[], None]) -> bool:
        start.wait(timeout=10)
        try:
            deed()
        except (Refusal, DossierNotFound):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as people:
        done = list(people.map(press, deeds))

    assert done[:2].count(True) == Samenvoeging.objects.count() == 1
    for dossier in ids:
        rows = list_log(dossier=dossier)
        assert list_differences(dossier=dossier, rows=rows, day=NU.date()) == []
        assert dossier_differences(dossier=dossier, rows=rows, day=NU.date()) == []
    assert list_unsound() == []
