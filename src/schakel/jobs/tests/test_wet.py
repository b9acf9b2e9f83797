"""`schakel wet`: cases on the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.django_db

GOED = {
    "id": "t-1", "topic": "term", "facts": {"first_pip_date": "2024-03-01"}, "on": "2024-05-01",
    "expect": {"last_day": "2027-03-01"}, "cite": ["Wi2021 11"], "why": "three years",
}  # fmt: skip
ANDERS = {**GOED, "id": "t-2", "expect": {"last_day": "2027-03-02"}}
GEEN = {**GOED, "id": "t-3", "facts": {}}


def run(*words: str) -> tuple[int, str, str]:
    out, err = StringIO(), StringIO()
    try:
        call_command("wet", *words, stdout=out, stderr=err)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def cases(folder: Path, *found: dict[str, object]) -> str:
    path = folder / "gevallen.jsonl"
    path.write_text("".join(f"{json.dumps(one)}\n" for one in found))
    return str(path)


def test_equal_cases_end_with_nought(tmp_path: Path) -> None:
    code, out, _ = run("toets", cases(tmp_path, GOED))

    assert (code, out) == (0, "1 gevallen: 1 gelijk, 0 anders.\n")


def test_a_difference_ends_with_one_and_shows_both_explanations(tmp_path: Path) -> None:
    code, out, _ = run("toets", cases(tmp_path, GOED, ANDERS, GEEN))

    assert code == 1
    assert "last_day: verwacht '2027-03-02', kreeg '2027-03-01'" in out
    assert "three years" in out
    assert "De termijn duurt 3 jaar" in out
    assert "geen antwoord: Het feit ‘first_pip_date’ ontbreekt" in out


def test_json_counts_and_lists_the_differences(tmp_path: Path) -> None:
    code, out, _ = run("toets", cases(tmp_path, GOED, ANDERS, GEEN), "--formaat", "json")

    told = json.loads(out)
    assert code == 1
    assert (told["gevallen"], told["gelijk"], told["anders"]) == (3, 1, 2)
    assert told["verschillen"][0] == {
        "id": "t-2", "sleutel": "last_day", "verwacht": "2027-03-02", "gekregen": "2027-03-01",
    }  # fmt: skip


def test_every_answer_is_written_with_its_steps(tmp_path: Path) -> None:
    out = tmp_path / "uit.jsonl"

    run("toets", cases(tmp_path, GOED, GEEN), "--uit", str(out))

    first, second = (json.loads(line) for line in out.read_text().splitlines())
    assert set(first) == {"id", "topic", "antwoord", "melding", "gronden", "stappen"}
    assert first["antwoord"]["last_day"] == "2027-03-01"
    assert first["melding"] is None
    assert second["antwoord"] is None
    assert second["melding"]


@pytest.mark.parametrize("content", [b"geen json\n", b"\xff\xfe\x00", b'{"id": 1}\n'])
def test_what_cannot_be_read_ends_with_two(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(content)

    code, _, err = run("toets", str(path))

    assert code == 2
    assert "niets getoetst" in err


def test_a_file_that_is_not_there_ends_with_two(tmp_path: Path) -> None:
    assert run("toets", str(tmp_path / "weg.jsonl"))[0] == 2


def test_one_answer_is_explained() -> None:
    code, out, _ = run(
        "uitleg", "term", "--feiten", '{"first_pip_date": "2024-03-01"}', "--op", "2024-05-01"
    )

    assert code == 0
    assert 'last_day: "2027-03-01"' in out
    assert "(art. 11 lid 1 Wi2021)" in out


def test_an_explanation_without_the_needed_fact_ends_with_two() -> None:
    code, _, err = run("uitleg", "term", "--feiten", "{}")

    assert (code, "first_pip_date" in err) == (2, True)


def test_every_rule_is_listed_with_its_versions() -> None:
    code, out, _ = run("regels")

    assert code == 0
    assert "pip_termijn: art. 5.3 Bi" in out
    assert "sinds 2023-01-01" in out
    assert "[nog te bevestigen]" in out
