"""The rules as a list: what each is called, its versions, its examples, and what it asks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from importlib import import_module, resources
from inspect import Parameter, signature
from pkgutil import iter_modules
from types import NoneType
from typing import Any, get_args, get_type_hints

import yaml

from schakel.wet import regels
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.geld import dutch_euro, euros
from schakel.wet.uitkomst import Uitkomst

AFKORTINGEN = {
    **{
        word: word.upper()
        for word in (
            "pip", "brp", "duo", "pvt", "map", "nt2", "knm", "lbt", "spuk", "aow", "vso", "tst",
            "eu", "b1", "a2", "abo", "ba", "bgo", "tba", "gg", "bsn", "coa", "cbs",
        )
    },
    "hvw28": "Huisvestingswet 28",
    "wi2013": "Wet inburgering 2013",
    "wi2021": "Wet inburgering 2021",
    "pw": "Participatiewet",
    "z": "Z-route",
}  # fmt: skip
BEDRAGEN = frozenset({"opgelegd", "maximum", "ruimte", "boete"})
"""Numbers that are an amount, though their name does not say so."""
NIET_GEVRAAGD = frozenset({"extra"})
"""What an administrator sets, and nobody fills in for one sum."""


def naam_in_woorden(naam: str) -> str:
    """Return a name of the code as people write it: `pip_termijn` is `PIP-termijn`."""
    words = " ".join(AFKORTINGEN.get(word, word) for word in naam.lower().split("_"))
    return words.replace("PIP termijn", "PIP-termijn").replace("PIP inhoud", "inhoud van het PIP")


def is_bedrag(naam: str) -> bool:
    """True if a number of this name is an amount, in whole cents."""
    return "bedrag" in naam or naam.rpartition(".")[2] in BEDRAGEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Versie:
    """What a part of a rule says since a day.

    :param tekst: the value, or "" where the law says how to reckon
    """

    naam: str
    bron: Artikel
    sinds: date
    tekst: str
    zekerheid: Zekerheid


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbeeld:
    """A case that every test reckons out again."""

    naam: str
    gegeven: Mapping[str, Any]
    dan: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """One fact that a rule asks for.

    :param naam: its name; of a fact inside a group, `groep.naam`
    :param soort: `date`, `bool`, `int`, `str` or a list of the law
    :param nodig: without it there is no answer
    """

    naam: str
    soort: type
    nodig: bool
    anders: Any = None

    @property
    def is_bedrag(self) -> bool:
        """True for an amount, in whole cents."""
        return self.soort is int and is_bedrag(self.naam)

    @property
    def tekst(self) -> str:
        """The fact as people read it."""
        return naam_in_woorden(self.naam.rpartition(".")[2])


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One rule of law.

    :param vragen: empty when it cannot be asked with facts that fit in a form
    :param artikelen: every place in the law that it names, each once
    """

    naam: str
    bron: str
    wat: str
    versies: Sequence[Versie]
    voorbeelden: Sequence[Voorbeeld]
    vragen: Sequence[Vraag]
    artikelen: Sequence[Artikel] = ()

    @property
    def titel(self) -> str:
        """The notion as people write it."""
        words = naam_in_woorden(self.naam)
        return f"{words[:1].upper()}{words[1:]}"


@cache
def list_regels() -> tuple[Regel, ...]:
    """Return every rule, by name."""
    return tuple(_regel(module.name) for module in iter_modules(regels.__path__))


def get_regel(naam: str) -> Regel | None:
    """Return the rule of this name, or None."""
    return next((regel for regel in list_regels() if regel.naam == naam), None)


def reken(regel: Regel, feiten: Mapping[str, Any]) -> Uitkomst[Any]:
    """Return the outcome of a rule for these facts, by the names of its `vragen`.

    :raises Refusal: as the rule itself
    """
    rule = getattr(import_module(f"{regels.__name__}.{regel.naam}"), regel.naam)
    tree: dict[str, Any] = {}
    for naam in (vraag.naam for vraag in regel.vragen):
        *groups, last = naam.split(".")
        branch = tree
        for group in groups:
            branch = branch.setdefault(group, {})
        if naam in feiten:
            branch[last] = feiten[naam]
    outcome: Uitkomst[Any] = _build(rule, tree)
    return outcome


def _build(taker: Any, tree: Mapping[str, Any]) -> Any:
    """Call a rule, or make a group of facts, with the groups inside it made first."""
    hints = get_type_hints(taker)
    return taker(
        **{
            name: _build(hints[name], value) if isinstance(value, dict) else value
            for name, value in tree.items()
        }
    )


