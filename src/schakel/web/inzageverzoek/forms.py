"""Who asks, and what of the typed words stays out."""

import re
from typing import Any

from django import forms

from schakel.toegang.inzageverzoek import Verzoek

NUMMER = re.compile(r"[0-9]{9,10}")


class NummerForm(forms.Form):
    """The number on the identity document that the person showed."""

    nummer = forms.CharField(
        label="BSN of V-nummer",
        help_text="het hele nummer, zoals het op het identiteitsbewijs staat",
        max_length=20,
        error_messages={"required": "Vul het BSN of het V-nummer in."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )

    def clean_nummer(self) -> str:
        """Return the digits alone."""
        digits = re.sub(r"[\s.-]", "", self.cleaned_data["nummer"])
        if not NUMMER.fullmatch(digits):
            raise forms.ValidationError("Een BSN heeft negen cijfers en een V-nummer tien.")
        return digits


class NakijkForm(forms.Form):
    """Which typed words are about someone else, and that all were read."""

    weglaten = forms.MultipleChoiceField(required=False)
    nagekeken = forms.BooleanField(
        label=(
            "Ik heb vastgesteld wie dit vraagt, en ik heb de teksten hierboven gelezen op wat over "
            "iemand anders gaat."
        ),
        error_messages={"required": "Zet hier een vinkje als u dat hebt gedaan."},
    )

    def __init__(self, *args: Any, verzoek: Verzoek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["weglaten"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101 - so it was made
        field.choices = [(one.sleutel, one.kop) for _, one in verzoek.proza]
