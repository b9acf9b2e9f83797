"""What people type in a cell, as a value of ours. Pure and total: a value, or a `Fout`."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from schakel.base.bsn import Bsn
from schakel.base.refusal import Refusal
from schakel.base.tekst import normaal
from schakel.base.tijd import EERSTE_DAG, LAATSTE_DAG
from schakel.dossier.events import Precisie
from schakel.wet.lijsten import Doelgroep, Leerroute, UitslagLeerbaarheidstoets, Verblijfsvergunning
from schakel.wet.regels.doelgroep import DOEL_GEZINSLID

Cel = str | int | float | bool | date | datetime | None

BSN_CIJFERS = 9
ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OVERIG

_DAG = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_JAAR = re.compile(r"\d{4}")

_DOELGROEPEN: Mapping[str, Doelgroep] = {
    **dict.fromkeys(
        ("statushouder", "asielstatushouder", "asiel", "sh", "statushouders"), ASIEL
    ),
    **dict.fromkeys(
        (
            "gezinsmigrant", "gm", "overig", "overige migrant", "gezinsmigranten", "gezinsmigratie",
            "gezins of overige migrant", "gezins en overige migrant", "gezinsmigrant overig",
            "overige migranten", "gezins en overige migranten",
        ),
        GEZIN,
    ),
}  # fmt: skip
_LEERROUTES: Mapping[str, Leerroute] = {
    **dict.fromkeys(("b1", "b1 route", "route b1", "b1route"), Leerroute.B1),
    **dict.fromkeys(
        ("o", "o route", "onderwijs", "onderwijsroute", "onderwijs route"), Leerroute.ONDERWIJS
    ),
    **dict.fromkeys(
        ("z", "z route", "zroute", "zelfredzaamheid", "zelfredzaamheidsroute",
         "zelfredzaamheids route"),
        Leerroute.ZELFREDZAAMHEID,
    ),
}  # fmt: skip
_UITSLAGEN: Mapping[str, UitslagLeerbaarheidstoets] = {
    **dict.fromkeys(
        ("b1 haalbaar", "haalbaar", "b1 route haalbaar", "b1"),
        UitslagLeerbaarheidstoets.B1_HAALBAAR,
    ),
    **dict.fromkeys(
        ("b1 niet haalbaar", "niet haalbaar", "b1 route niet haalbaar"),
        UitslagLeerbaarheidstoets.B1_NIET_HAALBAAR,
    ),
    "onbekend": UitslagLeerbaarheidstoets.ONBEKEND,
}
JA, NEE = (
    frozenset({"ja", "j", "x", "1", "waar", "true", "yes"}),
    frozenset({"", "nee", "n", "0", "onwaar", "false", "no"}),
)


class Fout(Exception):
    """A cell that cannot be read; the text says what to do."""


class Verblijf(NamedTuple):
    """A permit, and for which purpose: `DOEL_GEZINSLID`, or "" for not known."""

    vergunning: Verblijfsvergunning
    doel: str


def tekst(cel: Cel) -> str:
    """Return a cell as text: a number without its `.0`, a moment as its day."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    if isinstance(cel, datetime):
        return cel.date().isoformat()
    if isinstance(cel, date):
        return cel.isoformat()
    return str(cel).strip()


def datum(cel: Cel) -> date | None:
    """Return the day in a cell, or None for an empty one.

    :raises Fout: for what is no day of this or a neighbouring century
    """
    text = tekst(cel)
    if not text:
        return None
    year, month, day = _getallen(text)
    return _dag(text, year, month, day)


def geboren(cel: Cel) -> tuple[date, Precisie] | None:
    """Return a birth date with what is known of it, or None for an empty cell.

    `00` for a day or month, or only a year, is partly unknown: then the first possible day.

    :raises Fout: for what is no such day
    """
    text = tekst(cel)
    if not text:
        return None
    year, month, day = (int(text), 0, 0) if _JAAR.fullmatch(text) else _getallen(text)
    known = Precisie.JAAR if not month else Precisie.MAAND if not day else Precisie.DAG
    if not month and day:
        raise Fout(f"‘{text}’ is geen geboortedatum. Schrijf dag-maand-jaar, of alleen het jaar.")
    return _dag(text, year, month or 1, day or 1), known


def _getallen(text: str) -> tuple[int, int, int]:
    found = _DAG.fullmatch(text)
    if found:
        day, month, year = (int(part) for part in found.groups())
        return year, month, day
    iso = _ISO.fullmatch(text)
    if iso:
        year, month, day = (int(part) for part in iso.groups())
        return year, month, day
    raise Fout(f"‘{text}’ is geen datum. Schrijf dag-maand-jaar, bijvoorbeeld 5-3-2024.")


