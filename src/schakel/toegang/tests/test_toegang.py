"""Who may come in, what they may do, and that looking leaves a trace."""

from datetime import date, timedelta

import pytest

from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.dossier.queries import DossierNotFound, get_dossier, get_persoon, list_dossiers
from schakel.keten.models import Medewerker
from schakel.toegang.actions import set_clock, start_training, write_inzagen
from schakel.toegang.models import Account, Inzage
from schakel.toegang.queries import actor_for, find_account, now, system_actor
from schakel.toegang.roles import PERMISSIONS, Rol
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import NU, a_dossier, link

pytestmark = pytest.mark.django_db


def test_every_role_is_on_the_page() -> None:
    assert set(PERMISSIONS) == set(Rol)


def test_who_left_is_nobody_at_once() -> None:
    a_region()
    Medewerker.objects.filter(accounts__username="consulent").update(tot=NU.date())

    account = find_account(username="consulent")
    assert account is not None
    assert actor_for(account, at=NU) is None
    assert actor_for(account, at=NU - timedelta(days=1)) is not None


def test_a_switched_off_account_is_nobody() -> None:
    a_region()
    Account.objects.filter(username="consulent").update(is_active=False)

    assert actor_for(Account.objects.get(username="consulent"), at=NU) is None
    assert find_account(username="consulent") is None


def test_one_answer_leaves_one_trace_with_a_line_per_dossier() -> None:
    a_region()
    a_dossier()
    a_dossier(achternaam="Ander")
    actor = who("consulent")

    list_dossiers(actor=actor)
    list_dossiers(actor=actor)
    write_inzagen(actor=actor, account=1, rol="casusregisseur", now=NU)

    looks = list(Inzage.objects.all())
    assert len(looks) == 2
    assert len({look.spoor for look in looks}) == 1
    assert "verblijf" in looks[0].categorieen
    assert "bsn" not in looks[0].categorieen


def test_a_partner_sees_what_was_agreed_and_nothing_more() -> None:
    keten, uuid = a_region(), a_dossier()
    link(uuid, keten)

    zicht = get_dossier(actor=who("partner"), uuid=uuid)
    persoon = get_persoon(actor=who("partner"), zicht=zicht)
    assert {one.value for one in zicht.categorieen} == {
        "identiteit", "contact", "voortgang", "taal", "onderwijs_werk", "begeleiding",
    }  # fmt: skip
    assert "convenant" in zicht.waarom
    assert (persoon.bsn, persoon.v_nummer) == (None, None)


@pytest.mark.parametrize(
    ("name", "at", "tot"),
    [
        ("partner", noon(date(2023, 1, 1)), None),
        ("partner", NU, date(2022, 9, 1)),
        ("andere-partner", NU, None),
        ("beleid", NU, None),
        ("beheer", NU, None),
    ],
    ids=["provisional agreement over", "link over", "other partner", "figures only", "beheer"],
)
def test_without_link_or_agreement_a_dossier_does_not_exist(
    name: str, at: object, tot: object
) -> None:
    keten, uuid = a_region(), a_dossier()
    link(uuid, keten, tot=tot)  # type: ignore[arg-type]

    with pytest.raises(DossierNotFound):
        get_dossier(actor=who(name, at), uuid=uuid)  # type: ignore[arg-type]


def test_the_training_clock_only_goes_forward(settings: object) -> None:
    settings.DEMO = True  # type: ignore[attr-defined]
    actor = system_actor(at=NU)
    start_training(actor=actor, scenario="proef", toelichting="", at=NU)

    set_clock(actor=actor, at=NU + timedelta(days=7))
    assert now() == NU + timedelta(days=7)
    with pytest.raises(Refusal, match="alleen vooruit"):
        set_clock(actor=actor, at=NU)
    with pytest.raises(Refusal, match="voor 2200"):
        set_clock(actor=actor, at=NU.replace(year=9999))
    assert now() == NU + timedelta(days=7)


def test_outside_demo_mode_there_is_no_training_clock() -> None:
    with pytest.raises(Refusal, match="oefenomgeving"):
        start_training(actor=system_actor(at=NU), scenario="proef", toelichting="", at=NU)


def test_every_permission_has_a_name_that_people_understand() -> None:
    assert all(permission.label for permission in Permission)
