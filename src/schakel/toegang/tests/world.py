"""Accounts for the fixed people: one per kind of sight."""

from dataclasses import dataclass
from datetime import date

from schakel.base.actor import Actor, Via
from schakel.keten.actions import add_medewerker
from schakel.toegang.actions import add_account
from schakel.toegang.queries import Rol, actor_for, find_account
from schakel.traject.tests.world import (
    MONTFOORT,
    NU,
    OUDEWATER,
    WOERDEN,
    Keten,
    a_keten,
    source,
)

UTRECHT = {WOERDEN, MONTFOORT, OUDEWATER}


@dataclass(frozen=True, slots=True)
class Mens:
    username: str
    rol: Rol
    eigen: bool
    gemeenten: frozenset[str]


MENSEN = (
    Mens("consulent", Rol.CASUSREGISSEUR, True, frozenset(UTRECHT)),
    Mens("collega", Rol.TRAJECTBEGELEIDER, True, frozenset(UTRECHT)),
    Mens("beleid", Rol.BELEID, True, frozenset({WOERDEN})),
    Mens("beheer", Rol.BEHEERDER, True, frozenset(UTRECHT)),
    Mens("partner", Rol.MAATSCHAPPELIJK_BEGELEIDER, False, frozenset({WOERDEN, OUDEWATER})),
    Mens("andere-partner", Rol.MAATSCHAPPELIJK_BEGELEIDER, False, frozenset({MONTFOORT})),
)


def a_region() -> Keten:
    """Return the small world with an account for each of the fixed people."""
    keten, actor = a_keten(), source(Via.SYSTEEM)
    for mens in MENSEN:
        medewerker = (
            keten.begeleider
            if mens.username == "partner"
            else add_medewerker(
                actor=actor,
                organisatie=keten.eigen if mens.eigen else keten.partner,
                naam=mens.username.title(),
                functie=mens.rol.value,
                van=date(2022, 1, 1),
            )
        )
        add_account(
            actor=actor,
            username=mens.username,
            medewerker=medewerker,
            rol=mens.rol,
            gemeenten=mens.gemeenten,
        )
    add_account(
        actor=actor, username="inburgeraar", medewerker=None, rol=Rol.INBURGERAAR, gemeenten=()
    )
    return keten


def who(username: str, at: object = NU) -> Actor:
    """Return what one of the fixed people may do at a moment."""
    account = find_account(username=username)
    assert account is not None
    actor = actor_for(account, at=at)  # type: ignore[arg-type]
    assert actor is not None
    return actor
