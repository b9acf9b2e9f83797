"""Language exams at A2 instead of B1."""

from datetime import date

from schakel.wet.lijsten import Leerroute
from schakel.wet.regels.afschalen import AfschalenFeiten, afschalen
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the hours, and whether it is allowed (empty when only the leerroute is missing)."""
    uitkomst = afschalen(
        feiten=AfschalenFeiten(
            leerroute=feiten.code("leerroute", Leerroute),
            uren_keurmerk=feiten.aantal("nt2_hours_keurmerk"),
            uren_tst=feiten.aantal("nt2_hours_tst"),
            uren_intake=feiten.aantal("intake_nt2_hours"),
            intake_verrekend=feiten.ja("intake_hours_deducted"),
            uren_zonder_keurmerk=feiten.aantal("nt2_hours_no_keurmerk"),
            uren_knm=feiten.aantal("knm_hours_keurmerk"),
            uren_voorinburgering=feiten.aantal("voorinburgering_hours"),
            voldoende_ingespannen=feiten.ja_of_niet_bekend("effort_sufficient"),
            b1_niet_haalbaar=feiten.ja_of_niet_bekend("b1_not_attainable"),
        ),
        op=op,
    )
    return Antwoord(
        waarden={
            "counted_hours": uitkomst.value.getelde_uren,
            "missing_hours": uitkomst.value.ontbrekende_uren,
            "allowed": uitkomst.value.toegestaan,
        },
        uitkomsten=[uitkomst],
    )
