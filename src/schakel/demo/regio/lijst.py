"""The list that Oudewater kept by hand, brought in by the functioneel beheerder in October."""

import csv
import io
from datetime import date, datetime

from schakel.base.tijd import noon
from schakel.demo.names import bsns, v_nummers
from schakel.exchange.lijst.actions import accept_inlezing, add_inlezing, resume
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import BestandGegevens
from schakel.toegang.queries import Importeur, find_importeur

INGELEZEN_OP = date(2026, 10, 20)
BESTAND = "caseload oudewater 2026-10.csv"
EERSTE_BSN, EERSTE_V_NUMMER = 999_996_000, 2_980_000_000

_KOP = (
    Kolom.KLANTNR, Kolom.ACHTERNAAM, Kolom.TUSSENVOEGSEL, Kolom.VOORNAAM, Kolom.GEBOREN,
    Kolom.GEMEENTE, Kolom.DOELGROEP, Kolom.VERBLIJFSSTATUS, Kolom.KENNISGEVING, Kolom.BRP,
    Kolom.GEHUISVEST, Kolom.INTAKE, Kolom.TWEEDE, Kolom.LBT_GEPLAND, Kolom.OPMERKINGEN,
)  # fmt: skip
_RIJEN = (
    ("OW-11", "Rezai", "", "Parwin", "14-2-1994", "Oudewater", "SH", "asiel bep. tijd",
     "3-8-2026", "10-8-2026", "ja", "14-9-2026", "MB", "5-11-2026", "belt liever dan mailt"),
    ("OW-12", "Okafor", "", "Chidi", "00-00-1989", "gem. Oudewater", "GM",
     "regulier, verblijf bij partner", "17-8-2026", "4-8-2026", "", "", "", "", ""),
    ("OW-13", "Moradi", "", "Navid", "2-11-2001", "589", "Statushouder", "asiel bep. tijd",
     "31-8-2026", "7-9-2026", "x", "12-10-2026", "", "", "wacht op tolk Dari"),
    ("OW-14", "Castillo", "del", "Rosa", "30-2-1979", "Oudewater", "gezinsmigrant",
     "regulier bep. tijd", "14-9-2026", "1-9-2026", "", "", "", "", ""),
)  # fmt: skip


def lees_lijst_in() -> None:
    """Bring the list in: three rows come in, and one waits for a birth date that exists."""
    now = noon(INGELEZEN_OP)
    wie = find_importeur(account="beheer", at=now)
    assert wie is not None  # noqa: S101 - a persona of every scenario
    gegevens = BestandGegevens(naam=BESTAND, inhoud=_bestand(), door=wie.account)
    inlezing = add_inlezing(actor=wie.actor, gegevens=gegevens, now=now)
    _werk(wie, inlezing, now)
    accept_inlezing(actor=wie.actor, inlezing=inlezing, alles_of_niets=False, now=now)
    _werk(wie, inlezing, now)


def _werk(wie: Importeur, inlezing: int, now: datetime) -> None:
    gang = resume(actor=wie.actor, inlezing=inlezing, now=now)
    while gang.stap(now=now):
        pass


def _bestand() -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow((*(kolom.value for kolom in _KOP), Kolom.BSN.value, Kolom.V_NUMMER.value))
    numbers = zip(bsns(EERSTE_BSN), v_nummers(EERSTE_V_NUMMER), strict=False)
    for row, (bsn, v_nummer) in zip(_RIJEN, numbers, strict=False):
        writer.writerow((*row, bsn, v_nummer))
    return text.getvalue().encode("cp1252")
