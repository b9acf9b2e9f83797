"""Go into what someone else sees of a dossier, and why."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.avg import Avg
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.tijd import noon
from schakel.dossier.queries import require_simulable, simulate
from schakel.toegang.doors import needs
from schakel.toegang.queries import AccountRow, actor_of, list_accounts
from schakel.traject.queries import list_onderdelen
from schakel.web.presentation import gemeentenamen
from schakel.web.zicht.forms import NagaanForm

NIET_IN_DIENST = "Op deze dag werkt dit account niet: nog niet in dienst, vertrokken of uitgezet."
TECHNISCH = ("id", "dossier", "sorteer", "geldig_tot", "persoon", "bekend_van", "bekend_tot")


@needs(Permission.ZICHT_READ)
@require_safe
def nagaan(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Show per category whether someone sees it on a day, by which agreement, and why not."""
    gemeente = require_simulable(actor=actor, uuid=uuid)
    accounts = list_accounts(actor=actor)
    form = NagaanForm(
        request.GET if "wie" in request.GET else None,
        accounts=accounts,
        initial={"dag": actor.op},
    )
    context: dict[str, Any] = {
        "uuid": uuid,
        "gemeente": gemeentenamen().get(gemeente, ""),
        "mag_openen": actor.may(Permission.DOSSIER_READ),
        "form": form,
    }
    if form.is_valid():
        chosen = form.cleaned_data
        [wie] = [one for one in accounts if one.id == chosen["wie"]]
        context |= {"wie": wie, "dag": chosen["dag"], **_seen(actor, uuid, wie, chosen["dag"])}
    return render(request, "web/zicht/nagaan.html", context)


def _seen(actor: Actor, uuid: UUID, wie: AccountRow, dag: date) -> dict[str, Any]:
    als = actor_of(account=wie.id, at=noon(dag))
    if als is None:
        return {"dicht": [NIET_IN_DIENST]}
    found = simulate(actor=actor, uuid=uuid, als=als)
    velden = velden_per_categorie()
    return {
        "dicht": found.dicht,
        "oordelen": [] if found.dicht else [
            (one, velden.get(one.categorie, ())) for one in found.oordelen
        ],
        "aantal": sum(one.open for one in found.oordelen),
    }  # fmt: skip


@cache
def velden_per_categorie() -> Mapping[Gegevenscategorie, Sequence[str]]:
    """Return what belongs to each category: fields of tables, and parts of what is told."""
    found: dict[Gegevenscategorie, list[str]] = defaultdict(list)
    for model in apps.get_models():
        avg = getattr(model, "avg", None)
        if not isinstance(avg, Avg) or not avg.over_iemand:
            continue
        for field in model._meta.concrete_fields:
            categorie = avg.opent(field.name)
            if categorie and not field.name.startswith("zoek_") and field.name not in TECHNISCH:
                name = str(model._meta.verbose_name).lower()
                found[categorie].append(f"{name}: {field.name.replace('_', ' ')}")
    for categorie, onderdelen in list_onderdelen().items():
        found[categorie] += onderdelen
    return found
