"""Whatever people do and correct, in whatever order: the tables are what the log says.

Each example is a life of one newcomer: facts, steps, plans, corrections and corrections of
corrections, some possible and some not, learned at moments that never go back.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from schakel.base.actor import Via
from schakel.base.event import Event
from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.base.tijdvak import NOG_STEEDS
from schakel.dossier.actions.bulk import add_dossiers
from schakel.dossier.actions.feiten import PersoonGegevens
from schakel.dossier.models import Dossier, Plaats
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import list_differences as dossier_differences
from schakel.dossier.rules import fold as fold_dossier
from schakel.dossier.rules import plek
from schakel.logboek.actions import Bulk, Line, rebuild_geldigheid, record_all
from schakel.logboek.models import Gebeurtenis, Geldigheid
from schakel.logboek.queries import Row, list_rows, list_unsound
from schakel.traject.actions.dossier import open_dossier, record_feit
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.projection import rebuild
from schakel.traject.actions.recording import Entry, add
from schakel.traject.models import Mijlpaal, Traject
from schakel.traject.queries import ALL_KINDS, Herstel, events, verhaal_of
from schakel.traject.queries import list_differences as traject_differences
from schakel.traject.rules.stand import bereikt
from schakel.traject.tests.world import WOERDEN, a_keten, id_of, source
from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning, Wet

START = date(2022, 11, 20)
"""The lives run over the change of Bi 5.3 on 1 January 2023."""

GEMEENTEN = st.sampled_from(["0632", "0335", "0589"])
DAYS = st.integers(min_value=0, max_value=90).map(lambda days: START + timedelta(days=days))

FACTS: st.SearchStrategy[Event] = st.one_of(
    st.builds(feiten.GemeenteBecameResponsible, gemeente=GEMEENTEN, per=DAYS),
    st.builds(feiten.BRPRegistered, gemeente=GEMEENTEN),
    st.builds(feiten.HousingAssigned, gemeente=GEMEENTEN),
    st.builds(feiten.DoelgroepDetermined, doelgroep=st.sampled_from(Doelgroep)),
    st.builds(feiten.WetDetermined, wet=st.sampled_from([Wet.WI2021, Wet.WI2021, Wet.WI2013])),
    st.just(feiten.PlichtBegun()),
    st.just(feiten.KennisgevingSent()),
    st.just(feiten.BRPDeregistered()),
    st.just(feiten.PlichtWithdrawn()),
    st.builds(
        feiten.VergunningGranted,
        vergunning=st.sampled_from(Verblijfsvergunning),
        doel=st.just(""),
        status_referent=st.none(),
    ),
)
STEPS: st.SearchStrategy[Event] = st.one_of(
    st.just(events.BredeIntakeStarted()),
    st.builds(events.LeerbaarheidstoetsPlanned, gepland_op=DAYS),
    st.just(events.LeerbaarheidstoetsCancelled()),
    st.just(events.LeerbaarheidstoetsMissed()),
    st.just(events.LeerbaarheidstoetsTaken()),
    st.builds(events.PIPEstablished, leerroute=st.sampled_from(Leerroute), gemeente=GEMEENTEN),
    st.just(events.PIPWithdrawn()),
    st.builds(events.AanmeldingMade, gemeente=GEMEENTEN),
    st.just(events.AanmeldingWithdrawn()),
    st.just(events.EigenInschrijvingReported()),
)
VIA = st.sampled_from([Via.MENS, Via.IMPORT])
DEEDS = st.tuples(
    st.sampled_from(["fact", "step", "step", "correct", "void"]),
    FACTS,
    STEPS,
    DAYS,
    st.integers(min_value=0, max_value=3),
    st.integers(min_value=0, max_value=50),
    VIA,
)
LIVES = st.lists(DEEDS, min_size=3, max_size=14)

bounded = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def live(life: list[tuple], after_each: Callable[[UUID, datetime], None] | None = None) -> UUID:
    """Let one newcomer live this life; what is refused must leave nothing behind."""
    now = noon(START)
    uuid = open_dossier(
        actor=source(Via.IMPORT, now),
        gegevens=PersoonGegevens(achternaam="Leven"),
        gemeente=WOERDEN,
        happened_on=START,
        now=now,
    )
    for sort, fact, step, on, wait, pick, via in life:
        now = now + timedelta(days=7 * wait)
        before = Gebeurtenis.objects.count(), Mijlpaal.objects.count(), Plaats.objects.count()
        try:
            deed(uuid, sort, fact, step, min(on, now.date()), pick, via, now)
        except Refusal:
            assert before == (
                Gebeurtenis.objects.count(), Mijlpaal.objects.count(), Plaats.objects.count()
            )  # fmt: skip
        if after_each is not None:
            after_each(uuid, now)
    return uuid


def deed(
    uuid: UUID, sort: str, fact: Event, step: Event, on: date, pick: int, via: Via, now: datetime
) -> None:
    actor, dossier = source(via, now), id_of(uuid)
    if sort == "fact":
        record_feit(actor=actor, dossier_uuid=uuid, feit=fact, happened_on=on, now=now)
    elif sort == "step":
        add(Entry(event=step, happened_on=on), dossier=dossier, actor=actor, now=now)
    else:
        rows = list_rows(dossier=dossier)
        row = rows[pick % len(rows)]
        event = None if sort == "void" else ALL_KINDS[row.kind].of_facts(row.facts)
        herstel = Herstel(gebeurtenis=row.id, event=event, happened_on=on, reden="anders")
        correct_gebeurtenis(actor=actor, dossier_uuid=uuid, herstel=herstel, now=now)


def days_of(rows: list[Row]) -> list[date]:
    """Return the days around everything that happened or was planned."""
    days = {row.happened_on for row in rows}
    for row in rows:
        days |= {
            date.fromisoformat(value)
            for name, value in row.facts.items()
            if name in {"per", "gepland_op"}
        }
    return sorted({day + timedelta(days=shift) for day in days for shift in (-1, 0, 1)})


def counted(dossier: int, day: date, at: datetime) -> tuple[set, set]:
    """Return what the tables say on one day as known at one moment."""
    axes = {"dossier": dossier, "van__lte": day, "tot__gt": day}
    axes |= {"bekend_van__lte": at, "bekend_tot__gt": at}
    where = Plaats.objects.filter(**axes).values_list(
        "gemeente", "doelgroep", "volwassen_op", "ingeschreven", "bevestigd"
    )
    what = Mijlpaal.objects.filter(**axes).values_list("soort", "gemeente")
    return set(where), set(what)


@given(life=LIVES)
@bounded
def test_the_tables_equal_the_fold_on_every_day_as_known_at_every_moment(life: list) -> None:
    uuid = live(life)

    rows = list_rows(dossier=id_of(uuid))
    for at in sorted({row.recorded_at for row in rows}):
        verhaal = verhaal_of(rows, known_at=at)
        for day in days_of(rows):
            place = plek(fold_dossier(verhaal.feiten, op=day))
            expected = (
                set() if place is None else {tuple(place)},
                {tuple(one) for one in bereikt(verhaal.traject_on(day))},
            )
            assert counted(id_of(uuid), day, at) == expected, (day, at)


@given(life=LIVES)
@bounded
def test_the_lists_of_today_and_the_log_are_sound(life: list) -> None:
    moments = []
    uuid = live(life, after_each=lambda _, now: moments.append(now))

    dossier = id_of(uuid)
    rows, last = list_rows(dossier=dossier), list_rows(dossier=dossier)[-1].recorded_at
    assert dossier_differences(dossier=dossier, rows=rows, day=last.date()) == []
    assert traject_differences(dossier=dossier, rows=rows, day=last.date()) == []
    assert list_unsound() == []


@given(life=LIVES)
@bounded
def test_what_was_known_at_a_moment_never_changes_afterwards(life: list) -> None:
    seen: list[tuple[datetime, dict]] = []

    def look(uuid: UUID, now: datetime) -> None:
        dossier = id_of(uuid)
        at = now + timedelta(minutes=1)
        days = [START + timedelta(days=shift) for shift in range(-1, 95, 8)]
        seen.append((at, {day: counted(dossier, day, at) for day in days}))

    pauses = [(*one[:4], max(one[4], 1), *one[5:]) for one in life]
    uuid = live(pauses, after_each=look)

    for at, then in seen:
        assert {day: counted(id_of(uuid), day, at) for day in then} == then


@given(life=LIVES)
@bounded
def test_rebuilding_gives_the_same_tables(life: list) -> None:
    dossier = id_of(live(life))
    day = list_rows(dossier=dossier)[-1].recorded_at.date()
    before = tables_of(dossier)

    rebuild_geldigheid()
    rebuild(actor=source(Via.SYSTEEM), dossiers=[dossier], day=day)

    assert tables_of(dossier) == before


@given(life=LIVES)
@bounded
def test_the_bulk_way_gives_the_same_tables_as_the_actions(life: list) -> None:
    straight = [one for one in life if one[0] in {"fact", "step"}]
    dossier = id_of(live(straight))
    rows = list_rows(dossier=dossier)
    actor = source(Via.IMPORT)
    [copy] = add_dossiers(actor=actor, people=[PersoonGegevens(achternaam="Leven")])

    record_all(
        (
            Bulk(
                line=Line(
                    event=ALL_KINDS[row.kind].of_facts(row.facts), happened_on=row.happened_on
                ),
                dossier=copy.id,
                recorded_at=row.recorded_at,
            )
            for row in rows
        ),
        actor=actor,
        batch=3,
    )
    rebuild(actor=actor, dossiers=[copy.id], day=rows[-1].recorded_at.date())

    assert tables_of(copy.id)[1:] == tables_of(dossier)[1:]


def tables_of(dossier: int) -> list[object]:
    """Return all that follows from the log, without ids."""
    spans = ("van", "tot", "bekend_van", "bekend_tot")
    places = ("gemeente", "doelgroep", "volwassen_op", "ingeschreven", "bevestigd")
    columns = ("gemeente", "doelgroep", "geboren_op", "closed_on", "geldig_tot")
    terms = (
        "stap",
        "pip_laatste_dag",
        "pip_dagtekening",
        "termijn_van",
        "termijn_tot",
        "geldig_tot",
    )
    return [
        sorted(
            Geldigheid.objects.filter(dossier=dossier).values_list("gebeurtenis", "known_from"),
        ),
        sorted(
            (row.kind, row.happened_on, row.known_from, row.known_until or NOG_STEEDS)
            for row in Geldigheid.objects.filter(dossier=dossier)
        ),
        sorted(Plaats.objects.filter(dossier=dossier).values_list(*spans, *places)),
        sorted(Mijlpaal.objects.filter(dossier=dossier).values_list(*spans, "soort", "gemeente")),
        Dossier.objects.filter(pk=dossier).values_list(*columns).get(),
        Traject.objects.filter(pk=dossier).values_list(*terms).get(),
    ]
