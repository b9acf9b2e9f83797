"""What was never so can be put right, once, and the rest of the story must still fit."""

import re
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from schakel.base.actor import Via
from schakel.base.event import Event
from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import get_dossier
from schakel.logboek.actions import Bulk, Line, record_all
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.projection import rebuild
from schakel.traject.models import Traject
from schakel.traject.queries import (
    Herstel,
    events,
    list_problems,
    list_tijdlijn,
    preview_herstel,
    verhaal_of,
)
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import (
    BEGIN,
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
    see,
    source,
)
from schakel.wet.lijsten import Leerroute

pytestmark = pytest.mark.django_db

LATER = noon(date(2022, 9, 5))


@pytest.fixture
def uuid() -> UUID:
    a_keten()
    return a_dossier_with_pip()


def correct(
    uuid: UUID, kind: str, event: object, on: date, *, reden: str = "verkeerd overgenomen"
) -> None:
    herstel = Herstel(
        gebeurtenis=newest_of(uuid, kind).id,
        event=event,  # type: ignore[arg-type]
        happened_on=on,
        reden=reden,
    )
    correct_gebeurtenis(actor=consulent(LATER), dossier_uuid=uuid, herstel=herstel, now=LATER)


AN_INTAKE = events.BredeIntakeStarted(vorm=events.Gespreksvorm.ALLEEN, gewezen_op_recht=True)
PIP = events.PIPEstablished(
    leerroute=Leerroute.B1,
    gemeente="0632",
    uren_leerroute=600,
    uren_pvt=10,
    uren_map=40,
    voortgangsgesprekken=6,
)


def test_another_date_moves_the_termijn(uuid: UUID) -> None:
    correct(uuid, PIP.kind, PIP, date(2022, 5, 20))

    assert Traject.objects.get(pk=id_of(uuid)).termijn_van == date(2022, 5, 21)


def test_the_old_line_stays_with_who_and_why(uuid: UUID) -> None:
    correct(uuid, PIP.kind, PIP, date(2022, 5, 20))

    lines = [
        line
        for line in list_tijdlijn(zicht=get_dossier(actor=consulent(), uuid=uuid))
        if line.row.kind == PIP.kind
    ]
    assert [(line.row.happened_on, line.geldt) for line in lines] == [
        (date(2022, 5, 20), True),
        (date(2022, 5, 2), False),
    ]
    assert lines[0].row.toelichting["reden"].tekst == "verkeerd overgenomen"


def test_without_a_reason_it_is_refused(uuid: UUID) -> None:
    with pytest.raises(Refusal, match="waarom"):
        correct(uuid, PIP.kind, PIP, date(2022, 5, 20), reden="  ")


def test_an_intake_under_a_pip_cannot_be_taken_away(uuid: UUID) -> None:
    with pytest.raises(
        Refusal, match=r"latere stap staat in de weg: onderwerp van de brede intake"
    ):
        correct(uuid, "traject.brede_intake_started", None, date(2022, 4, 1))


def test_a_subject_under_a_pip_cannot_be_taken_away(uuid: UUID) -> None:
    with pytest.raises(
        Refusal, match=r"latere stap staat in de weg: PIP vastgesteld op 2 mei 2022"
    ):
        correct(uuid, "traject.intake_onderwerp_recorded", None, date(2022, 4, 1))


def test_a_registration_cannot_move_past_the_pip(uuid: UUID) -> None:
    registered = feiten.BRPRegistered(gemeente="0632")
    with pytest.raises(Refusal, match=r"PIP vastgesteld op 2 mei 2022\. De vestiging"):
        correct(uuid, registered.kind, registered, date(2022, 5, 9))


def test_what_never_happened_is_out_of_the_story_but_not_out_of_the_log(uuid: UUID) -> None:
    before = len(log_of(uuid))
    correct(uuid, PIP.kind, None, date(2022, 5, 2))

    assert verhaal_of(log_of(uuid)).traject_on(LATER.date()).pip_op is None
    assert len(log_of(uuid)) == before + 1
    assert Traject.objects.get(pk=id_of(uuid)).termijn_van is None


def test_what_was_voided_is_not_corrected_again(uuid: UUID) -> None:
    correct(uuid, PIP.kind, None, date(2022, 5, 2))

    with pytest.raises(Refusal, match="intussen al hersteld"):
        correct(uuid, PIP.kind, PIP, date(2022, 5, 20))
    with pytest.raises(Refusal, match="kan niet worden hersteld"):
        correct(uuid, "traject.voided", PIP, date(2022, 5, 20))


