"""What stands in the log can be read back, and says nothing that may not stand there."""

import inspect
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schakel.base.event import Event
from schakel.traject.queries import ALL_KINDS

CODES = {("dossier.vergunning_granted", "doel")} | {(kind, "gemeente") for kind in ALL_KINDS}
"""The only texts in the log: a CBS code, and the code of a purpose of stay."""

every_kind = pytest.mark.parametrize("event", ALL_KINDS.values(), ids=ALL_KINDS)


def value_of(hint: Any) -> st.SearchStrategy[Any]:
    options = get_args(hint) or (hint,)
    return st.one_of([_one(option) for option in options])


def _one(kind: Any) -> st.SearchStrategy[Any]:
    if kind is NoneType:
        return st.none()
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return {
        date: st.dates(),
        str: st.text("0123456789abcdefghijklmnopqrstuvwxyz_", max_size=30),
        int: st.integers(min_value=0, max_value=2**60),
        bool: st.booleans(),
    }[kind]


def hints_of(event: type[Event]) -> dict[str, Any]:
    return {name: get_type_hints(event)[name] for name in inspect.signature(event).parameters}


@every_kind
def test_facts_come_back_as_they_went_in(event: type[Event]) -> None:
    @given(values=st.fixed_dictionaries({n: value_of(h) for n, h in hints_of(event).items()}))
    @settings(max_examples=25, derandomize=True, database=None, deadline=None)
    def round_trip(values: dict) -> None:
        one = event(**values)
        facts = one.facts()
        assert event.of_facts(facts) == one
        assert all(type(value) in {str, int, bool, NoneType} for value in facts.values())

    round_trip()


@every_kind
def test_no_fact_can_hold_a_name_a_bsn_or_prose(event: type[Event]) -> None:
    for name, hint in hints_of(event).items():
        for option in get_args(hint) or (hint,):
            if option is str:
                assert (event.kind, name) in CODES
            else:
                assert option in {date, int, bool, NoneType} or issubclass(option, Enum)


@every_kind
def test_what_is_no_value_of_the_kind_is_not_read(event: type[Event]) -> None:
    for name in hints_of(event):
        good = {n: _some(h) for n, h in hints_of(event).items()}
        facts = event(**good).facts() | {name: ["een lijst"]}
        with pytest.raises((ValueError, TypeError)):
            event.of_facts(facts)


def _some(hint: Any) -> Any:
    kind = (get_args(hint) or (hint,))[0]
    if issubclass(kind, Enum):
        return next(iter(kind))
    return {date: date(2022, 1, 1), str: "0632", int: 1, bool: True}[kind]


def test_every_event_of_the_house_is_known_by_its_kind() -> None:
    def below(one: type[Event]) -> list[type[Event]]:
        return [one, *(deeper for sub in one.__subclasses__() for deeper in below(sub))]

    real = {
        one for one in below(Event)[1:]
        if one.__module__.startswith("schakel.") and ".tests." not in one.__module__
    }  # fmt: skip
    # A dataclass with slots is a copy: the class it was made from lives on beside it.
    assert {one.kind for one in real} == set(ALL_KINDS)
    assert all(ALL_KINDS[kind].kind == kind for kind in ALL_KINDS)


def test_every_kind_says_in_dutch_what_happened_and_has_a_place_on_its_day() -> None:
    for event in ALL_KINDS.values():
        assert event.label
        assert 0 <= event.rank < 100
        assert event.version == 1
