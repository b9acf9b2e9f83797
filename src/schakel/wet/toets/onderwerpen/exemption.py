"""Who is inburgeringsplichtig, and vrijstelling and ontheffing for who is."""

from datetime import date
from typing import Any

from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning
from schakel.wet.regels.inburgeringsplicht import (
    Nationaliteit,
    PlichtFeiten,
    RedenPlicht,
    inburgeringsplicht,
)
from schakel.wet.regels.ontheffing import Ontheffing, ontheffing
from schakel.wet.regels.vrijstelling import VrijstellingFeiten, Vrijstellingsgrond, vrijstelling
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.namen import met_namen
from schakel.wet.uitkomst import Uitkomst

NAMEN = {
    "nationaliteit": "nationality_group",
    "geboortedatum": "date_of_birth",
    "vergunning": "permit_type",
    "doel": "permit_purpose",
    "taalonderdelen": "medical_unable_language_parts",
}


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the plicht and its reason; the rest is empty for who is not plichtig."""
    with met_namen(NAMEN):
        plicht = _plicht(feiten, op)
        if not plicht.value.plichtig:
            return Antwoord(waarden=_waarden(plicht.value, None, None), uitkomsten=[plicht])
        vrij, ontheven = _vrijstelling(feiten, op), _ontheffing(feiten, op)
    return Antwoord(
        waarden=_waarden(plicht.value, vrij.value, ontheven.value),
        uitkomsten=[plicht, vrij, ontheven],
    )


def _waarden(
    reden: RedenPlicht, grond: Vrijstellingsgrond | None, ontheven: Ontheffing | None
) -> dict[str, Any]:
    return {
        "in_scope": reden.plichtig,
        "scope_reason": reden,
        "exemption": grond,
        "temporary": grond is not None and grond.tijdelijk,
        "relief": ontheven,
    }


def _plicht(feiten: Feiten, op: date) -> Uitkomst[RedenPlicht]:
    """Return the plicht; a permit that is known to be empty is no permit."""
    geen = Verblijfsvergunning.GEEN if feiten.heeft("permit_type") else None
    return inburgeringsplicht(
        feiten=PlichtFeiten(
            nationaliteit=feiten.code("nationality_group", Nationaliteit),
            geboortedatum=feiten.dag("date_of_birth"),
            vergunning=feiten.code("permit_type", Verblijfsvergunning) or geen,
            doel=feiten.tekst("permit_purpose"),
            familielid_vrij_verkeer=feiten.ja("eu_free_movement_family"),
            eu_ltr_voldaan=feiten.ja("eu_ltr_integration_met"),
        ),
        op=op,
    )


def _vrijstelling(feiten: Feiten, op: date) -> Uitkomst[Vrijstellingsgrond | None]:
    return vrijstelling(
        feiten=VrijstellingFeiten(
            schooljaren=feiten.aantal("school_years_nl"),
            diploma=feiten.ja("exempting_diploma"),
            leerplichtig=feiten.ja("leer_of_kwalificatieplichtig"),
            opleiding=feiten.ja("exempting_training_enrolled"),
            jaren_brp=feiten.aantal("brp_years_uninterrupted"),
            jaren_werk=feiten.aantal("work_years_nl"),
            b1_in_gesprek=feiten.ja("b1_speaking_listening_shown"),
        ),
        op=op,
    )


def _ontheffing(feiten: Feiten, op: date) -> Uitkomst[Ontheffing | None]:
    return ontheffing(
        geheel=feiten.ja("medical_unable_whole"),
        taalonderdelen=feiten.aantal("medical_unable_language_parts"),
        participatie=feiten.ja("medical_unable_participation"),
        leerroute=feiten.code("leerroute", Leerroute),
        doelgroep=feiten.code("duo_doelgroep", Doelgroep) or feiten.code("doelgroep", Doelgroep),
        op=op,
    )
