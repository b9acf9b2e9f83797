"""Say who the casusregisseur of a dossier is."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier, get_persoon, newest
from schakel.keten.queries import MedewerkerRow, list_medewerkers
from schakel.toegang.doors import needs
from schakel.toegang.queries import list_casusregisseurs, now
from schakel.traject.actions.dossier import assign_casusregisseur
from schakel.web.instroom.forms import GezienForm, refused


class ToewijzenForm(GezienForm):
    """Who, and why when it was someone else."""

    medewerker = forms.TypedChoiceField(label="Casusregisseur", coerce=int)
    reden = forms.CharField(
        label="Reden",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self, *args: Any, kandidaten: Sequence[MedewerkerRow], wisselt: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"].choices = [  # type: ignore[attr-defined]
            ("", "kies een casusregisseur"),
            *((one.id, f"{one.naam} ({one.organisatie_naam})") for one in kandidaten),
        ]
        self.fields["reden"].required = wisselt
        if not wisselt:
            del self.fields["reden"]


@needs(Permission.DOSSIER_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def casusregisseur(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Assign the casusregisseur, or another one with the reason why."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="toewijzen")
    able = list_casusregisseurs(gemeente=zicht.gemeente, op=actor.op)
    form = ToewijzenForm(
        request.POST or None,
        kandidaten=[one for one in able if one.id != zicht.casusregisseur],
        wisselt=zicht.casusregisseur is not None,
        gezien=newest(dossier=zicht.id),
    )
    if form.is_valid():
        try:
            return _assigned(request, actor, zicht, form.cleaned_data)
        except Refusal as refusal:
            form = refused(form, refusal)
    context = {
        "zicht": zicht,
        "form": form,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "nu": list_medewerkers(ids=[zicht.casusregisseur or 0]).get(zicht.casusregisseur or 0),
        "kandidaten": len(form.fields["medewerker"].choices) - 1,  # type: ignore[attr-defined]
    }
    return render(request, "web/instroom/casusregisseur.html", context)


def _assigned(
    request: HttpRequest, actor: Actor, zicht: Zicht, chosen: dict[str, Any]
) -> HttpResponse:
    assign_casusregisseur(
        actor=actor,
        dossier_uuid=zicht.uuid,
        medewerker=chosen["medewerker"],
        reden=chosen.get("reden", ""),
        now=now(),
        gezien=chosen["gezien"],
    )
    name = list_medewerkers(ids=[chosen["medewerker"]])[chosen["medewerker"]].naam
    messages.success(request, f"{name} is nu de casusregisseur.")
    return redirect("dossier", uuid=zicht.uuid)
