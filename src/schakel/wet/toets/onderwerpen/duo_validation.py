"""What DUO will say of a message that we send."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from schakel.wet.duo_bericht import DUOControle
from schakel.wet.lijsten import Doelgroep, Leerroute, Taalniveau
from schakel.wet.regels.duo_aanbod import DUOAanbodFeiten, duo_aanbod
from schakel.wet.regels.duo_activiteit import (
    DUOActiviteit,
    DUOActiviteitFeiten,
    Verwijtbaar,
    duo_activiteit,
)
from schakel.wet.regels.duo_pip import DUOPIPFeiten, duo_pip
from schakel.wet.regels.duo_pip_verwijderen import duo_pip_verwijderen
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.uitkomst import Uitkomst


class Bericht(StrEnum):
    """The messages of the cases."""

    PIP = "pip"
    PIP_DELETE = "pip_delete"
    AANBOD = "aanbod"
    MAP = "map"
    PVT = "pvt"


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether DUO accepts it, the codes of what is wrong and, of a PIP, the level."""
    bericht = feiten.nodige_code("duo_message", Bericht)
    uitkomst = BERICHTEN[bericht](feiten, op)
    value = uitkomst.value
    waarden: dict[str, Any] = {"accepted": value.geaccepteerd, "errors": value.codes}
    if bericht is Bericht.PIP:
        waarden["level_registered"] = value.niveau
    return Antwoord(waarden=waarden, uitkomsten=[uitkomst])


def _doelgroep(feiten: Feiten) -> Doelgroep | None:
    """Return the group as DUO has it; without that, the group that was given."""
    return feiten.code("duo_doelgroep", Doelgroep) or feiten.code("doelgroep", Doelgroep)


def _pip(feiten: Feiten, op: date) -> Uitkomst[DUOControle]:
    return duo_pip(
        feiten=DUOPIPFeiten(
            dagtekening=feiten.nodige_dag("pip_date"),
            leerroute=feiten.nodige_code("leerroute", Leerroute),
            niveau=feiten.code("pip_level", Taalniveau),
            doelgroep=_doelgroep(feiten),
            geschatte_intensiteit=feiten.aantal_of_niet_bekend("intensity_hours"),
            eerste_pip=feiten.ja_of_niet_bekend("is_first_pip"),
            begin_plicht=feiten.dag("plicht_start_date"),
            vestiging=feiten.dag("settlement_date"),
            dagtekening_eerste=feiten.dag("initial_pip_date"),
            dagtekening_actueel=feiten.dag("current_pip_date"),
        ),
        op=op,
    )


def _verwijderen(feiten: Feiten, op: date) -> Uitkomst[DUOControle]:
    return duo_pip_verwijderen(
        termijn_vastgesteld=feiten.ja_of_niet_bekend("term_fixed"),
        uren_geregistreerd=feiten.ja_of_niet_bekend("course_hours_registered"),
        op=op,
    )


def _aanbod(feiten: Feiten, op: date) -> Uitkomst[DUOControle]:
    pip = feiten.dag("current_pip_date")
    heeft_pip = pip is not None if feiten.heeft("current_pip_date") else None
    return duo_aanbod(
        feiten=DUOAanbodFeiten(
            doelgroep=_doelgroep(feiten),
            heeft_pip=heeft_pip,
            dagtekening_actueel=pip,
            instelling_erkend=feiten.ja_of_niet_bekend("provider_recognised"),
            aanbod=feiten.dag("offer_date"),
            begin_taalschakeltraject=feiten.dag("tst_start_date"),
            begin_termijn=feiten.dag("term_start"),
            einde_termijn=feiten.dag("term_end_exclusive"),
        ),
        op=op,
    )


def _activiteit(feiten: Feiten, op: date) -> Uitkomst[DUOControle]:
    return duo_activiteit(
        feiten=DUOActiviteitFeiten(
            soort=feiten.nodige_code("duo_message", DUOActiviteit),
            dag=feiten.dag("activity_date"),
            verwijtbaar=feiten.code("culpable_flag", Verwijtbaar),
            eigen_pip=feiten.ja_of_niet_bekend("own_current_pip"),
            begin_termijn=feiten.dag("term_start"),
            einde_termijn=feiten.dag("term_end_exclusive"),
            afronding_z=feiten.dag("z_done_date"),
        ),
        op=op,
    )


BERICHTEN: Mapping[Bericht, Callable[[Feiten, date], Uitkomst[DUOControle]]] = {
    Bericht.PIP: _pip,
    Bericht.PIP_DELETE: _verwijderen,
    Bericht.AANBOD: _aanbod,
    Bericht.MAP: _activiteit,
    Bericht.PVT: _activiteit,
}
