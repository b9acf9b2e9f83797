"""Open many dossiers at once, for a large import. Facts and projections follow from the caller."""

from collections.abc import Sequence

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.actions.feiten import Opened, PersoonGegevens
from schakel.dossier.models import Dossier, Huishouden, Persoon
from schakel.dossier.rules import columns_of


@transaction.atomic
def add_dossiers(*, actor: Actor, people: Sequence[PersoonGegevens]) -> list[Opened]:
    """Add a household, a person and an empty dossier each, in order.

    The caller has checked that nobody among them is known, and writes their facts next with
    `logboek.actions.record_all`.
    """
    actor.require(Permission.DOSSIER_WRITE)
    homes = Huishouden.objects.bulk_create(Huishouden() for _ in people)
    persons = Persoon.objects.bulk_create(
        Persoon(huishouden=home, **columns_of(gegevens))
        for home, gegevens in zip(homes, people, strict=True)
    )
    rows = Dossier.objects.bulk_create(Dossier(persoon=persoon) for persoon in persons)
    return [Opened(id=row.pk, uuid=row.uuid) for row in rows]
