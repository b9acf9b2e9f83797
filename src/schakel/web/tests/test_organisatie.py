"""Logging in by the organisation: over HTTP with a real provider, and with one that lies."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from django.http import HttpResponse
from django.test import Client

from schakel.keten.models import Medewerker
from schakel.toegang.gebruikers.actions import amend_toegang, switch_off
from schakel.toegang.models import Account
from schakel.toegang.queries import Rol, wall_clock
from schakel.toegang.tests.inloggen import account_of
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import NU, WOERDEN
from schakel.web.tests.vervalser import OTHER, Vervalser, vervalser
from schakel.web.tests.world import stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db
MENSEN = (
    {"sub": "1", "preferred_username": "A.Consulent@werk.example", "amr": ["pwd", "mfa"]},
    {"sub": "2", "preferred_username": "beleid@werk.example", "amr": ["pwd"]},
    {"sub": "3", "preferred_username": "vreemd@elders.example"},
    {"sub": "4", "email": "a.consulent@werk.example", "email_verified": True},
    {"sub": "5", "email": "a.consulent@werk.example", "email_verified": False},
    {"sub": "6", "email": "a.consulent@werk.example"},
    {"sub": "7", "preferred_username": "a.consulent@werk.example", "amr": ["mfa"]},
)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """A real OpenID Connect provider, in a process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    people = [word for one in MENSEN for word in ("--user-claims", json.dumps(one))]
    process = subprocess.Popen(  # noqa: S603 - a fixed command
        [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *people],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 30
        while True:
            try:
                httpx.get(f"{address}/.well-known/openid-configuration", timeout=2)
                break
            except httpx.TransportError:
                assert time.monotonic() < until
                assert process.poll() is None
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=10)


@pytest.fixture(autouse=True)
def house(settings: Any) -> Any:
    stop_the_clock()
    a_region()
    settings.OIDC_NAAM, settings.OIDC_CLIENT_ID = "Ferm Werk", "schakel"
    settings.OIDC_SECRET = "geheim"
    link("consulent", Rol.CASUSREGISSEUR, "a.consulent@werk.example")
    link("beleid", Rol.BELEID, "beleid@werk.example")
    return settings


@pytest.fixture
def real(house: Any, provider: str) -> Any:
    house.OIDC_ADRES = provider
    return house


def link(name: str, rol: Rol, oidc: str) -> None:
    amend_toegang(
        actor=who("beheer"), account=account_of(name).pk, rol=rol, gemeenten=[WOERDEN],
        oidc_naam=oidc, now=NU,
    )  # fmt: skip


def there(client: Client, **words: str) -> str:
    answer = client.get("/inloggen/organisatie/", words)
    assert answer.status_code == 302, words_of(answer)
    return str(answer["Location"])


def way_back(address: str, sub: str) -> str:
    """Log in at the provider, as a browser does, and return where it sends someone."""
    answer = httpx.post(address, data={"sub": sub})
    assert answer.status_code == 302, answer.text
    back = urlsplit(answer.headers["Location"])
    assert back.netloc == "testserver"
    return f"{back.path}?{back.query}"


def come(client: Client, sub: str, **words: str) -> HttpResponse:
    return client.get(way_back(there(client, **words), sub))


def is_in(client: Client, address: str = "/stand/") -> bool:
    return client.get(address).status_code == 200


def test_without_a_provider_there_is_no_such_door(client: Client) -> None:
    assert "Werkt u bij" not in text_of(client.get("/inloggen/"))
    for address in ("/inloggen/organisatie/", "/inloggen/organisatie/terug/"):
        assert client.get(address).status_code == 404


def test_who_was_linked_comes_in_with_the_factor_of_the_organisation(
    client: Client, real: Any
) -> None:
    assert "Inloggen bij Ferm Werk" in words_of(client.get("/inloggen/"))

    answer = come(client, "1", next="/dossiers/")

    assert answer["Location"] == "/dossiers/"
    assert is_in(client, "/dossiers/")
    assert account_of("consulent").oidc_sub == "1"


def test_the_question_carries_a_state_a_nonce_and_a_proof_key(client: Client, real: Any) -> None:
    asked = parse_qs(urlsplit(there(client)).query)

    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://testserver/inloggen/organisatie/terug/"]
    assert set(asked["scope"][0].split()) == {"openid", "profile"}
    assert all(len(asked[name][0]) >= 10 for name in ("state", "nonce", "code_challenge"))


def test_without_a_second_factor_there_ours_is_asked(client: Client, real: Any) -> None:
    link("consulent", Rol.CASUSREGISSEUR, "")
    link("consulent", Rol.CASUSREGISSEUR, "beleid@werk.nl")
    link("beleid", Rol.BELEID, "")
    link("consulent", Rol.CASUSREGISSEUR, "beleid@werk.example")

    assert come(client, "2")["Location"] == "/inloggen/instellen/"
    assert not is_in(client)
    real.OIDC_TWEEDE_FACTOR = ["altijd"]
    assert come(client, "2")["Location"] == "/"
    assert is_in(client)


def test_who_needs_no_second_factor_comes_in_without(client: Client, real: Any) -> None:
    assert come(client, "2", next="https://kwaad.example/")["Location"] == "/"
    assert is_in(client)


