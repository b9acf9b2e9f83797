"""A letter as traject would hand it in, and one that was made."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.brieven.actions import make_pip_brief
from schakel.brieven.rules import Afweging, Onderdeel, PIPBrief
from schakel.dossier.tests.world import NU, consulent

BRIEF = PIPBrief(
    gemeente="Woerden",
    orgaan="het college van burgemeester en wethouders van Woerden",
    namens="namens het college, de directeur van Ferm Werk",
    ondertekenaar="R. Vermaat",
    functie="directeur",
    bezwaar_bij="het college van burgemeester en wethouders van Woerden",
    bezwaar_adres=("Commissie bezwaarschriften", "Postbus 00", "0000 AA Woerden"),
    naam="Selam Tekle",
    adres=("Voorbeeldstraat 1", "0000 AA Woerden"),
    kenmerk="PIP 2022-0017",
    dagtekening=date(2022, 6, 10),
    leerroute="B1-route",
    niveau="B1",
    onderdelen=(
        Onderdeel(
            "Uw leerroute en uren",
            "U volgt de B1-route. U gaat 15 uur per week naar les, vanaf september.",
            "Wet inburgering 2021, artikel 15, eerste en tweede lid",
        ),
        Onderdeel(
            "Participatieverklaringstraject (PVT)",
            "U leert over de kernwaarden van Nederland. Dit duurt 12 uur.",
            "Wet inburgering 2021, artikel 15, eerste lid, onder c",
        ),
        Onderdeel(
            "Module Arbeidsmarkt en Participatie (MAP)",
            "U maakt een plan voor werk en u loopt mee bij een werkgever.",
            "Wet inburgering 2021, artikel 15, eerste lid, onder c",
        ),
        Onderdeel(
            "Begeleiding en gesprekken",
            "Uw casusregisseur spreekt u vier keer per jaar over hoe het gaat.",
            "Besluit inburgering 2021, artikel 5.3",
        ),
    ),
    afwegingen=(
        Afweging(
            "B1-route",
            "Uw toets laat zien dat u niveau B1 kunt halen. U wilt snel aan het werk in de zorg en "
            "daar is B1 voor nodig.",
            True,
        ),
        Afweging(
            "Onderwijsroute",
            "U bent 34 jaar en wilt geen opleiding van enkele jaren volgen. Dat hebt u in het "
            "gesprek van 12 april gezegd.",
            False,
        ),
        Afweging(
            "Zelfredzaamheidsroute",
            "Deze route is voor wie niveau B1 niet kan halen. Dat is bij u niet zo.",
            False,
        ),
    ),
    motivering="In de brede intake hebben wij met u gesproken over uw opleiding, uw werk en uw "
    "wensen. U was in Eritrea verpleegkundige.",
    gronden=(
        "Wet inburgering 2021, artikel 15: het PIP",
        "Wet inburgering 2021, artikel 14: de brede intake",
        "Besluit inburgering 2021, artikel 5.3: de termijn en de inhoud van het PIP",
    ),
    termijn_van=date(2022, 6, 11),
    termijn_laatste_dag=date(2025, 6, 10),
    meegelezen="een medewerker van de maatschappelijke begeleiding",
)


def a_brief(**changes: Any) -> PIPBrief:
    """Return a whole letter, with what matters changed."""
    return replace(BRIEF, **changes)


def a_writer() -> Actor:
    """Return the consulent, who may establish a PIP."""
    return replace(
        consulent(), permissions=frozenset({Permission.DOSSIER_READ, Permission.PIP_WRITE})
    )


def make(
    dossier: int,
    *,
    gebeurtenis: int = 7,
    brief: PIPBrief = BRIEF,
    actor: Actor | None = None,
    now: datetime = NU,
) -> int:
    """Make the letter and return the id of the document."""
    return make_pip_brief(
        actor=actor or a_writer(), dossier=dossier, gebeurtenis=gebeurtenis, brief=brief, now=now
    )
