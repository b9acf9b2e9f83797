"""Record a PIP; correct what was never so, after seeing what that changes."""

from datetime import date
from typing import Any, TypeVar, cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import DossierNotFound, Zicht, get_dossier, get_persoon
from schakel.keten.queries import list_medewerkers, list_organisaties
from schakel.logboek.queries import newest
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.pip import establish_pip
from schakel.traject.queries import Herstel, get_verhaal, preview_herstel, require_correctable
from schakel.web.dossier.presentation import gemeentenamen, termijnen, vandaag_op_tijd
from schakel.web.traject.forms import (
    GezienForm,
    HerstelForm,
    NietGebeurdForm,
    PIPForm,
    kenmerk,
)
from schakel.web.traject.preview import Verandering, describe
from schakel.wet.datum import dutch_date
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn

F = TypeVar("F", bound=GezienForm)
AnyHerstel = HerstelForm | NietGebeurdForm
FORM = require_http_methods(["GET", "HEAD", "POST"])


@needs(Permission.PIP_WRITE)
@FORM
def pip(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Establish a PIP."""
    zicht = get_dossier(actor=actor, uuid=uuid)
    seen = newest(dossier=zicht.id)
    form = PIPForm(request.POST or None, initial={"gezien": seen})
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
    if "gezien" in form.errors:
        form = with_values(form, gezien=seen)
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
    return _show(request, "herstellen", form, actor=actor, zicht=zicht, **extra)


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
        ids=[v for v in [facts.get("tweede_deelnemer")] if isinstance(v, int)]
    )
    firms = list_organisaties(ids=[v for v in [facts.get("taalaanbieder")] if isinstance(v, int)])
    names: dict[object, str] = {
        **{("tweede_deelnemer", one.id): one.naam for one in people.values()},
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


def with_values(form: F, **values: object) -> F:
    """Return the form with these values in place of what was typed; the rest is kept."""
    typed = cast("QueryDict", form.data).copy()
    for name, value in values.items():
        typed[name] = str(value)
    form.data = typed
    return form


def refused(form: F, refusal: Refusal, *, gezien: int) -> F:
    """Return the form with the refusal on it, what was typed kept, and the newest state as seen."""
    field = form.aliassen.get(refusal.field, refusal.field)
    form.add_error(field if field in form.fields else None, refusal.text)
    return with_values(form, gezien=gezien)


def _established(start: date, last_day: date | None) -> str:
    until = "" if last_day is None else f" tot en met {dutch_date(last_day)}"
    return f"PIP vastgesteld. De inburgeringstermijn loopt van {dutch_date(start)}{until}."


def _show(
    request: HttpRequest, page: str, form: GezienForm, *, actor: Actor, zicht: Zicht, **extra: Any
) -> HttpResponse:
    verhaal, op = get_verhaal(zicht=zicht), actor.op
    found, traject = verhaal.termijnen_on(op), verhaal.traject_on(op)
    context = {
        "zicht": zicht,
        "form": form,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "termijnen": termijnen(found, traject=traject, zicht=zicht, op=op),
        "op_tijd": vandaag_op_tijd(found, op=op),
        **extra,
    }
    name = f"_{page}_form" if request.headers.get("HX-Request") else page
    return render(request, f"web/traject/{name}.html", context)
