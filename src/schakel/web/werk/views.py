"""The werkvoorraad, and one point of it: why it is there, and when it is taken up."""

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier, get_persoon, list_log
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.werk import plan_werk, wake_werk
from schakel.traject.queries import list_tijdlijn, verhaal_of
from schakel.traject.queries.werkvoorraad import (
    Handeling,
    Werkregel,
    Werkvoorraad,
    Wie,
    get_werkpunt,
    get_werkvoorraad,
)
from schakel.web.presentation import gemeentenamen, termijnen
from schakel.web.startfeiten import startfeiten_van
from schakel.web.traject.screen import FORM
from schakel.web.werk.forms import VoornemenForm, WerkForm
from schakel.web.werk.knop import knop_van
from schakel.web.werk.woorden import (
    GROEPEN,
    GROEPEN_VOOR_PARTNERS,
    HANDELINGEN,
    NOTEN,
    regel_van,
)
from schakel.wet.datum import dutch_date

NIEMAND = "00000000-0000-4000-8000-000000000000"
KIJKEN = (Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED)
TABS = ((Wie.MIJN, "Mijn werk"), (Wie.TEAM, "Hele team"), (Wie.NIEMAND, "Niet toegewezen"))


@needs(*KIJKEN)
@require_safe
def werk(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show what is to be done this morning."""
    namen = {code: naam for code, naam in gemeentenamen().items() if code in actor.gemeenten}
    form = WerkForm(request.GET or None, gemeenten=namen)
    form.is_valid()
    chosen = getattr(form, "cleaned_data", {})
    wie, gemeente = wiens(actor, chosen.get("wie")), chosen.get("gemeente") or ""
    voorraad = get_werkvoorraad(actor=actor, wie=wie, op=actor.op, gemeente=gemeente)
    context = {
        "form": form,
        "wie": wie,
        "tabs": TABS if actor.may(Permission.DOSSIER_READ) else (),
        "gemeenten": namen,
        "gemeente": gemeente,
        "groepen": _groepen(voorraad, actor),
        "leeg": not any(one.aantal for one in voorraad.groepen.values()),
        "mag_plannen": actor.may(Permission.DOSSIER_WRITE),
        "vandaag": actor.op,
    }
    return render(request, "web/werk/werk.html", context)


def wiens(actor: Actor, chosen: str | None) -> Wie:
    """Return whose work is meant; who chose nothing begins with what he comes for."""
    return Wie(chosen or (Wie.MIJN if actor.may(Permission.DOSSIER_WRITE) else Wie.TEAM))


@cache
def _adres(naam: str, *woorden: str) -> tuple[str, ...]:
    """Return an address in the pieces around its words: a page full of links asks it once."""
    address = reverse(naam, args=woorden)
    pieces = []
    for woord in woorden:
        before, _, address = address.partition(woord)
        pieces.append(before)
    return (*pieces, address)


def dossier_adres(uuid: UUID) -> str:
    """Return the address of a dossier."""
    before, after = _adres("dossier", NIEMAND)
    return f"{before}{uuid}{after}"


def punt_adres(uuid: UUID, handeling: str) -> str:
    """Return the address of a point of work."""
    before, between, after = _adres("werkpunt", NIEMAND, "handeling")
    return f"{before}{uuid}{between}{handeling}{after}"


def _groepen(voorraad: Werkvoorraad, actor: Actor) -> list[dict[str, Any]]:
    own = actor.may(Permission.DOSSIER_READ)
    return [
        {
            "code": groep.value,
            "naam": naam,
            "leeg": leeg,
            "aantal": voorraad.groepen[groep].aantal,
            "regels": [_regel(one, actor) for one in voorraad.groepen[groep].regels],
            "noot": NOTEN.get(groep, ""),
        }
        for groep, (naam, leeg) in (GROEPEN if own else GROEPEN_VOOR_PARTNERS).items()
    ]


def _regel(regel: Werkregel, actor: Actor) -> dict[str, Any]:
    uuid, handeling = regel.dossier.zicht.uuid, regel.punt.handeling.value
    return {
        "naam": regel.dossier.persoon.sorteernaam,
        "dossier": dossier_adres(uuid),
        "punt": punt_adres(uuid, handeling),
        **regel_van(regel.punt, op=actor.op),
    }


@needs(*KIJKEN)
@FORM
def punt(request: HttpRequest, *, actor: Actor, uuid: UUID, handeling: str) -> HttpResponse:
    """Say why a point of work is there, and plan when it is taken up."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="werkvoorraad")
    if handeling not in set(Handeling) or not zicht.opens(Gegevenscategorie.VOORTGANG):
        raise Http404
    wat = Handeling(handeling)
    form = VoornemenForm(None if "wekken" in request.POST else request.POST or None)
    if request.method == "POST":
        actor.require(Permission.DOSSIER_WRITE)
        try:
            if "wekken" in request.POST:
                wake_werk(actor=actor, dossier_uuid=uuid, handeling=wat)
                messages.success(request, "Het werk staat weer in de werkvoorraad.")
                return redirect("werk")
            if form.is_valid():
                plan_werk(actor=actor, dossier_uuid=uuid, gegevens=form.gegevens(wat), now=now())
                messages.success(request, _gepland(form.cleaned_data["op"]))
                return redirect("werk")
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
    context = _punt(actor, zicht, wat, form)
    if context["regel"] is None and not actor.may(Permission.DOSSIER_READ):
        raise Http404
    return render(request, "web/werk/punt.html", context)


def _gepland(op: date) -> str:
    return f"Gepland op {dutch_date(op)}. Tot die dag staat het niet in uw lijst."


def _punt(actor: Actor, zicht: Zicht, wat: Handeling, form: VoornemenForm) -> dict[str, Any]:
    rows = list_log(dossier=zicht.id)
    verhaal = verhaal_of(rows)
    punt = get_werkpunt(actor=actor, zicht=zicht, handeling=wat)
    found, traject = verhaal.termijnen_on(actor.op), verhaal.traject_on(actor.op)
    return {
        "zicht": zicht,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "form": form,
        "woorden": HANDELINGEN[wat],
        "regel": None if punt is None else regel_van(punt, op=actor.op),
        "termijnen": termijnen(found, traject=traject, zicht=zicht, op=actor.op),
        "startfeiten": startfeiten_van(
            list_tijdlijn(zicht=zicht, rows=rows),
            op=actor.op,
            pagina=dossier_adres(zicht.uuid),
        ),
        "knop": knop_van(wat, traject, actor),
        "mag_plannen": actor.may(Permission.DOSSIER_WRITE),
        "mag_meelezen": wat is Handeling.PIP_MEELEZEN and actor.may(Permission.TEGENSPRAAK_WRITE),
    }
