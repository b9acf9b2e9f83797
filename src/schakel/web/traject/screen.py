"""What the screens that record something share: the frame, and a form that keeps what was typed."""

from typing import Any, TypeVar, cast

from django.http import QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.queries import Zicht, get_persoon, list_log
from schakel.traject.queries import list_tijdlijn, verhaal_of
from schakel.web.presentation import termijnen, vandaag_op_tijd
from schakel.web.startfeiten import startfeiten_van
from schakel.web.traject.forms.gezien import GezienForm

F = TypeVar("F", bound=GezienForm)
FORM = require_http_methods(["GET", "HEAD", "POST"])


def with_values(form: F, **values: object) -> F:
    """Return the form with these values in place of what was typed; the rest is kept."""
    typed = cast("QueryDict", form.data).copy()
    for name, value in values.items():
        typed[name] = str(value)
    form.data = typed
    return form


def refused(form: F, refusal: Refusal, *, gezien: int) -> F:
    """Return the form with the refusal on it, what was typed kept, and the newest state as seen.

    :raises NotAllowed: when that is what the refusal is: nothing on the form would help
    """
    if isinstance(refusal, NotAllowed):
        raise refusal
    field = form.aliassen.get(refusal.field, refusal.field)
    form.add_error(field if field in form.fields else None, refusal.text)
    form.uitleg = refusal.uitleg
    return with_values(form, gezien=gezien)


def context_of(actor: Actor, zicht: Zicht, form: GezienForm, **extra: Any) -> dict[str, Any]:
    """Return what a screen that records something shows: the person, the terms and the form.

    Without a sight of the progress there are no terms, as on the page of the dossier; the sum
    behind a refusal is for who may see all of its facts.
    """
    rows, op = list_log(dossier=zicht.id), actor.op
    verhaal = verhaal_of(rows)
    found, traject = verhaal.termijnen_on(op), verhaal.traject_on(op)
    told = zicht.opens(Gegevenscategorie.VOORTGANG)
    if not actor.may(Permission.DOSSIER_READ):
        form.uitleg = None
    return {
        "zicht": zicht,
        "form": form,
        "persoon": get_persoon(actor=actor, zicht=zicht),
        "termijnen": termijnen(found, traject=traject, zicht=zicht, op=op) if told else [],
        "startfeiten": startfeiten_van(
            list_tijdlijn(zicht=zicht, rows=rows),
            op=op,
            pagina=reverse("dossier", args=[zicht.uuid]),
        ),
        "op_tijd": vandaag_op_tijd(found, op=op) if told else "",
        **extra,
    }
