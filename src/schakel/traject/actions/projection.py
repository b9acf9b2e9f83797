"""Keep the tables of this room equal to the fold of the log."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tijdvak import NOG_STEEDS, Tijdvak, bijgewerkt
from schakel.dossier.actions import feiten as dossier_feiten
from schakel.dossier.queries import list_logs
from schakel.logboek.queries import Row
from schakel.traject.models import Mijlpaal, Traject, Werkpunt
from schakel.traject.queries import bekende_mijlpalen, list_stale, tijdvak_of, verhaal_of
from schakel.traject.queries.werk import punten_of
from schakel.traject.rules.mijlpalen import Bereikt, mijlpalen
from schakel.traject.rules.projection import columns

BATCH = 200


def project(*, dossier: int, rows: Sequence[Row], day: date) -> None:
    """Bring the tables of this room up to what is known now, for lists of the day `day`."""
    if dossier_feiten.is_merged(rows):
        _remake({dossier: rows}, day=day)
        return
    verhaal = verhaal_of(rows)
    Traject.objects.update_or_create(dossier_id=dossier, defaults=columns(verhaal, day=day))
    _keep_mijlpalen(dossier, mijlpalen(verhaal.stappen), at=rows[-1].recorded_at)
    project_werk(dossier=dossier, rows=rows, day=day)


def project_werk(*, dossier: int, rows: Sequence[Row], day: date) -> None:
    """Bring the points of work up to what is known now, and to the concept there is."""
    Werkpunt.objects.filter(dossier=dossier).delete()
    Werkpunt.objects.bulk_create(werkpunt_rows({dossier: rows}, day=day))


@transaction.atomic
def rebuild(*, actor: Actor, dossiers: Sequence[int], day: date) -> None:
    """Make every projection of these dossiers anew from the log, for lists of the day `day`."""
    actor.require(Permission.CONTROLE)
    dossier_feiten.lock(dossiers=dossiers)
    remake(rows=list_logs(dossiers=dossiers), day=day)


def remake(*, rows: Mapping[int, Sequence[Row]], day: date) -> None:
    """Make every projection of these dossiers anew, inside the transaction of the caller.

    :param rows: all that is read in each (`list_logs`), after a lock on them
    """
    dossier_feiten.rebuild(rows=rows, day=day)
    _remake(rows, day=day)


def _remake(rows: Mapping[int, Sequence[Row]], *, day: date) -> None:
    dossiers = list(rows)
    Traject.objects.filter(pk__in=dossiers).delete()
    Traject.objects.bulk_create(
        Traject(dossier_id=dossier, **columns(verhaal_of(rows[dossier]), day=day))
        for dossier in dossiers
    )
    Werkpunt.objects.filter(dossier__in=dossiers).delete()
    Werkpunt.objects.bulk_create(werkpunt_rows(rows, day=day))
    Mijlpaal.objects.filter(dossier__in=dossiers).delete()
    Mijlpaal.objects.bulk_create(
        row for dossier in dossiers for row in mijlpaal_rows(dossier, rows[dossier])
    )


def refresh_stale(*, actor: Actor, day: date) -> int:
    """Rebuild today's lists of every dossier whose terms or plans changed by the passing of days.

    :return: how many dossiers
    """
    stale = list_stale(day=day)
    for batch in batched(stale):
        rebuild(actor=actor, dossiers=batch, day=day)
    return len(stale)


def batched(dossiers: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield the dossiers in handfuls: one transaction each, so that nobody waits long."""
    for start in range(0, len(dossiers), BATCH):
        yield dossiers[start : start + BATCH]


def mijlpaal_rows(dossier: int, rows: Sequence[Row]) -> list[Mijlpaal]:
    """Return every row that `Mijlpaal` must hold for a dossier with this log, not saved."""
    return [
        _mijlpaal(dossier, bekend.tijdvak, bekend.van, bekend.tot)
        for bekend in bekende_mijlpalen(rows)
    ]


def werkpunt_rows(rows: Mapping[int, Sequence[Row]], *, day: date) -> list[Werkpunt]:
    """Return every row that `Werkpunt` must hold for these dossiers, not saved."""
    return [
        Werkpunt(dossier_id=dossier, **punt._asdict())
        for dossier, punten in punten_of(rows, day=day).items()
        for punt in punten
    ]


def _keep_mijlpalen(dossier: int, wanted: set[Tijdvak[Bereikt]], *, at: datetime) -> None:
    """Close what is no longer known and open what is new, as of the moment `at`."""
    Mijlpaal.objects.filter(dossier=dossier, bekend_van=at).delete()
    rows = Mijlpaal.objects.filter(dossier=dossier, bekend_tot__gte=at)
    ends, new = bijgewerkt(
        ((row.pk, tijdvak_of(row), row.bekend_tot) for row in rows), wanted, at=at
    )
    for row, end in ends.items():
        Mijlpaal.objects.filter(pk=row).update(bekend_tot=end)
    Mijlpaal.objects.bulk_create(_mijlpaal(dossier, tijdvak, at, NOG_STEEDS) for tijdvak in new)


def _mijlpaal(dossier: int, tijdvak: Tijdvak[Bereikt], van: datetime, tot: datetime) -> Mijlpaal:
    return Mijlpaal(
        dossier_id=dossier,
        soort=tijdvak.waarde.soort,
        gemeente=tijdvak.waarde.gemeente,
        van=tijdvak.van,
        tot=tijdvak.tot,
        bekend_van=van,
        bekend_tot=tot,
    )
