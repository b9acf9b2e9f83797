"""Someone else's dossier: as if it did not exist, and written down that it was asked for."""

import re
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from schakel.toegang.models import Inzage
from schakel.toegang.queries import find_account
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import OUDEWATER, Keten, a_dossier, id_of, log_of
from schakel.web.tests.world import as_persona, confirm, correction, page, stop_the_clock, words_of

pytestmark = pytest.mark.django_db

# The colleague in these tests works for all gemeenten but this one.
ELDERS = OUDEWATER


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    keten = a_region()
    account = find_account(username="collega")
    assert account is not None
    account.rol = "teamleider"
    account.save()
    account.bereik.filter(gemeente=ELDERS).delete()
    return keten


def routes(patterns: object = None, before: str = "", *, all_of_them: bool = False) -> list[str]:
    """Return the route of every address that names a dossier, of all doors of the house."""
    found = []
    for pattern in patterns or get_resolver().url_patterns:  # type: ignore[attr-defined]
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += routes(pattern.url_patterns, route, all_of_them=all_of_them)
        elif isinstance(pattern, URLPattern) and (all_of_them or "<uuid:uuid>" in route):
            found.append(route)
    return found


def filled(route: str, uuid: UUID) -> str:
    """Return the address of a route about this dossier."""
    fill = {"int": "1", "slug": "pip", "str": "pip", "path": "pip", "uuid": str(uuid4())}
    address = "/" + route.replace("<uuid:uuid>", str(uuid))
    return re.sub(r"<(?:(\w+):)?\w+>", lambda found: fill[found[1] or "str"], address)


def same(answer: HttpResponse) -> bytes:
    """Return all that is sent except the token that differs with every page."""
    sent = "\n".join(f"{name}: {value}" for name, value in sorted(answer.headers.items()))
    sent += answer.content.decode()
    return re.sub(r"[A-Za-z0-9]{64}", "TOKEN", sent).encode()


def test_there_are_addresses_of_a_dossier_to_try_and_they_name_it_alike() -> None:
    assert {"dossiers/<uuid:uuid>/", "dossiers/<uuid:uuid>/pip/"} <= set(routes())
    named = [route for route in routes(all_of_them=True) if re.match(r"dossiers?/<", route)]
    assert [route for route in named if "<uuid:uuid>" not in route] == []


@pytest.mark.parametrize("tail", ["", "pip/", "gebeurtenis/1/herstellen/"])
def test_who_may_do_everything_elsewhere_does_not_find_it(tail: str) -> None:
    uuid = a_dossier(gemeente=ELDERS)

    assert as_persona("collega").get(f"/dossiers/{uuid}/{tail}").status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("route", routes())
def test_a_dossier_out_of_sight_is_as_one_that_does_not_exist_and_is_written_down(
    route: str, method: str
) -> None:
    uuid = a_dossier(gemeente=ELDERS)
    client = as_persona("collega")

    nowhere = getattr(client, method)(filled(route, uuid4()))
    assert not Inzage.objects.exists()
    elsewhere = getattr(client, method)(filled(route, uuid))

    assert same(elsewhere) == same(nowhere)
    assert elsewhere.status_code in {403, 404, 405}
    [look] = Inzage.objects.all()
    assert (look.dossier, look.geweigerd, look.categorieen) == (id_of(uuid), True, [])
    assert look.medewerker == who("collega").medewerker
    assert look.vraag


@pytest.mark.parametrize("name", ["beheer", "beleid", "partner", "inburgeraar"])
@pytest.mark.parametrize("route", routes())
def test_who_lacks_the_permission_or_the_agreement_is_written_down_as_well(
    route: str, name: str
) -> None:
    uuid = a_dossier()
    client = as_persona(name)

    nowhere, elsewhere = client.get(filled(route, uuid4())), client.get(filled(route, uuid))

    assert same(elsewhere) == same(nowhere)
    assert elsewhere.status_code in {403, 404, 405}
    assert [look.geweigerd for look in Inzage.objects.all()] == [True]


def test_a_wrong_address_of_a_dossier_in_sight_is_no_refused_look() -> None:
    uuid = a_dossier()
    as_persona("consulent").post(f"/dossiers/{uuid}/")
    as_persona("consulent").get(f"/dossiers/{uuid}/gebeurtenis/99999/herstellen/")

    assert not Inzage.objects.filter(geweigerd=True).exists()


def test_what_is_asked_of_the_database_for_both_is_alike() -> None:
    uuid = a_dossier(gemeente=ELDERS)
    client = as_persona("collega")
    client.get("/stand/")
    with CaptureQueriesContext(connection) as nowhere:
        client.get(f"/dossiers/{uuid4()}/")
    with CaptureQueriesContext(connection) as elsewhere:
        client.get(f"/dossiers/{uuid}/")

    assert len(elsewhere) - len(nowhere) <= 4, [query["sql"] for query in elsewhere]


def test_the_page_tells_its_own_people_who_was_refused_apart_from_who_looked() -> None:
    uuid = a_dossier(gemeente=ELDERS)
    as_persona("collega").get(f"/dossiers/{uuid}/")
    as_persona("inburgeraar").get(f"/dossiers/{uuid}/")
    page("consulent", f"/dossiers/{uuid}/")

    told = words_of(as_persona("consulent").get(f"/dossiers/{uuid}/"))

    assert re.search(r"Collega, \w+ probeerde te kijken, geweigerd: 1 keer", told)
    assert "(inburgeraar) probeerde te kijken, geweigerd: 1 keer" in told
    assert re.search(r"Consulent, \w+ 1 keer, laatst", told)


def test_a_deed_of_ones_own_that_takes_the_dossier_away_is_no_refused_look() -> None:
    uuid = a_dossier()
    words = {
        "happened_on": "2022-03-01", "feit_gemeente": ELDERS, "feit_per": "2022-03-01",
        "reden": "andere gemeente", "gezien": log_of(uuid)[-1].id,
    }  # fmt: skip
    address = correction(uuid, "dossier.gemeente_became_responsible")

    done = confirm(as_persona("collega"), address, words)

    assert "gemeente buiten uw bereik" in words_of(done)
    assert not Inzage.objects.filter(geweigerd=True).exists()
