"""The screens of the functioneel beheerder, and who is kept out of them."""

import csv
import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from schakel.base.actor import Via
from schakel.keten.models import Medewerker
from schakel.toegang.actions import add_account
from schakel.toegang.models import Account, Accountwijziging
from schakel.toegang.pogingen import note_log_in
from schakel.toegang.queries import Rol
from schakel.toegang.sleutels import has_factor
from schakel.toegang.tests.inloggen import WACHTWOORD, account_of, with_app
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import MONTFOORT, WOERDEN, Keten, source
from schakel.web.tests.world import as_persona, page, stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db
VAN_EEN = ("wijzigen", "uitnodigen", "uitzetten", "aanzetten", "terugzetten", "deblokkeren")
WORDS = {"rol": "casusregisseur", "gemeenten": [MONTFOORT], "reden": "x"}


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


@pytest.fixture
def beheer() -> Client:
    return as_persona("beheer")


def address_of(daad: str, name: str) -> str:
    return reverse(f"gebruiker_{daad}", args=[account_of(name).pk])


def test_the_list_says_who_can_get_in(beheer: Client) -> None:
    with_app("consulent")
    Medewerker.objects.filter(accounts__username="collega").update(tot=date(2022, 8, 1))
    told = words_of(beheer.get("/gebruikers/"))

    assert "6 accounts" in told
    assert "uit dienst" in told
    assert "nog niet uitgenodigd" in told
    assert "inburgeraar" not in told
    assert 'href="/gebruikers/"' in page("beheer", "/keten/")
    assert 'href="/gebruikers/"' not in page("consulent", "/keten/")


def test_what_is_searched_for_stays_out_of_the_address_and_goes_into_the_file(
    beheer: Client,
) -> None:
    found = beheer.post("/gebruikers/", {"zoek": "collega", "rol": "", "staat": ""})
    assert "1 account gevonden" in words_of(found)
    assert 'name="zoek" value="collega"' in text_of(found)
    assert "Niemand gevonden" in words_of(beheer.post("/gebruikers/", {"zoek": "zzz"}))

    sent = beheer.post("/export/gebruikers/", {"formaat": "csv", "zoek": "collega"})
    rows = list(csv.reader(io.StringIO(sent.content.decode("utf-8-sig")), delimiter=";"))
    assert [row[:2] for row in rows] == [["Naam", "Gebruikersnaam"], ["Collega", "collega"]]


def test_a_new_gebruiker_is_made_in_two_steps(beheer: Client, keten: Keten) -> None:
    words = {
        "naam": "N. Ieuw", "functie": "consulent", "organisatie": keten.eigen,
        "username": "nieuw", "rol": "casusregisseur", "gemeenten": [WOERDEN],
    }  # fmt: skip
    wrong = beheer.post("/gebruikers/nieuw/", {**words, "username": "consulent"})
    assert "Gebruikersnaam: Deze gebruikersnaam bestaat al" in words_of(wrong)

    made = beheer.post("/gebruikers/nieuw/", words, follow=True)

    told = words_of(made)
    assert "Maak nu een uitnodiging" in told
    assert "Schakel verstuurt geen e-mail" in told
    assert not account_of("nieuw").has_usable_password()


def test_a_gemeente_out_of_reach_cannot_be_chosen(beheer: Client, keten: Keten) -> None:
    words = {
        "naam": "N. Ieuw", "functie": "consulent", "organisatie": keten.eigen,
        "username": "nieuw", "rol": "casusregisseur", "gemeenten": ["1901"],
    }  # fmt: skip
    assert beheer.post("/gebruikers/nieuw/", words).status_code == 200
    assert not Account.objects.filter(username="nieuw").exists()


def test_access_is_changed_and_the_page_tells_it(beheer: Client) -> None:
    words = {"rol": "beleidsmedewerker", "gemeenten": [WOERDEN]}
    told = words_of(beheer.post(address_of("wijzigen", "consulent"), words, follow=True))

    assert "De wijziging geldt vanaf nu" in told
    assert "rol gewijzigd : casusregisseur → beleidsmedewerker" in told
    assert "door Beheer" in told


def test_switching_off_asks_first_and_on_again_is_one_button(beheer: Client) -> None:
    off = address_of("uitzetten", "consulent")
    assert "wordt meteen overal uitgelogd" in words_of(beheer.get(off))
    assert account_of("consulent").is_active

    assert "kan niet meer inloggen" in words_of(beheer.post(off, follow=True))
    assert not account_of("consulent").is_active
    assert "kan weer inloggen" in words_of(
        beheer.post(address_of("aanzetten", "consulent"), follow=True)
    )
    assert account_of("consulent").is_active


