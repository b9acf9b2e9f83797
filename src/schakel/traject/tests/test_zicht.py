"""What is not in sight does not exist, for reading and for every deed alike."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.actions.betrokkenen import BetrokkeneGegevens, add_betrokkene
from schakel.dossier.models import Betrokkene
from schakel.dossier.queries import (
    DossierNotFound,
    count_dossiers,
    get_dossier,
    get_persoon,
    list_dossiers,
)
from schakel.dossier.queries import events as feiten
from schakel.traject.actions import stappen
from schakel.traject.actions.dossier import record_feit
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.queries import Herstel, events, list_tijdlijn, require_correctable
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import (
    ALLEEN,
    BODEGRAVEN,
    NU,
    OUDEWATER,
    Keten,
    a_dossier,
    a_dossier_with_pip,
    a_keten,
    colleague_who_reads,
    consulent,
    establish,
    id_of,
    know,
    link,
    log_of,
    newest_of,
    partner,
)
from schakel.wet.lijsten import GrondLeerbaarheidstoetsOntheffing

pytestmark = pytest.mark.django_db
AUGUSTUS = date(2022, 8, 1)


@pytest.fixture
def keten() -> Keten:
    return a_keten()


def unlinked(keten: Keten, uuid: UUID) -> Actor:
    return partner(keten)


def link_that_ended(keten: Keten, uuid: UUID) -> Actor:
    link(uuid, keten, tot=NU.date())
    return partner(keten)


def link_that_has_not_begun(keten: Keten, uuid: UUID) -> Actor:
    link(uuid, keten, van=date(2022, 9, 2))
    return partner(keten)


def provisional_agreement_over(keten: Keten, uuid: UUID) -> Actor:
    link(uuid, keten)
    return partner(keten, noon(date(2023, 1, 1)))


def link_of_a_colleague(keten: Keten, uuid: UUID) -> Actor:
    link(uuid, keten)
    return replace(partner(keten), medewerker=keten.consulent)


def moved_out_of_the_agreement(keten: Keten, uuid: UUID) -> Actor:
    link(uuid, keten)
    know(uuid, feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=AUGUSTUS), AUGUSTUS)
    return partner(keten)


def another_gemeente(keten: Keten, uuid: UUID) -> Actor:
    return replace(consulent(), gemeenten=frozenset({BODEGRAVEN}))


def figures_only(keten: Keten, uuid: UUID) -> Actor:
    return replace(consulent(), permissions=frozenset({Permission.STAND_READ}))


BLIND = [
    unlinked, link_that_ended, link_that_has_not_begun, provisional_agreement_over,
    link_of_a_colleague, moved_out_of_the_agreement, another_gemeente, figures_only,
]  # fmt: skip
for_whom = pytest.mark.parametrize("blind", BLIND, ids=lambda one: one.__name__)
DEEDS = frozenset(Permission) - {Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED}


@for_whom
def test_it_is_not_found_not_listed_not_counted_and_only_the_refusal_is_noted(
    keten: Keten, blind: Callable[[Keten, UUID], Actor]
) -> None:
    uuid = a_dossier()
    actor = blind(keten, uuid)

    with pytest.raises(DossierNotFound):
        get_dossier(actor=actor, uuid=uuid)
    assert list_dossiers(actor=actor) == []
    assert count_dossiers(actor=actor) == 0
    assert [(look.geweigerd, look.categories) for look in actor.inzagen] == [(True, frozenset())]


@for_whom
def test_also_with_the_right_to_every_deed_nothing_can_be_done_to_it(
    keten: Keten, blind: Callable[[Keten, UUID], Actor]
) -> None:
    uuid = a_dossier()
    seen = blind(keten, uuid)
    actor = replace(seen, permissions=seen.permissions | DEEDS)
    common = {"actor": actor, "dossier_uuid": uuid, "now": NU}
    herstel = Herstel(gebeurtenis=1, event=None, happened_on=AUGUSTUS, reden="anders")
    there = everything()

    with pytest.raises(DossierNotFound):
        establish(uuid, actor=actor)
    with pytest.raises(DossierNotFound):
        stappen.start_brede_intake(**common, happened_on=AUGUSTUS, gesprek=ALLEEN)
    with pytest.raises(DossierNotFound):
        record_feit(**common, feit=feiten.PlichtWithdrawn(), happened_on=AUGUSTUS)
    with pytest.raises(DossierNotFound):
        correct_gebeurtenis(**common, herstel=herstel)
    with pytest.raises(DossierNotFound):
        add_betrokkene(actor=actor, dossier=id_of(uuid), gegevens=a_link(keten))
    assert everything() == there


def a_link(keten: Keten, reden: str = "tweede paar ogen") -> BetrokkeneGegevens:
    return BetrokkeneGegevens(
        medewerker=keten.begeleider,
        rol="begeleider",
        reden=reden,
        van=date(2022, 1, 1),
        deelafspraak=keten.afspraak,
    )


def test_a_partner_with_a_link_sees_what_the_agreement_opens(keten: Keten) -> None:
    uuid = a_dossier()
    a_dossier(achternaam="Zonder")
    link(uuid, keten)
    actor = partner(keten)

    [row] = list_dossiers(actor=actor)
    assert row.zicht.uuid == uuid
    assert row.zicht.opens(Gegevenscategorie.TAAL)
    assert not row.zicht.opens(Gegevenscategorie.GEZONDHEID)
    assert row.zicht.waarom == "samen de brede intake voeren (convenant, voorlopig bekrachtigd)"
    persoon = get_persoon(actor=actor, zicht=row.zicht)
    assert (persoon.naam, persoon.bsn, persoon.v_nummer) == ("Tekle", None, None)
    told = {Gegevenscategorie.IDENTITEIT, Gegevenscategorie.VOORTGANG, Gegevenscategorie.TAAL}
    assert [look.categories for look in actor.inzagen] == [told]


def with_ontheffing() -> UUID:
    uuid = a_dossier_with_pip()
    stappen.exempt_from_leerbaarheidstoets(
        actor=consulent(),
        dossier_uuid=uuid,
        happened_on=date(2022, 5, 1),
        grond=GrondLeerbaarheidstoetsOntheffing.VISUEEL,
        now=NU,
    )
    return uuid


def test_the_timeline_of_a_partner_keeps_closed_categories_closed(keten: Keten) -> None:
    uuid = with_ontheffing()
    link(uuid, keten)
    zicht = get_dossier(actor=partner(keten), uuid=uuid)

    kinds = {line.row.kind for line in list_tijdlijn(zicht=zicht)}
    assert "traject.pip_established" in kinds
    assert not kinds & {"traject.leerbaarheidstoets_exempted", "dossier.vergunning_granted"}
    hidden = newest_of(uuid, "traject.leerbaarheidstoets_exempted")
    with pytest.raises(Refusal, match="staat niet in dit dossier"):
        require_correctable(zicht=zicht, gebeurtenis=hidden.id)


def test_that_something_never_happened_is_as_closed_as_what_it_was(keten: Keten) -> None:
    """The reason of a correction may say what the closed line said."""
    uuid = with_ontheffing()
    old = newest_of(uuid, events.LeerbaarheidstoetsExempted.kind)
    herstel = Herstel(
        gebeurtenis=old.id, event=None, happened_on=old.happened_on, reden="geen medische grond"
    )
    correct_gebeurtenis(actor=consulent(), dossier_uuid=uuid, herstel=herstel, now=NU)
    link(uuid, keten)

    shown = list_tijdlijn(zicht=get_dossier(actor=partner(keten), uuid=uuid))
    assert "traject.voided" not in {line.row.kind for line in shown}
    whole = list_tijdlijn(zicht=get_dossier(actor=consulent(), uuid=uuid))
    assert "traject.voided" in {line.row.kind for line in whole}


def test_what_never_happened_in_a_closed_category_is_not_even_refused_by_name(
    keten: Keten,
) -> None:
    uuid = a_dossier()
    know(uuid, feiten.BRPRegistered(gemeente=OUDEWATER), AUGUSTUS)
    row = newest_of(uuid, "dossier.brp_registered")
    herstel = Herstel(gebeurtenis=row.id, event=None, happened_on=AUGUSTUS, reden="vergissing")
    correct_gebeurtenis(actor=consulent(), dossier_uuid=uuid, herstel=herstel, now=NU)
    link(uuid, keten)

    zicht = get_dossier(actor=partner(keten), uuid=uuid)
    with pytest.raises(Refusal, match="staat niet in dit dossier"):
        require_correctable(zicht=zicht, gebeurtenis=newest_of(uuid, "dossier.voided").id)


def test_a_link_has_a_reason_and_is_made_by_who_may_write(keten: Keten) -> None:
    dossier = id_of(a_dossier())

    with pytest.raises(Refusal, match="waarom deze medewerker") as refused:
        add_betrokkene(actor=consulent(), dossier=dossier, gegevens=a_link(keten, " "))
    assert refused.value.field == "reden"
    with pytest.raises(NotAllowed):
        add_betrokkene(actor=colleague_who_reads(), dossier=dossier, gegevens=a_link(keten))
    assert not Betrokkene.objects.exists()

    add_betrokkene(actor=consulent(), dossier=dossier, gegevens=a_link(keten))
    assert Betrokkene.objects.get().deelafspraak_id == keten.afspraak


def test_a_deed_leaves_a_look_as_well(keten: Keten) -> None:
    uuid, actor = a_dossier(), consulent()
    stappen.start_brede_intake(
        actor=actor, dossier_uuid=uuid, happened_on=AUGUSTUS, gesprek=ALLEEN, now=NU
    )

    assert [look.question for look in actor.inzagen] == ["vastleggen"]
    assert log_of(uuid)[-1].organisatie == actor.organisatie


def test_an_event_that_voids_is_no_fact_to_record_by_itself(keten: Keten) -> None:
    uuid = a_dossier()
    with pytest.raises(ValueError, match="is not a fact about a person"):
        record_feit(
            actor=consulent(),
            dossier_uuid=uuid,
            feit=feiten.DossierVoided(),
            happened_on=AUGUSTUS,
            now=NU,
        )


def test_who_needs_no_health_and_no_bsn_sees_the_rest_of_an_own_dossier(keten: Keten) -> None:
    uuid = with_ontheffing()
    zicht = get_dossier(actor=colleague_who_reads(), uuid=uuid)

    closed = {Gegevenscategorie.GEZONDHEID, Gegevenscategorie.BSN}
    assert zicht.categorieen == frozenset(Gegevenscategorie) - closed
    kinds = {line.row.kind for line in list_tijdlijn(zicht=zicht)}
    assert "traject.pip_established" in kinds
    assert "traject.leerbaarheidstoets_exempted" not in kinds
