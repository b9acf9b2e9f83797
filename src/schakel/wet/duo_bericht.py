"""What DUO says of a message: the codes of what it refuses, and the outcome of all conditions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import Taalniveau
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, grounds_of, keuze_stap, versie_stap


class DUOFout(StrEnum):
    """Why DUO does not register a message; the label is the condition that is not met."""

    A2_BIJ_EERSTE_PIP = "A2_bij_eerste_pip"
    A2_BIJ_ONDERWIJSROUTE = "A2_bij_onderwijsroute"
    B1_BIJ_ZROUTE = "B1_bij_zroute"
    BUITEN_TERMIJN = "buiten_termijn"
    GEEN_ASIELMIGRANT = "geen_asielmigrant"
    GEEN_EIGEN_ACTUELE_PIP = "geen_eigen_actuele_pip"
    GEEN_PIP = "geen_pip"
    IN_TOEKOMST = "in_toekomst"
    INSTELLING_ONBEKEND = "instelling_onbekend"
    INTENSITEIT_NIET_TOEGESTAAN = "intensiteit_niet_toegestaan"
    INTREKKEN_NA_AFRONDING_Z = "intrekken_na_afronding_z"
    JA_ZONDER_OVERSCHRIJDING = "ja_zonder_overschrijding"
    NA_AFRONDING_Z = "na_afronding_z"
    NEE_TE_VROEG = "nee_te_vroeg"
    TERMIJN_VASTGESTELD = "termijn_vastgesteld"
    TST_VOOR_AANBOD = "tst_voor_aanbod"
    UREN_GEREGISTREERD = "uren_geregistreerd"
    VERWIJTBAAR_NIET_TOEGESTAAN = "verwijtbaar_niet_toegestaan"
    VERWIJTBAAR_VERPLICHT = "verwijtbaar_verplicht"
    VOOR_ACTUELE_PIP = "voor_actuele_pip"
    VOOR_DAGTEKENING = "voor_dagtekening"
    VOOR_INITIELE_PIP = "voor_initiele_pip"
    VOOR_START_PLICHT = "voor_start_plicht"
    VOOR_START_TERMIJN = "voor_start_termijn"
    VOOR_VESTIGING = "voor_vestiging"

    @property
    def label(self) -> str:
        return LABELS[self.value]


LABELS = {
    "A2_bij_eerste_pip": "In het allereerste PIP is niveau A2 niet toegestaan bij de B1-route",
    "A2_bij_onderwijsroute": "Niveau A2 is niet toegestaan bij de onderwijsroute",
    "B1_bij_zroute": "Niveau B1 is niet toegestaan bij de zelfredzaamheidsroute",
    "buiten_termijn": "Het taalschakeltraject begint binnen de inburgeringstermijn",
    "geen_asielmigrant": "Een inburgeringsaanbod is alleen voor een asielstatushouder",
    "geen_eigen_actuele_pip": "Het actuele PIP is van de eigen gemeente",
    "geen_pip": "Er is een PIP",
    "in_toekomst": "De datum ligt niet in de toekomst",
    "instelling_onbekend": "De instelling is bij DUO bekend, met keurmerk of als "
    "taalschakelinstelling",
    "intensiteit_niet_toegestaan": "Een geschatte intensiteit hoort alleen bij de B1-route van een "
    "asielstatushouder",
    "intrekken_na_afronding_z": "De datum is niet in te trekken als de zelfredzaamheidsroute is "
    "afgerond",
    "ja_zonder_overschrijding": "Verwijtbaar ‘Ja’ kan alleen als de inburgeringstermijn is "
    "overschreden",
    "na_afronding_z": "De datum ligt niet na de afronding van de zelfredzaamheidsroute",
    "nee_te_vroeg": "Verwijtbaar ‘Nee’ kan alleen in de laatste twee maanden van de "
    "inburgeringstermijn, of daarna",
    "termijn_vastgesteld": "Een PIP is alleen te verwijderen zolang de inburgeringstermijn niet is "
    "vastgesteld",
    "tst_voor_aanbod": "Het taalschakeltraject begint niet voor de datum van het "
    "inburgeringsaanbod",
    "uren_geregistreerd": "Een PIP is alleen te verwijderen zolang er geen cursusuren zijn "
    "geregistreerd bij het actuele aanbod",
    "verwijtbaar_niet_toegestaan": "Bij een datum binnen de inburgeringstermijn wordt verwijtbaar "
    "niet meegestuurd",
    "verwijtbaar_verplicht": "Als de inburgeringstermijn is overschreden, wordt verwijtbaar "
    "meegestuurd",
    "voor_actuele_pip": "De dagtekening ligt niet voor die van het actuele PIP",
    "voor_dagtekening": "Geen datum van het aanbod ligt voor de dagtekening van het actuele PIP",
    "voor_initiele_pip": "De dagtekening ligt niet voor die van het eerste PIP",
    "voor_start_plicht": "De dagtekening ligt niet voor het begin van de inburgeringsplicht",
    "voor_start_termijn": "De datum ligt niet voor het begin van de inburgeringstermijn",
    "voor_vestiging": "De dagtekening ligt niet voor de vestiging in de gemeente",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorwaarde:
    """One condition of DUO, laid beside the facts.

    :param fout: the code when it is not met
    :param voldaan: None when a fact is missing
    :param ontbreekt: that fact, in Dutch, as the subject of a sentence: `de vestiging`
    :param nodig: True if a message cannot be called right without that fact
    """

    fout: DUOFout
    voldaan: bool | None
    ontbreekt: str = ""
    nodig: bool = False
    zekerheid: Zekerheid = Zekerheid.GELEZEN


@dataclass(frozen=True, slots=True, kw_only=True)
class DUOControle:
    """What DUO will say.

    :param fouten: sorted; empty when DUO will register the message
    :param niet_gecontroleerd: conditions that could not be laid beside a fact
    :param niveau: the level that DUO registers with a PIP; None if none, or if it is refused
    """

    fouten: tuple[DUOFout, ...]
    niet_gecontroleerd: tuple[DUOFout, ...] = ()
    niveau: Taalniveau | None = None

    @property
    def geaccepteerd(self) -> bool:
        """True if DUO will register the message."""
        return not self.fouten

    @property
    def codes(self) -> list[str]:
        """The codes of what is wrong, sorted."""
        return [fout.value for fout in self.fouten]


def duo_controle(
    regel: Dated[tuple[DUOFout, ...]],
    feiten: Iterable[Stap],
    voorwaarden: Iterable[Voorwaarde],
    op: date,
    niveau: Taalniveau | None = None,
) -> Uitkomst[DUOControle]:
    """Return the outcome of these conditions, each with its step.

    :param regel: what DUO checks in this message, by the day from which it does
    :param voorwaarden: those that the facts bring into play
    :param niveau: what DUO registers when all is well
    :raises NotInForce: when asked before DUO did so
    :raises Refusal: if nothing is wrong and a fact that is needed to say so is missing
    """
    gelden = [een for een in voorwaarden if een.fout in regel.on(op)]
    fouten = tuple(sorted({een.fout for een in gelden if een.voldaan is False}))
    onbekend = [een for een in gelden if een.voldaan is None]
    if not fouten:
        _weiger_wat_ontbreekt(onbekend)
    stappen = (
        versie_stap(regel, op, zekerheid=regel.mark_on(op)),
        *feiten,
        *_stappen(gelden, regel.bron),
        _slot(fouten),
    )
    return Uitkomst(
        value=DUOControle(
            fouten=fouten,
            niet_gecontroleerd=tuple(sorted({een.fout for een in onbekend})),
            niveau=None if fouten else niveau,
        ),
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=regel.next_change(op),
    )


def _weiger_wat_ontbreekt(onbekend: Iterable[Voorwaarde]) -> None:
    nodig = next((een for een in onbekend if een.nodig), None)
    if nodig:
        raise Refusal(f"Dit feit ontbreekt: {nodig.ontbreekt}. Vul het aan.")


def _stappen(voorwaarden: Iterable[Voorwaarde], bron: Artikel) -> Iterator[Stap]:
    for een in voorwaarden:
        gevolg = {
            True: "Daaraan is voldaan.",
            False: "Daaraan is niet voldaan.",
            None: f"Dat is niet gecontroleerd, want dit is niet bekend: {een.ontbreekt}.",
        }[een.voldaan]
        yield keuze_stap(f"{een.fout.label}. {gevolg}", bron, zekerheid=een.zekerheid)


def _slot(fouten: tuple[DUOFout, ...]) -> Stap:
    if fouten:
        hoeveel = "één voorwaarde" if len(fouten) == 1 else f"{len(fouten)} voorwaarden"
        tekst = f"DUO weigert dit bericht: aan {hoeveel} is niet voldaan."
    else:
        tekst = "DUO registreert dit bericht, voor zover dat hier te zien is."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst)


def sinds(gelezen: date, fouten: tuple[DUOFout, ...], bron: Artikel) -> Dated[tuple[DUOFout, ...]]:
    """Return conditions as DUO published them on a day; that they held before is our reading."""
    begin = date(2022, 1, 1)
    return Dated(
        bron=bron,
        versions={begin: fouten, gelezen: fouten},
        zekerheid={begin: Zekerheid.AFGELEID},
    )
