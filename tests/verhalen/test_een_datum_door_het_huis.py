"""One date: from a form, past the law, into the log, out in the table, and back again."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


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
    command = [str(Path(sys.executable).with_name("schakel")), "demo"]
    with (folder / "uit.txt").open("w") as out:
        process = subprocess.Popen(
            command, env=env, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/inloggen/", process, folder / "uit.txt")
        yield address
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=20)


def _wait_for(address: str, process: subprocess.Popen[bytes], told: Path) -> None:
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


def looks_good(page: Page) -> None:
    """Nothing for axe to find, and nothing that makes the page scroll sideways."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, page.url


def figure(page: Page, row: str) -> str:
    """Return what stands for Woerden in a row of the table."""
    cell = page.get_by_role("row", name=re.compile(row)).get_by_role("cell").first
    return cell.inner_text().split()[0]


def test_every_screen_is_sound_for_everyone(screen: Page) -> None:
    for address in ("/inloggen/", "/demo/"):
        screen.goto(address)
        looks_good(screen)
    for persona in ("casus-woerden", "mb-woerden", "beleid-woerden", "inburgeraar", "beheer"):
        screen.goto(f"/demo/inloggen/{persona}")
        looks_good(screen)
        if persona.startswith(("casus", "mb")):
            screen.get_by_role("link", name=re.compile("Hamwi")).click()
            for waarom in screen.locator("summary").all():
                waarom.click()
            looks_good(screen)
        if persona == "casus-woerden":
            screen.goto("/keten/")
            looks_good(screen)
        if persona in {"casus-woerden", "beleid-woerden"}:
            screen.goto("/stand/?peildatum=2022-08-01&bekend_op=2022-07-15&naast=on")
            looks_good(screen)


def test_a_pip_date_is_put_right_and_the_table_of_then_stays(browser: Browser, server: str) -> None:
    page = browser.new_context(base_url=server, locale="nl-NL").new_page()
    page.goto("/demo/inloggen/casus-woerden")
    axes = "/stand/?peildatum=2022-06-10"
    page.goto(axes)
    assert figure(page, "vastgestelde PIPs") == "1"

    page.goto("/dossiers/")
    page.get_by_role("link", name=re.compile("Hamwi")).click()
    page.get_by_role("link", name=re.compile("Herstellen van PIP vastgesteld")).click()
    page.get_by_label("Datum").fill("2022-06-12")
    page.get_by_label("Reden").fill("dagtekening verkeerd overgenomen")
    page.get_by_role("button", name="Bekijk wat er verandert").click()
    expect(page.get_by_text("13 juni 2022 tot en met 12 juni 2025")).to_be_visible()
    looks_good(page)
    page.get_by_role("button", name="Herstellen", exact=True).click()
    expect(page.get_by_text("Hersteld. De oude regel blijft zichtbaar.")).to_be_visible()
    expect(page.locator("s").filter(has_text="PIP vastgesteld")).to_be_visible()
    looks_good(page)

    page.goto(axes)
    assert figure(page, "vastgestelde PIPs") == "0"
    page.goto(f"{axes}&bekend_op=2022-08-31")
    assert figure(page, "vastgestelde PIPs") == "1"
    page.get_by_role("link", name=re.compile("waarom.*vastgestelde PIPs.*Woerden")).click()
    expect(page.get_by_text("dagtekening verkeerd overgenomen")).to_be_visible()
    looks_good(page)
    page.context.close()


def test_it_all_works_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/demo/inloggen/casus-woerden")
    page.get_by_role("link", name=re.compile("Gebremariam")).click()
    page.get_by_role("link", name="PIP vaststellen").click()
    page.get_by_label("Dagtekening").fill("2022-06-17")
    page.get_by_label("onderwijsroute").check()
    page.get_by_role("button", name="PIP vaststellen").click()
    expect(
        page.get_by_text("De inburgeringstermijn loopt van 18 juni 2022 tot en met 17 juni 2025")
    ).to_be_visible()
    context.close()
