"""Every rule of law, and a trial sum with it. Nothing that is filled in is kept or recorded."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.toegang.doors import needs
from schakel.web.wet.forms import RegelForm, verschillen
from schakel.web.wet.woorden import in_woorden
from schakel.wet.catalogus import Regel, get_regel, reken
from schakel.wet.dekking import list_niet_gerekend, list_plaatsen, search_regels

WELKE_WET = "toepasselijke_wet"
LANGSTE_BASIS = 2000
LANGSTE_ZOEKTEKST = 100


@needs(Permission.KETEN_READ)
@require_safe
def wet(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """List the rules, all or those with the words of `q`, and the articles that they name."""
    snippet = request.GET.get("q", "")[:LANGSTE_ZOEKTEKST].strip()
    context = {
        "welke": get_regel(WELKE_WET),
        "zoektekst": snippet,
        "regels": search_regels(snippet),
        "plaatsen": list_plaatsen(),
        "niet": list_niet_gerekend(),
    }
    return render(request, "web/wet/wet.html", context)


@needs(Permission.KETEN_READ)
@require_http_methods(["GET", "HEAD", "POST"])
def regel(request: HttpRequest, *, actor: Actor, naam: str) -> HttpResponse:
    """Show one rule, and what it says of the facts that were filled in.

    Facts are posted, so that they are in no address; nothing is done with them but reckon.
    """
    found = get_regel(naam)
    if found is None:
        raise Http404
    basis = QueryDict(request.POST.get("basis", "")[:LANGSTE_BASIS])
    typed = request.POST if "reken" in request.POST else basis
    form = RegelForm(typed if request.method == "POST" else None, regel=found, vandaag=actor.op)
    context: dict[str, Any] = {
        "regel": found,
        "form": form,
        "versies": found.versies,
        "voorbeelden": [
            {"naam": one.naam, "gegeven": in_woorden(one.gegeven), "dan": in_woorden(one.dan)}
            for one in found.voorbeelden
        ],
        **(_som(found, form) if form.is_bound else {}),
    }
    if context.get("uitkomst"):
        context |= _wat_als(found, form, typed=typed, basis=basis, actor=actor)
    return render(request, "web/wet/regel.html", context)


def _som(found: Regel, form: RegelForm) -> dict[str, Any]:
    """Return the outcome, or the refusal as an error of the form."""
    if not form.is_valid():
        return {}
    try:
        uitkomst = reken(found, form.feiten())
    except Refusal as refusal:
        form.add_error(None, refusal.text)
        return {}
    except (OverflowError, ValueError):
        form.add_error(None, "Met deze feiten kan niet worden gerekend. Controleer de datums.")
        return {}
    return {"uitkomst": uitkomst, "antwoord": in_woorden(uitkomst.value)}


def _wat_als(
    found: Regel, form: RegelForm, *, typed: QueryDict, basis: QueryDict, actor: Actor
) -> dict[str, Any]:
    """Return the earlier sum beside this one, and what makes this one the earlier."""
    asked = {name: typed[name] for name in form.fields if typed.get(name)}
    beside: dict[str, Any] = {"als_basis": urlencode(asked)}
    if not basis:
        return beside
    before = RegelForm(basis, regel=found, vandaag=actor.op)
    som = _som(found, before)
    if not som:
        return beside
    return {
        **beside,
        "eerst": som["uitkomst"],
        "eerst_antwoord": som["antwoord"],
        "anders": verschillen(before, form),
        "basis": basis.urlencode(),
    }
