"""The topics about the termijn: any facts give all keys, or a sentence that names a fact."""

import json
import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning
from schakel.wet.lijsten_termijn import (
    GrondslagWijziging,
    NietVrijstellendeOpleiding,
    SoortTermijn,
    Verlengingsgrond,
)
from schakel.wet.regels.verlenging_geen_aanbod import GRENZEN
from schakel.wet.regels.verlenging_omstandigheid import GRONDEN
from schakel.wet.toets.bank import Geval, beantwoord, toets

days = st.dates(date(2022, 1, 1), date(2032, 12, 31))
maybe = st.none() | st.booleans()
VELDEN = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(
            (
                "term_end_exclusive", "term_start", "first_pip_date", "application_date",
                "circumstance_from", "circumstance_to", "offer_date", "tst_start_date",
                "plicht_start_date", "training_ended_date", "switch_date", "permit_end_date",
                "bijstand_right_start", "bijstand_right_end",
            ),
            st.none() | days.map(str),
        ),
        **dict.fromkeys(
            (
                "knm_passed", "pvt_completed", "map_completed", "all_lessons_followed",
                "special_case", "plichtig_wi2021",
            ),
            maybe,
        ),
        **dict.fromkeys(
            ("language_parts_passed", "language_knm_hours", "earlier_training_extensions"),
            st.none() | st.integers(0, 5),
        ),
        "extension_ground": st.sampled_from([one.value for one in Verlengingsgrond]),
        "term_kind": st.sampled_from([one.value for one in SoortTermijn]),
        "training_type": st.sampled_from([one.value for one in NietVrijstellendeOpleiding]),
        "doelgroep": st.sampled_from([one.value for one in Doelgroep]),
        "permit_type": st.none() | st.sampled_from([one.value for one in Verblijfsvergunning]),
        **dict.fromkeys(
            ("leerroute", "from_route", "to_route"),
            st.sampled_from([one.value for one in Leerroute]),
        ),
    },
)  # fmt: skip
SLEUTELS = {
    "term_end": {"granted", "end_exclusive", "last_day"},
    "extension_window": {"first_day", "too_early"},
    "switch_deadline": {"last_day"},
    "ontzorg": {"applies", "start", "end_exclusive", "active"},
}


@given(st.sampled_from(sorted(SLEUTELS)), VELDEN, days)
def test_any_facts_of_the_right_sort_give_all_keys_or_a_sentence_about_a_fact(
    onderwerp: str, feiten: dict[str, Any], op: date
) -> None:
    result = toets(Geval(id="t-1", onderwerp=onderwerp, feiten=feiten, op=op, verwacht={}))

    if result.antwoord is None:
        assert re.search(r"‘[a-z0-9_]+’", result.melding or "")
        assert (result.melding or "").endswith(".")
        return
    assert result.antwoord.plat().keys() >= SLEUTELS[onderwerp]
    assert result.antwoord.gronden
    json.dumps(result.plat())


@pytest.mark.parametrize(
    ("onderwerp", "feiten", "veld"),
    [
        ("term_end", {"term_end_exclusive": "2026-03-16"}, "extension_ground"),
        ("term_end", {"extension_ground": "b_overlijden"}, "term_end_exclusive"),
        (
            "term_end",
            {
                "term_end_exclusive": "2026-03-16",
                "extension_ground": "a_ziekte",
                "circumstance_from": "2024-10-01",
            },
            "circumstance_to",
        ),
        (
            "term_end",
            {
                "term_end_exclusive": "2026-03-16",
                "extension_ground": "4.4_bijna_klaar",
                "language_parts_passed": 5,
            },
            "language_parts_passed",
        ),
        (
            "term_end",
            {
                "term_end_exclusive": "2023-03-15",
                "first_pip_date": "2023-03-15",
                "extension_ground": "b_overlijden",
            },
            "term_end_exclusive",
        ),
        ("extension_window", {"application_date": "2026-01-01"}, "term_end_exclusive"),
        ("switch_deadline", {"from_route": "B1"}, "first_pip_date"),
        (
            "switch_deadline",
            {"first_pip_date": "2023-06-15", "term_start": "2023-06-15"},
            "term_start",
        ),
        ("ontzorg", {"permit_type": "asiel_bepaald"}, "plichtig_wi2021"),
        (
            "ontzorg",
            {"plichtig_wi2021": True, "permit_type": "asiel_bepaald"},
            "bijstand_right_start",
        ),
        (
            "ontzorg",
            {
                "plichtig_wi2021": True,
                "permit_type": "asiel_bepaald",
                "bijstand_right_start": None,
                "bijstand_right_end": "2025-07-01",
            },
            "bijstand_right_start",
        ),
    ],
)
def test_a_missing_or_contradicting_fact_is_named_as_the_case_calls_it(
    onderwerp: str, feiten: dict[str, Any], veld: str
) -> None:
    with pytest.raises(Refusal, match=f"‘{veld}’"):
        beantwoord(onderwerp, feiten, date(2025, 9, 1))


