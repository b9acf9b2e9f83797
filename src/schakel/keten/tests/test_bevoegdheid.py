"""Who may take a decision: one answer per gemeente and day, or none."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.keten.actions import add_bevoegdheid, add_gemeente, end_bevoegdheid
from schakel.keten.models import Bevoegdheid
from schakel.keten.queries import (
    Grondslag,
    SoortBesluit,
    get_bevoegdheid,
    list_bevoegdheden,
)
from schakel.keten.rules import BevoegdheidGegevens
from schakel.keten.tests.world import BEGIN, BEHEER, a_bevoegdheid, a_partner

pytestmark = pytest.mark.django_db

READER = replace(
    BEHEER,
    medewerker=1,
    gemeenten=frozenset({"0632"}),
    op=date(2022, 6, 1),
    permissions=frozenset({Permission.KETEN_READ}),
)
WRITER = replace(READER, permissions=frozenset({Permission.KETEN_READ, Permission.KETEN_WRITE}))


@pytest.fixture(autouse=True)
def woerden() -> None:
    a_partner()


def another_gemeente() -> str:
    return add_gemeente(
        actor=BEHEER, code="0335", naam="Montfoort",
        arbeidsmarktregio="Utrecht-Midden", centrumgemeente="Utrecht",
    )  # fmt: skip


def who(op: date, gemeente: str = "0632") -> str | None:
    found = get_bevoegdheid(gemeente=gemeente, soort=SoortBesluit.PIP, op=op)
    return found and found.ondertekenaar


def test_the_register_tells_who_decides_from_the_first_day_up_to_the_end() -> None:
    a_bevoegdheid(ondertekenaar="A", tot=date(2022, 7, 1))
    a_bevoegdheid(ondertekenaar="B", van=date(2022, 7, 1))

    assert who(date(2021, 12, 31)) is None
    assert who(BEGIN) == "A"
    assert who(date(2022, 6, 30)) == "A"
    assert who(date(2022, 7, 1)) == "B"
    assert who(date(2030, 1, 1)) == "B"
    assert who(date(2022, 6, 30), "0335") is None


def test_all_that_the_letter_needs_comes_back_as_it_was_written() -> None:
    a_bevoegdheid(bezwaar_adres=("Postbus 1", "3440 AA Woerden"), rechtbank="Midden-Nederland")

    found = get_bevoegdheid(gemeente="0632", soort=SoortBesluit.PIP, op=BEGIN)
    assert found is not None
    assert found.bezwaar_adres == ("Postbus 1", "3440 AA Woerden")
    assert (found.gemeente_naam, found.grondslag) == ("Woerden", Grondslag.MANDAAT)
    assert (found.geldt, found.laatste_dag, found.rechtbank) == (True, None, "Midden-Nederland")


@pytest.mark.parametrize(
    ("van", "tot"),
    [
        (date(2022, 3, 1), None),
        (date(2022, 1, 1), date(2022, 4, 2)),
        (date(2022, 6, 30), date(2022, 7, 1)),
        (date(2022, 5, 1), date(2022, 6, 1)),
    ],
)
def test_two_rows_never_answer_for_one_day(van: date, tot: date | None) -> None:
    a_bevoegdheid(van=date(2022, 4, 1), tot=date(2022, 7, 1))

    with pytest.raises(Refusal, match=r"In het register staat al J\. Jansen, vanaf 1 april 2022"):
        a_bevoegdheid(van=van, tot=tot)


def test_rows_may_touch_and_another_gemeente_has_its_own() -> None:
    a_bevoegdheid(van=date(2022, 4, 1), tot=date(2022, 7, 1))

    a_bevoegdheid(van=date(2022, 1, 1), tot=date(2022, 4, 1))
    a_bevoegdheid(van=date(2022, 7, 1))
    a_bevoegdheid(another_gemeente())
    assert Bevoegdheid.objects.count() == 4


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ondertekenaar": " "}, "ondertekenaar"),
        ({"bezwaar_adres": ("", " ")}, "bezwaar_adres"),
        ({"namens": ""}, "namens"),
        ({"tot": BEGIN}, "tot"),
        ({"bron": ""}, "bron"),
        ({"gemeente": "9999"}, "gemeente"),
    ],
)
def test_a_row_with_which_no_letter_can_be_signed_is_refused(
    changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refusal) as refused:
        a_bevoegdheid(**changes)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_the_college_itself_signs_on_behalf_of_nobody() -> None:
    a_bevoegdheid(grondslag=Grondslag.COLLEGE, namens="")
    assert who(BEGIN) == "J. Jansen"


def test_a_row_ends_and_its_end_can_be_moved_but_not_before_its_start_nor_into_the_next() -> None:
    first = a_bevoegdheid()
    end_bevoegdheid(actor=BEHEER, id=first, tot=date(2022, 7, 1))
    assert who(date(2022, 7, 1)) is None

    a_bevoegdheid(van=date(2022, 9, 1))
    end_bevoegdheid(actor=BEHEER, id=first, tot=date(2022, 9, 1))
    assert who(date(2022, 8, 31)) == "J. Jansen"
    for wrong in (BEGIN, date(2021, 1, 1), date(2022, 9, 2)):
        with pytest.raises(Refusal):
            end_bevoegdheid(actor=BEHEER, id=first, tot=wrong)
    with pytest.raises(Refusal, match="is er niet"):
        end_bevoegdheid(actor=BEHEER, id=first + 99, tot=date(2022, 7, 1))


def test_who_may_not_write_or_does_not_reach_the_gemeente_changes_nothing() -> None:
    there = another_gemeente()
    mine, far = a_bevoegdheid(), a_bevoegdheid(there)
    gegevens = _gegevens_of(far)

    with pytest.raises(NotAllowed):
        end_bevoegdheid(actor=READER, id=mine, tot=date(2022, 7, 1))
    with pytest.raises(NotAllowed):
        add_bevoegdheid(actor=READER, gegevens=gegevens)
    with pytest.raises(Refusal, match="buiten uw bereik"):
        end_bevoegdheid(actor=WRITER, id=far, tot=date(2022, 7, 1))
    with pytest.raises(Refusal, match="buiten uw bereik"):
        add_bevoegdheid(actor=WRITER, gegevens=gegevens)
    assert not Bevoegdheid.objects.exclude(tot=None).exists()


def test_the_list_holds_the_gemeenten_in_reach_in_force_or_not() -> None:
    a_bevoegdheid(another_gemeente())
    a_bevoegdheid(tot=date(2022, 3, 1))
    a_bevoegdheid(van=date(2022, 3, 1))

    rows = list_bevoegdheden(actor=READER)
    assert [(row.gemeente, row.van.month, row.geldt) for row in rows] == [
        ("0632", 3, True),
        ("0632", 1, False),
    ]
    with pytest.raises(NotAllowed):
        list_bevoegdheden(actor=replace(READER, permissions=frozenset()))


def test_the_database_itself_keeps_the_end_after_the_start() -> None:
    row = a_bevoegdheid()
    with pytest.raises(IntegrityError), transaction.atomic():
        Bevoegdheid.objects.filter(pk=row).update(tot=BEGIN)


def _gegevens_of(id: int) -> BevoegdheidGegevens:
    row = Bevoegdheid.objects.get(pk=id)
    return BevoegdheidGegevens(
        gemeente=row.gemeente_id, soort=SoortBesluit.PIP, grondslag=Grondslag.MANDAAT,
        orgaan=row.orgaan, namens=row.namens, ondertekenaar="X", functie="f", organisatie="o",
        bezwaar_bij="b", bezwaar_adres=("a",), van=date(2020, 1, 1), tot=date(2021, 1, 1), bron="b",
    )  # fmt: skip
