"""Share with a partner what the newcomer himself asks to share, and take it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions.betrokkenen import end_betrokkene, share_on_request
from schakel.dossier.queries import (
    Zicht,
    get_dossier,
    get_persoon,
    list_betrokkenen,
)
from schakel.keten.queries import (
    Afspraak,
    MedewerkerRow,
    list_medewerkers,
    list_medewerkers_van,
    list_op_verzoek,
)
from schakel.toegang.doors import needs
from schakel.web.traject.screen import FORM
from schakel.web.zicht.forms import DelenForm

VRAAG = "delen"


@needs(Permission.DOSSIER_WRITE)
@FORM
def delen(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Write down what the newcomer asked to share, and open it from today on."""
    zicht = get_dossier(actor=actor, uuid=uuid, question=VRAAG)
    kandidaten = _kandidaten(actor, zicht)
    form = DelenForm(request.POST or None, kandidaten=kandidaten, vandaag=actor.op)
    if form.is_valid():
        try:
            share_on_request(actor=actor, dossier=zicht.id, gegevens=form.gegevens())
            messages.success(request, "Vanaf vandaag wordt gedeeld wat de inburgeraar vroeg.")
            return redirect("dossier", uuid=uuid)
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
    context = {
        "zicht": zicht,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "form": form,
        "kandidaten": kandidaten,
    }
    return render(request, "web/zicht/delen.html", context)


def _kandidaten(actor: Actor, zicht: Zicht) -> list[tuple[Afspraak, MedewerkerRow]]:
    return [
        (afspraak, mens)
        for afspraak in list_op_verzoek(gemeente=zicht.gemeente, op=actor.op)
        for mens in list_medewerkers_van(organisatie=afspraak.organisatie, op=actor.op)
    ]


@needs(Permission.DOSSIER_WRITE)
@FORM
def einde(request: HttpRequest, *, actor: Actor, uuid: UUID, betrokkene: int) -> HttpResponse:
    """End a link with a medewerker from today on, after one question."""
    zicht = get_dossier(actor=actor, uuid=uuid, question=VRAAG)
    found = [one for one in list_betrokkenen(zicht=zicht) if one.id == betrokkene]
    if not found:
        raise Http404
    [link] = found
    mens = list_medewerkers(ids=[link.medewerker])[link.medewerker]
    if request.method == "POST":
        end_betrokkene(actor=actor, dossier=zicht.id, betrokkene=betrokkene)
        messages.success(request, f"{mens.naam} ziet dit dossier hierdoor niet meer.")
        return redirect("dossier", uuid=uuid)
    context = {
        "zicht": zicht,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "een": link,
        "mens": mens,
        "voorbij": link.tot is not None and link.tot <= actor.op,
    }
    return render(request, "web/zicht/einde.html", context)
