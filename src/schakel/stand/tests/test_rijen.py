"""Who is in which row, on the day before, on the day, and the day after."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection

from schakel.base.actor import Via
from schakel.base.refusal import NotAllowed
from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.stand.queries import Code, get_stand, list_in_rij, list_verschillen
from schakel.traject.actions import stappen
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.queries import Herstel, events
from schakel.traject.tests.world import (
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
from schakel.wet.lijsten import Doelgroep, Leerroute, Wet

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
        actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 7, 1), now=NU
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
    event = events.PIPEstablished(leerroute=Leerroute.B1, gemeente="0632")
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
