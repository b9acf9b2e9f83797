"""The end of the term after an extension, on one ground."""

from datetime import date, timedelta
from typing import Any

from schakel.base.refusal import Refusal
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.lijsten_termijn import NietVrijstellendeOpleiding, SoortTermijn, Verlengingsgrond
from schakel.wet.regels.verlenging_inburgeringstermijn import verlenging_inburgeringstermijn
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.namen import met_namen
from schakel.wet.toets.termijn import eerste_pip, einde_termijn
from schakel.wet.verlenging import VerlengingFeiten

ONE_DAY = timedelta(days=1)
NAMEN = {
    "begin": "circumstance_from",
    "einde": "circumstance_to",
    "leerroute": "leerroute",
    "doelgroep": "doelgroep",
    "soort": "term_kind",
    "dagtekening_pip": "first_pip_date",
    "aanbod": "offer_date",
    "start_tst": "tst_start_date",
    "begin_plicht": "plicht_start_date",
    "opleiding": "training_type",
    "eerdere_verlengingen": "earlier_training_extensions",
    "behaalde_onderdelen": "language_parts_passed",
    "knm_behaald": "knm_passed",
    "pvt_afgerond": "pvt_completed",
    "map_afgerond": "map_completed",
    "alle_lessen_gevolgd": "all_lessons_followed",
    "uren_taal_knm": "language_knm_hours",
}


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether it is extended, and the end of the term, extended or as it was."""
    grond = feiten.nodige_code("extension_ground", Verlengingsgrond)
    with met_namen(NAMEN):
        uitkomst = verlenging_inburgeringstermijn(feiten=_feiten(feiten, grond), op=op)
    value = uitkomst.value
    waarden: dict[str, Any] = {
        "granted": value.toegekend,
        "end_exclusive": value.einde,
        "last_day": value.laatste_dag,
    }
    if grond is Verlengingsgrond.ONDERBREKING:
        waarden["plicht_continues"] = value.plicht_loopt_door
    return Antwoord(waarden=waarden, uitkomsten=[uitkomst])


def _feiten(feiten: Feiten, grond: Verlengingsgrond) -> VerlengingFeiten:
    einde = _einde(feiten, grond)
    return VerlengingFeiten(
        grond=grond,
        einde_termijn=einde_termijn(feiten),
        soort=feiten.code("term_kind", SoortTermijn),
        begin_termijn=_begin_termijn(feiten),
        begin=feiten.dag("circumstance_from"),
        einde=einde,
        duurt_voort=einde is None and feiten.heeft("circumstance_to"),
        leerroute=feiten.code("leerroute", Leerroute),
        doelgroep=feiten.code("duo_doelgroep", Doelgroep) or feiten.code("doelgroep", Doelgroep),
        dagtekening_pip=eerste_pip(feiten),
        aanbod=feiten.dag("offer_date"),
        start_tst=feiten.dag("tst_start_date"),
        begin_plicht=feiten.dag("plicht_start_date"),
        opleiding=feiten.code("training_type", NietVrijstellendeOpleiding),
        eerdere_verlengingen=feiten.aantal("earlier_training_extensions"),
        behaalde_onderdelen=_onderdelen(feiten),
        knm_behaald=feiten.ja_of_niet_bekend("knm_passed"),
        pvt_afgerond=feiten.ja_of_niet_bekend("pvt_completed"),
        map_afgerond=feiten.ja_of_niet_bekend("map_completed"),
        alle_lessen_gevolgd=feiten.ja_of_niet_bekend("all_lessons_followed"),
        uren_taal_knm=feiten.aantal_of_niet_bekend("language_knm_hours"),
    )


def _einde(feiten: Feiten, grond: Verlengingsgrond) -> date | None:
    """Return the first day after the circumstance; the end of a training is its last day."""
    einde = feiten.dag("circumstance_to")
    laatste_dag = feiten.dag("training_ended_date")
    if grond is Verlengingsgrond.NIET_VRIJSTELLEND and einde is None and laatste_dag:
        return laatste_dag + ONE_DAY
    return einde


def _begin_termijn(feiten: Feiten) -> date | None:
    """Return the first day of the term, which for a new one is not the day after the PIP."""
    soort = feiten.code("term_kind", SoortTermijn)
    begin = feiten.dag("term_start")
    dagtekening = eerste_pip(feiten)
    if begin is not None or dagtekening is None or (soort is not None and soort.na_boete):
        return begin
    return dagtekening + ONE_DAY


def _onderdelen(feiten: Feiten) -> int | None:
    aantal = feiten.aantal_of_niet_bekend("language_parts_passed")
    if aantal is not None and aantal > 4:
        raise Refusal(
            "Het feit ‘language_parts_passed’ kan niet meer dan 4 zijn. Verbeter het.",
            field="language_parts_passed",
        )
    return aantal
