"""Who was found, as a file. The search term stands in no address, no record and not in the file."""

from django.http import Http404, QueryDict

from schakel.base.actor import Actor
from schakel.dossier.queries import list_in_batches, search_ids
from schakel.web.dossier.export import dossierrijen
from schakel.web.dossier.views import KIJKEN
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Tabel
from schakel.web.fields import ZoekForm

VOLGORDE = (0, 1, 2, 3)


@exports("Zoekresultaten", "zoekresultaten", *KIJKEN)
def zoekresultaten(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return all whom the words fit."""
    form = ZoekForm(chosen)
    if not form.is_valid():
        raise Http404
    batches = list_in_batches(
        actor=actor,
        ids=search_ids(actor=actor, term=form.cleaned_data["wie"]),
        limit=HOOGSTENS + 1,
        question="export zoekresultaten",
    )
    kop, rijen = dossierrijen(actor, batches, VOLGORDE)
    return Tabel(kop=kop, rijen=rijen, keuze="een zoekopdracht (wat is gezocht, staat hier niet)")
