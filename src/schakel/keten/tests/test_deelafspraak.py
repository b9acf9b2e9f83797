"""An agreement opens what it says, only while it is in force."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.refusal import NotAllowed, Refusal
from schakel.keten.actions import add_gemeente, add_organisatie, assign_taak
from schakel.keten.models import Deelafspraak
from schakel.keten.queries import Vorm, list_afspraken, list_gemeenten, list_taken
from schakel.keten.rules import is_in_force
from schakel.keten.tests.world import BEGIN, BEHEER, a_partner, agree

DAG = timedelta(days=1)
MEI, JUNI = date(2022, 5, 1), date(2022, 6, 1)


@pytest.mark.parametrize(
    ("says", "first", "last"),
    [
        ({"vorm": Vorm.WETTELIJK}, BEGIN, None),
        ({"vorm": Vorm.WETTELIJK, "tot": JUNI}, BEGIN, JUNI - DAG),
        ({"vorm": Vorm.CONVENANT}, None, None),
        ({"vorm": Vorm.OPDRACHT, "ondertekend_op": MEI}, MEI, None),
        ({"vorm": Vorm.EIGEN_VERZOEK, "ondertekend_op": MEI, "tot": JUNI}, MEI, JUNI - DAG),
        ({"vorm": Vorm.CONVENANT, "voorlopig_tot": JUNI}, BEGIN, JUNI - DAG),
        ({"vorm": Vorm.CONVENANT, "voorlopig_tot": JUNI, "ondertekend_op": MEI}, BEGIN, None),
    ],
    ids=["law", "law with an end", "unsigned", "signed", "signed with an end", "provisional",
         "provisional, then signed"],
)  # fmt: skip
def test_it_is_in_force_from_its_first_up_to_and_including_its_last_day(
    says: dict, first: date | None, last: date | None
) -> None:
    full = {"van": BEGIN, "tot": None, "ondertekend_op": None, "voorlopig_tot": None} | says

    days = [BEGIN + timedelta(days=shift) for shift in range(-3, 200)]
    in_force = [day for day in days if is_in_force(**full, op=day)]
    assert (in_force or [None])[0] == first
    if first is not None:
        assert in_force[-1] == (last or days[-1])
        assert len(in_force) == (in_force[-1] - first).days + 1


@pytest.mark.django_db
def test_what_is_not_in_force_is_not_handed_out() -> None:
    partner = a_partner()
    agree(partner)
    agree(partner, voorlopig_tot=JUNI, doel="voorlopig")

    assert [one.doel for one in list_afspraken(organisatie=partner, op=JUNI - DAG)] == ["voorlopig"]
    assert list_afspraken(organisatie=partner, op=JUNI) == []
    assert list_afspraken(organisatie=partner + 1, op=MEI) == []


@pytest.mark.django_db
def test_health_data_stay_inside_the_college() -> None:
    partner = a_partner()

    with pytest.raises(Refusal, match="blijven binnen het college") as refused:
        agree(partner, categorieen={Gegevenscategorie.GEZONDHEID, Gegevenscategorie.TAAL})
    assert refused.value.field == "categorieen"
    assert not Deelafspraak.objects.exists()


@pytest.mark.django_db
def test_it_cannot_end_before_it_starts() -> None:
    partner = a_partner()

    with pytest.raises(IntegrityError), transaction.atomic():
        agree(partner, tot=BEGIN)


@pytest.mark.django_db
def test_a_task_is_held_from_its_first_day_until_before_its_end() -> None:
    partner = a_partner()
    assign_taak(actor=BEHEER, organisatie=partner, gemeente="0632", taak="taal", van=MEI, tot=JUNI)

    held = [list_taken(organisatie=partner, op=day) for day in (MEI - DAG, MEI, JUNI - DAG, JUNI)]
    assert held == [frozenset(), {"taal"}, {"taal"}, frozenset()]


@pytest.mark.django_db
def test_gemeenten_keep_their_order_and_have_a_code_of_four_digits() -> None:
    a_partner()
    with pytest.raises(Refusal, match="vier cijfers"):
        add_gemeente(actor=BEHEER, code="632", naam="x", arbeidsmarktregio="x", centrumgemeente="x")

    assert [row.code for row in list_gemeenten()] == ["0632"]


@pytest.mark.django_db
def test_who_may_not_change_the_chain_does_not() -> None:
    with pytest.raises(NotAllowed, match="afspraken in de keten wijzigen"):
        add_organisatie(actor=replace(BEHEER, permissions=frozenset()), naam="Anders")
