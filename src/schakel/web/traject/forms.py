"""The forms that record a step or correct one: shape only; the rules check meaning."""

from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from django import forms

from schakel.base.event import Event
from schakel.traject.actions.pip import PIPGegevens
from schakel.traject.queries import Herstel
from schakel.web.fields import datum
from schakel.wet.lijsten import Leerroute


class GezienForm(forms.Form):
    """A form that knows what was on the screen when it was opened."""

    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class PIPForm(GezienForm):
    """What a PIP decides."""

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


class HerstelForm(GezienForm):
    """What was so instead, for whichever kind of gebeurtenis, and why."""

    def __init__(
        self, *args: Any, event: Event, on: date, gemeenten: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        self.fields["happened_on"] = datum("Datum", initial=on)
        for field in fields(event):
            made = _field(event, field.name, gemeenten)
            if made is not None:
                self.fields[f"feit_{field.name}"] = made
        self.fields["reden"] = _reden()

    def herstel(self, gebeurtenis: int) -> Herstel:
        """Return what was typed, as the action takes it."""
        facts = self.event.facts()
        for name in facts:
            if f"feit_{name}" in self.fields:
                typed = self.cleaned_data[f"feit_{name}"]
                facts[name] = typed.isoformat() if isinstance(typed, date) else (typed or None)
        return Herstel(
            gebeurtenis=gebeurtenis,
            event=type(self.event).of_facts(facts),
            happened_on=self.cleaned_data["happened_on"],
            reden=self.cleaned_data["reden"],
        )


class NietGebeurdForm(GezienForm):
    """Why a gebeurtenis never happened."""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["reden"] = _reden()

    def herstel(self, gebeurtenis: int) -> Herstel:
        """Return what was typed, as the action takes it."""
        return Herstel(
            gebeurtenis=gebeurtenis,
            event=None,
            happened_on=self.on,
            reden=self.cleaned_data["reden"],
        )


def _reden() -> forms.CharField:
    return forms.CharField(
        label="Reden",
        max_length=500,
        help_text="Bijvoorbeeld: dagtekening verkeerd overgenomen. De oude regel blijft zichtbaar.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def _field(event: Event, name: str, gemeenten: dict[str, str]) -> forms.Field | None:
    """Return the field for one fact; ids of people and organisations stay as they are."""
    kind: Any = get_type_hints(type(event))[name]
    optional = NoneType in get_args(kind)
    [base] = [option for option in get_args(kind) or (kind,) if option is not NoneType]
    value, label = getattr(event, name), name.replace("_", " ").capitalize()
    if base is date:
        return datum(label, initial=value, required=not optional)
    choices: list[tuple[str, str]] = []
    if name == "gemeente":
        choices = list(gemeenten.items())
    elif issubclass(base, Enum):
        choices = [(one.value, str(getattr(one, "label", one.value))) for one in base]
    if not choices:
        return None
    if optional:
        choices = [("", "niet bekend"), *choices]
    initial = value.value if isinstance(value, Enum) else value
    return forms.ChoiceField(
        label=label, choices=choices, initial=initial or "", required=not optional
    )
