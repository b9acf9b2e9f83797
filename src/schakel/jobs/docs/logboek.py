"""Every kind of gebeurtenis that the log knows."""

from dataclasses import fields
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from schakel.base.event import Event
from schakel.jobs.docs.text import page, table, told
from schakel.traject.queries import ALL_KINDS

INTRO = """Dit zijn alle soorten gebeurtenissen. Een soort verandert nooit van betekenis: een nieuwe
betekenis is een nieuwe soort of een hogere versie. De rang ordent wat op dezelfde dag gebeurde;
de categorie bepaalt wie de regel mag zien. Feiten zijn codes, dagen en getallen: nooit een naam,
een BSN of vrije tekst."""
HEAD = ("Soort", "Versie", "Rang", "In woorden", "Categorie", "Feiten", "Toelichting")


def logboek() -> str:
    """Return docs/logboek.md: each kind, what it says, who may see it and which facts it holds."""
    rooms = list(dict.fromkeys(_room(event) for event in ALL_KINDS.values()))
    parts = []
    for room in rooms:
        events = [event for event in ALL_KINDS.values() if _room(event) == room]
        rows = [_row(event) for event in sorted(events, key=lambda one: (one.rank, one.kind))]
        parts += [f"## {room}", table(HEAD, rows)]
    return page("Wat het logboek kent", INTRO, *parts)


def _room(event: type[Event]) -> str:
    return event.kind.partition(".")[0]


def _row(event: type[Event]) -> tuple[object, ...]:
    hints = get_type_hints(event)
    facts = [f"`{field.name}`: {_kind(hints[field.name])}" for field in fields(event)]
    return (
        f"`{event.kind}`",
        event.version,
        event.rank,
        event.label,
        event.categorie.value,
        "; ".join(facts) or "–",
        told(event) or "–",
    )


def _kind(hint: Any) -> str:
    options = get_args(hint) or (hint,)
    [kind] = [option for option in options if option is not NoneType]
    text = {"str": "code", "int": "nummer", "date": "dag"}.get(kind.__name__, kind.__name__)
    if issubclass(kind, Enum):
        text += f" ({', '.join(str(one.value) for one in kind)})"
    return f"{text}, of leeg" if NoneType in options else text
