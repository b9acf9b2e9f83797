"""Who has an account: the list, one of them, and a new one."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.toegang.doors import needs
from schakel.toegang.gebruikers.actions import add_gebruiker
from schakel.toegang.gebruikers.queries import (
    AccountNotFound,
    get_gebruiker,
    list_gebruikers,
    list_wijzigingen,
)
from schakel.toegang.queries import now
from schakel.web.gebruikers.forms import NieuwForm, UitnodigenForm, ZoekForm

FORM = require_http_methods(["GET", "HEAD", "POST"])
PER_PAGINA = 200


@needs(Permission.ACCOUNT_WRITE)
@FORM
def gebruikers(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the accounts within reach; a name that is searched for stays out of the address."""
    form = ZoekForm(request.POST or None)
    keuze = form.keuze()
    found = list_gebruikers(actor=actor, now=now(), **keuze)
    words = {
        "form": form,
        "rijen": found[:PER_PAGINA],
        "aantal": len(found),
        "gekozen": any(value not in (None, "") for value in keuze.values()),
        "staat": request.POST.get("staat", ""),
        "keuze": keuze,
    }
    return render(request, "web/gebruikers/lijst.html", words)


@needs(Permission.ACCOUNT_WRITE)
@FORM
def nieuw(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Add an account; inviting comes after that."""
    form = NieuwForm(request.POST or None, actor=actor)
    if form.is_valid():
        try:
            account = add_gebruiker(actor=actor, gegevens=form.gegevens(), now=now())
            messages.success(request, "Het account is gemaakt. Maak nu een uitnodiging.")
            return redirect("gebruiker", account=account)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
    return render(request, "web/gebruikers/nieuw.html", {"form": form})


@needs(Permission.ACCOUNT_WRITE)
@require_safe
def gebruiker(request: HttpRequest, *, actor: Actor, account: int) -> HttpResponse:
    """Show one account, and what was done to it."""
    try:
        een = get_gebruiker(actor=actor, account=account, now=now())
    except AccountNotFound as missing:
        raise Http404 from missing
    words = {
        "een": een,
        "wijzigingen": list_wijzigingen(actor=actor, account=account),
        "mag": not een.eigen and not een.buiten_bereik,
        "form": UitnodigenForm(),
        "post": bool(settings.MAIL),
    }
    return render(request, "web/gebruikers/gebruiker.html", words)
