"""To which cohort of the SPUK someone belongs, and whether a grant counts that cohort."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep
from schakel.wet.regels.spuk_grondslag import SPUKStadium
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

PEILDAG = Artikel("Bi", "10.4")
OOK_WIE_KLAAR_IS = Artikel("Bi", "10.3", lid="6")
ASIEL, GEZINS = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OVERIG
COHORT = {
    SPUKStadium.VOORLOPIG: Artikel("Bi", "10.1"),
    SPUKStadium.DEFINITIEF: Artikel("Bi", "10.2"),
}
# How many years before year t the cohorts lie that are counted by head.
GETELDE_COHORTEN: Dated[Mapping[tuple[Doelgroep, SPUKStadium], tuple[int, ...]]] = Dated(
    bron=COHORT[SPUKStadium.VOORLOPIG],
    versions={
        date(2022, 1, 1): {
            (GEZINS, SPUKStadium.VOORLOPIG): (2,),
            (GEZINS, SPUKStadium.DEFINITIEF): (0,),
            (ASIEL, SPUKStadium.VOORLOPIG): (2,),
            (ASIEL, SPUKStadium.DEFINITIEF): (0, 1, 2),
        }
    },
)
EERSTE_JAAR, LAATSTE_JAAR = 2022, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKCohort:
    """The outcome.

    :param cohort: the year of housing
    :param telt: this grant counts that cohort by head
    :param peildag: the gemeente where someone lives on this day counts him; None when he does not
        count, and for an asielstatushouder, whose day was not read
    """

    cohort: int
    telt: bool
    peildag: date | None = None


def spuk_cohort(
    *, doelgroep: Doelgroep, gehuisvest: date, jaar: int, stadium: SPUKStadium, op: date
) -> Uitkomst[SPUKCohort]:
    """Return the cohort, and whether the grant of a year counts it (art. 10.1-10.4 Bi).

    Who already met the inburgeringsplicht still counts. The preliminary grant counts an
    asielstatushouder of the last two cohorts by a forecast, not by head.

    :param gehuisvest: day on which the person was first housed in a Dutch gemeente
    :param jaar: year t, that the grant is for
    :param op: the day of asking, which chooses the version
    :raises Refusal: for a year before 2022 or far away
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(GETELDE_COHORTEN, op)
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        tekst = f"Voor {jaar} is er geen uitkering op grond van deze wet. Verbeter het jaar."
        raise Refusal(tekst, field="jaar")
    geteld = [jaar - terug for terug in GETELDE_COHORTEN.on(op)[doelgroep, stadium]]
    cohort = gehuisvest.year
    telt = cohort in geteld
    peildag = date(cohort, 12, 31) if telt and doelgroep is GEZINS else None
    value = SPUKCohort(cohort=cohort, telt=telt, peildag=peildag)
    namen = " en ".join(str(een) for een in geteld)
    stappen = (
        versie,
        feit_stap("doelgroep", f"De doelgroep is {doelgroep.label}.", None),
        feit_stap("gehuisvest", f"Gehuisvest op {dutch_date(gehuisvest)}.", gehuisvest),
        feit_stap("jaar", f"Het gaat om de {stadium.label} voor {jaar}.", None),
        keuze_stap(f"Het cohort is het jaar van huisvesting: {cohort}.", COHORT[stadium]),
        keuze_stap(f"Per persoon wordt geteld: cohort {namen}.", COHORT[stadium]),
        *(_geteld(value, doelgroep) if telt else ()),
        _slot(value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=GETELDE_COHORTEN.next_change(op),
    )


def _geteld(value: SPUKCohort, doelgroep: Doelgroep) -> Iterator[Stap]:
    if doelgroep is ASIEL:
        tekst = "Wie al aan de inburgeringsplicht voldeed, telt nog mee."
        yield keuze_stap(tekst, OOK_WIE_KLAAR_IS)
    if value.peildag:
        tekst = f"De gemeente telt wie er woont op {dutch_date(value.peildag)}."
        yield Stap(soort=StapSoort.KEUZE, tekst=tekst, dag=value.peildag, bron=PEILDAG)
        return
    tekst = "Op welke dag de woongemeente telt, is voor een asielstatushouder niet gelezen."
    yield keuze_stap(tekst, PEILDAG, zekerheid=Zekerheid.ONGECONTROLEERD)


def _slot(value: SPUKCohort) -> Stap:
    tekst = f"Cohort {value.cohort} telt in deze uitkering {'wel' if value.telt else 'niet'} mee."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=value.peildag)
