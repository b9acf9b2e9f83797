"""Open a dossier: who it is, what is known so far, and whether we know this person already."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import DossierRow, Herkenning, events, recognise, search
from schakel.toegang.doors import needs
from schakel.toegang.queries import list_casusregisseurs, now
from schakel.traject.actions.dossier import Feit, Instroom, open_with_facts
from schakel.web.fields import datum
from schakel.web.instroom.soorten import BIJ_OPENEN
from schakel.web.instroom.velden import (
    GEBOORTE,
    NUMMERS,
    GeboorteForm,
    PersoonForm,
    UuidsField,
    as_uuid,
    tekst,
)
from schakel.web.presentation import gemeentenamen
from schakel.wet.datum import dutch_date

MOST_FAMILIES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Sectie:
    """A part of the form with what belongs together.

    :param rijen: the fields, row by row
    """

    titel: str
    uitleg: str
    rijen: Sequence[Sequence[forms.BoundField]]


SECTIES = (
    (
        "Persoon",
        "Wat nog niet bekend is, laat u leeg.",
        (("voornaam", "tussenvoegsel"), ("achternaam",), NUMMERS, GEBOORTE),
    ),
    (
        "Contact",
        "",
        (("telefoon", "klantnummer"), ("e_mail",), ("straat", "huisnummer"),
         ("postcode", "woonplaats")),
    ),
    ("Gemeente en regie", "", (("gemeente", "sinds"), ("casusregisseur",))),
    ("Gezin", "", (("gezin_zoek",),)),
    (
        "Verblijf en huisvesting",
        "",
        (("vergunning", "vergunning_op"), ("doel", "status_referent"),
         ("huisvesting", "huisvesting_op"), ("inschrijving", "inschrijving_op")),
    ),
    (
        "Opgave van DUO",
        "Zonder dag bij doelgroep of wet geldt de dag waarop de plicht begint.",
        (("plicht_op", "kennisgeving_op"), ("doelgroep", "doelgroep_op"), ("wet", "wet_op")),
    ),
)  # fmt: skip


class NieuwForm(PersoonForm, GeboorteForm):
    """Everything that may be known when someone comes in; nearly all of it may stay empty."""

    aliassen = {"happened_on": "sinds", "medewerker": "casusregisseur"}  # noqa: RUF012 - read only

    dossier = forms.UUIDField(widget=forms.HiddenInput)
    gemeente = forms.ChoiceField(label="Gemeente", error_messages={"required": "Kies de gemeente."})
    sinds = datum("Verantwoordelijk sinds", required=False, help_text="leeg = vandaag")
    gezin_zoek = tekst(
        "Hoort bij het gezin van", 80, help_text="naam, telefoon of adres van een gezinslid"
    )
    gezin = forms.ChoiceField(
        label="Welk gezin?",
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": "Kies opnieuw welk gezin het is."},
    )
    anders = UuidsField(label="Iemand anders", required=False)

    def __init__(
        self,
        *args: Any,
        bereik: Mapping[str, str],
        kandidaten: Mapping[int, str],
        gezinnen: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        one = [("", "kies een gemeente")] if len(bereik) > 1 else []
        self.fields["gemeente"].choices = [*one, *bereik.items()]  # type: ignore[attr-defined]
        none = [("", "geen van deze")] if gezinnen else []
        self.fields["gezin"].choices = [*gezinnen, *none]  # type: ignore[attr-defined]
        for soort in BIJ_OPENEN:
            soort.add_to(self, gemeenten=gemeentenamen(), required=False)
        self.fields["casusregisseur"] = forms.TypedChoiceField(
            label="Casusregisseur",
            required=False,
            coerce=int,
            empty_value=None,
            choices=[("", "nog niet toewijzen"), *kandidaten.items()],
        )

    def clean(self) -> None:
        """Look at what belongs together."""
        self.geboren = self.geboorte()
        cleaned = self.cleaned_data
        for code in ("doelgroep", "wet"):
            # DUO tells these with the plicht; who left the day empty means that day.
            if cleaned.get(code) and not cleaned.get(f"{code}_op"):
                cleaned[f"{code}_op"] = cleaned.get("plicht_op")
        for soort in BIJ_OPENEN:
            soort.check(self)
        if cleaned.get("gezin_zoek") and "gezin" not in self.data and "gezin" not in self.errors:
            self.add_error(
                "gezin_zoek", "Zoek eerst het gezin en kies wie het is, of maak dit veld leeg."
            )

    def instroom(self, *, vandaag: date) -> Instroom:
        """Return what was typed, as the action takes it."""
        cleaned = self.cleaned_data
        feiten = [soort.feit(cleaned) for soort in BIJ_OPENEN]
        if self.geboren is not None:
            born, precisie = self.geboren
            event = events.PersonBorn(precisie=precisie)
            feiten.append(Feit(event=event, happened_on=born, veld="geboren_jaar"))
        return Instroom(
            persoon=self.persoon(),
            gemeente=cleaned["gemeente"],
            sinds=cleaned["sinds"] or vandaag,
            feiten=[feit for feit in feiten if feit is not None],
            casusregisseur=cleaned["casusregisseur"],
            gezin_van=as_uuid(cleaned["gezin"]) if cleaned["gezin_zoek"] else None,
            anders_dan=cleaned["anders"],
            uuid=cleaned["dossier"],
        )

    def secties(self) -> Iterator[Sectie]:
        """Yield the parts of the page."""
        for titel, uitleg, rijen in SECTIES:
            fields = [[self[name] for name in names] for names in rijen]
            yield Sectie(titel=titel, uitleg=uitleg, rijen=fields)


@needs(Permission.DOSSIER_WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Open a dossier with all that is known, after asking whether we know the person."""
    gezinnen = search(actor=actor, term=request.POST.get("gezin_zoek", ""), limit=MOST_FAMILIES)
    form = _form(request, actor, gezinnen)
    herkenning, ticked = Herkenning(), frozenset[UUID]()
    if form.is_valid():
        instroom = form.instroom(vandaag=actor.op)
        try:
            uuid = open_with_facts(actor=actor, instroom=instroom, now=now())
        except Refusal as refusal:
            field = form.aliassen.get(refusal.field, refusal.field)
            form.add_error(field if field in form.fields else None, refusal.text)
            herkenning, ticked = _recognised(actor, instroom), instroom.anders_dan
        else:
            messages.success(request, "Het dossier is geopend.")
            return redirect("dossier", uuid=uuid)
    context = {
        "form": form,
        "herkenning": herkenning,
        "gezocht": "zoek_gezin" in request.POST,
        "gezinnen": gezinnen,
        "gemeenten": gemeentenamen(),
        "aangevinkt": ticked,
    }
    return render(request, "web/instroom/nieuw.html", context)


