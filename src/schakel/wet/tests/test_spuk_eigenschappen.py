"""What must hold of the money of the SPUK, whatever the facts."""

import inspect
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.base.refusal import Refusal
from schakel.wet.geld import centen, dutch_euro
from schakel.wet.regels.spuk_bedragen import spuk_bedragen
from schakel.wet.regels.spuk_grondslag import SPUKAantallen, SPUKStadium, spuk_grondslag
from schakel.wet.regels.spuk_maandbedrag import spuk_maandbedrag
from schakel.wet.regels.spuk_onderwijsroute import spuk_onderwijsroute
from schakel.wet.regels.spuk_reserve import spuk_reserve
from schakel.wet.regels.spuk_uitkering import SPUKFeiten, spuk_uitkering
from schakel.wet.tests.uitleg import leest_als_nederlands
from schakel.wet.uitkomst import StapSoort, Uitkomst

OP = date(2026, 3, 1)
JAREN = (2022, 2023, 2025, 2026)

dagen = st.dates(date(2022, 1, 1), date(2030, 12, 31))
people = st.integers(0, 5000)
numbers = st.builds(SPUKAantallen, jaar_t=people, jaar_t_1=people, jaar_t_2=people, afgerond=people)
amounts = st.integers(0, 10_000_000_000)


@st.composite
def grants(draw: st.DrawFn) -> SPUKFeiten:
    """Facts of which every part can be computed: the country has at least what the gemeente has."""
    own, more = draw(numbers), draw(numbers)
    total = {f.name: getattr(own, f.name) + getattr(more, f.name) for f in fields(SPUKAantallen)}
    return SPUKFeiten(
        jaar=draw(st.sampled_from(JAREN)),
        stadium=SPUKStadium.DEFINITIEF,
        gezins=draw(people),
        gemeente=own,
        landelijk=SPUKAantallen(**total),
        onderwijsroute=draw(people),
        bedrag_onderwijsroute=draw(st.integers(0, 2_000_000)),
    )


@given(grants(), st.sampled_from([f.name for f in fields(SPUKAantallen)]), dagen)
def test_one_more_person_never_gives_less(feiten: SPUKFeiten, naam: str, op: date) -> None:
    more = SPUKAantallen(
        **{
            f.name: getattr(feiten.gemeente, f.name) + (f.name == naam)
            for f in fields(SPUKAantallen)
        }
    )
    if getattr(more, naam) > getattr(feiten.landelijk, naam):
        return
    before = spuk_uitkering(feiten=feiten, op=op).value
    after = spuk_uitkering(feiten=replace(feiten, gemeente=more), op=op).value
    gezins = spuk_uitkering(feiten=replace(feiten, gezins=(feiten.gezins or 0) + 1), op=op).value

    assert before.nodig("u") <= after.nodig("u")
    assert before.nodig("u") < gezins.nodig("u")


@given(grants(), dagen)
def test_the_grant_is_the_sum_of_its_parts_and_a_share_of_what_there_is(
    feiten: SPUKFeiten, op: date
) -> None:
    value = spuk_uitkering(feiten=feiten, op=op).value

    parts = sum(value.nodig(naam) for naam in ("bgo", "ba", "abo"))
    assert abs(value.nodig("u") - parts) <= 1
    assert 0 <= value.nodig("ba") <= value.nodig("tba")
    assert 0 <= value.nodig("gg") <= value.nodig("gg_som")


@given(grants())
def test_where_weights_are_the_amounts_the_country_makes_no_difference(feiten: SPUKFeiten) -> None:
    alone = spuk_uitkering(feiten=replace(feiten, landelijk=SPUKAantallen()), op=OP).value
    shared = spuk_uitkering(feiten=feiten, op=OP).value

    if feiten.jaar == 2026:
        assert alone.u is None
        assert "Landelijk" in alone.ontbreekt["ba"]
    else:
        assert (alone.ba, alone.u) == (shared.ba, shared.u) == (shared.gg, shared.u)


