"""Correct what was never so: first see what changes, then do it."""

from datetime import date

import pytest

from schakel.toegang.tests.world import a_region, who
from schakel.traject import events
from schakel.traject.actions import stappen
from schakel.traject.tests.world import (
    NU,
    Keten,
    a_dossier,
    a_dossier_with_pip,
    log_of,
    newest_of,
)
from schakel.web.tests.world import (
    as_persona,
    confirm,
    correction,
    page,
    pip_correction,
    stop_the_clock,
    text_of,
    words_of,
)

pytestmark = pytest.mark.django_db

PIP = "traject.pip_established"


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def test_names_and_not_codes_are_laid_side_by_side() -> None:
    uuid = a_dossier_with_pip()
    words = {
        "happened_on": "2022-03-01", "feit_doelgroep": "gezinsmigrant_overig",
        "reden": "brief verkeerd gelezen", "gezien": log_of(uuid)[-1].id,
    }  # fmt: skip

    told = words_of(
        as_persona("consulent").post(correction(uuid, "dossier.doelgroep_determined"), words)
    )

    assert "Doelgroep asielstatushouder gezins- of overige migrant" in told
    assert "Woerden: asielstatushouder" in told
    assert "Woerden: gezins- of overige migrant" in told
    assert "gezinsmigrant_overig</" not in told


def test_nothing_changed_is_nothing_to_correct() -> None:
    uuid = a_dossier_with_pip()
    words = pip_correction(uuid, happened_on="2022-05-02", bevestigd="1")

    told = text_of(as_persona("consulent").post(correction(uuid, PIP), words))

    assert "nog niets anders ingevuld" in told
    assert newest_of(uuid, PIP).known_until is None


def test_what_was_not_looked_at_is_not_done() -> None:
    uuid = a_dossier_with_pip()
    client, address = as_persona("consulent"), correction(uuid, PIP)
    words = pip_correction(uuid)

    shown = client.post(address, {**words, "bevestigd": "1"})

    assert "Er is nog niets gewijzigd" in text_of(shown)
    assert "20 mei 2025" in text_of(shown)
    assert newest_of(uuid, PIP).known_until is None


def test_corrected_twice_and_the_first_line_can_no_longer_be() -> None:
    uuid = a_dossier_with_pip()
    client, first = as_persona("consulent"), correction(uuid, PIP)
    confirm(client, first, pip_correction(uuid))
    confirm(client, correction(uuid, PIP), pip_correction(uuid, happened_on="2022-05-25"))

    told = text_of(client.get(first, follow=True))

    assert "intussen al hersteld" in told
    assert told.count("<s>") == 2
    assert "25 mei 2025" in told


def test_a_form_that_is_out_of_date_is_refused_and_keeps_what_was_typed() -> None:
    uuid = a_dossier_with_pip()
    client, address = as_persona("consulent"), correction(uuid, PIP)
    words = pip_correction(uuid)
    stappen.make_aanmelding(
        actor=who("consulent"), dossier_uuid=uuid, happened_on=date(2022, 6, 1), now=NU
    )

    told = text_of(confirm(client, address, words))

    assert "Intussen is in dit dossier vastgelegd: aangemeld bij de taalaanbieder" in told
    assert "verkeerd overgenomen" in told
    assert f'name="gezien" value="{log_of(uuid)[-1].id}"' in told
    assert newest_of(uuid, PIP).known_until is None


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"happened_on": "2022-12-01"}, "ligt in de toekomst"),
        ({"happened_on": "31-02-2022"}, "geen bestaande datum"),
        ({"reden": ""}, "verplicht"),
        ({"reden": "x" * 501}, "500"),
        ({"feit_leerroute": "X"}, "Selecteer een geldige keuze"),
        ({"feit_gemeente": "9999"}, "Selecteer een geldige keuze"),
        ({"gezien": "veel"}, "geheel getal"),
        ({"bekeken": "y" * 2000}, "1000"),
    ],
    ids=["future", "no day", "no reason", "long", "route", "gemeente", "seen", "looked at"],
)
def test_bad_input_is_answered_on_the_form(changes: dict[str, object], said: str) -> None:
    uuid = a_dossier_with_pip()
    before = len(log_of(uuid))

    answer = as_persona("consulent").post(correction(uuid, PIP), pip_correction(uuid, **changes))

    assert answer.status_code == 200
    assert said in text_of(answer)
    assert len(log_of(uuid)) == before


def test_a_correction_that_leads_out_of_reach_ends_in_the_list() -> None:
    uuid = a_dossier()
    words = {
        "happened_on": "2022-03-01", "feit_gemeente": "1901", "feit_per": "2022-03-01",
        "reden": "andere gemeente", "gezien": log_of(uuid)[-1].id,
    }  # fmt: skip
    address = correction(uuid, "dossier.gemeente_became_responsible")

    done = confirm(as_persona("consulent"), address, words)

    assert done.status_code == 200
    assert "gemeente buiten uw bereik" in text_of(done)


def test_who_took_part_stays_and_is_shown_by_name(keten: Keten) -> None:
    uuid, day = a_dossier(), date(2022, 4, 1)
    stappen.start_brede_intake(
        actor=who("consulent"), dossier_uuid=uuid, happened_on=day, now=NU,
        gesprek=stappen.GesprekGegevens(
            vorm=events.Gespreksvorm.VIER_OGEN,
            tweede_deelnemer=keten.begeleider,
            gewezen_op_recht=True,
        ),
    )  # fmt: skip
    address = correction(uuid, "traject.brede_intake_started")

    assert "Anja" in page("consulent", address)
    words = {
        "happened_on": "2022-04-04", "reden": "vergist", "gezien": log_of(uuid)[-1].id,
        "feit_vorm": "vier_ogen", "feit_gewezen_op_recht": "True",
    }  # fmt: skip
    confirm(as_persona("consulent"), address, words)
    corrected = newest_of(uuid, "traject.brede_intake_started")
    assert corrected.facts["tweede_deelnemer"] == keten.begeleider
    assert corrected.happened_on == date(2022, 4, 4)


@pytest.mark.parametrize("how", ["herstellen", "niet-gebeurd"])
def test_every_kind_in_a_dossier_opens_its_form(how: str) -> None:
    uuid = a_dossier_with_pip()
    client = as_persona("consulent")

    for row in log_of(uuid):
        answer = client.get(f"/dossiers/{uuid}/gebeurtenis/{row.id}/{how}/")
        assert answer.status_code == 200, row.kind
        assert "Reden" in text_of(answer)


def test_a_gebeurtenis_of_another_dossier_is_not_corrected_here() -> None:
    uuid, other = a_dossier(), a_dossier_with_pip(achternaam="Ander")
    row = newest_of(other, PIP)

    answer = as_persona("consulent").post(
        f"/dossiers/{uuid}/gebeurtenis/{row.id}/niet-gebeurd/",
        {"reden": "x", "gezien": row.id, "bevestigd": "1"}, follow=True,
    )  # fmt: skip

    assert "staat niet in dit dossier" in text_of(answer)
    assert newest_of(other, PIP).known_until is None
