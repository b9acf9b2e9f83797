"""DOOR: what can be done to the log: write a line, correct a line, destroy a whole dossier."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Max, OuterRef, Subquery

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.logboek.models import Gebeurtenis, Geldigheid, Toelichting, Vernietiging
from schakel.logboek.queries import Noot, Row, row_of
from schakel.wet.bron import Artikel


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact to be written.

    :param grounds: articles, or what an earlier line calls them
    :param replaces: id of the gebeurtenis that was never so and that this one corrects
    :param toelichting: (soort, tekst, gegevenscategorie) of the prose beside it
    """

    event: Event
    happened_on: date
    grounds: Sequence[Artikel | str] = ()
    replaces: int | None = None
    toelichting: Sequence[tuple[str, str, str]] = field(default=())


def record(line: Line, *, dossier: int, actor: Actor, now: datetime) -> Row:
    """Write one line in the log, inside the transaction of the caller, and return it.

    `recorded_at` never goes back within a dossier, whatever the clock says.

    :raises Gebeurtenis.DoesNotExist: if `replaces` is not of this dossier or was corrected before
    """
    last = Gebeurtenis.objects.filter(dossier=dossier).aggregate(at=Max("recorded_at"))["at"]
    recorded_at = now if last is None else max(now, last)
    replaced = (
        None
        if line.replaces is None
        else Gebeurtenis.objects.get(
            pk=line.replaces, dossier=dossier, geldigheid__known_until=None
        )
    )
    row = Gebeurtenis.objects.create(
        **_values(line, actor=actor),
        dossier=dossier,
        recorded_at=recorded_at,
        replaces=replaced,
        first=None if replaced is None else replaced.first or replaced.id,
    )
    row.geldigheid = Geldigheid.objects.create(**_geldigheid(row))
    if replaced is not None:
        Geldigheid.objects.filter(pk=replaced.pk).update(known_until=recorded_at)
    if line.toelichting:
        Toelichting.objects.bulk_create(
            Toelichting(gebeurtenis=row, soort=soort, tekst=tekst, gegevenscategorie=categorie)
            for soort, tekst, categorie in line.toelichting
        )
    return row_of(row, toelichting=_notes(line))


def _notes(line: Line) -> dict[str, Noot]:
    return {
        soort: Noot(tekst, Gegevenscategorie(categorie))
        for soort, tekst, categorie in line.toelichting
    }


def record_lines(
    lines: Sequence[Line], *, dossier: int, actor: Actor, recorded_at: datetime
) -> list[Row]:
    """Write several first lines (no corrections) of one dossier at once, and return them.

    :param recorded_at: not before what was recorded of this dossier last
    """
    chunk = [Bulk(line=line, dossier=dossier, recorded_at=recorded_at) for line in lines]
    written = zip(_write(chunk, actor=actor), lines, strict=True)
    return [row_of(row, toelichting=_notes(line)) for row, line in written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """One line of a large import, with the dossier and the moment it belongs to."""

    line: Line
    dossier: int
    recorded_at: datetime


@transaction.atomic
def record_all(lines: Iterable[Bulk], *, actor: Actor, batch: int = 2000) -> int:
    """Write many first lines (no corrections) at once and return how many.

    The caller gives each dossier's lines in the order of recording, to a dossier without newer
    ones, and projects afterwards. The tables then equal what the actions would have made.
    """
    written = 0
    chunk: list[Bulk] = []
    for line in lines:
        chunk.append(line)
        if len(chunk) == batch:
            written += len(_write(chunk, actor=actor))
            chunk = []
    return written + len(_write(chunk, actor=actor))


def _write(chunk: Sequence[Bulk], *, actor: Actor) -> list[Gebeurtenis]:
    rows = Gebeurtenis.objects.bulk_create(
        Gebeurtenis(
            **_values(bulk.line, actor=actor), dossier=bulk.dossier, recorded_at=bulk.recorded_at
        )
        for bulk in chunk
    )
    kept = Geldigheid.objects.bulk_create(Geldigheid(**_geldigheid(row)) for row in rows)
    for row, geldigheid in zip(rows, kept, strict=True):
        row.geldigheid = geldigheid
    Toelichting.objects.bulk_create(
        Toelichting(gebeurtenis=row, soort=soort, tekst=tekst, gegevenscategorie=categorie)
        for row, bulk in zip(rows, chunk, strict=True)
        for soort, tekst, categorie in bulk.line.toelichting
    )
    return rows


@transaction.atomic
def rebuild_geldigheid() -> int:
    """Make `Geldigheid` anew from the log and return how many rows it has."""
    Geldigheid.objects.all().delete()
    successor = Gebeurtenis.objects.filter(replaces=OuterRef("pk")).values("recorded_at")
    rows = Gebeurtenis.objects.annotate(until=Subquery(successor)).order_by("id")
    count = 0
    batch: list[Geldigheid] = []
    for row in rows.iterator(chunk_size=2000):
        batch.append(Geldigheid(**_geldigheid(row), known_until=row.until))
        if len(batch) == 2000:
            count += len(Geldigheid.objects.bulk_create(batch))
            batch = []
    return count + len(Geldigheid.objects.bulk_create(batch))


@transaction.atomic
def destroy_dossier(*, dossier: int, actor: Actor, grond: str, now: datetime) -> int:
    """Destroy all that the log holds of a dossier; the proof remains. Return how many lines.

    :param grond: article or selectielijst number, never a name
    """
    Vernietiging.objects.create(
        dossier=dossier, actor=actor.medewerker, grond=grond, vernietigd_at=now
    )
    rows = Gebeurtenis.objects.filter(dossier=dossier)
    Toelichting.objects.filter(gebeurtenis__dossier=dossier).delete()
    Geldigheid.objects.filter(dossier=dossier).delete()
    count, _ = rows.order_by(F("id").desc()).delete()
    return count


def _values(line: Line, *, actor: Actor) -> dict[str, object]:
    return {
        "kind": line.event.kind,
        "version": line.event.version,
        "happened_on": line.happened_on,
        "actor": actor.medewerker,
        "organisatie": actor.organisatie,
        "source": Via(actor.via).value,
        "facts": line.event.facts(),
        "grounds": [str(ground) for ground in line.grounds],
    }


def _geldigheid(row: Gebeurtenis) -> dict[str, object]:
    return {
        "gebeurtenis": row,
        "dossier": row.dossier,
        "kind": row.kind,
        "happened_on": row.happened_on,
        "known_from": row.recorded_at,
    }
