"""Link a medewerker to a dossier, and end the link."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.models import Betrokkene
from schakel.dossier.queries import DossierNotFound, Zicht, visible_to
from schakel.keten.queries import list_afspraken, list_medewerkers


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneGegevens:
    """Who takes part, in which role, why, and from when up to (not including) when.

    :param deelafspraak: id of the agreement that opens the dossier to a partner; None within the
        college's own organisation
    """

    medewerker: int
    rol: str
    reden: str
    van: date
    tot: date | None = None
    deelafspraak: int | None = None


@transaction.atomic
def add_betrokkene(*, actor: Actor, dossier: int, gegevens: BetrokkeneGegevens) -> int:
    """Link a medewerker to a dossier and return the id of the link.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a reason
    """
    actor.require(Permission.DOSSIER_WRITE)
    if not visible_to(actor).filter(pk=dossier).exists():
        raise DossierNotFound(dossier)
    if not gegevens.reden.strip():
        raise Refusal("Vul in waarom deze medewerker bij het dossier hoort.", field="reden")
    row = Betrokkene.objects.create(
        dossier_id=dossier,
        medewerker_id=gegevens.medewerker,
        deelafspraak_id=gegevens.deelafspraak,
        rol=gegevens.rol,
        reden=gegevens.reden,
        van=gegevens.van,
        tot=gegevens.tot,
    )
    return row.pk


def involve(*, actor: Actor, zicht: Zicht, medewerker: int, rol: str, reden: str, op: date) -> bool:
    """Link a partner's medewerker from the day `op` on, inside an agreement that is in force then.

    Who is linked already inside one of those stays as it is. Without an agreement nobody is linked:
    a step may go on without sharing.

    :return: whether the medewerker sees the dossier now
    """
    organisatie = list_medewerkers(ids=[medewerker])[medewerker].organisatie
    agreed = [
        one.id for one in list_afspraken(organisatie=organisatie, op=op)
        if one.gemeente == zicht.gemeente
    ]  # fmt: skip
    runs = Q(tot=None) | Q(tot__gt=op)
    linked = Betrokkene.objects.filter(runs, dossier=zicht.id, medewerker=medewerker, van__lte=op)
    if linked.filter(deelafspraak__in=agreed).exists():
        return True
    for afspraak in agreed:
        gegevens = BetrokkeneGegevens(
            medewerker=medewerker, rol=rol, reden=reden, van=op, deelafspraak=afspraak
        )
        add_betrokkene(actor=actor, dossier=zicht.id, gegevens=gegevens)
    return bool(agreed)
