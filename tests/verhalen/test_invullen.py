"""Filling in a form with a shaky hand or a session that ends: it lands once, and is not lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, Route, expect

from tests.verhalen.scherm import fill_in_pip, looks_good

pytestmark = pytest.mark.browser


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser of someone in Woerden, in which several tabs can be open."""
    context = browser.new_context(
        base_url=server, locale="nl-NL", viewport={"width": 1360, "height": 900}
    )
    context.set_default_timeout(10_000)
    yield context
    context.close()


def pip_form(context: BrowserContext) -> Page:
    """Return a tab with the form of a PIP, filled in, of someone whose turn it is."""
    page = context.new_page()
    page.goto("/demo/inloggen/casus-woerden")
    page.goto("/dossiers/")
    rows = page.get_by_role("row").filter(has=page.get_by_role("cell", name="PIP", exact=True))
    rows.first.get_by_role("link").click()
    page.get_by_role("link", name="PIP opstellen").first.click()
    fill_in_pip(page, dagtekening="2022-09-01")
    return page


def looks_good_everywhere(page: Page) -> None:
    for width in (390, 1360):
        page.set_viewport_size({"width": width, "height": 900})
        looks_good(page)


def posts_of(page: Page) -> list[str]:
    """Return a list that grows with everything that this page sends."""
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            sent.append(request.url)

    page.on("request", note)
    return sent


def slowly(route: Route) -> None:
    """Let an answer take so long that someone clicks again."""
    if route.request.method == "POST":
        route.request.frame.page.wait_for_timeout(400)
    route.continue_()


def pips(page: Page) -> int:
    return page.locator(".sk-tijdlijn__regel", has_text="PIP vastgesteld").count()


def test_who_clicks_twice_establishes_one_pip(context: BrowserContext) -> None:
    page = pip_form(context)
    sent = posts_of(page)
    page.route("**/pip/", slowly)
    button = page.get_by_role("button", name="PIP vaststellen")
    button.dblclick(no_wait_after=True)
    expect(page.get_by_text("PIP vastgesteld. De inburgeringstermijn loopt van")).to_be_visible()

    assert len(sent) == 1
    assert pips(page) == 1


def test_a_form_that_came_back_can_be_sent_again_with_the_button_that_was_pressed(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    page.goto("/demo/inloggen/casus-woerden")
    page.goto("/dossiers/")
    page.get_by_role("link", name=re.compile("Hamwi")).click()
    page.get_by_role("link", name=re.compile("Herstellen van PIP vastgesteld")).click()
    sent = posts_of(page)
    page.route("**/herstellen/", slowly)
    look = page.get_by_role("button", name="Bekijk wat er verandert")
    page.get_by_label("Uren map").fill("41")
    look.dblclick(no_wait_after=True)
    expect(page.get_by_role("alert")).to_be_visible()
    page.get_by_label("Reden").fill("dagtekening verkeerd overgenomen")
    look.dblclick(no_wait_after=True)
    page.get_by_role("button", name="Herstellen", exact=True).dblclick(no_wait_after=True)
    expect(page.get_by_text("Hersteld. De oude regel blijft zichtbaar.")).to_be_visible()

    assert len(sent) == 3
    assert page.locator("s", has_text="PIP vastgesteld").count() == 1


def test_a_form_that_failed_can_be_sent_again_and_is_not_left_by_accident(
    context: BrowserContext,
) -> None:
    page = pip_form(context)
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.get_by_role("link", name="Annuleren").click(no_wait_after=True)
    page.wait_for_timeout(300)
    assert asked == ["beforeunload"]
    assert page.get_by_label("Dagtekening").input_value() == "2022-09-01"

    save = page.get_by_role("button", name="PIP vaststellen")
    page.get_by_label("Dagtekening").fill("2023-09-01")
    save.click()
    expect(page.get_by_text("ligt in de toekomst").first).to_be_visible()
    page.get_by_label("Dagtekening").fill("2022-09-01")
    context.set_offline(True)
    save.click()
    context.set_offline(False)
    save.click()
    expect(page.get_by_text("PIP vastgesteld. De inburgeringstermijn loopt van")).to_be_visible()

    page.goto("/inloggen/")
    page.get_by_label("Gebruikersnaam").fill("iemand")
    page.goto("/dossiers/")
    assert asked == ["beforeunload"]


def test_a_session_that_ended_in_another_tab_loses_nothing_and_doubles_nothing(
    context: BrowserContext,
) -> None:
    page = pip_form(context)
    other = context.new_page()
    other.goto("/")
    other.get_by_role("button", name="Uitloggen").click()
    expect(other.get_by_role("heading", name="Inloggen")).to_be_visible()

    page.get_by_role("button", name="PIP vaststellen").click()
    expect(page.get_by_role("heading", name="Uw sessie was verlopen")).to_be_visible()
    looks_good_everywhere(page)
    with context.expect_page() as opened:
        page.get_by_role("link", name="kies in een nieuw tabblad een persoon").click()
    opened.value.goto("/demo/inloggen/casus-woerden")
    page.get_by_role("button", name="Ik ben weer ingelogd").dblclick()
    expect(page.get_by_role("heading", name="Dit vulde u in")).to_be_visible()
    expect(page.get_by_role("definition").filter(has_text="1 september 2022")).to_be_visible()
    looks_good_everywhere(page)
    page.get_by_role("button", name="Verder").dblclick()
    expect(page.get_by_text("PIP vastgesteld. De inburgeringstermijn loopt van")).to_be_visible()
    assert pips(page) == 1
