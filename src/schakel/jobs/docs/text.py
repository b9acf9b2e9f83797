"""How the generated pages are laid out."""

import inspect
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

MADE = "<!-- Gemaakt door `make docs`. Wijzig de code, niet deze pagina. -->"


def page(title: str, intro: str, *parts: str) -> str:
    """Return a whole page."""
    return "\n\n".join([f"# {title}", MADE, intro, *parts]) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table; a bar or a line break in a cell does no harm."""
    lines = [_line(head), _line(["---"] * len(head)), *(_line(row) for row in rows)]
    return "\n".join(lines)


def told(thing: object) -> str:
    """Return what a docstring says before its parameters; "" for one that nobody wrote."""
    written = vars(thing).get("__doc__") if isinstance(thing, type) else thing.__doc__
    if not written or written.startswith(f"{getattr(thing, '__name__', '')}("):
        return ""
    return inspect.cleandoc(str(written)).split("\n:")[0].strip()


def in_words(value: Any) -> str:
    """Return a value as a reader of law reads it."""
    match value:
        case None:
            return "leeg"
        case bool():
            return "ja" if value else "nee"
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
        case Mapping():
            return "; ".join(f"{in_words(name)}: {in_words(one)}" for name, one in value.items())
        case list() | tuple() | frozenset():
            return ", ".join(in_words(one) for one in value) or "leeg"
        case _ if callable(value):
            return f"`{getattr(value, '__name__', value)}`"
    return str(value) or "leeg"


def _line(cells: Sequence[object]) -> str:
    texts = (" ".join(str(cell).replace("|", "\\|").split()) for cell in cells)
    return f"| {' | '.join(texts)} |"
