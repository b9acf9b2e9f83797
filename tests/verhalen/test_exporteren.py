"""Taking a list along: with the keyboard, as a file, and who watches over it sees that."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from python_calamine import CalamineWorkbook

from tests.verhalen.scherm import looks_good

pytestmark = pytest.mark.browser


def as_persona(page: Page, name: str) -> None:
    page.goto(f"/demo/inloggen/{name}")


def open_menu(page: Page) -> None:
    """Open each control to export and look at the page; close it again."""
    for control in page.locator("details.sk-export").all():
        control.locator("summary").focus()
        page.keyboard.press("Enter")
        expect(control.get_by_role("button", name="Excel")).to_be_visible()
        looks_good(page)
        page.keyboard.press("Escape")
        expect(control.get_by_role("button", name="Excel")).to_be_hidden()


def take(page: Page, soort: str, to: Path) -> Path:
    page.locator("details.sk-export summary").first.click()
    with page.expect_download() as found:
        page.locator("details.sk-export[open]").get_by_role("button", name=soort).click()
    path = to / found.value.suggested_filename
    found.value.save_as(path)
    return path


def test_every_list_has_a_calm_control(screen: Page) -> None:
    as_persona(screen, "casus-woerden")
    for address in ("/dossiers/", "/werk/?wie=team", "/stand/", "/stand/pips/0632/", "/keten/"):
        screen.goto(address)
        expect(screen.locator("details.sk-export").first).to_be_visible()
        open_menu(screen)
    screen.goto("/zoeken/")
    screen.get_by_label("Zoek een persoon").fill("a")
    screen.get_by_role("button", name="Zoeken").click()
    open_menu(screen)


def test_a_list_is_taken_along_and_seen_by_who_watches(screen: Page, tmp_path: Path) -> None:
    as_persona(screen, "mb-woerden")
    screen.goto("/dossiers/")
    shown = screen.locator("tbody th a").all_inner_texts()

    for soort, end in (("Excel", "xlsx"), ("OpenDocument", "ods")):
        path = take(screen, soort, tmp_path)
        assert re.fullmatch(rf"dossiers-\d{{4}}-\d\d-\d\d\.{end}", path.name)
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
        assert [row[0] for row in sheet[1:]] == shown
        screen.reload()
    assert take(screen, "csv", tmp_path).read_bytes().startswith(b"\xef\xbb\xbfNaam;")

    as_persona(screen, "privacy")
    screen.goto("/")
    screen.get_by_role("link", name="Exports").click()
    expect(screen.get_by_text("Anja Blom").first).to_be_visible()
    looks_good(screen)
    open_menu(screen)


def test_without_script_it_works_as_well(browser: Browser, server: str, tmp_path: Path) -> None:
    context = browser.new_context(base_url=server, locale="nl-NL", java_script_enabled=False)
    page = context.new_page()
    as_persona(page, "beleid-woerden")
    page.goto("/stand/")
    assert take(page, "Excel", tmp_path).name.startswith("stand-van-zaken-")
    context.close()
