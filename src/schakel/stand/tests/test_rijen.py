"""Who is in which row, on the day before, on the day, and the day after."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection

from schakel.base.actor import Via
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed
from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.stand.queries import Code, get_stand, list_in_rij, list_verschillen
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.queries import Herstel, events
from schakel.traject.tests.world import (
    ALLEEN,
    BEGIN,
    NU,
    OUDEWATER,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    a_keten,
    consulent,
    id_of,
    know,
    newest_of,
    partner,
    source,
)
from schakel.wet.lijsten import Doelgroep, GrondLeerbaarheidstoetsOntheffing, Leerroute, Wet

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
TODAY = NU.date()


@pytest.fixture(autouse=True)
def keten() -> Keten:
    return a_keten()


def figures(code: Code, peildatum: date = TODAY, gemeente: str = "0632") -> dict[str, object]:
    stand = get_stand(actor=source(Via.SYSTEEM), peildatum=peildatum, at=NU)
    [rij] = [rij for rij in stand.rijen if rij.code is code]
    names = ("waarden", "cumulatief", "niet_bevestigd", "apart", "noemer")
    return {name: getattr(rij, name)[gemeente] for name in names}


def figure(code: Code, peildatum: date = TODAY, gemeente: str = "0632") -> object:
    return figures(code, peildatum, gemeente)["waarden"]


def test_a_statushouder_counts_from_the_day_of_registration() -> None:
    a_dossier()

    registered = BEGIN + timedelta(days=10)
    assert figure(Code.STATUSHOUDERS, registered - DAG) == 0
    assert figure(Code.STATUSHOUDERS, registered) == 1


def test_a_statushouder_counts_from_the_eighteenth_birthday() -> None:
    a_dossier(born=date(2004, 8, 15))

    assert figure(Code.STATUSHOUDERS, date(2022, 8, 14)) == 0
    assert figure(Code.STATUSHOUDERS, date(2022, 8, 15)) == 1
    assert figures(Code.STATUSHOUDERS, date(2022, 8, 14))["noemer"] == 1


def test_a_gezinsmigrant_counts_at_any_age_in_the_own_row() -> None:
    a_dossier(born=date(2005, 12, 1), doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG)

    assert figure(Code.GEZINSMIGRANTEN) == 1
    assert figure(Code.STATUSHOUDERS) == 0


def test_who_left_no_longer_counts_but_did_once() -> None:
    uuid = a_dossier()
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 1))

    assert figure(Code.STATUSHOUDERS, date(2022, 7, 31)) == 1
    assert figures(Code.STATUSHOUDERS)["waarden"] == 0
    assert figures(Code.STATUSHOUDERS)["cumulatief"] == 1


@pytest.mark.parametrize(
    "end",
    [feiten.PlichtWithdrawn(), feiten.PlichtEnded(reden=feiten.RedenEindePlicht.VOLDAAN)],
    ids=["withdrawn", "ended"],
)
def test_without_plicht_nobody_counts_from_that_day_on(end: object) -> None:
    uuid = a_dossier_with_pip()
    know(uuid, end, date(2022, 8, 1))  # type: ignore[arg-type]

    assert figures(Code.PIPS, date(2022, 7, 31))["waarden"] == 1
    assert figures(Code.PIPS, date(2022, 8, 1)) == {
        "waarden": 0, "cumulatief": 1, "niet_bevestigd": 0, "apart": 0, "noemer": 0,
    }  # fmt: skip


def test_the_old_law_is_outside_every_figure() -> None:
    a_dossier(wet=Wet.WI2013)

    assert figures(Code.STATUSHOUDERS)["noemer"] == 0


def test_without_a_begin_from_duo_someone_counts_and_is_shown_as_not_confirmed() -> None:
    a_dossier(confirmed=False)

    assert figures(Code.STATUSHOUDERS)["waarden"] == 1
    assert figures(Code.STATUSHOUDERS)["niet_bevestigd"] == 1


def plan(uuid: UUID, made: date, planned: date) -> None:
    stappen.plan_leerbaarheidstoets(
        actor=consulent(noon(made)),
        dossier_uuid=uuid,
        happened_on=made,
        gepland_op=planned,
        now=noon(made),
    )


def test_an_appointment_counts_from_the_day_it_was_made_until_it_is_cancelled() -> None:
    uuid = a_dossier()
    plan(uuid, date(2022, 6, 1), date(2022, 10, 1))
    stappen.cancel_leerbaarheidstoets(
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 8, 1), now=NU
    )

    lbt = Code.LEERBAARHEIDSTOETSEN
    days = (date(2022, 5, 31), date(2022, 6, 1), date(2022, 7, 31), date(2022, 8, 1))
    assert [figure(lbt, day) for day in days] == [0, 1, 1, 0]


def test_an_appointment_that_passed_without_a_result_still_counts() -> None:
    uuid = a_dossier()
    plan(uuid, date(2022, 6, 1), date(2022, 7, 1))

    assert figure(Code.LEERBAARHEIDSTOETSEN) == 1


def test_a_missed_appointment_no_longer_counts() -> None:
    uuid = a_dossier()
    plan(uuid, date(2022, 6, 1), date(2022, 7, 1))
    stappen.miss_leerbaarheidstoets(
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 7, 1), now=NU
    )

    assert figure(Code.LEERBAARHEIDSTOETSEN) == 0


def test_ontheffing_from_the_test_is_counted_apart() -> None:
    uuid = a_dossier()
    stappen.exempt_from_leerbaarheidstoets(
        actor=consulent(),
        dossier_uuid=uuid,
        happened_on=date(2022, 7, 1),
        grond=GrondLeerbaarheidstoetsOntheffing.VISUEEL,
        now=NU,
    )

    lbt = figures(Code.LEERBAARHEIDSTOETSEN)
    assert (lbt["waarden"], lbt["apart"]) == (0, 1)


def test_a_test_alone_does_not_start_an_intake() -> None:
    uuid = a_dossier()
    stappen.take_leerbaarheidstoets(
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 7, 1), now=NU
    )
    a_dossier_after_intake(achternaam="Ander")

    assert figure(Code.BREDE_INTAKES) == 1
    assert figure(Code.LEERBAARHEIDSTOETSEN) == 2


def test_a_pip_that_was_brought_along_is_counted_apart() -> None:
    uuid = a_dossier_with_pip()
    know(uuid, feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=date(2022, 7, 1)),
         date(2022, 7, 1))  # fmt: skip

    there = figures(Code.PIPS, gemeente=OUDEWATER)
    assert (there["waarden"], there["apart"], there["noemer"]) == (0, 1, 1)
    assert figures(Code.PIPS)["noemer"] == 0
    assert figure(Code.PIPS, date(2022, 6, 30)) == 1


def test_an_own_enrolment_is_counted_apart_and_a_withdrawn_aanmelding_not_at_all() -> None:
    uuid = a_dossier_with_pip()
    stappen.make_aanmelding(
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 6, 1), now=NU
    )
    stappen.withdraw_aanmelding(
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 7, 1), now=NU
    )
    stappen.report_eigen_inschrijving(
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 7, 2), now=NU
    )

    assert figure(Code.AANMELDINGEN, date(2022, 6, 30)) == 1
    now = figures(Code.AANMELDINGEN)
    assert (now["waarden"], now["apart"]) == (0, 1)


def test_only_gemeenten_within_reach_are_shown() -> None:
    a_dossier(gemeente="1901")

    stand = get_stand(actor=consulent(), peildatum=NU.date(), at=NU)
    assert [gemeente.code for gemeente in stand.gemeenten] == ["0632", "0335", "0589"]
    assert list_in_rij(
        actor=consulent(), rij=Code.STATUSHOUDERS, gemeente="1901", peildatum=NU.date(), at=NU
    ) == []  # fmt: skip


def test_a_partner_may_not_see_figures(keten: Keten) -> None:
    with pytest.raises(NotAllowed, match="stand van zaken"):
        get_stand(actor=partner(keten), peildatum=NU.date(), at=NU)


def test_what_came_in_later_explains_the_difference() -> None:
    uuid = a_dossier()
    later = noon(date(2022, 9, 5))
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 1), at=later)

    [found] = list_verschillen(
        actor=source(Via.SYSTEEM, later),
        peildatum=date(2022, 8, 15),
        bekend_op=date(2022, 9, 1),
        at=later,
    )
    assert (found.rij, found.gemeente, found.was, found.nu) == (Code.STATUSHOUDERS, "0632", 1, 0)
    assert found.eraf == [id_of(uuid)]


def test_a_report_only_reads() -> None:
    a_dossier_with_pip()

    def read_only(execute, sql, params, many, context):  # type: ignore[no-untyped-def]
        assert sql.lstrip().upper().startswith(("SELECT", "WITH")), sql
        return execute(sql, params, many, context)

    with connection.execute_wrapper(read_only):
        assert figure(Code.PIPS) == 1
        list_verschillen(
            actor=source(Via.SYSTEEM), peildatum=NU.date(), bekend_op=date(2022, 8, 1), at=NU
        )


def test_after_a_correction_the_table_as_known_then_stays() -> None:
    uuid, later = a_dossier_with_pip(), noon(date(2022, 9, 5))
    row = newest_of(uuid, "traject.pip_established")
    event = events.PIPEstablished(
        leerroute=Leerroute.B1,
        gemeente="0632",
        uren_leerroute=600,
        uren_pvt=10,
        uren_map=40,
        voortgangsgesprekken=6,
    )
    herstel = Herstel(
        gebeurtenis=row.id, event=event, happened_on=date(2022, 5, 20), reden="overgenomen"
    )
    correct_gebeurtenis(actor=consulent(later), dossier_uuid=uuid, herstel=herstel, now=later)

    def pips(bekend_op: date | None) -> object:
        actor = source(Via.SYSTEEM, later)
        stand = get_stand(actor=actor, peildatum=date(2022, 5, 10), bekend_op=bekend_op, at=later)
        return {rij.code.value: rij.waarden["0632"] for rij in stand.rijen}["pips"]

    assert pips(date(2022, 9, 1)) == 1
    assert pips(None) == 0


def test_who_moved_with_an_aanmelding_and_enrolled_himself_is_one_person_apart() -> None:
    uuid = a_dossier_with_pip()
    for act, on in (
        (stappen.make_aanmelding, date(2022, 6, 1)),
        (stappen.report_eigen_inschrijving, date(2022, 7, 2)),
    ):
        act(actor=consulent(), dossier_uuid=uuid, happened_on=on, now=NU)
    moved = feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=date(2022, 8, 1))
    know(uuid, moved, date(2022, 8, 1))

    there = figures(Code.AANMELDINGEN, gemeente=OUDEWATER)
    assert (there["waarden"], there["apart"], there["cumulatief"]) == (0, 1, 0)


@pytest.mark.parametrize(
    ("act", "more", "code"),
    [
        (stappen.start_brede_intake, {"gesprek": ALLEEN}, Code.BREDE_INTAKES),
        (stappen.complete_brede_intake_in_absence, {}, Code.BREDE_INTAKES),
        (stappen.take_leerbaarheidstoets, {}, Code.LEERBAARHEIDSTOETSEN),
        (stappen.plan_leerbaarheidstoets, {"gepland_op": date(2022, 6, 8)},
         Code.LEERBAARHEIDSTOETSEN),
    ],
    ids=["intake", "in absence", "taken", "planned"],
)  # fmt: skip
def test_a_step_counts_from_the_day_it_was_taken_on(act: object, more: dict, code: Code) -> None:
    uuid, on = a_dossier(), date(2022, 6, 1)
    # From an import: three oproepen before an intake in absence are not asked of the past.
    act(actor=source(Via.IMPORT), dossier_uuid=uuid, happened_on=on, now=NU, **more)  # type: ignore[operator]

    assert [figure(code, day) for day in (on - DAG, on, on + DAG)] == [0, 1, 1]


def test_a_missed_appointment_counts_until_the_day_it_was_missed() -> None:
    uuid, day = a_dossier(), date(2022, 7, 1)
    plan(uuid, date(2022, 6, 1), day)
    stappen.miss_leerbaarheidstoets(actor=consulent(), dossier_uuid=uuid, happened_on=day, now=NU)

    lbt = Code.LEERBAARHEIDSTOETSEN
    assert [figure(lbt, one) for one in (day - DAG, day)] == [1, 0]
    assert figures(lbt)["cumulatief"] == 1


def test_a_pip_counts_until_the_day_it_is_withdrawn() -> None:
    uuid = a_dossier_with_pip()
    pip.withdraw_pip(actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 7, 1), now=NU)

    days = (date(2022, 5, 1), date(2022, 5, 2), date(2022, 6, 30), date(2022, 7, 1))
    assert [figure(Code.PIPS, day) for day in days] == [0, 1, 1, 0]
    assert figures(Code.PIPS)["cumulatief"] == 1


def test_who_left_was_still_there_on_the_day_before() -> None:
    uuid = a_dossier()
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 1))

    assert figure(Code.STATUSHOUDERS, date(2022, 7, 31)) == 1
    assert figure(Code.STATUSHOUDERS, date(2022, 8, 1)) == 0


def test_registered_elsewhere_is_not_registered_here() -> None:
    uuid = a_dossier()
    know(uuid, feiten.BRPRegistered(gemeente=OUDEWATER), date(2022, 8, 1))

    assert figures(Code.STATUSHOUDERS)["waarden"] == 0
    assert figures(Code.STATUSHOUDERS)["noemer"] == 1
    assert figure(Code.STATUSHOUDERS, gemeente=OUDEWATER) == 0


def test_without_a_birth_date_nobody_counts_as_an_adult() -> None:
    uuid = a_dossier()
    born = newest_of(uuid, "dossier.person_born")
    herstel = Herstel(gebeurtenis=born.id, event=None, happened_on=BEGIN, reden="onbekend")
    correct_gebeurtenis(actor=consulent(), dossier_uuid=uuid, herstel=herstel, now=NU)

    assert figure(Code.STATUSHOUDERS) == 0
    assert figures(Code.STATUSHOUDERS)["noemer"] == 1


def test_the_plicht_that_duo_confirms_later_is_confirmed_only_as_known_later() -> None:
    uuid, later = a_dossier(confirmed=False), noon(date(2022, 9, 5))
    know(uuid, feiten.PlichtBegun(), BEGIN, at=later)

    def not_confirmed(bekend_op: date | None) -> object:
        actor = source(Via.SYSTEEM, later)
        stand = get_stand(actor=actor, peildatum=TODAY, bekend_op=bekend_op, at=later)
        return stand.rijen[0].niet_bevestigd["0632"]

    assert [not_confirmed(day) for day in (date(2022, 9, 4), date(2022, 9, 5), None)] == [1, 0, 0]


def test_every_gemeente_in_reach_has_a_figure_also_when_it_is_nought() -> None:
    for rij in get_stand(actor=consulent(), peildatum=TODAY, at=NU).rijen:
        for name in ("waarden", "cumulatief", "niet_bevestigd", "apart", "noemer"):
            assert getattr(rij, name) == {"0632": 0, "0335": 0, "0589": 0}


def test_without_the_count_over_all_days_it_is_unknown_and_not_nought() -> None:
    stand = get_stand(actor=consulent(), peildatum=TODAY, at=NU, cumulatief=False)

    assert set(stand.rijen[0].cumulatief.values()) == {None}


def test_dossiers_behind_a_figure_are_only_for_who_may_read_them() -> None:
    uuid = a_dossier()
    ask = {"rij": Code.STATUSHOUDERS, "gemeente": "0632", "peildatum": TODAY, "at": NU}
    figures_only = replace(consulent(), permissions=frozenset({Permission.STAND_READ}))

    assert list_in_rij(actor=consulent(), **ask) == [id_of(uuid)]  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        list_in_rij(actor=figures_only, **ask)  # type: ignore[arg-type]


def test_differences_are_told_only_of_gemeenten_in_reach() -> None:
    uuid = a_dossier(gemeente="1901")
    later = noon(date(2022, 9, 5))
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 1), at=later)
    ask = {"peildatum": date(2022, 8, 15), "bekend_op": TODAY, "at": later}

    assert list_verschillen(actor=consulent(later), **ask) == []  # type: ignore[arg-type]
    assert len(list_verschillen(actor=source(Via.SYSTEEM, later), **ask)) == 1  # type: ignore[arg-type]
