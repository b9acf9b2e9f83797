"""What the SPUK adds for asielstatushouders in the onderwijsroute."""

from collections.abc import Iterator
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.geld import dutch_euro, dutch_number, euros
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

MET_ABO = date(2025, 11, 20)
# The text of 1 September 2025 did not have it yet, that of 20 November 2025 did.
FORMULE: Dated[str] = Dated(
    bron=Artikel("Bi", "10.1", lid="1"),
    versions={date(2022, 1, 1): "U = BGO + BA", MET_ABO: "U = BGO + BA + ABO"},
    zekerheid={MET_ABO: Zekerheid.AFGELEID},
)
# A preliminary grant of an earlier year was set before the formula changed.
EERSTE_JAAR = {SPUKStadium.VOORLOPIG: 2026, SPUKStadium.DEFINITIEF: 2025}
# Until and including this year a separate grant paid the onderwijsroute.
LAATSTE_JAAR_APART = 2025
BEREKENING = Artikel("Bi", "10.2", lid="4")
BEDRAG = Artikel("Bi", "10.3", lid="3")


def spuk_onderwijsroute(
    *, jaar: int, stadium: SPUKStadium, aantal: int | None, bedrag: int | None, op: date
) -> Uitkomst[int]:
    """Return the amount for the onderwijsroute in whole cents (art. 10.1 lid 6, 10.2 lid 4 Bi).

    :param jaar: the year that the grant is for
    :param aantal: asielstatushouders with the onderwijsroute in their PIP, housed in the year, for
        whom it was not paid before; None is nobody. Only the definitive grant counts them
    :param bedrag: for each of them, in whole cents; None while the Ri does not set it
    :param op: the day of asking, which chooses the formula
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: where the amount per person, or the expected percentage, is missing
    """
    telt = op >= MET_ABO and jaar >= EERSTE_JAAR[stadium]
    if telt:
        _weiger_wat_ontbreekt(stadium, aantal, bedrag)
    value = (aantal or 0) * (bedrag or 0) if telt else 0
    stappen = (
        versie_stap(FORMULE, op, zekerheid=FORMULE.mark_on(op)),
        feit_stap("jaar", f"Het gaat om de {stadium.label} voor {jaar}.", None),
        *(_wel(jaar, aantal or 0, bedrag or 0) if telt else _niet(jaar, op)),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Het deel voor de onderwijsroute is {dutch_euro(euros(value))}.",
        ),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=FORMULE.next_change(op),
    )


def _weiger_wat_ontbreekt(stadium: SPUKStadium, aantal: int | None, bedrag: int | None) -> None:
    if stadium is SPUKStadium.VOORLOPIG:
        raise Refusal(
            "Het te verwachten percentage asielstatushouders in de onderwijsroute (art. 10.3 lid 2 "
            "Bi) ontbreekt: de Regeling inburgering 2021 stelt het niet vast. Wacht daarop.",
            field="stadium",
        )
    if aantal and bedrag is None:
        raise Refusal(
            "Het bedrag per asielstatushouder in de onderwijsroute (art. 10.3 lid 3 Bi) ontbreekt: "
            "de Regeling inburgering 2021 stelt het niet vast. Vul het in.",
            field="bedrag",
        )


def _niet(jaar: int, op: date) -> Iterator[Stap]:
    yield keuze_stap(
        f"De formule voor {jaar} heeft geen deel voor de onderwijsroute.",
        FORMULE.bron,
        zekerheid=Zekerheid.GELEZEN if op < MET_ABO else Zekerheid.AFGELEID,
    )


def _wel(jaar: int, aantal: int, bedrag: int) -> Iterator[Stap]:
    if not aantal:
        tekst = "Er is niemand met de onderwijsroute voor wie nog niet eerder is uitgekeerd."
        yield Stap(soort=StapSoort.FEIT, tekst=tekst, bron=BEREKENING, feit="aantal")
        return
    som = f"{dutch_number(aantal)} × {dutch_euro(euros(bedrag))}"
    yield Stap(
        soort=StapSoort.FEIT,
        tekst=f"Voor het eerst in de onderwijsroute: {som}.",
        bron=BEREKENING,
        feit="aantal",
    )
    tekst = "Dit bedrag is ingevuld; in de Regeling inburgering 2021 is het niet gevonden."
    yield keuze_stap(tekst, BEDRAG, zekerheid=Zekerheid.ONGECONTROLEERD)
    if jaar <= LAATSTE_JAAR_APART:
        tekst = f"Voor {jaar} was er ook een aparte uitkering voor de onderwijsroute."
        yield keuze_stap(tekst, BEREKENING, zekerheid=Zekerheid.AFGELEID)
