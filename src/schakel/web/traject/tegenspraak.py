"""The second pair of eyes contests what was laid down, and the casusregisseur answers."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import get_dossier, newest
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions import stappen
from schakel.web.traject.forms.stappen import TekstForm
from schakel.web.traject.screen import FORM, context_of, refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekstscherm:
    """A screen on which someone writes some lines; told as a step is."""

    titel: str
    knop: str
    doe: Callable[..., None]
    klaar: str
    uitleg: str
    label: str


@needs(Permission.TEGENSPRAAK_WRITE)
@FORM
def tegenspraak(
    request: HttpRequest, *, actor: Actor, uuid: UUID, gebeurtenis: int
) -> HttpResponse:
    """Say what is not right."""
    scherm = Tekstscherm(
        titel="Klopt dit niet?",
        knop="Tegenspraak versturen",
        doe=stappen.contest,
        klaar="Verstuurd. De casusregisseur ziet het in de werkvoorraad.",
        uitleg="Schrijf op wat er volgens u anders was. Het komt in het dossier te staan, naast "
        "wat er al is vastgelegd.",
        label="Wat klopt er niet?",
    )
    return _say(request, actor, uuid, gebeurtenis, scherm)


@needs(Permission.INTAKE_WRITE)
@FORM
def antwoord(request: HttpRequest, *, actor: Actor, uuid: UUID, gebeurtenis: int) -> HttpResponse:
    """Answer what was contested."""
    scherm = Tekstscherm(
        titel="Tegenspraak beantwoorden",
        knop="Antwoord bewaren",
        doe=stappen.answer,
        klaar="Antwoord bewaard.",
        uitleg="Schrijf op wat u ermee hebt gedaan. Klopt het verslag inderdaad niet, herstel dan "
        "ook die regel in de tijdlijn.",
        label="Uw antwoord",
    )
    return _say(request, actor, uuid, gebeurtenis, scherm)


def _say(
    request: HttpRequest,
    actor: Actor,
    uuid: UUID,
    gebeurtenis: int,
    scherm: Tekstscherm,
) -> HttpResponse:
    zicht = get_dossier(actor=actor, uuid=uuid, question="tegenspraak")
    form = TekstForm(
        request.POST or None, label=scherm.label, initial={"gezien": newest(dossier=zicht.id)}
    )
    if form.is_valid():
        try:
            scherm.doe(
                actor=actor,
                dossier_uuid=uuid,
                gebeurtenis=gebeurtenis,
                tekst=form.cleaned_data["tekst"],
                now=now(),
            )
            messages.success(request, scherm.klaar)
            return redirect("dossier", uuid=uuid)
        except Refusal as refusal:
            form = refused(form, refusal, gezien=newest(dossier=zicht.id))
    context = context_of(actor, zicht, form, scherm=scherm)
    page = "_stap_form" if request.headers.get("HX-Request") else "stap"
    return render(request, f"web/traject/{page}.html", context)
