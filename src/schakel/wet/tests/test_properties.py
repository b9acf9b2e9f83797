"""What must hold of every answer, whatever the facts."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.datum import add_months, add_years, is_weekend
from schakel.wet.lijsten import Verblijfsvergunning
from schakel.wet.regels.feestdag import GELIJKGESTELDE_DAGEN, feestdag
from schakel.wet.regels.inburgeringstermijn import inburgeringstermijn
from schakel.wet.regels.pip_termijn import PIPTermijnFeiten, pip_termijn
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang, termijnverlenging
from schakel.wet.regels.toepasselijke_wet import toepasselijke_wet

ONE_DAY = timedelta(days=1)
TEN_WEEKS = timedelta(weeks=10)

days = st.dates(date(2022, 1, 1), date(2040, 12, 31))
maybe_days = st.none() | days
durations = st.builds(
    Duur,
    aantal=st.integers(1, 120),
    eenheid=st.sampled_from(Eenheid),
    rang=st.sampled_from(Rang),
    teruggerekend=st.booleans(),
)
feiten = st.builds(
    PIPTermijnFeiten,
    vergunning=st.none() | st.sampled_from(Verblijfsvergunning),
    gehuisvest_hvw28=st.booleans(),
    kennisgeving=maybe_days,
    inschrijving_brp=maybe_days,
    inschrijving_hvw28=maybe_days,
    wacht_op_derde=st.booleans(),
    informatie_derde_ontvangen=maybe_days,
    pip_voor_verhuizing=st.booleans(),
    inschrijving_na_verhuizing=maybe_days,
)


@pytest.mark.parametrize("year", range(2014, 2060))
def test_the_official_days_agree_with_another_list(year: int) -> None:
    # The other list has the Sundays eerste Paasdag and eerste Pinksterdag; the Atw does not.
    theirs = holidays.country_holidays(
        "NL", years=year, categories=("public", "optional"), language="nl"
    )
    sundays = {day for day, name in theirs.items() if name.startswith("Eerste p")}
    days_of_year = (date(year, 1, 1) + timedelta(days=number) for number in range(366))

    ours = {day for day in days_of_year if day.year == year and feestdag(dag=day).value}

    assert ours - GELIJKGESTELDE_DAGEN.keys() == theirs.keys() - sundays


def test_every_equated_day_is_a_friday_that_was_no_feestdag_yet() -> None:
    for day in GELIJKGESTELDE_DAGEN:
        assert day.isoweekday() == 5
        assert "gelijkgesteld" in feestdag(dag=day).tekst()


@given(days, st.integers(-60, 60))
def test_months_keep_the_day_number_or_go_to_the_first_of_the_next_month(
    day: date, months: int
) -> None:
    later = add_months(day, months)

    distance = (later.year - day.year) * 12 + later.month - day.month
    assert (distance, later.day) in {(months, day.day), (months + 1, 1)}
    assert (later.day == day.day) or day.day > 28


@given(days, durations)
def test_a_termijn_never_gets_shorter_and_is_moved_once(day: date, duur: Duur) -> None:
    moved = termijnverlenging(laatste_dag=day, duur=duur).value

    assert day <= moved <= day + timedelta(days=7)
    if duur.eenheid is not Eenheid.DAGEN:  # art. 2 counts from the start, which moves along
        assert termijnverlenging(laatste_dag=moved, duur=duur).value == moved


@given(days, st.integers(1, 12))
def test_a_termijn_in_weeks_ends_on_the_first_working_day(day: date, weeks: int) -> None:
    duur = Duur(aantal=weeks, eenheid=Eenheid.WEKEN)

    moved = termijnverlenging(laatste_dag=day, duur=duur).value

    skipped = [day + timedelta(days=number) for number in range((moved - day).days)]
    assert _is_working_day(moved)
    assert not any(_is_working_day(dag) for dag in skipped)


@given(feiten, days)
def test_a_pip_deadline_is_a_working_day_ten_weeks_or_more_after_its_start(
    facts: PIPTermijnFeiten, on: date
) -> None:
    termijn = pip_termijn(feiten=facts, op=on).value

    if termijn.gewone_laatste_dag is None:
        assert termijn.begin is None
        assert termijn.laatste_dag is None
        return
    assert termijn.begin
    assert termijn.begin + TEN_WEEKS <= termijn.gewone_laatste_dag
    for dag in (termijn.gewone_laatste_dag, termijn.laatste_dag or termijn.gewone_laatste_dag):
        assert _is_working_day(dag)
        assert dag >= termijn.gewone_laatste_dag


@given(feiten, days)
def test_only_waiting_for_a_third_party_opens_a_pip_deadline_that_runs(
    facts: PIPTermijnFeiten, on: date
) -> None:
    termijn = pip_termijn(feiten=facts, op=on).value

    if termijn.laatste_dag is None and termijn.begin is not None:
        assert facts.wacht_op_derde
        assert facts.informatie_derde_ontvangen is None


@given(feiten, st.dates(date(2022, 1, 1), date(2023, 12, 31)))
def test_a_pip_deadline_changes_only_on_the_day_that_was_announced(
    facts: PIPTermijnFeiten, on: date
) -> None:
    today = pip_termijn(feiten=facts, op=on)
    tomorrow = pip_termijn(feiten=facts, op=on + ONE_DAY)

    assert today.value == tomorrow.value or today.geldig_tot == on + ONE_DAY


@given(days)
def test_a_termijn_is_exactly_three_years_from_the_day_after(dagtekening: date) -> None:
    termijn = inburgeringstermijn(dagtekening_pip=dagtekening).value

    assert termijn.start == dagtekening + ONE_DAY
    assert termijn.end == add_years(termijn.start, 3)
    assert termijn.last_day
    assert 1095 <= (termijn.end - termijn.start).days <= 1096


@given(days)
def test_a_later_pip_never_ends_earlier(dagtekening: date) -> None:
    first = inburgeringstermijn(dagtekening_pip=dagtekening).value
    second = inburgeringstermijn(dagtekening_pip=dagtekening + ONE_DAY).value

    assert first.end
    assert second.end
    assert first.end <= second.end


@given(
    st.none() | st.booleans(),
    st.none() | st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
)
def test_which_law_always_answers_and_says_what_is_missing(
    wi2013: bool | None, begin: date | None, on: date
) -> None:
    wet = toepasselijke_wet(wi2013_op_31_december_2021=wi2013, begin_plicht=begin, op=on)

    assert wet.value or "Vraag aan DUO" in wet.tekst()


def _is_working_day(day: date) -> bool:
    return not is_weekend(day) and feestdag(dag=day).value is None
