"""What someone may rely on when a PIP is established."""

from datetime import date

import pytest

from schakel.base.actor import Via
from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.queries import DossierNotFound
from schakel.dossier.queries import events as feiten
from schakel.traject.models import Mijlpaal, Traject
from schakel.traject.queries import verhaal_of
from schakel.traject.tests.world import (
    NU,
    OUDEWATER,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    a_keten,
    colleague_who_reads,
    consulent,
    establish,
    id_of,
    know,
    log_of,
    newest_of,
    source,
)
from schakel.wet.lijsten import Wet

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def test_the_log_says_what_happened_and_on_which_grounds() -> None:
    uuid = a_dossier_after_intake()

    establish(uuid)

    row = log_of(uuid)[-1]
    assert row.kind == "traject.pip_established"
    assert row.happened_on == date(2022, 5, 2)
    told = {name: value for name, value in row.facts.items() if value is not None}
    assert told == {
        "leerroute": "B1", "gemeente": "0632", "niveau": "B1", "uren_leerroute": 600,
        "uren_pvt": 10, "uren_map": 40, "voortgangsgesprekken": 6,
        "bevoegdheid": row.facts["bevoegdheid"],
    }  # fmt: skip
    assert row.toelichting["afweging_z"].tekst == "niet nodig"
    assert "art. 11 lid 2 Wi2021" in row.grounds
    assert row.actor == consulent().medewerker


def test_the_termijn_starts_the_day_after_and_lasts_three_years() -> None:
    uuid = a_dossier_after_intake()

    establish(uuid)

    traject = Traject.objects.get(pk=id_of(uuid))
    assert traject.termijn_van == date(2022, 5, 3)
    assert traject.termijn_tot == date(2025, 5, 3)
    assert Mijlpaal.objects.filter(dossier=id_of(uuid), soort="pip", van=date(2022, 5, 2)).exists()


def test_without_an_intake_it_is_refused_for_a_person_at_the_screen() -> None:
    uuid = a_dossier()

    with pytest.raises(Refusal, match="brede intake is nog niet gestart"):
        establish(uuid)

    assert [row.kind for row in log_of(uuid) if row.kind.startswith("traject")] == []


def test_a_source_that_reports_the_past_leaves_a_gap_to_mend() -> None:
    uuid = a_dossier()

    establish(uuid, actor=source(Via.IMPORT))

    gaps = verhaal_of(log_of(uuid)).problems()
    assert [gap.impossible for gap in gaps] == [False, False]
    assert "brede intake" in gaps[0].text


@pytest.mark.parametrize("via", [Via.MENS, Via.IMPORT, Via.DUO])
def test_before_the_plicht_it_is_refused_for_everyone(via: Via) -> None:
    uuid = a_dossier_after_intake()

    with pytest.raises(Refusal, match="inburgeringsplicht begint pas op 1 maart 2022"):
        establish(uuid, dagtekening=date(2022, 2, 28), actor=source(via))


def test_before_settlement_in_the_gemeente_it_is_refused() -> None:
    uuid = a_dossier_after_intake()

    with pytest.raises(Refusal, match="vestiging in de gemeente is pas op 11 maart 2022"):
        establish(uuid, dagtekening=date(2022, 3, 10), actor=source(Via.IMPORT))


def test_under_the_old_law_there_is_no_pip() -> None:
    uuid = a_dossier_after_intake(wet=Wet.WI2013)

    with pytest.raises(Refusal, match="oude wet"):
        establish(uuid, actor=source(Via.IMPORT))


def test_the_future_is_refused() -> None:
    uuid = a_dossier_after_intake()

    with pytest.raises(Refusal, match="ligt in de toekomst"):
        establish(uuid, dagtekening=date(2022, 9, 2))


def test_a_date_long_before_the_law_is_a_sentence_too() -> None:
    uuid = a_dossier_after_intake()

    with pytest.raises(Refusal, match="Kies een latere datum"):
        establish(uuid, dagtekening=date(1999, 1, 1))


def test_the_same_pip_twice_is_refused_the_second_time() -> None:
    uuid = a_dossier_with_pip()

    with pytest.raises(Refusal, match="al een PIP met deze dagtekening"):
        establish(uuid)


def test_a_form_that_missed_something_is_refused_and_says_what() -> None:
    uuid = a_dossier_after_intake()
    seen = log_of(uuid)[-1].id
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 1))

    with pytest.raises(Refusal, match="Intussen is in dit dossier vastgelegd: uitgeschreven"):
        establish(uuid, gezien=seen)

    establish(uuid, gezien=log_of(uuid)[-1].id)


def test_another_gemeente_is_not_found() -> None:
    uuid = a_dossier_after_intake(gemeente="1901")

    with pytest.raises(DossierNotFound):
        establish(uuid)


def test_who_may_only_read_is_told_which_permission_is_missing() -> None:
    uuid = a_dossier_after_intake()

    with pytest.raises(NotAllowed, match="PIP vaststellen"):
        establish(uuid, actor=colleague_who_reads())


def test_a_pip_of_the_gemeente_before_the_move_is_not_ours() -> None:
    uuid = a_dossier_with_pip()
    know(
        uuid,
        feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=date(2022, 7, 1)),
        date(2022, 6, 1),
        at=noon(date(2022, 6, 1)),
    )
    know(uuid, feiten.BRPRegistered(gemeente=OUDEWATER), date(2022, 7, 1))

    termijnen = verhaal_of(log_of(uuid)).termijnen_on(NU.date())
    assert termijnen.pip.value.grondslag.value == "verhuizing"
    assert termijnen.pip.value.laatste_dag == date(2022, 9, 9)
    assert termijnen.pip_op_tijd is None
    assert newest_of(uuid, "traject.pip_established").facts["gemeente"] == "0632"
