"""Whether the participatieverklaringstraject (PVT) is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Maat
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

NORM = Dated(bron=Artikel("Bi", "3.1", lid="3"), maat=Maat.UREN, versions={date(2022, 1, 1): 12})
DEELNAME = Artikel("Bi", "3.1", lid="1")
ACTIVITEIT = Artikel("Bi", "3.1", lid="2")
INTAKE = Artikel("Bi", "3.1", lid="5")


@dataclass(frozen=True, slots=True, kw_only=True)
class PVTFeiten:
    """What was done of the PVT. Hours are nought or more.

    :param intake_verrekend: the college deducts the hours of the brede intake
    :param inleiding: attended the introduction to the kernwaarden
    :param activiteit: did at least one activity or excursion
    :param ondertekend: was at the ondertekeningsbijeenkomst and signed there
    """

    uren: int = 0
    uren_intake: int = 0
    intake_verrekend: bool = False
    inleiding: bool = False
    activiteit: bool = False
    ondertekend: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PVT:
    """Whether the PVT is done, and the hours that are left: nought or more."""

    afgerond: bool
    ontbrekende_uren: int


def participatieverklaringstraject(*, feiten: PVTFeiten, op: date) -> Uitkomst[PVT]:
    """Return whether the PVT is done (Wi2021 art. 6 lid 4; Bi 3.1). It holds for every route.

    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    posten = (
        Post(feit="uren", wat="Uren van het PVT", uren=feiten.uren, bron=NORM.bron),
        Post(
            feit="uren_intake",
            wat="Uren van het PVT tijdens de brede intake",
            uren=feiten.uren_intake,
            telt=feiten.intake_verrekend,
            reden=intake_reden(feiten.intake_verrekend),
            bron=INTAKE,
        ),
    )
    rest = ontbrekende_uren(NORM.on(op), posten)
    delen = feiten.inleiding and feiten.activiteit and feiten.ondertekend
    value = PVT(afgerond=delen and not rest, ontbrekende_uren=rest)
    stappen = (
        versie_stap(NORM, op),
        *post_stappen(posten),
        som_stap("het PVT", NORM.on(op), posten, NORM.bron),
        *_delen(feiten),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Het PVT is {'' if value.afgerond else 'nog niet '}afgerond.",
        ),
    )
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _delen(feiten: PVTFeiten) -> Iterator[Stap]:
    for feit, wat, bron in (
        ("inleiding", "De inleiding op de kernwaarden is {}gevolgd.", DEELNAME),
        ("activiteit", "Een activiteit of excursie is {}gedaan.", ACTIVITEIT),
        ("ondertekend", "Op de ondertekeningsbijeenkomst is {}getekend.", DEELNAME),
    ):
        gedaan: bool = getattr(feiten, feit)
        yield feit_stap(feit, wat.format("" if gedaan else "nog niet "), None)
        if not gedaan:
            yield keuze_stap("Zonder dit onderdeel is het PVT niet afgerond.", bron)
