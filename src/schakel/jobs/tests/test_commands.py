"""What an operator runs: figures, upkeep, and the proof that the tables are what the log says."""

import json
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from uuid import UUID

import pytest
from django.core.management import call_command

from schakel.dossier.models import Dossier, Plaats, Samenvoeging
from schakel.dossier.queries import events as feiten
from schakel.logboek.models import Gebeurtenis, Geldigheid
from schakel.traject.actions.samenvoeging import merge_dossiers, undo_merge
from schakel.traject.models import Mijlpaal, Traject
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import (
    NU,
    OUDEWATER,
    a_dossier,
    a_dossier_with_pip,
    a_keten,
    consulent,
    id_of,
    know,
    newest_of,
)

pytestmark = pytest.mark.django_db
VANDAAG = ("--vandaag", "2022-09-01")


@pytest.fixture
def uuid() -> UUID:
    a_keten()
    a_dossier(achternaam="Ander")
    return a_dossier_with_pip()


def run(*words: str) -> tuple[int, str]:
    """Return the exit code and what was printed."""
    out = StringIO()
    try:
        call_command(*words, stdout=out, stderr=out)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue()
    return 0, out.getvalue()


def test_controle_ends_with_nought_when_all_is_right(uuid: UUID) -> None:
    before = everything()

    assert run("controle", *VANDAAG) == (
        0, "2 dossiers gecontroleerd op 01-09-2022: alles klopt.\n",
    )  # fmt: skip
    assert everything() == before


def test_controle_and_herbouw_are_clean_after_a_merge_and_after_its_undoing(uuid: UUID) -> None:
    common = {"actor": consulent(), "reden": "zelfde persoon", "now": NU}
    merge_dossiers(van=a_dossier(achternaam="Dubbel"), naar=uuid, **common)
    know(uuid, feiten.KennisgevingSent(), date(2022, 8, 1))
    clean = (0, "3 dossiers gecontroleerd op 01-09-2022: alles klopt.\n")

    for samen in Samenvoeging.objects.values_list("pk", flat=True):
        assert run("controle", *VANDAAG) == clean
        assert run("herbouw", *VANDAAG)[0] == 0
        assert run("controle", *VANDAAG) == clean
        undo_merge(naar=uuid, samenvoeging=samen, **common)
        assert run("controle", *VANDAAG) == clean


def spoil_mijlpaal(dossier: int) -> None:
    Mijlpaal.objects.filter(dossier=dossier, soort="pip").update(gemeente=OUDEWATER)


def lose_mijlpaal(dossier: int) -> None:
    Mijlpaal.objects.filter(dossier=dossier, soort="pip").delete()


def double_mijlpaal(dossier: int) -> None:
    row = Mijlpaal.objects.filter(dossier=dossier, soort="pip").get()
    row.pk = None
    row.save()


def spoil_plaats(dossier: int) -> None:
    Plaats.objects.filter(dossier=dossier).update(volwassen_op=date(2030, 1, 1))


def spoil_geldigheid(dossier: int) -> None:
    Geldigheid.objects.filter(dossier=dossier, kind="traject.pip_established").update(
        known_until="2022-08-01T12:00:00Z"
    )


def lose_geldigheid(dossier: int) -> None:
    Geldigheid.objects.filter(dossier=dossier, kind="traject.pip_established").delete()


def spoil_traject(dossier: int) -> None:
    Traject.objects.filter(pk=dossier).update(termijn_tot=date(2026, 1, 1))


def spoil_dossier(dossier: int) -> None:
    Dossier.objects.filter(pk=dossier).update(gemeente=OUDEWATER)


