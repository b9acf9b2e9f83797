"""A session that ended while someone typed: nothing lost, nothing doubled, nothing smuggled in."""

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from schakel.toegang.tests.inloggen import WACHTWOORD, unused_code, with_app
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import Keten, a_dossier_after_intake, log_of
from schakel.web.inloggen import bewaren
from schakel.web.tests.world import pip_words, stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db
HIER = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
CODE = "/inloggen/code/"
NIET_VAN_HIER = (
    {},
    {"Origin": "null"},
    {"Origin": "https://testserver"},
    {"Origin": "http://testserver:8000"},
    {"Origin": "http://aanvaller.example"},
    {"Origin": "http://testserver.aanvaller.example"},
    {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
    {"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"},
)


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    keten = a_region()
    for name in ("consulent", "collega"):
        with_app(name)
    return keten


@pytest.fixture
def uuid() -> UUID:
    return a_dossier_after_intake()


@pytest.fixture
def tab() -> Client:
    """A browser that must send the token of a form, as a real one."""
    return Client(enforce_csrf_checks=True)


def token(tab: Client) -> str:
    """Return the token that a page of this moment would carry."""
    tab.get("/inloggen/")
    return tab.cookies["csrftoken"].value


def log_in(tab: Client, name: str = "consulent", **words: str) -> HttpResponse:
    """Give a password, and then the second factor; what was kept goes along in the page."""
    words = {
        "username": name,
        "password": WACHTWOORD,
        "csrfmiddlewaretoken": token(tab),
        **words,
    }
    answer = tab.post("/inloggen/", words, headers=HIER)
    if "Uw wachtwoord klopt" not in words_of(answer) and answer.get("Location") != CODE:
        return answer
    words = {
        "code": unused_code(name),
        "bewaard": kept(answer) if "bewaard" in text_of(answer) else "",
        "csrfmiddlewaretoken": token(tab),
    }
    return tab.post(CODE, words, headers=HIER)


def typed(uuid: UUID, **changes: Any) -> dict[str, Any]:
    return pip_words(uuid, **changes)


def pip(uuid: UUID) -> str:
    return f"/dossiers/{uuid}/pip/"


def kept(answer: HttpResponse) -> str:
    """Return the signed word in the page."""
    found = re.search(r'name="bewaard" value="([^"]+)"', answer.content.decode())
    assert found is not None, words_of(answer)
    return unescape(found[1])


def fields(answer: HttpResponse) -> dict[str, str]:
    """Return the hidden fields under the button of a page that gives back what was typed."""
    form = answer.content.decode().split('<form class="sk-formulier"')[1]
    areas = re.findall(r'<textarea name="([^"]+)" hidden>\n(.*?)</textarea>', form, re.DOTALL)
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert found is not None
    return {unescape(n): unescape(v) for n, v in areas} | {"csrfmiddlewaretoken": found[1]}


def send_late(tab: Client, uuid: UUID, **changes: Any) -> HttpResponse:
    """Send the form of a PIP after the session ended, by the clock or in another tab."""
    known = tab.cookies.get("csrftoken")
    words = {
        "csrfmiddlewaretoken": known.value if known else token(tab),
        **typed(uuid, **changes),
    }
    return tab.post(f"{pip(uuid)}?dag=1", words, headers=HIER)


def pips(uuid: UUID) -> int:
    return sum(row.kind == "traject.pip_established" for row in log_of(uuid))


def test_what_was_typed_comes_back_after_logging_in_and_lands_once(tab: Client, uuid: UUID) -> None:
    asked = send_late(tab, uuid)
    assert "Uw sessie was verlopen" in words_of(asked)
    assert "Log opnieuw in; wat u invulde is bewaard." in words_of(asked)
    assert asked.status_code == 403
    assert asked["Cache-Control"] == "no-store, private"

    back = log_in(tab, bewaard=kept(asked))
    assert "Dit vulde u in" in words_of(back)
    assert "U bent nu ingelogd als Consulent" in words_of(back)
    assert "Dagtekening 2 mei 2022" in words_of(back)
    assert back["Cache-Control"] == "no-store, private"
    assert f'action="{pip(uuid)}?dag=1"' in text_of(back)
    assert pips(uuid) == 0

    done = tab.post(pip(uuid), fields(back), headers=HIER)
    assert done["Location"] == f"/dossiers/{uuid}/"
    assert pips(uuid) == 1


def test_what_the_form_refuses_is_shown_on_the_form_with_what_was_typed(
    tab: Client, uuid: UUID
) -> None:
    back = log_in(tab, bewaard=kept(send_late(tab, uuid, dagtekening="2022-12-01")))

    told = text_of(tab.post(pip(uuid), fields(back), headers=HIER))

    assert "ligt in de toekomst" in told
    assert 'value="2022-12-01"' in told


def test_a_wrong_password_keeps_it_too(tab: Client, uuid: UUID) -> None:
    asked = send_late(tab, uuid)
    again = log_in(tab, bewaard=kept(asked), password="een-ander-wachtwoord")

    assert "horen niet bij elkaar" in words_of(again)
    assert "Dit vulde u in" in words_of(log_in(tab, bewaard=kept(again)))


def test_who_logged_in_again_in_another_tab_gets_it_back_at_once(tab: Client, uuid: UUID) -> None:
    old = token(tab)
    log_in(tab)

    back = tab.post(pip(uuid), typed(uuid, csrfmiddlewaretoken=old), headers=HIER)
    assert "Dit vulde u in" in words_of(back)
    assert pips(uuid) == 0
    tab.post(pip(uuid), fields(back), headers=HIER)
    assert pips(uuid) == 1


def test_who_logged_in_in_another_tab_goes_on_from_the_page_that_asks_it(
    tab: Client, uuid: UUID
) -> None:
    old, asked = token(tab), send_late(tab, uuid)
    words = {"csrfmiddlewaretoken": old, "bewaard": kept(asked), "verder": "1"}
    assert "U bent nog niet ingelogd" in words_of(tab.post("/inloggen/", words, headers=HIER))

    log_in(tab)
    stale = tab.post("/inloggen/", words, headers=HIER)
    fresh = tab.post("/inloggen/", {**words, "csrfmiddlewaretoken": token(tab)}, headers=HIER)
    assert "Dit vulde u in" in words_of(stale)
    assert "Dit vulde u in" in words_of(fresh)


def test_a_form_sent_by_script_gets_the_whole_page_with_an_error_that_replaces_the_old(
    tab: Client, uuid: UUID
) -> None:
    headers = {**HIER, "HX-Request": "true", "X-CSRFToken": token(tab)}
    answer = tab.post(pip(uuid), typed(uuid), headers=headers)

    assert answer.status_code == 403
    assert "<html" in text_of(answer)
    assert "Uw sessie was verlopen" in text_of(answer)


def test_after_an_expired_session_only_the_same_person_gets_it_back(
    tab: Client, uuid: UUID
) -> None:
    log_in(tab)
    assert Session.objects.count() == 1
    Session.objects.update(expire_date=datetime(2020, 1, 1, tzinfo=UTC))
    asked = send_late(tab, uuid, leerroute="Z-kanarie")

    other = log_in(tab, "collega", bewaard=kept(asked))
    assert other["Location"] == "/"
    told = words_of(tab.get("/dossiers/"))
    assert "hoort bij een andere gebruiker" in told
    tab.post("/uitloggen/", {"csrfmiddlewaretoken": token(tab)}, headers=HIER)
    assert "Z-kanarie" in words_of(log_in(tab, bewaard=kept(asked)))


def test_who_may_not_fill_in_such_a_form_does_not_see_what_was_in_it(
    tab: Client, uuid: UUID
) -> None:
    asked = send_late(tab, uuid, gezondheid="kanarie")

    assert log_in(tab, "collega", bewaard=kept(asked))["Location"] == "/"
    assert b"kanarie" not in tab.get("/dossiers/").content


@pytest.mark.parametrize("headers", NIET_VAN_HIER, ids=str)
def test_another_site_cannot_have_its_words_kept_for_who_is_not_logged_in(
    tab: Client, uuid: UUID, headers: dict[str, str]
) -> None:
    words = {"csrfmiddlewaretoken": token(tab), **typed(uuid, leerroute="kanarie")}
    answer = tab.post(pip(uuid), words, headers=headers)

    assert b"kanarie" not in answer.content
    assert b"bewaard" not in answer.content


@pytest.mark.parametrize("headers", NIET_VAN_HIER, ids=str)
def test_another_site_cannot_lay_its_words_before_who_is_logged_in(
    tab: Client, uuid: UUID, headers: dict[str, str]
) -> None:
    own = kept(send_late(Client(), uuid, leerroute="kanarie"))
    log_in(tab)
    for address, words in (
        (pip(uuid), typed(uuid, leerroute="kanarie")),
        ("/inloggen/", {"bewaard": own, "verder": "1"}),
        (pip(uuid), {"bewaard": own}),
    ):
        answer = tab.post(address, words, headers=headers)
        assert answer.status_code == 403
        assert b"kanarie" not in answer.content
        assert "U kunt dit niet doen" in words_of(answer)
    assert b"kanarie" not in tab.get(f"/inloggen/?bewaard={own}").content


@pytest.mark.parametrize(
    "address",
    ["https://aanvaller.example/", "//aanvaller.example/", "/inloggen/", "/uitloggen/",
     "/nergens/", "javascript:alert(1)", "/\\aanvaller.example/"],
)  # fmt: skip
def test_what_is_kept_goes_only_to_a_locked_door_of_this_house(tab: Client, address: str) -> None:
    word = signing.dumps([address, "", [["a", "b"]], 0, False], salt=bewaren.SALT)

    assert log_in(tab, bewaard=word)["Location"] == "/"


def test_what_was_tampered_with_is_dropped(tab: Client, uuid: UUID) -> None:
    word = kept(send_late(tab, uuid))
    other = signing.dumps(["/dossiers/", "", [["a", "b"]], 0, False], salt="iets anders")

    for wrong in (f"{word[:-1]}{'a' if word[-1] != 'a' else 'b'}", f"x{word}", other, "onzin"):
        assert log_in(tab, bewaard=wrong)["Location"] == "/"
        tab.post("/uitloggen/", {"csrfmiddlewaretoken": token(tab)}, headers=HIER)


def test_what_is_too_old_is_dropped(
    tab: Client, uuid: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = kept(send_late(tab, uuid))
    monkeypatch.setattr("django.core.signing.time.time", lambda: 4_000_000_000)

    assert log_in(tab, bewaard=word)["Location"] == "/"


def test_a_password_is_never_kept_and_a_bsn_never_shown_whole(tab: Client, uuid: UUID) -> None:
    extra = {"password": "geheim1", "nieuw_wachtwoord": "geheim2", "bsn": "999900407"}
    back = log_in(tab, bewaard=kept(send_late(tab, uuid, **extra)))

    assert "geheim" not in text_of(back)
    assert "999900407" not in words_of(back).split("…0407")[0]
    assert fields(back)["bsn"] == "999900407"


@pytest.mark.parametrize(
    "extra",
    [{"reden": "x" * 100_001}, {f"veld{nth}": "x" for nth in range(201)}],
    ids=["long", "many"],
)
def test_too_much_is_not_kept_and_that_is_said(
    tab: Client, uuid: UUID, extra: dict[str, str]
) -> None:
    asked = send_late(tab, uuid, **extra)

    assert "was te veel om te bewaren" in words_of(asked)
    assert len(asked.content) < 20_000
    assert log_in(tab, bewaard=kept(asked))["Location"] == f"{pip(uuid)}?dag=1"


def test_a_file_is_not_kept_and_that_is_said(tab: Client, uuid: UUID) -> None:
    asked = send_late(tab, uuid, bijlage=SimpleUploadedFile("brief.pdf", b"kanarie"))

    assert "Een bestand kan niet worden bewaard" in words_of(asked)
    back = log_in(tab, bewaard=kept(asked))
    assert "Een bestand is niet meegekomen" in words_of(back)
    assert "brief.pdf" not in text_of(back)


def test_several_values_of_one_field_and_several_lines_come_back_as_they_were(
    tab: Client, uuid: UUID
) -> None:
    text = '\r\neerste </textarea> "regel"\r\n\r\ntweede & derde'
    asked = send_late(tab, uuid, leerroute=["B1", "Z"], reden=text)
    back = log_in(tab, bewaard=kept(asked))

    sent = text_of(back)
    assert sent.count('<textarea name="leerroute" hidden>') == 2
    assert fields(back)["reden"] == text
    assert "</textarea> &quot;regel" not in sent


def test_logging_in_and_out_are_never_kept(tab: Client) -> None:
    words = {"csrfmiddlewaretoken": "x" * 32, "username": "kanarie"}
    for address in ("/inloggen/", "/uitloggen/"):
        answer = tab.post(address, words, headers=HIER)
        assert answer.status_code == 403
        assert b"kanarie" not in answer.content
