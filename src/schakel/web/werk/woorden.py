"""The points of work in words: what it is, why it is there, and where it is done."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from schakel.traject.queries.werkvoorraad import AanZet, Groep, Handeling, Puntrij
from schakel.wet.datum import dutch_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Woorden:
    """How a point of work is told.

    :param zin: what comes next, as a sentence; of what others do without its full stop
    :param stap: name of the step screen on which it is done, "pip", or "" for the dossier itself
    :param knop: what the button to it says, when the title of the step would mislead
    """

    wat: str
    zin: str
    waarom: str
    stap: str = ""
    knop: str = ""


HANDELINGEN: dict[Handeling, Woorden] = {
    Handeling.UITNODIGEN: Woorden(
        wat="Uitnodigen voor het eerste gesprek",
        zin="Nodig uit voor het eerste gesprek van de brede intake.",
        waarom="Er is nog geen gesprek geweest en er staat er geen gepland.",
        stap="uitnodigen",
    ),
    Handeling.REACTIE: Woorden(
        wat="Antwoord op de uitnodiging",
        zin="Wacht op antwoord van de inburgeraar op de uitnodiging",
        waarom="De uitnodiging is verzonden, zonder dag voor een gesprek. Kwam er antwoord? Leg de "
        "uitnodiging dan opnieuw vast, met de dag.",
        stap="uitnodigen",
        knop="Dag van het gesprek vastleggen",
    ),
    Handeling.GESPREK: Woorden(
        wat="Eerste gesprek van de brede intake",
        zin="Voer het eerste gesprek.",
        waarom="Het gesprek is gepland. Leg daarna vast hoe het is gegaan.",
        stap="gesprek",
    ),
    Handeling.OPROEP: Woorden(
        wat="Termijn van de oproep",
        zin="Wacht op de inburgeraar.",
        waarom="Er is opgeroepen met een termijn. Is die voorbij, dan volgt een waarschuwing met "
        "een nieuwe oproep, of na drie oproepen afronden zonder de inburgeraar.",
        stap="waarschuwen",
    ),
    Handeling.ONDERWERPEN: Woorden(
        wat="Brede intake afmaken",
        zin="Leg de onderwerpen van de brede intake vast die nog ontbreken.",
        waarom="Het eerste gesprek is geweest, maar nog niet elk onderwerp is vastgelegd.",
        stap="onderwerpen",
    ),
    Handeling.TOETS_PLANNEN: Woorden(
        wat="Leerbaarheidstoets plannen",
        zin="Plan de leerbaarheidstoets, of leg de uitslag vast.",
        waarom="Zonder toets of ontheffing kan het PIP niet worden vastgesteld.",
        stap="toets-plannen",
    ),
    Handeling.TOETS: Woorden(
        wat="Leerbaarheidstoets",
        zin="Neem de leerbaarheidstoets af.",
        waarom="De toets is gepland. Leg daarna vast of die is afgenomen.",
        stap="toets-afgenomen",
    ),
    Handeling.TOETS_UITSLAG: Woorden(
        wat="Uitslag van de leerbaarheidstoets",
        zin="Wacht op de uitslag van de leerbaarheidstoets van DUO",
        waarom="De toets is afgenomen; DUO heeft de uitslag nog niet gegeven.",
        stap="toets-uitslag",
    ),
    Handeling.KENNISGEVING: Woorden(
        wat="Kennisgeving van DUO",
        zin="Wacht op de kennisgeving van DUO",
        waarom="De termijn voor het PIP loopt nog niet: de kennisgeving van DUO is niet bekend.",
        stap="feit",
    ),
    Handeling.PIP_OPSTELLEN: Woorden(
        wat="PIP vaststellen",
        zin="Stel het PIP vast.",
        waarom="De brede intake is compleet en de leerbaarheidstoets is gedaan.",
        stap="pip",
    ),
    Handeling.PIP_MEELEZEN: Woorden(
        wat="Concept-PIP meelezen",
        zin="Wacht op het tweede paar ogen, dat het concept-PIP leest",
        waarom="Het concept ligt bij het tweede paar ogen.",
        stap="pip",
    ),
    Handeling.PIP_VERZENDEN: Woorden(
        wat="PIP verzenden",
        zin="Verzend het PIP en leg vast wanneer.",
        waarom="Het PIP is vastgesteld, maar nog niet verzonden. De termijn van drie jaar loopt al "
        "vanaf de dagtekening.",
        stap="pip-verzonden",
    ),
    Handeling.AANMELDEN: Woorden(
        wat="Aanmelden bij de taalaanbieder",
        zin="Meld aan bij de taalaanbieder.",
        waarom="Het PIP is vastgesteld en er is nog geen aanmelding.",
        stap="aanmelden",
    ),
    Handeling.INSCHRIJVING: Woorden(
        wat="Inschrijving bij een taalschool",
        zin="Wacht tot de inburgeraar zich inschrijft bij een taalschool",
        waarom="Een gezins- of overige migrant kiest zelf een school met keurmerk.",
        stap="inschrijving",
    ),
    Handeling.TEGENSPRAAK: Woorden(
        wat="Tegenspraak beantwoorden",
        zin="Beantwoord de tegenspraak van het tweede paar ogen.",
        waarom="Het tweede paar ogen vindt dat iets in de intake niet klopt. In de tijdlijn staat "
        "bij die regel ‘Tegenspraak beantwoorden’.",
    ),
    Handeling.AANVULLEN: Woorden(
        wat="Gegevens aanvullen",
        zin="Vul aan wat in het dossier ontbreekt.",
        waarom="In het dossier ontbreekt iets of klopt iets niet; het staat op de pagina onder "
        "‘Aan te vullen’.",
    ),
}

GROEPEN: dict[Groep, tuple[str, str]] = {
    Groep.VANDAAG: ("Afspraken vandaag", "Vandaag zijn er geen afspraken."),
    Groep.DOEN: ("Bellen of antwoorden", "Niemand wacht op een telefoontje of antwoord van u."),
    Groep.BESLISSEN: ("Beslissen", "Er valt nu niets te beslissen."),
    Groep.WACHTEN: ("Wachten op anderen", "U wacht op niemand."),
    Groep.OVER: ("Over de termijn", ""),
    Groep.SLAPEND: ("Gepland op een latere dag", ""),
}
NOTEN: dict[Groep, str] = {
    Groep.OVER: "Bij elk staat wat het plan is en wanneer. Zonder plan: kies ‘pak ik op’.",
    Groep.SLAPEND: "Dit komt op de gekozen dag vanzelf in de lijst.",
}
"""The groups that are folded, and what is said in them."""

GROEPEN_VOOR_PARTNERS = {
    **GROEPEN,
    Groep.WACHTEN: ("Waar op wordt gewacht", "Er wordt op niemand gewacht."),
}
"""A partner may be the one who is waited for."""


class Regel(TypedDict):
    """A point of work as a person reads it.

    :param wanneer: the appointment, since when it is waited for, or the last day
    :param te_laat: the last day of the term has passed
    """

    wat: str
    wanneer: str
    uiterlijk: str
    te_laat: bool
    plan: str


def regel_van(punt: Puntrij, *, op: date) -> Regel:
    """Return the line as it stands on the day `op`."""
    woorden, plan = HANDELINGEN[punt.handeling], punt.voornemen
    late = punt.uiterlijk is not None and punt.uiterlijk < op
    return Regel(
        wat=woorden.wat,
        wanneer=_wanneer(punt, op),
        uiterlijk="" if punt.uiterlijk is None else dutch_date(punt.uiterlijk),
        te_laat=late,
        plan=""
        if plan is None
        else f"{dutch_date(plan.op)}{f': {plan.plan}' if plan.plan else ''}",
    )


def _wanneer(punt: Puntrij, op: date) -> str:
    if punt.handeling is Handeling.OPROEP and punt.op is not None:
        when = "liep tot en met" if punt.op < op else "loopt tot en met"
        return f"termijn {when} {dutch_date(punt.op)}"
    if punt.op is not None:
        when = "was gepland op" if punt.op < op else "gepland op"
        return "vandaag" if punt.op == op else f"{when} {dutch_date(punt.op)}"
    if punt.aan_zet is AanZet.WIJ:
        return f"sinds {dutch_date(punt.sinds)}"
    return f"wacht sinds {dutch_date(punt.sinds)} op {punt.aan_zet.label}"
