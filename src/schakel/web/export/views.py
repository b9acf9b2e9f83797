"""Who exported what, for who watches over that; itself a list, so it can be exported."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.toegang.doors import needs
from schakel.toegang.exports import count_exports, list_exports
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Tabel

PER_PAGINA = 50
KOP = (
    "Wanneer", "Wie", "Organisatie", "Lijst", "Keuze", "Formaat", "Regels", "Dossiers",
    "Persoonsgegevens",
)  # fmt: skip


@needs(Permission.INZAGE_READ)
@require_safe
def wie_wat(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the exports of the gemeenten in reach, the newest first."""
    text = request.GET.get("pagina", "")
    pagina = max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
    start = (pagina - 1) * PER_PAGINA
    rijen = list_exports(actor=actor, start=start, limit=PER_PAGINA)
    context = {
        "rijen": rijen,
        "totaal": count_exports(actor=actor),
        "pagina": pagina,
        "van": start + 1,
        "tot": start + len(rijen),
    }
    return render(request, "web/export/wie_wat.html", context)


@exports("Exports", "exports", Permission.INZAGE_READ)
def wie_wat_export(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return all exports of the gemeenten in reach."""
    return Tabel(
        kop=KOP,
        rijen=[
            (
                one.op,
                one.naam,
                one.organisatie,
                one.lijst,
                one.keuze,
                one.formaat,
                one.regels,
                one.dossiers,
                "ja" if one.persoonsgegevens else "nee",
            )
            for one in list_exports(actor=actor, limit=HOOGSTENS + 1)
        ],
    )
