"""The brede intake itself: talks, subjects, and what the second pair of eyes contests."""

from dataclasses import dataclass
from typing import ClassVar

from schakel.base.event import Event
from schakel.traject.events.gesprek import Gespreksvorm
from schakel.wet.lijsten import IntakeOnderwerp


@dataclass(frozen=True, slots=True, kw_only=True)
class BredeIntakeStarted(Event):
    """The first talk of the brede intake was held (Wi2021 14).

    :param tweede_deelnemer: id of the medewerker of another organisation who took part, or None
    :param vorm: how it was held; None in older lines: then the second pair of eyes tells it
    :param gewezen_op_recht: the person was told of the right to a talk alone (Bi 5.2 lid 2)
    """

    kind: ClassVar[str] = "traject.brede_intake_started"
    label: ClassVar[str] = "brede intake gestart"
    rank: ClassVar[int] = 20
    tweede_deelnemer: int | None = None
    vorm: Gespreksvorm | None = None
    gewezen_op_recht: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOnderwerpRecorded(Event):
    """A subject of the brede intake was laid down in writing (Wi2021 14 lid 3; Bi 5.2)."""

    kind: ClassVar[str] = "traject.intake_onderwerp_recorded"
    label: ClassVar[str] = "onderwerp van de brede intake vastgelegd"
    rank: ClassVar[int] = 21
    onderwerp: IntakeOnderwerp


@dataclass(frozen=True, slots=True, kw_only=True)
class TegenspraakRecorded(Event):
    """The second pair of eyes says that what was laid down is not right.

    :param gebeurtenis: first row in the chain of corrections of what is contested
    """

    kind: ClassVar[str] = "traject.tegenspraak_recorded"
    label: ClassVar[str] = "tegenspraak van het tweede paar ogen"
    rank: ClassVar[int] = 30
    gebeurtenis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TegenspraakAnswered(Event):
    """The casusregisseur answered what was contested.

    :param gebeurtenis: first row in the chain of corrections of what was contested
    """

    kind: ClassVar[str] = "traject.tegenspraak_answered"
    label: ClassVar[str] = "tegenspraak beantwoord"
    rank: ClassVar[int] = 31
    gebeurtenis: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BredeIntakeCompletedInAbsence(Event):
    """Completed without the person after three oproepen (Wi2021 14 lid 2)."""

    kind: ClassVar[str] = "traject.brede_intake_completed_in_absence"
    label: ClassVar[str] = "brede intake bij afwezigheid afgerond"
    rank: ClassVar[int] = 21
