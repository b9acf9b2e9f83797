"""What the Minister asks back of the SPUK of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.geld import dutch_euro, euros
from schakel.wet.regels.spuk_momenten import spuk_momenten
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

DEEL = Artikel("Wi2021", "42", lid="2")
GEHEEL = Artikel("Wi2021", "42", lid="3")
PEILDAG = Artikel("Bi", "10.7")
TERUGVORDEREN = Dated(bron=Artikel("Wi2021", "42"), versions={date(2022, 1, 1): True})


@dataclass(frozen=True, slots=True, kw_only=True)
class TerugvorderingFeiten:
    """Amounts in whole cents, as they are known on 30 September of the year after.

    :param jaar: the year that the grant was for
    :param bedrag_uitkering: the definitive grant
    :param bedrag_niet_besteed: what was left of it
    :param bedrag_gereserveerd: the part of that which may stay for the next year
    :param bedrag_onrechtmatig: spent against the rules, or of which that is not certain
    :param verantwoord: day on which the account was complete; None while it is not
    """

    jaar: int
    bedrag_uitkering: int
    bedrag_niet_besteed: int = 0
    bedrag_gereserveerd: int = 0
    bedrag_onrechtmatig: int = 0
    verantwoord: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKTerugvordering:
    """The outcome.

    :param bedrag: in whole cents; None while that cannot be said
    :param geheel: all of it, because there was no full account in time
    :param verantwoording_uiterlijk: last day (inclusive) to account in full
    """

    bedrag: int | None
    geheel: bool
    verantwoording_uiterlijk: date


def spuk_terugvordering(*, feiten: TerugvorderingFeiten, op: date) -> Uitkomst[SPUKTerugvordering]:
    """Return what is recovered of a grant (art. 42 Wi2021, 10.7 Bi).

    Without a full account within eighteen months after the year, all of it; else what was not
    spent and not reserved, and what was spent against the rules.

    :param feiten: the grant, and what became of it
    :param op: the day of asking, which chooses the version
    :raises Refusal: for amounts or days that cannot go together
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(TERUGVORDEREN, op)
    momenten = spuk_momenten(jaar=feiten.jaar, op=op).value
    _klopt(feiten, op)
    uiterlijk = momenten.verantwoording_uiterlijk
    value, keuzes = _bedrag(feiten, uiterlijk, op)
    peildag = Stap(
        soort=StapSoort.KEUZE,
        tekst=f"Het gaat om wat bekend is op {dutch_date(momenten.peildag_terugvordering)}.",
        dag=momenten.peildag_terugvordering,
        bron=PEILDAG,
    )
    stappen = (versie, *_feiten(feiten), peildag, *keuzes, _slot(value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=TERUGVORDEREN.next_change(op),
    )


def _klopt(feiten: TerugvorderingFeiten, op: date) -> None:
    """Refuse amounts and days that cannot go together."""
    over, reserve = feiten.bedrag_niet_besteed, feiten.bedrag_gereserveerd
    if min(feiten.bedrag_uitkering, over, reserve, feiten.bedrag_onrechtmatig) < 0:
        raise Refusal("Een bedrag onder nul kan niet. Verbeter het.")
    if reserve > over:
        raise Refusal(
            "Er is meer gereserveerd dan er over was. Verbeter een van beide.",
            field="bedrag_gereserveerd",
        )
    if over + feiten.bedrag_onrechtmatig > feiten.bedrag_uitkering:
        raise Refusal(
            "Niet besteed en onrechtmatig zijn samen meer dan de uitkering. Verbeter de bedragen.",
            field="bedrag_niet_besteed",
        )
    dag = feiten.verantwoord
    if dag and not date(feiten.jaar, 12, 31) < dag <= op:
        raise Refusal(
            "Verantwoorden kan pas na het jaar van de uitkering, en niet na de peildatum. Verbeter "
            "de datum.",
            field="verantwoord",
        )


def _bedrag(
    feiten: TerugvorderingFeiten, uiterlijk: date, op: date
) -> tuple[SPUKTerugvordering, tuple[Stap, ...]]:
    if (feiten.verantwoord or op) > uiterlijk:
        tekst = f"Op {dutch_date(uiterlijk)} was er geen volledige verantwoording."
        value = SPUKTerugvordering(
            bedrag=feiten.bedrag_uitkering, geheel=True, verantwoording_uiterlijk=uiterlijk
        )
        return value, (keuze_stap(tekst, GEHEEL, zekerheid=Zekerheid.AFGELEID),)
    if feiten.verantwoord is None:
        tekst = (
            "De verantwoording is nog niet volledig. Zij moet dat zijn op uiterlijk "
            f"{dutch_date(uiterlijk)}."
        )
        value = SPUKTerugvordering(bedrag=None, geheel=False, verantwoording_uiterlijk=uiterlijk)
        return value, (keuze_stap(tekst, GEHEEL, zekerheid=Zekerheid.AFGELEID),)
    over = feiten.bedrag_niet_besteed - feiten.bedrag_gereserveerd
    value = SPUKTerugvordering(
        bedrag=over + feiten.bedrag_onrechtmatig, geheel=False, verantwoording_uiterlijk=uiterlijk
    )
    tekst = (
        f"Terug gaat wat niet is besteed en niet is gereserveerd, {dutch_euro(euros(over))}, en "
        f"wat niet of niet zeker volgens de regels is besteed, "
        f"{dutch_euro(euros(feiten.bedrag_onrechtmatig))}."
    )
    mark = Zekerheid.AFGELEID if feiten.bedrag_gereserveerd else Zekerheid.GELEZEN
    return value, (keuze_stap(tekst, DEEL, zekerheid=mark),)


def _feiten(feiten: TerugvorderingFeiten) -> Iterator[Stap]:
    tekst = f"De uitkering voor {feiten.jaar} is {dutch_euro(euros(feiten.bedrag_uitkering))}."
    yield feit_stap("bedrag_uitkering", tekst, None)
    if dag := feiten.verantwoord:
        yield feit_stap("verantwoord", f"De verantwoording was volledig op {dutch_date(dag)}.", dag)


def _slot(value: SPUKTerugvordering) -> Stap:
    if value.bedrag is None:
        tekst = "Wat wordt teruggevraagd, is nog niet te zeggen."
    else:
        tekst = f"Teruggevraagd wordt {dutch_euro(euros(value.bedrag))}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
