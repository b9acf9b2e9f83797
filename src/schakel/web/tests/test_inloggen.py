"""Getting in: a password, then a second factor, and what someone tries who should not be in."""

import re
from datetime import timedelta
from statistics import median
from time import perf_counter

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from schakel.keten.models import Medewerker
from schakel.toegang import sessie
from schakel.toegang.gebruikers.actions import amend_toegang, reset_second_factor, switch_off
from schakel.toegang.models import Account
from schakel.toegang.queries import Rol, wall_clock
from schakel.toegang.sessie import HALVERWEGE, SINDS
from schakel.toegang.tests.inloggen import (
    WACHTWOORD,
    account_of,
    code_of_app,
    forget_last_code,
    unused_code,
    with_app,
    with_password,
)
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import NU, WOERDEN
from schakel.web.inloggen.instellen import GEHEIM as SETTING_UP
from schakel.web.tests.world import as_persona, stop_the_clock, words_of

pytestmark = pytest.mark.django_db
BINNEN = "_auth_user_id"


@pytest.fixture(autouse=True)
def keten() -> None:
    stop_the_clock()
    a_region()


def give_password(client: Client, name: str = "consulent", **words: str) -> str:
    """Return where a right password leads."""
    words = {"username": name, "password": WACHTWOORD, **words}
    answer = client.post("/inloggen/", words)
    assert answer.status_code == 302, words_of(answer)
    return str(answer["Location"])


def come_in(client: Client, name: str = "consulent") -> None:
    give_password(client, name)
    assert client.post("/inloggen/code/", {"code": unused_code(name)})["Location"] == "/"


def is_in(client: Client, address: str = "/dossiers/") -> bool:
    return client.get(address).status_code == 200


def test_a_password_alone_is_not_enough(client: Client) -> None:
    with_app("consulent")

    assert give_password(client, next="/stand/") == "/inloggen/code/"
    assert BINNEN not in client.session
    assert not is_in(client)
    answer = client.post("/inloggen/code/", {"code": unused_code("consulent")})
    assert answer["Location"] == "/stand/"
    assert is_in(client)


def test_who_needs_a_second_factor_sets_it_up_before_anything_else(client: Client) -> None:
    with_password("consulent")
    assert give_password(client, next="/stand/") == "/inloggen/instellen/"
    for address in ("/dossiers/", "/account/", "/account/tweede-stap/", "/stand/"):
        assert client.get(address)["Location"].startswith("/inloggen/?next="), address
    assert client.get("/inloggen/code/")["Location"] == "/inloggen/instellen/"

    shown = client.get("/inloggen/instellen/")
    assert shown["Cache-Control"] == "no-store, private"
    secret = client.session[SETTING_UP]
    wrong = client.post("/inloggen/instellen/", {"wat": "totp", "code": "000000"})
    assert "klopt niet" in words_of(wrong)
    assert not is_in(client)

    codes = client.post("/inloggen/instellen/", {"wat": "totp", "code": code_of_app(secret)})
    assert len(re.findall(r">\s*\d{5} \d{5}\s*<", codes.content.decode())) == 10
    assert 'href="/stand/"' in codes.content.decode()
    assert is_in(client)
    assert client.get("/inloggen/instellen/")["Location"] == "/"


def test_who_only_sees_figures_may_do_without(client: Client) -> None:
    with_password("beleid")
    assert give_password(client, "beleid") == "/"
    assert is_in(client, "/stand/")


def test_who_has_one_is_asked_it_also_when_the_role_does_not(client: Client) -> None:
    with_app("beleid")
    assert give_password(client, "beleid") == "/inloggen/code/"


def test_who_did_not_give_a_password_gets_no_question(client: Client) -> None:
    for address in ("/inloggen/code/", "/inloggen/instellen/"):
        assert client.get(address)["Location"] == "/inloggen/"
        assert client.post(address, {"code": "123456"})["Location"] == "/inloggen/"


def test_a_code_is_taken_once(client: Client) -> None:
    with_app("consulent")
    forget_last_code("consulent")
    code = code_of_app()
    give_password(client)
    assert client.post("/inloggen/code/", {"code": code})["Location"] == "/"

    other = Client()
    give_password(other)
    assert "al gebruikt" in words_of(other.post("/inloggen/code/", {"code": code}))
    noodcode = unused_code("consulent")
    assert other.post("/inloggen/code/", {"code": noodcode})["Location"] == "/"
    third = Client()
    give_password(third)
    assert "al gebruikt" in words_of(third.post("/inloggen/code/", {"code": noodcode}))


