"""The session of who is logged in, and of who is halfway in: how it begins, when it is over.

Someone who gave a password but no second factor yet is nobody: their session only remembers who
said so, for some minutes. A session that is over is treated as one that the browser lost, and its
row stays, so that what was typed in it can find its owner again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from schakel.toegang.models import Account
from schakel.toegang.queries import actor_for, now, wall_clock
from schakel.toegang.roles import Rol, needs_second_factor

BACKEND = "django.contrib.auth.backends.ModelBackend"
SINDS, LAATST, FACTOR, HALVERWEGE = "sinds", "laatst", "factor", "halverwege"
HALVERWEGE_SECONDEN = 10 * 60
KORT_GELEDEN_SECONDEN = 15 * 60
NOTEER_SECONDEN = 60
"""How often a session that is used is written again: a page costs no question more for it."""
OEFENEN, BUITEN, WACHTWOORD = "oefenen", "oidc", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Halverwege:
    """Someone who gave a password, or came from the identity provider, and is not in yet."""

    account: Account
    verder: str


class Sessies:
    """Treat who sits in a session that is over as someone who is not logged in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if is_over(request):
                request.user = AnonymousUser()
            else:
                _note_use(request)
        return self.get_response(request)


def is_over(request: HttpRequest) -> bool:
    """True if this session lasted too long, or lacks a factor that the role of today asks."""
    since = request.session.get(SINDS)
    if not isinstance(since, int) or _age(since) > settings.SESSIE_HOOGSTENS:
        return True
    rol = Rol(cast("Account", request.user).rol)
    return needs_second_factor(rol) and not request.session.get(FACTOR)


def _note_use(request: HttpRequest) -> None:
    """Let a session that is used last: writing it moves its end."""
    # What a page fetches by itself while nobody is there is no use of it.
    by_itself = request.headers.get("HX-Request") and request.method == "GET"
    if not by_itself and _age(request.session.get(LAATST, 0)) > NOTEER_SECONDEN:
        request.session[LAATST] = _now()


def _now() -> int:
    return int(wall_clock().timestamp())


def _age(moment: int) -> int:
    return _now() - moment


def let_in(request: HttpRequest, account: Account, *, factor: str) -> None:
    """Log someone in, in a session in which nothing is left of before.

    :param factor: what proved it beside the password; "" for nothing
    """
    # Someone else may have put something in it: the secret of an app, another person's session.
    request.session.flush()
    login(request, account, backend=BACKEND)
    request.session[SINDS] = request.session[LAATST] = _now()
    request.session[FACTOR] = factor


def came_in_just_now(request: HttpRequest) -> bool:
    """True if this is recent enough to change how one logs in."""
    return _age(request.session.get(SINDS, 0)) < KORT_GELEDEN_SECONDEN


def come_halfway(request: HttpRequest, account: Account, *, verder: str) -> None:
    """Remember who gave a password, in a fresh session; nobody is logged in by that.

    :param verder: the address to which they were on their way, of this house
    """
    request.session.flush()
    request.user = AnonymousUser()
    request.session[HALVERWEGE] = {
        "account": account.pk,
        "bewijs": account.get_session_auth_hash(),
        "sinds": _now(),
        "verder": verder,
    }


def get_halverwege(request: HttpRequest) -> Halverwege | None:
    """Return who is halfway in, or None if that was too long ago or may no longer be."""
    held = request.session.get(HALVERWEGE)
    if not isinstance(held, dict) or _age(held["sinds"]) > HALVERWEGE_SECONDEN:
        return None
    account = Account.objects.filter(pk=held["account"], is_active=True).first()
    if account is None or actor_for(account, at=now()) is None:
        return None
    if not constant_time_compare(held["bewijs"], account.get_session_auth_hash()):
        return None
    return Halverwege(account=account, verder=held["verder"])
