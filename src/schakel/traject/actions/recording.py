"""How a fact gets into the log: checked among all others, then recorded, then projected."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten as dossier_feiten
from schakel.dossier.events import KINDS as DOSSIER_KINDS
from schakel.dossier.rules import require_past
from schakel.logboek.actions import Line, record
from schakel.logboek.queries import Noot, Row, appended, list_rows
from schakel.traject.actions.projection import project
from schakel.traject.queries import ALL_KINDS, verhaal_of
from schakel.traject.rules.verhaal import objection
from schakel.wet.bron import Artikel
from schakel.wet.datum import dutch_date

REDEN = "reden"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A fact that someone wants in the log.

    :param replaces: id of the gebeurtenis that was never so
    :param reden: why; ends up beside the log, not in it
    :param toelichting: other prose: (soort, tekst, what opens it)
    :param gezien: id of the newest gebeurtenis on the form, or None without a form
    :param bearing: kinds that, when newer than `gezien`, make the form out of date; empty = all
    """

    event: Event
    happened_on: date
    grounds: Sequence[Artikel] = ()
    replaces: int | None = None
    reden: str = ""
    toelichting: Sequence[tuple[str, str, Gegevenscategorie]] = ()
    gezien: int | None = None
    bearing: Collection[str] = ()


def add(entry: Entry, *, dossier: int, actor: Actor, now: datetime) -> Row:
    """Record one fact in a dossier, inside the transaction of the caller, and return its row.

    :raises Refusal: if the day is in the future, if the form is out of date, or if this fact, or
        a later one because of it, does not fit
    """
    require_past(entry.happened_on, today=now.date())
    dossier_feiten.lock(dossiers=[dossier])
    rows = list_rows(dossier=dossier)
    _require_unchanged(rows, entry)
    _require_fitting(rows, entry, actor=actor)
    line = _line(entry, replaced=next((row for row in rows if row.id == entry.replaces), None))
    if entry.event.kind in DOSSIER_KINDS:
        after = dossier_feiten.record_feit(line, dossier=dossier, rows=rows, actor=actor, now=now)
    else:
        after = appended(rows, record(line, dossier=dossier, actor=actor, now=now))
        dossier_feiten.refresh_lists(dossier=dossier, rows=after, day=now.date())
    project(dossier=dossier, rows=after, day=now.date())
    return after[-1]


def _line(entry: Entry, *, replaced: Row | None) -> Line:
    """Return what goes in the log; a correction rests on what the old line rested on."""
    event = entry.event if replaced is None else ALL_KINDS[replaced.kind]
    same = replaced is not None and replaced.kind == entry.event.kind
    kept = replaced.grounds if replaced and same else ()
    return Line(
        event=entry.event,
        happened_on=entry.happened_on,
        grounds=entry.grounds or kept,
        replaces=entry.replaces,
        toelichting=_notes(entry, kept=replaced if same else None, opens=event.categorie),
    )


def _notes(
    entry: Entry, *, kept: Row | None, opens: Gegevenscategorie
) -> list[tuple[str, str, str]]:
    """Return the prose beside a line; a correction keeps what was written beside the old one."""
    notes = {} if kept is None else dict(kept.toelichting)
    notes.pop(REDEN, None)
    notes |= {soort: Noot(tekst, categorie) for soort, tekst, categorie in entry.toelichting}
    if entry.reden:
        notes[REDEN] = Noot(entry.reden, opens)
    return [(soort, note.tekst, note.categorie.value) for soort, note in notes.items()]


def proposed(rows: Sequence[Row], entry: Entry, *, actor: Actor) -> Occurrence[Event]:
    """Return the fact as the rules would read it, in the place of what it corrects."""
    first = next((row.first for row in rows if row.id == entry.replaces), 0)
    return Occurrence(
        event=entry.event,
        on=entry.happened_on,
        id=0,
        first=first,
        reports_the_past=actor.via.reports_the_past,
    )


def _require_fitting(rows: Sequence[Row], entry: Entry, *, actor: Actor) -> None:
    before = verhaal_of(rows)
    replaced = None if entry.replaces is None else before.find(entry.replaces)
    if entry.replaces is not None and replaced is None:
        raise Refusal(
            "Deze gebeurtenis is intussen al hersteld. Open het dossier opnieuw en herstel de "
            "nieuwste versie."
        )
    new = proposed(rows, entry, actor=actor)
    text = objection(before, before.changed(without=replaced, new=new), new=new)
    if text:
        raise Refusal(text)


def _require_unchanged(rows: Sequence[Row], entry: Entry) -> None:
    if entry.gezien is None:
        return
    newer = [
        row
        for row in rows
        if row.id > entry.gezien and (not entry.bearing or row.kind in entry.bearing)
    ]
    if newer:
        label = ALL_KINDS[newer[-1].kind].label
        raise Refusal(
            f"Intussen is in dit dossier vastgelegd: {label} op "
            f"{dutch_date(newer[-1].happened_on)}. Uw invoer is bewaard. Kijk of die nog klopt en "
            "verstuur opnieuw."
        )
