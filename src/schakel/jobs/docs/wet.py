"""Every rule of law: what it says since when, where it stands, and its examples."""

from collections.abc import Iterator
from datetime import date
from importlib import import_module, resources
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import yaml

from schakel.jobs.docs.text import in_words, page, table, told
from schakel.wet import regels
from schakel.wet.bron import Artikel, Dated, Zekerheid

INTRO = """Elke regel is één functie, met een artikel, een dag van ingang en voorbeelden. De
voorbeelden worden bij elke test nagerekend: wie de wet kent kan ze lezen en zeggen wat niet klopt.
Wat we niet zelf in de tekst van de wet lazen, heet ‘nog te bevestigen’, hier en op het scherm."""


def wet() -> str:
    """Return docs/wet.md: a chapter per rule."""
    names = sorted(module.name for module in iter_modules(regels.__path__))
    chapters = [_chapter(name, import_module(f"{regels.__name__}.{name}")) for name in names]
    return page("De regels van de wet", INTRO, *chapters)


def _chapter(name: str, module: ModuleType) -> str:
    parts = [f"## {name}", told(getattr(module, name))]
    versions = list(_versions(module))
    if versions:
        parts.append(table(("Waarde", "Artikel", "Sinds", "Zegt", "Zekerheid"), versions))
    source = resources.files("schakel.wet") / "tests" / "voorbeelden" / f"{name}.yaml"
    if source.is_file():
        cases = yaml.safe_load(source.read_text(encoding="utf-8"))
        parts += [f"Voorbeelden, bij {cases['bron']}:", _examples(cases["voorbeelden"])]
    return "\n\n".join(parts)


def _versions(module: ModuleType) -> Iterator[tuple[str, ...]]:
    for name, value in vars(module).items():
        if isinstance(value, Dated):
            for since, says in sorted(value.versions.items()):
                mark = _mark(value.mark_on(since))
                yield (f"`{name}`", _link(value.bron, since), since.isoformat(), _says(says), mark)


def _link(bron: Artikel, since: date) -> str:
    url = bron.url(since)
    return f"[{bron}]({url})" if url else str(bron)


def _says(value: Any) -> str:
    return f"de functie {in_words(value)}" if callable(value) else in_words(value)


def _mark(mark: Zekerheid) -> str:
    return f"nog te bevestigen ({mark.value})" if mark.nog_te_bevestigen else mark.value


def _examples(cases: list[dict[str, Any]]) -> str:
    rows = [(case["naam"], in_words(case["gegeven"]), in_words(case["dan"])) for case in cases]
    return table(("Voorbeeld", "Gegeven", "Dan"), rows)
