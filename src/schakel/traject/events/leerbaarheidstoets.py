"""The leerbaarheidstoets: planned, taken, missed, or not needed."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.wet.lijsten import GrondLeerbaarheidstoetsOntheffing, UitslagLeerbaarheidstoets


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerbaarheidstoetsPlanned(Event):
    """An appointment was made, for `gepland_op`; a next one takes its place."""

    kind: ClassVar[str] = "traject.leerbaarheidstoets_planned"
    label: ClassVar[str] = "leerbaarheidstoets gepland"
    rank: ClassVar[int] = 22
    gepland_op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerbaarheidstoetsCancelled(Event):
    kind: ClassVar[str] = "traject.leerbaarheidstoets_cancelled"
    label: ClassVar[str] = "afspraak leerbaarheidstoets afgezegd"
    rank: ClassVar[int] = 23


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerbaarheidstoetsMissed(Event):
    kind: ClassVar[str] = "traject.leerbaarheidstoets_missed"
    label: ClassVar[str] = "niet verschenen bij de leerbaarheidstoets"
    rank: ClassVar[int] = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerbaarheidstoetsTaken(Event):
    """Taken (Wi2021 14 lid 3 onder a); the result is DUO's advice, None until it is known."""

    kind: ClassVar[str] = "traject.leerbaarheidstoets_taken"
    label: ClassVar[str] = "leerbaarheidstoets afgenomen"
    rank: ClassVar[int] = 25
    uitslag: UitslagLeerbaarheidstoets | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerbaarheidstoetsUitslagReceived(Event):
    """DUO gave its advice after the test (Wi2021 14 lid 5)."""

    kind: ClassVar[str] = "traject.leerbaarheidstoets_uitslag_received"
    label: ClassVar[str] = "uitslag leerbaarheidstoets ontvangen"
    rank: ClassVar[int] = 27
    uitslag: UitslagLeerbaarheidstoets


@dataclass(frozen=True, slots=True, kw_only=True)
class LeerbaarheidstoetsExempted(Event):
    """The college granted ontheffing from the test (Wi2021 14 lid 6)."""

    kind: ClassVar[str] = "traject.leerbaarheidstoets_exempted"
    label: ClassVar[str] = "ontheffing van de leerbaarheidstoets"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.GEZONDHEID
    rank: ClassVar[int] = 26
    grond: GrondLeerbaarheidstoetsOntheffing | None = None
