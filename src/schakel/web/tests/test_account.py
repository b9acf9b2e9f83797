"""What someone changes in how he logs in himself."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from schakel.toegang import sessie
from schakel.toegang.queries import wall_clock
from schakel.toegang.sleutels import codes_left, has_factor, list_factors
from schakel.toegang.tests.inloggen import (
    WACHTWOORD,
    account_of,
    code_of_app,
    with_app,
    with_password,
)
from schakel.toegang.tests.world import a_region
from schakel.web.inloggen.instellen import GEHEIM
from schakel.web.tests.world import as_persona, stop_the_clock, words_of

pytestmark = pytest.mark.django_db
ANDER = "een-heel-ander-wachtwoord"


@pytest.fixture(autouse=True)
def keten() -> None:
    stop_the_clock()
    a_region()


@pytest.mark.parametrize("name", ["consulent", "beleid", "partner", "beheer", "inburgeraar"])
def test_everyone_finds_his_own_account_behind_his_name(name: str) -> None:
    client = as_persona(name)
    assert b'href="/account/"' in client.get("/account/").content
    assert f"Gebruikersnaam {name}" in words_of(client.get("/account/"))


def test_another_password_ends_the_other_sessions_and_not_this_one() -> None:
    with_app("consulent")
    here, there = as_persona("consulent"), as_persona("consulent")
    words = {"huidig": WACHTWOORD, "nieuw": ANDER, "nogmaals": ANDER}

    wrong = here.post("/account/wachtwoord/", {**words, "huidig": "onzin"})
    assert "Dit is niet uw huidige wachtwoord" in words_of(wrong)
    here.post("/account/wachtwoord/", words)

    assert account_of("consulent").check_password(ANDER)
    assert here.get("/dossiers/").status_code == 200
    assert there.get("/dossiers/").status_code == 302


def test_who_has_no_password_cannot_choose_one_here() -> None:
    assert as_persona("consulent").get("/account/wachtwoord/").status_code == 404


def test_logging_out_everywhere_ends_all_sessions() -> None:
    here, there = as_persona("consulent"), as_persona("consulent")
    assert here.post("/account/overal-uitloggen/", follow=True).status_code == 200

    for client in (here, there):
        assert client.get("/dossiers/").status_code == 302


def test_an_app_is_added_with_codes_for_emergencies() -> None:
    with_password("beleid")
    client = as_persona("beleid")
    client.get("/account/tweede-stap/")
    code = code_of_app(client.session[GEHEIM])
    told = client.post("/account/tweede-stap/", {"wat": "totp", "code": code})

    assert "Bewaar uw noodcodes" in words_of(told)
    assert told["Cache-Control"] == "no-store, private"
    assert has_factor(account=account_of("beleid").pk)
    assert GEHEIM not in client.session


def test_fresh_codes_are_shown_once() -> None:
    account = with_app("consulent")
    client = as_persona("consulent")
    assert client.get("/account/noodcodes/").status_code == 405
    told = client.post("/account/noodcodes/").content.decode()

    shown = re.findall(r">\s*(\d{5} \d{5})\s*<", told)
    assert len(shown) == 10
    assert codes_left(account=account.pk) == 10
    assert not any(code in client.get("/account/").content.decode() for code in shown)


def test_the_last_second_factor_stays_where_the_role_needs_it() -> None:
    account = with_app("consulent")
    [app] = list_factors(account=account.pk)
    there = f"/account/tweede-stap/{app.id}/weg/"

    told = words_of(as_persona("consulent").post(there))
    assert "enige tweede stap" in told
    assert as_persona("collega").post(there).status_code == 404
    assert has_factor(account=account.pk)


def test_who_needs_none_may_take_it_away() -> None:
    account = with_app("beleid")
    [app] = list_factors(account=account.pk)
    told = as_persona("beleid").post(f"/account/tweede-stap/{app.id}/weg/", follow=True)

    assert "is verwijderd" in words_of(told)
    assert not has_factor(account=account.pk)


def test_a_screen_that_was_left_alone_changes_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = with_app("consulent")
    [app] = list_factors(account=account.pk)
    client = as_persona("consulent")
    later = wall_clock() + timedelta(minutes=16)
    monkeypatch.setattr(sessie, "wall_clock", lambda: later)

    words = {"huidig": WACHTWOORD, "nieuw": ANDER, "nogmaals": ANDER}
    for address in (
        "/account/wachtwoord/", "/account/tweede-stap/", "/account/noodcodes/",
        f"/account/tweede-stap/{app.id}/weg/",
    ):  # fmt: skip
        assert client.post(address, words)["Location"].startswith("/inloggen/?next="), address
    assert account_of("consulent").check_password(WACHTWOORD)
    assert client.get("/account/").status_code == 200
