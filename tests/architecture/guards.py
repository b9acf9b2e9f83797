"""The walls that no tool checks. Each guard takes the source and tells what is wrong with it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator

import yaml

from tests.architecture.source import Module, Source

MAX_LINES = 300
RECORDS = frozenset({"schakel.logboek.actions.record", "schakel.logboek.actions.record_all"})
RECORDING_ROOMS = ("dossier", "traject", "overleg", "geld", "handhaving")
# Deeds on a dossier that are no fact about it, and why.
_CONCEPT = "a draft is a plain row: establishing it is the fact"
_SAMEN = "a dated row says which logs are read as one: the logs themselves stay as they are"
RECORD_NOTHING: dict[str, str] = {
    "schakel.dossier.actions.samenvoegen.add_samenvoeging": _SAMEN,
    "schakel.dossier.actions.samenvoegen.end_samenvoeging": _SAMEN,
    "schakel.traject.actions.samenvoeging.merge_dossiers": _SAMEN,
    "schakel.traject.actions.samenvoeging.undo_merge": _SAMEN,
    "schakel.traject.actions.brief.make_brief": "the PIP it belongs to was just recorded",
    "schakel.traject.actions.werk.plan_werk": "a plan for work is a plain row, no fact",
    **{
        f"schakel.traject.actions.concept.{action}": _CONCEPT
        for action in ("save_concept", "present_concept", "read_concept_along", "discard_concept")
    },
}
ONE_LOG = frozenset(
    f"schakel.logboek.queries.{name}" for name in ("list_rows", "list_rows_of", "newest")
)
LIST_ON_SCREEN = re.compile(r'<table|class="sk-werk"')
PEOPLE_ON_SCREEN = re.compile(r"{% for (?:(?!{% endfor).)*{% url 'dossier' ", re.DOTALL)
# Templates with rows that are no list to take along, and why.
NO_EXPORT: dict[str, str] = {
    "demo/index.html": "the personas of the training region",
    "web/dossier/dossier.html": "one person: what one may take of that is inzage, not a list",
    "web/instroom/nieuw.html": "who might be the same person, while one fills in a form",
    "web/samenvoegen/samenvoegen.html": "two dossiers side by side, to decide on",
    "web/stand/waarom.html": "an explanation of one figure; who is behind it can be exported",
    "web/wet/regel.html": "a rule of law: nobody's data, and published whole in docs/wet.md",
    "web/wet/wet.html": "the rules of law, as above",
    "web/traject/herstellen.html": "what would change, while one fills in a form",
}
WRITING_CALLS = frozenset(
    ["save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"]
)


def rooms_that_touch_tables_of_others(source: Source) -> Iterator[str]:
    """Doors: the actions of a room know the tables of that room alone."""
    for module in source.of("actions"):
        for imported in sorted(set(module.imports.values())):
            parts = imported.split(".")
            if parts[0] == "schakel" and "models" in parts and parts[1] != module.room:
                yield f"{module.name} writes a table of another room: {imported}"
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Attribute) and node.attr == "get_model":
                yield f"{module.name}:{node.lineno} gets a table by its name"


def actions_that_record_nothing(source: Source) -> Iterator[str]:
    """Actions record: whoever does something to a dossier writes a line in the log."""
    for module in source.of("actions", rooms=RECORDING_ROOMS):
        for name, function in module.functions.items():
            arguments = {a.arg for a in function.args.args + function.args.kwonlyargs}
            action = f"{module.name}.{name}"
            if name.startswith("_") or "now" not in arguments or action in RECORD_NOTHING:
                continue
            if not source.reaches(action, RECORDS):
                yield f"{action} writes no gebeurtenis"


def stories_that_miss_what_was_merged(source: Source) -> Iterator[str]:
    """Merged dossiers: a story is read by `dossier.queries.list_log`, never from one log alone."""
    for module in source.modules.values():
        for imported in sorted(set(module.imports.values())):
            if imported in ONE_LOG and module.room not in {"dossier", "logboek"}:
                yield f"{module.name} reads the log of one dossier alone: {imported}"


def rules_without_examples(source: Source) -> Iterator[str]:
    """Rules have examples: beside each rule of law lies a table of cases in YAML."""
    for name in rules_of_law(source):
        table = source.root / "wet" / "tests" / "voorbeelden" / f"{name}.yaml"
        if not table.exists():
            yield f"wet/regels/{name}.py has no wet/tests/voorbeelden/{name}.yaml"
        elif not yaml.safe_load(table.read_text()).get("voorbeelden"):
            yield f"wet/tests/voorbeelden/{name}.yaml holds no example"


def files_that_are_too_long(source: Source) -> Iterator[str]:
    """Size: a file can be read in one sitting."""
    for module in source.modules.values():
        if module.lines > MAX_LINES:
            yield f"{module.path.relative_to(source.root)} has {module.lines} lines"


def reports_that_write(source: Source) -> Iterator[str]:
    """Reports only read: `stand` imports no action and calls nothing that writes."""
    for module in source.modules.values():
        if module.room != "stand":
            continue
        for imported in sorted(set(module.imports.values())):
            if imported.startswith("schakel.") and "actions" in imported.split("."):
                yield f"{module.name} imports an action: {imported}"
        for node in ast.walk(module.tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in WRITING_CALLS
            ):
                yield f"{module.name}:{node.lineno} calls .{node.func.attr}()"


def names_missing_from_the_docs(source: Source) -> Iterator[str]:
    """Docs are complete: each event, rule, permission and setting is named in `docs/`."""
    pages = (source.root.parents[1] / "docs").rglob("*.md")
    words = set(re.findall(r"[\w.]*\w", "\n".join(page.read_text() for page in pages)))
    for what, names in {
        "event": kinds_of_events(source),
        "rule": rules_of_law(source),
        "permission": permissions(source),
        "setting": settings(source),
    }.items():
        for name in sorted(set(names)):
            if name not in words:
                yield f"docs/ does not name the {what} {name}"


def lists_that_cannot_be_exported(source: Source) -> Iterator[str]:
    """Lists can be taken along: beside each list on a screen stands the control to export it."""
    pages = {}
    for room in source.root.glob("*/templates"):
        pages |= {str(path.relative_to(room)): path.read_text() for path in room.rglob("*.html")}
    offered = set(re.findall(r'{% exporteren "(\w+)"', "\n".join(pages.values())))
    parts = {part for text in pages.values() for part in _included(text)}
    for name, text in sorted(pages.items()):
        whole = text + "".join(pages.get(part, "") for part in _included(text))
        lists = max(len(LIST_ON_SCREEN.findall(whole)), bool(PEOPLE_ON_SCREEN.search(whole)))
        if name in NO_EXPORT and not lists:
            yield f"{name} shows no list, and needs no exception"
        elif name not in NO_EXPORT | dict.fromkeys(parts) and lists > text.count("{% exporteren "):
            yield f"{name} shows a list without a way to export it"
    for name in re.findall(r'name="export_(\w+)"', (source.root / "web" / "urls.py").read_text()):
        if name not in offered:
            yield f"no screen offers the export {name}"


def _included(text: str) -> set[str]:
    return set(re.findall(r"""{% include ["']([\w/.]+)["']""", text))


def rules_of_law(source: Source) -> list[str]:
    """Return the names of the files in `wet/regels`."""
    files = (source.root / "wet" / "regels").glob("[!_]*.py")
    return sorted(path.stem for path in files)


def kinds_of_events(source: Source) -> Iterator[str]:
    """Yield the `kind` of every event that a room declares."""
    for module in source.of("events"):
        for node in ast.walk(module.tree):
            if (
                isinstance(node, ast.AnnAssign)
                and isinstance(node.target, ast.Name)
                and node.target.id == "kind"
                and isinstance(node.value, ast.Constant)
            ):
                yield str(node.value.value)


def permissions(source: Source) -> Iterator[str]:
    """Yield the value of every permission."""
    for module in source.modules.values():
        if module.name == "schakel.base.permissions":
            for node in ast.walk(module.tree):
                if isinstance(node, ast.ClassDef) and node.name == "Permission":
                    yield from _text_values(node.body)


def settings(source: Source) -> Iterator[str]:
    """Yield the name of every variable that the settings read from the environment."""
    for module in source.modules.values():
        if re.fullmatch(r"schakel\.config\.settings\b.*", module.name):
            yield from _names_read_from_the_environment(module)


def _names_read_from_the_environment(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        if re.match(r"(env|os\.environ|os\.getenv)\b", ast.unparse(node.func)):
            yield from _text_values(node.args[:1])
        if re.fullmatch(r"(environ\.)?Env", ast.unparse(node.func)):
            yield from (keyword.arg for keyword in node.keywords if keyword.arg)


def _text_values(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        value = node.value if isinstance(node, ast.Assign) else node
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.value


STATIC_GUARDS = (
    rooms_that_touch_tables_of_others,
    actions_that_record_nothing,
    stories_that_miss_what_was_merged,
    rules_without_examples,
    files_that_are_too_long,
    reports_that_write,
    names_missing_from_the_docs,
    lists_that_cannot_be_exported,
)
