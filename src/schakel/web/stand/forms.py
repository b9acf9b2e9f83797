"""The two time axes of the stand van zaken."""

from django import forms

from schakel.web.fields import BekendOpForm, datum


class StandForm(BekendOpForm):
    """On which day, as known when, and with what beside it."""

    peildatum = datum("Peildatum", required=False, help_text="leeg = vandaag")
    naast = forms.BooleanField(label="Toon wat ernaast staat", required=False)
