"""What has been reached, from day to day: what the figures count."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from schakel.base.event import Event, Occurrence
from schakel.base.tijdvak import Tijdvak, tijdvakken
from schakel.traject import events
from schakel.traject.rules.stand import TrajectStand, fold


class Soort(StrEnum):
    """What can have been reached; the figures count these."""

    BREDE_INTAKE = "brede_intake"
    LBT_GEPLAND = "lbt_gepland"
    LBT_UITSLAG_ONTBREEKT = "lbt_uitslag_ontbreekt"
    LBT_AFGENOMEN = "lbt_afgenomen"
    LBT_ONTHEFFING = "lbt_ontheffing"
    PIP = "pip"
    AANMELDING = "aanmelding"
    EIGEN_INSCHRIJVING = "eigen_inschrijving"


class Bereikt(NamedTuple):
    """Something reached, and by or for which gemeente ("" where that does not matter)."""

    soort: str
    gemeente: str = ""


def bereikt(stand: TrajectStand) -> set[Bereikt]:
    """Return what counts as reached on the day of this stand.

    An appointment counts from the day it was made until it is cancelled or missed; once its day
    has passed without a result it counts as such. A test that was taken outweighs both.
    """
    found = set()
    if stand.brede_intake_op is not None:
        found.add(Bereikt(Soort.BREDE_INTAKE.value))
    if stand.afgenomen_op is not None:
        found.add(Bereikt(Soort.LBT_AFGENOMEN.value))
    elif stand.afspraak_op is not None:
        late = stand.afspraak_op < stand.op
        found.add(Bereikt((Soort.LBT_UITSLAG_ONTBREEKT if late else Soort.LBT_GEPLAND).value))
    if stand.ontheffing_op is not None:
        found.add(Bereikt(Soort.LBT_ONTHEFFING.value))
    if stand.pip_op is not None:
        found.add(Bereikt(Soort.PIP.value, stand.pip_gemeente))
    if stand.aanmelding_op is not None:
        found.add(Bereikt(Soort.AANMELDING.value, stand.aanmelding_gemeente))
    if stand.eigen_inschrijving_op is not None:
        found.add(Bereikt(Soort.EIGEN_INSCHRIJVING.value))
    return found


def mijlpalen(occurrences: Sequence[Occurrence[Event]]) -> set[Tijdvak[Bereikt]]:
    """Return what was reached over all days, as known at one moment."""
    return tijdvakken(change_days(occurrences), lambda day: bereikt(fold(occurrences, op=day)))


def change_days(occurrences: Iterable[Occurrence[Event]]) -> list[date]:
    """Return every day on which the stand, or what counts as reached, may change."""
    days = set()
    for occurrence in occurrences:
        days.add(occurrence.on)
        if isinstance(occurrence.event, events.LeerbaarheidstoetsPlanned):
            days.add(occurrence.event.gepland_op + timedelta(days=1))
    return sorted(days)
