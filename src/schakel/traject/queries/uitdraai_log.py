"""Each gebeurtenis of one person in words: every fact of it, its source and what was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from schakel.base.actor import Via
from schakel.base.tijd import AMSTERDAM
from schakel.base.uitdraai import Proza, Regel, Waarde, als_kop, in_woorden
from schakel.dossier.queries import rol_van
from schakel.keten.queries import list_gemeenten, list_organisaties
from schakel.logboek.queries import Row
from schakel.traject.queries.uitdraai_tabellen import TOELICHTING
from schakel.traject.queries.verhaal import ALL_KINDS

MEDEWERKERS = ("medewerker", "tweede_deelnemer", "meegelezen_door")
"""The facts of a gebeurtenis that are the id of a medewerker."""
ORGANISATIES = ("taalaanbieder",)
NUMMERS = ("gebeurtenis", "bevoegdheid")
"""The facts that are the number of another row; a gebeurtenis is told with its number."""
GETALLEN = ("uren_leerroute", "uren_pvt", "uren_map", "voortgangsgesprekken")
BRONNEN = {
    Via.MENS: "een medewerker",
    Via.IMPORT: "een ingelezen lijst",
    Via.DUO: "DUO",
    Via.COA: "COA",
    Via.TAALAANBIEDER: "de taalaanbieder",
    Via.SYSTEEM: "het systeem",
}
KOPPEN = {
    "afweging_b1": "Weging B1-route", "afweging_onderwijs": "Weging onderwijsroute",
    "afweging_z": "Weging zelfredzaamheidsroute", "vve": "VVE in het plan",
    "vve_afspraken": "Afspraken over VVE", "pw_besluiten": "Besluiten Participatiewet",
    "afwijking": "Afwijking van het advies", "belastbaarheid": "Afspraken en belastbaarheid",
    "uren_pvt": "Uren participatieverklaringstraject", "examen_knm": "Wens examen KNM",
    "uren_map": "Uren module arbeidsmarkt en participatie", "examen_a2": "Wens examen op A2",
    "per": "Vanaf",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Namen:
    """What stands behind the ids and codes in the log; of a medewerker only what he does."""

    rollen: Mapping[int, str]
    organisaties: Mapping[int, str]
    gemeenten: Mapping[str, str]

    def woord(self, naam: str, value: Waarde) -> Waarde:
        """Return a fact as people read it."""
        if naam in MEDEWERKERS and isinstance(value, int):
            return self.rollen.get(value, "een medewerker")
        if naam in ORGANISATIES and isinstance(value, int):
            return self.organisaties.get(value, "een organisatie")
        if naam == "gemeente" and isinstance(value, str):
            return self.gemeenten.get(value, value)
        return value

    def bron(self, row: Row) -> str:
        """Return along which road a row came, and in which role who recorded it."""
        who = self.rollen.get(row.actor or 0) or self.organisaties.get(row.organisatie or 0)
        return ": ".join(filter(None, (BRONNEN[row.source], who)))


def gebeurtenissen(rows: Sequence[Row]) -> list[Regel]:
    """Return every line, also one that was corrected, with all facts and all prose beside it."""
    namen = _namen(rows)
    later = {row.replaces: row.id for row in rows if row.replaces}
    return [
        _regel(row, namen, opvolger=later.get(row.id))
        for row in sorted(rows, key=lambda one: (one.happened_on, one.id))
    ]


def _namen(rows: Sequence[Row]) -> _Namen:
    people = [row.facts.get(naam) for row in rows for naam in MEDEWERKERS]
    schools = [row.facts.get(naam) for row in rows for naam in ORGANISATIES]
    return _Namen(
        rollen=rol_van([*people, *(row.actor for row in rows)]),
        organisaties=list_organisaties(
            ids=[one for one in (*schools, *(row.organisatie for row in rows)) if one]
        ),
        gemeenten={one.code: one.naam for one in list_gemeenten()},
    )


def _regel(row: Row, namen: _Namen, *, opvolger: int | None) -> Regel:
    told: list[tuple[str, Waarde]] = [("Nummer", row.id)]
    told += [(kop(naam), namen.woord(naam, value)) for naam, value in _feiten(row)]
    told.append(("Op grond van", "; ".join(row.grounds)))
    told.append(("Komt in de plaats van nummer", row.replaces))
    if row.known_until is not None:
        told.append(("Hersteld op", row.known_until.astimezone(AMSTERDAM)))
        told.append(("Hersteld door nummer", opvolger))
    return Regel(
        wat=als_kop(ALL_KINDS[row.kind].label),
        op=row.happened_on,
        bron=namen.bron(row),
        vastgelegd=row.recorded_at,
        velden=tuple((naam, value) for naam, value in told if value not in (None, "")),
        proza=tuple(
            Proza(f"{TOELICHTING.naam}.{row.id}.{soort}", kop(soort), note.tekst)
            for soort, note in row.toelichting.items()
        ),
    )


def _feiten(row: Row) -> list[tuple[str, Waarde]]:
    """Return each fact as the event types it."""
    event = ALL_KINDS[row.kind].of_facts(row.facts)
    return [(naam, woord(getattr(event, naam))) for naam in event.facts()]


def woord(value: object) -> Waarde:
    """Return a value as people read it: a choice by its label."""
    if isinstance(value, Enum):
        return str(getattr(value, "label", in_woorden(str(value.value))))
    return value if value is None or isinstance(value, str | int | bool | date) else str(value)


def kop(naam: str) -> str:
    """Return the heading above a fact or a text."""
    return KOPPEN.get(naam) or als_kop(in_woorden(naam))
