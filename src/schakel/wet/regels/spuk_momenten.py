"""The days of a year of the SPUK: announcing, paying, settling."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import MAANDEN, add_months, dutch_date
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DagVanHetJaar:
    """A day without its year."""

    maand: int
    dag: int

    @property
    def label(self) -> str:
        """In words: `30 september`."""
        return f"{self.dag} {MAANDEN[self.maand - 1]}"

    def in_jaar(self, jaar: int) -> date:
        """Return this day in a year."""
        return date(jaar, self.maand, self.dag)


BEGIN = date(2022, 1, 1)
ONE_DAY = timedelta(days=1)
VOORLOPIG = Dated(
    bron=Artikel("Wi2021", "40", lid="3"),
    versions={BEGIN: Duur(aantal=3, eenheid=Eenheid.MAANDEN, teruggerekend=True)},
)
DEFINITIEF = Dated(
    bron=Artikel("Wi2021", "41", lid="4"),
    versions={BEGIN: Duur(aantal=6, eenheid=Eenheid.MAANDEN)},
)
TUSSENTIJDS = Dated(
    bron=Artikel("Wi2021", "40a"),
    versions={date(2025, 10, 21): Duur(aantal=4, eenheid=Eenheid.WEKEN)},
)
BETAALDAG = Dated(bron=Artikel("Bi", "10.8"), versions={BEGIN: 15})
VERANTWOORDING = Dated(
    bron=Artikel("Wi2021", "42", lid="3"),
    versions={BEGIN: Duur(aantal=18, eenheid=Eenheid.MAANDEN)},
)
PEILDAG = Dated(bron=Artikel("Bi", "10.7"), versions={BEGIN: DagVanHetJaar(maand=9, dag=30)})
"""In the year after: what is known then counts for recovery."""
EERSTE_JAAR, LAATSTE_JAAR = 2022, 2100


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKMomenten:
    """The days; each last day is inclusive.

    :param voorlopig_uiterlijk: the preliminary grant is announced by this day; None for 2022, of
        which that day lay before the law
    :param betaaldagen: around each of these twelve days a twelfth part is paid
    :param tussentijds_uiterlijk: a change by law during the year is announced per gemeente by this
        day; None without one
    :param definitief_uiterlijk: the definitive grant is announced by this day; the difference is
        paid at once
    :param peildag_terugvordering: what is known on this day counts for recovery
    :param verantwoording_uiterlijk: last day to account in full; after it all is recovered
    """

    voorlopig_uiterlijk: date | None
    betaaldagen: tuple[date, ...]
    tussentijds_uiterlijk: date | None
    definitief_uiterlijk: date
    peildag_terugvordering: date
    verantwoording_uiterlijk: date


def spuk_momenten(
    *,
    jaar: int,
    wetswijziging: date | None = None,
    op: date,
    extra: Mapping[date, str] = GEEN_EXTRA,
) -> Uitkomst[SPUKMomenten]:
    """Return the dated moments of the grant of a year (art. 40-42 Wi2021, 10.7 and 10.8 Bi).

    :param jaar: the year that the grant is for
    :param wetswijziging: day in that year on which the law changed the total (once); None if not
    :param op: the day of asking, which chooses the version
    :param extra: equated days that an administrator added
    :raises Refusal: for a year before 2022 or far away, or a change outside the year
    :raises NotInForce: when asked before 1 January 2022, or for a change before 21 October 2025
    """
    versie = versie_stap(BETAALDAG, op)
    _klopt(jaar, wetswijziging)
    value = _momenten(jaar, wetswijziging, op, extra)
    stappen = (versie, *_feiten(jaar, wetswijziging), *_stappen(value), _slot(value, jaar))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=TUSSENTIJDS.next_change(op),
    )


def _klopt(jaar: int, wetswijziging: date | None) -> None:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        tekst = f"Voor {jaar} is er geen uitkering op grond van deze wet. Verbeter het jaar."
        raise Refusal(tekst, field="jaar")
    if wetswijziging and wetswijziging.year != jaar:
        raise Refusal(
            "De wijziging ligt niet in het jaar van de uitkering. Verbeter een van beide.",
            field="wetswijziging",
        )


def _momenten(
    jaar: int, wetswijziging: date | None, op: date, extra: Mapping[date, str]
) -> SPUKMomenten:
    begin, erna = date(jaar, 1, 1), date(jaar + 1, 1, 1)
    voorlopig = add_months(begin, -VOORLOPIG.on(op).aantal)
    tussentijds = None
    if wetswijziging:
        duur = TUSSENTIJDS.on(wetswijziging)
        geteld = duur.after(wetswijziging)
        tussentijds = termijnverlenging(laatste_dag=geteld, duur=duur, extra=extra).value
    return SPUKMomenten(
        voorlopig_uiterlijk=voorlopig if voorlopig >= BEGIN else None,
        betaaldagen=tuple(date(jaar, een, BETAALDAG.on(op)) for een in range(1, 13)),
        tussentijds_uiterlijk=tussentijds,
        definitief_uiterlijk=add_months(erna, DEFINITIEF.on(op).aantal) - ONE_DAY,
        peildag_terugvordering=PEILDAG.on(op).in_jaar(jaar + 1),
        verantwoording_uiterlijk=add_months(erna, VERANTWOORDING.on(op).aantal) - ONE_DAY,
    )


def _feiten(jaar: int, wetswijziging: date | None) -> Iterator[Stap]:
    yield feit_stap("jaar", f"Het gaat om de uitkering voor {jaar}.", None)
    if wetswijziging:
        tekst = f"De wet wijzigde het totaal op {dutch_date(wetswijziging)}."
        yield feit_stap("wetswijziging", tekst, wetswijziging)


def _stappen(value: SPUKMomenten) -> Iterator[Stap]:
    afgeleid = Zekerheid.AFGELEID
    if dag := value.voorlopig_uiterlijk:
        tekst = "De voorlopige uitkering is bekend ten minste drie maanden voor het jaar: uiterlijk"
        yield _moment(f"{tekst} {dutch_date(dag)}.", dag, VOORLOPIG.bron, afgeleid)
    tekst = "Elke maand wordt rond de vijftiende een twaalfde deel betaald."
    yield keuze_stap(tekst, BETAALDAG.bron)
    if dag := value.tussentijds_uiterlijk:
        tekst = "De wijziging per gemeente is bekend binnen vier weken, en als die dag in een "
        tekst += f"weekeinde of op een feestdag valt iets later: uiterlijk {dutch_date(dag)}."
        yield _moment(tekst, dag, TUSSENTIJDS.bron, afgeleid)
    dag = value.definitief_uiterlijk
    tekst = f"De definitieve uitkering is bekend uiterlijk {dutch_date(dag)}."
    yield _moment(tekst, dag, DEFINITIEF.bron, afgeleid)
    yield keuze_stap("Het verschil wordt in één keer betaald.", BETAALDAG.bron)
    dag = value.peildag_terugvordering
    tekst = f"Voor terugvordering telt wat bekend is op {dutch_date(dag)}."
    yield _moment(tekst, dag, PEILDAG.bron, Zekerheid.GELEZEN)
    dag = value.verantwoording_uiterlijk
    tekst = f"Zonder volledige verantwoording op {dutch_date(dag)} wordt alles teruggevraagd."
    yield _moment(tekst, dag, VERANTWOORDING.bron, afgeleid)


def _moment(tekst: str, dag: date, bron: Artikel, zekerheid: Zekerheid) -> Stap:
    return Stap(soort=StapSoort.DUUR, tekst=tekst, dag=dag, bron=bron, zekerheid=zekerheid)


def _slot(value: SPUKMomenten, jaar: int) -> Stap:
    dag = value.verantwoording_uiterlijk
    tekst = f"Het laatste moment voor {jaar} is {dutch_date(dag)}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=dag)
