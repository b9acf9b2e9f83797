"""Whether the college may let someone in the B1-route take language exams at A2."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.lijsten import Leerroute
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.uren import (
    Post,
    getelde_uren,
    intake_reden,
    ontbrekende_uren,
    post_stappen,
    som_stap,
    voorinburgering,
)

AFSCHALEN = Artikel("Wi2021", "17", lid="3")
NORM = Dated(bron=Artikel("Bi", "5.5", lid="1"), maat=Maat.UREN, versions={date(2022, 1, 1): 600})
INTAKE = Artikel("Bi", "5.5", lid="2")


@dataclass(frozen=True, slots=True, kw_only=True)
class AfschalenFeiten:
    """What decides on afschalen. All hours are nought or more.

    :param leerroute: of the PIP; None when not known
    :param uren_keurmerk: hours NT2, literacy included, at an institution with keurmerk
    :param uren_tst: hours NT2 at an institution of the taalschakeltraject
    :param intake_verrekend: the college deducts the NT2 hours of the brede intake
    :param voldoende_ingespannen: what the college found; None when it found nothing yet
    :param b1_niet_haalbaar: the same, for the termijn that runs
    """

    leerroute: Leerroute | None
    uren_keurmerk: int = 0
    uren_tst: int = 0
    uren_intake: int = 0
    intake_verrekend: bool = False
    uren_zonder_keurmerk: int = 0
    uren_knm: int = 0
    uren_voorinburgering: int = 0
    voldoende_ingespannen: bool | None = None
    b1_niet_haalbaar: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Afschalen:
    """How many hours count, and whether afschalen is allowed.

    :param toegestaan: None when everything else is met and the leerroute is not known
    """

    getelde_uren: int
    ontbrekende_uren: int
    toegestaan: bool | None


def afschalen(*, feiten: AfschalenFeiten, op: date) -> Uitkomst[Afschalen]:
    """Return whether the level may become A2, and the hours (art. 17 lid 3 Wi2021; Bi 5.5).

    The college decides, for all or some of the four language parts. A finding that it did not make
    yet counts as not found.

    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    posten = tuple(_posten(feiten, op))
    voorwaarden = tuple(_voorwaarden(feiten))
    rest = ontbrekende_uren(NORM.on(op), posten)
    value = Afschalen(
        getelde_uren=getelde_uren(posten),
        ontbrekende_uren=rest,
        toegestaan=_toegestaan(feiten, rest),
    )
    stappen = (
        versie_stap(NORM, op),
        *post_stappen(posten),
        som_stap("cursusuren Nederlands als tweede taal", NORM.on(op), posten, NORM.bron),
        *voorwaarden,
        Stap(soort=StapSoort.UITKOMST, tekst=_slot(value.toegestaan)),
    )
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _toegestaan(feiten: AfschalenFeiten, rest: int) -> bool | None:
    if rest or not (feiten.voldoende_ingespannen and feiten.b1_niet_haalbaar):
        return False
    return None if feiten.leerroute is None else feiten.leerroute is Leerroute.B1


def _posten(feiten: AfschalenFeiten, op: date) -> Iterator[Post]:
    yield Post(
        feit="uren_keurmerk",
        wat="Uren Nederlands als tweede taal bij een instelling met keurmerk",
        uren=feiten.uren_keurmerk,
        bron=NORM.bron,
    )
    yield Post(
        feit="uren_tst",
        wat="Uren Nederlands als tweede taal bij een instelling voor het taalschakeltraject",
        uren=feiten.uren_tst,
        bron=NORM.bron,
    )
    yield Post(
        feit="uren_intake",
        wat="Uren Nederlands als tweede taal tijdens de brede intake",
        uren=feiten.uren_intake,
        telt=feiten.intake_verrekend,
        reden=intake_reden(feiten.intake_verrekend),
        bron=INTAKE,
    )
    yield from _telt_niet(feiten, op)


def _telt_niet(feiten: AfschalenFeiten, op: date) -> Iterator[Post]:
    yield Post(
        feit="uren_zonder_keurmerk",
        wat="Uren bij een instelling zonder keurmerk",
        uren=feiten.uren_zonder_keurmerk,
        telt=False,
        reden="Zonder keurmerk of taalschakeltraject tellen uren niet.",
        bron=NORM.bron,
    )
    yield Post(
        feit="uren_knm",
        wat="Cursusuren KNM",
        uren=feiten.uren_knm,
        telt=False,
        reden="De norm vraagt uren Nederlands als tweede taal; KNM telt niet.",
        bron=NORM.bron,
        zekerheid=Zekerheid.AFGELEID,
    )
    yield voorinburgering(feiten.uren_voorinburgering, op)


def _voorwaarden(feiten: AfschalenFeiten) -> Iterator[Stap]:
    yield _route(feiten.leerroute)
    inspanning = {
        True: "Het college stelde vast dat er voldoende inspanning was.",
        False: "Het college stelde vast dat er onvoldoende inspanning was.",
        None: "Of er voldoende inspanning was, heeft het college nog niet vastgesteld.",
    }[feiten.voldoende_ingespannen]
    yield feit_stap("voldoende_ingespannen", inspanning, None)
    haalbaar = {
        True: "Het college stelde vast dat B1 binnen de termijn niet haalbaar is.",
        False: "Het college stelde vast dat B1 binnen de termijn nog haalbaar is.",
        None: "Of B1 binnen de termijn haalbaar is, heeft het college nog niet vastgesteld.",
    }[feiten.b1_niet_haalbaar]
    yield feit_stap("b1_niet_haalbaar", haalbaar, None)
    tekst = "Het college besluit over afschalen, en past dan het PIP aan."
    yield keuze_stap(tekst, AFSCHALEN)


def _route(leerroute: Leerroute | None) -> Stap:
    if leerroute is None:
        return feit_stap("leerroute", "De leerroute is niet bekend. Vul die aan.", None)
    alleen = "" if leerroute is Leerroute.B1 else " Afschalen kan alleen in de B1-route."
    return Stap(
        soort=StapSoort.FEIT,
        tekst=f"De leerroute is de {leerroute.label}.{alleen}",
        bron=AFSCHALEN,
        feit="leerroute",
    )


def _slot(toegestaan: bool | None) -> str:
    return {
        True: "Afschalen naar niveau A2 is mogelijk.",
        False: "Afschalen naar niveau A2 is nu niet mogelijk.",
        None: "Of afschalen mogelijk is, hangt af van de leerroute.",
    }[toegestaan]