def test_the_end_of_the_termijn_follows_from_the_first_pip_when_it_is_not_given() -> None:
    by_pip = {"extension_ground": "b_overlijden", "first_pip_date": "2023-03-15"}
    by_start = {"extension_ground": "b_overlijden", "term_start": "2023-03-16"}

    for feiten in (by_pip, by_start):
        found = beantwoord("term_end", feiten, date(2025, 9, 1)).plat()
        assert found["end_exclusive"] == "2026-06-16"


def test_the_end_of_a_training_is_its_last_day() -> None:
    feiten = {
        "term_end_exclusive": "2026-03-16",
        "extension_ground": "4.3_niet_vrijstellend",
        "plicht_start_date": "2023-02-01",
        "circumstance_from": "2023-08-21",
    }

    by_last_day = beantwoord(
        "term_end", {**feiten, "training_ended_date": "2023-08-30"}, date(2025, 9, 1)
    )
    by_day_after = beantwoord(
        "term_end", {**feiten, "circumstance_to": "2023-08-31"}, date(2025, 9, 1)
    )

    assert by_last_day.plat() == by_day_after.plat()
    assert by_last_day.plat()["end_exclusive"] == "2026-03-26"


@pytest.mark.parametrize(
    ("onderwerp", "feiten", "verwacht"),
    [
        (
            "switch_deadline",
            {"first_pip_date": "2023-06-15", "switch_date": "2024-12-15"},
            {"last_day": "2024-12-15", "allowed": True, "basis": "anderhalf_jaar"},
        ),
        ("switch_deadline", {"first_pip_date": "2023-06-15"}, {"last_day": "2024-12-15"}),
        (
            "ontzorg",
            {
                "plichtig_wi2021": True,
                "permit_type": "asiel_bepaald",
                "bijstand_right_start": None,
            },
            {"applies": False, "start": None, "end_exclusive": None, "active": False},
        ),
        (
            "ontzorg",
            {"plichtig_wi2021": True, "permit_type": None, "bijstand_right_start": "2025-04-10"},
            {"applies": False, "start": None, "end_exclusive": None, "active": False},
        ),
        (
            "term_end",
            {
                "term_end_exclusive": "2026-03-16",
                "extension_ground": "4.2_onderbreking",
                "circumstance_from": "2025-03-01",
                "circumstance_to": None,
            },
            {
                "granted": False,
                "end_exclusive": "2026-03-16",
                "last_day": "2026-03-15",
                "plicht_continues": None,
            },
        ),
        (
            "extension_window",
            {"first_pip_date": "2023-06-15"},
            {"first_day": "2025-12-16", "too_early": True},
        ),
    ],
)
def test_a_topic_gives_the_keys_that_the_facts_allow_and_no_others(
    onderwerp: str, feiten: dict[str, Any], verwacht: dict[str, Any]
) -> None:
    assert beantwoord(onderwerp, feiten, date(2025, 9, 1)).plat() == verwacht


@pytest.mark.parametrize(
    "lijst", [GrondslagWijziging, NietVrijstellendeOpleiding, SoortTermijn, Verlengingsgrond]
)
def test_every_code_has_a_label_of_its_own_for_people(lijst: Any) -> None:
    labels = [one.label for one in lijst]

    assert len(set(labels)) == len(labels)
    assert not any("_" in label for label in labels)


def test_what_a_ground_gives_reads_as_dutch() -> None:
    maten = GRONDEN.on(date(2025, 9, 1))

    assert str(maten[Verlengingsgrond.BEVALLING]) == "altijd 16 weken"
    assert str(maten[Verlengingsgrond.ZIEKTE]) == "zo lang als de omstandigheid, vanaf 3 maanden"
    assert str(maten[Verlengingsgrond.DAKLOOS]).endswith(", ten hoogste 2 jaar")
    assert str(GRENZEN.on(date(2025, 9, 1))).startswith("aanbod binnen 3 maanden; ")
