"""`schakel gebruiker uitnodigen NAAM`: a link with which someone sets his own password."""

from typing import Any

from django.core.management.base import CommandParser
from django.db import transaction
from django.urls import reverse

from schakel.base.refusal import Refusal
from schakel.keten.actions import add_organisatie
from schakel.keten.queries import list_alle_organisaties
from schakel.toegang.commands import HouseCommand
from schakel.toegang.gebruikers.actions import GebruikerGegevens, add_gebruiker, invite
from schakel.toegang.gebruikers.queries import UIT_TE_DELEN, find_any
from schakel.toegang.queries import Rol, system_actor

ONVOLLEDIG = (
    "Er is nog geen gebruiker met deze naam. Geef ook --naam, --functie en --organisatie, dan "
    "wordt het account gemaakt."
)


class Command(HouseCommand):
    """Invite the first beheerder, or one who can no longer get in."""

    help = (
        "Maak een link waarmee iemand zelf een wachtwoord kiest. Bestaat de gebruiker nog niet, "
        "dan wordt het account gemaakt. De link werkt één keer, 24 uur lang."
    )

    def add_own_arguments(self, parser: CommandParser) -> None:
        """Add who it is, and where."""
        parser.add_argument("wat", choices=["uitnodigen"])
        parser.add_argument("username", metavar="GEBRUIKER", help="de gebruikersnaam")
        parser.add_argument("--naam", default="", help="van een nieuwe gebruiker: hoe die heet")
        parser.add_argument("--functie", default="", help="van een nieuwe gebruiker")
        parser.add_argument(
            "--organisatie", default="", help="bij wie die werkt; wordt gemaakt als zij er niet is"
        )
        parser.add_argument(
            "--rol",
            default=Rol.BEHEERDER.value,
            choices=[rol.value for rol in UIT_TE_DELEN],
            help="standaard functioneel_beheerder",
        )
        parser.add_argument(
            "--gemeenten", nargs="*", default=None, metavar="CODE",
            help="CBS-codes; zonder zijn het alle gemeenten",
        )  # fmt: skip
        parser.add_argument(
            "--adres", default="", metavar="URL", help="waar Schakel staat, voor een hele link"
        )

    def run(self, options: dict[str, Any]) -> int:
        """Print the link; it is kept nowhere."""
        at = self.at(options)
        actor = system_actor(at=at)
        with transaction.atomic():
            account = find_any(username=options["username"]) or self._add(options)
            woord = invite(actor=actor, account=account, now=at)
        path = reverse("uitnodiging_link", kwargs={"woord": woord})
        self.stdout.write(f"{options['adres'].rstrip('/')}{path}")
        self.stderr.write(
            f"Geef deze link aan {options['username']} zelf. Zij werkt één keer, 24 uur lang."
        )
        return 0

    def _add(self, options: dict[str, Any]) -> int:
        if not (options["naam"] and options["functie"] and options["organisatie"]):
            raise Refusal(ONVOLLEDIG)
        at = self.at(options)
        actor = system_actor(at=at)
        known = {naam: id for id, naam in list_alle_organisaties().items()}
        wanted = options["organisatie"]
        gegevens = GebruikerGegevens(
            username=options["username"],
            rol=Rol(options["rol"]),
            gemeenten=sorted(actor.gemeenten)
            if options["gemeenten"] is None
            else options["gemeenten"],
            naam=options["naam"],
            functie=options["functie"],
            organisatie=known.get(wanted) or add_organisatie(actor=actor, naam=wanted),
        )
        return add_gebruiker(actor=actor, gegevens=gegevens, now=at)
