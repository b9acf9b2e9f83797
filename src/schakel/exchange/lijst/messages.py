"""The shapes in which the list of a gemeente passes through here. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.waarden import Cel


class Ernst(StrEnum):
    """Whether a row is refused for it, or comes in all the same."""

    FOUT = "fout"
    TWIJFEL = "twijfel"


class Soort(StrEnum):
    """What is wrong with a cell, or doubtful."""

    VERPLICHT = "verplicht"
    DATUM = "datum"
    TOEKOMST = "toekomst"
    BSN = "bsn"
    DUBBEL = "dubbel"
    GEMEENTE = "gemeente"
    KEUZE = "keuze"
    VOLGORDE = "volgorde"
    ONVOLLEDIG = "onvolledig"
    BEKEND = "bekend"
    ONBEGREPEN = "onbegrepen"
    ONTBREEKT = "ontbreekt"
    TWEEDE_OGEN = "tweede_ogen"
    TERMIJN = "termijn"
    VREEMDE_VOLGORDE = "vreemde_volgorde"
    GEWIJZIGD = "gewijzigd"


@dataclass(frozen=True, slots=True, kw_only=True)
class BestandGegevens:
    """A file that someone chose.

    :param lijst: name of the list, or "" for the file name without digits
    :param anders: headings that are another column than they say
    :param door: id of the account, or None for the command line
    """

    naam: str
    inhoud: bytes
    lijst: str = ""
    anders: Mapping[str, Kolom] = field(default_factory=dict)
    alles_of_niets: bool = False
    door: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Melding:
    """What is to be said of one cell.

    :param tekst: what is the matter and what to do; never a BSN
    """

    kolom: Kolom
    soort: Soort
    ernst: Ernst
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """One row of the list.

    :param regel: its line in the file; the heading is line 1
    """

    regel: int
    cellen: Mapping[Kolom, Cel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegeven:
    """A dated fact that a row tells.

    :param op: the day on which it happened; for a fact without a day of its own, the earliest that
        fits (`los`)
    :param noten: prose beside it: (soort, tekst, what opens it)
    """

    event: Event
    op: date
    noten: Sequence[tuple[str, str, Gegevenscategorie]] = ()
    los: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertaling:
    """A row in our words.

    :param klantnr: number of the list itself, or ""
    :param persoon: names and numbers, by field of `PersoonGegevens`
    :param gemeente: CBS code, or "" when it cannot be told
    :param sinds: the first day of which the list tells
    :param feiten: by the column that tells it
    """

    regel: int
    klantnr: str
    persoon: Mapping[str, str]
    gemeente: str
    sinds: date
    feiten: Mapping[Kolom, Gegeven]
    meldingen: Sequence[Melding] = field(default=())

    @property
    def geweigerd(self) -> bool:
        """True if the row cannot come in."""
        return any(melding.ernst is Ernst.FOUT for melding in self.meldingen)
