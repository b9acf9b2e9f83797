"""The register of bevoegdheden on the screen: read by many, written by few."""

from datetime import date

import pytest

from schakel.keten.models import Bevoegdheid
from schakel.keten.queries import SoortBesluit, get_bevoegdheid
from schakel.keten.tests.world import a_bevoegdheid
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import Keten
from schakel.web.tests.world import as_persona, page, stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db

ADD = "/keten/bevoegdheid/"
WORDS = {
    "gemeente": "0632", "soort": "pip", "grondslag": "mandaat", "bron": "mandaatbesluit 2022",
    "orgaan": "het college van Woerden", "namens": "namens het college, de directeur",
    "ondertekenaar": "Vermaat", "functie": "directeur", "organisatie": "Uitvoerder",
    "bezwaar_bij": "het college van Woerden", "bezwaar_adres": "Postbus 1\r\n3440 AA Woerden",
    "van": "2022-01-01",
}  # fmt: skip


@pytest.fixture(autouse=True)
def keten() -> Keten:
    """A region whose register is still empty."""
    stop_the_clock()
    keten = a_region()
    Bevoegdheid.objects.all().delete()
    return keten


def test_an_empty_register_says_what_that_means() -> None:
    told = page("collega", "/keten/")

    assert "staat nog niemand in het register" in told
    assert ADD not in told


def test_who_reads_sees_who_decides_and_no_button() -> None:
    a_bevoegdheid(tot=date(2022, 7, 1))
    a_bevoegdheid(van=date(2022, 7, 1), ondertekenaar="Vermaat")

    told = words_of(as_persona("collega").get("/keten/"))
    assert "vanaf 1 januari 2022 tot en met 30 juni 2022" in told
    assert "Vermaat, directeur" in told
    assert "Beëindigen" not in told
    for address in (ADD, f"{ADD}1/einde/"):
        assert as_persona("collega").get(address).status_code == 403


def test_who_writes_adds_a_row_that_counts_at_once() -> None:
    client = as_persona("beheer")
    assert "Wie een besluit mag nemen" in text_of(client.get(ADD))

    told = words_of(client.post(ADD, WORDS, follow=True))

    assert "De bevoegdheid staat in het register." in told
    found = get_bevoegdheid(gemeente="0632", soort=SoortBesluit.PIP, op=date(2022, 9, 1))
    assert found is not None
    assert found.bezwaar_adres == ("Postbus 1", "3440 AA Woerden")


def test_a_second_row_for_the_same_days_is_refused_beside_the_field_and_typing_stays() -> None:
    a_bevoegdheid()

    told = text_of(as_persona("beheer").post(ADD, {**WORDS, "ondertekenaar": "Nieuweling"}))

    assert "In het register staat al J. Jansen" in told
    assert 'id="id_van_error"' in told
    assert 'value="Nieuweling"' in told
    assert Bevoegdheid.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"namens": ""}, "staat onder de brief namens wie is getekend"),
        ({"gemeente": "1901"}, "Gemeente:"),
        ({"grondslag": "zomaar"}, "Grondslag:"),
        ({"van": "9999-12-31"}, "Kies een dag voor 2200."),
        ({"tot": "2022-01-01"}, "ligt niet na de begindatum"),
        ({"bezwaar_adres": " \r\n "}, "Adres voor bezwaar:"),
    ],
)
def test_what_is_missing_or_wrong_is_said(changes: dict[str, str], sentence: str) -> None:
    assert sentence in text_of(as_persona("beheer").post(ADD, {**WORDS, **changes}))
    assert not Bevoegdheid.objects.exists()


def test_a_row_ends_on_the_day_that_was_typed() -> None:
    client, row = as_persona("beheer"), a_bevoegdheid()
    assert f"{ADD}{row}/einde/" in text_of(client.get("/keten/"))

    wrong = text_of(client.post(f"{ADD}{row}/einde/", {"tot": "2021-12-31"}))
    assert "begint op 1 januari 2022" in wrong
    told = words_of(client.post(f"{ADD}{row}/einde/", {"tot": "2022-09-01"}, follow=True))

    assert "De einddatum staat in het register." in told
    assert "nee vanaf 1 januari 2022 tot en met 31 augustus 2022" in told


@pytest.mark.parametrize("there", ["999", "9" * 40])
def test_a_row_that_is_not_there_is_not_found(there: str) -> None:
    assert as_persona("beheer").get(f"{ADD}{there}/einde/").status_code == 404


def test_a_row_of_a_gemeente_out_of_reach_is_not_found() -> None:
    row = a_bevoegdheid("1901")

    assert as_persona("beheer").get(f"{ADD}{row}/einde/").status_code == 404
    assert "J. Jansen" not in page("beheer", "/keten/")


def test_with_htmx_the_form_alone_comes_back() -> None:
    answer = as_persona("beheer").post(ADD, {}, headers={"HX-Request": "true"})
    assert text_of(answer).startswith("<form")
