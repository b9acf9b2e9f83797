"""Bringing in a list at the screen: choose, understand, mend, bring in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from schakel.dossier.models import Dossier
from schakel.exchange.models import Fase, Inlezing
from schakel.exchange.tests.world import NU, SAMIR, as_csv, rij, someone_else, werk
from schakel.toegang.models import Klok
from schakel.toegang.tests.world import a_region
from schakel.web.tests.world import as_persona, page, text_of, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _world() -> None:
    a_region()
    Klok.objects.create(pk=1, nu=NU, scenario="proef")


def choose(*rijen: dict[str, str], name: str = "caseload 2026.csv", **data: str) -> HttpResponse:
    """Send a file as the functioneel beheerder."""
    file = SimpleUploadedFile(name, as_csv(rijen))
    return as_persona("beheer").post("/lijsten/", {"bestand": file, **data})


def address() -> str:
    return f"/lijsten/{Inlezing.objects.order_by('-pk').values_list('pk', flat=True)[0]}/"


def test_only_who_may_bring_in_lists_sees_the_screen() -> None:
    assert as_persona("consulent").get("/lijsten/").status_code == 403
    assert "/lijsten/" not in page("consulent", "/werk/")
    assert 'href="/lijsten/"' in page("beheer", "/keten/")


def test_without_a_list_the_screen_says_what_to_do() -> None:
    assert "Er is nog niets ingelezen" in page("beheer", "/lijsten/")


def test_a_file_is_tried_out_first() -> None:
    response = choose(rij(), someone_else(doelgroep="toerist"))

    assert (response.status_code, response["Location"]) == (302, address())
    assert "Wacht op de proef" in page("beheer", address())
    werk()
    shown = words_of(as_persona("beheer").get(address()))
    assert "er is nog niets gewijzigd" in shown
    assert "‘toerist’ is geen doelgroep" in shown
    assert "1 goede rij inlezen" in shown
    assert not Dossier.objects.exists()


def test_sending_it_brings_in_the_good_rows_and_deletes_the_file() -> None:
    choose(rij(), someone_else(doelgroep="toerist"))
    werk()

    response = as_persona("beheer").post(address())
    assert response.status_code == 302
    werk()

    shown = words_of(as_persona("beheer").get(address()))
    assert "Het bestand is gewist" in shown
    assert "kies het opnieuw" in shown
    assert Dossier.objects.count() == 1
    assert "ingelezen" in page("beheer", "/lijsten/")


def test_sending_it_twice_brings_it_in_once() -> None:
    choose(rij())
    werk()
    as_persona("beheer").post(address())

    second = as_persona("beheer").post(address())

    assert second.status_code == 200
    assert Inlezing.objects.get().fase == Fase.IMPORT_WACHT
    werk()
    assert Dossier.objects.count() == 1


def test_all_or_nothing_is_refused_while_a_row_is_refused() -> None:
    choose(rij(), someone_else(doelgroep="toerist"))
    werk()

    response = as_persona("beheer").post(address(), {"alles_of_niets": "on"})

    assert "Er zijn rijen geweigerd" in text_of(response)
    assert Inlezing.objects.get().fase == Fase.BEOORDEELD


def test_the_report_can_be_narrowed_to_what_was_refused() -> None:
    choose(rij(bsn=""), someone_else(doelgroep="toerist"))
    werk()

    shown = page("beheer", address(), toon="fout")

    assert "toerist" in shown
    assert "Zonder BSN" not in shown
    assert page("beheer", address(), toon="onzin", blad="0")


def test_a_long_report_is_shown_in_pages() -> None:
    choose(*(someone_else(klantnr=f"K{nth}", bsn="1", v_nummer="") for nth in range(130)))
    werk()

    assert "Volgende" in page("beheer", address())
    assert "Volgende" not in page("beheer", address(), blad="2")


def test_a_column_that_was_not_recognised_is_pointed_out() -> None:
    row = {("Wie" if name == "Achternaam" else name): text for name, text in SAMIR.items()}
    choose(row)

    assert Inlezing.objects.get().fase == Fase.KOLOMMEN
    assert "Niet gevonden: Achternaam" in page("beheer", f"{address()}kolommen/")
    chosen = {f"kolom_{nth}": name for nth, name in enumerate(SAMIR)}
    response = as_persona("beheer").post(f"{address()}kolommen/", chosen)

    assert response.status_code == 302
    werk()
    assert Inlezing.objects.get().tel["goed"] == 1


@pytest.mark.parametrize(
    ("chosen", "why"),
    [
        ({"kolom_0": "Klantnr"}, "Wijs ook aan welke kolom"),
        ({"kolom_0": "BSN", "kolom_1": "BSN"}, "twee keer gekozen"),
        ({"kolom_0": "Onzin"}, "Selecteer een geldige keuze"),
    ],
)
def test_a_wrong_choice_of_columns_is_told(chosen: dict[str, str], why: str) -> None:
    choose(rij())
    werk()

    response = as_persona("beheer").post(f"{address()}kolommen/", chosen)

    assert response.status_code == 200
    assert why in text_of(response)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "Dit bestand is leeg"),
        (b"%PDF\x00\x01", "Dit is geen csv"),
        (None, "Kies het bestand"),
    ],
)
def test_what_is_no_list_is_told_at_the_file(content: bytes | None, why: str) -> None:
    data = {} if content is None else {"bestand": SimpleUploadedFile("x.csv", content)}

    response = as_persona("beheer").post("/lijsten/", data)

    assert response.status_code == 200
    assert why in text_of(response)
    assert not Inlezing.objects.exists()


def test_a_file_can_be_thrown_away_before_it_comes_in() -> None:
    choose(rij())
    werk()

    as_persona("beheer").post(f"{address()}weg/")

    row = Inlezing.objects.get()
    assert (row.fase, row.inhoud) == (Fase.VERVALLEN, None)
    assert "niet ingelezen" in page("beheer", address())
    assert as_persona("beheer").get(f"{address()}kolommen/").status_code == 302


def test_who_waits_sees_how_far_it_is_and_the_page_when_it_is_done() -> None:
    choose(rij())
    client = as_persona("beheer")

    waiting = client.get(address(), headers={"HX-Request": "true"})
    assert "Wacht op de proef" in text_of(waiting)
    werk()

    assert client.get(address(), headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_a_reading_of_another_organisation_is_not_there() -> None:
    choose(rij())
    Inlezing.objects.update(organisatie=-1)

    assert as_persona("beheer").get(address()).status_code == 404
    assert as_persona("beheer").post(f"{address()}weg/").status_code == 404
    assert "caseload" not in page("beheer", "/lijsten/")
    assert as_persona("beheer").get("/lijsten/99999/").status_code == 404


def test_no_bsn_of_the_file_stands_on_the_page() -> None:
    choose(rij(), someone_else(bsn="999933747", v_nummer=""), rij(klantnr="K7", bsn="123456789"))
    werk()

    for bsn in ("999933747", "123456789"):
        assert bsn not in page("beheer", address())
