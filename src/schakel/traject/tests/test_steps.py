"""Every step: what the log and the table say of it, and when it is refused."""

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest

from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.queries import DossierNotFound
from schakel.dossier.queries import events as feiten
from schakel.traject.actions import pip, stappen
from schakel.traject.models import Mijlpaal, Traject
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import (
    ALLEEN,
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
    talk_about_everything,
)
from schakel.wet.lijsten import (
    GrondLeerbaarheidstoetsOntheffing,
    IntakeOnderwerp,
    UitslagLeerbaarheidstoets,
)

pytestmark = pytest.mark.django_db
JUNI, JULI = date(2022, 6, 1), date(2022, 7, 1)
B1 = UitslagLeerbaarheidstoets.B1_HAALBAAR

Act = Callable[..., None]


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def take(act: Act, uuid: UUID, on: date = JUNI, **more: object) -> None:
    if act is stappen.start_brede_intake:
        more = {"gesprek": ALLEEN, **more}
    if act is stappen.exempt_from_leerbaarheidstoets:
        more = {"grond": GrondLeerbaarheidstoetsOntheffing.VISUEEL, **more}
    act(actor=more.pop("actor", consulent()), dossier_uuid=uuid, happened_on=on, now=NU, **more)


def with_appointment() -> UUID:
    uuid = a_dossier()
    take(stappen.plan_leerbaarheidstoets, uuid, gepland_op=JULI)
    return uuid


def with_toets() -> UUID:
    uuid = a_dossier()
    take(stappen.take_leerbaarheidstoets, uuid, date(2022, 5, 1))
    return uuid


def with_gesprek() -> UUID:
    uuid = a_dossier()
    gegevens = stappen.OproepGegevens(verzonden_op=date(2022, 5, 2), gesprek_op=JUNI)
    stappen.invite(actor=consulent(), dossier_uuid=uuid, gegevens=gegevens, now=NU)
    return uuid


def after_gesprek() -> UUID:
    uuid = a_dossier()
    take(stappen.start_brede_intake, uuid, date(2022, 5, 2))
    return uuid


def after_three_oproepen() -> UUID:
    uuid = a_dossier()
    for act, month in (
        (stappen.summon, 3), (stappen.warn_and_summon, 4), (stappen.warn_and_summon, 5),
    ):  # fmt: skip
        gegevens = stappen.OproepGegevens(
            verzonden_op=date(2022, month, 14), uiterlijk=date(2022, month, 28)
        )
        act(actor=consulent(), dossier_uuid=uuid, gegevens=gegevens, now=NU)
    return uuid


def with_aanmelding() -> UUID:
    uuid = a_dossier_with_pip()
    take(stappen.make_aanmelding, uuid)
    return uuid


EVERY = [
    (with_gesprek, stappen.miss_gesprek, {"on": JULI},
     "traject.gesprek_missed", "art. 14 lid 1 Wi2021", {}),
    (with_gesprek, stappen.cancel_gesprek, {},
     "traject.gesprek_cancelled", "art. 14 lid 1 Wi2021", {}),
    (a_dossier, stappen.start_brede_intake, {},
     "traject.brede_intake_started", "art. 14 lid 1 Wi2021",
     {"tweede_deelnemer": None, "vorm": "alleen", "gewezen_op_recht": True}),
    (after_gesprek, stappen.record_onderwerpen, {"verslagen": {IntakeOnderwerp.VVE: "geen"}},
     "traject.intake_onderwerp_recorded", "art. 14 lid 3 onder d Wi2021", {"onderwerp": "vve"}),
    (after_three_oproepen, stappen.complete_brede_intake_in_absence, {},
     "traject.brede_intake_completed_in_absence", "art. 14 lid 2 Wi2021", {}),
    (a_dossier, stappen.plan_leerbaarheidstoets, {"gepland_op": JULI},
     "traject.leerbaarheidstoets_planned", "art. 14 lid 3 onder a Wi2021",
     {"gepland_op": "2022-07-01"}),
    (with_appointment, stappen.cancel_leerbaarheidstoets, {},
     "traject.leerbaarheidstoets_cancelled", "art. 14 lid 3 onder a Wi2021", {}),
    (with_appointment, stappen.miss_leerbaarheidstoets, {"on": JULI},
     "traject.leerbaarheidstoets_missed", "art. 14 lid 3 onder a Wi2021", {}),
    (a_dossier, stappen.take_leerbaarheidstoets, {"uitslag": B1},
     "traject.leerbaarheidstoets_taken", "art. 14 lid 3 onder a Wi2021",
     {"uitslag": "b1_haalbaar"}),
    (with_toets, stappen.receive_uitslag, {"uitslag": B1},
     "traject.leerbaarheidstoets_uitslag_received", "art. 14 lid 5 Wi2021",
     {"uitslag": "b1_haalbaar"}),
    (a_dossier, stappen.exempt_from_leerbaarheidstoets, {},
     "traject.leerbaarheidstoets_exempted", "art. 14 lid 6 Wi2021", {"grond": "visueel"}),
    (a_dossier_with_pip, pip.send_pip, {},
     "traject.pip_sent", "art. 3:41 lid 1 Awb", {}),
    (a_dossier_with_pip, pip.withdraw_pip, {},
     "traject.pip_withdrawn", "art. 15 lid 1 Wi2021", {}),
    (a_dossier_with_pip, stappen.make_aanmelding, {},
     "traject.aanmelding_made", "art. 16 lid 1 Wi2021",
     {"gemeente": "0632", "taalaanbieder": None}),
    (with_aanmelding, stappen.withdraw_aanmelding, {},
     "traject.aanmelding_withdrawn", "art. 16 lid 1 Wi2021", {}),
    (a_dossier, stappen.report_eigen_inschrijving, {},
     "traject.eigen_inschrijving_reported", "art. 19 Wi2021", {}),
]  # fmt: skip
every_step = pytest.mark.parametrize(
    ("before", "act", "more", "kind", "ground", "facts"), EVERY, ids=[row[3] for row in EVERY]
)


