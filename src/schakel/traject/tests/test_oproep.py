"""Inviting and summoning: what is free, what sets a term, and when the intake goes on without."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Actor, Via
from schakel.base.refusal import Refusal
from schakel.traject.actions import stappen
from schakel.traject.models import Werkpunt
from schakel.traject.queries import TrajectStand, events, verhaal_of
from schakel.traject.tests.lives import everything, of_lives
from schakel.traject.tests.world import (
    ALLEEN,
    NU,
    a_dossier,
    a_keten,
    consulent,
    id_of,
    log_of,
    source,
)

pytestmark = pytest.mark.django_db
MEI, LAATSTE, JULI = date(2022, 5, 2), date(2022, 5, 20), date(2022, 7, 1)
DAG = timedelta(days=1)
TELLEN = re.compile(r"\b(Kies|Leg|Vul|Wacht|Roep|Herstel|Laat)\b")

Act = Callable[..., None]


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def send(act: Act, uuid: UUID, on: date = MEI, *, actor: Actor | None = None, **says: date) -> None:
    gegevens = stappen.OproepGegevens(verzonden_op=on, **says)  # type: ignore[arg-type]
    act(actor=actor or consulent(), dossier_uuid=uuid, gegevens=gegevens, now=NU)


def take(
    act: Act, uuid: UUID, on: date, *, actor: Actor | None = None, now: datetime = NU, **more: Any
) -> None:
    act(actor=actor or consulent(), dossier_uuid=uuid, happened_on=on, now=now, **more)


def refused(sentence: str, act: Act, *args: Any, **more: Any) -> Refusal:
    """Let it be refused in a sentence that says what to do; nothing changes."""
    doing, before = send if act in OPROEPEN else take, everything()
    with pytest.raises(Refusal, match=sentence) as caught:
        doing(act, *args, **more)
    assert everything() == before
    assert TELLEN.search(caught.value.text), caught.value.text
    assert caught.value.text.endswith(".")
    return caught.value


OPROEPEN = (stappen.invite, stappen.summon, stappen.warn_and_summon)


def stand_of(uuid: UUID) -> TrajectStand:
    return verhaal_of(log_of(uuid)).traject_on(NU.date())


def werk(uuid: UUID) -> dict[str, tuple[str, date, date | None]]:
    rows = Werkpunt.objects.filter(dossier=id_of(uuid))
    return {row.handeling: (row.aan_zet, row.sinds, row.op) for row in rows}


def after_oproepen(count: int) -> UUID:
    """Return who was summoned so many times; each term ended on the 20th."""
    uuid = a_dossier()
    for month, act in zip((3, 4, 5), (stappen.summon, *[stappen.warn_and_summon] * 2), strict=True):
        if month < 3 + count:
            send(act, uuid, date(2022, month, 15), uiterlijk=date(2022, month, 20))
    return uuid


# --- the free uitnodiging -----------------------------------------------------------------------


def test_an_uitnodiging_may_be_sent_as_often_as_one_likes_and_nothing_follows() -> None:
    uuid = a_dossier()
    for week in range(4):
        day = MEI + timedelta(weeks=week)
        send(stappen.invite, uuid, day, gesprek_op=day + DAG)
        take(stappen.miss_gesprek, uuid, day + DAG)

    assert stand_of(uuid).oproepen == ()
    refused("kan pas na een oproep met een termijn. Een uitnodiging telt daarvoor niet",
            stappen.warn_and_summon, uuid, JULI, uiterlijk=JULI + DAG)  # fmt: skip
    refused("vastgelegd zijn er 0", stappen.complete_brede_intake_in_absence, uuid,
            date(2022, 7, 1))  # fmt: skip


def test_an_uitnodiging_with_a_term_is_refused_at_the_term() -> None:
    found = refused("Een uitnodiging heeft geen termijn", stappen.invite, a_dossier(),
                    uiterlijk=LAATSTE)  # fmt: skip

    assert found.field == "uiterlijk"


def test_not_coming_to_a_free_talk_is_no_ground_for_a_warning_while_the_term_runs() -> None:
    uuid = a_dossier()
    send(stappen.invite, uuid, MEI, gesprek_op=MEI + 3 * DAG)
    send(stappen.summon, uuid, MEI + DAG, uiterlijk=LAATSTE)
    take(stappen.miss_gesprek, uuid, MEI + 3 * DAG)

    refused("loopt tot en met 20 mei 2022", stappen.warn_and_summon, uuid, MEI + 4 * DAG,
            uiterlijk=LAATSTE)  # fmt: skip


def test_a_free_talk_in_place_of_the_summoned_one_is_no_ground_either() -> None:
    uuid = a_dossier()
    send(stappen.summon, uuid, MEI, uiterlijk=LAATSTE, gesprek_op=MEI + 5 * DAG)
    send(stappen.invite, uuid, MEI + DAG, gesprek_op=MEI + 3 * DAG)
    take(stappen.miss_gesprek, uuid, MEI + 3 * DAG)

    refused("loopt tot en met 20 mei 2022", stappen.warn_and_summon, uuid, MEI + 4 * DAG,
            uiterlijk=LAATSTE)  # fmt: skip


def test_who_stayed_away_before_he_was_summoned_did_not_miss_the_oproep() -> None:
    uuid = a_dossier()
    send(stappen.invite, uuid, MEI, gesprek_op=MEI + DAG)
    take(stappen.miss_gesprek, uuid, MEI + DAG)
    send(stappen.summon, uuid, MEI + DAG, uiterlijk=LAATSTE)

    refused("loopt tot en met 20 mei 2022", stappen.warn_and_summon, uuid, MEI + 2 * DAG,
            uiterlijk=LAATSTE)  # fmt: skip


# --- the oproep and its term --------------------------------------------------------------------


@pytest.mark.parametrize("act", [stappen.summon, stappen.warn_and_summon])
def test_an_oproep_without_a_term_is_refused_at_the_term(act: Act) -> None:
    found = refused("Een oproep heeft een termijn", act, after_oproepen(0))

    assert found.field == "uiterlijk"


@pytest.mark.parametrize(
    ("says", "sentence"),
    [
        ({"uiterlijk": MEI}, "eindigt na de dag van verzending"),
        ({"uiterlijk": MEI - DAG}, "eindigt na de dag van verzending"),
        ({"uiterlijk": LAATSTE, "gesprek_op": MEI - DAG}, "voor de dag van verzending"),
        ({"uiterlijk": LAATSTE, "gesprek_op": LAATSTE + DAG}, "na de laatste dag van de termijn"),
    ],
    ids=["on the day itself", "before it", "talk before sending", "talk after the term"],
)
def test_a_term_that_cannot_be_is_refused(says: dict[str, date], sentence: str) -> None:
    refused(sentence, stappen.summon, a_dossier(), **says)


def test_the_talk_may_be_on_the_day_of_sending_and_on_the_last_day() -> None:
    for day in (MEI, LAATSTE):
        uuid = a_dossier()
        send(stappen.summon, uuid, uiterlijk=LAATSTE, gesprek_op=day)
        assert stand_of(uuid).gesprek_op == day


def test_a_second_oproep_goes_with_a_warning() -> None:
    refused("al opgeroepen op 15 maart 2022", stappen.summon, after_oproepen(1),
            uiterlijk=LAATSTE)  # fmt: skip


def test_a_warning_waits_for_the_last_day_of_the_term_to_pass() -> None:
    uuid = after_oproepen(1)

    refused("loopt tot en met 20 maart 2022. Wacht die af", stappen.warn_and_summon, uuid,
            date(2022, 3, 20), uiterlijk=LAATSTE)  # fmt: skip
    send(stappen.warn_and_summon, uuid, date(2022, 3, 21), uiterlijk=LAATSTE)
    assert [one.op for one in stand_of(uuid).oproepen] == [date(2022, 3, 15), date(2022, 3, 21)]


def test_who_does_not_come_to_the_talk_of_the_oproep_is_warned_at_once() -> None:
    uuid = a_dossier()
    send(stappen.summon, uuid, uiterlijk=LAATSTE, gesprek_op=MEI + DAG)
    take(stappen.miss_gesprek, uuid, MEI + DAG)

    send(stappen.warn_and_summon, uuid, MEI + DAG, uiterlijk=LAATSTE + DAG)

    assert len(stand_of(uuid).oproepen) == 2
    refused("loopt tot en met 21 mei 2022", stappen.warn_and_summon, uuid, MEI + 2 * DAG,
            uiterlijk=LAATSTE + 2 * DAG)  # fmt: skip


def test_a_cancelled_talk_leaves_the_term_running() -> None:
    uuid = a_dossier()
    send(stappen.summon, uuid, uiterlijk=LAATSTE, gesprek_op=MEI + 5 * DAG)
    take(stappen.cancel_gesprek, uuid, MEI + DAG)

    refused("loopt tot en met 20 mei 2022", stappen.warn_and_summon, uuid, MEI + 2 * DAG,
            uiterlijk=LAATSTE)  # fmt: skip


# --- not coming, cancelling ---------------------------------------------------------------------


def test_only_a_planned_talk_is_missed_or_cancelled_and_not_before_its_day() -> None:
    uuid = a_dossier()
    refused("geen gesprek gepland", stappen.miss_gesprek, uuid, MEI)
    refused("geen gesprek gepland", stappen.cancel_gesprek, uuid, MEI)
    send(stappen.invite, uuid, gesprek_op=MEI + 2 * DAG)
    refused("Het gesprek is pas op 4 mei 2022", stappen.miss_gesprek, uuid, MEI + DAG)

    take(stappen.cancel_gesprek, uuid, MEI + DAG)
    refused("geen gesprek gepland", stappen.miss_gesprek, uuid, MEI + 2 * DAG)


@pytest.mark.parametrize("act", [stappen.miss_gesprek, stappen.cancel_gesprek])
def test_after_a_talk_that_fell_through_it_is_for_us_to_invite_again(act: Act) -> None:
    uuid = a_dossier()
    send(stappen.invite, uuid, gesprek_op=MEI + DAG)
    assert werk(uuid)["gesprek"] == ("inburgeraar", MEI, MEI + DAG)

    take(act, uuid, MEI + DAG)
    assert werk(uuid)["uitnodigen"] == ("wij", MEI + DAG, None)

    send(stappen.invite, uuid, MEI + DAG)
    assert werk(uuid)["reactie"] == ("inburgeraar", MEI + DAG, None)


def test_while_the_term_runs_we_wait_and_after_a_no_show_it_is_for_us() -> None:
    uuid = a_dossier()
    send(stappen.summon, uuid, uiterlijk=LAATSTE)
    assert werk(uuid)["oproep"] == ("inburgeraar", MEI, LAATSTE)
    send(stappen.invite, uuid, MEI + DAG, gesprek_op=MEI + 2 * DAG)
    take(stappen.miss_gesprek, uuid, MEI + 2 * DAG)
    assert werk(uuid)["oproep"] == ("inburgeraar", MEI, LAATSTE)

    send(stappen.warn_and_summon, uuid, LAATSTE + DAG, uiterlijk=LAATSTE + 9 * DAG,
         gesprek_op=LAATSTE + 2 * DAG)  # fmt: skip
    take(stappen.miss_gesprek, uuid, LAATSTE + 2 * DAG)

    assert werk(uuid)["oproep"] == ("wij", LAATSTE + 2 * DAG, None)


def test_a_talk_that_was_planned_before_the_oproep_does_not_hide_its_term() -> None:
    uuid = a_dossier()
    send(stappen.invite, uuid, gesprek_op=MEI + DAG)
    send(stappen.summon, uuid, MEI + 5 * DAG, uiterlijk=LAATSTE)

    assert werk(uuid)["oproep"] == ("inburgeraar", MEI + 5 * DAG, LAATSTE)


# --- in absence ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "told"), [(0, "zijn er 0"), (1, "is er 1"), (2, "zijn er 2")])
def test_before_three_oproepen_the_intake_is_not_completed_in_absence(
    count: int, told: str
) -> None:
    uuid = after_oproepen(count)

    refused(f"na 3 oproepen; vastgelegd {told}", stappen.complete_brede_intake_in_absence, uuid,
            date(2022, 8, 1))  # fmt: skip


def test_after_three_the_term_of_the_last_one_must_have_passed() -> None:
    uuid = after_oproepen(3)

    for day in (date(2022, 5, 15), LAATSTE):
        refused("loopt tot en met 20 mei 2022. Wacht die af",
                stappen.complete_brede_intake_in_absence, uuid, day)  # fmt: skip
    take(stappen.complete_brede_intake_in_absence, uuid, LAATSTE + DAG)

    stand = stand_of(uuid)
    assert (stand.in_absentie, stand.brede_intake_compleet) == (True, True)
    assert "onderwerpen" not in werk(uuid)
    assert "toets_plannen" not in werk(uuid)
    assert werk(uuid)["pip_opstellen"] == ("wij", LAATSTE + DAG, None)


def test_an_import_that_completed_it_too_early_leaves_a_point_to_mend() -> None:
    uuid = after_oproepen(1)

    take(stappen.complete_brede_intake_in_absence, uuid, MEI, actor=source(Via.IMPORT))

    [gap] = verhaal_of(log_of(uuid)).problems()
    assert (gap.impossible, "na 3 oproepen" in gap.text) == (False, True)
    assert "aanvullen" in werk(uuid)


def test_after_completing_it_in_absence_there_is_no_talk_to_miss_and_nothing_to_complete() -> None:
    uuid = after_oproepen(3)
    send(stappen.invite, uuid, LAATSTE + DAG, gesprek_op=LAATSTE + 5 * DAG)
    take(stappen.complete_brede_intake_in_absence, uuid, LAATSTE + 2 * DAG)

    refused("geen gesprek gepland", stappen.miss_gesprek, uuid, LAATSTE + 6 * DAG)
    refused("al afgerond", stappen.complete_brede_intake_in_absence, uuid, LAATSTE + 6 * DAG)


# --- order and days -----------------------------------------------------------------------------


@pytest.mark.parametrize("act", OPROEPEN)
def test_after_the_first_talk_nobody_is_invited_or_summoned(act: Act) -> None:
    uuid = a_dossier()
    take(stappen.start_brede_intake, uuid, MEI, gesprek=ALLEEN)
    says = {} if act is stappen.invite else {"uiterlijk": LAATSTE}

    refused("al gestart op 2 mei 2022", act, uuid, MEI + DAG, **says)


def test_an_uitnodiging_of_before_the_talk_may_be_told_afterwards() -> None:
    uuid = a_dossier()
    take(stappen.start_brede_intake, uuid, MEI, gesprek=ALLEEN)

    send(stappen.invite, uuid, MEI - DAG, gesprek_op=MEI)

    assert (stand_of(uuid).gesprek_op, stand_of(uuid).uitnodiging_op) == (None, MEI - DAG)


def test_a_day_that_puts_the_oproepen_in_another_order_names_what_is_in_the_way() -> None:
    uuid = after_oproepen(2)

    refused("een latere stap staat in de weg: opgeroepen voor de brede intake op 15 maart",
            stappen.summon, uuid, date(2022, 3, 10), uiterlijk=date(2022, 3, 12))  # fmt: skip
    refused("kan pas na een oproep", stappen.warn_and_summon, uuid, date(2022, 3, 14),
            uiterlijk=LAATSTE)  # fmt: skip


# --- whatever people do -------------------------------------------------------------------------


def tried(seed: int) -> list[tuple[Act, date, dict[str, date]]]:
    """Return what is tried in one life, mostly forward in time."""
    draw, day = Random(seed), date(2022, 4, 1)  # noqa: S311 - a seed gives a life, not a secret
    found: list[tuple[Act, date, dict[str, date]]] = []
    for _ in range(draw.randint(6, 16)):
        day += draw.choice((0, 1, 1, 3, 8)) * DAG
        act = draw.choice((*OPROEPEN, *OPROEPEN, *AFTER))
        says = {}
        if act in OPROEPEN:
            if draw.random() < 0.6:
                says["gesprek_op"] = day + draw.choice((0, 1, 4)) * DAG
            if act is not stappen.invite:
                says["uiterlijk"] = day + draw.choice((0, 4, 7)) * DAG
        found.append((act, day, says))
    return found


AFTER = (
    stappen.miss_gesprek, stappen.cancel_gesprek, stappen.complete_brede_intake_in_absence,
)  # fmt: skip


@of_lives(examples=25, life=st.builds(tried, st.integers(0, 2**32 - 1)))
def test_nobody_is_warned_or_left_out_before_the_law_allows_it(
    life: list[tuple[Act, date, dict[str, date]]],
) -> None:
    uuid, said = a_dossier(), list[str]()
    for act, day, says in life:
        before = everything()
        try:
            (send if act in OPROEPEN else take)(act, uuid, day, **says)
        except Refusal as refusal:
            said.append(refusal.text)
            assert everything() == before
    assert [text for text in said if not TELLEN.search(text)] == []
    check_the_law(uuid)


def check_the_law(uuid: UUID) -> None:
    """Read the log as a lawyer would, without the fold."""
    term: date | None = None
    excused, count, summoned_to = False, 0, None
    for line in verhaal_of(log_of(uuid)).stappen:
        match line.event:
            case events.UitnodigingSent():
                summoned_to = None if line.event.gesprek_op else summoned_to
            case events.OproepSent() | events.OproepRepeated():
                assert isinstance(line.event, events.OproepSent) == (count == 0)
                assert term is None or excused or line.on > term
                term, count, excused = line.event.uiterlijk, count + 1, False
                summoned_to = line.event.gesprek_op or summoned_to
            case events.GesprekMissed():
                excused, summoned_to = excused or summoned_to is not None, None
            case events.GesprekCancelled():
                summoned_to = None
            case events.BredeIntakeCompletedInAbsence():
                assert count >= 3
                assert term is not None
                assert line.on > term
