"""Where a rule comes from, and since when it says what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from schakel.base.refusal import Refusal

T = TypeVar("T")

REGELINGEN = {
    "Wi2021": "BWBR0044770",
    "Bi": "BWBR0045555",
    "Ri": "BWBR0045574",
    "Pw": "BWBR0015703",
    "Awb": "BWBR0005537",
    "Atw": "BWBR0002448",
    "Hvw": "BWBR0035303",
    "AOW": "BWBR0002221",
    "Vw": "BWBR0011823",
}


class Zekerheid(StrEnum):
    """How sure we are of what a rule or a value says."""

    GELEZEN = "gelezen"
    TWEEDE_HAND = "tweede hand"
    AFGELEID = "afgeleid"
    ONGECONTROLEERD = "ongecontroleerd"

    @property
    def nog_te_bevestigen(self) -> bool:
        """True when the screen must say "nog te bevestigen" beside it."""
        return self is not Zekerheid.GELEZEN


class Maat(StrEnum):
    """What the numbers of a version count; amounts are in whole cents or exact euros."""

    AANTAL = ""
    CENTEN = "cent"
    EURO = "euro"
    UREN = "uur"
    MAANDEN = "maanden"
    JAREN = "jaar"
    PROCENT = "procent"


@dataclass(frozen=True, slots=True)
class Artikel:
    """One place in the law, written as the field writes it: `art. 11 lid 1 Wi2021`."""

    regeling: str
    artikel: str
    lid: str = ""
    onder: str = ""

    def __str__(self) -> str:
        parts = [f"art. {self.artikel}"]
        if self.lid:
            parts.append(f"lid {self.lid}")
        if self.onder:
            parts.append(f"onder {self.onder}")
        return " ".join([*parts, self.regeling])

    def url(self, day: date) -> str:
        """Return the address of this article on wetten.overheid.nl as it read on `day`.

        Empty for a source that has no number there.
        """
        bwb = REGELINGEN.get(self.regeling)
        return (
            f"https://wetten.overheid.nl/{bwb}/{day.isoformat()}#Artikel{self.artikel}"
            if bwb
            else ""
        )


@dataclass(frozen=True, slots=True)
class Koppelvlak(Artikel):
    """A condition of the interface of an organisation, which is no law: `DUO, voorwaarden PIP`."""

    def __str__(self) -> str:
        return f"{self.regeling}, voorwaarden {self.artikel}"


class NotInForce(Refusal):
    """The law did not say anything about this yet on that day."""


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """Something the law says, by the day on which each version took effect.

    The value may be a number or a function: both change on a date.

    :param bron: the article
    :param versions: first day of each version (inclusive) and what it says
    :param zekerheid: per first day, how sure we are; a day that is not named was read
    :param maat: what its numbers count
    """

    bron: Artikel
    versions: Mapping[date, T]
    zekerheid: Mapping[date, Zekerheid] = field(default_factory=dict)
    maat: Maat = Maat.AANTAL

    def since(self, day: date) -> date:
        """Return the first day of the version that holds on `day`.

        :raises NotInForce: if there was none yet
        """
        in_force = [since for since in self.versions if since <= day]
        if not in_force:
            raise NotInForce(f"{self.bron} gold nog niet op {day:%d-%m-%Y}. Kies een latere datum.")
        return max(in_force)

    def on(self, day: date) -> T:
        """Return what the law says on `day`.

        :raises NotInForce: if it said nothing yet
        """
        return self.versions[self.since(day)]

    def mark_on(self, day: date) -> Zekerheid:
        """Return how sure we are of the version that holds on `day`."""
        return self.zekerheid.get(self.since(day), Zekerheid.GELEZEN)

    def next_change(self, day: date) -> date | None:
        """Return the first day after `day` on which another version takes effect, if known."""
        return min((since for since in self.versions if since > day), default=None)
