"""What is to be done in a traject, by whom, and since when: the points of the werkvoorraad.

Nothing here says that something is late: that is for who compares with today.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from schakel.base.problem import Problem
from schakel.dossier.rules import DossierStand
from schakel.traject.rules.stand import TrajectStand
from schakel.traject.rules.termijnen import Termijnen
from schakel.wet.lijsten import Doelgroep, Wet


class Handeling(StrEnum):
    """What is to be done, or waited for."""

    UITNODIGEN = "uitnodigen"
    REACTIE = "reactie"
    GESPREK = "gesprek"
    OPROEP = "oproep"
    ONDERWERPEN = "onderwerpen"
    TOETS_PLANNEN = "toets_plannen"
    TOETS = "toets"
    TOETS_UITSLAG = "toets_uitslag"
    KENNISGEVING = "kennisgeving"
    PIP_OPSTELLEN = "pip_opstellen"
    PIP_MEELEZEN = "pip_meelezen"
    PIP_VERZENDEN = "pip_verzenden"
    AANMELDEN = "aanmelden"
    INSCHRIJVING = "inschrijving"
    TEGENSPRAAK = "tegenspraak"
    AANVULLEN = "aanvullen"


class AanZet(StrEnum):
    """Whose move it is."""

    WIJ = "wij"
    INBURGERAAR = "inburgeraar"
    DUO = "duo"
    TWEEDE_PAAR_OGEN = "tweede_paar_ogen"

    @property
    def label(self) -> str:
        return {
            "wij": "wij",
            "inburgeraar": "de inburgeraar",
            "duo": "DUO",
            "tweede_paar_ogen": "het tweede paar ogen",
        }[self.value]


class Punt(NamedTuple):
    """One point of work.

    :param sinds: since when it can be done, or is waited for
    :param op: day of the appointment that it is about, or None
    :param uiterlijk: last day of the term that it serves, or None
    """

    handeling: str
    aan_zet: str
    sinds: date
    op: date | None = None
    uiterlijk: date | None = None


class ConceptStand(NamedTuple):
    """A concept PIP that lies with the second pair of eyes since a day."""

    voorgelegd_op: date


def werkpunten(
    *,
    dossier: DossierStand,
    traject: TrajectStand,
    termijnen: Termijnen,
    problemen: Sequence[Problem] = (),
    concept: ConceptStand | None = None,
) -> list[Punt]:
    """Return all that is to be done or waited for on the day of both stands.

    :param problemen: what does not fit or is incomplete in the story
    :param concept: a concept PIP that was laid before the second pair of eyes, or None
    """
    found = []
    if problemen:
        found.append(_wij(Handeling.AANVULLEN, dossier.opened_on or dossier.op))
    if not _runs(dossier):
        return found
    found += [_wij(Handeling.TEGENSPRAAK, on) for on in traject.open_tegenspraak.values()][:1]
    if traject.pip_op is None or traject.na_verhuizing(dossier.gemeente):
        found += _before_pip(dossier, traject, termijnen, concept)
    else:
        found += _after_pip(dossier, traject, traject.pip_op)
    return found


def _runs(dossier: DossierStand) -> bool:
    """True while there is a next step at all."""
    closed = dossier.closed_on is not None or dossier.einde_plicht is not None
    return not closed and dossier.wet is not Wet.WI2013


def _wij(handeling: Handeling, sinds: date, uiterlijk: date | None = None) -> Punt:
    return Punt(handeling.value, AanZet.WIJ.value, sinds, uiterlijk=uiterlijk)


def _before_pip(
    dossier: DossierStand,
    traject: TrajectStand,
    termijnen: Termijnen,
    concept: ConceptStand | None,
) -> Iterator[Punt]:
    """After a move there is a PIP to make without another toets (Wi2021 15 lid 4)."""
    uiterlijk = termijnen.pip.value.laatste_dag if termijnen.pip else None
    moved = dossier.per if traject.na_verhuizing(dossier.gemeente) else None
    begin = moved or dossier.kennisgeving or dossier.opened_on or dossier.op
    if traject.brede_intake_op is None:
        yield _gesprek(traject, begin, uiterlijk)
    else:
        yield from _onderwerpen(traject, moved or traject.brede_intake_op, uiterlijk)
    if moved is None:
        yield from _toets(traject, uiterlijk)
    if moved is None and dossier.kennisgeving is None and uiterlijk is None:
        yield Punt(Handeling.KENNISGEVING.value, AanZet.DUO.value, begin)
    if traject.brede_intake_compleet and (moved or traject.leerbaarheidstoets_gedaan):
        done = (traject.laatste_onderwerp_op, traject.brede_intake_op, _toets_klaar(traject), moved)
        yield _pip(max(day for day in done if day), uiterlijk, concept)


def _gesprek(traject: TrajectStand, begin: date, uiterlijk: date | None) -> Punt:
    """The way to the first talk; who missed the talk of an oproep is summoned again by us."""
    sent, planned = traject.uitnodiging_op, traject.gesprek_op
    last = traject.oproepen[-1] if traject.oproepen else None
    if planned is not None and (last is None or planned >= last.op):
        return Punt(
            Handeling.GESPREK.value, AanZet.INBURGERAAR.value, sent or begin, planned, uiterlijk
        )
    if last is not None and traject.oproep_gemist:
        return _wij(Handeling.OPROEP, traject.gemist_op or last.op, uiterlijk)
    if last is not None:
        return Punt(
            Handeling.OPROEP.value, AanZet.INBURGERAAR.value, last.op, last.uiterlijk, uiterlijk
        )
    stopped = max((day for day in (traject.gemist_op, traject.afgezegd_op) if day), default=None)
    if sent is not None and (stopped is None or sent >= stopped):
        return Punt(Handeling.REACTIE.value, AanZet.INBURGERAAR.value, sent, uiterlijk=uiterlijk)
    return _wij(Handeling.UITNODIGEN, stopped or begin, uiterlijk)


def _onderwerpen(traject: TrajectStand, begin: date, uiterlijk: date | None) -> Iterator[Punt]:
    if traject.ontbrekende_onderwerpen:
        yield _wij(Handeling.ONDERWERPEN, begin, uiterlijk)


def _toets(traject: TrajectStand, uiterlijk: date | None) -> Iterator[Punt]:
    if traject.afspraak_op is not None:
        yield Punt(
            Handeling.TOETS.value, AanZet.INBURGERAAR.value, traject.toets_gepland_op or traject.op,
            traject.afspraak_op, uiterlijk,
        )  # fmt: skip
    elif traject.afgenomen_op is not None and traject.uitslag is None:
        yield Punt(
            Handeling.TOETS_UITSLAG.value, AanZet.DUO.value, traject.afgenomen_op,
            uiterlijk=uiterlijk,
        )  # fmt: skip
    elif not traject.leerbaarheidstoets_gedaan:
        begin = traject.brede_intake_op or traject.uitnodiging_op
        if begin is not None:
            yield _wij(Handeling.TOETS_PLANNEN, begin, uiterlijk)


def _toets_klaar(traject: TrajectStand) -> date | None:
    return traject.afgenomen_op or traject.ontheffing_op


def _pip(sinds: date, uiterlijk: date | None, concept: ConceptStand | None) -> Punt:
    if concept is not None:
        return Punt(
            Handeling.PIP_MEELEZEN.value, AanZet.TWEEDE_PAAR_OGEN.value, concept.voorgelegd_op,
            uiterlijk=uiterlijk,
        )  # fmt: skip
    return _wij(Handeling.PIP_OPSTELLEN, sinds, uiterlijk)


def _after_pip(dossier: DossierStand, traject: TrajectStand, pip_op: date) -> Iterator[Punt]:
    if traject.pip_met_brief and traject.verzonden_op is None:
        yield _wij(Handeling.PIP_VERZENDEN, pip_op)
    if traject.aanmelding_op is not None or traject.eigen_inschrijving_op is not None:
        return
    if dossier.doelgroep.value is Doelgroep.GEZINSMIGRANT_OVERIG:
        yield Punt(Handeling.INSCHRIJVING.value, AanZet.INBURGERAAR.value, pip_op)
    else:
        yield _wij(Handeling.AANMELDEN, pip_op)
