"""What does not fit in the order of steps and facts: impossible, or only incomplete."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from schakel.base.event import Event, Occurrence
from schakel.base.problem import Problem
from schakel.dossier.rules import DossierStand, disagreements
from schakel.dossier.rules import fold as fold_dossier
from schakel.traject import events
from schakel.traject.rules.order import Gebrek, impossible, incomplete
from schakel.traject.rules.stand import TrajectStand, after
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Wet

EENMALIG = frozenset(
    {
        events.LeerbaarheidstoetsTaken, events.LeerbaarheidstoetsUitslagReceived,
        events.LeerbaarheidstoetsExempted, events.PIPEstablished,
    }
)  # fmt: skip
"""Of two logs that are read as one, only one can be right about these."""

GEEN = Gebrek("")


def problems(
    *, steps: Sequence[Occurrence[Event]], feiten: Sequence[Occurrence[Event]]
) -> list[Problem]:
    """Return every step that does not fit among the others and the facts about the person.

    :param steps: the occurrences of this room, in order, as known at one moment
    :param feiten: those of `dossier`, likewise
    """
    found: list[Problem] = []
    stand = TrajectStand(op=date.max)
    for step in steps:
        dossier = fold_dossier(feiten, op=step.on)
        person = _closed(dossier, step.on), _aanmelding_elsewhere(dossier, step.event)
        for text in filter(None, [*person, impossible(stand, step.event, step.on)]):
            found.append(Problem(first=step.first, text=text, step=_name(step)))
        gaps = incomplete(stand, step.event, step.on, dossier=dossier)
        found += [_problem(step, gap, impossible=False) for gap in gaps]
        if isinstance(step.event, events.PIPEstablished):
            later = fold_dossier(feiten, op=date.max)
            found += _pip(step, step.event, dossier=dossier, later=later, stand=stand)
        stand = after(stand, step.event, step.on)
    return found + disagreements(steps, kinds=EENMALIG, where=lambda one: None)


def _name(step: Occurrence[Event]) -> str:
    return f"{step.event.label} op {dutch_date(step.on)}"


def _closed(dossier: DossierStand, on: date) -> str:
    if dossier.closed_on is None or on <= dossier.closed_on:
        return ""
    return (
        f"Het dossier is gesloten op {dutch_date(dossier.closed_on)}. Kies een datum op of voor "
        "die dag, of heropen het dossier."
    )


def _aanmelding_elsewhere(dossier: DossierStand, event: Event) -> str:
    if not isinstance(event, events.AanmeldingMade):
        return ""
    return _other_gemeente(dossier, event.gemeente)


def _pip(
    step: Occurrence[Event],
    event: events.PIPEstablished,
    *,
    dossier: DossierStand,
    later: DossierStand,
    stand: TrajectStand,
) -> list[Problem]:
    """Check a PIP against the person's facts (Wi2021 3, 14, 15) and against DUO's own rules."""
    impossible = [
        _other_law(dossier),
        _before_plicht(later, step.on, bevestigd=True),
        Gebrek(_before_settlement(later, event.gemeente, step.on)),
        Gebrek(_other_gemeente(dossier, event.gemeente)),
    ]
    incomplete = [
        _before_plicht(later, step.on, bevestigd=False),
        Gebrek(_unregistered(later)),
        _unknown_doelgroep(dossier),
        _without_intake(stand),
        Gebrek(_without_leerbaarheidstoets(stand, event.gemeente)),
    ]
    return [
        _problem(step, gebrek, impossible=is_impossible)
        for gebreken, is_impossible in ((impossible, True), (incomplete, False))
        for gebrek in gebreken
        if gebrek.tekst
    ]


def _problem(step: Occurrence[Event], gebrek: Gebrek, *, impossible: bool) -> Problem:
    return Problem(
        first=step.first,
        text=gebrek.tekst,
        step=_name(step),
        impossible=impossible,
        uitleg=gebrek.uitleg,
    )


def _other_law(dossier: DossierStand) -> Gebrek:
    """An answer of DUO has no sum; our own check has."""
    if dossier.wet is not Wet.WI2013:
        return GEEN
    return Gebrek(
        "Deze persoon valt onder de oude wet; daar hoort geen PIP bij. Vraag DUO bij twijfel.",
        None if dossier.wet_volgens_duo else dossier.wet_eigen_controle,
    )


def _before_plicht(later: DossierStand, on: date, *, bevestigd: bool) -> Gebrek:
    """Without DUO's begindatum our own check says when the plicht began: that may be wrong."""
    found = replace(later, op=on).begin_plicht
    begin = found.value
    if begin.dag is None or begin.dag <= on or begin.bevestigd is not bevestigd:
        return GEEN
    if bevestigd:
        return Gebrek(
            f"De inburgeringsplicht begint pas op {dutch_date(begin.dag)}. "
            "Kies een dagtekening op of na die dag.",
            found,
        )
    return Gebrek(
        f"De inburgeringsplicht begint pas op {dutch_date(begin.dag)}, voor zover nu bekend: DUO "
        "heeft dat nog niet bevestigd. Leg de begindatum van DUO vast, of kies een dagtekening op "
        "of na die dag.",
        found,
    )


def _before_settlement(later: DossierStand, gemeente: str, on: date) -> str:
    days = [day for code, day in later.inschrijvingen if code == gemeente]
    if not days or min(days) <= on:
        return ""
    return (
        f"De vestiging in de gemeente is pas op {dutch_date(min(days))}. "
        "Kies een dagtekening op of na die dag."
    )


def _other_gemeente(dossier: DossierStand, gemeente: str) -> str:
    if dossier.gemeente in {"", gemeente}:
        return ""
    return (
        "Op die dag was een andere gemeente verantwoordelijk. Controleer de datum, of leg "
        "eerst vast sinds wanneer de gemeente verantwoordelijk is."
    )


def _unregistered(later: DossierStand) -> str:
    if later.inschrijvingen:
        return ""
    return "De inschrijving in de BRP is nog niet bekend. Leg die eerst vast."


def _unknown_doelgroep(dossier: DossierStand) -> Gebrek:
    groep = dossier.doelgroep
    if groep.value is not None:
        return GEEN
    return Gebrek(
        "De doelgroep is nog niet bekend. Leg eerst de verblijfsvergunning of DUO’s opgave vast.",
        groep,
    )


def _without_intake(stand: TrajectStand) -> Gebrek:
    if stand.brede_intake_op is None:
        return Gebrek("De brede intake is nog niet gestart. Leg eerst de brede intake vast.")
    missing = stand.ontbrekende_onderwerpen
    if not missing:
        return GEEN
    return Gebrek(
        "De brede intake is nog niet compleet. Leg eerst vast: "
        f"{'; '.join(one.label for one in missing)}.",
        stand.eisen_intake,
    )


def _without_leerbaarheidstoets(stand: TrajectStand, gemeente: str) -> str:
    """After a move there is no new test (Wi2021 15 lid 4)."""
    if stand.leerbaarheidstoets_gedaan or stand.verhuisd or stand.na_verhuizing(gemeente):
        return ""
    return (
        "De leerbaarheidstoets is nog niet afgenomen en er is geen ontheffing. "
        "Leg eerst de toets of de ontheffing vast."
    )
