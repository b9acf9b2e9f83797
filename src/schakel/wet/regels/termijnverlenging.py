"""What the Algemene termijnenwet does with the last day of a termijn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_months, add_years, dutch_date, dutch_weekday, is_weekend
from schakel.wet.regels.feestdag import GEEN_EXTRA, feestdag
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

VERLENGING = Artikel("Atw", "1", lid="1")
TERUGGEREKEND = Artikel("Atw", "1")
TWEE_WERKDAGEN = Artikel("Atw", "2")
UITGEZONDERD = Artikel("Atw", "4", onder="a")
OOK_AMVB = Artikel("Atw", "5")
ONE_DAY = timedelta(days=1)


class Eenheid(StrEnum):
    """In what a termijn is expressed; it decides whether the Atw moves the end (art. 4)."""

    UREN = "uren"
    DAGEN = "dagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"

    def in_woorden(self, aantal: int) -> str:
        """Return a length as a reader says it: `1 week`, `10 weken`, `3 jaar`."""
        enkel = {
            "uren": "uur",
            "dagen": "dag",
            "weken": "week",
            "maanden": "maand",
            "jaren": "jaar",
        }[self.value]
        meer = enkel if self in {Eenheid.UREN, Eenheid.JAREN} else self.value
        return f"{aantal} {enkel if aantal == 1 else meer}"


class Rang(StrEnum):
    """By what kind of text a termijn is set: the Atw covers the first two (art. 1 and 5)."""

    WET = "wet"
    AMVB = "amvb"
    MINISTERIELE_REGELING = "ministeriele_regeling"
    BESCHIKKING = "beschikking"

    @property
    def label(self) -> str:
        return {
            "wet": "wet",
            "amvb": "algemene maatregel van bestuur",
            "ministeriele_regeling": "ministeriële regeling",
            "beschikking": "beschikking",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duur:
    """The length of a termijn, and what kind of text sets it.

    :param aantal: more than zero
    :param teruggerekend: True when the termijn is counted back from a moment
    """

    aantal: int
    eenheid: Eenheid
    rang: Rang = Rang.WET
    teruggerekend: bool = False

    def __str__(self) -> str:
        return self.eenheid.in_woorden(self.aantal)

    def after(self, day: date) -> date:
        """Return the last day (inclusive) of a termijn that starts on the day after `day`.

        :raises ValueError: for months and years, which are added to the boundary of a period
            (`datum.add_months`), and for hours
        """
        days = {Eenheid.DAGEN: 1, Eenheid.WEKEN: 7}.get(self.eenheid)
        if days is None:
            raise ValueError(f"{self} cannot be counted in days.")
        return day + timedelta(days=days * self.aantal)

    def beyond(self, start: date) -> date:
        """Return the first day after a period of this length of which `start` is the first day.

        :raises ValueError: for hours
        """
        if self.eenheid is Eenheid.MAANDEN:
            return add_months(start, self.aantal)
        if self.eenheid is Eenheid.JAREN:
            return add_years(start, self.aantal)
        return self.after(start)


# Longer than this is not moved; exactly this is. First day: that of the text that was read.
GRENZEN: Dated[Mapping[Eenheid, int]] = Dated(
    bron=UITGEZONDERD,
    versions={
        date(2010, 10, 10): {
            Eenheid.UREN: 0,
            Eenheid.DAGEN: 90,
            Eenheid.WEKEN: 12,
            Eenheid.MAANDEN: 3,
            Eenheid.JAREN: 0,
        }
    },
)


def termijnverlenging(
    *, laatste_dag: date, duur: Duur, extra: Mapping[date, str] = GEEN_EXTRA
) -> Uitkomst[date]:
    """Return the last day of a termijn as the Atw has it (art. 1, 2, 4 and 5).

    The last day itself decides which version holds.

    :param laatste_dag: the last day that belongs to the termijn (inclusive), as counted
    :param duur: its length and the kind of text that sets it
    :param extra: equated days that an administrator added to `GELIJKGESTELDE_DAGEN`
    :raises NotInForce: for a last day before the text of the law that was read (10 October 2010)
    """
    geldt = _geldt(laatste_dag, duur)
    keuze = _wel(duur) if geldt else (_niet(laatste_dag, duur),)
    gevolg = (*keuze, *(_verschuiving(laatste_dag, duur, extra) if geldt else ()))
    dag = gevolg[-1].dag or laatste_dag
    slot = Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"De laatste dag is {dutch_weekday(dag)} {dutch_date(dag)}.",
        dag=dag,
    )
    return Uitkomst(
        value=dag,
        grounds=grounds_of(gevolg),
        stappen=(
            _feit(laatste_dag, duur),
            versie_stap(GRENZEN, laatste_dag, bepalend="de laatste dag"),
            *gevolg,
            slot,
        ),
        op=laatste_dag,
        geldig_tot=GRENZEN.next_change(laatste_dag),
    )


def _feit(dag: date, duur: Duur) -> Stap:
    tekst = f"De termijn van {duur} eindigt op {dutch_weekday(dag)} {dutch_date(dag)}."
    return feit_stap("laatste_dag", tekst, dag)


def _geldt(dag: date, duur: Duur) -> bool:
    return (
        duur.rang in {Rang.WET, Rang.AMVB}
        and not duur.teruggerekend
        and duur.aantal <= GRENZEN.on(dag)[duur.eenheid]
    )


def _wel(duur: Duur) -> tuple[Stap, ...]:
    """Return the steps that say that the Atw holds for this termijn."""
    altijd = keuze_stap(
        f"Een termijn van {duur} eindigt nooit op een zaterdag, een zondag of een feestdag.",
        VERLENGING,
    )
    if duur.rang is Rang.WET:
        return (altijd,)
    tekst = f"De Algemene termijnenwet geldt ook voor een termijn uit een {duur.rang.label}."
    return keuze_stap(tekst, OOK_AMVB), altijd


def _niet(dag: date, duur: Duur) -> Stap:
    """Return the step that says why the Atw leaves this termijn alone."""
    if duur.rang not in {Rang.WET, Rang.AMVB}:
        tekst = f"De Algemene termijnenwet geldt niet voor een termijn uit een {duur.rang.label}."
        return keuze_stap(tekst, OOK_AMVB, zekerheid=Zekerheid.AFGELEID)
    if duur.teruggerekend:
        tekst = "De Algemene termijnenwet geldt niet voor een termijn die wordt teruggerekend."
        return keuze_stap(tekst, TERUGGEREKEND)
    grens = GRENZEN.on(dag)[duur.eenheid]
    lengte = f"van meer dan {duur.eenheid.in_woorden(grens)}" if grens else f"in {duur.eenheid}"
    tekst = f"De Algemene termijnenwet verschuift een termijn {lengte} niet."
    return keuze_stap(tekst, UITGEZONDERD)


def _verschuiving(dag: date, duur: Duur, extra: Mapping[date, str]) -> Iterator[Stap]:
    """Give one step for each day that cannot be the last, with the day after as its result."""
    aanvang = dag - timedelta(days=duur.aantal - 1)
    kort = duur.eenheid is Eenheid.DAGEN and duur.aantal >= 3
    while reden := _vrije_dag(dag, extra) or (kort and _te_kort(aanvang, dag, extra)):
        yield Stap(
            soort=StapSoort.VERSCHUIVING,
            tekst=f"{reden.tekst} De laatste dag schuift door naar {dutch_date(dag + ONE_DAY)}.",
            dag=dag + ONE_DAY,
            bron=reden.bron,
            zekerheid=reden.zekerheid,
        )
        dag += ONE_DAY
    yield from _onbekend(dag, extra)


def _vrije_dag(dag: date, extra: Mapping[date, str]) -> Stap | None:
    feest = feestdag(dag=dag, extra=extra)
    if feest.value:
        return feest.stappen[-1]
    if not is_weekend(dag):
        return None
    tekst = f"{dutch_date(dag)} is een {dutch_weekday(dag)}."
    return keuze_stap(tekst, VERLENGING)


def _te_kort(aanvang: date, dag: date, extra: Mapping[date, str]) -> Stap | None:
    days = (aanvang + timedelta(days=number) for number in range((dag - aanvang).days + 1))
    if sum(_vrije_dag(day, extra) is None for day in days) >= 2:
        return None
    tekst = f"Tot en met {dutch_date(dag)} telt de termijn geen twee werkdagen."
    return keuze_stap(tekst, TWEE_WERKDAGEN)


def _onbekend(dag: date, extra: Mapping[date, str]) -> Iterator[Stap]:
    """Give the step that the equated days of that year are not known, where that is so."""
    steps = feestdag(dag=dag, extra=extra).stappen
    return (stap for stap in steps if stap.soort is StapSoort.KEUZE)
