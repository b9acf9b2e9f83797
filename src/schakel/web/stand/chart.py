"""Bars of the funnel: the place and length of each. The table holds the same figures."""

from collections.abc import Sequence
from dataclasses import dataclass

BREEDTE = 100
HOOGTE = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Staaf:
    """One bar: its place from above and its length out of `BREEDTE`."""

    naam: str
    waarde: int | None
    y: int
    lengte: float


def staven(figures: Sequence[tuple[str, int | None]], most: int) -> list[Staaf]:
    """Return a bar for each figure, the longest possible one for `most`."""
    return [
        Staaf(
            naam=naam,
            waarde=value,
            y=nth * HOOGTE,
            lengte=round(BREEDTE * (value or 0) / most, 1) if most else 0.0,
        )
        for nth, (naam, value) in enumerate(figures)
    ]
