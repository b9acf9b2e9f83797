"""All that is known of a dossier, as the rules read it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from schakel.base.event import Event
from schakel.base.problem import Problem
from schakel.dossier.queries import KINDS as DOSSIER_KINDS
from schakel.dossier.queries import Zicht, list_log
from schakel.logboek.queries import Row, list_doubles, list_occurrences
from schakel.traject.events import KINDS
from schakel.traject.rules.verhaal import Verhaal

ALL_KINDS: Mapping[str, type[Event]] = {**DOSSIER_KINDS, **KINDS}


def verhaal_of(rows: Sequence[Row], *, known_at: datetime | None = None) -> Verhaal:
    """Return all that was known of a dossier at a moment (None = now), as the rules read it."""
    return Verhaal(
        feiten=list_occurrences(rows, kinds=DOSSIER_KINDS, known_at=known_at),
        stappen=list_occurrences(rows, kinds=KINDS, known_at=known_at),
    )


def get_verhaal(*, zicht: Zicht, known_at: datetime | None = None) -> Verhaal:
    """Return all that was known of a dossier in sight."""
    return verhaal_of(list_log(dossier=zicht.id), known_at=known_at)


def same_fact(rows: Sequence[Row], gebeurtenis: int) -> list[Row]:
    """Return the row with this id as known now, and its doubles in the logs that are read with it.

    They are one fact: what corrects one corrects all. Empty when it is not known (any more).
    """
    found = [row for row in rows if row.id == gebeurtenis and row.is_known]
    return found + [double for row in found for double in list_doubles(row, rows, kinds=ALL_KINDS)]


def list_problems(*, zicht: Zicht) -> list[Problem]:
    """Return what does not fit or is incomplete in a dossier in sight: points to mend."""
    return get_verhaal(zicht=zicht).problems()
