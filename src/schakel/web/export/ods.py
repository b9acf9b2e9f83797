"""Write a list as an OpenDocument spreadsheet, row by row: nothing of it stays in memory.

Of the format only what such a list needs: text, numbers, days and moments, a bold heading.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from html import escape
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from schakel.web.export.ods_delen import (
    CONTENT,
    EINDE,
    KOLOMSTIJL,
    MANIFEST,
    META,
    MIMETYPE,
    SETTINGS,
    STYLES,
)
from schakel.web.export.tabel import Blad, Rij, Waarde, breedtes, schoon

OVER = "Over deze export"
SPATIES = re.compile("^ +| +$| {2,}")
MILLIMETER_PER_TEKEN = 2.1


def schrijf(blad: Blad, file: IO[bytes]) -> None:
    """Write a sheet with the list and one that tells what it is."""
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        part = partial(_part, blad.gemaakt)
        # First and not packed, so that whoever looks at the first bytes knows what this is.
        packed.writestr(part("mimetype"), MIMETYPE, ZIP_STORED)
        packed.writestr(part("META-INF/manifest.xml"), MANIFEST)
        packed.writestr(part("meta.xml"), _meta(blad))
        packed.writestr(part("styles.xml"), STYLES)
        packed.writestr(part("settings.xml"), SETTINGS.format(blad=_text(blad.titel)))
        with packed.open(part("content.xml"), "w", force_zip64=True) as content:
            for piece in _content(blad):
                content.write(piece.encode())


def _part(gemaakt: datetime, naam: str) -> ZipInfo:
    at = max(gemaakt.replace(tzinfo=None), datetime(1980, 1, 1))  # noqa: DTZ001 - a zip knows no zone
    part = ZipInfo(naam, date_time=at.timetuple()[:6])
    part.compress_type = ZIP_DEFLATED
    return part


def _meta(blad: Blad) -> str:
    return META.format(
        titel=_text(blad.titel),
        door=_text(blad.door),
        gemaakt=blad.gemaakt.replace(tzinfo=None).isoformat(timespec="seconds"),
    )


def _content(blad: Blad) -> Iterator[str]:
    about: Sequence[Rij] = blad.over
    sheets = [blad.breedtes(), breedtes(about)]
    widths = sorted({width for sheet in sheets for width in sheet})
    yield CONTENT
    for width in widths:
        yield KOLOMSTIJL.format(naam=width, breedte=f"{width * MILLIMETER_PER_TEKEN:.1f}")
    yield "</office:automatic-styles><office:body><office:spreadsheet>"
    yield _begin(blad.titel, sheets[0])
    yield f"<table:table-header-rows>{_row(blad.kop, 'vet')}</table:table-header-rows>"
    for rij in blad.rijen:
        yield _row(rij)
    yield f"</table:table>{_begin(OVER, sheets[1])}"
    for name, value in blad.over:
        yield f"<table:table-row>{_cell(name, 'vet')}{_cell(value)}</table:table-row>"
    yield f"</table:table>{EINDE}"


def _begin(naam: str, widths: Sequence[int]) -> str:
    columns = "".join(f'<table:table-column table:style-name="k{width}"/>' for width in widths)
    return f'<table:table table:name="{_text(naam)}">{columns}'


def _row(rij: Rij, style: str = "") -> str:
    return f"<table:table-row>{''.join(_cell(waarde, style) for waarde in rij)}</table:table-row>"


def _cell(waarde: Waarde, style: str = "") -> str:
    styled = f' table:style-name="{style}"' if style else ""
    match waarde:
        case None:
            return "<table:table-cell/>"
        case str():
            return (
                f'<table:table-cell{styled} office:value-type="string">'
                f"{_lines(waarde)}</table:table-cell>"
            )
        case int():
            return (
                f'<table:table-cell{styled} office:value-type="float" office:value="{waarde}">'
                f"<text:p>{waarde}</text:p></table:table-cell>"
            )
        case datetime():
            return _day("moment", f"{waarde:%Y-%m-%dT%H:%M:%S}", f"{waarde:%d-%m-%Y %H:%M}")
        case date():
            return _day("dag", waarde.isoformat(), f"{waarde:%d-%m-%Y}")


def _day(style: str, value: str, shown: str) -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="date" '
        f'office:date-value="{value}"><text:p>{shown}</text:p></table:table-cell>'
    )


def _lines(tekst: str) -> str:
    """Return a text as paragraphs; XML would join spaces, so all but a single one are counted."""
    lines = _text(tekst).split("\n")
    return "".join(f"<text:p>{SPATIES.sub(_spaces, line)}</text:p>" for line in lines)


def _spaces(found: re.Match[str]) -> str:
    return f'<text:s text:c="{len(found.group())}"/>'


def _text(tekst: str) -> str:
    return escape(schoon(tekst))
