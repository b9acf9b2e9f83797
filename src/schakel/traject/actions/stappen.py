"""The steps before and after the PIP."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.base.permissions import Permission
from schakel.dossier.queries import get_dossier
from schakel.traject import events
from schakel.traject.actions.recording import Entry, add
from schakel.traject.rules.bearing import AANMELDING, INTAKE, LEERBAARHEIDSTOETS
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import UitslagLeerbaarheidstoets

INTAKE_BRON = Artikel("Wi2021", "14", lid="1")
ABSENTIE_BRON = Artikel("Wi2021", "14", lid="2")
TOETS_BRON = Artikel("Wi2021", "14", lid="3", onder="a")
ONTHEFFING_BRON = Artikel("Wi2021", "14", lid="6")
CURSUS_BRON = Artikel("Wi2021", "16", lid="1")
EIGEN_BRON = Artikel("Wi2021", "19")


@dataclass(frozen=True, slots=True)
class Step:
    """A step to record: its event, the article it rests on, and what makes its form out of date."""

    event: Event
    happened_on: date
    bron: Artikel
    bearing: frozenset[str]


@transaction.atomic
def start_brede_intake(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    tweede_deelnemer: int | None = None,
    gezien: int | None = None,
) -> None:
    """Record the first talk of the brede intake (Wi2021 14).

    :param tweede_deelnemer: id of the medewerker of another organisation who took part, or None
    :param gezien: id of the newest gebeurtenis on the actor's screen, or None without a screen
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.BredeIntakeStarted(tweede_deelnemer=tweede_deelnemer),
        happened_on=happened_on,
        bron=INTAKE_BRON,
        bearing=INTAKE,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def complete_brede_intake_in_absence(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the intake was completed without the person (Wi2021 14 lid 2).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.BredeIntakeCompletedInAbsence(),
        happened_on=happened_on,
        bron=ABSENTIE_BRON,
        bearing=INTAKE,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def plan_leerbaarheidstoets(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gepland_op: date,
    gezien: int | None = None,
) -> None:
    """Record that an appointment for the leerbaarheidstoets was made.

    :param gepland_op: the day of the test; `happened_on` is the day on which it was arranged
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsPlanned(gepland_op=gepland_op),
        happened_on=happened_on,
        bron=TOETS_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def cancel_leerbaarheidstoets(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the appointment for the leerbaarheidstoets was cancelled.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsCancelled(),
        happened_on=happened_on,
        bron=TOETS_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def miss_leerbaarheidstoets(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the person did not appear at the leerbaarheidstoets.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsMissed(),
        happened_on=happened_on,
        bron=TOETS_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def take_leerbaarheidstoets(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    uitslag: UitslagLeerbaarheidstoets | None = None,
    gezien: int | None = None,
) -> None:
    """Record that the leerbaarheidstoets was taken (Wi2021 14 lid 3 onder a).

    :param uitslag: DUO's advice, or None while it is not known
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsTaken(uitslag=uitslag),
        happened_on=happened_on,
        bron=TOETS_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def exempt_from_leerbaarheidstoets(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record the college's ontheffing from the leerbaarheidstoets (Wi2021 14 lid 6).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsExempted(),
        happened_on=happened_on,
        bron=ONTHEFFING_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def withdraw_aanmelding(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the aanmelding at the taalaanbieder was withdrawn.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.AANMELDING_WRITE)
    step = Step(
        events.AanmeldingWithdrawn(), happened_on=happened_on, bron=CURSUS_BRON, bearing=AANMELDING
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def report_eigen_inschrijving(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the person enrolled at a school of his own choice (Wi2021 19).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.AANMELDING_WRITE)
    step = Step(
        events.EigenInschrijvingReported(),
        happened_on=happened_on,
        bron=EIGEN_BRON,
        bearing=AANMELDING,
    )
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def make_aanmelding(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    taalaanbieder: int | None = None,
    gezien: int | None = None,
) -> None:
    """Record the aanmelding at the taalaanbieder by the responsible gemeente (Wi2021 16).

    :param taalaanbieder: id of the organisation, or None when it is not known
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.AANMELDING_WRITE)
    gemeente = get_dossier(actor=actor, uuid=dossier_uuid).gemeente
    event = events.AanmeldingMade(gemeente=gemeente, taalaanbieder=taalaanbieder)
    step = Step(event, happened_on=happened_on, bron=CURSUS_BRON, bearing=AANMELDING)
    _take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


def _take(
    step: Step, *, actor: Actor, dossier_uuid: UUID, gezien: int | None, now: datetime
) -> None:
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(
        event=step.event,
        happened_on=step.happened_on,
        grounds=(step.bron,),
        gezien=gezien,
        bearing=step.bearing,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)
