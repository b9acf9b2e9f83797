"""Courses in which something went wrong or was done over, and how it was put right."""

from datetime import date, timedelta

from schakel.demo.keten import TWEEDE_PAAR_OGEN
from schakel.demo.regio import stappen, verloop
from schakel.demo.regio.daden import Antwoordt, Herstelt, SpreektTegen
from schakel.demo.regio.dagen import heard, plus
from schakel.demo.regio.mensen import Mens
from schakel.dossier.queries import events as feiten
from schakel.traject.queries import events
from schakel.wet.lijsten import (
    Doelgroep,
    GrondLeerbaarheidstoetsOntheffing,
    IntakeOnderwerp,
    Leerroute,
    Wet,
)


def intake_bij_afwezigheid(mens: Mens) -> None:
    """Three oproepen without an answer: the intake is completed without the person."""
    first = plus(mens.telt, 8)
    stappen.nodig_uit(mens, first, gesprek_op=plus(first, 14))
    stappen.mist_gesprek(mens, plus(first, 14))
    sent = plus(first, 16)
    until = plus(sent, 14)
    stappen.roep_op(mens, sent, uiterlijk=until, gesprek_op=plus(sent, 10))
    stappen.mist_gesprek(mens, plus(sent, 10))
    for _ in range(2):
        again = plus(until, 1)
        until = plus(again, 14)
        stappen.waarschuw(mens, again, uiterlijk=until)
    done = plus(until, 2)
    stappen.rond_intake_af_zonder(mens, done)
    pip = verloop.stelt_vast(mens, plus(done, 5), None)
    verloop.gaat_leren(mens, pip)


def pip_opnieuw(mens: Mens) -> None:
    """Established in the B1-route, withdrawn after half a year, made anew in the Z-route."""
    done = verloop.houdt_intake(mens)
    toets = verloop.legt_toets_af(mens, plus(done, 1))
    op = max(plus(mens.telt, 60), plus(toets.klaar, 4))
    stappen.stel_vast(mens, stappen.besluit(mens, op, toets.uitslag, leerroute=Leerroute.B1))
    stappen.meld_aan(mens, plus(op, 8))
    stopped = plus(op, 190)
    stappen.trek_in(mens, stopped)
    stappen.trek_aanmelding_in(mens, plus(stopped, 1))
    again = plus(stopped, 11)
    route = Leerroute.ZELFREDZAAMHEID
    stappen.stel_vast(mens, stappen.besluit(mens, again, toets.uitslag, leerroute=route))
    stappen.meld_aan(mens, plus(again, 9))


def aanmelding_opnieuw(mens: Mens) -> None:
    """Registered, withdrawn because of illness, and registered again."""
    pip = verloop.krijgt_pip(mens)
    op = verloop.gaat_leren(mens, pip)
    stappen.trek_aanmelding_in(mens, plus(op, 40))
    stappen.meld_aan(mens, plus(op, 130))
    verloop.rondt_af(mens, pip)


def ontheffing_van_de_toets(mens: Mens) -> None:
    """Cannot take the leerbaarheidstoets: visual impairment."""
    done = verloop.houdt_intake(mens)
    stappen.krijgt_ontheffing(mens, plus(done, 6), GrondLeerbaarheidstoetsOntheffing.VISUEEL)
    verloop.gaat_leren(mens, verloop.stelt_vast(mens, plus(done, 6), None))


def toets_tweemaal_gemist(mens: Mens) -> None:
    """Missed the leerbaarheidstoets twice; the PIP came late."""
    done = verloop.houdt_intake(mens)
    planned = plus(done, 2)
    for _ in range(2):
        missed = plus(planned, 14)
        stappen.plan_toets(mens, planned, voor=missed)
        stappen.mist_toets(mens, missed)
        planned = plus(missed, 8)
    toets = verloop.legt_toets_af(mens, planned)
    verloop.gaat_leren(mens, verloop.stelt_vast(mens, toets.klaar, toets.uitslag))


