"""Invite or summon to the brede intake, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.traject import events
from schakel.traject.actions.stappen.step import Step, take
from schakel.traject.actions.stappen.tweede_deelnemer import bring_in, require_partner
from schakel.traject.rules.bearing import INTAKE
from schakel.wet.bron import Artikel

INTAKE_BRON = Artikel("Wi2021", "14", lid="1")


@dataclass(frozen=True, slots=True, kw_only=True)
class OproepGegevens:
    """What an uitnodiging or oproep says.

    :param verzonden_op: day on which it was sent
    :param gesprek_op: planned day of the talk, or None
    :param uiterlijk: last day of the term of an oproep; an uitnodiging has none
    :param tweede_deelnemer: id of the medewerker of a partner who is asked to take part, or None
    """

    verzonden_op: date
    gesprek_op: date | None = None
    uiterlijk: date | None = None
    tweede_deelnemer: int | None = None


@transaction.atomic
def invite(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gegevens: OproepGegevens,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record a free uitnodiging: without a term, and nothing follows from not coming.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: with a term, or if the day or the order is impossible
    """
    if gegevens.uiterlijk is not None:
        raise Refusal(
            "Een uitnodiging heeft geen termijn. Laat de laatste dag leeg, of leg een oproep vast.",
            field="uiterlijk",
        )
    event = events.UitnodigingSent(
        gesprek_op=gegevens.gesprek_op, tweede_deelnemer=gegevens.tweede_deelnemer
    )
    _send(event, gegevens, actor=actor, dossier_uuid=dossier_uuid, now=now, gezien=gezien)


@transaction.atomic
def summon(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gegevens: OproepGegevens,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record the first oproep with its term (Wi2021 14 lid 1).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a term, or if the day or the order is impossible
    """
    event = events.OproepSent(
        uiterlijk=_termijn(gegevens),
        gesprek_op=gegevens.gesprek_op,
        tweede_deelnemer=gegevens.tweede_deelnemer,
    )
    _send(event, gegevens, actor=actor, dossier_uuid=dossier_uuid, now=now, gezien=gezien)


@transaction.atomic
def warn_and_summon(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gegevens: OproepGegevens,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record the written warning with a repeated oproep and a new term (Wi2021 14 lid 1).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a term, before an oproep, or while its term runs
    """
    event = events.OproepRepeated(
        uiterlijk=_termijn(gegevens),
        gesprek_op=gegevens.gesprek_op,
        tweede_deelnemer=gegevens.tweede_deelnemer,
    )
    _send(event, gegevens, actor=actor, dossier_uuid=dossier_uuid, now=now, gezien=gezien)


@transaction.atomic
def miss_gesprek(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the person did not come to the planned talk.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if no talk was planned, or its day has not come
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(events.GesprekMissed(), happened_on=happened_on, bron=INTAKE_BRON, bearing=INTAKE)
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def cancel_gesprek(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the planned talk was cancelled.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if no talk was planned
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.GesprekCancelled(), happened_on=happened_on, bron=INTAKE_BRON, bearing=INTAKE
    )
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


def _termijn(gegevens: OproepGegevens) -> date:
    if gegevens.uiterlijk is None:
        raise Refusal(
            "Een oproep heeft een termijn (art. 14 lid 1 Wi2021). Vul de laatste dag in.",
            field="uiterlijk",
        )
    return gegevens.uiterlijk


def _send(
    event: Event,
    gegevens: OproepGegevens,
    *,
    actor: Actor,
    dossier_uuid: UUID,
    now: datetime,
    gezien: int | None,
) -> None:
    actor.require(Permission.INTAKE_WRITE)
    require_partner(
        gegevens.tweede_deelnemer, actor=actor, dossier_uuid=dossier_uuid, op=gegevens.verzonden_op
    )
    step = Step(event, happened_on=gegevens.verzonden_op, bron=INTAKE_BRON, bearing=INTAKE)
    dossier = take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)
    bring_in(gegevens.tweede_deelnemer, actor=actor, zicht=dossier, op=now.date())
