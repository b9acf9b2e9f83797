"""The terms that follow from the facts of dossier and traject on a day."""

from dataclasses import dataclass
from datetime import date

from schakel.base.period import Period
from schakel.dossier.rules import DossierStand
from schakel.traject.rules.stand import TrajectStand
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import Verblijfsvergunning, Wet
from schakel.wet.regels.bezwaartermijn import BezwaarFeiten, Bezwaartermijn, bezwaartermijn
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
from schakel.wet.regels.pip_termijn import PIPTermijn, PIPTermijnFeiten, pip_termijn
from schakel.wet.uitkomst import Uitkomst, gevraagd

VASTSTELLING = Artikel("Wi2021", "15", lid="1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnen:
    """Every term that runs or ran, each with its own explanation.

    :param pip: None for who falls under the old law
    :param pip_op_tijd: True or False once this gemeente has a PIP; None before it
    :param verzonden_op: day on which the PIP in force was sent or handed over
    """

    pip: Uitkomst[PIPTermijn] | None
    pip_op_tijd: bool | None
    inburgering: Uitkomst[Period] | None
    verzonden_op: date | None = None

    @property
    def bezwaar(self) -> Uitkomst[Bezwaartermijn] | None:
        """Until when someone can object to the PIP: reckoned when asked, it decides nothing."""
        if self.verzonden_op is None:
            return None
        return gevraagd(bezwaartermijn, feiten=BezwaarFeiten(bekendmaking=self.verzonden_op))

    @property
    def geldig_tot(self) -> date | None:
        """First later day on which a version of a rule behind these terms changes."""
        days = [self.pip and self.pip.geldig_tot, self.inburgering and self.inburgering.geldig_tot]
        return min((day for day in days if day), default=None)


def termijnen(*, dossier: DossierStand, traject: TrajectStand) -> Termijnen:
    """Return the terms as they stand on the day of both stands.

    The termijn for the PIP is judged by the version of Bi 5.3 in force on the day of asking; once
    the gemeente has its PIP, by the version of the dagtekening: a later change of law does not
    make an old PIP late.
    """
    inburgering = (
        None
        if traject.eerste_pip_op is None
        else gevraagd(inburgeringstermijn, dagtekening_pip=traject.eerste_pip_op)
    )
    if dossier.wet is Wet.WI2013:
        return Termijnen(
            pip=None,
            pip_op_tijd=None,
            inburgering=inburgering,
            verzonden_op=traject.verzonden_op,
        )
    own_pip = _own_pip(dossier, traject)
    pip = gevraagd(
        pip_termijn,
        feiten=_feiten(dossier, traject),
        op=dossier.op if own_pip is None else own_pip,
    )
    last_day = pip.value.laatste_dag
    return Termijnen(
        pip=pip,
        pip_op_tijd=None if own_pip is None or last_day is None else own_pip <= last_day,
        inburgering=inburgering,
        verzonden_op=traject.verzonden_op,
    )


def _own_pip(dossier: DossierStand, traject: TrajectStand) -> date | None:
    """Return the dagtekening by which the gemeente is judged, once it has a PIP in force.

    A PIP that was withdrawn and made anew does not make a first one late that was in time.
    """
    if traject.pip_op is None or traject.pip_gemeente != dossier.gemeente:
        return None
    first = dict(traject.eerste_pips).get(dossier.gemeente, traject.pip_op)
    back_again = dossier.per is not None and first < dossier.per
    return traject.pip_op if back_again else first


def pip_gronden(dagtekening: date) -> tuple[Artikel, ...]:
    """Return the articles on which a PIP of this date rests: to establish it, and its termijn.

    :raises NotInForce: if there was no law yet
    """
    return (VASTSTELLING, *inburgeringstermijn(dagtekening_pip=dagtekening).grounds)


def _feiten(dossier: DossierStand, traject: TrajectStand) -> PIPTermijnFeiten:
    first = dossier.inschrijvingen[0][1] if dossier.inschrijvingen else None
    here, pip = dossier.inschrijving_in(dossier.gemeente), traject.eerste_pip_op
    moved = here if first is not None and here is not None and first < here else None
    return PIPTermijnFeiten(
        vergunning=dossier.vergunning or Verblijfsvergunning.REGULIER_BEPAALD,
        gehuisvest_hvw28=bool(dossier.hvw28_gemeente),
        kennisgeving=dossier.kennisgeving,
        inschrijving_brp=first,
        inschrijving_hvw28=dossier.inschrijving_in(dossier.hvw28_gemeente),
        pip_voor_verhuizing=moved is not None and pip is not None and pip < moved,
        inschrijving_na_verhuizing=moved,
    )
