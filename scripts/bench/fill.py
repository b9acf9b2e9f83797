"""Fill an empty database with people and their history."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from random import Random

SEED = 2022
BATCH = 2000
PERSONA = "casus-woerden"
EIGEN = 100

Assign = Callable[[str, Random], object]


def fill(count: int, at: datetime) -> int:
    """Make people with a history that was learned bit by bit, through the bulk way; tell how much.

    Where dossiers have a casusregisseur, each gets one, and `PERSONA` has some `EIGEN` of its own.
    """
    from schakel.base.actor import Via
    from schakel.dossier.actions.bulk import add_dossiers
    from schakel.dossier.actions.feiten import PersoonGegevens
    from schakel.logboek.actions import record_all
    from schakel.toegang.queries import system_actor
    from schakel.traject.actions.projection import batched, rebuild

    actor = system_actor(at=at, via=Via.IMPORT)
    random, events = Random(SEED), 0
    assign = casusregisseurs(count, at)
    for start in range(0, count, BATCH):
        people = [
            PersoonGegevens(achternaam=f"Naam{start + nth}")
            for nth in range(min(BATCH, count - start))
        ]
        opened = [row.id for row in add_dossiers(actor=actor, people=people)]
        events += record_all(
            (line for dossier in opened for line in history(dossier, random, assign)), actor=actor
        )
        for batch in batched(opened):
            rebuild(actor=actor, dossiers=batch, day=at.date())
    return events


def casusregisseurs(count: int, at: datetime) -> Assign:
    """Return what draws a casusregisseur for a dossier of a gemeente: a fact, or None.

    Each medewerker has about as many as the persona; without that kind of fact nobody has any.
    """
    from schakel.demo.keten import ALLE
    from schakel.dossier.queries import KINDS
    from schakel.keten.actions import add_medewerker
    from schakel.toegang.queries import actor_for, find_account, system_actor

    event = KINDS.get("dossier.casusregisseur_assigned")
    if event is None:
        return lambda gemeente, random: None
    account = find_account(username=PERSONA)
    persona = actor_for(account, at=at) if account else None
    if persona is None or persona.organisatie is None:
        raise SystemExit(f"{PERSONA} is not there.")
    pool = [
        add_medewerker(
            actor=system_actor(at=at),
            organisatie=persona.organisatie,
            naam=f"Casusregisseur {nth}",
            functie="casusregisseur",
            van=date(2021, 1, 1),
        )
        for nth in range(max(1, count // EIGEN))
    ]

    share = EIGEN / count * len(ALLE) / len(persona.gemeenten)

    def assign(gemeente: str, random: Random) -> object:
        mine = gemeente in persona.gemeenten and random.random() < share
        return event(medewerker=persona.medewerker if mine else random.choice(pool))

    return assign


def history(dossier: int, random: Random, assign: Assign) -> Iterator[object]:
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
    casusregisseur = assign(gemeente, random)
    if casusregisseur is not None:
        plan.append((begin + timedelta(days=11), casusregisseur, 11))
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
