"""The list of dossiers and the page of one: ask, translate, show."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.tijd import end_of_day
from schakel.brieven.queries import list_documenten
from schakel.dossier.queries import (
    Zicht,
    count_dossiers,
    get_dossier,
    get_dossier_as_known,
    get_persoon,
    list_betrokkenen,
    list_dossiers,
    list_huisgenoten,
    list_log,
    list_samenvoegingen,
)
from schakel.keten.queries import list_medewerkers
from schakel.logboek.queries import Row
from schakel.toegang.doors import needs
from schakel.toegang.queries import list_inzagen
from schakel.traject.queries import list_tijdlijn, list_trajecten, verhaal_of
from schakel.traject.queries.concept import ConceptView, get_concept, get_concept_for
from schakel.traject.queries.werk import punten_in
from schakel.web.dossier.forms import LijstForm
from schakel.web.dossier.overzicht import lijst_van
from schakel.web.dossier.rechten import rechten_van
from schakel.web.dossier.samen import samen_gelezen
from schakel.web.dossier.tijdlijn import tijdlijn
from schakel.web.dossier.volgende import aangeboden, verzending, volgende_van
from schakel.web.fields import BekendOpForm, ZoekForm
from schakel.web.presentation import (
    gemeentenamen,
    klaar_omdat,
    processtappen,
    termijnen,
)
from schakel.web.startfeiten import startfeiten_van

PER_PAGINA = 50
SAMENVOEGEN = {Permission.DOSSIER_WRITE, Permission.CORRECT}
KIJKEN = (Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED)


@needs(*KIJKEN)
@require_safe
def lijst(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the dossiers in sight, by name."""
    namen = {code: naam for code, naam in gemeentenamen().items() if code in actor.gemeenten}
    form = LijstForm(request.GET or None, gemeenten=namen)
    form.is_valid()
    chosen = getattr(form, "cleaned_data", {})
    gemeente, pagina = chosen.get("gemeente") or "", chosen.get("pagina") or 1
    start = (pagina - 1) * PER_PAGINA
    rows = list_dossiers(actor=actor, gemeente=gemeente, start=start, limit=PER_PAGINA)
    trajecten = list_trajecten(dossiers=[row.zicht.id for row in rows])
    return render(
        request,
        "web/dossier/lijst.html",
        {
            "form": form,
            "zoekform": ZoekForm(),
            "mag_openen": actor.may(Permission.DOSSIER_WRITE),
            "lijst": lijst_van(rows, trajecten, op=actor.op),
            "gemeenten": namen,
            "gemeente": gemeente,
            "totaal": count_dossiers(actor=actor, gemeente=gemeente),
            "van": start + 1,
            "tot": start + len(rows),
            "pagina": pagina,
        },
    )


