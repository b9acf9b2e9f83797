"""A wall that never fell is a picture of a wall: here each is broken on purpose, in a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts.lint_repo import findings
from tests.architecture import guards
from tests.architecture.source import Source

ROOT = Path(__file__).resolve().parents[2]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]


class House:
    """A copy of the sources, to break and to mend."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.source = root / "src" / "schakel"

    @contextmanager
    def broken(self, files: dict[str, str]) -> Iterator[None]:
        """Add this text to these files of `src/schakel`, or make them, for as long as it lasts."""
        before = {}
        for name, text in files.items():
            path = self.source / name
            before[path] = path.read_text() if path.exists() else None
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{before[path] or ''}\n{text}\n")
        try:
            yield
        finally:
            for path, text in before.items():
                if text is None:
                    path.unlink()
                    self._remove_if_empty(path.parent)
                else:
                    path.write_text(text)

    def _remove_if_empty(self, folder: Path) -> None:
        """Leave no folder behind that a tool would take for a package."""
        while folder != self.source and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a tool of this environment in the copy, on the copy."""
        env = {**os.environ, "PYTHONPATH": f"{self.root / 'src'}{os.pathsep}{ROOT}"}
        program = str(Path(sys.executable).with_name(command[0]))
        return subprocess.run(
            [program, *command[1:]], cwd=self.root, env=env, capture_output=True, text=True
        )

    def file_of(self, kind: str) -> str:
        """Return the path of `room/models`, whether it is a file or a folder."""
        return f"{kind}.py" if (self.source / f"{kind}.py").exists() else f"{kind}/__init__.py"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    root = tmp_path_factory.mktemp("house")
    leave_out = shutil.ignore_patterns("__pycache__", "vendor", "fonts")
    shutil.copytree(ROOT / "src", root / "src", ignore=leave_out)
    shutil.copytree(ROOT / "docs", root / "docs")
    shutil.copy(ROOT / "pyproject.toml", root)
    return House(root)


# --- import-linter: the name of the contract, what breaks it, what is said of it -----------------

CONTRACTS = {
    "The floors: a room may import only from the floors below it": (
        {"dossier/breekt_vloer.py": "def f():\n    from schakel.traject import queries"},
        "schakel.dossier.breekt_vloer -> schakel.traject.queries",
    ),
    "The core is pure: law and rules know no framework": (
        {"wet/regels/breekt_kern.py": "import django.db"},
        "schakel.wet.regels.breekt_kern -> django",
    ),
    "Tables are furniture: outsiders use the doors": (
        {"web/breekt_tabel.py": "from schakel.dossier import models"},
        "schakel.web.breekt_tabel -> schakel.dossier.models",
    ),
    "Rules are furniture": (
        {"web/breekt_regel.py": "from schakel.traject import rules"},
        "schakel.web.breekt_regel -> schakel.traject.rules",
    ),
    "No circles, at any depth": (
        {
            "wet/breekt_kring.py": "from schakel.wet import breekt_kring_ook",
            "wet/breekt_kring_ook.py": "from schakel.wet import breekt_kring",
        },
        "breekt_kring_ook",
    ),
    "The command knows no room": (
        {"cli.py": "def f():\n    from schakel.base import avg"},
        "schakel.cli -> schakel.base.avg",
    ),
}


@pytest.fixture(scope="module")
def report(house: House) -> str:
    """What import-linter says of a house with every contract broken at once: it takes seconds."""
    with house.broken({k: v for files, _ in CONTRACTS.values() for k, v in files.items()}):
        done = house.run("lint-imports", "--no-cache", "--no-logo")
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout.partition("Broken contracts")[2]


@pytest.mark.parametrize("contract", [c["name"] for c in CONFIG["importlinter"]["contracts"]])
def test_the_contract_falls(contract: str, report: str) -> None:
    _, says = CONTRACTS[contract]
    its_part = report.partition(f"{contract}\n---")[2]
    for other in CONTRACTS:
        its_part = its_part.partition(f"\n{other}\n---")[0]

    assert says in its_part


def test_a_room_without_a_floor_is_seen(house: House) -> None:
    with house.broken({"aanbouw/__init__.py": ""}):
        done = house.run("lint-imports", "--no-cache", "--no-logo")

    assert done.returncode == 1
    assert "aanbouw" in done.stdout


# --- ruff and mypy -------------------------------------------------------------------------------

BANNED = {
    "django.utils.timezone.now": "from django.utils.timezone import now",
    "django.utils.timezone.localdate": "from django.utils.timezone import localdate",
    "django.utils.timezone.localtime": "from django.utils.timezone import localtime",
    "datetime.date.today": "import datetime\nA = datetime.date.today()",
    "datetime.datetime.now": "from datetime import datetime\nA = datetime.now()",
    "datetime.datetime.today": "from datetime import datetime\nA = datetime.today()",
    "datetime.datetime.utcnow": "from datetime import datetime\nA = datetime.utcnow()",
    "time.time": "import time\nA = time.time()",
    "django.db.models.signals": "from django.db.models.signals import post_save",
    "django.dispatch": "from django.dispatch import receiver",
}


@pytest.mark.parametrize("name", CONFIG["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"])
def test_the_banned_name_is_refused(name: str, house: House) -> None:
    with house.broken({"dossier/breekt_ruff.py": BANNED[name]}):
        done = house.run("ruff", "check", "--no-cache", "src/schakel/dossier/breekt_ruff.py")

    assert done.returncode == 1
    assert f"TID251 `{name}` is banned" in done.stdout


def test_the_one_clock_may_ask_the_time(house: House) -> None:
    with house.broken(
        {"toegang/queries.py": "from django.utils.timezone import now  # noqa: F401"}
    ):
        done = house.run("ruff", "check", "--no-cache", "--select", "TID251", "src")

    assert done.returncode == 0, done.stdout


def test_an_untyped_function_is_refused(house: House) -> None:
    with house.broken({"base/breekt_mypy.py": "def f(x):\n    return x"}):
        done = house.run(
            "mypy",
            "--cache-dir",
            str(ROOT / ".mypy_cache" / "walls"),
            "src/schakel/base/breekt_mypy.py",
        )

    assert done.returncode == 1
    assert "Function is missing a type annotation" in done.stdout


# --- the guards ----------------------------------------------------------------------------------

ACTION = """
def breek_iets(*, dossier, actor, now):
    return _stil(dossier)


