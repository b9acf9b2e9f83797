"""What is seen on the way to contesting a line, and that Enter in a PIP decides nothing."""

import re
from uuid import UUID

import pytest

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import Keten, a_dossier_after_intake, link, log_of
from schakel.web.tests.world import agree_on, as_persona, page, stop_the_clock, words_of
from schakel.wet.lijsten import IntakeOnderwerp

pytestmark = pytest.mark.django_db
ONDERWERP = "traject.intake_onderwerp_recorded"
TERMIJN = "PIP uiterlijk vast te stellen"
SOM = "De inschrijving in de gemeente"


@pytest.fixture(autouse=True)
def clock() -> None:
    stop_the_clock()


@pytest.fixture
def keten() -> Keten:
    return a_region()


def line_on(uuid: UUID, onderwerp: IntakeOnderwerp) -> int:
    """Return the id of the line on this subject."""
    found = [
        row.id
        for row in log_of(uuid)
        if row.kind == ONDERWERP and row.facts["onderwerp"] == onderwerp.value
    ]
    return found[-1]


def contest(uuid: UUID, onderwerp: IntakeOnderwerp = IntakeOnderwerp.ZELFREDZAAMHEID) -> str:
    return f"/dossiers/{uuid}/gebeurtenis/{line_on(uuid, onderwerp)}/tegenspraak/"


def test_who_contests_a_line_sees_a_day_without_the_sum_behind_it(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    agree_on(keten, [Gegevenscategorie.VOORTGANG])

    told = page("partner", contest(uuid))

    assert TERMIJN in told
    assert SOM not in told


def test_who_sees_no_progress_sees_no_term_beside_a_form(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    agree_on(keten, [Gegevenscategorie.TAAL])

    told = as_persona("partner").get(contest(uuid))

    assert TERMIJN not in words_of(told)
    assert "Een PIP van vandaag" not in words_of(told)


def test_the_sum_is_there_for_who_may_see_it(keten: Keten) -> None:
    uuid = a_dossier_after_intake()

    assert SOM in page("consulent", f"/dossiers/{uuid}/stap/toets-plannen/")


def test_the_line_that_is_contested_is_named(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    agree_on(keten, [Gegevenscategorie.VOORTGANG])

    assert "Brede intake: zelfredzaamheid" in page("partner", contest(uuid))


def test_who_answers_reads_what_was_contested_and_is_led_to_it(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    agree_on(keten, [Gegevenscategorie.VOORTGANG])
    row = line_on(uuid, IntakeOnderwerp.ZELFREDZAAMHEID)
    as_persona("partner").post(
        contest(uuid), {"tekst": "Zij reist zelf met de bus.", "gezien": log_of(uuid)[-1].id}
    )

    answer = page("consulent", f"/dossiers/{uuid}/gebeurtenis/{row}/antwoord/")

    assert "Zij reist zelf met de bus." in answer
    assert f'href="#g{row}"' in page("consulent", f"/dossiers/{uuid}/")


def test_enter_in_a_pip_keeps_the_concept_and_decides_nothing(keten: Keten) -> None:
    uuid = a_dossier_after_intake()

    form = page("consulent", f"/dossiers/{uuid}/pip/")
    first = re.search(r"<button[^>]*primary-action[^>]*>|<button[^>]*bewaren[^>]*>", form)

    assert first is not None
    assert 'name="bewaren"' in first[0]
