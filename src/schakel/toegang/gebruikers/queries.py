"""DOOR: the accounts within the reach of who hands them out. No password is ever part of it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tekst import normaal
from schakel.base.tijd import AMSTERDAM
from schakel.keten.queries import (
    GemeenteRow,
    MedewerkerRow,
    list_alle_medewerkers,
    list_alle_organisaties,
    list_gemeenten,
    list_medewerkers,
)
from schakel.toegang import sleutels
from schakel.toegang.models import Account, Accountwijziging, Uitnodiging
from schakel.toegang.pogingen import locked_out
from schakel.toegang.roles import PERMISSIONS, Rol, needs_second_factor
from schakel.toegang.wijzigingen import Soort

UIT_TE_DELEN = tuple(rol for rol in Rol if rol is not Rol.INBURGERAAR)
"""The roles that a beheerder hands out; a newcomer gets in by way of the portaal."""


class AccountNotFound(Exception):
    """There is no account with this id, or not within this reach."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruiker:
    """An account, with who it is of.

    :param actief: it can be logged in to today
    :param waarom: why it cannot, or ""
    :param tweede_factor: it has an app or a key
    :param uitgenodigd_tot: until when an invitation can still be used
    :param geblokkeerd: a wrong password or code was given too often, so that it has to wait
    :param buiten_bereik: names of gemeenten that are not within reach of who asks
    :param eigen: it is that of who asks
    """

    id: int
    username: str
    medewerker: int | None
    naam: str
    functie: str
    organisatie: str
    rol: Rol
    gemeenten: tuple[str, ...]
    gemeentenamen: tuple[str, ...]
    aan: bool
    actief: bool
    waarom: str
    oidc_naam: str
    wachtwoord: bool
    tweede_factor: bool
    tweede_factor_nodig: bool
    geblokkeerd: bool
    laatst: datetime | None
    uitgenodigd_tot: datetime | None
    buiten_bereik: tuple[str, ...]
    eigen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingView:
    """What was done to an account, by whom, when."""

    op: datetime
    wat: str
    door: str
    oud: str
    nieuw: str
    reden: str


def visible_to(actor: Actor) -> QuerySet[Account]:
    """Return the accounts that this actor may manage or know of, without those of newcomers."""
    actor.require(Permission.ACCOUNT_WRITE)
    near = Q(bereik__gemeente__in=actor.gemeenten) | Q(bereik=None)
    return Account.objects.filter(near).exclude(rol=Rol.INBURGERAAR.value).distinct()


def list_gebruikers(
    *, actor: Actor, now: datetime, zoek: str = "", rol: Rol | None = None, aan: bool | None = None
) -> list[Gebruiker]:
    """Return the accounts within reach, by name.

    :param zoek: parts of a name, user name, function or organisation, all of which must be there
    :param aan: only those that are switched on, or off
    """
    rows = visible_to(actor).select_related("medewerker__organisatie").prefetch_related("bereik")
    if rol is not None:
        rows = rows.filter(rol=rol.value)
    if aan is not None:
        rows = rows.filter(is_active=aan)
    words = normaal(zoek).split()
    found = [row for row in rows if all(word in normaal(_known_as(row)) for word in words)]
    return sorted(_views(actor, found, now), key=lambda one: (normaal(one.naam), one.username))


def get_gebruiker(*, actor: Actor, account: int, now: datetime) -> Gebruiker:
    """Return one account.

    :raises AccountNotFound: if it is not within reach
    """
    rows = visible_to(actor).select_related("medewerker__organisatie").prefetch_related("bereik")
    found = rows.filter(pk=account).first()
    if found is None:
        raise AccountNotFound(account)
    [view] = _views(actor, [found], now)
    return view