def test_a_correction_keeps_the_kind(uuid: UUID) -> None:
    with pytest.raises(Refusal, match="dezelfde soort"):
        correct(uuid, PIP.kind, events.PIPWithdrawn(), date(2022, 5, 20))


def made(uuid: UUID, number: int, event: Event | None, on: date, *, via: Via = Via.MENS) -> None:
    """Correct the gebeurtenis with this id."""
    herstel = Herstel(gebeurtenis=number, event=event, happened_on=on, reden="verkeerd")
    actor = replace(consulent(LATER), via=via)
    correct_gebeurtenis(actor=actor, dossier_uuid=uuid, herstel=herstel, now=LATER)


def test_the_new_line_rests_on_grounds_of_its_own_date(uuid: UUID) -> None:
    old = newest_of(uuid, PIP.kind)

    correct(uuid, PIP.kind, events.PIPEstablished.of_facts(old.facts), date(2022, 5, 20))

    new = newest_of(uuid, PIP.kind)
    assert (new.replaces, new.first, new.facts) == (old.id, old.id, old.facts)
    again = a_dossier_with_pip(dagtekening=date(2022, 5, 20), achternaam="Ander")
    assert new.grounds == newest_of(again, PIP.kind).grounds


def test_another_step_keeps_the_grounds_it_had(uuid: UUID) -> None:
    kind = "traject.brede_intake_started"
    correct(uuid, kind, AN_INTAKE, date(2022, 3, 30))

    row = newest_of(uuid, kind)
    assert (row.grounds, row.facts) == (("art. 14 lid 1 Wi2021",), AN_INTAKE.facts())


def test_what_never_happened_rests_on_nothing(uuid: UUID) -> None:
    correct(uuid, PIP.kind, None, date(2022, 5, 2))

    row = newest_of(uuid, "traject.voided")
    assert (row.facts, row.grounds, row.happened_on) == ({}, (), date(2022, 5, 2))


def test_an_old_line_is_corrected_once_and_then_its_correction(uuid: UUID) -> None:
    first = newest_of(uuid, PIP.kind).id
    made(uuid, first, PIP, date(2022, 5, 20))
    there = everything()

    with pytest.raises(Refusal, match="herstel de nieuwste versie"):
        made(uuid, first, PIP, date(2022, 5, 21))
    assert everything() == there

    made(uuid, newest_of(uuid, PIP.kind).id, PIP, date(2022, 5, 22))
    assert Traject.objects.get(pk=id_of(uuid)).pip_dagtekening == date(2022, 5, 22)


def test_other_facts_on_the_same_day_are_a_correction_too(uuid: UUID) -> None:
    correct(uuid, PIP.kind, replace(PIP, leerroute=Leerroute.ZELFREDZAAMHEID), date(2022, 5, 2))

    assert Traject.objects.get(pk=id_of(uuid)).leerroute == "Z"


def test_the_future_is_refused(uuid: UUID) -> None:
    with pytest.raises(Refusal, match="6 september 2022 ligt in de toekomst"):
        correct(uuid, PIP.kind, PIP, date(2022, 9, 6))


def test_a_line_of_another_dossier_is_not_found_here(uuid: UUID) -> None:
    other = a_dossier(achternaam="Ander")

    with pytest.raises(Refusal, match="staat niet in dit dossier"):
        made(uuid, log_of(other)[0].id, None, BEGIN)


def void_of(uuid: UUID) -> Herstel:
    number = newest_of(uuid, PIP.kind).id
    return Herstel(gebeurtenis=number, event=None, happened_on=BEGIN, reden="anders")


def test_who_may_not_correct_changes_nothing(uuid: UUID) -> None:
    there, herstel, reader = everything(), void_of(uuid), colleague_who_reads(LATER)

    with pytest.raises(NotAllowed, match="gebeurtenissen herstellen"):
        correct_gebeurtenis(actor=reader, dossier_uuid=uuid, herstel=herstel, now=LATER)
    assert everything() == there


