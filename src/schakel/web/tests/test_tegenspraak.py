"""The second pair of eyes contests what is in sight; the casusregisseur answers."""

from uuid import UUID

import pytest

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.toegang.tests.world import a_region
from schakel.traject import events
from schakel.traject.tests.world import (
    BODEGRAVEN,
    GEDEELD,
    Keten,
    a_dossier_after_intake,
    link,
    log_of,
    newest_of,
)
from schakel.web.tests.world import agree_on, as_persona, page, stop_the_clock, text_of, words_of

pytestmark = pytest.mark.django_db

GESPREK = events.BredeIntakeStarted.kind
LINKS = ("/tegenspraak/", "/antwoord/")


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


@pytest.fixture
def uuid(keten: Keten) -> UUID:
    found = a_dossier_after_intake()
    link(found, keten)
    return found


def line(uuid: UUID, how: str = "tegenspraak", kind: str = GESPREK) -> str:
    return f"/dossiers/{uuid}/gebeurtenis/{newest_of(uuid, kind).id}/{how}/"


def say(name: str, address: str, uuid: UUID, tekst: str = "Hij spreekt ook Engels.") -> int:
    words = {"tekst": tekst, "gezien": log_of(uuid)[-1].id}
    return as_persona(name).post(address, words).status_code


def kinds(uuid: UUID) -> list[str]:
    return [row.kind for row in log_of(uuid)]


def test_a_line_is_contested_and_answered_and_the_badge_comes_and_goes(uuid: UUID) -> None:
    there = f"/dossiers/{uuid}/"
    assert line(uuid) in page("partner", there)
    assert "/antwoord/" not in page("consulent", there)

    assert say("partner", line(uuid), uuid, "Niet <zo>") == 302

    for name in ("partner", "consulent", "collega"):
        told = page(name, there)
        assert "tegengesproken" in told
        assert "Niet &lt;zo&gt;" in told
    assert line(uuid, "antwoord") in page("consulent", there)
    assert say("consulent", line(uuid, "antwoord"), uuid, "Aangevuld") == 302
    for name in ("partner", "consulent"):
        told = page(name, there)
        assert ">tegengesproken<" not in told
        assert "Aangevuld" in told
        assert "/antwoord/" not in told


def test_a_reader_and_a_casusregisseur_do_not_contest(uuid: UUID) -> None:
    say("partner", line(uuid), uuid)
    told = page("collega", f"/dossiers/{uuid}/")
    assert not any(link in told for link in LINKS)
    assert "/tegenspraak/" not in page("consulent", f"/dossiers/{uuid}/")
    assert "/antwoord/" not in page("partner", f"/dossiers/{uuid}/")
    before = kinds(uuid)

    for name in ("collega", "beleid", "beheer", "inburgeraar"):
        for how in ("tegenspraak", "antwoord"):
            assert as_persona(name).get(line(uuid, how)).status_code == 403
            assert say(name, line(uuid, how), uuid) == 403
    assert say("consulent", line(uuid), uuid) == 403
    assert say("partner", line(uuid, "antwoord"), uuid) == 403
    assert kinds(uuid) == before


def test_a_line_whose_category_is_closed_cannot_be_contested(keten: Keten, uuid: UUID) -> None:
    agree_on(keten, GEDEELD - {Gegevenscategorie.VOORTGANG})
    before = kinds(uuid)

    assert "/tegenspraak/" not in page("partner", f"/dossiers/{uuid}/")
    assert say("partner", line(uuid), uuid) == 200
    assert kinds(uuid) == before


@pytest.mark.parametrize(
    "kind", ["dossier.opened", "traject.leerbaarheidstoets_taken", "dossier.plicht_begun"]
)
def test_only_a_line_of_the_intake_can_be_contested(uuid: UUID, kind: str) -> None:
    before = kinds(uuid)

    assert say("partner", line(uuid, kind=kind), uuid) == 200
    assert kinds(uuid) == before


def test_a_line_of_another_dossier_cannot_be_contested_through_this_one(uuid: UUID) -> None:
    other = a_dossier_after_intake(achternaam="Ander")
    strange = f"/dossiers/{uuid}/gebeurtenis/{newest_of(other, GESPREK).id}/"
    before = kinds(uuid), kinds(other)

    for address in (
        f"{strange}tegenspraak/",
        f"/dossiers/{uuid}/gebeurtenis/{10**30}/tegenspraak/",
    ):
        assert say("partner", address, uuid) == 200
    assert say("consulent", f"{strange}antwoord/", uuid) == 200
    assert say("partner", line(other), other) == 404
    assert as_persona("partner").get(line(other)).status_code == 404
    assert (kinds(uuid), kinds(other)) == before


def test_another_gemeente_is_not_there() -> None:
    uuid = a_dossier_after_intake(gemeente=BODEGRAVEN)

    assert say("consulent", line(uuid, "antwoord"), uuid) == 404
    assert say("partner", line(uuid), uuid) == 404


@pytest.mark.parametrize("tekst", ["", "   \n ", "x" * 4001, "a\x00b"])
def test_a_bad_text_is_refused_with_the_form(uuid: UUID, tekst: str) -> None:
    before = kinds(uuid)

    words = {"tekst": tekst, "gezien": log_of(uuid)[-1].id}
    answer = as_persona("partner").post(line(uuid), words)

    assert answer.status_code == 200
    assert 'id="id_tekst_error"' in text_of(answer)
    assert kinds(uuid) == before


def test_what_is_not_contested_cannot_be_answered_and_an_answer_counts_once(uuid: UUID) -> None:
    assert say("consulent", line(uuid, "antwoord"), uuid) == 200
    say("partner", line(uuid), uuid)
    assert say("consulent", line(uuid, "antwoord"), uuid) == 302
    assert say("consulent", line(uuid, "antwoord"), uuid) == 200
    assert kinds(uuid).count("traject.tegenspraak_answered") == 1


def test_the_same_words_sent_twice_are_recorded_once(uuid: UUID) -> None:
    words = {"tekst": "Hij spreekt ook Engels.", "gezien": log_of(uuid)[-1].id}
    for _ in range(2):
        as_persona("partner").post(line(uuid), words)

    assert kinds(uuid).count("traject.tegenspraak_recorded") == 1


def test_who_looks_back_is_offered_nothing_to_say(uuid: UUID) -> None:
    say("partner", line(uuid), uuid)
    back = {"bekend_op": "2022-09-01"}

    for name in ("partner", "consulent"):
        told = page(name, f"/dossiers/{uuid}/", **back)
        assert "zoals het bekend was op" in told
        assert not any(link in told for link in LINKS)


def test_by_script_the_form_alone_comes_back(uuid: UUID) -> None:
    script = {"HX-Request": "true"}
    words = {"tekst": "", "gezien": log_of(uuid)[-1].id}

    told = as_persona("partner").post(line(uuid), words, headers=script)

    assert text_of(told).strip().startswith("<form")
    words["tekst"] = "toch"
    client = as_persona("partner")
    led = client.post(line(uuid), words, headers=script)
    assert led["HX-Redirect"] == f"/dossiers/{uuid}/"
    assert "Verstuurd" in words_of(client.get(f"/dossiers/{uuid}/"))
