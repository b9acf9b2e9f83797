"""Names and contact data change as plain rows; numbers are filled in, and belong to one person."""

from dataclasses import replace
from importlib import import_module

import pytest
from django.apps import apps

from schakel.base.actor import Actor
from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.actions.feiten import Opened, PersoonGegevens, open_dossier
from schakel.dossier.actions.personen import change_persoon
from schakel.dossier.models import Persoon
from schakel.dossier.queries import (
    DossierNotFound,
    get_dossier,
    get_persoon,
    get_persoonsgegevens,
    list_dossiers,
)
from schakel.dossier.tests.world import BEGIN, NU, OUDEWATER, WOERDEN, consulent
from schakel.logboek.models import Gebeurtenis

pytestmark = pytest.mark.django_db
LINA = PersoonGegevens(voornaam="Lina", achternaam="Hamwi")


def opened(gegevens: PersoonGegevens = LINA, gemeente: str = WOERDEN) -> Opened:
    return open_dossier(
        actor=consulent(), gegevens=gegevens, gemeente=gemeente, happened_on=BEGIN, now=NU
    )


def change(dossier: Opened, gegevens: PersoonGegevens, actor: Actor | None = None) -> None:
    change_persoon(actor=actor or consulent(), dossier_uuid=dossier.uuid, gegevens=gegevens)


def test_a_changed_name_is_sorted_and_found_by_the_new_one_and_writes_no_gebeurtenis() -> None:
    dossier = opened()
    before = Gebeurtenis.objects.count()

    change(dossier, replace(LINA, achternaam="Çelik", straat="Kerkstraat", huisnummer="1"))

    row = Persoon.objects.get()
    assert (row.sorteer, row.zoek_naam) == ("celik lina", "lina celik")
    assert row.zoek_contact == "kerkstraat 1"
    assert Gebeurtenis.objects.count() == before
    actor = consulent()
    zicht = get_dossier(actor=actor, uuid=dossier.uuid)
    assert get_persoon(actor=actor, zicht=zicht).adres == "Kerkstraat 1"
    assert get_persoonsgegevens(actor=actor, zicht=zicht).achternaam == "Çelik"


def test_numbers_are_filled_in_later_and_stay_when_left_empty() -> None:
    dossier = opened()

    change(dossier, replace(LINA, bsn="999990019", v_nummer="2900001047"))
    change(dossier, replace(LINA, telefoon="0612345678"))

    row = Persoon.objects.get()
    assert (row.bsn, row.v_nummer, row.telefoon) == ("999990019", "2900001047", "0612345678")
    with pytest.raises(Refusal, match="al een ander BSN"):
        change(dossier, replace(LINA, bsn="999990020"))


@pytest.mark.parametrize("gemeente", [WOERDEN, OUDEWATER], ids=["in sight", "out of reach"])
def test_a_number_of_someone_else_is_refused(gemeente: str) -> None:
    opened(PersoonGegevens(achternaam="Kanarie", bsn="999990019"), gemeente)
    dossier = opened()
    actor = replace(consulent(), gemeenten=frozenset({WOERDEN}))

    with pytest.raises(Refusal) as refused:
        change(dossier, replace(LINA, bsn="999990019"), actor)

    assert refused.value.field == "bsn"
    assert ("heeft al een dossier" in refused.value.text) == (gemeente == WOERDEN)
    assert ("functioneel beheerder" in refused.value.text) == (gemeente == OUDEWATER)
    assert Persoon.objects.get(achternaam="Hamwi").bsn is None


def test_who_may_not_see_or_write_changes_nothing() -> None:
    dossier = opened(gemeente=OUDEWATER)

    with pytest.raises(DossierNotFound):
        change(dossier, LINA, replace(consulent(), gemeenten=frozenset({WOERDEN})))
    with pytest.raises(NotAllowed):
        change(dossier, LINA, replace(consulent(), permissions=frozenset()))


def test_a_letter_with_a_mark_stands_where_the_plain_letter_stands() -> None:
    for name in ("Zwart", "Çelik", "Cem", "de Boer", "Łuczak", "Luna"):
        opened(PersoonGegevens(achternaam=name))

    listed = [row.persoon.sorteernaam for row in list_dossiers(actor=consulent())]
    assert listed == ["Çelik", "Cem", "de Boer", "Łuczak", "Luna", "Zwart"]


def test_the_migration_makes_older_people_findable_as_the_actions_do() -> None:
    for name in ("O'Çelik-Łuczak", "YILDIZ", "Müller Straße"):
        opened(PersoonGegevens(voornaam="Ayşe", tussenvoegsel="van", achternaam=name))
    found = list(Persoon.objects.order_by("pk").values("sorteer", "zoek_naam"))
    Persoon.objects.update(sorteer="", zoek_naam="")

    import_module("schakel.dossier.migrations.0003_fill_search").fill(apps, None)

    assert list(Persoon.objects.order_by("pk").values("sorteer", "zoek_naam")) == found
    assert all(row["sorteer"] for row in found)
