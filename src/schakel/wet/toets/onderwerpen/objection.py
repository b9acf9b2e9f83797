"""The days that count for an objection."""

from datetime import date
from typing import Any

from schakel.wet.regels.bezwaartermijn import BezwaarFeiten, bezwaartermijn
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the last day, whether the objection was in time, and when the decision is due.

    The day of asking changes nothing: the day on which the decision was made known counts.
    """
    uitkomst = bezwaartermijn(
        feiten=BezwaarFeiten(
            bekendmaking=feiten.nodige_dag("decision_notified_date"),
            ontvangen=feiten.dag("objection_received_date"),
            op_de_post=feiten.dag("objection_posted_date"),
            adviescommissie=feiten.ja("advice_committee"),
            verdaagd=feiten.ja("decision_postponed"),
        )
    )
    termijn = uitkomst.value
    waarden: dict[str, Any] = {
        "last_day": termijn.laatste_dag,
        "in_time": termijn.op_tijd,
        "decision_due": termijn.beslissen_uiterlijk,
        "irrevocable_from": termijn.onherroepelijk_vanaf,
    }
    return Antwoord(waarden=waarden, uitkomsten=[uitkomst])
