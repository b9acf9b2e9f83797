"""What tests ask of every answer of a rule."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from schakel.base.refusal import Refusal
from schakel.wet.uitkomst import StapSoort, Uitkomst

T = TypeVar("T")


def asked(ask: Callable[[], T]) -> tuple[T | None, Refusal | None]:
    """Return the answer, or the refusal."""
    try:
        return ask(), None
    except Refusal as refusal:
        return None, refusal


def assert_explains(found: Uitkomst[Any], facts: Iterable[str], op: date) -> None:
    """Check that each step is a Dutch sentence without codes, and each start fact one of these."""
    assert {stap.feit for stap in found.stappen if stap.soort is StapSoort.FEIT} <= set(facts)
    assert found.grounds
    assert found.op == op
    assert found.stappen[-1].soort is StapSoort.UITKOMST
    for stap in found.stappen:
        assert re.fullmatch(r"[A-Z0-9].*\.", stap.tekst), stap.tekst
        assert not re.search(r"\d{4}-\d{2}|_|None|  |\.\.", stap.tekst), stap.tekst
