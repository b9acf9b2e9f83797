"""DOOR: the second factor of an account: an app, security keys, and codes for when both are gone.

The arithmetic and the tables are those of allauth; what is secret is kept encrypted under
SCHAKEL_SECRET_KEY. A code of the app is taken once, also by several processes at the same time.
"""

from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from allauth.core import context
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.adapter import DefaultMFAAdapter, get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.webauthn.internal import auth as webauthn
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from schakel.base.refusal import Refusal
from schakel.toegang.models import Account
from schakel.toegang.queries import wall_clock
from schakel.toegang.wijzigingen import Soort, record_change

APP, SLEUTEL, CODES = "totp", "webauthn", "recovery_codes"
FOUTE_CODE = "Deze code klopt niet of is al gebruikt. Wacht op de volgende code en vul die in."
FOUTE_SLEUTEL = "De sleutel is niet herkend. Probeer het opnieuw, of kies een andere manier."
LAATSTE = "Dit is uw enige tweede stap. Stel eerst een andere in; verwijder daarna deze."
HOOGSTENS_SLEUTELS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One way in which an account can prove itself beside its password."""

    id: int
    soort: str
    naam: str
    sinds: datetime
    laatst: datetime | None


class Geheimen(DefaultMFAAdapter):  # type: ignore[misc]
    """How allauth names this house, and keeps its secrets."""

    def encrypt(self, text: str) -> str:
        """Return a secret as the table keeps it."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Return a secret as it is, also when it was kept under a former key."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def get_totp_label(self, user: Account) -> str:
        """Return under which name an app shows the account."""
        return user.username

    def get_totp_issuer(self) -> str:
        """Return under which name an app shows this house."""
        return "Schakel"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return for which house a key is: one of another address is of no use."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Schakel"}

    def get_public_key_credential_user_entity(self, user: Account) -> dict[str, Any]:
        """Return for whom a key is."""
        return {
            "id": str(user.pk).encode(),
            "display_name": user.medewerker.naam if user.medewerker else user.username,
            "name": user.username,
        }


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet(
        [Fernet(urlsafe_b64encode(sha256(f"schakel.mfa:{key}".encode()).digest())) for key in keys]
    )


def list_factors(*, account: int) -> list[Factor]:
    """Return the app and the keys of an account, the oldest first."""
    rows = Authenticator.objects.filter(user_id=account, type__in=[APP, SLEUTEL])
    return [
        Factor(
            id=row.pk,
            soort=row.type,
            naam=row.data["name"] if row.type == SLEUTEL else "Authenticator-app",
            sinds=row.created_at,
            laatst=row.last_used_at,
        )
        for row in rows.order_by("created_at", "pk")
    ]


def has_factor(*, account: int) -> bool:
    """True if an account has an app or a key."""
    return bool(with_factor(accounts=[account]))


def with_factor(*, accounts: list[int]) -> set[int]:
    """Return which of these accounts have an app or a key."""
    rows = Authenticator.objects.filter(user_id__in=accounts, type__in=[APP, SLEUTEL])
    return set(rows.values_list("user_id", flat=True))


def new_secret() -> str:
    """Return a fresh secret for an app."""
    secret: str = totp.generate_totp_secret()
    return secret


def address_of_app(*, account: Account, secret: str) -> str:
    """Return what an app reads from a picture."""
    address: str = get_adapter().build_totp_url(account, secret)
    return address


@transaction.atomic
def add_app(*, account: Account, secret: str, code: str, now: datetime) -> None:
    """Let an account prove itself with an app, instead of the one it may have had.

    :raises Refusal: if the code is not of this secret and this moment
    """
    counter = _counter(secret, code)
    if counter is None:
        raise Refusal(FOUTE_CODE, field="code")
    Authenticator.objects.filter(user_id=account.pk, type=APP).delete()
    kept = {"secret": get_adapter().encrypt(secret), "teller": counter}
    Authenticator.objects.create(user_id=account.pk, type=APP, data=kept)
    _record(account, Soort.APP, now)


def _counter(secret: str, code: str) -> int | None:
    """Return to which half minute a code belongs, or None if it is wrong."""
    for counter in totp.yield_hotp_counters_from_time():
        expected = totp.format_hotp_value(totp.hotp_value(secret, counter))
        if compare_user_code(actual=code, expected=expected):
            return int(counter)
    return None


