"""Paying fixed costs from the bijstand."""

from datetime import date

from schakel.wet.lijsten import Verblijfsvergunning
from schakel.wet.regels.ontzorging import OntzorgingFeiten, ontzorging
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.namen import met_namen

NAMEN = {
    "plichtig": "plichtig_wi2021",
    "vergunning": "permit_type",
    "begin_bijstand": "bijstand_right_start",
    "einde_bijstand": "bijstand_right_end",
}


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether it applies, from when to when, and whether it holds on the day of asking."""
    with met_namen(NAMEN):
        uitkomst = ontzorging(
            feiten=OntzorgingFeiten(
                plichtig=feiten.ja_of_niet_bekend("plichtig_wi2021"),
                vergunning=_vergunning(feiten),
                recht_op_bijstand=_recht_op_bijstand(feiten),
                begin_bijstand=feiten.dag("bijstand_right_start"),
                einde_bijstand=feiten.dag("bijstand_right_end"),
                einde_asielvergunning=feiten.dag("permit_end_date"),
            ),
            op=op,
        )
    value = uitkomst.value
    return Antwoord(
        waarden={
            "applies": value.van_toepassing,
            "start": value.begin,
            "end_exclusive": value.einde,
            "active": value.actief,
        },
        uitkomsten=[uitkomst],
    )


def _vergunning(feiten: Feiten) -> Verblijfsvergunning | None:
    """Return the permit; one that is known to be empty is no permit."""
    leeg = Verblijfsvergunning.GEEN if feiten.heeft("permit_type") else None
    return feiten.code("permit_type", Verblijfsvergunning) or leeg


def _recht_op_bijstand(feiten: Feiten) -> bool | None:
    """Return whether there is a right: a start that is known to be empty is none.

    Not known when nothing is given, or only the day on which it ended.
    """
    if feiten.dag("bijstand_right_start") is not None:
        return True
    if feiten.heeft("bijstand_right_start") and feiten.dag("bijstand_right_end") is None:
        return False
    return None
