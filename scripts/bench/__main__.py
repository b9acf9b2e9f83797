"""Measure what people wait for, each beside a yardstick of the same run and the same database.

    python scripts/bench [--dossiers 100000] [--seconden 10]

Works in a database of its own: a temporary SQLite file, or the PostgreSQL of DATABASE_URL that
`scripts/with_postgres.py` made for this run.
"""

import argparse
import os
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from deeds import measure_actions, measure_stand
from fill import fill
from lijst import measure_beside_import, measure_list
from pages import measure_pages
from wet import measure_wet

LIJST, LANGE_LIJST = 1000, 50_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    parser.add_argument("--seconden", type=float, default=10, help="per page and per measurement")
    wish = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        os.environ["SCHAKEL_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")
        import django

        django.setup()
        run(wish.dossiers, seconds=wish.seconden)


def run(count: int, *, seconds: float) -> None:
    from django.core.management import call_command
    from django.db import connection

    from schakel.base.tijd import noon
    from schakel.toegang.queries import system_actor

    call_command("migrate", verbosity=0)
    from schakel.demo.keten import build_keten

    at = noon(date(2026, 11, 1))
    build_keten(actor=system_actor(at=at))
    print(f"\n{connection.vendor}, {count} dossiers")
    measure_wet()
    started = time.perf_counter()
    events = fill(count, at)
    rate = count / (time.perf_counter() - started)
    print(f"  {events} gebeurtenissen in bulk en geprojecteerd: {rate:.0f} dossiers/s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    measure_actions(at)
    measure_stand(at)
    measure_pages(at, seconds=seconds)
    measure_list(at, rows=LIJST)
    measure_beside_import(at, rows=LANGE_LIJST, for_seconds=seconds)


if __name__ == "__main__":
    sys.exit(main())
