"""The topics of plicht and hours, with whatever the vocabulary lets be filled in."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.regels.afschalen import AfschalenFeiten
from schakel.wet.regels.cursusuren_zelfredzaamheid import CursusurenFeiten
from schakel.wet.regels.inburgeringsplicht import NIET_TIJDELIJK, TIJDELIJK, PlichtFeiten
from schakel.wet.regels.module_arbeidsmarkt_en_participatie import MAPFeiten
from schakel.wet.regels.participatieuren_zelfredzaamheid import ParticipatieurenFeiten
from schakel.wet.regels.participatieverklaringstraject import PVTFeiten
from schakel.wet.regels.vrijstelling import VrijstellingFeiten
from schakel.wet.tests.controle import asked, assert_explains
from schakel.wet.toets.bank import beantwoord

OP = date(2025, 9, 1)
KEYS = {
    "aow": {"aow_date", "reached", "within_6_months"},
    "exemption": {"in_scope", "scope_reason", "exemption", "temporary", "relief"},
    "afschalen": {"counted_hours", "missing_hours", "allowed"},
    "z_hours": {"course_remaining", "participation_remaining", "complete"},
    "pvt_map": {"pvt_complete", "map_required", "map_complete"},
}
HOURS = [
    "nt2_hours_keurmerk",
    "nt2_hours_tst",
    "nt2_hours_no_keurmerk",
    "knm_hours_keurmerk",
    "voorinburgering_hours",
    "intake_nt2_hours",
    "intake_course_hours",
    "intake_participation_hours",
    "intake_pvt_hours",
    "intake_map_practical_hours",
    "pw_activity_hours_intake",
    "mb_hours",
    "participation_hours",
    "hours_before_switch",
    "prior_training_hours",
    "course_norm_reduced",
    "participation_norm_reduced",
    "pvt_hours",
    "map_hours",
    "map_practical_hours",
    "school_years_nl",
    "brp_years_uninterrupted",
    "work_years_nl",
    "medical_unable_language_parts",
]
FLAGS = [
    "intake_hours_deducted",
    "z_final_talk_done",
    "pvt_intro_attended",
    "pvt_activity_done",
    "pvt_signed_at_meeting",
    "map_final_talk_done",
    "tst_finished",
    "effort_sufficient",
    "b1_not_attainable",
    "eu_free_movement_family",
    "eu_ltr_integration_met",
    "exempting_diploma",
    "leer_of_kwalificatieplichtig",
    "exempting_training_enrolled",
    "b1_speaking_listening_shown",
    "medical_unable_whole",
    "medical_unable_participation",
]
VOCABULARY: dict[str, st.SearchStrategy[Any]] = {
    "date_of_birth": st.none() | st.dates(date(1930, 1, 1), date(2030, 12, 31)).map(str),
    "tst_start_date": st.none() | st.dates().map(str),
    "nationality_group": st.sampled_from([None, "derde_land", "eu_eer_ch"]),
    "permit_type": st.sampled_from(
        [None, "asiel_bepaald", "asiel_onbepaald", "regulier_bepaald", "none"]
    ),
    "permit_purpose": st.sampled_from([None, "", "iets", *TIJDELIJK, *NIET_TIJDELIJK]),
    "leerroute": st.sampled_from([None, "B1", "O", "Z"]),
    "doelgroep": st.sampled_from([None, "asielstatushouder", "gezinsmigrant_overig"]),
    "duo_doelgroep": st.sampled_from([None, "asielstatushouder", "gezinsmigrant_overig"]),
    **{naam: st.none() | st.integers(-1, 900) for naam in HOURS},
    **{naam: st.none() | st.booleans() for naam in FLAGS},
}
NAMES = (
    {"feiten", "geheel", "taalonderdelen", "participatie"}
    | {
        field.name
        for kind in (
            AfschalenFeiten,
            CursusurenFeiten,
            MAPFeiten,
            PVTFeiten,
            ParticipatieurenFeiten,
            PlichtFeiten,
            VrijstellingFeiten,
        )
        for field in fields(kind)
    }
    | {
        "feiten",
        "geheel",
        "taalonderdelen",
        "participatie",
        "cursusuren_over",
        "participatieuren_over",
    }
)


@given(
    st.sampled_from(sorted(KEYS)),
    st.fixed_dictionaries({}, optional=VOCABULARY),
    st.dates(date(2021, 12, 1), date(2033, 12, 31)),
)
def test_every_answer_explains_itself_and_every_refusal_names_the_fact(
    onderwerp: str, feiten: dict[str, Any], op: date
) -> None:
    found, refusal = asked(lambda: beantwoord(onderwerp, feiten, op))
    if refusal:
        assert refusal.text.endswith(".")
        assert refusal.field in refusal.text
    if found is None:
        return
    json.dumps(found.plat())
    assert found.waarden.keys() <= KEYS[onderwerp]
    for uitkomst in found.uitkomsten:
        assert_explains(uitkomst, NAMES, op)


@given(
    st.sampled_from(sorted(KEYS)),
    st.fixed_dictionaries({}, optional=VOCABULARY),
    st.sampled_from(["permit_start_date", "sponsor_former_asylum", "call_number"]),
)
def test_a_fact_that_has_nothing_to_do_with_it_changes_nothing(
    onderwerp: str, feiten: dict[str, Any], ander: str
) -> None:
    found, _ = asked(lambda: beantwoord(onderwerp, feiten, OP).plat())
    more, _ = asked(lambda: beantwoord(onderwerp, {**feiten, ander: "iets anders"}, OP).plat())

    assert more == found


THIRD_COUNTRY = {"nationality_group": "derde_land", "date_of_birth": "1990-05-01"}


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({"permit_type": None}, (False, "geen_verblijf", None, False, None)),
        ({"permit_type": "asiel_bepaald"}, (True, "ja", None, False, None)),
        (
            {
                "permit_type": "asiel_bepaald",
                "exempting_diploma": True,
                "medical_unable_whole": True,
            },
            (True, "ja", "diploma", False, "volledig"),
        ),
        (
            {"permit_type": "none", "exempting_diploma": True, "medical_unable_whole": True},
            (False, "geen_verblijf", None, False, None),
        ),
    ],
)
def test_who_is_not_plichtig_needs_no_vrijstelling(
    facts: dict[str, Any], found: tuple[Any, ...]
) -> None:
    answer = beantwoord("exemption", {**THIRD_COUNTRY, **facts}, OP).plat()

    assert tuple(answer[key] for key in answer) == found


@pytest.mark.parametrize(
    ("onderwerp", "feiten", "veld"),
    [
        ("aow", {}, "date_of_birth"),
        ("aow", {"date_of_birth": "1964-10-01"}, "date_of_birth"),
        ("aow", {"date_of_birth": "2026-01-01"}, "date_of_birth"),
        ("exemption", {"date_of_birth": "1990-05-01"}, "nationality_group"),
        ("exemption", {"nationality_group": "derde_land"}, "date_of_birth"),
        ("exemption", THIRD_COUNTRY, "permit_type"),
        ("exemption", {**THIRD_COUNTRY, "permit_type": "regulier_bepaald"}, "permit_purpose"),
        (
            "exemption",
            {
                **THIRD_COUNTRY,
                "permit_type": "asiel_bepaald",
                "medical_unable_language_parts": 5,
            },
            "medical_unable_language_parts",
        ),
        ("z_hours", {}, "doelgroep"),
        ("z_hours", {"doelgroep": "asielstatushouder", "leerroute": "B1"}, "leerroute"),
        (
            "z_hours",
            {"doelgroep": "asielstatushouder", "course_norm_reduced": 801},
            "course_norm_reduced",
        ),
        ("pvt_map", {"pvt_hours": -1}, "pvt_hours"),
    ],
)
def test_a_refusal_names_the_fact(onderwerp: str, feiten: dict[str, Any], veld: str) -> None:
    with pytest.raises(Refusal, match=f"‘{veld}’") as found:
        beantwoord(onderwerp, feiten, OP)

    assert found.value.field == veld


def test_without_a_leerroute_only_the_pvt_can_be_told() -> None:
    assert beantwoord("pvt_map", {"pvt_hours": 12}, OP).plat() == {"pvt_complete": False}


def test_intake_lessons_are_course_hours_when_only_they_are_given() -> None:
    facts = {
        "doelgroep": "gezinsmigrant_overig",
        "nt2_hours_keurmerk": 780,
        "intake_nt2_hours": 20,
        "intake_hours_deducted": True,
        "z_final_talk_done": True,
    }

    assert beantwoord("z_hours", facts, OP).plat() == {
        "course_remaining": 0,
        "participation_remaining": 0,
        "complete": True,
    }
    assert beantwoord("z_hours", {**facts, "intake_course_hours": 0}, OP).plat() == {
        "course_remaining": 20,
        "participation_remaining": 0,
        "complete": False,
    }
