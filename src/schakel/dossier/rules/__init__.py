"""What follows from the facts about a person, without database and without today's date."""

from schakel.dossier.rules.persoon import (
    PersoonGegevens,
    cijfers,
    columns_of,
    is_telling,
    sorteer,
    zoekwoorden,
)
from schakel.dossier.rules.plek import Plek, plek, plekken, volwassen_op
from schakel.dossier.rules.problems import problems, require_past
from schakel.dossier.rules.samenvoeging import disagreements
from schakel.dossier.rules.stand import DossierStand, change_days, columns, fold

__all__ = [
    "DossierStand",
    "PersoonGegevens",
    "Plek",
    "change_days",
    "cijfers",
    "columns",
    "columns_of",
    "disagreements",
    "fold",
    "is_telling",
    "plek",
    "plekken",
    "problems",
    "require_past",
    "sorteer",
    "volwassen_op",
    "zoekwoorden",
]
