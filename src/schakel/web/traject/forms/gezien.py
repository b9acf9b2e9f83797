"""What every form on a dossier has: it knows what was on the screen when it was opened."""

from django import forms


class GezienForm(forms.Form):
    """A form that knows what was on the screen when it was opened.

    `aliassen` leads a refusal that names an input of the action to the field of this form;
    `uitleg` is the sum of the law behind that refusal.
    """

    aliassen: dict[str, str] = {}  # noqa: RUF012 - read only
    uitleg: object = None
    gezien = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
