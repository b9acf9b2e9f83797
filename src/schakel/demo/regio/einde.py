"""Courses that ended otherwise than with all that had to be done; each reason once."""

from schakel.demo.regio import stappen, verloop
from schakel.demo.regio.dagen import heard, plus
from schakel.demo.regio.mensen import Loop, Mens
from schakel.demo.regio.stappen import EINDE, SLUITING
from schakel.dossier.queries import events as feiten
from schakel.wet.lijsten import Wet


def eindigt_met(einde: feiten.RedenEindePlicht, sluiting: feiten.RedenSluiting, days: int) -> Loop:
    """Return an ordinary course in which the plicht ended so many days after the PIP."""

    def loop(mens: Mens) -> None:
        pip = verloop.krijgt_pip(mens)
        verloop.gaat_leren(mens, pip)
        op = plus(pip.op, days)
        stappen.eindigt(mens, op, einde)
        stappen.sluit(mens, mens.later(op, 8, 25), sluiting)

    return loop


voldaan = eindigt_met(EINDE.VOLDAAN, SLUITING.AFGEROND, 780)
vrijstelling = eindigt_met(EINDE.VRIJSTELLING, SLUITING.AFGEROND, 260)
ontheffing = eindigt_met(EINDE.ONTHEFFING, SLUITING.AFGEROND, 610)
ander_verblijfsdoel = eindigt_met(EINDE.VERBLIJFSDOEL, SLUITING.AFGEROND, 330)
overig = eindigt_met(EINDE.OVERIG, SLUITING.AFGEROND, 540)
overleden = eindigt_met(EINDE.OVERLIJDEN, SLUITING.OVERLEDEN, 210)


def vertrokken(mens: Mens) -> None:
    """Left the Netherlands within a year."""
    verloop.gaat_leren(mens, verloop.krijgt_pip(mens))
    verloop.vertrekt(mens, plus(mens.telt, 320))


def plicht_ingetrokken(mens: Mens) -> None:
    """DUO withdrew the plicht: here for a temporary aim after all."""
    verloop.houdt_intake(mens)
    op = plus(mens.telt, 55)
    mens.nieuw.feit(feiten.PlichtWithdrawn(), op, recorded=heard(op))
    stappen.sluit(mens, plus(op, 9), SLUITING.TEN_ONRECHTE)


def toch_oude_wet(mens: Mens) -> None:
    """It was unclear which law applies, until DUO said: the old one."""
    stappen.nodig_uit(mens, plus(mens.nieuw.opened_on, 6))
    op = plus(mens.nieuw.opened_on, 24)
    mens.nieuw.feit(feiten.WetDetermined(wet=Wet.WI2013), op, recorded=heard(op))
    stappen.sluit(mens, plus(op, 20), SLUITING.TEN_ONRECHTE)


def buiten_wi2021(mens: Mens) -> None:
    """Under the old law: kept in the household, outside every figure."""
