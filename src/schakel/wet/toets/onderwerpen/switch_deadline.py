"""Until when the leerroute can be changed."""

from datetime import date
from typing import Any

from schakel.wet.lijsten import Leerroute
from schakel.wet.lijsten_termijn import NietVrijstellendeOpleiding
from schakel.wet.regels.wijzigen_leerroute import WijzigingFeiten, wijzigen_leerroute
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.namen import met_namen
from schakel.wet.toets.termijn import eerste_pip

NAMEN = {"van": "from_route", "naar": "to_route", "dag": "switch_date"}


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the last day, and whether a change is allowed where the case gives one."""
    feiten.code("training_type", NietVrijstellendeOpleiding)
    dag = feiten.dag("switch_date")
    with met_namen(NAMEN):
        uitkomst = wijzigen_leerroute(
            feiten=WijzigingFeiten(
                dagtekening_pip=eerste_pip(feiten) or feiten.nodige_dag("first_pip_date"),
                van=feiten.code("from_route", Leerroute),
                naar=feiten.code("to_route", Leerroute),
                dag=dag,
                einde_opleiding=feiten.dag("training_ended_date"),
                bijzonder_geval=feiten.ja("special_case"),
            ),
            op=op,
        )
    waarden: dict[str, Any] = {"last_day": uitkomst.value.laatste_dag}
    if dag is not None:
        waarden["allowed"] = uitkomst.value.toegestaan
        waarden["basis"] = uitkomst.value.grondslag
    return Antwoord(waarden=waarden, uitkomsten=[uitkomst])
