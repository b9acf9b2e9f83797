"""When two dossiers of one person can be read as one."""

from collections.abc import Iterable

from schakel.base.refusal import Refusal
from schakel.traject.rules.stand import TrajectStand


def require_one_pip(standen: Iterable[TrajectStand]) -> None:
    """Check that not more than one of the dossiers has a PIP in force: which one holds is decided.

    :raises Refusal: otherwise
    """
    if sum(stand.pip_op is not None for stand in standen) > 1:
        raise Refusal(
            "Beide dossiers hebben een PIP dat van kracht is. Trek eerst een van beide in, of "
            "herstel het PIP dat er nooit was."
        )
