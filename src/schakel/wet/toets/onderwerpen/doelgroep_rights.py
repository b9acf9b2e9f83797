"""The doelgroep, and what it has a right to."""

from datetime import date

from schakel.wet.lijsten import Doelgroep, Leerroute, StatusReferent, Verblijfsvergunning
from schakel.wet.regels.doelgroep import doelgroep
from schakel.wet.regels.rechten import rechten
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten

RECHTEN = {
    "mb": "maatschappelijke_begeleiding",
    "aanbod": "inburgeringsaanbod",
    "pip_intensity": "intensiteit_in_pip",
    "ontzorg": "ontzorging_mogelijk",
    "loan": "lening",
    "pvt_map_offer": "pvt_en_map",
    "progress_talks_in_pip": "voortgangsgesprekken_in_pip",
    "fine23_route_intensity": "boete_23_intensiteit",
    "free_attempts_language_part": "pogingen_taalonderdeel",
    "free_attempts_knm": "pogingen_knm",
}


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the doelgroep and each right, or only that the doelgroep cannot be told."""
    vergunning = feiten.code("permit_type", Verblijfsvergunning)
    groep = doelgroep(
        vergunning=vergunning,
        doel=feiten.tekst("permit_purpose"),
        status_referent=feiten.code("sponsor_status", StatusReferent),
        volgens_duo=feiten.code("duo_doelgroep", Doelgroep),
        op=op,
    )
    if groep.value is None:
        return Antwoord(waarden={"doelgroep": None}, uitkomsten=[groep])
    recht = rechten(
        doelgroep=groep.value,
        vergunning=vergunning,
        op=op,
        leerroute=feiten.code("leerroute", Leerroute),
        examens_in_pip=feiten.ja_of_niet_bekend("z_exams_in_pip"),
    )
    found = {theirs: getattr(recht.value, ours) for theirs, ours in RECHTEN.items()}
    return Antwoord(waarden={"doelgroep": groep.value, **found}, uitkomsten=[groep, recht])
