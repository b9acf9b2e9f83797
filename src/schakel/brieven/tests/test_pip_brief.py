"""The letter itself: what it says, to whom it can be read aloud, and what cannot break it."""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from schakel.base.refusal import Refusal
from schakel.brieven.opmaak import render
from schakel.brieven.queries import preview_pip_brief
from schakel.brieven.rules import PIPBrief, SoortDocument, filename, pip_values
from schakel.brieven.tests.world import BRIEF, a_brief

TRICKY = '#set page(width: 1pt) *vet* _schuin_ $x$ \\ <a> @b "q" [c] `d` // e #panic("x") = kop'


def letter(brief: PIPBrief = BRIEF) -> bytes:
    return render("pip-1", pip_values(brief))


def pages_of(pdf: bytes) -> list[str]:
    """Return what is read on each page, one line after another."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not here (Debian: poppler-utils)")
    read = subprocess.run([tool, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)  # noqa: S603
    return [" ".join(page.split()) for page in read.stdout.decode().split("\f")[:-1]]


def text_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def tags_of(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Yield the kind of each element that a screen reader walks through."""
    heap: list[Any] = [pdf.Root.StructTreeRoot]
    while heap:
        node = heap.pop()
        if isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield str(node.S)
            heap.append(node.get("/K"))
        elif isinstance(node, pikepdf.Array):
            heap.extend(node)


