"""Before which day the college must have established the PIP."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date, dutch_weekday
from schakel.wet.lijsten import GrondslagPIPTermijn, Verblijfsvergunning
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

WISSELING = date(2023, 1, 1)
MISSCHIEN_AL = date(2022, 12, 8)

DUUR = Dated(
    bron=Artikel("Bi", "5.3", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=10, eenheid=Eenheid.WEKEN, rang=Rang.AMVB)},
)
DUUR_NA_DERDE = Dated(
    bron=Artikel("Bi", "5.3", lid="2"),
    versions={WISSELING: Duur(aantal=2, eenheid=Eenheid.WEKEN, rang=Rang.AMVB)},
)
VERHUIZING = Dated(
    bron=Artikel("Bi", "5.3"),
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.3", lid="2"),
        WISSELING: Artikel("Bi", "5.3", lid="3"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPTermijnFeiten:
    """What must be known of someone to count this termijn.

    :param gehuisvest_hvw28: is, or is to be, housed under art. 28 Huisvestingswet 2014
    :param kennisgeving: day on which DUO notified the person of the plicht in writing
    :param inschrijving_brp: first registration as a resident, in any gemeente
    :param inschrijving_hvw28: registration in the gemeente of art. 28 Hvw
    :param wacht_op_derde: the PIP cannot reasonably be made without information of a third party;
        it stays True when that information has come
    :param pip_voor_verhuizing: a PIP had been made before the move
    :param inschrijving_na_verhuizing: latest registration in another gemeente; no move before that
    """

    vergunning: Verblijfsvergunning | None
    gehuisvest_hvw28: bool
    kennisgeving: date | None
    inschrijving_brp: date | None
    inschrijving_hvw28: date | None
    wacht_op_derde: bool = False
    informatie_derde_ontvangen: date | None = None
    pip_voor_verhuizing: bool = False
    inschrijving_na_verhuizing: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPTermijn:
    """The outcome.

    :param laatste_dag: last day on which the PIP is in time (inclusive); None while it is open
    :param gewone_laatste_dag: the same without the exception for information of a third party
    :param begin: the day from which the weeks are counted, itself not counted
    """

    laatste_dag: date | None
    gewone_laatste_dag: date | None
    grondslag: GrondslagPIPTermijn
    begin: date | None


class _Aanvang(NamedTuple):
    grondslag: GrondslagPIPTermijn
    begin: date | None
    stappen: tuple[Stap, ...]


class _Einde(NamedTuple):
    dag: date | None
    stappen: tuple[Stap, ...] = ()


def pip_termijn(
    *, feiten: PIPTermijnFeiten, op: date, extra: Mapping[date, str] = GEEN_EXTRA
) -> Uitkomst[PIPTermijn]:
    """Return before which day the PIP must be established (art. 5.3 Bi).

    The day of asking chooses the version, also for a termijn that already ran on 1 January 2023.

    :param feiten: what is known of the person
    :param op: the day of asking
    :param extra: equated days that an administrator added
    :raises NotInForce: when asked before 1 January 2022, or with a start before 2010
    """
    aanvang = _verhuizing(feiten, op) or VERSIES.on(op)(feiten)
    gewoon = _gewoon(aanvang, op, extra)
    einde = _met_derde(feiten, aanvang, gewoon, op, extra)
    stappen = (
        versie_stap(VERSIES, op),
        *_overgang(feiten, aanvang, op),
        *aanvang.stappen,
        *_verhuisd_zonder_pip(feiten, op),
        *gewoon.stappen,
        *einde.stappen,
        _slot(einde),
    )
    return Uitkomst(
        value=PIPTermijn(
            laatste_dag=einde.dag,
            gewone_laatste_dag=gewoon.dag,
            grondslag=aanvang.grondslag,
            begin=aanvang.begin,
        ),
        grounds=grounds_of(stappen[1:]),
        stappen=stappen,
        op=op,
        geldig_tot=VERSIES.next_change(op),
    )


def _sinds_2022(feiten: PIPTermijnFeiten) -> _Aanvang:
    if feiten.vergunning is Verblijfsvergunning.ASIEL_BEPAALD:
        tekst = (
            "Bij een asielvergunning voor bepaalde tijd telt de inschrijving in de gemeente van "
            "huisvesting."
        )
        stappen = (_feit_hvw28(feiten), keuze_stap(tekst, DUUR.bron))
        return _Aanvang(GrondslagPIPTermijn.BRP_HVW28, feiten.inschrijving_hvw28, stappen)
    brp = feiten.inschrijving_brp
    tekst = f"is van {dutch_date(brp)}" if brp else "is niet bekend"
    stappen = (
        feit_stap("inschrijving_brp", f"De inschrijving in de BRP {tekst}.", brp),
        keuze_stap("De termijn telt vanaf de inschrijving in de BRP.", DUUR.bron),
    )
    return _Aanvang(GrondslagPIPTermijn.BRP, brp, stappen)


def _sinds_2023(feiten: PIPTermijnFeiten) -> _Aanvang:
    dag = feiten.kennisgeving
    if dag is None:
        feit = feit_stap("kennisgeving", "Een kennisgeving van DUO is niet bekend.", None)
        keuze = keuze_stap("Zonder kennisgeving van DUO begint de termijn niet.", DUUR.bron)
        return _Aanvang(GrondslagPIPTermijn.GEEN_KENNISGEVING, None, (feit, keuze))
    tekst = f"DUO heeft de inburgeringsplicht op {dutch_date(dag)} schriftelijk gemeld."
    feit = feit_stap("kennisgeving", tekst, dag)
    if not feiten.gehuisvest_hvw28:
        keuze = keuze_stap("De termijn telt vanaf de kennisgeving van DUO.", DUUR.bron)
        return _Aanvang(GrondslagPIPTermijn.KENNISGEVING, dag, (feit, keuze))
    ingeschreven = feiten.inschrijving_hvw28
    stappen = (feit, _feit_hvw28(feiten))
    if ingeschreven is not None and ingeschreven <= dag:
        tekst = "Die inschrijving was er al op de dag van de kennisgeving, en die dag telt dus."
        keuze = keuze_stap(tekst, DUUR.bron)
        return _Aanvang(GrondslagPIPTermijn.KENNISGEVING, dag, (*stappen, keuze))
    tekst = "Die inschrijving was er nog niet op de dag van de kennisgeving, en telt dus als begin."
    keuze = keuze_stap(tekst, DUUR.bron)
    return _Aanvang(GrondslagPIPTermijn.BRP_HVW28, ingeschreven, (*stappen, keuze))


VERSIES: Dated[Callable[[PIPTermijnFeiten], _Aanvang]] = Dated(
    bron=Artikel("Bi", "5.3"),
    versions={date(2022, 1, 1): _sinds_2022, WISSELING: _sinds_2023},
    zekerheid={WISSELING: Zekerheid.AFGELEID},
)


def _verhuizing(feiten: PIPTermijnFeiten, op: date) -> _Aanvang | None:
    dag = feiten.inschrijving_na_verhuizing
    if dag is None or not feiten.pip_voor_verhuizing:
        return None
    feit = feit_stap(
        "inschrijving_na_verhuizing",
        f"De inschrijving in de nieuwe gemeente is van {dutch_date(dag)}.",
        dag,
    )
    tekst = "Voor de verhuizing was al een PIP opgesteld, dus telt de termijn vanaf die dag."
    return _Aanvang(
        GrondslagPIPTermijn.VERHUIZING, dag, (feit, keuze_stap(tekst, VERHUIZING.on(op)))
    )


def _feit_hvw28(feiten: PIPTermijnFeiten) -> Stap:
    dag = feiten.inschrijving_hvw28
    tekst = f"is van {dutch_date(dag)}" if dag else "is niet bekend"
    return feit_stap(
        "inschrijving_hvw28", f"De inschrijving in de gemeente van huisvesting {tekst}.", dag
    )


def _verhuisd_zonder_pip(feiten: PIPTermijnFeiten, op: date) -> Iterator[Stap]:
    if feiten.inschrijving_na_verhuizing is not None and not feiten.pip_voor_verhuizing:
        yield keuze_stap(
            "Voor de verhuizing was nog geen PIP opgesteld, dus loopt de eerste termijn door.",
            VERHUIZING.on(op),
            zekerheid=Zekerheid.AFGELEID,
        )


def _overgang(feiten: PIPTermijnFeiten, aanvang: _Aanvang, op: date) -> Iterator[Stap]:
    """Give the step that the day of the change is our reading, where it changes the answer."""
    if aanvang.grondslag is GrondslagPIPTermijn.VERHUIZING or not _wisseling_telt(feiten, op):
        return
    yield keuze_stap(
        "Deze tekst kan ook al op 8 december 2022 zijn vervangen."
        if op < WISSELING
        else "Voor een termijn die op 1 januari 2023 al liep is geen overgangsrecht gevonden. De "
        "nieuwe tekst is ook daarop toegepast.",
        VERSIES.bron,
        zekerheid=Zekerheid.AFGELEID,
    )


def _wisseling_telt(feiten: PIPTermijnFeiten, op: date) -> bool:
    oud, nieuw = _sinds_2022(feiten).begin, _sinds_2023(feiten).begin
    if oud == nieuw and not feiten.wacht_op_derde:
        return False
    if op < WISSELING:
        return op >= MISSCHIEN_AL
    liep_al = oud is not None and oud < WISSELING <= DUUR.on(WISSELING).after(oud)
    return liep_al or (nieuw is not None and nieuw < WISSELING)


def _weken_na(begin: date, duur: Duur, bron: Artikel, extra: Mapping[date, str]) -> _Einde:
    geteld = duur.after(begin)
    atw = termijnverlenging(laatste_dag=geteld, duur=duur, extra=extra)
    tekst = f"De termijn is {duur}: tot en met {dutch_weekday(geteld)} {dutch_date(geteld)}."
    stap = Stap(soort=StapSoort.DUUR, tekst=tekst, dag=geteld, bron=bron)
    tussen = {StapSoort.KEUZE, StapSoort.VERSCHUIVING}
    return _Einde(atw.value, (stap, *(step for step in atw.stappen if step.soort in tussen)))


def _gewoon(aanvang: _Aanvang, op: date, extra: Mapping[date, str]) -> _Einde:
    if aanvang.begin is None:
        return _Einde(None)
    verhuisd = aanvang.grondslag is GrondslagPIPTermijn.VERHUIZING
    bron = VERHUIZING.on(op) if verhuisd else DUUR.bron
    return _weken_na(aanvang.begin, DUUR.on(op), bron, extra)


def _met_derde(
    feiten: PIPTermijnFeiten,
    aanvang: _Aanvang,
    gewoon: _Einde,
    op: date,
    extra: Mapping[date, str],
) -> _Einde:
    """Return the end that information of a third party gives, where the law knows that."""
    if not feiten.wacht_op_derde or gewoon.dag is None:
        return _Einde(gewoon.dag)
    if op < WISSELING or aanvang.grondslag is GrondslagPIPTermijn.VERHUIZING:
        tekst = "Wachten op informatie van een derde verandert deze termijn niet."
        return _Einde(gewoon.dag, (keuze_stap(tekst, VERSIES.bron),))
    dag = feiten.informatie_derde_ontvangen
    if dag is None:
        tekst = "Het PIP wacht op informatie van een derde, dus staat de termijn open."
        return _Einde(None, (keuze_stap(tekst, DUUR_NA_DERDE.bron),))
    feit = feit_stap(
        "informatie_derde_ontvangen",
        f"De informatie van een derde is ontvangen op {dutch_date(dag)}.",
        dag,
    )
    einde = _weken_na(dag, DUUR_NA_DERDE.on(op), DUUR_NA_DERDE.bron, extra)
    later = max(einde.dag or gewoon.dag, gewoon.dag)
    keuze = keuze_stap(
        f"De laatste van beide dagen telt: {dutch_date(later)}.",
        DUUR_NA_DERDE.bron,
        zekerheid=Zekerheid.AFGELEID if dag <= gewoon.dag < later else Zekerheid.GELEZEN,
    )
    return _Einde(later, (feit, *einde.stappen, keuze))


def _slot(einde: _Einde) -> Stap:
    tekst = (
        f"Het PIP moet uiterlijk op {dutch_weekday(einde.dag)} {dutch_date(einde.dag)} zijn "
        "vastgesteld."
        if einde.dag
        else "Er is nog geen laatste dag voor het PIP."
    )
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=einde.dag)
