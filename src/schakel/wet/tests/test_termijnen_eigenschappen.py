"""What must hold of the window for an application, a change of leerroute and ontzorging."""

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.datum import add_months, is_weekend
from schakel.wet.lijsten import Leerroute, Verblijfsvergunning
from schakel.wet.lijsten_termijn import GrondslagWijziging
from schakel.wet.regels.aanvraag_verlenging import aanvraag_verlenging
from schakel.wet.regels.feestdag import feestdag
from schakel.wet.regels.ontzorging import OntzorgingFeiten, ontzorging
from schakel.wet.regels.wijzigen_leerroute import WijzigingFeiten, wijzigen_leerroute
from schakel.wet.tests.controle import asked, assert_explains

ONE_DAY = timedelta(days=1)
OVER_WIJZIGING = frozenset(one.name for one in fields(WijzigingFeiten))
OVER_ONTZORGING = frozenset(one.name for one in fields(OntzorgingFeiten))

days = st.dates(date(2022, 1, 1), date(2032, 12, 31))
maybe_days = st.none() | days
maybe = st.none() | st.booleans()
wijzigingen = st.builds(
    WijzigingFeiten,
    dagtekening_pip=days,
    van=st.none() | st.sampled_from(Leerroute),
    naar=st.none() | st.sampled_from(Leerroute),
    dag=maybe_days,
    einde_opleiding=maybe_days,
    bijzonder_geval=st.booleans(),
)
ontzorgingen = st.builds(
    OntzorgingFeiten,
    plichtig=maybe,
    vergunning=st.none() | st.sampled_from(Verblijfsvergunning),
    recht_op_bijstand=maybe,
    begin_bijstand=maybe_days,
    einde_bijstand=maybe_days,
    einde_asielvergunning=maybe_days,
)


@given(days, days, days)
def test_the_last_day_for_the_decision_is_a_working_day_eight_weeks_or_more_later(
    einde: date, aanvraag: date, op: date
) -> None:
    found = aanvraag_verlenging(einde_termijn=einde, aanvraag=aanvraag, op=op)
    value = found.value

    assert_explains(found, {"einde_termijn", "aanvraag"}, op)
    assert value.uiterste_beslisdag
    assert value.uiterste_beslisdag >= aanvraag + timedelta(weeks=8)
    assert not is_weekend(value.uiterste_beslisdag)
    assert feestdag(dag=value.uiterste_beslisdag).value is None


@given(days, days)
def test_the_window_opens_six_months_before_the_end(einde: date, op: date) -> None:
    eerste = aanvraag_verlenging(einde_termijn=einde, aanvraag=None, op=op).value.eerste_dag

    for aanvraag, te_vroeg in ((eerste - ONE_DAY, True), (eerste, False)):
        found = aanvraag_verlenging(einde_termijn=einde, aanvraag=aanvraag, op=op)
        assert found.value.te_vroeg is te_vroeg
    assert 181 - 3 <= (einde - eerste).days <= 184


@given(wijzigingen, days)
def test_a_change_is_allowed_exactly_when_there_is_a_ground(
    feiten: WijzigingFeiten, op: date
) -> None:
    found, refusal = asked(lambda: wijzigen_leerroute(feiten=feiten, op=op))
    if found is None:
        assert refusal
        assert refusal.field in {"van", "naar", "dag"}
        return
    assert_explains(found, OVER_WIJZIGING, op)

    value = found.value
    assert value.laatste_dag == add_months(feiten.dagtekening_pip + ONE_DAY, 18) - ONE_DAY
    if feiten.dag is None:
        assert (value.toegestaan, value.grondslag) == (None, None)
        return
    assert value.toegestaan is (value.grondslag is not None)
    in_time = feiten.dag <= value.laatste_dag
    assert in_time is (value.grondslag is GrondslagWijziging.ANDERHALF_JAAR)


@given(wijzigingen, days)
def test_a_special_case_never_takes_a_change_away(feiten: WijzigingFeiten, op: date) -> None:
    zonder = replace(feiten, bijzonder_geval=False)
    found, _ = asked(lambda: wijzigen_leerroute(feiten=zonder, op=op))
    if found is None:
        return

    gewoon = found.value
    bijzonder = wijzigen_leerroute(feiten=replace(feiten, bijzonder_geval=True), op=op).value

    assert bijzonder.toegestaan is (None if feiten.dag is None else True)
    assert bijzonder == gewoon or not gewoon.toegestaan


@given(ontzorgingen, days)
def test_ontzorging_lasts_six_months_at_most_and_starts_with_the_right(
    feiten: OntzorgingFeiten, op: date
) -> None:
    found, refusal = asked(lambda: ontzorging(feiten=feiten, op=op))
    if found is None:
        assert refusal
        assert refusal.field in OVER_ONTZORGING
        return
    assert_explains(found, OVER_ONTZORGING, op)

    value = found.value
    if not value.van_toepassing:
        assert (value.begin, value.einde, value.actief) == (None, None, False)
        return
    assert feiten.plichtig
    assert value.begin
    assert value.einde
    assert value.begin == feiten.begin_bijstand
    assert value.begin < value.einde <= add_months(value.begin, 6)
    assert value.actief is (value.begin <= op < value.einde)
    for earlier in (feiten.einde_bijstand, feiten.einde_asielvergunning):
        assert earlier is None or value.einde <= earlier
