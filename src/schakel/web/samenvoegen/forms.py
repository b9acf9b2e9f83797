"""What someone types to find the other dossier, and to say why."""

from django import forms

from schakel.web.instroom.velden import tekst


class ZoekForm(forms.Form):
    """Whom to look for; it is posted, so that no name or number stands in an address."""

    zoek = tekst(
        "Zoek het andere dossier",
        80,
        required=True,
        help_text="naam, BSN, V-nummer, telefoon of adres",
        error_messages={"required": "Vul in wie u zoekt."},
    )


class RedenForm(forms.Form):
    """Why."""

    reden = forms.CharField(
        label="Reden",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Vul in waarom."},
    )


class SamenvoegForm(RedenForm):
    """Which other dossier, why, and what was on the screen.

    :param gezien: ids of the newest gebeurtenis of both
    """

    ander = forms.UUIDField(widget=forms.HiddenInput)
    gezien = forms.CharField(widget=forms.HiddenInput, max_length=50, required=False)
