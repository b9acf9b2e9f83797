"""Open a dossier and record the dated facts about a person. Only `traject` calls this."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.base.tijdvak import NOG_STEEDS, Tijdvak, bijgewerkt
from schakel.dossier.actions.personen import add_persoon, require_unknown
from schakel.dossier.events import KINDS, DossierOpened, GemeenteBecameResponsible
from schakel.dossier.models import Dossier, Plaats
from schakel.dossier.queries import PersoonGegevens as PersoonGegevens
from schakel.dossier.queries import bekende_plekken, tijdvak_of
from schakel.dossier.rules import Plek, columns, columns_of, plekken, require_past
from schakel.logboek.actions import Line, record
from schakel.logboek.queries import Row, appended, list_occurrences, list_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier that was just opened: its id inside, its uuid outside.

    :param nieuw: False when this same form had opened it before
    """

    id: int
    uuid: UUID
    nieuw: bool = True


@transaction.atomic
def open_dossier(
    *,
    actor: Actor,
    gegevens: PersoonGegevens,
    gemeente: str,
    happened_on: date,
    now: datetime,
    uuid: UUID | None = None,
) -> Opened:
    """Open a dossier for a person for whom this gemeente is responsible.

    :param gemeente: CBS code (four digits), within the reach of the actor
    :param uuid: what the form gave it, so that sending twice opens once; None = a new one
    :raises Refusal: if the person has a dossier, the gemeente is out of reach, the day has not
        come yet, or the uuid belongs to another opening
    """
    actor.require(Permission.DOSSIER_WRITE)
    require_reach(actor, gemeente)
    require_past(happened_on, today=now.date())
    opened = _opened_before(uuid, gegevens, actor) or _add_dossier(uuid, gegevens, actor)
    if not opened.nieuw:
        return opened
    rows: list[Row] = []
    for event in (DossierOpened(), GemeenteBecameResponsible(gemeente=gemeente, per=happened_on)):
        line = Line(event=event, happened_on=happened_on)
        rows.append(record(line, dossier=opened.id, actor=actor, now=now))
    project(dossier=opened.id, rows=rows, day=now.date())
    return opened


def require_reach(actor: Actor, gemeente: str) -> None:
    """Check that the actor may open dossiers of this gemeente.

    :raises Refusal: otherwise
    """
    if gemeente not in actor.gemeenten:
        raise Refusal(
            "Deze gemeente valt buiten uw bereik. Kies een andere gemeente.", field="gemeente"
        )


def _add_dossier(uuid: UUID | None, gegevens: PersoonGegevens, actor: Actor) -> Opened:
    try:
        with transaction.atomic():
            persoon = add_persoon(actor=actor, gegevens=gegevens)
            row = Dossier.objects.create(persoon=persoon, uuid=uuid or uuid4())
    except (IntegrityError, Refusal):
        # Someone was first, in the same moment: the other half of a double click, or a colleague.
        before = _opened_before(uuid, gegevens, actor)
        if before is not None:
            return before
        require_unknown(actor=actor, columns=columns_of(gegevens))
        raise
    return Opened(id=row.pk, uuid=row.uuid)


def _opened_before(uuid: UUID | None, gegevens: PersoonGegevens, actor: Actor) -> Opened | None:
    """Return the dossier that this actor opened before with this form, for this same person."""
    row = Dossier.objects.select_related("persoon").filter(uuid=uuid).first() if uuid else None
    if row is None:
        return None
    first = list_rows(dossier=row.pk)[0]
    columns = columns_of(gegevens).items()
    same = all(getattr(row.persoon, name) == value for name, value in columns)
    if not same or (first.actor, first.source) != (actor.medewerker, actor.via):
        raise Refusal(
            "Dit formulier is al gebruikt. Open een nieuw formulier en vul het opnieuw in."
        )
    return Opened(id=row.pk, uuid=row.uuid, nieuw=False)


