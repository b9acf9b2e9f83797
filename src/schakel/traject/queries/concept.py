"""A concept PIP, as far as someone may see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import AMSTERDAM
from schakel.dossier.queries import Zicht
from schakel.traject.models import Concept
from schakel.traject.rules.pip import categorie_van
from schakel.traject.rules.werk import ConceptStand

PIP = "pip"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeelezingView:
    """Who read the concept along, when, and what was said."""

    medewerker: int
    op: datetime
    akkoord: bool
    opmerking: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptView:
    """A concept with the values whose category is in sight.

    :param afgeschermd: there are values that are not in sight
    """

    waarden: Mapping[str, Any]
    afgeschermd: bool
    versie: int
    begonnen_at: datetime
    gewijzigd_at: datetime
    gewijzigd_door: int | None
    voorgelegd_aan: int | None
    voorgelegd_at: datetime | None
    meelezingen: tuple[MeelezingView, ...]

    @property
    def stand(self) -> ConceptStand | None:
        """Since when it lies with the second pair of eyes, or None when it does not."""
        return _stand(self.voorgelegd_at, [one.op for one in self.meelezingen])

    @property
    def niet_akkoord(self) -> bool:
        """True if who read it last did not agree."""
        return bool(self.meelezingen) and not self.meelezingen[-1].akkoord

    @property
    def gelezen(self) -> bool:
        """True if someone read it along since it was last laid before someone."""
        return self.voorgelegd_at is not None and self.stand is None


def get_concept(*, zicht: Zicht, stap: str = PIP) -> ConceptView | None:
    """Return the concept of a step in a dossier in sight, or None."""
    row = (
        Concept.objects.filter(dossier=zicht.id, stap=stap).prefetch_related("meelezingen").first()
    )
    if row is None:
        return None
    seen = {naam: value for naam, value in row.waarden.items() if zicht.opens(categorie_van(naam))}
    hidden = [v for naam, v in row.waarden.items() if naam not in seen and v not in (None, "")]
    return ConceptView(
        waarden=seen,
        afgeschermd=bool(hidden),
        versie=row.versie,
        begonnen_at=row.begonnen_at,
        gewijzigd_at=row.gewijzigd_at,
        gewijzigd_door=row.gewijzigd_door,
        voorgelegd_aan=row.voorgelegd_aan,
        voorgelegd_at=row.voorgelegd_at,
        meelezingen=tuple(
            MeelezingView(
                medewerker=one.medewerker, op=one.op, akkoord=one.akkoord, opmerking=one.opmerking
            )
            for one in sorted(row.meelezingen.all(), key=lambda one: (one.op, one.pk))
        ),
    )


def get_concept_for(*, actor: Actor, zicht: Zicht) -> ConceptView | None:
    """Return the concept PIP that was laid before this actor, or None.

    Nobody reads along what was not laid before him, or of which the heart is not in sight.
    """
    concept = get_concept(zicht=zicht)
    if concept is None or not zicht.opens(Gegevenscategorie.TAAL):
        return None
    asked = concept.voorgelegd_aan
    return concept if asked is not None and asked == actor.medewerker else None


def concept_standen(*, dossiers: Sequence[int]) -> dict[int, ConceptStand]:
    """Return of which dossiers a concept lies with the second pair of eyes, and since when."""
    rows = Concept.objects.filter(dossier__in=dossiers, stap=PIP).exclude(voorgelegd_at=None)
    standen = {
        row.dossier_id: _stand(row.voorgelegd_at, [one.op for one in row.meelezingen.all()])
        for row in rows.prefetch_related("meelezingen")
    }
    return {dossier: stand for dossier, stand in standen.items() if stand is not None}


def _stand(voorgelegd_at: datetime | None, gelezen_at: Sequence[datetime]) -> ConceptStand | None:
    """Return since when a concept waits to be read along, or None if it does not."""
    if voorgelegd_at is None or any(op >= voorgelegd_at for op in gelezen_at):
        return None
    return ConceptStand(voorgelegd_at.astimezone(AMSTERDAM).date())
