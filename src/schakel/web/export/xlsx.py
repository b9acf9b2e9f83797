"""Write a list as an Excel file, row by row: what was written is no longer in memory."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from tempfile import TemporaryDirectory
from typing import IO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from schakel.web.export.tabel import Blad, Rij, Waarde, breedtes, schoon

BEGIN_VAN_EXCEL = date(1900, 3, 1)
"""Before it Excel counts a day that was not there; such a day is written as text."""
TEKST = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def schrijf(blad: Blad, file: IO[bytes]) -> None:
    """Write a sheet with the list and one that tells what it is.

    What is written so far waits on disk, in a folder that is gone afterwards, also after a failure.
    """
    with (
        TemporaryDirectory() as folder,
        Workbook(file, {"constant_memory": True, "tmpdir": folder, **TEKST}) as book,
    ):
        book.set_properties({"title": blad.titel, "author": blad.door, "created": blad.gemaakt})
        bold = book.add_format({"bold": True})
        days = {
            date: book.add_format({"num_format": "dd-mm-yyyy"}),
            datetime: book.add_format({"num_format": "dd-mm-yyyy hh:mm"}),
        }
        list_of = book.add_worksheet(blad.titel[:31])
        _columns(list_of, blad.breedtes())
        _row(list_of, 0, blad.kop, days, bold)
        list_of.freeze_panes(1, 0)
        list_of.repeat_rows(0)
        for nth, rij in enumerate(blad.rijen, start=1):
            _row(list_of, nth, rij, days)
        list_of.autofilter(0, 0, max(len(blad.rijen), 1), len(blad.kop) - 1)
        about = book.add_worksheet("Over deze export")
        _columns(about, breedtes(blad.over))
        for nth, line in enumerate(blad.over):
            _cell(about, nth, 0, line[0], days, bold)
            _cell(about, nth, 1, line[1], days)


def _columns(sheet: Worksheet, widths: Sequence[int]) -> None:
    for nth, width in enumerate(widths):
        sheet.set_column(nth, nth, width)


def _row(
    sheet: Worksheet,
    nth: int,
    rij: Rij,
    days: Mapping[type[date], Format],
    style: Format | None = None,
) -> None:
    for column, waarde in enumerate(rij):
        _cell(sheet, nth, column, waarde, days, style)


def _cell(
    sheet: Worksheet,
    nth: int,
    column: int,
    waarde: Waarde,
    days: Mapping[type[date], Format],
    style: Format | None = None,
) -> None:
    if waarde is None:
        return
    if isinstance(waarde, str):
        sheet.write_string(nth, column, schoon(waarde), style)
    elif isinstance(waarde, int):
        sheet.write_number(nth, column, waarde, style)
    elif _date(waarde) < BEGIN_VAN_EXCEL:
        sheet.write_string(nth, column, waarde.isoformat(), style)
    else:
        sheet.write_datetime(nth, column, _plain(waarde), days[type(waarde)])


def _date(waarde: date | datetime) -> date:
    return waarde.date() if isinstance(waarde, datetime) else waarde


def _plain(waarde: date | datetime) -> date | datetime:
    """Return the moment without its zone: a spreadsheet knows none."""
    return waarde.replace(tzinfo=None) if isinstance(waarde, datetime) else waarde
