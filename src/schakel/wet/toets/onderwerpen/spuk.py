"""The grant of a gemeente for inburgeringsvoorzieningen."""

from datetime import date
from typing import Any

from schakel.base.refusal import Refusal
from schakel.wet.regels.spuk_grondslag import SPUKAantallen, SPUKStadium, eerste_jaar_afgerond
from schakel.wet.regels.spuk_maandbedrag import spuk_maandbedrag
from schakel.wet.regels.spuk_reserve import DEEL, spuk_reserve
from schakel.wet.regels.spuk_uitkering import SPUKFeiten, spuk_uitkering
from schakel.wet.toets.antwoord import Antwoord, euro
from schakel.wet.toets.feiten import Feiten

BEDRAGEN = {
    "bgo": "bgo",
    "gg": "gg",
    "gg_sum": "gg_som",
    "tba": "tba",
    "ba": "ba",
    "abo": "abo",
    "u": "u",
}
EERSTE_JAAR_PROGNOSE = 2024


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return each part that the facts allow.

    :raises Refusal: when what is asked for cannot be answered, or nothing can
    """
    stadium = feiten.nodige_code("spuk_stage", SPUKStadium)
    bekend = _bekend(feiten, stadium)
    uitkomst = spuk_uitkering(feiten=bekend, op=op)
    value = uitkomst.value
    waarden: dict[str, Any] = {
        theirs: euro(getattr(value, ours))
        for theirs, ours in BEDRAGEN.items()
        if getattr(value, ours) is not None
    }
    if waarden.keys() <= {"abo"} and not bekend.onderwijsroute:
        raise Refusal(value.ontbreekt["u"])
    if _vraagt_onderwijsroute(bekend):
        value.nodig("abo")
    uitkomsten: list[Any] = [uitkomst]
    if feiten.ja("ask_monthly"):
        maand = spuk_maandbedrag(uitkering=value.nodig("u"), op=op)
        waarden["monthly"] = euro(maand.value.maandbedrag)
        uitkomsten.append(maand)
    besteed = feiten.centen("spent_amount")
    if besteed is not None or (value.u is not None and DEEL.on(op) is not None):
        reserve = spuk_reserve(uitkering=value.u or 0, besteed=besteed, op=op)
        value.nodig("u")
        waarden["reserve_max"] = euro(reserve.value)
        uitkomsten.append(reserve)
    return Antwoord(waarden=waarden, uitkomsten=uitkomsten)


def _bekend(feiten: Feiten, stadium: SPUKStadium) -> SPUKFeiten:
    jaar = feiten.nodig_aantal("spuk_year")
    voorlopig = stadium is SPUKStadium.VOORLOPIG
    return SPUKFeiten(
        jaar=jaar,
        stadium=stadium,
        gezins=feiten.aantal_of_niet_bekend(
            "n_gezins_cohort_t_minus_2" if voorlopig else "n_gezins_cohort_t"
        ),
        gemeente=_gemeente(feiten, jaar, voorlopig=voorlopig),
        landelijk=SPUKAantallen() if voorlopig else _landelijk(feiten),
        onderwijsroute=feiten.aantal_of_niet_bekend("n_onderwijsroute_first_time"),
        bedrag_onderwijsroute=feiten.centen("abo_amount"),
    )


def _gemeente(feiten: Feiten, jaar: int, *, voorlopig: bool) -> SPUKAantallen:
    """Return the numbers of the gemeente; a preliminary grant knows only what was forecast."""
    aantal = feiten.aantal_of_niet_bekend
    if voorlopig:
        return SPUKAantallen(
            jaar_t=aantal("gpas_t" if jaar >= EERSTE_JAAR_PROGNOSE else "ght_t"),
            jaar_t_1=aantal("ght_t_minus_1"),
            jaar_t_2=aantal("n_asiel_cohort_t_minus_2"),
            afgerond=_afgerond(feiten, jaar),
        )
    return SPUKAantallen(
        jaar_t=aantal("n_asiel_cohort_t"),
        jaar_t_1=aantal("n_asiel_cohort_t_minus_1"),
        jaar_t_2=aantal("n_asiel_cohort_t_minus_2"),
        afgerond=_afgerond(feiten, jaar),
    )


def _afgerond(feiten: Feiten, jaar: int) -> int | None:
    """Return the completed trajects that count: in the first year all of them (Bi 10.3 lid 5)."""
    een_jaar = feiten.aantal_of_niet_bekend("n_asiel_completed_t_minus_2")
    alle = feiten.aantal_of_niet_bekend("n_asiel_completed_until_t_minus_2")
    if een_jaar is not None and alle is not None and een_jaar > alle:
        raise Refusal(
            "Het feit ‘n_asiel_completed_t_minus_2’ is groter dan "
            "‘n_asiel_completed_until_t_minus_2’. Verbeter een van beide."
        )
    return alle if jaar == eerste_jaar_afgerond() else een_jaar


def _landelijk(feiten: Feiten) -> SPUKAantallen:
    aantal = feiten.aantal_of_niet_bekend
    return SPUKAantallen(
        jaar_t=aantal("national_asiel_cohort_t"),
        jaar_t_1=aantal("national_asiel_cohort_t_minus_1"),
        jaar_t_2=aantal("national_asiel_cohort_t_minus_2"),
        afgerond=aantal("national_completed"),
    )


def _vraagt_onderwijsroute(bekend: SPUKFeiten) -> bool:
    """True if the facts are there for no other part than that of the onderwijsroute."""
    if bekend.stadium is SPUKStadium.VOORLOPIG:
        return bekend.bedrag_onderwijsroute is not None
    return bool(bekend.onderwijsroute)
