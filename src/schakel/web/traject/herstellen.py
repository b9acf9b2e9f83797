"""Correct what was never so, after seeing what that changes."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import DossierNotFound, Zicht, get_dossier, newest
from schakel.keten.queries import list_medewerkers, list_organisaties
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.queries import Herstel, preview_herstel, require_correctable
from schakel.web.presentation import gemeentenamen
from schakel.web.traject.forms.gezien import GezienForm
from schakel.web.traject.forms.herstel import HerstelForm, NietGebeurdForm, kenmerk
from schakel.web.traject.preview import Verandering, describe
from schakel.web.traject.screen import FORM, context_of, refused, with_values

MENSEN = ("tweede_deelnemer", "meegelezen_door", "medewerker")
"""Facts that hold the id of a medewerker."""

AnyHerstel = HerstelForm | NietGebeurdForm


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
            changes = _look(form, herstel, zicht=zicht, op=actor.op)
            if _is_confirmed(form, herstel):
                gezien = form.cleaned_data["gezien"]
                correct_gebeurtenis(
                    actor=actor, dossier_uuid=uuid, herstel=herstel, gezien=gezien, now=now()
                )
                return _corrected(request, actor, uuid)
            form = with_values(form, bekeken=kenmerk(herstel))
        except Refusal as refusal:
            changes, form = None, refused(form, refusal, gezien=newest(dossier=zicht.id))
    extra = {"old": old, "void": void, "changes": changes, "vast": _fixed(form)}
    return _show(request, form, actor=actor, zicht=zicht, **extra)


def _look(form: AnyHerstel, herstel: Herstel, *, zicht: Zicht, op: date) -> list[Verandering]:
    """Return what a correction would change.

    :raises Refusal: as the correction itself would, or when nothing was filled in otherwise
    """
    if not form.verandert(herstel):
        raise Refusal("Er is nog niets anders ingevuld dan wat er al staat. Pas eerst iets aan.")
    preview = preview_herstel(zicht=zicht, herstel=herstel, op=op)
    return describe(preview, gemeenten=gemeentenamen())


def _is_confirmed(form: AnyHerstel, herstel: Herstel) -> bool:
    """True if the button was pressed under a preview of what is in the form now."""
    return "bevestigd" in form.data and form.cleaned_data["bekeken"] == kenmerk(herstel)


def _corrected(request: HttpRequest, actor: Actor, uuid: UUID) -> HttpResponse:
    """Go back to the dossier, or to the list when the correction took it out of sight."""
    try:
        get_dossier(actor=actor, uuid=uuid, question="herstellen")
    except DossierNotFound:
        text = "Hersteld. Het dossier hoort nu bij een gemeente buiten uw bereik."
        messages.success(request, text)
        return redirect("dossiers")
    messages.success(request, "Hersteld. De oude regel blijft zichtbaar.")
    return redirect("dossier", uuid=uuid)


def _fixed(form: AnyHerstel) -> dict[str, str]:
    """Return the facts that stay as they are, ids as the name of whom they point to."""
    facts = form.vaste_feiten
    people = list_medewerkers(
        ids=[v for v in map(facts.get, MENSEN) if isinstance(v, int)],
    )
    firms = list_organisaties(ids=[v for v in [facts.get("taalaanbieder")] if isinstance(v, int)])
    names: dict[object, str] = {
        **{(name, one.id): one.naam for name in MENSEN for one in people.values()},
        **{("taalaanbieder", pk): naam for pk, naam in firms.items()},
    }
    return {
        name.replace("_", " ").capitalize(): names.get((name, value), str(value).replace("_", " "))
        for name, value in facts.items()
    }


def _form(request: HttpRequest, zicht: Zicht, old: Occurrence[Event], *, void: bool) -> AnyHerstel:
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


def _show(
    request: HttpRequest, form: GezienForm, *, actor: Actor, zicht: Zicht, **extra: Any
) -> HttpResponse:
    page = "_herstellen_form" if request.headers.get("HX-Request") else "herstellen"
    context = context_of(actor, zicht, form, **extra)
    return render(request, f"web/traject/{page}.html", context)
