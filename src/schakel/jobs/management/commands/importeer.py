"""`schakel importeer dossiers BESTAND`: try out a list of a gemeente, or bring it in."""

import json
from argparse import ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from schakel.base.actor import Actor, Via
from schakel.base.refusal import Refusal
from schakel.exchange.lijst.actions import AllesOfNiets, fail_inlezing, resume, start_import
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import BestandGegevens, Ernst
from schakel.exchange.lijst.queries import Verslag, get_verslag, try_out
from schakel.toegang.commands import HouseCommand
from schakel.toegang.queries import find_importeur, system_actor

TELLING = ("gelezen", "goed", "geweigerd", "twijfel", "ongewijzigd")
VORDERING = 500
"""After how many rows someone who waits is told how far it is."""


def kolom(text: str) -> tuple[str, Kolom]:
    """Return a heading of the file and the column that it is: `Naam=Achternaam`.

    :raises ArgumentTypeError: for what is no column of ours
    """
    kop, _, name = text.partition("=")
    if name not in set(Kolom):
        known = ", ".join(Kolom)
        raise ArgumentTypeError(f"‘{name}’ is geen kolom. Kies uit: {known}.")
    return kop, Kolom(name)


class Command(HouseCommand):
    """Bring in a list."""

    help = (
        "Lees de lijst van een gemeente in (csv, xlsx of ods). Eindigt met 0 als alle rijen goed "
        "zijn, met 1 als er rijen zijn geweigerd, met 2 als het bestand niet te lezen is."
    )

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add what can be chosen."""
        parser.add_argument("wat", choices=["dossiers"], help="wat er in de lijst staat")
        parser.add_argument("bestand", type=Path, help="csv, xlsx of ods")
        parser.add_argument(
            "--lijst",
            default="",
            help="naam van de lijst (standaard de bestandsnaam zonder cijfers)",
        )
        parser.add_argument("--proef", action="store_true", help="beoordeel alleen; wijzig niets")
        parser.add_argument(
            "--alles-of-niets", action="store_true", help="lees niets in als er een rij fout is"
        )
        parser.add_argument(
            "--kolom", type=kolom, action="append", default=[], metavar="KOP=KOLOM",
            help="wijs een kolom aan, bijvoorbeeld ‘Naam=Achternaam’ (kan vaker)",
        )  # fmt: skip
        parser.add_argument(
            "--als", default="", metavar="GEBRUIKER", help="lees in als deze gebruiker"
        )
        parser.add_argument("--formaat", choices=["tekst", "json"], default="tekst")

    def run(self, options: dict[str, Any]) -> int:
        """Try out or bring in, report, and tell by the exit code whether all is good."""
        actor = self._actor(options)
        gegevens = BestandGegevens(
            naam=options["bestand"].name,
            inhoud=options["bestand"].read_bytes(),
            lijst=options["lijst"],
            anders=dict(options["kolom"]),
            alles_of_niets=options["alles_of_niets"],
        )
        verslag = (
            self._proef(actor, gegevens, options)
            if options["proef"]
            else self._import(actor, gegevens, options)
        )
        if options["formaat"] == "json":
            self.stdout.write(json.dumps(_json(verslag), ensure_ascii=False, indent=1))
        else:
            self._vertel(verslag, proef=options["proef"])
        return 1 if verslag.tel["geweigerd"] else 0

    def _proef(self, actor: Actor, gegevens: BestandGegevens, options: dict[str, Any]) -> Verslag:
        return try_out(
            actor=actor,
            gegevens=gegevens,
            vandaag=self.at(options).date(),
            vordering=self._vordering,
        )

    def _import(self, actor: Actor, gegevens: BestandGegevens, options: dict[str, Any]) -> Verslag:
        inlezing = start_import(actor=actor, gegevens=gegevens, now=self.at(options))
        try:
            gang = resume(actor=actor, inlezing=inlezing, now=self.at(options))
        except AllesOfNiets as refused:
            fail_inlezing(inlezing=inlezing, melding=refused.text, now=self.at(options))
            self.stderr.write(refused.text)
            return self._proef(actor, gegevens, options)
        while gang.stap(now=self.at(options)):
            self._vordering(gang.tel["gelezen"], gang.row.totaal)
        return get_verslag(actor=actor, inlezing=inlezing)

    def _actor(self, options: dict[str, Any]) -> Actor:
        at = self.at(options)
        if not options["als"]:
            return system_actor(at=at, via=Via.IMPORT)
        wie = find_importeur(account=options["als"], at=at)
        if wie is None:
            raise Refusal(f"{options['als']} mag geen lijsten inlezen. Kies een andere gebruiker.")
        return wie.actor

    def _vordering(self, done: int, total: int) -> None:
        if total > VORDERING and self.stderr.isatty():
            self.stderr.write(f"\r{done} van {total} rijen", ending="")
            self.stderr.flush()

    def _vertel(self, verslag: Verslag, *, proef: bool) -> None:
        for ernst, kop in ((Ernst.FOUT, "Geweigerd"), (Ernst.TWIJFEL, "Let op")):
            found = [one for one in verslag.meldingen if one.ernst is ernst]
            if found:
                self.stdout.write(f"{kop}:")
            for one in found:
                self.stdout.write(f"  regel {one.regel}, {one.kolom}: {one.tekst}")
        tel = verslag.tel
        self.stdout.write(
            f"{tel['gelezen']} rijen gelezen: {tel['goed']} goed (waarvan {tel['twijfel']} om na "
            f"te kijken en {tel['ongewijzigd']} zonder wijziging), {tel['geweigerd']} geweigerd."
        )
        if proef:
            self.stdout.write("Dit was een proef: er is niets gewijzigd.")


def _json(verslag: Verslag) -> dict[str, Any]:
    return {
        **{name: verslag.tel[name] for name in TELLING},
        "regels": [
            {
                "regel": one.regel,
                "kolom": one.kolom,
                "soort": one.soort,
                "ernst": one.ernst.value,
                "melding": one.tekst,
            }
            for one in verslag.meldingen
        ],
    }
