"""How a fact gets into the log: checked among all others, then recorded, then projected."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.problem import THE_WHOLE
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten as dossier_feiten
from schakel.dossier.events import KINDS as DOSSIER_KINDS
from schakel.dossier.queries import list_log
from schakel.dossier.rules import require_past
from schakel.logboek.actions import Line, record
from schakel.logboek.queries import Noot, Row, appended, latest
from schakel.traject.actions.projection import project
from schakel.traject.queries import ALL_KINDS, same_fact, verhaal_of
from schakel.traject.rules.verhaal import Verhaal, replaced_by, require_fitting
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

    A correction goes into the log that holds what it corrects; what another log that is read with
    it says just so is corrected with it.

    :raises Refusal: if the day is in the future, if the form is out of date, or if this fact, or
        a later one because of it, does not fit
    """
    require_past(entry.happened_on, today=now.date())
    dossier_feiten.lock(dossiers=[dossier])
    rows = list_log(dossier=dossier)
    _require_read(rows)
    _require_unchanged(rows, entry)
    replaced = [] if entry.replaces is None else same_fact(rows, entry.replaces)
    if entry.replaces is not None and not replaced:
        raise Refusal(
            "Deze gebeurtenis is intussen al hersteld. Open het dossier opnieuw en herstel de "
            "nieuwste versie."
        )
    _require_fitting(rows, entry, replaced, actor=actor)
    after = rows
    olds: list[Row | None] = [*replaced]
    for old in olds or [None]:
        after = _write(_line(entry, replaced=old), dossier, old, rows=after, actor=actor, now=now)
    project(dossier=dossier, rows=after, day=now.date())
    return after[-1]


def _write(
    line: Line, dossier: int, old: Row | None, *, rows: Sequence[Row], actor: Actor, now: datetime
) -> list[Row]:
    """Write a line in its log and return the rows with it; knowing never goes back in a story."""
    log, at = dossier if old is None else old.dossier, max(now, latest(rows))
    if line.event.kind in DOSSIER_KINDS:
        return dossier_feiten.record_feit(
            line, dossier=dossier, rows=rows, actor=actor, now=at, log=log
        )
    after = appended(rows, record(line, dossier=log, actor=actor, now=at))
    dossier_feiten.refresh_lists(dossier=dossier, rows=after, day=now.date())
    return after


def _line(entry: Entry, *, replaced: Row | None) -> Line:
    """Return what goes in the log; a correction rests on what the old line rested on."""
    event = entry.event if replaced is None else ALL_KINDS[replaced.kind]
    same = replaced is not None and replaced.kind == entry.event.kind
    kept = replaced.grounds if replaced and same else ()
    return Line(
        event=entry.event,
        happened_on=entry.happened_on,
        grounds=entry.grounds or kept,
        replaces=None if replaced is None else replaced.id,
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


def _require_fitting(
    rows: Sequence[Row], entry: Entry, replaced: Sequence[Row], *, actor: Actor
) -> None:
    before = verhaal_of(rows)
    new = _proposed(before, entry, replaced, actor=actor)
    require_fitting(*_changed(before, replaced, new), new=new)
    if len({row.dossier for row in rows if row.is_read}) > 1:
        for row in replaced:
            own = [replace(one, gelezen=None) for one in rows if one.dossier == row.dossier]
            _require_anchored(own, row, new)


def _proposed(
    verhaal: Verhaal, entry: Entry, replaced: Sequence[Row], *, actor: Actor
) -> Occurrence[Event]:
    """Return the fact as the rules would read it, in the place of what it corrects."""
    old = verhaal.find_one_of(row.id for row in replaced)
    past = actor.via.reports_the_past
    if old is None:
        return Occurrence(
            event=entry.event, on=entry.happened_on, id=0, first=0, reports_the_past=past
        )
    return replaced_by(old, event=entry.event, on=entry.happened_on, reports_the_past=past)


def _changed(
    verhaal: Verhaal, replaced: Sequence[Row], new: Occurrence[Event]
) -> tuple[Verhaal, Verhaal]:
    """Return the story before and after."""
    old = verhaal.find_one_of(row.id for row in replaced)
    return verhaal, verhaal.changed(without=old, new=new)


def _require_anchored(own: Sequence[Row], row: Row, new: Occurrence[Event]) -> None:
    """Check that a log that is read with another can still stand alone, when they are parted.

    :raises Refusal: if it would lack its opening or its gemeente, and be out of everyone's sight
    """
    alone = verhaal_of(own)
    before, after = _changed(alone, [row], new)
    known = {problem.text for problem in before.problems() if problem.first == THE_WHOLE}
    fresh = [one.text for one in after.problems() if one.first == THE_WHOLE]
    for text in fresh:
        if text not in known:
            raise Refusal(
                f"{text} Dit geldt voor elk van de samengevoegde dossiers apart. Kies een andere "
                "regel of maak de samenvoeging eerst ongedaan."
            )


def _require_read(rows: Sequence[Row]) -> None:
    if rows and not any(row.is_read for row in rows):
        raise Refusal(
            "Dit dossier is intussen samengevoegd met een ander. Ga terug naar het dossier en leg "
            "het daar vast."
        )


def _require_unchanged(rows: Sequence[Row], entry: Entry) -> None:
    if entry.gezien is None:
        return
    newer = [
        row
        for row in rows
        if row.is_read
        and row.id > entry.gezien
        and (not entry.bearing or row.kind in entry.bearing)
    ]
    if newer:
        label = ALL_KINDS[newer[-1].kind].label
        raise Refusal(
            f"Intussen is in dit dossier vastgelegd: {label} op "
            f"{dutch_date(newer[-1].happened_on)}. Uw invoer is bewaard. Kijk of die nog klopt en "
            "verstuur opnieuw."
        )
