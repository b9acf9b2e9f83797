"""From an empty house to two people at work, on the production server, without a password sent."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.verhalen.conftest import wait_for
from tests.verhalen.scherm import looks_good

pytestmark = pytest.mark.browser
WACHTWOORD = "een zin om te onthouden"
BIN = Path(sys.executable).parent
INRICHTEN = """
from schakel.keten.actions import add_gemeente
from schakel.toegang.queries import now, system_actor
for code, naam in (("0632", "Woerden"), ("0335", "Montfoort")):
    add_gemeente(actor=system_actor(at=now()), code=code, naam=naam,
                 arbeidsmarktregio="Utrecht-Midden", centrumgemeente="Utrecht")
"""


class Huis:
    """A real installation: no demo, real time, its own database."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        # A security key knows a house by its name, and an address of numbers is none.
        self.address = f"http://localhost:{self.port}"
        self.env = {
            **{name: value for name, value in os.environ.items() if name != "SCHAKEL_DEMO"},
            "SCHAKEL_VAR": str(folder),
            "SCHAKEL_HTTPS": "0",
            "DJANGO_SETTINGS_MODULE": "schakel.config.settings",
            "DATABASE_URL": f"sqlite:///{folder / 'huis.sqlite3'}",
        }

    def run(self, *words: str) -> str:
        done = subprocess.run(
            [str(BIN / "schakel"), *words], env=self.env, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def invite_beheerder(self, name: str) -> str:
        return self.run(
            "gebruiker", "uitnodigen", name, "--naam", "B. Eheer", "--functie",
            "functioneel beheerder", "--organisatie", "Ferm Werk", "--adres", self.address,
        )  # fmt: skip


@pytest.fixture(scope="module")
def huis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Huis]:
    folder = tmp_path_factory.mktemp("huis")
    one = Huis(folder)
    one.run("migrate", "--verbosity", "0")
    one.run("shell", "--verbosity", "0", "-c", INRICHTEN)
    command = [
        str(BIN / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port",
        str(one.port), "--workers", "2", "--blocking-threads", "1", "--log-level", "warning",
        "schakel.config.wsgi:application",
    ]  # fmt: skip
    with (folder / "uit.txt").open("w") as out:
        process = subprocess.Popen(
            command, env=one.env, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        wait_for(f"http://127.0.0.1:{one.port}/inloggen/", process, folder / "uit.txt")
        yield one
    finally:
        os.killpg(process.pid, 15)
        process.wait(timeout=20)


@pytest.fixture(params=[1360, 390], ids=["wide", "phone"])
def breed(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def a_browser(browser: Browser, huis: Huis, breed: int) -> BrowserContext:
    return browser.new_context(
        base_url=huis.address, locale="nl-NL", viewport={"width": breed, "height": 900}
    )


def choose_password(page: Page, link: str) -> None:
    page.goto(link)
    expect(page).to_have_url(re.compile(r"/uitnodiging/$"))
    looks_good(page)
    page.get_by_label("Nieuw wachtwoord", exact=True).fill(WACHTWOORD)
    page.get_by_label("Nogmaals").fill(WACHTWOORD)
    page.get_by_role("button", name="Wachtwoord vastleggen").click()


def set_up_app(page: Page) -> None:
    expect(page.get_by_role("img", name="QR-code")).to_be_visible()
    looks_good(page)
    secret = page.locator("dd.sk-code").inner_text().replace(" ", "")
    counter = int(time.time()) // 30  # noqa: TID251 - the clock of a telephone
    page.get_by_label("Code uit de app").fill("000000")
    page.get_by_role("button", name="App gebruiken").click()
    expect(page.get_by_role("alert").first).to_contain_text("klopt niet")
    looks_good(page)
    code = totp.format_hotp_value(totp.hotp_value(secret, counter))
    page.get_by_label("Code uit de app").fill(code)
    page.get_by_role("button", name="App gebruiken").click()


def take_codes(page: Page) -> list[str]:
    expect(page.get_by_role("heading", name="Bewaar uw noodcodes")).to_be_visible()
    looks_good(page)
    codes = page.locator(".sk-noodcodes li").all_inner_texts()
    assert len(codes) == 10
    page.get_by_role("link", name="Ik heb ze bewaard").click()
    return codes


def give_password(page: Page, name: str) -> None:
    page.goto("/inloggen/")
    looks_good(page)
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Wachtwoord").fill(WACHTWOORD)
    page.get_by_role("button", name="Inloggen").click()


def add_gebruiker(page: Page, name: str, naam: str) -> str:
    """Make an account and an invitation, and return the link."""
    page.goto("/gebruikers/")
    looks_good(page)
    page.get_by_role("link", name="Nieuwe gebruiker").click()
    looks_good(page)
    page.get_by_label("Naam", exact=True).fill(naam)
    page.get_by_label("Functie").fill("consulent")
    page.get_by_label("Organisatie", exact=True).select_option("Ferm Werk")
    page.get_by_label("Gebruikersnaam").fill(name)
    page.get_by_label("Rol").select_option("Casusregisseur")
    page.get_by_label("Woerden").check()
    page.get_by_role("button", name="Account maken").click()
    expect(page.get_by_role("heading", name=naam)).to_be_visible()
    looks_good(page)
    page.get_by_role("button", name="Uitnodiging maken").click()
    looks_good(page)
    return page.locator("#link").inner_text()


def walk_past_the_rest(page: Page) -> None:
    """Look at each page around one account, and at one's own."""
    page.get_by_role("link", name="Terug naar").click()
    there = page.url
    for what in ("Wijzigen", "Account uitzetten"):
        page.get_by_role("link", name=what).click()
        looks_good(page)
        page.goto(there)
    page.get_by_role("link", name="Mijn account").click()
    looks_good(page)
    for what in ("Wachtwoord wijzigen", "App of sleutel toevoegen", "Verwijderen"):
        page.get_by_role("link", name=what).first.click()
        looks_good(page)
        page.goto("/account/")


def test_from_the_first_beheerder_to_someone_with_a_key(
    huis: Huis, browser: Browser, breed: int
) -> None:
    first, second = a_browser(browser, huis, breed), a_browser(browser, huis, breed)
    beheer, consulent = first.new_page(), second.new_page()
    said: list[str] = []
    for page in (beheer, consulent):
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())

    choose_password(beheer, huis.invite_beheerder(f"beheer{breed}"))
    set_up_app(beheer)
    take_codes(beheer)
    expect(beheer).to_have_url(re.compile(r"/keten/"))
    naam = f"Consulent van {breed}"
    link = add_gebruiker(beheer, f"consulent{breed}", naam)
    walk_past_the_rest(beheer)

    keys = second.new_cdp_session(consulent)
    keys.send("WebAuthn.enable")
    keys.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {
            "protocol": "ctap2", "transport": "internal", "hasUserVerification": True,
            "isUserVerified": True, "automaticPresenceSimulation": True,
        }},
    )  # fmt: skip
    choose_password(consulent, link)
    consulent.get_by_label("Naam voor deze sleutel").fill("Laptop")
    consulent.get_by_role("button", name="Sleutel toevoegen").click()
    codes = take_codes(consulent)
    expect(consulent).to_have_url(re.compile(r"/werk/"))
    consulent.get_by_role("button", name="Uitloggen").click()

    give_password(consulent, f"consulent{breed}")
    expect(consulent.get_by_role("heading", name="Tweede stap")).to_be_visible()
    looks_good(consulent)
    consulent.get_by_role("button", name="Sleutel gebruiken").click()
    expect(consulent).to_have_url(re.compile(r"/werk/"))
    consulent.get_by_role("button", name="Uitloggen").click()

    give_password(consulent, f"consulent{breed}")
    consulent.get_by_label("Code").fill(codes[0])
    consulent.get_by_role("button", name="Verder").click()
    expect(consulent).to_have_url(re.compile(r"/werk/"))

    beheer.goto("/gebruikers/")
    beheer.get_by_role("link", name=naam).click()
    beheer.get_by_role("link", name="Tweede stap terugzetten").click()
    looks_good(beheer)
    beheer.goto(beheer.url.replace("tweede-stap/", ""))
    beheer.get_by_role("link", name="Account uitzetten").click()
    beheer.get_by_role("button", name="Account uitzetten").click()
    expect(beheer.get_by_text("kan niet meer inloggen en is overal uitgelogd")).to_be_visible()
    looks_good(beheer)
    consulent.goto("/dossiers/")
    expect(consulent).to_have_url(re.compile(r"/inloggen/"))
    consulent.goto(link)
    expect(consulent.get_by_role("alert")).to_contain_text("gebruikt of verlopen")
    looks_good(consulent)

    first.close()
    second.close()
    assert said == []
