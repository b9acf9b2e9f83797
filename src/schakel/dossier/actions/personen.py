"""Add a person, and change names, numbers and contact data. Plain rows, no gebeurtenissen."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.models import Huishouden, Persoon
from schakel.dossier.queries import (
    PersoonGegevens,
    dossiers_of,
    get_dossier,
    list_merged,
    visible_to,
)
from schakel.dossier.rules import columns_of

NUMMERS = ("bsn", "v_nummer")


def add_persoon(*, actor: Actor, gegevens: PersoonGegevens) -> Persoon:
    """Add a person to a household, or to a new one.

    :raises Refusal: if the person is known, or something given cannot be so
    """
    columns = columns_of(gegevens)
    require_unknown(actor=actor, columns=columns)
    huishouden = gegevens.huishouden or Huishouden.objects.create().pk
    return Persoon.objects.create(huishouden_id=huishouden, **columns)


@transaction.atomic
def change_persoon(*, actor: Actor, dossier_uuid: UUID, gegevens: PersoonGegevens) -> None:
    """Put other names and contact data in place of what was known.

    A BSN or V-nummer that is left empty stays as it is; so does the household without another one.
    A number of a dossier that was merged into this one is taken over: it stays with one person.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if a number belongs to someone else, or the BSN was known and differs
    """
    actor.require(Permission.DOSSIER_WRITE)
    zicht = get_dossier(actor=actor, uuid=dossier_uuid, question="wijzigen")
    persoon = Persoon.objects.select_for_update().get(dossier=zicht.id)
    columns = columns_of(gegevens)
    if persoon.bsn and columns["bsn"] not in {None, persoon.bsn}:
        raise Refusal(
            "Van deze persoon is al een ander BSN bekend. Vraag de functioneel beheerder.",
            field="bsn",
        )
    merged = list_merged(dossier=zicht.id)
    own = {persoon.pk, *Persoon.objects.filter(dossier__in=merged).values_list("pk", flat=True)}
    require_unknown(actor=actor, columns=columns, behalve=own)
    kept = {name for name in NUMMERS if columns[name] is None}
    for name, value in columns.items():
        if name not in kept:
            setattr(persoon, name, value)
    persoon.huishouden_id = gegevens.huishouden or persoon.huishouden_id
    try:
        with transaction.atomic():
            _take_over(persoon, merged)
            persoon.save()
    except IntegrityError:
        # Someone else was given this number in the same moment.
        require_unknown(actor=actor, columns=columns, behalve=own)
        raise


def _take_over(persoon: Persoon, merged: Collection[int]) -> None:
    for name in NUMMERS:
        number = {name: getattr(persoon, name)}
        Persoon.objects.filter(**number, dossier__in=merged).update(**{name: None})


def require_unknown(
    *, actor: Actor, columns: Mapping[str, str | None], behalve: Collection[int] = ()
) -> None:
    """Check that nobody has this BSN or V-nummer.

    :param behalve: ids of whom these are their own numbers
    :raises Refusal: if someone has; of a person out of reach nothing more than that it is refused
    """
    for name in NUMMERS:
        if columns[name] is None:
            continue
        known = Persoon.objects.filter(Q(**{name: columns[name]})).exclude(pk__in=behalve)
        if not known.exists():
            continue
        if visible_to(actor).filter(pk__in=dossiers_of(known)).exists():
            raise Refusal("Deze persoon heeft al een dossier. Zoek op BSN of V-nummer.", field=name)
        raise Refusal(
            "Met dit nummer kan hier geen dossier worden geopend of gewijzigd. Controleer het "
            "nummer en vraag anders de functioneel beheerder.",
            field=name,
        )
