"""The same person twice: read two dossiers as one, and undo that. No gebeurtenis: dated rows."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten
from schakel.dossier.actions.samenvoegen import add_samenvoeging, end_samenvoeging
from schakel.dossier.queries import (
    DossierNotFound,
    Zicht,
    get_dossier,
    list_log,
    list_logs,
    list_merged,
)
from schakel.logboek.queries import latest
from schakel.traject.actions.projection import remake
from schakel.traject.queries import verhaal_of
from schakel.traject.rules.samenvoeging import require_one_pip

SAMENVOEGEN = "samenvoegen"


@transaction.atomic
def merge_dossiers(*, actor: Actor, van: UUID, naar: UUID, reden: str, now: datetime) -> None:
    """Read the dossier `van` in the dossier `naar` from now on: it is the same person.

    The logs stay as they are. What the two say differently becomes a point to mend. Names,
    numbers and contact data stay with each.

    :raises DossierNotFound: if this actor may not see `naar`
    :raises Refusal: without a reason; if `van` is not in sight; if another merge stands in the
        way; or if both have a PIP in force
    """
    actor.require(Permission.DOSSIER_WRITE)
    actor.require(Permission.CORRECT)
    to = get_dossier(actor=actor, uuid=naar, question=SAMENVOEGEN)
    away = get_other(actor=actor, uuid=van)
    ids = [away.id, to.id]
    feiten.lock(dossiers=ids)
    logs = list_logs(dossiers=ids)
    at = max(now, *(latest(rows) for rows in logs.values()))
    add_samenvoeging(actor=actor, van=away.id, naar=to.id, reden=reden, now=at)
    require_one_pip(verhaal_of(logs[one]).traject_on(now.date()) for one in ids)
    remake(rows=list_logs(dossiers=ids), day=now.date())


def get_other(*, actor: Actor, uuid: UUID) -> Zicht:
    """Return the other dossier of the same person, and note the look.

    :raises Refusal: if the actor may not see it, in the words for one that does not exist
    """
    try:
        return get_dossier(actor=actor, uuid=uuid, question=SAMENVOEGEN)
    except DossierNotFound as missing:
        raise Refusal(
            "Dit dossier is niet gevonden. Hoort het bij een gemeente buiten uw bereik? Laat dan "
            "eerst vastleggen welke gemeente verantwoordelijk is. Zoek anders opnieuw.",
            field="ander",
        ) from missing


@transaction.atomic
def undo_merge(*, actor: Actor, naar: UUID, samenvoeging: int, reden: str, now: datetime) -> None:
    """Read two dossiers apart again from now on: each has its own log back.

    What was recorded since stays in the log that it was written in.

    :param naar: the dossier in which the other is read now
    :raises DossierNotFound: if this actor may not see that dossier
    :raises Refusal: without a reason, or if it was undone already
    """
    actor.require(Permission.DOSSIER_WRITE)
    actor.require(Permission.CORRECT)
    to = get_dossier(actor=actor, uuid=naar, question=SAMENVOEGEN)
    feiten.lock(dossiers=[to.id, *list_merged(dossier=to.id)])
    at = max(now, latest(list_log(dossier=to.id)))
    back = end_samenvoeging(actor=actor, samenvoeging=samenvoeging, naar=to.id, reden=reden, now=at)
    remake(rows=list_logs(dossiers=[to.id, back]), day=now.date())
