"""The doors: closed to who is not let in, and the same with and without script."""

from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.keten.models import Medewerker
from schakel.toegang.queries import find_account
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import (
    NU,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    know,
    log_of,
)
from schakel.web.tests.world import as_persona, page, pip_words, stop_the_clock, text_of

pytestmark = pytest.mark.django_db

NIEMAND = UUID("00000000-0000-4000-8000-000000000000")
FILLING = {
    "uuid": NIEMAND, "gebeurtenis": 1, "rij": "pips", "gemeente": "0632", "bevoegdheid": 1,
    "inlezing": 1, "document": 1, "naam": "uitnodigen", "handeling": "uitnodigen",
    "samenvoeging": 1, "betrokkene": 1,
}  # fmt: skip
OPEN = {"inloggen", "favicon", "logout"}


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def addresses() -> list[tuple[str, str]]:
    """Return every named address of the screens, filled in."""
    return [
        (
            str(pattern.name),
            reverse(
                str(pattern.name), kwargs={n: FILLING[n] for n in pattern.pattern.regex.groupindex}
            ),
        )
        for pattern in get_resolver("schakel.web.urls").url_patterns
    ]


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_gets_past_a_door_without_logging_in(client: Client, method: str) -> None:
    for name, address in addresses():
        if name in OPEN:
            continue
        answer = getattr(client, method)(address)
        assert answer.status_code == 302, address
        assert answer["Location"].startswith("/inloggen/"), address


@pytest.mark.parametrize(
    "name", ["consulent", "collega", "beleid", "beheer", "partner", "inburgeraar"]
)
def test_no_address_breaks_for_anyone(name: str) -> None:
    client = as_persona(name)
    for _, address in addresses():
        for answer in (client.get(address), client.post(address)):
            assert answer.status_code in {200, 302, 403, 404, 405}, address
        if not client.session.get("_auth_user_id"):
            client = as_persona(name)


@pytest.mark.parametrize(
    "address",
    ["/dossiers/geen-uuid/", f"/dossiers/{NIEMAND}/gebeurtenis/x/herstellen/",
     f"/dossiers/{NIEMAND}/gebeurtenis/{'9' * 40}/herstellen/", "/stand/pips/0632x/", "/.env"],
)  # fmt: skip
def test_an_address_that_means_nothing_is_not_found(address: str) -> None:
    assert as_persona("consulent").get(address).status_code == 404


def test_a_page_of_a_person_is_not_kept_by_a_browser() -> None:
    answer = as_persona("consulent").get(f"/dossiers/{a_dossier()}/")

    assert answer["Cache-Control"] == "no-store, private"


def test_a_form_sent_by_script_leads_the_browser_itself_on() -> None:
    uuid = a_dossier_after_intake()
    words = pip_words(uuid)

    answer = as_persona("consulent").post(
        f"/dossiers/{uuid}/pip/", words, headers={"HX-Request": "true"}
    )

    assert answer.status_code == 200
    assert answer["HX-Redirect"] == f"/dossiers/{uuid}/"
    assert not answer.content


def test_who_left_is_told_so_only_with_the_right_password(client: Client) -> None:
    account = find_account(username="consulent")
    assert account is not None
    account.set_password("een-lang-wachtwoord")
    account.save()
    Medewerker.objects.filter(accounts=account).update(tot=NU.date())

    right = client.post("/inloggen/", {"username": "consulent", "password": "een-lang-wachtwoord"})
    wrong = client.post("/inloggen/", {"username": "consulent", "password": "een-ander-wachtwoord"})

    assert "geeft op dit moment geen toegang" in text_of(right)
    assert "geeft op dit moment geen toegang" not in text_of(wrong)
    assert "_auth_user_id" not in client.session


def test_logging_in_and_out(client: Client) -> None:
    account = find_account(username="consulent")
    assert account is not None
    account.set_password("een-lang-wachtwoord")
    account.save()
    words = {"username": "consulent", "password": "een-lang-wachtwoord"}

    assert client.post("/inloggen/", {**words, "next": "/stand/"})["Location"] == "/stand/"
    assert client.get("/uitloggen/").status_code == 405
    assert client.post("/uitloggen/")["Location"] == "/inloggen/"
    assert client.get("/dossiers/").status_code == 302


def test_the_menu_shows_only_what_a_role_may_see() -> None:
    assert "Dossiers</a>" not in page("beleid", "/stand/")
    assert "Stand van zaken</a>" not in page("partner", "/dossiers/")
    both = page("consulent", "/dossiers/")
    assert "Dossiers</a>" in both
    assert "Stand van zaken</a>" in both


def test_a_refused_day_belongs_to_the_field_and_the_form_is_up_to_date_again() -> None:
    uuid = a_dossier_after_intake()
    words = pip_words(uuid, dagtekening="2022-12-01", leerroute="Z", niveau="", gezien="0")

    told = text_of(as_persona("consulent").post(f"/dossiers/{uuid}/pip/", words))

    assert 'id="id_dagtekening_error"' in told
    assert "Dagtekening: 1 december 2022 ligt in de toekomst" in told
    assert f'name="gezien" value="{log_of(uuid)[-1].id}"' in told


def test_beside_the_form_of_a_pip_stands_whether_today_is_in_time() -> None:
    assert "104 dagen te laat" in page("consulent", f"/dossiers/{a_dossier_after_intake()}/pip/")
    from_july = a_dossier(achternaam="Later", begin=NU.date().replace(month=7, day=20))
    assert "op tijd. Er zijn nog" in page("consulent", f"/dossiers/{from_july}/pip/")


def test_figures_only_sees_what_sort_of_thing_changed_and_of_nobody() -> None:
    uuid = a_dossier_with_pip(achternaam="Kanarie")
    know(uuid, feiten.BRPDeregistered(), NU.date().replace(month=8, day=1), at=noon(NU.date()))
    axes = {"peildatum": "2022-08-15", "bekend_op": "2022-08-20"}

    told = page("beleid", "/stand/statushouders/0632/waarom/", **axes)

    assert "1 × vastgelegd: uitgeschreven uit de BRP" in told
    assert "Kanarie" not in told


def test_a_bad_day_behind_a_figure_is_said_and_not_used() -> None:
    a_dossier_with_pip()
    for tail in ("", "waarom/"):
        told = page("consulent", f"/stand/pips/0632/{tail}", peildatum="31-02-2022")
        assert "geen bestaande datum" in told
    assert "Deze dag moet nog komen" in page("consulent", "/stand/", bekend_op="2022-09-02")


def test_the_stand_asks_as_many_questions_for_many_as_for_few() -> None:
    client = as_persona("consulent")
    a_dossier_with_pip()
    client.get("/stand/")
    with CaptureQueriesContext(connection) as few:
        client.get("/stand/?naast=1")
    for number in range(5):
        a_dossier_with_pip(achternaam=f"Naam{number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/stand/?naast=1")

    assert len(many) == len(few)
