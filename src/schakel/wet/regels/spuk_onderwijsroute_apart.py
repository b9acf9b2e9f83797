"""Whether the law itself has a separate grant for the onderwijsroute."""

from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated
from schakel.wet.datum import dutch_date
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

INVOERING = date(2025, 10, 21)
# The text of 1 January 2023 lacks the article, that of 21 October 2025 has it.
GRONDSLAG = Dated(
    bron=Artikel("Wi2021", "42a"), versions={date(2022, 1, 1): False, INVOERING: True}
)


def spuk_onderwijsroute_apart(*, vervallen: date | None = None, op: date) -> Uitkomst[bool]:
    """Return whether there is a legal basis for a separate grant (art. 42a Wi2021).

    What the ordinary grant holds for the onderwijsroute is `spuk_onderwijsroute`.

    :param vervallen: first day on which the article no longer holds, by royal decree; None while
        there is no such decree
    :param op: the day of asking, which chooses the version
    :raises Refusal: for a decree of before the article
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(GRONDSLAG, op)
    if vervallen and vervallen <= INVOERING:
        tekst = "Het artikel kan niet vervallen voordat het gold. Verbeter de datum."
        raise Refusal(tekst, field="vervallen")
    voorbij = vervallen is not None and vervallen <= op
    value = GRONDSLAG.on(op) and not voorbij
    feit = (
        f"Het artikel vervalt bij koninklijk besluit op {dutch_date(vervallen)}."
        if vervallen
        else "Er is geen koninklijk besluit bekend waarmee het artikel vervalt."
    )
    stappen = (
        versie,
        feit_stap("vervallen", feit, vervallen),
        keuze_stap(_tekst(value, voorbij), GRONDSLAG.bron),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Een aparte uitkering volgens dit artikel kan {'wel' if value else 'niet'}.",
        ),
    )
    volgende = (GRONDSLAG.next_change(op), vervallen if vervallen and vervallen > op else None)
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=min(filter(None, volgende), default=None),
    )


def _tekst(value: bool, voorbij: bool) -> str:
    if value:
        return "De wet kent een aparte uitkering voor de onderwijsroute."
    if voorbij:
        return "Het artikel is vervallen."
    return "De tekst van deze dag kent nog geen aparte uitkering voor de onderwijsroute."
