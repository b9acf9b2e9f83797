"""What someone changes in how he logs in himself; only shortly after logging in."""

from collections.abc import Callable
from functools import wraps
from typing import cast

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.toegang.doors import View, needs
from schakel.toegang.gebruikers.binnenkomen import choose_password, log_out_everywhere
from schakel.toegang.queries import Account, Rol, now
from schakel.toegang.roles import needs_second_factor
from schakel.toegang.sessie import FACTOR, came_in_just_now
from schakel.toegang.sleutels import (
    codes_left,
    has_factor,
    list_factors,
    remove_factor,
    renew_codes,
)
from schakel.web.inloggen.forms import AnderWachtwoordForm
from schakel.web.inloggen.instellen import set_up, show_codes

FORM = require_http_methods(["GET", "HEAD", "POST"])
ZELF = needs(*Permission, anyone=True)
OPNIEUW = "Om te wijzigen hoe u inlogt, logt u eerst nog eens in."


def _own(request: HttpRequest) -> Account:
    return cast("Account", request.user)


def _just_now(view: Callable[..., HttpResponse]) -> View:
    """Let in only who logged in shortly before: the screen may have been left alone since."""

    @wraps(view)
    def checked(request: HttpRequest, **kwargs: object) -> HttpResponse:
        if not came_in_just_now(request):
            messages.info(request, OPNIEUW)
            return redirect(f"{reverse('inloggen')}?{urlencode({'next': reverse('account')})}")
        return view(request, **kwargs)

    return checked


@ZELF
@require_safe
def account(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show how someone logs in."""
    own = _own(request)
    words = {
        "eigen": own,
        "factoren": list_factors(account=own.pk),
        "noodcodes": codes_left(account=own.pk),
        "nodig": needs_second_factor(Rol(own.rol)),
        "wachtwoord": own.has_usable_password(),
    }
    return render(request, "web/account/account.html", words)


@ZELF
@FORM
@sensitive_post_parameters()
@_just_now
def wachtwoord(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Choose another password."""
    own = _own(request)
    if not own.has_usable_password():
        raise Http404
    form = AnderWachtwoordForm(request.POST or None)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            choose_password(account=own, huidig=typed["huidig"], nieuw=typed["nieuw"], now=now())
            update_session_auth_hash(request, own)
            messages.success(request, "Uw wachtwoord is gewijzigd. Elders bent u uitgelogd.")
            return redirect("account")
        except Refusal as refusal:
            form.add_error(refusal.field, refusal.text)
    return render(request, "web/account/wachtwoord.html", {"form": form})


@ZELF
@FORM
@sensitive_post_parameters()
@_just_now
def tweede_stap(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Set up another app or key."""

    def enter(factor: str) -> None:
        request.session[FACTOR] = factor

    return set_up(request, _own(request), onto={"verder": reverse("account")}, enter=enter)


@ZELF
@FORM
@_just_now
def weg(request: HttpRequest, *, actor: Actor, factor: int) -> HttpResponse:
    """Take away an app or a key, after asking."""
    own = _own(request)
    found = [one for one in list_factors(account=own.pk) if one.id == factor]
    if not found:
        raise Http404
    text = ""
    if request.method == "POST":
        try:
            nodig = needs_second_factor(Rol(own.rol))
            remove_factor(account=own, factor=factor, needed=nodig, now=now())
            messages.success(request, f"{found[0].naam} is verwijderd.")
            return redirect("account")
        except Refusal as refusal:
            text = refusal.text
    return render(request, "web/account/weg.html", {"een": found[0], "fout": text})


@ZELF
@require_POST
@_just_now
def noodcodes(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Make fresh codes for emergencies, and show them once."""
    own = _own(request)
    if not has_factor(account=own.pk):
        raise Http404
    codes = renew_codes(account=own, now=now())
    return show_codes(request, codes, onto={"verder": reverse("account")})


@ZELF
@require_POST
def overal_uit(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """End all one's sessions, this one too."""
    log_out_everywhere(account=_own(request), now=now())
    logout(request)
    messages.success(request, "U bent overal uitgelogd.")
    return redirect("inloggen")
