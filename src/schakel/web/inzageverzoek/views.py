"""Find who asks by number, read what was typed on others, and hand out the file."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor, Export
from schakel.base.permissions import Permission
from schakel.dossier.queries import find_for_inzageverzoek
from schakel.toegang.doors import needs
from schakel.toegang.inzageverzoek import Verzoek, gather
from schakel.toegang.queries import now
from schakel.web.inzageverzoek.bestand import pak_in
from schakel.web.inzageverzoek.forms import NakijkForm, NummerForm
from schakel.web.presentation import gemeentenamen

LIJST = "Verzoek om inzage"


@needs(Permission.INZAGEVERZOEK)
@require_http_methods(["GET", "HEAD", "POST"])
def zoek(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Lead to the dossier of a whole number, which stands in no address."""
    form = NummerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        uuid = find_for_inzageverzoek(actor=actor, nummer=form.cleaned_data["nummer"])
        if uuid is not None:
            return redirect("inzageverzoek", uuid=uuid)
        form.add_error(
            "nummer",
            "In uw gemeenten is met dit nummer geen dossier. Controleer het nummer. Klopt het, "
            "antwoord dan dat er niets over deze persoon wordt bewaard.",
        )
    return render(request, "web/inzageverzoek/zoek.html", {"form": form})


@needs(Permission.INZAGEVERZOEK)
@require_http_methods(["GET", "HEAD", "POST"])
def verzoek(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Show what there is and what was typed; posted, hand out the file."""
    found = gather(actor=actor, uuid=uuid)
    form = NakijkForm(request.POST if request.method == "POST" else None, verzoek=found)
    if form.is_valid():
        return _bestand(actor, found, form)
    gekozen = set(request.POST.getlist("weglaten"))
    context = {
        "form": form,
        "verzoek": found,
        "delen": [one for one in found.onderdelen if one.regels],
        "teksten": [
            {"regel": regel, "tekst": one, "verdacht": one.sleutel in found.verdacht,
             "weg": one.sleutel in gekozen}
            for regel, one in found.proza
        ],
        "gemeente": gemeentenamen().get(found.zicht.gemeente, ""),
        "mag_dossier": actor.may(Permission.DOSSIER_READ),
    }  # fmt: skip
    return render(request, "web/inzageverzoek/verzoek.html", context)


def _bestand(actor: Actor, found: Verzoek, form: NakijkForm) -> HttpResponse:
    weglaten = form.cleaned_data["weglaten"]
    gemeente = gemeentenamen().get(found.zicht.gemeente, "")
    packed = pak_in(found, weglaten=weglaten, at=now(), gemeente=gemeente)
    actor.exports.append(
        Export(
            lijst=LIJST,
            formaat="zip",
            keuze=f"één persoon; {len(weglaten)} teksten weggelaten",
            gemeenten=frozenset({found.zicht.gemeente}),
            regels=found.aantal,
            persoonsgegevens=True,
        )
    )
    sent_as = f'attachment; filename="inzage-{actor.op.isoformat()}.zip"'
    return HttpResponse(
        packed, content_type="application/zip", headers={"Content-Disposition": sent_as}
    )
