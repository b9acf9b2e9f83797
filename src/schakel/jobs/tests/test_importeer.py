"""`schakel importeer dossiers` and the worker, as an operator uses them."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db.models.functions import Now

from schakel.dossier.models import Dossier
from schakel.exchange.lijst.actions import accept_inlezing, add_inlezing
from schakel.exchange.lijst.messages import BestandGegevens
from schakel.exchange.models import Fase, Inlezing
from schakel.exchange.tests.world import (
    NU,
    SAMIR,
    as_csv,
    as_xlsx,
    rij,
    someone_else,
    someone_known,
)
from schakel.jobs.management.commands.werker import work_once
from schakel.toegang.models import Account, Inzage, Klok
from schakel.toegang.queries import Rol, find_importeur
from schakel.toegang.tests.world import a_region

pytestmark = pytest.mark.django_db
VANDAAG = ("--vandaag", "2026-11-01")


@pytest.fixture(autouse=True)
def _keten() -> None:
    a_region()


def run(*words: str) -> tuple[int, str, str]:
    """Return the exit code, what was printed, and what was said on the side."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*words, stdout=out, stderr=err)
    except SystemExit as end:
        return int(end.code or 0), out.getvalue(), err.getvalue()
    return 0, out.getvalue(), err.getvalue()


def a_file(folder: Path, *rijen: dict[str, str], name: str = "caseload 2026.csv") -> str:
    path = folder / name
    path.write_bytes(as_csv(rijen))
    return str(path)


def test_a_proof_run_answers_as_json_and_changes_nothing(tmp_path: Path) -> None:
    file = a_file(tmp_path, rij(), someone_else(gemeente="Woerdn", bsn=""))

    code, out, _ = run("importeer", "dossiers", file, "--proef", "--formaat", "json", *VANDAAG)

    told = json.loads(out)
    assert code == 1
    assert {name: value for name, value in told.items() if name != "regels"} == {
        "gelezen": 2, "goed": 1, "geweigerd": 1, "twijfel": 0, "ongewijzigd": 0,
    }  # fmt: skip
    assert [(one["regel"], one["kolom"], one["soort"], one["ernst"]) for one in told["regels"]] == [
        (3, "BSN", "ontbreekt", "twijfel"), (3, "Gemeente", "gemeente", "fout"),
    ]  # fmt: skip
    assert all(one["melding"] for one in told["regels"])
    assert not Dossier.objects.exists()


def test_an_import_ends_with_nought_when_all_is_good(tmp_path: Path) -> None:
    file = a_file(tmp_path, rij(), someone_else())

    code, out, _ = run("importeer", "dossiers", file, *VANDAAG)

    assert (code, Dossier.objects.count()) == (0, 2)
    assert "2 rijen gelezen: 2 goed" in out
    assert run("controle", *VANDAAG)[0] == 0


def test_a_refused_row_ends_with_one_and_the_rest_is_in(tmp_path: Path) -> None:
    file = a_file(tmp_path, rij(doelgroep="toerist"), someone_else())

    code, out, _ = run("importeer", "dossiers", file, *VANDAAG)

    assert (code, Dossier.objects.count()) == (1, 1)
    assert "regel 2, Doelgroep: ‘toerist’" in out


