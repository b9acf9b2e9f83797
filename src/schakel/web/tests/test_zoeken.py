"""Search: what was typed leaves no trace, and nobody finds by what he may not see."""

import logging

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.actions.personen import change_persoon
from schakel.dossier.queries import PersoonGegevens
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region, who
from schakel.traject.actions.dossier import assign_casusregisseur
from schakel.traject.tests.world import (
    BODEGRAVEN,
    NU,
    Keten,
    a_dossier,
    a_dossier_with_pip,
    consulent,
    id_of,
    link,
)
from schakel.web.tests.world import agree_on, as_persona, page, stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db
RAMI = PersoonGegevens(
    voornaam="Rami", achternaam="Hamwi", bsn="999990019", v_nummer="2900001047",
    telefoon="06-12345678", straat="Rijnstraat", huisnummer="12", postcode="3441 AB",
)  # fmt: skip


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


@pytest.fixture
def rami() -> str:
    uuid = a_dossier_with_pip(achternaam="Hamwi")
    change_persoon(actor=consulent(), dossier_uuid=uuid, gegevens=RAMI)
    a_dossier(achternaam="Anders")
    return f"/dossiers/{uuid}/"


def ask(term: str, name: str = "consulent") -> HttpResponse:
    return as_persona(name).post("/zoeken/", {"wie": term})


@pytest.mark.parametrize("term", ["999990019", "9999.90.019", "2900001047"])
def test_a_whole_number_leads_to_the_dossier_by_its_uuid(rami: str, term: str) -> None:
    answer = ask(term)

    assert (answer.status_code, answer["Location"]) == (302, rami)


@pytest.mark.parametrize("term", ["hamwi", "rami hamwi", "0612345678", "rijnstraat 12", "3441ab"])
def test_words_give_a_list_with_what_one_needs_next(rami: str, keten: Keten, term: str) -> None:
    assign_casusregisseur(
        actor=consulent(), dossier_uuid=rami.split("/")[2],  # type: ignore[arg-type]
        medewerker=keten.consulent, reden="", now=NU,
    )  # fmt: skip

    told = words_of(ask(term))

    for shown in ("Hamwi, Rami", "Woerden", "Sanne", "Aanmelding"):
        assert shown in told, shown
    assert "Anders" not in told


@pytest.mark.parametrize("term", ["999990020", "2900001048", "kanarie", "hamwi kanarie", "…"])
def test_who_is_not_there_is_not_found(rami: str, term: str) -> None:
    assert "Niet gevonden" in text_of(ask(term))


@pytest.mark.parametrize("term", ["Kanarie", "999990019"])
def test_another_gemeente_is_as_if_it_is_not_there(term: str) -> None:
    uuid = a_dossier(achternaam="Kanarie", gemeente=BODEGRAVEN)
    elsewhere = who("consulent")
    assert BODEGRAVEN not in elsewhere.gemeenten

    told = text_of(ask(term))
    assert "Niet gevonden" in told
    assert str(uuid) not in told
    assert not Inzage.objects.exists()


def test_nothing_typed_asks_for_something() -> None:
    assert "Vul in wie u zoekt" in text_of(ask("  "))
    assert "Niet gevonden" not in page("consulent", "/zoeken/")


def test_what_was_typed_is_in_no_address_session_record_or_log(
    rami: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = as_persona("consulent")
    for term in ("999990019", "0612345678", "hamwi"):
        answer = client.post("/zoeken/", {"wie": term})
        assert term not in answer.get("Location", "")
    client.get("/zoeken/?wie=rijnstraat")

    kept = " ".join(str(session.get_decoded()) for session in Session.objects.all())
    kept += " ".join(map(str, Inzage.objects.values()))
    for term in ("999990019", "0612345678", "hamwi"):
        assert term not in kept
        assert term not in "".join(
            record.getMessage() for record in caplog.records if record.name != "django.db.backends"
        )
    assert set(Inzage.objects.values_list("vraag", flat=True)) == {"zoeken"}


def test_an_address_with_a_term_searches_nothing(rami: str) -> None:
    told = page("consulent", "/zoeken/", wie="hamwi")
    assert "Hamwi" not in told
    assert 'value="hamwi"' not in told


def test_search_is_behind_the_csrf_lock() -> None:
    client = as_persona("consulent")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies

    assert strict.post("/zoeken/", {"wie": "hamwi"}).status_code == 403


@pytest.mark.parametrize(
    ("opens", "finds"),
    [
        (Gegevenscategorie.IDENTITEIT, {"hamwi"}),
        (Gegevenscategorie.CONTACT, {"0612345678", "rijnstraat"}),
        (Gegevenscategorie.BSN, {"999990019", "0019"}),
        (Gegevenscategorie.VERBLIJF, {"2900001047", "29000"}),
    ],
    ids=["name", "contact", "BSN", "V-nummer"],
)
def test_a_partner_finds_only_by_what_is_shared(
    rami: str, keten: Keten, opens: Gegevenscategorie, finds: set[str]
) -> None:
    link(rami.split("/")[2], keten)  # type: ignore[arg-type]
    agree_on(keten, {opens})
    terms = ("hamwi", "0612345678", "rijnstraat", "999990019", "0019", "2900001047", "29000")

    found = {
        term
        for term in terms
        if (answer := ask(term, "partner")).status_code == 302 or rami in text_of(answer)
    }

    assert found == finds
    if opens is not Gegevenscategorie.IDENTITEIT:
        told = text_of(ask(min(finds), "partner"))
        assert "Rami" not in told


def test_a_partner_without_progress_sees_no_step_and_no_casusregisseur(
    rami: str, keten: Keten
) -> None:
    link(rami.split("/")[2], keten)  # type: ignore[arg-type]
    agree_on(keten, {Gegevenscategorie.IDENTITEIT})

    told = text_of(ask("hamwi", "partner"))
    for column in ("Casusregisseur", "Volgende stap", "niet toegewezen"):
        assert column not in told


def test_every_one_that_is_shown_is_a_look(rami: str) -> None:
    ask("hamwi")

    [look] = Inzage.objects.all()
    assert (look.dossier, look.vraag) == (id_of(rami.split("/")[2]), "zoeken")  # type: ignore[arg-type]


def test_no_more_than_fifty_are_shown_and_it_says_so() -> None:
    for number in range(52):
        a_dossier(achternaam=f"Naam{number:02}", registered=False, confirmed=False)

    told = text_of(ask("naam"))
    assert "hooguit 50" in told
    assert told.count("<tr>") == 51
    assert "Naam50" not in told
    assert Inzage.objects.count() == 50


def test_many_results_ask_as_many_questions_as_one(rami: str) -> None:
    client = as_persona("consulent")
    client.post("/zoeken/", {"wie": "hamwi"})
    with CaptureQueriesContext(connection) as one:
        client.post("/zoeken/", {"wie": "hamwi"})
    for number in range(5):
        a_dossier(achternaam=f"Hamwi{number}")
    with CaptureQueriesContext(connection) as many:
        client.post("/zoeken/", {"wie": "hamwi"})

    assert len(many) == len(one)


@pytest.mark.parametrize(
    ("name", "status"), [("partner", 200), ("collega", 200), ("beleid", 403), ("inburgeraar", 403)]
)
def test_who_sees_no_dossiers_has_nothing_to_search(name: str, status: int) -> None:
    assert as_persona(name).get("/zoeken/").status_code == status
    assert ask("hamwi", name).status_code == status


def test_the_box_stands_above_the_list() -> None:
    for name in ("consulent", "partner"):
        assert 'action="/zoeken/"' in page(name, "/dossiers/")
