"""Who lives together with the person of a dossier."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.models import Persoon
from schakel.dossier.queries.lijst import OP_NAAM, DossierRow, rows_of
from schakel.dossier.queries.log import dossiers_of, list_merged
from schakel.dossier.queries.zicht import Zicht, get_dossier, visible_to


@dataclass(frozen=True, slots=True, kw_only=True)
class Huisgenoten:
    """The others of a household.

    :param in_zicht: those whose dossier the actor may see
    :param buiten_zicht: how many others there are; of them nothing more is told
    """

    in_zicht: tuple[DossierRow, ...] = ()
    buiten_zicht: int = 0


def list_huisgenoten(
    *, actor: Actor, zicht: Zicht, samen: Sequence[int] | None = None
) -> Huisgenoten:
    """Return the household of a dossier, if that category is in sight, and note the looks.

    :param samen: ids of the dossiers that were merged into it, when they are known already
    """
    if not zicht.opens(Gegevenscategorie.GEZIN):
        return Huisgenoten()
    own = [zicht.id, *(list_merged(dossier=zicht.id) if samen is None else samen)]
    homes = list(Persoon.objects.filter(dossier__in=own).values_list("huishouden", flat=True))
    others = Persoon.objects.filter(huishouden__in=homes).exclude(dossier__in=own)
    if not others.exists():
        return Huisgenoten()
    ids = dossiers_of(others) - set(own)
    rows = visible_to(actor).filter(pk__in=ids).select_related("persoon")
    found = tuple(rows_of(actor, rows.order_by(*OP_NAAM), question="gezin"))
    return Huisgenoten(in_zicht=found, buiten_zicht=len(ids) - len(found))


def get_huishouden(*, actor: Actor, dossier_uuid: UUID) -> int:
    """Return the id of the household of a dossier in sight, for someone who joins it.

    :raises DossierNotFound: if the actor may not see that dossier
    """
    zicht = get_dossier(actor=actor, uuid=dossier_uuid, question="gezin")
    return Persoon.objects.values_list("huishouden", flat=True).get(dossier=zicht.id)
