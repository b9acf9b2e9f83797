"""The points of work of dossiers, as the log says them."""

from collections.abc import Mapping, Sequence
from datetime import date

from schakel.base.problem import Problem
from schakel.logboek.queries import Row
from schakel.traject.queries.concept import concept_standen
from schakel.traject.queries.verhaal import verhaal_of
from schakel.traject.rules.verhaal import Verhaal
from schakel.traject.rules.werk import ConceptStand, werkpunten
from schakel.traject.rules.werk import Punt as Punt


def punten_of(rows: Mapping[int, Sequence[Row]], *, day: date) -> dict[int, list[Punt]]:
    """Return all that is to be done or waited for, by dossier, on the day `day`.

    Nothing in a dossier that was merged into another: it is done there.

    :param rows: all that is read in each, by dossier
    """
    concepten = concept_standen(dossiers=list(rows))
    found: dict[int, list[Punt]] = {}
    for dossier, known in rows.items():
        verhaal = verhaal_of(known)
        if verhaal.is_leeg:
            found[dossier] = []
            continue
        found[dossier] = punten_in(
            verhaal, day=day, problemen=verhaal.problems(), concept=concepten.get(dossier)
        )
    return found


def punten_in(
    verhaal: Verhaal, *, day: date, problemen: Sequence[Problem], concept: ConceptStand | None
) -> list[Punt]:
    """Return all that is to be done or waited for in one story on the day `day`.

    :param problemen: what does not fit or is incomplete in it
    :param concept: a concept that lies with the second pair of eyes, or None
    """
    return werkpunten(
        dossier=verhaal.dossier_on(day),
        traject=verhaal.traject_on(day),
        termijnen=verhaal.termijnen_on(day),
        problemen=problemen,
        concept=concept,
    )
