"""Find the other dossier of the same person, compare, confirm; and undo."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import (
    DossierRow,
    Zicht,
    find_by_number,
    get_dossier,
    get_persoon,
    list_dossiers,
    list_samenvoegingen,
    search,
)
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.samenvoeging import get_other, merge_dossiers, undo_merge
from schakel.web.presentation import gemeentenamen
from schakel.web.samenvoegen.forms import RedenForm, SamenvoegForm, ZoekForm
from schakel.web.samenvoegen.vergelijken import Vergelijking, vergelijk
from schakel.web.traject.screen import FORM

MEEST = 20
VRAAG = "samenvoegen"


@needs(Permission.CORRECT)
@FORM
def samenvoegen(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Look for the other dossier, see both beside each other, and read them as one."""
    actor.require(Permission.DOSSIER_WRITE)
    zicht = get_dossier(actor=actor, uuid=uuid, question=VRAAG)
    if "ander" in request.POST:
        return _compare(request, actor, zicht)
    zoek = ZoekForm(request.POST or None)
    found = _found(actor, zicht, zoek.cleaned_data["zoek"]) if zoek.is_valid() else None
    return _show(request, actor, zicht, zoek=zoek, gevonden=found)


def _compare(request: HttpRequest, actor: Actor, zicht: Zicht) -> HttpResponse:
    """Show both dossiers; with the button under them, read them as one."""
    confirmed = "bevestigd" in request.POST
    # A dossier that was only just chosen has no reason yet: no errors then.
    form = SamenvoegForm(request.POST) if confirmed else SamenvoegForm(initial=request.POST.dict())
    try:
        ander = get_other(actor=actor, uuid=_uuid(request))
        beside = vergelijk(actor, zicht, ander, gemeenten=gemeentenamen())
        if confirmed and form.is_valid():
            return _merge(request, actor, zicht, ander, form.cleaned_data, beside)
    except Refusal as refusal:
        messages.error(request, refusal.text)
        return _show(request, actor, zicht, zoek=ZoekForm())
    return _show(request, actor, zicht, zoek=ZoekForm(), form=form, ander=ander, naast=beside)


def _merge(
    request: HttpRequest,
    actor: Actor,
    zicht: Zicht,
    ander: Zicht,
    said: dict[str, Any],
    beside: Vergelijking,
) -> HttpResponse:
    if said["gezien"] != beside.gezien:
        raise Refusal("Intussen is in een van beide dossiers iets vastgelegd. Vergelijk opnieuw.")
    merge_dossiers(actor=actor, van=ander.uuid, naar=zicht.uuid, reden=said["reden"], now=now())
    [*_, newest] = list_samenvoegingen(actor=actor, zicht=zicht)
    undo = reverse("samenvoeging_ongedaan", args=[zicht.uuid, newest.id])
    text = 'De dossiers zijn samengevoegd. <a class="utrecht-link" href="{}">Ongedaan maken</a>'
    messages.success(request, format_html(text, undo))
    return redirect("dossier", uuid=zicht.uuid)


def _uuid(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST["ander"])
    except ValueError as wrong:
        raise Refusal("Kies een dossier uit de lijst.") from wrong


def _found(actor: Actor, zicht: Zicht, term: str) -> Sequence[DossierRow]:
    numbered = find_by_number(actor=actor, term=term)
    if numbered is not None:
        rows = list_dossiers(actor=actor, ids=[numbered.id], question=VRAAG)
    else:
        rows = search(actor=actor, term=term, limit=MEEST)
    return [row for row in rows if row.zicht.id != zicht.id]


def _show(request: HttpRequest, actor: Actor, zicht: Zicht, **extra: Any) -> HttpResponse:
    context = {
        "zicht": zicht,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "gemeenten": gemeentenamen(),
        **extra,
    }
    return render(request, "web/samenvoegen/samenvoegen.html", context)


@needs(Permission.CORRECT)
@FORM
def ongedaan(request: HttpRequest, *, actor: Actor, uuid: UUID, samenvoeging: int) -> HttpResponse:
    """Read two dossiers apart again, with a reason."""
    actor.require(Permission.DOSSIER_WRITE)
    zicht = get_dossier(actor=actor, uuid=uuid, question=VRAAG)
    known = {one.id: one for one in list_samenvoegingen(actor=actor, zicht=zicht)}
    if samenvoeging not in known:
        messages.info(request, "Deze samenvoeging is al ongedaan gemaakt.")
        return redirect("dossier", uuid=uuid)
    form = RedenForm(request.POST or None)
    if form.is_valid():
        try:
            undo_merge(
                actor=actor, naar=uuid, samenvoeging=samenvoeging, now=now(), **form.cleaned_data
            )
        except Refusal as refusal:
            messages.error(request, refusal.text)
            return redirect("dossier", uuid=uuid)
        address = reverse("dossier", args=[known[samenvoeging].uuid])
        text = 'De dossiers staan weer apart. <a class="utrecht-link" href="{}">Naar het andere</a>'
        messages.success(request, format_html(text, address))
        return redirect("dossier", uuid=uuid)
    context = {"form": form, "een": known[samenvoeging]}
    persoon = get_persoon(actor=actor, zicht=zicht)
    return render(
        request,
        "web/samenvoegen/ongedaan.html",
        {"zicht": zicht, "persoon": persoon, **context},
    )
