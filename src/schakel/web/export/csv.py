"""Write a list as csv: utf-8 with a mark and semicolons, as a Dutch Excel opens it.

A spreadsheet takes a cell that begins with one of `= + - @` for a formula. Such a text gets an
apostrophe in front; that is the one thing that differs from what is on screen.
"""

import csv
import re
from datetime import date, datetime
from io import TextIOWrapper
from typing import IO

from schakel.web.export.tabel import Blad, Waarde, schoon

FORMULE = re.compile("'*\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]")
"""Also of full width, and with apostrophes before it, so that one taken off gives the text back."""


def schrijf(blad: Blad, file: IO[bytes]) -> None:
    """Write the heading and the rows, and nothing that another program would trip over."""
    text = TextIOWrapper(file, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([cel(naam) for naam in blad.kop])
    writer.writerows([cel(waarde) for waarde in rij] for rij in blad.rijen)
    text.flush()
    text.detach()


def cel(waarde: Waarde) -> str | int:
    """Return a value as it stands in a csv: a day as 2026-11-01, a text that stays text."""
    if waarde is None:
        return ""
    if isinstance(waarde, datetime):
        return waarde.strftime("%Y-%m-%d %H:%M")
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, int):
        return waarde
    text = schoon(waarde)
    return f"'{text}" if FORMULE.match(text) else text
