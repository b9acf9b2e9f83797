"""A file with a list, which column is which, and what is to happen with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from schakel.exchange.lijst.kolommen import NODIG, Kolom
from schakel.exchange.lijst.lezen import GROOTSTE
from schakel.exchange.lijst.messages import BestandGegevens


class BestandForm(forms.Form):
    """A file of a list, new or known."""

    bestand = forms.FileField(
        label="Bestand",
        help_text="csv, xlsx of ods, met kolomkoppen. Het bestand wordt na het inlezen gewist, of "
        "na 24 uur.",
        error_messages={
            "required": "Kies het bestand met de lijst.",
            "empty": "Dit bestand is leeg. Kies het bestand met de lijst.",
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ods,.txt"}),
    )
    lijst = forms.CharField(
        label="Naam van de lijst",
        required=False,
        max_length=80,
        help_text="Onder deze naam worden de rijen een volgende keer herkend. Leeg = de "
        "bestandsnaam zonder cijfers.",
    )

    def clean_bestand(self) -> UploadedFile[bytes]:
        """Refuse what is too large before it is read."""
        found: UploadedFile[bytes] = self.cleaned_data["bestand"]
        if (found.size or 0) > GROOTSTE:
            raise forms.ValidationError(
                "Dit bestand is groter dan 25 MB. Deel de lijst op en lees de delen in."
            )
        return found

    def gegevens(self, *, door: int) -> BestandGegevens:
        """Return the file as the action takes it."""
        found: UploadedFile[bytes] = self.cleaned_data["bestand"]
        return BestandGegevens(
            naam=found.name or "lijst",
            inhoud=found.read(),
            lijst=self.cleaned_data["lijst"],
            door=door,
        )


class KolommenForm(forms.Form):
    """Which column of ours each heading of the file is."""

    def __init__(
        self, *args: Any, kop: Sequence[str], kolommen: Mapping[int, Kolom], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "niet gebruiken")] + [(kolom.value, kolom.value) for kolom in Kolom]
        for place, text in enumerate(kop):
            found = kolommen.get(place)
            self.fields[f"kolom_{place}"] = forms.ChoiceField(
                label=text or f"kolom {place + 1} (zonder kop)",
                choices=choices,
                required=False,
                initial=found.value if found else "",
            )

    def clean(self) -> dict[str, Any]:
        """Refuse a column that is pointed out twice, or a needed one that is not."""
        chosen = Counter(value for value in self.cleaned_data.values() if value)
        double = [name for name, count in chosen.items() if count > 1]
        if double:
            raise forms.ValidationError(f"‘{double[0]}’ is twee keer gekozen. Kies één kolom.")
        lacking = [kolom.value for kolom in NODIG if kolom.value not in chosen]
        if lacking:
            raise forms.ValidationError(f"Wijs ook aan welke kolom ‘{lacking[0]}’ is.")
        return self.cleaned_data

    def kolommen(self) -> dict[int, Kolom]:
        """Return which column of ours each one is, by place."""
        return {
            int(name.removeprefix("kolom_")): Kolom(value)
            for name, value in self.cleaned_data.items()
            if value
        }


class InlezenForm(forms.Form):
    """Bring in what is good."""

    alles_of_niets = forms.BooleanField(
        label="Lees niets in als er nog een rij wordt geweigerd", required=False
    )
