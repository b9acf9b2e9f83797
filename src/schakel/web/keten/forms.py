"""The forms of the register of bevoegdheden: shape only; the rules check meaning."""

from collections.abc import Mapping
from typing import Any

from django import forms

from schakel.keten.actions import BevoegdheidGegevens
from schakel.keten.queries import Grondslag, SoortBesluit
from schakel.web.fields import datum


class BevoegdheidForm(forms.Form):
    """Who may take a decision for a gemeente, and what stands under the letter."""

    gemeente = forms.ChoiceField(label="Gemeente")
    soort = forms.ChoiceField(
        label="Besluit", choices=[(one.value, one.label) for one in SoortBesluit]
    )
    grondslag = forms.ChoiceField(
        label="Grondslag",
        choices=[(one.value, one.label) for one in Grondslag],
        initial=Grondslag.MANDAAT.value,
        widget=forms.RadioSelect,
    )
    bron = forms.CharField(
        label="Waar dit op rust",
        max_length=300,
        help_text="Het besluit of artikel, bijvoorbeeld: mandaatbesluit van 14 december 2021.",
    )
    orgaan = forms.CharField(
        label="Wie beslist",
        max_length=200,
        help_text="Bijvoorbeeld: het college van burgemeester en wethouders van Woerden.",
    )
    namens = forms.CharField(
        label="Namens wie is getekend",
        max_length=200,
        required=False,
        help_text="Zoals het onder de brief staat. Nodig bij mandaat en ondermandaat.",
    )
    ondertekenaar = forms.CharField(label="Naam van wie ondertekent", max_length=120)
    functie = forms.CharField(label="Functie", max_length=120)
    organisatie = forms.CharField(label="Organisatie", max_length=120)
    bezwaar_bij = forms.CharField(label="Bezwaar maken bij", max_length=200)
    bezwaar_adres = forms.CharField(
        label="Adres voor bezwaar",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Zoals op de envelop, elke regel apart.",
    )
    rechtbank = forms.CharField(label="Rechtbank voor beroep", max_length=120, required=False)
    van = datum("Eerste dag")
    tot = datum(
        "Einddatum",
        required=False,
        help_text="De dag waarop dit niet meer geldt. Leeg: geen einde.",
    )

    def __init__(self, *args: Any, gemeenten: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["gemeente"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type alone
        field.choices = list(gemeenten.items())

    def gegevens(self) -> BevoegdheidGegevens:
        """Return what was typed, as the action takes it."""
        typed = self.cleaned_data
        return BevoegdheidGegevens(
            **{
                **typed,
                "soort": SoortBesluit(typed["soort"]),
                "grondslag": Grondslag(typed["grondslag"]),
                "bezwaar_adres": tuple(
                    line.strip() for line in typed["bezwaar_adres"].splitlines() if line.strip()
                ),
            }
        )


class EindeForm(forms.Form):
    """From which day a bevoegdheid no longer holds."""

    tot = datum("Einddatum", help_text="De dag waarop deze bevoegdheid niet meer geldt.")
