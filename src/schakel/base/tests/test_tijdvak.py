"""Stretches of days say exactly what each day said, and how that came to be known."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.base.tijd import noon
from schakel.base.tijdvak import (
    NOG_STEEDS,
    NOOIT,
    Bekend,
    Tijdvak,
    bijgewerkt,
    geschiedenis,
    tijdvakken,
)

START = date(2022, 1, 1)
DAYS = [START + timedelta(days=shift) for shift in range(8)]
SETS = st.frozensets(st.sampled_from("abc"))
STRETCHES = st.frozensets(
    st.builds(
        lambda van, length, waarde: Tijdvak(van, van + timedelta(days=length), waarde),
        st.sampled_from(DAYS),
        st.integers(1, 3),
        st.sampled_from("ab"),
    ),
    max_size=4,
)
KNOWN = st.lists(STRETCHES, min_size=1, max_size=6)
derandomized = settings(derandomize=True, deadline=None, max_examples=100)


@given(values=st.lists(SETS, min_size=8, max_size=8))
@derandomized
def test_each_day_says_what_it_said_and_stretches_of_one_value_never_touch(
    values: list[frozenset[str]],
) -> None:
    on = dict(zip(DAYS, values, strict=True))

    found = tijdvakken(DAYS, on.__getitem__)

    for day in DAYS:
        assert sorted(one.waarde for one in found if one.van <= day < one.tot) == sorted(on[day])
    for waarde in "abc":
        mine = sorted((one.van, one.tot) for one in found if one.waarde == waarde)
        assert all(first[1] < second[0] for first, second in pairwise(mine))
        assert all(tot == NOOIT for _, tot in mine if tot > DAYS[-1])


@given(known=KNOWN)
@derandomized
def test_at_every_moment_exactly_that_was_known_which_was_learned_by_then(
    known: list[frozenset[Tijdvak[str]]],
) -> None:
    moments = [noon(START + timedelta(days=nth)) for nth in range(len(known))]

    found = geschiedenis(zip(moments, known, strict=True))

    for moment, expected in zip(moments, known, strict=True):
        assert {b.tijdvak for b in found if b.van <= moment < b.tot} == expected
    assert len(found) == len(set(found))


@given(known=KNOWN, days=st.lists(st.integers(0, 2), min_size=6, max_size=6))
@derandomized
def test_keeping_a_table_up_to_date_gives_the_same_as_making_it_anew(
    known: list[frozenset[Tijdvak[str]]], days: list[int]
) -> None:
    """What comes in at one moment counts as one: only its last word is kept."""
    table: dict[int, Bekend[str]] = {}
    last_word = {}
    day, next_id = START, 0
    for wanted, wait in zip(known, days, strict=False):
        day += timedelta(days=wait)
        at = noon(day)
        last_word[at] = wanted
        table = {pk: row for pk, row in table.items() if row.van != at}
        ends, new = bijgewerkt(
            [(pk, row.tijdvak, row.tot) for pk, row in table.items() if row.tot >= at],
            wanted,
            at=at,
        )
        for pk, end in ends.items():
            table[pk] = Bekend(table[pk].tijdvak, table[pk].van, end)
        for tijdvak in new:
            next_id += 1
            table[next_id] = Bekend(tijdvak, at, NOG_STEEDS)

    assert set(table.values()) == set(geschiedenis(sorted(last_word.items())))
    assert len(set(table.values())) == len(table)
