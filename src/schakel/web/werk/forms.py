"""Whose work, and when it is taken up."""

from typing import Any

from django import forms

from schakel.traject.actions.werk import VoornemenGegevens
from schakel.traject.queries.werkvoorraad import Handeling, Wie
from schakel.web.fields import datum


class WerkForm(forms.Form):
    """Which work is shown."""

    wie = forms.ChoiceField(choices=[(one.value, one.value) for one in Wie], required=False)
    gemeente = forms.ChoiceField(label="Gemeente", required=False)

    def __init__(self, *args: Any, gemeenten: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gemeente"] = forms.ChoiceField(
            label="Gemeente", required=False, choices=[("", "alle"), *gemeenten.items()]
        )


class VoornemenForm(forms.Form):
    """On which day a point of work is taken up, and how."""

    op = datum(
        "Ik pak dit op",
        help_text="Tot die dag staat het niet in de werkvoorraad. "
        "Let op de laatste dag voor het PIP.",
    )
    plan = forms.CharField(
        label="Plan", required=False, max_length=200,
        help_text="Bijvoorbeeld: eerst overleg met de tolk.",
    )  # fmt: skip

    def gegevens(self, handeling: Handeling) -> VoornemenGegevens:
        """Return what was typed, as the action takes it."""
        return VoornemenGegevens(
            handeling=handeling, op=self.cleaned_data["op"], plan=self.cleaned_data["plan"]
        )
