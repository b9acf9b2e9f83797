"""When which log is read, and what then disagrees; without a database."""

from datetime import UTC, datetime

import pytest

from schakel.base.event import Event, Occurrence, in_order
from schakel.base.tijd import noon
from schakel.dossier import events
from schakel.dossier.rules.samenvoeging import ANDERS, GESLOTEN, Samen, conflicts, stroken
from schakel.dossier.rules.stand import fold
from schakel.dossier.tests.world import BEGIN, NU, WOERDEN, Told, registered
from schakel.wet.datum import add_years

OOIT = datetime.min.replace(tzinfo=UTC)
ONE, TWO, THREE = (noon(add_years(BEGIN, years)) for years in (1, 2, 3))
NAAR, VAN = 1, 2


def samen(sinds: datetime, tot: datetime | None) -> Samen:
    return Samen(van=VAN, naar=NAAR, sinds=sinds, tot_en_met=9, ongedaan_at=tot)


@pytest.mark.parametrize(
    ("dossier", "log", "merges", "read"),
    [
        (NAAR, NAAR, [samen(ONE, None)], None),
        (NAAR, VAN, [samen(ONE, None)], ((ONE, None),)),
        (NAAR, VAN, [samen(ONE, TWO), samen(THREE, None)], ((ONE, TWO), (THREE, None))),
        (VAN, VAN, [samen(ONE, None)], ((OOIT, ONE),)),
        (VAN, VAN, [samen(ONE, TWO), samen(THREE, None)], ((OOIT, ONE), (TWO, THREE))),
        (VAN, VAN, [samen(ONE, TWO)], ((OOIT, ONE), (TWO, None))),
        (NAAR, VAN, [samen(ONE, ONE)], ()),
    ],
    ids=["stays", "joins", "joins twice", "goes", "goes twice", "comes back", "for no time"],
)
def test_a_log_is_read_where_and_while_it_is_merged(
    dossier: int, log: int, merges: list[Samen], read: object
) -> None:
    assert stroken(dossier, log, merges, ooit=OOIT) == read


def told(*facts: tuple[Told, int]) -> list[Occurrence[Event]]:
    """Return what these logs told, each before they were read as one."""
    return in_order(
        Occurrence(event=event, on=on, id=nth, first=nth, logs=frozenset({log} if log else ()))
        for nth, ((event, on), log) in enumerate(facts, 1)
    )


def closing(year: int = 1) -> Told:
    return events.DossierClosed(reden=events.RedenSluiting.AFGEROND), add_years(BEGIN, year)


OPENED = (events.DossierOpened(), BEGIN)
LATER = add_years(BEGIN, 1)


@pytest.mark.parametrize(
    ("facts", "texts"),
    [
        ([((events.PlichtBegun(), BEGIN), NAAR), ((events.PlichtBegun(), LATER), VAN)], [ANDERS]),
        ([((events.PlichtBegun(), BEGIN), NAAR), ((events.PlichtBegun(), LATER), NAAR)], []),
        ([((events.PlichtBegun(), BEGIN), NAAR), ((events.PlichtBegun(), LATER), 0)], []),
        ([(registered(WOERDEN, BEGIN), NAAR), (registered("0335", BEGIN), VAN)], [ANDERS]),
        ([(registered(WOERDEN, BEGIN), NAAR), (registered("0335", LATER), VAN)], []),
        ([(OPENED, NAAR), (registered(WOERDEN, BEGIN), VAN), (closing(), VAN)], [GESLOTEN]),
        ([(OPENED, NAAR), (closing(), NAAR), (closing(2), VAN)], []),
        ([(OPENED, NAAR), (registered(WOERDEN, BEGIN), VAN), (closing(), 0)], []),
    ],
    ids=[
        "two beginnings", "of one log", "told since", "on one day", "moved later", "one closed",
        "both closed", "closed since",
    ],
)  # fmt: skip
def test_only_what_two_logs_said_apart_can_disagree(
    facts: list[tuple[Told, int]], texts: list[str]
) -> None:
    assert [problem.text for problem in conflicts(told(*facts))] == texts
    assert all(not problem.impossible for problem in conflicts(told(*facts)))


def test_a_second_opening_does_not_make_the_dossier_younger() -> None:
    again = (events.DossierOpened(), LATER)

    assert fold(told((OPENED, NAAR), (again, VAN)), op=NU.date()).opened_on == BEGIN
    both = told((OPENED, NAAR), (closing(), NAAR), ((again[0], add_years(BEGIN, 2)), VAN))
    reopened = fold(both, op=add_years(BEGIN, 2))
    assert (reopened.opened_on, reopened.closed_on) == (add_years(BEGIN, 2), None)
