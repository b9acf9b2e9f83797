"""What pages take: the production server on this machine, asked by a process of its own.

Each page stands beside the first of `PAGES`, which asks the database for nearly nothing.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from fill import PERSONA, SEED

PATIENCE = 60
WARM_UP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """What an address may name: dossiers that the persona may see, drawn at random."""

    uuids: list[str]


# The yardstick first. A page whose address does not exist (yet) is left out.
PAGES: tuple[tuple[str, Callable[[World], list[str]]], ...] = (
    ("inloggen", lambda world: ["/inloggen/"]),
    ("lijst", lambda world: [f"/dossiers/?pagina={nth}" for nth in range(1, 11)]),
    ("dossier", lambda world: [f"/dossiers/{uuid}/" for uuid in world.uuids]),
    ("werkvoorraad", lambda world: ["/werk/"]),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One page: what one visitor waits, and how many a second two visitors get."""

    median: float
    p95: float
    per_second: float


def measure_pages(at: datetime, *, seconds: float) -> None:
    """Print for each page what it takes, beside the yardstick of this run."""
    world, cookie = a_world(at), a_session()
    yard: Measured | None = None
    with server() as port:
        for name, addresses in PAGES:
            urls = addresses(world)
            if not exists(urls[0]):
                print(f"  pagina {name}: bestaat nog niet")
                continue
            found = measure(port, cookie, urls, seconds=seconds)
            yard = yard or found
            print(
                f"  pagina {name}: mediaan {found.median * 1000:.1f} ms, "
                f"p95 {found.p95 * 1000:.1f} ms, {found.per_second:.0f}/s; "
                f"maatstaf ({PAGES[0][0]}): {found.median / yard.median:.2f} × zo lang, "
                f"{found.per_second / yard.per_second:.2f} × zo veel; "
                f"{questions(cookie, urls[0])} vragen aan de database",
                flush=True,
            )


def measure(port: int, cookie: str, urls: list[str], *, seconds: float) -> Measured:
    """Ask as one visitor for the waiting, and as two for the number."""
    load(port, cookie, urls, visitors=2, seconds=WARM_UP)
    alone = load(port, cookie, urls, visitors=1, seconds=seconds)
    both = load(port, cookie, urls, visitors=2, seconds=seconds)
    return Measured(
        median=statistics.median(alone["taken"]),
        p95=statistics.quantiles(alone["taken"], n=20)[-1],
        per_second=len(both["taken"]) / both["seconds"],
    )


def load(port: int, cookie: str, urls: list[str], *, visitors: int, seconds: float) -> dict:
    """Let the client ask, and return what it measured."""
    wish = {"port": port, "cookie": cookie, "urls": urls, "visitors": visitors}
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("client.py"))],
        input=json.dumps({**wish, "seconds": seconds}),
        stdout=subprocess.PIPE,
        text=True,
        timeout=seconds + PATIENCE,
        check=True,
    )
    return json.loads(done.stdout)


def a_world(at: datetime) -> World:
    """Let time stand still for the server as well, and draw dossiers for the persona."""
    from schakel.dossier.queries import count_dossiers, list_dossiers
    from schakel.toegang.models import Klok
    from schakel.toegang.queries import actor_for, find_account

    Klok.objects.update_or_create(pk=1, defaults={"nu": at, "scenario": "bench"})
    actor = actor_for(find_account(username=PERSONA), at=at)
    starts = Random(SEED).sample(range(max(count_dossiers(actor=actor) - 10, 1)), 20)
    rows = [row for start in starts for row in list_dossiers(actor=actor, start=start, limit=10)]
    return World(uuids=[str(row.zicht.uuid) for row in rows])


def a_session() -> str:
    """Log the persona in behind the door, and return the cookie."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from schakel.toegang.queries import find_account

    account = find_account(username=PERSONA)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


def exists(url: str) -> bool:
    from django.urls import Resolver404, resolve

    try:
        resolve(url.partition("?")[0])
    except Resolver404:
        return False
    return True


def questions(cookie: str, url: str) -> int:
    """Return how many questions one visit asks the database."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"cookie": cookie, "host": "127.0.0.1"})
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return len(asked)


@contextmanager
def server() -> Iterator[int]:
    """Serve this database as `schakel demo` does, and stop with all that was started."""
    from schakel.demo.management.commands.demo import serve_with

    port = free_port()
    process = subprocess.Popen(serve_with(str(port)), start_new_session=True)
    try:
        wait_for(f"http://127.0.0.1:{port}/inloggen/", process)
        yield port
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
            process.wait(timeout=10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def free_port() -> int:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 -- our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise SystemExit("The server did not come up.")
