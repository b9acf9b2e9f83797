"""Passwords and second factors of the fixed people."""

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp

from schakel.toegang.models import Account
from schakel.toegang.queries import wall_clock
from schakel.toegang.sleutels import APP, CODES, add_app, renew_codes
from schakel.traject.tests.world import NU

WACHTWOORD = "een-lang-wachtwoord"
GEHEIM = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def account_of(name: str) -> Account:
    return Account.objects.select_related("medewerker").get(username=name)


def with_password(name: str) -> Account:
    account = account_of(name)
    account.set_password(WACHTWOORD)
    account.save()
    return account


def code_of_app(secret: str = GEHEIM, *, later: int = 0) -> str:
    """Return what the app shows, now or some half minutes later."""
    counter = int(wall_clock().timestamp()) // 30 + later
    code: str = totp.format_hotp_value(totp.hotp_value(secret, counter))
    return code


def with_app(name: str) -> Account:
    """Let one of the fixed people have a password, an app and codes for emergencies."""
    account = with_password(name)
    add_app(account=account, secret=GEHEIM, code=code_of_app(), now=NU)
    renew_codes(account=account, now=NU)
    return account


def unused_code(name: str) -> str:
    """Return a code for emergencies that can be used once."""
    row = Authenticator.objects.get(user__username=name, type=CODES)
    code: str = RecoveryCodes(row).get_unused_codes()[0]
    return code


def forget_last_code(name: str) -> None:
    """Let the code that the app shows now be taken once more."""
    row = Authenticator.objects.get(user__username=name, type=APP)
    row.data["teller"] = 0
    row.save()
