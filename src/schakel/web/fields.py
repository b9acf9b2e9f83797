"""Fields that every screen asks in the same way."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

DATUM = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
EERSTE, LAATSTE = date(1900, 1, 1), date(2199, 12, 31)
BINNEN = (
    MinValueValidator(EERSTE, "Kies een dag na 1900."),
    MaxValueValidator(LAATSTE, "Kies een dag voor 2200."),
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
