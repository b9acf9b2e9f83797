"""Measure what people wait for, each beside a yardstick of the same run and the same database.

    python scripts/bench.py [--dossiers 100000]

Works in a database of its own: a temporary SQLite file, or the PostgreSQL of DATABASE_URL that
`scripts/with_postgres.py` made for this run.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

SEED = 2022
BATCH = 2000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    count = parser.parse_args().dossiers
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{Path(folder) / 'bench.sqlite3'}")
        os.environ["SCHAKEL_VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "schakel.config.settings")
        import django

        django.setup()
        run(count)


def run(count: int) -> None:
    from django.core.management import call_command
    from django.db import connection

    from schakel.base.tijd import noon
    from schakel.toegang.queries import system_actor

    call_command("migrate", verbosity=0)
    from schakel.demo.keten import build_keten

    at = noon(date(2026, 11, 1))
    build_keten(actor=system_actor(at=at))
    print(f"\n{connection.vendor}, {count} dossiers")
    started = time.perf_counter()
    events = fill(count, at)
    seconds = time.perf_counter() - started
    print(f"  {events} gebeurtenissen in bulk en geprojecteerd: {count / seconds:.0f} dossiers/s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    measure_actions(at)
    measure_stand(at)


def fill(count: int, at: datetime) -> int:
    """Make people with a history that was learned bit by bit, through the bulk way."""
    from schakel.base.actor import Via
    from schakel.dossier.actions.bulk import add_dossiers
    from schakel.dossier.actions.feiten import PersoonGegevens
    from schakel.logboek.actions import record_all
    from schakel.toegang.queries import system_actor
    from schakel.traject.actions.projection import batched, rebuild

    actor = system_actor(at=at, via=Via.IMPORT)
    random, events = Random(SEED), 0
    for start in range(0, count, BATCH):
        people = [
            PersoonGegevens(achternaam=f"Naam{start + nth}")
            for nth in range(min(BATCH, count - start))
        ]
        opened = [row.id for row in add_dossiers(actor=actor, people=people)]
        events += record_all(
            (line for dossier in opened for line in history(dossier, random)), actor=actor
        )
        for batch in batched(opened):
            rebuild(actor=actor, dossiers=batch, day=at.date())
    return events


def history(dossier: int, random: Random) -> Iterator[object]:
    from schakel.base.tijd import noon
    from schakel.demo.keten import ALLE
    from schakel.dossier.queries import events as facts
    from schakel.logboek.actions import Bulk, Line
    from schakel.traject.queries import events as steps
    from schakel.wet.lijsten import Doelgroep, Leerroute, Wet

    gemeente = random.choice(ALLE)
    begin = date(2022, 1, 3) + timedelta(days=random.randrange(1500))
    groep = Doelgroep.ASIELSTATUSHOUDER if random.random() < 0.7 else Doelgroep.GEZINSMIGRANT_OVERIG
    born = date(1960, 1, 1) + timedelta(days=random.randrange(16_000))
    later = [begin + timedelta(days=days) for days in (20, 25, 40, 60, 68)]
    done = random.randrange(6)
    plan: list[tuple[date, object, int]] = [
        (born, facts.PersonBorn(precisie=facts.Precisie.DAG), 0),
        (begin, facts.DossierOpened(), 0),
        (begin, facts.GemeenteBecameResponsible(gemeente=gemeente, per=begin), 0),
        (begin, facts.DoelgroepDetermined(doelgroep=groep), 0),
        (begin, facts.WetDetermined(wet=Wet.WI2021), 0),
        (begin, facts.PlichtBegun(), 0),
        (begin + timedelta(days=4), facts.KennisgevingSent(), 5),
        (begin + timedelta(days=10), facts.BRPRegistered(gemeente=gemeente), 11),
    ]
    step_events = (
        steps.LeerbaarheidstoetsPlanned(gepland_op=later[1]),
        steps.LeerbaarheidstoetsTaken(),
        steps.BredeIntakeStarted(),
        steps.PIPEstablished(leerroute=Leerroute.B1, gemeente=gemeente),
        steps.AanmeldingMade(gemeente=gemeente),
    )
    for day, event in list(zip(later, step_events, strict=True))[:done]:
        plan.append((day, event, (day - begin).days + 1))
    for happened_on, event, known in plan:
        yield Bulk(
            line=Line(event=event, happened_on=happened_on),  # type: ignore[arg-type]
            dossier=dossier,
            recorded_at=noon(begin + timedelta(days=known)),
        )


def measure_actions(at: datetime) -> None:
    """Lock, fold, decide, record, project, beside a bare insert in a transaction of its own."""
    from django.db import transaction

    from schakel.dossier.queries import list_dossiers
    from schakel.toegang.models import Inzage
    from schakel.toegang.queries import new_spoor, system_actor
    from schakel.traject.actions.stappen import plan_leerbaarheidstoets

    actor = system_actor(at=at)
    uuids = [row.zicht.uuid for row in list_dossiers(actor=actor, limit=400)]
    actor.inzagen.clear()

    def bare() -> None:
        with transaction.atomic():
            Inzage.objects.create(spoor=new_spoor(), op=at, dossier=0, account=0, rol="", vraag="")

    yard = rate(bare, 400)
    waiting = iter(uuids)

    def act() -> None:
        plan_leerbaarheidstoets(
            actor=actor,
            dossier_uuid=next(waiting),
            happened_on=at.date(),
            gepland_op=at.date() + timedelta(days=14),
            now=at,
        )

    acts = rate(act, len(uuids))
    print(
        f"  handelingen: {acts:.0f}/s; maatstaf (een losse regel): {yard:.0f}/s; "
        f"verhouding {acts / yard:.2f}"
    )


def measure_stand(at: datetime) -> None:
    """The whole table on two axes, beside reading every row of `geldigheid` once."""
    from schakel.logboek.queries import count_known
    from schakel.stand.queries import get_stand
    from schakel.toegang.queries import system_actor

    actor, random = system_actor(at=at), Random(SEED)
    yard = times(lambda: count_known(on=at.date(), at=at), 5)

    def ask(*, cumulatief: bool) -> None:
        peildatum = date(2022, 6, 1) + timedelta(days=random.randrange(1500))
        get_stand(
            actor=actor,
            peildatum=peildatum,
            bekend_op=peildatum + timedelta(days=random.randrange(90)),
            at=at,
            cumulatief=cumulatief,
        )

    for what, cumulatief in (("de tabel", False), ("met cumulatief ernaast", True)):
        median, p95 = times(lambda with_all=cumulatief: ask(cumulatief=with_all), 20)
        print(
            f"  stand van zaken op twee tijdassen, {what}: mediaan {median:.3f} s, "
            f"p95 {p95:.3f} s; "
            f"maatstaf (alle geldigheid lezen): {yard[0]:.3f} s; verhouding {median / yard[0]:.2f}"
        )


def rate(deed: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    for _ in range(count):
        deed()
    return count / (time.perf_counter() - started)


def times(deed: Callable[[], object], count: int) -> tuple[float, float]:
    """Return the median and the 95th percentile in seconds, after one run that is not counted."""
    deed()
    taken = []
    for _ in range(count):
        started = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
