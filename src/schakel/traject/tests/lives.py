"""Lives of newcomers for the properties: whatever people do and correct, in whatever order.

Each life is facts, steps, plans, corrections and corrections of corrections, some possible and
some not, by a person at the screen or by an import, learned at moments that never go back and
often are the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import wraps
from random import Random
from typing import Any
from uuid import UUID

from django.db import models, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schakel.base.actor import Via
from schakel.base.event import Event
from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.dossier.actions.feiten import PersoonGegevens
from schakel.dossier.models import Dossier, Huishouden, Persoon, Plaats, Samenvoeging
from schakel.dossier.queries import DossierNotFound, list_log
from schakel.dossier.queries import events as feiten
from schakel.logboek.models import Gebeurtenis, Geldigheid, Toelichting
from schakel.logboek.queries import Row
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.dossier import open_dossier, record_feit
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.samenvoeging import merge_dossiers, undo_merge
from schakel.traject.models import Concept, Meelezing, Mijlpaal, Traject, Voornemen, Werkpunt
from schakel.traject.queries import ALL_KINDS, Herstel, events
from schakel.traject.tests.world import (
    ALLEEN,
    MONTFOORT,
    OUDEWATER,
    WOERDEN,
    een_pip,
    id_of,
    source,
)
from schakel.wet.lijsten import (
    Doelgroep,
    GrondLeerbaarheidstoetsOntheffing,
    IntakeOnderwerp,
    Leerroute,
    UitslagLeerbaarheidstoets,
    Verblijfsvergunning,
    Wet,
)

START = date(2022, 11, 20)
"""The lives run over the change of Bi 5.3 on 1 January 2023."""

TABLES: tuple[type[models.Model], ...] = (
    Gebeurtenis, Geldigheid, Toelichting, Huishouden, Persoon, Dossier, Plaats, Traject, Mijlpaal,
    Werkpunt, Concept, Meelezing, Voornemen, Samenvoeging,
)  # fmt: skip

DAYS = ("per", "gepland_op", "gesprek_op", "uiterlijk")
GEMEENTEN = (WOERDEN, MONTFOORT, OUDEWATER)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What is tried next; what a deed does not need it leaves alone."""

    sort: str
    fact: Event
    step: Event
    on: date
    weeks_later: int
    pick: int
    via: Via
    gemeente: str
    day: date


def of_lives(*, examples: int = 20, **drawn: st.SearchStrategy[Any]) -> Callable[..., Any]:
    """Let a test hold for many lives, each alone in the database.

    A seed cannot be made smaller: nothing is shrunk.
    """
    bounded = settings(
        max_examples=examples,
        phases=[Phase.explicit, Phase.generate],
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )

    def property_of(test: Callable[..., None]) -> Callable[..., None]:
        @given(**drawn)
        @bounded
        @wraps(test)
        def alone(*args: Any, **kwargs: Any) -> None:
            with transaction.atomic():
                test(*args, **kwargs)
                transaction.set_rollback(True)

        return alone  # type: ignore[no-any-return]

    return property_of


def a_life(seed: int, *, corrections: bool = True) -> list[Deed]:
    """Return the life that belongs to this seed.

    Drawn evenly: Hypothesis itself likes lives that are short and always the same.
    """
    draw = Random(seed)  # noqa: S311 - a seed gives a life, not a secret
    sorts = ("fact",) * 4 + ("step",) * 5 + ("correct", "correct", "void") * corrections
    return [
        Deed(
            sort=draw.choice(sorts),
            fact=_a_fact(draw),
            step=_a_step(draw),
            on=_a_day(draw),
            weeks_later=draw.choice((0, 0, 1, 1, 2, 3)),
            pick=draw.randrange(1000),
            via=draw.choice((Via.MENS, Via.IMPORT)),
            gemeente=draw.choice(GEMEENTEN),
            day=_a_day(draw),
        )
        for _ in range(draw.randint(4, 18))
    ]


