"""A link with which someone sets his own password: once, in time, and nobody else."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from schakel.keten.models import Medewerker
from schakel.toegang.gebruikers.actions import invite, switch_off
from schakel.toegang.models import Klok, Uitnodiging
from schakel.toegang.tests.inloggen import WACHTWOORD, account_of, with_app
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import NU
from schakel.web.tests.world import as_persona, stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db
TWEEMAAL = {"nieuw": WACHTWOORD, "nogmaals": WACHTWOORD}


@pytest.fixture(autouse=True)
def keten() -> None:
    stop_the_clock()
    a_region()


@pytest.fixture
def woord() -> str:
    return invite(actor=who("beheer"), account=account_of("consulent").pk, now=NU)


def link_on(screen: str) -> str:
    found = re.search(r"http://testserver(/uitnodiging/[\w-]+/)", screen)
    assert found is not None, screen
    return found[1]


def test_from_the_screen_of_the_beheerder_to_a_password_of_ones_own(client: Client) -> None:
    pk = account_of("consulent").pk
    beheer = as_persona("beheer")
    shown = beheer.post(f"/gebruikers/{pk}/uitnodigen/", {})
    assert shown["Cache-Control"] == "no-store, private"
    assert "U ziet de link alleen nu" in words_of(shown)
    link = link_on(text_of(shown))
    assert link not in text_of(beheer.get(f"/gebruikers/{pk}/"))

    assert client.get(link)["Location"] == "/uitnodiging/"
    page = client.get("/uitnodiging/")
    assert "Uw gebruikersnaam is consulent" in words_of(page)
    assert page["Referrer-Policy"] == "same-origin"
    assert client.post("/uitnodiging/", TWEEMAAL)["Location"] == "/inloggen/instellen/"
    assert account_of("consulent").check_password(WACHTWOORD)
    assert client.get("/dossiers/").status_code == 302


def test_looking_at_the_link_does_not_use_it_up(client: Client, woord: str) -> None:
    for _ in range(3):
        assert Client().get(f"/uitnodiging/{woord}/").status_code == 302
        assert Client().head(f"/uitnodiging/{woord}/").status_code == 302
    client.get(f"/uitnodiging/{woord}/")
    assert client.post("/uitnodiging/", TWEEMAAL).status_code == 302


def test_a_link_is_used_once_also_by_who_holds_it_in_another_browser(
    client: Client, woord: str
) -> None:
    other = Client()
    for browser in (client, other):
        browser.get(f"/uitnodiging/{woord}/")
    client.post("/uitnodiging/", TWEEMAAL)

    late = other.post("/uitnodiging/", {"nieuw": "x" * 14, "nogmaals": "x" * 14})
    assert late.status_code == 410
    assert "gebruikt of verlopen" in words_of(late)
    assert other.get(f"/uitnodiging/{woord}/").status_code == 410
    assert account_of("consulent").check_password(WACHTWOORD)


def test_a_link_that_expired_while_the_page_stood_open_is_refused(
    client: Client, woord: str
) -> None:
    client.get(f"/uitnodiging/{woord}/")
    Klok.objects.update(nu=NU + timedelta(hours=24))

    assert client.post("/uitnodiging/", TWEEMAAL).status_code == 410
    assert client.get(f"/uitnodiging/{woord}/").status_code == 410
    assert not account_of("consulent").has_usable_password()


@pytest.mark.parametrize("what", ["switched off", "left"])
def test_who_may_not_come_in_cannot_use_it(client: Client, woord: str, what: str) -> None:
    client.get(f"/uitnodiging/{woord}/")
    account = account_of("consulent")
    if what == "left":
        Medewerker.objects.filter(accounts=account).update(tot=NU.date())
    else:
        switch_off(actor=who("beheer"), account=account.pk, now=NU)

    assert client.post("/uitnodiging/", TWEEMAAL).status_code in {200, 410}
    assert not account_of("consulent").has_usable_password()


def test_guessing_a_link_ends(client: Client) -> None:
    codes = [
        client.get(f"/uitnodiging/geraden{nth}/", REMOTE_ADDR="192.0.2.1").status_code
        for nth in range(70)
    ]
    assert set(codes[:5]) == {410}
    assert codes[-1] == 429


def test_a_new_password_ends_the_sessions_of_before_and_keeps_the_second_factor(
    client: Client, woord: str
) -> None:
    with_app("consulent")
    before = as_persona("consulent")
    assert before.get("/dossiers/").status_code == 200

    client.get(f"/uitnodiging/{woord}/")
    words = {"nieuw": "een-heel-ander-wachtwoord", "nogmaals": "een-heel-ander-wachtwoord"}
    assert client.post("/uitnodiging/", words)["Location"] == "/inloggen/code/"

    assert before.get("/dossiers/").status_code == 302


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ({"nieuw": "kort", "nogmaals": "kort"}, "ten minste twaalf tekens"),
        ({"nieuw": WACHTWOORD, "nogmaals": "iets-anders-dan-dat"}, "niet hetzelfde"),
        ({"nieuw": "password1234", "nogmaals": "password1234"}, "te bekend"),
        ({}, "Nieuw wachtwoord"),
    ],
    ids=["short", "differs", "common", "empty"],
)
def test_a_password_that_will_not_do_is_said_in_words(
    client: Client, woord: str, words: dict[str, str], says: str
) -> None:
    client.get(f"/uitnodiging/{woord}/")
    told = client.post("/uitnodiging/", words)

    assert says in words_of(told)
    assert WACHTWOORD not in text_of(told)
    assert Uitnodiging.objects.filter(gebruikt_at=None).count() == 1


def test_the_word_is_nowhere_in_the_tables_but_in_the_session_of_who_holds_it(woord: str) -> None:
    assert woord not in str(list(Uitnodiging.objects.values()))
    assert not any(woord in str(row.get_decoded()) for row in Session.objects.all())


def test_where_mail_is_set_up_the_link_goes_there_and_not_to_the_screen(
    settings: object, client: Client
) -> None:
    settings.MAIL = "smtp://post.example"  # type: ignore[attr-defined]
    pk = account_of("consulent").pk
    beheer = as_persona("beheer")

    wrong = beheer.post(f"/gebruikers/{pk}/uitnodigen/", {"e_mail": "geen adres"}, follow=True)
    assert "Er is niets gemaakt of verstuurd" in words_of(wrong)
    assert not Uitnodiging.objects.exists()
    sent = beheer.post(f"/gebruikers/{pk}/uitnodigen/", {"e_mail": "a@werk.example"}, follow=True)

    assert "is verstuurd" in words_of(sent)
    assert "/uitnodiging/" not in text_of(sent)
    [message] = mail.outbox
    assert message.to == ["a@werk.example"]
    assert "consulent" not in str(message.body).lower().replace("dag consulent", "")
    assert client.get(link_on(str(message.body)))["Location"] == "/uitnodiging/"
