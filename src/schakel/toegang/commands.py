"""What every command of ours shares: the day it is, and a refusal as a sentence with exit 2."""

import sys
from argparse import ArgumentTypeError
from datetime import date, datetime
from typing import Any, NoReturn

from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError

from schakel.base.refusal import Refusal
from schakel.base.tijd import EERSTE_DAG, LAATSTE_DAG
from schakel.toegang.queries import moment


def day(text: str) -> date:
    """Return the ISO day that someone typed.

    :raises ArgumentTypeError: if it is none, or not of this or a neighbouring century
    """
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = date.min
    if not EERSTE_DAG <= found <= LAATSTE_DAG:
        raise ArgumentTypeError(f"‘{text}’ is geen datum. Schrijf jaar-maand-dag: 2022-09-01.")
    return found


class HouseCommand(BaseCommand):
    """A command that takes `--vandaag` and never shows a traceback for what it refuses."""

    requires_system_checks: list[str] = []  # noqa: RUF012 - Django reads a list here

    def add_arguments(self, parser: CommandParser) -> None:
        """Add `--vandaag` and the arguments of this command."""
        parser.add_argument(
            "--vandaag", type=day, metavar="DATUM", help="doe alsof het deze dag is (jjjj-mm-dd)"
        )
        self.add_own_arguments(parser)

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add the arguments of this command."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Run, and turn a refusal into a sentence and exit 2."""
        try:
            exit_code = self.run(options)
        except Refusal as refusal:
            self._stop(refusal.text)
        except DatabaseError:
            self._stop(
                "De database is niet bereikbaar of nog niet ingericht. Controleer DATABASE_URL en "
                "voer ‘schakel migrate’ uit."
            )
        except OSError as error:
            self._stop(f"Een bestand kan niet worden gelezen of geschreven: {error.filename}.")
        if exit_code:
            sys.exit(exit_code)

    def _stop(self, text: str) -> NoReturn:
        self.stderr.write(text)
        sys.exit(2)

    def run(self, options: dict[str, Any]) -> int:
        """Do the work and return the exit code."""
        raise NotImplementedError

    @staticmethod
    def at(options: dict[str, Any]) -> datetime:
        """Return the moment it is for this command."""
        return moment(options["vandaag"])
