"""An invitation: someone who was given a link sets his own password, once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from schakel.base.refusal import Refusal
from schakel.toegang.doors import public
from schakel.toegang.gebruikers.binnenkomen import (
    VERLOPEN,
    accept_invitation,
    find_uitnodiging,
)
from schakel.toegang.pogingen import note_link
from schakel.toegang.queries import now
from schakel.web.inloggen.forms import WachtwoordForm
from schakel.web.inloggen.terug import unstored
from schakel.web.inloggen.wie import client_address, go_on, require_at_work

INVITED = "wie is uitgenodigd heeft nog geen wachtwoord"
WOORD = "uitnodiging"
GONE, TOO_MANY = 410, 429


@public(INVITED)
@require_safe
@sensitive_variables("woord")
def link(request: HttpRequest, *, woord: str) -> HttpResponse:
    """Keep the word of the link in the session, and go on without it in the address.

    Looking does not use the link up: a mail program may look before its reader does.
    """
    if find_uitnodiging(woord=woord, now=now()) is None:
        try:
            note_link(adres=client_address(request))
        except Refusal as refusal:
            return _gone(request, refusal.text, status=TOO_MANY)
        return _gone(request, VERLOPEN)
    request.session[WOORD] = woord
    return redirect("uitnodiging")


@public(INVITED)
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("nieuw", "nogmaals")
@sensitive_variables("woord")
def uitnodiging(request: HttpRequest) -> HttpResponse:
    """Ask a password of who holds an invitation; then the second factor, as always."""
    woord = request.session.get(WOORD, "")
    account = find_uitnodiging(woord=woord, now=now()) if woord else None
    if account is None:
        return _gone(request, VERLOPEN)
    form = WachtwoordForm(request.POST or None)
    if form.is_valid():
        try:
            require_at_work(account)
            account = accept_invitation(
                woord=woord, wachtwoord=form.cleaned_data["nieuw"], now=now()
            )
            request.session.pop(WOORD, None)
            return go_on(request, account, factor="", verder="/")
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
    words = {"form": form, "wie": account}
    return unstored(render(request, "web/inloggen/uitnodiging.html", words))


def _gone(request: HttpRequest, text: str, *, status: int = GONE) -> HttpResponse:
    words = {"titel": "Uitnodiging", "tekst": text}
    return unstored(render(request, "web/inloggen/niet_gelukt.html", words, status=status))
