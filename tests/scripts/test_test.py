"""The sum over all runs tells the truth, also of a run that never came to a test."""

from pathlib import Path

import pytest

REPORT = """<testsuites><testsuite tests="{tests}" failures="{failures}" errors="{errors}"
skipped="{skipped}"/></testsuites>"""


@pytest.fixture
def runner(monkeypatch: pytest.MonkeyPatch):
    """The script as it is when it runs: with its neighbours on the path."""
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[2] / "scripts"))
    from scripts import test  # noqa: PLC0415 -- needs the path above

    return test


@pytest.mark.parametrize(
    ("counts", "exit_code", "says"),
    [
        ((9, 0, 0, 2), 0, "7 passed, 0 failed, 2 skipped"),
        ((9, 1, 2, 2), 1, "4 passed, 3 failed, 2 skipped"),
        ((0, 0, 0, 0), 5, "0 passed, 0 failed, 0 skipped"),
        ((4, 0, 0, 0), 3, "4 passed, 1 failed, 0 skipped"),
    ],
    ids=["all well", "failures and errors", "nothing collected", "crashed at the end"],
)
def test_a_report_is_counted(runner, tmp_path, counts, exit_code, says) -> None:
    report = tmp_path / "report.xml"
    names = ("tests", "failures", "errors", "skipped")
    report.write_text(REPORT.format(**dict(zip(names, counts, strict=True))))

    assert str(runner.outcome(report, exit_code)) == says


def test_a_run_without_a_report_failed(runner, tmp_path) -> None:
    assert runner.outcome(tmp_path / "none.xml", 4).failed == 1


def test_outcomes_add_up(runner) -> None:
    total = runner.Outcome(passed=3, skipped=1) + runner.Outcome(passed=2, failed=1)

    assert str(total) == "5 passed, 1 failed, 1 skipped"
