"""`schakel gebruiker uitnodigen`: how the first one gets in, on a house without anybody."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.test import Client

from schakel.keten.models import Gemeente, Medewerker, Organisatie
from schakel.toegang.models import Account
from schakel.toegang.queries import Rol
from schakel.toegang.tests.inloggen import WACHTWOORD, account_of
from schakel.toegang.tests.world import a_region

pytestmark = pytest.mark.django_db
NIEUW = ("--naam", "B. Eheer", "--functie", "functioneel beheerder", "--organisatie", "Ferm Werk")


def run(*words: str) -> tuple[int, str, str]:
    """Return the exit code, what was printed, and what was said on the side."""
    out, err = StringIO(), StringIO()
    try:
        call_command("gebruiker", "uitnodigen", *words, stdout=out, stderr=err)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def test_the_first_beheerder_is_made_and_gets_in(client: Client) -> None:
    code, link, said = run("beheer", *NIEUW, "--adres", "https://schakel.example/")

    assert code == 0
    assert link.startswith("https://schakel.example/uitnodiging/")
    assert "Zij werkt één keer, 24 uur lang" in said
    account = Account.objects.get()
    assert account.rol == Rol.BEHEERDER.value
    assert not account.has_usable_password()
    client.get(link.strip().removeprefix("https://schakel.example"))
    words = {"nieuw": WACHTWOORD, "nogmaals": WACHTWOORD}
    assert client.post("/uitnodiging/", words)["Location"] == "/inloggen/instellen/"


def test_he_reaches_every_gemeente_unless_some_are_named() -> None:
    a_region()
    known = set(Gemeente.objects.values_list("code", flat=True))
    run("alles", *NIEUW)
    run("een", *NIEUW, "--gemeenten", "0632")

    assert set(account_of("alles").bereik.values_list("gemeente", flat=True)) == known
    assert list(account_of("een").bereik.values_list("gemeente", flat=True)) == ["0632"]
    assert Organisatie.objects.filter(naam="Ferm Werk").count() == 1


def test_who_exists_gets_a_new_link_and_stays_who_he_was() -> None:
    a_region()
    before = Medewerker.objects.count()
    code, first, _ = run("consulent")
    _, second, _ = run("consulent")

    assert code == 0
    assert first.startswith("/uitnodiging/")
    assert first != second
    assert Medewerker.objects.count() == before
    assert account_of("consulent").rol == Rol.CASUSREGISSEUR.value


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("nieuw",), "Geef ook --naam"),
        (("nieuw", *NIEUW, "--gemeenten", "9999"), "gemeenten geven die u zelf hebt"),
        (("Met Spatie", *NIEUW), "3 tot 60 tekens"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_made(words: tuple[str, ...], says: str) -> None:
    code, link, said = run(*words)

    assert (code, link) == (2, "")
    assert says in said
    assert not Account.objects.exists()
    assert not Organisatie.objects.filter(naam="Ferm Werk").exists()


def test_who_was_switched_off_is_not_let_in_by_a_link() -> None:
    a_region()
    Account.objects.filter(username="consulent").update(is_active=False)
    code, link, said = run("consulent")

    assert (code, link) == (2, "")
    assert "uitgezet" in said
    assert Medewerker.objects.filter(van__gt=date(2022, 1, 1)).count() == 0
