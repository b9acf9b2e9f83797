"""Where and as what someone counts in a figure."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from schakel.base.event import Event, Occurrence
from schakel.base.tijdvak import Tijdvak, tijdvakken
from schakel.dossier.rules.stand import DossierStand, change_days, fold
from schakel.wet.datum import add_years
from schakel.wet.lijsten import Wet

VOLWASSEN_IN_JAREN = 18


class Plek(NamedTuple):
    """Where and as what someone counts on a day."""

    gemeente: str
    doelgroep: str
    volwassen_op: date
    ingeschreven: bool
    bevestigd: bool


def plek(stand: DossierStand) -> Plek | None:
    """Return where and as what the person counts on the day of this stand, or None.

    Someone counts where responsibility lies, while a plicht under the Wi2021 has begun and has not
    ended or been withdrawn; without DUO's begindatum our own check decides, "niet bevestigd".
    Without a birth date nobody counts as an adult.
    """
    begin, groep = stand.begin_plicht.value, stand.doelgroep.value
    if not stand.gemeente or groep is None or stand.wet is not Wet.WI2021:
        return None
    if begin.dag is None or begin.dag > stand.op or stand.einde_plicht is not None:
        return None
    return Plek(
        gemeente=stand.gemeente,
        doelgroep=groep.value,
        volwassen_op=volwassen_op(stand.geboren_op),
        ingeschreven=stand.ingeschreven_in == stand.gemeente,
        bevestigd=begin.bevestigd,
    )


def volwassen_op(geboren_op: date | None) -> date:
    """Return the eighteenth birthday, or a day that never comes when the birth is unknown."""
    return date.max if geboren_op is None else add_years(geboren_op, VOLWASSEN_IN_JAREN)


def plekken(occurrences: Sequence[Occurrence[Event]]) -> set[Tijdvak[Plek]]:
    """Return where and as what the person counts, over all days, as known at one moment."""

    def values_on(day: date) -> set[Plek]:
        found = plek(fold(occurrences, op=day))
        return set() if found is None else {found}

    return tijdvakken(change_days(occurrences), values_on)