def list_wijzigingen(*, actor: Actor, account: int) -> list[WijzigingView]:
    """Return what was done to an account within reach, the newest first."""
    if not visible_to(actor).filter(pk=account).exists():
        raise AccountNotFound(account)
    rows = list(Accountwijziging.objects.filter(account=account).order_by("-op", "-pk")[:200])
    mensen = list_medewerkers(ids={row.door for row in rows if row.door})
    return [
        WijzigingView(
            op=row.op.astimezone(AMSTERDAM),
            wat=Soort(row.soort).label,
            door=mensen[row.door].naam if row.door in mensen else "het systeem",
            oud=row.oud,
            nieuw=row.nieuw,
            reden=row.reden,
        )
        for row in rows
    ]


def list_zonder_account(*, actor: Actor) -> list[MedewerkerRow]:
    """Return who works in the chain today and has no account yet."""
    actor.require(Permission.ACCOUNT_WRITE)
    taken = set(Account.objects.exclude(medewerker=None).values_list("medewerker", flat=True))
    return [one for one in list_alle_medewerkers(op=actor.op) if one.id not in taken]


def list_werkgevers(*, actor: Actor) -> dict[int, str]:
    """Return the organisations that someone can work for: names by id."""
    actor.require(Permission.ACCOUNT_WRITE)
    return list_alle_organisaties()


def list_in_bereik(*, actor: Actor) -> list[GemeenteRow]:
    """Return the gemeenten that this actor can hand out: those within his own reach."""
    return [one for one in list_gemeenten() if one.code in actor.gemeenten]


def find_any(*, username: str) -> int | None:
    """Return the id of the account of this name, also when it is switched off."""
    return Account.objects.filter(username=username).values_list("pk", flat=True).first()


def beheerders() -> list[str]:
    """Return the codes of the roles that can hand out accounts."""
    return [rol.value for rol, held in PERMISSIONS.items() if Permission.ACCOUNT_WRITE in held]


def _known_as(row: Account) -> str:
    mens = row.medewerker
    if mens is None:
        return row.username
    return f"{row.username} {mens.naam} {mens.functie} {mens.organisatie.naam}"


def _views(actor: Actor, rows: Collection[Account], now: datetime) -> Iterable[Gebruiker]:
    namen = {one.code: one.naam for one in list_gemeenten()}
    ids = [row.pk for row in rows]
    proven = sleutels.with_factor(accounts=ids)
    waiting = locked_out(namen={row.pk: row.username for row in rows})
    open_ones = Uitnodiging.objects.filter(account__in=ids, gebruikt_at=None, verloopt_at__gt=now)
    until = dict(open_ones.values_list("account", "verloopt_at"))
    for row in rows:
        codes = [code for code in namen if code in {one.gemeente_id for one in row.bereik.all()}]
        waarom = _why_not(row, now.date())
        mens = row.medewerker
        yield Gebruiker(
            id=row.pk,
            username=row.username,
            medewerker=mens.pk if mens else None,
            naam=mens.naam if mens else row.username,
            functie=mens.functie if mens else "",
            organisatie=mens.organisatie.naam if mens else "",
            rol=Rol(row.rol),
            gemeenten=tuple(codes),
            gemeentenamen=tuple(namen[code] for code in codes),
            aan=row.is_active,
            actief=not waarom,
            waarom=waarom,
            oidc_naam=row.oidc_naam or "",
            wachtwoord=row.has_usable_password(),
            tweede_factor=row.pk in proven,
            tweede_factor_nodig=needs_second_factor(Rol(row.rol)),
            geblokkeerd=row.pk in waiting,
            laatst=row.last_login,
            uitgenodigd_tot=until.get(row.pk),
            buiten_bereik=tuple(namen[code] for code in codes if code not in actor.gemeenten),
            eigen=mens is not None and mens.pk == actor.medewerker,
        )


def _why_not(row: Account, day: date) -> str:
    if not row.is_active:
        return "uitgezet"
    mens = row.medewerker
    if mens is None:
        return "zonder medewerker"
    if day < mens.van:
        return "nog niet begonnen"
    return "uit dienst" if mens.tot is not None and day >= mens.tot else ""
