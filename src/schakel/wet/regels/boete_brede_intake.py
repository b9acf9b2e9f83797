"""The fine of the college for not taking part in the brede intake."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import add_months, dutch_date
from schakel.wet.regels.boete_beletsel import Beletsel, BoeteFeiten, boete_beletsel
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel
from schakel.wet.regels.brede_intake import OPROEPEN
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

BEDRAG = Dated(
    bron=Artikel("Bi", "7.1", lid="1"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 25_000}
)
"""In whole cents."""
MAXIMAAL = Dated(bron=Artikel("Wi2021", "22", lid="3"), versions={date(2022, 1, 1): 2})
NIEUWE_TERMIJN = Dated(
    bron=Artikel("Wi2021", "22", lid="2"), maat=Maat.MAANDEN, versions={date(2022, 1, 1): 2}
)
"""In months after the fine was made known, at most."""
WAARSCHUWING = Artikel("Wi2021", "14", lid="1")
ONE_DAY = timedelta(days=1)


class IntakeGedrag(StrEnum):
    """What someone did wrong (Wi2021 art. 22 lid 1)."""

    NIET_VERSCHENEN = "niet_verschenen"
    ONVOLDOENDE_MEEGEWERKT = "onvoldoende_meegewerkt"

    @property
    def label(self) -> str:
        return {
            "niet_verschenen": "niet verschenen",
            "onvoldoende_meegewerkt": "onvoldoende meegewerkt",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteBredeIntakeFeiten:
    """What must be known for this fine.

    :param algemeen: what must be known for any fine of the college
    :param oproep: number of the oproep to which the conduct belongs; None when it is not known
    :param gewaarschuwd: a written warning was sent with the repeated oproep
    :param eerdere_boetes: fines of art. 22 that were imposed already
    :param gedrag: None when it is not known
    """

    algemeen: BoeteFeiten
    oproep: int | None
    gewaarschuwd: bool = False
    eerdere_boetes: int = 0
    gedrag: IntakeGedrag | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteBredeIntake:
    """The outcome, in whole cents.

    :param beletsel: why there can be no fine; None when there can
    :param bedrag: of the fine, nought when there can be none; the maximum is another rule
    :param afronden_bij_afwezigheid: the college completes the intake without the person; None when
        it is not known how often he was called
    :param nieuwe_termijn_uiterlijk: last day (inclusive) that the new term of this fine may have;
        None while the fine was not made known, and when it sets no term
    """

    beletsel: Beletsel | None
    basisbedrag: int
    bedrag: int
    afronden_bij_afwezigheid: bool | None
    nieuwe_termijn_uiterlijk: date | None


class _Antwoord(NamedTuple):
    beletsel: Beletsel | None
    stappen: tuple[Stap, ...]


def boete_brede_intake(*, feiten: BoeteBredeIntakeFeiten, op: date) -> Uitkomst[BoeteBredeIntake]:
    """Return whether the college may fine, and how much (art. 14 and 22 Wi2021, 7.1 lid 1 Bi).

    How far someone is to blame does not change the amount; someone who makes plausible that it is
    too high gets less (art. 5:46 lid 3 Awb), and that is for people to judge.

    :param feiten: what is known of the person, the oproepen and earlier fines
    :param op: the day of asking: it chooses the version
    :raises Refusal: when a fact is missing without which there is no answer, or for facts that
        cannot go together
    :raises NotInForce: when asked before 1 January 2022, and for a violation of before that day
    """
    if feiten.oproep == 0:
        raise Refusal("De eerste oproep is nummer 1. Verbeter het nummer.", field="oproep")
    algemeen = boete_beletsel(artikel=BoeteArtikel.BREDE_INTAKE, feiten=feiten.algemeen, op=op)
    eigen = _eigen(feiten, op) if algemeen.value is None else _Antwoord(algemeen.value, ())
    overleden = eigen.beletsel is Beletsel.OVERLEDEN
    value = BoeteBredeIntake(
        beletsel=eigen.beletsel,
        basisbedrag=BEDRAG.on(op),
        bedrag=0 if eigen.beletsel else BEDRAG.on(op),
        afronden_bij_afwezigheid=False if overleden else _vaak_genoeg(feiten, op),
        nieuwe_termijn_uiterlijk=None if overleden else _nieuwe_termijn(feiten, op),
    )
    stappen = (
        versie_stap(BEDRAG, op),
        *_feiten(feiten),
        *algemeen.stappen,
        *eigen.stappen,
        *_afronden(value.afronden_bij_afwezigheid),
        *_termijn(feiten.algemeen.bekendmaking, value.nieuwe_termijn_uiterlijk, op),
        _slot(value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=algemeen.geldig_tot,
    )


def _feiten(feiten: BoeteBredeIntakeFeiten) -> Iterator[Stap]:
    gedrag = feiten.gedrag.label if feiten.gedrag else "niet bekend wat er misging"
    nummer = f"oproep {feiten.oproep}" if feiten.oproep else "een oproep zonder nummer"
    yield feit_stap("oproep", f"Bij {nummer}: {gedrag}.", None)
    gewaarschuwd = "wel" if feiten.gewaarschuwd else "niet"
    tekst = f"Een schriftelijke waarschuwing is {gewaarschuwd} bekend."
    yield feit_stap("gewaarschuwd", tekst, None)
    tekst = f"Eerdere boetes bij de brede intake: {feiten.eerdere_boetes}."
    yield feit_stap("eerdere_boetes", tekst, None)


def _eigen(feiten: BoeteBredeIntakeFeiten, op: date) -> _Antwoord:
    """Return what stands in the way in the order of oproepen, warning and fines."""
    if feiten.oproep is None:
        raise Refusal(
            "Bij welke oproep dit was, ontbreekt. Zonder dat nummer is niet te zeggen of er een "
            "boete kan zijn.",
            field="oproep",
        )
    if feiten.oproep == 1:
        tekst = "Na de eerste oproep volgt een schriftelijke waarschuwing met een nieuwe oproep."
        return _volgorde(feiten, Beletsel.EERSTE_OPROEP, tekst)
    if not feiten.gewaarschuwd:
        tekst = "Zonder schriftelijke waarschuwing bij de herhaalde oproep is er geen boete."
        return _volgorde(feiten, Beletsel.GEEN_WAARSCHUWING, tekst)
    if feiten.eerdere_boetes >= MAXIMAAL.on(op):
        tekst = "Bij de brede intake zijn er hoogstens twee boetes."
        stap = keuze_stap(tekst, MAXIMAAL.bron)
        return _Antwoord(Beletsel.MAXIMAAL_TWEE, (stap,))
    return _Antwoord(None, tuple(_mag(feiten)))


def _volgorde(feiten: BoeteBredeIntakeFeiten, beletsel: Beletsel, tekst: str) -> _Antwoord:
    """Art. 22 names the warning only for who did not come; that it goes for all is a reading."""
    kwam_niet = feiten.gedrag is IntakeGedrag.NIET_VERSCHENEN
    mark = Zekerheid.GELEZEN if kwam_niet else Zekerheid.AFGELEID
    return _Antwoord(beletsel, (keuze_stap(tekst, WAARSCHUWING, zekerheid=mark),))


def _mag(feiten: BoeteBredeIntakeFeiten) -> Iterator[Stap]:
    if not feiten.eerdere_boetes:
        tekst = "Na de waarschuwing ging het bij een herhaalde oproep weer mis: een boete kan."
        yield keuze_stap(tekst, BoeteArtikel.BREDE_INTAKE.bron)
        return
    derde = feiten.oproep is not None and feiten.oproep > 2
    yield keuze_stap(
        "In de nieuwe termijn van de eerste boete ging het weer mis: een tweede boete kan.",
        MAXIMAAL.bron,
        zekerheid=Zekerheid.GELEZEN if derde else Zekerheid.AFGELEID,
    )


def _vaak_genoeg(feiten: BoeteBredeIntakeFeiten, op: date) -> bool | None:
    """True if the person was called so often that the intake can be completed without him."""
    return None if feiten.oproep is None else feiten.oproep >= OPROEPEN.on(op)


def _afronden(afronden: bool | None) -> Iterator[Stap]:
    if afronden:
        tekst = "Na drie oproepen rondt de gemeente de brede intake af zonder de persoon."
        yield keuze_stap(tekst, OPROEPEN.bron)


def _nieuwe_termijn(feiten: BoeteBredeIntakeFeiten, op: date) -> date | None:
    """Return the last day of the new term that only the first fine sets."""
    bekend = feiten.algemeen.bekendmaking
    if bekend is None or feiten.eerdere_boetes:
        return None
    return add_months(bekend + ONE_DAY, NIEUWE_TERMIJN.on(op)) - ONE_DAY


def _termijn(bekend: date | None, termijn: date | None, op: date) -> Iterator[Stap]:
    if bekend is None or termijn is None:
        return
    maanden = NIEUWE_TERMIJN.on(op)
    yield feit_stap("bekendmaking", f"De boete is bekendgemaakt op {dutch_date(bekend)}.", bekend)
    yield Stap(
        soort=StapSoort.DUUR,
        tekst=f"De gemeente stelt in dat besluit een nieuwe termijn van hoogstens {maanden} "
        f"maanden: uiterlijk tot en met {dutch_date(termijn)}.",
        dag=termijn,
        bron=NIEUWE_TERMIJN.bron,
    )
    yield keuze_stap(
        "Deze termijn stelt de gemeente zelf, dus verschuift de Algemene termijnenwet hem niet. "
        "Kies een werkdag.",
        NIEUWE_TERMIJN.bron,
        zekerheid=Zekerheid.AFGELEID,
    )


def _slot(value: BoeteBredeIntake) -> Stap:
    tekst = (
        f"Er kan geen boete bij de brede intake zijn: {value.beletsel.label}."
        if value.beletsel
        else f"De boete is {dutch_amount(value.bedrag)}. Hoe verwijtbaar het is, verandert dat "
        "niet."
    )
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=BEDRAG.bron)
