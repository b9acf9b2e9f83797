"""A command finds a PostgreSQL, and nothing of it stays behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.with_postgres import find_binaries, is_postgres

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "scripts" / "with_postgres.py"
needs_server = pytest.mark.skipif(find_binaries() is None, reason="no PostgreSQL server here")


def start(folder: Path, *command: str, url: str = "") -> subprocess.Popen[str]:
    env = {**os.environ, "DATABASE_URL": url}
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *command],
        env=env,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize(
    ("url", "answer"),
    [("postgres://x@/y", True), ("postgresql://x@h/y", True), ("sqlite:///x", False), ("", False)],
)
def test_a_url_names_postgresql_or_not(url: str, answer: bool) -> None:
    assert is_postgres(url) is answer


def test_a_given_postgresql_is_used_as_it_is(tmp_path: Path) -> None:
    url = "postgres://elsewhere@/there"
    started = start(
        tmp_path, sys.executable, "-c", "import os; print(os.environ['DATABASE_URL'])", url=url
    )

    assert started.communicate()[0].strip() == url


@needs_server
def test_the_exit_code_of_the_command_passes_through_and_nothing_is_left(tmp_path: Path) -> None:
    show = "import os; print(os.environ['DATABASE_URL']); raise SystemExit(3)"
    started = start(tmp_path, sys.executable, "-c", show)
    out, _ = started.communicate()

    folder = Path(out.strip().partition("?host=")[2])
    assert started.returncode == 3
    assert folder.name.startswith("schakel-pg-")
    assert not folder.exists()


@needs_server
def test_a_terminated_run_stops_its_server(tmp_path: Path) -> None:
    show = "import os, time; print(os.environ['DATABASE_URL'], flush=True); time.sleep(60)"
    started = start(tmp_path, sys.executable, "-c", show)
    assert started.stdout is not None
    folder = Path(started.stdout.readline().strip().partition("?host=")[2])
    assert folder.exists()

    started.send_signal(signal.SIGTERM)
    started.communicate(timeout=30)

    assert started.returncode == 128 + signal.SIGTERM
    assert not folder.exists()
