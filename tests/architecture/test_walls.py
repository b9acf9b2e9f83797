"""The walls stand: every guard, on the house as it is. That they can fall: test_walls_fall.py."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.lint_repo import files_of_the_repository, findings
from tests.architecture.guards import RECORD_NOTHING, STATIC_GUARDS
from tests.architecture.live_guards import LIVE_GUARDS
from tests.architecture.source import Source

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def source() -> Source:
    return Source(ROOT / "src" / "schakel")


def by_name(guard: Callable[..., object]) -> str:
    return guard.__name__


@pytest.mark.parametrize("guard", STATIC_GUARDS, ids=by_name)
def test_no(guard: Callable[[Source], Iterator[str]], source: Source) -> None:
    assert list(guard(source)) == [], guard.__doc__


@pytest.mark.parametrize("guard", LIVE_GUARDS, ids=by_name)
def test_nowhere(guard: Callable[[], Iterator[str]]) -> None:
    assert list(guard()) == [], guard.__doc__


def test_no_exception_outlives_its_action(source: Source) -> None:
    gone = [
        action
        for action in RECORD_NOTHING
        if action.rpartition(".")[2] not in source.modules[action.rpartition(".")[0]].functions
    ]
    assert gone == []


def test_no_address_or_path_of_one_machine() -> None:
    assert list(findings(ROOT, files_of_the_repository(ROOT))) == []
