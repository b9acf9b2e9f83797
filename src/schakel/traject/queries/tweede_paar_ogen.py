"""Who can be the second pair of eyes in a gemeente."""

from datetime import date

from schakel.base.actor import Actor
from schakel.keten.queries import MedewerkerRow, list_medewerkers_met_taak

TAKEN = frozenset({"maatschappelijke_begeleiding", "tweede_paar_ogen"})
"""The first by itself; the second for whom the uitvoeringsplan of a gemeente names instead."""


def list_tweede_paar_ogen(*, actor: Actor, gemeente: str, op: date) -> list[MedewerkerRow]:
    """Return the medewerkers of other organisations that have the task in this gemeente."""
    return [
        one
        for one in list_medewerkers_met_taak(taken=TAKEN, gemeente=gemeente, op=op)
        if one.organisatie != actor.organisatie
    ]
