"""Who can be asked for a task in a gemeente: only who works for an organisation that has it."""

from datetime import date, timedelta

import pytest

from schakel.keten.actions import add_medewerker, assign_taak
from schakel.keten.queries import list_medewerkers_met_taak, list_organisaties_met_taak
from schakel.keten.tests.world import BEGIN, BEHEER, a_partner

pytestmark = pytest.mark.django_db
TAAK = "maatschappelijke_begeleiding"
EINDE = date(2023, 1, 1)


def test_only_during_the_task_and_in_its_gemeente() -> None:
    partner = a_partner()
    anja = add_medewerker(
        actor=BEHEER, organisatie=partner, naam="Anja", functie="begeleider", van=BEGIN
    )
    assign_taak(actor=BEHEER, organisatie=partner, gemeente="0632", taak=TAAK, van=BEGIN, tot=EINDE)

    def found(op: date, gemeente: str = "0632", taak: str = TAAK) -> list[int]:
        rows = list_medewerkers_met_taak(taken={taak}, gemeente=gemeente, op=op)
        return [row.id for row in rows]

    assert found(BEGIN) == [anja]
    assert found(EINDE - timedelta(days=1)) == [anja]
    assert found(EINDE) == []
    assert found(BEGIN - timedelta(days=1)) == []
    assert found(BEGIN, gemeente="1901") == []
    assert found(BEGIN, taak="taalonderwijs") == []
    assert list_organisaties_met_taak(taak=TAAK, gemeente="0632", op=BEGIN) == {partner: "Partner"}
    assert list_organisaties_met_taak(taak=TAAK, gemeente="0632", op=EINDE) == {}
