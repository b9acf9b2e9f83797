"""What a beheerder does to an account. A password is never among it."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.core.mail import send_mail
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.toegang.doors import View, needs
from schakel.toegang.gebruikers.actions import (
    amend_toegang,
    invite,
    reset_second_factor,
    switch_off,
    switch_on,
    unlock,
)
from schakel.toegang.gebruikers.queries import AccountNotFound, Gebruiker, get_gebruiker
from schakel.toegang.queries import now
from schakel.web.gebruikers.forms import RedenForm, ToegangForm, UitnodigenForm
from schakel.web.inloggen.terug import unstored

FORM = require_http_methods(["GET", "HEAD", "POST"])
BEHEER = needs(Permission.ACCOUNT_WRITE)


def _of_one(view: Callable[..., HttpResponse]) -> View:
    """Hand a view the account in the address; what is refused is said on the page of it."""

    @wraps(view)
    def found(request: HttpRequest, *, actor: Actor, account: int) -> HttpResponse:
        try:
            een = get_gebruiker(actor=actor, account=account, now=now())
            return view(request, actor=actor, een=een)
        except AccountNotFound as missing:
            raise Http404 from missing
        except Refusal as refusal:
            messages.error(request, refusal.text)
            return redirect("gebruiker", account=account)

    return found


@BEHEER
@FORM
@_of_one
def wijzigen(request: HttpRequest, *, actor: Actor, een: Gebruiker) -> HttpResponse:
    """Change what an account may do and where; that holds at once."""
    begin = {"rol": een.rol.value, "gemeenten": een.gemeenten, "oidc_naam": een.oidc_naam}
    form = ToegangForm(request.POST or None, actor=actor, initial=begin)
    if form.is_valid():
        try:
            amend_toegang(actor=actor, account=een.id, now=now(), **form.toegang())
            messages.success(request, "De wijziging geldt vanaf nu.")
            return redirect("gebruiker", account=een.id)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
    return render(request, "web/gebruikers/wijzigen.html", {"form": form, "een": een})


@BEHEER
@FORM
@_of_one
def uitzetten(request: HttpRequest, *, actor: Actor, een: Gebruiker) -> HttpResponse:
    """Switch an account off, after asking."""
    if request.method == "POST":
        switch_off(actor=actor, account=een.id, now=now())
        messages.success(request, f"{een.naam} kan niet meer inloggen en is overal uitgelogd.")
        return redirect("gebruiker", account=een.id)
    return render(request, "web/gebruikers/uitzetten.html", {"een": een})


@BEHEER
@require_POST
@_of_one
def aanzetten(request: HttpRequest, *, actor: Actor, een: Gebruiker) -> HttpResponse:
    """Switch an account on again."""
    switch_on(actor=actor, account=een.id, now=now())
    messages.success(request, f"{een.naam} kan weer inloggen.")
    return redirect("gebruiker", account=een.id)


@BEHEER
@FORM
@_of_one
def terugzetten(request: HttpRequest, *, actor: Actor, een: Gebruiker) -> HttpResponse:
    """Forget the second factor of someone who lost it, after asking."""
    form = RedenForm(request.POST or None)
    if form.is_valid():
        reden = form.cleaned_data["reden"]
        reset_second_factor(actor=actor, account=een.id, reden=reden, now=now())
        messages.success(request, f"{een.naam} stelt bij het inloggen een nieuwe tweede stap in.")
        return redirect("gebruiker", account=een.id)
    return render(request, "web/gebruikers/terugzetten.html", {"een": een, "form": form})


@BEHEER
@require_POST
@_of_one
def deblokkeren(request: HttpRequest, *, actor: Actor, een: Gebruiker) -> HttpResponse:
    """Let someone try again who gave a wrong password or code too often."""
    unlock(actor=actor, account=een.id, now=now())
    messages.success(request, f"{een.naam} kan het meteen weer proberen.")
    return redirect("gebruiker", account=een.id)


@BEHEER
@require_POST
@_of_one
@sensitive_variables("woord", "adres")
def uitnodigen(request: HttpRequest, *, actor: Actor, een: Gebruiker) -> HttpResponse:
    """Make an invitation: shown this once, or sent where the beheerder says."""
    form = UitnodigenForm(request.POST)
    if not form.is_valid():
        raise Refusal("Dit e-mailadres klopt niet. Er is niets gemaakt of verstuurd.")
    woord = invite(actor=actor, account=een.id, now=now())
    scheme = "https" if settings.HTTPS else request.scheme
    path = reverse("uitnodiging_link", kwargs={"woord": woord})
    adres = f"{scheme}://{request.get_host()}{path}"
    to = form.cleaned_data["e_mail"]
    if settings.MAIL and to:
        _send(to, adres, een)
        messages.success(request, "De uitnodiging is verstuurd. Zij geldt 24 uur, één keer.")
        return redirect("gebruiker", account=een.id)
    words = {"een": een, "adres": adres}
    return unstored(render(request, "web/gebruikers/uitnodiging.html", words))


def _send(to: str, adres: str, een: Gebruiker) -> None:
    text = render_to_string("web/gebruikers/uitnodiging.txt", {"een": een, "adres": adres})
    try:
        send_mail("Uw uitnodiging voor Schakel", text, settings.MAIL_VAN or None, [to])
    except OSError as failed:
        raise Refusal(
            "De mail kon niet worden verstuurd. Maak een uitnodiging zonder e-mailadres."
        ) from failed
