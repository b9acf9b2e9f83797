"""The log of a dossier as it is read: with the logs of all that were merged into it."""

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet

from schakel.dossier.models import Dossier, Persoon, Samenvoeging
from schakel.dossier.rules.samenvoeging import Samen, stroken
from schakel.logboek.queries import OOIT, Row, list_rows_of
from schakel.logboek.queries import newest as newest_of


def list_log(*, dossier: int) -> list[Row]:
    """Return all rows that are, or ever were, read in this dossier, in the order of recording.

    Each row tells when its log was read here; of a dossier that was merged away nothing is now.
    """
    return list_logs(dossiers=[dossier])[dossier]


def list_logs(*, dossiers: Sequence[int]) -> dict[int, list[Row]]:
    """Return the same of several dossiers, by id."""
    wanted = Q(van__in=dossiers) | Q(naar__in=dossiers)
    merges = [
        Samen(*row)
        for row in Samenvoeging.objects.filter(wanted)
        .order_by("sinds", "pk")
        .values_list(*Samen._fields)
    ]
    if not merges:
        return list_rows_of(dossiers=dossiers)
    logs = list_rows_of(dossiers=[*{*dossiers, *(one.van for one in merges)}])
    return {dossier: _story(dossier, logs, merges) for dossier in dossiers}


def _story(dossier: int, logs: dict[int, list[Row]], merges: Sequence[Samen]) -> list[Row]:
    mine = [one for one in merges if dossier in {one.van, one.naar}]
    if not mine:
        return logs[dossier]
    others = {one.van for one in mine if one.naar == dossier}
    told_alone = max((one.tot_en_met for one in mine if one.naar == dossier), default=0)
    found = []
    for log in {dossier, *others}:
        gelezen = stroken(dossier, log, mine, ooit=OOIT)
        for row in logs[log]:
            apart = row.first <= told_alone if log == dossier else True
            found.append(replace(row, gelezen=gelezen, apart=apart))
    return sorted(found, key=lambda row: row.id)


def as_one(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """Return what would be read if two dossiers were merged now."""
    told = [row for row in (*rows, *others) if row.is_read]
    always = ((OOIT, None),)
    return sorted(
        (replace(row, gelezen=always, apart=True) for row in told), key=lambda row: row.id
    )


def running() -> QuerySet[Samenvoeging]:
    """Return the merges that were not undone."""
    return Samenvoeging.objects.filter(ongedaan_at=None)


def list_merged(*, dossier: int) -> list[int]:
    """Return the ids of the dossiers whose logs are read in this one now."""
    return list(running().filter(naar=dossier).order_by("pk").values_list("van", flat=True))


def dossiers_of(personen: QuerySet[Persoon]) -> set[int]:
    """Return the ids of the dossiers in which these persons are read now."""
    own = set(Dossier.objects.filter(persoon__in=personen).values_list("pk", flat=True))
    moved = dict(running().filter(van__in=own).values_list("van", "naar"))
    return {moved.get(dossier, dossier) for dossier in own}


def newest(*, dossier: int) -> int:
    """Return the id of the newest gebeurtenis that is read in a dossier: what a form has seen."""
    return max(newest_of(dossier=one) for one in (dossier, *list_merged(dossier=dossier)))
