"""DOOR: hand out accounts, change them, switch them off, invite. Never a password.

Nobody changes his own account here, nobody hands out more gemeenten than he has himself, and one
beheerder always stays. Each change is kept: who, what, when.
"""

import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.keten.actions import add_medewerker
from schakel.keten.queries import list_medewerkers
from schakel.toegang import sleutels
from schakel.toegang.actions import add_account
from schakel.toegang.gebruikers.binnenkomen import print_of
from schakel.toegang.gebruikers.queries import (
    UIT_TE_DELEN,
    AccountNotFound,
    beheerders,
    visible_to,
)
from schakel.toegang.models import Account, Bereik, Uitnodiging
from schakel.toegang.pogingen import forget_all
from schakel.toegang.roles import PERMISSIONS, Rol
from schakel.toegang.wijzigingen import Soort, record_change

GELDIG = timedelta(hours=24)
NAAM = re.compile(r"[a-z0-9][a-z0-9._@-]{1,58}[a-z0-9]")
EIGEN = "Uw eigen account wijzigt een andere beheerder."
LAATSTE = (
    "Dit is de laatste functioneel beheerder. Geef eerst iemand anders die rol; daarna kan dit."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GebruikerGegevens:
    """A new account.

    :param medewerker: id in `keten` of someone who works there already; None for a new one, and
        then naam, functie and organisatie say who that is
    :param gemeenten: CBS codes within its reach
    :param oidc_naam: what the organisation's identity provider calls this person, or ""
    """

    username: str
    rol: Rol
    gemeenten: Collection[str]
    medewerker: int | None = None
    naam: str = ""
    functie: str = ""
    organisatie: int | None = None
    oidc_naam: str = ""


@transaction.atomic
def add_gebruiker(*, actor: Actor, gegevens: GebruikerGegevens, now: datetime) -> int:
    """Add an account for a medewerker, without a password, and return its id.

    :raises Refusal: if the name is taken or odd, or if it reaches further than the actor does
    """
    actor.require(Permission.ACCOUNT_WRITE)
    _require_may_hand_out(actor, gegevens.rol, gegevens.gemeenten)
    if not NAAM.fullmatch(gegevens.username):
        raise Refusal(
            "Een gebruikersnaam telt 3 tot 60 tekens: kleine letters, cijfers, punt, streepje.",
            field="username",
        )
    if Account.objects.filter(username=gegevens.username).exists():
        raise Refusal("Deze gebruikersnaam bestaat al. Kies een andere.", field="username")
    medewerker = _medewerker(actor, gegevens, now.date())
    account = add_account(
        actor=actor,
        username=gegevens.username,
        medewerker=medewerker,
        rol=gegevens.rol,
        gemeenten=gegevens.gemeenten,
    )
    what = f"{_in_words(gegevens.rol)}; {_codes(gegevens.gemeenten)}"
    _record(actor, account, Soort.AANGEMAAKT, now, nieuw=what)
    if gegevens.oidc_naam:
        _link(actor, Account.objects.get(pk=account), gegevens.oidc_naam, now)
    return account


def _medewerker(actor: Actor, gegevens: GebruikerGegevens, day: date) -> int:
    if gegevens.medewerker is not None:
        if not list_medewerkers(ids=[gegevens.medewerker]):
            raise Refusal("Deze medewerker is er niet meer. Kies opnieuw.", field="medewerker")
        if Account.objects.filter(medewerker=gegevens.medewerker).exists():
            raise Refusal("Deze medewerker heeft al een account.", field="medewerker")
        return gegevens.medewerker
    if not gegevens.naam or not gegevens.functie or gegevens.organisatie is None:
        raise Refusal(
            "Kies een medewerker, of vul van een nieuwe de naam, functie en organisatie in.",
            field="medewerker",
        )
    return add_medewerker(
        actor=actor,
        organisatie=gegevens.organisatie,
        naam=gegevens.naam,
        functie=gegevens.functie,
        van=day,
    )


@transaction.atomic
def amend_toegang(
    *, actor: Actor, account: int, rol: Rol, gemeenten: Collection[str], oidc_naam: str,
    now: datetime,
) -> None:  # fmt: skip
    """Change what an account may do and where; that holds from the next page on.

    :raises AccountNotFound: if it is not within reach
    :raises Refusal: if it is one's own, the last beheerder, or would reach too far
    """
    _require_may_hand_out(actor, rol, gemeenten)
    row = _take(actor, account)
    if rol.value != row.rol:
        if Permission.ACCOUNT_WRITE not in PERMISSIONS[rol]:
            _require_another_beheerder(row, now.date())
        _record(actor, row.pk, Soort.ROL, now, oud=_in_words(Rol(row.rol)), nieuw=_in_words(rol))
        row.rol = rol.value
        row.save(update_fields=["rol"])
    _reach(actor, row, gemeenten, now)
    if oidc_naam.casefold() != (row.oidc_naam or ""):
        _link(actor, row, oidc_naam, now)


def _reach(actor: Actor, row: Account, gemeenten: Collection[str], now: datetime) -> None:
    before = set(row.bereik.values_list("gemeente_id", flat=True))
    if before == set(gemeenten):
        return
    row.bereik.exclude(gemeente__in=gemeenten).delete()
    Bereik.objects.bulk_create(
        Bereik(account=row, gemeente_id=code) for code in sorted(set(gemeenten) - before)
    )
    _record(actor, row.pk, Soort.BEREIK, now, oud=_codes(before), nieuw=_codes(gemeenten))


def _link(actor: Actor, row: Account, naam: str, now: datetime) -> None:
    old, new = row.oidc_naam or "", naam.strip().casefold()
    row.oidc_naam, row.oidc_sub = new or None, ""
    try:
        with transaction.atomic():
            row.save(update_fields=["oidc_naam", "oidc_sub"])
    except IntegrityError as taken:
        raise Refusal("Een ander account heeft deze naam al.", field="oidc_naam") from taken
    _record(actor, row.pk, Soort.OIDC, now, oud=old, nieuw=new)


@transaction.atomic
def switch_off(*, actor: Actor, account: int, now: datetime) -> None:
    """Let nobody log in with an account any more, and end its sessions at once.

    :raises Refusal: if it is one's own or the last beheerder
    """
    row = _take(actor, account)
    if not row.is_active:
        return
    _require_another_beheerder(row, now.date())
    Uitnodiging.objects.filter(account=row, gebruikt_at=None).delete()
    Account.objects.filter(pk=row.pk).update(is_active=False, sessie=F("sessie") + 1)
    _record(actor, row.pk, Soort.UITGEZET, now)


@transaction.atomic
def switch_on(*, actor: Actor, account: int, now: datetime) -> None:
    """Let someone log in again, with the password and second factor of before."""
    row = _take(actor, account)
    if row.is_active:
        return
    Account.objects.filter(pk=row.pk).update(is_active=True)
    _record(actor, row.pk, Soort.AANGEZET, now)


@transaction.atomic
def reset_second_factor(*, actor: Actor, account: int, reden: str, now: datetime) -> None:
    """Forget the app, the keys and the codes of someone who lost them, and end the sessions.

    :param reden: how the beheerder knows who asks for it
    :raises Refusal: without a reason, or if it is one's own account
    """
    row = _take(actor, account)
    if not reden.strip():
        raise Refusal("Schrijf op waarom, en hoe u weet wie het vraagt.", field="reden")
    sleutels.forget_factors(account=row.pk)
    Account.objects.filter(pk=row.pk).update(sessie=F("sessie") + 1)
    _record(actor, row.pk, Soort.FACTOR_TERUGGEZET, now, reden=reden.strip())


@transaction.atomic
def unlock(*, actor: Actor, account: int, now: datetime) -> None:
    """Let someone try again at once who gave a wrong password or code too often."""
    row = _take(actor, account)
    forget_all(naam=row.username, account=row.pk)
    _record(actor, row.pk, Soort.GEDEBLOKKEERD, now)


@transaction.atomic
def invite(*, actor: Actor, account: int, now: datetime) -> str:
    """Return the one word of a link with which someone sets his password; it is not kept.

    An earlier link that was not used no longer counts.

    :raises Refusal: if the account is one's own, or switched off
    """
    row = _take(actor, account)
    if not row.is_active:
        raise Refusal("Dit account is uitgezet. Zet het eerst aan.")
    Uitnodiging.objects.filter(account=row, gebruikt_at=None).delete()
    word = secrets.token_urlsafe(32)
    Uitnodiging.objects.create(
        account=row, afdruk=print_of(word), gemaakt_at=now, verloopt_at=now + GELDIG
    )
    _record(actor, row.pk, Soort.UITGENODIGD, now)
    return word


def _take(actor: Actor, account: int) -> Account:
    """Return an account to change, held for this transaction."""
    if not visible_to(actor).filter(pk=account).exists():
        raise AccountNotFound(account)
    row = Account.objects.select_for_update(of=("self",)).get(pk=account)
    if actor.medewerker is not None and row.medewerker_id == actor.medewerker:
        raise Refusal(EIGEN)
    if not set(row.bereik.values_list("gemeente_id", flat=True)) <= actor.gemeenten:
        raise Refusal(
            "Dit account werkt ook voor gemeenten buiten uw bereik. Vraag een beheerder die daar "
            "ook over gaat."
        )
    return row


def _require_may_hand_out(actor: Actor, rol: Rol, gemeenten: Collection[str]) -> None:
    actor.require(Permission.ACCOUNT_WRITE)
    if rol not in UIT_TE_DELEN:
        raise Refusal("Deze rol wordt hier niet uitgedeeld.", field="rol")
    if not set(gemeenten) <= actor.gemeenten:
        raise Refusal("U kunt alleen gemeenten geven die u zelf hebt.", field="gemeenten")


def _require_another_beheerder(row: Account, day: date) -> None:
    """Let the last one stay; whoever else is changed at the same moment is waited for."""
    if row.rol not in beheerders() or not row.is_active:
        return
    at_work = Q(medewerker__tot=None) | Q(medewerker__tot__gt=day)
    others = Account.objects.select_for_update(of=("self",)).filter(
        at_work, rol__in=beheerders(), is_active=True, medewerker__van__lte=day
    )
    if not [one for one in others.order_by("pk") if one.pk != row.pk]:
        raise Refusal(LAATSTE)


def _record(actor: Actor, account: int, soort: Soort, now: datetime, **words: str) -> None:
    record_change(account=account, door=actor.medewerker, soort=soort, now=now, **words)


def _in_words(rol: Rol) -> str:
    return rol.value.replace("_", " ")


def _codes(gemeenten: Collection[str]) -> str:
    return ", ".join(sorted(gemeenten)) or "geen gemeenten"