def _regel(naam: str) -> Regel:
    module = import_module(f"{regels.__name__}.{naam}")
    table = _table(naam)
    return Regel(
        naam=naam,
        bron=table.get("bron", ""),
        wat=table.get("wat", ""),
        versies=tuple(_versies(vars(module))),
        voorbeelden=tuple(
            Voorbeeld(naam=one["naam"], gegeven=one["gegeven"], dan=one["dan"])
            for one in table.get("voorbeelden", ())
        ),
        vragen=tuple(_vragen(getattr(module, naam))),
        artikelen=tuple(dict.fromkeys(_artikelen(vars(module).values()))),
    )


def _artikelen(values: Iterable[Any]) -> Iterator[Artikel]:
    """Yield the places in the law among these values, also those inside a list or a table."""
    for value in values:
        if isinstance(value, Artikel):
            yield value
        elif isinstance(value, Dated):
            yield value.bron
            yield from _artikelen(value.versions.values())
        elif isinstance(value, Mapping):
            yield from _artikelen(value.values())
        elif isinstance(value, tuple | frozenset):
            yield from _artikelen(value)


def _table(naam: str) -> Mapping[str, Any]:
    source = resources.files("schakel.wet") / "tests" / "voorbeelden" / f"{naam}.yaml"
    found: Mapping[str, Any] = (
        yaml.safe_load(source.read_text(encoding="utf-8")) if source.is_file() else {}
    )
    return found


def _versies(names: Mapping[str, Any]) -> Iterator[Versie]:
    for name, value in names.items():
        if isinstance(value, Dated):
            for since, says in sorted(value.versions.items()):
                yield Versie(
                    naam=naam_in_woorden(name.strip("_")),
                    bron=value.bron,
                    sinds=since,
                    tekst="" if callable(says) else _in_woorden(says, value.maat),
                    zekerheid=value.mark_on(since),
                )


def _in_woorden(value: Any, maat: Maat = Maat.AANTAL) -> str:
    """Return what a version says, for people; a set by name, the rest in its own order."""
    match value:
        case None:
            return "niet bekend"
        case bool():
            return "ja" if value else "nee"
        case int() | Decimal():
            return _getal(value, maat)
        case date():
            return f"{value:%d-%m-%Y}"
        case Mapping():
            parts = (f"{_in_woorden(key)}: {_in_woorden(one, maat)}" for key, one in value.items())
            return "; ".join(parts)
        case frozenset() | set():
            return ", ".join(sorted(_in_woorden(one, maat) for one in value))
        case tuple() | list():
            between = " / " if any(isinstance(one, tuple) for one in value) else ", "
            return between.join(_in_woorden(one, maat) for one in value)
    return str(getattr(value, "label", value))


def _getal(value: int | Decimal, maat: Maat) -> str:
    match maat:
        case Maat.CENTEN:
            return dutch_euro(euros(int(value)))
        case Maat.EURO:
            return dutch_euro(Decimal(value))
        case Maat.AANTAL:
            return str(value)
    return f"{value} {maat.value}"


def _vragen(rule: Any) -> Iterator[Vraag]:
    """Yield what a rule asks for; nothing at all when a form cannot ask it."""
    found: list[Vraag] = []
    hints = get_type_hints(rule)
    for name, parameter in signature(rule).parameters.items():
        if name in NIET_GEVRAAGD:
            continue
        group = _group(hints[name])
        asked = _inside(name, group) if group else [_vraag(name, hints[name], parameter.default)]
        if any(one is None for one in asked):
            return
        found += [one for one in asked if one is not None]
    yield from found


def _inside(name: str, group: Any) -> list[Vraag | None]:
    hints = get_type_hints(group)
    found: list[Vraag | None] = []
    for one in fields(group):
        inner, path = _group(hints[one.name]), f"{name}.{one.name}"
        found += _inside(path, inner) if inner else [_vraag(path, hints[one.name], one.default)]
    return found


def _group(hint: Any) -> Any:
    return hint if isinstance(hint, type) and is_dataclass(hint) else None


def _vraag(name: str, hint: Any, default: Any) -> Vraag | None:
    """Return the question for one fact, or None for a sort that no form has."""
    options = get_args(hint) or (hint,)
    kinds = [one for one in options if one is not NoneType]
    empty = NoneType in options
    given = default not in {Parameter.empty, MISSING} if _hashable(default) else True
    if len(kinds) != 1 or not isinstance(kinds[0], type):
        return None
    [kind] = kinds
    if kind not in {date, bool, int, str} and not issubclass(kind, StrEnum):
        return None
    return Vraag(
        naam=name, soort=kind, nodig=not empty and not given, anders=default if given else None
    )


def _hashable(value: Any) -> bool:
    return getattr(type(value), "__hash__", None) is not None
