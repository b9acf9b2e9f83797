"""How much asielstatushouders weigh in the SPUK, for a gemeente or for the whole country."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.geld import centen, dutch_euro, dutch_number
from schakel.wet.regels.spuk_bedragen import (
    GEWICHTEN,
    PERCENTAGE_ASIEL,
    SPUKBedragen,
    spuk_bedragen,
)
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    grounds_of,
    keuze_stap,
    versie_stap,
)

EERSTE_JAAR_WET = 2022
ALLE_AFGERONDE = Artikel("Bi", "10.3", lid="5")


class SPUKStadium(StrEnum):
    """Before the year, or after it (Bi 10.1 and 10.2)."""

    VOORLOPIG = "voorlopig"
    DEFINITIEF = "definitief"

    @property
    def label(self) -> str:
        return {
            "voorlopig": "voorlopige uitkering",
            "definitief": "definitieve uitkering",
        }[self.value]


GRONDSLAG = {
    SPUKStadium.VOORLOPIG: Artikel("Bi", "10.1", lid="4"),
    SPUKStadium.DEFINITIEF: Artikel("Bi", "10.2", lid="3"),
}
BUDGET = {
    SPUKStadium.VOORLOPIG: Artikel("Bi", "10.1", lid="5"),
    SPUKStadium.DEFINITIEF: Artikel("Bi", "10.2", lid="2"),
}
# What the preliminary grant counts for year t. The text of 1 January 2024 is the first with it.
EERSTE_VARIABELE: Dated[str] = Dated(
    bron=Artikel("Bi", "10.1", lid="4"),
    versions={
        date(2022, 1, 1): "huisvestingstaakstelling",
        date(2024, 1, 1): "prognose van het aantal asielstatushouders",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKAantallen:
    """Numbers of people; None is not known.

    :param jaar_t: definitive: housed in year t. Preliminary: the taakstelling of year t, since
        2024 the prognose
    :param jaar_t_1: definitive: housed in year t-1. Preliminary: the taakstelling of year t-1
    :param jaar_t_2: housed in year t-2; those who are done count too (Bi 10.3 lid 6)
    :param afgerond: trajects completed in year t-2; in the first year with a weight for them, all
        completed since 2022 up to and including year t-2
    """

    jaar_t: int | None = None
    jaar_t_1: int | None = None
    jaar_t_2: int | None = None
    afgerond: int | None = None


NIETS = SPUKAantallen()


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKGrondslag:
    """Exact sums in euros.

    :param grondslag: GG: numbers times weights
    :param budget: TBA when the numbers are those of the country: numbers times amounts
    """

    grondslag: Decimal
    budget: Decimal

    @property
    def grondslag_centen(self) -> int:
        """The grondslag in whole cents."""
        return centen(self.grondslag)

    @property
    def budget_centen(self) -> int:
        """The budget in whole cents."""
        return centen(self.budget)


class _Rij(NamedTuple):
    naam: str
    aantal: int
    deel: Decimal
    gewicht: Decimal
    bedrag: Decimal


def spuk_grondslag(
    *, jaar: int, stadium: SPUKStadium, aantallen: SPUKAantallen
) -> Uitkomst[SPUKGrondslag]:
    """Return the grondslag and the budget that belong to these numbers (art. 10.1-10.3 Bi).

    :param jaar: the year that the grant is for
    :param aantallen: of one gemeente, or of the country: the sum is the same
    :raises NotInForce: for a year before 2022
    :raises Refusal: for a year whose amounts were not read, or a number that is missing
    """
    bedragen = spuk_bedragen(jaar=jaar)
    rijen = _rijen(jaar, stadium, aantallen, bedragen.value)
    value = SPUKGrondslag(
        grondslag=sum((rij.aantal * rij.deel * rij.gewicht for rij in rijen), Decimal(0)),
        budget=sum((rij.aantal * rij.deel * rij.bedrag for rij in rijen), Decimal(0)),
    )
    begin = date(jaar, 1, 1)
    stappen = (
        versie_stap(GEWICHTEN, begin, bepalend="het begin van het uitvoeringsjaar"),
        *_keuzes(jaar, stadium, aantallen, bedragen.value),
        *(_regel(rij, GRONDSLAG[stadium]) for rij in rijen),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Samen weegt dat {dutch_euro(value.grondslag)}.",
            bron=GRONDSLAG[stadium],
        ),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=begin,
        geldig_tot=date(jaar + 1, 1, 1),
    )


def eerste_jaar_afgerond() -> int:
    """Return the first year in which a completed traject has a weight (Bi 10.3 lid 5)."""
    return min(since.year for since, gewichten in GEWICHTEN.versions.items() if _telt(gewichten))


def _telt(gewichten: tuple[Decimal, ...] | None) -> bool:
    return gewichten is not None and gewichten[3] > 0


def _namen(jaar: int, stadium: SPUKStadium) -> Mapping[str, str]:
    """Return what each number counts, for this year."""
    afgerond = f"afgeronde trajecten in {jaar - 2}"
    if jaar == eerste_jaar_afgerond():
        afgerond = f"afgeronde trajecten van {EERSTE_JAAR_WET} tot en met {jaar - 2}"
    gehuisvest = "asielstatushouders, gehuisvest in"
    cohorten = {
        "jaar_t": f"{gehuisvest} {jaar}",
        "jaar_t_1": f"{gehuisvest} {jaar - 1}",
        "jaar_t_2": f"{gehuisvest} {jaar - 2}",
        "afgerond": afgerond,
    }
    if stadium is SPUKStadium.DEFINITIEF:
        return cohorten
    eerste = EERSTE_VARIABELE.on(date(jaar, 1, 1))
    return {
        **cohorten,
        "jaar_t": f"{eerste} in {jaar}",
        "jaar_t_1": f"huisvestingstaakstelling in {jaar - 1}",
    }


def _voor_de_wet(jaar: int, stadium: SPUKStadium, aantallen: SPUKAantallen) -> Mapping[str, int]:
    """Return the cohorts of before the law that were not given, with their year."""
    cohorten = {"jaar_t_2": jaar - 2}
    if stadium is SPUKStadium.DEFINITIEF:
        cohorten["jaar_t_1"] = jaar - 1
    return {
        naam: cohort
        for naam, cohort in cohorten.items()
        if cohort < EERSTE_JAAR_WET and getattr(aantallen, naam) is None
    }


def _rijen(
    jaar: int, stadium: SPUKStadium, aantallen: SPUKAantallen, bedragen: SPUKBedragen
) -> list[_Rij]:
    namen = _namen(jaar, stadium)
    nul = _voor_de_wet(jaar, stadium, aantallen)
    verwacht = {"jaar_t", "jaar_t_1"} if stadium is SPUKStadium.VOORLOPIG else set()
    rijen = []
    per_aantal = zip(namen, bedragen.gewichten, (*bedragen.bedragen, Decimal(0)), strict=True)
    for naam, gewicht, bedrag in per_aantal:
        aantal = 0 if naam in nul else getattr(aantallen, naam)
        if gewicht == bedrag == 0:
            continue
        if aantal is None:
            raise Refusal(f"Dit aantal ontbreekt: {namen[naam]}. Vul het aan.", field=naam)
        deel = bedragen.percentage_asiel if naam in verwacht else Decimal(1)
        rijen.append(_Rij(namen[naam], aantal, deel, gewicht, bedrag))
    return rijen


def _keuzes(
    jaar: int, stadium: SPUKStadium, aantallen: SPUKAantallen, bedragen: SPUKBedragen
) -> Iterator[Stap]:
    begin = date(jaar, 1, 1)
    if stadium is SPUKStadium.VOORLOPIG:
        tekst = f"Voor {jaar} telt eerst: {EERSTE_VARIABELE.on(begin)}."
        yield keuze_stap(tekst, EERSTE_VARIABELE.bron)
        yield keuze_stap(
            f"Van een taakstelling of prognose telt {bedragen.percentage_asiel:.0%} als "
            "asielstatushouder.".replace("%", " procent"),
            PERCENTAGE_ASIEL.bron,
            zekerheid=PERCENTAGE_ASIEL.mark_on(begin),
        )
    for cohort in _voor_de_wet(jaar, stadium, aantallen).values():
        yield keuze_stap(
            f"Het aantal dat in {cohort} is gehuisvest is niet gegeven. De wet gold toen nog "
            "niet, dus is met nul gerekend.",
            GRONDSLAG[stadium],
            zekerheid=Zekerheid.AFGELEID,
        )
    if jaar == eerste_jaar_afgerond():
        tekst = f"In {jaar} tellen afgeronde trajecten voor het eerst mee, en dan alle tot en met"
        yield keuze_stap(f"{tekst} {jaar - 2}.", ALLE_AFGERONDE)


def _regel(rij: _Rij, bron: Artikel) -> Stap:
    deel = "" if rij.deel == 1 else f" × {rij.deel:.0%}".replace("%", " procent")
    som = f"{dutch_number(rij.aantal)}{deel} × {dutch_euro(rij.gewicht)}"
    totaal = dutch_euro(rij.aantal * rij.deel * rij.gewicht)
    tekst = f"{rij.naam[0].upper()}{rij.naam[1:]}: {som} = {totaal}."
    return Stap(soort=StapSoort.FEIT, tekst=tekst, bron=bron, feit="aantallen")
