"""DOOR: what can be asked of the log. Who may ask is for the rooms above."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from django.db.models import Max, Q, QuerySet

from schakel.base.actor import Via
from schakel.base.event import Event, Occurrence, in_order
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.logboek.models import Gebeurtenis, Geldigheid

Strook = tuple[datetime, datetime | None]
"""From a moment up to, and not including, another; None = still."""

OOIT = datetime.min.replace(tzinfo=UTC)
"""As the begin of reading a log: since there is one."""


class Noot(NamedTuple):
    """Prose beside a gebeurtenis, and the category that opens it."""

    tekst: str
    categorie: Gegevenscategorie


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One gebeurtenis as the log holds it, with when it was known.

    :param known_until: moment from which it was no longer what we knew, or None
    :param toelichting: prose beside it, by sort
    :param gelezen: when its log was read in the story that was asked for; None = always
    :param apart: it was told before its log was read as one with another
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
    gelezen: tuple[Strook, ...] | None = None
    apart: bool = False

    def was_read_at(self, moment: datetime) -> bool:
        """True if at that moment this row was there, corrected or not."""
        return self.recorded_at <= moment and any(
            van <= moment and (tot is None or tot > moment) for van, tot in self._stroken
        )

    def was_known_at(self, moment: datetime) -> bool:
        """True if at that moment this row was what we knew."""
        return self.was_read_at(moment) and (self.known_until is None or self.known_until > moment)

    @property
    def is_read(self) -> bool:
        """True if its log is read in this story now."""
        return any(tot is None for _, tot in self._stroken)

    @property
    def is_known(self) -> bool:
        """True if this row is what we know now."""
        return self.known_until is None and self.is_read

    @property
    def bekend(self) -> list[Strook]:
        """When this row was what we knew; the same moment twice is no time at all."""
        found = []
        for van, tot in self._stroken:
            start = max(van, self.recorded_at)
            ends = [end for end in (tot, self.known_until) if end is not None]
            if all(start < end for end in ends):
                found.append((start, min(ends, default=None)))
        return found

    @property
    def _stroken(self) -> tuple[Strook, ...]:
        return ((OOIT, None),) if self.gelezen is None else self.gelezen


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

    What two logs that are read as one both say counts once: where it was told first.

    :param known_at: the moment of knowing (inclusive); None = now
    """
    known = [
        row
        for row in rows
        if row.kind in kinds and (row.is_known if known_at is None else row.was_known_at(known_at))
    ]
    told = [occurrence_of(row, kinds=kinds) for row in known]
    if any(row.gelezen is not None for row in known):
        told = _told_once(known, told)
    return in_order(told)


def _told_once(rows: Sequence[Row], told: Sequence[Occurrence[Event]]) -> list[Occurrence[Event]]:
    """Return what was told with, of what several logs say, only the lines of the first of them."""
    same: dict[tuple[Event, date], list[tuple[int, int, frozenset[int]]]] = {}
    for row, one in zip(rows, told, strict=True):
        same.setdefault((one.event, one.on), []).append((row.first, row.dossier, one.logs))
    kept = []
    for row, one in zip(rows, told, strict=True):
        lines = same[one.event, one.on]
        if row.dossier == min(lines)[1]:
            kept.append(replace(one, logs=frozenset().union(*(logs for _, _, logs in lines))))
    return kept


def list_doubles(row: Row, rows: Iterable[Row], *, kinds: Mapping[str, type[Event]]) -> list[Row]:
    """Return the rows of other logs in this story that say the same, as known now."""
    event = kinds[row.kind].of_facts(row.facts)
    return [
        one
        for one in rows
        if one.dossier != row.dossier
        and one.is_known
        and (one.kind, one.happened_on) == (row.kind, row.happened_on)
        and kinds[one.kind].of_facts(one.facts) == event
    ]


def occurrence_of(row: Row, *, kinds: Mapping[str, type[Event]]) -> Occurrence[Event]:
    """Return the row as the rules read it."""
    return Occurrence(
        event=kinds[row.kind].of_facts(row.facts),
        on=row.happened_on,
        id=row.id,
        first=row.first,
        reports_the_past=row.source.reports_the_past,
        recorded_at=row.recorded_at,
        logs=frozenset({row.dossier}) if row.apart else frozenset(),
    )


def known(*, on: date, at: datetime) -> QuerySet[Geldigheid]:
    """Return what had happened on or before `on`, as known at the moment `at`."""
    return Geldigheid.objects.filter(
        Q(known_until=None) | Q(known_until__gt=at), known_from__lte=at, happened_on__lte=on
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
    """Return the rows of a story after this one was recorded; a correction is read as the old."""
    for old in rows:
        if old.id == row.replaces:
            row = replace(row, gelezen=old.gelezen, apart=old.apart)
    return [
        replace(other, known_until=row.recorded_at) if other.id == row.replaces else other
        for other in rows
    ] + [row]


def latest(rows: Sequence[Row]) -> datetime:
    """Return the last moment at which something changed in what a story says."""
    ends = [edge for row in rows for strook in row.gelezen or () for edge in strook if edge]
    told = [row.recorded_at for row in rows if row.was_read_at(row.recorded_at)]
    return max([OOIT, *ends, *told])


def moments(rows: Iterable[Row], *, kinds: Container[str]) -> list[datetime]:
    """Return every moment at which what was known of these kinds changed, in order."""
    edges = {edge for row in rows if row.kind in kinds for strook in row.bekend for edge in strook}
    return sorted(edge for edge in edges if edge is not None)


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
