"""What every test may use, wherever it stands."""

import os
from typing import Any

import pytest

from scripts.find_chromium import HOW_TO_GET_IT, find_chromium

# A test that needs the outside world is a finding, and Chromium asks it a lot by itself.
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Drive the Chromium of the system; its sandbox does not work for root."""
    chromium = find_chromium()
    if chromium is None:
        pytest.skip(HOW_TO_GET_IT)
    # Playwright keeps an event loop in this thread, and Django then refuses its tables.
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": chromium, "args": [*QUIET, *sandbox]}
