"""Whether the inburgeringstermijn is extended, and until when."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from schakel.wet.bron import Artikel
from schakel.wet.lijsten_termijn import Verlengingsgrond
from schakel.wet.regels.verlenging_bijna_klaar import verlenging_bijna_klaar
from schakel.wet.regels.verlenging_geen_aanbod import verlenging_geen_aanbod
from schakel.wet.regels.verlenging_omstandigheid import verlenging_omstandigheid
from schakel.wet.regels.verlenging_onderbreking import verlenging_onderbreking
from schakel.wet.regels.verlenging_opleiding import verlenging_opleiding
from schakel.wet.uitkomst import Uitkomst, grounds_of, keuze_stap
from schakel.wet.verlenging import Verlenging, VerlengingFeiten

BESLUIT = Artikel("Wi2021", "12")


class _Regel(Protocol):
    def __call__(self, *, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]: ...


EIGEN_REGEL: Mapping[Verlengingsgrond, _Regel] = {
    Verlengingsgrond.GEEN_AANBOD: verlenging_geen_aanbod,
    Verlengingsgrond.NIET_VRIJSTELLEND: verlenging_opleiding,
    Verlengingsgrond.BIJNA_KLAAR: verlenging_bijna_klaar,
    Verlengingsgrond.ONDERBREKING: verlenging_onderbreking,
}


def verlenging_inburgeringstermijn(*, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]:
    """Return whether the termijn is extended on this ground (art. 12 Wi2021; ch. 4 Bi; ch. 4 Ri).

    DUO decides; this is our own check. The ground chooses the rule that answers.

    :param feiten: the ground, the end of the termijn, and what that ground asks for
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    """
    regel = EIGEN_REGEL.get(feiten.grond, verlenging_omstandigheid)
    uitkomst = regel(feiten=feiten, op=op)
    stappen = (keuze_stap("Over een verlenging beslist DUO.", BESLUIT), *uitkomst.stappen)
    return replace(uitkomst, stappen=stappen, grounds=grounds_of(stappen))
