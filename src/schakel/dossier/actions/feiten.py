"""Open a dossier and record the dated facts about a person. Only `traject` calls this."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.bsn import Bsn
from schakel.base.event import Event, Occurrence
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.base.tijdvak import NOG_STEEDS, Tijdvak, bijgewerkt
from schakel.dossier.events import KINDS, DossierOpened, GemeenteBecameResponsible
from schakel.dossier.models import Dossier, Huishouden, Persoon, Plaats
from schakel.dossier.queries import bekende_plekken, tijdvak_of
from schakel.dossier.rules import Plek, columns, plekken, require_past
from schakel.logboek.actions import Line, record
from schakel.logboek.queries import Row, appended, list_occurrences


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonGegevens:
    """Who someone is, as a source gave it.

    :param bsn: as typed, or "" when it is not known yet
    :param v_nummer: ten digits, or ""
    :param huishouden: id of the household that the person joins, or None for a new one
    """

    achternaam: str
    voornaam: str = ""
    tussenvoegsel: str = ""
    bsn: str = ""
    v_nummer: str = ""
    huishouden: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A dossier that was just opened: its id inside, its uuid outside."""

    id: int
    uuid: UUID


@transaction.atomic
def open_dossier(
    *,
    actor: Actor,
    gegevens: PersoonGegevens,
    gemeente: str,
    happened_on: date,
    now: datetime,
) -> Opened:
    """Open a dossier for a person for whom this gemeente is responsible.

    :param gemeente: CBS code (four digits), within the reach of the actor
    :raises Refusal: if the person has a dossier, the gemeente is out of reach, or the day has not
        come yet
    """
    actor.require(Permission.DOSSIER_WRITE)
    if gemeente not in actor.gemeenten:
        raise Refusal("Deze gemeente valt buiten uw bereik. Kies een andere gemeente.")
    require_past(happened_on, today=now.date())
    row = Dossier.objects.create(persoon=_persoon(gegevens))
    rows: list[Row] = []
    for event in (DossierOpened(), GemeenteBecameResponsible(gemeente=gemeente, per=happened_on)):
        line = Line(event=event, happened_on=happened_on)
        rows.append(record(line, dossier=row.pk, actor=actor, now=now))
    project(dossier=row.pk, rows=rows, day=now.date())
    return Opened(id=row.pk, uuid=row.uuid)


def record_feit(
    line: Line, *, dossier: int, rows: Sequence[Row], actor: Actor, now: datetime
) -> list[Row]:
    """Record one fact about a person, keep the projection, and return the rows with the new one.

    Whether the fact fits among the others is checked by `traject`, which sees them all.

    :param rows: all that the log holds of this dossier, read after `lock`
    """
    actor.require(Permission.DOSSIER_WRITE)
    row = record(line, dossier=dossier, actor=actor, now=now)
    after = appended(rows, row)
    project(dossier=dossier, rows=after, day=now.date())
    return after


def lock(*, dossiers: Collection[int]) -> None:
    """Let nobody else decide on these dossiers until the transaction ends."""
    list(Dossier.objects.select_for_update().filter(pk__in=dossiers).order_by("pk").values("pk"))


def project(*, dossier: int, rows: Sequence[Row], day: date) -> None:
    """Bring the tables of this room up to what is known now, for lists of the day `day`."""
    occurrences = list_occurrences(rows, kinds=KINDS)
    _refresh(dossier, occurrences, day)
    _keep_plaatsen(dossier, plekken(occurrences), at=rows[-1].recorded_at)


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


def _persoon(gegevens: PersoonGegevens) -> Persoon:
    if not gegevens.achternaam.strip():
        raise Refusal("Vul de achternaam in.", field="achternaam")
    bsn = Bsn.parse(gegevens.bsn).digits if gegevens.bsn.strip() else None
    v_nummer = gegevens.v_nummer.strip() or None
    known = Q(bsn=bsn, bsn__isnull=False) | Q(v_nummer=v_nummer, v_nummer__isnull=False)
    if Persoon.objects.filter(known).exists():
        raise Refusal("Deze persoon heeft al een dossier. Zoek op BSN of V-nummer.", field="bsn")
    huishouden = gegevens.huishouden or Huishouden.objects.create().pk
    return Persoon.objects.create(
        huishouden_id=huishouden,
        voornaam=gegevens.voornaam.strip(),
        tussenvoegsel=gegevens.tussenvoegsel.strip(),
        achternaam=gegevens.achternaam.strip(),
        bsn=bsn,
        v_nummer=v_nummer,
    )
