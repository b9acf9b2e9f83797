"""Read two dossiers as one, and apart again. Only `traject` calls this: it keeps the lists."""

from datetime import datetime

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.models import Samenvoeging
from schakel.dossier.queries import require_mergeable
from schakel.logboek.queries import newest

REDEN = "Vul in waarom."


def add_samenvoeging(*, actor: Actor, van: int, naar: int, reden: str, now: datetime) -> None:
    """Let the log of `van` be read in `naar` from the moment `now` on.

    The caller holds the lock on both dossiers.

    :param now: not before anything that is known of either
    :raises Refusal: without a reason, or if either is part of another merge that stands in the way
    """
    actor.require(Permission.DOSSIER_WRITE)
    actor.require(Permission.CORRECT)
    if not reden.strip():
        raise Refusal(REDEN, field="reden")
    require_mergeable(van=van, naar=naar)
    Samenvoeging.objects.create(
        van_id=van,
        naar_id=naar,
        sinds=now,
        tot_en_met=newest(dossier=naar),
        door=actor.medewerker,
        reden=reden.strip(),
    )


def end_samenvoeging(
    *, actor: Actor, samenvoeging: int, naar: int, reden: str, now: datetime
) -> int:
    """Let two dossiers be read apart again from the moment `now` on; return which comes back.

    The caller holds the lock on both dossiers.

    :param samenvoeging: id of a running merge into `naar`
    :raises Refusal: without a reason, or if there is no such merge (any more)
    """
    actor.require(Permission.DOSSIER_WRITE)
    actor.require(Permission.CORRECT)
    if not reden.strip():
        raise Refusal(REDEN, field="reden")
    row = Samenvoeging.objects.filter(pk=samenvoeging, naar=naar, ongedaan_at=None).first()
    if row is None:
        raise Refusal("Deze samenvoeging is intussen al ongedaan gemaakt.")
    row.ongedaan_at, row.ongedaan_door = now, actor.medewerker
    row.ongedaan_reden = reden.strip()
    row.save(update_fields=["ongedaan_at", "ongedaan_door", "ongedaan_reden"])
    return row.van_id
