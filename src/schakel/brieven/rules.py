"""What a letter must hold before it can be made, without table or template."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.refusal import Refusal
from schakel.wet.datum import dutch_date

MAX_TEKENS = 10_000


class SoortDocument(StrEnum):
    """The letters that this room can make."""

    PIP = "pip"

    @property
    def label(self) -> str:
        return {"pip": "PIP"}[self.value]


SJABLOON = {SoortDocument.PIP: "pip-1"}
"""Which version of the template a new letter is made with; old letters keep their own."""

CATEGORIEEN = {
    SoortDocument.PIP: frozenset(
        {
            Gegevenscategorie.IDENTITEIT,
            Gegevenscategorie.CONTACT,
            Gegevenscategorie.VERBLIJF,
            Gegevenscategorie.TAAL,
            Gegevenscategorie.VOORTGANG,
            Gegevenscategorie.GEZIN,
            Gegevenscategorie.FINANCIEN,
            Gegevenscategorie.BEGELEIDING,
        }
    )
}
"""What may stand in a letter of this sort: who lacks one of them, is not handed the letter."""


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """A part of the PIP: its title, what was decided, and the article."""

    titel: str
    tekst: str
    bron: str


@dataclass(frozen=True, slots=True)
class Afweging:
    """Why a leerroute was chosen, or why not."""

    leerroute: str
    tekst: str
    gekozen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPBrief:
    """All that stands in the letter with a PIP, as it is printed.

    :param gemeente: name of the gemeente
    :param orgaan: who decided, in the middle of a sentence: "het college van …"
    :param namens: on whose behalf it is signed, or ""
    :param gronden: the articles, each as a reader knows it
    :param termijn_van: first day of the inburgeringstermijn
    :param meegelezen: who read along, or ""
    """

    gemeente: str
    orgaan: str
    namens: str
    ondertekenaar: str
    functie: str
    bezwaar_bij: str
    bezwaar_adres: tuple[str, ...]
    naam: str
    adres: tuple[str, ...]
    kenmerk: str
    dagtekening: date
    leerroute: str
    niveau: str
    onderdelen: tuple[Onderdeel, ...]
    afwegingen: tuple[Afweging, ...]
    motivering: str
    gronden: tuple[str, ...]
    termijn_van: date
    termijn_laatste_dag: date
    meegelezen: str = ""


_NODIG = {
    "gemeente": "de gemeente",
    "orgaan": "wie beslist",
    "ondertekenaar": "wie ondertekent",
    "functie": "de functie van wie ondertekent",
    "bezwaar_bij": "bij wie men bezwaar maakt",
    "bezwaar_adres": "het adres voor bezwaar",
    "naam": "de naam van de inburgeraar",
    "leerroute": "de leerroute",
    "gronden": "het artikel waarop het besluit rust",
}


def pip_values(brief: PIPBrief) -> Mapping[str, Any]:
    """Return what the template prints: texts cleaned, dates in words.

    :raises Refusal: if something is missing that a PIP must say, or cannot be printed
    """
    require_complete(brief)
    values: Mapping[str, Any] = _clean(asdict(brief), field="")
    return {
        **values,
        "orgaan_begin": _begin(values["orgaan"]),
        "bezwaar_bij_begin": _begin(values["bezwaar_bij"]),
        "ondertekening": values["namens"] or values["orgaan"],
        "dag": [brief.dagtekening.year, brief.dagtekening.month, brief.dagtekening.day],
        "dagtekening": dutch_date(brief.dagtekening),
        "termijn_van": dutch_date(brief.termijn_van),
        "termijn_laatste_dag": dutch_date(brief.termijn_laatste_dag),
        "termijn_begint_nu": brief.termijn_van == brief.dagtekening + timedelta(days=1),
    }


def _begin(words: str) -> str:
    """Return the words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def require_complete(brief: PIPBrief) -> None:
    """Let a letter pass that says what a decision must say.

    :raises Refusal: otherwise
    """
    for field, what in _NODIG.items():
        value = getattr(brief, field)
        if not "".join(value).strip():
            raise Refusal(f"De brief mist {what}. Vul dat eerst aan.", field=field)
    if [one.gekozen for one in brief.afwegingen].count(True) != 1:
        raise Refusal(
            "De brief moet zeggen waarom juist deze leerroute is gekozen. "
            "Vul de afweging per leerroute in.",
            field="afwegingen",
        )
    if brief.termijn_laatste_dag < brief.termijn_van:
        raise Refusal(
            "De inburgeringstermijn eindigt voor zij begint. Controleer de dagtekening.",
            field="dagtekening",
        )


def filename(soort: SoortDocument, dagtekening: date) -> str:
    """Return the name of the file: what it is and of which day, and nobody's name."""
    return f"{soort.label}-{dagtekening.isoformat()}.pdf"


def _clean(value: Any, *, field: str) -> Any:
    if isinstance(value, dict):
        return {name: _clean(one, field=field or name) for name, one in value.items()}
    if isinstance(value, tuple | list):
        return [_clean(one, field=field) for one in value]
    return _text(value, field=field) if isinstance(value, str) else value


def _text(value: str, *, field: str) -> str:
    """Return the text as it is printed: one sort of line end, accents on their letter.

    Signs that show nothing by themselves (Cf) go: they can turn the order of what is read.
    """
    if len(value) > MAX_TEKENS:
        raise Refusal(
            f"Deze tekst is langer dan {MAX_TEKENS} tekens. Kort hem in voor de brief.", field=field
        )
    lines = "\n".join(value.replace("\t", " ").splitlines())
    kept = [one for one in unicodedata.normalize("NFC", lines) if unicodedata.category(one) != "Cf"]
    for one in _unprintable(kept):
        raise Refusal(
            f"In de tekst voor de brief staat een teken dat niet te drukken is "
            f"(U+{ord(one):04X}). Haal het weg.",
            field=field,
        )
    return "".join(kept).strip()


def _unprintable(signs: list[str]) -> Iterator[str]:
    """Yield the signs that are no text: control, surrogate, private or not assigned."""
    for one in signs:
        if one != "\n" and unicodedata.category(one) in {"Cc", "Cs", "Co", "Cn"}:
            yield one
