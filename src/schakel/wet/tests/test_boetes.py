"""What must hold of every fine of the college and every objection, whatever the facts."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Zekerheid
from schakel.wet.datum import is_weekend
from schakel.wet.lijsten import Doelgroep, SoortOvertreding, Verwijtbaarheid
from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.regels.bezwaartermijn import BezwaarFeiten, Bezwaartermijn, bezwaartermijn
from schakel.wet.regels.boete_beletsel import Beletsel, BoeteFeiten
from schakel.wet.regels.boete_brede_intake import IntakeGedrag
from schakel.wet.regels.boete_inburgering import (
    PERCENTAGES,
    BoeteInburgeringFeiten,
    boete_inburgering,
)
from schakel.wet.regels.boete_maximum import boete_maximum
from schakel.wet.regels.boete_termijnen import boete_termijnen
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel
from schakel.wet.regels.feestdag import feestdag
from schakel.wet.toets.bank import Geval, beantwoord, toets
from schakel.wet.uitkomst import Uitkomst

OP = date(2025, 6, 20)
ONE_DAY = timedelta(days=1)
MAXIMUM = {"original": 2400, "extended": 2400, "new_6m": 400, "new_12m": 800, "new_18m": 1200,
           "new_24m": 1600}  # fmt: skip

FINE_23: dict[str, Any] = {
    "fine_article": "23", "doelgroep": "gezinsmigrant_overig", "asiel_fines_enabled": False,
    "culpability": "opzet", "violation_kind": "begeleiding",
    "violation_established_date": "2025-06-10",
}  # fmt: skip
FINE_22: dict[str, Any] = {
    "doelgroep": "gezinsmigrant_overig", "call_number": 2, "warning_sent": True,
}  # fmt: skip

days = st.dates(date(2022, 1, 1), date(2035, 12, 31))
amounts = st.integers(0, 500_000)
termijnen = st.sampled_from(SoortTermijn)


def _codes(kind: Any) -> st.SearchStrategy[str | None]:
    return st.none() | st.sampled_from([one.value for one in kind])


iso = st.none() | st.dates(date(2021, 6, 1), date(2026, 6, 1)).map(str)
yes_or_no = st.none() | st.booleans()
VELDEN: dict[str, st.SearchStrategy[Any]] = {
    "fine_article": _codes(BoeteArtikel),
    "doelgroep": _codes(Doelgroep),
    "intake_conduct": _codes(IntakeGedrag),
    "violation_kind": _codes(SoortOvertreding),
    "culpability": _codes(Verwijtbaarheid),
    "term_kind": _codes(SoortTermijn),
    "call_number": st.none() | st.integers(0, 5),
    "earlier_art22_fines": st.none() | st.integers(0, 4),
    "earlier_fine_base_amount": st.none() | st.sampled_from([12.5, 50, 100, 150, 400, 800, 900]),
    "fines_total_in_term": st.none() | st.sampled_from([0, 250, 399.99, 800, 2399.5, 2400, 3000]),
    **dict.fromkeys(
        ["warning_sent", "pw_reduction_same_conduct", "asiel_fines_enabled", "deceased"], yes_or_no
    ),
    **dict.fromkeys(
        ["violation_date", "violation_established_date", "report_date", "fine_notified_date",
         "earlier_violation_established_date", "earlier_fine_irrevocable_date"], iso
    ),
}  # fmt: skip
IN_TERM = {"term_kind": "new_6m", "fines_total_in_term": 250}
cases = st.builds(
    lambda start, rest, on: Geval(
        id="b", onderwerp=start[0], feiten=start[1] | rest, op=on, verwacht={}
    ),
    st.sampled_from([("fine22", FINE_22), ("fine23", FINE_23), ("fine_cap", FINE_22 | IN_TERM),
                     ("fine_cap", FINE_23 | IN_TERM), ("fine_cap", {})]),
    st.lists(st.sampled_from(sorted(VELDEN)), max_size=8, unique=True).flatmap(
        lambda names: st.fixed_dictionaries({name: VELDEN[name] for name in names})
    ),
    st.dates(date(2025, 6, 10), date(2030, 1, 1)),
)  # fmt: skip


@given(cases)
def test_whatever_is_given_a_fine_is_explained_or_refused_in_dutch(geval: Geval) -> None:
    result = toets(geval)

    json.dumps(result.plat())
    if result.antwoord is None:
        assert (result.melding or "").endswith(".")
        return
    assert result.antwoord.gronden
    for line in result.antwoord.stappen:
        assert not re.search(r"\d{4}-\d{2}|_|None|  ", line)


@given(cases)
def test_a_fine_is_allowed_or_blocked_and_never_above_what_the_law_has(geval: Geval) -> None:
    found = toets(geval).plat()["antwoord"] or {}
    if "cap" in found:
        assert found["cap"] == MAXIMUM[geval.feiten["term_kind"]]
        assert 0 <= found.get("amount", 0) <= found["room"] <= found["cap"]
    if "fine_allowed" in found:
        assert found["fine_allowed"] is (found["blocked_by"] is None) is (found["amount"] > 0)
        assert found["amount"] <= (800 if found["report_mandatory"] else 250)
    else:
        assert found.keys() <= {"cap", "room"}


@given(cases)
def test_for_someone_who_died_no_fact_makes_a_fine(geval: Geval) -> None:
    found = toets(replace(geval, feiten={**geval.feiten, "deceased": True})).plat()["antwoord"]

    if found and "fine_allowed" in found:
        assert (found["blocked_by"], found["amount"]) == ("overleden", 0)
        assert found["payment_due"] is None


@given(amounts, amounts, amounts, termijnen)
def test_more_earlier_fines_never_raise_what_is_left(
    bedrag: int, opgelegd: int, meer: int, termijn: SoortTermijn
) -> None:
    first, later = (
        boete_maximum(bedrag=bedrag, termijn=termijn, opgelegd=total, op=OP).value
        for total in (opgelegd, opgelegd + meer)
    )
    assert later.ruimte <= first.ruimte
    assert later.bedrag <= first.bedrag <= min(bedrag, first.maximum)


@given(termijnen, st.lists(st.integers(1, 80_000), max_size=40))
def test_fines_one_after_another_never_pass_the_maximum(
    termijn: SoortTermijn, fines: list[int]
) -> None:
    total = 0
    for fine in fines:
        total += boete_maximum(bedrag=fine, termijn=termijn, opgelegd=total, op=OP).value.bedrag
    maximum = boete_maximum(bedrag=0, termijn=termijn, opgelegd=total, op=OP).value
    assert total == min(sum(fines), maximum.maximum)
    assert maximum.bereikt is (total == maximum.maximum)


@pytest.mark.parametrize(("bedrag", "opgelegd"), [(-1, 0), (0, -1)])
def test_less_than_nought_is_a_mistake_of_the_caller(bedrag: int, opgelegd: int) -> None:
    with pytest.raises(ValueError, match="less than nought"):
        boete_maximum(bedrag=bedrag, termijn=SoortTermijn.VERLENGD, opgelegd=opgelegd, op=OP)


@given(st.integers(5_000, 80_000), st.integers(5_000, 80_000))
def test_a_higher_earlier_fine_never_gives_a_lower_one(one: int, other: int) -> None:
    lowest, highest = (_recidive(bedrag).basisbedrag for bedrag in sorted((one, other)))

    assert 10_000 <= lowest <= highest <= 80_000


@given(st.integers(5_000, 80_000))
def test_more_blame_never_gives_a_lower_fine(earlier: int) -> None:
    order = sorted(PERCENTAGES.on(OP), key=PERCENTAGES.on(OP).__getitem__)
    fines = [_recidive(earlier, verwijt).bedrag for verwijt in order]

    assert fines == sorted(fines)
    assert set(order) == set(Verwijtbaarheid) - {Verwijtbaarheid.GEEN}


@given(days)
def test_paying_ends_on_a_working_day_and_deciding_after_exactly_thirteen_weeks(day: date) -> None:
    found = boete_termijnen(rapport=day, bekendmaking=day, op=day).value

    assert found.beslissen_uiterlijk == day + timedelta(weeks=13)
    assert found.betalen_uiterlijk
    assert found.betalen_uiterlijk >= day + timedelta(weeks=6)
    assert _is_working_day(found.betalen_uiterlijk)


@given(days, st.booleans(), st.booleans())
def test_every_last_day_of_an_objection_is_a_working_day(
    day: date, commissie: bool, verdaagd: bool
) -> None:
    found = _bezwaar(bekendmaking=day, adviescommissie=commissie, verdaagd=verdaagd)

    assert _is_working_day(found.laatste_dag)
    assert _is_working_day(found.beslissen_uiterlijk)
    assert found.laatste_dag >= day + timedelta(weeks=6)
    assert found.onherroepelijk_vanaf == found.laatste_dag + ONE_DAY
    weeks = timedelta(weeks=(12 if commissie else 6) + (6 if verdaagd else 0))
    assert found.beslissen_uiterlijk >= found.laatste_dag + weeks


@given(days, st.integers(0, 80), st.integers(0, 15))
def test_an_objection_that_came_in_earlier_is_never_later(
    day: date, posted: int, transit: int
) -> None:
    post = day + timedelta(days=posted)
    came = post + timedelta(days=transit)
    by_post = _bezwaar(bekendmaking=day, op_de_post=post, ontvangen=came)
    by_hand = _bezwaar(bekendmaking=day, ontvangen=came)
    day_later = _bezwaar(bekendmaking=day, op_de_post=post, ontvangen=came + ONE_DAY)

    assert by_post.op_tijd or not by_hand.op_tijd
    assert by_post.op_tijd or not day_later.op_tijd
    assert by_post.op_tijd is (by_post.onherroepelijk_vanaf is None)


@pytest.mark.parametrize(
    ("topic", "facts", "key", "expected"),
    [
        ("fine22", FINE_22 | {"fine_notified_date": "2025-03-10"}, "payment_due", "2025-04-22"),
        ("fine22", FINE_22 | {"fine_notified_date": "2025-03-10"}, "new_term_latest", "2025-05-10"),
        ("fine22", FINE_22 | {"report_date": "2025-03-22"}, "decision_due", "2025-06-21"),
        ("fine22", FINE_22, "base_amount", 250),
        ("fine22", FINE_22 | {"term_kind": "new_6m", "fines_total_in_term": 250}, "amount", 150),
        ("fine22", FINE_22 | {"call_number": 1, "term_kind": "new_6m"}, "room", 400),
        ("fine23", FINE_23 | {"fine_notified_date": "2025-06-21"}, "payment_due", "2025-08-04"),
        ("fine23", FINE_23 | {"term_kind": "original", "fines_total_in_term": None}, "room", 2400),
        ("fine23", FINE_23 | {"culpability": "geen"}, "percentage", 0),
        ("fine_cap", FINE_22 | {"term_kind": "new_6m", "fines_total_in_term": 400}, "blocked_by",
         Beletsel.MAXIMUM_BEREIKT),
        ("fine_cap", FINE_22 | {"call_number": 1, "term_kind": "new_6m",
         "fines_total_in_term": 400}, "blocked_by", Beletsel.EERSTE_OPROEP),
        ("fine_cap", {"term_kind": "new_24m", "fines_total_in_term": 1599.5}, "room", 0.5),
    ],
)  # fmt: skip
def test_a_topic_gives_every_key_that_the_facts_allow(
    topic: str, facts: dict[str, Any], key: str, expected: object
) -> None:
    assert beantwoord(topic, facts, OP).plat()[key] == expected


@pytest.mark.parametrize(
    ("topic", "facts", "says"),
    [
        ("fine22", FINE_22 | {"fine_article": "23"}, "artikel 22"),
        ("fine23", FINE_23 | {"fine_article": "22"}, "artikel 23"),
        ("fine23", FINE_23 | {"fines_total_in_term": 50}, "term_kind"),
        ("fine_cap", FINE_23 | {"fines_total_in_term": 50}, "term_kind"),
        ("fine_cap", {"violation_kind": "begeleiding", "call_number": 2}, "fine_article"),
        ("fine23", FINE_23 | {"violation_established_date": "2025-06-21"}, "van na 20 juni 2025"),
        ("objection", {"decision_notified_date": None}, "decision_notified_date"),
    ],
)
def test_what_is_missing_or_cannot_go_together_is_told(
    topic: str, facts: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        beantwoord(topic, facts, OP)


def test_an_earlier_total_that_is_not_given_is_said_to_be_unchecked() -> None:
    found = boete_maximum(bedrag=5_000, termijn=SoortTermijn.VERLENGD, opgelegd=None, op=OP)

    marks = {stap.feit: stap.zekerheid for stap in found.stappen}
    assert marks["opgelegd"] is Zekerheid.ONGECONTROLEERD


def test_an_amount_reads_as_dutch() -> None:
    assert [dutch_amount(cents) for cents in (0, 5, 1250, 24_000, 240_000, 123_456_789)] == [
        *("€ 0", "€ 0,05", "€ 12,50", "€ 240", "€ 2.400", "€ 1.234.567,89"),
    ]


@pytest.mark.parametrize(
    "codes", [BoeteArtikel, Beletsel, IntakeGedrag, SoortOvertreding, SoortTermijn, Verwijtbaarheid]
)
def test_every_code_has_words_for_people(codes: Any) -> None:
    assert all(one.label and "_" not in one.label for one in codes)


def _recidive(earlier: int, verwijt: Verwijtbaarheid = Verwijtbaarheid.OPZET) -> Any:
    found: Uitkomst[Any] = boete_inburgering(
        feiten=BoeteInburgeringFeiten(
            algemeen=BoeteFeiten(
                doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG,
                verwijtbaarheid=verwijt,
                constatering=date(2025, 6, 10),
            ),
            soort=SoortOvertreding.BEGELEIDING,
            eerdere_constatering=date(2025, 1, 15),
            eerdere_onherroepelijk=date(2025, 3, 15),
            eerder_boetebedrag=earlier,
        ),
        op=OP,
    )
    return found.value


def _bezwaar(**feiten: Any) -> Bezwaartermijn:
    return bezwaartermijn(feiten=BezwaarFeiten(**feiten)).value


def _is_working_day(day: date) -> bool:
    return not is_weekend(day) and feestdag(dag=day).value is None
