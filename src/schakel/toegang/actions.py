"""DOOR: accounts, the record of who looked, and the training clock. No gebeurtenissen."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from schakel.base.actor import Actor
from schakel.base.actor import Inzage as Look
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.base.tijd import LAATSTE_DAG
from schakel.toegang.models import Account, Bereik, Export, Inzage, Klok
from schakel.toegang.queries import new_spoor
from schakel.toegang.roles import Rol

_VELDEN = [field for field in Inzage._meta.concrete_fields if not field.primary_key]
PER_KEER = 1000
"""How many looks one statement holds: a database takes only so many values at once."""


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

    Who saw a dossier in an answer was not refused it in that same answer. A list that goes out as a
    file is written with it, under the same trace id.
    """
    first: dict[int, Look] = {}
    categories: dict[int, frozenset[str]] = {}
    for look in sorted(actor.inzagen, key=lambda look: look.geweigerd):
        first.setdefault(look.dossier, look)
        categories[look.dossier] = categories.get(look.dossier, frozenset()) | look.categories
    alike: dict[tuple[str, bool, frozenset[str]], list[int]] = {}
    for dossier, look in first.items():
        sort = (look.question, look.geweigerd, categories[dossier])
        alike.setdefault(sort, []).append(dossier)
    row = Inzage(
        spoor=new_spoor(),
        op=now,
        account=account,
        medewerker=actor.medewerker,
        organisatie=actor.organisatie,
        rol=rol,
    )
    values: list[list[Any]] = []
    for (row.vraag, row.geweigerd, seen), dossiers in alike.items():
        row.categorieen = sorted(seen)
        values += _values(row, dossiers)
    if not values and not actor.exports:
        return
    with transaction.atomic():
        for start in range(0, len(values), PER_KEER):
            _insert(values[start : start + PER_KEER])
        _write_exports(row, actor, seen=sum(not look.geweigerd for look in first.values()))


def _values(row: Inzage, dossiers: Sequence[int]) -> list[list[Any]]:
    """Return the same look at each of these dossiers as a database takes it."""
    ready = [
        None
        if field.name == "dossier"
        else field.get_db_prep_save(getattr(row, field.attname), connection)
        for field in _VELDEN
    ]
    place = [field.name for field in _VELDEN].index("dossier")
    return [[*ready[:place], dossier, *ready[place + 1 :]] for dossier in dossiers]


def _insert(values: Sequence[Sequence[Any]]) -> None:
    """Write all in one statement.

    A page full of people spends more on making models of its looks than on anything it shows.
    """
    names = ", ".join(connection.ops.quote_name(field.column or "") for field in _VELDEN)
    places = ", ".join([f"({', '.join(['%s'] * len(_VELDEN))})"] * len(values))
    table = connection.ops.quote_name(Inzage._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}) VALUES {places}",  # noqa: S608 - our own names
            [value for row in values for value in row],
        )


def _write_exports(look: Inzage, actor: Actor, *, seen: int) -> None:
    """Write the files that go out with an answer: by whom, when, and the trace id of its looks."""
    for one in actor.exports:
        Export.objects.create(
            spoor=look.spoor,
            op=look.op,
            account=look.account,
            medewerker=look.medewerker,
            organisatie=look.organisatie,
            rol=look.rol,
            lijst=one.lijst,
            formaat=one.formaat,
            keuze=one.keuze,
            gemeenten=" ".join(sorted(one.gemeenten)),
            regels=one.regels,
            dossiers=seen,
            persoonsgegevens=one.persoonsgegevens,
        )


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
