"""How long the new termijn is that DUO sets with its fine."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Maat
from schakel.wet.geld import dutch_number
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.lijsten_termijn import SoortTermijn
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

# The first text of the Ri that was read.
SINDS = date(2023, 4, 1)
LANGSTE = Artikel("Ri", "7.4", lid="6")
DUO_STELT_VAST = Artikel("Wi2021", "24", lid="2")
VAN_LANG_NAAR_KORT = (
    SoortTermijn.NIEUW_24_MAANDEN,
    SoortTermijn.NIEUW_18_MAANDEN,
    SoortTermijn.NIEUW_12_MAANDEN,
    SoortTermijn.NIEUW_6_MAANDEN,
)
BIJ_PVT_MAP: Dated[Mapping[int, SoortTermijn]] = Dated(
    bron=Artikel("Ri", "7.4", lid="1"),
    versions={SINDS: {1: SoortTermijn.NIEUW_6_MAANDEN, 2: SoortTermijn.NIEUW_12_MAANDEN}},
)
"""By how many of the two are open."""
BIJ_ONDERDELEN = Dated(bron=Artikel("Ri", "7.4", lid="2"), versions={SINDS: (0, 1, 2, 4)})
BIJ_UREN_ASIEL = Dated(
    bron=Artikel("Ri", "7.4", lid="3"), maat=Maat.UREN, versions={SINDS: (400, 800, 1200, 1599)}
)
BIJ_UREN_GEZINS = Dated(
    bron=Artikel("Ri", "7.4", lid="4"), maat=Maat.UREN, versions={SINDS: (200, 400, 600, 799)}
)
"""Each the last number (inclusive) that still gives a termijn, from the longest to the shortest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NieuweTermijnFeiten:
    """What is still open after the termijn, and what was done. None is not known.

    :param onderdelen_behaald: passed parts of the exam; for the B1-route and the onderwijsroute
    :param uren: for the zelfredzaamheidsroute: course hours Dutch and KNM at an institution with
        the keurmerk; for an asielstatushouder with those of participation added
    """

    pvt_open: bool = False
    map_open: bool = False
    leerroute_open: bool = False
    leerroute: Leerroute | None = None
    doelgroep: Doelgroep | None = None
    onderdelen_behaald: int | None = None
    uren: int | None = None


class _Deel(NamedTuple):
    termijn: SoortTermijn
    stappen: tuple[Stap, ...]


def nieuwe_inburgeringstermijn(
    *, feiten: NieuweTermijnFeiten, op: date
) -> Uitkomst[SoortTermijn | None]:
    """Return the new termijn to expect of DUO, or None when nothing is open (art. 7.4 Ri).

    Only its length: when it starts is in the decision of DUO. The longest of what is open holds.

    :param op: the day of asking, which chooses the version
    :raises NotInForce: when asked before 1 April 2023, the first text that was read
    :raises Refusal: when a fact is missing on which the length depends, or for a number of which
        the article says nothing
    """
    versie = versie_stap(BIJ_PVT_MAP, op)
    delen = [*_pvt_map(feiten, op), *_leerroute(feiten, op)]
    value = min((deel.termijn for deel in delen), key=VAN_LANG_NAAR_KORT.index, default=None)
    stappen = (
        versie,
        *_feiten(feiten),
        *(stap for deel in delen for stap in deel.stappen),
        *_slot(value, len(delen)),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=BIJ_PVT_MAP.next_change(op),
    )


def _feiten(feiten: NieuweTermijnFeiten) -> Iterator[Stap]:
    namen = {"pvt_open": "Het PVT", "map_open": "De MAP", "leerroute_open": "De leerroute"}
    for feit, naam in namen.items():
        niet = "niet " if getattr(feiten, feit) else ""
        yield feit_stap(feit, f"{naam} is {niet}op tijd afgerond.", None)


def _pvt_map(feiten: NieuweTermijnFeiten, op: date) -> Iterator[_Deel]:
    aantal = feiten.pvt_open + feiten.map_open
    if aantal:
        termijn = BIJ_PVT_MAP.on(op)[aantal]
        wat = "het PVT en de MAP" if aantal > 1 else "het PVT of de MAP"
        yield _deel(f"Voor {wat}", termijn, BIJ_PVT_MAP.bron)


