"""The second factor: taken once, kept secret, and never the last one away where it is needed."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import override_settings

from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.toegang.models import Account, Accountwijziging
from schakel.toegang.roles import PERMISSIONS, Rol, needs_second_factor
from schakel.toegang.sleutels import (
    APP,
    CODES,
    add_app,
    check_code,
    codes_left,
    has_factor,
    list_factors,
    new_secret,
    remove_factor,
    renew_codes,
)
from schakel.toegang.tests.inloggen import (
    GEHEIM,
    account_of,
    code_of_app,
    forget_last_code,
    unused_code,
    with_app,
    with_password,
)
from schakel.toegang.tests.world import a_region
from schakel.traject.tests.world import NU

pytestmark = pytest.mark.django_db


@pytest.fixture
def consulent() -> Account:
    a_region()
    return with_app("consulent")


def test_a_code_of_the_app_is_taken_once_and_none_of_before_it(consulent: Account) -> None:
    with pytest.raises(Refusal, match="al gebruikt"):
        check_code(account=consulent, code=code_of_app())
    assert check_code(account=consulent, code=code_of_app(later=1)) == APP
    for later in (1, 0, -1):
        with pytest.raises(Refusal):
            check_code(account=consulent, code=code_of_app(later=later))


@pytest.mark.parametrize("later", [-3, 3, 2_000])
def test_a_code_of_another_moment_is_refused(consulent: Account, later: int) -> None:
    forget_last_code("consulent")
    with pytest.raises(Refusal):
        check_code(account=consulent, code=code_of_app(later=later))


@pytest.mark.parametrize("code", ["", "000000", "abcdef", "9" * 20, "٠١٢٣٤٥"])
def test_what_is_no_code_is_refused(consulent: Account, code: str) -> None:
    with pytest.raises(Refusal):
        check_code(account=consulent, code=code)


def test_a_code_for_emergencies_works_once_with_or_without_a_space(consulent: Account) -> None:
    code = unused_code("consulent")
    assert check_code(account=consulent, code=f"{code[:5]} {code[5:]}") == CODES
    assert codes_left(account=consulent.pk) == 9
    with pytest.raises(Refusal):
        check_code(account=consulent, code=code)


def test_new_codes_for_emergencies_end_the_old(consulent: Account) -> None:
    old = unused_code("consulent")
    fresh = renew_codes(account=consulent, now=NU)

    with pytest.raises(Refusal):
        check_code(account=consulent, code=old)
    assert check_code(account=consulent, code=fresh[0]) == CODES
    assert len(set(fresh)) == 10


def test_a_code_of_someone_else_is_refused(consulent: Account) -> None:
    other = with_password("collega")
    secret = new_secret()
    add_app(account=other, secret=secret, code=code_of_app(secret), now=NU)

    with pytest.raises(Refusal):
        check_code(account=other, code=unused_code("consulent"))
    with pytest.raises(Refusal):
        check_code(account=other, code=code_of_app(later=1))


def test_an_app_is_set_up_only_with_a_code_of_it_and_replaces_the_one_before(
    consulent: Account,
) -> None:
    secret = new_secret()
    with pytest.raises(Refusal):
        add_app(account=consulent, secret=secret, code=code_of_app(), now=NU)
    add_app(account=consulent, secret=secret, code=code_of_app(secret), now=NU)

    assert len(list_factors(account=consulent.pk)) == 1
    with pytest.raises(Refusal):
        check_code(account=consulent, code=code_of_app(GEHEIM, later=1))


def test_what_is_kept_is_not_the_secret_and_survives_a_new_key(consulent: Account) -> None:
    kept = str(list(Authenticator.objects.values()))
    assert GEHEIM not in kept
    assert unused_code("consulent") not in kept

    from django.conf import settings  # noqa: PLC0415

    with override_settings(SECRET_KEY="nieuw", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert check_code(account=consulent, code=code_of_app(later=1)) == APP


def test_the_last_factor_stays_where_the_role_asks_one(consulent: Account) -> None:
    [app] = list_factors(account=consulent.pk)

    with pytest.raises(Refusal, match="enige tweede stap"):
        remove_factor(account=consulent, factor=app.id, needed=True, now=NU)
    remove_factor(account=consulent, factor=app.id, needed=False, now=NU)

    assert not has_factor(account=consulent.pk)
    assert codes_left(account=consulent.pk) == 0


def test_a_factor_of_someone_else_is_not_taken_away(consulent: Account) -> None:
    [app] = list_factors(account=consulent.pk)
    remove_factor(account=account_of("collega"), factor=app.id, needed=False, now=NU)

    assert has_factor(account=consulent.pk)


def test_each_change_is_written_without_the_secret(consulent: Account) -> None:
    rows = list(Accountwijziging.objects.filter(account=consulent.pk).values())

    assert [row["soort"] for row in rows] == ["app", "codes"]
    assert GEHEIM not in str(rows)


def test_who_opens_a_dossier_or_hands_out_accounts_needs_a_second_factor() -> None:
    without = {rol for rol in Rol if not needs_second_factor(rol)}

    assert without == {Rol.OPDRACHTGEVER, Rol.BELEID, Rol.CONTROLLER, Rol.INBURGERAAR}
    for rol, held in PERMISSIONS.items():
        if {Permission.GEZONDHEID_READ, Permission.BSN_READ} & held:
            assert needs_second_factor(rol)
