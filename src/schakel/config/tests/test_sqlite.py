"""SQLite lets one writer in at a time: whoever waits gets in between two others, soon."""

import sqlite3
import threading
import time
from pathlib import Path

import pytest
from django.db import OperationalError, connections

from schakel.config.sqlite import base

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "beurt.sqlite3"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE iets (n INTEGER)")
    return path


def a_connection(path: Path) -> base.DatabaseWrapper:
    settings = {
        **connections["default"].settings_dict,
        "NAME": str(path), "ENGINE": "schakel.config.sqlite", "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": 0, "AUTOCOMMIT": True, "TIME_ZONE": None, "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {"timeout": 20, "transaction_mode": "IMMEDIATE"},
    }  # fmt: skip
    return base.DatabaseWrapper(settings, alias="default")


def hold(path: Path, *, times: int, ready: threading.Event) -> None:
    """Write as a list that comes in: hold the one place a while, let go, and take it again."""
    database = sqlite3.connect(path, isolation_level=None, timeout=20)
    for _ in range(times):
        database.execute("BEGIN IMMEDIATE")
        ready.set()
        time.sleep(0.02)
        database.execute("COMMIT")
        time.sleep(0.004)
    database.close()


def test_a_transaction_gets_in_between_two_of_another(file: Path) -> None:
    ready = threading.Event()
    other = threading.Thread(target=hold, kwargs={"path": file, "times": 60, "ready": ready})
    other.start()
    ready.wait()
    connection = a_connection(file)

    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO iets VALUES (1)")
    connection.commit()
    connection.set_autocommit(True)
    alive = other.is_alive()
    other.join()

    assert alive, "it waited until the other had done all its turns"
    connection.close()


def test_a_transaction_that_waits_too_long_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "GEDULD", 0.05)
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    connection = a_connection(file)

    with pytest.raises(OperationalError, match="locked"):
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)

    database.execute("ROLLBACK")
    database.close()
    connection.close()
