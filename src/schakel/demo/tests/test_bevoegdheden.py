"""In the training region someone may establish a PIP in each gemeente, from the first day."""

import pytest

from schakel.demo.keten import ALLE, BEGIN, build_keten
from schakel.demo.tests.world import AT
from schakel.keten.queries import SoortBesluit, get_bevoegdheid
from schakel.toegang.queries import system_actor

pytestmark = pytest.mark.django_db


def test_each_gemeente_has_someone_who_decides_and_an_address_that_says_it_is_an_example() -> None:
    build_keten(actor=system_actor(at=AT))

    for gemeente in ALLE:
        found = get_bevoegdheid(gemeente=gemeente, soort=SoortBesluit.PIP, op=BEGIN)
        assert found is not None
        assert found.gemeente_naam in found.orgaan
        assert "(voorbeeld)" in found.bezwaar_adres[1]
        assert found.tot is None
