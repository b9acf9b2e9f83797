"""What follows from the facts about a person, without database and without today's date."""

from schakel.dossier.rules.plek import Plek, plek, plekken, volwassen_op
from schakel.dossier.rules.problems import problems, require_past
from schakel.dossier.rules.stand import DossierStand, change_days, columns, fold

__all__ = [
    "DossierStand",
    "Plek",
    "change_days",
    "columns",
    "fold",
    "plek",
    "plekken",
    "problems",
    "require_past",
    "volwassen_op",
]
