"""Whether the college can complete the brede intake."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.regels.brede_intake import NIET_NA_VERHUIZING, OPROEPEN
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.voorwaarde import Voorwaarde, beoordeel

OPROEPEN_MET_TERMIJN = Artikel("Wi2021", "14", lid="1")
LEERBAARHEIDSTOETS = Artikel("Wi2021", "14", lid="3", onder="a")
ALLEEN = Dated(bron=Artikel("Bi", "5.2", lid="2"), versions={date(2022, 1, 1): True})
"""That someone is pointed to the right to have the talks alone."""
SCHRIFTELIJK = Dated(bron=Artikel("Bi", "5.2", lid="3"), versions={date(2022, 1, 1): True})
"""That what matters is put in writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AfrondingFeiten:
    """What must be known of the intake; None is not known.

    :param verschenen: the person came and took part
    :param oproepen: how many oproepen were sent, each with a term
    :param leerbaarheidstoets_klaar: taken, or there is an ontheffing from it
    :param gewezen_op_gesprek_alleen: was told that the talks can be without others, apart from
        professionals
    :param schriftelijk_vastgelegd: what matters was put in writing
    :param na_verhuizing: there was a PIP before a move
    """

    verschenen: bool | None
    oproepen: int = 0
    leerbaarheidstoets_klaar: bool | None = None
    gewezen_op_gesprek_alleen: bool | None = None
    schriftelijk_vastgelegd: bool | None = None
    na_verhuizing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AfrondingBredeIntake:
    """The outcome.

    :param mogelijk: the intake can be completed
    :param bij_afwezigheid: without the person, after the last oproep; the PIP is made all the same
    """

    mogelijk: bool
    bij_afwezigheid: bool = False


def afronding_brede_intake(*, feiten: AfrondingFeiten, op: date) -> Uitkomst[AfrondingBredeIntake]:
    """Return whether the intake can be completed (art. 14 Wi2021, 5.2 Bi).

    Whether each subject was talked about is `brede_intake`. What is known to fail decides, and each
    failing condition has its step.

    :param feiten: what is known of the oproepen and of the talks
    :param op: the day of completion, which chooses the version
    :raises Refusal: naming a missing fact, or for a number below nought
    :raises NotInForce: before 1 January 2022
    """
    versie = versie_stap(OPROEPEN, op)
    if feiten.oproepen < 0:
        tekst = "Een aantal oproepen onder nul kan niet. Verbeter het."
        raise Refusal(tekst, field="oproepen")
    afwezig = feiten.verschenen is False and feiten.oproepen >= OPROEPEN.on(op)
    kan, keuzes = beoordeel(_afwezig(feiten, op) if afwezig else _aanwezig(feiten))
    value = AfrondingBredeIntake(mogelijk=kan, bij_afwezigheid=kan and afwezig)
    stappen = (versie, *_feiten(feiten), *_verhuisd(feiten), *keuzes, _slot(value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=OPROEPEN.next_change(op),
    )


def _afwezig(feiten: AfrondingFeiten, op: date) -> Iterator[Voorwaarde]:
    aantal = OPROEPEN.on(op)
    yield Voorwaarde(
        feit="oproepen",
        onderwerp="Het aantal oproepen",
        vervuld=True,
        wel=f"Na {aantal} oproepen rondt het college de intake af zonder deze persoon.",
        niet="",
        bron=OPROEPEN.bron,
    )
    yield _schriftelijk(feiten, Zekerheid.AFGELEID)


def _aanwezig(feiten: AfrondingFeiten) -> Iterator[Voorwaarde]:
    yield Voorwaarde(
        feit="verschenen",
        onderwerp="Of deze persoon is verschenen",
        vervuld=feiten.verschenen,
        wel="Deze persoon is verschenen.",
        niet="Deze persoon is niet verschenen. Waarschuw schriftelijk, en roep opnieuw op met een "
        "nieuwe termijn.",
        bron=OPROEPEN_MET_TERMIJN,
    )
    if not feiten.na_verhuizing:
        yield Voorwaarde(
            feit="leerbaarheidstoets_klaar",
            onderwerp="Of de leerbaarheidstoets klaar is",
            vervuld=feiten.leerbaarheidstoets_klaar,
            wel="De leerbaarheidstoets is gemaakt, of er is ontheffing van.",
            niet="De leerbaarheidstoets is nog niet gemaakt, en er is geen ontheffing van.",
            bron=LEERBAARHEIDSTOETS,
        )
    yield Voorwaarde(
        feit="gewezen_op_gesprek_alleen",
        onderwerp="Of is gewezen op het recht op een gesprek alleen",
        vervuld=feiten.gewezen_op_gesprek_alleen,
        wel="Er is gewezen op het recht op een gesprek alleen.",
        niet="Er is nog niet gewezen op het recht op een gesprek alleen. Doe dat eerst.",
        bron=ALLEEN.bron,
    )
    yield _schriftelijk(feiten, Zekerheid.GELEZEN)


def _schriftelijk(feiten: AfrondingFeiten, zekerheid: Zekerheid) -> Voorwaarde:
    return Voorwaarde(
        feit="schriftelijk_vastgelegd",
        onderwerp="Of de uitkomst schriftelijk is vastgelegd",
        vervuld=feiten.schriftelijk_vastgelegd,
        wel="Wat van belang is, staat op schrift.",
        niet="Wat van belang is, staat nog niet op schrift. Leg het eerst vast.",
        bron=SCHRIFTELIJK.bron,
        zekerheid=zekerheid,
    )


def _verhuisd(feiten: AfrondingFeiten) -> Iterator[Stap]:
    if feiten.na_verhuizing:
        tekst = "Er was al een PIP voor de verhuizing: een leerbaarheidstoets is niet meer nodig."
        yield keuze_stap(tekst, NIET_NA_VERHUIZING.bron)


def _feiten(feiten: AfrondingFeiten) -> Iterator[Stap]:
    yield feit_stap("oproepen", f"Het aantal verstuurde oproepen is {feiten.oproepen}.", None)


def _slot(value: AfrondingBredeIntake) -> Stap:
    if not value.mogelijk:
        tekst = "De brede intake kan nog niet worden afgerond."
    elif value.bij_afwezigheid:
        tekst = "Het college rondt de brede intake af bij afwezigheid. Daarna volgt het PIP."
    else:
        tekst = "De brede intake kan worden afgerond."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
