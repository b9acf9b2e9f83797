"""Read a csv, xlsx or ods file as rows of cells. What cannot be read is refused in one sentence."""

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from schakel.base.refusal import Refusal
from schakel.exchange.lijst.kolommen import Kolom, match, missing
from schakel.exchange.lijst.messages import Rij
from schakel.exchange.lijst.waarden import Cel, tekst

GROOTSTE, UITGEPAKT = 25_000_000, 500_000_000
"""Bytes of a file, and of what a spreadsheet unpacks to."""
KOP_BINNEN = 20
"""Within so many lines the heading must stand."""
SCHEIDING = (";", ",", "\t", "|")
OUD_OF_GESLOTEN = b"\xd0\xcf\x11\xe0"
MACHINE = frozenset(range(32)) - {9, 10, 11, 12, 13}

csv.field_size_limit(GROOTSTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A sheet with a heading.

    :param kop: the heading as it stands in the file, by place
    :param kopregel: its line in the file, counted from 1
    :param regels: what comes beneath it
    """

    kop: Sequence[str]
    kopregel: int
    regels: Sequence[Sequence[Cel]]

    def rijen(self, kolommen: Mapping[int, Kolom]) -> Iterator[Rij]:
        """Yield every row that says something, with its line in the file."""
        for nth, cellen in enumerate(self.regels, start=self.kopregel + 1):
            if any(tekst(cel) for cel in cellen):
                found = {
                    kolom: cellen[place] for place, kolom in kolommen.items() if place < len(cellen)
                }
                yield Rij(regel=nth, cellen=found)


def lees(inhoud: bytes) -> Blad:
    """Return the sheet in a file: the first one with a heading of ours.

    :param inhoud: of a csv (any of `SCHEIDING`; utf-8 or cp1252), an xlsx or an ods
    :raises Refusal: if it is none of these, is empty, or has no heading with the needed columns
    """
    if not inhoud.strip():
        raise Refusal("Dit bestand is leeg. Kies het bestand met de lijst.")
    if len(inhoud) > GROOTSTE:
        raise Refusal("Dit bestand is groter dan 25 MB. Deel de lijst op en lees de delen in.")
    if inhoud.startswith(OUD_OF_GESLOTEN):
        raise Refusal(
            "Dit bestand is van een oude Excel of heeft een wachtwoord. Bewaar het als xlsx zonder "
            "wachtwoord, of als csv."
        )
    sheets = _werkboek(inhoud) if inhoud.startswith(b"PK") else _csv(inhoud)
    best: tuple[int, Blad] | None = None
    for rows in sheets:
        found = _met_kop(rows)
        if found and (best is None or found[0] > best[0]):
            best = found
    if best is None:
        raise Refusal(
            "In dit bestand staat geen lijst met kolomkoppen. De koppen horen in een van de eerste "
            f"{KOP_BINNEN} regels te staan."
        )
    return best[1]


def require_kolommen(kolommen: Mapping[int, Kolom]) -> None:
    """Check that the needed columns are there.

    :raises Refusal: naming those that are not
    """
    lacking = missing(kolommen)
    if lacking:
        names = " en ".join(f"‘{kolom.value}’" for kolom in lacking)
        raise Refusal(
            f"De kolom {names} is niet gevonden. Wijs aan welke kolom dat is, of geef de kolom die "
            "naam in het bestand."
        )


def _met_kop(rows: Sequence[Sequence[Cel]]) -> tuple[int, Blad] | None:
    """Return the sheet as from its heading, with how many columns that recognises."""
    best, at = 0, -1
    for nth, cellen in enumerate(rows[:KOP_BINNEN]):
        known = len(match([tekst(cel) for cel in cellen]))
        if known > best:
            best, at = known, nth
    if at < 0:
        filled = [nth for nth, row in enumerate(rows[:KOP_BINNEN]) if _is_filled(row)]
        if not filled:
            return None
        at = filled[0]
    kop = [tekst(cel) for cel in rows[at]]
    return best, Blad(kop=kop, kopregel=at + 1, regels=rows[at + 1 :])


def _is_filled(row: Sequence[Cel]) -> bool:
    return sum(bool(tekst(cel)) for cel in row) > 1


def _csv(inhoud: bytes) -> list[list[list[Cel]]]:
    """Return the file as read with each separator; the heading tells which it is."""
    text = _tekst(inhoud)
    found: list[list[list[Cel]]] = []
    for scheiding in SCHEIDING:
        if scheiding in text:
            try:
                rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=scheiding))
            except csv.Error as wrong:
                raise Refusal(
                    "Dit csv-bestand is niet te lezen. Bewaar de lijst opnieuw als csv of xlsx."
                ) from wrong
            found.append([[*row] for row in rows])
    return found


def _tekst(inhoud: bytes) -> str:
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return inhoud.decode("utf-16", errors="replace")
    if any(byte in MACHINE for byte in inhoud[:4000]):
        raise Refusal("Dit is geen csv, xlsx of ods. Bewaar de lijst als een van deze drie.")
    try:
        return inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace")


def _werkboek(inhoud: bytes) -> Iterator[list[list[Cel]]]:
    """Yield each sheet of a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked > UITGEPAKT:
            raise Refusal("Dit bestand is uitgepakt te groot. Deel de lijst op.")
        book = CalamineWorkbook.from_filelike(io.BytesIO(inhoud))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            rows = sheet.to_python(skip_empty_area=False)
            yield [[_cel(cel) for cel in row] for row in rows]
    except (CalamineError, zipfile.BadZipFile) as wrong:
        raise Refusal(
            "Dit werkboek is niet te lezen. Bewaar de lijst opnieuw als xlsx, ods of csv."
        ) from wrong


def _cel(cel: int | float | str | bool | time | date | datetime | timedelta) -> Cel:
    return str(cel) if isinstance(cel, time | timedelta) else cel
