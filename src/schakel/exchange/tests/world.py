"""A list of a gemeente in tests: rows by column, as a file, read by the system."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

import xlsxwriter

from schakel.base.actor import Actor, Via
from schakel.base.tijd import noon
from schakel.dossier.queries import PersoonGegevens
from schakel.dossier.queries import events as feiten
from schakel.exchange.lijst.actions import Gang, resume, start_import
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import BestandGegevens
from schakel.exchange.lijst.queries import Verslag, get_verslag, next_inlezing, try_out
from schakel.traject.actions.dossier import open_dossier
from schakel.traject.tests.world import WOERDEN, know, source

VANDAAG = date(2026, 11, 1)
NU = noon(VANDAAG)
SAMIR = {
    "Klantnr": "K1",
    "Achternaam": "Hamwi",
    "Tussenv.": "al",
    "Voornaam": "Samir",
    "Geb.datum": "5-3-1990",
    "BSN": "999933747",
    "V-nummer": "1155370491",
    "Gemeente": "Woerden",
    "Doelgroep": "SH",
    "Verblijfsstatus": "asiel bep. tijd",
    "Kennisgeving DUO": "01-03-2024",
    "Inschr. BRP": "05-03-2024",
    "Gehuisvest (taakstelling)": "ja",
    "Intake gestart": "20-03-2024",
    "2e aanwezige": "MB",
    "LBT gepland": "27-03-2024",
    "LBT afgenomen": "27-03-2024",
    "LBT uitslag": "B1 haalbaar",
    "PIP dagtekening": "15-04-2024",
    "Leerroute": "B1",
    "Aanmelding taal": "20-04-2024",
    "Opmerkingen": "belt morgen terug",
}
"""A row without a fault or a doubt; `rij` changes what matters."""


def rij(**changes: str) -> dict[str, str]:
    """Return the good row with some cells changed, by the name of the column in small letters."""
    names = {kolom.name.lower(): kolom.value for kolom in Kolom}
    return {**SAMIR, **{names[name]: value for name, value in changes.items()}}


def someone_else(**changes: str) -> dict[str, str]:
    """Return a row of another person, who has come no further than being registered."""
    empty = dict.fromkeys(
        ("intake", "tweede", "lbt_gepland", "lbt_afgenomen", "lbt_uitslag", "pip", "leerroute",
         "aanmelding", "opmerkingen"),
        "",
    )  # fmt: skip
    ander = {
        "klantnr": "K2", "achternaam": "Tesfaye", "tussenvoegsel": "", "voornaam": "Selam",
        "geboren": "7-8-1985", "bsn": "999974683", "v_nummer": "1127783514",
    }  # fmt: skip
    return rij(**{**empty, **ander, **changes})


def as_csv(
    rijen: Sequence[dict[str, str]], *, scheiding: str = ";", codering: str = "utf-8-sig"
) -> bytes:
    """Return a file with the columns in the order of the first row."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rijen[0]), delimiter=scheiding)
    writer.writeheader()
    writer.writerows(rijen)
    return text.getvalue().encode(codering)


def as_xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    """Return a workbook with one sheet; days as days, numbers as numbers."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(at, place, value, day)
                else:
                    sheet.write(at, place, value)
    return out.getvalue()


def importeur() -> Actor:
    return source(Via.IMPORT, at=NU)


def bestand(*rijen: dict[str, str], naam: str = "caseload 2026.csv") -> BestandGegevens:
    return BestandGegevens(naam=naam, inhoud=as_csv(rijen))


def probeer(gegevens: BestandGegevens, *, actor: Actor | None = None) -> Verslag:
    """Try a file out on 1 November 2026."""
    return try_out(
        actor=actor or importeur(),
        gegevens=gegevens,
        vandaag=VANDAAG,
        vordering=lambda done, total: None,
    )


def lees_in(
    gegevens: BestandGegevens, *, actor: Actor | None = None, now: datetime = NU
) -> Verslag:
    """Bring a file in at once, as the command line does."""
    who = actor or importeur()
    inlezing = start_import(actor=who, gegevens=gegevens, now=now)
    gang: Gang = resume(actor=who, inlezing=inlezing, now=now)
    while gang.stap(now=now):
        pass
    return get_verslag(actor=who, inlezing=inlezing)


def gezegd(verslag: Verslag) -> list[tuple[int, str, str]]:
    """Return line, column and sort of all that was said."""
    return [(one.regel, one.kolom, one.soort) for one in verslag.meldingen]


def someone_known(**persoon: str) -> UUID:
    """Return the dossier of someone who was entered by hand, born on 5 March 1990."""
    actor, at = source(Via.SYSTEEM), noon(date(2024, 3, 1))
    uuid = open_dossier(
        actor=actor,
        gegevens=PersoonGegevens(**{"achternaam": "Hamwi", "voornaam": "Samir", **persoon}),
        gemeente=WOERDEN,
        happened_on=at.date(),
        now=at,
    )
    know(uuid, feiten.PersonBorn(precisie=feiten.Precisie.DAG), date(1990, 3, 5), at=at)
    return uuid


def werk() -> bool:
    """Do what waits longest, as the worker does, and return whether there was anything."""
    found = next_inlezing()
    if found is None:
        return False
    gang = resume(actor=importeur(), inlezing=found[0], now=NU)
    while gang.stap(now=NU):
        pass
    return True
