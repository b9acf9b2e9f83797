"""The steps of a traject as facts in the log."""

from dataclasses import dataclass
from typing import ClassVar

from schakel.base.event import Event
from schakel.traject.events.aanmelding import AanmeldingMade as AanmeldingMade
from schakel.traject.events.aanmelding import AanmeldingWithdrawn as AanmeldingWithdrawn
from schakel.traject.events.aanmelding import EigenInschrijvingReported as EigenInschrijvingReported
from schakel.traject.events.gesprek import GesprekCancelled as GesprekCancelled
from schakel.traject.events.gesprek import GesprekMissed as GesprekMissed
from schakel.traject.events.gesprek import Gespreksvorm as Gespreksvorm
from schakel.traject.events.gesprek import OproepRepeated as OproepRepeated
from schakel.traject.events.gesprek import OproepSent as OproepSent
from schakel.traject.events.gesprek import UitnodigingSent as UitnodigingSent
from schakel.traject.events.intake import (
    BredeIntakeCompletedInAbsence as BredeIntakeCompletedInAbsence,
)
from schakel.traject.events.intake import BredeIntakeStarted as BredeIntakeStarted
from schakel.traject.events.intake import IntakeOnderwerpRecorded as IntakeOnderwerpRecorded
from schakel.traject.events.intake import TegenspraakAnswered as TegenspraakAnswered
from schakel.traject.events.intake import TegenspraakRecorded as TegenspraakRecorded
from schakel.traject.events.leerbaarheidstoets import (
    LeerbaarheidstoetsCancelled as LeerbaarheidstoetsCancelled,
)
from schakel.traject.events.leerbaarheidstoets import (
    LeerbaarheidstoetsExempted as LeerbaarheidstoetsExempted,
)
from schakel.traject.events.leerbaarheidstoets import (
    LeerbaarheidstoetsMissed as LeerbaarheidstoetsMissed,
)
from schakel.traject.events.leerbaarheidstoets import (
    LeerbaarheidstoetsPlanned as LeerbaarheidstoetsPlanned,
)
from schakel.traject.events.leerbaarheidstoets import (
    LeerbaarheidstoetsTaken as LeerbaarheidstoetsTaken,
)
from schakel.traject.events.leerbaarheidstoets import (
    LeerbaarheidstoetsUitslagReceived as LeerbaarheidstoetsUitslagReceived,
)
from schakel.traject.events.pip import PIPEstablished as PIPEstablished
from schakel.traject.events.pip import PIPSent as PIPSent
from schakel.traject.events.pip import PIPWithdrawn as PIPWithdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectVoided(Event):
    """The gebeurtenis that this one replaces never happened."""

    kind: ClassVar[str] = "traject.voided"
    label: ClassVar[str] = "niet gebeurd"
    rank: ClassVar[int] = 0


KINDS: dict[str, type[Event]] = {
    event.kind: event
    for event in (
        UitnodigingSent, OproepSent, OproepRepeated, GesprekMissed, GesprekCancelled,
        BredeIntakeStarted, IntakeOnderwerpRecorded, TegenspraakRecorded, TegenspraakAnswered,
        BredeIntakeCompletedInAbsence, LeerbaarheidstoetsPlanned, LeerbaarheidstoetsCancelled,
        LeerbaarheidstoetsMissed, LeerbaarheidstoetsTaken, LeerbaarheidstoetsUitslagReceived,
        LeerbaarheidstoetsExempted,
        PIPEstablished, PIPWithdrawn, PIPSent, AanmeldingMade, AanmeldingWithdrawn,
        EigenInschrijvingReported, TrajectVoided,
    )
}  # fmt: skip
