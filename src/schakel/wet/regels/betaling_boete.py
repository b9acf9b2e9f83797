"""What happens to a fine of the college that was made known: paid, in default, or lapsed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import dropwhile

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.regels.boete_termijnen import BETALEN, boete_termijnen
from schakel.wet.regels.feestdag import GEEN_EXTRA
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

# The sheet names no first day for these articles of the Awb: that of the Wi2021 is used.
VERJARING = Dated(
    bron=Artikel("Awb", "4:104"),
    versions={date(2022, 1, 1): Duur(aantal=5, eenheid=Eenheid.JAREN)},
)
RENTE_ONDERGRENS_BEDRAG = Dated(
    bron=Artikel("Awb", "4:98"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 2_000}
)
"""In whole cents."""
UITSTEL = Artikel("Awb", "4:94")
VERZUIM = Artikel("Awb", "4:97")
GEEN_SCHORSING = Artikel("Awb", "6:16")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BetalingBoete:
    """The outcome.

    :param betalen_uiterlijk: last day of the termijn for payment (inclusive)
    :param in_verzuim: that termijn went by without full payment; None when that cannot be said,
        because there was uitstel
    :param aanmanen_vanaf: first day on which uitstel no longer stands in the way; None without
        uitstel
    :param vervalt_op: first day on which the claim has lapsed
    :param vervallen: it has lapsed on the day of asking
    """

    betalen_uiterlijk: date
    in_verzuim: bool | None
    aanmanen_vanaf: date | None
    vervalt_op: date
    vervallen: bool


def betaling_boete(
    *,
    bekendmaking: date,
    betaald: date | None,
    uitstel_tot_en_met: date | None,
    op: date,
    extra: Mapping[date, str] = GEEN_EXTRA,
) -> Uitkomst[BetalingBoete]:
    """Return how the claim of a fine stands (art. 4:87, 4:94, 4:97-4:99 and 4:104 Awb).

    The last day for payment is that of `boete_termijnen`. Not here, because not read: dunning and
    the dwangbevel (4:112-4:117), kwijtschelding, the rate of the interest, and what interrupts or
    lengthens the five years.

    :param bekendmaking: day on which the fine was made known
    :param betaald: day on which all of it was paid; None while it was not
    :param uitstel_tot_en_met: last day of the uitstel (inclusive); None without uitstel
    :param op: the day of asking
    :param extra: equated days that an administrator added
    :raises NotInForce: for a fine of before 1 January 2022
    :raises Refusal: for a day of payment before the fine or after `op`, and for a fine after `op`
    """
    _klopt(bekendmaking, betaald, op)
    termijn = boete_termijnen(rapport=None, bekendmaking=bekendmaking, op=op, extra=extra)
    uiterlijk = termijn.value.betalen_uiterlijk or bekendmaking
    vervalt_op = VERJARING.on(bekendmaking).beyond(uiterlijk + ONE_DAY)
    value = BetalingBoete(
        betalen_uiterlijk=uiterlijk,
        in_verzuim=_verzuim(uiterlijk, betaald, uitstel_tot_en_met, op),
        aanmanen_vanaf=uitstel_tot_en_met + ONE_DAY if uitstel_tot_en_met else None,
        vervalt_op=vervalt_op,
        vervallen=betaald is None and op >= vervalt_op,
    )
    stappen = (
        *dropwhile(lambda stap: stap.feit != "bekendmaking", termijn.stappen),
        *_feiten(betaald, uitstel_tot_en_met),
        *_verzuim_stappen(value, bekendmaking),
        *_verjaring(value, bekendmaking),
        _slot(value, betaald),
    )
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _klopt(bekendmaking: date, betaald: date | None, op: date) -> None:
    """Refuse days that cannot go together."""
    if bekendmaking > op:
        raise Refusal(
            f"De boete is bekendgemaakt na {dutch_date(op)}, de dag waarop dit is gevraagd. "
            "Controleer de datums.",
            field="bekendmaking",
        )
    if betaald and not bekendmaking <= betaald <= op:
        raise Refusal(
            f"Betalen kan niet voor de boete van {dutch_date(bekendmaking)}, en niet na "
            f"{dutch_date(op)}, de dag waarop dit is gevraagd. Controleer de datums.",
            field="betaald",
        )


def _verzuim(uiterlijk: date, betaald: date | None, uitstel: date | None, op: date) -> bool | None:
    """Return whether the termijn went by without payment, or None where uitstel makes that open."""
    if (betaald or op) <= uiterlijk:
        return False
    return None if uitstel and uitstel > uiterlijk else True


def _feiten(betaald: date | None, uitstel: date | None) -> Iterator[Stap]:
    tekst = f"Alles is betaald op {dutch_date(betaald)}." if betaald else "Niet alles is betaald."
    yield feit_stap("betaald", tekst, betaald)
    if uitstel:
        tekst = f"Er is uitstel van betaling tot en met {dutch_date(uitstel)}."
        yield feit_stap("uitstel_tot_en_met", tekst, uitstel)
        yield keuze_stap("Zolang het uitstel duurt, stuurt het college geen aanmaning.", UITSTEL)


def _verzuim_stappen(value: BetalingBoete, bekendmaking: date) -> Iterator[Stap]:
    yield keuze_stap("Bezwaar of beroep schort het betalen niet op.", GEEN_SCHORSING)
    if value.in_verzuim is None:
        tekst = (
            "De termijn om te betalen ging voorbij zonder betaling, maar er was uitstel. Of er dan "
            "verzuim is, staat niet in wat is gelezen. Vraag het een jurist."
        )
        yield keuze_stap(tekst, VERZUIM, zekerheid=Zekerheid.ONGECONTROLEERD)
        return
    if not value.in_verzuim:
        return
    yield keuze_stap("Wie niet op tijd betaalt, is in verzuim.", VERZUIM)
    grens = dutch_amount(RENTE_ONDERGRENS_BEDRAG.on(bekendmaking))
    yield keuze_stap(
        f"Bij verzuim hoort rente, maar niet als die minder is dan {grens}. Schakel rekent de "
        "rente niet uit.",
        RENTE_ONDERGRENS_BEDRAG.bron,
        zekerheid=Zekerheid.AFGELEID,
    )


def _verjaring(value: BetalingBoete, bekendmaking: date) -> Iterator[Stap]:
    yield versie_stap(VERJARING, bekendmaking, bepalend="de dag van bekendmaking")
    duur = VERJARING.on(bekendmaking)
    yield Stap(
        soort=StapSoort.DUUR,
        tekst=f"De vordering vervalt {duur} na de termijn om te betalen: op "
        f"{dutch_date(value.vervalt_op)}. Wat die tijd langer kan maken, is niet meegerekend.",
        dag=value.vervalt_op,
        bron=VERJARING.bron,
        zekerheid=Zekerheid.AFGELEID,
    )


def _slot(value: BetalingBoete, betaald: date | None) -> Stap:
    uiterlijk = dutch_date(value.betalen_uiterlijk)
    if betaald:
        tekst = "De boete is op tijd betaald."
        if value.in_verzuim is not False:
            tekst = f"De boete is betaald, na de laatste dag: {uiterlijk}."
    elif value.vervallen:
        tekst = f"De vordering is vervallen op {dutch_date(value.vervalt_op)}."
    elif value.in_verzuim is False:
        tekst = f"Betalen kan tot en met {uiterlijk}."
    else:
        tekst = f"De boete is niet betaald voor het einde van de laatste dag: {uiterlijk}."
    bron = VERJARING.bron if value.vervallen else BETALEN.bron
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=bron)
