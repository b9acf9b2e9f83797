"""DOOR: accounts, the record of who looked, and the training clock. No gebeurtenissen."""

from collections.abc import Collection
from datetime import datetime

from django.conf import settings
from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.base.tijd import LAATSTE_DAG
from schakel.toegang.models import Account, Bereik, Inzage, Klok
from schakel.toegang.queries import new_spoor
from schakel.toegang.roles import Rol


@transaction.atomic
def add_account(
    *, actor: Actor, username: str, medewerker: int | None, rol: Rol, gemeenten: Collection[str]
) -> int:
    """Add an account without a password and return its id.

    :param medewerker: id in `keten`; None only for an inburgeraar
    :param gemeenten: CBS codes within its reach
    """
    actor.require(Permission.ACCOUNT_WRITE)
    account = Account(username=username, medewerker_id=medewerker, rol=rol.value)
    account.set_unusable_password()
    account.save()
    Bereik.objects.bulk_create(
        Bereik(account=account, gemeente_id=code) for code in sorted(gemeenten)
    )
    return account.pk


def write_inzagen(*, actor: Actor, account: int, rol: str, now: datetime) -> None:
    """Write what one answer handed out or refused: one row per dossier, under one trace id.

    Who saw a dossier in an answer was not refused it in that same answer.
    """
    seen: dict[int, Inzage] = {}
    spoor = new_spoor()
    for look in sorted(actor.inzagen, key=lambda look: look.geweigerd):
        row = seen.setdefault(
            look.dossier,
            Inzage(
                spoor=spoor,
                op=now,
                dossier=look.dossier,
                account=account,
                medewerker=actor.medewerker,
                organisatie=actor.organisatie,
                rol=rol,
                vraag=look.question,
                categorieen=[],
                geweigerd=look.geweigerd,
            ),
        )
        row.categorieen = sorted({*row.categorieen, *look.categories})
    Inzage.objects.bulk_create(seen.values())


@transaction.atomic
def start_training(*, actor: Actor, scenario: str, toelichting: str, at: datetime) -> None:
    """Mark this database as a training region whose clock stands at this moment.

    :raises Refusal: outside demo mode
    """
    actor.require(Permission.CONTROLE)
    if not settings.DEMO:
        raise Refusal("Alleen in de oefenomgeving is er een oefenklok.")
    Klok.objects.create(pk=1, nu=at, scenario=scenario, toelichting=toelichting)


@transaction.atomic
def set_clock(*, actor: Actor, at: datetime) -> None:
    """Move the training clock forward to this moment.

    :raises Refusal: outside demo mode, for a moment that has passed, or for one too far ahead
    """
    actor.require(Permission.CONTROLE)
    if at.date() > LAATSTE_DAG:
        raise Refusal("Zo ver gaat de oefenklok niet. Kies een dag voor 2200.")
    klok = Klok.objects.select_for_update().first() if settings.DEMO else None
    if klok is None:
        raise Refusal("Alleen in de oefenomgeving kan de klok worden verzet.")
    if at < klok.nu:
        raise Refusal("De oefenklok gaat alleen vooruit. Kies een latere dag.")
    klok.nu = at
    klok.save(update_fields=["nu"])
