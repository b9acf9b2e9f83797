"""Facts about the inburgeringstermijn that a case can give in more than one way."""

from datetime import date, timedelta

from schakel.base.refusal import Refusal
from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
from schakel.wet.toets.feiten import Feiten

ONE_DAY = timedelta(days=1)


def eerste_pip(feiten: Feiten) -> date | None:
    """Return the dagtekening of the first PIP: given, or the day before the original termijn.

    :raises Refusal: if both are given and contradict each other
    """
    soort = feiten.code("term_kind", SoortTermijn)
    begin = feiten.dag("term_start") if soort in {None, SoortTermijn.OORSPRONKELIJK} else None
    dagtekening = feiten.dag("first_pip_date") or feiten.dag("initial_pip_date")
    if begin is None:
        return dagtekening
    if dagtekening not in {None, begin - ONE_DAY}:
        raise Refusal(
            "De termijn begint op de dag na het eerste PIP, maar het feit ‘term_start’ past niet "
            "bij dat PIP. Verbeter een van beide.",
            field="term_start",
        )
    return begin - ONE_DAY


def einde_termijn(feiten: Feiten) -> date:
    """Return the first day after the termijn: given, or three years after the first PIP.

    :raises Refusal: if neither is given, or the termijn would end before it starts
    """
    einde, dagtekening = feiten.dag("term_end_exclusive"), eerste_pip(feiten)
    if einde is None and dagtekening is not None:
        return inburgeringstermijn(dagtekening_pip=dagtekening).value.end or dagtekening
    found = einde or feiten.nodige_dag("term_end_exclusive")
    begin = feiten.dag("term_start") or dagtekening
    if begin is not None and found <= begin:
        raise Refusal(
            "De termijn eindigt niet later dan zij begint. Verbeter het feit ‘term_end_exclusive’.",
            field="term_end_exclusive",
        )
    return found
