"""Handing out accounts: what a beheerder can do, and above all what he cannot."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from schakel.base.actor import Actor, Via
from schakel.base.refusal import NotAllowed, Refusal
from schakel.keten.models import Medewerker
from schakel.toegang.actions import add_account
from schakel.toegang.gebruikers.actions import (
    GebruikerGegevens,
    add_gebruiker,
    amend_toegang,
    invite,
    reset_second_factor,
    switch_off,
    switch_on,
    unlock,
)
from schakel.toegang.gebruikers.binnenkomen import (
    accept_invitation,
    choose_password,
    find_by_oidc,
    find_uitnodiging,
    log_out_everywhere,
)
from schakel.toegang.gebruikers.queries import (
    AccountNotFound,
    get_gebruiker,
    list_gebruikers,
    list_wijzigingen,
    list_zonder_account,
)
from schakel.toegang.models import Account, Accountwijziging, Uitnodiging
from schakel.toegang.pogingen import note_code, note_log_in
from schakel.toegang.queries import Rol
from schakel.toegang.sleutels import has_factor
from schakel.toegang.tests.inloggen import WACHTWOORD, account_of, with_app
from schakel.toegang.tests.world import a_region, who
from schakel.traject.tests.world import MONTFOORT, NU, OUDEWATER, WOERDEN, Keten, source

pytestmark = pytest.mark.django_db
ALLES = [MONTFOORT, OUDEWATER, WOERDEN]
BODEGRAVEN = "1901"


@pytest.fixture(autouse=True)
def keten() -> Keten:
    return a_region()


@pytest.fixture
def beheer() -> Actor:
    return who("beheer")


def a_beheerder(keten: Keten, name: str, *gemeenten: str) -> Actor:
    """Return another beheerder, of these gemeenten alone."""
    medewerker = Medewerker.objects.create(
        organisatie_id=keten.eigen, naam=name.title(), functie="beheer", van=date(2022, 1, 1)
    )
    add_account(
        actor=source(Via.SYSTEEM), username=name, medewerker=medewerker.pk, rol=Rol.BEHEERDER,
        gemeenten=gemeenten,
    )  # fmt: skip
    return who(name)


def new(keten: Keten, **changes: Any) -> GebruikerGegevens:
    known = {
        "username": "nieuw", "rol": Rol.CASUSREGISSEUR, "gemeenten": [WOERDEN], "naam": "N. Ieuw",
        "functie": "consulent", "organisatie": keten.eigen,
    }  # fmt: skip
    return GebruikerGegevens(**{**known, **changes})


def kinds(account: int) -> list[str]:
    rows = Accountwijziging.objects.filter(account=account).order_by("pk")
    return list(rows.values_list("soort", flat=True))


def test_a_new_account_has_no_password_and_says_who_made_it(keten: Keten, beheer: Actor) -> None:
    pk = add_gebruiker(actor=beheer, gegevens=new(keten), now=NU)

    assert not Account.objects.get(pk=pk).has_usable_password()
    [line] = list_wijzigingen(actor=beheer, account=pk)
    assert (line.wat, line.door) == ("account gemaakt", "Beheer")
    assert line.nieuw == "casusregisseur; 0632"


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"username": "consulent"}, "bestaat al"),
        ({"username": "Met Spatie"}, "3 tot 60 tekens"),
        ({"username": "../x"}, "3 tot 60 tekens"),
        ({"rol": Rol.INBURGERAAR}, "niet uitgedeeld"),
        ({"gemeenten": [BODEGRAVEN]}, "die u zelf hebt"),
        ({"naam": ""}, "Kies een medewerker"),
        ({"medewerker": 987_654}, "er niet meer"),
    ],
    ids=str,
)
def test_what_is_odd_or_reaches_too_far_is_refused(
    keten: Keten, beheer: Actor, changes: dict[str, Any], says: str
) -> None:
    with pytest.raises(Refusal, match=says):
        add_gebruiker(actor=beheer, gegevens=new(keten, **changes), now=NU)

    assert not Account.objects.filter(username="nieuw").exists()


def test_a_medewerker_has_one_account(keten: Keten, beheer: Actor) -> None:
    with pytest.raises(Refusal, match="heeft al een account"):
        add_gebruiker(actor=beheer, gegevens=new(keten, medewerker=keten.begeleider), now=NU)
    assert keten.begeleider not in {one.id for one in list_zonder_account(actor=beheer)}


def test_an_invitation_sets_a_password_once(beheer: Actor) -> None:
    woord = invite(actor=beheer, account=account_of("consulent").pk, now=NU)
    assert woord not in str(list(Uitnodiging.objects.values()))

    account = accept_invitation(woord=woord, wachtwoord=WACHTWOORD, now=NU)

    assert account.username == "consulent"
    assert account_of("consulent").check_password(WACHTWOORD)
    assert kinds(account.pk) == ["uitgenodigd", "wachtwoord"]
    with pytest.raises(Refusal, match="gebruikt of verlopen"):
        accept_invitation(woord=woord, wachtwoord="nog-een-lang-wachtwoord", now=NU)


def test_a_weak_password_leaves_the_invitation_for_another_try(beheer: Actor) -> None:
    woord = invite(actor=beheer, account=account_of("consulent").pk, now=NU)

    for weak, says in (("kort", "twaalf tekens"), ("password1234", "te bekend")):
        with pytest.raises(Refusal, match=says):
            accept_invitation(woord=woord, wachtwoord=weak, now=NU)

    assert find_uitnodiging(woord=woord, now=NU) == account_of("consulent")


def test_an_invitation_ends_after_a_day_and_by_a_later_one(beheer: Actor) -> None:
    pk = account_of("consulent").pk
    first = invite(actor=beheer, account=pk, now=NU)
    second = invite(actor=beheer, account=pk, now=NU)

    assert find_uitnodiging(woord=first, now=NU) is None
    assert find_uitnodiging(woord=second, now=NU + timedelta(hours=23)) is not None
    assert find_uitnodiging(woord=second, now=NU + timedelta(hours=24)) is None
    assert find_uitnodiging(woord=second[:-1], now=NU) is None
    assert find_uitnodiging(woord="", now=NU) is None


def test_who_is_switched_off_is_out_at_once_and_his_invitation_with_him(beheer: Actor) -> None:
    account = with_app("consulent")
    before = account.get_session_auth_hash()
    woord = invite(actor=beheer, account=account.pk, now=NU)

    switch_off(actor=beheer, account=account.pk, now=NU)

    gone = Account.objects.get(pk=account.pk)
    assert gone.get_session_auth_hash() != before
    assert find_uitnodiging(woord=woord, now=NU) is None
    with pytest.raises(Refusal, match="uitgezet"):
        invite(actor=beheer, account=account.pk, now=NU)
    switch_on(actor=beheer, account=account.pk, now=NU)
    assert account_of("consulent").check_password(WACHTWOORD)
    assert kinds(account.pk)[-2:] == ["uitgezet", "aangezet"]


def test_a_role_and_a_reach_change_at_once_and_are_written_down(beheer: Actor) -> None:
    pk = account_of("consulent").pk

    amend_toegang(
        actor=beheer, account=pk, rol=Rol.BELEID, gemeenten=[WOERDEN], oidc_naam="A@Werk.nl",
        now=NU,
    )  # fmt: skip

    now = who("consulent")
    assert now.gemeenten == {WOERDEN}
    assert now.permissions == who("beleid").permissions
    told = [(one.wat, one.oud, one.nieuw) for one in list_wijzigingen(actor=beheer, account=pk)]
    assert told == [
        ("naam bij de organisatie gewijzigd", "", "a@werk.nl"),
        ("gemeenten gewijzigd", "0335, 0589, 0632", "0632"),
        ("rol gewijzigd", "casusregisseur", "beleidsmedewerker"),
    ]


def test_a_name_at_the_organisation_is_of_one_account(beheer: Actor) -> None:
    words = {"gemeenten": ALLES, "oidc_naam": "a@werk.nl", "now": NU}
    one, other = account_of("consulent").pk, account_of("collega").pk
    amend_toegang(actor=beheer, account=one, rol=Rol.CASUSREGISSEUR, **words)

    with pytest.raises(Refusal, match="heeft deze naam al"):
        amend_toegang(actor=beheer, account=other, rol=Rol.TRAJECTBEGELEIDER, **words)


def test_a_name_that_went_to_someone_else_later_opens_nothing(beheer: Actor) -> None:
    pk = account_of("consulent").pk
    words = {"rol": Rol.CASUSREGISSEUR, "gemeenten": ALLES, "now": NU}
    amend_toegang(actor=beheer, account=pk, oidc_naam="a@werk.nl", **words)

    assert find_by_oidc(naam=" A@werk.nl", sub="een") == account_of("consulent")
    assert find_by_oidc(naam="a@werk.nl", sub="een") is not None
    assert find_by_oidc(naam="a@werk.nl", sub="twee") is None
    assert find_by_oidc(naam="a@werk.nl", sub="") is None
    assert find_by_oidc(naam="", sub="een") is None


def test_a_second_factor_is_reset_with_a_reason_and_ends_the_sessions(beheer: Actor) -> None:
    account = with_app("consulent")
    before = account.get_session_auth_hash()

    with pytest.raises(Refusal, match="Schrijf op waarom"):
        reset_second_factor(actor=beheer, account=account.pk, reden=" ", now=NU)
    assert has_factor(account=account.pk)
    reset_second_factor(actor=beheer, account=account.pk, reden="telefoon weg", now=NU)

    assert not has_factor(account=account.pk)
    assert Account.objects.get(pk=account.pk).get_session_auth_hash() != before
    assert list_wijzigingen(actor=beheer, account=account.pk)[0].reden == "telefoon weg"


def test_who_has_to_wait_is_seen_and_let_through(beheer: Actor) -> None:
    account = account_of("consulent")
    for _ in range(5):
        note_log_in(naam="Consulent", adres="192.0.2.1")
        note_code(account=account.pk)
    assert get_gebruiker(actor=beheer, account=account.pk, now=NU).geblokkeerd
    assert not get_gebruiker(actor=beheer, account=account_of("collega").pk, now=NU).geblokkeerd

    unlock(actor=beheer, account=account.pk, now=NU)

    assert not get_gebruiker(actor=beheer, account=account.pk, now=NU).geblokkeerd
    note_log_in(naam="consulent", adres="192.0.2.1")
    note_code(account=account.pk)


def test_changing_or_ending_ones_own_sessions_is_written_down(beheer: Actor) -> None:
    account = with_app("consulent")
    first = account.get_session_auth_hash()

    with pytest.raises(Refusal, match="niet uw huidige"):
        choose_password(account=account, huidig="onzin", nieuw="een-ander-wachtwoord", now=NU)
    choose_password(account=account, huidig=WACHTWOORD, nieuw="een-ander-wachtwoord", now=NU)
    second = account_of("consulent").get_session_auth_hash()
    log_out_everywhere(account=account, now=NU)

    assert len({first, second, account_of("consulent").get_session_auth_hash()}) == 3
    assert kinds(account.pk)[-2:] == ["wachtwoord", "uitgelogd"]


DADEN: dict[str, Callable[[Actor, int], object]] = {
    "amend": lambda actor, pk: amend_toegang(
        actor=actor, account=pk, rol=Rol.CASUSREGISSEUR, gemeenten=[MONTFOORT], oidc_naam="", now=NU
    ),
    "switch off": lambda actor, pk: switch_off(actor=actor, account=pk, now=NU),
    "switch on": lambda actor, pk: switch_on(actor=actor, account=pk, now=NU),
    "reset": lambda actor, pk: reset_second_factor(actor=actor, account=pk, reden="x", now=NU),
    "unlock": lambda actor, pk: unlock(actor=actor, account=pk, now=NU),
    "invite": lambda actor, pk: invite(actor=actor, account=pk, now=NU),
}


@pytest.mark.parametrize("daad", DADEN)
@pytest.mark.parametrize("wie", ["consulent", "collega", "beleid", "partner"])
def test_who_is_no_beheerder_does_nothing_to_an_account(wie: str, daad: str) -> None:
    with pytest.raises(NotAllowed):
        DADEN[daad](who(wie), account_of("collega").pk)

    assert not Accountwijziging.objects.exists()


@pytest.mark.parametrize("daad", DADEN)
def test_nobody_touches_his_own_account(beheer: Actor, daad: str) -> None:
    with pytest.raises(Refusal, match="andere beheerder"):
        DADEN[daad](beheer, account_of("beheer").pk)

    assert not Accountwijziging.objects.exists()


@pytest.mark.parametrize("daad", DADEN)
def test_an_account_elsewhere_does_not_exist_and_one_half_elsewhere_stays(
    keten: Keten, daad: str
) -> None:
    montfoort = a_beheerder(keten, "beheer-montfoort", MONTFOORT)

    with pytest.raises(AccountNotFound):
        DADEN[daad](montfoort, account_of("beleid").pk)
    with pytest.raises(Refusal, match="buiten uw bereik"):
        DADEN[daad](montfoort, account_of("consulent").pk)

    assert not Accountwijziging.objects.exists()
    assert "beleid" not in {one.username for one in list_gebruikers(actor=montfoort, now=NU)}


def test_the_last_beheerder_stays(keten: Keten, beheer: Actor) -> None:
    other = a_beheerder(keten, "tweede", *ALLES)
    first = account_of("beheer").pk
    switch_off(actor=other, account=first, now=NU)
    switch_on(actor=source(Via.SYSTEEM), account=first, now=NU)
    Medewerker.objects.filter(accounts=first).update(tot=NU.date())

    with pytest.raises(Refusal, match="laatste functioneel beheerder"):
        switch_off(actor=source(Via.SYSTEEM), account=account_of("tweede").pk, now=NU)
    with pytest.raises(Refusal, match="laatste functioneel beheerder"):
        amend_toegang(
            actor=source(Via.SYSTEEM), account=account_of("tweede").pk, rol=Rol.BELEID,
            gemeenten=ALLES, oidc_naam="", now=NU,
        )  # fmt: skip


def test_the_list_tells_who_can_get_in_and_never_a_password(beheer: Actor) -> None:
    with_app("consulent")
    Medewerker.objects.filter(accounts__username="collega").update(tot=NU.date())
    Medewerker.objects.filter(accounts__username="beleid").update(van=date(2022, 10, 1))
    switch_off(actor=beheer, account=account_of("partner").pk, now=NU)

    found = {one.username: one for one in list_gebruikers(actor=beheer, now=NU)}

    assert {name: one.waarom for name, one in found.items()} == {
        "consulent": "", "collega": "uit dienst", "beleid": "nog niet begonnen",
        "partner": "uitgezet", "beheer": "", "andere-partner": "",
    }  # fmt: skip
    assert found["consulent"].tweede_factor
    assert found["beheer"].eigen
    assert not any(account_of("consulent").password in str(one) for one in found.values())


def test_the_list_is_narrowed_by_words_role_and_state(beheer: Actor) -> None:
    switch_off(actor=beheer, account=account_of("collega").pk, now=NU)

    def names(**chosen: Any) -> set[str]:
        return {one.username for one in list_gebruikers(actor=beheer, now=NU, **chosen)}

    assert names(zoek="CONSUL") == {"consulent"}
    assert names(rol=Rol.BELEID) == {"beleid"}
    assert names(aan=False) == {"collega"}
    assert "collega" not in names(aan=True)
    assert names(zoek="niemand zo") == set()
