"""What follows from the facts about a person, on each day."""

from datetime import date, timedelta

import pytest

from schakel.base.event import Event
from schakel.dossier import events
from schakel.dossier.rules import columns, fold, plek, problems
from schakel.dossier.tests.world import (
    BEGIN,
    MONTFOORT,
    OUDEWATER,
    WOERDEN,
    facts,
    registered,
    responsible,
    someone,
)
from schakel.wet.lijsten import Doelgroep, Wet

DAG = timedelta(days=1)
JUNI, JULI = date(2022, 6, 1), date(2022, 7, 1)


def test_a_gemeente_is_responsible_as_from_the_day_that_was_agreed() -> None:
    told = facts(*someone(), responsible(OUDEWATER, JULI, on=JUNI))

    before, after = fold(told, op=JULI - DAG), fold(told, op=JULI)
    assert (before.gemeente, before.per) == (WOERDEN, BEGIN)
    assert (after.gemeente, after.per) == (OUDEWATER, JULI)
    assert columns(told, day=JULI - DAG)["geldig_tot"] == JULI
    assert columns(told, day=JULI)["geldig_tot"] is None


def test_what_was_agreed_last_for_the_same_day_holds() -> None:
    told = facts(
        *someone(), responsible(MONTFOORT, JULI, on=JUNI), responsible(OUDEWATER, JULI, on=JUNI)
    )

    stand = fold(told, op=JULI)
    assert (stand.gemeente, stand.per) == (OUDEWATER, JULI)


def test_a_plan_that_was_not_made_yet_is_not_known() -> None:
    told = facts(*someone(), responsible(OUDEWATER, JUNI, on=JULI))

    assert fold(told, op=JULI - DAG).gemeente == WOERDEN
    assert fold(told, op=JULI).gemeente == OUDEWATER


def test_responsibility_that_came_back_is_counted_from_its_return() -> None:
    told = facts(*someone(), responsible(OUDEWATER, JUNI), responsible(WOERDEN, JULI))

    assert fold(told, op=JULI).per == JULI


def counts(told: list[tuple[Event, date]], day: date) -> bool:
    return plek(fold(facts(*told), op=day)) is not None


def test_someone_counts_from_the_begin_of_the_plicht() -> None:
    assert not counts(someone(), BEGIN - DAG)
    assert counts(someone(), BEGIN)


@pytest.mark.parametrize(
    "end",
    [events.PlichtWithdrawn(), events.PlichtEnded(reden=events.RedenEindePlicht.VOLDAAN)],
    ids=["withdrawn", "ended"],
)
def test_someone_does_not_count_from_the_day_the_plicht_is_over(end: Event) -> None:
    assert counts([*someone(), (end, JUNI)], JUNI - DAG)
    assert not counts([*someone(), (end, JUNI)], JUNI)
    assert counts([*someone(), (end, JUNI), (events.PlichtBegun(), JULI)], JULI)


def test_under_the_old_law_nobody_counts_from_the_day_duo_said_so() -> None:
    told = [*someone(), (events.WetDetermined(wet=Wet.WI2013), JUNI)]
    assert (counts(told, JUNI - DAG), counts(told, JUNI)) == (True, False)


def test_a_new_doelgroep_holds_from_its_day() -> None:
    groep = Doelgroep.GEZINSMIGRANT_OVERIG
    told = facts(*someone(), (events.DoelgroepDetermined(doelgroep=groep), JUNI))

    assert plek(fold(told, op=JUNI - DAG)).doelgroep == "asielstatushouder"
    assert plek(fold(told, op=JUNI)).doelgroep == "gezinsmigrant_overig"


def test_someone_is_registered_where_the_latest_registration_is() -> None:
    told = facts(*someone(), registered(OUDEWATER, JUNI), (events.BRPDeregistered(), JULI))

    assert [fold(told, op=day).ingeschreven_in for day in (BEGIN, JUNI, JULI)] == [
        WOERDEN, OUDEWATER, "",
    ]  # fmt: skip
    assert plek(fold(told, op=JUNI)).ingeschreven is False


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ((events.PersonBorn(precisie=events.Precisie.JAAR), BEGIN), "geboortedatum is al"),
        ((events.BRPDeregistered(), date(2022, 2, 1)), "geen inschrijving in de BRP"),
        ((events.DossierClosed(reden=events.RedenSluiting.OVERLEDEN), date(2022, 2, 1)),
         "nog niet geopend"),
    ],
    ids=["born twice", "left before arriving", "closed before opened"],
)  # fmt: skip
def test_what_does_not_fit_is_a_sentence(told: tuple[Event, date], sentence: str) -> None:
    [problem] = problems(facts(*someone(), told))
    assert problem.impossible
    assert sentence in problem.text


def test_ending_or_closing_twice_does_not_fit() -> None:
    closed = events.DossierClosed(reden=events.RedenSluiting.AFGEROND)
    told = [(events.PlichtWithdrawn(), JUNI), (closed, JUNI)]
    again = [(events.PlichtWithdrawn(), JULI), (closed, JULI)]

    assert problems(facts(*someone(), *told)) == []
    assert len(problems(facts(*someone(), *told, *again))) == 2


def test_a_dossier_has_an_opening_and_a_gemeente() -> None:
    texts = [problem.text for problem in problems(facts(registered(WOERDEN, BEGIN)))]
    assert len(texts) == 2
    assert "altijd geopend" in texts[0]
    assert "verantwoordelijke gemeente" in texts[1]
