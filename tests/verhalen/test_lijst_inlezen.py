"""The functioneel beheerder brings in the list of a gemeente, mends it, and brings it in again."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.verhalen.scherm import looks_good

pytestmark = pytest.mark.browser

KOP = ("Klantnr", "Naam", "Voornaam", "Geb.datum", "BSN", "Gemeente", "Groep van de wet",
       "Kennisgeving DUO", "Inschr. BRP", "Opmerkingen")  # fmt: skip


def a_list(folder: Path, width: int, gemeente: str) -> Path:
    """Write two rows; the second is about someone in this gemeente."""
    path = folder / f"lijst {width} van 2022.csv"
    with path.open("w", encoding="cp1252", newline="") as out:
        rows = csv.writer(out, delimiter=";")
        rows.writerow(KOP)
        rows.writerow(
            (f"A{width}", f"Breed{width}", "Ana", "1-2-1990", "", "Woerden", "SH", "1-3-2022",
             "5-3-2022", "=1+1"),
        )  # fmt: skip
        rows.writerow(
            (f"B{width}", f"Smal{width}", "José", "00-00-1988", "", gemeente, "GM", "1-3-2022",
             "5-3-2022", ""),
        )  # fmt: skip
    return path


def choose(page: Page, path: Path) -> None:
    page.goto("/lijsten/")
    page.get_by_label("Bestand", exact=True).set_input_files(path)
    page.get_by_label("Naam van de lijst").fill("verhaal")
    looks_good(page)
    page.get_by_role("button", name="Proef doen").click()


def test_a_list_is_tried_out_mended_and_brought_in(screen: Page, tmp_path: Path) -> None:
    page = screen
    width = page.viewport_size["width"] if page.viewport_size else 0
    page.goto("/demo/inloggen/beheer")

    choose(page, a_list(tmp_path, width, "Woerdn"))
    expect(page.get_by_role("heading", name="Welke kolom is welke?")).to_be_visible()
    looks_good(page)
    page.get_by_role("link", name="Kolommen bekijken").click()
    page.get_by_label("Groep van de wet").select_option("Doelgroep")
    looks_good(page)
    page.get_by_role("button", name="Zo proberen").click()

    expect(page.get_by_text("er is nog niets gewijzigd")).to_be_visible(timeout=20_000)
    expect(page.get_by_text("‘Woerdn’ is geen gemeente")).to_be_visible()
    looks_good(page)
    page.get_by_role("link", name="Geweigerd").click()
    expect(page.get_by_text("Zonder BSN")).to_have_count(0)
    page.get_by_role("button", name="1 goede rij inlezen").click()
    expect(page.get_by_text("Het bestand is gewist")).to_be_visible(timeout=20_000)
    looks_good(page)

    choose(page, a_list(tmp_path, width, "Woerden"))
    page.get_by_role("link", name="Kolommen bekijken").click()
    page.get_by_label("Groep van de wet").select_option("Doelgroep")
    page.get_by_role("button", name="Zo proberen").click()
    expect(page.get_by_text("er is nog niets gewijzigd")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="2 goede rijen inlezen").click()
    expect(page.get_by_text("Alle rijen zijn ingelezen")).to_be_visible(timeout=20_000)
    looks_good(page)

    page.goto("/demo/inloggen/casus-woerden")
    page.goto("/dossiers/")
    page.get_by_label("Zoek een persoon").fill(f"Smal{width}")
    page.get_by_role("button", name=re.compile("Zoek")).first.click()
    page.get_by_role("link", name=re.compile(f"Smal{width}")).first.click()
    expect(page.get_by_role("heading", name=f"José Smal{width}")).to_be_visible()
