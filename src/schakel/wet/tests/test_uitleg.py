"""The explanation: a caseworker reads it, so it names the day, the reason and the article."""

import inspect
import re
from dataclasses import fields
from datetime import date
from typing import Any

import pytest

from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.lijsten import Doelgroep, Leerroute, StatusReferent, Verblijfsvergunning
from schakel.wet.regels.begin_inburgeringsplicht import begin_inburgeringsplicht
from schakel.wet.regels.doelgroep import doelgroep
from schakel.wet.regels.feestdag import feestdag
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
from schakel.wet.regels.pip_termijn import PIPTermijnFeiten, pip_termijn
from schakel.wet.regels.rechten import een_recht, rechten
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang, termijnverlenging
from schakel.wet.regels.toepasselijke_wet import toepasselijke_wet
from schakel.wet.uitkomst import StapSoort, Uitkomst, gevraagd

WACHTTE_OP_DERDE = PIPTermijnFeiten(
    vergunning=Verblijfsvergunning.ASIEL_BEPAALD,
    gehuisvest_hvw28=True,
    kennisgeving=date(2026, 1, 12),
    inschrijving_brp=None,
    inschrijving_hvw28=date(2026, 1, 20),
    wacht_op_derde=True,
    informatie_derde_ontvangen=date(2026, 4, 30),
)
OP = date(2026, 5, 4)

ANSWERS: tuple[tuple[Any, dict[str, Any]], ...] = (
    (feestdag, {"dag": date(2026, 5, 15)}),
    (feestdag, {"dag": date(2029, 5, 11)}),
    (
        termijnverlenging,
        {"laatste_dag": date(2026, 4, 25), "duur": Duur(aantal=6, eenheid=Eenheid.WEKEN)},
    ),
    (
        toepasselijke_wet,
        {"wi2013_op_31_december_2021": None, "begin_plicht": date(2022, 3, 1), "op": OP},
    ),
    (
        doelgroep,
        {
            "vergunning": Verblijfsvergunning.REGULIER_BEPAALD,
            "doel": "gezinslid",
            "status_referent": StatusReferent.NEDERLANDER,
            "volgens_duo": Doelgroep.ASIELSTATUSHOUDER,
            "op": OP,
        },
    ),
    (
        rechten,
        {
            "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
            "vergunning": Verblijfsvergunning.ASIEL_BEPAALD,
            "leerroute": Leerroute.B1,
            "op": OP,
        },
    ),
    (pip_termijn, {"feiten": WACHTTE_OP_DERDE, "op": OP}),
    (inburgeringstermijn, {"dagtekening_pip": date(2026, 5, 4)}),
    (
        begin_inburgeringsplicht,
        {
            "volgens_duo": None,
            "kennisgeving": date(2026, 1, 12),
            "inschrijving_brp": None,
            "op": OP,
        },
    ),
)


def test_a_shifted_pip_deadline_tells_the_whole_sum() -> None:
    assert pip_termijn(feiten=WACHTTE_OP_DERDE, op=OP).tekst().splitlines() == [
        "- Bepalend is de peildatum, 4 mei 2026. Op die dag geldt de tekst die op 1 januari 2023 "
        "is ingegaan. (art. 5.3 Bi)",
        "- DUO heeft de inburgeringsplicht op 12 januari 2026 schriftelijk gemeld.",
        "- De inschrijving in de gemeente van huisvesting is van 20 januari 2026.",
        "- Die inschrijving was er nog niet op de dag van de kennisgeving, en telt dus als begin. "
        "(art. 5.3 lid 1 Bi)",
        "- De termijn is 10 weken: tot en met dinsdag 31 maart 2026. (art. 5.3 lid 1 Bi)",
        "- De Algemene termijnenwet geldt ook voor een termijn uit een algemene maatregel "
        "van bestuur. (art. 5 Atw)",
        "- Een termijn van 10 weken eindigt nooit op een zaterdag, een zondag of een feestdag. "
        "(art. 1 lid 1 Atw)",
        "- De informatie van een derde is ontvangen op 30 april 2026.",
        "- De termijn is 2 weken: tot en met donderdag 14 mei 2026. (art. 5.3 lid 2 Bi)",
        "- De Algemene termijnenwet geldt ook voor een termijn uit een algemene maatregel "
        "van bestuur. (art. 5 Atw)",
        "- Een termijn van 2 weken eindigt nooit op een zaterdag, een zondag of een feestdag. "
        "(art. 1 lid 1 Atw)",
        "- 14 mei 2026 is Hemelvaartsdag. De laatste dag schuift door naar 15 mei 2026. "
        "(art. 3 lid 1 Atw)",
        "- 15 mei 2026 is de vrijdag na Hemelvaartsdag, die bij besluit met een feestdag is "
        "gelijkgesteld. De laatste dag schuift door naar 16 mei 2026. (art. 3 lid 3 Atw) "
        "[nog te bevestigen]",
        "- 16 mei 2026 is een zaterdag. De laatste dag schuift door naar 17 mei 2026. "
        "(art. 1 lid 1 Atw)",
        "- 17 mei 2026 is een zondag. De laatste dag schuift door naar 18 mei 2026. "
        "(art. 1 lid 1 Atw)",
        "- De laatste van beide dagen telt: 18 mei 2026. (art. 5.3 lid 2 Bi)",
        "- Het PIP moet uiterlijk op maandag 18 mei 2026 zijn vastgesteld.",
    ]


