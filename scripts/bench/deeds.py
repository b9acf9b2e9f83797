"""What deeds and the stand van zaken take, without a server around them."""

import statistics
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from random import Random

from fill import SEED


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
