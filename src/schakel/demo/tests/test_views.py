"""In the training region anyone can be anyone; anywhere else nobody can."""

import pytest
from django.http import Http404
from django.test import RequestFactory

from schakel.demo.keten import build_keten
from schakel.demo.views import index, log_in
from schakel.toegang.queries import system_actor
from schakel.traject.tests.world import NU

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("view", [index, lambda request: log_in(request, persona="team")])
def test_a_real_database_gives_nobody_away_even_in_demo_mode(
    view: object, settings: object
) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    build_keten(actor=system_actor(at=NU))

    with pytest.raises(Http404):
        view(RequestFactory().get("/demo/"))  # type: ignore[operator]
