"""The topics of the cases: one file each, with the same function `antwoord`."""

from collections.abc import Callable, Mapping
from datetime import date

from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.onderwerpen import (
    afschalen,
    aow,
    doelgroep_rights,
    exemption,
    pip_deadline,
    pvt_map,
    term,
    which_law,
    z_hours,
)

ONDERWERPEN: Mapping[str, Callable[[Feiten, date], Antwoord]] = {
    "pip_deadline": pip_deadline.antwoord,
    "term": term.antwoord,
    "which_law": which_law.antwoord,
    "doelgroep_rights": doelgroep_rights.antwoord,
    "aow": aow.antwoord,
    "exemption": exemption.antwoord,
    "afschalen": afschalen.antwoord,
    "z_hours": z_hours.antwoord,
    "pvt_map": pvt_map.antwoord,
}
"""By the name that a case gives its topic."""
