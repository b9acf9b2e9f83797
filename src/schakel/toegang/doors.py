"""The lock on every door: each view says which permission it needs, or why it needs none."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import cast
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed
from schakel.dossier.queries import DossierNotFound, note_refused
from schakel.toegang.actions import write_inzagen
from schakel.toegang.models import Account
from schakel.toegang.queries import actor_for, read_clock

PUBLIC = "public"
REFUSING = (DossierNotFound, NotAllowed, PermissionDenied, Http404)
FROM_HERE_REFUSED = 400


View = Callable[..., HttpResponse]


def needs(*permissions: Permission, anyone: bool = False) -> Callable[[View], View]:
    """Let in who holds any of these permissions; hand the view the actor; write who looked.

    :param anyone: let in whoever is logged in, also without any permission

    If the record of looking cannot be written, the answer is not sent. An answer that refuses is
    written too, when it was about a dossier that exists and is out of sight: after the view, so
    that what the view takes back does not take this back.
    """

    def lock(view: View) -> View:
        @wraps(view)
        def locked(request: HttpRequest, **kwargs: UUID | str | int) -> HttpResponse:
            at, oefendag = read_clock()
            user = request.user  # a view that logs out leaves another one behind
            actor = actor_for(user, at=at)
            if actor is None:
                return redirect_to_login(request.get_full_path())
            account = cast("Account", user)
            request.actor, request.oefendag = actor, oefendag  # type: ignore[attr-defined]
            try:
                if not anyone and not actor.permissions.intersection(permissions):
                    raise PermissionDenied
                response = view(request, actor=actor, **kwargs)
            except REFUSING:
                _write_refused(request, actor, account, at=at, uuid=kwargs.get("uuid"))
                raise
            if response.status_code >= FROM_HERE_REFUSED:
                _note_refused(request, actor, uuid=kwargs.get("uuid"))
            _write(actor, account, at=at)
            return response

        locked.needs = permissions  # type: ignore[attr-defined]
        return locked

    return lock


def _write_refused(
    request: HttpRequest, actor: Actor, account: Account, *, at: datetime, uuid: object
) -> None:
    """Write what was refused; what the view had in hand before that was not sent to anyone."""
    actor.inzagen[:] = [look for look in actor.inzagen if look.geweigerd]
    actor.exports.clear()
    _note_refused(request, actor, uuid=uuid)
    _write(actor, account, at=at)


def _note_refused(request: HttpRequest, actor: Actor, *, uuid: object) -> None:
    """Note a dossier in the address that the view did not come to ask for."""
    if isinstance(uuid, UUID) and not any(look.geweigerd for look in actor.inzagen):
        asked = request.resolver_match
        note_refused(actor=actor, uuid=uuid, question=(asked and asked.url_name) or "dossier")


def _write(actor: Actor, account: Account, *, at: datetime) -> None:
    write_inzagen(actor=actor, account=account.pk, rol=account.rol, now=at)


def public(reason: str) -> Callable[[View], View]:
    """Say why a view is open to everyone."""

    def unlocked(view: View) -> View:
        view.needs = PUBLIC  # type: ignore[attr-defined]
        view.reason = reason  # type: ignore[attr-defined]
        return view

    return unlocked
