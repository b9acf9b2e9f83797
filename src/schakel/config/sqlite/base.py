"""The database backend for SQLite.

SQLite has one writer at a time. Who finds it busy sleeps and looks again, ever less often, up to a
tenth of a second: beside a list that comes in, a page that writes who looked then waits for many
rows instead of one. Here it looks every millisecond.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

GEDULD = 20.0
"""Seconds that a transaction waits before it is refused."""
KIJK = 0.001


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions wait their turn in small steps."""

    def _start_transaction_under_autocommit(self) -> None:
        until = time.monotonic() + GEDULD
        with self._at_once():
            while True:
                try:
                    super()._start_transaction_under_autocommit()  # type: ignore[misc]
                    return
                except OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > until:
                        raise
                time.sleep(KIJK)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        """Let SQLite answer at once that it is busy, instead of sleeping itself."""
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {int(GEDULD * 1000)}")
