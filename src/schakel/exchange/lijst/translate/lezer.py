"""Read the cells of one row, and keep what there is to say of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from schakel.exchange.lijst import waarden
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst, Melding, Rij, Soort
from schakel.exchange.lijst.waarden import Fout, tekst
from schakel.wet.datum import dutch_date

T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Lezer:
    """Reads the cells of one row, and keeps what there is to say of them."""

    rij: Rij
    vandaag: date
    meldingen: list[Melding] = field(default_factory=list)

    def cel(self, kolom: Kolom) -> waarden.Cel:
        return self.rij.cellen.get(kolom)

    def tekst(self, kolom: Kolom) -> str:
        return tekst(self.cel(kolom))

    def fout(self, kolom: Kolom, soort: Soort, text: str) -> None:
        self._meld(kolom, soort, text, Ernst.FOUT)

    def twijfel(self, kolom: Kolom, soort: Soort, text: str) -> None:
        self._meld(kolom, soort, text, Ernst.TWIJFEL)

    def _meld(self, kolom: Kolom, soort: Soort, text: str, ernst: Ernst) -> None:
        self.meldingen.append(Melding(kolom=kolom, soort=soort, ernst=ernst, tekst=text))

    def lees(
        self, kolom: Kolom, read: Callable[[waarden.Cel], T], soort: Soort, ernst: Ernst
    ) -> T | None:
        """Return what the cell says, or None with what is the matter."""
        try:
            return read(self.cel(kolom))
        except Fout as fout:
            self._meld(kolom, soort, str(fout), ernst)
            return None

    def dag(self, kolom: Kolom, *, straks: bool = False) -> date | None:
        """Return the day in a cell; one that has not come yet only where that can be."""
        found = self.lees(kolom, waarden.datum, Soort.DATUM, Ernst.FOUT)
        if found is not None and found > self.vandaag and not straks:
            self.fout(
                kolom,
                Soort.TOEKOMST,
                f"{dutch_date(found)} ligt in de toekomst. Vul een dag in die geweest is.",
            )
            return None
        return found
