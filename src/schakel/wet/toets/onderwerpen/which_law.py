"""The old law or the new one."""

from datetime import date

from schakel.wet.regels.toepasselijke_wet import toepasselijke_wet
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return which law our own check expects."""
    uitkomst = toepasselijke_wet(
        wi2013_op_31_december_2021=feiten.ja_of_niet_bekend("wi2013_applied_on_2021_12_31"),
        begin_plicht=feiten.dag("plicht_start_date"),
        op=op,
    )
    return Antwoord(waarden={"law": uitkomst.value}, uitkomsten=[uitkomst])
