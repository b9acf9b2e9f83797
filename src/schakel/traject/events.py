"""The steps of a traject as facts in the log."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.wet.lijsten import Leerroute, UitslagLeerbaarheidstoets


@dataclass(frozen=True, slots=True, kw_only=True)
class BredeIntakeStarted(Event):
    """The first talk of the brede intake was held (Wi2021 14).

    :param tweede_deelnemer: id of the medewerker of another organisation who took part, or None
    """

    kind: ClassVar[str] = "traject.brede_intake_started"
    label: ClassVar[str] = "brede intake gestart"
    rank: ClassVar[int] = 20
    tweede_deelnemer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BredeIntakeCompletedInAbsence(Event):
    """Completed without the person after three oproepen (Wi2021 14 lid 2)."""

    kind: ClassVar[str] = "traject.brede_intake_completed_in_absence"
    label: ClassVar[str] = "brede intake bij afwezigheid afgerond"
    rank: ClassVar[int] = 21


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
class LeerbaarheidstoetsExempted(Event):
    """The college granted ontheffing from the test (Wi2021 14 lid 6)."""

    kind: ClassVar[str] = "traject.leerbaarheidstoets_exempted"
    label: ClassVar[str] = "ontheffing van de leerbaarheidstoets"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.GEZONDHEID
    rank: ClassVar[int] = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPEstablished(Event):
    """Happened on the dagtekening (Wi2021 15), by or for `gemeente`."""

    kind: ClassVar[str] = "traject.pip_established"
    label: ClassVar[str] = "PIP vastgesteld"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 40
    leerroute: Leerroute
    gemeente: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPWithdrawn(Event):
    """The PIP in force was withdrawn; the inburgeringstermijn keeps its start (11 lid 3)."""

    kind: ClassVar[str] = "traject.pip_withdrawn"
    label: ClassVar[str] = "PIP ingetrokken"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 41


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldingMade(Event):
    """The gemeente registered the person with the taalaanbieder."""

    kind: ClassVar[str] = "traject.aanmelding_made"
    label: ClassVar[str] = "aangemeld bij de taalaanbieder"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 50
    gemeente: str
    taalaanbieder: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AanmeldingWithdrawn(Event):
    kind: ClassVar[str] = "traject.aanmelding_withdrawn"
    label: ClassVar[str] = "aanmelding ingetrokken"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 51


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenInschrijvingReported(Event):
    """A gezins- or overige migrant enrolled at a school of his own choice (Wi2021 19)."""

    kind: ClassVar[str] = "traject.eigen_inschrijving_reported"
    label: ClassVar[str] = "zelf ingeschreven bij een taalschool"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectVoided(Event):
    """The gebeurtenis that this one replaces never happened."""

    kind: ClassVar[str] = "traject.voided"
    label: ClassVar[str] = "niet gebeurd"
    rank: ClassVar[int] = 0


KINDS: dict[str, type[Event]] = {
    event.kind: event
    for event in (
        BredeIntakeStarted, BredeIntakeCompletedInAbsence, LeerbaarheidstoetsPlanned,
        LeerbaarheidstoetsCancelled, LeerbaarheidstoetsMissed, LeerbaarheidstoetsTaken,
        LeerbaarheidstoetsExempted, PIPEstablished, PIPWithdrawn, AanmeldingMade,
        AanmeldingWithdrawn, EigenInschrijvingReported, TrajectVoided,
    )
}  # fmt: skip
