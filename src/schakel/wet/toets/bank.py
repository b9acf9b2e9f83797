"""Read cases, answer each, and lay the answer beside what was expected, key by key."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from schakel.base.refusal import Refusal
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.onderwerpen import ONDERWERPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Geval:
    """One case.

    :param verwacht: by key what the answer must be; the answer may hold more
    """

    id: str
    onderwerp: str
    feiten: Mapping[str, Any]
    op: date
    verwacht: Mapping[str, Any]
    waarom: str = ""
    gronden: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verschil:
    """One key that came out otherwise; `kreeg` is None when there was no answer."""

    id: str
    sleutel: str
    verwacht: Any
    kreeg: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Resultaat:
    """A case with our answer.

    :param antwoord: None when it cannot be answered; then `melding` says why
    """

    geval: Geval
    antwoord: Antwoord | None
    melding: str | None
    verschillen: Sequence[Verschil]

    @property
    def gelijk(self) -> bool:
        """True if every expected key came out so."""
        return self.antwoord is not None and not self.verschillen

    def plat(self) -> dict[str, Any]:
        """Return the result as JSON knows it."""
        found = self.antwoord
        return {
            "id": self.geval.id,
            "topic": self.geval.onderwerp,
            "antwoord": None if found is None else found.plat(),
            "melding": self.melding,
            "gronden": [] if found is None else found.gronden,
            "stappen": [] if found is None else found.stappen,
        }


def lees(text: str) -> Iterator[Geval]:
    """Yield each case of a file with one JSON object a line.

    :raises Refusal: naming the line that is no case
    """
    for nth, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield _geval(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError) as wrong:
                raise Refusal(
                    f"Regel {nth} is geen geval: verwacht een JSON-object met id, topic, facts, on "
                    "en expect. Er is niets getoetst."
                ) from wrong


def _geval(found: Mapping[str, Any]) -> Geval:
    facts, expect = dict(found["facts"]), dict(found["expect"])
    return Geval(
        id=str(found["id"]),
        onderwerp=str(found["topic"]),
        feiten=facts,
        op=date.fromisoformat(found["on"]),
        verwacht=expect,
        waarom=str(found.get("why", "")),
        gronden=tuple(str(one) for one in found.get("cite", ())),
    )


def beantwoord(onderwerp: str, feiten: Mapping[str, Any], op: date) -> Antwoord:
    """Return what our rules say of these facts on this day.

    :raises Refusal: for a topic that we do not have, or facts that do not give an answer
    """
    answer = ONDERWERPEN.get(onderwerp)
    if answer is None:
        known = ", ".join(sorted(ONDERWERPEN))
        raise Refusal(f"Het onderwerp ‘{onderwerp}’ is er niet. Kies uit: {known}.")
    try:
        return answer(Feiten(feiten), op)
    except (OverflowError, ValueError) as wrong:
        raise Refusal(
            "Deze feiten vallen buiten wat kan worden gerekend. Controleer de datums en aantallen."
        ) from wrong


def toets(geval: Geval) -> Resultaat:
    """Answer a case and compare it: numbers by value, lists as given."""
    try:
        found = beantwoord(geval.onderwerp, geval.feiten, geval.op)
    except Refusal as refusal:
        missing = [
            Verschil(id=geval.id, sleutel=key, verwacht=value, kreeg=None)
            for key, value in geval.verwacht.items()
        ]
        return Resultaat(geval=geval, antwoord=None, melding=refusal.text, verschillen=missing)
    plat = found.plat()
    verschillen = [
        Verschil(id=geval.id, sleutel=key, verwacht=value, kreeg=plat.get(key))
        for key, value in geval.verwacht.items()
        if key not in plat or not _zelfde(plat[key], value)
    ]
    return Resultaat(geval=geval, antwoord=found, melding=None, verschillen=verschillen)


def _zelfde(ours: Any, theirs: Any) -> bool:
    """True if both are the same; a yes is not a one."""
    if isinstance(ours, bool) or isinstance(theirs, bool):
        return ours is theirs
    return bool(ours == theirs)
