"""Who comes to the region: a name, numbers, an age, a schooling. Invented, the same every time."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from random import Random

from schakel.demo.keten import BODEGRAVEN, MONTFOORT, Keten
from schakel.demo.names import HERKOMST, bsns, contact, v_nummers
from schakel.demo.regio.dagen import plus
from schakel.demo.region import Nieuwkomer
from schakel.dossier.queries import PersoonGegevens, Precisie

LANDEN_VAN_ASIEL = (
    "syrie", "syrie", "syrie", "syrie", "eritrea", "eritrea", "afghanistan", "iran", "turkije",
    "jemen", "somalie", "soedan",
)  # fmt: skip
LANDEN_VAN_GEZINNEN = (
    "marokko", "turkije", "latijns_amerika", "zuidoost_azie", "zuid_azie", "west_afrika", "balkan",
)  # fmt: skip
TEAM_DOET_MONTFOORT = date(2024, 3, 1)
"""Since this day the teamleider has the regie over who comes to Montfoort."""


Loop = Callable[["Mens"], None]
"""Writes the course of someone, after the facts of the arrival."""


class Soort(Enum):
    """How someone came here."""

    ASIEL = "asiel"
    NAREIS = "nareis"
    NAREIS_REGULIER = "nareis_regulier"
    GEZIN = "gezin"
    OVERIG = "overig"
    OUDE_WET = "oude_wet"

    @property
    def is_asiel(self) -> bool:
        """True for who counts as asielstatushouder (Wi2021 13 lid 1)."""
        return self in {Soort.ASIEL, Soort.NAREIS, Soort.NAREIS_REGULIER}


class Scholing(Enum):
    """What someone learned before."""

    GEEN = "geen"
    BASIS = "basis"
    MIDDELBAAR = "middelbaar"
    VAK = "vak"
    HOGER = "hoger"

    @property
    def is_weinig(self) -> bool:
        """True for who hardly went to school."""
        return self in {Scholing.GEEN, Scholing.BASIS}


@dataclass(frozen=True, slots=True)
class Dagen:
    """The days of an arrival.

    :param telt: the day from which the termijn for the PIP is counted
    """

    vergunning: date
    kennisgeving: date
    opened_on: date
    telt: date


@dataclass(slots=True, kw_only=True)
class Mens:
    """Someone of whom the life course is being written.

    :param brp: the day of the registration in the BRP
    :param telt: the day from which the course counts: that of the termijn, once there is a dossier
    :param ook: dossiers that were opened for this same person by mistake
    :param rng: what is by chance in this life, and in no other
    """

    nieuw: Nieuwkomer
    keten: Keten
    rng: Random
    soort: Soort
    brp: date
    dagen: Dagen
    telt: date
    geboren: date
    precisie: Precisie
    scholing: Scholing
    kleine_kinderen: bool
    herkomst: str
    ook: list[Nieuwkomer] = field(default_factory=list)

    @property
    def gemeente(self) -> str:
        """The CBS code of where the course began."""
        return self.nieuw.gemeente

    @property
    def wie(self) -> str:
        """The persona who has the regie now, as the course is being written."""
        return self.nieuw.regie or self.nieuw.wie

    def kans(self, deel: float) -> bool:
        """Draw: True in this part of all lives."""
        return self.rng.random() < deel

    def later(self, day: date, least: int, most: int) -> date:
        """Return a working day that is so many days later."""
        return plus(day, self.rng.randint(least, most))

    @property
    def leeftijd(self) -> int:
        """The age at registration, in whole years."""
        return jaren(self.geboren, self.brp)


@dataclass(slots=True)
class Burgerzaken:
    """Gives out names and numbers, none of them twice."""

    numbers: Iterator[tuple[str, str]] = field(
        default_factory=lambda: zip(bsns(), v_nummers(), strict=False)
    )
    given: Counter[str] = field(default_factory=Counter)
    known: set[tuple[str, str]] = field(default_factory=set)

    def gegevens(
        self, rng: Random, *, herkomst: str, gemeente: str, gezin: Nieuwkomer | None
    ) -> PersoonGegevens:
        """Return someone new; who joins a household has its address, and mostly its name."""
        bsn, v_nummer = next(self.numbers)
        voornaam, achternaam = self._name(rng, herkomst, gezin)
        where = contact(v_nummer, gemeente)
        if gezin is not None:
            there = gezin.gegevens
            where |= {
                "straat": there.straat,
                "huisnummer": there.huisnummer,
                "postcode": there.postcode,
                "woonplaats": there.woonplaats,
            }
        return PersoonGegevens(
            voornaam=voornaam, achternaam=achternaam, bsn=bsn, v_nummer=v_nummer, **where
        )

    def _name(self, rng: Random, herkomst: str, gezin: Nieuwkomer | None) -> tuple[str, str]:
        women, men, families = (words.split() for words in HERKOMST[herkomst])
        # In Eritrea the father's first name follows one's own: a family shares no name.
        shared = gezin is not None and herkomst != "eritrea"
        family = gezin.gegevens.achternaam if gezin and shared else self._seldom(rng, families)
        firsts = women if rng.random() < 0.5 else men
        name = self._seldom(rng, [one for one in firsts if (one, family) not in self.known]), family
        self.known.add(name)
        return name

    def _seldom(self, rng: Random, names: Sequence[str]) -> str:
        """Return one of the names that were given least so far."""
        least = min(self.given[name] for name in names)
        name = rng.choice([name for name in names if self.given[name] == least])
        self.given[name] += 1
        return name


def jaren(begin: date, end: date) -> int:
    """Return how many whole years lie between two days."""
    return end.year - begin.year - ((end.month, end.day) < (begin.month, begin.day))


def casus_van(gemeente: str, brp: date) -> str:
    """Return the persona who has the regie over who comes to this gemeente on this day."""
    if gemeente == BODEGRAVEN:
        return "casus-bodegraven"
    if gemeente == MONTFOORT and brp >= TEAM_DOET_MONTFOORT:
        return "team"
    return "casus-woerden"


def geboren(rng: Random, soort: Soort, brp: date, leeftijd: int | None) -> tuple[date, Precisie]:
    """Return a birth date; of some who fled only the year or the month is known."""
    years = leeftijd or min(rng.randint(18, 52), rng.randint(19, 66))
    day = brp - timedelta(days=years * 365 + years // 4 + rng.randint(20, 340))
    part = rng.random() if soort.is_asiel else 1.0
    if part < 0.08:
        return day.replace(month=1, day=1), Precisie.JAAR
    if part < 0.12:
        return day.replace(day=1), Precisie.MAAND
    return day, Precisie.DAG


def scholing(rng: Random, soort: Soort, leeftijd: int) -> Scholing:
    """Return a schooling that goes with how someone came here and with the age."""
    weights = (14, 26, 30, 14, 16) if soort.is_asiel else (4, 12, 34, 22, 28)
    if leeftijd > 45:
        weights = (weights[0] * 2, weights[1] * 2, *weights[2:])
    return rng.choices(list(Scholing), weights)[0]
