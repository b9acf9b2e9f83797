"""The button that leads to where a point of work is done, for who may press it."""

from collections.abc import Iterator
from dataclasses import dataclass

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.traject.queries import TrajectStand
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.web.traject.stappen import STAPPEN
from schakel.web.werk.woorden import HANDELINGEN

NAMEN = {"pip": "PIP opstellen", "feit": "Gegeven toevoegen"}
"""What the buttons to the other screens are called."""

RECHTEN = {
    "pip": Permission.PIP_WRITE,
    "pip-verzonden": Permission.PIP_WRITE,
    "pip-intrekken": Permission.PIP_WRITE,
    "aanmelden": Permission.AANMELDING_WRITE,
    "aanmelding-intrekken": Permission.AANMELDING_WRITE,
    "inschrijving": Permission.AANMELDING_WRITE,
}
"""Which permission a step needs; the others belong to the intake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knop:
    """A step that can be recorded now; `naam` is that of its screen."""

    naam: str
    titel: str


def knop_van(handeling: Handeling, traject: TrajectStand, actor: Actor) -> Knop | None:
    """Return the screen on which this actor does this now, or None: there is none, or not yet."""
    told = HANDELINGEN[handeling]
    naam = next(na_oproep(traject), "") if handeling is Handeling.OPROEP else told.stap
    if not naam or not mag(actor, naam):
        return None
    return Knop(naam=naam, titel=told.knop or titel_van(naam))


def titel_van(naam: str) -> str:
    """Return the title of the screen of this name."""
    return STAPPEN[naam].titel if naam in STAPPEN else NAMEN[naam]


def mag(actor: Actor, naam: str) -> bool:
    """True if the actor may record this step."""
    other = Permission.DOSSIER_WRITE if naam == "feit" else Permission.INTAKE_WRITE
    return actor.may(RECHTEN.get(naam, other))


def na_oproep(traject: TrajectStand) -> Iterator[str]:
    """What can follow once the term of the last oproep is over, the first choice first."""
    if not traject.oproepen:
        return
    last = traject.oproepen[-1]
    if traject.kan_zonder:
        yield "absentie"
    missed = traject.gemist_op is not None and traject.gemist_op >= last.op
    if last.uiterlijk < traject.op or missed:
        yield "waarschuwen"
