"""The one form of the training region."""

from django import forms


class KlokForm(forms.Form):
    """To which day the clock goes."""

    dag = forms.DateField(
        label="Zet de klok op", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
