"""The second pair of eyes contests what was laid down, and the casusregisseur answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier, newest
from schakel.keten.queries import list_medewerkers
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions import stappen
from schakel.traject.queries import CONTESTABLE, Regel, events, list_tijdlijn
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
                gezien=form.cleaned_data["gezien"],
                now=now(),
            )
            messages.success(request, scherm.klaar)
            return redirect("dossier", uuid=uuid)
        except Refusal as refusal:
            form = refused(form, refusal, gezien=newest(dossier=zicht.id))
    context = context_of(actor, zicht, form, scherm=scherm, **_waarover(zicht, gebeurtenis))
    page = "_stap_form" if request.headers.get("HX-Request") else "stap"
    return render(request, f"web/traject/{page}.html", context)


def _waarover(zicht: Zicht, gebeurtenis: int) -> dict[str, Any]:
    """Return the line it is about, what was written with it and what against it, in sight."""
    lines = list_tijdlijn(zicht=zicht)
    regel = next((one for one in lines if one.row.id == gebeurtenis), None)
    if regel is None or regel.row.kind not in CONTESTABLE:
        return {}
    against = [one for one in lines if one.geldt and _contests(one, regel)]
    people = list_medewerkers(ids=[getattr(regel.event, "tweede_deelnemer", None) or 0])
    return {
        "regel": regel,
        "sjabloon": f"web/tijdlijn/{regel.row.kind}.html",
        "teksten": [("Vastgelegd", one) for one in _prose(regel)]
        + [("Tegenspraak", text) for one in against for text in _prose(one)],
        "mensen": {one.id: one.naam for one in people.values()},
    }


def _contests(one: Regel, regel: Regel) -> bool:
    event = one.event
    return isinstance(event, events.TegenspraakRecorded) and event.gebeurtenis == regel.row.first


def _prose(regel: Regel) -> list[str]:
    return [note.tekst for note in regel.row.toelichting.values()]