def test_a_second_factor_is_reset_only_with_a_reason(beheer: Client) -> None:
    account = with_app("consulent")
    there = address_of("terugzetten", "consulent")

    assert "Schrijf op waarom" in words_of(beheer.post(there, {"reden": ""}))
    assert has_factor(account=account.pk)
    told = words_of(beheer.post(there, {"reden": "telefoon in de gracht"}, follow=True))
    assert "telefoon in de gracht" in told
    assert not has_factor(account=account.pk)


def test_who_has_to_wait_is_let_through(beheer: Client) -> None:
    for _ in range(5):
        note_log_in(naam="consulent", adres="")
    assert "moet wachten" in words_of(beheer.get("/gebruikers/"))
    there = f"/gebruikers/{account_of('consulent').pk}/"
    assert "Blokkade opheffen" in words_of(beheer.get(there))

    told = words_of(beheer.post(address_of("deblokkeren", "consulent"), follow=True))
    assert "kan het meteen weer proberen" in told
    assert "Blokkade opheffen" not in told


@pytest.mark.parametrize("name", ["consulent", "collega", "beleid", "partner", "inburgeraar"])
def test_who_is_no_beheerder_finds_no_page_and_changes_nothing(name: str) -> None:
    client = as_persona(name)
    before = list(Account.objects.order_by("pk").values())
    for address in (
        "/gebruikers/", "/gebruikers/nieuw/", "/export/gebruikers/",
        f"/gebruikers/{account_of('collega').pk}/",
        *(address_of(daad, "collega") for daad in VAN_EEN),
    ):  # fmt: skip
        for answer in (client.get(address), client.post(address, WORDS)):
            assert answer.status_code in {403, 404}, address
            assert "Collega" not in words_of(answer).replace("als Collega", ""), address
    assert list(Account.objects.order_by("pk").values()) == before
    assert not Accountwijziging.objects.exists()


def test_a_beheerder_elsewhere_finds_no_account_of_here(keten: Keten) -> None:
    medewerker = Medewerker.objects.create(
        organisatie_id=keten.eigen, naam="Ander", functie="beheer", van=date(2022, 1, 1)
    )
    add_account(
        actor=source(Via.SYSTEEM), username="ander", medewerker=medewerker.pk, rol=Rol.BEHEERDER,
        gemeenten=[MONTFOORT],
    )  # fmt: skip
    ander = as_persona("ander")
    there = f"/gebruikers/{account_of('beleid').pk}/"
    assert there in text_of(as_persona("beheer").get("/gebruikers/"))
    assert there not in text_of(ander.get("/gebruikers/"))
    assert ander.get(there).status_code == 404
    for daad in VAN_EEN:
        for answer in (
            ander.get(address_of(daad, "beleid")),
            ander.post(address_of(daad, "beleid"), WORDS),
        ):
            assert answer.status_code in {404, 405}, daad
        ander.post(address_of(daad, "consulent"), WORDS)
    assert "werkt ook voor" in words_of(ander.get(f"/gebruikers/{account_of('consulent').pk}/"))
    assert not Accountwijziging.objects.exists()


@pytest.mark.parametrize("daad", VAN_EEN)
def test_nobody_raises_his_own_rights(beheer: Client, daad: str) -> None:
    own = account_of("beheer").pk
    beheer.post(address_of(daad, "beheer"), {**WORDS, "gemeenten": [WOERDEN]})

    assert account_of("beheer").rol == Rol.BEHEERDER.value
    assert not Accountwijziging.objects.exists()
    told = words_of(beheer.get(f"/gebruikers/{own}/"))
    assert "Dit is uw eigen account" in told
    assert "Account uitzetten" not in told


def test_no_deed_is_done_from_another_site(beheer: Client) -> None:
    beheer.handler.enforce_csrf_checks = True
    for daad in VAN_EEN:
        assert beheer.post(address_of(daad, "consulent"), WORDS).status_code == 403
    assert not Accountwijziging.objects.exists()


def test_no_screen_and_no_file_holds_a_password(beheer: Client) -> None:
    account = with_app("consulent")
    shown = [
        beheer.get("/gebruikers/"),
        beheer.get(f"/gebruikers/{account.pk}/"),
        beheer.get(address_of("wijzigen", "consulent")),
        beheer.post("/export/gebruikers/", {"formaat": "csv"}),
    ]
    for answer in shown:
        assert account.password not in text_of(answer)
        assert WACHTWOORD not in text_of(answer)
        assert 'type="password"' not in text_of(answer)
