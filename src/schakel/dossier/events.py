"""The dated facts about a person on which a right, a term or a figure rests."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.wet.lijsten import Doelgroep, StatusReferent, Verblijfsvergunning, Wet


class Precisie(StrEnum):
    """How much of a birth date is known; the rest counts as the first possible day."""

    DAG = "dag"
    MAAND = "maand"
    JAAR = "jaar"


class RedenEindePlicht(StrEnum):
    """Why the inburgeringsplicht ended (DUO's redenGeenInburgeringsplicht)."""

    VOLDAAN = "voldaan"
    VRIJSTELLING = "vrijstelling"
    ONTHEFFING = "ontheffing"
    VERBLIJFSDOEL = "verblijfsdoel_gewijzigd"
    VERTREK = "vertrek"
    OVERLIJDEN = "overlijden"
    OVERIG = "overig"


class RedenSluiting(StrEnum):
    """Why a dossier was closed."""

    AFGEROND = "afgerond"
    VERTROKKEN = "vertrokken"
    OVERLEDEN = "overleden"
    TEN_ONRECHTE = "ten_onrechte_geopend"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonBorn(Event):
    """Happened on the first day that the known part of the birth date allows."""

    kind: ClassVar[str] = "dossier.person_born"
    label: ClassVar[str] = "geboren"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.GEBOORTE
    rank: ClassVar[int] = 0
    precisie: Precisie


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierOpened(Event):
    kind: ClassVar[str] = "dossier.opened"
    label: ClassVar[str] = "dossier geopend"
    rank: ClassVar[int] = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GemeenteBecameResponsible(Event):
    """Agreed or established on the day it happened; responsible as from `per`."""

    kind: ClassVar[str] = "dossier.gemeente_became_responsible"
    label: ClassVar[str] = "gemeente verantwoordelijk"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 2
    gemeente: str
    per: date


@dataclass(frozen=True, slots=True, kw_only=True)
class VergunningGranted(Event):
    """The permit someone actually holds (needed beside DUO's doelgroep, Pw 56a)."""

    kind: ClassVar[str] = "dossier.vergunning_granted"
    label: ClassVar[str] = "verblijfsvergunning"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 3
    vergunning: Verblijfsvergunning
    doel: str
    status_referent: StatusReferent | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasusregisseurAssigned(Event):
    """From this day this medewerker has the regie over the traject."""

    kind: ClassVar[str] = "dossier.casusregisseur_assigned"
    label: ClassVar[str] = "casusregisseur toegewezen"
    rank: ClassVar[int] = 3
    medewerker: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoelgroepDetermined(Event):
    """DUO recorded this doelgroep; it is followed (Bi 9.4 lid 2)."""

    kind: ClassVar[str] = "dossier.doelgroep_determined"
    label: ClassVar[str] = "doelgroep volgens DUO"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 4
    doelgroep: Doelgroep


@dataclass(frozen=True, slots=True, kw_only=True)
class WetDetermined(Event):
    """DUO's answer to the question which law applies (Wi2021 54 lid 1)."""

    kind: ClassVar[str] = "dossier.wet_determined"
    label: ClassVar[str] = "toepasselijke wet volgens DUO"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 5
    wet: Wet


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtBegun(Event):
    """Happened on the begindatum that DUO gives (Wi2021 3)."""

    kind: ClassVar[str] = "dossier.plicht_begun"
    label: ClassVar[str] = "begin inburgeringsplicht volgens DUO"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class KennisgevingSent(Event):
    """DUO notified the person in writing of the plicht (Bi 5.3 lid 1)."""

    kind: ClassVar[str] = "dossier.kennisgeving_sent"
    label: ClassVar[str] = "kennisgeving inburgeringsplicht door DUO"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingAssigned(Event):
    """Housed, or to be housed, in this gemeente under Huisvestingswet 28."""

    kind: ClassVar[str] = "dossier.housing_assigned"
    label: ClassVar[str] = "huisvesting op grond van de Huisvestingswet"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 8
    gemeente: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BRPRegistered(Event):
    """Registered as a resident of this gemeente."""

    kind: ClassVar[str] = "dossier.brp_registered"
    label: ClassVar[str] = "ingeschreven in de BRP"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 9
    gemeente: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BRPDeregistered(Event):
    kind: ClassVar[str] = "dossier.brp_deregistered"
    label: ClassVar[str] = "uitgeschreven uit de BRP"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtEnded(Event):
    kind: ClassVar[str] = "dossier.plicht_ended"
    label: ClassVar[str] = "einde inburgeringsplicht"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 91
    reden: RedenEindePlicht


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtWithdrawn(Event):
    """DUO withdrew the plicht; from this day there is none."""

    kind: ClassVar[str] = "dossier.plicht_withdrawn"
    label: ClassVar[str] = "inburgeringsplicht ingetrokken door DUO"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VERBLIJF
    rank: ClassVar[int] = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmerkingImported(Event):
    """A list of the gemeente said something in its own words; the words lie beside it."""

    kind: ClassVar[str] = "dossier.opmerking_imported"
    label: ClassVar[str] = "opmerking uit een ingelezen lijst"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.NOTITIES_INTERN
    rank: ClassVar[int] = 98


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierClosed(Event):
    kind: ClassVar[str] = "dossier.closed"
    label: ClassVar[str] = "dossier gesloten"
    rank: ClassVar[int] = 99
    reden: RedenSluiting


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierVoided(Event):
    """The gebeurtenis that this one replaces never happened."""

    kind: ClassVar[str] = "dossier.voided"
    label: ClassVar[str] = "niet gebeurd"
    rank: ClassVar[int] = 0


KINDS: dict[str, type[Event]] = {
    event.kind: event
    for event in (
        PersonBorn, DossierOpened, GemeenteBecameResponsible, VergunningGranted,
        CasusregisseurAssigned, DoelgroepDetermined, WetDetermined, PlichtBegun,
        KennisgevingSent, HousingAssigned,
        BRPRegistered, BRPDeregistered, PlichtEnded, PlichtWithdrawn, OpmerkingImported,
        DossierClosed,
        DossierVoided,
    )
}  # fmt: skip
