"""A dossier is opened once per person, by who is responsible, on a day that has come."""

from dataclasses import replace
from datetime import date

import pytest

from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.actions.feiten import Opened, PersoonGegevens, open_dossier
from schakel.dossier.models import Dossier, Huishouden, Persoon
from schakel.dossier.queries import DossierNotFound, get_dossier, get_persoon, list_dossiers
from schakel.dossier.tests.world import BEGIN, NU, OUDEWATER, WOERDEN, consulent
from schakel.logboek.models import Gebeurtenis

pytestmark = pytest.mark.django_db
RAMI = PersoonGegevens(
    voornaam="Rami",
    tussenvoegsel="al",
    achternaam="Hamwi",
    bsn="9999.90.019",
    v_nummer="2900001047",
)


def opened(
    gegevens: PersoonGegevens = RAMI, *, gemeente: str = WOERDEN, on: date = BEGIN
) -> Opened:
    return open_dossier(
        actor=consulent(), gegevens=gegevens, gemeente=gemeente, happened_on=on, now=NU
    )


def nothing_was_made() -> bool:
    return not any(table.objects.exists() for table in (Dossier, Persoon, Huishouden, Gebeurtenis))


def test_the_log_says_that_it_was_opened_and_who_is_responsible() -> None:
    dossier = opened()

    rows = Gebeurtenis.objects.filter(dossier=dossier.id).order_by("id")
    assert [(row.kind, row.happened_on, row.facts) for row in rows] == [
        ("dossier.opened", BEGIN, {}),
        ("dossier.gemeente_became_responsible", BEGIN, {"gemeente": "0632", "per": "2022-03-01"}),
    ]
    assert Dossier.objects.get().gemeente == WOERDEN


def test_the_person_is_shown_with_half_a_bsn() -> None:
    dossier = opened()

    actor = consulent()
    persoon = get_persoon(actor=actor, zicht=get_dossier(actor=actor, uuid=dossier.uuid))
    assert (persoon.naam, persoon.sorteernaam) == ("Rami al Hamwi", "Hamwi, Rami al")
    assert persoon.bsn == "•••••0019"
    assert Persoon.objects.get().bsn == "999990019"


@pytest.mark.parametrize(
    "again",
    [PersoonGegevens(achternaam="Hamwi", bsn="999990019"),
     PersoonGegevens(achternaam="Anders", v_nummer="2900001047")],
    ids=["same BSN", "same V-nummer"],
)  # fmt: skip
def test_the_same_person_is_refused_the_second_time(again: PersoonGegevens) -> None:
    opened()

    with pytest.raises(Refusal, match="heeft al een dossier"):
        opened(again)
    assert Dossier.objects.count() == 1


def test_two_people_without_numbers_are_two_people() -> None:
    opened(PersoonGegevens(achternaam="Een"))
    opened(PersoonGegevens(achternaam="Twee"))

    assert [row.persoon.sorteernaam for row in list_dossiers(actor=consulent())] == ["Een", "Twee"]


def test_a_family_shares_a_household() -> None:
    opened()
    home = Huishouden.objects.get().pk
    opened(PersoonGegevens(achternaam="Hamwi", voornaam="Lina", huishouden=home))

    assert Huishouden.objects.count() == 1


@pytest.mark.parametrize(
    ("gegevens", "gemeente", "on", "sentence"),
    [
        (RAMI, "1901", BEGIN, "buiten uw bereik"),
        (replace(RAMI, achternaam=" "), WOERDEN, BEGIN, "Vul de achternaam in"),
        (replace(RAMI, bsn="123456789"), WOERDEN, BEGIN, "geen geldig BSN"),
        (RAMI, WOERDEN, date(2022, 9, 2), "2 september 2022 ligt in de toekomst"),
    ],
    ids=["other gemeente", "no name", "wrong BSN", "tomorrow"],
)
def test_what_is_refused_leaves_nothing_behind(
    gegevens: PersoonGegevens, gemeente: str, on: date, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        opened(gegevens, gemeente=gemeente, on=on)
    assert nothing_was_made()


def test_who_may_only_read_opens_nothing() -> None:
    reader = replace(consulent(), permissions=frozenset())
    with pytest.raises(NotAllowed, match="dossiers bijwerken"):
        open_dossier(actor=reader, gegevens=RAMI, gemeente=WOERDEN, happened_on=BEGIN, now=NU)
    assert nothing_was_made()


def test_another_gemeente_does_not_find_it_and_leaves_no_look() -> None:
    dossier = opened(gemeente=OUDEWATER)
    elsewhere = replace(consulent(), gemeenten=frozenset({WOERDEN}))

    with pytest.raises(DossierNotFound):
        get_dossier(actor=elsewhere, uuid=dossier.uuid)
    assert list_dossiers(actor=elsewhere) == []
    assert elsewhere.inzagen == []


def test_every_question_notes_what_it_hands_out() -> None:
    dossier = opened()
    actor = consulent()

    get_dossier(actor=actor, uuid=dossier.uuid, question="dossier")
    list_dossiers(actor=actor)

    assert [(look.dossier, look.question) for look in actor.inzagen] == [
        (dossier.id, "dossier"), (dossier.id, "lijst"),
    ]  # fmt: skip
