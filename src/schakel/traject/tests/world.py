"""A small world: four gemeenten, one consulent, a partner, and people at any point of their way."""

from datetime import date, datetime, timedelta
from uuid import UUID

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.tijd import noon
from schakel.demo.keten import OUDEWATER, UTRECHT, WOERDEN, Keten, build_keten
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import get_dossier
from schakel.logboek.queries import Row, list_rows
from schakel.toegang.queries import actor_for, find_account, system_actor
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.dossier import PersoonGegevens, open_dossier, record_feit
from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning, Wet

BEGIN = date(2022, 3, 1)
NU = noon(date(2022, 9, 1))


def a_keten() -> Keten:
    """Return the chain of the training region, in an empty database."""
    return build_keten(actor=system_actor(at=NU))


def persona(name: str, at: datetime = NU) -> Actor:
    """Return what one of the fixed people may do."""
    account = find_account(username=name)
    assert account is not None
    actor = actor_for(account, at=at)
    assert actor is not None
    return actor


def consulent(at: datetime = NU) -> Actor:
    return persona("casus-woerden", at)


def source(via: Via, at: datetime = NU) -> Actor:
    """Return the system as one of the sources that report what was done elsewhere."""
    return system_actor(at=at, via=via)


def a_dossier(
    *,
    achternaam: str = "Tekle",
    gemeente: str = WOERDEN,
    begin: date = BEGIN,
    wet: Wet = Wet.WI2021,
    confirmed: bool = True,
    registered: bool = True,
    born: date = date(1990, 5, 4),
    doelgroep: Doelgroep = Doelgroep.ASIELSTATUSHOUDER,
) -> UUID:
    """Return a newcomer whose plicht began on `begin`, registered ten days later."""
    actor, now = system_actor(at=NU), noon(begin)
    uuid = open_dossier(
        actor=actor,
        gegevens=PersoonGegevens(achternaam=achternaam),
        gemeente=gemeente,
        happened_on=begin,
        now=now,
    )
    facts: list[tuple[Event, date]] = [
        (feiten.PersonBorn(precisie=feiten.Precisie.DAG), born),
        (_vergunning(doelgroep), begin),
        (feiten.WetDetermined(wet=wet), begin),
        (feiten.KennisgevingSent(), begin + timedelta(days=5)),
    ]
    if confirmed:
        facts += [
            (feiten.PlichtBegun(), begin),
            (feiten.DoelgroepDetermined(doelgroep=doelgroep), begin),
        ]
    if registered:
        facts.append((feiten.HousingAssigned(gemeente=gemeente), begin))
        facts.append((feiten.BRPRegistered(gemeente=gemeente), begin + timedelta(days=10)))
    for feit, on in facts:
        know(uuid, feit, on, at=noon(max(begin, on)))
    return uuid


def a_dossier_after_intake(**changes: object) -> UUID:
    """Return a newcomer ready for a PIP: intake started on 1 April, toets taken on 11 April."""
    uuid = a_dossier(**changes)  # type: ignore[arg-type]
    actor = system_actor(at=NU)
    stappen.start_brede_intake(
        actor=actor, dossier_uuid=uuid, happened_on=date(2022, 4, 1), now=noon(date(2022, 4, 1))
    )
    stappen.take_leerbaarheidstoets(
        actor=actor, dossier_uuid=uuid, happened_on=date(2022, 4, 11), now=noon(date(2022, 4, 11))
    )
    return uuid


def a_dossier_with_pip(dagtekening: date = date(2022, 5, 2), **changes: object) -> UUID:
    """Return a newcomer with a PIP of this date."""
    uuid = a_dossier_after_intake(**changes)
    establish(uuid, dagtekening=dagtekening, at=noon(dagtekening))
    return uuid


def establish(
    uuid: UUID,
    *,
    dagtekening: date = date(2022, 5, 2),
    actor: Actor | None = None,
    at: datetime = NU,
    gezien: int | None = None,
) -> None:
    gegevens = pip.PIPGegevens(dagtekening=dagtekening, leerroute=Leerroute.B1)
    pip.establish_pip(
        actor=actor or consulent(), dossier_uuid=uuid, gegevens=gegevens, now=at, gezien=gezien
    )


def know(uuid: UUID, feit: Event, on: date, *, at: datetime = NU) -> None:
    """Let DUO report a fact about a person."""
    record_feit(actor=source(Via.DUO, at), dossier_uuid=uuid, feit=feit, happened_on=on, now=at)


def log_of(uuid: UUID) -> list[Row]:
    return list_rows(dossier=id_of(uuid))


def id_of(uuid: UUID) -> int:
    return get_dossier(actor=system_actor(at=NU), uuid=uuid).id


def newest_of(uuid: UUID, kind: str) -> Row:
    return [row for row in log_of(uuid) if row.kind == kind][-1]


def _vergunning(doelgroep: Doelgroep) -> Event:
    if doelgroep is Doelgroep.ASIELSTATUSHOUDER:
        permit = Verblijfsvergunning.ASIEL_BEPAALD
        return feiten.VergunningGranted(vergunning=permit, doel="", status_referent=None)
    permit = Verblijfsvergunning.REGULIER_BEPAALD
    return feiten.VergunningGranted(
        vergunning=permit, doel="niet_tijdelijk_overig", status_referent=None
    )


__all__ = ["OUDEWATER", "UTRECHT", "WOERDEN"]
