"""All that is held of one person, as it is told: by table, in words, with where it came from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

Waarde = str | int | bool | date | datetime | None

SLEUTEL = "een nummer waarmee de database rijen verbindt; het zegt niets over iemand"
ELDERS = "hetzelfde staat al elders in dit overzicht"
AFGELEID = "een kopie in andere letters, om te zoeken en te sorteren"
VOLUIT = {
    "pip": "PIP", "lbt": "leerbaarheidstoets", "brp": "BRP", "duo": "DUO", "pvt": "PVT",
    "map": "MAP", "hvw28": "Huisvestingswet", "knm": "KNM", "vve": "VVE",
}  # fmt: skip
"""How the parts of a code are read that are no words."""


class Proza(NamedTuple):
    """Words that someone typed, in which someone else may be named; `sleutel` finds them again."""

    sleutel: str
    kop: str
    tekst: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One thing that is held.

    :param wat: what it is, in one line
    :param op: the day that it is about, or None
    :param bron: where it came from, without the name of a medewerker, or ""
    :param vastgelegd: when it was written down, or None where that is not kept
    :param velden: heading and value, in order; what is empty is not told
    :param proza: what someone typed
    """

    wat: str
    op: date | None = None
    bron: str = ""
    vastgelegd: datetime | None = None
    velden: tuple[tuple[str, Waarde], ...] = ()
    proza: tuple[Proza, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """What is told of one table: every field of it stands in `velden`, `proza` or `niet`.

    :param naam: the table in the database
    :param velden: heading by field
    :param proza: heading by field that holds what someone typed
    :param niet: why a field is not told, by field
    :param elders: it is told with another table, as `uitleg` says
    """

    naam: str
    titel: str
    uitleg: str = ""
    velden: Mapping[str, str] = field(default_factory=dict)
    proza: Mapping[str, str] = field(default_factory=dict)
    niet: Mapping[str, str] = field(default_factory=dict)
    elders: bool = False

    def regel(
        self,
        row: Any,
        *,
        wat: str,
        op: date | None = None,
        bron: str = "",
        vastgelegd: datetime | None = None,
        anders: Mapping[str, Waarde] | None = None,
    ) -> Regel:
        """Return a row of the table as it is told.

        :param anders: the words for fields that hold a code or an id
        """
        words = anders or {}
        told = [
            (kop, words[veld] if veld in words else getattr(row, veld))
            for veld, kop in self.velden.items()
        ]
        typed = [
            Proza(f"{self.naam}.{row.pk}.{veld}", kop, str(getattr(row, veld)))
            for veld, kop in self.proza.items()
            if getattr(row, veld)
        ]
        return Regel(
            wat=wat,
            op=op,
            bron=bron,
            vastgelegd=vastgelegd,
            velden=tuple((kop, value) for kop, value in told if value not in (None, "")),
            proza=tuple(typed),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderdeel:
    """What is held in one table, or nothing."""

    tabel: Tabel
    regels: Sequence[Regel] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bijlage:
    """A document as it was sent, with a file name that names nobody."""

    naam: str
    inhoud: bytes


def laatste_dag(tot: date | None) -> date | None:
    """Return the last day before an end that is exclusive; None for what has no end."""
    return None if tot is None or tot == date.max else tot - timedelta(days=1)


def in_woorden(code: str) -> str:
    """Return a code as people read it: `lbt_gepland` is "leerbaarheidstoets gepland"."""
    return " ".join(VOLUIT.get(one, one) for one in code.replace("_", " ").split(" "))


def als_kop(text: str) -> str:
    """Return a text that begins with a capital; what has capitals keeps them."""
    return text[:1].upper() + text[1:]


def proza_in(onderdelen: Iterable[Onderdeel]) -> list[tuple[Regel, Proza]]:
    """Return all that someone typed, each with the line in which it stands."""
    return [
        (regel, one)
        for onderdeel in onderdelen
        for regel in onderdeel.regels
        for one in regel.proza
    ]
