"""One newcomer, carried on screen from first appearance to the aanmelding, as a caseworker does."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.verhalen.scherm import fill_in_pip, looks_good

pytestmark = pytest.mark.browser

ANJA = "Anja Blom, Maatschappelijke begeleiding Woerden (voorbeeld)"
WIDTHS = ((1360, "Amanuel", "Ghebrehiwet"), (390, "Zeynep", "Yıldırım-Öz"))


@pytest.fixture(params=WIDTHS, ids=["wide", "phone"])
def someone(
    request: pytest.FixtureRequest, browser: Browser, server: str
) -> Iterator[tuple[BrowserContext, str, str]]:
    """A browser of this width, and the name of the newcomer it is about."""
    width, voornaam, achternaam = request.param
    context = browser.new_context(
        base_url=server, locale="nl-NL", viewport={"width": width, "height": 900}
    )
    context.set_default_timeout(10_000)
    yield context, voornaam, achternaam
    context.close()


def as_persona(page: Page, name: str) -> None:
    page.goto(f"/demo/inloggen/{name}")


def save(page: Page, button: str, said: str) -> None:
    """Look at the form, press its button, and read what is said."""
    looks_good(page)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    looks_good(page)


def take(page: Page, step: str) -> None:
    """Choose a step from the menu of what can be recorded."""
    page.locator("summary", has_text="Vastleggen").click()
    page.get_by_role("link", name=step, exact=True).first.click()


def figure(page: Page, row: str) -> int:
    """Return what stands for Woerden in a row of the table of today."""
    page.goto("/stand/")
    cell = page.get_by_role("row", name=re.compile(row)).get_by_role("cell").first
    return int(cell.inner_text().split()[0])


def in_group(page: Page, group: str, name: str) -> None:
    """This person stands in this group of the werkvoorraad."""
    page.goto("/werk/")
    section = page.locator("section", has=page.get_by_role("heading", name=re.compile(group)))
    expect(section.get_by_role("link", name=re.compile(f"^{name}")).first).to_be_visible()


def enter(page: Page, voornaam: str, achternaam: str) -> str:
    """Open a dossier with all that is known, and return its address."""
    page.goto("/dossiers/")
    page.get_by_role("link", name="Nieuw dossier").click()
    page.get_by_label("Voornaam").fill(voornaam)
    page.get_by_label("Achternaam").fill(achternaam)
    page.get_by_label("Geboortejaar").fill("1991")
    page.get_by_label("Telefoon").fill("06 12345678")
    page.get_by_label("Gemeente", exact=True).select_option("0632")
    page.get_by_label("Verantwoordelijk sinds").fill("2022-08-01")
    page.get_by_label("Verblijfsvergunning").select_option("asiel_bepaald")
    page.get_by_label("Verleend op").fill("2022-07-20")
    page.get_by_label("Gemeente van inschrijving").select_option("0632")
    page.get_by_label("Ingeschreven in de BRP op").fill("2022-08-15")
    page.get_by_label("Begin inburgeringsplicht").fill("2022-07-20")
    page.get_by_label("Kennisgeving van DUO").fill("2022-07-25")
    page.get_by_label("Doelgroep", exact=True).select_option("asielstatushouder")
    page.get_by_label("Toepasselijke wet").select_option("WI2021")
    looks_good(page)
    page.get_by_role("button", name="Dossier openen").last.click()
    expect(page.get_by_role("heading", name=f"{voornaam} {achternaam}")).to_be_visible()
    looks_good(page)
    return page.url


def ask_why(page: Page) -> None:
    """Every sum opens with the keyboard; its facts go along to the rule, and in no address."""
    for summary in page.locator("details.sk-uitleg > summary").all():
        summary.press("Enter")
    looks_good(page)
    termijn = page.locator("details.sk-uitleg", has_text="Inburgeringstermijn tot en met")
    termijn.get_by_role("button", name=re.compile("^Wat als")).press("Enter")
    page.get_by_label("Dagtekening PIP").fill("2022-08-01")
    page.get_by_role("button", name="Rekenen").press("Enter")
    expect(page.get_by_text("Anders: Dagtekening PIP")).to_be_visible()
    assert page.url.endswith("/wet/inburgeringstermijn/")
    looks_good(page)


def test_from_first_appearance_to_the_aanmelding(
    someone: tuple[BrowserContext, str, str], tmp_path: Path
) -> None:
    context, voornaam, achternaam = someone
    page = context.new_page()
    as_persona(page, "casus-woerden")
    before = {
        row: figure(page, row) for row in ("brede intakes", "vastgestelde PIPs", "Aantal aan")
    }
    address = enter(page, voornaam, achternaam)
    in_group(page, "Bellen of antwoorden", achternaam)

    page.goto(address)
    page.get_by_role("link", name="Uitnodigen voor de brede intake").first.click()
    page.get_by_label("Dag van het gesprek").fill("2022-09-01")
    page.get_by_label("Tweede paar ogen").select_option(label=ANJA)
    save(page, "Uitnodiging vastleggen", "Uitnodiging vastgelegd.")
    in_group(page, "Afspraken vandaag", achternaam)

    assert context.browser is not None
    partner = context.browser.new_context(base_url=page.url.split("/werk")[0], locale="nl-NL")
    other = partner.new_page()
    as_persona(other, "mb-woerden")
    in_group(other, "Afspraken vandaag", achternaam)

    page.goto(address)
    page.get_by_role("link", name="Eerste gesprek van de brede intake").first.click()
    page.get_by_label("De inburgeraar is gewezen").check()
    save(page, "Gesprek vastleggen", "Gesprek vastgelegd.")
    for box in page.locator("textarea").all():
        box.fill("Besproken, met tolk.")
    save(page, "Verslag bewaren", "Verslag bewaard.")

    other.goto(address)
    expect(other.get_by_text("Brede intake: taalniveau").first).to_be_visible()
    other.get_by_role("link", name=re.compile("Klopt dit niet.*taalniveau")).click()
    other.get_by_label("Wat klopt er niet?").fill("Hij spreekt ook Engels.")
    save(other, "Tegenspraak versturen", "Verstuurd.")
    page.goto(address)
    page.get_by_role("link", name="Tegenspraak beantwoorden").click()
    page.get_by_label("Uw antwoord").fill("Aangevuld.")
    save(page, "Antwoord bewaren", "Antwoord bewaard.")

    take(page, "Leerbaarheidstoets plannen")
    page.get_by_label("Afspraak gemaakt op").fill("2022-08-25")
    page.get_by_label("Dag van de toets").fill("2022-09-01")
    save(page, "Afspraak vastleggen", "Afspraak voor de leerbaarheidstoets vastgelegd.")
    page.get_by_role("link", name="Leerbaarheidstoets afgenomen").first.click()
    page.get_by_label("B1-route haalbaar").check()
    save(page, "Toets vastleggen", "Leerbaarheidstoets vastgelegd.")
    in_group(page, "Beslissen", achternaam)

    page.goto(address)
    page.get_by_role("link", name="PIP opstellen").first.click()
    page.get_by_label("Gezondheid").fill("Slaapt slecht.")
    page.get_by_label("Ondersteuning en begeleiding").fill("Elke zes weken een gesprek.")
    save(page, "Concept bewaren", "Concept bewaard.")
    page.get_by_label("Wie leest mee?").select_option(label=ANJA)
    save(page, "Voorleggen", "Voorgelegd.")
    in_group(page, "Wachten op anderen", achternaam)
    other.goto(address)
    other.get_by_role("link", name="Concept-PIP meelezen").click()
    expect(other.get_by_text("Elke zes weken een gesprek.")).to_be_visible()
    assert "Slaapt slecht" not in other.content()
    other.get_by_label("ja", exact=True).check()
    save(other, "Versturen", "Dank u.")

    page.goto(address)
    page.get_by_role("link", name="PIP opstellen").first.click()
    expect(page.get_by_text("Akkoord")).to_be_visible()
    fill_in_pip(page, dagtekening="2022-09-01")
    page.get_by_label("Waarom anders dan het advies").fill("")
    save(page, "PIP vaststellen", "PIP vastgesteld. De inburgeringstermijn loopt van 2 september")
    with page.expect_download() as letter:
        page.get_by_role("link", name=re.compile("PIP van 1 september 2022")).click()
    path = tmp_path / "brief.pdf"
    letter.value.save_as(path)
    assert path.read_bytes().startswith(b"%PDF-")
    assert letter.value.suggested_filename == "PIP-2022-09-01.pdf"

    page.get_by_role("link", name="PIP verzonden of uitgereikt").first.click()
    save(page, "Vastleggen", "Vastgelegd wanneer het PIP is verzonden.")
    page.get_by_role("link", name="Aanmelden bij de taalaanbieder").first.click()
    page.get_by_label("Taalaanbieder").select_option(index=1)
    save(page, "Aanmelding versturen", "Aangemeld.")
    expect(page.get_by_text("de aanmelding of inschrijving is vastgelegd")).to_be_visible()
    ask_why(page)

    after = {row: figure(page, row) for row in before}
    assert after == {row: number + 1 for row, number in before.items()}
    page.goto("/werk/")
    assert achternaam not in page.content()
    as_persona(other, "taal-utrecht")
    other.goto("/dossiers/")
    expect(other.get_by_role("link", name=re.compile(achternaam))).to_be_visible()
    looks_good(other)
    partner.close()
