"""What a rule gives or takes, in words: days, choices, lists, and values with parts."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from schakel.base.period import Period
from schakel.wet.catalogus import naam_in_woorden
from schakel.wet.datum import dutch_date


def in_woorden(value: Any) -> list[tuple[str, str]]:
    """Return a value as (name, words); a single value has no name."""
    return list(_delen(value))


def _delen(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Period):
        yield "eerste dag", _een(value.start)
        yield "laatste dag", _een(value.last_day)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield naam_in_woorden(field.name), _een(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield naam_in_woorden(_een(name)), _een(one)
    else:
        yield "", _een(value)


def _een(value: Any) -> str:
    if value is None:
        return "niet bekend"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return dutch_date(value)
    if isinstance(value, Mapping):
        return "; ".join(f"{_een(name)}: {_een(one)}" for name, one in value.items())
    if isinstance(value, frozenset | set):
        return ", ".join(sorted(_een(one) for one in value)) or "geen"
    if isinstance(value, tuple | list):
        return ", ".join(_een(one) for one in value) or "geen"
    return str(getattr(value, "label", value))
