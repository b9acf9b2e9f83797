"""A number is certain, a name with a birth date is a question, and a stranger stays unseen."""

from dataclasses import replace
from datetime import date

import pytest

from schakel.base.actor import Actor
from schakel.base.refusal import NotAllowed
from schakel.dossier.actions.feiten import Opened, PersoonGegevens, open_dossier, record_feit
from schakel.dossier.events import PersonBorn, Precisie
from schakel.dossier.queries import (
    Herkenning,
    get_dossier,
    get_huishouden,
    list_huisgenoten,
    recognise,
)
from schakel.dossier.tests.world import BEGIN, NU, OUDEWATER, WOERDEN, consulent
from schakel.logboek.actions import Line
from schakel.logboek.queries import list_rows

pytestmark = pytest.mark.django_db
BORN = date(1990, 5, 4)
SARA = PersoonGegevens(voornaam="Sara", achternaam="Çelik")


def opened(
    gegevens: PersoonGegevens = SARA,
    *,
    gemeente: str = WOERDEN,
    born: date = BORN,
    precisie: Precisie = Precisie.DAG,
) -> Opened:
    actor = consulent()
    dossier = open_dossier(
        actor=actor, gegevens=gegevens, gemeente=gemeente, happened_on=BEGIN, now=NU
    )
    line = Line(event=PersonBorn(precisie=precisie), happened_on=born)
    rows = list_rows(dossier=dossier.id)
    record_feit(line, dossier=dossier.id, rows=rows, actor=actor, now=NU)
    return dossier


def in_woerden() -> Actor:
    return replace(consulent(), gemeenten=frozenset({WOERDEN}))


def ask(
    gegevens: PersoonGegevens = SARA,
    born: date | None = BORN,
    precisie: Precisie | None = Precisie.DAG,
    actor: Actor | None = None,
) -> Herkenning:
    return recognise(
        actor=actor or in_woerden(), gegevens=gegevens, geboren_op=born, precisie=precisie
    )


@pytest.mark.parametrize("number", [{"bsn": "999990019"}, {"v_nummer": "2900001047"}])
def test_the_same_number_is_certain_whatever_the_name(number: dict[str, str]) -> None:
    dossier = opened(replace(SARA, bsn="999990019", v_nummer="2900001047"))
    actor = in_woerden()

    found = ask(PersoonGegevens(achternaam="Anders", **number), actor=actor)

    assert [row.zicht.uuid for row in found.bekend] == [dossier.uuid]
    assert not found.mogelijk
    assert [(look.dossier, look.question) for look in actor.inzagen] == [(dossier.id, "herkennen")]


def test_a_number_out_of_reach_says_only_that_it_is_there() -> None:
    opened(replace(SARA, bsn="999990019"), gemeente=OUDEWATER)
    actor = in_woerden()

    assert ask(replace(SARA, bsn="999990019"), actor=actor) == Herkenning(elders=True)
    assert actor.inzagen == []


def test_the_same_name_and_birth_date_is_a_question() -> None:
    dossier = opened()

    found = ask(PersoonGegevens(voornaam="sara", achternaam="CELIK"))

    assert not found.bekend
    assert [row.zicht.uuid for row in found.mogelijk] == [dossier.uuid]


@pytest.mark.parametrize(
    ("gegevens", "born", "precisie"),
    [
        (SARA, date(1990, 5, 5), Precisie.DAG),
        (replace(SARA, voornaam="Zara"), BORN, Precisie.DAG),
        (SARA, BORN, Precisie.MAAND),
        (SARA, None, None),
    ],
    ids=["another day", "another name", "day unknown", "nothing known"],
)
def test_what_differs_is_no_question(
    gegevens: PersoonGegevens, born: date | None, precisie: Precisie | None
) -> None:
    opened()

    assert ask(gegevens, born, precisie) == Herkenning()


def test_the_first_of_january_and_a_day_nobody_knew_make_nobody_alike() -> None:
    opened(born=date(1990, 1, 1))
    opened(born=date(1991, 5, 1), precisie=Precisie.MAAND)

    assert ask(born=date(1990, 1, 1)) == Herkenning()
    assert ask(born=date(1991, 5, 1)) == Herkenning()


def test_a_namesake_out_of_reach_is_not_told() -> None:
    opened(gemeente=OUDEWATER)

    assert ask() == Herkenning()


def test_nobody_recognises_himself_and_who_only_reads_recognises_nobody() -> None:
    dossier = opened(replace(SARA, bsn="999990019"))

    assert recognise(
        actor=in_woerden(), gegevens=replace(SARA, bsn="999990019"), geboren_op=BORN,
        precisie=Precisie.DAG, behalve=dossier.uuid,
    ) == Herkenning()  # fmt: skip
    with pytest.raises(NotAllowed):
        ask(actor=replace(in_woerden(), permissions=frozenset()))


def test_a_household_shows_who_is_in_sight_and_counts_the_others() -> None:
    actor = in_woerden()
    first = opened()
    home = get_huishouden(actor=actor, dossier_uuid=first.uuid)
    second = opened(PersoonGegevens(achternaam="Hier", huishouden=home))
    opened(PersoonGegevens(achternaam="Elders", huishouden=home), gemeente=OUDEWATER)
    opened(PersoonGegevens(achternaam="Vreemd"))

    zicht = get_dossier(actor=actor, uuid=first.uuid)
    found = list_huisgenoten(actor=actor, zicht=zicht)

    assert [row.zicht.uuid for row in found.in_zicht] == [second.uuid]
    assert found.buiten_zicht == 1
    closed = list_huisgenoten(actor=actor, zicht=replace(zicht, categorieen=frozenset()))
    assert (closed.in_zicht, closed.buiten_zicht) == ((), 0)
