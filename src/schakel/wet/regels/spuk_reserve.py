"""How much of the SPUK may be kept for the next year."""

from datetime import date
from decimal import Decimal

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated
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

# None: a formula with two percentages, that is lost in the copies of the text that were read.
DEEL: Dated[Decimal | None] = Dated(
    bron=Artikel("Bi", "10.5"),
    versions={date(2022, 1, 1): Decimal(1), date(2026, 4, 2): None},
)
DOORSCHUIVEN = Artikel("Bi", "10.6")


def spuk_reserve(*, uitkering: int, besteed: int | None, op: date) -> Uitkomst[int]:
    """Return the most that may be reserved for the next year, in whole cents (art. 10.5 Bi).

    What was not spent, and never more than the text allows of the grant of that year.

    :param uitkering: granted for the year, in whole cents
    :param besteed: spent on inburgeringsvoorzieningen in the year, in whole cents; None while that
        is not known: then the answer is what the text allows at most
    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: since 2 April 2026, or for an amount below nought
    """
    hoogste = _hoogste(uitkering, besteed, op)
    over = hoogste if besteed is None else max(uitkering - besteed, 0)
    value = min(over, hoogste)
    stappen = (
        versie_stap(DEEL, op),
        feit_stap("uitkering", f"De uitkering is {dutch_euro(euros(uitkering))}.", None),
        *_besteed(uitkering, besteed),
        keuze_stap(f"De reserve is ten hoogste {dutch_euro(euros(hoogste))}.", DEEL.bron),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Te reserveren is ten hoogste {dutch_euro(euros(value))}.",
        ),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=DEEL.next_change(op),
    )


def _hoogste(uitkering: int, besteed: int | None, op: date) -> int:
    """Return what the text allows of the grant."""
    if uitkering < 0 or (besteed or 0) < 0:
        raise Refusal("Een bedrag onder nul kan niet. Verbeter het.")
    deel = DEEL.on(op)
    if deel is None:
        raise Refusal(
            "De formule van de reserveringsruimte (art. 10.5 Bi) ontbreekt: sinds 2 april 2026 "
            "geldt een formule die niet is gelezen. Vul die eerst aan.",
            field="op",
        )
    return centen(euros(uitkering) * deel)


def _besteed(uitkering: int, besteed: int | None) -> tuple[Stap, ...]:
    if besteed is None:
        return (feit_stap("besteed", "Wat is besteed, is nog niet bekend.", None),)
    feit = feit_stap("besteed", f"Besteed is {dutch_euro(euros(besteed))}.", None)
    if besteed <= uitkering:
        tekst = f"Niet besteed is {dutch_euro(euros(uitkering - besteed))}."
        return feit, keuze_stap(tekst, DEEL.bron)
    tekst = f"Het meerdere, {dutch_euro(euros(besteed - uitkering))}, schuift door naar het jaar"
    return feit, keuze_stap(f"{tekst} daarna.", DOORSCHUIVEN)
