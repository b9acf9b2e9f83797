"""Establish and withdraw the PIP."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.queries import get_dossier
from schakel.traject.actions.recording import Entry, add
from schakel.traject.events import PIPEstablished, PIPWithdrawn
from schakel.traject.rules.bearing import PIP
from schakel.traject.rules.termijnen import VASTSTELLING, pip_gronden
from schakel.wet.lijsten import Leerroute


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPGegevens:
    """What a PIP decides.

    :param dagtekening: the date on the beschikking: the termijn starts the day after
    """

    dagtekening: date
    leerroute: Leerroute


@transaction.atomic
def establish_pip(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gegevens: PIPGegevens,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Establish the PIP, which starts the inburgeringstermijn (Wi2021 15, 11).

    :param gezien: id of the newest gebeurtenis on the actor's screen, or None without a screen
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the law, the process or a newer gebeurtenis stands in the way
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(
        event=PIPEstablished(leerroute=gegevens.leerroute, gemeente=dossier.gemeente),
        happened_on=gegevens.dagtekening,
        grounds=pip_gronden(gegevens.dagtekening),
        gezien=gezien,
        bearing=PIP,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)


@transaction.atomic
def withdraw_pip(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Withdraw the PIP in force; the termijn keeps its start (Wi2021 11 lid 3).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if there is none in force on that day
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(
        event=PIPWithdrawn(),
        happened_on=happened_on,
        grounds=(VASTSTELLING,),
        gezien=gezien,
        bearing=PIP,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)
