"""The lock on every door: who does not hold a permission stays out, and looking leaves a trace."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.queries import DossierNotFound, get_dossier, list_dossiers
from schakel.keten.models import Medewerker
from schakel.toegang import doors
from schakel.toegang.actions import start_training, write_inzagen
from schakel.toegang.doors import needs, public
from schakel.toegang.models import Account, Inzage
from schakel.toegang.queries import find_account, list_inzagen, system_actor
from schakel.toegang.roles import PERMISSIONS, SYSTEEM, Rol
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import NU, OUDEWATER, a_dossier, id_of, link

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def september_2022(settings: object) -> None:
    """The doors ask what time it is: let it be the day of this small world."""
    settings.DEMO = True  # type: ignore[attr-defined]
    start_training(actor=system_actor(at=NU), scenario="proef", toelichting="", at=NU)


def hello(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    return HttpResponse(f"dag {actor.medewerker}")


def asked_by(username: str | None) -> HttpRequest:
    request = RequestFactory().get("/ergens?dag=1")
    request.user = AnonymousUser() if username is None else Account.objects.get(username=username)
    return request


def lets_in(lock: Callable, username: str) -> bool:
    try:
        return lock(hello)(asked_by(username)).status_code == 200
    except PermissionDenied:
        return False


def test_a_door_that_names_nothing_lets_nobody_in() -> None:
    a_region()
    assert not any(lets_in(needs(), name) for name in ("consulent", "beheer", "partner"))


def test_a_door_lets_in_who_holds_any_of_its_permissions_and_nobody_else() -> None:
    a_region()
    door = needs(Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED)
    names = ("consulent", "collega", "partner", "beleid", "beheer", "inburgeraar")

    assert [name for name in names if lets_in(door, name)] == ["consulent", "collega", "partner"]


def test_who_is_not_logged_in_is_sent_to_log_in_and_back() -> None:
    response = needs(anyone=True)(hello)(asked_by(None))

    assert response.status_code == 302
    assert response["Location"] == "/inloggen/?next=/ergens%3Fdag%3D1"


@pytest.mark.parametrize("why", ["left", "switched off"])
def test_who_left_is_at_the_door_at_once_as_if_not_logged_in(why: str) -> None:
    a_region()
    if why == "left":
        Medewerker.objects.filter(accounts__username="consulent").update(tot="2022-09-01")
    else:
        Account.objects.filter(username="consulent").update(is_active=False)

    response = needs(anyone=True)(hello)(asked_by("consulent"))
    assert response.status_code == 302


def test_a_door_open_to_everyone_says_why() -> None:
    view = public("om in te loggen")(hello)
    assert (view.needs, view.reason) == ("public", "om in te loggen")


def look_twice(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    get_dossier(actor=actor, uuid=uuid)
    list_dossiers(actor=actor)
    return HttpResponse("gezien")


def test_an_answer_is_written_down_once_per_dossier_with_all_that_was_open() -> None:
    keten, uuid = a_region(), a_dossier()
    other = a_dossier(achternaam="Ander")
    link(uuid, keten)

    needs(Permission.DOSSIER_READ)(look_twice)(asked_by("consulent"), uuid=uuid)
    needs(Permission.DOSSIER_READ_SHARED)(look_twice)(asked_by("partner"), uuid=uuid)

    looks = Inzage.objects.order_by("pk")
    assert [(look.rol, look.dossier) for look in looks] == [
        ("casusregisseur", id_of(uuid)),
        ("casusregisseur", id_of(other)),
        ("maatschappelijk_begeleider", id_of(uuid)),
    ]
    assert len({look.spoor for look in looks}) == 2
    assert "gezondheid" in looks[0].categorieen
    assert looks[2].categorieen == [
        "begeleiding", "contact", "identiteit", "onderwijs_werk", "taal", "voortgang",
    ]  # fmt: skip
    assert looks[0].vraag == "dossier"


def test_categories_of_two_questions_about_one_dossier_are_joined() -> None:
    a_region()
    uuid = a_dossier()
    actor = who("consulent")
    get_dossier(actor=actor, uuid=uuid)
    [whole] = actor.inzagen
    actor.inzagen[:] = [
        type(whole)(dossier=whole.dossier, categories=frozenset({one}), question=one)
        for one in ("taal", "bsn", "taal")
    ]

    write_inzagen(actor=actor, account=1, rol="casusregisseur", now=NU)

    look = Inzage.objects.get()
    assert (look.categorieen, look.vraag) == (["bsn", "taal"], "taal")


def test_who_looked_at_nobody_leaves_nothing() -> None:
    a_region()
    needs(anyone=True)(hello)(asked_by("beheer"))

    assert not Inzage.objects.exists()


def test_an_answer_that_cannot_be_written_down_is_not_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_region()
    uuid = a_dossier()

    def full(**_: object) -> None:
        raise DatabaseError("schijf vol")

    monkeypatch.setattr(doors, "write_inzagen", full)
    with pytest.raises(DatabaseError):
        needs(Permission.DOSSIER_READ)(look_twice)(asked_by("consulent"), uuid=uuid)


def test_people_are_shown_who_looked_at_their_dossier_each_once_and_the_last_first() -> None:
    a_region()
    uuid = a_dossier()
    for name, hours in (("consulent", 0), ("collega", 1), ("consulent", 2)):
        actor = who(name)
        get_dossier(actor=actor, uuid=uuid)
        write_inzagen(actor=actor, account=1, rol="x", now=NU + timedelta(hours=hours))

    looks = list_inzagen(actor=who("consulent"), dossier=id_of(uuid))
    assert [(look.naam, look.keer) for look in looks] == [("Consulent", 2), ("Collega", 1)]


def begin_and_look(request: HttpRequest, *, actor: Actor, uuid: UUID) -> HttpResponse:
    """Change something and see something, and then ask for what is out of sight."""
    with transaction.atomic():
        Account.objects.filter(username="beheer").update(is_active=False)
        list_dossiers(actor=actor)
        get_dossier(actor=actor, uuid=uuid, question="pip")
    return HttpResponse("gezien")


def test_a_refused_look_is_written_also_when_the_deed_around_it_is_taken_back() -> None:
    a_region()
    a_dossier()
    uuid = a_dossier(gemeente=OUDEWATER)
    Account.objects.get(username="consulent").bereik.filter(gemeente=OUDEWATER).delete()

    with pytest.raises(DossierNotFound):
        needs(Permission.DOSSIER_READ)(begin_and_look)(asked_by("consulent"), uuid=uuid)

    assert Account.objects.get(username="beheer").is_active
    [look] = Inzage.objects.all()
    assert (look.dossier, look.geweigerd, look.vraag) == (id_of(uuid), True, "pip")
    assert look.categorieen == []


def test_a_refused_look_that_cannot_be_written_down_is_not_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_region()
    uuid = a_dossier()

    def full(**_: object) -> None:
        raise DatabaseError("schijf vol")

    monkeypatch.setattr(doors, "write_inzagen", full)
    with pytest.raises(DatabaseError):
        needs(Permission.DOSSIER_READ)(look_twice)(asked_by("beheer"), uuid=uuid)


def test_who_tried_to_look_stands_apart_from_who_looked() -> None:
    a_region()
    uuid = a_dossier()
    for name in ("consulent", "beheer", "inburgeraar"):
        actor = who(name)
        with suppress(DossierNotFound):
            get_dossier(actor=actor, uuid=uuid)
        write_inzagen(actor=actor, account=1, rol="x", now=NU)

    looks = list_inzagen(actor=who("consulent"), dossier=id_of(uuid))
    assert {(look.naam.split()[0], look.geweigerd) for look in looks} == {
        ("Consulent", False), ("Beheer", True), ("Iemand", True),
    }  # fmt: skip


@pytest.mark.parametrize("rol", Rol)
def test_every_role_is_on_the_one_page(rol: Rol) -> None:
    assert rol in PERMISSIONS
    assert PERMISSIONS[rol] <= set(Permission)


def test_upkeep_is_for_the_system_alone_and_beheer_sees_no_dossiers() -> None:
    assert all(Permission.CONTROLE not in held for held in PERMISSIONS.values())
    assert frozenset(Permission) == SYSTEEM
    readers = {Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED}
    blind = {Rol.BEHEERDER, Rol.OPDRACHTGEVER, Rol.BELEID, Rol.CONTROLLER, Rol.INBURGERAAR}
    assert all(not PERMISSIONS[rol] & readers for rol in blind)


def test_an_account_without_a_medewerker_is_nobody_unless_it_is_a_newcomer() -> None:
    a_region()
    Account.objects.filter(username="beheer").update(medewerker=None)

    assert needs(anyone=True)(hello)(asked_by("beheer")).status_code == 302
    assert who("inburgeraar").permissions == frozenset()
    assert find_account(username="niemand") is None
