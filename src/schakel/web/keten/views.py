"""What was assigned and agreed in the chain, and what is still open."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.keten.queries import list_agendapunten, list_deelafspraken, list_opdrachten
from schakel.toegang.doors import needs


@needs(Permission.KETEN_READ)
@require_safe
def keten(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the line of assignment, the open ends and the sharing agreements."""
    context = {
        "opdrachten": list_opdrachten(actor=actor),
        "agendapunten": list_agendapunten(actor=actor),
        "deelafspraken": list_deelafspraken(actor=actor),
        "op": actor.op,
    }
    return render(request, "web/keten/keten.html", context)