@given(numbers, st.sampled_from(JAREN))
def test_a_forecast_counts_for_seven_tenths(aantallen: SPUKAantallen, jaar: int) -> None:
    voor, na = (
        spuk_grondslag(jaar=jaar, stadium=stadium, aantallen=replace(aantallen, jaar_t_2=0,
                                                                     afgerond=0)).value
        for stadium in SPUKStadium
    )  # fmt: skip

    assert voor.grondslag == na.grondslag * Decimal("0.7")
    assert voor.budget == na.budget * Decimal("0.7")


@given(amounts, dagen)
def test_twelve_months_are_exactly_the_grant(uitkering: int, op: date) -> None:
    value = spuk_maandbedrag(uitkering=uitkering, op=op).value

    assert 11 * value.maandbedrag + value.laatste_maand == uitkering
    assert min(value.maandbedrag, value.laatste_maand) >= 0
    assert abs(value.maandbedrag - value.laatste_maand) <= 12


@given(amounts, st.none() | amounts, st.dates(date(2022, 1, 1), date(2026, 4, 1)))
def test_a_reserve_is_never_more_than_what_is_left(
    uitkering: int, besteed: int | None, op: date
) -> None:
    reserve = spuk_reserve(uitkering=uitkering, besteed=besteed, op=op).value

    assert 0 <= reserve <= uitkering
    assert reserve <= max(uitkering - (besteed or 0), 0)


@pytest.mark.parametrize(
    ("euros", "cents", "words"),
    [("0.005", 1, "€ 0,01"), ("0.0049", 0, "€ 0,00"), ("1234567.895", 123456790, "€ 1.234.567,90")],
)
def test_half_a_cent_goes_up(euros: str, cents: int, words: str) -> None:
    assert centen(Decimal(euros)) == cents
    assert dutch_euro(Decimal(euros)) == words


@pytest.mark.parametrize("naam", ["u", "ba", "gg", "bgo", "gg_som", "tba"])
def test_every_part_that_is_missing_says_why(naam: str) -> None:
    leeg = SPUKFeiten(jaar=2026, stadium=SPUKStadium.VOORLOPIG)

    with pytest.raises(Refusal, match=r"ontbreekt.*\.$"):
        spuk_uitkering(feiten=leeg, op=OP).value.nodig(naam)


ANSWERS: tuple[Uitkomst[Any], ...] = (
    spuk_uitkering(feiten=SPUKFeiten(jaar=2026, stadium=SPUKStadium.VOORLOPIG), op=OP),
    spuk_uitkering(
        feiten=SPUKFeiten(
            jaar=2023,
            stadium=SPUKStadium.VOORLOPIG,
            gezins=4,
            gemeente=SPUKAantallen(jaar_t=7, jaar_t_1=3),
        ),
        op=OP,
    ),
    spuk_onderwijsroute(jaar=2025, stadium=SPUKStadium.DEFINITIEF, aantal=2, bedrag=100, op=OP),
    spuk_reserve(uitkering=100, besteed=120, op=OP),
    spuk_maandbedrag(uitkering=100, op=OP),
    spuk_bedragen(jaar=2026),
)


@pytest.mark.parametrize("uitkomst", ANSWERS)
def test_every_step_is_a_dutch_sentence_with_grounds_and_an_end(uitkomst: Uitkomst[Any]) -> None:
    leest_als_nederlands(uitkomst)


def test_every_start_fact_leads_back_to_an_argument() -> None:
    rules = (
        spuk_bedragen,
        spuk_grondslag,
        spuk_onderwijsroute,
        spuk_reserve,
        spuk_maandbedrag,
    )
    known = {name for rule in rules for name in inspect.signature(rule).parameters}
    known |= {field.name for field in fields(SPUKFeiten)}
    named = {s.feit for one in ANSWERS for s in one.stappen if s.soort is StapSoort.FEIT}

    assert named
    assert named <= known
