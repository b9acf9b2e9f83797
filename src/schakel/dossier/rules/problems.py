"""What does not fit among the facts about a person."""

from collections.abc import Sequence
from datetime import date

from schakel.base.event import Event, Occurrence
from schakel.base.problem import THE_WHOLE, Problem
from schakel.base.refusal import Refusal
from schakel.dossier import events
from schakel.dossier.rules.samenvoeging import conflicts
from schakel.dossier.rules.stand import DossierStand, apply_event
from schakel.wet.datum import dutch_date


def require_past(day: date, *, today: date) -> None:
    """Check that nothing is told of a day that has not come yet.

    :raises Refusal: if it is
    """
    if day > today:
        text = f"{dutch_date(day)} ligt in de toekomst. Kies vandaag of een eerdere dag."
        raise Refusal(text, field="happened_on")


def problems(occurrences: Sequence[Occurrence[Event]]) -> list[Problem]:
    """Return every fact that does not fit in the order of the others.

    :param occurrences: in order, as known at one moment
    """
    found = _unanchored(occurrences)
    last = DossierStand(op=date.max)
    for occurrence in occurrences:
        text = _objection(last, occurrence.event, occurrence.on)
        if text:
            found.append(Problem(first=occurrence.first, text=text, step=occurrence.event.label))
        last = apply_event(last, occurrence.event, occurrence.on)
    return found + conflicts(occurrences)


def _unanchored(occurrences: Sequence[Occurrence[Event]]) -> list[Problem]:
    """A dossier without an opening or a gemeente would be out of everyone's sight."""
    told = [occurrence.event for occurrence in occurrences]
    texts = []
    if not any(isinstance(event, events.DossierOpened) for event in told):
        texts.append(
            "Een dossier is altijd geopend. Sluit het dossier als het ten onrechte is geopend."
        )
    if not any(
        isinstance(one.event, events.GemeenteBecameResponsible) and one.event.per <= one.on
        for one in occurrences
    ):
        texts.append(
            "Een dossier heeft altijd een verantwoordelijke gemeente. Herstel welke gemeente het "
            "is, of leg eerst vast wie verantwoordelijk werd."
        )
    return [Problem(first=THE_WHOLE, text=text, step="dossier") for text in texts]


def _objection(stand: DossierStand, event: Event, on: date) -> str:
    match event:
        case events.PersonBorn() if stand.geboren_op is not None:
            return "De geboortedatum is al vastgelegd. Herstel die gebeurtenis als hij onjuist is."
        case events.PlichtEnded() | events.PlichtWithdrawn() if stand.einde_plicht is not None:
            return "De inburgeringsplicht was op die dag al geëindigd. Controleer de datum."
        case events.BRPDeregistered() if not stand.ingeschreven_in:
            return "Op die dag was er geen inschrijving in de BRP. Leg eerst de inschrijving vast."
        case events.DossierClosed() if stand.opened_on is None:
            return "Het dossier was op die dag nog niet geopend. Kies een latere datum."
        case events.DossierClosed() if stand.closed_on is not None:
            return "Het dossier was op die dag al gesloten. Controleer de datum."
    return ""
