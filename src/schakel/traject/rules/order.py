"""What one step needs of the steps before it: impossible without, or only incomplete."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from schakel.base.event import Event
from schakel.dossier.rules import DossierStand
from schakel.traject import events
from schakel.traject.events import Gespreksvorm
from schakel.traject.rules.pip import (
    inhoud,
    leerroute_bezwaar,
    niveau_bezwaar,
    ontbrekende_getallen,
)
from schakel.traject.rules.stand import TrajectStand
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep
from schakel.wet.regels.afronding_brede_intake import AfrondingFeiten, afronding_brede_intake
from schakel.wet.regels.brede_intake import OPROEPEN
from schakel.wet.regels.toepasselijke_wet import INWERKINGTREDING
from schakel.wet.uitkomst import Uitkomst, gevraagd

Oproeping = events.UitnodigingSent | events.OproepSent | events.OproepRepeated
OPROEPINGEN = (events.UitnodigingSent, events.OproepSent, events.OproepRepeated)


class Gebrek(NamedTuple):
    """What a step lacks, and the sum of the law that asks for it, if a rule does."""

    tekst: str
    uitleg: Uitkomst[Any] | None = None


def impossible(stand: TrajectStand, event: Event, on: date) -> str:
    """Return why no order of steps could give this event on this day, or ""."""
    return (
        _impossible_oproep(stand, event, on)
        or _impossible_gesprek(stand, event, on)
        or _impossible_toets(stand, event, on)
        or _impossible_pip(stand, event, on)
    )


def _impossible_oproep(stand: TrajectStand, event: Event, on: date) -> str:
    if isinstance(event, OPROEPINGEN):
        if stand.brede_intake_op is not None:
            return (
                f"De brede intake is al gestart op {dutch_date(stand.brede_intake_op)}. "
                "Uitnodigen of oproepen hoeft niet meer. Leg de onderwerpen vast."
            )
        if event.gesprek_op is not None and event.gesprek_op < on:
            return (
                f"Het gesprek zou al op {dutch_date(event.gesprek_op)} zijn, voor de dag van "
                f"verzending ({dutch_date(on)}). Kies een dag op of na die dag."
            )
    if isinstance(event, events.OproepSent | events.OproepRepeated):
        return _impossible_termijn(stand, event, on)
    return ""


def _impossible_termijn(
    stand: TrajectStand, event: events.OproepSent | events.OproepRepeated, on: date
) -> str:
    last = stand.oproepen[-1] if stand.oproepen else None
    if event.uiterlijk <= on:
        return "De termijn van een oproep eindigt na de dag van verzending. Kies een latere dag."
    if event.gesprek_op is not None and event.gesprek_op > event.uiterlijk:
        return (
            f"Het gesprek is na de laatste dag van de termijn ({dutch_date(event.uiterlijk)}). "
            "Kies een dag in de termijn, of een latere laatste dag."
        )
    if isinstance(event, events.OproepSent) and last is not None:
        return (
            f"Er is al opgeroepen op {dutch_date(last.op)}. Een volgende oproep gaat samen met "
            "een schriftelijke waarschuwing. Leg die vast."
        )
    if isinstance(event, events.OproepRepeated):
        if last is None:
            return (
                "Een waarschuwing met een herhaalde oproep kan pas na een oproep met een termijn. "
                "Een uitnodiging telt daarvoor niet. Leg eerst de oproep vast."
            )
        if on <= last.uiterlijk and not stand.oproep_gemist:
            return (
                f"De termijn van de vorige oproep loopt tot en met {dutch_date(last.uiterlijk)}. "
                "Wacht die af, of leg eerst vast dat iemand niet is verschenen bij het gesprek uit "
                "die oproep."
            )
    return ""


def _impossible_gesprek(stand: TrajectStand, event: Event, on: date) -> str:
    match event:
        case events.GesprekMissed() | events.GesprekCancelled() if stand.gesprek_op is None:
            return "Er stond geen gesprek gepland. Leg eerst de uitnodiging of oproep vast."
        case events.GesprekMissed() if stand.gesprek_op and on < stand.gesprek_op:
            return f"Het gesprek is pas op {dutch_date(stand.gesprek_op)}. Kies die dag of later."
        case events.BredeIntakeStarted() if stand.brede_intake_op is not None:
            return (
                f"De brede intake is al gestart op {dutch_date(stand.brede_intake_op)}. "
                "Herstel die gebeurtenis als de datum onjuist is."
            )
        case events.BredeIntakeCompletedInAbsence() if stand.brede_intake_compleet:
            return "De brede intake is al afgerond. Herstel die gebeurtenis als zij onjuist is."
        case events.IntakeOnderwerpRecorded() if stand.brede_intake_op is None:
            return "Er is nog geen gesprek geweest. Leg eerst het eerste gesprek vast."
        case events.TegenspraakAnswered() if event.gebeurtenis not in stand.open_tegenspraak:
            return "Hier is geen tegenspraak om te beantwoorden. Open het dossier opnieuw."
    return ""


def _impossible_toets(stand: TrajectStand, event: Event, on: date) -> str:
    match event:
        case events.LeerbaarheidstoetsPlanned() if event.gepland_op < on:
            return (
                f"De toets zou al op {dutch_date(event.gepland_op)} zijn, voor de dag waarop de "
                f"afspraak is gemaakt ({dutch_date(on)}). Kies een dag op of na die dag."
            )
        case events.LeerbaarheidstoetsCancelled() if stand.afspraak_op is None:
            return (
                "Er staat geen afspraak voor de leerbaarheidstoets om af te zeggen. Controleer de "
                "datum."
            )
        case events.LeerbaarheidstoetsMissed() if stand.afspraak_op is None:
            return "Er stond geen afspraak voor de leerbaarheidstoets. Plan eerst een afspraak."
        case events.LeerbaarheidstoetsUitslagReceived() if stand.afgenomen_op is None:
            return "De leerbaarheidstoets is nog niet afgenomen. Leg eerst de toets vast."
        case events.LeerbaarheidstoetsUitslagReceived() if stand.uitslag is not None:
            return "De uitslag is al vastgelegd. Herstel die gebeurtenis als zij onjuist is."
        case events.LeerbaarheidstoetsMissed() if stand.afspraak_op and on < stand.afspraak_op:
            return (
                f"De afspraak is pas op {dutch_date(stand.afspraak_op)}. "
                "Kies die dag of een latere."
            )
    return ""


def _impossible_pip(stand: TrajectStand, event: Event, on: date) -> str:
    match event:
        case events.PIPEstablished() if stand.pip_op == on:
            return "Er is al een PIP met deze dagtekening. Herstel dat PIP als het onjuist is."
        case events.PIPEstablished():
            return niveau_bezwaar(event, stand)
        case events.PIPWithdrawn() if stand.pip_op is None:
            return "Op die dag was er geen PIP van kracht om in te trekken. Controleer de datum."
        case events.PIPSent() if stand.pip_op is None:
            return "Op die dag was er geen PIP van kracht om te verzenden. Controleer de datum."
        case events.PIPSent() if stand.verzonden_op is not None:
            return (
                f"Dit PIP is al verzonden op {dutch_date(stand.verzonden_op)}. Herstel die "
                "gebeurtenis als de datum onjuist is."
            )
        case events.AanmeldingMade() if stand.aanmelding_op is not None:
            return (
                f"Er is al een aanmelding van {dutch_date(stand.aanmelding_op)}. Trek die eerst in."
            )
        case events.AanmeldingWithdrawn() if stand.aanmelding_op is None:
            return "Op die dag was er geen aanmelding om in te trekken. Controleer de datum."
    return ""


def incomplete(
    stand: TrajectStand, event: Event, on: date, *, dossier: DossierStand
) -> Iterator[Gebrek]:
    """Yield what this step lacks: refused at the screen, a point to mend from another source.

    :param dossier: what is true of the person on that day
    """
    match event:
        case events.BredeIntakeStarted():
            yield from _incomplete_gesprek(event, dossier)
        case events.BredeIntakeCompletedInAbsence():
            yield from _incomplete_absentie(stand, on)
        case events.LeerbaarheidstoetsExempted() if event.grond is None:
            yield Gebrek(
                "De grond voor de ontheffing ontbreekt (art. 14 lid 6 Wi2021). Kies de grond."
            )
        case events.AanmeldingMade() if stand.pip_op is None:
            yield Gebrek("Op die dag is er nog geen PIP. Stel eerst het PIP vast.")
        case events.PIPEstablished():
            yield from _incomplete_pip(stand, event, on, dossier)


def _incomplete_gesprek(
    event: events.BredeIntakeStarted, dossier: DossierStand
) -> Iterator[Gebrek]:
    vorm = event.vorm or (Gespreksvorm.VIER_OGEN if event.tweede_deelnemer else None)
    if vorm is None:
        yield Gebrek(
            "Hoe het gesprek is gevoerd, ontbreekt. Kies wie het tweede paar ogen was, of waarom "
            "er geen was."
        )
    if vorm is Gespreksvorm.VIER_OGEN and event.tweede_deelnemer is None:
        yield Gebrek("Wie het tweede paar ogen was, ontbreekt. Kies een medewerker van de partner.")
    groep = dossier.doelgroep
    if vorm is Gespreksvorm.GEZINSMIGRANT and groep.value is Doelgroep.ASIELSTATUSHOUDER:
        tekst = "Deze persoon is asielstatushouder. Kies een andere vorm van gesprek."
        yield Gebrek(tekst, groep)
    if event.gewezen_op_recht is not True:
        yield Gebrek(
            "Wijs de inburgeraar op het recht om het gesprek alleen te voeren en leg dat vast "
            "(art. 5.2 lid 2 Bi)."
        )


def _incomplete_absentie(stand: TrajectStand, on: date) -> Iterator[Gebrek]:
    op, sent = max(on, INWERKINGTREDING), stand.oproepen
    needed = OPROEPEN.on(op)
    if len(sent) < needed:
        feiten = AfrondingFeiten(verschenen=False, oproepen=len(sent))
        yield Gebrek(
            f"Afronden bij afwezigheid kan na {needed} oproepen; vastgelegd "
            f"{'is' if len(sent) == 1 else 'zijn'} er {len(sent)}. Roep eerst opnieuw op.",
            gevraagd(afronding_brede_intake, feiten=feiten, op=op),
        )
    elif on <= sent[-1].uiterlijk:
        yield Gebrek(
            f"De termijn van de laatste oproep loopt tot en met {dutch_date(sent[-1].uiterlijk)}. "
            "Wacht die af."
        )


def _incomplete_pip(
    stand: TrajectStand, event: events.PIPEstablished, on: date, dossier: DossierStand
) -> Iterator[Gebrek]:
    if event.leerroute is None:
        yield Gebrek("De leerroute ontbreekt (art. 15 lid 1 Wi2021). Vul haar aan.")
    asiel = dossier.doelgroep.value is Doelgroep.ASIELSTATUSHOUDER
    for _, text in ontbrekende_getallen(event, asiel=asiel):
        yield Gebrek(text, _inhoud(stand, event, on, dossier))
    text = leerroute_bezwaar(event, stand, gemeente=event.gemeente)
    if text:
        yield Gebrek(text)


def _inhoud(
    stand: TrajectStand, event: events.PIPEstablished, on: date, dossier: DossierStand
) -> Uitkomst[Any] | None:
    """Return what must be in this PIP, or None when its leerroute is not known."""
    if event.leerroute is None:
        return None
    day = max(on, INWERKINGTREDING)
    return inhoud(leerroute=event.leerroute, dagtekening=day, dossier=dossier, traject=stand)
