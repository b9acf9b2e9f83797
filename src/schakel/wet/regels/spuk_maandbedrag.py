"""What of the SPUK is paid each month."""

from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.geld import centen, dutch_euro, euros
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

DELEN: Dated[int] = Dated(bron=Artikel("Bi", "10.8", lid="1"), versions={date(2022, 1, 1): 12})


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKMaandbedrag:
    """In whole cents.

    :param maandbedrag: a twelfth of the grant, rounded
    :param laatste_maand: what is left for the twelfth month, so that the year is exactly the grant
    """

    maandbedrag: int
    laatste_maand: int


def spuk_maandbedrag(*, uitkering: int, op: date) -> Uitkomst[SPUKMaandbedrag]:
    """Return the part that is paid around the fifteenth of each month (art. 10.8 lid 1 Bi).

    :param uitkering: granted for the year, in whole cents
    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: for an amount below nought
    """
    if uitkering < 0:
        raise Refusal("Een uitkering onder nul kan niet. Verbeter het bedrag.", field="uitkering")
    delen = DELEN.on(op)
    maand = min(centen(euros(uitkering) / delen), uitkering // (delen - 1))
    value = SPUKMaandbedrag(maandbedrag=maand, laatste_maand=uitkering - (delen - 1) * maand)
    in_euro = dutch_euro(euros(maand))
    stappen = (
        versie_stap(DELEN, op),
        feit_stap("uitkering", f"De uitkering is {dutch_euro(euros(uitkering))}.", None),
        *_laatste(value),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Rond de vijftiende van iedere maand wordt {in_euro} betaald.",
            bron=DELEN.bron,
        ),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=DELEN.next_change(op),
    )


def _laatste(value: SPUKMaandbedrag) -> tuple[Stap, ...]:
    if value.laatste_maand == value.maandbedrag:
        return ()
    tekst = (
        "Een twaalfde deel is afgerond op centen. Met "
        f"{dutch_euro(euros(value.laatste_maand))} in de laatste maand is het jaar precies de "
        "uitkering."
    )
    return (keuze_stap(tekst, DELEN.bron, zekerheid=Zekerheid.AFGELEID),)
