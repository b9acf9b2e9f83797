"""A dossier in the order in which a person reads it. It translates; it decides nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.queries import DossierStand, Zicht
from schakel.keten.queries import list_gemeenten
from schakel.traject.queries import Stap, Termijnen, TrajectStand
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Wet
from schakel.wet.regels.pip_termijn import PIPTermijn
from schakel.wet.uitkomst import Uitkomst

TAAL, VERBLIJF = Gegevenscategorie.TAAL, Gegevenscategorie.VERBLIJF
VOORTGANG = Gegevenscategorie.VOORTGANG


class Staat(StrEnum):
    """How a step or a term stands, in words that also show as a colour."""

    KLAAR = "klaar"
    NU = "nu"
    STRAKS = "straks"
    TE_LAAT = "te laat"
    OP_TIJD = "op tijd"
    LOOPT = "loopt"
    ONBEKEND = "loopt nog niet"
    VOORBIJ = "voorbij"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processtap:
    """One step of the trajectory with the day on which it was done, as far as in sight."""

    naam: str
    staat: Staat
    dag: date | None = None
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term with the last day, how it stands, and its explanation.

    :param toont_som: the facts of the sum are in sight
    """

    naam: str
    laatste_dag: date | None
    staat: Staat
    uitkomst: Uitkomst[Any]
    toont_som: bool
    noot: str = ""


STAPPEN = {
    Stap.BREDE_INTAKE: "Brede intake",
    Stap.LEERBAARHEIDSTOETS: "Leerbaarheidstoets",
    Stap.PIP: "PIP",
    Stap.AANMELDING: "Aanmelding",
    Stap.LEERROUTE: "Leerroute",
}


def processtappen(stand: TrajectStand, *, zicht: Zicht, loopt: bool = True) -> list[Processtap]:
    """Return the steps, the next one marked; a day or result only if its category is in sight.

    :param loopt: there is a next step at all
    """
    done = {
        Stap.BREDE_INTAKE: stand.brede_intake_compleet or stand.pip_op is not None,
        Stap.LEERBAARHEIDSTOETS: stand.leerbaarheidstoets_gedaan,
        Stap.PIP: stand.pip_op is not None,
        Stap.AANMELDING: _aanmelding(stand) is not None,
        Stap.LEERROUTE: False,
    }
    now, told = _now(stand) if loopt else None, _told(stand, zicht)
    return [
        Processtap(
            naam=naam,
            staat=Staat.KLAAR if done[stap] else Staat.NU if stap is now else Staat.STRAKS,
            dag=told[stap][0],
            noot=told[stap][1],
        )
        for stap, naam in STAPPEN.items()
    ]


def _now(stand: TrajectStand) -> Stap:
    """Return where someone is: a talk without all its subjects is still the brede intake."""
    begun = stand.brede_intake_op is not None and stand.pip_op is None
    return Stap.BREDE_INTAKE if begun and not stand.brede_intake_compleet else stand.stap


def _told(stand: TrajectStand, zicht: Zicht) -> dict[Stap, tuple[date | None, str]]:
    """Return of each step the day and what is said beside it, as far as in sight."""
    taal = zicht.opens(TAAL)
    pip = (stand.pip_op, stand.leerroute.label if stand.leerroute else "")
    return {
        Stap.BREDE_INTAKE: (stand.brede_intake_op, _intake(stand)),
        Stap.LEERBAARHEIDSTOETS: _toets(stand, zicht),
        Stap.PIP: pip if taal else (None, ""),
        Stap.AANMELDING: (_aanmelding(stand) if taal else None, ""),
        Stap.LEERROUTE: (None, ""),
    }


def _intake(stand: TrajectStand) -> str:
    if stand.in_absentie:
        return "bij afwezigheid afgerond"
    if stand.brede_intake_op is None:
        if stand.gesprek_op is None:
            return ""
        when = "was gepland op" if stand.gesprek_op < stand.op else "gesprek op"
        return f"{when} {dutch_date(stand.gesprek_op)}"
    if stand.brede_intake_compleet or stand.pip_op is not None:
        return ""
    left = len(stand.ontbrekende_onderwerpen)
    return f"nog {left} {'onderwerp' if left == 1 else 'onderwerpen'}"


def _aanmelding(stand: TrajectStand) -> date | None:
    return stand.aanmelding_op or stand.eigen_inschrijving_op


