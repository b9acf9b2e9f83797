"""`schakel demo`: build the training region and serve it."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from schakel.base.refusal import Refusal
from schakel.demo.actions import made_by_demo, prepare
from schakel.toegang.commands import HouseCommand
from schakel.toegang.queries import list_personas


def require_free(port: str) -> None:
    """Check that the server can have this port.

    :raises Refusal: if it is no number, or something else listens there
    """
    try:
        with socket.create_server(("127.0.0.1", int(port))):
            pass
    except (ValueError, OverflowError, OSError) as taken:
        raise Refusal(
            f"Poort {port} is niet vrij. Kies een andere, bijvoorbeeld: PORT=8001 make demo."
        ) from taken


def serve_with(port: str) -> list[str]:
    """Return the command that serves this installation on a port of this machine alone."""
    return [
        str(Path(sys.executable).with_name("granian")),
        "--interface", "wsgi", "--host", "127.0.0.1", "--port", port,
        "--workers", "2", "--blocking-threads", "1", "--no-access-log",
        "--log-level", "warning", "schakel.config.wsgi:application",
    ]  # fmt: skip


def run_together(*commands: Sequence[str]) -> int:
    """Run these until the last one ends or someone stops us, and leave none behind."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    running = [subprocess.Popen(command) for command in commands]  # noqa: S603 - our own commands
    try:
        return running[-1].wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=10)


class Command(HouseCommand):
    """Build the training region and serve it."""

    help = "Bouw de oefenomgeving en start haar op http://localhost:8000 (PORT wijzigt de poort)."

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add what can be chosen."""
        parser.add_argument("--scenario", default="regio", help="regio of memo-2022")
        parser.add_argument(
            "--alleen-voorbereiden", action="store_true", help="bouw de database en stop"
        )
        parser.add_argument(
            "--opnieuw", action="store_true", help="begin opnieuw, ook als er al een demo is"
        )

    def run(self, options: dict[str, Any]) -> int:
        """Build what is not there, print the personas, and serve."""
        scenario, only = options["scenario"], options["alleen_voorbereiden"]
        port = os.environ.get("PORT", "8000")
        if not only:
            require_free(port)
        if options["opnieuw"] or only or made_by_demo() != scenario:
            self.stdout.write(f"De oefenomgeving ‘{scenario}’ wordt gebouwd …")
            self.stdout.flush()
            prepare(scenario=scenario)
        if only:
            self.stdout.write("Klaar.")
            return 0
        self._welcome(port)
        self.stdout.flush()
        worker = [str(Path(sys.executable).with_name("schakel")), "werker"]
        return run_together(worker, serve_with(port))

    def _welcome(self, port: str) -> None:
        self.stdout.write("\nLog in als een van deze personen:\n")
        for persona in list_personas():
            self.stdout.write(
                f"  http://localhost:{port}/demo/inloggen/{persona.username:<18} "
                f"{persona.naam}, {persona.functie}"
            )
        self.stdout.write(f"\nSchakel draait op http://localhost:{port} (stoppen: Ctrl+C)\n")
