"""A list of a gemeente, as long as wished: how many rows a second come in."""

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

SEED = 2026
KOP = (
    "Klantnr", "Achternaam", "Tussenv.", "Voornaam", "Geb.datum", "BSN", "V-nummer", "Gemeente",
    "Doelgroep", "Verblijfsstatus", "Kennisgeving DUO", "Inschr. BRP", "Gehuisvest (taakstelling)",
    "Intake gestart", "2e aanwezige", "LBT gepland", "LBT afgenomen", "LBT uitslag",
    "PIP dagtekening", "Leerroute", "Aanmelding taal", "Opmerkingen",
)  # fmt: skip
EERSTE_BSN = 200_000_000


def a_list(count: int) -> bytes:
    """Return a csv of so many good rows, each as far as the people of a caseload are."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(KOP)
    random, numbers = Random(SEED), bsns()
    for nth in range(count):
        writer.writerow(row(nth, next(numbers), random))
    return text.getvalue().encode("utf-8-sig")


def bsns() -> Iterator[str]:
    """Yield numbers that pass the elfproef, in order."""
    number = EERSTE_BSN
    while True:
        number += 1
        digits = [int(digit) for digit in str(number)]
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        if sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 == 0:
            yield str(number)


def row(nth: int, bsn: str, random: Random) -> list[str]:
    asiel = random.random() < 0.6
    begin = date(2022, 1, 3) + timedelta(days=random.randrange(1500))
    steps, done = [15, 25, 25, 45, 60], random.randrange(6)
    days = [f"{begin + timedelta(days=step):%d-%m-%Y}" for step in steps]
    days = [day if at < done else "" for at, day in enumerate(days)]
    return [
        f"B{nth}", f"Naam{nth}", "van der" if nth % 5 == 0 else "", f"Voor{nth % 400}",
        f"{random.randrange(1, 28):02}-{random.randrange(1, 13):02}-{random.randrange(1960, 2003)}",
        bsn, f"{1_000_000_000 + nth}",
        random.choice(["Woerden", "gem. Woerden", "589", "Montfoort", "Bodegraven - Reeuwijk"]),
        "SH" if asiel else "gezinsmigrant",
        "asiel bep. tijd" if asiel else "regulier, verblijf bij partner",
        f"{begin:%d-%m-%Y}", f"{begin + timedelta(days=5):%d-%m-%Y}", "ja" if asiel else "",
        days[0], "MB" if days[0] else "", days[1], days[2], "onbekend" if days[2] else "",
        days[3], random.choice(["B1", "Z-route", "O"]) if days[3] else "", days[4],
        "belt morgen terug" if nth % 9 == 0 else "",
    ]  # fmt: skip
