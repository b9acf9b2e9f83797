"""The source of the house as the guards read it: parsed, never imported."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, kw_only=True)
class Module:
    """One file of `src/schakel`; `name` is as in an import, `room` is its first part."""

    name: str
    path: Path
    lines: int
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split(".")[1] if "." in self.name else ""

    def is_in(self, kind: str) -> bool:
        """True if this is the `actions` (`queries`, `models` …) of its room, file or folder."""
        return kind in self.name.split(".")[2:]

    @cached_property
    def imports(self) -> dict[str, str]:
        """What each imported name stands for; an import inside a function counts as well."""
        names = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names.update({n.asname or n.name.split(".")[0]: n.name for n in node.names})
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.update({n.asname or n.name: f"{node.module}.{n.name}" for n in node.names})
        return names

    @cached_property
    def functions(self) -> dict[str, ast.FunctionDef | ast.AsyncFunctionDef]:
        """The functions at the top of the file, by name."""
        return {node.name: node for node in self.tree.body if isinstance(node, FUNCTION)}


class Source:
    """All files below one `src/schakel`, tests and migrations apart."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.modules = {module.name: module for module in self._read()}

    def _read(self) -> Iterator[Module]:
        for path in sorted(self.root.rglob("*.py")):
            parts = path.relative_to(self.root.parent).with_suffix("").parts
            if {"tests", "migrations"} & set(parts):
                continue
            text = path.read_text()
            name = ".".join(part for part in parts if part != "__init__")
            yield Module(
                name=name, path=path, lines=len(text.splitlines()), tree=ast.parse(text, str(path))
            )

    def of(self, kind: str, *, rooms: tuple[str, ...] | None = None) -> Iterator[Module]:
        """Yield the modules of this kind, of these rooms or of all."""
        for module in self.modules.values():
            if module.is_in(kind) and (rooms is None or module.room in rooms):
                yield module

    def reaches(self, start: str, targets: frozenset[str]) -> bool:
        """True if this function mentions one of the targets, at any depth of our own functions."""
        seen, waiting = set(), [start]
        while waiting:
            name = self._where_it_is_written(waiting.pop())
            if name in targets:
                return True
            if name not in seen:
                seen.add(name)
                waiting.extend(self._mentions(name))
        return False

    def _where_it_is_written(self, name: str) -> str:
        """Follow a name that a package only passes on to the module that defines it."""
        module, _, function = name.rpartition(".")
        passed_on = self.modules.get(module)
        if passed_on and function not in passed_on.functions and function in passed_on.imports:
            return self._where_it_is_written(passed_on.imports[function])
        return name

    def _mentions(self, name: str) -> Iterator[str]:
        module = self.modules.get(name.rpartition(".")[0])
        function = module and module.functions.get(name.rpartition(".")[2])
        if not module or not function:
            return
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                if node.value.id in module.imports:
                    yield f"{module.imports[node.value.id]}.{node.attr}"
            elif isinstance(node, ast.Name):
                if node.id in module.functions:
                    yield f"{module.name}.{node.id}"
                elif node.id in module.imports:
                    yield module.imports[node.id]
