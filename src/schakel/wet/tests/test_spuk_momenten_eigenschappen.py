"""What must hold of the cohorts, the moments and the recovery of the SPUK, whatever the facts."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.datum import is_weekend
from schakel.wet.lijsten import Doelgroep
from schakel.wet.regels.spuk_cohort import spuk_cohort
from schakel.wet.regels.spuk_grondslag import SPUKStadium
from schakel.wet.regels.spuk_momenten import spuk_momenten
from schakel.wet.regels.spuk_terugvordering import TerugvorderingFeiten, spuk_terugvordering
from schakel.wet.tests.controle import asked

days = st.dates(date(2022, 1, 1), date(2032, 12, 31))
maybe_days = st.none() | days
years = st.integers(2022, 2032)
cents = st.integers(0, 10_000_000_00)
doelgroepen = st.sampled_from(Doelgroep)


@given(years, days)
def test_the_moments_of_a_year_follow_one_another(jaar: int, op: date) -> None:
    value = spuk_momenten(jaar=jaar, op=op).value

    order = (
        *((value.voorlopig_uiterlijk,) if value.voorlopig_uiterlijk else ()),
        *value.betaaldagen,
        value.definitief_uiterlijk,
        value.peildag_terugvordering,
        value.verantwoording_uiterlijk,
    )
    assert list(order) == sorted(set(order))
    assert len(value.betaaldagen) == 12


@given(st.dates(date(2025, 10, 21), date(2032, 12, 31)))
def test_a_change_in_the_year_is_announced_on_a_working_day_four_weeks_or_more_later(
    dag: date,
) -> None:
    uiterlijk = spuk_momenten(jaar=dag.year, wetswijziging=dag, op=dag).value.tussentijds_uiterlijk

    assert uiterlijk
    assert uiterlijk >= dag + timedelta(weeks=4)
    assert not is_weekend(uiterlijk)


@given(years, cents, cents, cents, cents, maybe_days, days)
def test_never_more_than_the_grant_is_asked_back(
    jaar: int, uitkering: int, over: int, reserve: int, fout: int, dag: date | None, op: date
) -> None:
    feiten = TerugvorderingFeiten(
        jaar=jaar,
        bedrag_uitkering=uitkering,
        bedrag_niet_besteed=over,
        bedrag_gereserveerd=reserve,
        bedrag_onrechtmatig=fout,
        verantwoord=dag,
    )
    found, _ = asked(lambda: spuk_terugvordering(feiten=feiten, op=op))
    if found is None or found.value.bedrag is None:
        return

    assert 0 <= found.value.bedrag <= uitkering
    assert found.value.geheel is False or found.value.bedrag == uitkering
    zonder = spuk_terugvordering(feiten=replace(feiten, bedrag_gereserveerd=0), op=op).value
    assert zonder.bedrag is not None
    assert zonder.bedrag >= found.value.bedrag


@given(days, years, doelgroepen, st.sampled_from(SPUKStadium), days)
def test_a_cohort_counts_for_three_years_at_most(
    gehuisvest: date, jaar: int, doelgroep: Doelgroep, stadium: SPUKStadium, op: date
) -> None:
    value = spuk_cohort(
        doelgroep=doelgroep, gehuisvest=gehuisvest, jaar=jaar, stadium=stadium, op=op
    ).value

    assert value.cohort == gehuisvest.year
    if value.telt:
        assert 0 <= jaar - value.cohort <= 2
