"""After the third oproep no warning follows: the intake is completed without the person."""

from datetime import date
from uuid import UUID

import pytest

from schakel.toegang.tests.world import a_region
from schakel.traject.actions import stappen
from schakel.traject.tests.world import Keten, a_dossier, consulent, log_of, noon
from schakel.web.tests.world import page, stop_the_clock

pytestmark = pytest.mark.django_db
TERMIJNEN = (
    (date(2022, 6, 1), date(2022, 6, 15)),
    (date(2022, 6, 20), date(2022, 7, 4)),
    (date(2022, 7, 11), date(2022, 8, 1)),
)


@pytest.fixture(autouse=True)
def clock() -> None:
    stop_the_clock()


@pytest.fixture
def keten() -> Keten:
    return a_region()


def summoned(times: int) -> UUID:
    """Return a newcomer who was summoned this often and never came."""
    uuid = a_dossier()
    for nth, (sent, last) in enumerate(TERMIJNEN[:times]):
        act = stappen.summon if nth == 0 else stappen.warn_and_summon
        act(
            actor=consulent(noon(sent)),
            dossier_uuid=uuid,
            gegevens=stappen.OproepGegevens(verzonden_op=sent, uiterlijk=last),
            gezien=log_of(uuid)[-1].id,
            now=noon(sent),
        )
    return uuid


@pytest.mark.parametrize(
    ("times", "step"), [(1, "waarschuwen"), (2, "waarschuwen"), (3, "absentie")]
)
def test_what_follows_an_oproep_that_is_over(keten: Keten, times: int, step: str) -> None:
    uuid = summoned(times)
    address = f"/dossiers/{uuid}/stap/{step}/"

    assert f'primary-action sk-geen-druk" href="{address}"' in page(
        "consulent", f"/dossiers/{uuid}/"
    )
    assert f'primary-action" href="{address}"' in page("consulent", f"/werk/{uuid}/oproep/")
