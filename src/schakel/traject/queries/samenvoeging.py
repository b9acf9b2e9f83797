"""What reading two dossiers as one would give, before it is done."""

from dataclasses import dataclass
from datetime import date

from schakel.base.problem import Problem
from schakel.dossier.queries import Zicht, as_one, list_log, require_mergeable
from schakel.traject.queries.verhaal import verhaal_of
from schakel.traject.rules.samenvoeging import require_one_pip
from schakel.traject.rules.verhaal import Verhaal


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewSamenvoeging:
    """Two stories beside each other, and what they are together; nothing of it is recorded.

    :param aan_te_vullen: what would have to be mended because of it
    """

    dit: Verhaal
    ander: Verhaal
    samen: Verhaal
    aan_te_vullen: list[Problem]


def preview_samenvoeging(*, zicht: Zicht, ander: Zicht, op: date) -> PreviewSamenvoeging:
    """Return what reading the dossier `ander` in the dossier `zicht`, both in sight, would give.

    :param op: the day on which terms and steps are compared
    :raises Refusal: as merging itself would
    """
    require_mergeable(van=ander.id, naar=zicht.id)
    mine, other = list_log(dossier=zicht.id), list_log(dossier=ander.id)
    dit, dat, samen = verhaal_of(mine), verhaal_of(other), verhaal_of(as_one(mine, other))
    require_one_pip(verhaal.traject_on(op) for verhaal in (dit, dat))
    before = {(one.first, one.text) for verhaal in (dit, dat) for one in verhaal.problems()}
    fresh = [one for one in samen.problems() if (one.first, one.text) not in before]
    return PreviewSamenvoeging(dit=dit, ander=dat, samen=samen, aan_te_vullen=fresh)
