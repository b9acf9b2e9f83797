"""The participatieverklaringstraject and the module Arbeidsmarkt en Participatie."""

from datetime import date
from typing import Any

from schakel.wet.lijsten import Leerroute
from schakel.wet.regels.module_arbeidsmarkt_en_participatie import (
    MAPFeiten,
    module_arbeidsmarkt_en_participatie,
)
from schakel.wet.regels.participatieverklaringstraject import (
    PVTFeiten,
    participatieverklaringstraject,
)
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether both are done; nothing about the MAP when the leerroute is missing for it."""
    verrekend = feiten.ja("intake_hours_deducted")
    pvt = participatieverklaringstraject(
        feiten=PVTFeiten(
            uren=feiten.aantal("pvt_hours"),
            uren_intake=feiten.aantal("intake_pvt_hours"),
            intake_verrekend=verrekend,
            inleiding=feiten.ja("pvt_intro_attended"),
            activiteit=feiten.ja("pvt_activity_done"),
            ondertekend=feiten.ja("pvt_signed_at_meeting"),
        ),
        op=op,
    )
    module = module_arbeidsmarkt_en_participatie(
        feiten=MAPFeiten(
            leerroute=feiten.code("leerroute", Leerroute),
            tst_afgerond=feiten.ja_of_niet_bekend("tst_finished"),
            tst_begin=feiten.dag("tst_start_date"),
            uren=feiten.aantal("map_practical_hours"),
            uren_intake=feiten.aantal("intake_map_practical_hours"),
            intake_verrekend=verrekend,
            eindgesprek=feiten.ja("map_final_talk_done"),
        ),
        op=op,
    )
    waarden: dict[str, Any] = {"pvt_complete": pvt.value.afgerond}
    if module.value.verplicht is not None:
        waarden |= {
            "map_required": module.value.verplicht,
            "map_complete": module.value.afgerond,
        }
    return Antwoord(waarden=waarden, uitkomsten=[pvt, module])
