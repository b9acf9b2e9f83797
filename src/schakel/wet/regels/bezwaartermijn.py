"""Until when someone can object to a decision, and when the answer is due."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date, dutch_weekday
from schakel.wet.regels.feestdag import GEEN_EXTRA
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, termijnverlenging
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

# The sheet names no first day for these articles of the Awb: that of the Wi2021 is used.
DUUR = Dated(
    bron=Artikel("Awb", "6:7"),
    versions={date(2022, 1, 1): Duur(aantal=6, eenheid=Eenheid.WEKEN)},
)
NA_POST = Dated(
    bron=Artikel("Awb", "6:9", lid="2"),
    versions={date(2022, 1, 1): Duur(aantal=1, eenheid=Eenheid.WEKEN)},
)
BESLISSEN = Dated(
    bron=Artikel("Awb", "7:10", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=6, eenheid=Eenheid.WEKEN)},
)
BESLISSEN_MET_COMMISSIE = Dated(
    bron=Artikel("Awb", "7:10", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=12, eenheid=Eenheid.WEKEN)},
)
VERDAGEN = Dated(
    bron=Artikel("Awb", "7:10"),
    versions={date(2022, 1, 1): Duur(aantal=6, eenheid=Eenheid.WEKEN)},
)
AANVANG = Artikel("Awb", "6:8", lid="1")
ONTVANGEN = Artikel("Awb", "6:9")
VERSCHOONBAAR = Artikel("Awb", "6:11")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BezwaarFeiten:
    """What must be known of a decision and of the objection to it.

    :param bekendmaking: day on which the decision was made known
    :param ontvangen: day on which the objection came in; None while there is none
    :param op_de_post: day on which it was posted; None when it did not come by post
    :param adviescommissie: a committee of art. 7:13 advises on it
    :param verdaagd: the decision on it was postponed, which can be done once
    """

    bekendmaking: date
    ontvangen: date | None = None
    op_de_post: date | None = None
    adviescommissie: bool = False
    verdaagd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bezwaartermijn:
    """The outcome.

    :param laatste_dag: last day on which one can object (inclusive)
    :param op_tijd: whether the objection was in time; None while that cannot be told
    :param beslissen_uiterlijk: last day for the decision on an objection (inclusive), also when
        none was made yet
    :param onherroepelijk_vanaf: first day on which the decision is final; None when an objection
        was in time
    """

    laatste_dag: date
    op_tijd: bool | None
    beslissen_uiterlijk: date
    onherroepelijk_vanaf: date | None


class _Einde(NamedTuple):
    dag: date
    stappen: tuple[Stap, ...]


class _OpTijd(NamedTuple):
    waarde: bool | None
    stappen: tuple[Stap, ...] = ()


def bezwaartermijn(
    *, feiten: BezwaarFeiten, extra: Mapping[date, str] = GEEN_EXTRA
) -> Uitkomst[Bezwaartermijn]:
    """Return the days that count for an objection (art. 6:7-6:9 and 7:10 Awb).

    The day on which the decision was made known decides which version holds. Being late with good
    reason (art. 6:11) is for people to judge.

    :param feiten: what is known of the decision and the objection
    :param extra: equated days that an administrator added
    :raises Refusal: for an objection of before the decision, or received before it was posted
    :raises NotInForce: for a decision made known before 1 January 2022
    """
    dag = feiten.bekendmaking
    _klopt(feiten)
    einde = _weken_na(dag, DUUR, dag, extra)
    op_tijd = _op_tijd(feiten, einde.dag, extra)
    beslissen = _beslissen(feiten, einde.dag, extra)
    vanaf = None if op_tijd.waarde else einde.dag + ONE_DAY
    stappen = (
        *_begin(dag),
        *einde.stappen,
        *op_tijd.stappen,
        *beslissen.stappen,
        *_onherroepelijk(vanaf, op_tijd.waarde),
        _slot(einde.dag),
    )
    return Uitkomst(
        value=Bezwaartermijn(
            laatste_dag=einde.dag,
            op_tijd=op_tijd.waarde,
            beslissen_uiterlijk=beslissen.dag,
            onherroepelijk_vanaf=vanaf,
        ),
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=dag,
        geldig_tot=DUUR.next_change(dag),
    )


def _begin(dag: date) -> Iterator[Stap]:
    yield feit_stap("bekendmaking", f"Het besluit is bekendgemaakt op {dutch_date(dag)}.", dag)
    yield versie_stap(DUUR, dag, bepalend="de dag van bekendmaking")
    tekst = f"De termijn begint op de dag daarna: {dutch_date(dag + ONE_DAY)}."
    yield keuze_stap(tekst, AANVANG)


def _klopt(feiten: BezwaarFeiten) -> None:
    """Refuse days that cannot go together."""
    ontvangen, gepost = feiten.ontvangen, feiten.op_de_post
    eerste = min(filter(None, (ontvangen, gepost)), default=None)
    if eerste and eerste < feiten.bekendmaking:
        raise Refusal(
            "Het bezwaar is van voor de bekendmaking van het besluit. Controleer de datums, of "
            "beoordeel zelf of dit bezwaar meetelt.",
            field="ontvangen",
        )
    if ontvangen and gepost and ontvangen < gepost:
        raise Refusal(
            "Het bezwaar is ontvangen voordat het op de post is gedaan. Controleer de datums.",
            field="op_de_post",
        )


def _weken_na(
    begin: date, regel: Dated[Duur], bekendmaking: date, extra: Mapping[date, str]
) -> _Einde:
    """Return the last day of a number of weeks after `begin`, as the Atw has it."""
    duur = regel.on(bekendmaking)
    geteld = duur.after(begin)
    atw = termijnverlenging(laatste_dag=geteld, duur=duur, extra=extra)
    tekst = f"De termijn is {duur}: tot en met {dutch_weekday(geteld)} {dutch_date(geteld)}."
    stap = Stap(soort=StapSoort.DUUR, tekst=tekst, dag=geteld, bron=regel.bron)
    tussen = {StapSoort.KEUZE, StapSoort.VERSCHUIVING}
    return _Einde(atw.value, (stap, *(one for one in atw.stappen if one.soort in tussen)))


def _op_tijd(feiten: BezwaarFeiten, laatste: date, extra: Mapping[date, str]) -> _OpTijd:
    """Return whether the objection was in time, with the steps that say why."""
    ontvangen, gepost = feiten.ontvangen, feiten.op_de_post
    feit = tuple(_feiten(feiten))
    if ontvangen is not None and ontvangen <= laatste:
        vroeg = ontvangen == feiten.bekendmaking
        mark = Zekerheid.AFGELEID if vroeg else Zekerheid.GELEZEN
        tekst = (
            "Het bezwaar is op de dag van bekendmaking zelf ontvangen. Dat geldt als op tijd."
            if vroeg
            else "Het bezwaar is voor het einde van de termijn ontvangen, en dus op tijd."
        )
        return _OpTijd(True, (*feit, keuze_stap(tekst, ONTVANGEN, zekerheid=mark)))
    if gepost is not None and gepost <= laatste:
        return _per_post(feiten, laatste, feit, extra)
    if gepost is None and ontvangen is None:
        return _OpTijd(None)
    tekst = (
        "Het bezwaar is na het einde van de termijn op de post gedaan, en dus te laat."
        if gepost
        else "Het bezwaar is na het einde van de termijn ontvangen, en dus te laat."
    )
    return _OpTijd(False, (*feit, keuze_stap(tekst, NA_POST.bron if gepost else ONTVANGEN)))


def _feiten(feiten: BezwaarFeiten) -> Iterator[Stap]:
    if dag := feiten.op_de_post:
        yield feit_stap("op_de_post", f"Het bezwaar is gepost op {dutch_date(dag)}.", dag)
    if dag := feiten.ontvangen:
        yield feit_stap("ontvangen", f"Het bezwaar is ontvangen op {dutch_date(dag)}.", dag)


def _per_post(
    feiten: BezwaarFeiten, laatste: date, feit: tuple[Stap, ...], extra: Mapping[date, str]
) -> _OpTijd:
    """Return whether an objection that was posted in time came in within the week after it."""
    week = NA_POST.on(feiten.bekendmaking)
    geteld = week.after(laatste)
    grens = termijnverlenging(laatste_dag=geteld, duur=week, extra=extra).value
    regel = f"Per post op tijd verstuurd telt, als het er uiterlijk op {dutch_date(grens)} is."
    if feiten.ontvangen is None:
        tekst = f"{regel} Het is nog niet ontvangen."
        return _OpTijd(None, (*feit, keuze_stap(tekst, NA_POST.bron)))
    op_tijd = feiten.ontvangen <= grens
    uit_lezing = geteld < feiten.ontvangen <= grens  # that the Atw moves this week is a reading
    stap = keuze_stap(
        f"{regel} Het bezwaar is dus {'op tijd' if op_tijd else 'te laat'}.",
        NA_POST.bron,
        zekerheid=Zekerheid.AFGELEID if uit_lezing else Zekerheid.GELEZEN,
    )
    return _OpTijd(op_tijd, (*feit, stap))


def _beslissen(feiten: BezwaarFeiten, laatste: date, extra: Mapping[date, str]) -> _Einde:
    """Return the last day for the decision, counted from the end of the objection term."""
    regel = BESLISSEN_MET_COMMISSIE if feiten.adviescommissie else BESLISSEN
    wie = "Een commissie adviseert" if feiten.adviescommissie else "Er adviseert geen commissie"
    tekst = f"{wie}. Beslissen op bezwaar telt vanaf de dag na de bezwaartermijn."
    einde = _weken_na(laatste, regel, feiten.bekendmaking, extra)
    stappen = (keuze_stap(tekst, regel.bron), *einde.stappen)
    if not feiten.verdaagd:
        return _Einde(einde.dag, stappen)
    dag = feiten.bekendmaking
    later = _weken_na(einde.dag, VERDAGEN, dag, extra)
    in_een = VERDAGEN.on(dag).after(regel.on(dag).after(laatste))
    stap = keuze_stap(
        "De beslissing is verdaagd. Dat kan één keer, en telt vanaf het einde van de "
        "beslistermijn.",
        VERDAGEN.bron,
        zekerheid=Zekerheid.GELEZEN if later.dag == in_een else Zekerheid.AFGELEID,
    )
    return _Einde(later.dag, (*stappen, stap, *later.stappen))


def _onherroepelijk(vanaf: date | None, op_tijd: bool | None) -> Iterator[Stap]:
    if vanaf is None:
        yield keuze_stap("Door het bezwaar is het besluit nog niet onherroepelijk.", None)
    elif op_tijd is False:
        tekst = (
            f"Het besluit is onherroepelijk vanaf {dutch_date(vanaf)}, tenzij er een goede reden "
            "is dat het bezwaar te laat kwam."
        )
        yield keuze_stap(tekst, VERSCHOONBAAR)
    else:
        tekst = (
            f"Maakt niemand bezwaar, dan is het besluit onherroepelijk vanaf {dutch_date(vanaf)}. "
            "Een bezwaar dat op tijd is gepost, kan nog een week later binnenkomen."
        )
        yield keuze_stap(tekst, NA_POST.bron)


def _slot(laatste: date) -> Stap:
    tekst = f"Bezwaar maken kan tot en met {dutch_weekday(laatste)} {dutch_date(laatste)}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=laatste)
