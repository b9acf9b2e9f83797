"""Run a command with a PostgreSQL to talk to: `python scripts/with_postgres.py pytest -x`.

A DATABASE_URL that already names PostgreSQL is used as it is. Otherwise a cluster of its own is
made in a temporary folder, reached over a unix socket, and thrown away after the command. Not for
data that must be kept: it is told not to wait for the disk. Exit code 77: no server here.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

ROLE = DATABASE = "schakel"
NO_SERVER = 77
START_SECONDS = 30
# For a database that nobody will miss.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")
INITDB = ("--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")
HOW_TO_GET_IT = "install the server of PostgreSQL (Debian: apt-get install postgresql)"


def find_binaries() -> Path | None:
    """Return the folder with `initdb` and `postgres`, the newest if there are several."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: int(folder.parent.name) if folder.parent.name.isdigit() else 0,
        reverse=True,
    )
    if shutil.which("pg_config"):
        answer = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True)
        if answer.returncode == 0:
            folders.append(Path(answer.stdout.strip()))
    if initdb := shutil.which("initdb"):
        folders.append(Path(initdb).resolve().parent)
    complete = (f for f in folders if (f / "initdb").exists() and (f / "postgres").exists())
    return next(complete, None)


def is_postgres(url: str) -> bool:
    """True for a DATABASE_URL that names PostgreSQL."""
    return url.startswith(("postgres://", "postgresql://", "psql://", "pgsql://"))


def not_as_root() -> dict[str, Any]:
    """Return what subprocess needs to run the server as `postgres`: it refuses to run as root."""
    if os.name == "posix" and os.geteuid() == 0:
        return {"user": "postgres", "group": "postgres", "extra_groups": []}
    return {}


def wait_until_it_answers(binaries: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    """Return when the server takes connections; say what it wrote when it never does."""
    command = [binaries / "pg_isready", "-q", "-h", folder, "-U", ROLE, "-d", "postgres"]
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        if subprocess.run(command).returncode == 0:
            return
        time.sleep(0.05)
    log = (folder / "log").read_text(errors="replace")
    sys.exit(f"PostgreSQL did not start. It wrote:\n{log}")


def stop(server: subprocess.Popen[bytes]) -> None:
    """End the server at once, with whoever is still connected."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=10)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


@contextmanager
def temporary_cluster(binaries: Path) -> Iterator[str]:
    """Start a cluster of our own and give its DATABASE_URL; stop and remove it afterwards."""
    # A socket's whole path may be some hundred characters: TMPDIR can be too long for that.
    short = tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp"  # noqa: S108
    folder = Path(tempfile.mkdtemp(prefix="schakel-pg-", dir=short))
    other_user = not_as_root()
    server = None
    try:
        if other_user:
            shutil.chown(folder, "postgres", "postgres")
        common = {"cwd": folder, **other_user}
        subprocess.run(
            [binaries / "initdb", "-D", folder / "data", "-U", ROLE, "-A", "trust", *INITDB],
            check=True,
            stdout=subprocess.DEVNULL,
            **common,
        )
        settings = [word for setting in FAST for word in ("-c", setting)]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", folder / "data", "-k", folder, "-h", "", *settings],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # ctrl-C is for the command; the server is stopped below
                **common,
            )
        wait_until_it_answers(binaries, folder, server)
        subprocess.run([binaries / "createdb", "-h", folder, "-U", ROLE, DATABASE], check=True)
        # The path of the socket goes in the query: django-environ does not decode it in the host.
        yield f"postgres://{ROLE}:@/{DATABASE}?host={folder}"
    finally:
        if server:
            stop(server)
        shutil.rmtree(folder, ignore_errors=True)


def run(command: Sequence[str], url: str) -> int:
    """Run the command with this DATABASE_URL and pass its exit code on."""
    child = subprocess.Popen(command, env={**os.environ, "DATABASE_URL": url})
    try:
        return child.wait()
    except BaseException:
        # Ctrl-C reached the child as well, SIGTERM did not: ask, wait, insist.
        child.terminate()
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        raise


def leave(number: int, _frame: object) -> NoReturn:
    """Turn a signal into an exit, so that what was started is cleaned up."""
    sys.exit(128 + number)


def main(command: Sequence[str]) -> int:
    """Run the command against PostgreSQL; see the top of this file."""
    if not command:
        sys.exit(f"usage: {Path(__file__).name} COMMAND [ARGUMENT ...]")
    url = os.environ.get("DATABASE_URL", "")
    if is_postgres(url):
        return run(command, url)
    binaries = find_binaries()
    if binaries is None:
        print(f"No PostgreSQL server found: {HOW_TO_GET_IT}, or set DATABASE_URL.", file=sys.stderr)
        return NO_SERVER
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    with temporary_cluster(binaries) as url:
        return run(command, url)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
