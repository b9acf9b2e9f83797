"""What it means that two dossiers are read as one: which log when, and what then disagrees."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from itertools import combinations
from typing import NamedTuple

from schakel.base.event import Event, Occurrence
from schakel.base.problem import Problem
from schakel.dossier import events
from schakel.wet.datum import dutch_date

ANDERS = "Het samengevoegde dossier zegt hierover iets anders. Herstel de regel die niet klopt."
GESLOTEN = (
    "Van de samengevoegde dossiers is er maar een gesloten. Hoort het dossier open te zijn? "
    "Herstel dan de sluiting."
)

EENMALIG: frozenset[type[Event]] = frozenset({events.PlichtBegun, events.KennisgevingSent})
"""Told once of a person, whatever the day."""

OP_EEN_DAG: frozenset[type[Event]] = frozenset(
    {
        events.VergunningGranted, events.DoelgroepDetermined, events.WetDetermined,
        events.HousingAssigned, events.BRPRegistered,
    }
)  # fmt: skip
"""May become another later, but not on the same day."""


class Samen(NamedTuple):
    """A merge as the stories need it; `ongedaan_at` None = it runs."""

    van: int
    naar: int
    sinds: datetime
    tot_en_met: int
    ongedaan_at: datetime | None


Strook = tuple[datetime, datetime | None]


def stroken(
    dossier: int, log: int, samen: Iterable[Samen], *, ooit: datetime
) -> tuple[Strook, ...] | None:
    """Return when a log was read in the story of a dossier; None = always.

    :param samen: the merges of which this dossier was a part, in order of time
    :param ooit: the begin of time
    """
    if log != dossier:
        inside = [(one.sinds, one.ongedaan_at) for one in samen if one.van == log]
        return tuple(strook for strook in inside if _lasts(strook))
    away = [(one.sinds, one.ongedaan_at) for one in samen if one.van == dossier]
    if not away:
        return None
    begins = [ooit, *(end for _, end in away if end is not None)]
    ends = [start for start, _ in away] + ([None] if away[-1][1] is not None else [])
    return tuple(strook for strook in zip(begins, ends, strict=True) if _lasts(strook))


def _lasts(strook: Strook) -> bool:
    return strook[1] is None or strook[0] < strook[1]


def conflicts(occurrences: Sequence[Occurrence[Event]]) -> list[Problem]:
    """Return where logs that are read as one say different things about the person.

    What the rules refuse anyhow, as a second birth date, is not told twice.
    """
    apart = [one for one in occurrences if one.logs]
    found = disagreements(apart, kinds=EENMALIG, where=lambda one: None)
    found += disagreements(apart, kinds=OP_EEN_DAG, where=lambda one: one.on)
    found += disagreements(apart, kinds={events.GemeenteBecameResponsible}, where=_per)
    return found + _half_closed(occurrences)


def disagreements(
    apart: Iterable[Occurrence[Event]],
    *,
    kinds: Collection[type[Event]],
    where: Callable[[Occurrence[Event]], date | None],
) -> list[Problem]:
    """Return each fact of these kinds that no log shares with another that says something else.

    :param where: what must be equal for two facts to be about the same thing
    """
    told = [one for one in apart if type(one.event) in kinds]
    found = {}
    for one, other in combinations(told, 2):
        about = type(one.event) is type(other.event) and where(one) == where(other)
        if about and one.logs and other.logs and not one.logs & other.logs:
            later = max(one, other, key=lambda each: each.first)
            step = f"{later.event.label} op {dutch_date(later.on)}"
            found[later.first] = Problem(
                first=later.first, text=ANDERS, step=step, impossible=False
            )
    return list(found.values())


def _per(one: Occurrence[Event]) -> date | None:
    return one.event.per if isinstance(one.event, events.GemeenteBecameResponsible) else None


def _half_closed(occurrences: Sequence[Occurrence[Event]]) -> list[Problem]:
    doors = (events.DossierOpened, events.DossierClosed)
    told = [one for one in occurrences if isinstance(one.event, doors)]
    logs = frozenset[int]().union(*(one.logs for one in occurrences))
    if not told or not logs or isinstance(told[-1].event, events.DossierOpened):
        return []
    last = told[-1]
    closed = frozenset[int]().union(
        *(one.logs for one in told if one.event.kind == last.event.kind)
    )
    if not last.logs or closed == logs:
        return []
    return [Problem(first=last.first, text=GESLOTEN, step=last.event.label, impossible=False)]
