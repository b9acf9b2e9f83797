"""What an exam of the inburgering costs, and whether this attempt is free."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat
from schakel.wet.lijsten import Doelgroep, Leerroute, Taalniveau
from schakel.wet.regels.rechten import POGINGEN, rechten
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.voorwaarde import ontbreekt


class Examen(StrEnum):
    """One exam: KNM, or one of the four language parts (Bi art. 3.3, 3.5)."""

    KNM = "knm"
    TAAL_A2 = "taal_a2"
    TAAL_B1 = "taal_b1"

    @property
    def label(self) -> str:
        return {
            "knm": "KNM",
            "taal_a2": "een taalonderdeel op niveau A2",
            "taal_b1": "een taalonderdeel op niveau B1 of hoger",
        }[self.value]


# The first text of the Ri that was read. In whole cents; B1 is no exam of DUO and is not here.
EXAMENGELD_BEDRAG = Dated(
    bron=Artikel("Ri", "3.4"),
    maat=Maat.CENTEN,
    versions={date(2023, 4, 1): {Examen.KNM: 5_000, Examen.TAAL_A2: 5_000}},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamengeldFeiten:
    """What must be known. None is not known; it is asked for only where it decides.

    :param niveau_pip: the level in the PIP: in the B1-route a lower exam is not free
    :param examens_in_pip: in the zelfredzaamheidsroute: the exams are recorded in the PIP
    :param gratis_gebruikt: free attempts for this part that were used already
    """

    examen: Examen
    doelgroep: Doelgroep
    leerroute: Leerroute | None = None
    niveau_pip: Taalniveau | None = None
    examens_in_pip: bool | None = None
    gratis_gebruikt: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Examengeld:
    """The outcome.

    :param bedrag: for this attempt, in whole cents; nought when it is free
    :param gratis_over: free attempts for this part that are left, this one among them
    """

    bedrag: int
    gratis_over: int


def examengeld(*, feiten: ExamengeldFeiten, op: date) -> Uitkomst[Examengeld]:
    """Return what this attempt costs, and how many free ones are left (art. 3.4 and 3.5 Ri).

    How many attempts are free is what `rechten` says. What DUO itself reports goes first.

    :param op: the day of asking, which chooses the version
    :raises NotInForce: when asked before 1 April 2023, the first text that was read
    :raises Refusal: when a fact is missing on which the answer depends, for less than nought
        attempts, and for the price of an exam at B1, which the article does not have
    """
    if feiten.gratis_gebruikt < 0:
        tekst = "Een aantal pogingen is nul of meer. Controleer het."
        raise Refusal(tekst, field="gratis_gebruikt")
    versie = versie_stap(EXAMENGELD_BEDRAG, op)
    aantal, keuzes = _gratis(feiten, op)
    over = max(0, aantal - feiten.gratis_gebruikt)
    value = Examengeld(bedrag=0 if over else _prijs(feiten.examen, op), gratis_over=over)
    stappen = (versie, *_feiten(feiten), *keuzes, *_slot(feiten, value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=EXAMENGELD_BEDRAG.next_change(op),
    )


def _prijs(examen: Examen, op: date) -> int:
    bedrag = EXAMENGELD_BEDRAG.on(op).get(examen)
    if bedrag is None:
        raise Refusal(
            "Wat een examen op niveau B1 of hoger kost, staat niet in de Regeling inburgering "
            "2021. Vraag het na bij DUO.",
            field="examen",
        )
    return bedrag


def _gratis(feiten: ExamengeldFeiten, op: date) -> tuple[int, tuple[Stap, ...]]:
    """Return how many attempts at this exam are free, and the steps that say why."""
    if feiten.doelgroep is not Doelgroep.ASIELSTATUSHOUDER:
        tekst = "Alleen een asielstatushouder heeft gratis pogingen."
        return 0, (keuze_stap(tekst, POGINGEN.bron),)
    if reden := _niet_gratis(feiten):
        return 0, (keuze_stap(reden, POGINGEN.bron),)
    recht = rechten(
        doelgroep=feiten.doelgroep,
        vergunning=None,
        op=op,
        leerroute=feiten.leerroute,
        examens_in_pip=feiten.examens_in_pip,
    ).value
    knm = feiten.examen is Examen.KNM
    aantal = (recht.pogingen_knm if knm else recht.pogingen_taalonderdeel) or 0
    tekst = f"Voor dit examen is het aantal gratis pogingen {aantal}."
    return aantal, (keuze_stap(tekst, POGINGEN.bron),)


def _niet_gratis(feiten: ExamengeldFeiten) -> str:
    """Return why no attempt is free whatever their number, or "".

    :raises Refusal: when the fact that decides it is missing
    """
    if feiten.leerroute is None:
        raise ontbreekt("leerroute", "De leerroute")
    if feiten.leerroute is Leerroute.ZELFREDZAAMHEID:
        if feiten.examen is Examen.TAAL_B1:
            return "In de zelfredzaamheidsroute zijn alleen KNM en de taalonderdelen op A2 gratis."
        if feiten.examens_in_pip is None:
            raise ontbreekt("examens_in_pip", "Of de examens in het PIP staan,")
        return "" if feiten.examens_in_pip else "De examens staan niet in het PIP."
    if feiten.leerroute is Leerroute.B1 and feiten.examen is Examen.TAAL_A2:
        if feiten.niveau_pip is None:
            raise ontbreekt("niveau_pip", "Het taalniveau in het PIP")
        if feiten.niveau_pip is Taalniveau.B1:
            return "Een examen onder het niveau van het PIP is niet gratis."
    return ""


def _feiten(feiten: ExamengeldFeiten) -> Iterator[Stap]:
    yield feit_stap("examen", f"Het examen is {feiten.examen.label}.", None)
    yield feit_stap("doelgroep", f"De doelgroep is: {feiten.doelgroep.label}.", None)
    if feiten.leerroute:
        yield feit_stap("leerroute", f"De leerroute is de {feiten.leerroute.label}.", None)
    if feiten.niveau_pip:
        tekst = f"Het taalniveau in het PIP is {feiten.niveau_pip.label}."
        yield feit_stap("niveau_pip", tekst, None)
    if feiten.gratis_gebruikt:
        tekst = f"Gratis pogingen die al zijn gebruikt: {feiten.gratis_gebruikt}."
        yield feit_stap("gratis_gebruikt", tekst, None)


def _slot(feiten: ExamengeldFeiten, value: Examengeld) -> Iterator[Stap]:
    if value.gratis_over:
        tekst = f"Deze poging is gratis. Het aantal gratis pogingen is nog {value.gratis_over}."
        yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=POGINGEN.bron)
        return
    tekst = f"Deze poging kost {dutch_amount(value.bedrag)}."
    yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=EXAMENGELD_BEDRAG.bron)
