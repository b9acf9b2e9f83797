"""Fold the steps of a traject into what is true on a day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from schakel.base.event import Event, Occurrence
from schakel.traject import events
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import IntakeOnderwerp, Leerroute, UitslagLeerbaarheidstoets
from schakel.wet.regels.brede_intake import OPROEPEN, brede_intake
from schakel.wet.regels.toepasselijke_wet import INWERKINGTREDING
from schakel.wet.uitkomst import Uitkomst, gevraagd


class Stap(StrEnum):
    """The step that comes next."""

    BREDE_INTAKE = "brede_intake"
    LEERBAARHEIDSTOETS = "leerbaarheidstoets"
    PIP = "pip"
    AANMELDING = "aanmelding"
    LEERROUTE = "leerroute"


class Oproep(NamedTuple):
    """An oproep with its term: the day it was sent and the last day to come."""

    op: date
    uiterlijk: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectStand:
    """What has been done on one day.

    :param uitnodiging_op: day of the newest uitnodiging or oproep
    :param oproepen: each oproep so far, the oldest first
    :param gesprek_op: planned day of the first talk, that was not held, missed or cancelled
    :param gesprek_opgeroepen: that day was set by an oproep, not by a free uitnodiging
    :param gesprek_met: id of the medewerker who is asked for that talk, or takes part since
    :param oproep_gemist: the talk that the newest oproep set was missed
    :param onderwerpen: subjects of the intake that were laid down, with the day of the last one
    :param tegenspraken: (first row of what is contested, day); `beantwoord`: row, once per answer
    :param toets_gepland_op: day on which that appointment was made
    :param afspraak_op: planned day of the leerbaarheidstoets that still stands
    :param eerste_pips: (gemeente, dagtekening) of the first PIP of each, the oldest first
    :param pip_op: dagtekening of the PIP in force
    :param verhuisd: it followed on a PIP of another gemeente
    """

    op: date
    uitnodiging_op: date | None = None
    oproepen: tuple[Oproep, ...] = ()
    gesprek_op: date | None = None
    gesprek_opgeroepen: bool = False
    gesprek_met: int | None = None
    gemist_op: date | None = None
    oproep_gemist: bool = False
    afgezegd_op: date | None = None
    brede_intake_op: date | None = None
    in_absentie: bool = False
    vorm: events.Gespreksvorm | None = None
    onderwerpen: frozenset[IntakeOnderwerp] = frozenset()
    laatste_onderwerp_op: date | None = None
    tegenspraken: tuple[tuple[int, date], ...] = ()
    beantwoord: tuple[int, ...] = ()
    toets_gepland_op: date | None = None
    afspraak_op: date | None = None
    afgenomen_op: date | None = None
    uitslag: UitslagLeerbaarheidstoets | None = None
    ontheffing_op: date | None = None
    eerste_pips: tuple[tuple[str, date], ...] = ()
    pip_op: date | None = None
    leerroute: Leerroute | None = None
    pip_gemeente: str = ""
    verhuisd: bool = False
    pip_met_brief: bool = False
    verzonden_op: date | None = None
    aanmelding_op: date | None = None
    aanmelding_gemeente: str = ""
    eigen_inschrijving_op: date | None = None

    @property
    def eerste_pip_op(self) -> date | None:
        """Dagtekening of the first PIP: it starts the term (Wi2021 11 lid 2)."""
        return self.eerste_pips[0][1] if self.eerste_pips else None

    @property
    def leerbaarheidstoets_gedaan(self) -> bool:
        """True if the test was taken or need not be taken.

        It is part of the intake (14 lid 3), so it need not be when that was completed in absence.
        """
        return bool(self.afgenomen_op or self.ontheffing_op or self.in_absentie)

    def na_verhuizing(self, gemeente: str) -> bool:
        """True if the PIP in force is another gemeente's: this one makes its own (15 lid 4)."""
        return bool(gemeente) and self.pip_gemeente not in {"", gemeente}

    @property
    def ontbrekende_onderwerpen(self) -> tuple[IntakeOnderwerp, ...]:
        """The subjects that the intake still lacks, in the order of the law (Wi2021 14, Bi 5.2).

        None after an intake in absence. After an earlier PIP (a move) school and work are not
        asked again (15 lid 4).
        """
        if self.in_absentie:
            return ()
        return tuple(one for one in self.eisen_intake.value if one not in self.onderwerpen)

    @property
    def eisen_intake(self) -> Uitkomst[Mapping[IntakeOnderwerp, Artikel]]:
        """What the intake must hold by law, with the explanation."""
        return gevraagd(
            brede_intake,
            op=max(self.brede_intake_op or self.op, INWERKINGTREDING),
            na_verhuizing=self.eerste_pip_op is not None,
        )

    @property
    def brede_intake_compleet(self) -> bool:
        """True if a talk was held and every subject laid down, or it was completed in absence."""
        return self.brede_intake_op is not None and not self.ontbrekende_onderwerpen

    @property
    def open_tegenspraak(self) -> dict[int, date]:
        """What is contested and not answered: first row, and the day of the oldest open one."""
        answers, found = Counter(self.beantwoord), dict[int, date]()
        for first, on in self.tegenspraken:
            if answers[first]:
                answers[first] -= 1
            else:
                found.setdefault(first, on)
        return found

    @property
    def kan_zonder(self) -> bool:
        """True once the intake can be completed without the person (Wi2021 14 lid 2)."""
        needed = OPROEPEN.on(max(self.op, INWERKINGTREDING))
        return len(self.oproepen) >= needed and self.oproepen[-1].uiterlijk < self.op

    @property
    def stap(self) -> Stap:
        """The first step that is not done yet, in the order in which they are usually taken."""
        if self.pip_op is None:
            if not self.brede_intake_compleet:
                return Stap.BREDE_INTAKE
            return Stap.PIP if self.leerbaarheidstoets_gedaan else Stap.LEERBAARHEIDSTOETS
        if self.aanmelding_op is None and self.eigen_inschrijving_op is None:
            return Stap.AANMELDING
        return Stap.LEERROUTE


