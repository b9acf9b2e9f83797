"""What an application for vrijstelling or ontheffing costs, needs, and when DUO must decide."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import dutch_date, dutch_weekday
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


class SoortAanvraag(StrEnum):
    """What is asked of DUO (Wi2021 art. 4 lid 1 onder e, art. 5)."""

    INGEBURGERD = "ingeburgerd"
    MEDISCH = "medisch"
    BIJZONDER = "bijzonder"

    @property
    def label(self) -> str:
        return {
            "ingeburgerd": "vrijstelling, omdat iemand aantoonbaar voldoende ingeburgerd is",
            "medisch": "ontheffing om medische redenen",
            "bijzonder": "ontheffing om bijzondere individuele omstandigheden",
        }[self.value]


# The text of the Ri was first read as it was on 1 April 2023.
VRIJSTELLING_BEDRAG = Dated(
    bron=Artikel("Ri", "2.3"),
    maat=Maat.CENTEN,
    versions={date(2022, 1, 1): 9_000, date(2023, 4, 1): 9_000},
    zekerheid={date(2022, 1, 1): Zekerheid.ONGECONTROLEERD},
)
ONTHEFFING_BEDRAG = Dated(
    bron=Artikel("Ri", "2.7", lid="1"), maat=Maat.CENTEN, versions={date(2023, 4, 1): 22_500}
)
"""Both in whole cents."""
TERUGBETALING = Artikel("Ri", "2.7", lid="2")
ADVIES_COLLEGE = Artikel("Bi", "2.8", lid="2")
BESLISSEN_INGEBURGERD = Dated(
    bron=Artikel("Ri", "2.3"),
    versions={
        date(2022, 1, 1): Duur(aantal=8, eenheid=Eenheid.WEKEN, rang=Rang.MINISTERIELE_REGELING)
    },
)
BESLISSEN_MEDISCH = Dated(
    bron=Artikel("Bi", "2.7"),
    versions={date(2022, 1, 1): Duur(aantal=8, eenheid=Eenheid.WEKEN, rang=Rang.AMVB)},
)
BESLISSEN_BIJZONDER = Dated(
    bron=Artikel("Bi", "2.8"),
    versions={date(2022, 1, 1): Duur(aantal=8, eenheid=Eenheid.WEKEN, rang=Rang.AMVB)},
)
BESLISSEN: Mapping[SoortAanvraag, Dated[Duur]] = {
    SoortAanvraag.INGEBURGERD: BESLISSEN_INGEBURGERD,
    SoortAanvraag.MEDISCH: BESLISSEN_MEDISCH,
    SoortAanvraag.BIJZONDER: BESLISSEN_BIJZONDER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvraagVrijstellingOntheffing:
    """The outcome.

    :param bedrag: what the applicant pays, in whole cents; None where no amount was found
    :param terug: that amount is paid back; None when it is not known yet, or there is no amount
    :param advies_ontbreekt: the advice of the college must still be added
    :param uiterste_beslisdag: last day for the decision (inclusive); None without an application
    """

    bedrag: int | None
    terug: bool | None
    advies_ontbreekt: bool
    uiterste_beslisdag: date | None


def aanvraag_vrijstelling_ontheffing(
    *,
    soort: SoortAanvraag,
    ontvangen: date | None,
    arts_adviseert: bool | None = None,
    advies_college: bool = False,
    op: date,
    extra: Mapping[date, str] = GEEN_EXTRA,
) -> Uitkomst[AanvraagVrijstellingOntheffing]:
    """Return what an application costs and needs, and when DUO decides (Ri 2.3, 2.7; Bi 2.7, 2.8).

    The Atw moves eight weeks of the Bi, and not those of the Ri.

    :param ontvangen: day on which DUO receives the application; None when there is none
    :param arts_adviseert: the doctor advises ontheffing or adapted exams; None when not known.
        Only for a medical ontheffing
    :param advies_college: the advice of the college is added. Only for special circumstances
    :param op: the day of asking, which chooses the version
    :param extra: equated days that an administrator added
    :raises NotInForce: when asked before 1 January 2022, and for a medical ontheffing before
        1 April 2023, the first text that was read of its price
    :raises Refusal: for an application after `op`
    """
    if ontvangen and ontvangen > op:
        raise Refusal(
            f"DUO heeft de aanvraag ontvangen na {dutch_date(op)}, de dag waarop dit is gevraagd. "
            "Controleer de datums.",
            field="ontvangen",
        )
    versie = versie_stap(BESLISSEN[soort], op)
    bedrag, kosten = _kosten(soort, op)
    beslisdag, beslissing = _beslissing(soort, ontvangen, op, extra)
    medisch, bijzonder = soort is SoortAanvraag.MEDISCH, soort is SoortAanvraag.BIJZONDER
    value = AanvraagVrijstellingOntheffing(
        bedrag=bedrag,
        terug=arts_adviseert if medisch else _nooit_terug(bedrag),
        advies_ontbreekt=bijzonder and not advies_college,
        uiterste_beslisdag=beslisdag,
    )
    stappen = (
        versie,
        feit_stap("soort", f"De aanvraag is: {soort.label}.", None),
        kosten,
        *(_terug(arts_adviseert) if medisch else ()),
        *(_advies(advies_college) if bijzonder else ()),
        *beslissing,
        _slot(value),
    )
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _kosten(soort: SoortAanvraag, op: date) -> tuple[int | None, Stap]:
    """Return what is paid, and the step that says so."""
    if soort is SoortAanvraag.BIJZONDER:
        tekst = "Een bedrag voor deze aanvraag is niet gevonden."
        return None, keuze_stap(tekst, BESLISSEN[soort].bron, zekerheid=Zekerheid.AFGELEID)
    medisch = soort is SoortAanvraag.MEDISCH
    regel = ONTHEFFING_BEDRAG if medisch else VRIJSTELLING_BEDRAG
    waarvoor = "Het onderzoek door de arts" if medisch else "Deze aanvraag"
    bedrag = regel.on(op)
    tekst = f"{waarvoor} kost {dutch_amount(bedrag)}."
    return bedrag, keuze_stap(tekst, regel.bron, zekerheid=regel.mark_on(op))


def _nooit_terug(bedrag: int | None) -> bool | None:
    return None if bedrag is None else False


def _terug(arts_adviseert: bool | None) -> Iterator[Stap]:
    feit, gevolg = {
        None: (
            "Wat de arts adviseert, is nog niet bekend.",
            "Adviseert de arts ontheffing of aangepaste examens, dan komt het bedrag terug.",
        ),
        True: ("De arts adviseert ontheffing of aangepaste examens.", "Het bedrag komt terug."),
        False: (
            "De arts adviseert geen ontheffing en geen aangepaste examens.",
            "Het bedrag komt niet terug.",
        ),
    }[arts_adviseert]
    yield feit_stap("arts_adviseert", feit, None)
    yield keuze_stap(gevolg, TERUGBETALING)


def _advies(advies_college: bool) -> Iterator[Stap]:
    if advies_college:
        yield feit_stap("advies_college", "Het advies van het college zit erbij.", None)
        return
    yield feit_stap("advies_college", "Het advies van het college zit er nog niet bij.", None)
    yield keuze_stap("Bij deze aanvraag hoort een advies van het college.", ADVIES_COLLEGE)


def _beslissing(
    soort: SoortAanvraag, ontvangen: date | None, op: date, extra: Mapping[date, str]
) -> tuple[date | None, tuple[Stap, ...]]:
    """Return the last day for the decision, and the steps that lead to it."""
    regel = BESLISSEN[soort]
    duur = regel.on(op)
    if ontvangen is None:
        feit = feit_stap("ontvangen", "Een aanvraag is niet bekend.", None)
        return None, (feit, keuze_stap(f"DUO beslist binnen {duur} na ontvangst.", regel.bron))
    tekst = f"DUO heeft de aanvraag ontvangen op {dutch_date(ontvangen)}."
    geteld = duur.after(ontvangen)
    atw = termijnverlenging(laatste_dag=geteld, duur=duur, extra=extra)
    stap = Stap(
        soort=StapSoort.DUUR,
        tekst=f"DUO beslist binnen {duur} na ontvangst: tot en met {dutch_weekday(geteld)} "
        f"{dutch_date(geteld)}.",
        dag=geteld,
        bron=regel.bron,
    )
    tussen = {StapSoort.KEUZE, StapSoort.VERSCHUIVING}
    feit = feit_stap("ontvangen", tekst, ontvangen)
    return atw.value, (feit, stap, *(one for one in atw.stappen if one.soort in tussen))


def _slot(value: AanvraagVrijstellingOntheffing) -> Stap:
    teksten = []
    if value.advies_ontbreekt:
        teksten.append("Voeg het advies van het college toe.")
    if value.uiterste_beslisdag:
        dag = value.uiterste_beslisdag
        teksten.append(f"DUO beslist uiterlijk op {dutch_weekday(dag)} {dutch_date(dag)}.")
    else:
        teksten.append("Zonder aanvraag is er geen laatste dag voor de beslissing.")
    return Stap(soort=StapSoort.UITKOMST, tekst=" ".join(teksten), dag=value.uiterste_beslisdag)