def test_who_is_not_linked_gets_no_account_by_it(client: Client, real: Any) -> None:
    before = Account.objects.count()
    answer = come(client, "3")

    assert answer.status_code == 403
    assert "Uw organisatie kent u, Schakel nog niet" in words_of(answer)
    assert Account.objects.count() == before
    assert not is_in(client)


def test_the_same_name_of_another_person_is_refused(client: Client, real: Any) -> None:
    come(client, "1")
    other = Client()

    assert come(other, "7").status_code == 403
    assert not is_in(other)


@pytest.mark.parametrize("what", ["left", "not yet", "switched off"])
def test_who_left_is_refused_though_the_organisation_vouches(
    client: Client, real: Any, what: str
) -> None:
    account = account_of("consulent")
    if what == "switched off":
        switch_off(actor=who("beheer"), account=account.pk, now=NU)
    else:
        days = {"tot": NU.date()} if what == "left" else {"van": NU.date() + timedelta(days=1)}
        Medewerker.objects.filter(accounts=account).update(**days)

    assert come(client, "1").status_code == 403
    assert not is_in(client)


def test_who_leaves_while_in_is_out_at_the_next_page(client: Client, real: Any) -> None:
    come(client, "1")
    assert is_in(client)
    Medewerker.objects.filter(accounts__username="consulent").update(tot=NU.date())

    assert not is_in(client)


@pytest.mark.parametrize(("sub", "status"), [("4", 302), ("5", 403), ("6", 403)])
def test_an_address_counts_only_when_the_provider_verified_it(
    client: Client, real: Any, sub: str, status: int
) -> None:
    real.OIDC_CLAIM = "email"

    assert come(client, sub).status_code == status


def test_an_answer_is_taken_once_and_only_by_who_asked(client: Client, real: Any) -> None:
    back = way_back(there(client), "2")

    stolen = Client().get(back)
    assert stolen.status_code == 400
    assert client.get(back).status_code == 302
    again = Client()
    there(again)
    assert again.get(back).status_code == 400
    assert client.get(back).status_code == 400


@pytest.mark.parametrize("query", ["", "?code=x", "?state=x", "?code=x&state=y", "?error=denied"])
def test_an_answer_to_no_question_is_refused(client: Client, real: Any, query: str) -> None:
    answer = client.get(f"/inloggen/organisatie/terug/{query}")

    assert answer.status_code == 400
    assert "is niet gelukt. Probeer het opnieuw" in words_of(answer)


def test_who_says_no_at_the_provider_is_told_so(client: Client, real: Any) -> None:
    address = there(client)
    back = urlsplit(httpx.post(address, data={"action": "deny"}).headers["Location"])

    assert client.get(f"{back.path}?{back.query}").status_code == 400


def test_a_provider_that_does_not_answer_is_said_in_words(client: Client, house: Any) -> None:
    house.OIDC_ADRES = "http://127.0.0.1:9"
    answer = client.get("/inloggen/organisatie/")

    assert answer.status_code == 502
    assert "Uw organisatie antwoordt niet" in words_of(answer)


@pytest.fixture
def liar(house: Any) -> Iterator[Vervalser]:
    with vervalser() as one:
        house.OIDC_ADRES = one.address
        yield one


def told(one: Vervalser, client: Client, **changes: Any) -> HttpResponse:
    """Let the liar answer the question of a browser, with these claims changed."""
    asked = parse_qs(urlsplit(there(client)).query)
    at = int(wall_clock().timestamp())
    right = {
        "iss": one.address, "aud": "schakel", "sub": "9", "iat": at, "exp": at + 300,
        "nonce": asked["nonce"][0], "preferred_username": "beleid@werk.example",
    }  # fmt: skip
    one.claims = {name: value for name, value in {**right, **changes}.items() if value is not None}
    words = {"code": "x", "state": asked["state"][0]}
    return client.get("/inloggen/organisatie/terug/", words)


def test_what_is_rightly_signed_is_believed(client: Client, liar: Vervalser) -> None:
    assert told(liar, client)["Location"] == "/"
    assert is_in(client)


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://een-ander.example"},
        {"iss": None},
        {"aud": "een-andere-toepassing"},
        {"aud": None},
        {"exp": 1_600_000_000},
        {"exp": None},
        {"nonce": "van een andere vraag"},
        {"nonce": None},
        {"sub": None},
        {"preferred_username": None},
        {"preferred_username": ""},
        {"preferred_username": ["beleid@werk.example"]},
    ],
    ids=str,
)
def test_what_is_of_another_or_for_another_is_refused(
    client: Client, liar: Vervalser, changes: dict[str, Any]
) -> None:
    assert told(liar, client, **changes).status_code in {400, 403}
    assert not is_in(client)


def test_what_another_signed_is_refused(client: Client, liar: Vervalser) -> None:
    liar.key = OTHER
    assert told(liar, client).status_code == 400
    assert not is_in(client)


def test_what_nobody_signed_is_refused(client: Client, liar: Vervalser) -> None:
    liar.key, liar.alg = None, "none"
    assert told(liar, client).status_code == 400
    assert not is_in(client)


def test_a_provider_by_another_name_is_refused(client: Client, liar: Vervalser) -> None:
    liar.issuer = "https://een-ander.example"
    assert told(liar, client, iss=liar.issuer).status_code == 400
    assert not is_in(client)
