"""`schakel docs` writes the pages that are made from the code, and sees when they grew apart."""

import re
from dataclasses import fields
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from pytest_django import Settings

from schakel.base.event import Event
from schakel.base.permissions import Permission
from schakel.jobs.docs import PAGES
from schakel.jobs.docs.text import in_words, table, told
from schakel.toegang.roles import Rol
from schakel.traject.queries import ALL_KINDS


@pytest.fixture
def docs(tmp_path: Path, settings: Settings) -> Path:
    """Return the docs folder of a copy of the source."""
    settings.ROOT = tmp_path
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def run(*arguments: str) -> tuple[int, str]:
    """Run `schakel docs` and return its exit code and what it printed."""
    out, err = StringIO(), StringIO()
    try:
        call_command("docs", *arguments, stdout=out, stderr=err)
    except SystemExit as exit_:
        return int(exit_.code or 0), out.getvalue() + err.getvalue()
    return 0, out.getvalue() + err.getvalue()


def test_the_pages_in_this_copy_say_what_the_code_says() -> None:
    assert run("--controle") == (0, "docs/ zegt wat de code zegt.\n")


def test_what_was_written_compares_equal(docs: Path) -> None:
    code, text = run()

    assert code == 0
    assert {page.name for page in docs.iterdir()} == set(PAGES)
    assert all(f"docs/{name} geschreven." in text for name in PAGES)
    assert run("--controle")[0] == 0
    assert run() == (0, "Alle gemaakte pagina's van docs/ waren al bij de tijd.\n")


def test_a_page_that_was_edited_is_named_with_its_line_and_how_to_mend_it(docs: Path) -> None:
    run()
    page = docs / "toegang.md"
    lines = page.read_text(encoding="utf-8").splitlines()
    page.write_text("\n".join([*lines[:4], "anders", *lines[5:]]) + "\n", encoding="utf-8")
    before = page.read_text(encoding="utf-8")

    code, text = run("--controle")

    assert code == 1
    assert "docs/toegang.md wijkt af vanaf regel 5." in text
    assert "make docs" in text
    assert "wet.md" not in text
    assert page.read_text(encoding="utf-8") == before


@pytest.mark.parametrize("tail", ["", "\n", "en meer\n"], ids=["newline", "blank", "line"])
def test_a_page_that_ends_otherwise_is_noticed(docs: Path, tail: str) -> None:
    run()
    page = docs / "avg.md"
    page.write_text(page.read_text(encoding="utf-8").rstrip("\n") + tail + tail, encoding="utf-8")

    assert run("--controle")[0] == 1


def test_a_page_that_is_gone_is_named(docs: Path) -> None:
    run()
    (docs / "wet.md").unlink()

    code, text = run("--controle")

    assert code == 1
    assert "docs/wet.md ontbreekt." in text


def test_without_a_docs_folder_it_says_what_to_do(tmp_path: Path, settings: Settings) -> None:
    settings.ROOT = tmp_path

    code, text = run()

    assert code == 2
    assert "geen map docs" in text
    assert "kopie van de broncode" in text


def test_the_register_holds_every_table_of_ours_with_its_fields() -> None:
    page = PAGES["avg.md"]()

    ours = [one for one in apps.get_models() if one.__module__.startswith("schakel.")]
    for model in ours:
        [line] = [one for one in page.splitlines() if f"| `{model._meta.db_table}` |" in one]
        assert all(f"`{field.name}`" in line for field in model._meta.concrete_fields)


@pytest.mark.parametrize("event", ALL_KINDS.values(), ids=ALL_KINDS.keys())
def test_the_log_page_tells_a_kind_with_its_facts(event: type[Event]) -> None:
    [line] = [one for one in PAGES["logboek.md"]().splitlines() if f"`{event.kind}`" in one]

    assert event.label in line
    assert event.categorie.value in line
    assert all(f"`{field.name}`:" in line for field in fields(event))


def test_a_fact_lists_its_codes_and_whether_it_may_be_empty() -> None:
    page = PAGES["logboek.md"]()

    assert "`leerroute`: Leerroute (B1, O, Z)" in page
    assert "`tweede_deelnemer`: nummer, of leeg" in page


def test_the_law_page_leads_to_the_article_as_it_read_then_and_marks_what_is_unsure() -> None:
    page = PAGES["wet.md"]()

    assert "(https://wetten.overheid.nl/BWBR0044770/2022-01-01#Artikel11)" in page
    assert "nog te bevestigen (afgeleid)" in page
    assert not re.search(r"datetime\.|Artikel\(|[{}]| object at |None|<[A-Z]", page)


def test_the_law_page_leads_from_an_article_to_its_rule_and_says_what_is_left_out() -> None:
    page = PAGES["wet.md"]()

    assert "[Boete inburgering](#boete_inburgering)" in page
    assert re.search(r"\| 23 \| .*#boete_inburgering", page)
    assert "| De boete van DUO voor de onderwijsroute | bijlage 6b Ri | " in page
    anchors = set(re.findall(r"\(#([a-z0-9_-]+)\)", page))
    headings = {one.lower().replace(" ", "-") for one in re.findall(r"^#+ (.*)$", page, re.M)}
    assert anchors <= headings


def test_the_access_page_has_a_line_for_each_right_and_role() -> None:
    lines = PAGES["toegang.md"]().splitlines()

    assert all(
        any(f"| `{one.value}` | {one.label} |" in line for line in lines) for one in Permission
    )
    assert all(
        any(line.startswith(f"| {rol.value.replace('_', ' ')} |") for line in lines) for rol in Rol
    )


def test_a_bar_or_a_line_break_does_no_harm_to_a_table() -> None:
    assert table(("a",), [("x | y\nz",)]).splitlines()[-1] == "| x \\| y z |"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "leeg"),
        ("", "leeg"),
        (True, "ja"),
        (0, "0"),
        ({"a": {"b": False}}, "a: b: nee"),
    ],
)
def test_a_value_reads_as_words(value: object, words: str) -> None:
    assert in_words(value) == words


def test_what_a_dataclass_writes_itself_is_not_told() -> None:
    assert told(ALL_KINDS["dossier.opened"]) == ""
    assert told(ALL_KINDS["traject.brede_intake_started"]) == (
        "The first talk of the brede intake was held (Wi2021 14)."
    )
