"""A file as rows of cells."""

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.exchange.lijst.kolommen import Kolom, match, missing
from schakel.exchange.lijst.lezen import lees, require_kolommen
from schakel.exchange.lijst.translate import vertaling
from schakel.exchange.lijst.waarden import tekst
from schakel.exchange.tests.world import SAMIR, as_csv, as_xlsx, rij, someone_else


@pytest.mark.parametrize("scheiding", [";", ",", "\t", "|"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_with_any_separator_and_encoding(scheiding: str, codering: str) -> None:
    inhoud = as_csv(
        [rij(voornaam="José", opmerkingen='let op; "tolk", dari')],
        scheiding=scheiding,
        codering=codering,
    )

    blad = lees(inhoud)
    [row] = blad.rijen(match(blad.kop))

    assert row.regel == 2
    assert row.cellen[Kolom.VOORNAAM] == "José"
    assert row.cellen[Kolom.OPMERKINGEN] == 'let op; "tolk", dari'


def test_columns_may_stand_in_any_order_and_under_other_words() -> None:
    kop = ["Opmerking", "geboortedatum", "NAAM", "gem.", "Categorie", "iets anders"]

    assert match(kop) == {
        0: Kolom.OPMERKINGEN, 1: Kolom.GEBOREN, 2: Kolom.ACHTERNAAM, 3: Kolom.GEMEENTE,
        4: Kolom.DOELGROEP,
    }  # fmt: skip


def test_a_heading_that_says_it_just_so_comes_first() -> None:
    assert match(["Status", "Verblijfsstatus", "PIP", "PIP dagtekening"]) == {
        1: Kolom.VERBLIJFSSTATUS, 3: Kolom.PIP,
    }  # fmt: skip


def test_someone_may_point_out_a_column() -> None:
    assert match(["Wie", "Gemeente"], anders={"wie": Kolom.ACHTERNAAM})[0] is Kolom.ACHTERNAAM


def test_without_a_needed_column_the_refusal_names_it() -> None:
    assert missing(match(["Naam", "BSN"])) == [Kolom.GEMEENTE, Kolom.DOELGROEP]
    with pytest.raises(Refusal, match="‘Gemeente’ en ‘Doelgroep’"):
        require_kolommen(match(["Naam", "BSN"]))


def test_lines_above_the_heading_and_empty_rows_keep_the_numbers_of_the_file() -> None:
    lines = as_csv([SAMIR, someone_else()]).decode("utf-8-sig").splitlines()
    inhoud = "\r\n".join(["Caseload Woerden", "", lines[0], lines[1], ";;;", lines[2]]).encode()

    blad = lees(inhoud)

    assert blad.kopregel == 3
    assert [row.regel for row in blad.rijen(match(blad.kop))] == [4, 6]


def test_a_cell_with_an_end_of_line_in_it_is_one_cell() -> None:
    blad = lees(as_csv([rij(opmerkingen="eerste\ntweede"), someone_else()]))

    rows = list(blad.rijen(match(blad.kop)))

    assert [row.regel for row in rows] == [2, 3]
    assert rows[0].cellen[Kolom.OPMERKINGEN] == "eerste\ntweede"


def test_a_workbook_gives_days_and_numbers_as_they_are() -> None:
    blad = lees(
        as_xlsx(
            [
                ["Achternaam", "Gemeente", "Doelgroep", "Geb.datum", "BSN", "Inschr. BRP"],
                ["Hamwi", 632, "SH", 1990, 12345672, date(2024, 3, 5)],
            ]
        )
    )
    [row] = blad.rijen(match(blad.kop))

    read = vertaling(
        row, vandaag=date(2026, 11, 1), gemeenten={"0632": "Woerden"}, bereik=frozenset({"0632"})
    )

    assert not read.geweigerd
    assert (read.gemeente, read.persoon["bsn"]) == ("0632", "012345672")
    assert read.feiten[Kolom.BRP].op == date(2024, 3, 5)


def test_a_workbook_is_read_from_the_sheet_that_holds_the_list() -> None:
    import xlsxwriter  # noqa: PLC0415

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet("uitleg").write_row(0, 0, ["Naam", "Toelichting"])
        book.add_worksheet("lijst").write_row(0, 0, list(SAMIR))
        book.worksheets()[1].write_row(1, 0, list(SAMIR.values()))

    blad = lees(out.getvalue())

    assert len(match(blad.kop)) == len(SAMIR)
    assert [row.regel for row in blad.rijen(match(blad.kop))] == [2]


@pytest.mark.parametrize(
    ("inhoud", "why"),
    [
        (b"", "leeg"),
        (b"   \n", "leeg"),
        (b"\xd0\xcf\x11\xe0 oud", "oude Excel"),
        (b"%PDF-1.7 \x00\x01\x02", "geen csv"),
        (b"PK\x03\x04 geen werkboek", "niet te lezen"),
        (b"zomaar een brief zonder kolommen", "kolomkoppen"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(inhoud: bytes, why: str) -> None:
    with pytest.raises(Refusal, match=why):
        lees(inhoud)


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 600_000_000)

    with pytest.raises(Refusal, match="te groot"):
        lees(out.getvalue())


@given(st.binary(max_size=300))
def test_whatever_bytes_come_they_are_read_or_refused(inhoud: bytes) -> None:
    try:
        blad = lees(inhoud)
    except Refusal:
        return
    for row in blad.rijen(match(blad.kop)):
        assert all(isinstance(tekst(cel), str) for cel in row.cellen.values())
