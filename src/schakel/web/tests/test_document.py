"""The door to a letter: for who may see all of it, noted, and kept by no cache."""

from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.brieven.tests.world import make
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import Keten, a_dossier_with_pip, consulent, id_of, link
from schakel.web.tests.world import agree_on, as_persona, stop_the_clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def a_letter(uuid: UUID) -> int:
    return make(id_of(uuid), gebeurtenis=999_999, actor=consulent())


def ask(name: str, uuid: UUID, document: int) -> HttpResponse:
    return as_persona(name).get(f"/dossiers/{uuid}/documenten/{document}/")


def test_the_letter_comes_as_a_file_that_names_nobody_and_stays_in_no_cache() -> None:
    uuid = a_dossier_with_pip(achternaam="Kanarie")

    answer = ask("consulent", uuid, a_letter(uuid))

    assert answer.status_code == 200
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="PIP-2022-06-10.pdf"'
    assert answer["Cache-Control"] == "no-store, private"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_handing_it_out_leaves_a_trace() -> None:
    uuid = a_dossier_with_pip()

    ask("collega", uuid, a_letter(uuid))

    look = Inzage.objects.get(dossier=id_of(uuid))
    assert (look.vraag, look.rol) == ("document", "trajectbegeleider")


def test_a_partner_gets_it_only_with_every_category_in_it(keten: Keten) -> None:
    uuid = a_dossier_with_pip()
    link(uuid, keten)
    letter = a_letter(uuid)

    agree_on(keten, set(Gegevenscategorie) - {Gegevenscategorie.FINANCIEN})
    assert ask("partner", uuid, letter).status_code == 404
    agree_on(keten, set(Gegevenscategorie))
    assert ask("partner", uuid, letter).status_code == 200
    assert ask("andere-partner", uuid, letter).status_code == 404


def test_what_is_not_there_and_what_is_of_another_dossier_look_the_same() -> None:
    uuid, other = a_dossier_with_pip(), a_dossier_with_pip(achternaam="Ander")
    letter = a_letter(other)

    for there, number in ((uuid, letter), (uuid4(), letter), (other, letter + 99), (uuid, 10**30)):
        assert ask("consulent", there, number).status_code == 404


@pytest.mark.parametrize("name", ["beleid", "beheer", "inburgeraar"])
def test_who_reads_no_dossiers_reads_no_letters(name: str) -> None:
    uuid = a_dossier_with_pip()
    assert ask(name, uuid, a_letter(uuid)).status_code == 403
