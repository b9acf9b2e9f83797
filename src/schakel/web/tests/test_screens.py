"""What someone in the chain sees and can do on the screens."""

import re
from datetime import date
from html import unescape
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from schakel.dossier.models import Persoon
from schakel.dossier.queries import events as feiten
from schakel.toegang.models import Inzage
from schakel.toegang.tests.inloggen import WACHTWOORD, with_password
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import (
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    id_of,
    know,
    link,
    log_of,
    newest_of,
)
from schakel.web.tests.world import (
    as_persona,
    page,
    pip_correction,
    pip_words,
    stop_the_clock,
    text_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> None:
    stop_the_clock()


@pytest.fixture
def keten() -> Keten:
    return a_region()


def test_who_is_not_logged_in_is_led_to_the_login_and_back(keten: Keten, client: Client) -> None:
    uuid = a_dossier()

    for address in ("/dossiers/", f"/dossiers/{uuid}/", f"/dossiers/{uuid}/pip/", "/stand/", "/"):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"].startswith("/inloggen/?next=")


def test_a_wrong_password_does_not_say_which_of_the_two_was_wrong(
    keten: Keten, client: Client
) -> None:
    for name in ("consulent", "bestaat-niet"):
        response = client.post("/inloggen/", {"username": name, "password": "verkeerd-wachtwoord"})
        assert "horen niet bij elkaar" in text_of(response)


def test_after_logging_in_nobody_is_sent_to_another_site(keten: Keten, client: Client) -> None:
    with_password("beleid")
    words = {"username": "beleid", "password": WACHTWOORD}

    there = client.post("/inloggen/", {**words, "next": "https://kwaad.example/"})
    assert there["Location"] == "/"


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("consulent", "/werk/"),
        ("partner", "/werk/"),
        ("beleid", "/stand/"),
        ("beheer", "/keten/"),
    ],
)
def test_each_role_starts_where_its_work_is(keten: Keten, name: str, first: str) -> None:
    assert as_persona(name).get("/")["Location"] == first


def test_a_role_without_a_screen_is_told_so(keten: Keten) -> None:
    assert "nog geen scherm" in page("inburgeraar", "/")


def test_the_list_shows_who_is_late_in_words(keten: Keten) -> None:
    a_dossier(achternaam="Tekle")

    told = page("consulent", "/dossiers/")
    assert "Tekle" in told
    assert "20 mei 2022" in told
    assert "te laat" in told


def test_the_list_asks_as_many_questions_for_many_as_for_few(keten: Keten) -> None:
    client = as_persona("consulent")
    a_dossier()
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/dossiers/")
    for number in range(12):
        a_dossier(achternaam=f"Naam{number}")
    with CaptureQueriesContext(connection) as many:
        client.get("/dossiers/")

    assert len(many) == len(few)


def test_an_empty_list_says_why(keten: Keten) -> None:
    assert "Er is nog niets voor u" in page("andere-partner", "/dossiers/")
    assert "Hier staan geen dossiers" in page("consulent", "/dossiers/", gemeente="0335")


def test_every_date_on_the_page_explains_itself(keten: Keten) -> None:
    told = page("consulent", f"/dossiers/{a_dossier_with_pip()}/")

    assert "De termijn is 10 weken" in told
    assert "wetten.overheid.nl/BWBR0045555" in told
    assert "2 mei 2025" in told


def test_another_gemeente_and_an_invented_address_look_the_same(keten: Keten) -> None:
    for uuid in (a_dossier(gemeente="1901"), uuid4()):
        for tail in ("", "pip/", "gebeurtenis/1/herstellen/", "gebeurtenis/1/niet-gebeurd/"):
            assert as_persona("consulent").get(f"/dossiers/{uuid}/{tail}").status_code == 404


def test_a_look_leaves_a_trace(keten: Keten) -> None:
    uuid = a_dossier()
    page("consulent", f"/dossiers/{uuid}/")

    look = Inzage.objects.get(dossier=id_of(uuid))
    assert (look.vraag, look.rol) == ("dossier", "casusregisseur")


def test_a_partner_sees_not_one_byte_outside_the_agreement(keten: Keten) -> None:
    uuid = a_dossier_with_pip(achternaam="Kanarie")
    Persoon.objects.filter(achternaam="Kanarie").update(bsn="999900407", v_nummer="2900001047")
    link(uuid, keten)

    told = page("partner", f"/dossiers/{uuid}/") + page("partner", "/werk/")
    assert "Kanarie" in told
    assert "convenant" in told
    for secret in ("0407", "2900001047", "asielstatushouder", "asielvergunning",
                   "inschrijving in de gemeente", "11 maart 2022", "asiel voor bepaalde tijd",
                   "Wet volgens DUO", "Herstellen", "Wie keek hier"):  # fmt: skip
        assert secret not in told, secret


def test_figures_only_means_no_dossier_by_any_road(keten: Keten) -> None:
    uuid = a_dossier_with_pip(achternaam="Kanarie")
    client = as_persona("beleid")

    assert "Kanarie" not in text_of(client.get("/stand/"))
    for address in ("/dossiers/", f"/dossiers/{uuid}/", f"/dossiers/{uuid}/pip/",
                    "/stand/pips/0632/"):  # fmt: skip
        assert client.get(address).status_code == 403, address


