"""When the college must pay fixed costs from the bijstand: the ontzorgplicht."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_months, dutch_date
from schakel.wet.lijsten import Verblijfsvergunning
from schakel.wet.regels.termijnverlenging import Duur, Eenheid
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.voorwaarde import Voorwaarde, beoordeel, ontbreekt

INWERKINGTREDING = date(2022, 1, 1)
ONE_DAY = timedelta(days=1)
WIE = Artikel("Pw", "56a", lid="1")
DUUR = Dated(
    bron=Artikel("Pw", "56a", lid="2"),
    versions={INWERKINGTREDING: Duur(aantal=6, eenheid=Eenheid.MAANDEN)},
    zekerheid={INWERKINGTREDING: Zekerheid.AFGELEID},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OntzorgingFeiten:
    """What must be known of someone; None is not known, unless it says otherwise.

    :param plichtig: is inburgeringsplichtig under the Wi2021
    :param vergunning: the permit that is actually held on the day of asking
    :param einde_asielvergunning: first day on which an asielvergunning for a fixed time was no
        longer the basis; None while it still is, or if there never was one
    :param recht_op_bijstand: there is, or was, a right to bijstand
    :param begin_bijstand: day on which that right arose
    :param einde_bijstand: first day without that right; None while it lasts
    """

    plichtig: bool | None
    vergunning: Verblijfsvergunning | None
    recht_op_bijstand: bool | None
    begin_bijstand: date | None = None
    einde_bijstand: date | None = None
    einde_asielvergunning: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontzorging:
    """The outcome.

    :param begin: first day; None when it does not apply
    :param einde: first day after it (exclusive); None when it does not apply
    :param actief: the day of asking lies in it
    """

    van_toepassing: bool
    begin: date | None = None
    einde: date | None = None
    actief: bool = False


def ontzorging(*, feiten: OntzorgingFeiten, op: date) -> Uitkomst[Ontzorging]:
    """Return whether and when the obligation of art. 56a Pw holds.

    Six months from the day on which the right to bijstand arises, `[begin, einde)`; shorter when
    the right to bijstand or the asielvergunning ends before that. The Atw does not move the end.

    :param feiten: what is known of the person; a condition that fails decides, whatever is missing
    :param op: the day of asking, which also chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(DUUR, op)
    geldt, keuzes = beoordeel(_voorwaarden(feiten, op))
    value, periode = _periode(feiten, op) if geldt else (Ontzorging(van_toepassing=False), ())
    stappen = (versie, *_feiten(feiten), *keuzes, *periode, _slot(value, op))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen[1:]),
        stappen=stappen,
        op=op,
        geldig_tot=DUUR.next_change(op),
    )


def _voorwaarden(feiten: OntzorgingFeiten, op: date) -> Iterator[Voorwaarde]:
    yield Voorwaarde(
        feit="plichtig",
        onderwerp="Of iemand inburgeringsplichtig is onder de Wet inburgering 2021,",
        vervuld=feiten.plichtig,
        wel="Er is een inburgeringsplicht onder de Wet inburgering 2021.",
        niet="Er is geen inburgeringsplicht onder de Wet inburgering 2021.",
        bron=WIE,
    )
    yield _met_asielvergunning(feiten, op)
    yield Voorwaarde(
        feit="begin_bijstand",
        onderwerp="De dag waarop het recht op bijstand ontstond",
        vervuld=feiten.recht_op_bijstand,
        wel="Er is, of was, recht op bijstand.",
        niet="Er is geen recht op bijstand, en dus niets om de verplichting aan te verbinden.",
        bron=WIE,
    )


def _met_asielvergunning(feiten: OntzorgingFeiten, op: date) -> Voorwaarde:
    asiel, nu = _asiel(feiten, op), feiten.vergunning is Verblijfsvergunning.ASIEL_BEPAALD
    return Voorwaarde(
        feit="vergunning",
        onderwerp="De verblijfsvergunning",
        vervuld=asiel,
        wel="Er is een asielvergunning voor bepaalde tijd."
        if nu
        else "Toen het recht op bijstand ontstond, was er een asielvergunning voor bepaalde tijd.",
        niet="De asielvergunning voor bepaalde tijd was al voorbij toen het recht op bijstand "
        "ontstond."
        if _al_voorbij(feiten)
        else "Er is geen asielvergunning voor bepaalde tijd.",
        bron=WIE,
        zekerheid=Zekerheid.GELEZEN if nu or not asiel else Zekerheid.AFGELEID,
    )


