"""The two pages around a session that ended: log in again, and go on with what was typed."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.toegang.queries import actor_for, now
from schakel.web.inloggen.bewaren import Bewaard, from_here, keep, may_send, seal, unseal
from schakel.web.inloggen.forms import LoginForm

OF_ANOTHER = (
    "U bent ingelogd. Wat er was ingevuld, hoort bij een andere gebruiker en is niet bewaard."
)
FORBIDDEN = 403


def ended(request: HttpRequest) -> HttpResponse | None:
    """Return the page for a form that came too late, or None if it was not sent from here.

    Its status is an error, so that a form sent by script replaces the whole page as well.
    """
    held = (unseal(request) if from_here(request) else None) or keep(request)
    if held is None:
        return None
    if is_inside(request):
        return give_back(request, held, status=FORBIDDEN)
    return ask_again(request, LoginForm(), held, status=FORBIDDEN)


def is_inside(request: HttpRequest) -> bool:
    """True if someone is logged in and may come in now."""
    return actor_for(request.user, at=now()) is not None


def ask_again(
    request: HttpRequest, form: LoginForm, held: Bewaard, *, status: int = 200
) -> HttpResponse:
    """Ask who someone is, with what they typed in the page."""
    page = "web/inloggen/verlopen.html"
    words = {
        "form": form,
        "bewaard": seal(held),
        "held": held,
        "organisatie": settings.OIDC_ADRES and settings.OIDC_NAAM,
    }
    return unstored(render(request, page, words, status=status))


def give_back(request: HttpRequest, held: Bewaard, *, status: int = 200) -> HttpResponse:
    """Show someone who is logged in what they typed, with a button that sends it again."""
    actor = actor_for(request.user, at=now())
    same = held.account in {"", str(request.user.pk)}
    if not same or actor is None or not may_send(held, actor):
        messages.warning(request, OF_ANOTHER)
        return redirect("start")
    if held.te_groot:
        return redirect(held.address)
    return unstored(render(request, "web/inloggen/verder.html", {"held": held}, status=status))


def unstored(response: HttpResponse) -> HttpResponse:
    """Let no browser and no proxy keep this page."""
    response["Cache-Control"] = "no-store, private"
    return response
