"""A dossier is opened once per person, by who is responsible, on a day that has come."""

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from schakel.base.actor import Actor, Inzage
from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.actions import feiten
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
    gegevens: PersoonGegevens = RAMI,
    *,
    gemeente: str = WOERDEN,
    on: date = BEGIN,
    uuid: UUID | None = None,
    actor: Actor | None = None,
) -> Opened:
    return open_dossier(
        actor=actor or consulent(),
        gegevens=gegevens,
        gemeente=gemeente,
        happened_on=on,
        now=NU,
        uuid=uuid,
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


def test_another_gemeente_does_not_find_it_and_leaves_a_refused_look() -> None:
    dossier = opened(gemeente=OUDEWATER)
    elsewhere = replace(consulent(), gemeenten=frozenset({WOERDEN}))

    with pytest.raises(DossierNotFound):
        get_dossier(actor=elsewhere, uuid=dossier.uuid)
    assert list_dossiers(actor=elsewhere) == []
    assert elsewhere.inzagen == [
        Inzage(dossier=dossier.id, categories=frozenset(), question="dossier", geweigerd=True)
    ]


def test_what_does_not_exist_leaves_nothing() -> None:
    actor = consulent()

    with pytest.raises(DossierNotFound):
        get_dossier(actor=actor, uuid=uuid4())
    assert actor.inzagen == []


def test_every_question_notes_what_it_hands_out() -> None:
    dossier = opened()
    actor = consulent()

    get_dossier(actor=actor, uuid=dossier.uuid, question="dossier")
    list_dossiers(actor=actor)

    assert [(look.dossier, look.question) for look in actor.inzagen] == [
        (dossier.id, "dossier"), (dossier.id, "lijst"),
    ]  # fmt: skip


def test_the_same_form_sent_twice_opens_once() -> None:
    form = uuid4()

    first, second = opened(uuid=form), opened(uuid=form)

    assert (first.uuid, first.id, first.nieuw) == (form, second.id, True)
    assert not second.nieuw
    assert Dossier.objects.count() == Persoon.objects.count() == 1
    assert Gebeurtenis.objects.count() == 2


def test_the_same_form_a_blink_later_gets_the_dossier_too(monkeypatch: pytest.MonkeyPatch) -> None:
    form = uuid4()
    first = opened(uuid=form)
    look = feiten._opened_before
    answers = iter([lambda *_: None, look])
    monkeypatch.setattr(feiten, "_opened_before", lambda *asked: next(answers)(*asked))

    second = opened(uuid=form)

    assert (second.id, second.nieuw) == (first.id, False)


@pytest.mark.parametrize(
    ("gegevens", "actor"),
    [(RAMI, replace(consulent(), medewerker=2)), (replace(RAMI, voornaam="Lina"), consulent())],
    ids=["someone else's form", "another person in it"],
)
def test_a_form_that_was_used_hands_out_nobody_elses_dossier(
    gegevens: PersoonGegevens, actor: Actor
) -> None:
    form = uuid4()
    opened(uuid=form)

    with pytest.raises(Refusal, match="formulier is al gebruikt"):
        opened(gegevens, uuid=form, actor=actor)


def test_of_a_person_out_of_reach_nothing_is_told_but_whom_to_ask() -> None:
    opened(gemeente=OUDEWATER)

    with pytest.raises(Refusal, match="vraag anders de functioneel beheerder") as refused:
        opened(actor=replace(consulent(), gemeenten=frozenset({WOERDEN})))
    assert "heeft al een dossier" not in refused.value.text
