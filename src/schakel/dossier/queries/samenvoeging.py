"""Which dossiers were merged, where one that was merged leads to, and how it was before."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from schakel.base.actor import Actor, Inzage
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.events import KINDS
from schakel.dossier.queries.lijst import DossierRow, rows_of
from schakel.dossier.queries.log import list_log, running
from schakel.dossier.queries.personen import PersoonView, persoon_view
from schakel.dossier.queries.zicht import (
    DossierNotFound,
    Zicht,
    get_dossier,
    visible_to,
    zichten_of,
)
from schakel.dossier.rules import fold
from schakel.logboek.queries import list_occurrences

SAMENVOEGEN = "samenvoegen"


@dataclass(frozen=True, slots=True, kw_only=True)
class SamenvoegingView:
    """A dossier that is read in the one in sight.

    :param uuid: of the dossier that was merged away
    :param door: id of the medewerker, or None for the system
    :param persoon: what its own person row says, as far as in sight
    """

    id: int
    uuid: UUID
    sinds: datetime
    door: int | None
    reden: str
    persoon: PersoonView


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgegaan:
    """A dossier that was merged into another, and that other one."""

    van: int
    naar: DossierRow
    sinds: datetime


def list_samenvoegingen(*, actor: Actor, zicht: Zicht) -> list[SamenvoegingView]:
    """Return what is read in a dossier in sight beside its own log, and note the looks."""
    found = []
    rows = running().filter(naar=zicht.id).select_related("van__persoon")
    for row in rows.order_by("sinds", "pk"):
        _note(actor, row.van_id, zicht)
        found.append(
            SamenvoegingView(
                id=row.pk,
                uuid=row.van.uuid,
                sinds=row.sinds,
                door=row.door,
                reden=row.reden,
                persoon=persoon_view(row.van, zicht),
            )
        )
    return found


def get_naar(*, actor: Actor, uuid: UUID) -> UUID:
    """Return the dossier in which this one is read now; nothing of either is handed out.

    :raises DossierNotFound: if it was not merged, or the actor may not see that other one
    """
    row = running().filter(van__uuid=uuid, naar__in=visible_to(actor)).select_related("naar")
    for one in row:
        return one.naar.uuid
    raise DossierNotFound(uuid)


def get_dossier_as_known(*, actor: Actor, uuid: UUID, known_at: datetime, op: date) -> Zicht:
    """Return the sight on a dossier, also on one that was merged away after the moment `known_at`.

    Of such a one the actor sees what he may see of the dossier in which it is read now.

    :param op: the day for which the gemeente is given
    :raises DossierNotFound: if the actor may see neither
    """
    try:
        return get_dossier(actor=actor, uuid=uuid)
    except DossierNotFound:
        later = running().filter(van__uuid=uuid, naar__in=visible_to(actor), sinds__gt=known_at)
        row = later.select_related("van", "naar").first()
        if row is None:
            raise
    [zicht] = zichten_of(actor, [row.naar], question="dossier")
    _note(actor, row.van_id, zicht)
    rows = list_log(dossier=row.van_id)
    stand = fold(list_occurrences(rows, kinds=KINDS, known_at=known_at), op=op)
    return replace(
        zicht,
        id=row.van_id,
        uuid=uuid,
        gemeente=stand.gemeente,
        closed_on=stand.closed_on,
        casusregisseur=None,
    )


def list_opgegaan(*, actor: Actor, ids: Collection[int]) -> list[Opgegaan]:
    """Return which of these dossiers were merged into one in sight, and note the looks there."""
    rows = list(
        running()
        .filter(van__in=ids, naar__in=visible_to(actor))
        .select_related("naar__persoon")
        .order_by("sinds", "pk")
    )
    targets = rows_of(actor, [row.naar for row in rows], question=SAMENVOEGEN)
    return [
        Opgegaan(van=row.van_id, naar=naar, sinds=row.sinds)
        for row, naar in zip(rows, targets, strict=True)
    ]


def count_opgegaan(*, actor: Actor, ids: Collection[int]) -> int:
    """Return how many of these dossiers were merged into another; of nobody is told which.

    :raises NotAllowed: without the permission for figures
    """
    actor.require(Permission.STAND_READ)
    return running().filter(van__in=ids).count()


def require_mergeable(*, van: int, naar: int) -> None:
    """Check that no other merge stands in the way of reading `van` in `naar`.

    :raises Refusal: if one does: a dossier that was merged away receives nothing, and one that
        received something stays
    """
    if van == naar:
        raise Refusal("Dit is hetzelfde dossier. Kies een ander dossier.", field="ander")
    if running().filter(van__in=[van, naar]).exists():
        raise Refusal(
            "Een van deze dossiers is intussen samengevoegd met een ander. Zoek opnieuw.",
            field="ander",
        )
    if running().filter(naar=van).exists():
        raise Refusal(
            "In dat dossier is al een ander opgenomen. Voeg andersom samen: open dat dossier en "
            "kies daar dit dossier. Of maak de eerdere samenvoeging eerst ongedaan.",
            field="ander",
        )


def _note(actor: Actor, dossier: int, zicht: Zicht) -> None:
    look = Inzage(dossier=dossier, categories=frozenset(zicht.categorieen), question=SAMENVOEGEN)
    actor.inzagen.append(look)
