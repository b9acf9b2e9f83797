"""The inburgeringstermijn as the PIP starts it."""

from datetime import date

from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return first and last day of the term, and whether it is over."""
    uitkomst = inburgeringstermijn(dagtekening_pip=feiten.nodige_dag("first_pip_date"))
    termijn = uitkomst.value
    return Antwoord(
        waarden={
            "start": termijn.start,
            "end_exclusive": termijn.end,
            "last_day": termijn.last_day,
            "expired": termijn.end is not None and op >= termijn.end,
        },
        uitkomsten=[uitkomst],
    )
