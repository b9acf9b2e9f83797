"""One gemeente, one partner, and what was agreed with it."""

from datetime import date

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.keten.actions import (
    BevoegdheidGegevens,
    DeelafspraakGegevens,
    add_bevoegdheid,
    add_deelafspraak,
    add_gemeente,
    add_organisatie,
)
from schakel.keten.queries import Grondslag, SoortBesluit, Vorm

BEGIN = date(2022, 1, 1)
BEHEER = Actor(
    medewerker=None,
    organisatie=None,
    gemeenten=frozenset(),
    op=BEGIN,
    permissions=frozenset({Permission.KETEN_WRITE}),
)


def a_partner() -> int:
    """Return a partner in Woerden."""
    add_gemeente(
        actor=BEHEER,
        code="0632",
        naam="Woerden",
        arbeidsmarktregio="Utrecht-Midden",
        centrumgemeente="Utrecht",
    )
    return add_organisatie(actor=BEHEER, naam="Partner")


def agree(organisatie: int, **changes: object) -> int:
    """Agree with the partner on what it may see."""
    says: dict[str, object] = {
        "gemeente": "0632",
        "organisatie": organisatie,
        "taak": "maatschappelijke_begeleiding",
        "doel": "samen de brede intake voeren",
        "grondslag": "convenant",
        "categorieen": {Gegevenscategorie.VOORTGANG},
        "vorm": Vorm.CONVENANT,
        "van": BEGIN,
    }
    gegevens = DeelafspraakGegevens(**says | changes)  # type: ignore[arg-type]
    return add_deelafspraak(actor=BEHEER, gegevens=gegevens)


def a_bevoegdheid(gemeente: str = "0632", **changes: object) -> int:
    """Let a directeur establish the PIP there by mandaat since 2022; return the id of the row."""
    says: dict[str, object] = {
        "gemeente": gemeente,
        "soort": SoortBesluit.PIP,
        "grondslag": Grondslag.MANDAAT,
        "orgaan": "het college van burgemeester en wethouders",
        "namens": "namens het college, de directeur van de uitvoerder",
        "ondertekenaar": "J. Jansen",
        "functie": "directeur",
        "organisatie": "Uitvoerder",
        "bezwaar_bij": "het college van burgemeester en wethouders",
        "bezwaar_adres": ("Postbus 1", "3440 AA Woerden"),
        "van": BEGIN,
        "bron": "mandaatbesluit 2022",
    }
    gegevens = BevoegdheidGegevens(**says | changes)  # type: ignore[arg-type]
    return add_bevoegdheid(actor=BEHEER, gegevens=gegevens)
