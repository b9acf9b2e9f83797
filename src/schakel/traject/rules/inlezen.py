"""Whether all that a list tells of one person fits together: judged as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from schakel.base.event import Event, Occurrence
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.traject.rules.verhaal import Verhaal, fresh_problems, replaced_by

NIEUW = 10**15
"""From here the rules number what is not recorded yet: it comes after all that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijziging:
    """A fact that a list tells.

    :param veld: the column that tells it
    :param replaces: id of the gebeurtenis in whose place it comes, or None for a new one
    :param noten: prose beside it: (soort, tekst, what opens it)
    """

    veld: str
    event: Event
    happened_on: date
    replaces: int | None = None
    noten: Sequence[tuple[str, str, Gegevenscategorie]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaar:
    """Why it cannot have been so.

    :param veld: the column whose fact does not fit, or "" for what was known before
    """

    veld: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Oordeel:
    """The story with all changes in it, and what does not fit."""

    verhaal: Verhaal
    bezwaren: Sequence[Bezwaar]


def beoordeel(before: Verhaal, wijzigingen: Sequence[Wijziging]) -> Oordeel:
    """Return what the story becomes, and each impossibility that was not there before.

    A gap is none: the list reports what was done elsewhere.
    """
    after, velden = before, dict[int, str]()
    for nth, wijziging in enumerate(wijzigingen):
        old = None if wijziging.replaces is None else before.find(wijziging.replaces)
        new = _occurrence(wijziging, old, first=NIEUW + nth)
        velden[new.first] = wijziging.veld
        after = after.changed(without=old, new=new)
    found = (
        Bezwaar(veld=velden.get(problem.first, ""), tekst=problem.text)
        for problem in fresh_problems(before, after)
    )
    return Oordeel(verhaal=after, bezwaren=list(dict.fromkeys(found)))


def _occurrence(
    wijziging: Wijziging, old: Occurrence[Event] | None, *, first: int
) -> Occurrence[Event]:
    if old is not None:
        return replaced_by(
            old, event=wijziging.event, on=wijziging.happened_on, reports_the_past=True
        )
    return Occurrence(
        event=wijziging.event, on=wijziging.happened_on, id=0, first=first, reports_the_past=True
    )
