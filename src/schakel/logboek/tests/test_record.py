"""What is written keeps its place, its moment, and its one correction."""

from datetime import date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from schakel.base.tijd import AMSTERDAM, end_of_day, noon
from schakel.logboek.actions import rebuild_geldigheid
from schakel.logboek.models import Gebeurtenis, Geldigheid
from schakel.logboek.queries import (
    known,
    list_occurrences,
    list_recorded_after,
    list_rows,
    list_unsound,
    newest,
)
from schakel.logboek.tests.world import (
    DAY,
    KINDS,
    NOW,
    SomethingHappened,
    SomethingItRestsOn,
    write,
)

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


def test_the_moment_of_recording_never_goes_back_within_a_dossier() -> None:
    write(7)
    write(7, now=NOW - 3 * DAG)
    write(7, now=NOW + timedelta(seconds=1))
    write(8, now=NOW - 3 * DAG)

    assert [row.recorded_at - NOW for row in list_rows(dossier=7)] == [
        timedelta(), timedelta(), timedelta(seconds=1),
    ]  # fmt: skip
    assert list_rows(dossier=8)[0].recorded_at == NOW - 3 * DAG


def test_a_correction_made_while_the_clock_went_back_closes_at_its_own_moment() -> None:
    first = write()
    write(now=NOW + DAG)
    second = write(now=NOW, replaces=first)

    rows = {row.id: row for row in list_rows(dossier=7)}
    assert rows[first].known_until == rows[second].recorded_at == NOW + DAG
    assert list_unsound() == []


def test_a_line_is_corrected_at_most_once() -> None:
    first = write()
    write(replaces=first)

    with pytest.raises(Gebeurtenis.DoesNotExist):
        write(replaces=first)


def test_two_corrections_at_the_same_moment_cannot_both_stand_in_the_database() -> None:
    first = write()
    second = Gebeurtenis.objects.get(pk=write(replaces=first))

    second.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save(force_insert=True)
    assert Gebeurtenis.objects.filter(replaces=first).count() == 1


def test_a_line_of_another_dossier_is_not_corrected() -> None:
    with pytest.raises(Gebeurtenis.DoesNotExist):
        write(8, replaces=write(7))


def test_a_correction_keeps_its_place_and_closes_what_it_replaces() -> None:
    first = write()
    second = write(replaces=first, now=NOW + DAG)
    third = write(replaces=second, now=NOW + 2 * DAG)

    rows = {row.id: row for row in list_rows(dossier=7)}
    assert rows[third].first == rows[second].first == first
    assert rows[first].known_until == rows[second].recorded_at
    assert rows[third].known_until is None
    assert list_unsound() == []


def test_a_line_corrected_in_the_moment_it_was_written_was_never_known() -> None:
    first = write()
    second = write(replaces=first)

    at = list_occurrences(list_rows(dossier=7), kinds=KINDS, known_at=NOW)
    assert [one.id for one in at] == [second]
    assert set(known(on=DAY, at=NOW).values_list("pk", flat=True)) == {second}


def order() -> list[int]:
    return [one.id for one in list_occurrences(list_rows(dossier=7), kinds=KINDS)]


def test_facts_are_read_by_day_then_by_rank_then_by_who_came_first() -> None:
    late = write(on=DAY)
    early = write(on=DAY - DAG)
    later_of_two = write(on=DAY - DAG)
    rests_on = write(event=SomethingItRestsOn(), on=DAY - DAG)

    assert order() == [rests_on, early, later_of_two, late]


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    first = write()
    second = write()
    corrected = write(replaces=first)
    again = write(replaces=corrected)

    assert order() == [again, second]


def test_a_correction_to_another_day_moves_to_that_day() -> None:
    first = write()
    second = write()
    moved = write(replaces=first, on=DAY + DAG, now=NOW + DAG)

    assert order() == [second, moved]


DAYS = [date(2022, 3, 27), date(2022, 10, 30), date(2022, 7, 15), date(2022, 12, 31)]


@pytest.mark.parametrize("day", DAYS, ids=["23 hours", "25 hours", "summer", "winter"])
def test_known_on_a_day_is_known_at_the_end_of_that_day_in_amsterdam(day: date) -> None:
    tomorrow = day + DAG
    in_time = write(on=day, now=datetime(day.year, day.month, day.day, 23, 59, tzinfo=AMSTERDAM))
    midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=AMSTERDAM)
    too_late = write(on=day, now=midnight)

    rows, at = list_rows(dossier=7), end_of_day(day)
    assert [row.id for row in rows if row.was_known_at(at)] == [in_time]
    assert list(known(on=day, at=at).values_list("pk", flat=True)) == [in_time]
    assert [row.id for row in list_recorded_after(moment=at, dossiers=[7])] == [too_late]


def test_a_correction_at_midnight_does_not_change_the_day_before() -> None:
    day = date(2022, 10, 30)
    old = write(on=day, now=noon(day))
    write(on=day, now=end_of_day(day) + timedelta(microseconds=1), replaces=old)

    assert list(known(on=day, at=end_of_day(day)).values_list("pk", flat=True)) == [old]


def test_what_had_not_happened_yet_is_not_known_of_that_day() -> None:
    write(on=DAY)

    assert not known(on=DAY - DAG, at=NOW).exists()
    assert known(on=DAY, at=NOW).exists()
    assert not known(on=DAY, at=NOW - timedelta(seconds=1)).exists()


def test_geldigheid_made_anew_is_what_it_was() -> None:
    write(replaces=write(replaces=write(), now=NOW + DAG), now=NOW + 2 * DAG)
    write(8)
    before = sorted(Geldigheid.objects.values_list("pk", "dossier", "known_from", "kind"))
    until = {row.pk: row.known_until for row in Geldigheid.objects.all()}

    assert rebuild_geldigheid() == 4
    assert sorted(Geldigheid.objects.values_list("pk", "dossier", "known_from", "kind")) == before
    assert {row.pk: row.known_until for row in Geldigheid.objects.all()} == until


def test_a_tampered_geldigheid_is_found_and_names_the_dossier() -> None:
    Geldigheid.objects.filter(pk=write()).update(known_until=NOW)

    [found] = list_unsound()
    assert found.startswith("dossier 7: ")


def test_what_a_form_has_seen_is_the_newest_of_its_own_dossier() -> None:
    write(7)
    newest_of_eight = write(8)
    write(9)

    assert newest(dossier=8) == newest_of_eight
    assert newest(dossier=404) == 0


def test_the_newest_line_keeps_what_was_said_of_it() -> None:
    write(event=SomethingHappened(), why="verkeerd overgenomen")

    assert list_rows(dossier=7)[0].toelichting["reden"].tekst == "verkeerd overgenomen"