def _deel(wat: str, termijn: SoortTermijn, bron: Artikel, *feiten: Stap) -> _Deel:
    return _Deel(termijn, (*feiten, keuze_stap(f"{wat} geldt een {termijn.label}.", bron)))


def _leerroute(feiten: NieuweTermijnFeiten, op: date) -> Iterator[_Deel]:
    if not feiten.leerroute_open:
        return
    if feiten.leerroute is None:
        raise ontbreekt("leerroute", "De leerroute")
    rekenwijze: Callable[[NieuweTermijnFeiten, date], _Deel] = (
        _uren if feiten.leerroute is Leerroute.ZELFREDZAAMHEID else _onderdelen
    )
    deel = rekenwijze(feiten, op)
    route = feit_stap("leerroute", f"De leerroute is de {feiten.leerroute.label}.", None)
    yield _Deel(deel.termijn, (route, *deel.stappen))


def _onderdelen(feiten: NieuweTermijnFeiten, op: date) -> _Deel:
    aantal = feiten.onderdelen_behaald
    if aantal is None:
        raise ontbreekt("onderdelen_behaald", "Hoeveel examenonderdelen zijn behaald,")
    grenzen = BIJ_ONDERDELEN.on(op)
    termijn = _in_band(aantal, grenzen)
    if termijn is None:
        raise Refusal(
            f"Het artikel noemt een nieuwe termijn bij 0 tot en met {grenzen[-1]} behaalde "
            "examenonderdelen. Controleer het aantal.",
            field="onderdelen_behaald",
        )
    feit = feit_stap("onderdelen_behaald", f"Behaalde examenonderdelen: {aantal}.", None)
    return _deel("Daarvoor", termijn, BIJ_ONDERDELEN.bron, feit)


def _uren(feiten: NieuweTermijnFeiten, op: date) -> _Deel:
    if feiten.doelgroep is None:
        raise ontbreekt("doelgroep", "De doelgroep")
    if feiten.uren is None:
        raise ontbreekt("uren", "Het aantal uren")
    asiel = feiten.doelgroep is Doelgroep.ASIELSTATUSHOUDER
    regel = BIJ_UREN_ASIEL if asiel else BIJ_UREN_GEZINS
    grenzen = regel.on(op)
    termijn = _in_band(feiten.uren, grenzen)
    if termijn is None:
        raise Refusal(
            f"Het artikel noemt voor een {feiten.doelgroep.label} een nieuwe termijn bij 0 tot en "
            f"met {dutch_number(grenzen[-1])} uur. Controleer de uren, of vraag het aan DUO.",
            field="uren",
        )
    soort = "cursus en participatie samen" if asiel else "cursus, zonder participatie"
    uren = f"Uren {soort}: {dutch_number(feiten.uren)}."
    groep = feit_stap("doelgroep", f"De doelgroep is: {feiten.doelgroep.label}.", None)
    return _deel("Daarvoor", termijn, regel.bron, groep, feit_stap("uren", uren, None))


def _in_band(aantal: int, grenzen: tuple[int, int, int, int]) -> SoortTermijn | None:
    """Return the termijn of the first band that holds the number, or None outside all of them."""
    if aantal < 0:
        return None
    banden = zip(grenzen, VAN_LANG_NAAR_KORT, strict=True)
    return next((termijn for grens, termijn in banden if aantal <= grens), None)


def _slot(value: SoortTermijn | None, aantal: int) -> Iterator[Stap]:
    if value is None:
        tekst = "Alles is op tijd afgerond. Er komt geen nieuwe termijn."
        yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=DUO_STELT_VAST)
        return
    if aantal > 1:
        yield keuze_stap("De langste van deze termijnen geldt.", LANGSTE)
    tekst = "DUO stelt de nieuwe termijn vast, in het besluit over de boete."
    yield keuze_stap(tekst, DUO_STELT_VAST)
    tekst = f"Te verwachten is een {value.label}."
    yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=BIJ_PVT_MAP.bron)
