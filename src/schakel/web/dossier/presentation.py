"""A dossier in the order in which a person reads it. It translates; it decides nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from schakel.dossier.queries import DossierStand
from schakel.keten.queries import MedewerkerRow, list_gemeenten, list_medewerkers
from schakel.logboek.queries import Row
from schakel.traject.queries import Regel, Stap, Termijnen, TrajectStand
from schakel.wet.regels.pip_termijn import PIPTermijn
from schakel.wet.uitkomst import Uitkomst


class Staat(StrEnum):
    """How a step or a term stands, in words that also show as a colour."""

    KLAAR = "klaar"
    NU = "nu"
    STRAKS = "straks"
    TE_LAAT = "te laat"
    OP_TIJD = "op tijd"
    LOOPT = "loopt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processtap:
    """One step of the trajectory with the day on which it was done."""

    naam: str
    staat: Staat
    dag: date | None
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """A term with the last day, how it stands, and its explanation."""

    naam: str
    laatste_dag: date | None
    staat: Staat
    uitkomst: Uitkomst[Any]
    noot: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tijdlijnregel:
    """One line of the timeline, with who recorded it and what came in its place."""

    regel: Regel
    wie: str
    opvolger: Row | None
    reden: str
    hersteld_door: str
    sjabloon: str

    @property
    def is_ongedaan(self) -> bool:
        """True for a line that only says that another never happened."""
        return self.regel.row.kind.endswith(".voided")


def processtappen(stand: TrajectStand) -> list[Processtap]:
    """Return the steps, the next one marked."""
    done = {
        Stap.BREDE_INTAKE: (
            stand.brede_intake_op,
            "bij afwezigheid afgerond" if stand.in_absentie else "",
        ),
        Stap.LEERBAARHEIDSTOETS: (stand.afgenomen_op or stand.ontheffing_op, _toets(stand)),
        Stap.PIP: (stand.pip_op, stand.leerroute.label if stand.leerroute else ""),
        Stap.AANMELDING: (stand.aanmelding_op or stand.eigen_inschrijving_op, ""),
    }
    steps = []
    for stap, (day, note) in done.items():
        staat = Staat.KLAAR if day else Staat.NU if stap is stand.stap else Staat.STRAKS
        steps.append(Processtap(naam=STAPPEN[stap], staat=staat, dag=day, noot=note))
    leerroute = Staat.NU if stand.stap is Stap.LEERROUTE else Staat.STRAKS
    return [*steps, Processtap(naam="Leerroute", staat=leerroute, dag=None)]


STAPPEN = {
    Stap.BREDE_INTAKE: "Brede intake",
    Stap.LEERBAARHEIDSTOETS: "Leerbaarheidstoets",
    Stap.PIP: "PIP",
    Stap.AANMELDING: "Aanmelding",
    Stap.LEERROUTE: "Leerroute",
}

VOLGENDE = {
    Stap.BREDE_INTAKE: "Nodig uit voor het eerste gesprek van de brede intake.",
    Stap.LEERBAARHEIDSTOETS: "Plan de leerbaarheidstoets, of leg de uitslag vast.",
    Stap.PIP: "Stel het PIP vast.",
    Stap.AANMELDING: "Meld aan bij de taalaanbieder.",
    Stap.LEERROUTE: "De leerroute loopt.",
}


def _toets(stand: TrajectStand) -> str:
    if stand.afgenomen_op:
        return stand.uitslag.label if stand.uitslag else "uitslag nog niet bekend"
    if stand.ontheffing_op:
        return "ontheffing"
    if stand.afspraak_op is None:
        return ""
    when = "uitslag ontbreekt, gepland op" if stand.afspraak_op < stand.op else "gepland op"
    return f"{when} {stand.afspraak_op:%d-%m-%Y}"


def termijnen(found: Termijnen, *, traject: TrajectStand, op: date) -> list[Termijn]:
    """Return the terms with the state they have on the day `op`."""
    terms = []
    if found.pip is not None:
        terms.append(
            Termijn(
                naam="PIP uiterlijk vast te stellen op",
                laatste_dag=found.pip.value.laatste_dag,
                staat=_pip_staat(found.pip.value, found.pip_op_tijd, op),
                uitkomst=found.pip,
                noot=f"vastgesteld op {traject.pip_op:%d-%m-%Y}" if traject.pip_op else "",
            )
        )
    if found.inburgering is not None:
        last_day = found.inburgering.value.last_day
        late = last_day is not None and last_day < op
        terms.append(
            Termijn(
                naam="Inburgeringstermijn tot en met",
                laatste_dag=last_day,
                staat=Staat.TE_LAAT if late else Staat.LOOPT,
                uitkomst=found.inburgering,
            )
        )
    return terms


def _pip_staat(termijn: PIPTermijn, op_tijd: bool | None, op: date) -> Staat:
    if op_tijd is not None:
        return Staat.OP_TIJD if op_tijd else Staat.TE_LAAT
    late = termijn.laatste_dag is not None and termijn.laatste_dag < op
    return Staat.TE_LAAT if late else Staat.LOOPT


def tijdlijn(regels: Sequence[Regel], *, known_at: datetime | None = None) -> list[Tijdlijnregel]:
    """Return the lines with names; a corrected one with what came in its place and why.

    :param known_at: only what was recorded by then
    """
    seen = [one for one in regels if known_at is None or one.row.recorded_at <= known_at]
    people = list_medewerkers(ids=[one.row.actor for one in seen if one.row.actor])
    successors = {one.row.replaces: one.row for one in seen if one.row.replaces}
    return [_line(one, successors.get(one.row.id), people) for one in seen]


def _line(regel: Regel, opvolger: Row | None, people: Mapping[int, MedewerkerRow]) -> Tijdlijnregel:
    return Tijdlijnregel(
        regel=regel,
        wie=who(regel.row, people),
        opvolger=opvolger,
        reden=opvolger.toelichting.get("reden", "") if opvolger else "",
        hersteld_door=who(opvolger, people) if opvolger else "",
        sjabloon=f"web/tijdlijn/{regel.row.kind}.html",
    )


def who(row: Row, people: Mapping[int, MedewerkerRow]) -> str:
    """Return who recorded a row: a name with the organisation, or the source."""
    medewerker = people.get(row.actor or 0)
    if medewerker is None:
        return {"duo": "DUO", "coa": "COA"}.get(row.source.value, row.source.value)
    return f"{medewerker.naam}, {medewerker.organisatie_naam}"


def gemeentenamen() -> dict[str, str]:
    """Return the names of gemeenten by CBS code."""
    return {gemeente.code: gemeente.naam for gemeente in list_gemeenten()}


def doelgroep_uitkomst(stand: DossierStand) -> Uitkomst[Any]:
    """Return which doelgroep is followed, with its explanation."""
    return stand.doelgroep
