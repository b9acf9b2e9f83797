"""What the college must offer, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated
from schakel.wet.lijsten import Doelgroep
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.voorwaarde import Voorwaarde, beoordeel, ontbreekt

RECHT: Dated[Doelgroep] = Dated(
    bron=Artikel("Wi2021", "16", lid="1"),
    versions={date(2022, 1, 1): Doelgroep.ASIELSTATUSHOUDER},
)
EISEN = Artikel("Wi2021", "16")
TE_LAAT = Artikel("Ri", "4.1", lid="1", onder="g")


@dataclass(frozen=True, slots=True, kw_only=True)
class AanbodFeiten:
    """What must be known; None is not known.

    :param gedaan: an offer was made
    :param past_bij_leerroute: with this course or training the leerroute of the PIP can be done
    :param instelling_voldoet: the institution has the keurmerk, or is a recognised one for the TST
    """

    doelgroep: Doelgroep | None
    gedaan: bool = False
    past_bij_leerroute: bool | None = None
    instelling_voldoet: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Inburgeringsaanbod:
    """The outcome.

    :param verplicht: the college must make an offer
    :param voldoet: the offer is what the law asks; None when none is due, or none was made
    """

    verplicht: bool
    voldoet: bool | None = None


def inburgeringsaanbod(*, feiten: AanbodFeiten, op: date) -> Uitkomst[Inburgeringsaanbod]:
    """Return whether the college must offer a course, and whether this one will do (art. 16).

    The law names no last day: it must be in time. Whether DUO accepts it is `duo_aanbod`, and what
    a late offer does to the termijn `verlenging_geen_aanbod`.

    :param feiten: what is known of the person and of the offer
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(RECHT, op)
    if feiten.doelgroep is None:
        raise ontbreekt("doelgroep", "De doelgroep")
    value, keuzes = _antwoord(feiten, op)
    feit = feit_stap("doelgroep", f"De doelgroep is {feiten.doelgroep.label}.", None)
    stappen = (versie, feit, *keuzes, _slot(value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=RECHT.next_change(op),
    )


def _antwoord(feiten: AanbodFeiten, op: date) -> tuple[Inburgeringsaanbod, tuple[Stap, ...]]:
    if feiten.doelgroep is not RECHT.on(op):
        tekst = (
            "Een aanbod is er alleen voor een asielstatushouder. Anderen kiezen zelf een cursus."
        )
        return Inburgeringsaanbod(verplicht=False), (keuze_stap(tekst, RECHT.bron),)
    plicht = keuze_stap(
        "Aan een asielstatushouder doet het college op tijd een aanbod.", RECHT.bron
    )
    if not feiten.gedaan:
        tekst = "Er is nog geen aanbod. Komt het te laat, dan kan dat de termijn verlengen."
        return Inburgeringsaanbod(verplicht=True), (plicht, keuze_stap(tekst, TE_LAAT))
    voldoet, keuzes = beoordeel(_eisen(feiten))
    return Inburgeringsaanbod(verplicht=True, voldoet=voldoet), (plicht, *keuzes)


def _eisen(feiten: AanbodFeiten) -> Iterator[Voorwaarde]:
    yield Voorwaarde(
        feit="past_bij_leerroute",
        onderwerp="Of het aanbod past bij de leerroute",
        vervuld=feiten.past_bij_leerroute,
        wel="Met dit aanbod kan de leerroute worden gedaan.",
        niet="Met dit aanbod kan de leerroute niet worden gedaan. Zoek een ander aanbod.",
        bron=EISEN,
    )
    yield Voorwaarde(
        feit="instelling_voldoet",
        onderwerp="Of de instelling een keurmerk of erkenning heeft,",
        vervuld=feiten.instelling_voldoet,
        wel="De instelling heeft een keurmerk of een erkenning.",
        niet="De instelling heeft geen keurmerk en geen erkenning. Zoek een andere instelling.",
        bron=EISEN,
    )


def _slot(value: Inburgeringsaanbod) -> Stap:
    if not value.verplicht:
        tekst = "Het college hoeft geen inburgeringsaanbod te doen."
    elif value.voldoet is None:
        tekst = "Het college moet een inburgeringsaanbod doen."
    else:
        tekst = f"Dit aanbod voldoet {'wel' if value.voldoet else 'niet'}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
