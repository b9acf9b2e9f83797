"""`schakel docs`: write the pages of docs/ that are made from the code, or compare them."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandParser

from schakel.base.refusal import Refusal
from schakel.jobs.docs import PAGES
from schakel.toegang.commands import HouseCommand


class Command(HouseCommand):
    """Write or compare the generated pages."""

    help = "Schrijf de pagina's van docs/ die uit de code komen, of vergelijk ze (--controle)."

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add the choice between writing and comparing."""
        parser.add_argument("--controle", action="store_true", help="schrijf niets, vergelijk")

    def run(self, options: dict[str, Any]) -> int:
        """Go over the pages; with `--controle`, 1 when any differs."""
        folder = Path(settings.ROOT) / "docs"
        if not folder.is_dir():
            raise Refusal(
                "Hier is geen map docs: die hoort bij de broncode en wordt niet mee geïnstalleerd. "
                "Voer dit uit in een kopie van de broncode."
            )
        stale = {
            name: text for name, make in PAGES.items() if (text := make()) != _read(folder / name)
        }
        if options["controle"]:
            return self._report(folder, stale)
        for name, text in stale.items():
            (folder / name).write_text(text, encoding="utf-8")
            self.stdout.write(f"docs/{name} geschreven.")
        if not stale:
            self.stdout.write("Alle gemaakte pagina's van docs/ waren al bij de tijd.")
        return 0

    def _report(self, folder: Path, stale: dict[str, str]) -> int:
        for name, text in stale.items():
            self.stdout.write(f"docs/{name} {_difference(_read(folder / name), text)}")
        if stale:
            self.stdout.write("Voer ‘make docs’ uit en kijk na wat er veranderde.")
            return 1
        self.stdout.write("docs/ zegt wat de code zegt.")
        return 0


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _difference(old: str, new: str) -> str:
    """Return where a page first differs from what the code says."""
    if not old:
        return "ontbreekt."
    was, now = old.splitlines(), new.splitlines()
    first = next(
        (nth for nth, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), None
    )
    line = min(len(was), len(now)) if first is None else first
    return f"wijkt af vanaf regel {line + 1}."
