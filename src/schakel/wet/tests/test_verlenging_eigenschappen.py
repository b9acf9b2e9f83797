"""What must hold of every extension of the inburgeringstermijn."""

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from schakel.wet.datum import add_months, add_years
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.lijsten_termijn import NietVrijstellendeOpleiding, SoortTermijn, Verlengingsgrond
from schakel.wet.regels.verlenging_inburgeringstermijn import verlenging_inburgeringstermijn
from schakel.wet.tests.controle import asked, assert_explains
from schakel.wet.uitkomst import Uitkomst
from schakel.wet.verlenging import Verlenging, VerlengingFeiten

ONE_DAY = timedelta(days=1)
FEITEN = frozenset(one.name for one in fields(VerlengingFeiten))
GROND = Verlengingsgrond
MAXIMUM = {
    GROND.OVERLIJDEN: 3,
    GROND.ALFABETISERING: 6,
    GROND.DAKLOOS: 24,
    GROND.AANBIEDER: 6,
    GROND.BIJZONDER: 24,
    GROND.BIJNA_KLAAR: 6,
    GROND.ONDERBREKING: 12,
}
MET_MINIMUM = frozenset(GROND) - {
    GROND.OVERLIJDEN,
    GROND.BEVALLING,
    GROND.GEEN_AANBOD,
    GROND.NIET_VRIJSTELLEND,
    GROND.BIJNA_KLAAR,
    GROND.ONDERBREKING,
}

days = st.dates(date(2022, 1, 1), date(2032, 12, 31))
maybe_days = st.none() | days
maybe = st.none() | st.booleans()
verlengingen = st.builds(
    VerlengingFeiten,
    grond=st.sampled_from(Verlengingsgrond),
    einde_termijn=days,
    soort=st.none() | st.sampled_from(SoortTermijn),
    begin_termijn=maybe_days,
    begin=maybe_days,
    einde=maybe_days,
    duurt_voort=st.booleans(),
    leerroute=st.none() | st.sampled_from(Leerroute),
    doelgroep=st.none() | st.sampled_from(Doelgroep),
    dagtekening_pip=maybe_days,
    aanbod=maybe_days,
    start_tst=maybe_days,
    begin_plicht=maybe_days,
    opleiding=st.none() | st.sampled_from(NietVrijstellendeOpleiding),
    eerdere_verlengingen=st.integers(0, 4),
    behaalde_onderdelen=st.none() | st.integers(0, 4),
    knm_behaald=maybe,
    pvt_afgerond=maybe,
    map_afgerond=maybe,
    alle_lessen_gevolgd=maybe,
    uren_taal_knm=st.none() | st.integers(440, 460),
)


def _verleng(feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging] | None:
    """Return the answer, or None when the facts give none."""
    return asked(lambda: verlenging_inburgeringstermijn(feiten=feiten, op=op))[0]


def _einde(feiten: VerlengingFeiten, op: date) -> date | None:
    found = _verleng(feiten, op)
    return found.value.einde if found else None


@given(verlengingen, days)
def test_a_termijn_never_gets_shorter_and_stays_as_it_was_without_an_extension(
    feiten: VerlengingFeiten, op: date
) -> None:
    found = _verleng(feiten, op)
    assume(found is not None)
    assert found

    assert found.value.toegekend is (found.value.einde > feiten.einde_termijn)
    assert found.value.einde >= feiten.einde_termijn
    assert found.value.laatste_dag + ONE_DAY == found.value.einde


@given(verlengingen, days)
def test_an_extension_never_exceeds_the_maximum_of_its_ground(
    feiten: VerlengingFeiten, op: date
) -> None:
    einde = _einde(feiten, op)
    assume(einde is not None)
    assert einde

    if feiten.grond in MAXIMUM:
        # A year of days with a 29 February in it is a day longer than a year without one.
        marge = ONE_DAY if feiten.grond is GROND.ONDERBREKING else timedelta()
        assert einde <= add_months(feiten.einde_termijn, MAXIMUM[feiten.grond]) + marge
    if feiten.grond is GROND.BEVALLING:
        assert einde <= feiten.einde_termijn + timedelta(weeks=16)
    if feiten.opleiding is NietVrijstellendeOpleiding.ENTREE:
        assert feiten.grond is not GROND.NIET_VRIJSTELLEND or einde <= add_years(
            feiten.einde_termijn, 2
        )


