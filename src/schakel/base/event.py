"""The shape of a fact in the log, and of a fact as the rules read it. Not the log itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, ClassVar, Generic, Self, TypeVar, get_args, get_type_hints

from schakel.base.gegevenscategorie import Gegevenscategorie

Json = str | int | bool | None

E = TypeVar("E", bound="Event", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated fact: small known values, nobody's name, no BSN, no prose.

    `kind` never changes meaning; a new meaning is a new kind or a higher `version`.
    `rank` orders kinds that happened on the same day: what the others rest on comes first.
    `label` is the fact in Dutch; `categorie` decides who may see it.
    """

    kind: ClassVar[str]
    label: ClassVar[str]
    categorie: ClassVar[Gegevenscategorie] = Gegevenscategorie.VOORTGANG
    version: ClassVar[int] = 1
    rank: ClassVar[int] = 50

    def facts(self) -> dict[str, Json]:
        """Return the values as JSON knows them: dates as ISO days, choices as their code."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def of_facts(cls, facts: Mapping[str, Any]) -> Self:
        """Return the event that these facts came from.

        :raises ValueError: if a value is not of its field's type
        """
        return cls(**{name: _typed(kind, facts.get(name)) for name, kind in _types(cls).items()})  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence(Generic[E]):
    """An event with its place in the order of things.

    :param id: of the row in the log; 0 for one that is not recorded yet
    :param first: id of the first row in its chain of corrections
    :param reports_the_past: it came from a source whose gaps are noted and not refused
    :param logs: the logs that told it before they were read as one; empty when it was told since,
        or to one log that was always alone
    """

    event: E
    on: date
    id: int
    first: int
    reports_the_past: bool = False
    recorded_at: datetime | None = None
    logs: frozenset[int] = frozenset()

    @property
    def order(self) -> tuple[date, int, float]:
        """Day, then rank of the kind, then the first row of the chain; a new one comes last."""
        return (self.on, self.event.rank, self.first or float("inf"))


def in_order(occurrences: "Iterable[Occurrence[E]]") -> "list[Occurrence[E]]":
    """Return the occurrences as the fold reads them."""
    return sorted(occurrences, key=lambda occurrence: occurrence.order)


@cache
def _types(cls: type) -> dict[str, type]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _plain(value: Any) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    plain: Json = value.value if isinstance(value, Enum) else value
    return plain


def _typed(kind: Any, value: Any) -> Any:
    options = get_args(kind) or (kind,)
    if value is None and NoneType in options:
        return None
    [wanted] = [option for option in options if option is not NoneType]
    if wanted is date:
        return date.fromisoformat(value)
    if issubclass(wanted, Enum):
        return wanted(value)
    if not isinstance(value, wanted):
        raise ValueError(f"{value!r} is not a {wanted.__name__}.")
    return value