def _dag(text: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        found = date.min
    if not EERSTE_DAG <= found <= LAATSTE_DAG:
        raise Fout(f"De datum ‘{text}’ bestaat niet. Controleer de dag, de maand en het jaar.")
    return found


def bsn(cel: Cel) -> str:
    """Return the nine digits, or "" for an empty cell; a number may have lost its leading zeros.

    :raises Fout: for what is no BSN; the text does not repeat it
    """
    text = re.sub(r"[\s.-]", "", tekst(cel))
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        text = text.zfill(BSN_CIJFERS)
    if not text:
        return ""
    if len(text) != BSN_CIJFERS or not text.isascii() or not text.isdigit():
        raise Fout("Een BSN heeft negen cijfers. Vul ze alle negen in, ook een nul vooraan.")
    try:
        return Bsn.parse(text).digits
    except Refusal as refusal:
        raise Fout(
            "Dit BSN voldoet niet aan de elfproef. Controleer de cijfers, of laat de cel leeg als "
            "het BSN nog niet bekend is."
        ) from refusal


def v_nummer(cel: Cel) -> str:
    """Return the ten digits, or "" for an empty cell.

    :raises Fout: for what is no V-nummer
    """
    text = re.sub(r"[\s.-]", "", tekst(cel))
    if isinstance(cel, int | float) and not isinstance(cel, bool):
        text = text.zfill(10)
    if text and not re.fullmatch(r"[0-9]{10}", text):
        raise Fout("Een V-nummer heeft tien cijfers. Dit is niet overgenomen; vul het aan.")
    return text


def gemeente(cel: Cel, bekend: Mapping[str, str]) -> str:
    """Return the CBS code of a gemeente, by name or by code.

    :param bekend: names by code
    :raises Fout: for an empty cell, or a gemeente that is not known
    """
    text = tekst(cel)
    if not text:
        raise Fout("Vul de gemeente in: de naam of de CBS-code.")
    if text.isascii() and text.isdigit() and text.zfill(4) in bekend:
        return text.zfill(4)
    words = normaal(text)
    for before in ("gemeente ", "gem "):
        words = words.removeprefix(before)
    for code, naam in bekend.items():
        if normaal(naam).replace(" ", "") == words.replace(" ", ""):
            return code
    raise Fout(f"‘{text}’ is geen gemeente die hier bekend is. Controleer de naam of de CBS-code.")


def doelgroep(cel: Cel) -> Doelgroep:
    """Return the doelgroep in a cell.

    :raises Fout: for anything else
    """
    found = _DOELGROEPEN.get(normaal(tekst(cel)))
    if found is None:
        raise Fout(
            f"‘{tekst(cel)}’ is geen doelgroep van de wet. Kies statushouder of gezinsmigrant."
            if tekst(cel)
            else "Vul de doelgroep in: statushouder of gezinsmigrant."
        )
    return found


def leerroute(cel: Cel) -> Leerroute | None:
    """Return the leerroute in a cell, or None for an empty one.

    :raises Fout: for anything else
    """
    if not tekst(cel):
        return None
    found = _LEERROUTES.get(normaal(tekst(cel)))
    if found is None:
        raise Fout(f"‘{tekst(cel)}’ is geen leerroute. Kies B1, Z of O.")
    return found


def uitslag(cel: Cel) -> UitslagLeerbaarheidstoets | None:
    """Return the result of the leerbaarheidstoets, or None for an empty cell.

    :raises Fout: for anything else
    """
    if not tekst(cel):
        return None
    found = _UITSLAGEN.get(normaal(tekst(cel)))
    if found is None:
        raise Fout(
            f"‘{tekst(cel)}’ is niet begrepen en niet overgenomen. Kies B1 haalbaar, B1 niet "
            "haalbaar of onbekend."
        )
    return found


def ja_nee(cel: Cel) -> bool:
    """Return whether a cell says yes; an empty one says no.

    :raises Fout: for anything else
    """
    words = normaal(tekst(cel))
    if words in JA | NEE:
        return words in JA
    raise Fout(f"‘{tekst(cel)}’ is niet begrepen en niet overgenomen. Kies ja of nee.")


def verblijf(cel: Cel, groep: Doelgroep | None) -> Verblijf | None:
    """Return the permit in free words, or None for an empty cell.

    A nareiziger with a regular permit joins someone with asylum: his doelgroep is asielstatushouder
    (Wi2021 13 lid 1 onder b).

    :param groep: the doelgroep that stands beside it, or None when that is not known
    :raises Fout: for words that say no permit, or another one than the doelgroep has
    """
    words = normaal(tekst(cel))
    if not words:
        return None
    nareis = "nareis" in words or "nareiziger" in words
    if "regulier" in words:
        if groep is not ASIEL or nareis:
            gezin = nareis or "partner" in words or "gezin" in words
            return Verblijf(Verblijfsvergunning.REGULIER_BEPAALD, DOEL_GEZINSLID if gezin else "")
    elif "asiel" in words and groep is not GEZIN:
        onbepaald = "onbep" in words
        return Verblijf(
            Verblijfsvergunning.ASIEL_ONBEPAALD if onbepaald else Verblijfsvergunning.ASIEL_BEPAALD,
            "",
        )
    raise Fout(
        f"‘{tekst(cel)}’ is niet begrepen, of past niet bij de doelgroep. De vergunning is niet "
        "overgenomen."
    )