def _stil(dossier):
    return dossier
"""
EVENT = """
class Gebroken:
    kind: ClassVar[str] = "keten.gebroken"
"""
PERMISSION = """
class Permission(StrEnum):
    BREKEN = "glas_breken"
"""

GUARDS = [
    (
        guards.rooms_that_touch_tables_of_others,
        {"traject/actions/breekt.py": "def f():\n    from schakel.dossier.models import Dossier"},
        "schakel.traject.actions.breekt writes a table of another room: "
        "schakel.dossier.models.Dossier",
    ),
    (
        guards.rooms_that_touch_tables_of_others,
        {"traject/actions/breekt.py": "def f():\n    return apps.get_model('dossier', 'Dossier')"},
        "schakel.traject.actions.breekt:3 gets a table by its name",
    ),
    (
        guards.actions_that_record_nothing,
        {"traject/actions/breekt.py": ACTION},
        "schakel.traject.actions.breekt.breek_iets writes no gebeurtenis",
    ),
    (
        guards.rules_without_examples,
        {"wet/regels/breekt.py": "def breekt():\n    return 1"},
        "wet/regels/breekt.py has no wet/tests/voorbeelden/breekt.yaml",
    ),
    (
        guards.rules_without_examples,
        {
            "wet/regels/breekt.py": "def breekt():\n    return 1",
            "wet/tests/voorbeelden/breekt.yaml": "regel: breekt\nvoorbeelden: []",
        },
        "wet/tests/voorbeelden/breekt.yaml holds no example",
    ),
    (
        guards.stories_that_miss_what_was_merged,
        {"web/breekt.py": "from schakel.logboek.queries import newest"},
        "schakel.web.breekt reads the log of one dossier alone: schakel.logboek.queries.newest",
    ),
    (
        guards.files_that_are_too_long,
        {"keten/breekt.py": "A = 1\n" * 300},
        "keten/breekt.py has 302 lines",
    ),
    (
        guards.reports_that_write,
        {"stand/breekt.py": "def f(rows):\n    rows.bulk_create([])"},
        "schakel.stand.breekt:3 calls .bulk_create()",
    ),
    (
        guards.reports_that_write,
        {"stand/breekt.py": "from schakel.logboek.actions import record"},
        "schakel.stand.breekt imports an action: schakel.logboek.actions.record",
    ),
    (
        guards.names_missing_from_the_docs,
        {"keten/events.py": EVENT},
        "docs/ does not name the event keten.gebroken",
    ),
    (
        guards.names_missing_from_the_docs,
        {"wet/regels/ongenoemde_regel.py": ""},
        "docs/ does not name the rule ongenoemde_regel",
    ),
    (
        guards.names_missing_from_the_docs,
        {"base/permissions.py": PERMISSION},
        "docs/ does not name the permission glas_breken",
    ),
    (
        guards.names_missing_from_the_docs,
        {"config/settings.py": "A = env.bool('SCHAKEL_GEHEIM', default=False)"},
        "docs/ does not name the setting SCHAKEL_GEHEIM",
    ),
    (
        guards.lists_that_cannot_be_exported,
        {"web/templates/web/breekt.html": "<table></table>"},
        "web/breekt.html shows a list without a way to export it",
    ),
    (
        guards.lists_that_cannot_be_exported,
        {
            "web/templates/web/breekt.html": "{% for een in mensen %}{% url 'dossier' een %}"
            "{% endfor %}"
        },
        "web/breekt.html shows a list without a way to export it",
    ),
    (
        guards.lists_that_cannot_be_exported,
        {"web/urls.py": 'path("export/breekt/", breekt, name="export_breekt")'},
        "no screen offers the export breekt",
    ),
]


@pytest.mark.parametrize(
    ("guard", "files", "says"),
    GUARDS,
    ids=[f"{guard.__name__}-{says}" for guard, _, says in GUARDS],
)
def test_the_guard_sees(
    guard: Callable[[Source], Iterator[str]], files: dict[str, str], says: str, house: House
) -> None:
    with house.broken(files):
        assert says in list(guard(Source(house.source)))


def test_every_guard_was_broken() -> None:
    assert {guard for guard, _, _ in GUARDS} == set(guards.STATIC_GUARDS)


TABLE = """
class Zwijgend(models.Model):
    class Meta:
        app_label = "keten"

