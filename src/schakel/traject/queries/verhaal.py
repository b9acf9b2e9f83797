"""All that is known of a dossier, as the rules read it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from schakel.base.event import Event
from schakel.base.problem import Problem
from schakel.dossier.queries import KINDS as DOSSIER_KINDS
from schakel.dossier.queries import Zicht
from schakel.logboek.queries import Row, list_occurrences, list_rows
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
    return verhaal_of(list_rows(dossier=zicht.id), known_at=known_at)


def list_problems(*, zicht: Zicht) -> list[Problem]:
    """Return what does not fit or is incomplete in a dossier in sight: points to mend."""
    return get_verhaal(zicht=zicht).problems()
