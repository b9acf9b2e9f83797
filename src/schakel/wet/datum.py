"""Days as the law counts them, and as a Dutch reader reads them."""

from datetime import date

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def dutch_date(day: date) -> str:
    """Return the day in words: `27 april 2026`."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def dutch_month(day: date) -> str:
    """Return the month of a day in words: `april 2026`."""
    return f"{MAANDEN[day.month - 1]} {day.year}"


def dutch_weekday(day: date) -> str:
    """Return the name of the day of the week: `maandag`."""
    return WEEKDAGEN[day.weekday()]


def is_weekend(day: date) -> bool:
    """True on a Saturday or a Sunday."""
    return WEEKDAGEN[day.weekday()] in {"zaterdag", "zondag"}


def add_months(day: date, months: int) -> date:
    """Return the same day number so many months later, or earlier when `months` is negative.

    A day that does not exist becomes the first of the next month: 31 January and a month is
    1 March. Meant for the boundaries of a period, so for a first day or a first day after.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 2, 1)


def add_years(day: date, years: int) -> date:
    """Return the same day so many years later; 29 February becomes 1 March when it must."""
    return add_months(day, 12 * years)
