"""The lists that came in, and one reading of a file from choosing it to its report."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.exchange.lijst.actions import (
    accept_inlezing,
    add_inlezing,
    discard_inlezing,
    set_kolommen,
)
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst
from schakel.exchange.lijst.queries import (
    Fase,
    InlezingNotFound,
    InlezingView,
    get_inlezing,
    get_kop,
    list_inlezingen,
    list_meldingen,
)
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.web.inlezen.forms import BestandForm, InlezenForm, KolommenForm

FORM = require_http_methods(["GET", "HEAD", "POST"])
PER_BLAD = 100

FASEN = {
    Fase.KOLOMMEN: "kolommen aanwijzen",
    Fase.PROEF_WACHT: "wacht op de proef",
    Fase.PROEF: "wordt geproefd",
    Fase.BEOORDEELD: "klaar om in te lezen",
    Fase.IMPORT_WACHT: "wacht op het inlezen",
    Fase.IMPORT: "wordt ingelezen",
    Fase.KLAAR: "ingelezen",
    Fase.MISLUKT: "mislukt",
    Fase.VERVALLEN: "bestand gewist, niet ingelezen",
}
BEZIG = (Fase.PROEF_WACHT, Fase.PROEF, Fase.IMPORT_WACHT, Fase.IMPORT)
KOLOMMEN = (Fase.KOLOMMEN, Fase.BEOORDEELD)
WEG = (Fase.KOLOMMEN, Fase.BEOORDEELD, Fase.PROEF_WACHT, Fase.MISLUKT)


@needs(Permission.LIJST_WRITE)
@FORM
def lijsten(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show what came in before, and take a new file."""
    sent = request.method == "POST"
    form = BestandForm(request.POST, request.FILES) if sent else BestandForm()
    if form.is_valid():
        try:
            gegevens = form.gegevens(door=int(request.user.pk or 0))
            inlezing = add_inlezing(actor=actor, gegevens=gegevens, now=now())
            return redirect("inlezing", inlezing=inlezing)
        except Refusal as refusal:
            form.add_error("bestand", refusal.text)
    rows = [{"een": one, "fase": FASEN[one.fase]} for one in list_inlezingen(actor=actor)]
    return render(request, "web/inlezen/lijsten.html", {"form": form, "rijen": rows})


@needs(Permission.LIJST_WRITE)
@FORM
def inlezing(request: HttpRequest, *, actor: Actor, inlezing: int) -> HttpResponse:
    """Show one reading; sending it brings in the good rows."""
    een = _get(actor, inlezing)
    form = InlezenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            accept_inlezing(
                actor=actor,
                inlezing=inlezing,
                alles_of_niets=form.cleaned_data["alles_of_niets"],
                now=now(),
            )
            return redirect("inlezing", inlezing=inlezing)
        except Refusal as refusal:
            form.add_error(None, refusal.text)
    if request.headers.get("HX-Request"):
        return _vordering(request, een)
    return render(request, "web/inlezen/inlezing.html", _context(request, actor, een, form))


@needs(Permission.LIJST_WRITE)
@FORM
def kolommen(request: HttpRequest, *, actor: Actor, inlezing: int) -> HttpResponse:
    """Show how the headings were understood, and let someone say it otherwise."""
    een = _get(actor, inlezing)
    kop, found = get_kop(actor=actor, inlezing=inlezing)
    if een.fase not in KOLOMMEN or not kop:
        return redirect("inlezing", inlezing=inlezing)
    form = KolommenForm(request.POST or None, kop=kop, kolommen=found)
    if request.method == "POST" and form.is_valid():
        try:
            set_kolommen(actor=actor, inlezing=inlezing, kolommen=form.kolommen(), now=now())
            return redirect("inlezing", inlezing=inlezing)
        except Refusal as refusal:
            form.add_error(None, refusal.text)
    context = {
        "een": een,
        "form": form,
        "ontbreekt": [kolom.value for kolom in Kolom if kolom not in found.values()],
    }
    return render(request, "web/inlezen/kolommen.html", context)


@needs(Permission.LIJST_WRITE)
@require_POST
def weg(request: HttpRequest, *, actor: Actor, inlezing: int) -> HttpResponse:
    """Throw a file away that is not to come in."""
    _get(actor, inlezing)
    try:
        discard_inlezing(actor=actor, inlezing=inlezing, now=now())
        messages.success(request, "Het bestand is gewist. Er is niets meer ingelezen.")
    except Refusal as refusal:
        messages.error(request, refusal.text)
    return redirect("lijsten")


def _get(actor: Actor, inlezing: int) -> InlezingView:
    try:
        return get_inlezing(actor=actor, inlezing=inlezing)
    except InlezingNotFound as missing:
        raise Http404 from missing


def _vordering(request: HttpRequest, een: InlezingView) -> HttpResponse:
    """Return how far it is; when it is done, the page as a whole."""
    if een.fase not in BEZIG:
        return HttpResponse(headers={"HX-Refresh": "true"})
    context = {"een": een, "fase": FASEN[een.fase]}
    return render(request, "web/inlezen/_vordering.html", context)


def _context(
    request: HttpRequest, actor: Actor, een: InlezingView, form: forms.Form
) -> dict[str, Any]:
    ernst = request.GET.get("toon", "")
    chosen = Ernst(ernst) if ernst in set(Ernst) else None
    text = request.GET.get("blad", "")
    blad = max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    found = list_meldingen(
        actor=actor,
        inlezing=een.id,
        ernst=chosen,
        start=(blad - 1) * PER_BLAD,
        limit=PER_BLAD + 1,
    )
    return {
        "een": een,
        "fase": FASEN[een.fase],
        "bezig": een.fase in BEZIG,
        "kan_kolommen": een.fase in KOLOMMEN,
        "kan_inlezen": een.fase is Fase.BEOORDEELD,
        "kan_weg": een.fase in WEG,
        "is_klaar": een.fase is Fase.KLAAR,
        "form": form,
        "meldingen": found[:PER_BLAD],
        "toon": chosen.value if chosen else "",
        "blad": blad,
        "meer": len(found) > PER_BLAD,
    }
