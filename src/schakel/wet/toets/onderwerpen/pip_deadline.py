"""The last day for the PIP."""

from datetime import date
from typing import Any

from schakel.wet.lijsten import Verblijfsvergunning
from schakel.wet.regels.pip_termijn import PIPTermijnFeiten, pip_termijn
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the last day, from what it is counted, and whether a PIP was in time."""
    uitkomst = pip_termijn(
        feiten=PIPTermijnFeiten(
            vergunning=feiten.code("permit_type", Verblijfsvergunning),
            gehuisvest_hvw28=feiten.ja("housed_under_hvw28"),
            kennisgeving=feiten.dag("duo_notification_date"),
            inschrijving_brp=feiten.dag("brp_registration_date"),
            inschrijving_hvw28=feiten.dag("hvw28_registration_date"),
            wacht_op_derde=feiten.ja("third_party_info_awaited"),
            informatie_derde_ontvangen=feiten.dag("third_party_info_received_date"),
            pip_voor_verhuizing=feiten.ja("pip_exists_before_move"),
            inschrijving_na_verhuizing=feiten.dag("move_registration_date"),
        ),
        op=op,
    )
    termijn, pip = uitkomst.value, feiten.dag("pip_date")
    waarden: dict[str, Any] = {
        "deadline": termijn.laatste_dag,
        "regular_deadline": termijn.gewone_laatste_dag,
        "base": termijn.grondslag,
        "base_date": termijn.begin,
    }
    if pip is not None:
        waarden["on_time"] = termijn.laatste_dag is None or pip <= termijn.laatste_dag
    return Antwoord(waarden=waarden, uitkomsten=[uitkomst])
