"""The forms that record a step or correct one: shape only; the rules check meaning."""

from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from django import forms

from schakel.base.event import Event, Json
from schakel.traject.actions.pip import PIPGegevens
from schakel.traject.queries import Herstel
from schakel.web.fields import datum
from schakel.wet.lijsten import Leerroute

FEIT = "feit_"


class GezienForm(forms.Form):
    """A form that knows what was on the screen when it was opened.

    `aliassen` leads a refusal that names an input of the action to the field of this form.
    """

    aliassen: dict[str, str] = {}  # noqa: RUF012 - read only
    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class PIPForm(GezienForm):
    """What a PIP decides."""

    aliassen = {"happened_on": "dagtekening"}  # noqa: RUF012 - read only
    dagtekening = datum(
        "Dagtekening", help_text="De datum op de beschikking. De dag erna begint de termijn."
    )
    leerroute = forms.ChoiceField(
        label="Leerroute",
        choices=[(route.value, route.label) for route in Leerroute],
        widget=forms.RadioSelect,
    )

    def gegevens(self) -> PIPGegevens:
        """Return what was typed, as the action takes it."""
        return PIPGegevens(
            dagtekening=self.cleaned_data["dagtekening"],
            leerroute=Leerroute(self.cleaned_data["leerroute"]),
        )


class BekekenForm(GezienForm):
    """A form with a preview. `bekeken` holds what that was about: who changes a field after it,
    looks again first.
    """

    bekeken = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1000)


class HerstelForm(BekekenForm):
    """What was so instead, for whichever kind of gebeurtenis, and why."""

    def __init__(
        self, *args: Any, event: Event, on: date, gemeenten: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        self.on = on
        self.fields["happened_on"] = datum("Datum", initial=on)
        for field in fields(event):
            made = _field(event, field.name, gemeenten)
            if made is not None:
                self.fields[f"{FEIT}{field.name}"] = made
        self.fields["reden"] = _reden()

    @property
    def vaste_feiten(self) -> dict[str, Json]:
        """The facts that stay as they are: ids of people and organisations, free codes."""
        return {
            name: value
            for name, value in self.event.facts().items()
            if f"{FEIT}{name}" not in self.fields and value not in (None, "")
        }

    def herstel(self, gebeurtenis: int) -> Herstel:
        """Return what was typed, as the action takes it."""
        facts = self.event.facts()
        for name in facts:
            if f"{FEIT}{name}" in self.fields:
                facts[name] = _plain(self.cleaned_data[f"{FEIT}{name}"])
        return Herstel(
            gebeurtenis=gebeurtenis,
            event=type(self.event).of_facts(facts),
            happened_on=self.cleaned_data["happened_on"],
            reden=self.cleaned_data["reden"],
        )

    def verandert(self, herstel: Herstel) -> bool:
        """True if anything else than the reason was filled in."""
        return herstel.event != self.event or herstel.happened_on != self.on


class NietGebeurdForm(BekekenForm):
    """Why a gebeurtenis never happened."""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["reden"] = _reden()

    @property
    def vaste_feiten(self) -> dict[str, Json]:
        """Nothing stays: it never happened."""
        return {}

    def herstel(self, gebeurtenis: int) -> Herstel:
        """Return what was typed, as the action takes it."""
        return Herstel(
            gebeurtenis=gebeurtenis,
            event=None,
            happened_on=self.on,
            reden=self.cleaned_data["reden"],
        )

    def verandert(self, herstel: Herstel) -> bool:
        """Always true: something becomes nothing."""
        return True


def kenmerk(herstel: Herstel) -> str:
    """Return what a preview was about, apart from the reason."""
    facts = herstel.event.facts() if herstel.event else "niet gebeurd"
    return f"{herstel.gebeurtenis} {herstel.happened_on.isoformat()} {facts}"


def _reden() -> forms.CharField:
    return forms.CharField(
        label="Reden",
        max_length=500,
        help_text="Bijvoorbeeld: dagtekening verkeerd overgenomen. De oude regel blijft zichtbaar.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _plain(typed: Any) -> Json:
    if isinstance(typed, bool):
        return typed
    return typed.isoformat() if isinstance(typed, date) else (typed or None)


def _field(event: Event, name: str, gemeenten: dict[str, str]) -> forms.Field | None:
    """Return the field for one fact; ids of people and organisations stay as they are."""
    kind: Any = get_type_hints(type(event))[name]
    optional = NoneType in get_args(kind)
    [base] = [option for option in get_args(kind) or (kind,) if option is not NoneType]
    value, label = getattr(event, name), name.replace("_", " ").capitalize()
    if base is date:
        return datum(label, initial=value, required=not optional)
    if base is bool:
        return forms.BooleanField(label=label, initial=value, required=False)
    choices = _choices(base, name, gemeenten)
    if not choices:
        return None
    if optional:
        choices = [("", "niet bekend"), *choices]
    initial = value.value if isinstance(value, Enum) else value
    return forms.ChoiceField(
        label=label, choices=choices, initial=initial or "", required=not optional
    )


def _choices(base: type, name: str, gemeenten: dict[str, str]) -> list[tuple[str, str]]:
    if name == "gemeente":
        return list(gemeenten.items())
    if issubclass(base, Enum):
        return [
            (one.value, str(getattr(one, "label", one.value)).replace("_", " ")) for one in base
        ]
    return []
