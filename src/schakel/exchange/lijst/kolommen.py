"""The columns of the list that a gemeente keeps, and how its headings are recognised. Pure."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from schakel.base.tekst import normaal


class Kolom(StrEnum):
    """A column that means something to us, in the order in which a report names them."""

    KLANTNR = "Klantnr"
    ACHTERNAAM = "Achternaam"
    TUSSENVOEGSEL = "Tussenv."
    VOORNAAM = "Voornaam"
    GEBOREN = "Geb.datum"
    BSN = "BSN"
    V_NUMMER = "V-nummer"
    GEMEENTE = "Gemeente"
    DOELGROEP = "Doelgroep"
    VERBLIJFSSTATUS = "Verblijfsstatus"
    KENNISGEVING = "Kennisgeving DUO"
    BRP = "Inschr. BRP"
    GEHUISVEST = "Gehuisvest (taakstelling)"
    INTAKE = "Intake gestart"
    TWEEDE = "2e aanwezige"
    LBT_GEPLAND = "LBT gepland"
    LBT_AFGENOMEN = "LBT afgenomen"
    LBT_UITSLAG = "LBT uitslag"
    PIP = "PIP dagtekening"
    LEERROUTE = "Leerroute"
    AANMELDING = "Aanmelding taal"
    OPMERKINGEN = "Opmerkingen"


NODIG = (Kolom.ACHTERNAAM, Kolom.GEMEENTE, Kolom.DOELGROEP)
"""Without these no row can be read."""

_ANDERS: Mapping[Kolom, Sequence[str]] = {
    Kolom.KLANTNR: ("klantnummer", "klant nr", "clientnummer", "dossiernummer", "nr"),
    Kolom.ACHTERNAAM: ("naam", "geslachtsnaam", "familienaam"),
    Kolom.TUSSENVOEGSEL: ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "tv"),
    Kolom.VOORNAAM: ("voornamen", "roepnaam"),
    Kolom.GEBOREN: ("geboortedatum", "geb datum", "gebdatum", "geboren", "geboren op"),
    Kolom.BSN: ("burgerservicenummer", "bsn nummer", "sofinummer"),
    Kolom.V_NUMMER: ("vnummer", "v nr", "vreemdelingennummer", "ind nummer"),
    Kolom.GEMEENTE: ("gemeentecode", "woongemeente", "gem"),
    Kolom.DOELGROEP: ("groep", "categorie"),
    Kolom.VERBLIJFSSTATUS: ("verblijfstitel", "verblijfsvergunning", "status"),
    Kolom.KENNISGEVING: ("kennisgeving", "datum kennisgeving", "kennisgeving inburgeringsplicht"),
    Kolom.BRP: ("inschrijving brp", "brp", "datum brp", "inschrijfdatum brp", "vestiging"),
    Kolom.GEHUISVEST: ("gehuisvest", "taakstelling", "huisvesting"),
    Kolom.INTAKE: ("brede intake", "intake", "start intake", "datum intake", "start brede intake"),
    Kolom.TWEEDE: ("tweede aanwezige", "2e persoon", "tweede paar ogen", "vier ogen"),
    Kolom.LBT_GEPLAND: ("leerbaarheidstoets gepland", "planning lbt"),
    Kolom.LBT_AFGENOMEN: ("leerbaarheidstoets afgenomen", "lbt datum", "datum lbt", "lbt"),
    Kolom.LBT_UITSLAG: ("uitslag lbt", "uitslag leerbaarheidstoets", "uitslag"),
    Kolom.PIP: ("pip", "datum pip", "pip datum", "dagtekening pip", "dagtekening"),
    Kolom.LEERROUTE: ("route",),
    Kolom.AANMELDING: ("aanmelding", "aanmelding taalaanbieder", "aangemeld", "datum aanmelding"),
    Kolom.OPMERKINGEN: ("opmerking", "bijzonderheden", "notities", "toelichting"),
}
_BEKEND = {
    normaal(naam): kolom for kolom in Kolom for naam in (kolom.value, *_ANDERS.get(kolom, ()))
}


def match(kop: Sequence[str], *, anders: Mapping[str, Kolom] | None = None) -> dict[int, Kolom]:
    """Return which column each heading is, by its place; the first of two alike.

    A heading that says it just so comes before one that says it in other words.

    :param anders: headings that are another column than they say
    """
    told = {normaal(text): kolom for text, kolom in (anders or {}).items()}
    found = {place: told[normaal(text)] for place, text in enumerate(kop) if normaal(text) in told}
    exact = {normaal(kolom.value): kolom for kolom in Kolom}
    for words in (exact, _BEKEND):
        for place, text in enumerate(kop):
            kolom = words.get(normaal(text))
            if kolom and place not in found and kolom not in found.values():
                found[place] = kolom
    return dict(sorted(found.items()))


def missing(kolommen: Mapping[int, Kolom]) -> list[Kolom]:
    """Return which needed columns are not there."""
    return [kolom for kolom in NODIG if kolom not in kolommen.values()]
