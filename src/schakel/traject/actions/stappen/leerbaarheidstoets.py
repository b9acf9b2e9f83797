"""The leerbaarheidstoets: plan, cancel, miss, take, or exempt from it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.traject import events
from schakel.traject.actions.stappen.step import Step, take
from schakel.traject.rules.bearing import LEERBAARHEIDSTOETS
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import GrondLeerbaarheidstoetsOntheffing, UitslagLeerbaarheidstoets

TOETS_BRON = Artikel("Wi2021", "14", lid="3", onder="a")
ADVIES_BRON = Artikel("Wi2021", "14", lid="5")
ONTHEFFING_BRON = Artikel("Wi2021", "14", lid="6")


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
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


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
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


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
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


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
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def exempt_from_leerbaarheidstoets(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    grond: GrondLeerbaarheidstoetsOntheffing | None = None,
    gezien: int | None = None,
) -> None:
    """Record the college's ontheffing from the leerbaarheidstoets (Wi2021 14 lid 6).

    :param grond: why; a person at the screen must give it
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsExempted(grond=grond),
        happened_on=happened_on,
        bron=ONTHEFFING_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def receive_uitslag(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    uitslag: UitslagLeerbaarheidstoets,
    gezien: int | None = None,
) -> None:
    """Record the advice that DUO gave after the leerbaarheidstoets (Wi2021 14 lid 5).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if no test was taken, or its result is known already
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.LeerbaarheidstoetsUitslagReceived(uitslag=uitslag),
        happened_on=happened_on,
        bron=ADVIES_BRON,
        bearing=LEERBAARHEIDSTOETS,
    )
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)
