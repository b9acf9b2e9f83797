"""How many course hours are still to do in the zelfredzaamheidsroute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
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
    intake_reden,
    ontbrekende_uren,
    post_stappen,
    som_stap,
    voorinburgering,
)

NORM = Dated(
    bron=Artikel("Bi", "3.14", lid="2", onder="a"), maat=Maat.UREN, versions={date(2022, 1, 1): 800}
)
# Absent from the text of 12 June 2024, present in that of 1 September 2025: the day is our reading.
EERDER_ONDERWIJS_TELT = Dated(
    bron=Artikel("Bi", "3.14", lid="9"),
    versions={date(2022, 1, 1): False, date(2025, 7, 10): True},
    zekerheid={date(2025, 7, 10): Zekerheid.AFGELEID},
)
LAATSTE_TEKST_ZONDER, EERSTE_TEKST_MET = date(2024, 6, 12), date(2025, 9, 1)
WISSELING = Dated(
    bron=Artikel("Bi", "5.4"),
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.4", lid="3", onder="c"),
        date(2023, 1, 1): Artikel("Bi", "5.4", lid="4", onder="c"),
    },
)
INTAKE = Artikel("Bi", "3.14", lid="6")
LAGERE_NORM = Artikel("Ri", "3.16", lid="2")


@dataclass(frozen=True, slots=True, kw_only=True)
class CursusurenFeiten:
    """The course hours that were followed. All are nought or more.

    :param uren_nt2: at an institution with keurmerk, literacy included; so is `uren_knm`
    :param intake_verrekend: the college deducts the hours of the brede intake
    :param uren_voor_wisseling: followed before the switch to the zelfredzaamheidsroute
    :param uren_eerder_onderwijs: of VSO, praktijkonderwijs or entree in the two years before the
        PIP, which the college decided to deduct
    :param uren_tst: at an institution of the taalschakeltraject
    :param lagere_norm: what the college fixed for a visual or auditory disability; None without
    """

    uren_nt2: int = 0
    uren_knm: int = 0
    uren_intake: int = 0
    intake_verrekend: bool = False
    uren_voor_wisseling: int = 0
    uren_eerder_onderwijs: int = 0
    uren_tst: int = 0
    uren_zonder_keurmerk: int = 0
    uren_voorinburgering: int = 0
    lagere_norm: int | None = None


def cursusuren_zelfredzaamheid(*, feiten: CursusurenFeiten, op: date) -> Uitkomst[int]:
    """Return the course hours that are left, nought or more (Bi 3.14 and 5.4; Ri 3.16).

    The norm is the same for both groups.

    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: for a lower norm that is higher than the norm of the law
    """
    norm = _norm(feiten.lagere_norm, NORM.on(op))
    posten = (*_telt(feiten), *_telt_soms(feiten, op), *_telt_niet(feiten, op))
    rest = ontbrekende_uren(norm, posten)
    stappen = (
        versie_stap(NORM, op),
        *_lagere_norm(feiten.lagere_norm),
        *post_stappen(posten),
        som_stap("cursusuren", norm, posten, NORM.bron),
        Stap(soort=StapSoort.UITKOMST, tekst=f"Er zijn nog {rest} cursusuren te volgen."),
    )
    return Uitkomst(
        value=rest,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=min(filter(None, (regel.next_change(op) for regel in REGELS)), default=None),
    )


REGELS = (EERDER_ONDERWIJS_TELT, WISSELING)


def _norm(lagere_norm: int | None, norm: int) -> int:
    if lagere_norm is not None and lagere_norm > norm:
        tekst = f"Een lagere norm voor cursusuren is ten hoogste {norm} uur. Verbeter de norm."
        raise Refusal(tekst, field="lagere_norm")
    return norm if lagere_norm is None else lagere_norm


def _lagere_norm(lagere_norm: int | None) -> Iterator[Stap]:
    if lagere_norm is not None:
        tekst = f"Het college stelde een lagere norm vast: {lagere_norm} cursusuren."
        yield feit_stap("lagere_norm", tekst, None)
        tekst = (
            "Dat kan bij een auditieve of visuele beperking, voor wie daarom een "
            "revalidatietraject volgt."
        )
        yield keuze_stap(tekst, LAGERE_NORM)


def _telt(feiten: CursusurenFeiten) -> Iterator[Post]:
    yield Post(
        feit="uren_nt2",
        wat="Cursusuren Nederlands als tweede taal bij een instelling met keurmerk",
        uren=feiten.uren_nt2,
        bron=NORM.bron,
    )
    yield Post(
        feit="uren_knm",
        wat="Cursusuren KNM bij een instelling met keurmerk",
        uren=feiten.uren_knm,
        bron=NORM.bron,
    )


def _telt_soms(feiten: CursusurenFeiten, op: date) -> Iterator[Post]:
    yield Post(
        feit="uren_intake",
        wat="Cursusuren tijdens de brede intake",
        uren=feiten.uren_intake,
        telt=feiten.intake_verrekend,
        reden=intake_reden(feiten.intake_verrekend),
        bron=INTAKE,
    )
    lager = feiten.lagere_norm is not None
    yield Post(
        feit="uren_voor_wisseling",
        wat="Cursusuren van vóór de wisseling van leerroute",
        uren=feiten.uren_voor_wisseling,
        reden="Wat in de vorige leerroute is gevolgd, gaat af van de norm"
        + (", en naar onze lezing ook van een lagere norm." if lager else "."),
        bron=WISSELING.on(op),
        zekerheid=Zekerheid.AFGELEID if lager else Zekerheid.GELEZEN,
    )
    yield _eerder_onderwijs(feiten.uren_eerder_onderwijs, op)


def _eerder_onderwijs(uren: int, op: date) -> Post:
    telt = EERDER_ONDERWIJS_TELT.on(op)
    return Post(
        feit="uren_eerder_onderwijs",
        wat="Uren in VSO, praktijkonderwijs of entree in de twee jaar voor het PIP",
        uren=uren,
        telt=telt,
        reden="Het college heeft besloten deze uren in mindering te brengen."
        if telt
        else "Deze uren kunnen pas sinds 10 juli 2025 in mindering worden gebracht.",
        bron=EERDER_ONDERWIJS_TELT.bron,
        zekerheid=Zekerheid.AFGELEID
        if LAATSTE_TEKST_ZONDER < op < EERSTE_TEKST_MET
        else Zekerheid.GELEZEN,
    )


def _telt_niet(feiten: CursusurenFeiten, op: date) -> Iterator[Post]:
    yield Post(
        feit="uren_tst",
        wat="Uren bij een instelling voor het taalschakeltraject",
        uren=feiten.uren_tst,
        telt=False,
        reden="Deze uren tellen alleen als uren van vóór de wisseling van leerroute.",
        bron=WISSELING.on(op),
        zekerheid=Zekerheid.AFGELEID,
    )
    yield Post(
        feit="uren_zonder_keurmerk",
        wat="Uren bij een instelling zonder keurmerk",
        uren=feiten.uren_zonder_keurmerk,
        telt=False,
        reden="Zonder keurmerk tellen cursusuren niet.",
        bron=NORM.bron,
    )
    yield voorinburgering(feiten.uren_voorinburgering, op)
