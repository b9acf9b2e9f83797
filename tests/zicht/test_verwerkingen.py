"""The register of processing: every table with personal data, and who receives something."""

from datetime import date

import pytest
from django.apps import apps

from schakel.base.avg import GEEN
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.keten.models import Deelafspraak
from schakel.toegang.tests.world import who
from schakel.toegang.verwerkingen import get_register
from schakel.web.tests.world import as_persona, page
from tests.zicht.kanarie import IN, Wereld, bouw, let_it_be

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("zicht")]
ADRES = "/verwerkingen/"


@pytest.fixture
def wereld() -> Wereld:
    world = bouw()
    let_it_be(IN)
    return world


def test_every_table_with_personal_data_is_in_it(wereld: Wereld) -> None:
    register = get_register(actor=who("fg", noon(IN)), peildatum=IN)
    marked = {
        model._meta.db_table
        for model in apps.get_models()
        if (marker := getattr(model, "avg", None)) and marker.bewaren != GEEN
    }

    assert {one for row in register.verwerkingen for one in row.tabellen} == marked
    assert all(row.doel and row.grondslag and row.bewaren for row in register.verwerkingen)
    assert all(row.categorieen for row in register.verwerkingen)


def test_a_recipient_stands_at_what_the_agreement_opens(wereld: Wereld) -> None:
    Deelafspraak.objects.update(categorieen=[Gegevenscategorie.TAAL.value])

    register = get_register(actor=who("fg", noon(IN)), peildatum=IN)

    received = [one for row in register.verwerkingen for one in row.ontvangers]
    mine = [one for one in received if one.categorieen == (Gegevenscategorie.TAAL.label,)]
    assert mine
    assert all(one.vorm and one.grondslag and one.doel for one in mine)
    assert all(one.van <= IN for one in received)


def test_an_agreement_that_has_ended_is_in_the_register_of_then(wereld: Wereld) -> None:
    Deelafspraak.objects.update(tot=IN)

    then = get_register(actor=who("fg", noon(IN)), peildatum=date(2022, 6, 1))
    today = get_register(actor=who("fg", noon(IN)), peildatum=IN)

    assert any(row.ontvangers for row in then.verwerkingen)
    assert not any(row.ontvangers for row in today.verwerkingen)


@pytest.mark.parametrize("wie", ["privacy", "fg"])
def test_the_register_is_read_and_taken_along(wie: str, wereld: Wereld) -> None:
    shown = page(wie, ADRES, peildatum="2022-08-01")
    taken = as_persona(wie).post("/export/verwerkingen/", {"formaat": "csv"})

    assert "1 augustus 2022" in shown
    assert "UAVG art. 46" in shown
    assert "Hoe de gegevens zijn beveiligd" in shown
    assert taken.status_code == 200
    assert "Wet inburgering 2021" in taken.content.decode("utf-8-sig")


@pytest.mark.parametrize("wie", ["casus-woerden", "beheer", "mb-woerden"])
def test_others_do_not_read_it(wie: str, wereld: Wereld) -> None:
    assert as_persona(wie).get(ADRES).status_code == 403