def test_the_grounds_name_each_article_once_in_the_order_of_the_sum() -> None:
    termijn = pip_termijn(feiten=WACHTTE_OP_DERDE, op=OP)

    assert [str(ground) for ground in termijn.grounds] == [
        "art. 5.3 lid 1 Bi",
        "art. 5 Atw",
        "art. 1 lid 1 Atw",
        "art. 5.3 lid 2 Bi",
        "art. 3 lid 1 Atw",
        "art. 3 lid 3 Atw",
    ]


def test_an_equated_day_is_marked_as_second_hand() -> None:
    [stap] = [
        stap for stap in feestdag(dag=date(2026, 5, 15)).stappen if "gelijkgesteld" in stap.tekst
    ]

    assert stap.zekerheid is Zekerheid.TWEEDE_HAND


def test_each_right_has_its_own_article() -> None:
    recht = rechten(
        doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG,
        vergunning=Verblijfsvergunning.REGULIER_BEPAALD,
        op=OP,
    ).value

    names = {field.name for field in fields(recht)} - {"bronnen"}
    assert recht.bronnen.keys() == names
    assert recht.bronnen["lening"] == Artikel("Wi2021", "19")


@pytest.mark.parametrize("leerroute", [None, *Leerroute])
def test_one_right_keeps_the_answer_and_only_the_steps_that_lead_to_it(
    leerroute: Leerroute | None,
) -> None:
    all_of_them = rechten(
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
        vergunning=Verblijfsvergunning.ASIEL_BEPAALD,
        leerroute=leerroute,
        op=OP,
    )
    slots = [stap for stap in all_of_them.stappen if stap.soort is StapSoort.UITKOMST]

    for naam, bron in all_of_them.value.bronnen.items():
        een = een_recht(all_of_them, naam)
        *before, slot = een.stappen
        assert een.value == all_of_them.value
        assert een.grounds == (bron,)
        assert slot in slots
        assert [stap.soort for stap in before].count(StapSoort.VERSIE) == 1
        assert {stap.bron for stap in before if stap.bron} == {bron}
        told = {stap.feit for stap in before if stap.feit}
        assert ("vergunning" in told) is (naam == "ontzorging_mogelijk")
        assert ("leerroute" in told) is (naam.startswith("pogingen") and leerroute is not None)


def test_an_answer_can_tell_what_was_asked_and_is_the_same_answer() -> None:
    facts = {"dagtekening_pip": OP}

    told = gevraagd(inburgeringstermijn, **facts)

    assert (told.regel, dict(told.feiten)) == ("inburgeringstermijn", facts)
    assert told == inburgeringstermijn(**facts)


def test_a_duration_in_months_is_not_counted_in_days() -> None:
    with pytest.raises(ValueError, match="3 maanden"):
        Duur(aantal=3, eenheid=Eenheid.MAANDEN).after(OP)


def test_a_duration_reads_as_dutch() -> None:
    read = [str(Duur(aantal=aantal, eenheid=unit)) for aantal in (1, 2) for unit in Eenheid]

    assert read == [
        *("1 uur", "1 dag", "1 week", "1 maand", "1 jaar"),
        *("2 uur", "2 dagen", "2 weken", "2 maanden", "2 jaar"),
    ]
    assert Rang.AMVB.label == "algemene maatregel van bestuur"


@pytest.mark.parametrize(("rule", "facts"), ANSWERS)
def test_every_step_is_a_dutch_sentence_without_codes(rule: Any, facts: dict[str, Any]) -> None:
    for stap in rule(**facts).stappen:
        assert stap.tekst.endswith(".")
        assert stap.tekst[0].isupper() or stap.tekst[0].isdigit()
        assert not re.search(r"\d{4}-\d{2}|_|None|  ", stap.tekst)


@pytest.mark.parametrize(("rule", "facts"), ANSWERS)
def test_every_start_fact_leads_back_to_an_argument(rule: Any, facts: dict[str, Any]) -> None:
    known = {*inspect.signature(rule).parameters, *(f.name for f in fields(PIPTermijnFeiten))}

    named = {stap.feit for stap in rule(**facts).stappen if stap.soort is StapSoort.FEIT}

    assert named
    assert named <= known


@pytest.mark.parametrize(("rule", "facts"), ANSWERS)
def test_every_answer_has_grounds_and_the_day_of_the_question(
    rule: Any, facts: dict[str, Any]
) -> None:
    uitkomst: Uitkomst[Any] = rule(**facts)

    assert uitkomst.grounds
    assert uitkomst.op
    assert uitkomst.stappen[-1].soort is StapSoort.UITKOMST
