"""Whether the zelfredzaamheidsroute is done."""

from collections.abc import Iterator
from datetime import date

from schakel.wet.bron import Artikel, Dated
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

EINDGESPREK_NODIG = Dated(
    bron=Artikel("Bi", "3.14", lid="2", onder="c"), versions={date(2022, 1, 1): True}
)
GEEN_MANDAAT = Artikel("Bi", "3.14", lid="4")
PVT_EN_MAP = Artikel("Wi2021", "6", lid="1")


def afronding_zelfredzaamheidsroute(
    *, cursusuren_over: int, participatieuren_over: int, eindgesprek: bool, op: date
) -> Uitkomst[bool]:
    """Return whether the route is done: no hours are left and the final talk was held (Bi 3.14).

    PVT and MAP are parts of the plicht beside the route, with rules of their own.

    :param cursusuren_over: as `cursusuren_zelfredzaamheid` has it
    :param participatieuren_over: as `participatieuren_zelfredzaamheid` has it
    :param eindgesprek: the final talk with the college was held
    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    nodig = EINDGESPREK_NODIG.on(op)
    over = cursusuren_over + participatieuren_over
    klaar = not over and (eindgesprek or not nodig)
    stappen = (
        versie_stap(EINDGESPREK_NODIG, op),
        *_feiten(cursusuren_over, participatieuren_over, eindgesprek),
        keuze_stap("De route eindigt met een eindgesprek met het college.", EINDGESPREK_NODIG.bron),
        keuze_stap("Het college laat dat gesprek niet over aan een derde.", GEEN_MANDAAT),
        keuze_stap("Het PVT en de MAP moeten daarnaast zijn afgerond.", PVT_EN_MAP),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"De zelfredzaamheidsroute is {'' if klaar else 'nog niet '}voltooid.",
        ),
    )
    return Uitkomst(value=klaar, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _feiten(cursusuren: int, participatieuren: int, eindgesprek: bool) -> Iterator[Stap]:
    yield feit_stap("cursusuren_over", f"Nog te volgen cursusuren: {cursusuren}.", None)
    tekst = f"Nog te maken participatie-uren: {participatieuren}."
    yield feit_stap("participatieuren_over", tekst, None)
    tekst = "Het eindgesprek is gevoerd." if eindgesprek else "Het eindgesprek is nog niet gevoerd."
    yield feit_stap("eindgesprek", tekst, None)
