"""When an extension can be asked for."""

from datetime import date
from typing import Any

from schakel.wet.regels.aanvraag_verlenging import aanvraag_verlenging
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.termijn import einde_termijn


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the first day, whether the application (or else today) is too early, and DUO's day."""
    aanvraag = feiten.dag("application_date")
    uitkomst = aanvraag_verlenging(einde_termijn=einde_termijn(feiten), aanvraag=aanvraag, op=op)
    waarden: dict[str, Any] = {
        "first_day": uitkomst.value.eerste_dag,
        "too_early": uitkomst.value.te_vroeg,
    }
    if aanvraag is not None:
        waarden["duo_decision_due"] = uitkomst.value.uiterste_beslisdag
    return Antwoord(waarden=waarden, uitkomsten=[uitkomst])