def test_guessing_codes_ends_after_five_also_from_elsewhere(client: Client) -> None:
    with_app("consulent")
    give_password(client)
    for _ in range(5):
        client.post("/inloggen/code/", {"code": "000000"})

    other = Client()
    give_password(other)
    told = words_of(other.post("/inloggen/code/", {"code": unused_code("consulent")}))
    assert "te vaak een code geprobeerd. Wacht een kwartier" in told
    assert not is_in(other)


def test_guessing_passwords_ends_also_for_a_name_that_does_not_exist(client: Client) -> None:
    with_password("consulent")
    told = {}
    for name in ("consulent", "bestaat-niet"):
        words = {"username": name, "password": "verkeerd-wachtwoord"}
        answers = [words_of(client.post("/inloggen/", words)) for _ in range(6)]
        told[name] = [answer.split("Gebruikersnaam")[0] for answer in answers]

    assert told["consulent"] == told["bestaat-niet"]
    assert "horen niet bij elkaar" in told["consulent"][4]
    assert "Wacht een kwartier" in told["consulent"][5]
    right = {"username": "consulent", "password": WACHTWOORD}
    assert "Wacht een kwartier" in words_of(client.post("/inloggen/", right))


def test_a_name_that_does_not_exist_takes_as_long(client: Client, settings: object) -> None:
    """The real hasher works for a wrong name too, and for who has no password or is off."""
    settings.PASSWORD_HASHERS = [  # type: ignore[attr-defined]
        "django.contrib.auth.hashers.Argon2PasswordHasher"
    ]
    with_password("consulent")
    with_password("collega")
    Account.objects.filter(username="collega").update(is_active=False)
    names = ("consulent", "collega", "partner", "bestaat-niet")
    taken: dict[str, list[float]] = {name: [] for name in names}
    for nth in range(5):
        for name, times in taken.items():
            words = {"username": name, "password": f"verkeerd-wachtwoord-{nth}"}
            begin = perf_counter()
            client.post("/inloggen/", words)
            times.append(perf_counter() - begin)

    spread = [median(times) for times in taken.values()]
    assert max(spread) < 2 * min(spread), spread


def test_the_session_before_is_not_the_session_after(client: Client) -> None:
    with_app("consulent")
    client.get("/inloggen/")
    client.session.save()
    before = client.session.session_key
    give_password(client)
    halfway = client.session.session_key
    client.post("/inloggen/code/", {"code": unused_code("consulent")})
    after = client.session.session_key

    assert len({before, halfway, after}) == 3
    assert not Session.objects.filter(pk__in=[before, halfway]).exists()
    for old in (before, halfway):
        thief = Client()
        thief.cookies[settings.SESSION_COOKIE_NAME] = str(old)
        assert not is_in(thief)


def test_a_secret_that_someone_put_in_the_session_is_not_used(client: Client) -> None:
    with_password("consulent")
    session = client.session
    session[SETTING_UP] = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    session.save()

    give_password(client)
    client.get("/inloggen/instellen/")

    assert client.session[SETTING_UP] != "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def test_who_is_halfway_too_long_begins_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_app("consulent")
    give_password(client)
    later = wall_clock() + timedelta(minutes=11)
    monkeypatch.setattr(sessie, "wall_clock", lambda: later)

    answer = client.post("/inloggen/code/", {"code": unused_code("consulent")})
    assert answer["Location"] == "/inloggen/"


@pytest.mark.parametrize("what", ["left", "switched off", "another password"])
def test_who_is_halfway_and_may_no_longer_come_in_does_not(client: Client, what: str) -> None:
    account = with_app("consulent")
    give_password(client)
    if what == "left":
        Medewerker.objects.filter(accounts=account).update(tot=NU.date())
    elif what == "switched off":
        switch_off(actor=who("beheer"), account=account.pk, now=NU)
    else:
        account.set_password("een-ander-wachtwoord")
        account.save()

    answer = client.post("/inloggen/code/", {"code": unused_code("consulent")})
    assert answer["Location"] == "/inloggen/"
    assert BINNEN not in client.session


