"""Whole days and moments in the time of the Netherlands. It reads no clock."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

EERSTE_DAG, LAATSTE_DAG = date(1900, 1, 1), date(2199, 12, 31)
"""The days that someone can mean; the law's sums stay well inside what a calendar holds."""


def end_of_day(day: date) -> datetime:
    """Return the last moment of a day in Amsterdam: what *bekend op* a day means."""
    return datetime.combine(day, time.max, tzinfo=AMSTERDAM)


def noon(day: date) -> datetime:
    """Return the middle of a day in Amsterdam."""
    return datetime.combine(day, time(12), tzinfo=AMSTERDAM)