@every_step
def test_the_log_says_what_was_done_by_whom_and_on_which_ground(
    before: Callable[[], UUID], act: Act, more: dict, kind: str, ground: str, facts: dict
) -> None:
    uuid = before()

    take(act, uuid, **more)

    row = log_of(uuid)[-1]
    assert (row.kind, row.facts, row.grounds) == (kind, facts, (ground,))
    assert row.happened_on == more.get("on", JUNI)
    assert (row.actor, row.source.value) == (consulent().medewerker, "mens")


@every_step
def test_who_may_only_read_changes_nothing(
    before: Callable[[], UUID], act: Act, more: dict, kind: str, ground: str, facts: dict
) -> None:
    uuid = before()
    there = everything()

    with pytest.raises(NotAllowed):
        take(act, uuid, actor=colleague_who_reads(), **more)
    assert everything() == there


@every_step
def test_the_future_is_refused_at_the_field_and_changes_nothing(
    before: Callable[[], UUID], act: Act, more: dict, kind: str, ground: str, facts: dict
) -> None:
    uuid = before()
    there = everything()

    with pytest.raises(Refusal, match="2 september 2022 ligt in de toekomst") as refused:
        take(act, uuid, **{**more, "on": date(2022, 9, 2)})
    assert refused.value.field == "happened_on"
    assert everything() == there


@every_step
def test_a_dossier_that_does_not_exist_is_not_found(
    before: Callable[[], UUID], act: Act, more: dict, kind: str, ground: str, facts: dict
) -> None:
    with pytest.raises(DossierNotFound):
        take(act, uuid4(), **more)


@every_step
def test_after_closing_no_step_is_taken(
    before: Callable[[], UUID], act: Act, more: dict, kind: str, ground: str, facts: dict
) -> None:
    uuid = before()
    closed = feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN)
    know(uuid, closed, date(2022, 8, 1))

    with pytest.raises(Refusal, match="gesloten op 1 augustus 2022"):
        take(act, uuid, **{**more, "on": date(2022, 8, 2)} | (
            {"gepland_op": date(2022, 8, 9)} if "gepland_op" in more else {}
        ))  # fmt: skip


