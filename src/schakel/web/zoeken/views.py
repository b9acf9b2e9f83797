"""Search posts: the term is in no address, no session and no log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.queries import DossierRow, find_by_number, search
from schakel.toegang.doors import needs
from schakel.traject.queries import list_trajecten
from schakel.web.dossier.overzicht import Lijst, lijst_van
from schakel.web.fields import ZoekForm
from schakel.web.presentation import gemeentenamen

MEESTE = 50


@needs(Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED)
@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Lead to the dossier of a whole number, or list whom the words fit."""
    form = ZoekForm(request.POST if request.method == "POST" else None)
    found = None
    if form.is_valid():
        zicht = find_by_number(actor=actor, term=form.cleaned_data["wie"])
        if zicht is not None:
            return redirect("dossier", uuid=zicht.uuid)
        found = search(actor=actor, term=form.cleaned_data["wie"], limit=MEESTE)
    context = {
        "form": form,
        "gezocht": found is not None,
        "lijst": _lijst(found or [], actor),
        "vol": len(found or []) == MEESTE,
        "gemeenten": gemeentenamen(),
        "mag_openen": actor.may(Permission.DOSSIER_WRITE),
    }
    return render(request, "web/zoeken/zoeken.html", context)


def _lijst(rows: list[DossierRow], actor: Actor) -> Lijst:
    trajecten = list_trajecten(dossiers=[row.zicht.id for row in rows])
    return lijst_van(rows, trajecten, op=actor.op)
