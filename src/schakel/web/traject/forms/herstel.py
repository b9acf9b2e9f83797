"""What was so instead of what the log says, and why."""

from dataclasses import fields
from datetime import date
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from django import forms

from schakel.base.event import Event, Json
from schakel.traject.queries import Herstel
from schakel.web.fields import datum
from schakel.web.traject.forms.gezien import GezienForm

FEIT = "feit_"
IDS = frozenset(
    {"tweede_deelnemer", "taalaanbieder", "gebeurtenis", "bevoegdheid", "meegelezen_door",
     "medewerker"}
)  # fmt: skip
"""Facts that point to a person, an organisation or a row: they stay as they are."""


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
    if isinstance(typed, int):
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
        return _ja_nee(label, value)
    if base is int and name not in IDS:
        return forms.IntegerField(
            label=label, initial=value, min_value=0, max_value=9999, required=not optional
        )
    choices = _choices(base, name, gemeenten)
    if not choices:
        return None
    if optional:
        choices = [("", "niet bekend"), *choices]
    initial = value.value if isinstance(value, Enum) else value
    return forms.ChoiceField(
        label=label, choices=choices, initial=initial or "", required=not optional
    )


def _ja_nee(label: str, value: bool | None) -> forms.Field:
    choices = [("", "niet bekend"), ("True", "ja"), ("False", "nee")]
    return forms.TypedChoiceField(
        label=label,
        choices=choices,
        coerce=lambda typed: typed == "True",
        empty_value=None,
        initial="" if value is None else str(value),
        required=False,
    )


def _choices(base: type, name: str, gemeenten: dict[str, str]) -> list[tuple[str, str]]:
    if name == "gemeente":
        return list(gemeenten.items())
    if issubclass(base, Enum):
        return [
            (one.value, str(getattr(one, "label", one.value)).replace("_", " ")) for one in base
        ]
    return []
