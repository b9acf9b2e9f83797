"""What becomes known later: one fact at a time, and other names or contact data."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions.personen import change_persoon
from schakel.dossier.queries import (
    PersoonView,
    Zicht,
    events,
    get_dossier,
    get_persoon,
    get_persoonsgegevens,
    newest,
)
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions.dossier import Feit, record_feit
from schakel.web.instroom.forms import GezienForm, refused
from schakel.web.instroom.soorten import GEBOORTEDATUM, LATER, Soort
from schakel.web.instroom.velden import CONTACT, NAMEN, NUMMERS, GeboorteForm, PersoonForm
from schakel.web.presentation import gemeentenamen

FORM = require_http_methods(["GET", "HEAD", "POST"])


class FeitForm(GezienForm):
    """The day and the values of one kind of fact."""

    def __init__(self, *args: Any, soort: Soort, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.soort = soort
        self.aliassen = {"happened_on": soort.op}
        soort.add_to(self, gemeenten=gemeentenamen(), required=True)

    def feit(self) -> Feit | None:
        """Return what was typed."""
        return self.soort.feit(self.cleaned_data)


class GeborenForm(GezienForm, GeboorteForm):
    """A birth date, as far as it is known."""

    aliassen = {"happened_on": "geboren_jaar"}  # noqa: RUF012 - read only

    def clean(self) -> None:
        """Ask for at least the year."""
        self.geboren = self.geboorte()
        if self.geboren is None and not self.errors:
            self.add_error("geboren_jaar", "Vul in elk geval het jaar in.")

    def feit(self) -> Feit | None:
        """Return what was typed."""
        if self.geboren is None:
            return None
        born, precisie = self.geboren
        return Feit(event=events.PersonBorn(precisie=precisie), happened_on=born)


class GegevensForm(PersoonForm):
    """Names, contact data and numbers; a BSN that is known is not asked again."""

    def __init__(self, *args: Any, persoon: PersoonView, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if persoon.bsn is not None:
            del self.fields["bsn"]


@needs(Permission.DOSSIER_WRITE)
@FORM
def feit(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Record one fact that became known: first which kind, then the day and its values."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="vastleggen")
    code = request.GET.get("soort", "")
    form = _feit_form(request, code, gezien=newest(dossier=zicht.id))
    if form is not None and form.is_valid():
        told = form.feit()
        try:
            if told is None:
                raise Refusal("Vul in wat er bekend is geworden.")
            record_feit(
                actor=actor,
                dossier_uuid=uuid,
                feit=told.event,
                happened_on=told.happened_on,
                now=now(),
                gezien=form.cleaned_data["gezien"],
            )
        except Refusal as refusal:
            form = refused(form, refusal)
        else:
            messages.success(request, f"Vastgelegd: {told.event.label}.")
            return redirect("dossier", uuid=uuid)
    context = {
        **_about(actor, zicht),
        "form": form,
        "soort": LATER.get(code),
        "soorten": [(GEBOORTEDATUM, "Geboortedatum"), *((s.code, s.naam) for s in LATER.values())],
    }
    return render(request, "web/instroom/feit.html", context)


def _feit_form(request: HttpRequest, code: str, *, gezien: int) -> FeitForm | GeborenForm | None:
    if code == GEBOORTEDATUM:
        return GeborenForm(request.POST or None, gezien=gezien)
    if code in LATER:
        return FeitForm(request.POST or None, soort=LATER[code], gezien=gezien)
    return None


@needs(Permission.DOSSIER_WRITE)
@FORM
def gegevens(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Change names and contact data, and fill in numbers that became known."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="wijzigen")
    about = _about(actor, zicht)
    known = get_persoonsgegevens(actor=actor, zicht=zicht)
    names = (*NAMEN, *NUMMERS, *CONTACT)
    form = GegevensForm(
        request.POST or None,
        persoon=about["persoon"],
        initial={name: getattr(known, name) for name in names},
    )
    if form.is_valid():
        try:
            change_persoon(actor=actor, dossier_uuid=uuid, gegevens=form.persoon())
        except Refusal as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, refusal.text)
        else:
            messages.success(request, "De gegevens zijn gewijzigd.")
            return redirect("dossier", uuid=uuid)
    return render(request, "web/instroom/gegevens.html", {**about, "form": form})


def _about(actor: Actor, zicht: Zicht) -> dict[str, Any]:
    return {"zicht": zicht, "persoon": get_persoon(actor=actor, zicht=zicht)}
