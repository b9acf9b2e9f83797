"""What holds of all hours and ages: more never leaves more to do, and nothing is undone."""

from dataclasses import fields, replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.datum import add_years
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.regels.afschalen import AfschalenFeiten, afschalen
from schakel.wet.regels.aow_leeftijd import aow_leeftijd
from schakel.wet.regels.cursusuren_zelfredzaamheid import (
    CursusurenFeiten,
    cursusuren_zelfredzaamheid,
)
from schakel.wet.regels.module_arbeidsmarkt_en_participatie import (
    MAPFeiten,
    module_arbeidsmarkt_en_participatie,
)
from schakel.wet.regels.participatieuren_zelfredzaamheid import (
    ParticipatieurenFeiten,
    participatieuren_zelfredzaamheid,
)

UREN, MEER = st.integers(0, 2000), st.integers(0, 500)
OP_AOW = date(2022, 1, 1)
DAGEN = st.dates(date(2022, 1, 1), date(2030, 12, 31))

CURSUS = st.builds(
    CursusurenFeiten,
    **{field.name: UREN for field in fields(CursusurenFeiten) if field.name.startswith("uren")},
    lagere_norm=st.none() | st.integers(0, 800),
)
PARTICIPATIE = st.builds(
    ParticipatieurenFeiten,
    **{
        field.name: UREN
        for field in fields(ParticipatieurenFeiten)
        if field.name.startswith("uren")
    },
    belastbaarheid=st.none() | UREN,
)


@given(UREN, UREN, MEER, st.booleans(), DAGEN)
def test_more_course_hours_never_leave_more_to_follow(
    uren: int, intake: int, meer: int, verrekend: bool, op: date
) -> None:
    def over(nt2: int) -> int:
        feiten = CursusurenFeiten(uren_nt2=nt2, uren_intake=intake, intake_verrekend=verrekend)
        return cursusuren_zelfredzaamheid(feiten=feiten, op=op).value

    assert 0 <= over(uren + meer) <= over(uren)


@given(UREN, UREN, MEER, st.sampled_from(Doelgroep), DAGEN)
def test_more_participation_hours_never_leave_more_to_do(
    uren: int, pvt: int, meer: int, groep: Doelgroep, op: date
) -> None:
    def over(made: int) -> int:
        feiten = ParticipatieurenFeiten(doelgroep=groep, uren=made, uren_pvt=pvt)
        return participatieuren_zelfredzaamheid(feiten=feiten, op=op).value

    assert 0 <= over(uren + meer) <= over(uren)


@given(UREN, MEER, st.booleans(), st.booleans(), DAGEN)
def test_more_hours_never_take_afschalen_away(
    uren: int, meer: int, ingespannen: bool, niet_haalbaar: bool, op: date
) -> None:
    def outcome(nt2: int) -> bool | None:
        feiten = AfschalenFeiten(
            leerroute=Leerroute.B1,
            uren_keurmerk=nt2,
            voldoende_ingespannen=ingespannen,
            b1_niet_haalbaar=niet_haalbaar,
        )
        return afschalen(feiten=feiten, op=op).value.toegestaan

    assert outcome(uren + meer) or not outcome(uren)


@given(UREN, MEER, st.sampled_from(Leerroute), DAGEN)
def test_more_hours_never_undo_the_map(uren: int, meer: int, route: Leerroute, op: date) -> None:
    def done(made: int) -> bool | None:
        feiten = MAPFeiten(leerroute=route, uren=made, eindgesprek=True)
        return module_arbeidsmarkt_en_participatie(feiten=feiten, op=op).value.afgerond

    assert done(uren + meer) or not done(uren)


@given(CURSUS, st.integers(0, 800), DAGEN)
def test_a_choice_of_the_college_never_leaves_more_to_follow(
    feiten: CursusurenFeiten, lager: int, op: date
) -> None:
    def over(feiten: CursusurenFeiten) -> int:
        return cursusuren_zelfredzaamheid(feiten=feiten, op=op).value

    zonder = replace(feiten, lagere_norm=None, intake_verrekend=False)

    assert 0 <= over(replace(zonder, intake_verrekend=True)) <= over(zonder) <= 800
    assert over(replace(zonder, lagere_norm=lager)) <= min(lager, over(zonder))


@given(PARTICIPATIE, DAGEN)
def test_no_one_does_more_participation_than_he_can_bear(
    feiten: ParticipatieurenFeiten, op: date
) -> None:
    def over(feiten: ParticipatieurenFeiten) -> int:
        return participatieuren_zelfredzaamheid(feiten=feiten, op=op).value

    grens = 800 if feiten.belastbaarheid is None else feiten.belastbaarheid
    assert 0 <= over(replace(feiten, intake_verrekend=True)) <= over(feiten) <= min(800, grens)


@given(UREN, UREN, UREN, UREN, DAGEN)
def test_hours_that_do_not_count_change_nothing(
    uren: int, zonder: int, knm: int, voor: int, op: date
) -> None:
    feiten = AfschalenFeiten(leerroute=Leerroute.B1, uren_keurmerk=uren)
    more = replace(feiten, uren_zonder_keurmerk=zonder, uren_knm=knm, uren_voorinburgering=voor)

    assert afschalen(feiten=more, op=op).value == afschalen(feiten=feiten, op=op).value


@given(st.dates(date(1930, 1, 1), date(1964, 9, 29)), st.integers(1, 400))
def test_who_is_younger_reaches_the_aow_age_no_earlier(geboren: date, later: int) -> None:
    op = date(2026, 1, 1)
    first = aow_leeftijd(geboortedatum=geboren, op=op).value.datum
    second = aow_leeftijd(geboortedatum=geboren + timedelta(days=later), op=op).value.datum

    assert first
    assert add_years(geboren, 65) <= first <= add_years(geboren, 68)
    assert second is None or first <= second


@given(st.dates(date(1930, 1, 1), date(1990, 12, 31)), st.dates(OP_AOW, date(2031, 12, 31)))
def test_the_aow_age_is_reached_on_its_day_and_from_then_on(geboren: date, op: date) -> None:
    aow = aow_leeftijd(geboortedatum=geboren, op=op).value

    assert aow.bereikt == (aow.datum is not None and op >= aow.datum)
    assert not (aow.bereikt and aow.binnen_half_jaar)
