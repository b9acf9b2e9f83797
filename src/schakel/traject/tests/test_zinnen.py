"""Every sentence with which a traject says no, or asks to mend, says what to do."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

TRAJECT = Path(__file__).parents[1]
FILES = sorted(
    path
    for part in ("rules", "actions", "queries")
    for path in (TRAJECT / part).rglob("*.py")
    if path.name != "brief.py"
)
TO_DO = re.compile(
    r"\b(Beschrijf|Controleer|Haal|Herstel|Heropen|Kies|Kijk|Laat|Leg|Open|Plan|Roep|Schrijf|Stel|"
    r"Trek|Vergelijk|Vraag|Vul|Wacht|Wijs|Zoek|leg)\b"
)
LEADS_IN = {"Dit kan niet, want …. …"}
"""What only puts a name before another sentence."""


def sentences(path: Path) -> Iterator[str]:
    """Yield every Dutch sentence that is refused with, returned or yielded."""
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Call(func=ast.Name(id="Refusal"), args=[said, *_]):
                yield from _text(said)
            case ast.Return(value=said) | ast.Yield(value=said) if said is not None:
                yield from _text(said)


def _text(node: ast.expr) -> Iterator[str]:
    found = ""
    match node:
        case ast.Constant(value=str(found)):
            pass
        case ast.JoinedStr():
            found = "".join(
                str(one.value) if isinstance(one, ast.Constant) else "…" for one in node.values
            )
    if found.endswith(".") and found not in LEADS_IN:
        yield found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(TRAJECT)))
def test_no_sentence_leaves_the_reader_without_a_next_step(path: Path) -> None:
    assert [text for text in sentences(path) if not TO_DO.search(text)] == []


def test_the_sentences_are_found_at_all() -> None:
    assert sum(1 for path in FILES for _ in sentences(path)) > 60
