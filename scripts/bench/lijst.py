"""A list of a gemeente: how many rows a second come in, and what people notice of it."""

import csv
import io
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from pages import World, a_session, a_world, load, server

SEED = 2026
KOP = (
    "Klantnr", "Achternaam", "Tussenv.", "Voornaam", "Geb.datum", "BSN", "V-nummer", "Gemeente",
    "Doelgroep", "Verblijfsstatus", "Kennisgeving DUO", "Inschr. BRP", "Gehuisvest (taakstelling)",
    "Intake gestart", "2e aanwezige", "LBT gepland", "LBT afgenomen", "LBT uitslag",
    "PIP dagtekening", "Leerroute", "Aanmelding taal", "Opmerkingen",
)  # fmt: skip
EERSTE_BSN = 200_000_000


def a_list(count: int, *, first: int = 0) -> bytes:
    """Return a csv of so many good rows, each as far as the people of a caseload are.

    :param first: number of the first person: another one gives other people
    """
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(KOP)
    random, numbers = Random(SEED + first), bsns(EERSTE_BSN + first)
    for nth in range(first, first + count):
        writer.writerow(row(nth, next(numbers), random))
    return text.getvalue().encode("utf-8-sig")


def bsns(number: int) -> Iterator[str]:
    """Yield numbers after this one that pass the elfproef, in order."""
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


def measure_list(at: datetime, *, rows: int) -> None:
    """Print how many rows a second come in, beside how many are only tried out."""
    from schakel.base.actor import Via
    from schakel.exchange.lijst.actions import resume, start_import
    from schakel.exchange.lijst.messages import BestandGegevens
    from schakel.exchange.lijst.queries import try_out
    from schakel.toegang.queries import system_actor

    actor = system_actor(at=at, via=Via.IMPORT)
    gegevens = BestandGegevens(naam="bench.csv", inhoud=a_list(rows))

    def bring_in() -> None:
        gang = resume(
            actor=actor, inlezing=start_import(actor=actor, gegevens=gegevens, now=at), now=at
        )
        while gang.stap(now=at):
            pass

    def try_it() -> None:
        try_out(
            actor=actor,
            gegevens=gegevens,
            vandaag=at.date(),
            vordering=lambda done, total: None,
        )

    proef, new, again = (rows / seconds(deed) for deed in (try_it, bring_in, bring_in))
    print(
        f"  lijst van {rows} rijen: inlezen {new:.0f} rijen/s, nog eens {again:.0f} rijen/s; "
        f"maatstaf (de proef): {proef:.0f} rijen/s; verhouding {new / proef:.2f}",
        flush=True,
    )


def seconds(deed: object) -> float:
    started = time.perf_counter()
    deed()  # type: ignore[operator]
    return time.perf_counter() - started


def measure_beside_import(at: datetime, *, rows: int, for_seconds: float) -> None:
    """Print what the page of a dossier takes while a list comes in, beside a quiet moment."""
    world, cookie = a_world(at), a_session()
    with server() as port:
        quiet = p95(port, cookie, world, for_seconds)
        with a_list_coming_in(at, rows):
            before = brought_in()
            beside = p95(port, cookie, world, for_seconds)
            rate = (brought_in() - before) / for_seconds
    print(
        f"  pagina dossier terwijl een lijst binnenkomt ({rate:.0f} rijen/s): p95 "
        f"{beside * 1000:.1f} ms; maatstaf (in rust): {quiet * 1000:.1f} ms; "
        f"verhouding {beside / quiet:.2f}",
        flush=True,
    )


def p95(port: int, cookie: str, world: World, for_seconds: float) -> float:
    urls = [f"/dossiers/{uuid}/" for uuid in world.uuids]
    load(port, cookie, urls, visitors=1, seconds=2)
    return statistics.quantiles(
        load(port, cookie, urls, visitors=1, seconds=for_seconds)["taken"], n=20
    )[-1]


@contextmanager
def a_list_coming_in(at: datetime, rows: int) -> Iterator[None]:
    """Let a worker of its own bring in a list, and stop it afterwards."""
    from schakel.base.actor import Via
    from schakel.exchange.lijst.actions import add_inlezing
    from schakel.exchange.lijst.messages import BestandGegevens
    from schakel.exchange.models import Fase, Inlezing
    from schakel.toegang.queries import system_actor

    inlezing = add_inlezing(
        actor=system_actor(at=at, via=Via.IMPORT),
        gegevens=BestandGegevens(naam="druk.csv", inhoud=a_list(rows, first=10_000_000)),
        now=at,
    )
    Inlezing.objects.filter(pk=inlezing).update(fase=Fase.IMPORT_WACHT)
    worker = subprocess.Popen([str(Path(sys.executable).with_name("schakel")), "werker"])
    try:
        while not brought_in():
            time.sleep(0.2)
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=20)


def brought_in() -> int:
    from schakel.exchange.models import Inlezing

    row = Inlezing.objects.order_by("-pk").first()
    return int(row.tel.get("gelezen", 0)) if row else 0
