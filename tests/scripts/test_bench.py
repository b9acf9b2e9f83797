"""The client of the bench: it asks until the time is over, and counts no refusal as an answer."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

CLIENT = Path(__file__).resolve().parents[2] / "scripts" / "bench" / "client.py"


class Hello(BaseHTTPRequestHandler):
    """Answer 200, or 404 under /weg/; remember the connections and the cookies."""

    protocol_version = "HTTP/1.1"
    seen: tuple[set[Any], set[str | None]] = (set(), set())

    def do_GET(self) -> None:
        self.seen[0].add(self.client_address)
        self.seen[1].add(self.headers["Cookie"])
        self.send_response(404 if self.path.startswith("/weg/") else 200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ja")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hello) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def ask(port: int, *urls: str) -> subprocess.CompletedProcess[str]:
    wish = {"port": port, "cookie": "sessie=x", "urls": urls, "visitors": 2, "seconds": 0.5}
    return subprocess.run(
        [sys.executable, str(CLIENT)],
        input=json.dumps(wish),
        capture_output=True,
        text=True,
        timeout=30,
    )


def test_it_asks_over_connections_that_stay_open_until_the_time_is_over(port: int) -> None:
    Hello.seen = (set(), set())

    told = json.loads(ask(port, "/a/", "/b/").stdout)

    assert 0.5 <= told["seconds"] < 5
    assert len(told["taken"]) > 2 * len(Hello.seen[0]) > 0
    assert Hello.seen[1] == {"sessie=x"}


def test_a_refusal_is_no_measurement(port: int) -> None:
    done = ask(port, "/a/", "/weg/")

    assert done.returncode == 1
    assert "/weg/: 404" in done.stderr


def test_a_server_that_is_gone_is_no_measurement() -> None:
    assert ask(1, "/a/").returncode == 1
