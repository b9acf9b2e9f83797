"""Who is inburgeringsplichtig."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import add_years, dutch_date
from schakel.wet.lijsten import Verblijfsvergunning
from schakel.wet.regels.aow_leeftijd import aow_leeftijd
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

UITGEZONDERD = Artikel("Wi2021", "3", lid="2")
VERBLIJF = Artikel("Wi2021", "3", lid="1")
DUURZAAM = Artikel("Wi2021", "3", lid="1", onder="a")
BEDIENAAR = Artikel("Wi2021", "3", lid="1", onder="b")
NOOIT_TIJDELIJK = Artikel("Bi", "2.2", lid="3")
DUO_STELT_VAST = Artikel("Bi", "9.1", lid="2")

DOEL_BEDIENAAR = "geestelijke_bedienaar"
NIET_TIJDELIJK = ("gezinslid", "niet_tijdelijk_overig", DOEL_BEDIENAAR)
# In the order of the article.
TIJDELIJK = (
    "gezin_bij_tijdelijk",
    "zelfstandige",
    "kennismigrant",
    "blauwe_kaart",
    "seizoenarbeid",
    "overplaatsing",
    "loondienst",
    "grensoverschrijdende_dienst",
    "onderzoek",
    "lerend_werken",
    "militair_burgerpersoneel",
    "studie",
    "zoeken_arbeid",
    "uitwisseling",
    "medische_behandeling",
    "tijdelijk_humanitair",
    "wachten_rwn17",
)
MINIMUMLEEFTIJD = Dated(bron=VERBLIJF, maat=Maat.JAREN, versions={date(2022, 1, 1): 16})
# The rich foreigner is in the text of 1 January 2024 and not in that of 17 April 2024.
TIJDELIJKE_DOELEN: Dated[tuple[str, ...]] = Dated(
    bron=Artikel("Bi", "2.2", lid="1"),
    versions={
        date(2022, 1, 1): (*TIJDELIJK, "vermogende_vreemdeling"),
        date(2024, 4, 17): TIJDELIJK,
    },
    zekerheid={date(2024, 4, 17): Zekerheid.AFGELEID},
)


class Nationaliteit(StrEnum):
    """The groups of nationalities that art. 3 lid 2 Wi2021 tells apart."""

    DERDE_LAND = "derde_land"
    EU_EER_CH = "eu_eer_ch"

    @property
    def label(self) -> str:
        return {"derde_land": "een ander land", "eu_eer_ch": "EU, EER of Zwitserland"}[self.value]


class RedenPlicht(StrEnum):
    """Why someone is inburgeringsplichtig, or is not (art. 3 Wi2021)."""

    EU_BURGER = "eu_burger"
    EU_GEZINSLID = "eu_gezinslid"
    EU_LTR_VOLDAAN = "eu_ltr_voldaan"
    TE_JONG = "te_jong"
    AOW = "aow"
    TIJDELIJK_DOEL = "tijdelijk_doel"
    GEEN_VERBLIJF = "geen_verblijf"
    JA = "ja"

    @property
    def plichtig(self) -> bool:
        return self is RedenPlicht.JA


@dataclass(frozen=True, slots=True, kw_only=True)
class PlichtFeiten:
    """What decides on the plicht.

    :param doel: restriction of the regular permit; "" is not known
    :param familielid_vrij_verkeer: third-country family member with a right of free movement
    :param eu_ltr_voldaan: met an inburgeringsvereiste in another EU or EER state
    """

    nationaliteit: Nationaliteit | None
    geboortedatum: date | None
    vergunning: Verblijfsvergunning | None
    doel: str = ""
    familielid_vrij_verkeer: bool = False
    eu_ltr_voldaan: bool = False


Keuze = tuple[RedenPlicht, tuple[Stap, ...]]


def inburgeringsplicht(*, feiten: PlichtFeiten, op: date) -> Uitkomst[RedenPlicht]:
    """Return whether someone is inburgeringsplichtig on a day, and why (art. 3 Wi2021; Bi 2.2).

    The first reason against it counts, in the order of `RedenPlicht`; a fact is asked for only when
    no earlier reason decides. DUO establishes the plicht: this is what we expect of it. That a
    plicht lives on after a break (Bi 2.1) is not judged here.

    :param op: the day of asking: 16 is reached on the birthday, the AOW age on its first day
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: for a fact that is needed and missing, or a purpose that is in no list
    """
    versie = versie_stap(MINIMUMLEEFTIJD, op)
    reden, keuzes = _uitgezonderd(feiten) or _leeftijd(feiten, op) or _verblijf(feiten, op)
    duo = keuze_stap("DUO stelt de plicht vast. Dit is wat wij verwachten.", DUO_STELT_VAST)
    niet = "" if reden.plichtig else "niet "
    slot = Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"Naar verwachting is deze persoon op {dutch_date(op)} {niet}inburgeringsplichtig.",
    )
    stappen = (versie, *_feiten(feiten), *keuzes, duo, slot)
    return Uitkomst(
        value=reden,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=TIJDELIJKE_DOELEN.next_change(op),
    )


def _uitgezonderd(feiten: PlichtFeiten) -> Keuze | None:
    if feiten.nationaliteit is Nationaliteit.EU_EER_CH:
        tekst = "Wie burger is van een EU- of EER-land of Zwitserland, hoeft niet in te burgeren."
        return RedenPlicht.EU_BURGER, (keuze_stap(tekst, UITGEZONDERD),)
    if feiten.familielid_vrij_verkeer:
        tekst = "Wie hier mag zijn als familielid van een EU-burger, hoeft niet in te burgeren."
        return RedenPlicht.EU_GEZINSLID, (keuze_stap(tekst, UITGEZONDERD),)
    if feiten.eu_ltr_voldaan:
        tekst = "In een ander EU- of EER-land is al aan een inburgeringsvereiste voldaan."
        return RedenPlicht.EU_LTR_VOLDAAN, (keuze_stap(tekst, UITGEZONDERD),)
    if feiten.nationaliteit is None:
        raise _ontbreekt("de nationaliteit", "nationaliteit")
    return None


def _leeftijd(feiten: PlichtFeiten, op: date) -> Keuze | None:
    if feiten.geboortedatum is None:
        raise _ontbreekt("de geboortedatum", "geboortedatum")
    aow = aow_leeftijd(geboortedatum=feiten.geboortedatum, op=op)
    minimum = MINIMUMLEEFTIJD.on(op)
    dag = add_years(feiten.geboortedatum, minimum)
    if op < dag:
        tekst = f"De plicht kan pas ontstaan vanaf {minimum} jaar: op {dutch_date(dag)}."
        return RedenPlicht.TE_JONG, (keuze_stap(tekst, VERBLIJF),)
    if aow.value.bereikt:
        tekst = "Wie de AOW-leeftijd heeft bereikt, is niet inburgeringsplichtig."
        return RedenPlicht.AOW, (*aow.stappen[1:-1], keuze_stap(tekst, VERBLIJF))
    return None


def _verblijf(feiten: PlichtFeiten, op: date) -> Keuze:
    if feiten.vergunning is None:
        raise _ontbreekt("de verblijfsvergunning", "vergunning")
    if feiten.vergunning is Verblijfsvergunning.ASIEL_BEPAALD:
        tekst = "Een verblijf met een asielvergunning is nooit tijdelijk"
        tekst += ", welk verblijfsdoel er ook bij staat." if feiten.doel else "."
        return RedenPlicht.JA, (_leeftijd_stap(), keuze_stap(tekst, NOOIT_TIJDELIJK))
    if feiten.vergunning is not Verblijfsvergunning.ASIEL_ONBEPAALD and (
        feiten.doel in TIJDELIJKE_DOELEN.on(op)
    ):
        tekst = f"Het verblijfsdoel {_woorden(feiten.doel)} is tijdelijk."
        keuzes = versie_stap(TIJDELIJKE_DOELEN, op), keuze_stap(tekst, TIJDELIJKE_DOELEN.bron)
        return RedenPlicht.TIJDELIJK_DOEL, keuzes
    if feiten.vergunning is Verblijfsvergunning.REGULIER_BEPAALD:
        return _regulier(feiten.doel)
    return RedenPlicht.GEEN_VERBLIJF, (_geen_verblijf(feiten.vergunning),)


def _regulier(doel: str) -> Keuze:
    if not doel:
        raise _ontbreekt("het verblijfsdoel", "doel")
    if doel not in NIET_TIJDELIJK:
        raise Refusal(
            f"Het verblijfsdoel ‘{_woorden(doel)}’ staat op deze dag in geen van de lijsten. Vraag "
            "DUO of het tijdelijk is.",
            field="doel",
        )
    if doel == DOEL_BEDIENAAR:
        tekst = "Een geestelijke bedienaar is plichtig, ook als het verblijf tijdelijk is."
        return RedenPlicht.JA, (_leeftijd_stap(), keuze_stap(tekst, BEDIENAAR))
    tekst = f"Het verblijfsdoel {_woorden(doel)} is niet tijdelijk."
    return RedenPlicht.JA, (_leeftijd_stap(), keuze_stap(tekst, DUURZAAM))


def _leeftijd_stap() -> Stap:
    tekst = "De minimumleeftijd is bereikt en de AOW-leeftijd nog niet."
    return keuze_stap(tekst, VERBLIJF)


def _geen_verblijf(vergunning: Verblijfsvergunning) -> Stap:
    tekst = "De plicht vraagt een reguliere of een asielvergunning voor bepaalde tijd."
    if vergunning is Verblijfsvergunning.GEEN:
        return keuze_stap(tekst, VERBLIJF)
    # That art. 33 Vw is art. 8 onder d, and not onder c, we know and did not read.
    tekst += " Of een plicht die al bestond doorloopt, weet DUO."
    return keuze_stap(tekst, VERBLIJF, zekerheid=Zekerheid.ONGECONTROLEERD)


def _feiten(feiten: PlichtFeiten) -> Iterator[Stap]:
    if feiten.nationaliteit:
        tekst = f"De nationaliteit is die van: {feiten.nationaliteit.label}."
        yield feit_stap("nationaliteit", tekst, None)
    if feiten.familielid_vrij_verkeer:
        tekst = "Deze persoon is familielid van een EU-burger, met recht op vrij verkeer."
        yield feit_stap("familielid_vrij_verkeer", tekst, None)
    if feiten.eu_ltr_voldaan:
        tekst = "Voor de status van EU-langdurig ingezetene is elders al ingeburgerd."
        yield feit_stap("eu_ltr_voldaan", tekst, None)
    if feiten.geboortedatum:
        tekst = f"De geboortedatum is {dutch_date(feiten.geboortedatum)}."
        yield feit_stap("geboortedatum", tekst, feiten.geboortedatum)
    if feiten.vergunning:
        tekst = f"De verblijfsvergunning is: {feiten.vergunning.label}."
        yield feit_stap("vergunning", tekst, None)
    if feiten.doel:
        yield feit_stap("doel", f"Het verblijfsdoel is: {_woorden(feiten.doel)}.", None)


def _woorden(doel: str) -> str:
    return doel.replace("_", " ")


def _ontbreekt(wat: str, field: str) -> Refusal:
    tekst = f"Om te bepalen of iemand inburgeringsplichtig is, ontbreekt {wat}. Vul dit aan."
    return Refusal(tekst, field=field)
