"""The many of whom there is nothing special to tell: they fill the region up to its size."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from schakel.demo.keten import BODEGRAVEN, MONTFOORT, OUDEWATER, WOERDEN
from schakel.demo.regio.aankomst import Verhaal
from schakel.demo.regio.mensen import Soort
from schakel.demo.regio.verloop import loopt

AANTAL: Mapping[str, int] = {WOERDEN: 70, BODEGRAVEN: 50, MONTFOORT: 17, OUDEWATER: 13}
"""How many people come to each gemeente: about as large as each is."""

PER_JAAR = {2022: 20, 2023: 24, 2024: 23, 2025: 23, 2026: 10}
EERSTE, LAATSTE = date(2022, 3, 1), date(2026, 10, 9)
NAREIS_SINDS = 2023

Samenstelling = Callable[[Random, str, str, date], list[Verhaal]]


def vulling(verhalen: Sequence[Verhaal], *, seed: int) -> list[Verhaal]:
    """Return the stories that are still needed beside these."""
    there = Counter(verhaal.gemeente for verhaal in verhalen)
    return [
        verhaal
        for gemeente, wanted in AANTAL.items()
        for verhaal in _fill(gemeente, wanted - there[gemeente], seed)
    ]


def _fill(gemeente: str, needed: int, seed: int) -> Iterator[Verhaal]:
    nth = 0
    while needed > 0:
        nth += 1
        rng = Random(f"{seed} vulling {gemeente} {nth}")  # noqa: S311 - the same every time
        kinds, weights = zip(*SAMENSTELLINGEN, strict=True)
        make: Samenstelling = rng.choices(kinds, weights)[0]
        together = make(rng, gemeente, f"{gemeente} {nth}", _dag(rng))[:needed]
        needed -= len(together)
        yield from together


def _dag(rng: Random) -> date:
    """Draw a day on which someone comes; in some years more do."""
    year = rng.choices(list(PER_JAAR), list(PER_JAAR.values()))[0]
    first, last = max(EERSTE, date(year, 1, 1)), min(LAATSTE, date(year, 12, 31))
    return first + timedelta(days=rng.randint(0, (last - first).days))


def _een(naam: str, gemeente: str, soort: Soort, brp: date, gezin: str = "") -> Verhaal:
    return Verhaal(naam=naam, gemeente=gemeente, soort=soort, brp=brp, loop=loopt, gezin=gezin)


def _alleen(rng: Random, gemeente: str, naam: str, brp: date) -> list[Verhaal]:
    return [_een(naam, gemeente, Soort.ASIEL, brp)]


def _samen(rng: Random, gemeente: str, naam: str, brp: date) -> list[Verhaal]:
    other = _een(f"{naam} partner", gemeente, Soort.ASIEL, brp, gezin=naam)
    return [_een(naam, gemeente, Soort.ASIEL, brp), other]


def _nagereisd(rng: Random, gemeente: str, naam: str, brp: date) -> list[Verhaal]:
    """Someone comes first, and the family follows: on an asielvergunning, or a regular one."""
    first, later = _een(naam, gemeente, Soort.ASIEL, brp), brp + timedelta(rng.randint(240, 480))
    if later > LAATSTE or later.year < NAREIS_SINDS:
        return [first]
    soort = rng.choice((Soort.NAREIS, Soort.NAREIS, Soort.NAREIS_REGULIER))
    return [first, _een(f"{naam} partner", gemeente, soort, later, gezin=naam)]


def _gezinsmigrant(rng: Random, gemeente: str, naam: str, brp: date) -> list[Verhaal]:
    return [_een(naam, gemeente, Soort.GEZIN, brp)]


def _overig(rng: Random, gemeente: str, naam: str, brp: date) -> list[Verhaal]:
    return [_een(naam, gemeente, Soort.OVERIG, brp)]


SAMENSTELLINGEN: tuple[tuple[Samenstelling, int], ...] = (
    (_alleen, 26),
    (_samen, 12),
    (_nagereisd, 16),
    (_gezinsmigrant, 34),
    (_overig, 6),
)
"""Who come together, and how often."""
