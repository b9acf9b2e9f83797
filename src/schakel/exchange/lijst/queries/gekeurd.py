"""A row that was judged: what becomes of it, and what there is to say of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from schakel.dossier.queries import PersoonGegevens
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst, Melding, Soort, Vertaling
from schakel.traject.queries import Wijziging


class Lot(StrEnum):
    """What becomes of a row."""

    NIEUW = "nieuw"
    GEWIJZIGD = "gewijzigd"
    ONGEWIJZIGD = "ongewijzigd"
    GEWEIGERD = "geweigerd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gekeurd:
    """A row that was judged.

    :param sleutel: by which it is known again; `afdruk`: print of all that it says
    :param dossier: the dossier that it is about, or None for a new one
    :param persoon: whom to open a dossier for, or what to change; None = nothing
    :param wijzigingen: facts to write
    :param gebeurtenissen: id of what stands in the log already, by column
    :param gezien: print of each name and number as it will stand, by field
    """

    vertaling: Vertaling
    lot: Lot
    meldingen: Sequence[Melding]
    sleutel: str
    afdruk: str
    dossier: UUID | None = None
    persoon: PersoonGegevens | None = None
    wijzigingen: Sequence[Wijziging] = ()
    gebeurtenissen: Mapping[str, int] = field(default_factory=dict)
    gezien: Mapping[str, str] = field(default_factory=dict)

    @property
    def regel(self) -> int:
        return self.vertaling.regel

    def met(self, melding: Melding) -> "Gekeurd":
        """Return the row as refused for one more reason."""
        return replace(self, lot=Lot.GEWEIGERD, meldingen=op_volgorde([*self.meldingen, melding]))


def fout(kolom: Kolom, soort: Soort, text: str) -> Melding:
    return Melding(kolom=kolom, soort=soort, ernst=Ernst.FOUT, tekst=text)


def twijfel(kolom: Kolom, soort: Soort, text: str) -> Melding:
    return Melding(kolom=kolom, soort=soort, ernst=Ernst.TWIJFEL, tekst=text)


def geweigerd(meldingen: Sequence[Melding]) -> bool:
    return any(melding.ernst is Ernst.FOUT for melding in meldingen)


def op_volgorde(meldingen: Sequence[Melding]) -> list[Melding]:
    """Return what there is to say by column, of each sort once: the first thing to mend."""
    order = list(Kolom)
    once = {(one.kolom, one.soort): one for one in reversed(meldingen)}
    return sorted(once.values(), key=lambda one: (order.index(one.kolom), one.ernst, one.soort))


def geteld(gekeurd: Gekeurd) -> dict[str, int]:
    """Return what one row adds to the counts of a report."""
    good = gekeurd.lot is not Lot.GEWEIGERD
    return {
        "gelezen": 1,
        "goed": int(good),
        "geweigerd": int(not good),
        "twijfel": int(good and bool(gekeurd.meldingen)),
        "ongewijzigd": int(gekeurd.lot is Lot.ONGEWIJZIGD),
        "nieuw": int(gekeurd.lot is Lot.NIEUW),
        "gewijzigd": int(gekeurd.lot is Lot.GEWIJZIGD),
    }
