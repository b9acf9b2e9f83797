"""Whatever people do and correct, in whatever order: the tables are what the log says."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Via
from schakel.dossier.actions.bulk import add_dossiers
from schakel.dossier.actions.feiten import PersoonGegevens
from schakel.dossier.models import Dossier, Plaats
from schakel.dossier.queries import list_differences as dossier_differences
from schakel.dossier.rules import columns as dossier_columns
from schakel.dossier.rules import plek
from schakel.logboek.actions import Bulk, Line, rebuild_geldigheid, record_all
from schakel.logboek.models import Geldigheid
from schakel.logboek.queries import Row, list_rows, list_unsound
from schakel.traject.actions.projection import rebuild
from schakel.traject.models import Mijlpaal, Traject
from schakel.traject.queries import (
    ALL_KINDS,
    Verhaal,
    counted_differences,
    list_tijdlijn,
    verhaal_of,
)
from schakel.traject.queries import list_differences as traject_differences
from schakel.traject.rules.mijlpalen import bereikt
from schakel.traject.rules.projection import columns
from schakel.traject.tests.lives import (
    LIVES,
    START,
    WITHOUT_CORRECTIONS,
    Deed,
    days_of,
    live,
    of_lives,
)
from schakel.traject.tests.world import a_keten, id_of, see, source

lives = of_lives(life=LIVES, ready=st.booleans())
Life = Sequence[Deed]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def counted(dossier: int, day: date, at: datetime) -> tuple[set, set]:
    """Return what the tables say on one day as known at one moment."""
    axes = {"dossier": dossier, "van__lte": day, "tot__gt": day}
    axes |= {"bekend_van__lte": at, "bekend_tot__gt": at}
    where = Plaats.objects.filter(**axes).values_list(
        "gemeente", "doelgroep", "volwassen_op", "ingeschreven", "bevestigd"
    )
    what = Mijlpaal.objects.filter(**axes).values_list("soort", "gemeente")
    return set(where), set(what)


def folded(verhaal: Verhaal, day: date) -> tuple[set, set]:
    """Return what the rules say on one day."""
    place = plek(verhaal.dossier_on(day))
    reached = {tuple(one) for one in bereikt(verhaal.traject_on(day))}
    return (set() if place is None else {tuple(place)}, reached)


@lives
def test_the_tables_equal_the_fold_on_every_day_as_known_at_every_moment(
    life: Life, ready: bool
) -> None:
    dossier = id_of(live(life, ready=ready))

    rows = list_rows(dossier=dossier)
    for at in sorted({row.recorded_at for row in rows}):
        verhaal = verhaal_of(rows, known_at=at)
        for day in days_of(rows):
            assert counted(dossier, day, at) == folded(verhaal, day), (day, at)


@lives
def test_after_every_deed_the_lists_of_today_and_the_log_are_sound(life: Life, ready: bool) -> None:
    def check(uuid: UUID, now: datetime) -> None:
        dossier, day = id_of(uuid), now.date()
        if list_rows(dossier=dossier)[-1].recorded_at != now:
            return
        rows = list_rows(dossier=dossier)
        verhaal = verhaal_of(rows)
        today = Dossier.objects.filter(pk=dossier).values().get()
        steps = Traject.objects.filter(pk=dossier).values().get()
        assert today.items() >= dossier_columns(verhaal.feiten, day=day).items()
        assert steps.items() >= columns(verhaal, day=day).items()
        assert dossier_differences(dossier=dossier, rows=rows, day=day) == []
        assert traject_differences(dossier=dossier, rows=rows, day=day) == []
        assert counted_differences(dossier=dossier, rows=rows, day=day) == []
        assert list_unsound() == []

    live(life, ready=ready, after_each=check)


@lives
def test_what_was_known_at_a_moment_never_changes_afterwards(life: Life, ready: bool) -> None:
    days = [START + timedelta(days=shift) for shift in range(-1, 95, 16)]
    seen: list[tuple[datetime, dict]] = []

    def look(uuid: UUID, now: datetime) -> None:
        seen.append((now, picture(uuid, now)))

    def picture(uuid: UUID, at: datetime) -> dict:
        verhaal = verhaal_of(list_rows(dossier=id_of(uuid)), known_at=at)
        return {
            day: (
                counted(id_of(uuid), day, at),
                verhaal.dossier_on(day),
                verhaal.traject_on(day),
            )
            for day in days
        }

    uuid = live(life, ready=ready, after_each=look)

    last_look = dict(seen)
    for at, then in last_look.items():
        assert picture(uuid, at) == then


@lives
def test_nothing_impossible_ever_stands_and_the_timeline_keeps_every_line(
    life: Life, ready: bool
) -> None:
    uuid = live(life, ready=ready)

    rows = list_rows(dossier=id_of(uuid))
    assert [one for one in verhaal_of(rows).problems() if one.impossible] == []
    lines = list_tijdlijn(zicht=see(uuid))
    assert sorted(line.row.id for line in lines) == [row.id for row in rows]
    replaced = {row.replaces for row in rows}
    assert all(line.geldt == (line.row.id not in replaced) for line in lines)


@lives
def test_rebuilding_gives_the_same_tables(life: Life, ready: bool) -> None:
    dossier = id_of(live(life, ready=ready))
    day = list_rows(dossier=dossier)[-1].recorded_at.date()
    before = tables_of(dossier, day)

    rebuild_geldigheid()
    rebuild(actor=source(Via.SYSTEEM), dossiers=[dossier], day=day)

    assert tables_of(dossier, day) == before


@of_lives(life=WITHOUT_CORRECTIONS, ready=st.booleans())
def test_the_bulk_way_gives_the_same_tables_as_the_actions(life: Life, ready: bool) -> None:
    dossier = id_of(live(life, ready=ready))
    rows = list_rows(dossier=dossier)
    day = rows[-1].recorded_at.date()
    actor = source(Via.IMPORT)
    [copy] = add_dossiers(actor=actor, people=[PersoonGegevens(achternaam="Leven")])

    record_all((bulk_of(row, copy.id) for row in rows), actor=actor, batch=3)
    rebuild(actor=actor, dossiers=[copy.id], day=day)

    assert tables_of(copy.id, day) == tables_of(dossier, day)
    assert list_unsound() == []


def bulk_of(row: Row, dossier: int) -> Bulk:
    event = ALL_KINDS[row.kind].of_facts(row.facts)
    line = Line(event=event, happened_on=row.happened_on)
    return Bulk(line=line, dossier=dossier, recorded_at=row.recorded_at)


def tables_of(dossier: int, day: date) -> list[object]:
    """Return all that follows from the log, without ids."""
    spans = ("van", "tot", "bekend_van", "bekend_tot")
    places = ("gemeente", "doelgroep", "volwassen_op", "ingeschreven", "bevestigd")
    known = ("gebeurtenis__replaces", "kind", "happened_on", "known_from", "known_until")
    today = dossier_columns([], day=day)
    return [
        [
            (replaces is not None, *rest)
            for replaces, *rest in Geldigheid.objects.filter(dossier=dossier)
            .order_by("pk")
            .values_list(*known)
        ],
        sorted(Plaats.objects.filter(dossier=dossier).values_list(*spans, *places)),
        sorted(Mijlpaal.objects.filter(dossier=dossier).values_list(*spans, "soort", "gemeente")),
        Dossier.objects.filter(pk=dossier).values(*today).get(),
        Traject.objects.filter(pk=dossier).values(*steps_today(day)).get(),
    ]


def steps_today(day: date) -> list[str]:
    return list(columns(Verhaal(feiten=[], stappen=[]), day=day))