def fold(occurrences: Iterable[Occurrence[Event]], *, op: date) -> TrajectStand:
    """Return what has been done on the day `op`.

    :param occurrences: in order, as known at one moment; what happens after `op` is left out
    """
    stand = TrajectStand(op=op)
    for occurrence in occurrences:
        if occurrence.on <= op:
            stand = after(stand, occurrence.event, occurrence.on)
    return stand


def after(stand: TrajectStand, event: Event, on: date) -> TrajectStand:  # noqa: C901 - one case per kind
    """Return the stand after this event."""
    match event:
        case events.UitnodigingSent() | events.OproepSent() | events.OproepRepeated():
            return _invited(stand, event, on)
        case events.GesprekMissed():
            summoned = stand.oproep_gemist or stand.gesprek_opgeroepen
            return replace(stand, gesprek_op=None, gemist_op=on, oproep_gemist=summoned)
        case events.GesprekCancelled():
            return replace(stand, gesprek_op=None, afgezegd_op=on)
        case events.BredeIntakeStarted():
            return replace(
                stand,
                brede_intake_op=stand.brede_intake_op or on,
                gesprek_op=None,
                gesprek_met=event.tweede_deelnemer,
                vorm=event.vorm,
            )
        case events.IntakeOnderwerpRecorded():
            known = stand.onderwerpen | {event.onderwerp}
            return replace(stand, onderwerpen=known, laatste_onderwerp_op=on)
        case events.TegenspraakRecorded():
            return replace(stand, tegenspraken=(*stand.tegenspraken, (event.gebeurtenis, on)))
        case events.TegenspraakAnswered():
            return replace(stand, beantwoord=(*stand.beantwoord, event.gebeurtenis))
        case events.BredeIntakeCompletedInAbsence():
            begin = stand.brede_intake_op or on
            return replace(stand, brede_intake_op=begin, in_absentie=True, gesprek_op=None)
        case events.LeerbaarheidstoetsPlanned():
            return replace(stand, afspraak_op=event.gepland_op, toets_gepland_op=on)
        case events.LeerbaarheidstoetsCancelled() | events.LeerbaarheidstoetsMissed():
            return replace(stand, afspraak_op=None)
        case events.LeerbaarheidstoetsTaken():
            return replace(stand, afspraak_op=None, afgenomen_op=on, uitslag=event.uitslag)
        case events.LeerbaarheidstoetsUitslagReceived():
            return replace(stand, uitslag=event.uitslag)
        case events.LeerbaarheidstoetsExempted():
            return replace(stand, ontheffing_op=on)
        case events.PIPEstablished():
            first = () if event.gemeente in dict(stand.eerste_pips) else ((event.gemeente, on),)
            return replace(
                stand,
                eerste_pips=stand.eerste_pips + first,
                pip_op=on,
                leerroute=event.leerroute,
                pip_gemeente=event.gemeente,
                verhuisd=stand.verhuisd or stand.na_verhuizing(event.gemeente),
                pip_met_brief=event.bevoegdheid is not None,
                verzonden_op=None,
            )
        case events.PIPSent():
            return replace(stand, verzonden_op=on)
        case events.PIPWithdrawn():
            return replace(stand, pip_op=None, leerroute=None, pip_gemeente="", pip_met_brief=False)
        case events.AanmeldingMade():
            return replace(stand, aanmelding_op=on, aanmelding_gemeente=event.gemeente)
        case events.AanmeldingWithdrawn():
            return replace(stand, aanmelding_op=None, aanmelding_gemeente="")
        case events.EigenInschrijvingReported():
            return replace(stand, eigen_inschrijving_op=on)
    return stand


def _invited(
    stand: TrajectStand,
    event: events.UitnodigingSent | events.OproepSent | events.OproepRepeated,
    on: date,
) -> TrajectStand:
    """An appointment that was made before stands until there is another."""
    summons = not isinstance(event, events.UitnodigingSent)
    if isinstance(event, events.OproepSent | events.OproepRepeated):
        oproepen = (*stand.oproepen, Oproep(on, event.uiterlijk))
        stand = replace(stand, oproepen=oproepen, oproep_gemist=False)
    if event.gesprek_op is not None:
        stand = replace(stand, gesprek_op=event.gesprek_op, gesprek_opgeroepen=summons)
    met = event.tweede_deelnemer or stand.gesprek_met
    return replace(stand, uitnodiging_op=on, gesprek_met=met)
