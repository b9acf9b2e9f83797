"""DOOR: what can be asked of the log. Who may ask is for the rooms above."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Max, Q, QuerySet

from schakel.base.actor import Via
from schakel.base.event import Event, Occurrence, in_order
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.logboek.models import Gebeurtenis, Geldigheid


class Noot(NamedTuple):
    """Prose beside a gebeurtenis, and the category that opens it."""

    tekst: str
    categorie: Gegevenscategorie


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One gebeurtenis as the log holds it, with when it was known.

    :param known_until: moment from which it was no longer what we knew, or None
    :param toelichting: prose beside it, by sort
    """

    id: int
    first: int
    dossier: int
    kind: str
    version: int
    happened_on: date
    recorded_at: datetime
    actor: int | None
    organisatie: int | None
    source: Via
    facts: Mapping[str, Any]
    grounds: tuple[str, ...]
    replaces: int | None
    known_until: datetime | None
    toelichting: Mapping[str, Noot]

    def was_known_at(self, moment: datetime) -> bool:
        """True if at that moment this row was what we knew."""
        return self.recorded_at <= moment and (
            self.known_until is None or self.known_until > moment
        )


def list_rows(*, dossier: int) -> list[Row]:
    """Return every gebeurtenis of a dossier, corrected ones too, in the order of recording."""
    return list_rows_of(dossiers=[dossier])[dossier]


def list_rows_of(*, dossiers: Sequence[int]) -> dict[int, list[Row]]:
    """Return every gebeurtenis of these dossiers, by dossier, in the order of recording."""
    rows = (
        Gebeurtenis.objects.filter(dossier__in=dossiers)
        .select_related("geldigheid")
        .prefetch_related("toelichtingen")
        .order_by("id")
    )
    found: dict[int, list[Row]] = {dossier: [] for dossier in dossiers}
    for row in rows:
        found[row.dossier].append(_row(row))
    return found


def list_occurrences(
    rows: Iterable[Row], *, kinds: Mapping[str, type[Event]], known_at: datetime | None = None
) -> list[Occurrence[Event]]:
    """Return what was known of these kinds, in the order in which it happened.

    :param known_at: the moment of knowing (inclusive); None = now
    """
    return in_order(
        occurrence_of(row, kinds=kinds)
        for row in rows
        if row.kind in kinds
        and (row.known_until is None if known_at is None else row.was_known_at(known_at))
    )


def occurrence_of(row: Row, *, kinds: Mapping[str, type[Event]]) -> Occurrence[Event]:
    """Return the row as the rules read it."""
    return Occurrence(
        event=kinds[row.kind].of_facts(row.facts),
        on=row.happened_on,
        id=row.id,
        first=row.first,
        reports_the_past=row.source.reports_the_past,
        recorded_at=row.recorded_at,
    )


def known(*, on: date, at: datetime) -> QuerySet[Geldigheid]:
    """Return what had happened on or before `on`, as known at the moment `at`."""
    return Geldigheid.objects.filter(
        Q(known_until=None) | Q(known_until__gt=at), known_from__lte=at, happened_on__lte=on
    )


def list_dossiers_since(*, gebeurtenis: int) -> list[int]:
    """Return the dossiers that have a gebeurtenis newer than this id."""
    return list(
        Gebeurtenis.objects.filter(id__gt=gebeurtenis)
        .order_by("dossier")
        .values_list("dossier", flat=True)
        .distinct()
    )


def list_recorded_after(*, moment: datetime, dossiers: Sequence[int]) -> list[Row]:
    """Return what was recorded of these dossiers after the moment, oldest first."""
    rows = (
        Gebeurtenis.objects.filter(dossier__in=dossiers, recorded_at__gt=moment)
        .select_related("geldigheid")
        .prefetch_related("toelichtingen")
        .order_by("id")
    )
    return [_row(row) for row in rows]


def list_unsound() -> list[str]:
    """Return every way in which `Geldigheid` differs from what the log says it must be."""
    wrong = []
    for row in Gebeurtenis.objects.select_related("geldigheid", "replaced_by").iterator():
        kept = getattr(row, "geldigheid", None)
        successor = getattr(row, "replaced_by", None)
        until = successor.recorded_at if successor else None
        if kept is None:
            wrong.append(f"dossier {row.dossier}: {row}: geen geldigheid")
        elif (kept.dossier, kept.kind, kept.happened_on, kept.known_from, kept.known_until) != (
            row.dossier, row.kind, row.happened_on, row.recorded_at, until,
        ):  # fmt: skip
            wrong.append(f"dossier {row.dossier}: {row}: geldigheid wijkt af")
        if successor and (
            successor.dossier != row.dossier or row.recorded_at > successor.recorded_at
        ):
            wrong.append(
                f"dossier {row.dossier}: {row}: correctie in een ander dossier of van eerder"
            )
    return wrong


def appended(rows: Sequence[Row], row: Row) -> list[Row]:
    """Return the rows of a dossier after this one was recorded."""
    return [
        replace(other, known_until=row.recorded_at) if other.id == row.replaces else other
        for other in rows
    ] + [row]


def moments(rows: Iterable[Row], *, kinds: Container[str]) -> list[datetime]:
    """Return every moment at which something of these kinds was learned, in order."""
    return sorted({row.recorded_at for row in rows if row.kind in kinds})


def _row(row: Gebeurtenis) -> Row:
    notes = {
        note.soort: Noot(note.tekst, Gegevenscategorie(note.gegevenscategorie))
        for note in row.toelichtingen.all()
    }
    return row_of(row, toelichting=notes)


def row_of(row: Gebeurtenis, *, toelichting: Mapping[str, Noot]) -> Row:
    """Return the frozen value of a table row; without `Geldigheid` it is as if it still holds."""
    kept = getattr(row, "geldigheid", None)
    return Row(
        id=row.id,
        first=row.first or row.id,
        dossier=row.dossier,
        kind=row.kind,
        version=row.version,
        happened_on=row.happened_on,
        recorded_at=row.recorded_at,
        actor=row.actor,
        organisatie=row.organisatie,
        source=Via(row.source),
        facts=row.facts,
        grounds=tuple(row.grounds),
        replaces=row.replaces_id,
        known_until=kept.known_until if kept else None,
        toelichting=toelichting,
    )


def count_known(*, on: date, at: datetime) -> int:
    """Return how many gebeurtenissen had happened on or before `on`, as known at `at`."""
    return known(on=on, at=at).count()


def newest(*, dossier: int) -> int:
    """Return the id of the newest gebeurtenis of a dossier: what a form has seen; 0 = none."""
    return Gebeurtenis.objects.filter(dossier=dossier).aggregate(id=Max("id"))["id"] or 0