@transaction.atomic
def check_code(*, account: Account, code: str) -> str:
    """Return which factor a code is of: the app, or one of the codes for emergencies.

    A code is taken once. That of an app that is older than the last one taken is not, either.

    :raises Refusal: if it is of neither
    """
    rows = Authenticator.objects.select_for_update().filter(user_id=account.pk)
    known = {row.type: row for row in rows.filter(type__in=[APP, CODES])}
    if APP in known and _takes(known[APP], code):
        return APP
    if CODES in known and RecoveryCodes(known[CODES]).validate_code(code):
        known[CODES].refresh_from_db()
        known[CODES].record_usage()
        return CODES
    raise Refusal(FOUTE_CODE, field="code")


def _takes(app: Authenticator, code: str) -> bool:
    counter = _counter(get_adapter().decrypt(app.data["secret"]), code)
    if counter is None or counter <= app.data.get("teller", 0):
        return False
    app.data["teller"] = counter
    app.last_used_at = wall_clock()
    app.save(update_fields=["data", "last_used_at"])
    return True


def begin_key(*, account: Account) -> dict[str, Any]:
    """Return what a browser needs to make a key for this house; the session keeps the question."""
    return dict(webauthn.begin_registration(account, False))


@transaction.atomic
def add_key(*, account: Account, naam: str, answer: Mapping[str, Any], now: datetime) -> None:
    """Let an account prove itself with a key.

    :raises Refusal: if this does not answer the question of this session
    """
    if len(list_factors(account=account.pk)) >= HOOGSTENS_SLEUTELS:
        raise Refusal("U hebt al tien sleutels. Verwijder er eerst een.")
    try:
        webauthn.parse_registration_response(answer)
        webauthn.complete_registration(answer)
    except (ValidationError, ValueError, TypeError, KeyError) as wrong:
        raise Refusal(FOUTE_SLEUTEL) from wrong
    webauthn.WebAuthn.add(account, naam, dict(answer))
    _record(account, Soort.SLEUTEL, now, nieuw=naam)


def begin_check(*, account: Account) -> dict[str, Any]:
    """Return what a browser needs to prove itself with a key of this account."""
    return dict(webauthn.begin_authentication(account))


def check_key(*, account: Account, answer: Mapping[str, Any]) -> str:
    """Return the factor that a key is.

    :raises Refusal: if this is no key of this account that answers the question of this session
    """
    try:
        webauthn.parse_authentication_response(answer)
        found = webauthn.complete_authentication(account, answer)
    except (ValidationError, ValueError, TypeError, KeyError) as wrong:
        raise Refusal(FOUTE_SLEUTEL) from wrong
    found.record_usage()
    return SLEUTEL


@transaction.atomic
def remove_factor(*, account: Account, factor: int, needed: bool, now: datetime) -> None:
    """Take away an app or a key.

    :param needed: the role asks a second factor, so one must stay
    :raises Refusal: if it is the last one and the role asks one
    """
    rows = Authenticator.objects.select_for_update().filter(
        user_id=account.pk, type__in=[APP, SLEUTEL]
    )
    found = {row.pk: row for row in rows}
    if factor not in found:
        return
    if needed and len(found) == 1:
        raise Refusal(LAATSTE)
    naam = found[factor].data.get("name", "app")
    found[factor].delete()
    if len(found) == 1:
        Authenticator.objects.filter(user_id=account.pk).delete()
    _record(account, Soort.FACTOR_WEG, now, oud=naam)


@transaction.atomic
def renew_codes(*, account: Account, now: datetime) -> list[str]:
    """Return fresh codes for emergencies; those before no longer count."""
    Authenticator.objects.filter(user_id=account.pk, type=CODES).delete()
    codes: list[str] = RecoveryCodes.activate(account).generate_codes()
    _record(account, Soort.CODES, now)
    return codes


def codes_left(*, account: int) -> int:
    """Return how many codes for emergencies were not used yet."""
    row = Authenticator.objects.filter(user_id=account, type=CODES).first()
    return len(RecoveryCodes(row).get_unused_codes()) if row else 0


def forget_factors(*, account: int) -> None:
    """Take away all that an account proved itself with."""
    Authenticator.objects.filter(user_id=account).delete()


def _record(account: Account, soort: Soort, now: datetime, **words: str) -> None:
    record_change(account=account.pk, door=account.medewerker_id, soort=soort, now=now, **words)
