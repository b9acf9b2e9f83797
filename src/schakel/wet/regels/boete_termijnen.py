"""Until when the college must decide on a fine, and until when it must be paid."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from schakel.wet.bron import Artikel, Dated
from schakel.wet.datum import dutch_date, dutch_weekday
from schakel.wet.regels.feestdag import GEEN_EXTRA
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, termijnverlenging
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    versie_stap,
)

# The sheet names no first day for these articles of the Awb: that of the Wi2021 is used.
BESLISSEN = Dated(
    bron=Artikel("Awb", "5:51"),
    versions={date(2022, 1, 1): Duur(aantal=13, eenheid=Eenheid.WEKEN)},
)
BETALEN = Dated(
    bron=Artikel("Awb", "4:87"),
    versions={date(2022, 1, 1): Duur(aantal=6, eenheid=Eenheid.WEKEN)},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteTermijnen:
    """The outcome: last days (inclusive).

    :param beslissen_uiterlijk: for the decision; None without a report
    :param betalen_uiterlijk: for the payment; None while the fine was not made known
    """

    beslissen_uiterlijk: date | None
    betalen_uiterlijk: date | None


class _Termijn(NamedTuple):
    dag: date | None
    stappen: tuple[Stap, ...]


def boete_termijnen(
    *,
    rapport: date | None,
    bekendmaking: date | None,
    op: date,
    extra: Mapping[date, str] = GEEN_EXTRA,
) -> Uitkomst[BoeteTermijnen]:
    """Return until when to decide on a fine and until when to pay it (art. 5:51 and 4:87 Awb).

    Thirteen weeks are too long for the Atw; six weeks are moved by it. The day from which a
    termijn is counted decides which version holds.

    :param rapport: date of the report; None when there is none
    :param bekendmaking: day on which the fine was made known; None while it was not
    :param op: the day of asking; it changes nothing
    :param extra: equated days that an administrator added
    :raises NotInForce: for a report or a fine of before 1 January 2022
    """
    beslissen, betalen = _beslissen(rapport, extra), _betalen(bekendmaking, extra)
    stappen = (*beslissen.stappen, *betalen.stappen)
    return Uitkomst(
        value=BoeteTermijnen(beslissen_uiterlijk=beslissen.dag, betalen_uiterlijk=betalen.dag),
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
    )


def _beslissen(rapport: date | None, extra: Mapping[date, str]) -> _Termijn:
    if rapport is None:
        feit = feit_stap("rapport", "De datum van een rapport is niet bekend.", None)
        tekst = "Zonder rapport is er geen laatste dag om te beslissen over de boete."
        slot = Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=BESLISSEN.bron)
        return _Termijn(None, (feit, slot))
    feit = feit_stap("rapport", f"Het rapport is van {dutch_date(rapport)}.", rapport)
    return _weken_na(rapport, feit, BESLISSEN, extra, "Over de boete beslissen kan")


def _betalen(bekendmaking: date | None, extra: Mapping[date, str]) -> _Termijn:
    if bekendmaking is None:
        feit = feit_stap("bekendmaking", "De boete is nog niet bekendgemaakt.", None)
        tekst = "Er is nog geen laatste dag om te betalen."
        return _Termijn(
            None, (feit, Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=BETALEN.bron))
        )
    tekst = f"De boete is bekendgemaakt op {dutch_date(bekendmaking)}."
    feit = feit_stap("bekendmaking", tekst, bekendmaking)
    return _weken_na(bekendmaking, feit, BETALEN, extra, "Betalen kan")


def _weken_na(
    begin: date, feit: Stap, regel: Dated[Duur], extra: Mapping[date, str], wat: str
) -> _Termijn:
    """Return the end of a number of weeks after `begin`, with all steps that lead to it."""
    bepalend = "de datum van het rapport" if feit.feit == "rapport" else "de dag van bekendmaking"
    dag, midden = _einde(begin, regel, extra)
    slot = Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"{wat} tot en met {dutch_weekday(dag)} {dutch_date(dag)}.",
        dag=dag,
        bron=regel.bron,
    )
    return _Termijn(dag, (feit, versie_stap(regel, begin, bepalend=bepalend), *midden, slot))


def _einde(
    begin: date, regel: Dated[Duur], extra: Mapping[date, str]
) -> tuple[date, Iterator[Stap]]:
    duur = regel.on(begin)
    geteld = duur.after(begin)
    atw = termijnverlenging(laatste_dag=geteld, duur=duur, extra=extra)
    tekst = f"De termijn is {duur}: tot en met {dutch_weekday(geteld)} {dutch_date(geteld)}."
    stap = Stap(soort=StapSoort.DUUR, tekst=tekst, dag=geteld, bron=regel.bron)
    tussen = {StapSoort.KEUZE, StapSoort.VERSCHUIVING}
    return atw.value, iter((stap, *(one for one in atw.stappen if one.soort in tussen)))
