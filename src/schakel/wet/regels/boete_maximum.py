"""How much the fines of the college may come to in one termijn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

MAXIMA: Dated[Mapping[SoortTermijn, int]] = Dated(
    bron=Artikel("Bi", "7.1", lid="5"),
    maat=Maat.CENTEN,
    versions={
        date(2022, 1, 1): {
            SoortTermijn.OORSPRONKELIJK: 240_000,
            SoortTermijn.VERLENGD: 240_000,
            SoortTermijn.NIEUW_6_MAANDEN: 40_000,
            SoortTermijn.NIEUW_12_MAANDEN: 80_000,
            SoortTermijn.NIEUW_18_MAANDEN: 120_000,
            SoortTermijn.NIEUW_24_MAANDEN: 160_000,
        }
    },
)
"""In whole cents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteMaximum:
    """The outcome, in whole cents.

    :param maximum: what all fines of art. 22 and 23 in this termijn may come to
    :param ruimte: what is left of it before this fine, never less than nought
    :param bedrag: the fine, lowered to what is left
    """

    maximum: int
    ruimte: int
    bedrag: int

    @property
    def bereikt(self) -> bool:
        """True when nothing is left, so that there can be no further fine."""
        return self.ruimte == 0


def boete_maximum(
    *, bedrag: int, termijn: SoortTermijn, opgelegd: int | None, op: date
) -> Uitkomst[BoeteMaximum]:
    """Return what can be imposed of a fine in this termijn (art. 7.1 lid 5 Bi).

    A fine that does not fit is lowered to what is left. All amounts in whole cents.

    :param bedrag: the fine as the other rules have it; nought when there is none
    :param termijn: the termijn in which the fine is imposed
    :param opgelegd: what the fines of art. 22 and 23 in this termijn came to already; None when
        that was not told, and then nought is taken and a step says so
    :param op: the day of asking
    :raises ValueError: for an amount of less than nought
    :raises NotInForce: when asked before 1 January 2022
    """
    if bedrag < 0 or (opgelegd or 0) < 0:
        raise ValueError("A fine is not less than nought.")
    maximum = MAXIMA.on(op)[termijn]
    ruimte = max(0, maximum - (opgelegd or 0))
    value = BoeteMaximum(maximum=maximum, ruimte=ruimte, bedrag=min(bedrag, ruimte))
    stappen = (
        versie_stap(MAXIMA, op),
        *_feiten(termijn, opgelegd),
        *_keuzes(opgelegd or 0, value),
        *_passend(bedrag, value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=MAXIMA.next_change(op),
    )


def _feiten(termijn: SoortTermijn, opgelegd: int | None) -> Iterator[Stap]:
    yield feit_stap("termijn", f"De termijn is: {termijn.label}.", None)
    if opgelegd is not None:
        tekst = f"In deze termijn is al {dutch_amount(opgelegd)} aan boetes opgelegd."
        yield feit_stap("opgelegd", tekst, None)
        return
    yield Stap(
        soort=StapSoort.FEIT,
        tekst="Eerdere boetes in deze termijn zijn niet bekend. Er is gerekend alsof er geen zijn.",
        zekerheid=Zekerheid.ONGECONTROLEERD,
        feit="opgelegd",
    )


def _keuzes(opgelegd: int, value: BoeteMaximum) -> Iterator[Stap]:
    yield keuze_stap(
        f"In deze termijn mogen de boetes van de gemeente samen {dutch_amount(value.maximum)} "
        f"zijn. Daarvan is nog {dutch_amount(value.ruimte)} over.",
        MAXIMA.bron,
    )
    if opgelegd > value.maximum:
        yield keuze_stap(
            "Er is al meer opgelegd dan mag. Controleer de eerdere boetes.",
            MAXIMA.bron,
            zekerheid=Zekerheid.ONGECONTROLEERD,
        )


def _passend(bedrag: int, value: BoeteMaximum) -> Iterator[Stap]:
    if value.bereikt:
        tekst = "Het maximum is bereikt, dus is er in deze termijn geen boete meer mogelijk."
        yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=MAXIMA.bron)
        return
    if value.bedrag < bedrag:
        yield keuze_stap(
            f"De boete van {dutch_amount(bedrag)} past daar niet in, en wordt verlaagd.",
            MAXIMA.bron,
            zekerheid=Zekerheid.AFGELEID,
        )
    tekst = f"Binnen het maximum past een boete van {dutch_amount(value.bedrag)}."
    yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=MAXIMA.bron)
