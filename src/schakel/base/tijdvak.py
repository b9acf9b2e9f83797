"""Stretches of days on which something stays the same, and how knowledge of them changes."""

from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Generic, TypeVar

W = TypeVar("W", bound=Hashable)

NOOIT = date.max
"""As an exclusive end: it has none yet."""

NOG_STEEDS = datetime(9999, 12, 31, tzinfo=UTC)
"""As the end of knowing: it is still what we know."""


@dataclass(frozen=True, slots=True)
class Tijdvak(Generic[W]):
    """A value that holds from `van` up to, and not including, `tot` (`NOOIT`: no end)."""

    van: date
    tot: date
    waarde: W


def tijdvakken(days: Iterable[date], values_on: Callable[[date], Collection[W]]) -> set[Tijdvak[W]]:
    """Return the longest stretches on which each value holds.

    :param days: every day on which something may change; before the first nothing holds
    :param values_on: the values that hold on a day; values that differ run beside each other
    """
    since: dict[W, date] = {}
    found: set[Tijdvak[W]] = set()
    for day in sorted(set(days)):
        values = values_on(day)
        for gone in [value for value in since if value not in values]:
            found.add(Tijdvak(since.pop(gone), day, gone))
        for value in values:
            since.setdefault(value, day)
    return found | {Tijdvak(start, NOOIT, value) for value, start in since.items()}


@dataclass(frozen=True, slots=True)
class Bekend(Generic[W]):
    """A stretch of days, and from when (inclusive) until when (exclusive) we knew it."""

    tijdvak: Tijdvak[W]
    van: datetime
    tot: datetime


def geschiedenis(
    slices: Iterable[tuple[datetime, Collection[Tijdvak[W]]]],
) -> list[Bekend[W]]:
    """Return how knowledge grew: each stretch with the moments between which it was known.

    :param slices: in order of time, each moment of learning with all that was known from then on
    """
    since: dict[Tijdvak[W], datetime] = {}
    found: list[Bekend[W]] = []
    for moment, known in slices:
        for gone in [tijdvak for tijdvak in since if tijdvak not in known]:
            found.append(Bekend(gone, since.pop(gone), moment))
        for tijdvak in known:
            since.setdefault(tijdvak, moment)
    return found + [Bekend(tijdvak, start, NOG_STEEDS) for tijdvak, start in since.items()]


def bijgewerkt(
    rows: Iterable[tuple[int, Tijdvak[W], datetime]],
    wanted: Collection[Tijdvak[W]],
    *,
    at: datetime,
) -> tuple[dict[int, datetime], set[Tijdvak[W]]]:
    """Return what must change in a table of stretches so that from `at` on it says what is wanted.

    :param rows: id, stretch, and end of knowing of the rows that were known just before `at`
    :return: the new end of knowing by id, and the stretches that have no row yet
    """
    ends: dict[int, datetime] = {}
    known: set[Tijdvak[W]] = set()
    for row, tijdvak, until in rows:
        known.add(tijdvak)
        end = NOG_STEEDS if tijdvak in wanted else at
        if until != end:
            ends[row] = end
    return ends, set(wanted) - known
