"""The stand van zaken on the command line, in the shape that others read."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from schakel.base.tijd import noon
from schakel.demo import memo_2022
from schakel.demo.keten import build_keten
from schakel.toegang.queries import system_actor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def region() -> None:
    at = noon(memo_2022.PEILDATUM)
    memo_2022.build(keten=build_keten(actor=system_actor(at=at)))


def stand(*words: str) -> str:
    out = StringIO()
    call_command(
        "stand", "--peildatum", "2022-09-01", "--vandaag", "2022-09-20", *words, stdout=out
    )
    return out.getvalue()


def test_json_has_every_key_of_every_gemeente() -> None:
    told = json.loads(stand("--bekend-op", "2022-09-15", "--formaat", "json"))

    assert (told["peildatum"], told["bekend_op"]) == ("2022-09-01", "2022-09-15")
    assert [rij["code"] for rij in told["rijen"]] == [
        "statushouders", "gezinsmigranten", "leerbaarheidstoetsen", "brede_intakes", "pips",
        "aanmeldingen",
    ]  # fmt: skip
    for rij in told["rijen"]:
        assert set(rij) == {"code", "label", "waarden", "naast"}
        assert set(rij["naast"]) == {"cumulatief", "niet_bevestigd", "apart", "noemer"}
        for counts in (rij["waarden"], *rij["naast"].values()):
            assert list(counts) == ["0632", "1901", "0335", "0589"]
            assert None not in counts.values()
    assert told["rijen"][0]["naast"]["niet_bevestigd"]["0632"] == 2
    assert told["rijen"][2]["naast"]["cumulatief"]["0632"] == 16


def test_csv_opens_in_a_dutch_spreadsheet() -> None:
    lines = stand("--formaat", "csv").splitlines()

    assert lines[0].startswith("code;rij;gemeentecode;gemeente;waarde")
    assert "0632;Woerden;20;20;2;0;26" in lines[1]


def test_a_file_holds_what_the_screen_would(tmp_path: Path) -> None:
    stand("--formaat", "json", "--uit", str(tmp_path / "stand.json"))

    assert json.loads((tmp_path / "stand.json").read_text())["rijen"][4]["waarden"]["0632"] == 1
