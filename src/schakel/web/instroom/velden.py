"""The fields about a person that the forms of the instroom share."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from schakel.base.tijd import EERSTE_DAG, LAATSTE_DAG
from schakel.dossier.queries import PersoonGegevens, Precisie

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
NAMEN = ("voornaam", "tussenvoegsel", "achternaam")
NUMMERS = ("bsn", "v_nummer")
GEBOORTE = ("geboren_dag", "geboren_maand", "geboren_jaar")
CONTACT = ("telefoon", "e_mail", "straat", "huisnummer", "postcode", "woonplaats", "klantnummer")


def tekst(label: str, longest: int, *, required: bool = False, **options: Any) -> forms.CharField:
    """Return a field of one line; what people type about others stays out of a browser's memory."""
    attrs = {"autocomplete": "off", **options.pop("attrs", {})}
    return forms.CharField(
        label=label,
        max_length=longest,
        required=required,
        widget=forms.TextInput(attrs=attrs),
        **options,
    )


class PersoonForm(forms.Form):
    """Who someone is and how to reach him; only the last name is needed."""

    voornaam = tekst("Voornaam", 80)
    tussenvoegsel = tekst("Tussenvoegsel", 20)
    achternaam = tekst(
        "Achternaam", 120, required=True, error_messages={"required": "Vul de achternaam in."}
    )
    bsn = tekst("BSN", 20, attrs={"inputmode": "numeric"})
    v_nummer = tekst("V-nummer", 20, attrs={"inputmode": "numeric"})
    telefoon = tekst("Telefoon", 40, attrs={"inputmode": "tel"})
    e_mail = forms.EmailField(
        label="E-mail",
        max_length=120,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"invalid": "Dit is geen e-mailadres. Controleer het of laat het leeg."},
    )
    straat = tekst("Straat", 120)
    huisnummer = tekst("Huisnummer", 20, help_text="met toevoeging, zoals 12 bis")
    postcode = tekst("Postcode", 10)
    woonplaats = tekst("Woonplaats", 80)
    klantnummer = tekst("Klantnummer", 40)

    def persoon(self) -> PersoonGegevens:
        """Return what was typed, as the actions take it."""
        names = (*NAMEN, *NUMMERS, *CONTACT)
        typed: dict[str, Any] = {name: self.cleaned_data.get(name) or "" for name in names}
        return PersoonGegevens(**typed)


class GeboorteForm(forms.Form):
    """A birth date of which the day, or day and month, may be unknown."""

    geboren_dag = forms.IntegerField(
        label="Geboortedag",
        required=False,
        min_value=1,
        max_value=31,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    geboren_maand = forms.TypedChoiceField(
        label="Geboortemaand",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "niet bekend"), *enumerate(MAANDEN, 1)],
    )
    geboren_jaar = forms.IntegerField(
        label="Geboortejaar",
        required=False,
        min_value=EERSTE_DAG.year,
        max_value=LAATSTE_DAG.year,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def geboorte(self) -> tuple[date, Precisie] | None:
        """Return the first day that the known part allows, or None; a wrong part gets its error."""
        day, month, year = (self.cleaned_data.get(name) for name in GEBOORTE)
        if set(GEBOORTE) & set(self.errors) or (day, month, year) == (None, None, None):
            return None
        if year is None:
            self.add_error("geboren_jaar", "Vul ook het jaar in, of laat alles leeg.")
            return None
        if day is not None and month is None:
            self.add_error("geboren_maand", "Kies ook de maand, of laat de dag leeg.")
            return None
        try:
            first = date(year, month or 1, day or 1)
        except ValueError:
            self.add_error("geboren_dag", "Deze dag bestaat niet in die maand.")
            return None
        return first, Precisie.DAG if day else Precisie.MAAND if month else Precisie.JAAR


class UuidsField(forms.MultipleChoiceField):
    """Which dossiers were ticked; what is no uuid is no tick."""

    def valid_value(self, value: str) -> bool:
        """Any may be ticked: what matters is whether the ones that were asked about are."""
        return True

    def clean(self, value: Collection[str]) -> frozenset[UUID]:
        """Return the uuids."""
        return frozenset(found for one in value or () if (found := as_uuid(one)) is not None)


def as_uuid(text: str) -> UUID | None:
    """Return the uuid in a text, or None."""
    try:
        return UUID(text)
    except ValueError:
        return None
