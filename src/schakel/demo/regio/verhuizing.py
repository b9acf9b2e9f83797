"""Courses in which someone moved to another gemeente, within the region or out of it."""

from dataclasses import replace
from datetime import date

from schakel.demo.keten import ALLE, BODEGRAVEN, WOERDEN
from schakel.demo.names import contact
from schakel.demo.regio import stappen, verloop
from schakel.demo.regio.daden import KrijgtAdres
from schakel.demo.regio.dagen import geleden, plus
from schakel.demo.regio.mensen import Loop, Mens
from schakel.demo.regio.stappen import SLUITING
from schakel.demo.regio.verloop import PIP
from schakel.dossier.queries import events as feiten

UTRECHT, GOUDA = "0344", "0513"


def naar_woerden_met_pip(mens: Mens) -> None:
    """From Montfoort to Woerden, which made its own PIP with the same leerroute."""
    pip = _met_pip(mens)
    op = plus(pip.op, 300)
    stappen.trek_aanmelding_in(mens, plus(op, 3))
    _verhuist(mens, op, WOERDEN)
    again = plus(op, 52)
    gegevens = stappen.besluit(mens, again, None, leerroute=pip.leerroute)
    stappen.stel_vast(mens, gegevens)
    stappen.meld_aan(mens, plus(again, 3), gemeente=WOERDEN)


def naar_bodegraven_met_pip(mens: Mens) -> None:
    """From Woerden to Bodegraven: another taalaanbieder, and a PIP of its own."""
    pip = _met_pip(mens)
    op = plus(pip.op, 260)
    stappen.trek_aanmelding_in(mens, plus(op, -3))
    _verhuist(mens, op, BODEGRAVEN)
    stappen.wijs_toe(mens, plus(op, 7), aan="casus-bodegraven", reden="Verhuisd naar Bodegraven.")
    again = plus(op, 60)
    gegevens = stappen.besluit(mens, again, None, leerroute=pip.leerroute)
    stappen.stel_vast(mens, gegevens)
    stappen.meld_aan(mens, plus(again, 6), gemeente=BODEGRAVEN)


def net_naar_bodegraven(mens: Mens) -> None:
    """Moved last month: Bodegraven-Reeuwijk must still make its PIP."""
    _met_pip(mens)
    op = geleden(26)
    stappen.trek_aanmelding_in(mens, geleden(31))
    _verhuist(mens, op, BODEGRAVEN)
    stappen.wijs_toe(mens, geleden(19), aan="casus-bodegraven", reden="Verhuisd naar Bodegraven.")


def uit_de_regio(naar: str, days: int) -> Loop:
    """Return a course in which someone moves out of the region so many days after the PIP."""

    def loop(mens: Mens) -> None:
        pip = _met_pip(mens)
        op = plus(pip.op, days)
        stappen.sluit(mens, plus(op, 2), SLUITING.VERTROKKEN)
        _verhuist(mens, op, naar, recorded=plus(op, 2))

    return loop


def voor_het_pip_uit_de_regio(mens: Mens) -> None:
    """Moved to family elsewhere before there was a PIP."""
    verloop.houdt_intake(mens)
    op = plus(mens.telt, 58)
    stappen.sluit(mens, plus(op, 2), SLUITING.VERTROKKEN)
    _verhuist(mens, op, GOUDA, recorded=plus(op, 2))


def _met_pip(mens: Mens) -> PIP:
    pip = verloop.krijgt_pip(mens)
    verloop.gaat_leren(mens, pip)
    return pip


def _verhuist(mens: Mens, op: date, naar: str, *, recorded: date | None = None) -> None:
    """Plan the registration elsewhere, and that the other gemeente is responsible."""
    known, wie = recorded or plus(op, 4), mens.wie
    mens.nieuw.feit(feiten.BRPRegistered(gemeente=naar), op, recorded=known, wie=wie)
    if naar in ALLE:
        known_now = mens.nieuw.gegevens
        there = contact(known_now.v_nummer, naar) | {"telefoon": known_now.telefoon}
        mens.nieuw.stap(known, KrijgtAdres(gegevens=replace(known_now, **there)))
    per = feiten.GemeenteBecameResponsible(gemeente=naar, per=op)
    mens.nieuw.feit(per, op, recorded=known, wie=wie)
