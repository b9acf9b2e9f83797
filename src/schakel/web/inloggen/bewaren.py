"""What someone typed when their session had ended, kept in the page until they are back.

Nothing of it is stored. The fields travel in a hidden field, signed, so that what comes back is
what this house put there. Signed with it goes whose session it was, as far as the cookie still
tells: after an expired session it does, and only that account gets the fields back. After logging
out in another tab nothing tells. Then whoever logs in in this browser and may fill in such a form
gets them: it stood open on their screen anyway. So the page that gives them back names who is
logged in, and sends nothing by itself.

Only what a page of this house sent is kept: another site could otherwise lay its own words before
someone with a button under them. Passwords and files are never kept.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from schakel.base.actor import Actor
from schakel.toegang.doors import PUBLIC
from schakel.toegang.queries import account_of_session
from schakel.wet.datum import dutch_date

FIELD = "bewaard"
SALT = "schakel.web.inloggen.bewaren"
HOOGSTENS_TEKENS, HOOGSTENS_VELDEN = 100_000, 200
NEVER_KEPT = re.compile(rf"(?i)passw|wachtwoord|^csrfmiddlewaretoken$|^{FIELD}$")
NOT_SHOWN = {"gezien", "versie", "bekeken", "bevestigd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaard:
    """A form that was sent and not handled.

    :param account: id of the account that it must go back to, or "" where nothing tells
    :param bestanden: how many files went with it; they are not kept
    :param te_groot: it was too much to keep: there are no fields
    """

    address: str
    account: str
    fields: list[tuple[str, str]]
    bestanden: int
    te_groot: bool

    @property
    def getoond(self) -> list[tuple[str, str]]:
        """What a person typed, with the name of each field as words."""
        return [
            (name.replace("_", " ").capitalize(), _shown(name, value))
            for name, value in self.fields
            if value.strip() and name not in NOT_SHOWN
        ]


def _shown(name: str, value: str) -> str:
    if "bsn" in name:
        return f"…{value[-4:]}"
    with suppress(ValueError):
        return dutch_date(date.fromisoformat(value))
    return value


def from_here(request: HttpRequest) -> bool:
    """True if the browser says that a page of this very address sent the form."""
    said = request.headers.get("Origin", "")
    origin = urlsplit(said)
    same_scheme = origin.scheme == request.scheme or said in settings.CSRF_TRUSTED_ORIGINS
    return (
        origin.netloc == request.get_host()
        and same_scheme
        and request.headers.get("Sec-Fetch-Site", "same-origin") == "same-origin"
    )


def keep(request: HttpRequest) -> Bewaard | None:
    """Return what was sent to a locked door, or None when there is nothing to keep or no trust."""
    match = request.resolver_match
    needs = getattr(match.func, "needs", PUBLIC) if match else PUBLIC
    if request.method != "POST" or needs == PUBLIC or not from_here(request):
        return None
    fields = [
        (name, str(value))
        for name, values in request.POST.lists()
        for value in values
        if not NEVER_KEPT.search(name)
    ]
    te_groot = (
        len(fields) > HOOGSTENS_VELDEN
        or sum(len(name) + len(value) for name, value in fields) > HOOGSTENS_TEKENS
    )
    return Bewaard(
        address=request.get_full_path(),
        account=_account(request),
        fields=[] if te_groot else fields,
        bestanden=sum(len(files) for _, files in request.FILES.lists()),
        te_groot=te_groot,
    )


def _account(request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return str(request.user.pk)
    return account_of_session(request.COOKIES.get(settings.SESSION_COOKIE_NAME, ""))


def may_send(held: Bewaard, actor: Actor) -> bool:
    """True if this person holds a permission that the door of the form asks."""
    needs = getattr(resolve(urlsplit(held.address).path).func, "needs", ())
    return not needs or bool(actor.permissions.intersection(needs))


def seal(held: Bewaard) -> str:
    """Return the fields as one signed word for a hidden field."""
    parts = [held.address, held.account, held.fields, held.bestanden, held.te_groot]
    return signing.dumps(parts, salt=SALT, compress=True)


def unseal(request: HttpRequest) -> Bewaard | None:
    """Return what this request carries, or None if it is not ours, too old, or leads nowhere."""
    try:
        parts = signing.loads(
            request.POST.get(FIELD, ""), salt=SALT, max_age=settings.SESSIE_HOOGSTENS
        )
    except signing.BadSignature:
        return None
    address, account, fields, bestanden, te_groot = parts
    if not _is_a_locked_door(address):
        return None
    return Bewaard(
        address=address,
        account=account,
        fields=[(name, value) for name, value in fields],
        bestanden=bestanden,
        te_groot=te_groot,
    )


def _is_a_locked_door(address: str) -> bool:
    if not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
        return False
    try:
        view = resolve(urlsplit(address).path).func
    except Resolver404:
        return False
    return getattr(view, "needs", PUBLIC) != PUBLIC