def _al_voorbij(feiten: OntzorgingFeiten) -> bool:
    einde, begin = feiten.einde_asielvergunning, feiten.begin_bijstand
    return einde is not None and begin is not None and einde <= begin


def _asiel(feiten: OntzorgingFeiten, op: date) -> bool | None:
    """Return whether the asielvergunning was there when the right to bijstand arose."""
    einde = feiten.einde_asielvergunning
    if _al_voorbij(feiten):
        return False
    if feiten.vergunning is Verblijfsvergunning.ASIEL_BEPAALD:
        return True
    if einde is not None and (einde <= op or feiten.vergunning is None):
        return True
    return None if feiten.vergunning is None else False


def _periode(feiten: OntzorgingFeiten, op: date) -> tuple[Ontzorging, tuple[Stap, ...]]:
    begin, duur = feiten.begin_bijstand, DUUR.on(op)
    if begin is None:
        raise ontbreekt("begin_bijstand", "De dag waarop het recht op bijstand ontstond")
    if feiten.einde_bijstand is not None and feiten.einde_bijstand <= begin:
        raise Refusal(
            "Het recht op bijstand eindigt niet later dan het begint. Verbeter een van beide.",
            field="einde_bijstand",
        )
    gewoon = add_months(begin, duur.aantal)
    eerder = [(dag, tekst) for dag, tekst in _eerder(feiten) if dag < gewoon]
    einde, tekst = min(eerder, default=(gewoon, ""))
    telling = Stap(
        soort=StapSoort.DUUR,
        tekst=f"De verplichting duurt {duur}, vanaf de dag waarop het recht op bijstand ontstaat: "
        f"tot en met {dutch_date(gewoon - ONE_DAY)}.",
        dag=gewoon,
        bron=DUUR.bron,
        zekerheid=Zekerheid.AFGELEID,
    )
    korter = [keuze_stap(tekst, WIE, zekerheid=Zekerheid.AFGELEID)] if tekst else []
    value = Ontzorging(van_toepassing=True, begin=begin, einde=einde, actief=begin <= op < einde)
    return value, (*_oud(begin), telling, *korter)


def _eerder(feiten: OntzorgingFeiten) -> Iterator[tuple[date, str]]:
    """Give each day on which it can end before the six months are over, and why."""
    if feiten.einde_bijstand is not None:
        yield feiten.einde_bijstand, "Het recht op bijstand eindigt eerder, en de verplichting ook."
    if feiten.einde_asielvergunning is not None:
        yield (
            feiten.einde_asielvergunning,
            "De asielvergunning voor bepaalde tijd eindigt eerder, en de verplichting ook.",
        )


def _oud(begin: date) -> Iterator[Stap]:
    if begin < INWERKINGTREDING:
        tekst = (
            "Het recht op bijstand ontstond voor 1 januari 2022. Of de verplichting dan geldt, is "
            "niet gevonden; er is geteld vanaf de dag waarop het recht ontstond."
        )
        yield keuze_stap(tekst, DUUR.bron, zekerheid=Zekerheid.ONGECONTROLEERD)


def _feiten(feiten: OntzorgingFeiten) -> Iterator[Stap]:
    label = feiten.vergunning.label if feiten.vergunning else "niet bekend"
    yield feit_stap("vergunning", f"De verblijfsvergunning is: {label}.", None)
    begin = feiten.begin_bijstand
    if begin is not None:
        tekst = f"Het recht op bijstand ontstond op {dutch_date(begin)}."
        yield feit_stap("begin_bijstand", tekst, begin)
    einde = feiten.einde_bijstand
    if einde is not None:
        tekst = f"De eerste dag zonder recht op bijstand is {dutch_date(einde)}."
        yield feit_stap("einde_bijstand", tekst, einde)
    einde = feiten.einde_asielvergunning
    if einde is not None:
        tekst = f"De eerste dag zonder asielvergunning voor bepaalde tijd is {dutch_date(einde)}."
        yield feit_stap("einde_asielvergunning", tekst, einde)


def _slot(value: Ontzorging, op: date) -> Stap:
    if value.begin is None or value.einde is None:
        return Stap(soort=StapSoort.UITKOMST, tekst="Er is geen ontzorging.")
    nu = "wel" if value.actief else "niet"
    tekst = (
        f"De ontzorging loopt van {dutch_date(value.begin)} tot en met "
        f"{dutch_date(value.einde - ONE_DAY)}. "
        f"Op {dutch_date(op)} loopt zij {nu}."
    )
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=value.einde)
