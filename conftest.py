"""What every test may use, wherever it stands."""

import os
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from django.db import connection

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


@pytest.fixture
def _triggers_stand_again(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Set the append-only triggers anew after a test that had to empty the tables."""
    yield
    with django_db_blocker.unblock(), connection.schema_editor() as editor:
        import_module("schakel.logboek.migrations.0002_append_only").create_triggers(editor)


@pytest.fixture
def committing_db(_triggers_stand_again: None, transactional_db: None) -> Iterator[None]:
    """A database in which transactions really commit, for what happens at the same time.

    Only the emptying afterwards passes the triggers by; the test itself has them.
    """
    yield
    with connection.schema_editor() as editor:
        import_module("schakel.logboek.migrations.0002_append_only").drop_triggers(editor)
