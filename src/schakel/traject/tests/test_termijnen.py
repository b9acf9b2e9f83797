"""The terms in the lists of today move with the law, with a move, and with a correction."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from schakel.base.actor import Via
from schakel.base.refusal import NotAllowed
from schakel.base.tijd import noon
from schakel.dossier.models import Dossier
from schakel.dossier.queries import events as feiten
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.pip import withdraw_pip
from schakel.traject.actions.projection import rebuild, refresh_stale
from schakel.traject.models import Traject
from schakel.traject.queries import Herstel, list_stale, list_trajecten, verhaal_of
from schakel.traject.queries import list_differences as traject_differences
from schakel.traject.tests.world import (
    NU,
    OUDEWATER,
    WOERDEN,
    a_dossier,
    a_dossier_with_pip,
    a_keten,
    consulent,
    establish,
    id_of,
    know,
    log_of,
    newest_of,
    source,
)

pytestmark = pytest.mark.django_db
NIEUWJAAR = date(2023, 1, 1)
KERST = noon(date(2022, 12, 24))


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def row(uuid: UUID) -> Traject:
    return Traject.objects.get(pk=id_of(uuid))


def tick(day: date) -> int:
    return refresh_stale(actor=source(Via.SYSTEEM, noon(day)), day=day)


def registered_before_the_notification() -> UUID:
    """Registered on 2 December in the gemeente of housing; DUO's notification is of the 6th."""
    uuid = a_dossier(begin=date(2022, 12, 1), registered=False)
    know(uuid, feiten.HousingAssigned(gemeente=WOERDEN), date(2022, 12, 1), at=KERST)
    know(uuid, feiten.BRPRegistered(gemeente=WOERDEN), date(2022, 12, 2), at=KERST)
    return uuid


def test_on_new_year_2023_the_weeks_begin_at_the_notification_instead_of_registration() -> None:
    uuid = registered_before_the_notification()
    before = row(uuid)
    assert (before.pip_grondslag, before.pip_laatste_dag) == ("brp_hvw28", date(2023, 2, 10))
    assert before.geldig_tot == NIEUWJAAR

    assert tick(date(2022, 12, 31)) == 0
    assert row(uuid).pip_grondslag == "brp_hvw28"

    assert tick(NIEUWJAAR) == 1
    after = row(uuid)
    assert (after.pip_grondslag, after.pip_laatste_dag) == ("kennisgeving", date(2023, 2, 14))
    assert after.geldig_tot is None
    assert tick(NIEUWJAAR) == 0


def test_a_pip_made_under_the_old_text_is_judged_by_that_text() -> None:
    uuid = registered_before_the_notification()
    establish(uuid, dagtekening=date(2022, 12, 20), actor=source(Via.IMPORT, KERST), at=KERST)

    tick(NIEUWJAAR)
    assert row(uuid).pip_grondslag == "brp_hvw28"
    assert verhaal_of(log_of(uuid)).termijnen_on(NIEUWJAAR).pip_op_tijd is True


def test_a_plan_that_comes_to_pass_is_in_the_lists_of_that_day() -> None:
    uuid = a_dossier()
    moved = feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=date(2022, 9, 9))
    know(uuid, moved, NU.date())
    dossier = id_of(uuid)
    assert Dossier.objects.get(pk=dossier).gemeente == WOERDEN
    assert list_stale(day=date(2022, 9, 8)) == []

    assert tick(date(2022, 9, 9)) == 1
    assert Dossier.objects.get(pk=dossier).gemeente == OUDEWATER
    rows = log_of(uuid)
    assert traject_differences(dossier=dossier, rows=rows, day=date(2022, 9, 9)) == []


def test_a_corrected_pip_moves_the_inburgeringstermijn() -> None:
    uuid = a_dossier_with_pip()
    old = newest_of(uuid, "traject.pip_established")
    event = verhaal_of(log_of(uuid)).find(old.id).event
    herstel = Herstel(
        gebeurtenis=old.id, event=event, happened_on=date(2022, 5, 16), reden="verkeerd gelezen"
    )

    correct_gebeurtenis(actor=consulent(), dossier_uuid=uuid, herstel=herstel, now=NU)

    assert (row(uuid).termijn_van, row(uuid).termijn_tot) == (date(2022, 5, 17), date(2025, 5, 17))
    [told] = list_trajecten(dossiers=[id_of(uuid)]).values()
    assert told.pip_dagtekening == date(2022, 5, 16)


def move(uuid: UUID, on: date) -> None:
    know(uuid, feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=on), on)
    know(uuid, feiten.BRPRegistered(gemeente=OUDEWATER), on)


def test_a_move_after_the_pip_brings_ten_weeks_from_registration() -> None:
    uuid = a_dossier_with_pip()
    move(uuid, date(2022, 7, 1))

    assert row(uuid).pip_grondslag == "verhuizing"
    assert row(uuid).pip_laatste_dag == date(2022, 9, 9)
    assert row(uuid).termijn_van == date(2022, 5, 3)


def test_a_move_before_the_pip_lets_the_first_term_run_on_and_says_so() -> None:
    uuid = a_dossier()
    before = row(uuid).pip_laatste_dag
    move(uuid, date(2022, 7, 1))

    assert (row(uuid).pip_grondslag, row(uuid).pip_laatste_dag) == ("brp_hvw28", before)
    told = verhaal_of(log_of(uuid)).termijnen_on(NU.date()).pip.stappen
    assert any("loopt de eerste termijn door" in step.tekst for step in told)


def test_nobody_rebuilds_without_the_permission_for_upkeep() -> None:
    uuid = a_dossier()
    nobody = replace(consulent(), permissions=frozenset())

    with pytest.raises(NotAllowed):
        rebuild(actor=nobody, dossiers=[id_of(uuid)], day=NU.date())


def test_a_pip_made_anew_does_not_make_the_first_one_late() -> None:
    uuid = a_dossier_with_pip(date(2022, 5, 2))
    day = date(2022, 8, 1)
    withdraw_pip(actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=day, now=NU)
    establish(uuid, dagtekening=date(2022, 8, 15))

    found = verhaal_of(log_of(uuid)).termijnen_on(date(2022, 9, 1))

    assert found.pip_op_tijd is True
    assert found.inburgering is not None
    assert found.inburgering.value.start == date(2022, 5, 3)
