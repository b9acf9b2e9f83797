"""DOOR: what someone does for himself: take an invitation, choose a password, end his sessions."""

from datetime import datetime
from hashlib import sha256

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from schakel.base.refusal import Refusal
from schakel.toegang.models import Account, Uitnodiging
from schakel.toegang.wijzigingen import Soort, record_change

VERLOPEN = (
    "Deze uitnodiging geldt niet meer: zij is gebruikt of verlopen. Vraag de functioneel beheerder "
    "om een nieuwe."
)

ZWAK = {
    "password_too_short": "Kies ten minste twaalf tekens.",
    "password_too_common": "Dit wachtwoord is te bekend. Kies een ander, bijvoorbeeld een zin.",
}


def find_uitnodiging(*, woord: str, now: datetime) -> Account | None:
    """Return for whom an invitation is that can still be used."""
    held = Uitnodiging.objects.filter(
        afdruk=print_of(woord), gebruikt_at=None, verloopt_at__gt=now
    ).first()
    return Account.objects.filter(pk=held.account_id, is_active=True).first() if held else None


@transaction.atomic
def accept_invitation(*, woord: str, wachtwoord: str, now: datetime) -> Account:
    """Set the password of who holds an invitation, and end his sessions; the link is then used.

    :raises Refusal: if the link no longer holds, or the password is too weak
    """
    held = Uitnodiging.objects.select_for_update().filter(afdruk=print_of(woord)).first()
    account = find_uitnodiging(woord=woord, now=now)
    if held is None or account is None:
        raise Refusal(VERLOPEN)
    held.gebruikt_at = now
    held.save(update_fields=["gebruikt_at"])
    _set_password(account, wachtwoord, now)
    return account


@transaction.atomic
def choose_password(*, account: Account, huidig: str, nieuw: str, now: datetime) -> None:
    """Let someone choose another password for himself; his other sessions end.

    :raises Refusal: if the present one is wrong or the new one too weak
    """
    if not account.check_password(huidig):
        raise Refusal("Dit is niet uw huidige wachtwoord.", field="huidig")
    _set_password(account, nieuw, now)


def _set_password(account: Account, wachtwoord: str, now: datetime) -> None:
    try:
        validate_password(wachtwoord, user=account)
    except ValidationError as weak:
        said = {one.code: ZWAK.get(one.code or "", str(one.message)) for one in weak.error_list}
        raise Refusal(" ".join(said.values()), field="nieuw") from weak
    account.set_password(wachtwoord)
    account.save(update_fields=["password"])
    record_change(account=account.pk, door=account.medewerker_id, soort=Soort.WACHTWOORD, now=now)


@transaction.atomic
def log_out_everywhere(*, account: Account, now: datetime) -> None:
    """End all sessions of an account, this one too."""
    Account.objects.filter(pk=account.pk).update(sessie=F("sessie") + 1)
    record_change(account=account.pk, door=account.medewerker_id, soort=Soort.UITGELOGD, now=now)


def find_by_oidc(*, naam: str, sub: str) -> Account | None:
    """Return the account that a beheerder linked to this name, and keep whose name it was.

    A name that the organisation gave to someone else later is unknown: its lasting number differs.
    """
    known = naam.strip().casefold()
    row = Account.objects.filter(oidc_naam=known, is_active=True).first() if known else None
    if row is None or not sub:
        return None
    if not row.oidc_sub:
        Account.objects.filter(pk=row.pk, oidc_sub="").update(oidc_sub=sub)
        row.oidc_sub = sub
    return row if row.oidc_sub == sub else None


def print_of(woord: str) -> str:
    """Return what is kept of the word of an invitation."""
    return sha256(woord.encode()).hexdigest()
