"""`schakel stand`: the stand van zaken over all gemeenten, as the system."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from schakel.stand.queries import Stand, get_stand
from schakel.toegang.commands import HouseCommand, day
from schakel.toegang.queries import system_actor

NAAST = ("cumulatief", "niet_bevestigd", "apart", "noemer")


class Command(HouseCommand):
    """Print the stand van zaken."""

    help = "Toon de stand van zaken van alle gemeenten op een peildatum, zoals bekend op een dag."

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add the two axes and the form."""
        parser.add_argument("--peildatum", type=day, metavar="DATUM", help="standaard vandaag")
        parser.add_argument("--bekend-op", type=day, metavar="DATUM", help="standaard nu")
        parser.add_argument("--formaat", choices=("tekst", "json", "csv"), default="tekst")
        parser.add_argument("--uit", type=Path, metavar="BESTAND", help="standaard het scherm")

    def run(self, options: dict[str, Any]) -> int:
        """Ask, lay out, and write."""
        at = self.at(options)
        stand = get_stand(
            actor=system_actor(at=at),
            peildatum=options["peildatum"] or at.date(),
            bekend_op=options["bekend_op"],
            at=at,
        )
        text = {"tekst": as_text, "json": as_json, "csv": as_csv}[options["formaat"]](stand)
        if options["uit"] is None:
            self.stdout.write(text)
        else:
            options["uit"].write_text(text + "\n", encoding="utf-8")
        return 0


def as_json(stand: Stand) -> str:
    """Return the stand as JSON; null = unknown or suppressed, never a missing key."""
    rijen = [
        {
            "code": rij.code.value,
            "label": rij.label,
            "waarden": dict(rij.waarden),
            "naast": {name: dict(getattr(rij, name)) for name in NAAST},
        }
        for rij in stand.rijen
    ]
    bekend_op = stand.bekend_op.isoformat() if stand.bekend_op else None
    return json.dumps(
        {"peildatum": stand.peildatum.isoformat(), "bekend_op": bekend_op, "rijen": rijen},
        ensure_ascii=False,
        indent=2,
    )


def as_csv(stand: Stand) -> str:
    """Return a line per row and gemeente, `;` between, as a Dutch spreadsheet opens it."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\n")
    writer.writerow(["code", "rij", "gemeentecode", "gemeente", "waarde", *NAAST])
    for rij in stand.rijen:
        for gemeente in stand.gemeenten:
            numbers = [getattr(rij, name)[gemeente.code] for name in ("waarden", *NAAST)]
            writer.writerow([rij.code.value, rij.label, gemeente.code, gemeente.naam, *numbers])
    return buffer.getvalue().rstrip("\n")


def as_text(stand: Stand) -> str:
    """Return the table of the memo as lines for a terminal."""
    bekend = f", zoals bekend op {stand.bekend_op:%d-%m-%Y}" if stand.bekend_op else ""
    names = [gemeente.naam for gemeente in stand.gemeenten]
    width = max(len(rij.label) for rij in stand.rijen)
    lines = [
        f"Stand van zaken op {stand.peildatum:%d-%m-%Y}{bekend}",
        "",
        " " * width + "  " + "  ".join(names),
    ]
    for rij in stand.rijen:
        cells = [
            _cell(rij.waarden[gemeente.code]).rjust(len(gemeente.naam))
            for gemeente in stand.gemeenten
        ]
        lines.append(f"{rij.label:<{width}}  " + "  ".join(cells))
    return "\n".join(lines)


def _cell(value: int | None) -> str:
    return "–" if value is None else str(value)
