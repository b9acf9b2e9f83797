"""The topics of the cases: one file each, with the same function `antwoord`."""

from collections.abc import Callable, Mapping
from datetime import date

from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.onderwerpen import (
    afschalen,
    aow,
    doelgroep_rights,
    duo_validation,
    exemption,
    extension_window,
    fine22,
    fine23,
    fine_cap,
    objection,
    ontzorg,
    pip_deadline,
    pvt_map,
    spuk,
    switch_deadline,
    term,
    term_end,
    which_law,
    z_hours,
)

ONDERWERPEN: Mapping[str, Callable[[Feiten, date], Antwoord]] = {
    "pip_deadline": pip_deadline.antwoord,
    "term": term.antwoord,
    "which_law": which_law.antwoord,
    "doelgroep_rights": doelgroep_rights.antwoord,
    "objection": objection.antwoord,
    "fine22": fine22.antwoord,
    "fine23": fine23.antwoord,
    "fine_cap": fine_cap.antwoord,
    "term_end": term_end.antwoord,
    "extension_window": extension_window.antwoord,
    "switch_deadline": switch_deadline.antwoord,
    "ontzorg": ontzorg.antwoord,
    "spuk": spuk.antwoord,
    "duo_validation": duo_validation.antwoord,
    "aow": aow.antwoord,
    "exemption": exemption.antwoord,
    "afschalen": afschalen.antwoord,
    "z_hours": z_hours.antwoord,
    "pvt_map": pvt_map.antwoord,
}
"""By the name that a case gives its topic."""
