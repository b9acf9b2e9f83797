"""Where a start fact of a sum comes from: the line of the timeline that tells it, if in sight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from schakel.base.actor import Via
from schakel.logboek.queries import Row
from schakel.traject.queries import Regel
from schakel.wet.uitkomst import Stap

BRONNEN: Mapping[Via, str] = {Via.DUO: "DUO", Via.COA: "COA", Via.MENS: "een medewerker"}
"""Sources that have another name on the screen."""

SOORTEN: Mapping[str, str] = {
    "kennisgeving": "dossier.kennisgeving_sent",
    "inschrijving_brp": "dossier.brp_registered",
    "inschrijving_hvw28": "dossier.brp_registered",
    "inschrijving_na_verhuizing": "dossier.brp_registered",
    "vergunning": "dossier.vergunning_granted",
    "doel": "dossier.vergunning_granted",
    "status_referent": "dossier.vergunning_granted",
    "doelgroep": "dossier.doelgroep_determined",
    "begin_plicht": "dossier.plicht_begun",
    "doelgroep.volgens_duo": "dossier.doelgroep_determined",
    "begin_inburgeringsplicht.volgens_duo": "dossier.plicht_begun",
    "dagtekening_pip": "traject.pip_established",
    "leerroute": "traject.pip_established",
    "bekendmaking": "traject.pip_sent",
}
"""What kind of gebeurtenis tells a start fact; one whose name two rules share, by rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Startfeiten:
    """The lines in sight that still stand on one day, the newest first.

    :param pagina: address of the page that has the timeline, "" when that is this one
    """

    regels: Sequence[Row]
    pagina: str

    def bron_van(self, regel: str, stap: Stap) -> tuple[str, str] | None:
        """Return the address of what told the fact of a step, and who it came from; or None.

        :param regel: the name of the rule whose sum it is
        """
        kind = SOORTEN.get(f"{regel}.{stap.feit}") or SOORTEN.get(stap.feit)
        told = (
            row for row in self.regels if row.kind == kind and stap.dag in {None, row.happened_on}
        )
        row = next(told, None)
        if row is None:
            return None
        return f"{self.pagina}#g{row.id}", BRONNEN.get(row.source, row.source.value)


def startfeiten_van(
    regels: Sequence[Regel], *, op: date, known_at: datetime | None = None, pagina: str = ""
) -> Startfeiten:
    """Return where the facts of a dossier come from.

    :param regels: the timeline as far as in sight
    :param op: what happened after this day counts in no sum
    :param known_at: only what was known at that moment (None = now)
    """
    return Startfeiten(
        regels=[
            row
            for row in (regel.row for regel in regels)
            if row.happened_on <= op
            and (row.is_known if known_at is None else row.was_known_at(known_at))
        ],
        pagina=pagina,
    )
