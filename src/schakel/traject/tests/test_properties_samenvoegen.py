"""Whatever people do in dossiers that are merged and parted: the tables are what the logs say."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Via
from schakel.dossier.models import Dossier, Samenvoeging
from schakel.dossier.queries import list_differences as dossier_differences
from schakel.dossier.queries import list_log
from schakel.logboek.actions import rebuild_geldigheid
from schakel.logboek.queries import latest, list_unsound
from schakel.traject.actions.projection import rebuild
from schakel.traject.models import Werkpunt
from schakel.traject.queries import counted_differences, verhaal_of
from schakel.traject.queries import list_differences as traject_differences
from schakel.traject.tests.lives import LIVES, SEEDS, START, Deed, days_of, live_twice, of_lives
from schakel.traject.tests.test_properties import counted, folded, tables_of
from schakel.traject.tests.world import a_keten, source

twice = of_lives(examples=12, life=LIVES, seed=SEEDS, ready=st.booleans())
Life = Sequence[Deed]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def ids_of(uuids: Sequence[UUID]) -> list[int]:
    """Return the ids, also of those that are out of everyone's sight."""
    return [Dossier.objects.values_list("pk", flat=True).get(uuid=uuid) for uuid in uuids]


def moments_of(dossiers: Sequence[int]) -> list[datetime]:
    """Return every moment at which something was learned, merged or parted."""
    found = {row.recorded_at for one in dossiers for row in list_log(dossier=one)}
    for sinds, ongedaan in Samenvoeging.objects.values_list("sinds", "ongedaan_at"):
        found |= {sinds, ongedaan or sinds}
    return sorted(found)


@twice
def test_the_tables_equal_the_fold_on_every_day_as_known_at_every_moment(
    life: Life, seed: int, ready: bool
) -> None:
    dossiers = ids_of(live_twice(life, seed, ready=ready))

    moments = moments_of(dossiers)
    for dossier in dossiers:
        rows = list_log(dossier=dossier)
        for at in moments:
            verhaal = verhaal_of(rows, known_at=at)
            for day in days_of(rows)[::3]:
                assert counted(dossier, day, at) == folded(verhaal, day), (dossier, day, at)


@twice
def test_after_every_deed_the_tables_and_the_log_are_sound(
    life: Life, seed: int, ready: bool
) -> None:
    def check(uuids: Sequence[UUID], now: datetime) -> None:
        for dossier in ids_of(uuids):
            rows = list_log(dossier=dossier)
            # Plans come to pass by themselves; `schakel tik` sees to that.
            day = latest(rows).date()
            if day != now.date():
                continue
            assert dossier_differences(dossier=dossier, rows=rows, day=day) == []
            assert traject_differences(dossier=dossier, rows=rows, day=day) == []
            assert counted_differences(dossier=dossier, rows=rows, day=day) == []
        assert list_unsound() == []

    live_twice(life, seed, ready=ready, after_each=check)


@twice
def test_what_was_known_at_a_moment_never_changes_afterwards(
    life: Life, seed: int, ready: bool
) -> None:
    days = [START + timedelta(days=shift) for shift in range(-1, 95, 16)]
    seen: dict[datetime, list] = {}

    def picture(uuids: Sequence[UUID], at: datetime) -> list:
        return [
            (counted(dossier, day, at), verhaal.dossier_on(day), verhaal.traject_on(day))
            for dossier in ids_of(uuids)
            for verhaal in [verhaal_of(list_log(dossier=dossier), known_at=at)]
            for day in days
        ]

    def look(uuids: Sequence[UUID], now: datetime) -> None:
        seen[now] = picture(uuids, now)

    uuids = live_twice(life, seed, ready=ready, after_each=look)

    assert {at: picture(uuids, at) for at in seen} == seen


@twice
def test_a_dossier_that_was_merged_away_is_nowhere_and_each_other_one_is_somewhere(
    life: Life, seed: int, ready: bool
) -> None:
    def check(uuids: Sequence[UUID], now: datetime) -> None:
        running = Samenvoeging.objects.filter(ongedaan_at=None)
        away = set(running.values_list("van", flat=True))
        assert not away & set(running.values_list("naar", flat=True))
        for dossier in ids_of(uuids):
            gemeente = Dossier.objects.values_list("gemeente", flat=True).get(pk=dossier)
            assert (gemeente == "") == (dossier in away)
            verhaal = verhaal_of(list_log(dossier=dossier))
            assert verhaal.is_leeg == (dossier in away)
            if dossier in away:
                assert not Werkpunt.objects.filter(dossier=dossier).exists()
                assert counted(dossier, now.date(), now) == (set(), set())

    live_twice(life, seed, ready=ready, after_each=check)


@twice
def test_rebuilding_gives_the_same_tables(life: Life, seed: int, ready: bool) -> None:
    dossiers = ids_of(live_twice(life, seed, ready=ready))
    day = moments_of(dossiers)[-1].date()
    rebuild(actor=source(Via.SYSTEEM), dossiers=dossiers, day=day)
    before = pictures_of(dossiers, day)

    rebuild_geldigheid()
    rebuild(actor=source(Via.SYSTEEM), dossiers=dossiers, day=day)

    assert pictures_of(dossiers, day) == before


def pictures_of(dossiers: Sequence[int], day: date) -> list[object]:
    return [tables_of(dossier, day) for dossier in dossiers]
