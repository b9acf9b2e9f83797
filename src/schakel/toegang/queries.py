"""DOOR: who someone is, what time it is, and who looked."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast
from uuid import UUID, uuid4

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.models import Session
from django.db.models import Count, Max
from django.utils import timezone

from schakel.base.actor import Actor, Via
from schakel.base.permissions import Permission
from schakel.base.tijd import AMSTERDAM, noon
from schakel.keten.queries import (
    MedewerkerRow,
    list_gemeenten,
    list_medewerkers,
    list_medewerkers_met_taak,
    list_taken,
)
from schakel.toegang.models import Account, Inzage, Klok
from schakel.toegang.roles import INLEZEN, PERMISSIONS, SYSTEEM
from schakel.toegang.roles import Rol as Rol


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """An account of the training region, to log in as."""

    username: str
    naam: str
    functie: str
    organisatie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Importeur:
    """Who brings in a list, with whose looks it will be.

    :param account: id
    """

    actor: Actor
    account: int
    rol: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InzageView:
    """Someone who looked at a dossier, for the people of that dossier's gemeente.

    :param op: the last time
    :param keer: how often in all
    :param geweigerd: they tried to look, and saw nothing: it was out of their sight
    """

    op: datetime
    keer: int
    naam: str
    organisatie: str
    geweigerd: bool


def now() -> datetime:
    """Return the moment it is: the one place that reads a clock.

    In a database that the demo made the training clock, which stands still until someone moves it.
    """
    return read_clock()[0]


def read_clock() -> tuple[datetime, date | None]:
    """Return the moment it is, and the day of the training clock, or None where time is real."""
    klok = Klok.objects.first()
    nu = (timezone.now() if klok is None else klok.nu).astimezone(AMSTERDAM)
    return nu, None if klok is None else nu.date()


def moment(day: date | None) -> datetime:
    """Return now, or for another day its noon: what `--vandaag` means to a command."""
    return now() if day is None else noon(day)


def training_clock() -> date | None:
    """Return the day of the training clock, or None where time is real."""
    return read_clock()[1]


def training_scenario() -> str:
    """Return the name of the scenario that made this database, or ""."""
    klok = Klok.objects.first()
    return "" if klok is None else klok.scenario


def training_note(peildatum: date) -> str:
    """Return what the scenario says about its figures of this day, or ""."""
    klok = Klok.objects.first()
    return klok.toelichting if klok and klok.nu.astimezone(AMSTERDAM).date() == peildatum else ""


def actor_for(user: AbstractBaseUser | AnonymousUser, *, at: datetime) -> Actor | None:
    """Return what this user may do at this moment, or None for nobody.

    A medewerker who left, or an account that was switched off, is nobody at once.
    """
    if not user.is_authenticated or not user.is_active:
        return None
    account = cast("Account", user)
    medewerker, day = account.medewerker, at.date()
    if medewerker is None:
        return _newcomer(account, day)
    if day < medewerker.van or (medewerker.tot is not None and day >= medewerker.tot):
        return None
    return Actor(
        medewerker=medewerker.pk,
        organisatie=medewerker.organisatie_id,
        gemeenten=frozenset(account.bereik.values_list("gemeente_id", flat=True)),
        op=day,
        permissions=PERMISSIONS[Rol(account.rol)],
        taken=list_taken(organisatie=medewerker.organisatie_id, op=day),
    )


def _newcomer(account: Account, day: date) -> Actor | None:
    if Rol(account.rol) is not Rol.INBURGERAAR:
        return None
    return Actor(
        medewerker=None,
        organisatie=None,
        gemeenten=frozenset(),
        op=day,
        permissions=PERMISSIONS[Rol.INBURGERAAR],
    )


def system_actor(*, at: datetime, via: Via = Via.SYSTEEM) -> Actor:
    """Return the system itself, over all gemeenten."""
    return Actor(
        medewerker=None,
        organisatie=None,
        gemeenten=frozenset(gemeente.code for gemeente in list_gemeenten()),
        op=at.date(),
        permissions=SYSTEEM,
        via=via,
    )


def find_importeur(*, account: int | str, at: datetime) -> Importeur | None:
    """Return who brings in a list for this account, within its reach; None if it may not.

    The list reads and writes dossiers, also for who may not open one: nothing of them is shown.

    :param account: id, or user name
    """
    key = {"pk": account} if isinstance(account, int) else {"username": account}
    found = Account.objects.filter(**key).select_related("medewerker").first()
    actor = None if found is None else actor_for(found, at=at)
    if found is None or actor is None or not actor.may(Permission.LIJST_WRITE):
        return None
    return Importeur(
        actor=replace(actor, permissions=INLEZEN, via=Via.IMPORT, inzagen=[]),
        account=found.pk,
        rol=found.rol,
    )


def list_personas() -> list[Persona]:
    """Return the accounts that can be logged in to, for the training region."""
    rows = Account.objects.filter(is_active=True).select_related("medewerker__organisatie")
    return [
        Persona(
            username=row.username,
            naam=row.medewerker.naam if row.medewerker else "Inburgeraar",
            functie=row.medewerker.functie if row.medewerker else Rol(row.rol).value,
            organisatie=row.medewerker.organisatie.naam if row.medewerker else "",
        )
        for row in rows.order_by("pk")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """Someone with an account, to choose from.

    :param id: of the account
    """

    id: int
    naam: str
    rol: str
    organisatie: str


def list_accounts(*, actor: Actor) -> list[AccountRow]:
    """Return who has an account that reaches a gemeente of this actor, by organisation and name.

    Also who left: to see what he saw then.
    """
    actor.require(Permission.ZICHT_READ)
    rows = (
        Account.objects.filter(bereik__gemeente__in=actor.gemeenten, medewerker__isnull=False)
        .select_related("medewerker__organisatie")
        .distinct()
    )
    found = [
        AccountRow(
            id=row.pk,
            naam=row.medewerker.naam,
            rol=Rol(row.rol).value.replace("_", " "),
            organisatie=row.medewerker.organisatie.naam,
        )
        for row in rows
        if row.medewerker
    ]
    return sorted(found, key=lambda one: (one.organisatie, one.naam))


def actor_of(*, account: int, at: datetime) -> Actor | None:
    """Return what this account may do at a moment, or None when it is nobody's then."""
    row = Account.objects.filter(pk=account).select_related("medewerker").first()
    return None if row is None else actor_for(row, at=at)