LIVES = st.builds(a_life, SEEDS)
WITHOUT_CORRECTIONS = st.builds(a_life, SEEDS, corrections=st.just(False))


def _a_day(draw: Random) -> date:
    return START + timedelta(days=draw.randrange(91))


def _a_fact(draw: Random) -> Event:
    gemeente = draw.choice(GEMEENTEN)
    return draw.choice(
        (
            feiten.GemeenteBecameResponsible(gemeente=gemeente, per=_a_day(draw)),
            feiten.BRPRegistered(gemeente=gemeente),
            feiten.HousingAssigned(gemeente=gemeente),
            feiten.DoelgroepDetermined(doelgroep=draw.choice(list(Doelgroep))),
            feiten.WetDetermined(wet=draw.choice((Wet.WI2021, Wet.WI2021, Wet.WI2013))),
            feiten.PersonBorn(precisie=feiten.Precisie.DAG),
            feiten.PlichtBegun(),
            feiten.PlichtBegun(),
            feiten.KennisgevingSent(),
            feiten.BRPDeregistered(),
            feiten.PlichtWithdrawn(),
            feiten.PlichtEnded(reden=draw.choice(list(feiten.RedenEindePlicht))),
            feiten.DossierClosed(reden=draw.choice(list(feiten.RedenSluiting))),
            feiten.VergunningGranted(
                vergunning=draw.choice(list(Verblijfsvergunning)), doel="", status_referent=None
            ),
        )
    )


def _a_step(draw: Random) -> Event:
    leerroute, gemeente = draw.choice(list(Leerroute)), draw.choice(GEMEENTEN)
    return draw.choice(
        (
            events.UitnodigingSent(gesprek_op=_a_day(draw)),
            events.OproepSent(uiterlijk=_a_day(draw)),
            events.OproepRepeated(uiterlijk=_a_day(draw), gesprek_op=_a_day(draw)),
            events.GesprekMissed(),
            events.GesprekCancelled(),
            events.BredeIntakeStarted(),
            events.IntakeOnderwerpRecorded(onderwerp=draw.choice(list(IntakeOnderwerp))),
            events.BredeIntakeCompletedInAbsence(),
            events.LeerbaarheidstoetsPlanned(gepland_op=_a_day(draw)),
            events.LeerbaarheidstoetsPlanned(gepland_op=_a_day(draw)),
            events.LeerbaarheidstoetsCancelled(),
            events.LeerbaarheidstoetsMissed(),
            events.LeerbaarheidstoetsTaken(),
            events.LeerbaarheidstoetsUitslagReceived(
                uitslag=draw.choice(list(UitslagLeerbaarheidstoets))
            ),
            events.LeerbaarheidstoetsExempted(),
            events.PIPEstablished(leerroute=leerroute, gemeente=gemeente),
            events.PIPEstablished(leerroute=leerroute, gemeente=gemeente),
            events.PIPSent(),
            events.PIPWithdrawn(),
            events.AanmeldingMade(gemeente=gemeente),
            events.AanmeldingMade(gemeente=gemeente),
            events.AanmeldingWithdrawn(),
            events.EigenInschrijvingReported(),
        )
    )


