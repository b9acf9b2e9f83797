"""The concept PIP on screen: kept, laid before, read along, established or thrown away."""

import re
from uuid import UUID

import pytest

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region, who
from schakel.traject.models import Concept, Meelezing
from schakel.traject.tests.world import (
    BODEGRAVEN,
    GEDEELD,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    link,
    log_of,
)
from schakel.web.tests.world import (
    a_taalaanbieder,
    agree_on,
    as_persona,
    page,
    pip_words,
    stop_the_clock,
    text_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def at(uuid: UUID, tail: str = "") -> str:
    return f"/dossiers/{uuid}/pip/{tail}"


def keep(uuid: UUID, *, versie: int = 0, **words: object) -> str:
    """Press the button that keeps, and return the page that follows."""
    seen = log_of(uuid)[-1].id
    sent = {"gezien": seen, "versie": versie, "bewaren": "1", **words}
    return text_of(as_persona("consulent").post(at(uuid), sent, follow=True))


def present(uuid: UUID, medewerker: object) -> str:
    client = as_persona("consulent")
    return text_of(client.post(at(uuid, "voorleggen/"), {"medewerker": medewerker}, follow=True))


def laid_before(keten: Keten, **words: object) -> UUID:
    uuid = a_dossier_after_intake()
    keep(uuid, begeleiding="elke week bellen", **words)
    present(uuid, keten.begeleider)
    return uuid


def answer(uuid: UUID, name: str = "partner", **words: object) -> int:
    sent = {"gezien": log_of(uuid)[-1].id, "akkoord": "ja", "opmerking": "", **words}
    return as_persona(name).post(at(uuid, "meelezen/"), sent).status_code


def test_a_concept_can_be_kept_with_nothing_filled_in() -> None:
    uuid = a_dossier()
    before = len(log_of(uuid))

    assert "Concept bewaard" in keep(uuid)

    assert Concept.objects.get().versie == 1
    assert len(log_of(uuid)) == before
    assert "Concept-PIP" in page("consulent", f"/dossiers/{uuid}/")


def test_what_was_kept_comes_back_in_the_form() -> None:
    uuid = a_dossier_after_intake()

    told = keep(uuid, begeleiding="elke <week>", leerroute="Z", dagtekening="2022-08-31")

    assert "elke &lt;week&gt;" in told
    assert 'value="2022-08-31"' in told
    assert re.search(r'value="Z"[^>]* checked', told)


@pytest.mark.parametrize(
    "bad",
    [{"dagtekening": "31-02-2022"}, {"uren_leerroute": "-1"}, {"leerroute": "C2"},
     {"begeleiding": "x" * 4001}, {"uren_pvt": "1e9"}, {"gezien": "x"}],
)  # fmt: skip
def test_what_cannot_be_is_not_kept_either(bad: dict[str, object]) -> None:
    told = keep(a_dossier_after_intake(), **({"afweging_z": "blijft staan"} | bad))

    assert "data-foutmelding" in told
    assert "blijft staan" in told
    assert not Concept.objects.exists()


def test_two_tabs_do_not_overwrite_each_other() -> None:
    uuid = a_dossier_after_intake()
    keep(uuid, begeleiding="eerste tab")

    told = keep(uuid, versie=0, begeleiding="tweede tab")

    assert "Intussen heeft Consulent dit concept gewijzigd" in told
    assert "tweede tab" in told
    assert Concept.objects.get().waarden["begeleiding"] == "eerste tab"
    assert 'name="versie" value="1"' in told
    keep(uuid, versie=1, begeleiding="tweede tab")
    assert Concept.objects.get().waarden["begeleiding"] == "tweede tab"


def test_a_refused_pip_does_not_make_an_old_tab_new() -> None:
    uuid = a_dossier_after_intake()
    keep(uuid, begeleiding="van een ander")
    words = pip_words(uuid, versie=0)

    told = text_of(as_persona("consulent").post(at(uuid), words))

    assert "Intussen heeft Consulent dit concept gewijzigd" in told
    assert 'name="versie" value="0"' in told
    assert Concept.objects.exists()
    assert "Intussen heeft" in keep(uuid, versie=0, begeleiding="mijn tab")


def test_it_is_laid_before_the_second_pair_of_eyes_and_nobody_else(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    assert "Er is geen concept meer" in present(uuid, keten.begeleider)
    keep(uuid)
    for whom in ("", "x", 0, 10**20, who("consulent").medewerker):
        assert "Kies wie het concept meeleest." in present(uuid, whom)
    assert Concept.objects.get().voorgelegd_aan is None

    assert "Voorgelegd. U ziet het hier" in present(uuid, keten.begeleider)

    assert Concept.objects.get().voorgelegd_aan == keten.begeleider


def test_without_an_agreement_it_is_said_that_nothing_is_seen(keten: Keten) -> None:
    uuid = a_dossier_after_intake(gemeente="0335")
    keep(uuid)

    told = present(uuid, who("andere-partner").medewerker)

    assert "deze partner kan het dossier niet zien" in told
    assert as_persona("andere-partner").get(at(uuid, "meelezen/")).status_code == 404


def test_the_partner_reads_what_is_shared_and_no_more(keten: Keten) -> None:
    uuid = laid_before(keten, gezondheid="slaapt slecht", vve="on", vve_afspraken="peuterzaal")

    told = page("partner", at(uuid, "meelezen/"))

    assert "elke week bellen" in told
    assert "slaapt slecht" not in told
    assert "peuterzaal" not in told
    assert "Er staat meer in het concept" in told
    agree_on(keten, GEDEELD - {Gegevenscategorie.TAAL})
    told = page("partner", at(uuid, "meelezen/"))
    assert "elke week bellen" not in told
    assert "<form" not in told.split("<main")[1]
    answer(uuid)
    assert not Meelezing.objects.exists()


def test_what_was_not_laid_before_him_a_partner_neither_sees_nor_answers(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    keep(uuid, begeleiding="nog in de la")

    for _ in range(2):
        assert "nog in de la" not in page("partner", at(uuid, "meelezen/"))
        assert "meelezen" not in page("partner", f"/dossiers/{uuid}/")
        answer(uuid)
        assert not Meelezing.objects.exists()
        present(uuid, who("andere-partner").medewerker)


def test_the_answer_stands_beside_the_form_and_off_the_partners_list(keten: Keten) -> None:
    uuid = laid_before(keten)
    assert "Lees het concept-PIP mee." in page("partner", f"/dossiers/{uuid}/")

    assert answer(uuid, akkoord="nee", opmerking="") == 200
    assert answer(uuid, akkoord="misschien") == 200
    assert answer(uuid, akkoord="nee", opmerking="x" * 4001) == 200
    assert not Meelezing.objects.exists()
    assert answer(uuid, akkoord="nee", opmerking="te <snel>") == 302

    told = page("consulent", at(uuid))
    assert "Niet akkoord" in told
    assert "te &lt;snel&gt;" in told
    assert "Lees het concept-PIP mee." not in page("partner", f"/dossiers/{uuid}/")
    assert "Concept-PIP meelezen" not in page("partner", "/werk/")


def test_the_taalaanbieder_gets_nothing_of_it(keten: Keten) -> None:
    school = a_taalaanbieder()
    uuid = laid_before(keten)
    client = as_persona("consulent")
    seen = log_of(uuid)[-1].id
    client.post(at(uuid), pip_words(uuid, dagtekening="2022-09-01", versie=1, gezien=seen))
    words = {"happened_on": "2022-09-01", "taalaanbieder": school, "gezien": log_of(uuid)[-1].id}
    assert client.post(f"/dossiers/{uuid}/stap/aanmelden/", words).status_code == 302
    assert "Concept bewaard" in keep(uuid, begeleiding="tweede plan")

    told = page("docent", f"/dossiers/{uuid}/")

    assert "tweede plan" not in told
    assert "oncept" not in told
    for tail in ("", "meelezen/"):
        assert as_persona("docent").get(at(uuid, tail)).status_code == 403
    letter = re.search(r"/documenten/(\d+)/", page("consulent", f"/dossiers/{uuid}/"))
    assert letter is not None
    got = client.get(f"/dossiers/{uuid}{letter[0]}")
    assert got.content.startswith(b"%PDF-")
    assert got["Content-Disposition"] == 'attachment; filename="PIP-2022-09-01.pdf"'
    for name in ("docent", "partner"):
        assert "/documenten/" not in page(name, f"/dossiers/{uuid}/")
        assert as_persona(name).get(f"/dossiers/{uuid}{letter[0]}").status_code == 404
    assert client.get(f"/dossiers/{uuid}/documenten/{10**30}/").status_code == 404


def test_establishing_consumes_it(keten: Keten) -> None:
    uuid = laid_before(keten)
    words = pip_words(uuid, dagtekening="2022-09-01", versie=1)

    said = as_persona("consulent").post(at(uuid), words, follow=True)

    assert "PIP vastgesteld. De inburgeringstermijn loopt van 2 september 2022" in text_of(said)
    assert not Concept.objects.exists()
    assert "geen concept om te lezen" in page("partner", at(uuid, "meelezen/"))
    again = as_persona("consulent").post(at(uuid), words)
    assert again.status_code == 200
    assert [row.kind for row in log_of(uuid)].count("traject.pip_established") == 1


def test_throwing_it_away_decides_nothing() -> None:
    uuid, client = a_dossier_after_intake(), as_persona("consulent")
    keep(uuid)
    before = len(log_of(uuid))

    for _ in range(2):
        said = client.post(at(uuid, "weggooien/"), follow=True)
        assert "Concept weggegooid" in text_of(said)

    assert not Concept.objects.exists()
    assert len(log_of(uuid)) == before


def test_what_only_takes_a_form_shows_nothing() -> None:
    uuid = a_dossier_after_intake()
    keep(uuid)
    for tail in ("voorleggen/", "weggooien/"):
        assert as_persona("consulent").get(at(uuid, tail)).status_code == 405
    assert Concept.objects.exists()


@pytest.mark.parametrize("tail", ["", "voorleggen/", "weggooien/"])
@pytest.mark.parametrize("name", ["collega", "beleid", "beheer", "partner", "inburgeraar"])
def test_only_who_may_write_a_pip_gets_to_it(keten: Keten, name: str, tail: str) -> None:
    uuid = laid_before(keten)

    assert as_persona(name).get(at(uuid, tail)).status_code == 403
    assert as_persona(name).post(at(uuid, tail), pip_words(uuid)).status_code == 403
    assert Concept.objects.exists()


@pytest.mark.parametrize("name", ["consulent", "collega", "beleid", "inburgeraar"])
def test_only_a_second_pair_of_eyes_reads_along(keten: Keten, name: str) -> None:
    uuid = laid_before(keten)

    assert as_persona(name).get(at(uuid, "meelezen/")).status_code == 403
    assert answer(uuid, name) == 403


def test_the_concept_of_another_gemeente_is_not_there() -> None:
    uuid, client = a_dossier_after_intake(gemeente=BODEGRAVEN), as_persona("consulent")
    before = log_of(uuid)

    assert client.get(at(uuid)).status_code == 404
    for tail in ("", "voorleggen/", "weggooien/"):
        assert client.post(at(uuid, tail), pip_words(uuid, bewaren="1")).status_code == 404
    assert as_persona("partner").get(at(uuid, "meelezen/")).status_code == 404
    assert log_of(uuid) == before
    assert not Concept.objects.exists()
    assert set(Inzage.objects.values_list("geweigerd", flat=True)) == {True}


def test_by_script_the_form_alone_comes_back() -> None:
    uuid, script = a_dossier_after_intake(), {"HX-Request": "true"}

    told = as_persona("consulent").post(at(uuid), pip_words(uuid, dagtekening=""), headers=script)

    assert text_of(told).strip().startswith("<form")
