"""From which day someone can ask to extend the inburgeringstermijn, and when DUO must decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_months, dutch_date, dutch_weekday
from schakel.wet.regels.feestdag import GEEN_EXTRA
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang, termijnverlenging
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

NIET_EERDER = Dated(
    bron=Artikel("Bi", "4.5", lid="1"),
    versions={
        date(2022, 1, 1): Duur(
            aantal=6, eenheid=Eenheid.MAANDEN, rang=Rang.AMVB, teruggerekend=True
        )
    },
)
BESLISTERMIJN = Dated(
    bron=Artikel("Bi", "4.5", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=8, eenheid=Eenheid.WEKEN, rang=Rang.AMVB)},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvraagVerlenging:
    """The outcome.

    :param eerste_dag: first day on which an application is possible (inclusive)
    :param te_vroeg: the application is from before that day; without an application: the day of
        asking is
    :param uiterste_beslisdag: last day for the decision (inclusive); None without an application
    """

    eerste_dag: date
    te_vroeg: bool
    uiterste_beslisdag: date | None


def aanvraag_verlenging(
    *, einde_termijn: date, aanvraag: date | None, op: date, extra: Mapping[date, str] = GEEN_EXTRA
) -> Uitkomst[AanvraagVerlenging]:
    """Return when an application is possible and when DUO must decide (art. 4.5 lid 1 Bi).

    The six months are counted back from the end, so the Atw leaves them alone; the eight weeks are
    moved. An application that is too early must be decided on all the same.

    :param einde_termijn: first day after the termijn that runs now (exclusive)
    :param aanvraag: day on which DUO receives the application; None when there is none
    :param op: the day of asking, which chooses the version
    :param extra: equated days that an administrator added
    :raises NotInForce: when asked before 1 January 2022
    """
    eerste_dag = add_months(einde_termijn, -NIET_EERDER.on(op).aantal)
    geteld = aanvraag or op
    beslisdag, beslissing = _beslissing(aanvraag, op, extra)
    value = AanvraagVerlenging(
        eerste_dag=eerste_dag, te_vroeg=geteld < eerste_dag, uiterste_beslisdag=beslisdag
    )
    stappen = (
        versie_stap(NIET_EERDER, op),
        *_venster(einde_termijn, eerste_dag, op),
        *_aanvraag(aanvraag, einde_termijn, eerste_dag),
        *beslissing,
        _slot(value, aanvraag),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen[1:]),
        stappen=stappen,
        op=op,
        geldig_tot=NIET_EERDER.next_change(op),
    )


def _venster(einde: date, eerste_dag: date, op: date) -> Iterator[Stap]:
    duur = NIET_EERDER.on(op)
    tekst = f"De eerste dag na de termijn is {dutch_date(einde)}."
    yield feit_stap("einde_termijn", tekst, einde)
    yield Stap(
        soort=StapSoort.DUUR,
        tekst=f"Een aanvraag kan niet eerder dan {duur} voor het einde: vanaf "
        f"{dutch_date(eerste_dag)}.",
        dag=eerste_dag,
        bron=NIET_EERDER.bron,
        zekerheid=Zekerheid.AFGELEID,
    )
    atw = termijnverlenging(laatste_dag=eerste_dag, duur=duur)
    yield from (stap for stap in atw.stappen if stap.soort is StapSoort.KEUZE)


def _aanvraag(aanvraag: date | None, einde: date, eerste_dag: date) -> Iterator[Stap]:
    if aanvraag is None:
        yield feit_stap("aanvraag", "Een aanvraag is niet bekend.", None)
        return
    yield feit_stap("aanvraag", f"DUO ontvangt de aanvraag op {dutch_date(aanvraag)}.", aanvraag)
    if aanvraag < eerste_dag:
        yield keuze_stap("Die aanvraag is te vroeg.", NIET_EERDER.bron)
    elif aanvraag >= einde:
        tekst = (
            "De termijn is dan al voorbij. Of een aanvraag dan nog kan, zegt dit artikel niet. "
            "Vraag het aan DUO."
        )
        yield keuze_stap(tekst, NIET_EERDER.bron, zekerheid=Zekerheid.AFGELEID)
    else:
        yield keuze_stap("Die aanvraag is op tijd.", NIET_EERDER.bron)


def _beslissing(
    aanvraag: date | None, op: date, extra: Mapping[date, str]
) -> tuple[date | None, tuple[Stap, ...]]:
    if aanvraag is None:
        return None, ()
    duur = BESLISTERMIJN.on(op)
    geteld = duur.after(aanvraag)
    atw = termijnverlenging(laatste_dag=geteld, duur=duur, extra=extra)
    stap = Stap(
        soort=StapSoort.DUUR,
        tekst=f"DUO beslist binnen {duur} na ontvangst: tot en met {dutch_weekday(geteld)} "
        f"{dutch_date(geteld)}.",
        dag=geteld,
        bron=BESLISTERMIJN.bron,
    )
    tussen = {StapSoort.KEUZE, StapSoort.VERSCHUIVING}
    return atw.value, (stap, *(step for step in atw.stappen if step.soort in tussen))


def _slot(value: AanvraagVerlenging, aanvraag: date | None) -> Stap:
    tekst = f"Een aanvraag kan vanaf {dutch_date(value.eerste_dag)}."
    if value.uiterste_beslisdag:
        beslisdag = value.uiterste_beslisdag
        tekst += f" DUO beslist uiterlijk op {dutch_weekday(beslisdag)} {dutch_date(beslisdag)}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=value.uiterste_beslisdag or aanvraag)
