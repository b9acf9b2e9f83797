"""Who reads a concept along, and what that person says of it."""

from collections.abc import Mapping
from typing import Any

from django import forms

from schakel.web.fields import proza
from schakel.web.traject.forms.gezien import GezienForm


class VoorleggenForm(forms.Form):
    """Before whom the concept is laid."""

    def __init__(self, *args: Any, medewerkers: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medewerker"] = forms.TypedChoiceField(
            label="Wie leest mee?", choices=[("", "kies iemand"), *medewerkers.items()], coerce=int
        )


class MeelezenForm(GezienForm):
    """Agreed or not, and what must be different."""

    akkoord = forms.ChoiceField(
        label="Klopt het concept volgens u?",
        choices=[("ja", "ja"), ("nee", "nee, er moet iets anders")],
        widget=forms.RadioSelect,
    )
    opmerking = proza("Opmerking", help_text="Kiest u ‘nee’? Schrijf dan op wat er anders moet.")