OPROEPEN = {
    "traject.uitnodiging_sent": stappen.invite,
    "traject.oproep_sent": stappen.summon,
    "traject.oproep_repeated": stappen.warn_and_summon,
}
ACTIONS: dict[str, Callable[..., None]] = {
    "traject.brede_intake_started": stappen.start_brede_intake,
    "traject.brede_intake_completed_in_absence": stappen.complete_brede_intake_in_absence,
    "traject.leerbaarheidstoets_planned": stappen.plan_leerbaarheidstoets,
    "traject.leerbaarheidstoets_cancelled": stappen.cancel_leerbaarheidstoets,
    "traject.leerbaarheidstoets_missed": stappen.miss_leerbaarheidstoets,
    "traject.leerbaarheidstoets_taken": stappen.take_leerbaarheidstoets,
    "traject.leerbaarheidstoets_exempted": stappen.exempt_from_leerbaarheidstoets,
    "traject.gesprek_missed": stappen.miss_gesprek,
    "traject.gesprek_cancelled": stappen.cancel_gesprek,
    "traject.intake_onderwerp_recorded": stappen.record_onderwerpen,
    "traject.leerbaarheidstoets_uitslag_received": stappen.receive_uitslag,
    "traject.pip_sent": pip.send_pip,
    "traject.pip_withdrawn": pip.withdraw_pip,
    "traject.aanmelding_made": stappen.make_aanmelding,
    "traject.aanmelding_withdrawn": stappen.withdraw_aanmelding,
    "traject.eigen_inschrijving_reported": stappen.report_eigen_inschrijving,
}


def live(
    life: Sequence[Deed],
    *,
    ready: bool = True,
    name: str = "Leven",
    after_each: Callable[[UUID, datetime], None] = lambda uuid, now: None,
) -> UUID:
    """Let one newcomer live this life; what is refused must leave nothing behind.

    :param ready: begin with plicht, registration, intake and toets, so that a PIP is near
    """
    now = noon(START)
    uuid = _begin(name, ready=ready)
    for deed in life:
        now += timedelta(weeks=deed.weeks_later)
        before = everything()
        try:
            do(deed, uuid, now)
        except Refusal:
            assert everything() == before
        after_each(uuid, now)
    return uuid


def live_twice(
    life: Sequence[Deed],
    seed: int,
    *,
    ready: bool = True,
    after_each: Callable[[Sequence[UUID], datetime], None] = lambda uuids, now: None,
) -> list[UUID]:
    """Let one newcomer live this life in three dossiers that are merged and parted at random."""
    draw = Random(seed)  # noqa: S311 - a seed gives a life, not a secret
    uuids = [
        _begin(f"Dubbel {nth}", ready=begun) for nth, begun in enumerate((ready, ready, False))
    ]
    now = noon(START)
    for deed in life:
        now += timedelta(weeks=deed.weeks_later)
        for act in draw.choice(((do,), (do,), (_merge_or_part, do), (do, _merge_or_part))):
            before = everything()
            uuid = draw.choice(uuids)
            try:
                if act is do:
                    do(deed, uuid, now)
                else:
                    _merge_or_part(draw, uuid, uuids, now)
            except (Refusal, DossierNotFound):
                assert everything() == before
        after_each(uuids, now)
    return uuids


def _merge_or_part(draw: Random, uuid: UUID, uuids: Sequence[UUID], now: datetime) -> None:
    actor, common = source(Via.MENS, now), {"reden": "dubbel", "now": now}
    running = list(Samenvoeging.objects.filter(ongedaan_at=None).order_by("pk"))
    if running and draw.random() < 0.4:
        row = draw.choice(running)
        undo_merge(actor=actor, naar=row.naar.uuid, samenvoeging=row.pk, **common)  # type: ignore[arg-type]
    else:
        merge_dossiers(actor=actor, van=draw.choice(uuids), naar=uuid, **common)  # type: ignore[arg-type]


def _begin(name: str, *, ready: bool) -> UUID:
    now = noon(START)
    uuid = open_dossier(
        actor=source(Via.IMPORT, now),
        gegevens=PersoonGegevens(achternaam=name),
        gemeente=WOERDEN,
        happened_on=START,
        now=now,
    )
    if ready:
        _make_ready(uuid, now)
    return uuid


def _make_ready(uuid: UUID, now: datetime) -> None:
    actor = source(Via.IMPORT, now)
    for feit in (
        feiten.PlichtBegun(),
        feiten.DoelgroepDetermined(doelgroep=Doelgroep.ASIELSTATUSHOUDER),
        feiten.BRPRegistered(gemeente=WOERDEN),
    ):
        record_feit(actor=actor, dossier_uuid=uuid, feit=feit, happened_on=START, now=now)
    common = {"actor": actor, "dossier_uuid": uuid, "happened_on": START, "now": now}
    stappen.start_brede_intake(**common, gesprek=ALLEEN)
    stappen.record_onderwerpen(**common, verslagen=dict.fromkeys(IntakeOnderwerp, "besproken"))
    stappen.take_leerbaarheidstoets(**common)


