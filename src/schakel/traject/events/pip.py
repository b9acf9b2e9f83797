"""The PIP: established, sent, withdrawn."""

from dataclasses import dataclass
from typing import ClassVar

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.wet.lijsten import Leerroute, Taalniveau


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPEstablished(Event):
    """Happened on the dagtekening (Wi2021 15), by or for `gemeente`.

    What is None was not told, or does not apply.

    :param uren_leerroute: intensity of the leerroute, hours in all (15 lid 2)
    :param uren_pvt: intensity of the PVT, hours in all; `uren_map` likewise (15 lid 1 onder c)
    :param voortgangsgesprekken: how many (Bi 5.3 lid 4)
    :param ontzorgd: the obligation of Pw 56a is part of it
    :param bevoegdheid: id of the row in the register under which it was decided
    :param meegelezen_door: id of the medewerker who read the concept along
    """

    kind: ClassVar[str] = "traject.pip_established"
    label: ClassVar[str] = "PIP vastgesteld"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 40
    leerroute: Leerroute | None
    gemeente: str
    niveau: Taalniveau | None = None
    uren_leerroute: int | None = None
    uren_pvt: int | None = None
    uren_map: int | None = None
    voortgangsgesprekken: int | None = None
    vve: bool | None = None
    ontzorgd: bool | None = None
    examen_a2: bool | None = None
    examen_knm: bool | None = None
    bevoegdheid: int | None = None
    meegelezen_door: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPWithdrawn(Event):
    """The PIP in force was withdrawn; the inburgeringstermijn keeps its start (11 lid 3)."""

    kind: ClassVar[str] = "traject.pip_withdrawn"
    label: ClassVar[str] = "PIP ingetrokken"
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.TAAL
    rank: ClassVar[int] = 41


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPSent(Event):
    """The beschikking was sent or handed over: it is known from that day (Awb 3:41)."""

    kind: ClassVar[str] = "traject.pip_sent"
    label: ClassVar[str] = "PIP verzonden"
    rank: ClassVar[int] = 42
