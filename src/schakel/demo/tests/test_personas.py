"""One persona per role, each with the reach that the mission gives it, and only test numbers."""

from itertools import islice

import pytest

from schakel.base.actor import Actor
from schakel.base.bsn import Bsn
from schakel.base.permissions import Permission
from schakel.demo.names import bsns, v_nummers
from schakel.demo.tests.world import AT, a_region
from schakel.dossier.models import Persoon
from schakel.dossier.queries import count_dossiers, list_dossiers
from schakel.stand.queries import get_stand
from schakel.toegang.models import Account
from schakel.toegang.queries import actor_for, find_account, list_personas
from schakel.toegang.roles import PERMISSIONS, Rol

pytestmark = pytest.mark.django_db
WOERDEN, BODEGRAVEN, MONTFOORT, OUDEWATER = "0632", "1901", "0335", "0589"
UTRECHT = {WOERDEN, MONTFOORT, OUDEWATER}
ALLE = {*UTRECHT, BODEGRAVEN}

REACH = {
    "casus-woerden": (Rol.CASUSREGISSEUR, UTRECHT),
    "casus-bodegraven": (Rol.CASUSREGISSEUR, {BODEGRAVEN}),
    "traject": (Rol.TRAJECTBEGELEIDER, ALLE),
    "account": (Rol.ACCOUNTMANAGER, ALLE),
    "mb-woerden": (Rol.MAATSCHAPPELIJK_BEGELEIDER, {WOERDEN, OUDEWATER}),
    "mb-bodegraven": (Rol.MAATSCHAPPELIJK_BEGELEIDER, {BODEGRAVEN}),
    "mb-montfoort": (Rol.MAATSCHAPPELIJK_BEGELEIDER, {MONTFOORT}),
    "sociaal-woerden": (Rol.SOCIAAL_TEAM, {WOERDEN}),
    "sociaal-oudewater": (Rol.SOCIAAL_TEAM, {OUDEWATER}),
    "taal-utrecht": (Rol.TAALAANBIEDER, UTRECHT),
    "taal-holland": (Rol.TAALAANBIEDER, {BODEGRAVEN}),
    "team": (Rol.TEAMLEIDER, ALLE),
    "keten": (Rol.KETENREGISSEUR, ALLE),
    "opdracht-woerden": (Rol.OPDRACHTGEVER, {WOERDEN}),
    "control": (Rol.CONTROLLER, ALLE),
    "beleid-woerden": (Rol.BELEID, {WOERDEN}),
    "privacy": (Rol.PRIVACY_OFFICER, ALLE),
    "fg": (Rol.FG, ALLE),
    "beheer": (Rol.BEHEERDER, ALLE),
    "inburgeraar": (Rol.INBURGERAAR, set()),
}
SEES = {
    "casus-woerden": 32,
    "casus-bodegraven": 10,
    "mb-woerden": 6,
    "taal-utrecht": 1,
} | dict.fromkeys(("traject", "account", "team", "keten"), 42)
"""How many dossiers each may open; who is not named sees none."""


@pytest.fixture(autouse=True)
def region() -> None:
    a_region()


def who(username: str) -> Actor:
    account = find_account(username=username)
    assert account is not None
    actor = actor_for(account, at=AT)
    assert actor is not None
    return actor


def test_every_persona_has_the_role_and_the_gemeenten_of_the_mission() -> None:
    assert [one.username for one in list_personas()] == list(REACH)
    for username, (rol, gemeenten) in REACH.items():
        actor = who(username)
        assert Account.objects.get(username=username).rol == rol.value
        assert (actor.gemeenten, actor.permissions) == (gemeenten, PERMISSIONS[rol]), username


def test_every_role_has_a_persona() -> None:
    assert {rol for rol, _ in REACH.values()} == set(Rol)


def test_each_opens_the_dossiers_within_reach_and_no_other() -> None:
    assert {name: count_dossiers(actor=who(name)) for name in REACH} == (
        dict.fromkeys(REACH, 0) | SEES
    )
    for name in SEES:
        actor = who(name)
        for row in list_dossiers(actor=actor, limit=100):
            assert row.zicht.gemeente in actor.gemeenten


def test_figures_are_for_who_accounts_for_them_and_only_of_their_gemeenten() -> None:
    for name, (_, gemeenten) in REACH.items():
        actor = who(name)
        if actor.may(Permission.STAND_READ):
            stand = get_stand(actor=actor, peildatum=AT.date(), at=AT)
            assert {row.code for row in stand.gemeenten} == gemeenten
    figures_only = {"opdracht-woerden", "control", "beleid-woerden"}
    assert all(who(name).may(Permission.STAND_READ) for name in figures_only)
    assert all(not who(name).may(Permission.DOSSIER_READ) for name in figures_only)


def test_every_bsn_passes_the_elfproef_and_is_of_the_test_range() -> None:
    numbers = list(Persoon.objects.values_list("bsn", flat=True))
    assert len(set(numbers)) == len(numbers) == 42
    for number in numbers:
        assert Bsn.parse(number).digits == number
        assert number.startswith("9999")


def test_numbers_never_repeat_and_bsns_end_with_the_range_instead_of_hanging() -> None:
    for drawn in (list(bsns()), list(islice(v_nummers(), 500))):
        assert len(set(drawn)) == len(drawn) > 200
    assert all(len(number) == 9 for number in bsns())


def test_every_v_nummer_has_ten_digits() -> None:
    for persoon in Persoon.objects.all():
        assert persoon.v_nummer is None or (
            len(persoon.v_nummer) == 10 and persoon.v_nummer.isdigit()
        )
