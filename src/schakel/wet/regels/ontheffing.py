"""Whether DUO relieves someone of the inburgeringsplicht, or of a part, on medical grounds."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

BESLUIT = Artikel("Wi2021", "5", lid="1")
GEHEEL = Artikel("Bi", "2.7", lid="2")
GEDEELTE = Artikel("Bi", "2.7", lid="3")
PARTICIPATIE = Artikel("Bi", "2.7", lid="3", onder="c")
ALLE_TAALONDERDELEN = 4
MAXIMUM_TAALONDERDELEN = Dated(
    bron=Artikel("Bi", "2.7", lid="3", onder="a"), versions={date(2022, 1, 1): 3}
)


class Ontheffing(StrEnum):
    """How far the relief goes (Wi2021 art. 5 lid 1)."""

    VOLLEDIG = "volledig"
    GEDEELTELIJK = "gedeeltelijk"


def ontheffing(
    *,
    geheel: bool,
    taalonderdelen: int,
    participatie: bool,
    leerroute: Leerroute | None,
    doelgroep: Doelgroep | None = None,
    op: date,
) -> Uitkomst[Ontheffing | None]:
    """Return the medical relief that DUO is expected to give, or None (art. 5 Wi2021; Bi 2.7).

    "Not able" is: not within five years after the application. Relief for special individual
    circumstances (Bi 2.8) cannot be foretold, and relief of KNM is not among the facts.

    :param geheel: not able to meet the whole plicht
    :param taalonderdelen: how many of the four language parts someone is not able to do
    :param participatie: not able to do the participation part of the zelfredzaamheidsroute
    :param leerroute: of the PIP: it says which parts there are; None when not known, and then each
        part may be there
    :param doelgroep: only asielstatushouders have the participation part; None when not known
    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: for more than four language parts
    """
    if taalonderdelen > ALLE_TAALONDERDELEN:
        tekst = "Er zijn vier taalonderdelen. Geef een aantal van nul tot en met vier."
        raise Refusal(tekst, field="taalonderdelen")
    versie = versie_stap(MAXIMUM_TAALONDERDELEN, op)
    delen = [
        *_taal(taalonderdelen, leerroute, MAXIMUM_TAALONDERDELEN.on(op)),
        *(_participatie(leerroute, doelgroep) if participatie else ()),
    ]
    value = _value(geheel, any(kan for kan, _ in delen))
    stappen = (
        versie,
        *_feiten(geheel, taalonderdelen, participatie, leerroute),
        *(_geheel() if geheel else (stap for _, stap in delen)),
        keuze_stap("DUO beslist over de ontheffing. Dit is wat wij verwachten.", BESLUIT),
        Stap(soort=StapSoort.UITKOMST, tekst=_slot(value)),
    )
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _value(geheel: bool, gedeelte: bool) -> Ontheffing | None:
    if geheel:
        return Ontheffing.VOLLEDIG
    return Ontheffing.GEDEELTELIJK if gedeelte else None


def _geheel() -> tuple[Stap, ...]:
    tekst = "Wie binnen vijf jaar na de aanvraag niet aan de plicht kan voldoen, wordt ontheven."
    return (keuze_stap(tekst, GEHEEL),)


def _taal(aantal: int, leerroute: Leerroute | None, maximum: int) -> Iterator[tuple[bool, Stap]]:
    """Give whether the language parts are a ground, and the step that says why."""
    if not aantal:
        return
    if leerroute is Leerroute.ZELFREDZAAMHEID:
        tekst = "In de zelfredzaamheidsroute zijn de taalonderdelen geen deel van de plicht."
        yield False, keuze_stap(tekst, GEDEELTE, zekerheid=Zekerheid.AFGELEID)
    elif aantal > maximum:
        tekst = (
            f"Een gedeeltelijke ontheffing gaat over ten hoogste {maximum} van de vier "
            "taalonderdelen. Of een gehele ontheffing mogelijk is, beoordeelt DUO."
        )
        yield False, keuze_stap(tekst, MAXIMUM_TAALONDERDELEN.bron, zekerheid=Zekerheid.AFGELEID)
    else:
        tekst = f"Ontheffing is mogelijk voor ten hoogste {maximum} van de vier taalonderdelen."
        yield True, keuze_stap(tekst, MAXIMUM_TAALONDERDELEN.bron)


def _participatie(
    leerroute: Leerroute | None, doelgroep: Doelgroep | None
) -> Iterator[tuple[bool, Stap]]:
    """Give whether the participation part is a ground, and the step that says why."""
    andere_route = leerroute not in {None, Leerroute.ZELFREDZAAMHEID}
    if andere_route or doelgroep is Doelgroep.GEZINSMIGRANT_OVERIG:
        tekst = (
            "Alleen asielstatushouders in de zelfredzaamheidsroute hebben een participatiegedeelte."
        )
        yield False, keuze_stap(tekst, PARTICIPATIE)
    else:
        tekst = (
            "Ontheffing is mogelijk van het participatiegedeelte van de zelfredzaamheidsroute. Het "
            "PVT en de MAP blijven verplicht."
        )
        yield True, keuze_stap(tekst, PARTICIPATIE)


def _feiten(
    geheel: bool, taalonderdelen: int, participatie: bool, leerroute: Leerroute | None
) -> Iterator[Stap]:
    wel = "Binnen vijf jaar na de aanvraag niet haalbaar"
    if geheel:
        yield feit_stap("geheel", f"{wel}: de hele plicht.", None)
    if taalonderdelen:
        yield feit_stap("taalonderdelen", f"{wel}: taalonderdelen, {taalonderdelen} van 4.", None)
    if participatie:
        yield feit_stap("participatie", f"{wel}: het participatiegedeelte.", None)
    if not (geheel or taalonderdelen or participatie):
        tekst = "Er is geen medische belemmering of beperking vastgesteld."
        yield feit_stap("geheel", tekst, None)
    if leerroute:
        yield feit_stap("leerroute", f"De leerroute is de {leerroute.label}.", None)


def _slot(value: Ontheffing | None) -> str:
    return {
        None: "Er is geen grond voor een medische ontheffing.",
        Ontheffing.VOLLEDIG: "Naar verwachting geeft DUO een gehele ontheffing.",
        Ontheffing.GEDEELTELIJK: "Naar verwachting geeft DUO een gedeeltelijke ontheffing.",
    }[value]