class Ongesorteerd(models.Model):
    avg = Avg(doel="iets", bewaren="dossier")
    class Meta:
        app_label = "keten"

class Verkeerd(models.Model):
    avg = Avg(doel="iets", bewaren="dossier", per_regel="soort", velden={"naam": "taal"})
    class Meta:
        app_label = "keten"
"""
SCREEN = """
from django.urls import path as breekt_path

urlpatterns += [breekt_path("breekt/", lambda request: None)]
"""


def test_a_table_and_a_screen_that_keep_silent_are_seen(house: House) -> None:
    with house.broken({house.file_of("keten/models"): TABLE, house.file_of("web/urls"): SCREEN}):
        done = house.run("python", "-m", "tests.architecture.live_guards")

    assert done.returncode == 1, done.stderr
    assert "keten.Zwijgend does not say what it holds about people" in done.stdout
    assert "keten.Ongesorteerd does not say what opens its fields" in done.stdout
    assert "keten.Verkeerd says what opens naam, which it does not have" in done.stdout
    assert "/breekt/ (schakel.web.urls.<lambda>) says not what it needs" in done.stdout


def test_an_address_and_a_path_are_seen(tmp_path: Path) -> None:
    server, folder = "https://index.example", "/root"
    (tmp_path / "a.txt").write_text(f"see {server}/simple/django\nin {folder}/project\n")

    assert list(findings(tmp_path, [Path("a.txt"), Path("uv.lock")])) == [
        f"a.txt:1: address of a package index: {server}/simple",
        f"a.txt:2: path of one machine: {folder}/p",
        "uv.lock:1: names the index of whoever made it: lock with `make lock`",
    ]