@given(
    st.sampled_from(sorted(MET_MINIMUM)),
    st.dates(date(2023, 1, 1), date(2024, 12, 31)),
    st.integers(1, 1500),
    st.integers(0, 400),
)
def test_more_delay_never_gives_less(
    grond: Verlengingsgrond, begin: date, length: int, more: int
) -> None:
    feiten = VerlengingFeiten(
        grond=grond,
        einde_termijn=date(2026, 3, 16),
        leerroute=Leerroute.B1,
        begin=begin,
        einde=begin + timedelta(days=length),
    )
    longer = replace(feiten, einde=begin + timedelta(days=length + more))

    first, second = _einde(feiten, date(2026, 1, 1)), _einde(longer, date(2026, 1, 1))

    assert first
    assert second
    assert first <= second


@given(
    st.sampled_from(Leerroute),
    st.dates(date(2023, 1, 1), date(2024, 12, 31)),
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(0, 60),
)
def test_a_later_offer_or_start_never_gives_less(
    leerroute: Leerroute, pip: date, offer: int, until_start: int, later: int
) -> None:
    aanbod = pip + timedelta(days=offer)
    feiten = VerlengingFeiten(
        grond=GROND.GEEN_AANBOD,
        einde_termijn=date(2028, 3, 16),
        leerroute=leerroute,
        dagtekening_pip=pip,
        aanbod=aanbod,
        start_tst=aanbod + timedelta(days=until_start),
    )
    moved = timedelta(days=later)
    assert feiten.start_tst
    later_both = replace(feiten, aanbod=aanbod + moved, start_tst=feiten.start_tst + moved)

    first, second = _einde(feiten, date(2026, 1, 1)), _einde(later_both, date(2026, 1, 1))

    assert first
    assert second
    assert first <= second


@given(st.sampled_from(sorted(MET_MINIMUM)), st.dates(date(2023, 1, 1), date(2024, 12, 31)))
def test_the_minimum_is_three_months(grond: Verlengingsgrond, begin: date) -> None:
    feiten = VerlengingFeiten(
        grond=grond,
        einde_termijn=date(2026, 3, 16),
        leerroute=Leerroute.B1,
        begin=begin,
        einde=add_months(begin, 3),
    )
    assert feiten.einde
    shorter = replace(feiten, einde=feiten.einde - ONE_DAY)

    enough, too_short = _verleng(feiten, begin), _verleng(shorter, begin)

    assert enough
    assert too_short
    assert (enough.value.toegekend, too_short.value.toegekend) == (True, False)


@given(verlengingen, days)
def test_facts_that_give_no_answer_name_a_fact(feiten: VerlengingFeiten, op: date) -> None:
    _, refusal = asked(lambda: verlenging_inburgeringstermijn(feiten=feiten, op=op))

    if refusal is not None:
        assert refusal.field in FEITEN
        assert refusal.text.endswith(".")


@given(verlengingen, days)
def test_only_a_gap_says_whether_the_plicht_continues(feiten: VerlengingFeiten, op: date) -> None:
    found = _verleng(feiten, op)
    assume(found is not None)
    assert found

    if feiten.grond is not GROND.ONDERBREKING:
        assert found.value.plicht_loopt_door is None
    elif found.value.toegekend:
        assert found.value.plicht_loopt_door is True


@given(verlengingen, days)
def test_every_step_is_a_dutch_sentence_and_every_start_fact_an_argument(
    feiten: VerlengingFeiten, op: date
) -> None:
    found = _verleng(feiten, op)
    assume(found is not None)
    assert found

    assert_explains(found, FEITEN, op)
