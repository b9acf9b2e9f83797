"""What holds of all hours, however many: more never leaves more to do."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.regels.afschalen import AfschalenFeiten, afschalen
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
DAGEN = st.dates(date(2022, 1, 1), date(2030, 12, 31))


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
