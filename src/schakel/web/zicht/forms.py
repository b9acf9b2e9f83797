"""The forms of sight: shape only; the rules check meaning."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django import forms

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.actions.betrokkenen import VerzoekGegevens
from schakel.keten.queries import Afspraak, MedewerkerRow
from schakel.toegang.queries import AccountRow
from schakel.web.fields import datum, proza


class NagaanForm(forms.Form):
    """Who, and on which day."""

    wie = forms.TypedChoiceField(label="Wie", coerce=int)
    dag = datum("Op", help_text="Een dag van vroeger of later kan ook.")

    def __init__(self, *args: Any, accounts: Iterable[AccountRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wie"].choices = [  # type: ignore[attr-defined]
            ("", "kies een medewerker"),
            *(
                (one.id, f"{organisatie}: {one.naam} ({one.rol})")
                for organisatie, rows in groupby(accounts, key=lambda one: one.organisatie)
                for one in rows
            ),
        ]


class DelenForm(forms.Form):
    """What the newcomer asks to share, with whom."""

    met = forms.ChoiceField(label="Met wie")
    categorieen = forms.MultipleChoiceField(
        label="Wat",
        widget=forms.CheckboxSelectMultiple,
        help_text="Alleen wat de inburgeraar zelf wil delen.",
    )
    woorden = proza("Wat vroeg de inburgeraar", required=True)
    gevraagd_op = datum("Gevraagd op")

    def __init__(
        self,
        *args: Any,
        kandidaten: Sequence[tuple[Afspraak, MedewerkerRow]],
        vandaag: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        named = set[Gegevenscategorie]().union(*(one.categorieen for one, _ in kandidaten))
        self.fields["met"].choices = [  # type: ignore[attr-defined]
            ("", "kies een medewerker"),
            *((f"{one.id}-{mens.id}", f"{mens.label} ({one.doel})") for one, mens in kandidaten),
        ]
        self.fields["categorieen"].choices = [  # type: ignore[attr-defined]
            (one.value, one.label) for one in Gegevenscategorie if one in named
        ]
        self.fields["gevraagd_op"].initial = vandaag

    def gegevens(self) -> VerzoekGegevens:
        """Return what was filled in; only after `is_valid()`."""
        typed = self.cleaned_data
        afspraak, medewerker = map(int, typed["met"].split("-"))
        return VerzoekGegevens(
            medewerker=medewerker,
            afspraak=afspraak,
            categorieen=frozenset(map(Gegevenscategorie, typed["categorieen"])),
            woorden=typed["woorden"],
            gevraagd_op=typed["gevraagd_op"],
        )
