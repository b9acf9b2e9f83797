"""The topics of the SPUK and of DUO, with whatever the vocabulary lets be filled in."""

import json
from datetime import date
from typing import Any

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
