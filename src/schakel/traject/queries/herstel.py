"""What can be corrected or contested, and what a correction would change."""

from dataclasses import dataclass
from datetime import date

from schakel.base.event import Event, Occurrence
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, list_log
from schakel.dossier.rules import require_past
from schakel.logboek.queries import occurrence_of
from schakel.traject import events
from schakel.traject.queries.tijdlijn import categorie_of
from schakel.traject.queries.verhaal import ALL_KINDS, same_fact, verhaal_of
from schakel.traject.rules.verhaal import Verhaal, replaced_by, require_fitting

UNCORRECTABLE = frozenset({events.TegenspraakRecorded.kind, events.TegenspraakAnswered.kind})
"""What one person says of what another wrote: nobody else puts that right."""

CONTESTABLE = frozenset({events.BredeIntakeStarted.kind, events.IntakeOnderwerpRecorded.kind})


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


def require_correctable(*, zicht: Zicht, gebeurtenis: int) -> Occurrence[Event]:
    """Return the gebeurtenis of a dossier in sight that someone wants to correct.

    :raises Refusal: if there is none, if it was corrected before, or if it says that something
        never happened: that is done over by recording what did
    """
    known = list_log(dossier=zicht.id)
    rows = [row for row in known if row.id == gebeurtenis and row.is_read]
    if not rows or not zicht.opens(categorie_of(rows[0], known)):
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
    if rows[0].kind in UNCORRECTABLE:
        raise Refusal(
            "Tegenspraak en het antwoord daarop blijven staan zoals ze zijn. Schrijf een nieuw "
            "antwoord als er iets bij moet."
        )
    return occurrence_of(rows[0], kinds=ALL_KINDS)


def require_contestable(*, zicht: Zicht, gebeurtenis: int) -> int:
    """Return the first row in the chain of a line of the intake that someone contests or answers.

    :raises Refusal: if there is no such line in sight, or it is not about the intake
    """
    rows = {row.id: row for row in list_log(dossier=zicht.id) if row.is_read}
    row = rows.get(gebeurtenis)
    if row is None or row.kind not in CONTESTABLE or not zicht.opens(ALL_KINDS[row.kind].categorie):
        raise Refusal(
            "Deze regel van de brede intake staat niet in dit dossier. Open het dossier opnieuw."
        )
    return row.first


def preview_herstel(*, zicht: Zicht, herstel: Herstel, op: date) -> Preview:
    """Return what a correction by a person at the screen would change, without recording it.

    :param op: the day on which terms and steps are compared
    :raises Refusal: as the correction itself would
    """
    old = require_correctable(zicht=zicht, gebeurtenis=herstel.gebeurtenis)
    rows = list_log(dossier=zicht.id)
    before = verhaal_of(rows)
    event, on = herstel.instead_of(old)
    known = before.find_one_of(row.id for row in same_fact(rows, herstel.gebeurtenis))
    new = replaced_by(known or old, event=event, on=on)
    after = before.changed(without=known, new=new)
    require_past(new.on, today=op)
    require_fitting(before, after, new=new)
    return Preview(old=old, new=new, before=before, after=after, op=op)


def voided_for(event: Event) -> Event:
    """Return the event that says: this one never happened."""
    room = event.kind.partition(".")[0]
    return ALL_KINDS[f"{room}.voided"]()
