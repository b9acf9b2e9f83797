"""All that is known of one dossier, as the rules read it, and what one more fact would do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schakel.base.event import Event, Occurrence, in_order
from schakel.base.problem import THE_WHOLE, Problem
from schakel.base.refusal import Refusal
from schakel.dossier.rules import DossierStand
from schakel.dossier.rules import fold as fold_dossier
from schakel.dossier.rules import problems as problems_dossier
from schakel.traject.rules.problems import problems as problems_traject
from schakel.traject.rules.stand import TrajectStand
from schakel.traject.rules.stand import fold as fold_traject
from schakel.traject.rules.termijnen import Termijnen, termijnen


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhaal:
    """The facts about the person and the steps of the traject, each in order."""

    feiten: Sequence[Occurrence[Event]]
    stappen: Sequence[Occurrence[Event]]

    @property
    def is_leeg(self) -> bool:
        """True if nothing is known: it is told in another dossier."""
        return not self.feiten and not self.stappen

    def dossier_on(self, day: date) -> DossierStand:
        """Return what is true of the person on the day."""
        return fold_dossier(self.feiten, op=day)

    def traject_on(self, day: date) -> TrajectStand:
        """Return what has been done on the day."""
        return fold_traject(self.stappen, op=day)

    def termijnen_on(self, day: date) -> Termijnen:
        """Return the terms as they stand on the day."""
        return termijnen(dossier=self.dossier_on(day), traject=self.traject_on(day))

    def problems(self) -> list[Problem]:
        """Return all that does not fit."""
        return problems_dossier(self.feiten) + problems_traject(
            steps=self.stappen, feiten=self.feiten
        )

    def find(self, gebeurtenis: int) -> Occurrence[Event] | None:
        """Return what is known under this id in the log, or None."""
        return next((o for o in (*self.feiten, *self.stappen) if o.id == gebeurtenis), None)

    def find_one_of(self, ids: Iterable[int]) -> Occurrence[Event] | None:
        """Return what is known under one of these ids, or None."""
        return next((found for one in ids if (found := self.find(one)) is not None), None)

    def changed(
        self, *, without: Occurrence[Event] | None, new: Occurrence[Event] | None
    ) -> "Verhaal":
        """Return the story with one occurrence less, one more, or one in place of another."""
        return replace(
            self,
            feiten=_changed(self.feiten, "dossier.", without, new),
            stappen=_changed(self.stappen, "traject.", without, new),
        )


def _changed(
    known: Sequence[Occurrence[Event]],
    room: str,
    without: Occurrence[Event] | None,
    new: Occurrence[Event] | None,
) -> Sequence[Occurrence[Event]]:
    added = [new] if new is not None and new.event.kind.startswith(room) else []
    if without not in known and not added:
        return known
    return in_order([o for o in known if o is not without] + added)


def replaced_by(
    old: Occurrence[Event], *, event: Event, on: date, reports_the_past: bool = False
) -> Occurrence[Event]:
    """Return what comes in the place of a fact that was never so."""
    return Occurrence(
        event=event,
        on=on,
        id=0,
        first=old.first,
        reports_the_past=reports_the_past,
        logs=old.logs,
    )


def require_fitting(before: Verhaal, after: Verhaal, *, new: Occurrence[Event] | None) -> None:
    """Check that the story may become `after`.

    What did not fit before does not count again: it is shown as a point to mend. Incomplete is
    refused for a step that a person recorded; one that reports the past keeps its gap.

    :raises Refusal: if it may not, with the sum of the law when a rule says so
    """
    refused = fresh_problems(before, after)
    mine = {THE_WHOLE} if new is None else {THE_WHOLE, new.first}
    for own in refused:
        if own.first in mine:
            raise Refusal(own.text, uitleg=own.uitleg)
    for later in refused:
        in_the_way = f"een latere stap staat in de weg: {later.step}"
        raise Refusal(f"Dit kan niet, want {in_the_way}. {later.text}", uitleg=later.uitleg)


def fresh_problems(before: Verhaal, after: Verhaal) -> list[Problem]:
    """Return why the story may not become `after`: what is refused, and did not stand before."""
    old = {(problem.first, problem.text) for problem in before.problems()}
    tolerant = {o.first for o in (*after.feiten, *after.stappen) if o.reports_the_past}
    return [
        problem
        for problem in after.problems()
        if (problem.first, problem.text) not in old
        and (problem.impossible or problem.first not in tolerant)
    ]
