"""What was assigned and agreed in the chain, who may decide what, and what is still open."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.keten.actions import add_bevoegdheid, end_bevoegdheid
from schakel.keten.queries import (
    list_agendapunten,
    list_bevoegdheden,
    list_deelafspraken,
    list_gemeenten,
    list_opdrachten,
)
from schakel.toegang.doors import needs
from schakel.web.keten.forms import BevoegdheidForm, EindeForm

FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs(Permission.KETEN_READ)
@require_safe
def keten(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the line of assignment, the open ends, the register and the sharing agreements."""
    context = {
        "opdrachten": list_opdrachten(actor=actor),
        "agendapunten": list_agendapunten(actor=actor),
        "bevoegdheden": list_bevoegdheden(actor=actor),
        "mag_wijzigen": actor.may(Permission.KETEN_WRITE),
        "deelafspraken": list_deelafspraken(actor=actor),
        "op": actor.op,
    }
    return render(request, "web/keten/keten.html", context)


@needs(Permission.KETEN_WRITE)
@FORM
def bevoegdheid(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Write in the register who may take a decision."""
    gemeenten = {one.code: one.naam for one in list_gemeenten() if one.code in actor.gemeenten}
    form = BevoegdheidForm(request.POST or None, gemeenten=gemeenten)
    if form.is_valid():
        try:
            add_bevoegdheid(actor=actor, gegevens=form.gegevens())
            messages.success(request, "De bevoegdheid staat in het register.")
            return redirect("keten")
        except Refusal as refusal:
            _refuse(form, refusal)
    return render(request, _page(request, "bevoegdheid"), {"form": form})


@needs(Permission.KETEN_WRITE)
@FORM
def bevoegdheid_einde(request: HttpRequest, *, actor: Actor, bevoegdheid: int) -> HttpResponse:
    """Say from which day a row of the register no longer holds."""
    rows = [row for row in list_bevoegdheden(actor=actor) if row.id == bevoegdheid]
    if not rows:
        raise Http404
    form = EindeForm(request.POST or None, initial={"tot": rows[0].tot})
    if form.is_valid():
        try:
            end_bevoegdheid(actor=actor, id=bevoegdheid, tot=form.cleaned_data["tot"])
            messages.success(request, "De einddatum staat in het register.")
            return redirect("keten")
        except Refusal as refusal:
            _refuse(form, refusal)
    return render(request, _page(request, "bevoegdheid_einde"), {"form": form, "een": rows[0]})


def _refuse(form: forms.Form, refusal: Refusal) -> None:
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)


def _page(request: HttpRequest, name: str) -> str:
    fragment = f"_{name}_form" if request.headers.get("HX-Request") else name
    return f"web/keten/{fragment}.html"
