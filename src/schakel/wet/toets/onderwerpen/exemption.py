"""Who is inburgeringsplichtig, and vrijstelling and ontheffing for who is."""

from datetime import date
from typing import Any

from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning
from schakel.wet.regels.inburgeringsplicht import Nationaliteit, PlichtFeiten, inburgeringsplicht
from schakel.wet.regels.ontheffing import Ontheffing, ontheffing
from schakel.wet.regels.vrijstelling import VrijstellingFeiten, Vrijstellingsgrond, vrijstelling
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.uitkomst import Uitkomst


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the plicht and its reason; the rest is empty for who is not plichtig."""
    plicht = inburgeringsplicht(
        feiten=PlichtFeiten(
            nationaliteit=feiten.code("nationality_group", Nationaliteit),
            geboortedatum=feiten.dag("date_of_birth"),
            vergunning=feiten.code("permit_type", Verblijfsvergunning),
            doel=feiten.tekst("permit_purpose"),
            familielid_vrij_verkeer=feiten.ja("eu_free_movement_family"),
            eu_ltr_voldaan=feiten.ja("eu_ltr_integration_met"),
        ),
        op=op,
    )
    waarden: dict[str, Any] = {
        "in_scope": plicht.value.plichtig,
        "scope_reason": plicht.value,
        "exemption": None,
        "temporary": False,
        "relief": None,
    }
    if not plicht.value.plichtig:
        return Antwoord(waarden=waarden, uitkomsten=[plicht])
    vrij, ontheven = _vrijstelling(feiten, op), _ontheffing(feiten, op)
    waarden |= {
        "exemption": vrij.value,
        "temporary": vrij.value is not None and vrij.value.tijdelijk,
        "relief": ontheven.value,
    }
    return Antwoord(waarden=waarden, uitkomsten=[plicht, vrij, ontheven])


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
