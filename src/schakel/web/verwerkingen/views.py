"""The register of processing (AVG art. 30), on screen and as a list to take along."""

from datetime import date

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.toegang.doors import needs
from schakel.toegang.verwerkingen import Ontvanger, Verwerking, get_register
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import Tabel
from schakel.web.fields import datum
from schakel.wet.datum import dutch_date

KOP = (
    "Doel", "Grondslag", "Van wie", "Welke gegevens", "Bijzonder", "Ontvangers", "Bewaren",
    "Tabellen",
)  # fmt: skip


class PeildatumForm(forms.Form):
    """On which day."""

    peildatum = datum("Peildatum", required=False, help_text="leeg = vandaag")


@needs(Permission.INZAGE_READ)
@require_safe
def verwerkingen(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the register of the gemeenten in reach as it was on a day."""
    form = PeildatumForm(request.GET or None)
    peildatum = _peildatum(form, actor)
    context = {
        "form": form,
        "register": get_register(actor=actor, peildatum=peildatum),
        "peildatum": peildatum,
    }
    return render(request, "web/verwerkingen/verwerkingen.html", context)


@exports("Register van verwerkingen", "register-van-verwerkingen", Permission.INZAGE_READ)
def verwerkingen_export(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the register as it was on the chosen day."""
    peildatum = _peildatum(PeildatumForm(chosen), actor)
    register = get_register(actor=actor, peildatum=peildatum)
    return Tabel(
        kop=KOP,
        rijen=[_rij(one) for one in register.verwerkingen],
        keuze=f"peildatum {dutch_date(peildatum)}",
        bijzonderheden=(
            ("Peildatum", peildatum),
            ("Verwerkingsverantwoordelijk", _colleges(register.verantwoordelijken)),
            *(("Beveiliging", one) for one in register.maatregelen),
        ),
        persoonsgegevens=False,
    )


def _peildatum(form: PeildatumForm, actor: Actor) -> date:
    chosen: date | None = form.cleaned_data.get("peildatum") if form.is_valid() else None
    return chosen or actor.op


def _colleges(namen: tuple[str, ...]) -> str:
    return f"de colleges van {', '.join(namen)}"


def _rij(one: Verwerking) -> tuple[str, ...]:
    return (
        one.doel,
        one.grondslag,
        one.wie,
        ", ".join(one.categorieen),
        " ".join(one.bijzonder),
        "\n".join(_ontvanger(ontvanger) for ontvanger in one.ontvangers),
        "; ".join(one.bewaren),
        ", ".join(one.tabellen),
    )


def _ontvanger(one: Ontvanger) -> str:
    until = f" tot {dutch_date(one.tot)}" if one.tot else ""
    return (
        f"{one.organisatie} ({one.gemeente}): {one.doel}; {one.vorm}, {one.grondslag}; vanaf "
        f"{dutch_date(one.van)}{until}; {', '.join(one.categorieen)}"
    )
