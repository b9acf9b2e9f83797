"""How long someone has to meet the inburgeringsplicht."""

from collections.abc import Iterator
from datetime import date, timedelta

from schakel.base.period import Period
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_years, dutch_date
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

DUUR = Dated(
    bron=Artikel("Wi2021", "11", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=3, eenheid=Eenheid.JAREN)},
)
AANVANG = Artikel("Wi2021", "11", lid="2")
ONE_DAY = timedelta(days=1)


def inburgeringstermijn(*, dagtekening_pip: date) -> Uitkomst[Period]:
    """Return the termijn that belongs to a PIP of this date (art. 11 Wi2021).

    It starts on the day after the dagtekening and holds exactly three years: `[start, end)`. The
    Atw does not move it, and DUO may extend it; that is another rule.

    :param dagtekening_pip: of the first PIP, in any gemeente: a later one changes nothing. This
        day, and not the day of asking, decides which version holds
    :raises NotInForce: for a dagtekening before 1 January 2022
    """
    duur = DUUR.on(dagtekening_pip)
    start = dagtekening_pip + ONE_DAY
    termijn = Period(start, add_years(start, duur.aantal))
    stappen = tuple(_stappen(dagtekening_pip, duur, termijn))
    return Uitkomst(
        value=termijn,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=dagtekening_pip,
        geldig_tot=DUUR.next_change(dagtekening_pip),
    )


def _stappen(dagtekening: date, duur: Duur, termijn: Period) -> Iterator[Stap]:
    start, last_day = termijn.start, termijn.last_day or termijn.start
    tekst = f"Het eerste PIP is gedagtekend op {dutch_date(dagtekening)}."
    yield feit_stap("dagtekening_pip", tekst, dagtekening)
    yield versie_stap(DUUR, dagtekening, bepalend="de dagtekening van het PIP")
    yield keuze_stap(f"De termijn begint op de dag daarna: {dutch_date(start)}.", AANVANG)
    yield _duur(duur, start, last_day)
    atw = termijnverlenging(laatste_dag=last_day, duur=duur)
    yield from (stap for stap in atw.stappen if stap.soort is StapSoort.KEUZE)
    yield Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"De termijn loopt van {dutch_date(start)} tot en met {dutch_date(last_day)}.",
        dag=last_day,
    )


def _duur(duur: Duur, start: date, last_day: date) -> Stap:
    tekst = f"De termijn duurt {duur}. De laatste dag is {dutch_date(last_day)}."
    schrikkeldag = (2, 29) in {(start.month, start.day), (last_day.month, last_day.day)}
    if schrikkeldag:
        tekst += " De wet regelt 29 februari niet; DUO stelt de termijn vast."
    return Stap(
        soort=StapSoort.DUUR,
        tekst=tekst,
        dag=last_day,
        bron=DUUR.bron,
        zekerheid=Zekerheid.AFGELEID if schrikkeldag else Zekerheid.GELEZEN,
    )
