"""Take over what a list tells of one person: all of it or nothing, in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten
from schakel.dossier.actions.bulk import add_dossiers
from schakel.dossier.actions.feiten import PersoonGegevens
from schakel.dossier.events import GemeenteBecameResponsible
from schakel.dossier.queries import get_dossier, list_log
from schakel.dossier.rules import require_past
from schakel.logboek.actions import Line, record, record_lines
from schakel.logboek.queries import Row, appended, latest
from schakel.traject.actions.projection import project
from schakel.traject.actions.recording import REDEN, Entry, add
from schakel.traject.events import PIPEstablished
from schakel.traject.queries import verhaal_of
from schakel.traject.rules.inlezen import Wijziging, beoordeel
from schakel.traject.rules.termijnen import pip_gronden
from schakel.wet.bron import Artikel


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingelezen:
    """What was written.

    :param gebeurtenissen: id of the gebeurtenis by the column that told it
    """

    dossier: int
    uuid: UUID
    gebeurtenissen: Mapping[str, int]


@transaction.atomic
def open_from_list(
    *,
    actor: Actor,
    persoon: PersoonGegevens,
    wijzigingen: Sequence[Wijziging],
    now: datetime,
) -> Ingelezen:
    """Open a dossier with all that a list tells of a person.

    The caller has checked that the person is not known.

    :param wijzigingen: also that it was opened, and which gemeente is responsible
    :raises Refusal: for a gemeente out of reach, or when the facts cannot have been so, naming the
        column
    """
    actor.require(Permission.DOSSIER_WRITE)
    for one in wijzigingen:
        if isinstance(one.event, GemeenteBecameResponsible):
            feiten.require_reach(actor, one.event.gemeente)
    [opened] = add_dossiers(actor=actor, people=[persoon])
    written = _write(opened.id, wijzigingen, [], reden="", actor=actor, now=now)
    return Ingelezen(dossier=opened.id, uuid=opened.uuid, gebeurtenissen=written)


@transaction.atomic
def amend_from_list(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    wijzigingen: Sequence[Wijziging],
    reden: str,
    now: datetime,
) -> Ingelezen:
    """Add to a dossier what a list tells, and correct what it tells otherwise than before.

    :param reden: why something is corrected
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: when the facts cannot have been so, naming the column
    """
    actor.require(Permission.CORRECT)
    zicht = get_dossier(actor=actor, uuid=dossier_uuid, question="inlezen")
    feiten.lock(dossiers=[zicht.id])
    rows = list_log(dossier=zicht.id)
    write = _one_by_one if feiten.is_merged(rows) else _write
    written = write(zicht.id, wijzigingen, rows, reden=reden, actor=actor, now=now)
    return Ingelezen(dossier=zicht.id, uuid=zicht.uuid, gebeurtenissen=written)


def _write(
    dossier: int,
    wijzigingen: Sequence[Wijziging],
    rows: Sequence[Row],
    *,
    reden: str,
    actor: Actor,
    now: datetime,
) -> dict[str, int]:
    for wijziging in wijzigingen:
        require_past(wijziging.happened_on, today=now.date())
    for bezwaar in beoordeel(verhaal_of(rows), wijzigingen).bezwaren:
        raise Refusal(bezwaar.tekst, field=bezwaar.veld)
    at = max(now, latest(rows)) if rows else now
    lines = [_line(one, reden=reden) for one in wijzigingen]
    fresh = [line for line in lines if line.replaces is None]
    written = record_lines(fresh, dossier=dossier, actor=actor, recorded_at=at)
    for line in lines:
        if line.replaces is not None:
            written.append(record(line, dossier=dossier, actor=actor, now=at))
    for row in written:
        rows = appended(rows, row)
    feiten.project(dossier=dossier, rows=rows, day=now.date())
    project(dossier=dossier, rows=rows, day=now.date())
    return _ids(written, wijzigingen)


def _one_by_one(
    dossier: int,
    wijzigingen: Sequence[Wijziging],
    rows: Sequence[Row],
    *,
    reden: str,
    actor: Actor,
    now: datetime,
) -> dict[str, int]:
    """Write into the log that holds each fact: more than one is read in this dossier."""
    written = {}
    for one in wijzigingen:
        entry = Entry(
            event=one.event,
            happened_on=one.happened_on,
            grounds=_gronden(one),
            replaces=one.replaces,
            reden="" if one.replaces is None else reden,
            toelichting=one.noten,
        )
        try:
            written[one.veld] = add(entry, dossier=dossier, actor=actor, now=now).id
        except Refusal as refusal:
            raise Refusal(refusal.text, field=one.veld) from refusal
    return written


def _line(one: Wijziging, *, reden: str) -> Line:
    notes = {soort: (soort, tekst, opens.value) for soort, tekst, opens in one.noten}
    if one.replaces is not None:
        notes[REDEN] = (REDEN, reden, one.event.categorie.value)
    return Line(
        event=one.event,
        happened_on=one.happened_on,
        grounds=_gronden(one),
        replaces=one.replaces,
        toelichting=list(notes.values()),
    )


def _gronden(one: Wijziging) -> Sequence[Artikel]:
    return pip_gronden(one.happened_on) if isinstance(one.event, PIPEstablished) else ()


def _ids(rows: Sequence[Row], wijzigingen: Sequence[Wijziging]) -> dict[str, int]:
    return {
        one.veld: row.id
        for one in wijzigingen
        for row in rows
        if (row.kind, row.happened_on, row.facts)
        == (one.event.kind, one.happened_on, one.event.facts())
    }
