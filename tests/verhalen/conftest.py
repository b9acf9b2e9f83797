"""A running house for the stories: the production server on a training region of its own.

A page with a changed form asks before it is left; Playwright then says "stay", unless the test
listens to `dialog`. So send the form, or press a link, before going elsewhere.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the training region of the memo with the production server, and stop it again."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {
        **os.environ,
        "PORT": str(port),
        "SCHAKEL_VAR": str(folder),
        "SCHAKEL_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "schakel.config.settings",
        "DATABASE_URL": f"sqlite:///{folder / 'demo.sqlite3'}",
    }
    command = [
        str(Path(sys.executable).with_name("schakel")), "demo", "--scenario", "memo-2022",
    ]  # fmt: skip
    with (folder / "uit.txt").open("w") as out:
        process = subprocess.Popen(
            command, env=env, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/inloggen/", process, folder / "uit.txt")
        yield address
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=20)


def wait_for(address: str, process: subprocess.Popen[bytes], told: Path) -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except (URLError, OSError):
            time.sleep(0.3)
    pytest.fail(f"The server did not come up:\n{told.read_text()}")


@pytest.fixture(params=[1360, 390], ids=["wide", "phone"])
def screen(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    """A page of this width in Dutch, whose console must stay silent."""
    context = browser.new_context(
        base_url=server, locale="nl-NL", viewport={"width": request.param, "height": 900}
    )
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert said == []
