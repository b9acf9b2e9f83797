"""Extending the inburgeringstermijn for a circumstance for which nobody is to blame."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Leerroute
from schakel.wet.lijsten_termijn import Verlengingsgrond
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, keuze_stap, versie_stap
from schakel.wet.verlenging import (
    Verlenging,
    VerlengingFeiten,
    duur_van,
    in_de_termijn,
    langer,
    nodige_duur,
    uitkomst,
)
from schakel.wet.voorwaarde import Voorwaarde, beoordeel


def _duur(aantal: int, eenheid: Eenheid) -> Duur:
    return Duur(aantal=aantal, eenheid=eenheid, rang=Rang.MINISTERIELE_REGELING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """How long one ground must last and how much it gives.

    :param minimum: shorter gives nothing; None when any length will do
    :param vast: a fixed extension; None when it is as long as the circumstance
    :param maximum: of the extension; None when there is none
    """

    minimum: Duur | None = None
    vast: Duur | None = None
    maximum: Duur | None = None

    def __str__(self) -> str:
        if self.vast:
            return f"altijd {self.vast}"
        ten_hoogste = f", ten hoogste {self.maximum}" if self.maximum else ""
        return f"zo lang als de omstandigheid, vanaf {self.minimum}{ten_hoogste}"


DRIE_MAANDEN = _duur(3, Eenheid.MAANDEN)
ZES_MAANDEN = _duur(6, Eenheid.MAANDEN)
TWEE_JAAR = _duur(2, Eenheid.JAREN)

MATEN: Mapping[Verlengingsgrond, Maat] = {
    Verlengingsgrond.ZIEKTE: Maat(minimum=DRIE_MAANDEN),
    Verlengingsgrond.OVERLIJDEN: Maat(vast=DRIE_MAANDEN),
    Verlengingsgrond.BEVALLING: Maat(vast=_duur(16, Eenheid.WEKEN)),
    Verlengingsgrond.BLIJFHUIS: Maat(minimum=DRIE_MAANDEN),
    Verlengingsgrond.ALFABETISERING: Maat(minimum=DRIE_MAANDEN, maximum=ZES_MAANDEN),
    Verlengingsgrond.DAKLOOS: Maat(minimum=DRIE_MAANDEN, maximum=TWEE_JAAR),
    Verlengingsgrond.AANBIEDER: Maat(minimum=DRIE_MAANDEN, maximum=ZES_MAANDEN),
    Verlengingsgrond.BIJZONDER: Maat(minimum=DRIE_MAANDEN, maximum=TWEE_JAAR),
    Verlengingsgrond.COMBINATIE: Maat(minimum=DRIE_MAANDEN),
}
GRONDEN = Dated(
    bron=Artikel("Ri", "4.1"),
    # The text before 1 April 2023 was not read; the same has been taken.
    versions={date(2022, 1, 1): MATEN, date(2023, 4, 1): MATEN},
    zekerheid={date(2022, 1, 1): Zekerheid.ONGECONTROLEERD},
)


def verlenging_omstandigheid(*, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]:
    """Return the extension for one of the grounds a-f and h-j (art. 4.1 Ri).

    The length of the circumstance is counted in days and added to the end; a fixed extension and a
    maximum are counted in months, weeks or years from the end. A circumstance that has not ended is
    counted up to the day of asking. The Atw does not move the new end.

    :param feiten: `begin` and `einde`, except for a death or a birth; `leerroute` for literacy
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    :raises KeyError: for a ground that is not one of these
    """
    maat = GRONDEN.on(op)[feiten.grond]
    voldoet, keuzes = beoordeel(_voorwaarden(feiten, maat, op))
    einde, gevolg = _einde(feiten, maat, op) if voldoet else (None, ())
    return uitkomst(
        feiten=feiten,
        versie=versie_stap(GRONDEN, op, zekerheid=GRONDEN.mark_on(op)),
        stappen=(*keuzes, *gevolg),
        einde=einde,
        op=op,
        geldig_tot=GRONDEN.next_change(op),
    )


def _artikel(lid: str, grond: Verlengingsgrond) -> Artikel:
    return Artikel("Ri", "4.1", lid=lid, onder=grond.value[0])


def _voorwaarden(feiten: VerlengingFeiten, maat: Maat, op: date) -> Iterator[Voorwaarde]:
    if feiten.grond is Verlengingsgrond.ALFABETISERING:
        met_les = {Leerroute.B1, Leerroute.ONDERWIJS}
        yield Voorwaarde(
            feit="leerroute",
            onderwerp="De leerroute",
            vervuld=None if feiten.leerroute is None else feiten.leerroute in met_les,
            wel="De cursus hoort bij de B1-route of de onderwijsroute.",
            niet="Alleen in de B1-route en de onderwijsroute geeft een alfabetiseringscursus "
            "verlenging.",
            bron=_artikel("1", feiten.grond),
        )
    yield in_de_termijn(feiten)
    if maat.minimum is not None:
        yield _lang_genoeg(feiten, maat.minimum, op)


def _lang_genoeg(feiten: VerlengingFeiten, minimum: Duur, op: date) -> Voorwaarde:
    found = duur_van(feiten, op)
    grens = minimum.beyond(found[0]) if found else None
    op_de_grens = found is not None and grens is not None and abs((found[1] - grens).days) <= 1
    return Voorwaarde(
        feit="begin" if feiten.begin is None else "einde",
        onderwerp=f"Het {'begin' if feiten.begin is None else 'einde'} van de omstandigheid",
        vervuld=None if found is None or grens is None else found[1] >= grens,
        wel=f"De omstandigheid duurde ten minste {minimum} achter elkaar.",
        niet=f"De omstandigheid duurde geen {minimum} achter elkaar.",
        bron=_artikel("1", feiten.grond),
        zekerheid=Zekerheid.AFGELEID if op_de_grens else Zekerheid.GELEZEN,
    )


def _einde(feiten: VerlengingFeiten, maat: Maat, op: date) -> tuple[date, tuple[Stap, ...]]:
    bron, oud = _artikel("2", feiten.grond), feiten.einde_termijn
    if maat.vast is not None:
        einde, tekst = maat.vast.beyond(oud), f"De verlenging is altijd {maat.vast}."
        # Weeks are counted in days, so there the number of the day says nothing.
        return einde, (langer(tekst, oud if maat.vast is DRIE_MAANDEN else einde, einde, bron),)
    begin, tot = nodige_duur(feiten, op)
    gelijk = oud + (tot - begin)
    grens = maat.maximum.beyond(oud) if maat.maximum else gelijk
    tekst = f"De omstandigheid duurde {Eenheid.DAGEN.in_woorden((tot - begin).days)}"
    eerder = tuple(_niet_volledig(feiten, begin))
    if grens < gelijk:
        tekst += f". De verlenging is ten hoogste {maat.maximum}."
        return grens, (*eerder, langer(tekst, oud, grens, bron))
    stap = Stap(
        soort=StapSoort.DUUR,
        tekst=f"{tekst}, en de termijn wordt evenveel dagen langer.",
        dag=gelijk,
        bron=bron,
        zekerheid=Zekerheid.AFGELEID,
    )
    return gelijk, (*eerder, stap)


def _niet_volledig(feiten: VerlengingFeiten, begin: date) -> Iterator[Stap]:
    """Give the steps that the length itself is our reading, where that is so."""
    if feiten.einde is None:
        tekst = "De omstandigheid is nog niet voorbij. Geteld is tot de peildatum."
        yield keuze_stap(tekst, _artikel("2", feiten.grond), zekerheid=Zekerheid.AFGELEID)
    if feiten.begin_termijn is not None and begin < feiten.begin_termijn:
        tekst = (
            f"De omstandigheid begon al voor de termijn, die op {dutch_date(feiten.begin_termijn)} "
            "begon. De hele duur is geteld."
        )
        yield keuze_stap(tekst, _artikel("2", feiten.grond), zekerheid=Zekerheid.AFGELEID)