def record_feit(
    line: Line,
    *,
    dossier: int,
    rows: Sequence[Row],
    actor: Actor,
    now: datetime,
    log: int | None = None,
) -> list[Row]:
    """Record one fact about a person, keep the projection, and return the rows with the new one.

    Whether the fact fits among the others is checked by `traject`, which sees them all.

    :param rows: all that is read in this dossier (`list_log`), after `lock`
    :param log: the dossier whose log holds what is corrected; None = this one
    """
    actor.require(Permission.DOSSIER_WRITE)
    row = record(line, dossier=log or dossier, actor=actor, now=now)
    after = appended(rows, row)
    project(dossier=dossier, rows=after, day=now.date())
    return after


def lock(*, dossiers: Collection[int]) -> None:
    """Let nobody else decide on these dossiers until the transaction ends."""
    list(Dossier.objects.select_for_update().filter(pk__in=dossiers).order_by("pk").values("pk"))


def project(*, dossier: int, rows: Sequence[Row], day: date) -> None:
    """Bring the tables of this room up to what is known now, for lists of the day `day`."""
    if is_merged(rows):
        rebuild(rows={dossier: rows}, day=day)
        return
    occurrences = list_occurrences(rows, kinds=KINDS)
    _refresh(dossier, occurrences, day)
    _keep_plaatsen(dossier, plekken(occurrences), at=rows[-1].recorded_at)


def is_merged(rows: Sequence[Row]) -> bool:
    """True if more than one log is, or ever was, read in this story, or it moved elsewhere.

    Its tables are then made anew each time: what was known may change on both time axes at once.
    """
    return any(row.gelezen is not None for row in rows)


def refresh_lists(*, dossier: int, rows: Sequence[Row], day: date) -> None:
    """Bring the row of a dossier up to the day `day`, on which a plan may have come to pass."""
    _refresh(dossier, list_occurrences(rows, kinds=KINDS), day)


def _refresh(dossier: int, occurrences: Sequence[Occurrence[Event]], day: date) -> None:
    Dossier.objects.filter(pk=dossier).update(**columns(occurrences, day=day))


def rebuild(*, rows: Mapping[int, Sequence[Row]], day: date) -> None:
    """Make the tables of this room anew from the log, for these dossiers.

    :param rows: all that the log holds, by dossier
    """
    found, names = list(Dossier.objects.filter(pk__in=rows)), set[str]()
    for dossier in found:
        today = columns(list_occurrences(rows[dossier.pk], kinds=KINDS), day=day)
        names.update(today)
        for name, value in today.items():
            setattr(dossier, name, value)
    if found:
        Dossier.objects.bulk_update(found, sorted(names))
    Plaats.objects.filter(dossier__in=rows).delete()
    Plaats.objects.bulk_create(
        plaats for dossier in found for plaats in plaatsen(dossier.pk, rows[dossier.pk])
    )


def plaatsen(dossier: int, rows: Sequence[Row]) -> list[Plaats]:
    """Return every row that `Plaats` must hold for a dossier with this log, not saved."""
    return [
        _plaats(dossier, bekend.tijdvak, bekend.van, bekend.tot) for bekend in bekende_plekken(rows)
    ]


def _keep_plaatsen(dossier: int, wanted: set[Tijdvak[Plek]], *, at: datetime) -> None:
    """Close what is no longer known and open what is new, as of the moment `at`.

    What was learned at this same moment is done over, so that the order of two facts that came in
    together leaves no trace.
    """
    Plaats.objects.filter(dossier=dossier, bekend_van=at).delete()
    rows = Plaats.objects.filter(dossier=dossier, bekend_tot__gte=at)
    ends, new = bijgewerkt(
        ((row.pk, tijdvak_of(row), row.bekend_tot) for row in rows), wanted, at=at
    )
    for row, end in ends.items():
        Plaats.objects.filter(pk=row).update(bekend_tot=end)
    Plaats.objects.bulk_create(_plaats(dossier, tijdvak, at, NOG_STEEDS) for tijdvak in new)


def _plaats(dossier: int, tijdvak: Tijdvak[Plek], van: datetime, tot: datetime) -> Plaats:
    return Plaats(
        dossier_id=dossier,
        van=tijdvak.van,
        tot=tijdvak.tot,
        bekend_van=van,
        bekend_tot=tot,
        **tijdvak.waarde._asdict(),
    )
