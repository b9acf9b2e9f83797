"""What is written in a file is what comes out of it, in each of the three formats."""

import csv
import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from typing import IO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from schakel.base.tijd import AMSTERDAM
from schakel.web.export import csv as als_csv
from schakel.web.export import ods, xlsx
from schakel.web.export.tabel import LANGSTE_TEKST, Blad, Rij, Waarde, schoon

AT = datetime(2026, 11, 1, 9, 5, tzinfo=AMSTERDAM)
EERSTE = datetime.fromisoformat("1900-03-01")
KOP = ("Naam", "=Kop", "Dag")
GEVAARLIJK = ["=1+1", "+31 6", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "'=1", "=cmd|'/c'!A0"]
ONZIN = ["a\x00b", "\x1b[31m", "\ufffe", "&<>\"'", "_x0041_", "]]>", " a  b ", "a\nb", "  ", "😀"]

teksten = st.text(max_size=40) | st.sampled_from([*GEVAARLIJK, *ONZIN])
dagen = st.dates(EERSTE.date(), date(2199, 12, 31))
momenten = st.datetimes(EERSTE, datetime.fromisoformat("2199-12-31")).map(
    lambda moment: moment.replace(microsecond=0, second=0)
)
getallen = st.integers(-(10**12), 10**12)
rijen = st.lists(st.tuples(teksten, teksten | getallen | st.none(), dagen | momenten), max_size=8)


def blad(rijen: Sequence[Rij], titel: str = "Dossiers", kop: Sequence[str] = KOP) -> Blad:
    over = (("Lijst", titel), ("=Keuze", "+Woerden"), ("Gemaakt op", AT), ("Regels", len(rijen)))
    return Blad(titel=titel, kop=kop, rijen=rijen, over=over, gemaakt=AT, door="=Sanne & <Co>")


def file_of(writer: Callable[[Blad, IO[bytes]], None], een: Blad) -> bytes:
    file = io.BytesIO()
    writer(een, file)
    return file.getvalue()


def read(content: bytes, sheet: int = 0) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)  # type: ignore[return-value]


def as_read(waarde: Waarde) -> object:
    """Return a value as a reader of spreadsheets gives it back."""
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        return waarde.replace(tzinfo=None)
    return schoon(waarde) if isinstance(waarde, str) else waarde


def same(found: object, written: object) -> bool:
    """Midnight is read as a day; a number as a float."""
    if isinstance(written, datetime) and type(found) is date:
        return found.isoformat() == written.isoformat()[:10] and written.hour == written.minute == 0
    if isinstance(written, date) and not isinstance(written, datetime):
        return (found.date() if isinstance(found, datetime) else found) == written
    return found == written


@pytest.mark.parametrize("writer", [xlsx.schrijf, ods.schrijf], ids=["xlsx", "ods"])
@given(rijen=rijen)
@settings(max_examples=80, deadline=None)
def test_a_spreadsheet_gives_back_what_was_written(
    writer: Callable[[Blad, IO[bytes]], None], rijen: list[Rij]
) -> None:
    content = file_of(writer, blad(rijen))
    kop, *found = read(content)

    assert kop == list(KOP)
    assert len(found) == len(rijen)
    for line, rij in zip(found, rijen, strict=True):
        for cell, waarde in zip(line, rij, strict=True):
            assert same(cell, as_read(waarde)), (cell, waarde)
    assert b"<f>" not in content
    assert ["=Keuze", "+Woerden"] in read(content, sheet=1)


@given(rijen=rijen)
@settings(max_examples=80, deadline=None)
def test_a_csv_gives_back_what_was_written_and_no_cell_begins_as_a_formula(
    rijen: list[Rij],
) -> None:
    content = file_of(als_csv.schrijf, blad(rijen))
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))

    assert content.startswith(b"\xef\xbb\xbf")
    assert lines[0] == ["Naam", "'=Kop", "Dag"]
    assert len(lines) == len(rijen) + 1
    for line, rij in zip(lines[1:], rijen, strict=True):
        for cell, waarde in zip(line, rij, strict=True):
            if isinstance(waarde, str):
                assert not cell.lstrip().startswith(("=", "+", "-", "@")), cell
                assert _without_apostrophe(cell) == schoon(waarde)
            elif isinstance(waarde, datetime):
                assert cell == waarde.isoformat(" ", timespec="minutes")
            else:
                assert cell == ("" if waarde is None else str(waarde))


