"""A list as it goes into a file: a heading, rows of values, and what there is to say about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

Waarde = str | int | date | datetime | None
"""What a cell can hold. A moment is in the time of Amsterdam; None is nothing at all."""
Rij = Sequence[Waarde]
Over = Sequence[tuple[str, Waarde]]

HOOGSTENS = 100_000
"""How many rows a file holds at most."""
LANGSTE_TEKST = 16_000
"""Characters of one cell, of which a spreadsheet takes no more than 32,767 half ones."""
BREEDTE = range(10, 60)
NIET_IN_XML = re.compile("[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
REGELEINDE = re.compile("\r\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A list, whole and as far as someone may see it.

    :param keuze: the filter in words, without a name or number of a person
    :param gemeenten: CBS codes that it could hold; None = all in reach of who asks
    :param bijzonderheden: what else to say about it, such as the day that the figures are of
    """

    kop: Sequence[str]
    rijen: Sequence[Rij]
    keuze: str = ""
    gemeenten: frozenset[str] | None = None
    bijzonderheden: Over = ()
    persoonsgegevens: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """What a file is written from.

    :param over: what list this is, how chosen, by whom made and when, how many rows
    """

    titel: str
    kop: Sequence[str]
    rijen: Sequence[Rij]
    over: Over
    gemaakt: datetime
    door: str = ""

    def breedtes(self) -> list[int]:
        """Return the width of each column in characters: of its longest text, within bounds."""
        return breedtes(chain([self.kop], self.rijen))


def breedtes(rijen: Iterable[Rij]) -> list[int]:
    """Return the width of each column in characters; every row is as long as the first."""
    found: list[int] = []
    for rij in rijen:
        found = found or [BREEDTE.start] * len(rij)
        for nth, waarde in enumerate(rij):
            if waarde is not None:
                size = len(waarde) if isinstance(waarde, str) else len(str(waarde)[:16])
                found[nth] = max(found[nth], min(size + 2, BREEDTE.stop))
    return found


def schoon(tekst: str) -> str:
    """Return a text as every format can hold it.

    One sort of line end, a space for a tab, without signs that XML does not know, and not too long.
    """
    one_end = REGELEINDE.sub("\n", tekst).replace("\t", " ")
    clean = NIET_IN_XML.sub("", one_end)
    return clean if len(clean) <= LANGSTE_TEKST else f"{clean[: LANGSTE_TEKST - 12]}… (ingekort)"


def zonder_gesloten(
    kop: Sequence[str], rijen: Sequence[Rij], gesloten: str
) -> tuple[Sequence[str], Sequence[Rij]]:
    """Return a list without the columns that say in every row that they are closed."""
    open_ones = [
        nth for nth in range(len(kop)) if not rijen or any(rij[nth] != gesloten for rij in rijen)
    ]
    if len(open_ones) == len(kop):
        return kop, rijen
    return [kop[nth] for nth in open_ones], [tuple(rij[n] for n in open_ones) for rij in rijen]