def test_all_or_nothing_brings_in_nothing(tmp_path: Path) -> None:
    file = a_file(tmp_path, someone_else(), rij(doelgroep="toerist"))

    code, out, err = run("importeer", "dossiers", file, "--alles-of-niets", *VANDAAG)

    assert (code, Dossier.objects.count()) == (1, 0)
    assert "niets ingelezen" in err
    assert "regel 3, Doelgroep" in out


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"", "leeg"), (b"%PDF\x00\x01", "geen csv"), (b"Naam;Plaats\nHamwi;X\n", "‘Gemeente’")],
)
def test_what_cannot_be_read_ends_with_two(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "lijst.csv"
    path.write_bytes(content)

    for wish in ([], ["--proef"]):
        code, _, err = run("importeer", "dossiers", str(path), *wish, *VANDAAG)
        assert code == 2
        assert why in err
    assert not Inlezing.objects.exists()


def test_a_file_that_is_not_there_ends_with_two(tmp_path: Path) -> None:
    code, _, err = run("importeer", "dossiers", str(tmp_path / "weg.csv"), *VANDAAG)

    assert code == 2
    assert "weg.csv" in err


def test_a_column_can_be_pointed_out_and_the_list_named(tmp_path: Path) -> None:
    row = {("Wie" if name == "Achternaam" else name): text for name, text in SAMIR.items()}
    file = a_file(tmp_path, row)

    assert run("importeer", "dossiers", file, *VANDAAG)[0] == 2
    code, _, _ = run(
        "importeer", "dossiers", file, "--kolom", "Wie=Achternaam", "--lijst", "Noord", *VANDAAG
    )

    assert code == 0
    assert Inlezing.objects.get().lijst.naam == "Noord"


def test_the_same_rows_under_another_file_name_are_the_same_list(tmp_path: Path) -> None:
    run("importeer", "dossiers", a_file(tmp_path, rij(), name="caseload-2026-10.csv"), *VANDAAG)

    book = tmp_path / "caseload_2026_11.xlsx"
    book.write_bytes(as_xlsx([list(SAMIR), list(SAMIR.values())]))
    code, out, _ = run("importeer", "dossiers", str(book), *VANDAAG)

    assert code == 0
    assert "1 zonder wijziging" in out
    assert Dossier.objects.count() == 1


def test_only_who_may_bring_in_lists_can_be_named(tmp_path: Path) -> None:
    file = a_file(tmp_path, rij(), someone_else(gemeente="Bodegraven-Reeuwijk"))

    assert run("importeer", "dossiers", file, "--als", "consulent", *VANDAAG)[0] == 2
    assert run("importeer", "dossiers", file, "--als", "niemand", *VANDAAG)[0] == 2
    code, out, _ = run("importeer", "dossiers", file, "--als", "beheer", *VANDAAG)

    assert code == 1
    assert "valt buiten uw bereik" in out
    assert Dossier.objects.count() == 1


def chosen_by(name: str, *rijen: dict[str, str]) -> Inlezing:
    """Return the reading of a file that this person chose at the screen."""
    Klok.objects.get_or_create(pk=1, defaults={"nu": NU, "scenario": "proef"})
    wie = find_importeur(account=name, at=NU)
    assert wie is not None
    pk = add_inlezing(
        actor=wie.actor,
        gegevens=BestandGegevens(naam="caseload.csv", inhoud=as_csv(rijen), door=wie.account),
        now=NU,
    )
    return Inlezing.objects.get(pk=pk)


def accept(inlezing: Inlezing) -> None:
    wie = find_importeur(account="beheer", at=NU)
    assert wie is not None
    accept_inlezing(actor=wie.actor, inlezing=inlezing.pk, alles_of_niets=False, now=NU)


def test_the_worker_tries_out_and_then_brings_in_what_was_accepted() -> None:
    inlezing = chosen_by("beheer", rij(), someone_else(doelgroep="?"))

    assert work_once()
    inlezing.refresh_from_db()
    assert (inlezing.fase, inlezing.tel["goed"], inlezing.tel["geweigerd"]) == (
        Fase.BEOORDEELD, 1, 1,
    )  # fmt: skip
    assert not Dossier.objects.exists()
    assert not work_once()

    accept(inlezing)
    assert work_once()
    inlezing.refresh_from_db()
    assert (inlezing.fase, inlezing.inhoud, Dossier.objects.count()) == (Fase.KLAAR, None, 1)
    assert inlezing.meldingen.filter(ernst="fout").count() == 1
    assert not work_once()


def test_who_the_list_looked_at_is_written_down() -> None:
    someone_known(bsn="999933747")
    inlezing = chosen_by("beheer", rij())

    work_once()
    accept(inlezing)
    work_once()

    looks = Inzage.objects.filter(account=Account.objects.get(username="beheer").pk)
    assert looks.values("spoor").distinct().count() == 2
    assert set(looks.values_list("vraag", flat=True)) == {"herkennen"}


def test_who_may_no_longer_bring_in_lists_stops_his_file() -> None:
    inlezing = chosen_by("beheer", rij())
    Account.objects.filter(username="beheer").update(rol=Rol.BELEID.value)

    work_once()

    inlezing.refresh_from_db()
    assert inlezing.fase == Fase.MISLUKT
    assert "mag geen lijsten" in inlezing.melding


def test_a_fault_of_ours_stops_that_file_and_not_the_worker(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    inlezing = chosen_by("beheer", rij())
    monkeypatch.setattr("schakel.exchange.lijst.actions.gang.Keuring", None)

    assert work_once()

    inlezing.refresh_from_db()
    assert inlezing.fase == Fase.MISLUKT
    assert "onverwacht gestopt" in inlezing.melding
    assert "999933747" not in caplog.text


def test_a_worker_that_died_is_followed_by_another_that_goes_on() -> None:
    inlezing = chosen_by("beheer", rij())
    Inlezing.objects.filter(pk=inlezing.pk).update(fase=Fase.PROEF)
    assert not work_once()

    Inlezing.objects.filter(pk=inlezing.pk).update(hartslag=Now() - timedelta(minutes=5))

    assert work_once()
    inlezing.refresh_from_db()
    assert inlezing.fase == Fase.BEOORDEELD


def test_a_file_that_was_left_lying_is_gone_after_a_day() -> None:
    inlezing = chosen_by("beheer", rij())
    work_once()
    Inlezing.objects.filter(pk=inlezing.pk).update(hartslag=Now() - timedelta(hours=25))

    work_once()

    inlezing.refresh_from_db()
    assert (inlezing.inhoud, inlezing.fase) == (None, Fase.VERVALLEN)


def test_the_worker_stops_by_itself_when_it_is_asked_to_go_once() -> None:
    chosen_by("beheer", rij())

    assert run("werker", "--eenmaal")[0] == 0
    assert Inlezing.objects.get().fase == Fase.BEOORDEELD