def fonts_of(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Return the descriptors of all fonts, by name without the mark of a subset."""
    found = {}
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            found[str(one.FontName).split("+")[-1]] = one
    return found


def test_the_letter_can_be_read_aloud_and_kept() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        assert str(pdf.Root.Lang).startswith("nl")
        assert pdf.Root.MarkInfo.Marked
        tags = list(tags_of(pdf))
        assert tags.count("/H1") == 1
        assert tags.count("/H2") == 6
        assert "/L" in tags
        with pdf.open_metadata() as xmp:
            assert xmp["pdfuaid:part"] == "1"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")


def test_only_our_own_type_is_used_and_it_is_in_the_file() -> None:
    with pikepdf.open(BytesIO(letter())) as pdf:
        fonts = fonts_of(pdf)
    assert {name.removesuffix("-Identity-H") for name in fonts} == {
        "NotoSans-Regular", "NotoSans-Bold",
    }  # fmt: skip
    assert all({"/FontFile2", "/FontFile3"} & set(one.keys()) for one in fonts.values())


def test_what_surrounds_the_letter_names_nobody() -> None:
    with pikepdf.open(BytesIO(letter(a_brief(naam="Kanarie")))) as pdf:
        assert "Kanarie" not in str(dict(pdf.docinfo)) + str(pdf.open_metadata())
        assert "PIP" in str(pdf.docinfo["/Title"])
    assert filename(SoortDocument.PIP, date(2022, 6, 10)) == "PIP-2022-06-10.pdf"


def test_the_same_letter_has_the_same_bytes() -> None:
    assert letter() == letter(replace(BRIEF))
    assert letter() != letter(a_brief(dagtekening=date(2022, 6, 9)))


def test_it_says_what_was_decided_why_and_what_one_can_do() -> None:
    told = text_of(letter())

    for words in (
        "Gemeente Woerden", "Datum 10 juni 2022", "Kenmerk PIP 2022-0017", "Beste Selam Tekle,",
        "Het college van burgemeester en wethouders van Woerden heeft uw persoonlijk plan",
        "Uw leerroute B1-route", "11 juni 2022 tot en met 10 juni 2025",
        "Op de dag na de datum van deze brief begint uw inburgeringstermijn.",
        "U gaat 15 uur per week naar les, vanaf", "Onderwijsroute niet gekozen",
        "Zelfredzaamheidsroute niet gekozen", "B1-route gekozen", "verpleegkundige",
        "Wet inburgering 2021, artikel 14: de brede intake", "binnen zes weken",
        "de dag na de dag waarop deze brief aan u is verstuurd of gegeven", "Postbus 00",
        "uw naam en adres;", "de datum waarop u de brief schrijft;", "uw PIP van 10 juni 2022;",
        "waarom u het er niet mee eens bent;", "uw handtekening.",
        "namens het college, de directeur van Ferm Werk, R. Vermaat directeur",
    ):  # fmt: skip
        assert words in told, words
    assert "CONCEPT" not in told


def test_a_later_pip_says_that_the_term_does_not_start_again() -> None:
    told = text_of(letter(a_brief(dagtekening=date(2023, 1, 2))))

    assert "Uw inburgeringstermijn begon op 11 juni 2022. Deze brief verandert dat begin" in told
    assert "Op de dag na de datum van deze brief" not in told


@pytest.mark.parametrize("lines", [0, 14, 15, 16, 17, 18, 19, 20, 22, 24, 26, 28, 30, 40, 60, 80])
def test_the_signature_never_stands_alone_on_a_page(lines: int) -> None:
    pages = pages_of(letter(a_brief(motivering="\n".join(["nog een regel"] * lines))))

    assert "R. Vermaat" in pages[-1]
    assert "Dan blijft uw PIP gelden" in pages[-1]
    assert "Wat is besloten" in pages[0]


@pytest.mark.parametrize(
    "field", [one.name for one in fields(PIPBrief) if isinstance(getattr(BRIEF, one.name), str)]
)
def test_no_sign_in_a_value_acts_as_mark_up(field: str) -> None:
    assert TRICKY in text_of(letter(a_brief(**{field: f"x {TRICKY}"}))).replace("X ", "x ")


def test_nor_does_it_in_what_stands_in_rows() -> None:
    part = replace(BRIEF.onderdelen[0], titel=f"t {TRICKY}", tekst=f"u {TRICKY}", bron=TRICKY)
    weighed = replace(BRIEF.afwegingen[0], leerroute=f"l {TRICKY}", tekst=f"m {TRICKY}")

    told = text_of(
        letter(
            a_brief(
                onderdelen=(part,),
                afwegingen=(weighed,),
                adres=(TRICKY,),
                bezwaar_adres=(TRICKY,),
                gronden=(TRICKY,),
            )
        )
    )
    assert told.count(TRICKY) == 8


@pytest.mark.parametrize(
    "naam",
    ["Ğülşen Ağaoğlu", "Łukasz Żółć", "Đorđe Čović", "Ñandú Ångström", "Nguyễn Thị Hạnh",
     "Şükrü Işık", "Ā ī ū Ḥ ṣ ḍ", "O’Neill", "Zoë-Célestine"],
)  # fmt: skip
def test_names_keep_every_letter(naam: str) -> None:
    assert f"Beste {naam}," in text_of(letter(a_brief(naam=naam)))


def test_a_letter_with_a_loose_accent_is_joined() -> None:
    assert "Beste Zoë," in text_of(letter(a_brief(naam="Zoe\u0308")))


@pytest.mark.parametrize("sign", ["سلام", "ሰላም", "漢", "😀", "\ufffd\u4e00"])
def test_a_sign_outside_our_type_is_named_and_refused(sign: str) -> None:
    with pytest.raises(Refusal, match="kan niet in de brief staan"):
        letter(a_brief(naam=f"Naam {sign}"))


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\ud800", "\ue000", "\uffff"])
def test_what_is_no_text_is_refused_beside_its_field(sign: str) -> None:
    with pytest.raises(Refusal, match="niet te drukken") as refused:
        letter(a_brief(motivering=f"tekst {sign}"))
    assert refused.value.field == "motivering"


def test_signs_that_only_turn_what_is_read_are_left_out() -> None:
    told = text_of(letter(a_brief(naam="A\u202eB\u200bC\u00adD\ufeff")))
    assert "Beste ABCD," in told


def test_lines_and_paragraphs_of_a_text_stay() -> None:
    written = a_brief(onderdelen=(), motivering="een\r\ntwee\r\n\r\n\r\n  \r\ndrie\tvier")
    assert "een twee drie vier" in text_of(letter(written))


def test_an_endless_word_stays_on_the_page() -> None:
    with pikepdf.open(BytesIO(letter(a_brief(kenmerk="k" * 200, naam="n" * 300)))) as pdf:
        assert len(pdf.pages) <= 3


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"naam": "  "}, "naam"),
        ({"ondertekenaar": ""}, "ondertekenaar"),
        ({"bezwaar_adres": ()}, "bezwaar_adres"),
        ({"gronden": ()}, "gronden"),
        ({"afwegingen": ()}, "afwegingen"),
        ({"afwegingen": BRIEF.afwegingen[:1] * 2}, "afwegingen"),
        ({"termijn_laatste_dag": date(2022, 6, 10)}, "dagtekening"),
        ({"motivering": "x" * 10_001}, "motivering"),
    ],
)
def test_a_letter_that_misses_what_a_decision_must_say_is_refused(
    changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        letter(a_brief(**changes))
    assert refused.value.field == field


def test_what_may_be_empty_leaves_no_gap() -> None:
    sparse = a_brief(
        adres=(), kenmerk="", niveau="", onderdelen=(), motivering="", meegelezen="", namens=""
    )
    told = text_of(letter(sparse))

    for word in ("Kenmerk", "Uw taalniveau", "Wat er in uw plan staat", "Meegelezen"):
        assert word not in told
    assert "Met vriendelijke groet, het college van burgemeester en wethouders van" in told


def test_a_concept_says_so_on_every_page_and_is_not_signed() -> None:
    pages = pages_of(preview_pip_brief(BRIEF))

    assert all("dit is nog geen besluit" in page for page in pages)
    assert "R. Vermaat" not in " ".join(pages)
    with pikepdf.open(BytesIO(preview_pip_brief(BRIEF))) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Concept: ")
