"""The test bench itself: what it reads, what it compares, and what it says of bad facts."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.toets.bank import Geval, beantwoord, lees, toets
from schakel.wet.toets.onderwerpen import ONDERWERPEN

TERM = {"first_pip_date": "2024-03-01"}


def geval(**changes: Any) -> Geval:
    given: dict[str, Any] = {
        "id": "t-1",
        "onderwerp": "term",
        "feiten": TERM,
        "op": date(2024, 5, 1),
        "verwacht": {"start": "2024-03-02", "expired": False},
    }
    return Geval(**{**given, **changes})


def test_an_answer_as_expected_is_equal_also_when_it_holds_more() -> None:
    result = toets(geval())

    assert result.gelijk
    assert result.plat()["antwoord"]["last_day"] == "2027-03-01"
    assert result.plat()["gronden"]


@pytest.mark.parametrize(
    "verwacht", [{"start": "2024-03-01"}, {"expired": None}, {"expired": 0}, {"iets_anders": None}]
)
def test_every_expected_key_counts(verwacht: dict[str, Any]) -> None:
    result = toets(geval(verwacht=verwacht))

    assert [one.sleutel for one in result.verschillen] == list(verwacht)


def test_a_case_that_cannot_be_answered_says_why_and_counts_as_different() -> None:
    result = toets(geval(feiten={}))

    assert (result.antwoord, result.gelijk) == (None, False)
    assert "first_pip_date" in (result.melding or "")
    assert result.plat()["antwoord"] is None


def test_a_topic_that_is_not_there_is_told() -> None:
    assert "bestaat_niet" in (toets(geval(onderwerp="bestaat_niet")).melding or "")


@pytest.mark.parametrize("wrong", ["31-01-2024", 7, True, [], "2024-02-30"])
def test_a_fact_of_the_wrong_sort_is_told_by_name(wrong: object) -> None:
    with pytest.raises(Refusal, match="first_pip_date"):
        beantwoord("term", {"first_pip_date": wrong}, date(2024, 1, 1))


@pytest.mark.parametrize("text", ["geen json", "[]", '{"id": "a"}', '{"id":1,"topic":2}', "3"])
def test_a_line_that_is_no_case_stops_the_reading(text: str) -> None:
    good = json.dumps({"id": "a", "topic": "term", "facts": TERM, "on": "2024-05-01", "expect": {}})
    with pytest.raises(Refusal, match="Regel 2"):
        list(lees(f"{good}\n{text}"))


FEITEN = st.dictionaries(
    st.sampled_from(
        ["first_pip_date", "pip_date", "duo_notification_date", "brp_registration_date",
         "plicht_start_date", "permit_type", "doelgroep", "housed_under_hvw28", "date_of_birth",
         "term_end_exclusive", "circumstance_from", "extension_ground", "leerroute",
         "decision_notified_date", "violation_established_date", "spuk_year", "duo_message"]
    ),
    st.one_of(
        st.none(), st.booleans(), st.integers(-5, 5000), st.floats(allow_nan=False),
        st.text(max_size=8),
        st.dates(date(1, 1, 1), date(9999, 12, 31)).map(str), st.lists(st.integers(), max_size=2),
        st.sampled_from(["asiel_bepaald", "B1", "Z", "O", "a_ziekte", "pip", "asielstatushouder"]),
    ),
    max_size=8,
)  # fmt: skip


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(ONDERWERPEN)), FEITEN, st.dates())
def test_whatever_the_facts_are_there_is_an_answer_or_a_sentence(
    onderwerp: str, feiten: dict[str, Any], op: date
) -> None:
    result = toets(geval(onderwerp=onderwerp, feiten=feiten, op=op, verwacht={}))

    json.dumps(result.plat())
    assert (result.melding or "").endswith(".") or result.plat()["stappen"]
