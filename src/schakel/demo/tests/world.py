"""The region of the memo, and the command line in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

from schakel.base.tijd import noon
from schakel.demo import memo_2022
from schakel.demo.keten import build_keten
from schakel.toegang.queries import system_actor

AT = noon(memo_2022.PEILDATUM)
SCHAKEL = Path(sys.executable).with_name("schakel")


def a_region() -> None:
    """Build the scenario memo-2022 in the database of the test."""
    memo_2022.build(keten=build_keten(actor=system_actor(at=AT)))


def schakel(*words: str, database: Path, demo: bool = True) -> subprocess.CompletedProcess[str]:
    """Run our own command on a database of its own."""
    env = {
        **os.environ,
        "DATABASE_URL": f"sqlite:///{database}",
        "SCHAKEL_VAR": str(database.parent),
        "DJANGO_SETTINGS_MODULE": "schakel.config.settings",
        "SCHAKEL_DEMO": "1" if demo else "0",
    }
    return subprocess.run(  # noqa: S603 - our own command
        [str(SCHAKEL), *words], env=env, capture_output=True, text=True, check=False, timeout=120
    )
