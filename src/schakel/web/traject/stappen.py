"""Record a step: one screen for each, all alike, so that a caseworker learns them once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier, newest
from schakel.keten.queries import list_organisaties_met_taak
from schakel.toegang.doors import needs
from schakel.toegang.queries import now
from schakel.traject.actions import pip, stappen
from schakel.traject.queries import TrajectStand, get_verhaal
from schakel.traject.queries.tweede_paar_ogen import list_tweede_paar_ogen
from schakel.web.traject.forms import stappen as forms
from schakel.web.traject.screen import FORM, context_of, refused, with_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapscherm:
    """One step on screen.

    :param doe: the action that records it
    :param daarna: name of the step whose screen follows, or "" for the dossier
    """

    titel: str
    knop: str
    form: type[forms.StapForm]
    doe: Callable[..., None]
    klaar: str
    uitleg: str = ""
    daarna: str = ""


STAPPEN: dict[str, Stapscherm] = {
    "uitnodigen": Stapscherm(
        titel="Uitnodigen voor de brede intake",
        knop="Uitnodiging vastleggen",
        form=forms.UitnodigingForm,
        doe=stappen.invite,
        klaar="Uitnodiging vastgelegd.",
        uitleg="Een uitnodiging is vrij: er hoort geen termijn bij en niet komen heeft geen "
        "gevolgen. Alleen oproepen tellen mee voor een waarschuwing.",
    ),
    "oproepen": Stapscherm(
        titel="Oproepen voor de brede intake",
        knop="Oproep vastleggen",
        form=forms.OproepForm,
        doe=stappen.summon,
        klaar="Oproep vastgelegd.",
        uitleg="Een oproep heeft een termijn (art. 14 lid 1 Wi2021). Wie daarna niet komt of niet "
        "meewerkt, krijgt een schriftelijke waarschuwing en een nieuwe oproep.",
    ),
    "waarschuwen": Stapscherm(
        titel="Waarschuwen en opnieuw oproepen",
        knop="Waarschuwing en oproep vastleggen",
        form=forms.OproepForm,
        doe=stappen.warn_and_summon,
        klaar="Waarschuwing met nieuwe oproep vastgelegd.",
        uitleg="Dit kan alleen na een oproep waarvan de termijn voorbij is. Na drie oproepen wordt "
        "de intake zonder de inburgeraar afgerond (art. 14 lid 2 Wi2021).",
    ),
    "gesprek-gemist": Stapscherm(
        titel="Niet verschenen bij het gesprek",
        knop="Vastleggen",
        form=forms.NietVerschenenForm,
        doe=stappen.miss_gesprek,
        klaar="Vastgelegd dat het gesprek niet doorging.",
    ),
    "gesprek-afgezegd": Stapscherm(
        titel="Gesprek afgezegd",
        knop="Vastleggen",
        form=forms.AfgezegdForm,
        doe=stappen.cancel_gesprek,
        klaar="De afspraak is afgezegd.",
    ),
    "gesprek": Stapscherm(
        titel="Eerste gesprek van de brede intake",
        knop="Gesprek vastleggen",
        form=forms.GesprekForm,
        doe=stappen.start_brede_intake,
        klaar="Gesprek vastgelegd. Schrijf nu per onderwerp op wat is besproken.",
        uitleg="Bij dit gesprek kijkt een tweede organisatie mee, tenzij een van de andere vormen "
        "geldt.",
        daarna="onderwerpen",
    ),
    "onderwerpen": Stapscherm(
        titel="Wat is besproken",
        knop="Verslag bewaren",
        form=forms.OnderwerpenForm,
        doe=stappen.record_onderwerpen,
        klaar="Verslag bewaard.",
        uitleg="De onderwerpen mogen in elke volgorde en op meer dagen: laat leeg wat nog niet is "
        "besproken. De intake is compleet als ze er allemaal zijn. Wat over gezondheid gaat, "
        "blijft binnen het college.",
    ),
    "absentie": Stapscherm(
        titel="Intake afronden zonder de inburgeraar",
        knop="Afronden bij afwezigheid",
        form=forms.AbsentieForm,
        doe=stappen.complete_brede_intake_in_absence,
        klaar="De brede intake is bij afwezigheid afgerond.",
        uitleg="Dit kan na drie oproepen (art. 14 lid 2 Wi2021). Het PIP moet er daarna nog komen.",
    ),
    "toets-plannen": Stapscherm(
        titel="Leerbaarheidstoets plannen",
        knop="Afspraak vastleggen",
        form=forms.ToetsPlannenForm,
        doe=stappen.plan_leerbaarheidstoets,
        klaar="Afspraak voor de leerbaarheidstoets vastgelegd.",
        uitleg="Verzet? Leg de nieuwe afspraak vast; die komt in de plaats van de vorige.",
    ),
    "toets-gemist": Stapscherm(
        titel="Niet verschenen bij de leerbaarheidstoets",
        knop="Vastleggen",
        form=forms.NietVerschenenForm,
        doe=stappen.miss_leerbaarheidstoets,
        klaar="Vastgelegd. Plan een nieuwe afspraak.",
    ),
    "toets-afgezegd": Stapscherm(
        titel="Leerbaarheidstoets afgezegd",
        knop="Vastleggen",
        form=forms.AfgezegdForm,
        doe=stappen.cancel_leerbaarheidstoets,
        klaar="De afspraak is afgezegd.",
    ),
    "toets-afgenomen": Stapscherm(
        titel="Leerbaarheidstoets afgenomen",
        knop="Toets vastleggen",
        form=forms.ToetsAfgenomenForm,
        doe=stappen.take_leerbaarheidstoets,
        klaar="Leerbaarheidstoets vastgelegd.",
        uitleg="De dag waarop de toets echt is afgenomen. Ging een afspraak niet door, kies dan "
        "‘niet verschenen’ of ‘afgezegd’.",
    ),
    "toets-uitslag": Stapscherm(
        titel="Uitslag van de leerbaarheidstoets",
        knop="Uitslag vastleggen",
        form=forms.UitslagForm,
        doe=stappen.receive_uitslag,
        klaar="Uitslag vastgelegd.",
        uitleg="De uitslag is een advies van DUO over de leerroute (art. 14 lid 5 Wi2021). "
        "Afwijken mag, met een motivering in het PIP.",
    ),
    "toets-ontheffing": Stapscherm(
        titel="Ontheffing van de leerbaarheidstoets",
        knop="Ontheffing vastleggen",
        form=forms.OntheffingForm,
        doe=stappen.exempt_from_leerbaarheidstoets,
        klaar="Ontheffing vastgelegd.",
        uitleg="Alleen bij een visuele beperking, of een auditieve waardoor iemand de toets niet "
        "kan afleggen (art. 14 lid 6 Wi2021).",
    ),
    "pip-verzonden": Stapscherm(
        titel="PIP verzonden of uitgereikt",
        knop="Vastleggen",
        form=forms.VerzondenForm,
        doe=pip.send_pip,
        klaar="Vastgelegd wanneer het PIP is verzonden.",
        uitleg="De brief staat in het dossier onder Documenten. Leg hier vast op welke dag hij de "
        "deur uit ging of is gegeven.",
    ),
    "pip-intrekken": Stapscherm(
        titel="PIP intrekken",
        knop="PIP intrekken",
        form=forms.IntrekkenForm,
        doe=pip.withdraw_pip,
        klaar="PIP ingetrokken. De inburgeringstermijn houdt zijn begin.",
        uitleg="Intrekken is een besluit. Was het PIP er nooit, kies dan in de tijdlijn ‘Dit is "
        "niet gebeurd’.",
    ),
    "aanmelden": Stapscherm(
        titel="Aanmelden bij de taalaanbieder",
        knop="Aanmelding versturen",
        form=forms.AanmeldenForm,
        doe=stappen.make_aanmelding,
        klaar="Aangemeld. De taalaanbieder ziet wat met hem is afgesproken.",
        uitleg="De taalaanbieder ziet naam, contactgegevens, BSN, leerroute en wijzigingen daarin, "
        "en niets anders.",
    ),
    "aanmelding-intrekken": Stapscherm(
        titel="Aanmelding intrekken",
        knop="Aanmelding intrekken",
        form=forms.IntrekkenForm,
        doe=stappen.withdraw_aanmelding,
        klaar="Aanmelding ingetrokken.",
    ),
    "inschrijving": Stapscherm(
        titel="Zelf ingeschreven bij een taalschool",
        knop="Inschrijving vastleggen",
        form=forms.InschrijvingForm,
        doe=stappen.report_eigen_inschrijving,
        klaar="Inschrijving vastgelegd.",
        uitleg="Een gezins- of overige migrant kiest zelf een school met keurmerk (art. 19 "
        "Wi2021).",
    ),
}

INTAKE = ("gesprek", "onderwerpen")
"""The steps beside which stands what the law wants to hear about."""


@needs(Permission.INTAKE_WRITE, Permission.PIP_WRITE, Permission.AANMELDING_WRITE)
@FORM
def stap(request: HttpRequest, *, actor: Actor, uuid: UUID, naam: str) -> HttpResponse:
    """Record the step of this name."""
    scherm = STAPPEN.get(naam)
    if scherm is None:
        raise Http404
    zicht = get_dossier(actor=actor, uuid=uuid, question="vastleggen")
    stand, seen = get_verhaal(zicht=zicht).traject_on(actor.op), newest(dossier=zicht.id)
    form = scherm.form(
        request.POST or None,
        keuzes=keuzes_van(actor, zicht, stand),
        initial={"gezien": seen, **_begin(naam, stand, actor)},
    )
    if form.is_valid():
        try:
            scherm.doe(
                actor=actor,
                dossier_uuid=uuid,
                gezien=form.cleaned_data["gezien"],
                now=now(),
                **form.waarden(),
            )
            messages.success(request, scherm.klaar)
            return _next(scherm, uuid)
        except Refusal as refusal:
            form = refused(form, refusal, gezien=newest(dossier=zicht.id))
    if "gezien" in form.errors:
        form = with_values(form, gezien=seen)
    eisen = stand.eisen_intake if naam in INTAKE else None
    context = context_of(actor, zicht, form, scherm=scherm, eisen=eisen)
    page = "_stap_form" if request.headers.get("HX-Request") else "stap"
    return render(request, f"web/traject/{page}.html", context)


def keuzes_van(actor: Actor, zicht: Zicht, stand: TrajectStand) -> forms.Keuzes:
    """Return what can be chosen in this dossier today."""
    people = list_tweede_paar_ogen(actor=actor, gemeente=zicht.gemeente, op=actor.op)
    return forms.Keuzes(
        tweede_paar_ogen={one.id: one.label for one in people},
        taalaanbieders=list_organisaties_met_taak(
            taak="taalonderwijs", gemeente=zicht.gemeente, op=actor.op
        ),
        vastgelegd=stand.onderwerpen,
    )


def _begin(naam: str, stand: TrajectStand, actor: Actor) -> dict[str, Any]:
    """Return what most people would fill in: today, or the planned day when it has come."""
    planned = {
        "gesprek": stand.gesprek_op,
        "gesprek-gemist": stand.gesprek_op,
        "onderwerpen": stand.brede_intake_op,
        "toets-afgenomen": stand.afspraak_op,
        "toets-gemist": stand.afspraak_op,
    }.get(naam)
    found: dict[str, Any] = {"happened_on": forms.vandaag_of(planned, actor.op)}
    if stand.gesprek_met is not None:
        found |= {"tweede_deelnemer": stand.gesprek_met, "vorm": "vier_ogen"}
    return found


def _next(scherm: Stapscherm, uuid: UUID) -> HttpResponse:
    if scherm.daarna:
        return redirect("stap", uuid=uuid, naam=scherm.daarna)
    return redirect("dossier", uuid=uuid)
