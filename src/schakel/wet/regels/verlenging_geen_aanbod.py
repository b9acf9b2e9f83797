"""Extending the inburgeringstermijn because the college made its offer too late."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date, is_weekend
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.regels.feestdag import feestdag
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang, termijnverlenging
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    keuze_stap,
    versie_stap,
)
from schakel.wet.verlenging import Verlenging, VerlengingFeiten, langer, uitkomst
from schakel.wet.voorwaarde import Voorwaarde, beoordeel, ontbreekt

GROND = Artikel("Ri", "4.1", lid="1", onder="g")
GEVOLG = Artikel("Ri", "4.1", lid="2", onder="g")
RECHT = Artikel("Wi2021", "16", lid="1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grenzen:
    """Until when the offer and the start are in time, and what a start too late gives."""

    aanbod: Duur
    start_tst: Duur
    vast: Duur

    def __str__(self) -> str:
        return (
            f"aanbod binnen {self.aanbod}; start van het taalschakeltraject binnen "
            f"{self.start_tst}, anders {self.vast} verlenging"
        )


def _maanden(aantal: int) -> Duur:
    return Duur(aantal=aantal, eenheid=Eenheid.MAANDEN, rang=Rang.MINISTERIELE_REGELING)


_GRENZEN = Grenzen(aanbod=_maanden(3), start_tst=_maanden(6), vast=_maanden(6))
GRENZEN = Dated(
    bron=GROND,
    # The text before 1 April 2023 was not read; the same has been taken.
    versions={date(2022, 1, 1): _GRENZEN, date(2023, 4, 1): _GRENZEN},
    zekerheid={date(2022, 1, 1): Zekerheid.ONGECONTROLEERD},
)

Gevolg = tuple[date | None, tuple[Stap, ...]]


def verlenging_geen_aanbod(*, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]:
    """Return the extension because there was no offer in time (art. 4.1 lid 1 and 2 onder g Ri).

    In time is up to and including the same day number three months after the first PIP, or six for
    the start of the taalschakeltraject in the onderwijsroute. Each later day is one day; a start
    that is too late gives six months instead. The Atw moves none of these.

    :param feiten: `dagtekening_pip` and `leerroute`; without `aanbod` or `start_tst` there was
        none up to the day of asking
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    """
    grenzen = GRENZEN.on(op)
    recht, keuzes = beoordeel(_voorwaarden(feiten))
    einde, gevolg = _gevolg(feiten, grenzen, op) if recht else (None, ())
    return uitkomst(
        feiten=feiten,
        versie=versie_stap(GRENZEN, op, zekerheid=GRENZEN.mark_on(op)),
        stappen=(*keuzes, *gevolg),
        einde=einde,
        op=op,
        geldig_tot=GRENZEN.next_change(op),
    )


def _voorwaarden(feiten: VerlengingFeiten) -> Iterator[Voorwaarde]:
    yield Voorwaarde(
        feit="doelgroep",
        onderwerp="De doelgroep",
        vervuld=feiten.doelgroep is not Doelgroep.GEZINSMIGRANT_OVERIG,
        wel="De gemeente doet een asielstatushouder een aanbod.",
        niet="De gemeente hoeft een gezins- of overige migrant geen aanbod te doen, dus kan het "
        "ook niet te laat zijn.",
        bron=RECHT,
        zekerheid=Zekerheid.AFGELEID if feiten.doelgroep is not None else Zekerheid.GELEZEN,
    )
    yield Voorwaarde(
        feit="leerroute",
        onderwerp="De leerroute",
        vervuld=None if feiten.leerroute is None else True,
        wel=f"De leerroute is de {feiten.leerroute.label if feiten.leerroute else ''}.",
        niet="",
        bron=GROND,
    )


def _gevolg(feiten: VerlengingFeiten, grenzen: Grenzen, op: date) -> Gevolg:
    pip = feiten.dagtekening_pip
    if pip is None:
        raise ontbreekt("dagtekening_pip", "De dagtekening van het eerste PIP")
    if feiten.aanbod and feiten.start_tst and feiten.start_tst < feiten.aanbod:
        tekst = "Het taalschakeltraject begon voor het aanbod. Verbeter een van beide datums."
        raise Refusal(tekst, field="start_tst")
    feit = feit_stap("dagtekening_pip", f"Het eerste PIP is van {dutch_date(pip)}.", pip)
    if feiten.leerroute is Leerroute.ONDERWIJS:
        grens = grenzen.start_tst.beyond(pip)
        te_laat = (feiten.start_tst or op) > grens
        stappen = (feit, *_start(feiten, grens, te_laat))
        if te_laat:
            oud, tekst = feiten.einde_termijn, f"De verlenging is {grenzen.vast}."
            einde = grenzen.vast.beyond(oud)
            return einde, (*stappen, langer(tekst, oud, einde, GEVOLG))
        dag, aanbod = _aanbod(feiten, pip, grenzen, op)
        return dag, (*stappen, *aanbod)
    dag, aanbod = _aanbod(feiten, pip, grenzen, op)
    return dag, (feit, *aanbod)


def _start(feiten: VerlengingFeiten, grens: date, te_laat: bool) -> Iterator[Stap]:
    dag = feiten.start_tst
    tekst = f"begon op {dutch_date(dag)}" if dag else "is op de peildatum niet begonnen"
    yield feit_stap("start_tst", f"Het taalschakeltraject {tekst}.", dag)
    gelukt = "Dat is gelukt." if dag else "Die dag is nog niet voorbij."
    yield keuze_stap(
        f"Het moest uiterlijk op {dutch_date(grens)} kunnen beginnen. "
        f"{'Dat is niet gelukt.' if te_laat else gelukt}",
        GROND,
        zekerheid=Zekerheid.AFGELEID if dag is None else Zekerheid.GELEZEN,
    )


def _aanbod(feiten: VerlengingFeiten, pip: date, grenzen: Grenzen, op: date) -> Gevolg:
    grens = grenzen.aanbod.beyond(pip)
    dag = feiten.aanbod or _begonnen(feiten, grens)
    tekst = f"is er op {dutch_date(dag)}" if dag else "is op de peildatum niet gedaan"
    stappen = (
        feit_stap("aanbod", f"Het inburgeringsaanbod {tekst}.", dag),
        *_grens(pip, grens, grenzen.aanbod),
    )
    dagen = ((dag or op) - grens).days
    if dagen <= 0:
        op_tijd = "Het aanbod was op tijd." if dag else "Die dag is nog niet voorbij."
        return None, (*stappen, keuze_stap(op_tijd, GROND))
    einde = feiten.einde_termijn + ((dag or op) - grens)
    later = Eenheid.DAGEN.in_woorden(dagen)
    tekst = f"Het aanbod kwam {later} later, en de termijn wordt evenveel dagen langer."
    if dag is None:
        tekst = f"Op de peildatum is dat {later} later. De termijn wordt evenveel dagen langer."
    return einde, (*stappen, _dagen(tekst, einde))


def _begonnen(feiten: VerlengingFeiten, grens: date) -> date | None:
    """Return the start of the taalschakeltraject, by which an unknown offer was there in time.

    :raises Refusal: if the offer may have come later than `grens`
    """
    if feiten.leerroute is not Leerroute.ONDERWIJS or feiten.start_tst is None:
        return None
    if feiten.start_tst > grens:
        raise ontbreekt("aanbod", "De dag van het inburgeringsaanbod")
    return feiten.start_tst


def _grens(pip: date, grens: date, duur: Duur) -> Iterator[Stap]:
    yield keuze_stap(
        f"Het aanbod moest er binnen {duur} zijn: uiterlijk op {dutch_date(grens)}.",
        GROND,
        zekerheid=Zekerheid.AFGELEID if grens.day != pip.day else Zekerheid.GELEZEN,
    )
    if is_weekend(grens) or feestdag(dag=grens).value:
        atw = termijnverlenging(laatste_dag=grens, duur=duur)
        yield from (stap for stap in atw.stappen if stap.soort is StapSoort.KEUZE)


def _dagen(tekst: str, dag: date) -> Stap:
    return Stap(
        soort=StapSoort.DUUR, tekst=tekst, dag=dag, bron=GEVOLG, zekerheid=Zekerheid.AFGELEID
    )
