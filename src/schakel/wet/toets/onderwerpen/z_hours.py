"""The hours of the zelfredzaamheidsroute."""

from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.regels.afronding_zelfredzaamheidsroute import afronding_zelfredzaamheidsroute
from schakel.wet.regels.cursusuren_zelfredzaamheid import (
    CursusurenFeiten,
    cursusuren_zelfredzaamheid,
)
from schakel.wet.regels.participatieuren_zelfredzaamheid import (
    ParticipatieurenFeiten,
    participatieuren_zelfredzaamheid,
)
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.namen import met_namen
from schakel.wet.uitkomst import Uitkomst


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return what is left of both kinds of hours, and whether the route is done.

    :raises Refusal: without a doelgroep, or for someone in another leerroute
    """
    if feiten.code("leerroute", Leerroute) not in {None, Leerroute.ZELFREDZAAMHEID}:
        raise Refusal(
            "Het feit ‘leerroute’ wijst op een andere route. Deze uren gelden alleen in de "
            "zelfredzaamheidsroute (Z).",
            field="leerroute",
        )
    with met_namen({"lagere_norm": "course_norm_reduced"}):
        cursus, participatie = _cursus(feiten, op), _participatie(feiten, op)
    afronding = afronding_zelfredzaamheidsroute(
        cursusuren_over=cursus.value,
        participatieuren_over=participatie.value,
        eindgesprek=feiten.ja("z_final_talk_done"),
        op=op,
    )
    return Antwoord(
        waarden={
            "course_remaining": cursus.value,
            "participation_remaining": participatie.value,
            "complete": afronding.value,
        },
        uitkomsten=[cursus, participatie, afronding],
    )


def _cursus(feiten: Feiten, op: date) -> Uitkomst[int]:
    return cursusuren_zelfredzaamheid(
        feiten=CursusurenFeiten(
            uren_nt2=feiten.aantal("nt2_hours_keurmerk"),
            uren_knm=feiten.aantal("knm_hours_keurmerk"),
            uren_intake=feiten.aantal(
                "intake_course_hours", anders=feiten.aantal("intake_nt2_hours")
            ),
            intake_verrekend=feiten.ja("intake_hours_deducted"),
            uren_voor_wisseling=feiten.aantal("hours_before_switch"),
            uren_eerder_onderwijs=feiten.aantal("prior_training_hours"),
            uren_tst=feiten.aantal("nt2_hours_tst"),
            uren_zonder_keurmerk=feiten.aantal("nt2_hours_no_keurmerk"),
            uren_voorinburgering=feiten.aantal("voorinburgering_hours"),
            lagere_norm=feiten.aantal_of_niet_bekend("course_norm_reduced"),
        ),
        op=op,
    )


def _participatie(feiten: Feiten, op: date) -> Uitkomst[int]:
    doelgroep = feiten.code("duo_doelgroep", Doelgroep)
    return participatieuren_zelfredzaamheid(
        feiten=ParticipatieurenFeiten(
            doelgroep=doelgroep or feiten.nodige_code("doelgroep", Doelgroep),
            uren=feiten.aantal("participation_hours"),
            uren_pvt=feiten.aantal("pvt_hours"),
            uren_map=feiten.aantal("map_hours"),
            uren_intake=feiten.aantal("intake_participation_hours"),
            uren_pw_intake=feiten.aantal("pw_activity_hours_intake"),
            uren_begeleiding=feiten.aantal("mb_hours"),
            intake_verrekend=feiten.ja("intake_hours_deducted"),
            belastbaarheid=feiten.aantal_of_niet_bekend("participation_norm_reduced"),
        ),
        op=op,
    )
