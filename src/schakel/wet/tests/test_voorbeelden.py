"""Run the tables in `voorbeelden/`: one file per rule, in the words of the law."""

import importlib
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from operator import attrgetter
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import yaml

from schakel.base.refusal import Refusal
from schakel.wet.bron import NotInForce

TABLES = sorted((Path(__file__).parent / "voorbeelden").glob("*.yaml"))
REGELS = sorted(Path(importlib.import_module("schakel.wet.regels").__path__[0]).glob("[a-z]*.py"))


def _examples() -> Iterator[Any]:
    for table in (yaml.safe_load(path.read_text(encoding="utf-8")) for path in TABLES):
        for example in table["voorbeelden"]:
            name = f"{table['regel']}: {example['naam']}"
            yield pytest.param(table["regel"], example["gegeven"], example["dan"], id=name)


@pytest.mark.parametrize(("regel", "gegeven", "dan"), list(_examples()))
def test_example(regel: str, gegeven: dict[str, Any], dan: dict[str, Any]) -> None:
    rule = getattr(importlib.import_module(f"schakel.wet.regels.{regel}"), regel)
    if "nog_niet_van_kracht" in dan:
        with pytest.raises(NotInForce):
            rule(**_typed_all(rule, gegeven))
        return
    if "weigert" in dan:
        with pytest.raises(Refusal, match=dan["weigert"]):
            rule(**_typed_all(rule, gegeven))
        return

    uitkomst = rule(**_typed_all(rule, gegeven))

    assert {name: _found(uitkomst, name, expected) for name, expected in dan.items()} == dan


def test_every_rule_has_a_table() -> None:
    assert [path.stem for path in TABLES] == [path.stem for path in REGELS]


def _typed_all(taker: Any, gegeven: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(taker)
    return {name: _typed(hints[name], value) for name, value in gegeven.items()}


def _typed(hint: Any, value: Any) -> Any:
    for kind in (hint, *get_args(hint)):
        if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
            return kind(**_typed_all(kind, value))
        if isinstance(kind, type) and issubclass(kind, StrEnum) and value is not None:
            return kind(value)
    return value


def _found(uitkomst: Any, name: str, expected: Any) -> Any:
    """`waarde` is the value, `uitleg` some words of the explanation, the rest is a field.

    `onderwerpen`, `moet` and `kan` are the names of what a rule lists, sorted; so are the
    names in any other field that maps them, where a list is expected.
    """
    listed = {
        "onderwerpen": lambda value: value,
        "moet": attrgetter("verplicht"),
        "kan": attrgetter("als_van_toepassing"),
    }
    if name in listed:
        return sorted(one.value for one in listed[name](uitkomst.value))
    if name == "waarde":
        return uitkomst.value
    if name == "uitleg":
        return expected if expected in uitkomst.tekst() else uitkomst.tekst()
    found = getattr(uitkomst.value if hasattr(uitkomst.value, name) else uitkomst, name)
    if isinstance(expected, list):
        return sorted(found) if isinstance(found, Mapping) else list(found)
    return found
