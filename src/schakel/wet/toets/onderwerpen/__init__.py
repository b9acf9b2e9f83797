"""The topics of the cases: one file each, with the same function `antwoord`."""

from collections.abc import Callable, Mapping
from datetime import date

from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.onderwerpen import (
    doelgroep_rights,
    duo_validation,
    pip_deadline,
    spuk,
    term,
    which_law,
)

ONDERWERPEN: Mapping[str, Callable[[Feiten, date], Antwoord]] = {
    "pip_deadline": pip_deadline.antwoord,
    "term": term.antwoord,
    "which_law": which_law.antwoord,
    "doelgroep_rights": doelgroep_rights.antwoord,
    "spuk": spuk.antwoord,
    "duo_validation": duo_validation.antwoord,
}
"""By the name that a case gives its topic."""
