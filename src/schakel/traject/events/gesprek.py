"""Inviting and summoning to the talks of the brede intake, and not coming."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from schakel.base.event import Event


class Gespreksvorm(StrEnum):
    """How a talk was held: with a second pair of eyes, or why without."""

    VIER_OGEN = "vier_ogen"
    ALLEEN = "alleen"
    GEZINSMIGRANT = "gezinsmigrant"
    LATER_JAAR = "later_jaar"
    ANDERS = "anders"

    @property
    def label(self) -> str:
        return {
            "vier_ogen": "met een tweede paar ogen",
            "alleen": "alleen, op verzoek van de inburgeraar",
            "gezinsmigrant": "zonder tweede paar ogen: gezins- of overige migrant",
            "later_jaar": "zonder tweede paar ogen: later jaar",
            "anders": "zonder tweede paar ogen: andere reden",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class UitnodigingSent(Event):
    """Invited in a free way; nothing follows from not coming.

    :param gesprek_op: planned day of the talk, or None when the person is to answer first
    :param tweede_deelnemer: id of the medewerker who is asked to take part, or None
    """

    kind: ClassVar[str] = "traject.uitnodiging_sent"
    label: ClassVar[str] = "uitgenodigd voor de brede intake"
    rank: ClassVar[int] = 15
    gesprek_op: date | None = None
    tweede_deelnemer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OproepSent(Event):
    """Summoned with a term (Wi2021 14 lid 1).

    :param uiterlijk: last day of the term that the oproep sets
    """

    kind: ClassVar[str] = "traject.oproep_sent"
    label: ClassVar[str] = "opgeroepen voor de brede intake"
    rank: ClassVar[int] = 16
    uiterlijk: date
    gesprek_op: date | None = None
    tweede_deelnemer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OproepRepeated(Event):
    """Warned in writing and summoned again with a new term (Wi2021 14 lid 1)."""

    kind: ClassVar[str] = "traject.oproep_repeated"
    label: ClassVar[str] = "gewaarschuwd en opnieuw opgeroepen"
    rank: ClassVar[int] = 17
    uiterlijk: date
    gesprek_op: date | None = None
    tweede_deelnemer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GesprekMissed(Event):
    """The person did not come to the talk that was planned."""

    kind: ClassVar[str] = "traject.gesprek_missed"
    label: ClassVar[str] = "niet verschenen bij het intakegesprek"
    rank: ClassVar[int] = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class GesprekCancelled(Event):
    """The talk that was planned does not take place on its day."""

    kind: ClassVar[str] = "traject.gesprek_cancelled"
    label: ClassVar[str] = "intakegesprek afgezegd"
    rank: ClassVar[int] = 14
