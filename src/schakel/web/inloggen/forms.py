"""The forms to log in with, and to prove oneself beside a password."""

from typing import Any

from django import forms


class LoginForm(forms.Form):
    """User name and password."""

    username = forms.CharField(
        label="Gebruikersnaam",
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Wachtwoord",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """A code of the app, or one for emergencies."""

    code = forms.CharField(
        label="Code",
        max_length=20,
        help_text="De zes cijfers die de app nu toont, of een noodcode.",
        error_messages={"required": "Vul de code in."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class AppForm(forms.Form):
    """The first code of an app, as proof that it has the secret."""

    code = forms.CharField(
        label="Code uit de app",
        max_length=20,
        help_text="De zes cijfers die de app nu toont.",
        error_messages={"required": "Vul de code in."},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )


class AntwoordForm(forms.Form):
    """What a security key answered, as the browser hands it over."""

    antwoord = forms.JSONField(error_messages={"required": "Er kwam geen antwoord van de sleutel."})

    def clean_antwoord(self) -> dict[str, Any]:
        """Refuse what is no object."""
        answer = self.cleaned_data["antwoord"]
        if not isinstance(answer, dict):
            raise forms.ValidationError("Het antwoord van de sleutel is niet te lezen.")
        return answer


class SleutelForm(AntwoordForm):
    """A new security key, with a name to know it by."""

    naam = forms.CharField(
        label="Naam voor deze sleutel",
        max_length=60,
        initial="Mijn sleutel",
        help_text="Bijvoorbeeld: laptop van het werk.",
    )


class WachtwoordForm(forms.Form):
    """A password of one's own choice, twice."""

    nieuw = forms.CharField(
        label="Nieuw wachtwoord",
        max_length=200,
        help_text="Ten minste twaalf tekens. Een zin is goed te onthouden.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    nogmaals = forms.CharField(
        label="Nogmaals het nieuwe wachtwoord",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse two that differ."""
        typed = super().clean() or {}
        if typed.get("nieuw") and typed.get("nogmaals") and typed["nieuw"] != typed["nogmaals"]:
            self.add_error("nogmaals", "Dit is niet hetzelfde als hierboven.")
        return typed


class AnderWachtwoordForm(WachtwoordForm):
    """Another password, for who knows the present one."""

    huidig = forms.CharField(
        label="Huidig wachtwoord",
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ("huidig", "nieuw", "nogmaals")
