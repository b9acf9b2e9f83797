"""The facts of a case: flat fields by name, each asked for as what it must be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from schakel.base.refusal import Refusal

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Feiten:
    """What is given. A field that is absent was not given; `null` is known to be empty."""

    velden: Mapping[str, Any]

    def heeft(self, naam: str) -> bool:
        """True if the field is there, also when it is `null`."""
        return naam in self.velden

    def dag(self, naam: str) -> date | None:
        """Return a day, or None when it is not given or empty.

        :raises Refusal: for what is no ISO day
        """
        value = self.velden.get(naam)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError) as wrong:
            raise _geen(naam, "datum (jjjj-mm-dd)", value) from wrong

    def nodige_dag(self, naam: str) -> date:
        """Return a day without which there is no answer.

        :raises Refusal: if it is not given, empty or no ISO day
        """
        found = self.dag(naam)
        if found is None:
            raise _ontbreekt(naam)
        return found

    def ja(self, naam: str, *, anders: bool = False) -> bool:
        """Return a yes or no; `anders` when it is not given or empty.

        :raises Refusal: for anything else
        """
        found = self.ja_of_niet_bekend(naam)
        return anders if found is None else found

    def ja_of_niet_bekend(self, naam: str) -> bool | None:
        """Return a yes or no, or None when it is not given or empty.

        :raises Refusal: for anything else
        """
        value = self.velden.get(naam)
        if value is not None and not isinstance(value, bool):
            raise _geen(naam, "ja of nee", value)
        return value

    def aantal(self, naam: str, *, anders: int = 0) -> int:
        """Return a whole number of nought or more; `anders` when it is not given or empty.

        :raises Refusal: for anything else
        """
        found = self.aantal_of_niet_bekend(naam)
        return anders if found is None else found

    def aantal_of_niet_bekend(self, naam: str) -> int | None:
        """Return a whole number of nought or more, or None when it is not given or empty.

        :raises Refusal: for anything else
        """
        value = self.velden.get(naam)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise _geen(naam, "geheel getal van nul of meer", value)
        return value

    def nodig_aantal(self, naam: str) -> int:
        """Return a number without which there is no answer.

        :raises Refusal: if it is not given, empty or no whole number of nought or more
        """
        found = self.aantal_of_niet_bekend(naam)
        if found is None:
            raise _ontbreekt(naam)
        return found

    def centen(self, naam: str) -> int | None:
        """Return an amount in whole cents, or None when it is not given or empty.

        :raises Refusal: for anything but an amount of nought or more
        """
        value = self.velden.get(naam)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
            raise _geen(naam, "bedrag van nul of meer", value)
        return round(value * 100)

    def code(self, naam: str, codes: type[E]) -> E | None:
        """Return one of the codes of a list, or None when it is not given or empty.

        :raises Refusal: for a code that is not in it
        """
        value = self.velden.get(naam)
        if value is None:
            return None
        try:
            return codes(value)
        except ValueError as wrong:
            raise _geen(naam, f"een van {', '.join(codes)}", value) from wrong

    def nodige_code(self, naam: str, codes: type[E]) -> E:
        """Return a code without which there is no answer.

        :raises Refusal: if it is not given, empty or not in the list
        """
        found = self.code(naam, codes)
        if found is None:
            raise _ontbreekt(naam)
        return found

    def tekst(self, naam: str) -> str:
        """Return a text, or "" when it is not given or empty.

        :raises Refusal: for anything else
        """
        value = self.velden.get(naam)
        if value is not None and not isinstance(value, str):
            raise _geen(naam, "tekst", value)
        return value or ""


def _ontbreekt(naam: str) -> Refusal:
    return Refusal(f"Het feit ‘{naam}’ ontbreekt. Zonder dat feit is er geen antwoord.", field=naam)


def _geen(naam: str, wat: str, value: object) -> Refusal:
    return Refusal(f"Het feit ‘{naam}’ is geen {wat}: {value!r}. Verbeter het.", field=naam)
