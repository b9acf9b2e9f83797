"""Courses of someone for whom two dossiers were opened, which are read as one since."""

from dataclasses import replace
from datetime import date

from schakel.demo.regio import verloop
from schakel.demo.regio.daden import NeemtOp
from schakel.demo.regio.dagen import geleden, plus
from schakel.demo.regio.mensen import Mens
from schakel.demo.region import Nieuwkomer
from schakel.dossier.queries import events as feiten
from schakel.wet.lijsten import Doelgroep


def dubbel_samengevoegd(mens: Mens) -> None:
    """Opened again from a list on which the name was spelled otherwise; merged after a week."""
    verloop.loopt(mens)
    again = plus(mens.nieuw.opened_on, 16)
    _tweede(mens, again)
    _voeg_samen(mens, plus(again, 7))


def dubbel_spreekt_tegen(mens: Mens) -> None:
    """Merged a few days ago; the two name another day for the kennisgeving: to be mended."""
    verloop.loopt(mens)
    dubbel = _tweede(mens, plus(mens.nieuw.opened_on, 9))
    said = plus(mens.telt, 5)
    dubbel.feit(feiten.KennisgevingSent(), said, wie=dubbel.wie)
    groep = feiten.DoelgroepDetermined(doelgroep=Doelgroep.ASIELSTATUSHOUDER)
    dubbel.feit(groep, said, wie=dubbel.wie)
    _voeg_samen(mens, geleden(3))


def _tweede(mens: Mens, op: date) -> Nieuwkomer:
    """Plan a second dossier of this person, without numbers and with another spelling."""
    known = mens.nieuw.gegevens
    gegevens = replace(
        known, achternaam=_anders_gespeld(known.achternaam), bsn="", v_nummer="", telefoon=""
    )
    dubbel = Nieuwkomer(
        gegevens=gegevens,
        gemeente=mens.gemeente,
        opened_on=op,
        wie=mens.wie,
        toegewezen=False,
    )
    mens.ook.append(dubbel)
    return dubbel


def _voeg_samen(mens: Mens, op: date) -> None:
    reden = "Zelfde persoon: zelfde adres, alleen de naam is anders gespeld."
    mens.nieuw.stap(op, NeemtOp(dubbel=mens.ook[0], reden=reden))


def _anders_gespeld(naam: str) -> str:
    """Return a name as another clerk would write it."""
    for usual, other in (("ss", "s"), ("i", "ie"), ("a", "aa")):
        if usual in naam[1:]:
            return naam[0] + naam[1:].replace(usual, other, 1)
    return f"{naam}h"
