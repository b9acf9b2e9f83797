"""Make the pictures in docs/beeld from the running product.

    python scripts/pictures.py [--map FOLDER]

Builds the training region in a temporary database, serves it on a free port of this machine,
photographs it with the system's Chromium, and leaves nothing running behind. A Chromium without the
Dutch language (Debian: chromium-l10n) shows the dates in forms as Americans write them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from find_chromium import HOW_TO_GET_IT, find_chromium
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 120
FLAGS = (
    "--lang=nl-NL",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESK, PHONE = (1360, 900), (390, 844)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture: as which persona, how wide, and how to get to what it shows.

    :param whole: the whole page, or only what fits on the screen at first
    """

    name: str
    persona: str
    show: Callable[[Page], None]
    size: tuple[int, int] = DESK
    whole: bool = False


def main() -> int:
    """Make all pictures; 2 when there is nothing to make them with."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--map", type=Path, default=ROOT / "docs" / "beeld")
    folder: Path = parser.parse_args().map
    chromium = find_chromium()
    if chromium is None:
        print(f"No Chromium found: {HOW_TO_GET_IT}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as fresh:
        take_all(chromium, Path(fresh))
        folder.mkdir(parents=True, exist_ok=True)
        for path in sorted(Path(fresh).iterdir()):
            shutil.copyfile(path, folder / path.name)
            print(f"{path.name}: {path.stat().st_size // 1024} kB")
    return 0


def take_all(chromium: str, folder: Path) -> None:
    """Take all pictures, or fail with none of them replaced."""
    with demo_server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium,
            env={**os.environ, "LANGUAGE": "nl"},
            args=[*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])],
        )
        for picture in PICTURES:
            take(browser, picture, address=address, folder=folder)
        browser.close()


def take(browser: Browser, picture: Picture, *, address: str, folder: Path) -> None:
    """Log in, go there, and photograph."""
    width, height = picture.size
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": height}, locale="nl-NL"
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(f"/demo/inloggen/{picture.persona}")
    picture.show(page)
    page.mouse.move(0, 0)
    page.evaluate("document.fonts.ready")
    path = folder / f"{picture.name}.png"
    page.screenshot(path=path, full_page=picture.whole, animations="disabled")
    context.close()


@contextmanager
def demo_server() -> Iterator[str]:
    """Serve a fresh training region, and stop it and forget it afterwards."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="schakel-beeld-") as folder:
        env = {name: value for name, value in os.environ.items() if not name.startswith("SCHAKEL_")}
        env |= {
            "SCHAKEL_VAR": folder,
            "DATABASE_URL": f"sqlite:///{Path(folder) / 'beeld.sqlite3'}",
            "PORT": str(port),
        }
        server = subprocess.Popen(
            [str(Path(sys.executable).with_name("schakel")), "demo", "--scenario", "regio"],
            cwd=ROOT,
            env=env,
            stdout=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(f"{address}/demo/", server)
            yield address
        finally:
            stop(server)


def stop(server: subprocess.Popen[bytes]) -> None:
    """Stop the server with all that it started."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, how)
            server.wait(timeout=10)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the address answers.

    :raises RuntimeError: when the server stopped, or took too long
    """
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"The demo stopped with exit code {server.returncode}.")
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 -- our own address
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise RuntimeError(f"The demo did not answer within {PATIENCE} seconds.")


def open_dossier(page: Page, *, of: str) -> None:
    """Open the first dossier in the list whose line says `of`."""
    page.goto("/dossiers/")
    page.get_by_role("row").filter(has_text=of).first.get_by_role("link").click()
    page.get_by_role("heading", name="Tijdlijn").wait_for()


def dossier(page: Page) -> None:
    """The page of someone whose leerroute runs, with the sum behind the first term unfolded."""
    open_dossier(page, of="Leerroute")
    page.locator("#termijnen ~ details summary").first.click()


def werkvoorraad(page: Page) -> None:
    """The work of this morning."""
    page.goto("/werk/")
    page.get_by_role("heading", name="Bellen of antwoorden").wait_for()


def pip(page: Page) -> None:
    """A concept PIP that lies with the second pair of eyes."""
    page.goto("/werk/")
    page.get_by_role("link", name="Concept-PIP meelezen").first.click()
    page.get_by_role("link", name="Nu doen").click()
    page.get_by_role("heading", name="Laten meelezen").wait_for()


def stand(page: Page) -> None:
    """The table of the stand van zaken with what stands beside the figures."""
    page.goto("/stand/")
    page.get_by_role("heading", name="In beeld").wait_for()


def telefoon(page: Page) -> None:
    """The same dossier on a phone."""
    open_dossier(page, of="Leerroute")


PICTURES = (
    Picture(name="werkvoorraad", persona="casus-woerden", show=werkvoorraad, size=(1360, 1480)),
    Picture(name="dossier", persona="casus-woerden", show=dossier),
    Picture(name="pip", persona="casus-woerden", show=pip, size=(1360, 1280)),
    Picture(name="stand", persona="team", show=stand, whole=True),
    Picture(name="telefoon", persona="casus-woerden", show=telefoon, size=PHONE),
)


if __name__ == "__main__":
    sys.exit(main())
