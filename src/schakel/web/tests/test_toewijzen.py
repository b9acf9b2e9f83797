"""The screen on which a dossier gets its casusregisseur."""

from uuid import UUID

import pytest
from django.http import HttpResponse

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.keten.actions import add_medewerker
from schakel.toegang.actions import add_account
from schakel.toegang.queries import Rol, list_casusregisseurs
from schakel.toegang.tests.world import a_region
from schakel.traject.actions.dossier import assign_casusregisseur
from schakel.traject.tests.world import (
    BEGIN,
    BODEGRAVEN,
    NU,
    WOERDEN,
    Keten,
    a_dossier,
    consulent,
    link,
    log_of,
    see,
    source,
)
from schakel.web.tests.world import agree_on, as_persona, correction, page, stop_the_clock, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def an_account(keten: Keten, naam: str, gemeente: str = WOERDEN) -> int:
    actor = source(via=consulent().via)
    medewerker = add_medewerker(
        actor=actor, organisatie=keten.eigen, naam=naam, functie="casusregisseur", van=BEGIN
    )
    add_account(
        actor=actor, username=naam.lower(), medewerker=medewerker, rol=Rol.CASUSREGISSEUR,
        gemeenten={gemeente},
    )  # fmt: skip
    return medewerker


def send(uuid: UUID, **words: object) -> HttpResponse:
    return as_persona("consulent").post(
        f"/dossiers/{uuid}/casusregisseur/", {"gezien": log_of(uuid)[-1].id, **words}, follow=True
    )


def test_only_who_may_do_it_in_this_gemeente_can_be_chosen(keten: Keten) -> None:
    joris = an_account(keten, "Joris")
    an_account(keten, "Bodegraafster", BODEGRAVEN)

    names = [one.naam for one in list_casusregisseurs(gemeente=WOERDEN, op=NU.date())]
    assert names == ["Consulent", "Joris"]
    told = page("consulent", f"/dossiers/{a_dossier()}/casusregisseur/")
    assert f'<option value="{joris}">Joris (Uitvoering)</option>' in told
    assert "Bodegraafster" not in told
    assert "Reden" not in told


def test_nobody_shows_as_a_badge_and_then_the_name(keten: Keten) -> None:
    uuid, joris = a_dossier(), an_account(keten, "Joris")
    for address in ("/dossiers/", f"/dossiers/{uuid}/"):
        assert "niet toegewezen</span>" in page("consulent", address)

    told = words_of(send(uuid, medewerker=joris))

    assert "Joris is nu de casusregisseur" in told
    assert "casusregisseur: Joris" in told
    assert "Casusregisseur: Joris" in told
    assert "Joris" in page("consulent", "/dossiers/")
    assert "niet toegewezen" not in page("consulent", "/dossiers/")


def test_another_one_asks_why_and_the_timeline_says_so(keten: Keten) -> None:
    uuid, joris, petra = a_dossier(), an_account(keten, "Joris"), an_account(keten, "Petra")
    send(uuid, medewerker=joris)

    assert "Dit veld is verplicht" in words_of(send(uuid, medewerker=petra))
    assert see(uuid).casusregisseur == joris
    told = words_of(send(uuid, medewerker=petra, reden="verdeling van het werk"))
    assert "Reden: verdeling van het werk" in told
    assert "Casusregisseur: Joris" in told
    assert "Joris (Uitvoering)</option>" in page("consulent", f"/dossiers/{uuid}/casusregisseur/")


def test_looking_back_shows_who_it_was_then(keten: Keten) -> None:
    uuid, joris = a_dossier(), an_account(keten, "Joris")
    send(uuid, medewerker=joris)

    then = page("consulent", f"/dossiers/{uuid}/", bekend_op="2022-08-01")
    assert "niet toegewezen" in then
    assert "Joris" not in then


def test_correcting_an_assignment_shows_the_name_and_not_an_id(keten: Keten) -> None:
    uuid = a_dossier()
    send(uuid, medewerker=an_account(keten, "Joris"))

    told = words_of(
        as_persona("consulent").get(correction(uuid, "dossier.casusregisseur_assigned"))
    )
    assert "Medewerker Joris (blijft zo)" in told


def test_a_partner_sees_who_it_is_but_not_why(keten: Keten) -> None:
    uuid = a_dossier()
    link(uuid, keten)
    send(uuid, medewerker=an_account(keten, "Joris"))
    assign_casusregisseur(
        actor=consulent(), dossier_uuid=uuid, medewerker=keten.consulent, reden="ziek", now=NU
    )

    told = page("partner", f"/dossiers/{uuid}/")
    assert "Casusregisseur: Sanne" in told
    assert "ziek" not in told
    assert "toewijzen" not in told
    agree_on(keten, {Gegevenscategorie.IDENTITEIT})
    for address in ("/dossiers/", f"/dossiers/{uuid}/"):
        closed = page("partner", address)
        assert "Sanne" not in closed
        assert "niet toegewezen" not in closed


def test_who_may_not_write_gets_no_door() -> None:
    uuid = a_dossier()

    for name in ("collega", "partner", "beleid"):
        assert as_persona(name).get(f"/dossiers/{uuid}/casusregisseur/").status_code == 403
    elsewhere = a_dossier(achternaam="Elders", gemeente=BODEGRAVEN)
    address = f"/dossiers/{elsewhere}/casusregisseur/"
    assert as_persona("consulent").get(address).status_code == 404
