"""The forms of the steps. Each knows what its action takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms

from schakel.traject.actions.stappen import GesprekGegevens, OproepGegevens
from schakel.traject.queries import events
from schakel.web.fields import datum, proza
from schakel.web.traject.forms.gezien import GezienForm
from schakel.wet.lijsten import (
    GrondLeerbaarheidstoetsOntheffing,
    IntakeOnderwerp,
    UitslagLeerbaarheidstoets,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuzes:
    """What can be chosen in this dossier.

    :param tweede_paar_ogen: medewerkers of partners: names by id
    :param taalaanbieders: names by id
    :param vastgelegd: subjects that were laid down before
    """

    tweede_paar_ogen: Mapping[int, str] = field(default_factory=dict)
    taalaanbieders: Mapping[int, str] = field(default_factory=dict)
    vastgelegd: frozenset[IntakeOnderwerp] = frozenset()


def _keuze(label: str, names: Mapping[int, str], leeg: str, **options: Any) -> forms.Field:
    return forms.TypedChoiceField(
        label=label,
        choices=[("", leeg), *names.items()],
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "Kies iemand uit de lijst."},
        **options,
    )


class StapForm(GezienForm):
    """A step and the day on which it was taken."""

    dag = "Datum"
    hulp = ""
    alles_vrij = False
    """Any field may stay empty today, so that not each of them says so."""

    def __init__(self, *args: Any, keuzes: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_on"] = datum(self.dag, help_text=self.hulp)
        self.add_fields(keuzes)

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add the fields of this step."""

    def waarden(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        return {naam: value for naam, value in self.cleaned_data.items() if naam != "gezien"}


class UitnodigingForm(StapForm):
    """A free uitnodiging."""

    dag = "Verzonden op"
    aliassen = {"verzonden_op": "happened_on"}  # noqa: RUF012 - read only
    met_termijn = False

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add the term of an oproep, the day of the talk and who is asked to take part."""
        if self.met_termijn:
            self.fields["uiterlijk"] = datum(
                "Laatste dag van de termijn",
                help_text="Kies een werkdag: de oproep stelt deze termijn, niet de wet.",
            )
        self.fields["gesprek_op"] = datum(
            "Dag van het gesprek", required=False,
            help_text="Nog niet afgesproken? Laat dit leeg, en leg de uitnodiging opnieuw vast als "
            "u de dag weet.",
        )  # fmt: skip
        self.fields["tweede_deelnemer"] = _keuze(
            "Tweede paar ogen", keuzes.tweede_paar_ogen, "nog niemand", required=False,
            help_text="Ziet vanaf nu de afspraak, voor zover dat is afgesproken.",
        )  # fmt: skip

    def waarden(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        typed = super().waarden()
        return {"gegevens": OproepGegevens(verzonden_op=typed.pop("happened_on"), **typed)}


class OproepForm(UitnodigingForm):
    """An oproep with a term (Wi2021 14 lid 1)."""

    met_termijn = True


class GesprekForm(StapForm):
    """How the first talk was held."""

    dag = "Dag van het gesprek"

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add how it was held, with whom, and the right that must be told."""
        self.fields["vorm"] = forms.ChoiceField(
            label="Hoe is het gesprek gevoerd?",
            choices=[(one.value, one.label) for one in events.Gespreksvorm],
            widget=forms.RadioSelect,
        )
        self.fields["tweede_deelnemer"] = _keuze(
            "Wie was het tweede paar ogen?", keuzes.tweede_paar_ogen, "niemand", required=False
        )
        self.fields["gewezen_op_recht"] = forms.BooleanField(
            label="De inburgeraar is gewezen op het recht om het gesprek alleen te voeren",
            required=False,
            help_text="Dat moet altijd (art. 5.2 lid 2 Bi).",
        )
        self.fields["leest_mee"] = _keuze(
            "Wie leest achteraf mee?", keuzes.tweede_paar_ogen, "niemand", required=False,
            help_text="Alleen na een gesprek alleen: leest vanaf nu wat mag worden gedeeld.",
        )  # fmt: skip
        self.fields["reden"] = proza(
            "Reden", rows=2, help_text="Alleen bij ‘andere reden’: waarom zonder tweede paar ogen."
        )

    def waarden(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        typed = super().waarden()
        day = typed.pop("happened_on")
        typed["vorm"] = events.Gespreksvorm(typed["vorm"])
        return {"happened_on": day, "gesprek": GesprekGegevens(**typed)}


class OnderwerpenForm(StapForm):
    """What was said on each subject of the brede intake."""

    dag = "Dag van het gesprek"
    alles_vrij = True

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add a text per subject; what was laid down before may be added to."""
        for one in IntakeOnderwerp:
            done = one in keuzes.vastgelegd
            self.fields[one.value] = proza(
                one.label[:1].upper() + one.label[1:],
                help_text="Al vastgelegd. Wat u hier schrijft, komt erbij." if done else "",
            )
            if one is IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN:
                self.fields["belastbaarheid"] = proza(
                    "Afspraken en belastbaarheid",
                    help_text="Wat iemand aankan en wat is afgesproken, zonder diagnose. Alleen "
                    "dit lezen partners van het onderwerp hierboven.",
                )

    def waarden(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        typed = super().waarden()
        return {
            "happened_on": typed["happened_on"],
            "verslagen": {one: typed[one.value] for one in IntakeOnderwerp},
            "belastbaarheid": typed["belastbaarheid"],
        }


class ToetsPlannenForm(StapForm):
    """An appointment for the leerbaarheidstoets."""

    dag = "Afspraak gemaakt op"

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add the day of the test."""
        self.fields["gepland_op"] = datum("Dag van de toets")


class ToetsAfgenomenForm(StapForm):
    """The leerbaarheidstoets was taken."""

    dag = "Afgenomen op"
    verplicht = False

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add the result."""
        empty = [] if self.verplicht else [("", "nog niet ontvangen")]
        self.fields["uitslag"] = forms.ChoiceField(
            label="Uitslag",
            choices=[*empty, *((one.value, one.label) for one in UitslagLeerbaarheidstoets)],
            widget=forms.RadioSelect,
            required=self.verplicht,
        )

    def waarden(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        typed = super().waarden()
        told = typed["uitslag"]
        return {**typed, "uitslag": UitslagLeerbaarheidstoets(told) if told else None}


class UitslagForm(ToetsAfgenomenForm):
    """DUO gave its advice."""

    dag = "Ontvangen op"
    verplicht = True


class OntheffingForm(StapForm):
    """The college grants ontheffing from the leerbaarheidstoets."""

    dag = "Besloten op"

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add the ground."""
        self.fields["grond"] = forms.ChoiceField(
            label="Grond",
            choices=[(one.value, one.label) for one in GrondLeerbaarheidstoetsOntheffing],
            widget=forms.RadioSelect,
        )

    def waarden(self) -> dict[str, Any]:
        """Return what was typed, as the action takes it."""
        typed = super().waarden()
        return {**typed, "grond": GrondLeerbaarheidstoetsOntheffing(typed["grond"])}


class AanmeldenForm(StapForm):
    """The aanmelding at the taalaanbieder."""

    dag = "Aangemeld op"

    def add_fields(self, keuzes: Keuzes) -> None:
        """Add where."""
        self.fields["taalaanbieder"] = _keuze(
            "Taalaanbieder", keuzes.taalaanbieders, "kies een taalaanbieder"
        )


class VerzondenForm(StapForm):
    """The beschikking was sent or handed over."""

    dag = "Verzonden of uitgereikt op"
    hulp = "De dag erna begint de bezwaartermijn."


class NietVerschenenForm(StapForm):
    """Someone did not come."""

    dag = "Niet verschenen op"


class AfgezegdForm(StapForm):
    """An appointment was cancelled."""

    dag = "Afgezegd op"


class AbsentieForm(StapForm):
    """The intake is completed without the person."""

    dag = "Afgerond op"


class InschrijvingForm(StapForm):
    """The person enrolled of his own accord."""

    dag = "Ingeschreven op"


class IntrekkenForm(StapForm):
    """Something was withdrawn."""

    dag = "Ingetrokken op"


class TekstForm(GezienForm):
    """Some lines of text."""

    def __init__(self, *args: Any, label: str, help_text: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tekst"] = proza(label, required=True, help_text=help_text, rows=4)


def vandaag_of(day: date | None, vandaag: date) -> date:
    """Return the planned day when it has come, else today."""
    return day if day is not None and day <= vandaag else vandaag
