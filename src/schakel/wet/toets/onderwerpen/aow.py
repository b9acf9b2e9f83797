"""The day on which the AOW age is reached."""

from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.regels.aow_leeftijd import aow_leeftijd
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.namen import met_namen


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the day, whether it has come, and whether it is near.

    :raises Refusal: when the age of that year is not known yet
    """
    with met_namen({"geboortedatum": "date_of_birth"}):
        uitkomst = aow_leeftijd(geboortedatum=feiten.nodige_dag("date_of_birth"), op=op)
    aow = uitkomst.value
    if aow.datum is None:
        raise Refusal(
            "De AOW-leeftijd wordt na 2031 bereikt. De leeftijden vanaf 2032 zijn nog niet bekend, "
            "dus bij deze ‘date_of_birth’ is er nog geen dag.",
            field="date_of_birth",
        )
    return Antwoord(
        waarden={
            "aow_date": aow.datum,
            "reached": aow.bereikt,
            "within_6_months": aow.binnen_half_jaar,
        },
        uitkomsten=[uitkomst],
    )
