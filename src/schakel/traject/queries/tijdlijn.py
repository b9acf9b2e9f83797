"""The timeline of a dossier, as far as it is in sight."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import end_of_day
from schakel.dossier.queries import Zicht, list_log, list_logs
from schakel.logboek.queries import Row
from schakel.traject.queries.verhaal import ALL_KINDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line of the timeline: the row, the event in it, and whether it still holds."""

    row: Row
    event: Event
    geldt: bool


def list_tijdlijn(
    *, zicht: Zicht, rows: Sequence[Row] | None = None, known_at: datetime | None = None
) -> list[Regel]:
    """Return the timeline of a dossier in sight, the newest day first.

    Corrected lines are in it, and only lines and prose of the categories in sight.

    :param known_at: whose logs were read in this dossier at that moment; None = now
    """
    rows = list_log(dossier=zicht.id) if rows is None else rows
    lines = [
        Regel(
            row=_opened(row, zicht),
            event=ALL_KINDS[row.kind].of_facts(row.facts),
            geldt=row.known_until is None,
        )
        for row in rows
        if (row.is_read if known_at is None else row.was_read_at(known_at))
        and zicht.opens(categorie_of(row, rows))
    ]
    return sorted(
        lines, key=lambda line: (line.row.happened_on, line.event.rank, line.row.id), reverse=True
    )


def _opened(row: Row, zicht: Zicht) -> Row:
    """Return the row with only the prose whose category is in sight."""
    notes = {soort: note for soort, note in row.toelichting.items() if zicht.opens(note.categorie)}
    return row if len(notes) == len(row.toelichting) else replace(row, toelichting=notes)


def categorie_of(row: Row, rows: Sequence[Row]) -> Gegevenscategorie:
    """That something never happened is as open as what it was: so is the reason beside it."""
    replaced = [old.kind for old in rows if old.id == row.replaces]
    return ALL_KINDS[replaced[0] if replaced else row.kind].categorie


def list_recorded_since(*, zichten: Sequence[Zicht], day: date) -> dict[int, list[Regel]]:
    """Return what was recorded of dossiers in sight after the end of a day, with what it replaces.

    Only of the categories in sight; by dossier id, the newest day first.
    """
    by_id, moment = {zicht.id: zicht for zicht in zichten}, end_of_day(day)
    found = {}
    for dossier, rows in list_logs(dossiers=list(by_id)).items():
        replaced = {row.replaces for row in rows if row.recorded_at > moment}
        told = [row for row in rows if row.recorded_at > moment or row.id in replaced]
        found[dossier] = list_tijdlijn(zicht=by_id[dossier], rows=told)
    return found
