"""A log with a few lines in it, of a room that does not exist."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.tijd import noon
from schakel.logboek.actions import Line, record

DAY = date(2022, 5, 1)
NOW = noon(DAY)
SYSTEM = Actor(
    medewerker=None,
    organisatie=None,
    gemeenten=frozenset(),
    op=DAY,
    permissions=frozenset(),
    via=Via.SYSTEEM,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SomethingHappened(Event):
    kind: ClassVar[str] = "kamer.something_happened"
    label: ClassVar[str] = "er gebeurde iets"
    rank: ClassVar[int] = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SomethingItRestsOn(Event):
    kind: ClassVar[str] = "kamer.something_it_rests_on"
    label: ClassVar[str] = "er was iets"
    rank: ClassVar[int] = 10


KINDS: dict[str, type[Event]] = {
    event.kind: event for event in (SomethingHappened, SomethingItRestsOn)
}


def write(
    dossier: int = 7,
    *,
    event: Event | None = None,
    on: date = DAY,
    now: datetime = NOW,
    replaces: int | None = None,
    why: str = "",
) -> int:
    """Write one line and return its id."""
    line = Line(
        event=event or SomethingHappened(),
        happened_on=on,
        replaces=replaces,
        toelichting=[("reden", why, "voortgang")] if why else (),
    )
    return record(line, dossier=dossier, actor=SYSTEM, now=now).id
