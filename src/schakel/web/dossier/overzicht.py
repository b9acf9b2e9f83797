"""The list of dossiers as a person scans it: who is next, and who is late, in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.queries import DossierRow, Zicht
from schakel.keten.queries import list_medewerkers
from schakel.traject.queries import TrajectRow
from schakel.web.presentation import STAPPEN, dagen
from schakel.wet.datum import dutch_date

NADERT_IN_DAGEN = 14
NIET_GEDEELD = "niet gedeeld"
VASTGESTELD, LOOPT_NIET = "vastgesteld", "loopt nog niet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijstregel:
    """One line of the list; what is not in sight says so.

    :param uiterlijk: the last day for the PIP, while there is none
    :param vastgesteld: the day of the PIP, when that is in sight
    :param nog: how much time there is for the PIP, when that is little
    :param casusregisseur: the name, or "" when nobody has the regie (yet)
    """

    rij: DossierRow
    doelgroep: str
    stap: str
    pip: str
    uiterlijk: date | None = None
    vastgesteld: date | None = None
    te_laat: bool = False
    nog: str = ""
    casusregisseur: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lijst:
    """A page of the list, with the columns of which at least one line may be seen."""

    regels: list[Lijstregel]
    toont_verblijf: bool
    toont_voortgang: bool


def lijst_van(
    rows: Sequence[DossierRow], trajecten: Mapping[int, TrajectRow], *, op: date
) -> Lijst:
    """Return the lines as they stand on the day `op`."""
    mensen = casusregisseurs([row.zicht for row in rows])
    return Lijst(
        regels=[
            replace(
                _regel(row, trajecten.get(row.zicht.id), op),
                casusregisseur=mensen.get(row.zicht.casusregisseur or 0, ""),
            )
            for row in rows
        ],
        toont_verblijf=any(row.toont_verblijf for row in rows),
        toont_voortgang=any(row.toont_voortgang for row in rows),
    )


def casusregisseurs(zichten: Iterable[Zicht]) -> dict[int, str]:
    """Return the names of who has the regie over these dossiers, by id."""
    ids = {zicht.casusregisseur for zicht in zichten if zicht.casusregisseur is not None}
    return {one.id: one.naam for one in list_medewerkers(ids=ids).values()} if ids else {}


def _regel(row: DossierRow, traject: TrajectRow | None, op: date) -> Lijstregel:
    groep = (row.doelgroep_label or "nog niet bekend") if row.toont_verblijf else NIET_GEDEELD
    if not row.toont_voortgang or traject is None:
        return Lijstregel(rij=row, doelgroep=groep, stap=NIET_GEDEELD, pip=NIET_GEDEELD)
    closed, last_day = row.zicht.closed_on, traject.pip_laatste_dag
    waiting = closed is None and traject.pip_dagtekening is None and last_day is not None
    left = (last_day - op).days if waiting and last_day else None
    return Lijstregel(
        rij=row,
        doelgroep=groep,
        stap="gesloten" if closed else STAPPEN[traject.stap],
        pip=_pip(row, traject),
        uiterlijk=last_day if waiting else None,
        vastgesteld=traject.pip_dagtekening if row.zicht.opens(Gegevenscategorie.TAAL) else None,
        te_laat=left is not None and left < 0,
        nog=_nog(left),
    )


def _pip(row: DossierRow, traject: TrajectRow) -> str:
    if traject.pip_dagtekening is not None:
        shown = row.zicht.opens(Gegevenscategorie.TAAL)
        day = f" {dutch_date(traject.pip_dagtekening)}" if shown else ""
        return f"{VASTGESTELD}{day}"
    if row.zicht.closed_on is not None:
        return "–"
    return dutch_date(traject.pip_laatste_dag) if traject.pip_laatste_dag else LOOPT_NIET


def _nog(left: int | None) -> str:
    if left is None or not 0 <= left <= NADERT_IN_DAGEN:
        return ""
    return "vandaag" if left == 0 else f"nog {dagen(left)}"