@pytest.mark.parametrize("what", ["left", "switched off", "reset", "another password"])
def test_who_is_in_is_out_at_the_very_next_page(client: Client, what: str) -> None:
    account = with_app("consulent")
    come_in(client)
    assert is_in(client)
    if what == "left":
        Medewerker.objects.filter(accounts=account).update(tot=NU.date())
    elif what == "switched off":
        switch_off(actor=who("beheer"), account=account.pk, now=NU)
    elif what == "reset":
        reset_second_factor(actor=who("beheer"), account=account.pk, reden="kwijt", now=NU)
    else:
        account = account_of("consulent")
        account.set_password("een-ander-wachtwoord")
        account.save()

    for address in ("/dossiers/", "/account/", "/werk/"):
        assert client.get(address)["Location"].startswith("/inloggen/"), address
    assert client.post("/zoeken/", {"wie": "a"}).status_code in {302, 403}


def test_a_heavier_role_asks_its_second_factor_at_the_next_page(client: Client) -> None:
    account = with_password("beleid")
    give_password(client, "beleid")
    assert is_in(client, "/stand/")

    amend_toegang(
        actor=who("beheer"), account=account.pk, rol=Rol.CASUSREGISSEUR, gemeenten=[WOERDEN],
        oidc_naam="", now=NU,
    )  # fmt: skip

    assert not is_in(client, "/stand/")
    assert give_password(client, "beleid") == "/inloggen/instellen/"


def test_a_lighter_role_holds_at_the_next_page(client: Client) -> None:
    account = with_app("consulent")
    come_in(client)

    amend_toegang(
        actor=who("beheer"), account=account.pk, rol=Rol.BELEID, gemeenten=[WOERDEN],
        oidc_naam="", now=NU,
    )  # fmt: skip

    assert client.get("/dossiers/").status_code == 403


def test_a_session_ends_when_nothing_happens_and_after_nine_hours(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_app("consulent")
    come_in(client)
    begin, minute = wall_clock(), 0
    row = Session.objects.get(pk=client.session.session_key)
    assert row.expire_date < begin + timedelta(seconds=settings.SESSION_COOKIE_AGE + 5)

    for minute in range(2, 540, 50):
        at = begin + timedelta(minutes=minute)
        monkeypatch.setattr(sessie, "wall_clock", lambda at=at: at)
        assert is_in(client), minute
    last = begin + timedelta(hours=9, seconds=2)
    monkeypatch.setattr(sessie, "wall_clock", lambda: last)
    assert not is_in(client)


def test_what_a_page_fetches_by_itself_does_not_make_a_session_last(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_app("consulent")
    come_in(client)
    kept = client.session[sessie.LAATST]
    at = wall_clock() + timedelta(minutes=5)
    monkeypatch.setattr(sessie, "wall_clock", lambda: at)

    client.get("/dossiers/", headers={"HX-Request": "true"})
    assert client.session[sessie.LAATST] == kept
    client.get("/dossiers/")
    assert client.session[sessie.LAATST] > kept


def test_a_session_without_a_begin_is_over(client: Client) -> None:
    as_consulent = as_persona("consulent")
    session = as_consulent.session
    del session[SINDS]
    session.save()

    assert not is_in(as_consulent)


@pytest.mark.parametrize(
    "address",
    ["https://kwaad.example/", "//kwaad.example", "/\\kwaad.example", "javascript:alert(1)",
     "http:///kwaad.example", "\thttps://kwaad.example", "https:kwaad.example"],
)  # fmt: skip
def test_nobody_is_sent_to_another_site(client: Client, address: str) -> None:
    with_app("consulent")
    give_password(client, next=address)

    answer = client.post("/inloggen/code/", {"code": unused_code("consulent")})
    assert answer["Location"] == "/"


def test_no_step_is_done_from_another_site() -> None:
    tab = Client(enforce_csrf_checks=True)
    with_app("consulent")
    answer = tab.post("/inloggen/", {"username": "consulent", "password": WACHTWOORD})
    assert answer.status_code == 403
    assert HALVERWEGE not in tab.session
    for address in ("/inloggen/code/", "/inloggen/instellen/", "/uitnodiging/"):
        assert tab.post(address, {"code": "123456"}).status_code == 403, address


def test_a_broken_answer_of_a_key_is_refused_in_words(client: Client) -> None:
    with_app("consulent")
    give_password(client)
    for answer in ("", "x", "[]", "{}", '{"id": 1}', '{"type": "public-key", "response": {}}'):
        told = client.post("/inloggen/code/", {"antwoord": answer})
        assert told.status_code == 200, answer
        assert not is_in(client)


def test_the_code_page_says_nothing_about_whose_it_is_beyond_the_password(client: Client) -> None:
    with_app("consulent")
    give_password(client)
    told = client.get("/inloggen/code/")

    assert "Consulent" not in words_of(told)
    assert told["Cache-Control"] == "no-store, private"
