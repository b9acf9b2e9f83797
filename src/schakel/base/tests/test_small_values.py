"""The small values of the cellar keep what their names promise."""

from datetime import UTC, date, datetime, timedelta

import pytest

from schakel.base.actor import Actor, Via
from schakel.base.bsn import Bsn
from schakel.base.period import Period
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import AMSTERDAM, end_of_day, noon


@pytest.mark.parametrize("typed", ["999990019", "9999.90.019", " 999990019 "])
def test_a_bsn_is_understood_as_people_type_it(typed: str) -> None:
    assert Bsn.parse(typed).digits == "999990019"


@pytest.mark.parametrize("typed", ["", "999990018", "12345678", "1234567890", "geen", "000000000"])
def test_what_is_no_bsn_is_refused_with_the_field_it_belongs_to(typed: str) -> None:
    with pytest.raises(Refusal, match="geen geldig BSN") as refused:
        Bsn.parse(typed)
    assert refused.value.field == "bsn"


def test_a_bsn_never_shows_itself_whole() -> None:
    number = Bsn("999990019")
    assert "99999" not in f"{number} {number!r}"


def test_a_period_ends_before_its_end_and_people_see_its_last_day() -> None:
    period = Period(date(2022, 5, 3), date(2025, 5, 3))
    assert date(2022, 5, 3) in period
    assert date(2025, 5, 2) in period
    assert date(2025, 5, 3) not in period
    assert date(2022, 5, 2) not in period
    assert period.last_day == date(2025, 5, 2)


def test_a_period_without_an_end_goes_on() -> None:
    assert date(2999, 1, 1) in Period(date(2022, 1, 1))
    assert Period(date(2022, 1, 1)).last_day is None


def test_a_period_holds_at_least_a_day() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2022, 1, 1), date(2022, 1, 1))


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2022, 1, 15), datetime(2022, 1, 15, 23, tzinfo=UTC)),
        (date(2022, 7, 15), datetime(2022, 7, 15, 22, tzinfo=UTC)),
        (date(2022, 3, 26), datetime(2022, 3, 26, 23, tzinfo=UTC)),
        (date(2022, 3, 27), datetime(2022, 3, 27, 22, tzinfo=UTC)),
        (date(2022, 10, 29), datetime(2022, 10, 29, 22, tzinfo=UTC)),
        (date(2022, 10, 30), datetime(2022, 10, 30, 23, tzinfo=UTC)),
    ],
    ids=["winter", "summer", "before spring", "23 hours", "before autumn", "25 hours"],
)
def test_a_day_ends_at_midnight_in_amsterdam_whatever_its_length(day: date, utc: datetime) -> None:
    assert end_of_day(day) + timedelta(microseconds=1) == utc
    assert end_of_day(day).astimezone(AMSTERDAM).date() == day
    assert noon(day).hour == 12


def actor(*permissions: Permission) -> Actor:
    return Actor(
        medewerker=1,
        organisatie=1,
        gemeenten=frozenset(),
        op=date(2022, 1, 1),
        permissions=frozenset(permissions),
    )


def test_without_the_permission_someone_is_told_which_one_and_whom_to_ask() -> None:
    with pytest.raises(NotAllowed, match=r"‘PIP vaststellen’ nodig\. Vraag de functioneel beh"):
        actor(Permission.DOSSIER_READ).require(Permission.PIP_WRITE)
    actor(Permission.PIP_WRITE).require(Permission.PIP_WRITE)


def test_who_looked_does_not_change_who_it_is() -> None:
    one, other = actor(), actor()
    one.inzagen.append(object())  # type: ignore[arg-type]
    assert one == other
    assert other.inzagen == []


def test_only_sources_from_elsewhere_report_the_past() -> None:
    assert {via for via in Via if via.reports_the_past} == {Via.IMPORT, Via.DUO, Via.COA}
