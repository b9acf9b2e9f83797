"""The answer of a rule: a value that can explain itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Generic, ParamSpec, TypeVar

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date

P = ParamSpec("P")
T = TypeVar("T")


class StapSoort(StrEnum):
    """What a step of the sum does."""

    FEIT = "feit"
    VERSIE = "versie"
    DUUR = "duur"
    VERSCHUIVING = "verschuiving"
    KEUZE = "keuze"
    UITKOMST = "uitkomst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stap:
    """One step of the sum, in Dutch, with the day it leads to and the article it rests on.

    :param feit: the name of the start fact that this step rests on ("" if none), so that a screen
        can lead from the step to the gebeurtenis
    """

    soort: StapSoort
    tekst: str
    dag: date | None = None
    bron: Artikel | None = None
    zekerheid: Zekerheid = Zekerheid.GELEZEN
    feit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitkomst(Generic[T]):
    """A value, the articles it rests on, and the steps that led to it.

    :param op: the day on which the question was asked: it chose the version of the law
    :param geldig_tot: first later day on which another version takes effect, or None
    :param regel: the name of the rule that was asked, "" when that is not told
    :param feiten: what it was asked with, by the names of the rule: to ask it again
    """

    value: T
    grounds: tuple[Artikel, ...]
    stappen: tuple[Stap, ...] = ()
    op: date | None = None
    geldig_tot: date | None = None
    regel: str = field(default="", compare=False)
    feiten: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def nog_te_bevestigen(self) -> bool:
        """True if any step rests on a reading that was not found in so many words in the law."""
        return any(stap.zekerheid.nog_te_bevestigen for stap in self.stappen)

    def with_value(self, value: Any) -> "Uitkomst[Any]":
        """Return the same explanation for another value made of this one."""
        return replace(self, value=value)

    def tekst(self) -> str:
        """Return the explanation as plain lines, one per step: what `schakel` prints."""
        return "\n".join(_regel(stap) for stap in self.stappen)


def gevraagd(regel: Callable[P, Uitkomst[T]], *nothing: P.args, **feiten: P.kwargs) -> Uitkomst[T]:
    """Return the answer of a rule with what was asked: which rule, and with which facts.

    :raises Refusal: as the rule itself
    """
    return replace(regel(*nothing, **feiten), regel=regel.__name__, feiten=feiten)


def versie_stap(
    regel: Dated[Any],
    day: date,
    *,
    bepalend: str = "de peildatum",
    zekerheid: Zekerheid = Zekerheid.GELEZEN,
) -> Stap:
    """Return the step that says which version of a rule holds on `day`, and why that one.

    :param bepalend: what `day` is: the law says which day chooses the version
    :param zekerheid: how sure we are that this is the version; the mark on the version itself says
        how sure we are of its first day, which matters only near that day
    :raises NotInForce: if there was none yet
    """
    since = regel.since(day)
    return Stap(
        soort=StapSoort.VERSIE,
        tekst=f"Bepalend is {bepalend}, {dutch_date(day)}. Op die dag geldt de tekst die op "
        f"{dutch_date(since)} is ingegaan.",
        dag=since,
        bron=regel.bron,
        zekerheid=zekerheid,
    )


def feit_stap(feit: str, tekst: str, dag: date | None) -> Stap:
    """Return the step that names a start fact; `dag` is None when the fact is not known."""
    return Stap(soort=StapSoort.FEIT, tekst=tekst, dag=dag, feit=feit)


def keuze_stap(
    tekst: str, bron: Artikel | None, *, zekerheid: Zekerheid = Zekerheid.GELEZEN
) -> Stap:
    """Return the step that says which branch the law takes, and why."""
    return Stap(soort=StapSoort.KEUZE, tekst=tekst, bron=bron, zekerheid=zekerheid)


def grounds_of(stappen: Iterable[Stap]) -> tuple[Artikel, ...]:
    """Return the articles of these steps, each once, in the order of the sum."""
    return tuple(dict.fromkeys(stap.bron for stap in stappen if stap.bron))


def _regel(stap: Stap) -> str:
    bron = f" ({stap.bron})" if stap.bron else ""
    mark = " [nog te bevestigen]" if stap.zekerheid.nog_te_bevestigen else ""
    return f"- {stap.tekst}{bron}{mark}"
