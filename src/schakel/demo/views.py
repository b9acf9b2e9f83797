"""Log in as a persona, and move the clock of the training region."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.demo.actions import move_to
from schakel.demo.forms import KlokForm
from schakel.toegang.doors import public
from schakel.toegang.queries import find_account, list_personas, now, training_clock, training_note
from schakel.toegang.sessie import OEFENEN, let_in

TRAINING = "oefenomgeving: alleen verzonnen personen, en alleen in demo-modus"


@public(TRAINING)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show who one can be, and what day it is."""
    if training_clock() is None:
        raise Http404
    return _page(request, KlokForm(initial={"dag": now().date() + timedelta(days=7)}))


@public(TRAINING)
@require_safe
def log_in(request: HttpRequest, *, persona: str) -> HttpResponse:
    """Become a persona and go to its first page; only in a database that the demo made."""
    account = find_account(username=persona)
    if account is None or training_clock() is None:
        raise Http404
    let_in(request, account, factor=OEFENEN)
    return redirect("/")


@public(TRAINING)
@require_POST
def move_clock(request: HttpRequest) -> HttpResponse:
    """Move the clock forward, and let the passing of days do its work."""
    form = KlokForm(request.POST)
    if form.is_valid():
        try:
            move_to(noon(form.cleaned_data["dag"]))
            return redirect("demo:index")
        except Refusal as refusal:
            form.add_error("dag", refusal.text)
    return _page(request, form)


def _page(request: HttpRequest, form: KlokForm) -> HttpResponse:
    today = now().date()
    return render(
        request,
        "demo/index.html",
        {
            "personas": list_personas(),
            "form": form,
            "vandaag": today,
            "toelichting": training_note(today),
        },
    )
