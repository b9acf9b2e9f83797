"""The screens on which two dossiers of one person become one, and two again."""

import re
from datetime import date
from uuid import UUID

import pytest
from django.http import HttpResponse

from schakel.dossier.models import Samenvoeging
from schakel.dossier.queries import PersoonGegevens
from schakel.dossier.queries import events as feiten
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region
from schakel.traject.actions.dossier import open_dossier
from schakel.traject.actions.samenvoeging import merge_dossiers
from schakel.traject.tests.world import (
    BODEGRAVEN,
    NU,
    WOERDEN,
    Keten,
    a_dossier,
    a_dossier_with_pip,
    consulent,
    know,
    link,
)
from schakel.web.tests.world import as_persona, page, stop_the_clock, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


@pytest.fixture
def naar() -> UUID:
    return a_dossier()


@pytest.fixture
def van() -> UUID:
    return open_dossier(
        actor=consulent(),
        gegevens=PersoonGegevens(achternaam="Abraha", v_nummer="1234567890", telefoon="0612345678"),
        gemeente=WOERDEN,
        happened_on=date(2022, 6, 1),
        now=NU,
    )


def send(naar: UUID, **words: object) -> HttpResponse:
    return as_persona("consulent").post(f"/dossiers/{naar}/samenvoegen/", words, follow=True)


def confirm(naar: UUID, van: UUID, reden: str = "zelfde vingerafdruk") -> HttpResponse:
    """Compare, and press the button under it."""
    shown = send(naar, ander=van).content.decode()
    seen = re.search(r'name="gezien" value="([^"]*)"', shown)
    assert seen is not None, shown
    return send(naar, ander=van, gezien=seen[1], reden=reden, bevestigd="1")


def merged(van: UUID, naar: UUID) -> Samenvoeging:
    merge_dossiers(actor=consulent(), van=van, naar=naar, reden="zelfde persoon", now=NU)
    return Samenvoeging.objects.get()


@pytest.mark.parametrize("term", ["abraha", "1234567890", "06-12345678"])
def test_the_other_is_found_by_name_or_number_and_this_one_is_not(
    naar: UUID, van: UUID, term: str
) -> None:
    found = send(naar, zoek=term).content.decode()

    assert f'name="ander" value="{van}"' in found
    assert f'value="{naar}"' not in found


def test_nobody_is_found_out_of_reach(naar: UUID) -> None:
    a_dossier(achternaam="Verweg", gemeente=BODEGRAVEN)

    assert "Niemand anders gevonden" in words_of(send(naar, zoek="verweg"))
    assert "Vul in wie u zoekt" in words_of(send(naar, zoek=" "))


def test_both_stand_beside_each_other_before_anything_happens(naar: UUID, van: UUID) -> None:
    know(van, feiten.PersonBorn(precisie=feiten.Precisie.DAG), date(1991, 5, 4))

    words = words_of(send(naar, ander=van))

    for text in ("Tekle", "Abraha", "4 mei 1990", "4 mei 1991", "anders", "Daarna aan te vullen"):
        assert text in words
    assert "PIP uiterlijk" in words
    assert "Telt vandaag in de stand" in words
    assert not Samenvoeging.objects.exists()


def test_it_asks_why(naar: UUID, van: UUID) -> None:
    words = words_of(confirm(naar, van, reden=" "))

    assert "Vul in waarom." in words
    assert "Naast elkaar" in words
    assert not Samenvoeging.objects.exists()


def test_confirmed_the_page_says_with_whom_by_whom_and_why(naar: UUID, van: UUID) -> None:
    shown = confirm(naar, van)

    words = words_of(shown)
    assert "De dossiers zijn samengevoegd. Ongedaan maken" in words
    assert "Samengevoegd met Abraha op 1 september 2022" in words
    assert "door Consulent: zelfde vingerafdruk" in words
    assert "1234567890" in words
    assert "0612345678" in words
    assert f"/samenvoegen/{Samenvoeging.objects.get().pk}/ongedaan/" in shown.content.decode()


def test_what_was_recorded_in_the_meantime_is_looked_at_first(naar: UUID, van: UUID) -> None:
    words = words_of(send(naar, ander=van, gezien="1-1", reden="x", bevestigd="1"))

    assert "Intussen is in een van beide dossiers iets vastgelegd" in words
    assert not Samenvoeging.objects.exists()


@pytest.mark.parametrize("ander", ["", "geen-uuid", "00000000-0000-4000-8000-000000000000"])
def test_a_choice_that_is_none_is_refused_in_a_sentence(naar: UUID, ander: str) -> None:
    words = words_of(send(naar, ander=ander))

    assert "Kies een dossier uit de lijst" in words or "niet gevonden" in words


