"""What every story in a browser asks of every page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def looks_good(page: Page) -> None:
    """Nothing for axe to find, and nothing that makes the page scroll sideways."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, page.url


def fill_in_pip(page: Page, *, dagtekening: str) -> None:
    """Fill in all that a PIP in the B1-route of an asielstatushouder needs."""
    for label, text in (
        ("Waarom de B1-route", "Haalbaar binnen drie jaar."),
        ("Waarom de onderwijsroute", "Wil geen opleiding volgen."),
        ("Waarom de zelfredzaamheidsroute", "Niet nodig."),
        ("Waarom anders dan het advies", "De docent van het azc zag meer."),
        ("Intensiteit van de leerroute", "600"),
        ("Ondersteuning en begeleiding", "Elke zes weken een gesprek."),
        ("Aantal voortgangsgesprekken", "6"),
        ("Intensiteit van het PVT", "12"),
        ("Intensiteit van de MAP", "40"),
        ("Dagtekening", dagtekening),
    ):
        page.get_by_label(label).fill(text)
    page.get_by_label("B1-route", exact=True).check()
    page.get_by_label("Niveau").select_option("B1")
