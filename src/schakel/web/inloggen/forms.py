"""The form to log in with."""

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
