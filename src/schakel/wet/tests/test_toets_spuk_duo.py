"""The topics of the SPUK and of DUO, with whatever the vocabulary lets be filled in."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.bank import beantwoord

JAREN = (2022, 2023, 2024, 2025, 2026)


def _of(*codes: str) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(codes)


COUNTS = [
    "n_gezins_cohort_t",
    "n_gezins_cohort_t_minus_2",
    "n_asiel_cohort_t",
    "n_asiel_cohort_t_minus_1",
    "n_asiel_cohort_t_minus_2",
    "n_asiel_completed_t_minus_2",
    "n_asiel_completed_until_t_minus_2",
    "ght_t",
    "ght_t_minus_1",
    "gpas_t",
    "national_asiel_cohort_t",
    "national_asiel_cohort_t_minus_1",
    "national_asiel_cohort_t_minus_2",
    "national_completed",
    "n_onderwijsroute_first_time",
    "intensity_hours",
]
DAYS = [
    "pip_date",
    "plicht_start_date",
    "settlement_date",
    "initial_pip_date",
    "current_pip_date",
    "offer_date",
    "tst_start_date",
    "term_start",
    "term_end_exclusive",
    "activity_date",
    "z_done_date",
]
FLAGS = [
    "is_first_pip",
    "provider_recognised",
    "own_current_pip",
    "term_fixed",
    "course_hours_registered",
    "ask_monthly",
]
VOCABULARY: dict[str, st.SearchStrategy[Any]] = {
    "spuk_year": st.none() | st.integers(-1, 10_001) | st.sampled_from(JAREN),
    "spuk_stage": _of("voorlopig", "definitief", "later"),
    "abo_amount": st.none() | st.floats() | st.integers(),
    "spent_amount": st.none() | st.floats() | st.integers(),
    "duo_message": _of("pip", "pip_delete", "aanbod", "map", "pvt", "brief"),
    "doelgroep": _of("asielstatushouder", "gezinsmigrant_overig"),
    "leerroute": _of("B1", "O", "Z"),
    "pip_level": _of("A2", "B1", "C1"),
    "culpable_flag": _of("Ja", "Nee"),
    **{naam: st.none() | st.integers(-1, 100) | st.integers() for naam in COUNTS},
    **{naam: st.none() | st.dates().map(str) for naam in DAYS},
    **{naam: st.none() | st.booleans() for naam in FLAGS},
}


@given(
    st.sampled_from(["spuk", "duo_validation"]),
    st.fixed_dictionaries({}, optional=VOCABULARY),
    st.dates(date(2021, 12, 1), date(2027, 12, 31)),
)
def test_whatever_is_filled_in_there_is_an_answer_or_a_sentence(
    onderwerp: str, feiten: dict[str, Any], op: date
) -> None:
    try:
        antwoord = beantwoord(onderwerp, feiten, op)
    except Refusal as no:
        text = no.text
    else:
        text = antwoord.stappen[-1]
        _is_an_answer(antwoord)

    assert text.endswith((".", "]", ")"))


def _is_an_answer(antwoord: Antwoord) -> None:
    assert json.dumps(antwoord.plat(), allow_nan=False)
    assert antwoord.waarden
    assert antwoord.gronden


SPUK_2025 = {
    "spuk_year": 2025,
    "spuk_stage": "definitief",
    "n_gezins_cohort_t": 1,
    "n_asiel_cohort_t": 1,
    "n_asiel_cohort_t_minus_1": 0,
    "n_asiel_cohort_t_minus_2": 0,
}
SPUK_2026 = {**SPUK_2025, "spuk_year": 2026, "n_asiel_completed_until_t_minus_2": 2}
VOORLOPIG = {
    "spuk_year": 2025,
    "spuk_stage": "voorlopig",
    "n_gezins_cohort_t_minus_2": 1,
    "n_asiel_cohort_t_minus_2": 0,
    "gpas_t": 10,
    "ght_t": 20,
    "ght_t_minus_1": 0,
}


@pytest.mark.parametrize(
    ("feiten", "key", "value"),
    [
        (SPUK_2025, "u", 9849.14),
        (SPUK_2025, "reserve_max", 9849.14),
        ({**SPUK_2025, "spent_amount": 9000}, "reserve_max", 849.14),
        ({**SPUK_2025, "ask_monthly": True}, "monthly", 820.76),
        ({**SPUK_2026, "n_asiel_completed_t_minus_2": 1}, "gg", 7533.72),
        ({**SPUK_2026, "n_gezins_cohort_t": None}, "gg", 7533.72),
        (VOORLOPIG, "gg", 64084.37),
        ({**VOORLOPIG, "spuk_year": 2023}, "gg", 117292.42),
        ({**VOORLOPIG, "spuk_year": 2023, "gpas_t": None}, "gg", 117292.42),
        ({**VOORLOPIG, "n_gezins_cohort_t_minus_2": None}, "ba", 64084.37),
    ],
)
def test_the_right_facts_are_taken(feiten: dict[str, Any], key: str, value: float) -> None:
    assert beantwoord("spuk", feiten, date(2025, 12, 31)).plat()[key] == value


@pytest.mark.parametrize(
    ("feiten", "op", "missing"),
    [
        ({}, "2025-12-31", "spuk_stage"),
        ({"spuk_stage": "definitief"}, "2025-12-31", "spuk_year"),
        ({"spuk_stage": "definitief", "spuk_year": 2025}, "2025-12-31", "gehuisvest in 2025"),
        ({**SPUK_2025, "spuk_year": 2024}, "2025-12-31", "voor 2024 ontbreken"),
        ({**SPUK_2026, "ask_monthly": True}, "2026-12-31", "Landelijk"),
        ({**SPUK_2026, "n_onderwijsroute_first_time": 1}, "2026-12-31", "Het bedrag per"),
        ({**SPUK_2025, "spent_amount": 1}, "2026-04-02", "reserveringsruimte"),
        ({**SPUK_2026, "n_asiel_completed_t_minus_2": 3}, "2026-12-31", "is groter dan"),
        (
            {**VOORLOPIG, "spuk_year": 2026, "abo_amount": 1},
            "2026-01-01",
            "Het te verwachten percentage",
        ),
    ],
)
def test_what_is_asked_and_not_known_is_told(feiten: dict[str, Any], op: str, missing: str) -> None:
    with pytest.raises(Refusal, match=missing):
        beantwoord("spuk", feiten, date.fromisoformat(op))


def test_a_part_that_cannot_be_told_is_left_out() -> None:
    antwoord = beantwoord("spuk", SPUK_2026, date(2026, 12, 31))

    assert antwoord.plat() == {"bgo": 706.72, "gg": 7533.72, "abo": 0}
    assert "Landelijk" in antwoord.stappen[-1]


@pytest.mark.parametrize(
    ("pip", "codes"), [(None, ["geen_pip"]), ("2025-06-17", ["voor_dagtekening"])]
)
def test_no_pip_is_told_apart_from_a_pip_that_was_not_given(
    pip: str | None, codes: list[str]
) -> None:
    feiten = {
        "duo_message": "aanbod",
        "doelgroep": "gezinsmigrant_overig",
        "duo_doelgroep": "asielstatushouder",
        "provider_recognised": True,
        "offer_date": "2025-06-16",
    }
    op = date(2025, 9, 1)

    antwoord = beantwoord("duo_validation", {**feiten, "current_pip_date": pip}, op)

    assert antwoord.plat() == {"accepted": False, "errors": codes}
    with pytest.raises(Refusal, match="of er een PIP is"):
        beantwoord("duo_validation", feiten, op)
