"""The `schakel` command: hands its words to the management command of that name."""

import os
import sys


def main() -> None:
    """Run `schakel NAME …`; the exit code is that of the command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")
    if sys.argv[1:2] == ["demo"]:
        os.environ.setdefault("SCHAKEL_DEMO", "1")
    from django.core.management import execute_from_command_line  # noqa: PLC0415 - settings first

    execute_from_command_line(["schakel", *(sys.argv[1:] or ["help"])])
