"""The forms of the functioneel beheerder. They check shape; the actions check meaning."""

from typing import Any

from django import forms

from schakel.base.actor import Actor
from schakel.toegang.gebruikers.actions import GebruikerGegevens
from schakel.toegang.gebruikers.queries import (
    UIT_TE_DELEN,
    list_in_bereik,
    list_werkgevers,
    list_zonder_account,
)
from schakel.toegang.queries import Rol

ROLLEN = [(rol.value, rol.value.replace("_", " ").capitalize()) for rol in UIT_TE_DELEN]
STATEN = (("", "Allemaal"), ("aan", "Aan"), ("uit", "Uitgezet"))


class ZoekForm(forms.Form):
    """Which accounts to show."""

    zoek = forms.CharField(
        label="Zoek", max_length=120, required=False, help_text="naam, functie of organisatie"
    )
    rol = forms.ChoiceField(label="Rol", choices=[("", "Alle rollen"), *ROLLEN], required=False)
    staat = forms.ChoiceField(label="Account", choices=STATEN, required=False)

    def keuze(self) -> dict[str, Any]:
        """Return what was chosen, as the query takes it."""
        typed = self.cleaned_data if self.is_valid() else {}
        staat = typed.get("staat", "")
        return {
            "zoek": typed.get("zoek", ""),
            "rol": Rol(typed["rol"]) if typed.get("rol") else None,
            "aan": None if not staat else staat == "aan",
        }


class ToegangForm(forms.Form):
    """What an account may do, and where."""

    rol = forms.ChoiceField(label="Rol", choices=[("", "Kies een rol"), *ROLLEN])
    gemeenten = forms.MultipleChoiceField(
        label="Gemeenten", required=False, widget=forms.CheckboxSelectMultiple
    )
    oidc_naam = forms.CharField(
        label="Naam bij de eigen organisatie",
        max_length=200,
        required=False,
        help_text="Alleen als iemand inlogt via de eigen organisatie, meestal het werkadres.",
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("gemeenten", [(one.code, one.naam) for one in list_in_bereik(actor=actor)])

    def _choices(self, name: str, choices: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type alone
        field.choices = choices

    def toegang(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        typed = self.cleaned_data
        return {
            "rol": Rol(typed["rol"]),
            "gemeenten": tuple(typed["gemeenten"]),
            "oidc_naam": typed["oidc_naam"],
        }


class NieuwForm(ToegangForm):
    """A new account, for someone who works here already or for someone new."""

    medewerker = forms.TypedChoiceField(
        label="Medewerker", coerce=int, empty_value=None, required=False,
        help_text="Wie al in de keten werkt en nog geen account heeft.",
    )  # fmt: skip
    naam = forms.CharField(label="Naam", max_length=120, required=False)
    functie = forms.CharField(label="Functie", max_length=80, required=False)
    organisatie = forms.TypedChoiceField(
        label="Organisatie", coerce=int, empty_value=None, required=False
    )
    username = forms.CharField(
        label="Gebruikersnaam",
        max_length=60,
        help_text="Kleine letters, cijfers, punt of streepje.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    field_order = (
        "medewerker", "naam", "functie", "organisatie", "username", "rol", "gemeenten", "oidc_naam",
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, actor=actor, **kwargs)
        people = [(one.id, one.label) for one in list_zonder_account(actor=actor)]
        self._choices("medewerker", [("", "Iemand die nieuw is"), *people])
        werkgevers = [*list_werkgevers(actor=actor).items()]
        self._choices("organisatie", [("", "Kies een organisatie"), *werkgevers])

    def gegevens(self) -> GebruikerGegevens:
        """Return what was typed, as the action takes it."""
        typed = self.cleaned_data
        return GebruikerGegevens(
            **self.toegang(),
            username=typed["username"],
            medewerker=typed["medewerker"],
            naam=typed["naam"],
            functie=typed["functie"],
            organisatie=typed["organisatie"],
        )


class RedenForm(forms.Form):
    """Why someone's second factor is taken away."""

    reden = forms.CharField(
        label="Reden, en hoe u weet wie het vraagt",
        max_length=300,
        help_text="Bijvoorbeeld: telefoon kwijt; stond zelf aan het bureau.",
        error_messages={"required": "Schrijf op waarom, en hoe u weet wie het vraagt."},
    )


class UitnodigenForm(forms.Form):
    """Where an invitation goes, if not by hand. The address is not kept."""

    e_mail = forms.EmailField(
        label="Stuur naar e-mailadres",
        required=False,
        help_text="Leeg: u ziet de link en geeft hem zelf door.",
    )