def find_account(*, username: str) -> Account | None:
    """Return the active account of this name, for the front door that logs someone in."""
    return Account.objects.filter(username=username, is_active=True).first()


def list_casusregisseurs(*, gemeente: str, op: date) -> list[MedewerkerRow]:
    """Return who can be the casusregisseur of a dossier in this gemeente on a day, by name.

    They work for who has the casusregie there, and have an account that may establish a PIP in it.
    """
    rollen = [rol.value for rol, held in PERMISSIONS.items() if Permission.PIP_WRITE in held]
    accounts = Account.objects.filter(is_active=True, rol__in=rollen, bereik__gemeente=gemeente)
    able = set(accounts.values_list("medewerker", flat=True))
    found = list_medewerkers_met_taak(taken={"casusregie"}, gemeente=gemeente, op=op)
    return [one for one in found if one.id in able]


def account_of_session(key: str) -> str:
    """Return the id of who logged in in this session, also when it has expired, or ""."""
    row = Session.objects.filter(pk=key).first() if key else None
    return str(row.get_decoded().get(SESSION_KEY, "")) if row else ""


def list_inzagen(*, actor: Actor, dossier: int) -> list[InzageView]:
    """Return who looked at a dossier in sight, each once, who looked last first.

    Who tried and was refused is a line of its own, also when they looked at another time.
    """
    actor.require(Permission.DOSSIER_READ)
    rows = (
        Inzage.objects.filter(dossier=dossier)
        .values("medewerker", "geweigerd")
        .annotate(last=Max("op"), keer=Count("pk"))
        .order_by("-last", "geweigerd")
    )
    known = list_medewerkers(ids=[row["medewerker"] for row in rows if row["medewerker"]])
    return [
        InzageView(
            op=row["last"].astimezone(AMSTERDAM),
            keer=row["keer"],
            naam=medewerker.naam if medewerker else "Iemand zonder medewerker (inburgeraar)",
            organisatie=medewerker.organisatie_naam if medewerker else "",
            geweigerd=row["geweigerd"],
        )
        for row in rows
        if (medewerker := known.get(row["medewerker"] or 0)) or row["geweigerd"]
    ]


def last_read(*, dossier: int, medewerkers: Iterable[int]) -> dict[int, datetime]:
    """Return when each of these last read the page of a dossier; who never did is not in it."""
    rows = Inzage.objects.filter(
        dossier=dossier, medewerker__in=set(medewerkers), vraag="dossier", geweigerd=False
    )
    found = rows.values_list("medewerker").annotate(last=Max("op"))
    return {medewerker: last for medewerker, last in found if medewerker is not None}


def new_spoor() -> UUID:
    """Return a trace id for one answer."""
    return uuid4()