def do(deed: Deed, uuid: UUID, now: datetime) -> None:
    """Do one deed through the action that is there for it."""
    actor, on = source(deed.via, now), min(deed.on, now.date())
    common = {"actor": actor, "dossier_uuid": uuid, "now": now}
    if deed.sort == "fact":
        if isinstance(deed.fact, feiten.PersonBorn):
            on = on.replace(year=on.year - 18)
        record_feit(**common, feit=deed.fact, happened_on=on)
    elif deed.sort == "step":
        _take(deed.step, on, common)
    else:
        rows = [row for row in list_log(dossier=id_of(uuid)) if row.is_read]
        row = rows[deed.pick % len(rows)]
        event = None if deed.sort == "void" else _other(row, deed)
        herstel = Herstel(gebeurtenis=row.id, event=event, happened_on=on, reden="anders")
        correct_gebeurtenis(**common, herstel=herstel)


def _take(step: Event, on: date, common: dict[str, object]) -> None:
    if isinstance(step, events.PIPEstablished):
        gegevens = een_pip(on, leerroute=step.leerroute)
        pip.establish_pip(**common, gegevens=gegevens)  # type: ignore[arg-type]
        return
    if step.kind in OPROEPEN:
        gegevens = stappen.OproepGegevens(verzonden_op=on, **step.facts())
        OPROEPEN[step.kind](**common, gegevens=_with_days(gegevens))
        return
    ACTIONS[step.kind](**common, **_more(step), happened_on=on)


def _with_days(gegevens: stappen.OproepGegevens) -> stappen.OproepGegevens:
    """Facts are JSON; an action takes days."""
    days = {
        name: date.fromisoformat(value)
        for name in ("gesprek_op", "uiterlijk")
        if (value := getattr(gegevens, name)) is not None
    }
    return replace(gegevens, **days)  # type: ignore[arg-type]


def _more(step: Event) -> dict[str, object]:
    """Return what the action of this step takes beside the day."""
    match step:
        case events.LeerbaarheidstoetsPlanned():
            return {"gepland_op": step.gepland_op}
        case events.LeerbaarheidstoetsUitslagReceived():
            return {"uitslag": step.uitslag}
        case events.LeerbaarheidstoetsExempted():
            return {"grond": GrondLeerbaarheidstoetsOntheffing.VISUEEL}
        case events.IntakeOnderwerpRecorded():
            return {"verslagen": {step.onderwerp: "besproken"}}
        case events.BredeIntakeStarted():
            return {"gesprek": ALLEEN}
    return {}


def _other(row: Row, deed: Deed) -> Event:
    """Return the event of a row with another gemeente, another plan, or just as it was."""
    changes = {"gemeente": deed.gemeente, "per": deed.day.isoformat()}
    changes |= {name: deed.day.isoformat() for name in DAYS}
    new = {name: changes[name] for name in row.facts if name in changes and deed.pick % 2}
    return ALL_KINDS[row.kind].of_facts({**row.facts, **new})


def everything() -> list[list[tuple]]:
    """Return all that the database holds of all dossiers."""
    return [list(table._default_manager.order_by("pk").values_list()) for table in TABLES]


def days_of(rows: Sequence[Row]) -> list[date]:
    """Return the days around everything that happened or was planned."""
    days = {row.happened_on for row in rows}
    for row in rows:
        days |= {
            date.fromisoformat(value) for name, value in row.facts.items() if name in DAYS and value
        }
    return sorted({day + timedelta(days=shift) for day in days for shift in (-1, 0, 1)})
