"""Opening with all that is known: everything in its order, once, or nothing at all."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.models import Dossier, Huishouden, Persoon
from schakel.dossier.queries import Precisie, events, list_differences
from schakel.logboek.models import Gebeurtenis
from schakel.traject.actions.dossier import (
    Feit,
    Instroom,
    PersoonGegevens,
    open_with_facts,
)
from schakel.traject.models import Traject
from schakel.traject.queries import list_differences as traject_differences
from schakel.traject.tests.world import (
    BODEGRAVEN,
    NU,
    WOERDEN,
    Keten,
    a_dossier,
    a_keten,
    consulent,
    id_of,
    log_of,
)

pytestmark = pytest.mark.django_db
BORN = Feit(
    event=events.PersonBorn(precisie=Precisie.DAG), happened_on=date(1990, 5, 4), veld="jaar"
)
LEFT = Feit(event=events.BRPDeregistered(), happened_on=date(2022, 5, 1), veld="weg")
CAME = Feit(event=events.BRPRegistered(gemeente=WOERDEN), happened_on=date(2022, 4, 1), veld="hier")
SARA = Instroom(
    persoon=PersoonGegevens(voornaam="Sara", achternaam="Tekle"),
    gemeente=WOERDEN,
    sinds=date(2022, 3, 1),
    feiten=(LEFT, CAME, BORN),
)


@pytest.fixture(autouse=True)
def keten() -> Keten:
    return a_keten()


def nothing_was_made() -> bool:
    tables = (Dossier, Persoon, Huishouden, Gebeurtenis, Traject)
    return not any(table.objects.exists() for table in tables)


def test_facts_in_any_order_are_recorded_in_the_order_of_what_happened(keten: Keten) -> None:
    uuid = open_with_facts(
        actor=consulent(), instroom=replace(SARA, casusregisseur=keten.consulent), now=NU
    )

    assert [row.kind for row in log_of(uuid)] == [
        "dossier.opened", "dossier.gemeente_became_responsible", "dossier.person_born",
        "dossier.brp_registered", "dossier.brp_deregistered", "dossier.casusregisseur_assigned",
    ]  # fmt: skip
    for differences in (list_differences, traject_differences):
        assert differences(dossier=id_of(uuid), rows=log_of(uuid), day=NU.date()) == []


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"feiten": (BORN, LEFT)}, "weg", "geen inschrijving"),
        ({"feiten": (replace(CAME, happened_on=date(2022, 9, 2)),)}, "hier", "in de toekomst"),
        ({"casusregisseur": 9999}, "medewerker", "geen casusregie"),
        ({"gezin_van": uuid4()}, "gezin", "niet gevonden"),
        ({"gemeente": BODEGRAVEN}, "gemeente", "buiten uw bereik"),
    ],
    ids=["fact that does not fit", "tomorrow", "wrong casusregisseur", "no family", "gemeente"],
)
def test_one_thing_that_is_refused_leaves_nothing_behind(
    changes: dict[str, object], field: str, sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence) as refused:
        open_with_facts(
            actor=consulent(),
            instroom=replace(SARA, **changes),  # type: ignore[arg-type]
            now=NU,
        )

    assert refused.value.field == field
    assert nothing_was_made()


def test_the_second_half_of_a_double_click_records_nothing_again(keten: Keten) -> None:
    form = replace(SARA, uuid=uuid4(), casusregisseur=keten.consulent)

    first, second = (open_with_facts(actor=consulent(), instroom=form, now=NU) for _ in range(2))

    assert first == second == form.uuid
    assert len(log_of(first)) == 6


def test_a_namesake_is_opened_only_when_someone_said_it_is_another() -> None:
    known = open_with_facts(actor=consulent(), instroom=SARA, now=NU)

    with pytest.raises(Refusal, match="dezelfde persoon") as refused:
        open_with_facts(actor=consulent(), instroom=SARA, now=NU)
    assert refused.value.field == "anders"
    other = replace(SARA, anders_dan=frozenset({known}))
    assert open_with_facts(actor=consulent(), instroom=other, now=NU) != known


def test_the_family_of_a_dossier_out_of_sight_is_joined_by_nobody() -> None:
    elsewhere = a_dossier(achternaam="Elders", gemeente=BODEGRAVEN)
    before = Persoon.objects.count()

    with pytest.raises(Refusal, match="gezin is niet gevonden"):
        open_with_facts(actor=consulent(), instroom=replace(SARA, gezin_van=elsewhere), now=NU)
    assert Persoon.objects.count() == before


def test_who_only_reads_opens_nothing() -> None:
    reader = replace(consulent(), permissions=frozenset())

    with pytest.raises(NotAllowed):
        open_with_facts(actor=reader, instroom=SARA, now=NU)
    assert nothing_was_made()
