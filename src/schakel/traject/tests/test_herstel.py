"""What was never so can be put right, once, and the rest of the story must still fit."""

from datetime import date
from uuid import UUID

import pytest

from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import get_dossier
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.models import Traject
from schakel.traject.queries import Herstel, events, list_tijdlijn, verhaal_of
from schakel.traject.tests.world import (
    a_dossier_with_pip,
    a_keten,
    consulent,
    id_of,
    log_of,
    newest_of,
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


PIP = events.PIPEstablished(leerroute=Leerroute.B1, gemeente="0632")


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
    assert lines[0].row.toelichting == {"reden": "verkeerd overgenomen"}


def test_without_a_reason_it_is_refused(uuid: UUID) -> None:
    with pytest.raises(Refusal, match="waarom"):
        correct(uuid, PIP.kind, PIP, date(2022, 5, 20), reden="  ")


def test_an_intake_under_a_pip_cannot_be_taken_away(uuid: UUID) -> None:
    with pytest.raises(
        Refusal, match=r"latere stap staat in de weg: PIP vastgesteld op 2 mei 2022"
    ):
        correct(uuid, "traject.brede_intake_started", None, date(2022, 4, 1))


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
