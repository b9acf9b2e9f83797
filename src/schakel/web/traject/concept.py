"""Prepare a PIP, let it be read along, and establish it."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier, newest
from schakel.keten.queries import list_medewerkers
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.concept import (
    discard_concept,
    present_concept,
    read_concept_along,
    save_concept,
)
from schakel.traject.actions.pip import establish_pip
from schakel.traject.queries import get_verhaal
from schakel.traject.queries.concept import ConceptView, get_concept, get_concept_for
from schakel.traject.queries.tweede_paar_ogen import list_tweede_paar_ogen
from schakel.web.traject.forms.meelezen import MeelezenForm, VoorleggenForm
from schakel.web.traject.forms.pip import PIPForm
from schakel.web.traject.inhoud import (
    advies_van,
    inhoud_per_leerroute,
    regels_van,
    weglaten_voor,
)
from schakel.web.traject.screen import FORM, context_of, refused, with_values
from schakel.wet.datum import dutch_date
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn


@needs(Permission.PIP_WRITE)
@FORM
def pip(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Keep a concept PIP, or establish it."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="PIP")
    concept, seen = get_concept(zicht=zicht), newest(dossier=zicht.id)
    keeps = "bewaren" in request.POST
    form = _form(request, actor, zicht, concept, gezien=seen, keeps=keeps)
    if form.is_valid():
        try:
            return _keep(request, actor, uuid, form) if keeps else _do(request, actor, uuid, form)
        except Refusal as refusal:
            form = refused(form, refusal, gezien=newest(dossier=zicht.id))
            concept = get_concept(zicht=zicht)
            if keeps:
                form = with_values(form, versie=concept.versie if concept else 0)
    if "gezien" in form.errors:
        form = with_values(form, gezien=seen)
    context = context_of(actor, zicht, form, **_beside(actor, zicht, concept))
    page = "_pip_form" if request.headers.get("HX-Request") else "pip"
    return render(request, f"web/traject/{page}.html", context)


def _form(
    request: HttpRequest,
    actor: Actor,
    zicht: Zicht,
    concept: ConceptView | None,
    *,
    gezien: int,
    keeps: bool,
) -> PIPForm:
    dossier = get_verhaal(zicht=zicht).dossier_on(actor.op)
    begin: dict[str, Any] = {"gezien": gezien, "versie": concept.versie if concept else 0}
    known = dict(concept.waarden) if concept else {}
    if "dagtekening" in known:
        known["dagtekening"] = date.fromisoformat(known["dagtekening"])
    return PIPForm(
        request.POST or None,
        weglaten=weglaten_voor(dossier),
        concept=keeps,
        initial={**known, **begin},
    )


def _keep(request: HttpRequest, actor: Actor, uuid: UUID, form: PIPForm) -> HttpResponse:
    save_concept(
        actor=actor,
        dossier_uuid=uuid,
        waarden=form.waarden(),
        versie=form.cleaned_data["versie"] or 0,
        now=now(),
    )
    messages.success(request, "Concept bewaard. Er is nog niets besloten.")
    return redirect("pip", uuid=uuid)


def _do(request: HttpRequest, actor: Actor, uuid: UUID, form: PIPForm) -> HttpResponse:
    gegevens = form.gegevens()
    establish_pip(
        actor=actor,
        dossier_uuid=uuid,
        gegevens=gegevens,
        gezien=form.cleaned_data["gezien"],
        versie=form.cleaned_data["versie"] or 0,
        now=now(),
    )
    termijn = inburgeringstermijn(dagtekening_pip=gegevens.dagtekening).value
    messages.success(request, _established(termijn.start, termijn.last_day))
    return redirect("dossier", uuid=uuid)


def _established(start: date, last_day: date | None) -> str:
    until = "" if last_day is None else f" tot en met {dutch_date(last_day)}"
    return f"PIP vastgesteld. De inburgeringstermijn loopt van {dutch_date(start)}{until}."


def _beside(actor: Actor, zicht: Zicht, concept: ConceptView | None) -> dict[str, Any]:
    """Return what stands beside the form: the advice, what must be in it, who read it along."""
    verhaal = get_verhaal(zicht=zicht)
    dossier, traject = verhaal.dossier_on(actor.op), verhaal.traject_on(actor.op)
    inhoud = inhoud_per_leerroute(dossier=dossier, traject=traject, op=actor.op)
    people = list_tweede_paar_ogen(actor=actor, gemeente=zicht.gemeente, op=actor.op)
    names = {one.id: one.label for one in people}
    readers = [one.medewerker for one in concept.meelezingen] if concept else []
    asked = concept.voorgelegd_aan if concept else None
    return {
        "concept": concept,
        "voorleggen": VoorleggenForm(medewerkers=names, initial={"medewerker": asked or ""}),
        "advies": advies_van(traject),
        "regels": regels_van(inhoud),
        "inhoud": [(leerroute.label, found) for leerroute, found in inhoud.items()],
        "mensen": list_medewerkers(ids=[*readers, *([asked] if asked else [])]),
    }


@needs(Permission.PIP_WRITE)
@require_POST
def voorleggen(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Lay the concept before the second pair of eyes."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="concept")
    people = list_tweede_paar_ogen(actor=actor, gemeente=zicht.gemeente, op=actor.op)
    form = VoorleggenForm(request.POST, medewerkers={one.id: one.naam for one in people})
    if not form.is_valid():
        messages.error(request, "Kies wie het concept meeleest.")
        return redirect("pip", uuid=uuid)
    try:
        shared = present_concept(
            actor=actor, dossier_uuid=uuid, medewerker=form.cleaned_data["medewerker"], now=now()
        )
    except Refusal as refusal:
        messages.error(request, refusal.text)
        return redirect("pip", uuid=uuid)
    if shared:
        messages.success(request, "Voorgelegd. U ziet het hier als het is gelezen.")
    else:
        messages.warning(
            request,
            "Voorgelegd, maar deze partner kan het dossier niet zien: er is geen afspraak over "
            "het delen van gegevens van kracht.",
        )
    return redirect("pip", uuid=uuid)


@needs(Permission.PIP_WRITE)
@require_POST
def weggooien(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Throw the concept away."""
    discard_concept(actor=actor, dossier_uuid=uuid, now=now())
    messages.success(request, "Concept weggegooid. Er is niets besloten.")
    return redirect("dossier", uuid=uuid)


@needs(Permission.TEGENSPRAAK_WRITE)
@FORM
def meelezen(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Show a partner the concept PIP as far as it is shared, and take the answer."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="meelezen")
    concept = get_concept_for(actor=actor, zicht=zicht)
    form = MeelezenForm(request.POST or None, initial={"gezien": newest(dossier=zicht.id)})
    if concept and form.is_valid():
        try:
            read_concept_along(
                actor=actor,
                dossier_uuid=uuid,
                akkoord=form.cleaned_data["akkoord"] == "ja",
                opmerking=form.cleaned_data["opmerking"],
                now=now(),
            )
            messages.success(request, "Dank u. De casusregisseur ziet wat u schreef.")
            return redirect("dossier", uuid=uuid)
        except Refusal as refusal:
            form = refused(form, refusal, gezien=newest(dossier=zicht.id))
    context = context_of(actor, zicht, form, concept=concept, velden=PIPForm.base_fields)
    page = "_meelezen_form" if request.headers.get("HX-Request") else "meelezen"
    return render(request, f"web/traject/{page}.html", context)
