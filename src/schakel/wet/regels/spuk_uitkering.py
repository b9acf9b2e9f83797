"""What a gemeente gets in a year for inburgeringsvoorzieningen (the SPUK)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.geld import centen, dutch_euro, dutch_number, euros
from schakel.wet.regels.spuk_bedragen import SPUKBedragen, spuk_bedragen
from schakel.wet.regels.spuk_grondslag import (
    BUDGET,
    NIETS,
    SPUKAantallen,
    SPUKGrondslag,
    SPUKStadium,
    spuk_grondslag,
)
from schakel.wet.regels.spuk_onderwijsroute import FORMULE, spuk_onderwijsroute
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

BGO = {
    SPUKStadium.VOORLOPIG: Artikel("Bi", "10.1", lid="2"),
    SPUKStadium.DEFINITIEF: Artikel("Bi", "10.2", lid="1"),
}
BA = Artikel("Bi", "10.1", lid="3")
MEEST = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKFeiten:
    """What must be known; None is not known.

    :param jaar: year t, that the grant is for
    :param gezins: gezins- en overige migranten who lived in the gemeente at the end of the year,
        housed in year t (definitive) or t-2 (preliminary)
    :param landelijk: the same numbers for the country, to share what there is
    :param onderwijsroute: asielstatushouders with the onderwijsroute in their PIP, for whom it was
        not paid before; only the definitive grant counts them
    :param bedrag_onderwijsroute: for each of them, in whole cents; the Ri did not set it
    """

    jaar: int
    stadium: SPUKStadium
    gezins: int | None = None
    gemeente: SPUKAantallen = NIETS
    landelijk: SPUKAantallen = NIETS
    onderwijsroute: int | None = None
    bedrag_onderwijsroute: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKUitkering:
    """The parts, in whole cents; None where a fact is missing.

    :param bgo: for gezins- en overige migranten
    :param gg: the grondslag of the gemeente, and `gg_som` that of the country
    :param tba: what there is in the country for asielstatushouders
    :param ba: the share of the gemeente in that
    :param abo: for the onderwijsroute
    :param u: the grant
    :param ontbreekt: by the name of a part that is None: what is missing, in Dutch
    """

    bgo: int | None = None
    gg: int | None = None
    gg_som: int | None = None
    tba: int | None = None
    ba: int | None = None
    abo: int | None = None
    u: int | None = None
    ontbreekt: Mapping[str, str] = field(default_factory=dict, compare=False)

    def nodig(self, naam: str) -> int:
        """Return a part without which there is no answer.

        :raises Refusal: naming what is missing
        """
        value: int | None = getattr(self, naam)
        if value is None:
            raise Refusal(self.ontbreekt[naam], field=naam)
        return value


class _Deel(NamedTuple):
    bedrag: Decimal | None
    stappen: tuple[Stap, ...] = ()
    reden: str = ""


class _Som(NamedTuple):
    value: SPUKGrondslag | None
    stappen: tuple[Stap, ...] = ()
    reden: str = ""


def spuk_uitkering(*, feiten: SPUKFeiten, op: date) -> Uitkomst[SPUKUitkering]:
    """Return the preliminary or the definitive grant, as far as the facts go (art. 10.1-10.3 Bi).

    The sums are exact; each part is rounded to cents at the end. Amounts follow the year, the
    formula follows the day of asking.

    :param op: the day of asking
    :raises NotInForce: for a year, or a day of asking, before 2022
    :raises Refusal: for a year whose amounts were not read, and for numbers that cannot be
    """
    _kan(feiten)
    bedragen = spuk_bedragen(jaar=feiten.jaar).value
    bgo = _bgo(feiten, bedragen)
    gemeente = _som(feiten, feiten.gemeente)
    land = _som(feiten, feiten.landelijk, "Landelijk. ")
    ba = _ba(feiten, bedragen, gemeente, land)
    abo = _abo(feiten, op)
    u = _u(bgo, ba, abo)
    value = _waarde({"bgo": bgo, "ba": ba, "abo": abo, "u": u}, gemeente, land)
    stappen = (
        versie_stap(FORMULE, op, zekerheid=FORMULE.mark_on(op)),
        feit_stap("jaar", f"Het gaat om de {feiten.stadium.label} voor {feiten.jaar}.", None),
        *bgo.stappen,
        *gemeente.stappen,
        *land.stappen[1:],
        *ba.stappen,
        *abo.stappen,
        *u.stappen,
        _slot(value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=FORMULE.next_change(op),
    )


def _kan(feiten: SPUKFeiten) -> None:
    """Refuse numbers that cannot be: below nought, beyond all people, more here than everywhere."""
    losse = (feiten.gezins, feiten.onderwijsroute)
    delen = [(getattr(feiten.gemeente, f.name), getattr(feiten.landelijk, f.name)) for f in
             fields(SPUKAantallen)]  # fmt: skip
    for aantal in (*losse, *(een for paar in delen for een in paar)):
        if aantal is not None and not 0 <= aantal <= MEEST:
            raise Refusal(f"Een aantal van {dutch_number(aantal)} kan niet. Verbeter het.")
    if any(eigen is not None and land is not None and eigen > land for eigen, land in delen):
        raise Refusal(
            "Een aantal van de gemeente is groter dan dat van heel Nederland. Verbeter een van "
            "beide.",
            field="landelijk",
        )
    if not 0 <= (feiten.bedrag_onderwijsroute or 0) <= MEEST:
        raise Refusal("Het bedrag voor de onderwijsroute kan niet. Verbeter het.")


def _bgo(feiten: SPUKFeiten, bedragen: SPUKBedragen) -> _Deel:
    bron = BGO[feiten.stadium]
    voorlopig = feiten.stadium is SPUKStadium.VOORLOPIG
    cohort = feiten.jaar - 2 if voorlopig else feiten.jaar
    if feiten.gezins is None:
        return _Deel(
            None, (), f"Het aantal gezins- en overige migranten van cohort {cohort} ontbreekt."
        )
    bedrag = feiten.gezins * bedragen.gezins
    tekst = (
        f"Gezins- en overige migranten van cohort {cohort}: {dutch_number(feiten.gezins)} × "
        f"{dutch_euro(bedragen.gezins)} = {dutch_euro(bedrag)}."
    )
    stap = Stap(soort=StapSoort.FEIT, tekst=tekst, bron=bron, feit="gezins")
    return _Deel(bedrag, (stap,))


def _som(feiten: SPUKFeiten, aantallen: SPUKAantallen, wie: str = "") -> _Som:
    try:
        som = spuk_grondslag(jaar=feiten.jaar, stadium=feiten.stadium, aantallen=aantallen)
    except Refusal as ontbreekt:
        return _Som(None, (), f"{wie}{ontbreekt.text}")
    return _Som(som.value, tuple(replace(een, tekst=f"{wie}{een.tekst}") for een in som.stappen))


def _ba(feiten: SPUKFeiten, bedragen: SPUKBedragen, gemeente: _Som, land: _Som) -> _Deel:
    """Return the share of the gemeente in what there is for the country."""
    if gemeente.value is None:
        return _Deel(None, (), gemeente.reden)
    gg = gemeente.value.grondslag
    if land.value is None:
        if bedragen.gewogen:
            tekst = f"Het aandeel van de gemeente is zo niet te berekenen. {land.reden}"
            return _Deel(None, (), tekst)
        tekst = (
            "Zonder landelijke aantallen is het deel voor asielstatushouders gelijk aan de "
            f"grondslag, want de gewichten zijn gelijk aan de bedragen: {dutch_euro(gg)}."
        )
        return _Deel(gg, (keuze_stap(tekst, BA, zekerheid=Zekerheid.AFGELEID),))
    som, tba = land.value.grondslag, land.value.budget
    bedrag = gg * tba / som if som else Decimal(0)
    stappen = (
        keuze_stap(f"Het landelijke budget is {dutch_euro(tba)}.", BUDGET[feiten.stadium]),
        keuze_stap(
            f"Het aandeel is {dutch_euro(gg)} van landelijk {dutch_euro(som)}: "
            f"{dutch_euro(bedrag)}.",
            BA,
        ),
    )
    return _Deel(bedrag, stappen)


def _abo(feiten: SPUKFeiten, op: date) -> _Deel:
    try:
        abo = spuk_onderwijsroute(
            jaar=feiten.jaar,
            stadium=feiten.stadium,
            aantal=feiten.onderwijsroute,
            bedrag=feiten.bedrag_onderwijsroute,
            op=op,
        )
    except Refusal as ontbreekt:
        return _Deel(None, (), ontbreekt.text)
    return _Deel(euros(abo.value), abo.stappen[2:-1])


def _u(bgo: _Deel, ba: _Deel, abo: _Deel) -> _Deel:
    if bgo.bedrag is None or ba.bedrag is None or abo.bedrag is None:
        redenen = (deel.reden for deel in (bgo, ba, abo) if deel.reden)
        return _Deel(None, (), " ".join(redenen))
    u = bgo.bedrag + ba.bedrag + abo.bedrag
    som = " + ".join(dutch_euro(bedrag) for bedrag in (bgo.bedrag, ba.bedrag, abo.bedrag))
    return _Deel(u, (keuze_stap(f"De uitkering is {som} = {dutch_euro(u)}.", FORMULE.bron),))


def _waarde(delen: Mapping[str, _Deel], gemeente: _Som, land: _Som) -> SPUKUitkering:
    """Round each part, and say of each that is not there what is missing."""
    rond = {naam: None if een.bedrag is None else centen(een.bedrag) for naam, een in delen.items()}
    ontbreekt = {naam: deel.reden for naam, deel in delen.items() if deel.bedrag is None}
    redenen = {"gg": gemeente.reden, "gg_som": land.reden, "tba": land.reden}
    ontbreekt |= {naam: reden for naam, reden in redenen.items() if reden}
    eigen, alle = gemeente.value, land.value
    return SPUKUitkering(
        **rond,
        gg=eigen.grondslag_centen if eigen else None,
        gg_som=alle.grondslag_centen if alle else None,
        tba=alle.budget_centen if alle else None,
        ontbreekt=ontbreekt,
    )


def _slot(value: SPUKUitkering) -> Stap:
    if value.u is None:
        tekst = f"De uitkering is nog niet te berekenen. {value.ontbreekt['u']}"
    else:
        tekst = f"De uitkering is {dutch_euro(euros(value.u))}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
