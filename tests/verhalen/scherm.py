"""What every story in a browser asks of every page."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def looks_good(page: Page) -> None:
    """Nothing for axe to find, and nothing that makes the page scroll sideways."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert width <= 0, page.url
