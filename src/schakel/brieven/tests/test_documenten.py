"""A letter is made once, kept byte for byte, and handed out whole or not at all."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.brieven.models import Document
from schakel.brieven.queries import SoortDocument, get_document, list_documenten
from schakel.brieven.tests.world import a_brief, a_writer, make
from schakel.dossier.actions.feiten import Opened, PersoonGegevens, open_dossier
from schakel.dossier.queries import DossierNotFound, Zicht, get_dossier
from schakel.dossier.tests.world import BEGIN, NU, WOERDEN, consulent

pytestmark = pytest.mark.django_db
IN_DE_BRIEF = [
    Gegevenscategorie.IDENTITEIT, Gegevenscategorie.CONTACT, Gegevenscategorie.VERBLIJF,
    Gegevenscategorie.TAAL, Gegevenscategorie.VOORTGANG, Gegevenscategorie.FINANCIEN,
    Gegevenscategorie.GEZIN, Gegevenscategorie.BEGELEIDING,
]  # fmt: skip


@pytest.fixture
def dossier() -> Opened:
    return opened()


def opened(achternaam: str = "Tekle", gemeente: str = WOERDEN) -> Opened:
    return open_dossier(
        actor=replace(consulent(), gemeenten=frozenset({gemeente})),
        gegevens=PersoonGegevens(achternaam=achternaam),
        gemeente=gemeente,
        happened_on=BEGIN,
        now=NU,
    )


def see(uuid: UUID) -> Zicht:
    return get_dossier(actor=consulent(), uuid=uuid)


def test_the_letter_is_kept_as_it_was_made(dossier: Opened) -> None:
    made = make(dossier.id)

    pdf, name = get_document(zicht=see(dossier.uuid), document=made)
    assert pdf.startswith(b"%PDF-1.7")
    assert name == "PIP-2022-06-10.pdf"
    row = Document.objects.get()
    assert row.sha256 == sha256(pdf).hexdigest()
    assert (row.sjabloon, row.made_at, row.made_by) == ("pip-1", NU, consulent().medewerker)
    assert set(row.categorieen) == set(IN_DE_BRIEF)


def test_the_list_has_the_newest_first_and_does_not_read_the_letters(dossier: Opened) -> None:
    make(dossier.id)
    later = make(dossier.id, gebeurtenis=8, brief=a_brief(dagtekening=date(2022, 8, 1)))
    make(opened("Ander").id, gebeurtenis=9)

    with CaptureQueriesContext(connection) as asked:
        rows = list_documenten(zicht=see(dossier.uuid))
    assert [(row.id == later, row.gebeurtenis, row.soort) for row in rows] == [
        (True, 8, SoortDocument.PIP),
        (False, 7, SoortDocument.PIP),
    ]
    assert '"pdf"' not in str(asked.captured_queries)


@pytest.mark.parametrize("missing", IN_DE_BRIEF)
def test_who_lacks_one_category_lacks_the_letter(
    dossier: Opened, missing: Gegevenscategorie
) -> None:
    made = make(dossier.id)
    zicht = see(dossier.uuid)
    less = replace(zicht, categorieen=zicht.categorieen - {missing})

    assert list_documenten(zicht=less) == []
    with pytest.raises(DossierNotFound):
        get_document(zicht=less, document=made)


def test_the_categories_of_the_letter_are_enough(dossier: Opened) -> None:
    made = make(dossier.id)
    zicht = replace(see(dossier.uuid), categorieen=frozenset(IN_DE_BRIEF))

    assert [row.id for row in list_documenten(zicht=zicht)] == [made]


def test_a_letter_of_another_dossier_is_not_found(dossier: Opened) -> None:
    there = make(opened("Ander").id)

    for number in (there, there + 99, 10**30):
        with pytest.raises(DossierNotFound):
            get_document(zicht=see(dossier.uuid), document=number)


def test_who_may_not_establish_a_pip_makes_no_letter(dossier: Opened) -> None:
    with pytest.raises(NotAllowed):
        make(dossier.id, actor=consulent())
    elsewhere = replace(a_writer(), gemeenten=frozenset({"0335"}))
    with pytest.raises(DossierNotFound):
        make(dossier.id, actor=elsewhere)
    assert Permission.PIP_WRITE in elsewhere.permissions
    assert not Document.objects.exists()


def test_one_decision_has_one_letter(dossier: Opened) -> None:
    make(dossier.id)

    with pytest.raises(Refusal, match="al gemaakt"):
        make(dossier.id)
    row = Document.objects.get()
    row.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_letter_that_cannot_be_made_leaves_nothing(dossier: Opened) -> None:
    with pytest.raises(Refusal):
        make(dossier.id, brief=a_brief(naam="سلام"))
    assert not Document.objects.exists()
