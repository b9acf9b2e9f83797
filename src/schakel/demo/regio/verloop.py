"""How a course usually goes: from the uitnodiging to the end of the plicht, with small mishaps."""

from datetime import date
from typing import NamedTuple

from schakel.demo.regio import stappen
from schakel.demo.regio.dagen import plus
from schakel.demo.regio.mensen import Mens
from schakel.demo.regio.stappen import EINDE, SLUITING
from schakel.dossier.queries import events as feiten
from schakel.traject.queries import events
from schakel.wet.lijsten import IntakeOnderwerp, Leerroute, UitslagLeerbaarheidstoets

OP_TIJD = {2022: 0.3, 2023: 0.5, 2024: 0.65, 2025: 0.75, 2026: 0.8}
"""Which part of the PIPs is in time, by the year in which the termijn began."""
MEELEZEN_SINDS = date(2023, 1, 1)
"""Since then each gemeente has an agreement by which the second pair of eyes sees a concept."""
MAANDEN = {
    Leerroute.B1: (18, 33),
    Leerroute.ONDERWIJS: (17, 30),
    Leerroute.ZELFREDZAAMHEID: (25, 34),
}
_LATER = (IntakeOnderwerp.VVE, IntakeOnderwerp.ARBEIDSPARTICIPATIE)


class Toets(NamedTuple):
    """When the leerbaarheidstoets was done with, and what it said."""

    klaar: date
    uitslag: UitslagLeerbaarheidstoets


class PIP(NamedTuple):
    """The PIP: its day and its leerroute."""

    op: date
    leerroute: Leerroute


def loopt(mens: Mens) -> None:
    """The ordinary course: in time or late, and after the aanmelding it runs on."""
    pip = krijgt_pip(mens)
    gaat_leren(mens, pip)
    rondt_af(mens, pip)


def krijgt_pip(mens: Mens) -> PIP:
    """Plan all up to the PIP, and return it."""
    done = houdt_intake(mens)
    toets = legt_toets_af(mens, plus(done, 1))
    return stelt_vast(mens, max(done, toets.klaar), toets.uitslag)


def houdt_intake(mens: Mens) -> date:
    """Plan the brede intake, and return the day on which it is complete."""
    invited = mens.later(mens.telt, 3, 10)
    talk = mens.later(invited, 9, 18)
    stappen.nodig_uit(mens, invited, gesprek_op=talk)
    if mens.kans(0.14):
        if mens.kans(0.5):
            stappen.mist_gesprek(mens, talk)
        else:
            stappen.zegt_gesprek_af(mens, plus(invited, 3))
        invited = mens.later(talk, 2, 6)
        talk = mens.later(invited, 7, 14)
        stappen.nodig_uit(mens, invited, gesprek_op=talk)
    alone = mens.soort.is_asiel and mens.kans(0.06)
    stappen.voer_gesprek(mens, talk, vorm=events.Gespreksvorm.ALLEEN if alone else None)
    if not mens.kans(0.25):
        stappen.leg_vast(mens, talk)
        return talk
    stappen.leg_vast(mens, talk, zonder=_LATER)
    again = mens.later(talk, 5, 12)
    stappen.leg_vast(mens, again, zonder=_LATER, alleen=True)
    return again


def legt_toets_af(mens: Mens, vanaf: date) -> Toets:
    """Plan the leerbaarheidstoets, and return when it was done with and what it said."""
    day = mens.later(vanaf, 7, 16)
    stappen.plan_toets(mens, vanaf, voor=day)
    if mens.kans(0.1):
        stappen.mist_toets(mens, day)
        vanaf, day = plus(day, 2), mens.later(day, 10, 18)
        stappen.plan_toets(mens, vanaf, voor=day)
    elif mens.kans(0.06):
        called = plus(vanaf, 2)
        stappen.zegt_toets_af(mens, called)
        vanaf, day = plus(called, 1), mens.later(day, 5, 10)
        stappen.plan_toets(mens, vanaf, voor=day)
    at_once = mens.kans(0.65)
    uitslag = stappen.doet_toets(mens, day, meteen=at_once)
    if at_once:
        return Toets(day, uitslag)
    told = mens.later(day, 4, 12)
    stappen.krijgt_uitslag(mens, told, uitslag)
    return Toets(plus(told, 2), uitslag)


def stelt_vast(mens: Mens, klaar: date, uitslag: UitslagLeerbaarheidstoets | None) -> PIP:
    """Plan the PIP once all is there: in time or late, read along or not; return it."""
    in_time = mens.kans(OP_TIJD[mens.telt.year])
    wanted = mens.later(mens.telt, 46, 66) if in_time else mens.later(mens.telt, 76, 150)
    op = max(wanted, mens.later(klaar, 3, 9))
    gegevens = stappen.besluit(mens, op, uitslag)
    leest_mee = mens.soort.is_asiel and op >= MEELEZEN_SINDS and mens.kans(0.35)
    if leest_mee and (op - klaar).days > 10:
        begun = plus(klaar, 1)
        stappen.bewaar_concept(mens, begun, gegevens, voorgelegd_op=begun)
        stappen.leest_mee(mens, plus(begun, 3))
    stappen.stel_vast(mens, gegevens, verzonden_na=mens.rng.randint(1, 5))
    return PIP(op, gegevens.leerroute)


def gaat_leren(mens: Mens, pip: PIP) -> date:
    """Plan the aanmelding by the gemeente, or one's own enrolment; return its day."""
    if not mens.soort.is_asiel:
        op = mens.later(pip.op, 12, 75)
        stappen.schrijft_zich_in(mens, op)
        return op
    waits = pip.leerroute is Leerroute.ONDERWIJS
    op = mens.later(pip.op, 14, 45) if waits else mens.later(pip.op, 2, 12)
    stappen.meld_aan(mens, op)
    return op


def rondt_af(mens: Mens, pip: PIP) -> None:
    """Plan the end: within three years nearly all have done what they must."""
    if mens.kans(0.05):
        vertrekt(mens, mens.later(pip.op, 200, 700))
        return
    least, most = MAANDEN[pip.leerroute]
    op = mens.later(pip.op, least * 30, most * 30)
    stappen.eindigt(mens, op, EINDE.VOLDAAN)
    stappen.sluit(mens, mens.later(op, 6, 30), SLUITING.AFGEROND)


def vertrekt(mens: Mens, op: date) -> None:
    """Leaves the Netherlands."""
    mens.nieuw.feit(feiten.BRPDeregistered(), op, recorded=plus(op, 4), wie=mens.wie)
    stappen.eindigt(mens, plus(op, 1), EINDE.VERTREK)
    stappen.sluit(mens, plus(op, 20), SLUITING.VERTROKKEN)
