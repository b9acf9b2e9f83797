"""What must hold of the messages to DUO, whatever the facts."""

from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.bron import Koppelvlak
from schakel.wet.duo_bericht import LABELS, DUOFout
from schakel.wet.lijsten import Doelgroep, Leerroute, Taalniveau
from schakel.wet.regels import duo_aanbod, duo_activiteit, duo_pip, duo_pip_verwijderen
from schakel.wet.tests.uitleg import leest_als_nederlands
from schakel.wet.uitkomst import StapSoort

OP = date(2026, 5, 1)

dagen = st.dates(date(2022, 1, 1), date(2030, 12, 31))
misschien = st.none() | dagen

pips = st.builds(
    duo_pip.DUOPIPFeiten,
    dagtekening=dagen,
    leerroute=st.sampled_from(Leerroute),
    niveau=st.none() | st.sampled_from(Taalniveau),
    doelgroep=st.none() | st.sampled_from(Doelgroep),
    geschatte_intensiteit=st.none() | st.integers(-1, 10_001),
    eerste_pip=st.none() | st.booleans(),
    begin_plicht=misschien,
    vestiging=misschien,
    dagtekening_eerste=misschien,
    dagtekening_actueel=misschien,
)
offers = st.builds(
    duo_aanbod.DUOAanbodFeiten,
    doelgroep=st.none() | st.sampled_from(Doelgroep),
    heeft_pip=st.none() | st.booleans(),
    dagtekening_actueel=misschien,
    instelling_erkend=st.none() | st.booleans(),
    aanbod=misschien,
    begin_taalschakeltraject=misschien,
    begin_termijn=misschien,
    einde_termijn=misschien,
)
activities = st.builds(
    duo_activiteit.DUOActiviteitFeiten,
    soort=st.sampled_from(duo_activiteit.DUOActiviteit),
    dag=misschien,
    verwijtbaar=st.none() | st.sampled_from(duo_activiteit.Verwijtbaar),
    eigen_pip=st.none() | st.booleans(),
    begin_termijn=misschien,
    einde_termijn=misschien,
    afronding_z=misschien,
)
MESSAGES = {
    duo_pip.DUOPIPFeiten: duo_pip.duo_pip,
    duo_aanbod.DUOAanbodFeiten: duo_aanbod.duo_aanbod,
    duo_activiteit.DUOActiviteitFeiten: duo_activiteit.duo_activiteit,
}


@given(pips | offers | activities, dagen)
def test_a_message_is_accepted_only_without_errors_and_those_are_sorted(
    feiten: Any, op: date
) -> None:
    try:
        uitkomst = MESSAGES[type(feiten)](feiten=feiten, op=op)
    except Refusal:
        return
    value = uitkomst.value

    assert value.geaccepteerd == (value.codes == [])
    assert value.codes == sorted(set(value.codes))
    assert not set(value.fouten) & set(value.niet_gecontroleerd)
    assert value.niveau is None or value.geaccepteerd
    leest_als_nederlands(uitkomst)
    named = {stap.feit for stap in uitkomst.stappen if stap.soort is StapSoort.FEIT}
    assert named <= {field.name for field in fields(feiten)}


@given(activities, dagen)
def test_a_date_within_the_termijn_never_goes_with_a_flag(
    feiten: duo_activiteit.DUOActiviteitFeiten, op: date
) -> None:
    try:
        value = duo_activiteit.duo_activiteit(feiten=feiten, op=op).value
    except Refusal:
        return
    binnen = feiten.dag and feiten.einde_termijn and feiten.dag < feiten.einde_termijn
    if binnen and value.geaccepteerd:
        assert feiten.verwijtbaar is None
    assert ("verwijtbaar_verplicht" in value.codes) <= (feiten.verwijtbaar is None)


def test_every_code_belongs_to_a_message_and_has_a_sentence() -> None:
    rules = (duo_pip, duo_pip_verwijderen, duo_aanbod, duo_activiteit)

    checked = [fout for rule in rules for fout in rule.VOORWAARDEN.on(OP)]

    assert sorted(checked) == sorted(DUOFout)
    assert LABELS.keys() == set(DUOFout)


def test_every_code_comes_out_of_an_example_and_stays_away_in_another() -> None:
    tables = [
        yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in (Path(__file__).parent / "voorbeelden").glob("duo_*.yaml")
    ]
    outcomes = [one["dan"]["codes"] for table in tables for one in table["voorbeelden"]
                if "codes" in one["dan"]]  # fmt: skip

    assert {code for codes in outcomes for code in codes} == set(DUOFout)
    assert [] in outcomes


def test_a_source_that_is_no_law_reads_so_and_has_no_address() -> None:
    bron = Koppelvlak("DUO", "PIP")

    assert (str(bron), bron.url(OP)) == ("DUO, voorwaarden PIP", "")


@pytest.mark.parametrize("uren", [True, False, None])
def test_a_pip_whose_termijn_is_set_is_never_taken_back(uren: bool | None) -> None:
    uitkomst = duo_pip_verwijderen.duo_pip_verwijderen(
        termijn_vastgesteld=True, uren_geregistreerd=uren, op=OP
    )

    assert "termijn_vastgesteld" in uitkomst.value.codes
    leest_als_nederlands(uitkomst)
