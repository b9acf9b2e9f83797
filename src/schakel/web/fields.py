"""Form fields that several screens share. They check shape; the rules check meaning."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from schakel.base.tijd import EERSTE_DAG, LAATSTE_DAG

DATUM = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
BINNEN = (
    MinValueValidator(EERSTE_DAG, "Kies een dag na 1900."),
    MaxValueValidator(LAATSTE_DAG, "Kies een dag voor 2200."),
)


def datum(label: str, **options: Any) -> forms.DateField:
    """Return a field for a day of this or a neighbouring century."""
    return forms.DateField(
        label=label,
        input_formats=DATUM,
        validators=BINNEN,
        error_messages={"invalid": "Dit is geen bestaande datum. Vul in als dag-maand-jaar."},
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        **options,
    )


def proza(label: str, *, rows: int = 3, required: bool = False, help_text: str = "") -> forms.Field:
    """Return a field for some lines of text."""
    return forms.CharField(
        label=label,
        required=required,
        help_text=help_text,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def uren(label: str, help_text: str) -> forms.Field:
    """Return a field for a number of hours in all, as DUO takes it: 0 to 9999."""
    return forms.IntegerField(label=label, help_text=help_text, min_value=0, max_value=9999)


class BekendOpForm(forms.Form):
    """The second time axis: nobody can know today what will be known tomorrow."""

    bekend_op = datum("Zoals bekend op", required=False, help_text="leeg = zoals nu bekend")

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag

    def clean_bekend_op(self) -> date | None:
        """Refuse a day that has not come."""
        day: date | None = self.cleaned_data["bekend_op"]
        if day is not None and day > self.vandaag:
            raise forms.ValidationError(
                "Deze dag moet nog komen. Kies vandaag of een eerdere dag, of laat dit leeg."
            )
        return day


class ZoekForm(forms.Form):
    """One field for whatever one knows of a person."""

    wie = forms.CharField(
        label="Zoek een persoon",
        max_length=120,
        help_text="naam, BSN, V-nummer, telefoon, straat, postcode of klantnummer",
        error_messages={"required": "Vul in wie u zoekt."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
