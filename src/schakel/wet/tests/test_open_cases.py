"""The worked cases of the research sheet, when `SCHAKEL_WET_CASES` says where they are.

One table per topic turns their English words into ours; nothing is skipped inside a topic.
"""

import json
import os
from collections.abc import Callable, Container, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from schakel.wet.lijsten import Doelgroep, Leerroute, StatusReferent, Verblijfsvergunning
from schakel.wet.regels.doelgroep import doelgroep
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
from schakel.wet.regels.pip_termijn import PIPTermijnFeiten, pip_termijn
from schakel.wet.regels.rechten import rechten
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, termijnverlenging
from schakel.wet.regels.toepasselijke_wet import toepasselijke_wet

SIX_WEEKS = Duur(aantal=6, eenheid=Eenheid.WEKEN)
FOLDER = os.environ.get("SCHAKEL_WET_CASES")
Facts = dict[str, Any]


def _day(facts: Facts, name: str) -> date | None:
    return date.fromisoformat(facts[name]) if facts.get(name) else None


def _code(facts: Facts, name: str, codes: Any) -> Any:
    return codes(facts[name]) if facts.get(name) else None


def _pip_deadline(facts: Facts, on: date) -> Facts:
    termijn = pip_termijn(
        feiten=PIPTermijnFeiten(
            vergunning=_code(facts, "permit_type", Verblijfsvergunning),
            gehuisvest_hvw28=facts.get("housed_under_hvw28", False),
            kennisgeving=_day(facts, "duo_notification_date"),
            inschrijving_brp=_day(facts, "brp_registration_date"),
            inschrijving_hvw28=_day(facts, "hvw28_registration_date"),
            wacht_op_derde=facts.get("third_party_info_awaited", False),
            informatie_derde_ontvangen=_day(facts, "third_party_info_received_date"),
            pip_voor_verhuizing=facts.get("pip_exists_before_move", False),
            inschrijving_na_verhuizing=_day(facts, "move_registration_date"),
        ),
        op=on,
    ).value
    pip = _day(facts, "pip_date")
    return {
        "deadline": termijn.laatste_dag,
        "regular_deadline": termijn.gewone_laatste_dag,
        "base": termijn.grondslag,
        "base_date": termijn.begin,
        "on_time": termijn.laatste_dag is None or pip is None or pip <= termijn.laatste_dag,
    }


def _term(facts: Facts, on: date) -> Facts:
    termijn = inburgeringstermijn(dagtekening_pip=date.fromisoformat(facts["first_pip_date"])).value
    assert termijn.end
    return {
        "start": termijn.start,
        "end_exclusive": termijn.end,
        "last_day": termijn.last_day,
        "expired": on >= termijn.end,
    }


def _which_law(facts: Facts, on: date) -> Facts:
    wet = toepasselijke_wet(
        wi2013_op_31_december_2021=facts.get("wi2013_applied_on_2021_12_31"),
        begin_plicht=_day(facts, "plicht_start_date"),
        op=on,
    )
    return {"law": wet.value}


RECHTEN = {
    "mb": "maatschappelijke_begeleiding",
    "aanbod": "inburgeringsaanbod",
    "pip_intensity": "intensiteit_in_pip",
    "ontzorg": "ontzorging_mogelijk",
    "loan": "lening",
    "pvt_map_offer": "pvt_en_map",
    "progress_talks_in_pip": "voortgangsgesprekken_in_pip",
    "fine23_route_intensity": "boete_23_intensiteit",
    "free_attempts_language_part": "pogingen_taalonderdeel",
    "free_attempts_knm": "pogingen_knm",
}


def _doelgroep_rights(facts: Facts, on: date) -> Facts:
    vergunning = _code(facts, "permit_type", Verblijfsvergunning)
    groep = doelgroep(
        vergunning=vergunning,
        doel=facts.get("permit_purpose") or "",
        status_referent=_code(facts, "sponsor_status", StatusReferent),
        volgens_duo=_code(facts, "duo_doelgroep", Doelgroep),
        op=on,
    ).value
    if groep is None:
        return {"doelgroep": None}
    recht = rechten(
        doelgroep=groep,
        vergunning=vergunning,
        op=on,
        leerroute=_code(facts, "leerroute", Leerroute),
        examens_in_pip=facts.get("z_exams_in_pip"),
    ).value
    return {"doelgroep": groep} | {ours: getattr(recht, name) for ours, name in RECHTEN.items()}


TOPICS: dict[str, Callable[[Facts, date], Facts]] = {
    "pip_deadline": _pip_deadline,
    "term": _term,
    "which_law": _which_law,
    "doelgroep_rights": _doelgroep_rights,
}


def _cases(topics: Container[str]) -> Iterator[Any]:
    if not FOLDER:
        reason = "SCHAKEL_WET_CASES does not say where the worked cases are"
        yield pytest.param(None, marks=pytest.mark.skip(reason=reason))
        return
    for line in (Path(FOLDER) / "open.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        if case["topic"] in topics:
            yield pytest.param(case, id=case["id"])


@pytest.mark.parametrize("case", list(_cases(TOPICS)))
def test_the_rules_give_the_expected_answer(case: Any) -> None:
    answer = TOPICS[case["topic"]](case["facts"], date.fromisoformat(case["on"]))

    found = {key: _plain(answer[key]) for key in case["expect"]}

    assert found == case["expect"], case["why"]


@pytest.mark.parametrize("case", list(_cases(["objection"])))
def test_the_atw_moves_six_weeks_of_the_awb_as_expected(case: Any) -> None:
    last_day = _six_weeks_after(date.fromisoformat(case["facts"]["decision_notified_date"]))
    answer = {"last_day": last_day, "decision_due": _six_weeks_after(last_day)}

    expect = {key: day for key, day in case["expect"].items() if key in answer}

    assert {key: _plain(answer[key]) for key in expect} == expect, case["why"]


def _six_weeks_after(day: date) -> date:
    return termijnverlenging(laatste_dag=SIX_WEEKS.after(day), duur=SIX_WEEKS).value


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