def _form(request: HttpRequest, actor: Actor, gezinnen: Sequence[DossierRow]) -> NieuwForm:
    namen = {code: naam for code, naam in gemeentenamen().items() if code in actor.gemeenten}
    kandidaten = {
        one.id: one.naam
        for code in namen
        for one in list_casusregisseurs(gemeente=code, op=actor.op)
    }
    initial: dict[str, Any] = {"dossier": uuid4()}
    if actor.medewerker in kandidaten:
        initial["casusregisseur"] = actor.medewerker
    asks = "zoek_gezin" in request.POST
    return NieuwForm(
        None if asks else request.POST or None,
        # Looking for a household is no sending: what was typed stays, without errors.
        initial={**initial, **request.POST.dict()} if asks else initial,
        bereik=namen,
        kandidaten=dict(sorted(kandidaten.items(), key=lambda one: one[1])),
        gezinnen=[(str(row.zicht.uuid), _gezin(row, namen)) for row in gezinnen],
    )


def _gezin(row: DossierRow, gemeenten: Mapping[str, str]) -> str:
    born = row.persoon.geboren_op
    told = [row.persoon.sorteernaam, f"geboren {dutch_date(born)}" if born else ""]
    return ", ".join(filter(None, [*told, gemeenten.get(row.zicht.gemeente, "")]))


def _recognised(actor: Actor, instroom: Instroom) -> Herkenning:
    """Return who in sight this may be, for the question on the page."""
    born, precisie = instroom.geboorte
    try:
        return recognise(
            actor=actor,
            gegevens=instroom.persoon,
            geboren_op=born,
            precisie=precisie,
            behalve=instroom.uuid,
        )
    except Refusal:
        return Herkenning()
