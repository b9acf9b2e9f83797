"""The kinds of facts that one can fill in about a person: the day, the values, and the event."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from schakel.base.event import Event
from schakel.dossier.queries import events
from schakel.traject.actions.dossier import Feit
from schakel.web.fields import datum
from schakel.wet.lijsten import Doelgroep, StatusReferent, Verblijfsvergunning, Wet

ONBEKEND = ("", "nog niet bekend")
DOELEN = tuple(
    (code, code.replace("_", " "))
    for code in (
        "gezinslid", "gezin_bij_tijdelijk", "kennismigrant", "studie", "geestelijke_bedienaar",
        "niet_tijdelijk_overig",
    )
)  # fmt: skip
Gemeenten = Mapping[str, str]
Maker = Callable[[Gemeenten], forms.Field]
Waarden = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """A kind of fact on a form.

    :param naam: what one chooses it by
    :param dag: label of the day on which it happened
    :param velden: the values; the first of them is what the fact is about, the rest may be unknown
    """

    code: str
    naam: str
    dag: str
    event: Callable[[Waarden], Event]
    velden: Mapping[str, Maker] = field(default_factory=dict)
    uitleg: str = ""

    @property
    def op(self) -> str:
        """The name of the field for the day."""
        return f"{self.code}_op"

    @property
    def waarde(self) -> str:
        """The name of the field that the fact is about, or "" when the day says it all."""
        return next(iter(self.velden), "")

    def add_to(self, form: forms.Form, *, gemeenten: Gemeenten, required: bool) -> None:
        """Give a form the fields of this kind."""
        for name, make in self.velden.items():
            form.fields[name] = make(gemeenten)
            form.fields[name].required = required and name == self.waarde
        form.fields[self.op] = datum(self.dag, required=required, help_text=self.uitleg)

    def feit(self, cleaned: Waarden) -> Feit | None:
        """Return the fact in what was typed, or None when it was left empty."""
        if not cleaned.get(self.op) or (self.waarde and not cleaned.get(self.waarde)):
            return None
        return Feit(event=self.event(cleaned), happened_on=cleaned[self.op], veld=self.op)

    def check(self, form: forms.Form) -> None:
        """Put an error where half of the fact was filled in."""
        if not self.waarde or {self.op, self.waarde} & set(form.errors):
            return
        day, value = form.cleaned_data.get(self.op), form.cleaned_data.get(self.waarde)
        if value and not day:
            form.add_error(self.op, "Vul ook de dag in, of maak de keuze leeg.")
        if day and not value:
            form.add_error(self.waarde, "Maak ook een keuze, of maak de dag leeg.")


def keuze(label: str, options: Sequence[tuple[str, str]], **extra: Any) -> Maker:
    """Return what makes a field with these choices."""
    return lambda _: forms.ChoiceField(label=label, choices=[ONBEKEND, *options], **extra)


def gemeente(label: str) -> Maker:
    """Return what makes a field for a gemeente."""
    return lambda gemeenten: forms.ChoiceField(label=label, choices=[ONBEKEND, *gemeenten.items()])


def _vergunning(values: Waarden) -> Event:
    referent = values.get("status_referent")
    return events.VergunningGranted(
        vergunning=Verblijfsvergunning(values["vergunning"]),
        doel=values.get("doel") or "",
        status_referent=StatusReferent(referent) if referent else None,
    )


VERGUNNING = Soort(
    code="vergunning",
    naam="Verblijfsvergunning",
    dag="Verleend op",
    event=_vergunning,
    velden={
        "vergunning": keuze(
            "Verblijfsvergunning", [(v.value, v.label) for v in Verblijfsvergunning]
        ),
        "doel": keuze("Verblijfsdoel", DOELEN, help_text="alleen bij een reguliere vergunning"),
        "status_referent": keuze(
            "Status van de referent",
            [(status.value, status.label) for status in StatusReferent],
            help_text="alleen bij een gezinslid: de status van wie hij of zij zich voegt",
        ),
    },
)
PLICHT = Soort(
    code="plicht",
    naam="Begin van de inburgeringsplicht volgens DUO",
    dag="Begin inburgeringsplicht",
    event=lambda _: events.PlichtBegun(),
)
DOELGROEP = Soort(
    code="doelgroep",
    naam="Doelgroep volgens DUO",
    dag="Doelgroep volgens DUO sinds",
    event=lambda values: events.DoelgroepDetermined(doelgroep=Doelgroep(values["doelgroep"])),
    velden={"doelgroep": keuze("Doelgroep", [(one.value, one.label) for one in Doelgroep])},
)
WET = Soort(
    code="wet",
    naam="Toepasselijke wet volgens DUO",
    dag="Wet volgens DUO sinds",
    event=lambda values: events.WetDetermined(wet=Wet(values["wet"])),
    velden={"wet": keuze("Toepasselijke wet", [(one.value, one.label) for one in Wet])},
)
KENNISGEVING = Soort(
    code="kennisgeving",
    naam="Kennisgeving door DUO",
    dag="Kennisgeving van DUO",
    uitleg="de datum van de brief waarin DUO de plicht meldt",
    event=lambda _: events.KennisgevingSent(),
)
HUISVESTING = Soort(
    code="huisvesting",
    naam="Koppeling voor huisvesting",
    dag="Gekoppeld op",
    event=lambda values: events.HousingAssigned(gemeente=values["huisvesting"]),
    velden={"huisvesting": gemeente("Gemeente van huisvesting")},
)
INSCHRIJVING = Soort(
    code="inschrijving",
    naam="Inschrijving in de BRP",
    dag="Ingeschreven in de BRP op",
    event=lambda values: events.BRPRegistered(gemeente=values["inschrijving"]),
    velden={"inschrijving": gemeente("Gemeente van inschrijving")},
)
UITSCHRIJVING = Soort(
    code="uitschrijving",
    naam="Uitschrijving uit de BRP",
    dag="Uitgeschreven uit de BRP op",
    event=lambda _: events.BRPDeregistered(),
)

BIJ_OPENEN = (VERGUNNING, PLICHT, DOELGROEP, WET, KENNISGEVING, HUISVESTING, INSCHRIJVING)
GEBOORTEDATUM = "geboorte"
LATER = {soort.code: soort for soort in (*BIJ_OPENEN, UITSCHRIJVING)}
