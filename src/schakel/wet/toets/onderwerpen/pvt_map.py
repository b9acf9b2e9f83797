"""The participatieverklaringstraject and the module Arbeidsmarkt en Participatie."""

from datetime import date
from typing import Any

from schakel.wet.lijsten import Leerroute
from schakel.wet.regels.module_arbeidsmarkt_en_participatie import (
    MAP,
    MAPFeiten,
    module_arbeidsmarkt_en_participatie,
)
from schakel.wet.regels.participatieverklaringstraject import (
    PVT,
    PVTFeiten,
    participatieverklaringstraject,
)
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.uitkomst import Uitkomst


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether both are done; nothing about the MAP when the leerroute is missing for it."""
    pvt, module = _pvt(feiten, op), _map(feiten, op)
    waarden: dict[str, Any] = {"pvt_complete": pvt.value.afgerond}
    if module.value.verplicht is not None:
        waarden |= {
            "map_required": module.value.verplicht,
            "map_complete": module.value.afgerond,
        }
    return Antwoord(waarden=waarden, uitkomsten=[pvt, module])


def _pvt(feiten: Feiten, op: date) -> Uitkomst[PVT]:
    return participatieverklaringstraject(
        feiten=PVTFeiten(
            uren=feiten.aantal("pvt_hours"),
            uren_intake=feiten.aantal("intake_pvt_hours"),
            intake_verrekend=feiten.ja("intake_hours_deducted"),
            inleiding=feiten.ja("pvt_intro_attended"),
            activiteit=feiten.ja("pvt_activity_done"),
            ondertekend=feiten.ja("pvt_signed_at_meeting"),
        ),
        op=op,
    )


def _map(feiten: Feiten, op: date) -> Uitkomst[MAP]:
    return module_arbeidsmarkt_en_participatie(
        feiten=MAPFeiten(
            leerroute=feiten.code("leerroute", Leerroute),
            tst_afgerond=feiten.ja_of_niet_bekend("tst_finished"),
            tst_begin=feiten.dag("tst_start_date"),
            uren=feiten.aantal("map_practical_hours"),
            uren_intake=feiten.aantal("intake_map_practical_hours"),
            intake_verrekend=feiten.ja("intake_hours_deducted"),
            eindgesprek=feiten.ja("map_final_talk_done"),
        ),
        op=op,
    )
