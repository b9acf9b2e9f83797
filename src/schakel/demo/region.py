"""How a person of the training region comes to be: facts and steps, each on its day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from itertools import groupby
from uuid import NAMESPACE_OID, UUID, uuid5

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.tijd import AMSTERDAM
from schakel.dossier.actions.betrokkenen import BetrokkeneGegevens, add_betrokkene
from schakel.dossier.queries import get_dossier, get_huishouden
from schakel.toegang.queries import actor_for, find_account, system_actor
from schakel.traject.actions.dossier import (
    PersoonGegevens,
    assign_casusregisseur,
    open_dossier,
    record_feit,
)

Deed = Callable[[Actor, UUID, datetime], None]

_UUR_OPENING, _UUR_STAP = 8, 12
"""Dossiers are opened in the morning; what is done in them follows."""


@dataclass(frozen=True, slots=True)
class Daad:
    """An action with what goes in: plain values, so that two plans can be compared."""

    action: Callable[..., object]
    values: Mapping[str, object]

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        self.action(actor=actor, dossier_uuid=uuid, now=now, **self.values)


def doe(action: Callable[..., object], **values: object) -> Daad:
    """Return the deed of doing this with these values."""
    return Daad(action, values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Betrekt:
    """Link a partner's medewerker, inside an agreement, as from the day itself."""

    medewerker: int
    rol: str
    reden: str
    afspraak: int

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        dossier = get_dossier(actor=actor, uuid=uuid)
        gegevens = BetrokkeneGegevens(
            medewerker=self.medewerker,
            rol=self.rol,
            reden=self.reden,
            van=now.date(),
            deelafspraak=self.afspraak,
        )
        add_betrokkene(actor=actor, dossier=dossier.id, gegevens=gegevens)


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
    """A person of the region with everything that will be done, in any order.

    :param wie: the persona who opens the dossier
    :param regie: the persona who does the steps since another took over, or "" = `wie`
    :param gezin: someone whose dossier is opened earlier and whose household this person joins
    """

    gegevens: PersoonGegevens
    gemeente: str
    opened_on: date
    wie: str
    regie: str = ""
    toegewezen: bool = True
    gezin: "Nieuwkomer | None" = None
    klussen: list[Klus] = field(default_factory=list)
    uuid: UUID | None = None

    def feit(self, event: Event, op: date, *, recorded: date | None = None, wie: str = "") -> None:
        """Plan a fact about the person that happened on `op` and came in on `recorded`.

        Nothing comes in before the dossier was opened.
        """
        deed = doe(record_feit, feit=event, happened_on=op)
        self.klussen.append(
            Klus(dag=max(recorded or op, self.opened_on), wie=wie or "duo", deed=deed)
        )

    def stap(self, dag: date, deed: Deed, *, wie: str = "") -> None:
        """Plan a step that the casusregisseur records on the day itself."""
        self.klussen.append(Klus(dag=dag, wie=wie or self.regie or self.wie, deed=deed))

    def betrokken(self, dag: date, *, medewerker: int, rol: str, reden: str, afspraak: int) -> None:
        """Plan that a partner's medewerker is linked, inside an agreement."""
        self.stap(dag, Betrekt(medewerker=medewerker, rol=rol, reden=reden, afspraak=afspraak))


def live(people: Sequence[Nieuwkomer]) -> None:
    """Do everything that was planned, day after day, as the people of the region would."""
    for day, planned in groupby(sorted(_planned(people), key=_moment), key=lambda one: one[0]):
        of_the_day, actors = list(planned), dict[str, Actor]()
        for nth, (_, step, person, klus) in enumerate(of_the_day):
            now = _at(day, part=nth / len(of_the_day), hour=_UUR_STAP if step else _UUR_OPENING)
            wie = person.wie if klus is None else klus.wie
            if wie not in actors:
                actors[wie] = _actor(wie, now)
            if klus is None:
                _open(person, actors[wie], now)
            else:
                assert person.uuid is not None  # noqa: S101 - opened that morning or before
                klus.deed(actors[wie], person.uuid, now)


Gepland = tuple[date, bool, Nieuwkomer, Klus | None]


def _planned(people: Sequence[Nieuwkomer]) -> Iterator[Gepland]:
    """Yield each opening and each deed: its day, and whether it waits for the openings."""
    for person in people:
        yield person.opened_on, False, person, None
    for person in people:
        for klus in person.klussen:
            yield klus.dag, True, person, klus


def _moment(planned: Gepland) -> tuple[date, bool]:
    return planned[:2]


def _open(person: Nieuwkomer, actor: Actor, now: datetime) -> None:
    gegevens = person.gegevens
    if person.gezin is not None:
        assert person.gezin.uuid is not None  # noqa: S101 - whoever came first is opened first
        home = get_huishouden(actor=actor, dossier_uuid=person.gezin.uuid)
        gegevens = replace(gegevens, huishouden=home)
    person.uuid = open_dossier(
        actor=actor,
        gegevens=gegevens,
        gemeente=person.gemeente,
        happened_on=person.opened_on,
        now=now,
        uuid=_uuid(person),
    )
    if person.toegewezen:
        assign_casusregisseur(
            actor=actor,
            dossier_uuid=person.uuid,
            medewerker=actor.medewerker or 0,
            reden="",
            now=now,
        )


def _uuid(person: Nieuwkomer) -> UUID:
    """Return the uuid of a dossier: an address that was written down still leads there."""
    known = person.gegevens
    name = f"{known.v_nummer} {known.voornaam} {known.achternaam} {person.opened_on}"
    return uuid5(NAMESPACE_OID, name)


def _actor(wie: str, now: datetime) -> Actor:
    if wie == "duo":
        return system_actor(at=now, via=Via.DUO)
    account = find_account(username=wie)
    actor = None if account is None else actor_for(account, at=now)
    if actor is None:
        raise LookupError(f"No persona {wie} on {now}.")
    return actor


def _at(day: date, *, part: float, hour: int) -> datetime:
    """Return a moment in the hours after this one; what follows on the same day is later."""
    first = timedelta(minutes=day.toordinal() * 37 % 60)
    start = datetime.combine(day, time(hour), tzinfo=AMSTERDAM)
    return start + first + timedelta(seconds=int(part * 3 * 60 * 60))