def pip_voor_de_kennisgeving(mens: Mens) -> None:
    """While DUO was silent the PIP was made: the termijn began only afterwards."""
    begin = plus(mens.brp, 1)
    for event in (
        feiten.PlichtBegun(),
        feiten.WetDetermined(wet=Wet.WI2021),
        feiten.DoelgroepDetermined(doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG),
    ):
        mens.nieuw.feit(event, begin, recorded=heard(begin))
    mens.telt = plus(mens.nieuw.opened_on, 1)
    done = verloop.houdt_intake(mens)
    toets = verloop.legt_toets_af(mens, plus(done, 1))
    op = plus(toets.klaar, 4)
    stappen.stel_vast(mens, stappen.besluit(mens, op, toets.uitslag))
    mens.nieuw.feit(feiten.KennisgevingSent(), plus(op, 6), recorded=heard(plus(op, 6)))
    stappen.schrijft_zich_in(mens, plus(op, 40))


def doelgroep_gewijzigd(mens: Mens) -> None:
    """DUO first recorded a gezinsmigrant, and later an asielstatushouder."""
    begin = plus(mens.brp, 12)
    wrong = feiten.DoelgroepDetermined(doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG)
    right = feiten.DoelgroepDetermined(doelgroep=Doelgroep.ASIELSTATUSHOUDER)
    for event in (
        feiten.PlichtBegun(), feiten.WetDetermined(wet=Wet.WI2021), wrong,
        feiten.KennisgevingSent(),
    ):  # fmt: skip
        mens.nieuw.feit(event, begin, recorded=heard(begin))
    mens.telt = plus(begin, 1)
    mens.nieuw.feit(right, plus(begin, 19), recorded=heard(plus(begin, 19)))
    mens.telt = plus(begin, 20)
    verloop.loopt(mens)


def geboortedatum_hersteld(mens: Mens) -> None:
    """A birth certificate turned up: the year that stood there was a guess."""
    verloop.loopt(mens)
    born = mens.geboren + timedelta(days=131)
    herstel = Herstelt(
        kind=feiten.PersonBorn.kind,
        event=feiten.PersonBorn(precisie=feiten.Precisie.DAG),
        op=born,
        reden="De geboorteakte is vertaald en door de BRP overgenomen.",
    )
    mens.nieuw.stap(plus(mens.telt, 100), herstel)


def inschrijving_hersteld(mens: Mens) -> None:
    """The day of the registration was mistyped: a week too late."""
    verloop.loopt(mens)
    herstel = Herstelt(
        kind=feiten.BRPRegistered.kind,
        event=feiten.BRPRegistered(gemeente=mens.gemeente),
        op=mens.brp - timedelta(days=7),
        reden="Tikfout: de BRP noemt een week eerder.",
    )
    mens.nieuw.stap(plus(mens.telt, 21), herstel)


def gemist_was_verschoven(mens: Mens) -> None:
    """Recorded as not come, but the talk had been moved to another room."""
    invited = plus(mens.telt, 6)
    talk = plus(invited, 12)
    stappen.nodig_uit(mens, invited, gesprek_op=talk)
    stappen.mist_gesprek(mens, talk)
    never = Herstelt(
        kind=events.GesprekMissed.kind,
        event=None,
        op=talk,
        reden="Zat te wachten in het andere gebouw; wij hadden de zaal verkeerd doorgegeven.",
    )
    mens.nieuw.stap(plus(talk, 1), never)
    stappen.voer_gesprek(mens, plus(talk, 1))
    stappen.leg_vast(mens, plus(talk, 1))
    toets = verloop.legt_toets_af(mens, plus(talk, 2))
    pip = verloop.stelt_vast(mens, toets.klaar, toets.uitslag)
    verloop.gaat_leren(mens, pip)
    verloop.rondt_af(mens, pip)


