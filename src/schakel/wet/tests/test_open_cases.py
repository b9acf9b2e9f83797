"""The worked cases of the research sheet, when `SCHAKEL_WET_CASES` says where they are."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from schakel.wet.toets.bank import Geval, lees, toets
from schakel.wet.toets.onderwerpen import ONDERWERPEN

FOLDER = os.environ.get("SCHAKEL_WET_CASES")


def _cases() -> Iterator[Any]:
    if not FOLDER:
        reason = "SCHAKEL_WET_CASES does not say where the worked cases are"
        yield pytest.param(None, marks=pytest.mark.skip(reason=reason))
        return
    for geval in lees((Path(FOLDER) / "open.jsonl").read_text(encoding="utf-8")):
        if geval.onderwerp in ONDERWERPEN:
            yield pytest.param(geval, id=geval.id)


@pytest.mark.parametrize("geval", list(_cases()))
def test_the_rules_give_the_expected_answer(geval: Geval) -> None:
    result = toets(geval)

    assert result.melding is None
    assert list(result.verschillen) == [], geval.waarom
    assert result.antwoord is not None
    assert result.antwoord.stappen
    assert result.antwoord.gronden
