"""What a test asks of every explanation."""

import re
from typing import Any

from schakel.wet.uitkomst import StapSoort, Uitkomst


def leest_als_nederlands(uitkomst: Uitkomst[Any]) -> None:
    """Check that a caseworker can read every step, and that there is an article and an end."""
    for stap in uitkomst.stappen:
        assert stap.tekst.endswith("."), stap.tekst
        assert stap.tekst[0].isupper() or stap.tekst[0].isdigit(), stap.tekst
        assert not re.search(r"\d{4}-\d{2}|_|None|  ", stap.tekst), stap.tekst
    assert uitkomst.grounds
    assert uitkomst.op
    assert uitkomst.stappen[-1].soort is StapSoort.UITKOMST
