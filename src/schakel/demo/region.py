"""How a person of the training region comes to be: facts and steps, each on its day."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.tijd import AMSTERDAM
from schakel.dossier.actions.betrokkenen import BetrokkeneGegevens, add_betrokkene
from schakel.dossier.queries import get_dossier
from schakel.toegang.queries import actor_for, find_account, system_actor
from schakel.traject.actions.dossier import (
    PersoonGegevens,
    assign_casusregisseur,
    open_dossier,
    record_feit,
)

Deed = Callable[[Actor, UUID, datetime], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Klus:
    """One deed: on which day it was done, by whom, and what.

    :param wie: user name of a persona, or "duo" for what DUO reported
    """

    dag: date
    wie: str
    deed: Deed


@dataclass(slots=True, kw_only=True)
class Nieuwkomer:
    """A person of the region with everything that will be done, in any order."""

    gegevens: PersoonGegevens
    gemeente: str
    opened_on: date
    wie: str
    toegewezen: bool = True
    klussen: list[Klus] = field(default_factory=list)
    uuid: UUID | None = None

    def feit(self, event: Event, op: date, *, recorded: date | None = None, wie: str = "") -> None:
        """Plan a fact about the person that happened on `op` and came in on `recorded`.

        Nothing comes in before the dossier was opened.
        """

        def deed(actor: Actor, uuid: UUID, now: datetime) -> None:
            record_feit(actor=actor, dossier_uuid=uuid, feit=event, happened_on=op, now=now)

        self.klussen.append(
            Klus(dag=max(recorded or op, self.opened_on), wie=wie or "duo", deed=deed)
        )

    def stap(self, dag: date, deed: Deed, *, wie: str = "") -> None:
        """Plan a step that the casusregisseur records on the day itself."""
        self.klussen.append(Klus(dag=dag, wie=wie or self.wie, deed=deed))

    def betrokken(self, dag: date, *, medewerker: int, rol: str, reden: str, afspraak: int) -> None:
        """Plan that a partner's medewerker is linked, inside an agreement."""

        def deed(actor: Actor, uuid: UUID, now: datetime) -> None:
            dossier = get_dossier(actor=actor, uuid=uuid)
            gegevens = BetrokkeneGegevens(
                medewerker=medewerker, rol=rol, reden=reden, van=now.date(), deelafspraak=afspraak
            )
            add_betrokkene(actor=actor, dossier=dossier.id, gegevens=gegevens)

        self.stap(dag, deed)


def live(people: list[Nieuwkomer]) -> None:
    """Do everything that was planned, day after day, as the people of the region would."""
    for minute, person in enumerate(sorted(people, key=lambda one: one.opened_on)):
        now = _at(person.opened_on, minute)
        actor = _actor(person.wie, now)
        person.uuid = open_dossier(
            actor=actor,
            gegevens=person.gegevens,
            gemeente=person.gemeente,
            happened_on=person.opened_on,
            now=now,
        )
        if person.toegewezen:
            assign_casusregisseur(
                actor=actor,
                dossier_uuid=person.uuid,
                medewerker=actor.medewerker or 0,
                reden="",
                now=now,
            )
    planned = [(klus, person) for person in people for klus in person.klussen]
    for minute, (klus, person) in enumerate(sorted(planned, key=lambda pair: pair[0].dag)):
        assert person.uuid is not None  # noqa: S101 - opened above
        now = _at(klus.dag, minute, hour=13)
        klus.deed(_actor(klus.wie, now), person.uuid, now)


def _actor(wie: str, now: datetime) -> Actor:
    if wie == "duo":
        return system_actor(at=now, via=Via.DUO)
    account = find_account(username=wie)
    actor = None if account is None else actor_for(account, at=now)
    if actor is None:
        raise LookupError(f"No persona {wie} on {now}.")
    return actor


def _at(day: date, minute: int, hour: int = 9) -> datetime:
    start = datetime.combine(day, time(hour), tzinfo=AMSTERDAM)
    return start + timedelta(seconds=15 * (minute % 900))
