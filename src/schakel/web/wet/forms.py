"""The facts that a rule of law asks for, as a form made from the rule itself."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms
from django.http import QueryDict

from schakel.web.fields import datum
from schakel.wet.catalogus import Regel, Vraag

JA_NEE = [("", "niet ingevuld"), ("ja", "ja"), ("nee", "nee")]


class RegelForm(forms.Form):
    """One field per fact; nothing that is filled in is kept anywhere."""

    def __init__(self, *args: Any, regel: Regel, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regel = regel
        for vraag in regel.vragen:
            self.fields[_veld(vraag)] = _field(vraag, vandaag)

    def feiten(self) -> dict[str, Any]:
        """Return the facts by the names of the rule; what is left open takes its usual value."""
        found: dict[str, Any] = {}
        for vraag in self.regel.vragen:
            value = _waarde(vraag, self.cleaned_data[_veld(vraag)])
            if value is not None or (vraag.anders is None and not vraag.nodig):
                found[vraag.naam] = value
        return found


def getypt(regel: Regel, feiten: Mapping[str, Any]) -> str:
    """Return known facts as the form of the rule would send them, in one line.

    :param feiten: by the names of the rule, as an `Uitkomst` holds them
    """
    typed = QueryDict(mutable=True)
    for vraag in regel.vragen:
        found = _tekst(vraag, _feit(feiten, vraag.naam))
        if found:
            typed[_veld(vraag)] = found
    return typed.urlencode()


def _feit(feiten: Mapping[str, Any], naam: str) -> Any:
    first, *inside = naam.split(".")
    found = feiten.get(first)
    for name in inside:
        found = getattr(found, name, None)
    return found


def _tekst(vraag: Vraag, value: Any) -> str:
    """Return a fact as someone types it: the way back of `_waarde`."""
    if value is None:
        return ""
    if vraag.soort is bool:
        return "ja" if value else "nee"
    return str(value / 100 if vraag.is_bedrag else getattr(value, "value", value))


def verschillen(een: RegelForm, ander: RegelForm) -> list[str]:
    """Return the names of the facts in which two filled-in forms differ."""
    return [
        str(een.fields[name].label)
        for name in een.fields
        if een.cleaned_data[name] != ander.cleaned_data[name]
    ]


def _veld(vraag: Vraag) -> str:
    return vraag.naam.replace(".", "-")


def _field(vraag: Vraag, vandaag: date) -> forms.Field:
    label = f"{vraag.tekst[:1].upper()}{vraag.tekst[1:]}" if vraag.naam != "op" else "Peildatum"
    if vraag.soort is date:
        return datum(label, required=vraag.nodig, initial=vandaag if vraag.naam == "op" else None)
    if vraag.soort is bool:
        return forms.ChoiceField(label=label, choices=JA_NEE, required=False)
    if vraag.is_bedrag:
        return forms.DecimalField(
            label=f"{label} (euro)",
            required=vraag.nodig,
            min_value=0,
            max_digits=14,
            decimal_places=2,
        )
    if vraag.soort is int:
        return forms.IntegerField(
            label=label, required=vraag.nodig, min_value=0, max_value=1_000_000_000
        )
    if issubclass(vraag.soort, StrEnum):
        choices = [("", "niet ingevuld")] + [
            (one.value, str(getattr(one, "label", one.value))) for one in vraag.soort
        ]
        return forms.ChoiceField(label=label, choices=choices, required=vraag.nodig)
    return forms.CharField(label=label, required=False, max_length=60)


def _waarde(vraag: Vraag, value: Any) -> Any:
    if vraag.soort is bool:
        return {"ja": True, "nee": False}.get(value, False if vraag.nodig else None)
    if vraag.soort is str:
        return value
    if value in {"", None}:
        return None
    if vraag.is_bedrag:
        return int(value * 100)
    return vraag.soort(value) if issubclass(vraag.soort, StrEnum) else value