SPOILED = [
    spoil_mijlpaal, lose_mijlpaal, double_mijlpaal, spoil_plaats, spoil_geldigheid,
    lose_geldigheid, spoil_traject, spoil_dossier,
]  # fmt: skip


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda one: one.__name__)
def test_controle_names_the_dossier_that_is_wrong_and_herbouw_mends_it(
    uuid: UUID, spoil: Callable[[int], None]
) -> None:
    dossier = id_of(uuid)
    log = list(Gebeurtenis.objects.order_by("pk").values())
    spoil(dossier)

    code, told = run("controle", *VANDAAG)
    assert code == 1
    lines = told.splitlines()
    assert lines[:-1]
    assert all(line.startswith(f"dossier {dossier}: ") for line in lines[:-1])
    assert "verschillen" in lines[-1]

    code, told = run("herbouw", *VANDAAG)
    assert (code, told.splitlines()[-1]) == (0, "2 dossiers herbouwd.")
    assert run("controle", *VANDAAG)[0] == 0
    assert list(Gebeurtenis.objects.order_by("pk").values()) == log


def test_herbouw_changes_nothing_of_what_is_right(uuid: UUID) -> None:
    def values(table: type) -> list[dict]:
        return sorted(
            ({k: str(v) for k, v in row.items() if k != "id"} for row in table.objects.values()),
            key=str,
        )

    tables = (Gebeurtenis, Geldigheid, Dossier, Plaats, Traject, Mijlpaal)
    before = [values(table) for table in tables]
    run("herbouw", *VANDAAG)
    assert [values(table) for table in tables] == before


def test_tik_brings_the_lists_of_a_new_day(uuid: UUID) -> None:
    moved = feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=date(2022, 9, 9))
    know(uuid, moved, date(2022, 9, 1))

    assert run("tik", "--vandaag", "2022-09-08") == (0, "0 dossiers bijgewerkt.\n")
    assert run("tik", "--vandaag", "2022-09-09") == (0, "1 dossiers bijgewerkt.\n")
    assert Dossier.objects.get(uuid=uuid).gemeente == OUDEWATER
    assert run("controle", "--vandaag", "2022-09-09")[0] == 0


def stand(*words: str) -> str:
    code, told = run("stand", *VANDAAG, *words)
    assert code == 0
    return told


def test_stand_counts_today_unless_another_day_is_asked(uuid: UUID) -> None:
    told = json.loads(stand("--formaat", "json"))
    assert (told["peildatum"], told["bekend_op"]) == ("2022-09-01", None)

    before_the_pip = json.loads(stand("--formaat", "json", "--peildatum", "2022-05-01"))
    assert [one["rijen"][4]["waarden"]["0632"] for one in (told, before_the_pip)] == [1, 0]


def test_stand_as_known_then_does_not_know_what_came_later(uuid: UUID) -> None:
    words = ("--formaat", "json", "--peildatum", "2022-05-02", "--bekend-op")

    known = [json.loads(stand(*words, day)) for day in ("2022-05-01", "2022-05-02")]
    assert [one["rijen"][4]["waarden"]["0632"] for one in known] == [0, 1]


def test_json_is_exactly_what_was_agreed(uuid: UUID) -> None:
    told = json.loads(stand("--formaat", "json"))

    assert list(told) == ["peildatum", "bekend_op", "rijen"]
    for rij in told["rijen"]:
        assert list(rij) == ["code", "label", "waarden", "naast"]
        assert list(rij["naast"]) == ["cumulatief", "niet_bevestigd", "apart", "noemer"]
        for counts in (rij["waarden"], *rij["naast"].values()):
            assert list(counts) == ["0632", "1901", "0335", "0589"]
            assert all(type(value) is int for value in counts.values())


def test_a_file_holds_what_the_screen_would_and_the_screen_stays_empty(
    uuid: UUID, tmp_path: Path
) -> None:
    for form in ("tekst", "json", "csv"):
        path = tmp_path / form
        assert stand("--formaat", form, "--uit", str(path)) == ""
        assert path.read_text(encoding="utf-8") == stand("--formaat", form)


def test_a_file_that_cannot_be_written_is_a_sentence(uuid: UUID, tmp_path: Path) -> None:
    code, told = run("stand", *VANDAAG, "--uit", str(tmp_path / "er" / "niet"))
    assert (code, "kan niet worden gelezen of geschreven" in told) == (2, True)


def test_figures_change_nothing(uuid: UUID) -> None:
    before = everything()
    stand("--formaat", "csv")
    assert everything() == before
    assert newest_of(uuid, "traject.pip_established")