@pytest.mark.parametrize(
    ("before", "act", "more", "sentence"),
    [
        (a_dossier_after_intake, stappen.start_brede_intake, {}, "al gestart op 1 april 2022"),
        (a_dossier, stappen.plan_leerbaarheidstoets, {"gepland_op": date(2022, 5, 31)},
         "voor de dag waarop de afspraak is gemaakt"),
        (a_dossier, stappen.cancel_leerbaarheidstoets, {}, "geen afspraak"),
        (a_dossier, stappen.miss_leerbaarheidstoets, {}, "Plan eerst een afspraak"),
        (with_appointment, stappen.miss_leerbaarheidstoets, {"on": date(2022, 6, 30)},
         "afspraak is pas op 1 juli 2022"),
        (a_dossier_after_intake, pip.withdraw_pip, {}, "geen PIP van kracht"),
        (a_dossier_after_intake, stappen.make_aanmelding, {}, "Stel eerst het PIP vast"),
        (with_aanmelding, stappen.make_aanmelding, {"on": JULI}, "al een aanmelding van 1 juni"),
        (a_dossier_with_pip, stappen.withdraw_aanmelding, {}, "geen aanmelding om in te trekken"),
    ],
    ids=["intake twice", "plan in the past", "cancel nothing", "miss nothing", "missed too early",
         "withdraw no PIP", "aanmelding without PIP", "aanmelding twice", "withdraw nothing"],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence_and_changes_nothing(
    before: Callable[[], UUID], act: Act, more: dict, sentence: str
) -> None:
    uuid = before()
    there = everything()

    with pytest.raises(Refusal, match=sentence):
        take(act, uuid, **more)
    assert everything() == there


def reached(uuid: UUID) -> set[str]:
    today = NU.date()
    rows = Mijlpaal.objects.filter(dossier=id_of(uuid), van__lte=today, tot__gt=today)
    return set(rows.filter(bekend_tot__gt=NU).values_list("soort", flat=True))


def test_a_plan_may_be_for_the_day_itself_and_is_late_the_day_after() -> None:
    uuid = a_dossier()
    take(stappen.plan_leerbaarheidstoets, uuid, gepland_op=JUNI)

    spans = Mijlpaal.objects.filter(dossier=id_of(uuid)).order_by("van")
    assert [(row.soort, row.van, row.tot) for row in spans] == [
        ("lbt_gepland", JUNI, date(2022, 6, 2)),
        ("lbt_uitslag_ontbreekt", date(2022, 6, 2), date.max),
    ]


def test_a_next_appointment_takes_the_place_of_the_one_before() -> None:
    uuid = with_appointment()
    take(stappen.plan_leerbaarheidstoets, uuid, JULI, gepland_op=date(2022, 9, 20))

    assert reached(uuid) == {"lbt_gepland"}


def test_a_withdrawn_pip_is_not_in_force_but_the_termijn_keeps_its_start() -> None:
    uuid = a_dossier_with_pip()
    take(pip.withdraw_pip, uuid)

    row = Traject.objects.get(pk=id_of(uuid))
    assert (row.pip_dagtekening, row.leerroute, row.stap) == (None, "", "pip")
    assert row.termijn_van == date(2022, 5, 3)
    assert "pip" not in reached(uuid)


def test_what_comes_next_follows_from_what_was_done() -> None:
    uuid = a_dossier()
    steps = [Traject.objects.get(pk=id_of(uuid)).stap]
    for act, on in (
        (stappen.start_brede_intake, date(2022, 4, 1)),
        (stappen.exempt_from_leerbaarheidstoets, date(2022, 4, 2)),
        (talk_about_everything, None),
        (pip.establish_pip, None),
        (stappen.make_aanmelding, JUNI),
    ):
        if act is talk_about_everything:
            talk_about_everything(uuid, on=date(2022, 4, 5))
        elif act is pip.establish_pip:
            establish(uuid)
        else:
            take(act, uuid, on)
        steps.append(Traject.objects.get(pk=id_of(uuid)).stap)
    assert steps == [
        "brede_intake", "brede_intake", "brede_intake", "pip", "aanmelding", "leerroute",
    ]  # fmt: skip


def test_a_form_is_out_of_date_only_by_what_bears_on_its_step() -> None:
    uuid = a_dossier()
    seen = log_of(uuid)[-1].id
    take(stappen.take_leerbaarheidstoets, uuid, date(2022, 5, 1))
    know(uuid, feiten.KennisgevingSent(), date(2022, 8, 1))

    take(stappen.start_brede_intake, uuid, gezien=seen)
    there = everything()
    with pytest.raises(Refusal, match="Intussen is in dit dossier vastgelegd: leerbaarheidstoets"):
        take(stappen.take_leerbaarheidstoets, uuid, gezien=seen)
    assert everything() == there


def test_a_clock_that_went_back_does_not_bring_an_earlier_moment_in_the_log() -> None:
    uuid = with_appointment()
    earlier = noon(date(2022, 8, 1))
    stappen.cancel_leerbaarheidstoets(
        actor=consulent(earlier), dossier_uuid=uuid, happened_on=JULI, now=earlier
    )

    assert [row.recorded_at for row in log_of(uuid)[-2:]] == [NU, NU]


def test_an_aanmelding_belongs_to_the_gemeente_that_was_responsible_then() -> None:
    uuid = a_dossier_with_pip()
    know(uuid, feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=JULI), JULI)
    there = everything()

    with pytest.raises(Refusal, match="andere gemeente verantwoordelijk"):
        take(stappen.make_aanmelding, uuid, date(2022, 6, 30))
    assert everything() == there

    take(stappen.make_aanmelding, uuid, JULI)
    assert log_of(uuid)[-1].facts["gemeente"] == OUDEWATER
