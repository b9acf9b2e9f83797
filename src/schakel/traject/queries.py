"""DOOR: what can be asked about a traject."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from schakel.base.event import Event, Occurrence
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.problem import Problem as Problem
from schakel.base.refusal import Refusal
from schakel.base.tijd import end_of_day
from schakel.base.tijdvak import NOG_STEEDS, Bekend, Tijdvak, geschiedenis
from schakel.dossier.queries import KINDS as DOSSIER_KINDS
from schakel.dossier.queries import Zicht
from schakel.dossier.rules import require_past
from schakel.logboek.queries import (
    Row,
    list_occurrences,
    list_rows,
    list_rows_of,
    moments,
    occurrence_of,
)
from schakel.traject import events as events
from schakel.traject.events import KINDS
from schakel.traject.models import Mijlpaal, Traject
from schakel.traject.rules.projection import columns
from schakel.traject.rules.stand import Bereikt, bereikt, mijlpalen
from schakel.traject.rules.stand import Soort as Soort
from schakel.traject.rules.stand import Stap as Stap
from schakel.traject.rules.stand import TrajectStand as TrajectStand
from schakel.traject.rules.termijnen import Termijnen as Termijnen
from schakel.traject.rules.verhaal import Verhaal as Verhaal
from schakel.traject.rules.verhaal import objection

ALL_KINDS: Mapping[str, type[Event]] = {**DOSSIER_KINDS, **KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One line of the timeline: the row, the event in it, and whether it still holds."""

    row: Row
    event: Event
    geldt: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstel:
    """What must stand in place of a gebeurtenis.

    :param gebeurtenis: id of the one that was never so
    :param event: what was so, of the same kind; None = it never happened
    :param happened_on: the day on which it was so; ignored without `event`
    """

    gebeurtenis: int
    event: Event | None
    happened_on: date
    reden: str

    def instead_of(self, old: Occurrence[Event]) -> tuple[Event, date]:
        """Return the event that takes the place of the old one, and its day."""
        if self.event is None:
            return voided_for(old.event), old.on
        return self.event, self.happened_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A correction laid beside what stands now; nothing of it is recorded."""

    old: Occurrence[Event]
    new: Occurrence[Event]
    before: Verhaal
    after: Verhaal
    op: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectRow:
    """Where someone stands, for a list of today."""

    stap: Stap
    pip_laatste_dag: date | None
    pip_dagtekening: date | None
    termijn_tot: date | None


def verhaal_of(rows: Sequence[Row], *, known_at: datetime | None = None) -> Verhaal:
    """Return all that was known of a dossier at a moment (None = now), as the rules read it."""
    return Verhaal(
        feiten=list_occurrences(rows, kinds=DOSSIER_KINDS, known_at=known_at),
        stappen=list_occurrences(rows, kinds=KINDS, known_at=known_at),
    )


def get_verhaal(*, zicht: Zicht, known_at: datetime | None = None) -> Verhaal:
    """Return all that was known of a dossier in sight."""
    return verhaal_of(list_rows(dossier=zicht.id), known_at=known_at)


def list_tijdlijn(*, zicht: Zicht, rows: Sequence[Row] | None = None) -> list[Regel]:
    """Return the timeline of a dossier in sight, the newest day first.

    Corrected lines are in it, and only those of the categories in sight.
    """
    rows = list_rows(dossier=zicht.id) if rows is None else rows
    lines = [
        Regel(row=row, event=ALL_KINDS[row.kind].of_facts(row.facts), geldt=row.known_until is None)
        for row in rows
        if zicht.opens(_categorie(row, rows))
    ]
    return sorted(
        lines, key=lambda line: (line.row.happened_on, line.event.rank, line.row.id), reverse=True
    )


def require_correctable(*, zicht: Zicht, gebeurtenis: int) -> Occurrence[Event]:
    """Return the gebeurtenis of a dossier in sight that someone wants to correct.

    :raises Refusal: if there is none, if it was corrected before, or if it says that something
        never happened: that is done over by recording what did
    """
    known = list_rows(dossier=zicht.id)
    rows = [row for row in known if row.id == gebeurtenis]
    if not rows or not zicht.opens(_categorie(rows[0], known)):
        raise Refusal("Deze gebeurtenis staat niet in dit dossier. Open het dossier opnieuw.")
    if rows[0].known_until is not None:
        raise Refusal(
            "Deze gebeurtenis is intussen al hersteld. Open het dossier opnieuw en herstel de "
            "nieuwste versie."
        )
    if rows[0].kind.endswith(".voided"):
        raise Refusal(
            "‘Niet gebeurd’ kan niet worden hersteld. Leg opnieuw vast wat wel is gebeurd."
        )
    return occurrence_of(rows[0], kinds=ALL_KINDS)


def preview_herstel(*, zicht: Zicht, herstel: Herstel, op: date) -> Preview:
    """Return what a correction by a person at the screen would change, without recording it.

    :param op: the day on which terms and steps are compared
    :raises Refusal: as the correction itself would
    """
    old = require_correctable(zicht=zicht, gebeurtenis=herstel.gebeurtenis)
    before = get_verhaal(zicht=zicht)
    event, on = herstel.instead_of(old)
    new = Occurrence(event=event, on=on, id=0, first=old.first)
    known = before.find(herstel.gebeurtenis)
    after = before.changed(without=known, new=new)
    require_past(new.on, today=op)
    text = objection(before, after, new=new)
    if text:
        raise Refusal(text)
    return Preview(old=old, new=new, before=before, after=after, op=op)


def list_problems(*, zicht: Zicht) -> list[Problem]:
    """Return what does not fit or is incomplete in a dossier in sight: points to mend."""
    return get_verhaal(zicht=zicht).problems()


def voided_for(event: Event) -> Event:
    """Return the event that says: this one never happened."""
    room = event.kind.partition(".")[0]
    return ALL_KINDS[f"{room}.voided"]()


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


def _categorie(row: Row, rows: Sequence[Row]) -> Gegevenscategorie:
    """That something never happened is as open as what it was: so is the reason beside it."""
    replaced = [old.kind for old in rows if old.id == row.replaces]
    return ALL_KINDS[replaced[0] if replaced else row.kind].categorie


def list_differences(*, dossier: int, rows: Sequence[Row], day: date) -> list[str]:
    """Return every way in which the tables of this room differ from the fold of the log.

    :param day: the day for which the lists of today must hold
    """
    found = []
    expected = columns(verhaal_of(rows), day=day)
    kept = Traject.objects.filter(pk=dossier).values(*expected).first()
    if kept != expected:
        found.append(f"dossier {dossier}: traject wijkt af van het logboek op {day:%d-%m-%Y}")
    wanted = Counter(bekende_mijlpalen(rows))
    there = Counter(
        Bekend(tijdvak_of(row), row.bekend_van, row.bekend_tot)
        for row in Mijlpaal.objects.filter(dossier=dossier)
    )
    if wanted != there:
        found.append(f"dossier {dossier}: mijlpalen wijken af van het logboek")
    return found


def counted_differences(*, dossier: int, rows: Sequence[Row], day: date) -> list[str]:
    """Return whether what counts on one day, as known now, differs from the fold for that day."""
    there = Counter(
        Bereikt(soort, gemeente)
        for soort, gemeente in Mijlpaal.objects.filter(
            dossier=dossier, van__lte=day, tot__gt=day, bekend_tot=NOG_STEEDS
        ).values_list("soort", "gemeente")
    )
    if there == Counter(bereikt(verhaal_of(rows).traject_on(day))):
        return []
    return [f"dossier {dossier}: wat telt op {day:%d-%m-%Y} wijkt af van het logboek"]


def bekende_mijlpalen(rows: Sequence[Row]) -> list[Bekend[Bereikt]]:
    """Return what was reached over all days, with the moments between which it was known."""
    return geschiedenis(
        (moment, mijlpalen(list_occurrences(rows, kinds=KINDS, known_at=moment)))
        for moment in moments(rows, kinds=KINDS)
    )


def tijdvak_of(row: Mijlpaal) -> Tijdvak[Bereikt]:
    """Return the stretch of days in a row of the table."""
    return Tijdvak(row.van, row.tot, Bereikt(row.soort, row.gemeente))


def list_bereikt(stand: TrajectStand) -> list[str]:
    """Return the codes of what counts as reached on the day of this stand."""
    return sorted(one.soort for one in bereikt(stand))


def list_recorded_since(*, zichten: Sequence[Zicht], day: date) -> dict[int, list[Regel]]:
    """Return what was recorded of dossiers in sight after the end of a day, with what it replaces.

    Only of the categories in sight; by dossier id, the newest day first.
    """
    by_id, moment = {zicht.id: zicht for zicht in zichten}, end_of_day(day)
    found = {}
    for dossier, rows in list_rows_of(dossiers=list(by_id)).items():
        replaced = {row.replaces for row in rows if row.recorded_at > moment}
        told = [row for row in rows if row.recorded_at > moment or row.id in replaced]
        found[dossier] = list_tijdlijn(zicht=by_id[dossier], rows=told)
    return found
