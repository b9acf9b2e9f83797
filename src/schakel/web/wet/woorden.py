"""What a rule gives or takes, in words: days, choices, lists, and values with parts."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from schakel.base.period import Period
from schakel.wet.bedrag import dutch_amount
from schakel.wet.catalogus import is_bedrag, naam_in_woorden
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
            yield naam_in_woorden(field.name), _met_naam(field.name, getattr(value, field.name))
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield naam_in_woorden(_een(name)), _met_naam(_een(name), one)
    else:
        yield "", _een(value)


def _met_naam(name: str, value: Any) -> str:
    """Return a value in words; a number whose name says so is an amount in cents."""
    if isinstance(value, int) and not isinstance(value, bool) and is_bedrag(name):
        return dutch_amount(value)
    return _een(value)


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