def test_a_form_that_missed_something_is_out_of_date(uuid: UUID) -> None:
    seen, herstel = log_of(uuid)[-1].id, void_of(uuid)
    know(uuid, feiten.KennisgevingSent(), date(2022, 8, 1))

    with pytest.raises(Refusal, match="Intussen is in dit dossier vastgelegd: kennisgeving"):
        correct_gebeurtenis(
            actor=consulent(LATER), dossier_uuid=uuid, herstel=herstel, now=LATER, gezien=seen
        )


def test_a_correction_that_leaves_no_gemeente_or_opening_is_refused(uuid: UUID) -> None:
    with pytest.raises(Refusal, match="altijd een verantwoordelijke gemeente"):
        correct(uuid, "dossier.gemeente_became_responsible", None, BEGIN)
    with pytest.raises(Refusal, match="altijd geopend"):
        correct(uuid, "dossier.opened", None, BEGIN)


def wrong_from_the_start() -> UUID:
    """A large import brought in two things that no order of actions could have given."""
    uuid, actor = a_dossier_after_intake(achternaam="Geïmporteerd"), source(Via.IMPORT)
    lines = [
        (replace(PIP, gemeente=OUDEWATER), date(2022, 5, 2)),
        (events.LeerbaarheidstoetsMissed(), date(2022, 4, 2)),
    ]
    dossier = id_of(uuid)
    record_all(
        [
            Bulk(line=Line(event=event, happened_on=on), dossier=dossier, recorded_at=NU)
            for event, on in lines
        ],
        actor=actor,
    )
    rebuild(actor=actor, dossiers=[dossier], day=NU.date())
    return uuid


def test_a_correction_that_only_repairs_is_allowed_though_more_is_wrong() -> None:
    a_keten()
    uuid = wrong_from_the_start()
    assert len(list_problems(zicht=see(uuid))) == 2

    correct(uuid, PIP.kind, PIP, date(2022, 5, 2))
    [left] = list_problems(zicht=see(uuid))
    assert "geen afspraak" in left.text

    correct(uuid, "traject.leerbaarheidstoets_missed", None, date(2022, 4, 2))
    assert list_problems(zicht=see(uuid)) == []


def test_a_step_that_reports_the_past_keeps_its_gap_when_what_it_rests_on_goes() -> None:
    """A person's own PIP holds its intake fast; an imported one leaves a point to mend."""
    a_keten()
    uuid = a_dossier_after_intake()
    establish(uuid, actor=source(Via.IMPORT))

    correct(uuid, "traject.intake_onderwerp_recorded", None, date(2022, 4, 1))

    assert "brede intake" in list_problems(zicht=see(uuid))[0].text


@pytest.mark.parametrize("via", [Via.MENS, Via.IMPORT])
@pytest.mark.parametrize(
    ("kind", "event", "on"),
    [
        (PIP.kind, PIP, date(2022, 5, 20)),
        (PIP.kind, PIP, date(2022, 3, 31)),
        (PIP.kind, PIP, date(2022, 2, 1)),
        (PIP.kind, PIP, date(2022, 9, 6)),
        (PIP.kind, None, date(2022, 5, 2)),
        ("traject.brede_intake_started", None, date(2022, 4, 1)),
        ("dossier.brp_registered", feiten.BRPRegistered(gemeente="0632"), date(2022, 5, 9)),
        ("dossier.plicht_begun", feiten.PlichtBegun(), date(2022, 3, 9)),
    ],
    ids=["later", "before the intake", "before the plicht", "future", "void", "void intake",
         "registration", "plicht"],
)  # fmt: skip
def test_what_the_screen_shows_beforehand_is_what_happens(
    via: Via, kind: str, event: Event | None, on: date
) -> None:
    a_keten()
    uuid = a_dossier_after_intake()
    establish(uuid, actor=source(via))
    number = newest_of(uuid, kind).id
    herstel = Herstel(gebeurtenis=number, event=event, happened_on=on, reden="anders")

    try:
        shown = preview_herstel(zicht=see(uuid), herstel=herstel, op=LATER.date()).after
    except Refusal as refusal:
        with pytest.raises(Refusal, match=re.escape(refusal.text)):
            made(uuid, number, event, on)
        return
    made(uuid, number, event, on)
    done, day = verhaal_of(log_of(uuid)), LATER.date()
    assert shown.traject_on(day) == done.traject_on(day)
    assert shown.dossier_on(day) == done.dossier_on(day)
    assert shown.termijnen_on(day) == done.termijnen_on(day)
