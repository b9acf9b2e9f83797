"""The timeline as a person reads it: who recorded each line, and what came in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from schakel.keten.queries import MedewerkerRow, list_medewerkers
from schakel.logboek.queries import Row
from schakel.traject.queries import CONTESTABLE, UNCORRECTABLE, Regel
from schakel.web.startfeiten import BRONNEN

MENSEN = ("medewerker", "tweede_deelnemer")
"""The facts of a gebeurtenis that name a medewerker by id."""
KOPPEN = {
    "afweging_b1": "Weging B1-route",
    "afweging_onderwijs": "Weging onderwijsroute",
    "afweging_z": "Weging zelfredzaamheidsroute",
    "begeleiding": "Ondersteuning en begeleiding",
    "vve_afspraken": "Afspraken over VVE",
    "pw_besluiten": "Participatiewet",
    "afwijking": "Afwijking van het advies",
    "belastbaarheid": "Afspraken en belastbaarheid",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijnregel:
    """One line of the timeline, with who recorded it and what came in its place.

    :param hersteld: at the moment of looking this was no longer what we knew
    :param opvolger: what came in its place, if that is in sight
    :param waarom: the reason that was given when it was recorded, if prose is in sight
    :param mensen: names of medewerkers by id, for the template that tells the line
    """

    regel: Regel
    wie: str
    hersteld: bool
    opvolger: Regel | None
    reden: str
    hersteld_door: str
    waarom: str = ""
    mensen: Mapping[int, str] = field(default_factory=dict)

    @property
    def kan_betwist(self) -> bool:
        """True for a line of the intake that still stands: the second pair of eyes may contest."""
        return not self.hersteld and self.regel.row.kind in CONTESTABLE

    @property
    def kan_hersteld(self) -> bool:
        """True for a line that still stands and that can be put right."""
        return not self.hersteld and self.regel.row.kind not in UNCORRECTABLE

    @property
    def noten(self) -> list[tuple[str, str]]:
        """The prose beside this line that is in sight, each with its heading; not the reason."""
        return [
            (KOPPEN.get(soort, soort.replace("_", " ").capitalize()), note.tekst)
            for soort, note in self.regel.row.toelichting.items()
            if soort != "reden"
        ]

    @property
    def sjabloon(self) -> str:
        """The template that tells this line."""
        return sjabloon(self.regel)

    @property
    def is_niet_gebeurd(self) -> bool:
        """True when nothing came in its place: it never happened."""
        return self.opvolger is not None and self.opvolger.row.kind.endswith(".voided")

    @property
    def opvolger_sjabloon(self) -> str:
        """The template that tells what came in its place."""
        return sjabloon(self.opvolger) if self.opvolger else ""


def sjabloon(regel: Regel) -> str:
    """Return the template of a kind."""
    return f"web/tijdlijn/{regel.row.kind}.html"


def tijdlijn(regels: Sequence[Regel], *, known_at: datetime | None = None) -> list[Tijdlijnregel]:
    """Return the lines with names. "Niet gebeurd" is told at the line that never happened.

    :param known_at: only what was recorded by then (None = now)
    """
    seen = [one for one in regels if known_at is None or one.row.recorded_at <= known_at]
    people = list_medewerkers(ids=_people_in(seen))
    successors = {one.row.replaces: one for one in seen if one.row.replaces}
    return [
        _line(one, successors.get(one.row.id), people, known_at=known_at)
        for one in seen
        if not one.row.kind.endswith(".voided")
    ]


def _people_in(regels: Sequence[Regel]) -> list[int]:
    """Return the ids of who recorded these lines and of whom they name."""
    told = (
        value
        for one in regels
        for value in (one.row.actor, *(one.row.facts.get(name) for name in MENSEN))
    )
    return [value for value in told if isinstance(value, int)]


def _line(
    regel: Regel,
    opvolger: Regel | None,
    people: Mapping[int, MedewerkerRow],
    *,
    known_at: datetime | None,
) -> Tijdlijnregel:
    until = regel.row.known_until
    told = regel.row.toelichting.get("reden") if regel.row.replaces is None else None
    reden = opvolger.row.toelichting.get("reden") if opvolger else None
    return Tijdlijnregel(
        regel=regel,
        wie=who(regel.row, people),
        hersteld=until is not None and (known_at is None or until <= known_at),
        opvolger=opvolger,
        reden=reden.tekst if reden else "",
        hersteld_door=who(opvolger.row, people) if opvolger else "",
        waarom=told.tekst if told else "",
        mensen={one.id: one.naam for one in people.values()},
    )


def who(row: Row, people: Mapping[int, MedewerkerRow]) -> str:
    """Return who recorded a row: a name with the organisation, or the source."""
    medewerker = people.get(row.actor or 0)
    if medewerker is None:
        return BRONNEN.get(row.source, row.source.value)
    return medewerker.label
