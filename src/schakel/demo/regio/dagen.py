"""The days of the region: today, the days on which people work, and when DUO was silent."""

from datetime import date, timedelta

from schakel.demo.memo_2022 import DUO_STIL as DUO_STIL_IN_2022
from schakel.wet.regels.feestdag import feestdag

PEILDATUM = date(2026, 11, 1)
BEGIN_WET = date(2022, 1, 1)
DUO_STIL = (DUO_STIL_IN_2022, (date(2025, 3, 3), date(2025, 4, 14)))
"""DUO passed nothing on from the first day of each up to the second, on which it all came in."""

_ZATERDAG = 5


def werkdag(day: date) -> date:
    """Return the day itself, or the next one on which people work."""
    while not _is_werkdag(day):
        day += timedelta(days=1)
    return day


def geleden(days: int) -> date:
    """Return the working day that was at least so many days before today."""
    day = PEILDATUM - timedelta(days=days)
    while not _is_werkdag(day):
        day -= timedelta(days=1)
    return day


def over(days: int) -> date:
    """Return the working day that is at least so many days after today."""
    return werkdag(PEILDATUM + timedelta(days=days))


def plus(day: date, days: int) -> date:
    """Return the working day that is at least so many days later."""
    return werkdag(day + timedelta(days=days))


def heard(day: date) -> date:
    """Return when the gemeente heard of what DUO did on this day."""
    for begin, end in DUO_STIL:
        if begin <= day < end:
            return end
    return day + timedelta(days=1)


def _is_werkdag(day: date) -> bool:
    return day.weekday() < _ZATERDAG and feestdag(dag=day).value is None
