"""Who asks or does something. Every question and every deed takes one."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed


class Via(StrEnum):
    """Along which road something came in; a gebeurtenis keeps it as its source."""

    MENS = "mens"
    IMPORT = "import"
    DUO = "duo"
    COA = "coa"
    TAALAANBIEDER = "taalaanbieder"
    SYSTEEM = "systeem"

    @property
    def reports_the_past(self) -> bool:
        """True when it tells what was done elsewhere, so that gaps are noted and not refused."""
        return self in {Via.IMPORT, Via.DUO, Via.COA}


@dataclass(frozen=True, slots=True, kw_only=True)
class Inzage:
    """One look at one dossier: which categories of data were handed out, by which question.

    :param geweigerd: the dossier is out of sight, and nothing of it was handed out
    """

    dossier: int
    categories: frozenset[str]
    question: str
    geweigerd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One list that leaves the house as a file: which, how chosen, how long. Nobody stands in it.

    :param keuze: the filter in words, without a name or number of a person
    :param gemeenten: CBS codes that it could hold
    :param persoonsgegevens: the file tells about people
    """

    lijst: str
    formaat: str
    keuze: str
    gemeenten: frozenset[str]
    regels: int
    persoonsgegevens: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A medewerker of an organisation, or the system, with what it may do at this moment.

    :param medewerker: id in `keten`, or None for the system
    :param organisatie: id in `keten`, or None for the system
    :param gemeenten: CBS codes (four digits) within reach
    :param taken: codes of the chain tasks that the organisation has
    :param op: the day of asking: on it an agreement must be in force
    :param inzagen: filled by the questions of `dossier`, written by the hall after the answer
    :param exports: filled by the door that makes a file, written by the hall with the looks
    """

    medewerker: int | None
    organisatie: int | None
    gemeenten: frozenset[str]
    op: date
    permissions: frozenset[Permission]
    taken: frozenset[str] = frozenset()
    via: Via = Via.MENS
    inzagen: list[Inzage] = field(default_factory=list, compare=False, repr=False)
    exports: list[Export] = field(default_factory=list, compare=False, repr=False)

    def may(self, permission: Permission) -> bool:
        """True if the actor holds the permission."""
        return permission in self.permissions

    def require(self, permission: Permission) -> None:
        """Let the actor pass only with the permission.

        :raises NotAllowed: otherwise
        """
        if not self.may(permission):
            raise NotAllowed(
                f"U mag dit niet: daarvoor is het recht ‘{permission.label}’ nodig. "
                "Vraag de functioneel beheerder als dit bij uw werk hoort."
            )
