"""Run all the tests that this machine can run, and say what it could not.

The suite on SQLite, the same suite on PostgreSQL, then the tests in a browser. Words behind the
command go to pytest: `scripts/test.py -k intake`. With STRICT=1 a missing database or browser is
a failure. The last line is the sum over all runs: `N passed, N failed, N skipped`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from find_chromium import HOW_TO_GET_IT as HOW_TO_GET_CHROMIUM
from find_chromium import find_chromium
from with_postgres import HOW_TO_GET_IT as HOW_TO_GET_POSTGRES
from with_postgres import find_binaries, is_postgres

ROOT = Path(__file__).resolve().parent.parent
NO_TESTS_COLLECTED = 5
REFERENCE_FOLDERS = {
    "SCHAKEL_WET_CASES": "cases of the law that others wrote down",
    "SCHAKEL_DUO_OAS": "the interface descriptions of DUO",
}
SUITE = ("-n", "2", "--dist", "loadgroup", "-m", "not browser and not bench")
BROWSER = ("-m", "browser")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run of pytest came to."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Outcome) -> Outcome:
        return Outcome(
            passed=self.passed + other.passed,
            failed=self.failed + other.failed,
            skipped=self.skipped + other.skipped,
        )

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def outcome(report: Path, exit_code: int) -> Outcome:
    """Read pytest's report; a run that ended badly without a failing test counts as one."""
    if not report.exists():
        return Outcome(failed=1)
    total = failed = skipped = 0
    for suite in ET.parse(report).iter("testsuite"):  # noqa: S314 -- our own file
        total += int(suite.get("tests", 0))
        failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped += int(suite.get("skipped", 0))
    if exit_code not in (0, NO_TESTS_COLLECTED) and not failed:
        failed, total = failed + 1, total + 1
    return Outcome(passed=max(total - failed - skipped, 0), failed=failed, skipped=skipped)


def run(title: str, *, before: list[str], arguments: list[str], env: Mapping[str, str]) -> Outcome:
    """Run pytest once, showing what it prints."""
    print(f"\n=== {title} ===", flush=True)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [*before, sys.executable, "-m", "pytest", "-q", f"--junitxml={report}"]
        done = subprocess.run([*command, *arguments], cwd=ROOT, env=dict(env))
        result = outcome(report, done.returncode)
    print(f"=== {title}: {result}, {time.perf_counter() - start:.0f} s ===", flush=True)
    return result


def main(extra: list[str]) -> int:
    """Run what can be run; see the top of this file."""
    strict = os.environ.get("STRICT") == "1"
    env = dict(os.environ)
    given_url = env.pop("DATABASE_URL", "")
    missing = []

    total = run("SQLite", before=[], arguments=[*SUITE, *extra], env=env)

    if is_postgres(given_url) or find_binaries():
        with_postgres = [sys.executable, str(ROOT / "scripts/with_postgres.py")]
        url = {"DATABASE_URL": given_url} if is_postgres(given_url) else {}
        total += run(
            "PostgreSQL", before=with_postgres, arguments=[*SUITE, *extra], env={**env, **url}
        )
    else:
        missing.append(f"the suite on PostgreSQL: {HOW_TO_GET_POSTGRES}, or set DATABASE_URL")

    if chromium := find_chromium():
        total += run(
            "Browser", before=[], arguments=[*BROWSER, *extra], env={**env, "CHROMIUM": chromium}
        )
    else:
        missing.append(f"the tests in a browser: {HOW_TO_GET_CHROMIUM}")

    left_out = [
        f"tests against {what}: set {name} to their folder"
        for name, what in REFERENCE_FOLDERS.items()
        if not os.environ.get(name)
    ]
    print()
    for line in [*missing, *left_out]:
        print(f"Left out: {line}.")
    if strict and missing:
        print("STRICT=1: what is missing counts as failed.")
        total += Outcome(failed=len(missing))
    print(total, flush=True)
    return 1 if total.failed or not total.passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
