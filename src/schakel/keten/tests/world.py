"""One gemeente, one partner, and what was agreed with it."""

from datetime import date

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.keten.actions import (
    DeelafspraakGegevens,
    add_deelafspraak,
    add_gemeente,
    add_organisatie,
)
from schakel.keten.queries import Vorm

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
