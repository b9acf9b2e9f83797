"""How far the rules reach: by article, by row of the table of the law, and what is left out."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from schakel.wet.bron import REGELINGEN
from schakel.wet.catalogus import Regel, get_regel, list_regels

NUMMER = re.compile(r"(\d+)")
KORT = 3
"""Shorter words, as PIP or Ri, stand in the middle of too many others."""


NAMEN: Mapping[str, str] = {
    "Wi2021": "Wet inburgering 2021",
    "Bi": "Besluit inburgering 2021",
    "Ri": "Regeling inburgering 2021",
    "Pw": "Participatiewet",
    "Awb": "Algemene wet bestuursrecht",
    "Atw": "Algemene termijnenwet",
    "AOW": "Algemene Ouderdomswet",
    "DUO": "Voorwaarden van DUO voor berichten",
}
"""The laws in full; one that is not here is shown by its short name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGerekend:
    """Something in the law that no rule reckons with, and why."""

    wat: str
    bron: str
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaats:
    """One article, and the rules that name it, by title.

    :param regeling: short name of the law, as in `Artikel`
    :param artikel: its number, as "14" or "4:113"
    """

    regeling: str
    artikel: str
    regels: Sequence[Regel]

    @property
    def wet(self) -> str:
        """The law in full."""
        return NAMEN.get(self.regeling, self.regeling)


@cache
def list_rijen() -> Mapping[str, Sequence[Regel]]:
    """Return per row of the table of the law the rules that hold it.

    :raises LookupError: for a rule that is not there
    """
    rows: Mapping[str, Sequence[str]] = _gelezen()["rijen"]
    return {row: tuple(_regel(naam) for naam in namen) for row, namen in rows.items()}


@cache
def list_niet_gerekend() -> tuple[NietGerekend, ...]:
    """Return what Schakel does not reckon, each with the reason."""
    return tuple(NietGerekend(**one) for one in _gelezen()["niet"])


@cache
def list_plaatsen() -> tuple[Plaats, ...]:
    """Return every article that a rule names: the own law first, then by number."""
    found: dict[tuple[str, str], dict[str, Regel]] = defaultdict(dict)
    for regel in list_regels():
        for bron in regel.artikelen:
            found[bron.regeling, bron.artikel][regel.naam] = regel
    return tuple(
        Plaats(
            regeling=regeling,
            artikel=artikel,
            regels=tuple(sorted(regels.values(), key=lambda regel: regel.titel)),
        )
        for (regeling, artikel), regels in sorted(found.items(), key=lambda one: _order(*one[0]))
    )


def search_regels(snippet: str) -> tuple[Regel, ...]:
    """Return the rules that have every word of the snippet in their title, text or articles.

    :param snippet: words as people type them; an empty one finds all
    """
    words = snippet.casefold().split()
    return tuple(
        regel for regel in list_regels() if all(_has(_tekst(regel), word) for word in words)
    )


def _has(tekst: str, word: str) -> bool:
    """A number or a short word is found whole: who seeks article 1 does not mean 11."""
    if word[0].isdigit() or len(word) <= KORT:
        return re.search(rf"(?<![\w.:]){re.escape(word)}(?![\w:]|\.\d)", tekst) is not None
    return word in tekst


def _tekst(regel: Regel) -> str:
    parts = (regel.titel, regel.naam, regel.wat, regel.bron, *map(str, regel.artikelen))
    return " ".join(parts).casefold()


def _order(regeling: str, artikel: str) -> tuple[int, str, list[tuple[int, str]]]:
    known = list(REGELINGEN)
    place = known.index(regeling) if regeling in known else len(known)
    parts = NUMMER.split(artikel)
    return place, regeling, [(int(part), "") if part.isdigit() else (0, part) for part in parts]


def _regel(naam: str) -> Regel:
    found = get_regel(naam)
    if found is None:
        raise LookupError(naam)
    return found


@cache
def _gelezen() -> Mapping[str, Any]:
    source = resources.files("schakel.wet") / "dekking.yaml"
    found: Mapping[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return found
