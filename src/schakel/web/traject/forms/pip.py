"""What a PIP decides and why; as a concept any of it may still be missing."""

from collections.abc import Mapping
from typing import Any

from django import forms

from schakel.base.event import Json
from schakel.traject.actions.pip import PIPGegevens
from schakel.web.fields import datum, proza, uren
from schakel.web.traject.forms.gezien import GezienForm
from schakel.wet.lijsten import Leerroute, Taalniveau

SECTIES = (
    ("Weging van de drie leerroutes", ("afweging_b1", "afweging_onderwijs", "afweging_z")),
    ("Besluit", ("leerroute", "niveau", "uren_leerroute", "afwijking", "dagtekening")),
    ("Begeleiding", ("begeleiding", "voortgangsgesprekken")),
    ("Participatie", ("uren_pvt", "uren_map", "pw_besluiten", "ontzorgd")),
    ("Als het van toepassing is", ("vve", "vve_afspraken", "examen_a2", "examen_knm")),
    ("Gezondheid en belastbaarheid", ("gezondheid", "belastbaarheid")),
)


class PIPForm(GezienForm):
    """All that a PIP can hold. What does not belong to this person is left out.

    :param weglaten: names of fields that do not apply to this doelgroep
    :param concept: nothing is required yet
    """

    aliassen = {"happened_on": "dagtekening"}  # noqa: RUF012 - read only
    field_order = [naam for _, namen in SECTIES for naam in namen]  # noqa: RUF012 - read only
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    dagtekening = datum(
        "Dagtekening", help_text="De datum op de beschikking. De dag erna begint de termijn."
    )
    leerroute = forms.ChoiceField(
        label="Leerroute",
        choices=[(route.value, route.label) for route in Leerroute],
        widget=forms.RadioSelect,
    )
    niveau = forms.ChoiceField(
        label="Niveau",
        choices=[("", "geen niveau"), *((one.value, one.label) for one in Taalniveau)],
        required=False,
        help_text="Kies B1 bij de B1-route en de onderwijsroute. In de Z-route A2 of geen.",
    )
    uren_leerroute = uren("Intensiteit van de leerroute", "Uren in totaal (art. 15 lid 2 Wi2021).")
    afweging_b1 = proza("Waarom de B1-route wel of niet past", required=True)
    afweging_onderwijs = proza("Waarom de onderwijsroute wel of niet past", required=True)
    afweging_z = proza("Waarom de zelfredzaamheidsroute wel of niet past", required=True)
    afwijking = proza(
        "Waarom anders dan het advies van de leerbaarheidstoets",
        help_text="Alleen als de leerroute van het advies afwijkt (art. 3:50 Awb).",
    )
    begeleiding = proza(
        "Ondersteuning en begeleiding",
        required=True,
        help_text="Wie doet wat, en hoe vaak (art. 15 lid 1 onder b Wi2021).",
    )
    voortgangsgesprekken = forms.IntegerField(
        label="Aantal voortgangsgesprekken",
        min_value=0,
        max_value=99,
        help_text="In de hele termijn (art. 5.3 Bi).",
    )
    uren_pvt = uren("Intensiteit van het PVT", "Uren in totaal (art. 15 lid 1 onder c Wi2021).")
    uren_map = uren("Intensiteit van de MAP", "Uren in totaal.")
    vve = forms.BooleanField(
        label="Er zijn afspraken over voor- en vroegschoolse educatie", required=False
    )
    vve_afspraken = proza("Afspraken over VVE")
    ontzorgd = forms.BooleanField(
        label="Ontzorging: de gemeente betaalt zes maanden de vaste lasten uit de bijstand",
        required=False,
        help_text="Bij recht op bijstand verplicht (art. 56a Pw).",
    )
    pw_besluiten = proza(
        "Besluiten op grond van de Participatiewet",
        help_text="Rechten en plichten voor participatie (art. 15 lid 3 Wi2021).",
    )
    examen_a2 = forms.BooleanField(label="Wil een taalexamen op A2 doen (Z-route)", required=False)
    examen_knm = forms.BooleanField(label="Wil het examen KNM doen (Z-route)", required=False)
    gezondheid = proza("Gezondheid", help_text="Blijft binnen het college; partners zien dit niet.")
    belastbaarheid = proza(
        "Afspraken en belastbaarheid",
        help_text="Wat iemand aankan en wat is afgesproken, zonder diagnose. Partners die "
        "begeleiden lezen dit.",
    )

    def __init__(
        self,
        *args: Any,
        weglaten: frozenset[str] = frozenset(),
        concept: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for naam in weglaten:
            del self.fields[naam]
        if concept:
            for field in self.fields.values():
                field.required = False

    @property
    def secties(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields in the order in which a person fills them in, under their headings."""
        return [
            (titel, [self[naam] for naam in namen if naam in self.fields])
            for titel, namen in SECTIES
        ]

    def gegevens(self) -> PIPGegevens:
        """Return what was typed, as the action takes it."""
        typed = {**self.cleaned_data}
        typed.pop("gezien")
        typed.pop("versie")
        typed["leerroute"] = Leerroute(typed["leerroute"])
        typed["niveau"] = Taalniveau(typed["niveau"]) if typed["niveau"] else None
        return PIPGegevens(**typed)

    def waarden(self) -> Mapping[str, Json]:
        """Return what was typed, as a concept keeps it; what was not typed is left out."""
        kept: dict[str, Json] = {}
        for naam, value in self.cleaned_data.items():
            if naam not in {"gezien", "versie"} and value not in (None, ""):
                kept[naam] = value.isoformat() if naam == "dagtekening" else value
        return kept
