"""The answer as files: a page that anyone can open and print, the same for machines, the letters.

A page and not a PDF: in what people typed any sign of any script can stand, and all must be told.
"""

import json
import zipfile
from collections.abc import Callable, Collection
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.template.loader import render_to_string

from schakel.base.tijd import AMSTERDAM
from schakel.base.uitdraai import Onderdeel, Proza, Regel, Waarde
from schakel.toegang.inzageverzoek import Verzoek
from schakel.toegang.verwerkingen import Tabelregel, tabelregels
from schakel.wet.datum import dutch_date

Lees = Callable[[Waarde], str | int | bool | None]
WEGGELATEN = (
    "Hier staat een tekst die over iemand anders gaat. Die is weggelaten (AVG art. 15 lid 4)."
)


def pak_in(verzoek: Verzoek, *, weglaten: Collection[str], at: datetime, gemeente: str) -> bytes:
    """Return a zip with the page, the JSON and the letters.

    :param weglaten: keys of typed words that are about someone else
    """
    about = tabelregels()
    delen, machine = (
        [_deel(one, about[one.tabel.naam], weglaten, lees) for one in verzoek.onderdelen]
        for lees in (leesbaar, machinaal)
    )
    context = {
        "naam": verzoek.naam,
        "gemeente": gemeente,
        "gemaakt": dutch_date(at.date()),
        "delen": [one for one in delen if one["regels"]],
        "leeg": [one for one in delen if not one["regels"] and not one["elders"]],
        "bijlagen": [one.naam for one in verzoek.bijlagen],
    }
    found = BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inzage.html", render_to_string("web/inzageverzoek/bestand.html", context))
        packed.writestr("inzage.json", _json(machine, at=at, gemeente=gemeente))
        for one in verzoek.bijlagen:
            packed.writestr(one.naam, one.inhoud)
    return found.getvalue()


def _json(onderdelen: list[dict[str, Any]], *, at: datetime, gemeente: str) -> str:
    told = {"gemaakt_op": at.isoformat(), "gemeente": gemeente, "onderdelen": onderdelen}
    return json.dumps(told, ensure_ascii=False, indent=2)


def _deel(
    one: Onderdeel, about: Tabelregel, weglaten: Collection[str], lees: Lees
) -> dict[str, Any]:
    return {
        "tabel": one.tabel.naam,
        "titel": one.tabel.titel,
        "uitleg": one.tabel.uitleg,
        "elders": one.tabel.elders,
        "waarvoor": about.doel,
        "hoe_lang": about.bewaren,
        "regels": [_regel(regel, weglaten, lees) for regel in one.regels],
    }


def _regel(regel: Regel, weglaten: Collection[str], lees: Lees) -> dict[str, Any]:
    return {
        "wat": regel.wat,
        "dag": lees(regel.op),
        "bron": regel.bron,
        "vastgelegd": lees(regel.vastgelegd),
        "gegevens": [{"naam": kop, "waarde": lees(value)} for kop, value in regel.velden],
        "teksten": [{"naam": one.kop, "tekst": _tekst(one, weglaten)} for one in regel.proza],
    }


def _tekst(one: Proza, weglaten: Collection[str]) -> str:
    return WEGGELATEN if one.sleutel in weglaten else one.tekst


def machinaal(value: Waarde) -> str | int | bool | None:
    """Return a value as a machine reads it."""
    return value.isoformat() if isinstance(value, date) else value


def leesbaar(value: Waarde) -> str:
    """Return a value as a person reads it."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case datetime():
            local = value.astimezone(AMSTERDAM)
            return f"{dutch_date(local.date())}, {local.hour}.{local.minute:02} uur"
        case date():
            return dutch_date(value)
    return str(value)
