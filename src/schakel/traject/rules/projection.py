"""What the row of a traject shows in lists of one day."""

from datetime import date

from schakel.dossier.rules import change_days as dossier_days
from schakel.traject.rules.mijlpalen import change_days as traject_days
from schakel.traject.rules.stand import Stap
from schakel.traject.rules.verhaal import Verhaal


def stap_of(verhaal: Verhaal, *, day: date) -> Stap:
    """Return the step that comes next; who moved needs a PIP of the new gemeente (15 lid 4)."""
    traject = verhaal.traject_on(day)
    return Stap.PIP if traject.na_verhuizing(verhaal.dossier_on(day).gemeente) else traject.stap


def columns(verhaal: Verhaal, *, day: date) -> dict[str, object]:
    """Return today's step and terms, and until which day (exclusive) they hold by themselves."""
    traject = verhaal.traject_on(day)
    terms = verhaal.termijnen_on(day)
    later = [
        changed
        for changed in (*dossier_days(verhaal.feiten), *traject_days(verhaal.stappen))
        if changed > day
    ]
    if terms.geldig_tot is not None and terms.geldig_tot > day:
        later.append(terms.geldig_tot)
    return {
        "stap": stap_of(verhaal, day=day).value,
        "pip_grondslag": terms.pip.value.grondslag.value if terms.pip else "",
        "pip_laatste_dag": terms.pip.value.laatste_dag if terms.pip else None,
        "pip_dagtekening": traject.pip_op,
        "leerroute": traject.leerroute.value if traject.leerroute else "",
        "termijn_van": terms.inburgering.value.start if terms.inburgering else None,
        "termijn_tot": terms.inburgering.value.end if terms.inburgering else None,
        "geldig_tot": min(later, default=None),
    }