@needs(*KIJKEN)
@require_safe
def dossier(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Show one dossier: now, or as it was known on an earlier day."""
    form = BekendOpForm(request.GET or None, vandaag=actor.op)
    bekend_op = form.cleaned_data["bekend_op"] if form.is_valid() else None
    zicht = _zicht(actor, uuid, bekend_op)
    own = actor.may(Permission.DOSSIER_READ)
    concept = get_concept(zicht=zicht)
    rows = list_log(dossier=zicht.id)
    samen = sorted({row.dossier for row in rows if row.is_read} - {zicht.id})
    story = _story(actor, zicht, rows, concept, bekend_op=bekend_op)
    return render(
        request,
        "web/dossier/dossier.html",
        {
            **_about(actor, zicht, samen, regisseur=story["feiten"].casusregisseur or 0),
            **story,
            "form": form,
            "mag_herstellen": actor.may(Permission.CORRECT) and bekend_op is None,
            "mag_wijzigen": actor.may(Permission.DOSSIER_WRITE) and bekend_op is None,
            **_beside(actor, zicht, samen, concept, bekend_op=bekend_op),
            "samen_gelezen": samen_gelezen(actor=actor, zicht=zicht, rows=rows)
            if bekend_op is None
            else [],
            "mag_nagaan": actor.may(Permission.ZICHT_READ) and bekend_op is None,
            "mag_samenvoegen": actor.permissions >= SAMENVOEGEN and bekend_op is None,
            "mag_inzageverzoek": actor.may(Permission.INZAGEVERZOEK) and bekend_op is None,
            "inzagen": list_inzagen(actor=actor, dossier=zicht.id) if own else None,
        },
    )


def _zicht(actor: Actor, uuid: UUID, bekend_op: date | None) -> Zicht:
    """Return the sight on a dossier; of the past also on one that was merged away since."""
    if bekend_op is None:
        return get_dossier(actor=actor, uuid=uuid)
    op = min(actor.op, bekend_op)
    return get_dossier_as_known(actor=actor, uuid=uuid, known_at=end_of_day(bekend_op), op=op)


def _about(actor: Actor, zicht: Zicht, samen: Sequence[int], *, regisseur: int) -> dict[str, Any]:
    betrokkenen = list_betrokkenen(zicht=zicht)
    merges = list_samenvoegingen(actor=actor, zicht=zicht) if samen else []
    named = [*(one.medewerker for one in betrokkenen), *(one.door or 0 for one in merges)]
    mensen = list_medewerkers(ids=[regisseur, *named])
    return {
        "zicht": zicht,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "gemeenten": gemeentenamen(),
        "casusregisseur": mensen[regisseur].naam if regisseur in mensen else "",
        "huisgenoten": list_huisgenoten(actor=actor, zicht=zicht, samen=samen),
        "betrokkenen": betrokkenen,
        "samenvoegingen": merges,
        "medewerkers": mensen,
        "open": {categorie.value: zicht.opens(categorie) for categorie in Gegevenscategorie},
        "gedeeld": not actor.may(Permission.DOSSIER_READ),
        "categorieen": sorted(categorie.label for categorie in zicht.categorieen),
        "vandaag": actor.op,
    }


def _beside(
    actor: Actor,
    zicht: Zicht,
    samen: Sequence[int],
    concept: ConceptView | None,
    *,
    bekend_op: date | None,
) -> dict[str, Any]:
    """Return the letters and the concept, as far as in sight; who looks back does nothing."""
    here, reads = bekend_op is None, actor.may(Permission.TEGENSPRAAK_WRITE)
    return {
        "documenten": list_documenten(zicht=zicht, samen=samen),
        "concept": concept if actor.may(Permission.PIP_WRITE) else None,
        "te_lezen": get_concept_for(actor=actor, zicht=zicht) if here and reads else None,
        "mag_tegenspreken": here and reads,
        "mag_antwoorden": here and actor.may(Permission.INTAKE_WRITE),
    }


def _story(
    actor: Actor,
    zicht: Zicht,
    rows: Sequence[Row],
    concept: ConceptView | None,
    *,
    bekend_op: date | None,
) -> dict[str, Any]:
    op = actor.op
    known_at = None if bekend_op is None else end_of_day(bekend_op)
    day = op if bekend_op is None else min(op, bekend_op)
    verhaal = verhaal_of(rows, known_at=known_at)
    feiten, traject = verhaal.dossier_on(day), verhaal.traject_on(day)
    groep = feiten.doelgroep
    klaar = klaar_omdat(feiten, zicht=zicht)
    presses = actor if bekend_op is None else None
    waiting = concept.stand if presses and concept else None
    problemen = verhaal.problems()
    lines = list_tijdlijn(zicht=zicht, rows=rows, known_at=known_at)
    punten = punten_in(verhaal, day=day, problemen=problemen, concept=waiting)
    return {
        "bekend_op": bekend_op,
        "feiten": feiten,
        "groep": groep,
        "wet": feiten.wet_eigen_controle,
        "begin": feiten.begin_plicht,
        "stappen": processtappen(traject, zicht=zicht, loopt=not klaar),
        "volgende": volgende_van(punten, traject=traject, klaar=klaar, op=day, actor=presses),
        "aangeboden": aangeboden(feiten=feiten, traject=traject, klaar=klaar, actor=actor)
        if presses
        else [],
        "verzending": verzending(traject) if zicht.opens(Gegevenscategorie.TAAL) else "",
        "tegenspraak": traject.open_tegenspraak,
        "termijnen": termijnen(verhaal.termijnen_on(day), traject=traject, zicht=zicht, op=day),
        "rechten": rechten_van(feiten, traject, zicht=zicht),
        "startfeiten": startfeiten_van(lines, op=day, known_at=known_at),
        "achterhaald": {row.id for row in rows if row.known_until is not None},
        "punten": problemen,
        "tijdlijn": tijdlijn(lines, known_at=known_at),
    }
