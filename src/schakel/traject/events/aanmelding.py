"""The way to the taalaanbieder."""

from dataclasses import dataclass
from typing import ClassVar

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie


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
