"""Strange names and texts stand on every page as text, and people stand in no address or log."""

import logging
from datetime import date
from uuid import UUID

import pytest

from schakel.base.tijd import noon
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region, who
from schakel.traject import events
from schakel.traject.actions import stappen
from schakel.traject.actions.concept import present_concept, save_concept
from schakel.traject.actions.dossier import PersoonGegevens, open_dossier
from schakel.traject.actions.stappen import OproepGegevens
from schakel.traject.actions.werk import VoornemenGegevens, plan_werk
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.traject.tests.world import (
    NU,
    WOERDEN,
    Keten,
    a_dossier_after_intake,
    link,
    log_of,
    newest_of,
)
from schakel.web.tests.world import as_persona, page, stop_the_clock, text_of
from schakel.wet.lijsten import IntakeOnderwerp

pytestmark = pytest.mark.django_db

VREEMD = "<script>alert(1)</script>{{ 7|add:7 }}{% now 'Y' %}\"'><img src=x onerror=alert(1)>"
NAAM = "<b>Knal</b>{{ x }}"
BSN, TELEFOON = "111222333", "0612345678"


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def a_strange_dossier() -> UUID:
    """Return someone with a strange name, about whom strange things are written and planned."""
    uuid = open_dossier(
        actor=who("consulent"), gegevens=PersoonGegevens(achternaam=NAAM), gemeente=WOERDEN,
        happened_on=NU.date(), now=NU,
    )  # fmt: skip
    actor = who("consulent")
    gegevens = OproepGegevens(verzonden_op=NU.date(), gesprek_op=date(2022, 9, 1))
    stappen.invite(actor=actor, dossier_uuid=uuid, gegevens=gegevens, now=NU)
    plan_werk(
        actor=actor, dossier_uuid=uuid, now=NU,
        gegevens=VoornemenGegevens(handeling=Handeling.GESPREK, op=date(2022, 9, 9), plan=VREEMD),
    )  # fmt: skip
    return uuid


def harmless(told: str) -> None:
    """Nothing of the strange text is mark-up, and nothing of it was worked out."""
    assert "<script>alert" not in told
    assert "<img src=x" not in told
    assert "<b>Knal" not in told
    assert "{{ 7|add:7 }}" in told or "{{ x }}" in told


@pytest.mark.parametrize("tail", ["gesprek/", "toets_plannen/"])
def test_a_point_of_work_shows_a_name_and_a_plan_as_text(tail: str) -> None:
    uuid = a_strange_dossier()

    told = page("consulent", f"/werk/{uuid}/{tail}")

    harmless(told)
    assert "&lt;b&gt;Knal" in told
    harmless(page("consulent", "/werk/", wie="team"))
    harmless(page("consulent", "/dossiers/"))


@pytest.mark.parametrize("tail", ["", "pip/", "stap/gesprek/", "stap/onderwerpen/"])
def test_the_screens_of_a_dossier_show_the_name_as_text(tail: str) -> None:
    harmless(page("consulent", f"/dossiers/{a_strange_dossier()}/{tail}"))


def test_prose_stands_in_the_timeline_as_text(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    line = newest_of(uuid, events.BredeIntakeStarted.kind).id
    stappen.record_onderwerpen(
        actor=who("consulent"), dossier_uuid=uuid, happened_on=NU.date(), now=NU,
        verslagen={IntakeOnderwerp.TAALNIVEAU: VREEMD},
    )  # fmt: skip
    told = {"dossier_uuid": uuid, "gebeurtenis": line, "tekst": VREEMD, "now": NU}
    stappen.contest(actor=who("partner"), **told)  # type: ignore[arg-type]
    stappen.answer(actor=who("consulent"), **told)  # type: ignore[arg-type]

    for name in ("consulent", "collega", "partner"):
        shown = page(name, f"/dossiers/{uuid}/")
        harmless(shown)
        assert shown.count("&lt;script&gt;") == 3


def test_a_concept_is_read_along_as_text(keten: Keten) -> None:
    uuid, actor = a_dossier_after_intake(), who("consulent")
    save_concept(actor=actor, dossier_uuid=uuid, waarden={"begeleiding": VREEMD}, versie=0, now=NU)
    present_concept(actor=actor, dossier_uuid=uuid, medewerker=keten.begeleider, now=NU)
    harmless(page("partner", f"/dossiers/{uuid}/pip/meelezen/"))
    harmless(page("consulent", f"/dossiers/{uuid}/pip/"))
    words = {"akkoord": "nee", "opmerking": VREEMD, "gezien": log_of(uuid)[-1].id}
    as_persona("partner").post(f"/dossiers/{uuid}/pip/meelezen/", words)

    harmless(page("consulent", f"/dossiers/{uuid}/pip/"))


def test_what_was_typed_comes_back_as_text() -> None:
    uuid, client = a_strange_dossier(), as_persona("consulent")
    for address, field in (
        (f"/werk/{uuid}/gesprek/", "plan"), (f"/werk/{uuid}/gesprek/", "op"),
        (f"/dossiers/{uuid}/stap/onderwerpen/", "taalniveau"),
        (f"/dossiers/{uuid}/stap/gesprek/", "tweede_deelnemer"),
        (f"/dossiers/{uuid}/stap/gesprek/", "happened_on"),
        (f"/dossiers/{uuid}/stap/gesprek/", "gezien"),
        (f"/dossiers/{uuid}/pip/", "afweging_b1"), (f"/dossiers/{uuid}/pip/", "leerroute"),
        (f"/dossiers/{uuid}/pip/", "versie"),
    ):  # fmt: skip
        answer = client.post(address, {field: VREEMD})
        assert answer.status_code == 200, address
        harmless(text_of(answer))


def test_people_stand_in_no_address_in_no_record_of_looking_and_in_no_log(
    keten: Keten, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    uuid = open_dossier(
        actor=who("consulent"), gemeente=WOERDEN, happened_on=NU.date(), now=noon(NU.date()),
        gegevens=PersoonGegevens(achternaam="Kanarie", bsn=BSN, telefoon=TELEFOON),
    )  # fmt: skip
    link(uuid, keten)
    # The log of the database itself is for a developer, and off outside tests.
    caplog.clear()
    client, other = as_persona("consulent"), as_persona("partner")
    said = []
    for address in (
        "/werk/?wie=team", f"/werk/{uuid}/uitnodigen/", f"/dossiers/{uuid}/",
        f"/dossiers/{uuid}/pip/", f"/dossiers/{uuid}/stap/uitnodigen/",
        f"/dossiers/{uuid}/pip/meelezen/", f"/dossiers/{uuid}/stap/niets/",
    ):  # fmt: skip
        words = {"plan": "Kanarie", "op": "x", "happened_on": "x", "begeleiding": BSN,
                 "opmerking": TELEFOON}  # fmt: skip
        for browser in (client, other):
            said += [browser.get(address), browser.post(address, words)]

    html = "".join(text_of(one) for one in said)
    links = "".join(part.split('"')[1] for part in html.split("href=")[1:])
    looks = "".join(Inzage.objects.values_list("vraag", flat=True))
    logs = "".join(
        record.getMessage() for record in caplog.records
        if not record.name.startswith("django.db")
    )  # fmt: skip
    assert "Kanarie" in html
    for secret in ("Kanarie", BSN, TELEFOON):
        assert secret not in links
        assert secret not in looks
        assert secret not in logs
