"""How many participation hours are still to do in the zelfredzaamheidsroute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
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
from schakel.wet.uren import Post, intake_reden, ontbrekende_uren, post_stappen, som_stap

NORM = Dated(
    bron=Artikel("Bi", "3.14", lid="2", onder="b"), maat=Maat.UREN, versions={date(2022, 1, 1): 800}
)
GEZINSMIGRANT = Artikel("Bi", "3.14", lid="3")
PVT_EN_MAP = Artikel("Bi", "3.14", lid="5")
INTAKE = Artikel("Bi", "3.14", lid="6")
BELASTBAARHEID = Artikel("Bi", "2.7", lid="3", onder="c")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParticipatieurenFeiten:
    """The participation hours that were made. All are nought or more.

    :param uren_pw_intake: activities under the Participatiewet during the brede intake
    :param uren_begeleiding: activities of the maatschappelijke begeleiding
    :param intake_verrekend: the college deducts the hours of the brede intake, the Participatiewet
        and the maatschappelijke begeleiding
    :param belastbaarheid: the hours that someone can bear, as DUO has it; None without a limit
    """

    doelgroep: Doelgroep
    uren: int = 0
    uren_pvt: int = 0
    uren_map: int = 0
    uren_intake: int = 0
    uren_pw_intake: int = 0
    uren_begeleiding: int = 0
    intake_verrekend: bool = False
    belastbaarheid: int | None = None


def participatieuren_zelfredzaamheid(*, feiten: ParticipatieurenFeiten, op: date) -> Uitkomst[int]:
    """Return the participation hours that are left, nought or more (Bi 3.14).

    Only asielstatushouders have this part; for the others nothing is left. Hours of PVT and MAP are
    always deducted, the others when the college so decided.

    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(NORM, op)
    doelgroep = feit_stap("doelgroep", f"De doelgroep is {feiten.doelgroep.label}.", None)
    rest, deel = _participatie(feiten, NORM.on(op))
    slot = Stap(soort=StapSoort.UITKOMST, tekst=f"Er zijn nog {rest} participatie-uren te maken.")
    stappen = (versie, doelgroep, *deel, slot)
    return Uitkomst(value=rest, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _participatie(feiten: ParticipatieurenFeiten, norm: int) -> tuple[int, tuple[Stap, ...]]:
    """Return the hours that are left, and the steps of the sum."""
    if feiten.doelgroep is Doelgroep.GEZINSMIGRANT_OVERIG:
        tekst = "Gezins- en overige migranten hebben geen participatiegedeelte."
        return 0, (keuze_stap(tekst, GEZINSMIGRANT),)
    belastbaar = feiten.belastbaarheid
    eigen_norm = norm if belastbaar is None else min(norm, belastbaar)
    posten = tuple(_posten(feiten))
    return ontbrekende_uren(eigen_norm, posten), (
        *(() if belastbaar is None else _belastbaarheid(belastbaar)),
        *post_stappen(posten),
        som_stap("participatie-uren", eigen_norm, posten, NORM.bron),
    )


def _belastbaarheid(uren: int) -> tuple[Stap, ...]:
    tekst = f"Deze persoon is belastbaar voor ten hoogste {uren} participatie-uren."
    keuze = (
        "De norm is niet hoger dan dat. Het PVT en de MAP blijven verplicht, ook als hun uren niet "
        "in de norm passen."
    )
    return (
        feit_stap("belastbaarheid", tekst, None),
        keuze_stap(keuze, BELASTBAARHEID, zekerheid=Zekerheid.AFGELEID),
    )


def _posten(feiten: ParticipatieurenFeiten) -> Iterator[Post]:
    yield Post(
        feit="uren",
        wat="Uren zelfredzaamheid, activering en participatie",
        uren=feiten.uren,
        bron=NORM.bron,
    )
    yield from _pvt_en_map(feiten)
    for feit, wat in (
        ("uren_intake", "Uren participatie tijdens de brede intake"),
        ("uren_pw_intake", "Uren activiteiten van de Participatiewet tijdens de brede intake"),
        ("uren_begeleiding", "Uren activiteiten van de maatschappelijke begeleiding"),
    ):
        yield Post(
            feit=feit,
            wat=wat,
            uren=getattr(feiten, feit),
            telt=feiten.intake_verrekend,
            reden=intake_reden(feiten.intake_verrekend),
            bron=INTAKE,
        )


def _pvt_en_map(feiten: ParticipatieurenFeiten) -> Iterator[Post]:
    lager = feiten.belastbaarheid is not None
    for feit, wat in (("uren_pvt", "Uren van het PVT"), ("uren_map", "Uren van de MAP")):
        yield Post(
            feit=feit,
            wat=wat,
            uren=getattr(feiten, feit),
            reden="Deze uren gaan altijd af van de norm"
            + (", en naar onze lezing ook van een lagere norm." if lager else "."),
            bron=PVT_EN_MAP,
            zekerheid=Zekerheid.AFGELEID if lager else Zekerheid.GELEZEN,
        )
