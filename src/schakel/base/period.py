"""A stretch of whole days. Not a time of day, and not a legal term (that is `wet`)."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from `start` up to, and not including, `end`.

    :param start: first day
    :param end: first day after the period, or None when it has no end yet
    :raises ValueError: if the period would not hold a single day
    """

    start: date
    end: date | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end <= self.start:
            raise ValueError(f"A period that starts on {self.start} cannot end on {self.end}.")

    @property
    def last_day(self) -> date | None:
        """The last day that belongs to the period: the one people are shown."""
        return None if self.end is None else self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)