def toch_niet_vertrokken(mens: Mens) -> None:
    """The BRP had mixed up two people: nobody had left."""
    verloop.loopt(mens)
    gone = plus(mens.telt, 230)
    mens.nieuw.feit(feiten.BRPDeregistered(), gone, recorded=plus(gone, 3), wie=mens.wie)
    never = Herstelt(
        kind=feiten.BRPDeregistered.kind,
        event=None,
        op=gone,
        reden="De uitschrijving hoorde bij een naamgenoot; de BRP heeft haar teruggedraaid.",
    )
    mens.nieuw.stap(plus(gone, 12), never)


def tegenspraak_beantwoord(mens: Mens) -> None:
    """The second pair of eyes contested the record; the casusregisseur answered."""
    pip = verloop.krijgt_pip(mens)
    said = plus(mens.telt, 41)
    onderwerp = IntakeOnderwerp.ARBEIDSPARTICIPATIE
    tegen = SpreektTegen(
        onderwerp=onderwerp, tekst="De wens om in de zorg te werken ontbreekt; die is wel genoemd."
    )
    mens.nieuw.stap(said, tegen, wie=TWEEDE_PAAR_OGEN[mens.gemeente])
    antwoord = Antwoordt(
        onderwerp=onderwerp, tekst="Dat klopt. Het is meegenomen in het PIP, onder begeleiding."
    )
    mens.nieuw.stap(plus(said, 4), antwoord)
    verloop.gaat_leren(mens, pip)
    verloop.rondt_af(mens, pip)


def andere_casusregisseur(mens: Mens) -> None:
    """After the first year the teamleider took the regie over."""
    verloop.gaat_leren(mens, verloop.krijgt_pip(mens))
    reden = "Caseload verdeeld; dit dossier past bij de andere van het gezin."
    stappen.wijs_toe(mens, plus(mens.telt, 400), aan="team", reden=reden)


def gesprek_zonder_tweede_paar_ogen(mens: Mens) -> None:
    """The partner was ill and nobody could take over: held without, with the reason."""
    invited = plus(mens.telt, 5)
    talk = plus(invited, 11)
    stappen.nodig_uit(mens, invited, gesprek_op=talk)
    reden = "De begeleider meldde zich die ochtend ziek; er was geen vervanger."
    stappen.voer_gesprek(mens, talk, vorm=events.Gespreksvorm.ANDERS, reden=reden)
    stappen.leg_vast(mens, talk)
    toets = verloop.legt_toets_af(mens, plus(talk, 2))
    pip = verloop.stelt_vast(mens, toets.klaar, toets.uitslag)
    verloop.gaat_leren(mens, pip)
    verloop.rondt_af(mens, pip)


def intake_in_later_jaar(mens: Mens) -> None:
    """The intake was put off for more than a year of treatment in a clinic."""
    stappen.nodig_uit(mens, plus(mens.telt, 9), gesprek_op=plus(mens.telt, 20))
    stappen.zegt_gesprek_af(mens, plus(mens.telt, 18))
    talk: date = plus(mens.telt, 430)
    stappen.nodig_uit(mens, plus(talk, -12), gesprek_op=talk)
    stappen.voer_gesprek(mens, talk, vorm=events.Gespreksvorm.LATER_JAAR)
    stappen.leg_vast(mens, talk)
    toets = verloop.legt_toets_af(mens, plus(talk, 2))
    verloop.gaat_leren(mens, verloop.stelt_vast(mens, toets.klaar, toets.uitslag))


def met_sociaal_team(mens: Mens) -> None:
    """The sociaal team takes part, inside its agreement."""
    pip = verloop.krijgt_pip(mens)
    who = "sociaal-woerden"
    mens.nieuw.betrokken(
        plus(pip.op, 15),
        medewerker=mens.keten.medewerkers[who],
        rol="sociaal team",
        reden="begeleidt bij het aanvragen van Wmo-hulp",
        afspraak=mens.keten.deelafspraken[who, mens.gemeente],
    )
    verloop.gaat_leren(mens, pip)
