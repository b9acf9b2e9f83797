"""The fine for not taking part in the brede intake."""

from datetime import date
from typing import Any

from schakel.wet.regels.boete_brede_intake import (
    BoeteBredeIntakeFeiten,
    IntakeGedrag,
    boete_brede_intake,
)
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.boetes import algemene_feiten, boete_antwoord, met_maximum_als_gevraagd
from schakel.wet.toets.feiten import Feiten

ARTIKEL = BoeteArtikel.BREDE_INTAKE


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether there can be a fine, how much, and the terms that go with it."""
    algemeen = algemene_feiten(feiten, ARTIKEL)
    boete = boete_brede_intake(
        feiten=BoeteBredeIntakeFeiten(
            algemeen=algemeen,
            oproep=feiten.aantal_of_niet_bekend("call_number"),
            gewaarschuwd=feiten.ja("warning_sent"),
            eerdere_boetes=feiten.aantal("earlier_art22_fines"),
            gedrag=feiten.code("intake_conduct", IntakeGedrag),
        ),
        op=op,
    )
    eigen: dict[str, Any] = {
        "percentage": None,
        "new_term_latest": boete.value.nieuwe_termijn_uiterlijk,
    }
    if boete.value.afronden_bij_afwezigheid is not None:
        eigen["complete_intake_in_absence"] = boete.value.afronden_bij_afwezigheid
    found = boete_antwoord(ARTIKEL, algemeen, boete, eigen, op)
    return met_maximum_als_gevraagd(found, feiten, op, bedrag=boete.value.bedrag)
