"""What a topic answers: values by key, and the explanations they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from schakel.wet.bron import Artikel
from schakel.wet.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoord:
    """An answer in the vocabulary of the cases.

    :param waarden: by key; days, codes, numbers, amounts in euros, lists of codes
    :param uitkomsten: the outcomes of our rules from which the values were taken
    """

    waarden: Mapping[str, Any]
    uitkomsten: Sequence[Uitkomst[Any]]

    @property
    def gronden(self) -> list[str]:
        """The articles of all outcomes, each once."""
        found: dict[Artikel, None] = {}
        for uitkomst in self.uitkomsten:
            found.update(dict.fromkeys(uitkomst.grounds))
        return [str(artikel) for artikel in found]

    @property
    def stappen(self) -> list[str]:
        """The steps of all sums, in Dutch."""
        return [line for one in self.uitkomsten for line in one.tekst().splitlines()]

    def plat(self) -> dict[str, Any]:
        """Return the values as JSON knows them."""
        return {key: _plat(value) for key, value in self.waarden.items()}


def euro(centen: int | None) -> int | float | None:
    """Return an amount of whole cents in euros, as the cases write it."""
    if centen is None:
        return None
    return centen // 100 if centen % 100 == 0 else centen / 100


def _plat(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, list | tuple):
        return [_plat(one) for one in value]
    return value