def test_two_pips_in_force_are_told_before_the_reason_is_asked() -> None:
    naar, van = a_dossier_with_pip(), a_dossier_with_pip(date(2022, 5, 9))

    assert "Beide dossiers hebben een PIP" in words_of(send(naar, ander=van))


def test_the_address_of_the_other_leads_here_with_all_that_stands_behind_it(
    naar: UUID, van: UUID
) -> None:
    merged(van, naar)
    client = as_persona("consulent")

    for tail in ("", "?bekend_op=2022-09-01", "feit/", "gegevens/"):
        response = client.get(f"/dossiers/{van}/{tail}")
        assert (response.status_code, response["Location"]) == (302, f"/dossiers/{naar}/{tail}")


def test_who_may_not_see_the_one_that_stays_finds_nothing(naar: UUID, van: UUID) -> None:
    merged(van, naar)

    for name in ("partner", "andere-partner"):
        assert as_persona(name).get(f"/dossiers/{van}/").status_code == 404
    assert as_persona("beleid").get(f"/dossiers/{van}/").status_code == 403


def test_a_form_of_the_other_is_not_recorded_and_says_so(naar: UUID, van: UUID) -> None:
    merged(van, naar)

    response = as_persona("consulent").post(
        f"/dossiers/{van}/gegevens/", {"achternaam": "Anders"}, follow=True
    )

    assert response.redirect_chain == [(f"/dossiers/{naar}/", 302)]
    assert "wat u invulde, is niet vastgelegd" in words_of(response)


def test_as_known_before_the_other_page_is_what_it_was(naar: UUID) -> None:
    van = a_dossier(achternaam="Abraha")
    merged(van, naar)

    then = page("consulent", f"/dossiers/{van}/", bekend_op="2022-08-01")

    assert "zoals het bekend was op 1 augustus 2022" in then
    assert "Abraha" in then
    assert "Samengevoegd" not in page("consulent", f"/dossiers/{naar}/", bekend_op="2022-08-01")
    assert Inzage.objects.filter(dossier=Samenvoeging.objects.get().van_id).exists()


def test_the_timeline_shows_both_lines_and_each_can_be_mended(naar: UUID) -> None:
    merged(a_dossier(achternaam="Abraha"), naar)

    shown = page("consulent", f"/dossiers/{naar}/")
    links = re.findall(rf"/dossiers/{naar}/gebeurtenis/\d+/herstellen/", shown)

    assert len(links) == len(set(links)) == 20
    assert shown.count("in het samengevoegde dossier") == 10
    for address in (links[0], links[-1]):
        assert as_persona("consulent").get(address).status_code == 200


def test_undoing_asks_why_and_sets_them_apart(naar: UUID, van: UUID) -> None:
    address = f"/dossiers/{naar}/samenvoegen/{merged(van, naar).pk}/ongedaan/"
    client = as_persona("consulent")

    assert "Vul in waarom." in words_of(client.post(address, {"reden": ""}))
    words = words_of(client.post(address, {"reden": "toch een ander"}, follow=True))

    assert "De dossiers staan weer apart. Naar het andere" in words
    assert client.get(f"/dossiers/{van}/").status_code == 200
    again = words_of(client.get(address, follow=True))
    assert "al ongedaan gemaakt" in again


def test_who_only_reads_sees_that_it_is_so_and_no_way_to_change_it(naar: UUID, van: UUID) -> None:
    merged(van, naar)

    shown = page("collega", f"/dossiers/{naar}/")

    assert "Samengevoegd met" in shown
    assert "samenvoegen/" not in shown
    assert as_persona("collega").get(f"/dossiers/{naar}/samenvoegen/").status_code == 403


def test_a_partner_sees_no_more_of_the_other_than_of_this_one(
    naar: UUID, van: UUID, keten: Keten
) -> None:
    link(naar, keten)
    merged(van, naar)

    shown = page("partner", f"/dossiers/{naar}/")

    assert "Samengevoegd met Abraha" in shown
    assert "1234567890" not in shown
    assert "zelfde persoon" not in shown
    assert as_persona("partner").get(f"/dossiers/{naar}/samenvoegen/").status_code == 403


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("consulent", "De persoon telt nu één keer"),
        ("beleid", "1 × samengevoegd: twee dossiers van één persoon"),
    ],
)
def test_a_figure_that_fell_by_a_merge_says_so(naar: UUID, name: str, text: str) -> None:
    merged(a_dossier(achternaam="Abraha"), naar)

    words = words_of(
        as_persona(name).get(
            "/stand/statushouders/0632/waarom/",
            {"peildatum": "2022-08-01", "bekend_op": "2022-08-15"},
        )
    )

    assert "Erbij gekomen: 0, eraf gegaan: 1" in words
    assert text in words
