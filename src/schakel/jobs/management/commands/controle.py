"""`schakel controle`: is every table what the log says, and is the log itself sound?"""

from typing import Any

from django.core.management.base import CommandParser
from django.db import connection

from schakel.dossier.queries import list_all, list_log
from schakel.dossier.queries import list_differences as dossier_differences
from schakel.logboek.queries import list_unsound
from schakel.toegang.commands import HouseCommand, day
from schakel.toegang.queries import system_actor
from schakel.traject.queries import counted_differences
from schakel.traject.queries import list_differences as traject_differences


class Command(HouseCommand):
    """Check every projection."""

    help = "Vergelijk elke tabel met het logboek. Eindigt met 0 als alles klopt, anders met 1."

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add the day whose figures are counted out one by one."""
        parser.add_argument(
            "--op", type=day, metavar="DATUM", help="tel ook deze dag na (standaard vandaag)"
        )

    def run(self, options: dict[str, Any]) -> int:
        """List each difference."""
        at = self.at(options)
        on = options["op"] or at.date()
        dossiers = list_all(actor=system_actor(at=at))
        found = [*_database(), *list_unsound()]
        for dossier in dossiers:
            rows = list_log(dossier=dossier)
            found += dossier_differences(dossier=dossier, rows=rows, day=at.date())
            found += traject_differences(dossier=dossier, rows=rows, day=at.date())
            found += counted_differences(dossier=dossier, rows=rows, day=on)
        for line in found:
            self.stdout.write(line)
        verdict = f"{len(found)} verschillen" if found else "alles klopt"
        self.stdout.write(f"{len(dossiers)} dossiers gecontroleerd op {on:%d-%m-%Y}: {verdict}.")
        return 1 if found else 0


def _database() -> list[str]:
    """Return what the database itself finds wrong in its own files and keys."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        wrong = [str(row[0]) for row in cursor.fetchall() if row[0] != "ok"]
        cursor.execute("PRAGMA foreign_key_check")
        return wrong + [f"verwijzing zonder doel: {row}" for row in cursor.fetchall()]
