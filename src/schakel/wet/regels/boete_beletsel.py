"""Why the college may not impose a fine, whichever of its two fines it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep, SoortOvertreding, Verwijtbaarheid
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel, boete_vervaltermijn
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
)


class Beletsel(StrEnum):
    """Why there can be no fine, in the order in which it is asked."""

    OVERLEDEN = "overleden"
    VERVALLEN = "vervallen"
    BIJSTAND_VERLAAGD = "wi27"
    GEEN_VERWIJT = "geen_verwijt"
    GEEN_INTENSITEIT = "geen_intensiteit"
    BELEID_ASIEL = "beleid_asiel_uit"
    EERSTE_OPROEP = "eerste_oproep"
    GEEN_WAARSCHUWING = "geen_waarschuwing"
    MAXIMAAL_TWEE = "maximaal_twee"
    MAXIMUM_BEREIKT = "maximum_bereikt"

    @property
    def label(self) -> str:
        return {
            "overleden": "de persoon is overleden",
            "vervallen": "de bevoegdheid is vervallen",
            "wi27": "de bijstand is voor hetzelfde verlaagd",
            "geen_verwijt": "er is geen verwijt te maken",
            "geen_intensiteit": "in het PIP staat geen intensiteit van de leerroute",
            "beleid_asiel_uit": "beleid: geen boete voor asielstatushouders",
            "eerste_oproep": "het was de eerste oproep",
            "geen_waarschuwing": "er is geen schriftelijke waarschuwing",
            "maximaal_twee": "er zijn al twee boetes bij de brede intake",
            "maximum_bereikt": "het maximum in deze termijn is bereikt",
        }[self.value]


# What holds for an asielstatushouder when the gemeente has not chosen: policy after the judgment.
ASIEL_BEBOETBAAR = Dated(
    bron=Artikel("Wi2021", "22"),
    versions={date(2022, 1, 1): True, date(2025, 7, 9): False},
    zekerheid={date(2022, 1, 1): Zekerheid.AFGELEID, date(2025, 7, 9): Zekerheid.AFGELEID},
)
OVERLEDEN = Artikel("Awb", "5:42", lid="1")
GEEN_VERWIJT = Artikel("Awb", "5:41")
SAMENLOOP = Artikel("Wi2021", "27")
INTENSITEIT = Artikel("Wi2021", "15", lid="2")


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteFeiten:
    """What must be known for any fine of the college.

    :param doelgroep: None when it is not known
    :param verwijtbaarheid: None when it was not judged
    :param overtreding: day of the violation; None when it is not known
    :param constatering: day on which it was established; None when it is not known
    :param bijstand_verlaagd: the bijstand was lowered for the same conduct (Pw 18 or 18b)
    :param asiel_beboetbaar: the gemeente imposes fines on asielstatushouders; None without a choice
    :param rapport: date of the report; None when there is none
    :param bekendmaking: day on which the fine was made known; None while it was not
    """

    doelgroep: Doelgroep | None = None
    verwijtbaarheid: Verwijtbaarheid | None = None
    overtreding: date | None = None
    constatering: date | None = None
    overleden: bool = False
    bijstand_verlaagd: bool = False
    asiel_beboetbaar: bool | None = None
    rapport: date | None = None
    bekendmaking: date | None = None


class _Zaak(NamedTuple):
    artikel: BoeteArtikel
    soort: SoortOvertreding | None
    feiten: BoeteFeiten
    op: date


class _Antwoord(NamedTuple):
    beletsel: Beletsel | None = None
    stappen: tuple[Stap, ...] = ()


def boete_beletsel(
    *,
    artikel: BoeteArtikel,
    soort: SoortOvertreding | None = None,
    feiten: BoeteFeiten,
    op: date,
) -> Uitkomst[Beletsel | None]:
    """Return the first reason why the college may not impose this fine, or None.

    Only what goes for both fines, and the intensity of the leerroute. What is asked of a brede
    intake is in `boete_brede_intake`, the maximum in `boete_maximum`.

    :param soort: of the violation; only for art. 23, None when it is not known
    :param feiten: what is known of the person and the violation
    :param op: the day of asking
    :raises Refusal: when a fact is missing without which there is no answer, or for days that
        cannot go together
    :raises NotInForce: when asked before 1 January 2022, and for a violation of before that day
    """
    _klopt(feiten, op)
    zaak = _Zaak(artikel, soort, feiten, op)
    stappen = [*_feiten(feiten), *_twijfel(feiten)]
    beletsel = None
    for vraag in VRAGEN:
        antwoord = vraag(zaak)
        stappen += antwoord.stappen
        beletsel = antwoord.beletsel
        if beletsel:
            break
    stappen.append(_slot(artikel, beletsel))
    return Uitkomst(
        value=beletsel,
        grounds=grounds_of(stappen),
        stappen=tuple(stappen),
        op=op,
        geldig_tot=ASIEL_BEBOETBAAR.next_change(op),
    )


def _klopt(feiten: BoeteFeiten, op: date) -> None:
    """Refuse days that cannot go together."""
    overtreding, constatering = feiten.overtreding, feiten.constatering
    if overtreding and constatering and constatering < overtreding:
        raise Refusal(
            "De constatering is van voor de overtreding. Controleer de datums.",
            field="constatering",
        )
    laatste = max(filter(None, (overtreding, constatering)), default=op)
    if laatste > op:
        raise Refusal(
            f"De overtreding of de constatering is van na {dutch_date(op)}, de dag waarop dit is "
            "gevraagd. Controleer de datums.",
            field="constatering" if constatering == laatste else "overtreding",
        )


def _twijfel(feiten: BoeteFeiten) -> Iterator[Stap]:
    """Give a step for each day that is earlier than it can be, but changes no answer."""
    eerste = feiten.constatering or feiten.overtreding
    if eerste and feiten.rapport and feiten.rapport < eerste:
        tekst = "Het rapport is ouder dan de overtreding of de constatering. Controleer de datums."
        yield keuze_stap(tekst, None, zekerheid=Zekerheid.ONGECONTROLEERD)
    if eerste and feiten.bekendmaking and feiten.bekendmaking < eerste:
        tekst = "De boete is ouder dan de overtreding of de constatering. Controleer de datums."
        yield keuze_stap(tekst, None, zekerheid=Zekerheid.ONGECONTROLEERD)


def _feiten(feiten: BoeteFeiten) -> Iterator[Stap]:
    groep = feiten.doelgroep.label if feiten.doelgroep else "niet bekend"
    yield feit_stap("doelgroep", f"De doelgroep is: {groep}.", None)
    verwijt = feiten.verwijtbaarheid.label if feiten.verwijtbaarheid else "niet beoordeeld"
    yield feit_stap("verwijtbaarheid", f"De verwijtbaarheid is: {verwijt}.", None)


def _overleden(zaak: _Zaak) -> _Antwoord:
    if not zaak.feiten.overleden:
        return _Antwoord()
    tekst = "Aan iemand die is overleden, wordt geen boete opgelegd."
    return _Antwoord(Beletsel.OVERLEDEN, (keuze_stap(tekst, OVERLEDEN),))


def _vervallen(zaak: _Zaak) -> _Antwoord:
    termijn = boete_vervaltermijn(
        artikel=zaak.artikel,
        overtreding=zaak.feiten.overtreding,
        constatering=zaak.feiten.constatering,
        op=zaak.feiten.bekendmaking or zaak.op,
    )
    return _Antwoord(Beletsel.VERVALLEN if termijn.value.vervallen else None, termijn.stappen)


def _bijstand(zaak: _Zaak) -> _Antwoord:
    if not zaak.feiten.bijstand_verlaagd:
        return _Antwoord()
    tekst = "De bijstand is al verlaagd voor dezelfde gedraging. Dan komt er geen boete bij."
    return _Antwoord(Beletsel.BIJSTAND_VERLAAGD, (keuze_stap(tekst, SAMENLOOP),))


def _verwijt(zaak: _Zaak) -> _Antwoord:
    verwijt = zaak.feiten.verwijtbaarheid
    if verwijt is Verwijtbaarheid.GEEN:
        tekst = "Wie geen verwijt te maken is, krijgt geen boete."
        return _Antwoord(Beletsel.GEEN_VERWIJT, (keuze_stap(tekst, GEEN_VERWIJT),))
    if verwijt is None and zaak.artikel is BoeteArtikel.INBURGERING:
        raise Refusal(
            "De verwijtbaarheid ontbreekt. Beoordeel die eerst: daarvan hangt af of er een boete "
            "kan zijn, en hoe hoog die is.",
            field="verwijtbaarheid",
        )
    return _Antwoord()


def _intensiteit(zaak: _Zaak) -> _Antwoord:
    asiel = zaak.feiten.doelgroep is Doelgroep.ASIELSTATUSHOUDER
    if zaak.artikel is not BoeteArtikel.INBURGERING or asiel:
        return _Antwoord()
    if zaak.soort is None:
        raise Refusal(
            "De soort overtreding ontbreekt. Zonder die is niet te zeggen of er een boete kan "
            "zijn.",
            field="soort",
        )
    if zaak.soort is not SoortOvertreding.INTENSITEIT_LEERROUTE:
        return _Antwoord()
    _groep_bekend(zaak)
    tekst = (
        "Alleen voor een asielstatushouder legt het PIP de intensiteit van de leerroute vast. Voor "
        "een ander is er dus geen boete als die niet wordt gehaald."
    )
    return _Antwoord(Beletsel.GEEN_INTENSITEIT, (keuze_stap(tekst, INTENSITEIT),))


def _beleid(zaak: _Zaak) -> _Antwoord:
    keuze = zaak.feiten.asiel_beboetbaar
    beboetbaar = ASIEL_BEBOETBAAR.on(zaak.op) if keuze is None else keuze
    if not beboetbaar:
        _groep_bekend(zaak)
    if zaak.feiten.doelgroep is not Doelgroep.ASIELSTATUSHOUDER:
        return _Antwoord()
    wie = "De gemeente heeft gekozen" if keuze is not None else "Zonder keuze van de gemeente geldt"
    wat = "een boete kan" if beboetbaar else "geen boete"
    tekst = (
        f"{wie}: {wat} voor asielstatushouders. Wat het arrest Keren (Hof van Justitie, 4 februari "
        "2025, C-158/23) betekent voor boetes van de gemeente, staat niet vast."
    )
    stap = keuze_stap(tekst, zaak.artikel.bron, zekerheid=Zekerheid.AFGELEID)
    return _Antwoord(None if beboetbaar else Beletsel.BELEID_ASIEL, (stap,))


def _groep_bekend(zaak: _Zaak) -> None:
    if zaak.feiten.doelgroep is None:
        raise Refusal(
            "De doelgroep ontbreekt. Zonder die is niet te zeggen of er een boete kan zijn.",
            field="doelgroep",
        )


VRAGEN: tuple[Callable[[_Zaak], _Antwoord], ...] = (
    _overleden,
    _vervallen,
    _bijstand,
    _verwijt,
    _intensiteit,
    _beleid,
)


def _slot(artikel: BoeteArtikel, beletsel: Beletsel | None) -> Stap:
    tekst = (
        f"Er kan geen {artikel.label} zijn: {beletsel.label}."
        if beletsel
        else f"Niets van wat altijd geldt, staat een {artikel.label} in de weg."
    )
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=artikel.bron)