def test_a_pip_goes_from_the_form_to_the_table(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    client = as_persona("consulent")

    done = client.post(f"/dossiers/{uuid}/pip/", pip_words(uuid), follow=True)

    assert "loopt van 3 mei 2022 tot en met 2 mei 2025" in text_of(done)
    assert "achter" not in text_of(client.get("/stand/", {"peildatum": "2022-05-01"}))
    assert "/stand/pips/0632/" in text_of(client.get("/stand/", {"peildatum": "2022-05-02"}))


def test_what_was_typed_stays_when_the_law_says_no(keten: Keten) -> None:
    uuid = a_dossier()

    told = text_of(as_persona("consulent").post(f"/dossiers/{uuid}/pip/", pip_words(uuid)))

    assert "brede intake is nog niet gestart" in told
    assert 'value="2022-05-02"' in told


def test_sending_twice_does_not_double(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    client, words = as_persona("consulent"), pip_words(uuid)

    client.post(f"/dossiers/{uuid}/pip/", words)
    again = text_of(client.post(f"/dossiers/{uuid}/pip/", words))

    assert "Intussen is in dit dossier vastgelegd" in again
    assert len([row for row in log_of(uuid) if row.kind == "traject.pip_established"]) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"dagtekening": "31-02-2022"}, {"dagtekening": ""}, {"leerroute": "X"},
        {"gezien": "veel"}, {"gezien": ""}, {"dagtekening": "2022-05-02" * 500},
    ],
    ids=["no such day", "no day", "no such route", "seen is no number", "no seen", "overlong"],
)  # fmt: skip
def test_bad_input_is_answered_on_the_form_and_nothing_is_saved(
    keten: Keten, changes: dict
) -> None:
    uuid = a_dossier_after_intake()
    before = len(log_of(uuid))

    answer = as_persona("consulent").post(f"/dossiers/{uuid}/pip/", pip_words(uuid, **changes))

    assert answer.status_code == 200
    assert len(log_of(uuid)) == before


def test_a_correction_is_shown_before_it_is_done(keten: Keten) -> None:
    uuid = a_dossier_with_pip()
    row = newest_of(uuid, "traject.pip_established")
    address = f"/dossiers/{uuid}/gebeurtenis/{row.id}/herstellen/"
    words = pip_correction(uuid, feit_leerroute="Z", feit_niveau="")
    client = as_persona("consulent")

    shown = text_of(client.post(address, words))
    assert "Dit verandert er" in shown
    assert "zelfredzaamheidsroute" in shown
    assert "21 mei 2022 tot en met 20 mei 2025" in shown
    assert log_of(uuid)[-1].id == row.id

    unseen = client.post(address, {**words, "bevestigd": "1"})
    assert "Dit verandert er" in text_of(unseen)
    assert log_of(uuid)[-1].id == row.id

    [looked] = re.findall(r'name="bekeken" value="([^"]+)"', shown)
    confirmed = {**words, "bevestigd": "1", "bekeken": unescape(looked)}
    done = text_of(client.post(address, confirmed, follow=True))
    assert "<s>PIP vastgesteld: B1-route op niveau B1, voor Woerden" in done
    assert "verkeerd overgenomen" in done


def test_what_stands_in_the_way_of_a_correction_is_named(keten: Keten) -> None:
    uuid = a_dossier_with_pip()
    row = newest_of(uuid, "traject.intake_onderwerp_recorded")

    told = text_of(
        as_persona("consulent").post(
            f"/dossiers/{uuid}/gebeurtenis/{row.id}/niet-gebeurd/",
            {"reden": "vergissing", "gezien": row.id, "bevestigd": "1"},
        )
    )

    assert "latere stap staat in de weg: PIP vastgesteld op 2 mei 2022" in told
    assert newest_of(uuid, "traject.brede_intake_started").known_until is None


def test_why_a_figure_changed_is_one_click_away(keten: Keten) -> None:
    uuid = a_dossier_with_pip(achternaam="Kanarie")
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 1))
    axes = {"peildatum": "2022-08-15", "bekend_op": "2022-08-20"}

    table = page("consulent", "/stand/", **axes)
    assert "Sindsdien bijgewerkt" in table
    why = page("consulent", "/stand/statushouders/0632/waarom/", **axes)
    assert "Kanarie" in why
    assert "Uitgeschreven uit de brp" in why or "Uitgeschreven uit de BRP" in why
    assert "Kanarie" not in page("beleid", "/stand/statushouders/0632/waarom/", **axes)


def test_the_page_can_be_seen_as_it_was_known(keten: Keten) -> None:
    uuid = a_dossier_with_pip()

    told = page("consulent", f"/dossiers/{uuid}/", bekend_op="2022-04-15")
    assert "zoals het bekend was op 15 april 2022" in told
    assert "PIP vastgesteld:" not in told
    assert "Herstellen" not in told


@pytest.mark.parametrize("bad", ["31-02-2022", "gisteren", "9" * 400, "0001-01-01", "9999-12-31"])
def test_a_bad_day_in_an_address_is_no_crash(keten: Keten, bad: str) -> None:
    uuid = a_dossier()

    page("consulent", "/stand/", peildatum=bad, bekend_op=bad)
    page("consulent", f"/dossiers/{uuid}/", bekend_op=bad)
    page("consulent", "/dossiers/", pagina=bad, gemeente=bad)


@pytest.mark.parametrize(
    "address", ["/stand/nergens/0632/", "/stand/pips/9999/", "/stand/pips/1901/"]
)
def test_a_figure_that_is_not_there_is_not_found(keten: Keten, address: str) -> None:
    assert as_persona("consulent").get(address).status_code == 404


def test_every_view_has_a_lock() -> None:
    views = [pattern.callback for pattern in get_resolver("schakel.web.urls").url_patterns]
    assert [view for view in views if not hasattr(view, "needs")] == []


def test_the_chain_shows_what_was_agreed_and_until_when(keten: Keten) -> None:
    told = page("collega", "/keten/")

    assert "nog niet ondertekend; voorlopig bekrachtigd tot 1 januari 2023" in told
    assert "Er staat niets open." in told
