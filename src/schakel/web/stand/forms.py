"""The two time axes of the stand van zaken."""

from django import forms

from schakel.stand.queries import Code
from schakel.web.fields import datum


class StandForm(forms.Form):
    """On which day, as known when, and with what beside it."""

    peildatum = datum("Peildatum", required=False)
    bekend_op = datum("Zoals bekend op", required=False, help_text="leeg = zoals nu bekend")
    naast = forms.BooleanField(label="Toon wat ernaast staat", required=False)


class CelForm(forms.Form):
    """One figure of the table."""

    rij = forms.ChoiceField(choices=[(code.value, code.value) for code in Code])
    gemeente = forms.RegexField(r"^\d{4}$")
