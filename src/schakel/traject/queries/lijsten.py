"""Where people stand today, for lists."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from schakel.traject.models import Traject
from schakel.traject.rules.stand import Stap


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectRow:
    """Where someone stands, for a list of today."""

    stap: Stap
    pip_laatste_dag: date | None
    pip_dagtekening: date | None
    termijn_tot: date | None


def list_trajecten(*, dossiers: Sequence[int]) -> dict[int, TrajectRow]:
    """Return today's step and terms of dossiers in sight, by id."""
    return {
        row.pk: TrajectRow(
            stap=Stap(row.stap),
            pip_laatste_dag=row.pip_laatste_dag,
            pip_dagtekening=row.pip_dagtekening,
            termijn_tot=row.termijn_tot,
        )
        for row in Traject.objects.filter(pk__in=dossiers)
    }


def list_stale(*, day: date) -> list[int]:
    """Return the dossiers whose lists of today no longer hold on this day."""
    rows = Traject.objects.filter(Q(geldig_tot__lte=day) | Q(dossier__geldig_tot__lte=day))
    return list(rows.values_list("pk", flat=True))