def _toets(stand: TrajectStand, zicht: Zicht) -> tuple[date | None, str]:
    """Return the day and the outcome: of a test these are progress, of an ontheffing health."""
    if stand.afgenomen_op and zicht.opens(VOORTGANG):
        return stand.afgenomen_op, stand.uitslag.label if stand.uitslag else "uitslag niet bekend"
    if stand.ontheffing_op and zicht.opens(Gegevenscategorie.GEZONDHEID):
        return stand.ontheffing_op, "ontheffing"
    if stand.afspraak_op is None or stand.leerbaarheidstoets_gedaan:
        return None, ""
    when = "uitslag ontbreekt, gepland op" if stand.afspraak_op < stand.op else "gepland op"
    return None, f"{when} {dutch_date(stand.afspraak_op)}"


def klaar_omdat(feiten: DossierStand, *, zicht: Zicht) -> str:
    """Return why there is no next step at all, or ""."""
    if feiten.closed_on is not None:
        return f"Geen: het dossier is gesloten op {dutch_date(feiten.closed_on)}."
    if feiten.einde_plicht is None and feiten.wet is not Wet.WI2013:
        return ""
    if not zicht.opens(VERBLIJF):
        return "Geen."
    if feiten.einde_plicht is not None:
        return f"Geen: de inburgeringsplicht is geëindigd op {dutch_date(feiten.einde_plicht)}."
    return "Geen: deze persoon valt buiten de Wet inburgering 2021."


def termijnen(found: Termijnen, *, traject: TrajectStand, zicht: Zicht, op: date) -> list[Termijn]:
    """Return the terms with the state they have on the day `op`."""
    told = traject.pip_op if zicht.opens(TAAL) else None
    open_pip = traject.pip_op is None  # until then the day of asking chooses the version
    terms = []
    if found.pip is not None:
        terms.append(
            Termijn(
                naam="PIP uiterlijk vast te stellen op",
                laatste_dag=found.pip.value.laatste_dag,
                staat=_pip_staat(found.pip.value, found.pip_op_tijd, op),
                uitkomst=found.pip,
                toont_som=zicht.opens(VERBLIJF) and (open_pip or zicht.opens(TAAL)),
                noot=f"vastgesteld op {dutch_date(told)}" if told else "",
            )
        )
    if found.inburgering is not None and zicht.opens(TAAL):
        last_day = found.inburgering.value.last_day
        late = last_day is not None and last_day < op
        terms.append(
            Termijn(
                naam="Inburgeringstermijn tot en met",
                laatste_dag=last_day,
                staat=Staat.TE_LAAT if late else Staat.LOOPT,
                uitkomst=found.inburgering,
                toont_som=True,
            )
        )
    if found.bezwaar is not None and zicht.opens(TAAL):
        last_day = found.bezwaar.value.laatste_dag
        terms.append(
            Termijn(
                naam="Bezwaar tegen het PIP tot en met",
                laatste_dag=last_day,
                staat=Staat.VOORBIJ if last_day < op else Staat.LOOPT,
                uitkomst=found.bezwaar,
                toont_som=True,
            )
        )
    return terms


def _pip_staat(termijn: PIPTermijn, op_tijd: bool | None, op: date) -> Staat:
    if op_tijd is not None:
        return Staat.OP_TIJD if op_tijd else Staat.TE_LAAT
    if termijn.laatste_dag is None:
        return Staat.ONBEKEND
    return Staat.TE_LAAT if termijn.laatste_dag < op else Staat.LOOPT


def vandaag_op_tijd(found: Termijnen, *, op: date) -> str:
    """Return in one sentence whether a PIP of today would be in time, or "" if that is past."""
    if found.pip is None or found.pip_op_tijd is not None:
        return ""
    last_day = found.pip.value.laatste_dag
    if last_day is None:
        return "De termijn voor het PIP loopt nog niet, omdat nog niet bekend is wanneer zij begon."
    days = (last_day - op).days
    if days < 0:
        return f"Een PIP van vandaag is {dagen(-days)} te laat. Vaststellen kan en moet nog wel."
    if days == 0:
        return "Een PIP van vandaag is op tijd. Vandaag is de laatste dag."
    return f"Een PIP van vandaag is op tijd. Er {'is' if days == 1 else 'zijn'} nog {dagen(days)}."


def dagen(number: int) -> str:
    """Return `1 dag`, `12 dagen`."""
    return "1 dag" if number == 1 else f"{number} dagen"


def gemeentenamen() -> dict[str, str]:
    """Return the names of gemeenten by CBS code."""
    return {gemeente.code: gemeente.naam for gemeente in list_gemeenten()}