def _without_apostrophe(cell: str) -> str:
    return cell[1:] if re.match(r"''*\s*[=+\-@＝＋－＠]", cell) else cell  # noqa: RUF001


@pytest.mark.parametrize("text", GEVAARLIJK)
def test_a_dangerous_text_stays_text(text: str) -> None:
    een = blad([(text, text, date(2026, 11, 1))])

    assert read(file_of(xlsx.schrijf, een))[1][0] == schoon(text)
    assert read(file_of(ods.schrijf, een))[1][0] == schoon(text)
    line = file_of(als_csv.schrijf, een).decode("utf-8-sig").rsplit("Dag\r\n")[1]
    assert line.lstrip('"').startswith("'")


@pytest.mark.parametrize("naam", ["'t Hart", "'s-Gravenhage", "d'Ancona", "Al-Hamwi"])
def test_an_apostrophe_in_a_name_is_left_alone(naam: str) -> None:
    assert als_csv.cel(naam) == naam


def test_a_text_that_no_cell_can_hold_is_cut_and_says_so() -> None:
    een = blad([("a" * 40_000, None, date(2026, 1, 1))])
    for writer in (xlsx.schrijf, ods.schrijf):
        text = str(read(file_of(writer, een))[1][0])
        assert len(text) <= LANGSTE_TEKST
        assert text.endswith("… (ingekort)")


def test_a_day_before_excel_is_text_in_excel() -> None:
    een = blad([("x", None, date(1900, 1, 1))])
    assert read(file_of(xlsx.schrijf, een))[1][2] == "1900-01-01"
    assert read(file_of(ods.schrijf, een))[1][2] == date(1900, 1, 1)


def test_the_heading_of_an_excel_file_is_bold_and_stays_in_sight() -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(xlsx.schrijf, blad([])))) as packed:
        sheet = packed.read("xl/worksheets/sheet1.xml").decode()
        styles = packed.read("xl/styles.xml").decode()
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert 's="1"' in sheet.partition("</row>")[0]
    assert "<b/>" in styles


def test_an_ods_is_what_the_standard_asks() -> None:
    titel = 'A & B <"x">'
    content = file_of(ods.schrijf, blad([(1, "é", AT), ("b", 2, None)], titel=titel))
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert packed.testzip() is None
        first = packed.infolist()[0]
        assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert content[38:].startswith(parts["mimetype"])
    listed = re.findall(rb'full-path="([^"/]+)"', parts["META-INF/manifest.xml"])
    assert {name.decode() for name in listed} == set(parts) - {"mimetype", "META-INF/manifest.xml"}
    trees = {name: ElementTree.fromstring(xml) for name, xml in parts.items() if "xml" in name}  # noqa: S314
    table = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
    names = [one.get(f"{table}name") for one in trees["content.xml"].iter(f"{table}table")]
    assert names == [titel, "Over deze export"]
    styles = set(re.findall(rb'style:style style:name="(\w+)"', parts["content.xml"]))
    used = set(re.findall(rb'table:style-name="(\w+)"', parts["content.xml"]))
    assert used <= styles


@pytest.mark.parametrize("writer", [xlsx.schrijf, ods.schrijf], ids=["xlsx", "ods"])
def test_ten_times_as_many_rows_take_no_more_memory(
    writer: Callable[[Blad, IO[bytes]], None],
) -> None:
    def peak(count: int) -> int:
        een = blad(Herhaald(("Tekle, Samir", 12, date(2026, 11, 1)), count))
        tracemalloc.start()
        writer(een, Nergens())
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(10)
    assert peak(5_000) < peak(500) + 200_000


class Herhaald(Sequence[Rij]):
    """As many rows as one likes, without holding them."""

    def __init__(self, rij: Rij, count: int) -> None:
        self.rij, self.count = rij, count

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, nth: object) -> Rij:  # type: ignore[override]
        return self.rij

    def __iter__(self) -> Iterator[Rij]:
        return (self.rij for _ in range(self.count))


class Nergens(io.RawIOBase):
    """A file that keeps its length alone."""

    def __init__(self) -> None:
        self.at = self.size = 0

    def write(self, content: object) -> int:
        self.at += len(content)  # type: ignore[arg-type]
        self.size = max(self.size, self.at)
        return len(content)  # type: ignore[arg-type]

    def seekable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset + (0, self.at, self.size)[whence]
        return self.at
