"""The lock on every door: each view says which permission it needs, or why it needs none."""

from collections.abc import Callable
from functools import wraps
from typing import cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from schakel.base.permissions import Permission
from schakel.toegang.actions import write_inzagen
from schakel.toegang.models import Account
from schakel.toegang.queries import actor_for, now

PUBLIC = "public"


View = Callable[..., HttpResponse]


def needs(*permissions: Permission, anyone: bool = False) -> Callable[[View], View]:
    """Let in who holds any of these permissions; hand the view the actor; write who looked.

    :param anyone: let in whoever is logged in, also without any permission

    If the record of looking cannot be written, the answer is not sent.
    """

    def lock(view: View) -> View:
        @wraps(view)
        def locked(request: HttpRequest, **kwargs: UUID | str | int) -> HttpResponse:
            at = now()
            actor = actor_for(request.user, at=at)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            if not anyone and not actor.permissions.intersection(permissions):
                raise PermissionDenied
            request.actor = actor  # type: ignore[attr-defined]
            response = view(request, actor=actor, **kwargs)
            account = cast("Account", request.user)
            write_inzagen(actor=actor, account=account.pk, rol=account.rol, now=at)
            return response

        locked.needs = permissions  # type: ignore[attr-defined]
        return locked

    return lock


def public(reason: str) -> Callable[[View], View]:
    """Say why a view is open to everyone."""

    def unlocked(view: View) -> View:
        view.needs = PUBLIC  # type: ignore[attr-defined]
        view.reason = reason  # type: ignore[attr-defined]
        return view

    return unlocked
