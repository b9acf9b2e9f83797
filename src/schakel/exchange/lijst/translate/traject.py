"""What a row tells of the steps: intake, leerbaarheidstoets, PIP and aanmelding."""

from collections.abc import Mapping
from datetime import date

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.exchange.lijst import waarden
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst, Gegeven, Soort
from schakel.exchange.lijst.translate.lezer import Lezer
from schakel.traject import events as stappen
from schakel.traject.events import Gespreksvorm
from schakel.wet.datum import dutch_date
from schakel.wet.regels.toepasselijke_wet import INWERKINGTREDING

TWEEDE_AANWEZIGE = "tweede_aanwezige"


def over_traject(
    lezer: Lezer, gemeente: str, dagen: Mapping[Kolom, date | None]
) -> dict[Kolom, Gegeven]:
    found = {**_intake(lezer, dagen[Kolom.INTAKE]), **_leerbaarheidstoets(lezer, dagen)}
    pip = _pip(lezer, gemeente, dagen[Kolom.PIP])
    if pip is not None:
        found[Kolom.PIP] = pip
        _vergelijk(lezer, Kolom.PIP, pip.op, dagen[Kolom.KENNISGEVING], "de kennisgeving van DUO")
    aangemeld = dagen[Kolom.AANMELDING]
    if aangemeld is not None:
        event = stappen.AanmeldingMade(gemeente=gemeente)
        found[Kolom.AANMELDING] = Gegeven(event=event, op=aangemeld)
        _vergelijk(lezer, Kolom.AANMELDING, aangemeld, dagen[Kolom.PIP] or date.max, "het PIP")
    return found


def _vergelijk(lezer: Lezer, kolom: Kolom, day: date, other: date | None, what: str) -> None:
    if other is not None and day < other:
        lezer.twijfel(
            kolom,
            Soort.VREEMDE_VOLGORDE,
            f"{dutch_date(day)} is voor {what}. Zo wordt het overgenomen; controleer beide data.",
        )


def _intake(lezer: Lezer, day: date | None) -> dict[Kolom, Gegeven]:
    wie = lezer.tekst(Kolom.TWEEDE)
    if day is None:
        return {}
    if not wie:
        lezer.twijfel(
            Kolom.TWEEDE,
            Soort.TWEEDE_OGEN,
            "Er is een intake zonder tweede paar ogen. Vul aan wie erbij was, of waarom niemand.",
        )
    vorm = Gespreksvorm.VIER_OGEN if wie else None
    noten = [(TWEEDE_AANWEZIGE, wie, Gegevenscategorie.NOTITIES_INTERN)] if wie else []
    event = stappen.BredeIntakeStarted(vorm=vorm)
    return {Kolom.INTAKE: Gegeven(event=event, op=day, noten=noten)}


def _leerbaarheidstoets(lezer: Lezer, dagen: Mapping[Kolom, date | None]) -> dict[Kolom, Gegeven]:
    gepland, afgenomen = dagen[Kolom.LBT_GEPLAND], dagen[Kolom.LBT_AFGENOMEN]
    found = {}
    if gepland is not None:
        # The list does not say when the appointment was made: no later than any of these days.
        made = min(day for day in (gepland, afgenomen, lezer.vandaag) if day)
        found[Kolom.LBT_GEPLAND] = Gegeven(
            event=stappen.LeerbaarheidstoetsPlanned(gepland_op=gepland), op=made, los=True
        )
    uitslag = lezer.lees(Kolom.LBT_UITSLAG, waarden.uitslag, Soort.ONBEGREPEN, Ernst.TWIJFEL)
    if afgenomen is not None:
        found[Kolom.LBT_AFGENOMEN] = Gegeven(
            event=stappen.LeerbaarheidstoetsTaken(uitslag=uitslag), op=afgenomen
        )
    elif uitslag is not None and not lezer.tekst(Kolom.LBT_AFGENOMEN):
        lezer.twijfel(
            Kolom.LBT_AFGENOMEN,
            Soort.ONTBREEKT,
            "Er is een uitslag, maar geen dag waarop de toets is afgenomen. Vul die dag aan; tot "
            "dan wordt de uitslag niet overgenomen.",
        )
    return found


def _pip(lezer: Lezer, gemeente: str, day: date | None) -> Gegeven | None:
    leerroute = lezer.lees(Kolom.LEERROUTE, waarden.leerroute, Soort.KEUZE, Ernst.FOUT)
    if day is None:
        if leerroute and not lezer.tekst(Kolom.PIP):
            lezer.twijfel(
                Kolom.PIP,
                Soort.ONTBREEKT,
                "Er is een leerroute, maar geen PIP. Vul de dagtekening aan; tot dan wordt de "
                "leerroute niet overgenomen.",
            )
        return None
    if not lezer.tekst(Kolom.LEERROUTE):
        lezer.twijfel(
            Kolom.LEERROUTE,
            Soort.ONTBREEKT,
            "Bij dit PIP ontbreekt de leerroute. Vul aan: B1, Z of O.",
        )
    if day < INWERKINGTREDING:
        text = "Een PIP bestaat pas sinds 1 januari 2022. Controleer de dagtekening."
        lezer.fout(Kolom.PIP, Soort.VOLGORDE, text)
        return None
    event = stappen.PIPEstablished(leerroute=leerroute, gemeente=gemeente)
    return Gegeven(event=event, op=day)
