"""Who has the regie is a gebeurtenis: from a day, by who may, with a reason when it changes."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.models import Dossier
from schakel.dossier.queries import DossierNotFound, events, get_dossier, list_differences
from schakel.keten.actions import add_medewerker
from schakel.keten.models import Deelafspraak, Medewerker
from schakel.traject.actions.dossier import assign_casusregisseur
from schakel.traject.queries import verhaal_of
from schakel.traject.tests.world import (
    BEGIN,
    BODEGRAVEN,
    NU,
    Keten,
    a_dossier,
    a_keten,
    consulent,
    id_of,
    know,
    link,
    log_of,
    partner,
    see,
    source,
)

pytestmark = pytest.mark.django_db
LATER = noon(date(2022, 9, 10))


@pytest.fixture
def keten() -> Keten:
    return a_keten()


def assign(uuid: UUID, medewerker: int, **changes: object) -> None:
    says: dict[str, object] = {"actor": consulent(), "reden": "", "now": NU}
    assign_casusregisseur(dossier_uuid=uuid, medewerker=medewerker, **says | changes)  # type: ignore[arg-type]


def colleague(keten: Keten) -> int:
    return add_medewerker(
        actor=source(via=consulent().via), organisatie=keten.eigen, naam="Joris",
        functie="consulent", van=BEGIN,
    )  # fmt: skip


def test_it_is_on_the_row_in_the_log_and_in_the_fold(keten: Keten) -> None:
    uuid = a_dossier()

    assign(uuid, keten.consulent)

    row = log_of(uuid)[-1]
    assert (row.kind, row.happened_on, row.facts) == (
        "dossier.casusregisseur_assigned", NU.date(), {"medewerker": keten.consulent},
    )  # fmt: skip
    assert see(uuid).casusregisseur == keten.consulent
    assert list_differences(dossier=id_of(uuid), rows=log_of(uuid), day=NU.date()) == []
    verhaal = verhaal_of(log_of(uuid))
    assert verhaal.dossier_on(date(2022, 8, 31)).casusregisseur is None
    assert verhaal.dossier_on(NU.date()).casusregisseur == keten.consulent


def test_another_one_needs_a_reason_that_stands_beside_the_log(keten: Keten) -> None:
    uuid = a_dossier()
    assign(uuid, keten.consulent)
    other = colleague(keten)

    with pytest.raises(Refusal, match="waarom een ander") as refused:
        assign(uuid, other, reden="  ", now=LATER)
    assert refused.value.field == "reden"
    assign(uuid, other, reden="verdeling van het werk", now=LATER)

    row = log_of(uuid)[-1]
    assert row.toelichting["reden"].tekst == "verdeling van het werk"
    assert "reden" not in row.facts
    assert Dossier.objects.get().casusregisseur_id == other
    with pytest.raises(Refusal, match="al de casusregisseur"):
        assign(uuid, other, reden="nog eens", now=LATER)


def test_who_does_no_casusregie_there_is_refused(keten: Keten) -> None:
    uuid = a_dossier()
    left = colleague(keten)
    Medewerker.objects.filter(pk=left).update(tot=NU.date())

    for medewerker in (keten.begeleider, left, 9999):
        with pytest.raises(Refusal, match="geen casusregie") as refused:
            assign(uuid, medewerker)
        assert refused.value.field == "medewerker"
    assert Dossier.objects.get().casusregisseur_id is None


def test_a_screen_that_did_not_see_the_last_assignment_is_out_of_date(keten: Keten) -> None:
    uuid = a_dossier()
    seen = log_of(uuid)[-1].id
    assign(uuid, keten.consulent, gezien=seen)

    with pytest.raises(Refusal, match="Intussen is in dit dossier vastgelegd: casusregisseur"):
        assign(uuid, colleague(keten), reden="verdeling", gezien=seen)


def test_what_does_not_bear_on_it_does_not_stand_in_the_way(keten: Keten) -> None:
    uuid = a_dossier()
    seen = log_of(uuid)[-1].id
    know(uuid, events.BRPDeregistered(), date(2022, 8, 1))

    assign(uuid, keten.consulent, gezien=seen)

    assert see(uuid).casusregisseur == keten.consulent


def test_a_closed_dossier_gets_nobody(keten: Keten) -> None:
    uuid = a_dossier()
    know(uuid, events.DossierClosed(reden=events.RedenSluiting.VERTROKKEN), date(2022, 8, 1))

    with pytest.raises(Refusal, match="gesloten"):
        assign(uuid, keten.consulent)


def test_who_may_not_write_or_see_assigns_nobody(keten: Keten) -> None:
    uuid, elsewhere = a_dossier(), a_dossier(achternaam="Elders", gemeente=BODEGRAVEN)

    with pytest.raises(NotAllowed):
        assign(uuid, keten.consulent, actor=replace(consulent(), permissions=frozenset()))
    with pytest.raises(DossierNotFound):
        assign(elsewhere, keten.consulent)


def test_who_may_not_see_the_progress_does_not_see_who_has_the_regie(keten: Keten) -> None:
    uuid = a_dossier()
    link(uuid, keten)
    assign(uuid, keten.consulent)

    assert get_dossier(actor=partner(keten), uuid=uuid).casusregisseur == keten.consulent
    Deelafspraak.objects.update(categorieen=["identiteit"])
    assert get_dossier(actor=partner(keten), uuid=uuid).casusregisseur is None
