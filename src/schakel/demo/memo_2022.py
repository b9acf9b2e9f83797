"""The region of the memo, as it stood on 1 September 2022: the table, and the hiccups behind it.

Every line goes through the actions, in order.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from schakel.base.tijd import noon
from schakel.demo.keten import BODEGRAVEN, MONTFOORT, OUDEWATER, WOERDEN, Keten
from schakel.demo.memo_feiten import build_memo_feiten
from schakel.demo.memo_teksten import EERSTE_PIP, VERSLAGEN
from schakel.demo.memo_werk import invite, prepare_pip
from schakel.demo.names import GEZINSMIGRANTEN, STATUSHOUDERS, bsns, contact, v_nummers
from schakel.demo.region import Nieuwkomer, doe, live
from schakel.dossier.queries import events
from schakel.toegang.queries import system_actor
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.dossier import PersoonGegevens
from schakel.traject.queries import events as stap_events
from schakel.wet.lijsten import (
    Doelgroep,
    StatusReferent,
    UitslagLeerbaarheidstoets,
    Verblijfsvergunning,
    Wet,
)

PEILDATUM = date(2022, 9, 1)
TOELICHTING = (
    "Dit zijn de cijfers van het memo van september 2022. In de tekst van het memo zijn lege "
    "cellen weggevallen: waar hier 0 staat bij Oudewater (statushouders, leerbaarheidstoetsen) en "
    "bij brede intakes, PIP’s en aanmeldingen buiten Woerden, was de cel in het memo leeg. De "
    "namen van de partners en de taakverdeling zijn voorbeelden van ons."
)

DUO_STIL = (date(2022, 6, 20), date(2022, 8, 1))
"""DUO passed nothing on from the first day up to the second, on which it all came in."""

GEPLAND = "gepland"
AFGENOMEN = "afgenomen"
ZONDER_UITSLAG = "zonder uitslag"
AFGEZEGD = "afgezegd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groep:
    """The people of one doelgroep in one gemeente.

    :param toetsen: per person, in order, what became of the leerbaarheidstoets
    :param intakes: how many of the first ones have had a first talk
    :param pips: how many of the first ones have a PIP and an aanmelding
    :param onbevestigd: how many of the last ones DUO has not confirmed yet
    """

    gemeente: str
    wie: str
    aantal: int
    eerste_inschrijving: date
    dagen_ertussen: int
    toetsen: tuple[str, ...] = ()
    intakes: int = 0
    pips: int = 0
    onbevestigd: int = 0


STATUS = (
    Groep(
        gemeente=WOERDEN, wie="casus-woerden", aantal=20, eerste_inschrijving=date(2022, 4, 4),
        dagen_ertussen=7, intakes=4, pips=1, onbevestigd=2,
        toetsen=(AFGENOMEN,) * 10 + (ZONDER_UITSLAG, GEPLAND, GEPLAND, AFGEZEGD),
    ),
    Groep(
        gemeente=BODEGRAVEN, wie="casus-bodegraven", aantal=4,
        eerste_inschrijving=date(2022, 5, 2), dagen_ertussen=21,
        toetsen=(AFGENOMEN, AFGENOMEN, GEPLAND),
    ),
    Groep(
        gemeente=MONTFOORT, wie="casus-woerden", aantal=2, eerste_inschrijving=date(2022, 5, 30),
        dagen_ertussen=30, toetsen=(AFGENOMEN, GEPLAND),
    ),
)  # fmt: skip

GEZIN = (
    Groep(
        gemeente=WOERDEN, wie="casus-woerden", aantal=6, eerste_inschrijving=date(2022, 3, 14),
        dagen_ertussen=24, toetsen=(AFGENOMEN, GEPLAND),
    ),
    Groep(
        gemeente=BODEGRAVEN, wie="casus-bodegraven", aantal=6,
        eerste_inschrijving=date(2022, 3, 28), dagen_ertussen=22,
    ),
    Groep(
        gemeente=MONTFOORT, wie="casus-woerden", aantal=2, eerste_inschrijving=date(2022, 6, 7),
        dagen_ertussen=28,
    ),
    Groep(
        gemeente=OUDEWATER, wie="casus-woerden", aantal=1, eerste_inschrijving=date(2022, 7, 5),
        dagen_ertussen=1,
    ),
)  # fmt: skip


def build(*, keten: Keten) -> None:
    """Let the people of the memo arrive and go their way until the peildatum."""
    build_memo_feiten(actor=system_actor(at=noon(PEILDATUM)), keten=keten)
    numbers = zip(bsns(), v_nummers(), strict=False)
    statushouders, gezin = iter(STATUSHOUDERS), iter(GEZINSMIGRANTEN)
    people: list[Nieuwkomer] = []
    for groep in STATUS:
        people += [
            _statushouder(groep, nth, next(statushouders), next(numbers), keten)
            for nth in range(groep.aantal)
        ]
    for groep in GEZIN:
        people += [
            _gezinsmigrant(groep, nth, next(gezin), next(numbers)) for nth in range(groep.aantal)
        ]
    live([*people, _oude_wet(next(numbers))])


def _statushouder(
    groep: Groep,
    nth: int,
    naam: tuple[str, str, str],
    numbers: tuple[str, str],
    keten: Keten,
) -> Nieuwkomer:
    brp = groep.eerste_inschrijving + timedelta(days=groep.dagen_ertussen * nth)
    kennisgeving = brp - timedelta(days=40)
    person = _nieuwkomer(groep, naam, numbers, opened_on=brp - timedelta(days=35))
    person.toegewezen = nth < groep.aantal - groep.onbevestigd
    _born(person, nth)
    person.feit(
        events.VergunningGranted(
            vergunning=Verblijfsvergunning.ASIEL_BEPAALD, doel="", status_referent=None
        ),
        kennisgeving - timedelta(days=6),
        wie=groep.wie,
    )
    person.feit(events.KennisgevingSent(), kennisgeving, recorded=_heard(kennisgeving))
    if nth < groep.aantal - groep.onbevestigd:
        _confirmed(person, kennisgeving - timedelta(days=6), Doelgroep.ASIELSTATUSHOUDER)
    person.feit(events.HousingAssigned(gemeente=groep.gemeente), person.opened_on, wie=groep.wie)
    person.feit(events.BRPRegistered(gemeente=groep.gemeente), brp, wie=groep.wie)
    _steps(person, groep, nth, brp, keten)
    return person


def _gezinsmigrant(
    groep: Groep, nth: int, naam: tuple[str, str, str], numbers: tuple[str, str]
) -> Nieuwkomer:
    brp = groep.eerste_inschrijving + timedelta(days=groep.dagen_ertussen * nth)
    kennisgeving = brp + timedelta(days=12)
    person = _nieuwkomer(groep, naam, numbers, opened_on=brp + timedelta(days=2))
    _born(person, nth + 5)
    person.feit(
        events.VergunningGranted(
            vergunning=Verblijfsvergunning.REGULIER_BEPAALD,
            doel="gezinslid",
            status_referent=StatusReferent.NEDERLANDER,
        ),
        brp,
        wie=groep.wie,
    )
    person.feit(events.BRPRegistered(gemeente=groep.gemeente), brp, wie=groep.wie)
    person.feit(events.KennisgevingSent(), kennisgeving, recorded=_heard(kennisgeving))
    _confirmed(person, kennisgeving, Doelgroep.GEZINSMIGRANT_OVERIG)
    _toets(person, dict(enumerate(groep.toetsen)).get(nth, ""), brp + timedelta(days=28))
    return person


def _oude_wet(numbers: tuple[str, str]) -> Nieuwkomer:
    """Someone of whom it was unclear which law applies, until DUO said: the old one."""
    groep = STATUS[0]
    day = date(2022, 5, 16)
    person = _nieuwkomer(groep, ("Firas", "", "Mansour"), numbers, opened_on=day)
    _born(person, 3)
    person.feit(events.BRPRegistered(gemeente=WOERDEN), day, wie=groep.wie)
    person.feit(events.WetDetermined(wet=Wet.WI2013), day, recorded=DUO_STIL[1])
    return person


def _steps(person: Nieuwkomer, groep: Groep, nth: int, brp: date, keten: Keten) -> None:
    toets = dict(enumerate(groep.toetsen)).get(nth, "")
    _toets(person, toets, brp + timedelta(days=21))
    if nth < groep.intakes:
        mb = keten.medewerkers["mb-woerden"]
        person.betrokken(
            brp + timedelta(days=7),
            medewerker=mb,
            rol="maatschappelijk begeleider",
            reden="tweede paar ogen bij de brede intake",
            afspraak=keten.deelafspraken["mb-woerden", groep.gemeente],
        )
        intake = brp + timedelta(days=30)
        gesprek = stappen.GesprekGegevens(
            vorm=stap_events.Gespreksvorm.VIER_OGEN, tweede_deelnemer=mb, gewezen_op_recht=True
        )
        person.stap(intake, doe(stappen.start_brede_intake, happened_on=intake, gesprek=gesprek))
        told = doe(stappen.record_onderwerpen, happened_on=intake, verslagen=VERSLAGEN)
        person.stap(intake, told)
    if groep.intakes:
        invite(person, nth - groep.intakes, keten)
        if nth == groep.pips:
            prepare_pip(person, keten)
    if nth < groep.pips:
        _pip(person, brp + timedelta(days=66), keten)


def _pip(person: Nieuwkomer, dagtekening: date, keten: Keten) -> None:
    gegevens = replace(EERSTE_PIP, dagtekening=dagtekening)
    person.stap(dagtekening, doe(pip.establish_pip, gegevens=gegevens))
    sent = dagtekening + timedelta(days=4)
    person.stap(sent, doe(pip.send_pip, happened_on=sent))
    aanmelding = dagtekening + timedelta(days=6)
    person.stap(
        aanmelding,
        doe(
            stappen.make_aanmelding,
            happened_on=aanmelding,
            taalaanbieder=keten.taalaanbieder(WOERDEN),
        ),
    )


def _toets(person: Nieuwkomer, what: str, day: date) -> None:
    """Plan what became of the leerbaarheidstoets; the memo counts planned ones too."""
    if not what:
        return
    planned = {GEPLAND: date(2022, 9, 14), AFGEZEGD: date(2022, 8, 30)}.get(what, day)
    made = min(planned - timedelta(days=14), date(2022, 8, 25))
    made = max(made, person.opened_on)
    person.stap(made, doe(stappen.plan_leerbaarheidstoets, happened_on=made, gepland_op=planned))
    if what == AFGEZEGD:
        day = date(2022, 8, 29)
        person.stap(day, doe(stappen.cancel_leerbaarheidstoets, happened_on=day))
    if what == AFGENOMEN:
        uitslag = (
            UitslagLeerbaarheidstoets.B1_HAALBAAR
            if day.day % 3
            else UitslagLeerbaarheidstoets.B1_NIET_HAALBAAR
        )
        person.stap(day, doe(stappen.take_leerbaarheidstoets, happened_on=day, uitslag=uitslag))


def _confirmed(person: Nieuwkomer, begin: date, groep: Doelgroep) -> None:
    heard = _heard(begin)
    person.feit(events.PlichtBegun(), begin, recorded=heard)
    person.feit(events.WetDetermined(wet=Wet.WI2021), begin, recorded=heard)
    person.feit(events.DoelgroepDetermined(doelgroep=groep), begin, recorded=heard)


def _born(person: Nieuwkomer, nth: int) -> None:
    """Some birth dates are known only in part, as with so many who fled."""
    partly = nth % 7 == 6
    day = date(1972 + (nth * 5) % 29, 1 if partly else 1 + (nth * 5) % 12, 1 if partly else 3 + nth)
    precisie = events.Precisie.JAAR if partly else events.Precisie.DAG
    person.feit(
        events.PersonBorn(precisie=precisie), day, recorded=person.opened_on, wie=person.wie
    )


def _nieuwkomer(
    groep: Groep, naam: tuple[str, str, str], numbers: tuple[str, str], *, opened_on: date
) -> Nieuwkomer:
    voornaam, tussenvoegsel, achternaam = naam
    bsn, v_nummer = numbers
    return Nieuwkomer(
        gegevens=PersoonGegevens(
            voornaam=voornaam,
            tussenvoegsel=tussenvoegsel,
            achternaam=achternaam,
            bsn=bsn,
            v_nummer=v_nummer,
            **contact(v_nummer, groep.gemeente),
        ),
        gemeente=groep.gemeente,
        opened_on=opened_on,
        wie=groep.wie,
    )


def _heard(day: date) -> date:
    """Return when the gemeente heard of what DUO did on this day."""
    return DUO_STIL[1] if DUO_STIL[0] <= day < DUO_STIL[1] else day + timedelta(days=1)
