"""`schakel wet`: the law on the command line: cases, an explanation, and the list of rules."""

import json
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from schakel.base.refusal import Refusal
from schakel.toegang.commands import HouseCommand, day
from schakel.wet.catalogus import list_regels
from schakel.wet.toets.bank import Resultaat, beantwoord, lees, toets
from schakel.wet.toets.onderwerpen import ONDERWERPEN


def feiten(text: str) -> dict[str, Any]:
    """Return the facts that someone typed as a JSON object.

    :raises ArgumentTypeError: if it is none
    """
    try:
        found = json.loads(text)
    except ValueError as wrong:
        raise ArgumentTypeError(
            f"dit is geen JSON ({wrong}). Schrijf bijvoorbeeld "
            '\'{"first_pip_date": "2024-03-01"}\'.'
        ) from wrong
    if not isinstance(found, dict):
        raise ArgumentTypeError("de feiten zijn geen JSON-object met velden.")
    return found


class Command(HouseCommand):
    """Test cases against our rules, explain one answer, list the rules."""

    help = "Toets gevallen aan onze regels, leg een antwoord uit, of toon de regels."

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add the three deeds."""
        deeds = parser.add_subparsers(dest="wat", required=True)
        bank = deeds.add_parser("toets", help="beantwoord gevallen en vergelijk ze")
        bank.add_argument("bestand", type=Path, help="één geval per regel (jsonl)")
        bank.add_argument("--uit", type=Path, metavar="BESTAND", help="schrijf elk antwoord hierin")
        bank.add_argument("--formaat", choices=["tekst", "json"], default="tekst")
        deeds.add_parser("regels", help="toon elke regel met zijn versies")
        uitleg = deeds.add_parser("uitleg", help="één antwoord met zijn uitleg")
        uitleg.add_argument("onderwerp", help=", ".join(sorted(ONDERWERPEN)))
        uitleg.add_argument("--feiten", type=feiten, required=True, metavar="JSON")
        uitleg.add_argument("--op", type=day, metavar="DATUM", help="peildatum (standaard vandaag)")

    def run(self, options: dict[str, Any]) -> int:
        """Do what was asked."""
        deeds = {"toets": self._toets, "uitleg": self._uitleg, "regels": self._regels}
        return deeds[options["wat"]](options)

    def _regels(self, options: dict[str, Any]) -> int:
        for regel in list_regels():
            self.stdout.write(f"{regel.naam}: {regel.bron}")
            if regel.wat:
                self.stdout.write(f"  {regel.wat}")
            for een in regel.versies:
                mark = " [nog te bevestigen]" if een.zekerheid.nog_te_bevestigen else ""
                says = f": {een.tekst}" if een.tekst else ""
                self.stdout.write(f"  sinds {een.sinds}  {een.naam}{says} ({een.bron}){mark}")
        return 0

    def _toets(self, options: dict[str, Any]) -> int:
        try:
            text = options["bestand"].read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as wrong:
            raise Refusal("Dit bestand is geen tekst in utf-8. Er is niets getoetst.") from wrong
        results = [toets(geval) for geval in lees(text)]
        if options["uit"]:
            lines = (json.dumps(one.plat(), ensure_ascii=False) for one in results)
            options["uit"].write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        different = [one for one in results if not one.gelijk]
        if options["formaat"] == "json":
            self.stdout.write(json.dumps(_json(results), ensure_ascii=False, indent=1))
        else:
            for one in different:
                self._vertel(one)
            self.stdout.write(
                f"{len(results)} gevallen: {len(results) - len(different)} gelijk, "
                f"{len(different)} anders."
            )
        return 1 if different else 0

    def _vertel(self, result: Resultaat) -> None:
        """Print where a case came out otherwise, with both explanations."""
        geval = result.geval
        self.stdout.write(f"{geval.id} ({geval.onderwerp}, {geval.op}):")
        if result.melding:
            self.stdout.write(f"  geen antwoord: {result.melding}")
        for one in result.verschillen if result.antwoord else ():
            self.stdout.write(f"  {one.sleutel}: verwacht {one.verwacht!r}, kreeg {one.kreeg!r}")
        self.stdout.write(f"  het geval zegt: {geval.waarom} ({'; '.join(geval.gronden)})")
        for line in result.antwoord.stappen if result.antwoord else ():
            self.stdout.write(f"    {line}")

    def _uitleg(self, options: dict[str, Any]) -> int:
        op = options["op"] or self.at(options).date()
        found = beantwoord(options["onderwerp"], options["feiten"], op)
        for key, value in found.plat().items():
            self.stdout.write(f"{key}: {json.dumps(value, ensure_ascii=False)}")
        self.stdout.write("")
        for line in found.stappen:
            self.stdout.write(line)
        return 0


def _json(results: list[Resultaat]) -> dict[str, Any]:
    equal = sum(one.gelijk for one in results)
    return {
        "gevallen": len(results),
        "gelijk": equal,
        "anders": len(results) - equal,
        "verschillen": [
            {
                "id": one.id,
                "sleutel": one.sleutel,
                "verwacht": one.verwacht,
                "gekregen": one.kreeg,
            }
            for result in results
            for one in result.verschillen
        ],
    }
