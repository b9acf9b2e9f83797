"""Record a PIP; correct what was never so, after seeing what that changes."""

from datetime import date
from typing import Any, TypeVar, cast
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier, get_persoon
from schakel.logboek.queries import newest
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.pip import establish_pip
from schakel.traject.queries import get_verhaal, preview_herstel, require_correctable
from schakel.web.dossier.presentation import gemeentenamen, termijnen
from schakel.web.traject.forms import HerstelForm, NietGebeurdForm, PIPForm
from schakel.web.traject.preview import describe
from schakel.wet.datum import dutch_date
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn

F = TypeVar("F", bound=Form)
FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs(Permission.PIP_WRITE)
@FORM
def pip(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Establish a PIP."""
    zicht = get_dossier(actor=actor, uuid=uuid)
    form = PIPForm(request.POST or None, initial={"gezien": newest(dossier=zicht.id)})
    if form.is_valid():
        try:
            gegevens = form.gegevens()
            establish_pip(
                actor=actor,
                dossier_uuid=uuid,
                gegevens=gegevens,
                gezien=form.cleaned_data["gezien"],
                now=now(),
            )
            termijn = inburgeringstermijn(dagtekening_pip=gegevens.dagtekening).value
            messages.success(request, _established(termijn.start, termijn.last_day))
            return redirect("dossier", uuid=uuid)
        except Refusal as refusal:
            form = refused(form, refusal, gezien=newest(dossier=zicht.id))
    return _show(request, "pip", form, actor=actor, zicht=zicht)


@needs(Permission.CORRECT)
@FORM
def herstellen(request: HttpRequest, *, actor: Actor, uuid: UUID, gebeurtenis: int) -> HttpResponse:
    """Put something else in place of a gebeurtenis, first shown and then done."""
    return _correct(request, actor, uuid, gebeurtenis, void=False)


@needs(Permission.CORRECT)
@FORM
def niet_gebeurd(
    request: HttpRequest, *, actor: Actor, uuid: UUID, gebeurtenis: int
) -> HttpResponse:
    """Say that a gebeurtenis never happened, first shown and then done."""
    return _correct(request, actor, uuid, gebeurtenis, void=True)


def _correct(
    request: HttpRequest, actor: Actor, uuid: UUID, gebeurtenis: int, *, void: bool
) -> HttpResponse:
    zicht = get_dossier(actor=actor, uuid=uuid, question="herstellen")
    try:
        old = require_correctable(zicht=zicht, gebeurtenis=gebeurtenis)
    except Refusal as refusal:
        messages.error(request, refusal.text)
        return redirect("dossier", uuid=uuid)
    form = _form(request, zicht, old, void=void)
    changes = None
    if form.is_valid():
        herstel = form.herstel(gebeurtenis)
        try:
            changes = describe(preview_herstel(zicht=zicht, herstel=herstel, op=actor.op))
            if "bevestigd" in request.POST:
                gezien = form.cleaned_data["gezien"]
                correct_gebeurtenis(
                    actor=actor, dossier_uuid=uuid, herstel=herstel, gezien=gezien, now=now()
                )
                messages.success(request, "Hersteld. De oude regel blijft zichtbaar.")
                return redirect("dossier", uuid=uuid)
        except Refusal as refusal:
            changes, form = None, refused(form, refusal, gezien=newest(dossier=zicht.id))
    extra = {"old": old, "void": void, "changes": changes, "gemeenten": gemeentenamen()}
    return _show(request, "herstellen", form, actor=actor, zicht=zicht, **extra)


def _form(
    request: HttpRequest, zicht: Zicht, old: Occurrence[Event], *, void: bool
) -> HerstelForm | NietGebeurdForm:
    initial = {"gezien": newest(dossier=zicht.id)}
    if void:
        return NietGebeurdForm(request.POST or None, on=old.on, initial=initial)
    return HerstelForm(
        request.POST or None,
        event=old.event,
        on=old.on,
        gemeenten=gemeentenamen(),
        initial=initial,
    )


def refused(form: F, refusal: Refusal, *, gezien: int) -> F:
    """Return the form with the refusal on it, what was typed kept, and the newest state as seen."""
    form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
    typed = cast("QueryDict", form.data).copy()
    typed["gezien"] = str(gezien)
    form.data = typed
    return form


def _established(start: date, last_day: date | None) -> str:
    until = "" if last_day is None else f" tot en met {dutch_date(last_day)}"
    return f"PIP vastgesteld. De inburgeringstermijn loopt van {dutch_date(start)}{until}."


def _show(
    request: HttpRequest, page: str, form: Form, *, actor: Actor, zicht: Zicht, **extra: Any
) -> HttpResponse:
    verhaal = get_verhaal(zicht=zicht)
    traject = verhaal.traject_on(actor.op)
    context = {
        "zicht": zicht,
        "form": form,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "termijnen": termijnen(verhaal.termijnen_on(actor.op), traject=traject, op=actor.op),
        **extra,
    }
    name = f"_{page}_form" if request.headers.get("HX-Request") else page
    return render(request, f"web/traject/{name}.html", context)
