"""Guessing: how often, from where, and that nothing says whether a name exists."""

from datetime import timedelta

import pytest

from schakel.base.refusal import Refusal
from schakel.toegang import pogingen
from schakel.toegang.models import Poging
from schakel.toegang.pogingen import forget, note_code, note_link, note_log_in
from schakel.toegang.queries import wall_clock

pytestmark = pytest.mark.django_db
HIER, DAAR = "192.0.2.1", "192.0.2.2"


def try_often(keer: int, naam: str = "consulent", adres: str = HIER) -> None:
    for _ in range(keer):
        note_log_in(naam=naam, adres=adres)


def test_the_sixth_time_from_one_place_is_refused_and_elsewhere_goes_on() -> None:
    try_often(5)

    with pytest.raises(Refusal, match="Wacht een kwartier"):
        note_log_in(naam="Consulent", adres=HIER)
    note_log_in(naam="consulent", adres=DAAR)
    note_log_in(naam="collega", adres=HIER)


def test_a_name_is_closed_when_many_places_guess() -> None:
    for place in range(20):
        try_often(1, adres=f"192.0.2.{place}")

    with pytest.raises(Refusal):
        note_log_in(naam="consulent", adres="198.51.100.1")


def test_a_place_is_closed_when_it_guesses_many_names() -> None:
    for number in range(60):
        try_often(1, naam=f"naam{number}")

    with pytest.raises(Refusal):
        note_log_in(naam="nog-een-naam", adres=HIER)
    note_log_in(naam="nog-een-naam", adres=DAAR)


def test_who_comes_from_nowhere_known_is_counted_by_name_alone() -> None:
    for number in range(61):
        try_often(1, naam=f"naam{number}", adres="")
    try_often(5, adres="")

    with pytest.raises(Refusal):
        note_log_in(naam="consulent", adres="")


def test_a_right_password_begins_the_count_again() -> None:
    try_often(4)
    forget(note_log_in(naam="consulent", adres=HIER))

    try_often(5)


def test_after_a_quarter_of_an_hour_it_is_over_and_after_a_day_forgotten(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    try_often(5)
    at = wall_clock()
    monkeypatch.setattr(pogingen, "wall_clock", lambda: at + timedelta(minutes=16))
    try_often(1)
    assert Poging.objects.count() == 6

    monkeypatch.setattr(pogingen, "wall_clock", lambda: at + timedelta(days=2))
    try_often(1)
    assert Poging.objects.count() == 1


def test_what_is_refused_does_not_make_the_wait_longer() -> None:
    try_often(5)
    for _ in range(20):
        with pytest.raises(Refusal):
            note_log_in(naam="consulent", adres=HIER)

    assert Poging.objects.count() == 5


def test_codes_and_links_are_counted_by_themselves() -> None:
    for _ in range(5):
        note_code(account=1)
        note_link(adres=HIER)

    with pytest.raises(Refusal, match="een code geprobeerd"):
        note_code(account=1)
    note_code(account=2)
    with pytest.raises(Refusal):
        note_link(adres=HIER)


def test_neither_a_name_nor_a_place_is_kept() -> None:
    note_log_in(naam="wachtwoord-in-het-verkeerde-veld", adres=HIER)

    kept = str(list(Poging.objects.values()))
    assert "wachtwoord" not in kept
    assert HIER not in kept
