"""The training region shows the memo's table, is the same every time, and hurts nothing."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from schakel.base.bsn import Bsn
from schakel.base.tijd import noon
from schakel.demo import memo_2022, memo_feiten
from schakel.demo.keten import build_keten
from schakel.demo.names import bsns
from schakel.dossier.models import Persoon
from schakel.dossier.queries import list_dossiers
from schakel.keten.queries import list_agendapunten, list_deelafspraken, list_opdrachten
from schakel.logboek.models import Gebeurtenis
from schakel.stand.queries import get_stand
from schakel.toegang.queries import actor_for, find_account, list_personas, system_actor
from schakel.traject.queries import list_tijdlijn

AT = noon(memo_2022.PEILDATUM)
SCHAKEL = Path(sys.executable).with_name("schakel")

MEMO = {
    "statushouders": (20, 4, 2, 0),
    "gezinsmigranten": (6, 6, 2, 1),
    "leerbaarheidstoetsen": (15, 3, 2, 0),
    "brede_intakes": (4, 0, 0, 0),
    "pips": (1, 0, 0, 0),
    "aanmeldingen": (1, 0, 0, 0),
}
PERSONAS = (
    "casus-woerden casus-bodegraven traject account mb-woerden mb-bodegraven mb-montfoort "
    "sociaal-woerden sociaal-oudewater taal-utrecht taal-holland team keten opdracht-woerden "
    "control beleid-woerden privacy fg beheer inburgeraar"
)


def build() -> None:
    memo_2022.build(keten=build_keten(actor=system_actor(at=AT)))


@pytest.mark.django_db
def test_the_table_is_that_of_the_memo() -> None:
    build()

    stand = get_stand(actor=system_actor(at=AT), peildatum=memo_2022.PEILDATUM, at=AT)
    assert {rij.code.value: tuple(rij.waarden.values()) for rij in stand.rijen} == MEMO
    assert tuple(stand.rijen[0].noemer.values()) == (26, 10, 4, 1)


@pytest.mark.django_db
def test_there_is_one_persona_per_role_and_every_bsn_is_a_test_number() -> None:
    build()

    assert [persona.username for persona in list_personas()] == PERSONAS.split()
    for persoon in Persoon.objects.all():
        assert str(Bsn.parse(persoon.bsn or "")).endswith((persoon.bsn or "")[-4:])
        assert (persoon.bsn or "").startswith("9999")


@pytest.mark.django_db
def test_the_other_facts_of_the_memo_are_there_too() -> None:
    build()
    actor = system_actor(at=AT)

    assert [one.soort.value for one in list_opdrachten(actor=actor)] == [
        "bestuursopdracht", "uitvoeringsplan",
    ]  # fmt: skip
    punten = list_agendapunten(actor=actor)
    assert [one.streefdatum for one in punten].count(memo_feiten.DICHT) == 3
    assert len(punten) == 8
    convenant = list_deelafspraken(actor=actor)[0]
    assert (convenant.geldt, convenant.ondertekend_op) == (True, None)


def test_numbers_are_the_same_every_time() -> None:
    first, again = bsns(), bsns()
    assert [next(first) for _ in range(50)] == [next(again) for _ in range(50)]


@pytest.mark.django_db
def test_the_same_scenario_gives_the_same_log() -> None:
    build()

    told = list(
        Gebeurtenis.objects.order_by("id").values_list("kind", "happened_on", "recorded_at")
    )
    assert len(told) == 506
    assert told[0][0] == "dossier.opened"


def schakel(*words: str, database: Path, demo: bool = True) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "SCHAKEL_VAR": str(database.parent),
    }
    env["DJANGO_SETTINGS_MODULE"] = "schakel.config.settings"
    env["SCHAKEL_DEMO"] = "1" if demo else "0"
    return subprocess.run(  # noqa: S603 - our own command
        [str(SCHAKEL), *words], env=env, capture_output=True, text=True, check=False, timeout=120
    )


def test_a_database_of_someone_else_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "echt.sqlite3"
    schakel("migrate", database=database, demo=False)
    fill = "from schakel.keten.models import Organisatie; Organisatie.objects.create(naam='Echt')"
    schakel("shell", "-c", fill, database=database, demo=False)

    refused = schakel("demo", "--alleen-voorbereiden", database=database)

    assert refused.returncode == 2
    assert "niet door de demo gemaakt" in refused.stderr
    ask = "from schakel.keten.models import Organisatie; print(Organisatie.objects.get().naam)"
    assert "Echt" in schakel("shell", "-c", ask, database=database).stdout


def test_the_commands_work_on_what_the_demo_made(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite3"

    assert (
        schakel(
            "demo", "--scenario", "memo-2022", "--alleen-voorbereiden", database=database
        ).returncode
        == 0
    )
    clean = schakel("controle", database=database, demo=False)
    assert clean.returncode == 0, clean.stdout
    table = schakel(
        "stand", "--peildatum", "2022-09-01", "--bekend-op", "2022-09-15", database=database
    )
    assert "20                    4          2          0" in table.stdout

    spoil = (
        "from schakel.traject.models import Mijlpaal; "
        "Mijlpaal.objects.filter(soort='pip').update(gemeente='0335')"
    )
    schakel("shell", "-c", spoil, database=database)
    spoiled = schakel("controle", database=database)
    assert spoiled.returncode == 1
    assert "mijlpalen wijken af" in spoiled.stdout

    assert schakel("herbouw", database=database).returncode == 0
    assert schakel("controle", database=database).returncode == 0


def test_an_unknown_scenario_is_a_sentence_and_exit_2(tmp_path: Path) -> None:
    refused = schakel(
        "demo",
        "--scenario",
        "maanlanding",
        "--alleen-voorbereiden",
        database=tmp_path / "x.sqlite3",
    )

    assert refused.returncode == 2
    assert "bestaat nog niet" in refused.stderr


@pytest.mark.django_db
def test_a_production_server_has_no_training_addresses(client: object) -> None:
    assert client.get("/demo/inloggen/casus-woerden").status_code == 404  # type: ignore[attr-defined]
    assert client.get("/demo/").status_code == 404  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("stand",), "nog niet ingericht"),
        (("stand", "--peildatum", "gisteren"), "is geen datum"),
        (("controle", "--vandaag", "2022-02-30"), "is geen datum"),
    ],
    ids=["empty database", "no day", "no such day"],
)
def test_a_command_never_shows_a_traceback(
    words: tuple[str, ...], sentence: str, tmp_path: Path
) -> None:
    refused = schakel(*words, database=tmp_path / "leeg.sqlite3", demo=False)

    assert refused.returncode == 2
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_port_that_is_taken_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        refused = schakel("demo", database=tmp_path / "demo.sqlite3")

    assert refused.returncode == 2
    assert "niet vrij" in refused.stderr


@pytest.mark.django_db
def test_the_taalaanbieder_gets_what_the_law_lists_and_nothing_more() -> None:
    """NAW, BSN and leerroute with their changes: Bi 9.2 lid 3 and 9.10."""
    build()
    account = find_account(username="taal-utrecht")
    assert account is not None
    actor = actor_for(account, at=AT)
    assert actor is not None

    [row] = list_dossiers(actor=actor)
    assert (row.persoon.naam, row.persoon.geboren_op) == ("Rami al Hamwi", None)
    kinds = {line.row.kind for line in list_tijdlijn(zicht=row.zicht)}
    assert kinds == {"traject.pip_established", "traject.aanmelding_made"}
