"""One date: from a form, past the law, into the log, out in the table, and back again."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.verhalen.scherm import fill_in_pip, looks_good

pytestmark = pytest.mark.browser


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
            screen.goto("/dossiers/")
            looks_good(screen)
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


def test_two_dossiers_become_one_and_two_again(screen: Page) -> None:
    screen.goto("/demo/inloggen/casus-woerden")
    screen.goto("/dossiers/")
    screen.get_by_role("link", name=re.compile("Hamwi")).click()
    screen.get_by_role("link", name="Dit is dezelfde persoon als…").click()
    screen.get_by_label("Zoek het andere dossier").fill("gebremariam")
    screen.get_by_role("button", name="Zoeken").click()
    looks_good(screen)
    screen.get_by_role("button", name=re.compile("Vergelijken")).click()
    expect(screen.get_by_role("heading", name="Naast elkaar")).to_be_visible()
    looks_good(screen)
    screen.get_by_label("Reden").fill("zelfde vingerafdruk")
    screen.get_by_role("button", name="Ja, dit is dezelfde persoon").click()
    expect(screen.get_by_text("De dossiers zijn samengevoegd.")).to_be_visible()
    expect(screen.get_by_text("zelfde vingerafdruk")).to_be_visible()
    looks_good(screen)

    screen.get_by_role("link", name="Ongedaan maken").first.click()
    screen.get_by_label("Reden").fill("toch een ander")
    looks_good(screen)
    screen.get_by_role("button", name="Weer apart zetten").click()
    screen.get_by_role("link", name="Naar het andere").click()
    expect(screen.get_by_role("heading", level=1)).to_contain_text("Gebremariam")


def test_it_all_works_without_script(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/demo/inloggen/casus-woerden")
    page.goto("/dossiers/")
    page.get_by_role("link", name=re.compile("Gebremariam")).click()
    page.get_by_role("link", name="PIP opstellen").first.click()
    fill_in_pip(page, dagtekening="2022-06-17")
    page.get_by_label("onderwijsroute", exact=True).check()
    page.get_by_role("button", name="PIP vaststellen").click()
    expect(
        page.get_by_text("De inburgeringstermijn loopt van 18 juni 2022 tot en met 17 juni 2025")
    ).to_be_visible()
    context.close()
