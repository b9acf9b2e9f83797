"""The same scenario gives the same region, golden figures, and spoils nobody's database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from schakel.base.refusal import Refusal
from schakel.demo import actions
from schakel.demo.tests.world import a_region, schakel
from schakel.dossier.models import Dossier, Persoon, Plaats
from schakel.keten.models import Organisatie
from schakel.logboek.models import Gebeurtenis
from schakel.toegang.models import Account
from schakel.traject.models import Mijlpaal, Traject

NAAST = ("cumulatief", "niet_bevestigd", "apart", "noemer")
CODES = ("0632", "1901", "0335", "0589")
NOEMER = (26, 10, 4, 1)
NUL = (0, 0, 0, 0)
GOLDEN = {
    "statushouders": ((20, 4, 2, 0), (20, 4, 2, 0), (2, 0, 0, 0)),
    "gezinsmigranten": ((6, 6, 2, 1), (6, 6, 2, 1), NUL),
    "leerbaarheidstoetsen": ((15, 3, 2, 0), (16, 3, 2, 0), NUL),
    "brede_intakes": ((4, 0, 0, 0), (4, 0, 0, 0), NUL),
    "pips": ((1, 0, 0, 0), (1, 0, 0, 0), NUL),
    "aanmeldingen": ((1, 0, 0, 0), (1, 0, 0, 0), NUL),
}
"""By row: the figures of the memo, since 2022, and not confirmed by DUO."""


def stand(*words: str) -> str:
    out = StringIO()
    call_command("stand", "--vandaag", "2022-09-01", *words, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_json_is_golden() -> None:
    a_region()

    told = json.loads(stand("--formaat", "json"))
    assert (told["peildatum"], told["bekend_op"]) == ("2022-09-01", None)
    found = {
        rij["code"]: (
            rij["waarden"],
            rij["naast"]["cumulatief"],
            rij["naast"]["niet_bevestigd"],
        )
        for rij in told["rijen"]
    }
    assert found == {
        code: tuple(dict(zip(CODES, figures, strict=True)) for figures in golden)
        for code, golden in GOLDEN.items()
    }
    for rij in told["rijen"]:
        assert tuple(rij["naast"]) == NAAST
        assert rij["naast"]["apart"] == dict.fromkeys(CODES, 0)
        assert rij["naast"]["noemer"] == dict(zip(CODES, NOEMER, strict=True))


@pytest.mark.django_db
def test_csv_is_golden() -> None:
    a_region()

    lines = stand("--formaat", "csv").splitlines()
    assert lines[0] == (
        "code;rij;gemeentecode;gemeente;waarde;cumulatief;niet_bevestigd;apart;noemer"
    )
    assert len(lines) == 1 + 6 * 4
    assert lines[9] == (
        "leerbaarheidstoetsen;Aantal afgelegde en geplande leerbaarheidstoetsen;0632;Woerden;"
        "15;16;0;0;26"
    )


@pytest.mark.django_db
def test_the_text_is_the_table_of_the_memo() -> None:
    a_region()

    lines = stand().splitlines()
    assert lines[0] == "Stand van zaken op 01-09-2022"
    assert lines[2].split() == ["Woerden", "Bodegraven-Reeuwijk", "Montfoort", "Oudewater"]
    assert [tuple(map(int, line.split()[-4:])) for line in lines[3:]] == [
        figures for figures, _, _ in GOLDEN.values()
    ]


@pytest.mark.django_db
def test_as_known_while_duo_was_silent_fewer_people_were_confirmed() -> None:
    a_region()

    def not_confirmed(day: str) -> int:
        words = ("--peildatum", "2022-07-31", "--bekend-op", day, "--formaat", "json")
        return sum(json.loads(stand(*words))["rijen"][1]["naast"]["niet_bevestigd"].values())

    assert not_confirmed("2022-07-31") > not_confirmed("2022-08-01") == 0


IDS = {"tweede_deelnemer", "taalaanbieder", "bevoegdheid", "medewerker", "meegelezen_door"}


def told() -> list[object]:
    """Return the whole region, ids and uuids aside."""
    numbers: dict[int, int] = {}
    log = [
        (
            numbers.setdefault(row.dossier, len(numbers)), row.kind, row.happened_on,
            row.recorded_at, row.source, row.grounds,
            {name: value for name, value in row.facts.items()
             if name not in IDS},
        )
        for row in Gebeurtenis.objects.order_by("id")
    ]  # fmt: skip
    spans = ("dossier_id", "van", "tot", "bekend_van", "bekend_tot")
    where = [
        (numbers[dossier], *rest)
        for table in (Plaats, Mijlpaal)
        for dossier, *rest in table.objects.order_by("pk").values_list(*spans)
    ]
    people = [
        tuple(row)
        for row in Persoon.objects.order_by("pk").values_list(
            "voornaam", "tussenvoegsel", "achternaam", "bsn", "v_nummer"
        )
    ]
    terms = list(Traject.objects.order_by("pk").values_list("stap", "pip_laatste_dag"))
    return [log, where, people, terms, Dossier.objects.count()]


@pytest.mark.django_db
def test_built_twice_it_is_the_same_region() -> None:
    regions = []
    for _ in range(2):
        with transaction.atomic():
            a_region()
            regions.append(told())
            transaction.set_rollback(True)

    assert regions[0] == regions[1]
    assert len(regions[0][0]) > 400  # type: ignore[arg-type]


@pytest.mark.django_db
@pytest.mark.parametrize("whose", ["organisation", "account", "table"])
def test_a_database_that_something_else_made_is_refused(whose: str) -> None:
    if whose == "organisation":
        Organisatie.objects.create(naam="Echt")
    elif whose == "account":
        Account.objects.create(username="eerste-beheerder", rol="functioneel_beheerder")
    else:
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE boekhouding (id integer)")

    with pytest.raises(Refusal, match="niet door de demo gemaakt en is niet leeg"):
        actions.made_by_demo()


@pytest.mark.django_db
def test_an_empty_database_may_be_filled() -> None:
    assert actions.made_by_demo() == ""


def test_the_first_account_of_a_real_database_survives_a_demo_by_mistake(tmp_path: Path) -> None:
    database = tmp_path / "echt.sqlite3"
    schakel("migrate", database=database, demo=False)
    make = "from schakel.toegang.models import Account; Account.objects.create(username='echt')"
    schakel("shell", "-c", make, database=database, demo=False)

    refused = schakel("demo", "--alleen-voorbereiden", database=database)

    assert (refused.returncode, "Er is niets gewijzigd" in refused.stderr) == (2, True)
    ask = "from schakel.toegang.models import Account; print(Account.objects.get().username)"
    assert "echt" in schakel("shell", "-c", ask, database=database, demo=False).stdout


def test_the_demo_builds_its_own_database_again(tmp_path: Path) -> None:
    database = tmp_path / "demo.sqlite3"
    words = ("demo", "--scenario", "memo-2022", "--alleen-voorbereiden")
    for _ in range(2):
        built = schakel(*words, database=database)
        assert (built.returncode, built.stderr) == (0, "")

    count = "from schakel.dossier.models import Dossier; print(Dossier.objects.count())"
    assert "42" in schakel("shell", "-c", count, database=database).stdout
    assert schakel("controle", database=database).returncode == 0
