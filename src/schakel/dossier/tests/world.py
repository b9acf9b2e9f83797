"""Facts about one person, as the rules read them; and who asks."""

from datetime import date, datetime

from schakel.base.actor import Actor
from schakel.base.event import Event, Occurrence, in_order
from schakel.base.permissions import Permission
from schakel.base.tijd import noon
from schakel.dossier import events
from schakel.wet.lijsten import Doelgroep, Verblijfsvergunning, Wet

WOERDEN, MONTFOORT, OUDEWATER = "0632", "0335", "0589"
BEGIN = date(2022, 3, 1)
NU = noon(date(2022, 9, 1))

Told = tuple[Event, date]


def responsible(gemeente: str, per: date, on: date | None = None) -> Told:
    """Return that a gemeente is responsible as from `per`, agreed on that day or on another."""
    return events.GemeenteBecameResponsible(gemeente=gemeente, per=per), on or per


def registered(gemeente: str, on: date) -> Told:
    return events.BRPRegistered(gemeente=gemeente), on


def someone() -> list[Told]:
    """Return an adult asielstatushouder in Woerden whose plicht DUO confirmed."""
    permit = events.VergunningGranted(
        vergunning=Verblijfsvergunning.ASIEL_BEPAALD, doel="", status_referent=None
    )
    return [
        (events.PersonBorn(precisie=events.Precisie.DAG), date(1990, 5, 4)),
        (events.DossierOpened(), BEGIN),
        responsible(WOERDEN, BEGIN),
        (permit, BEGIN),
        (events.DoelgroepDetermined(doelgroep=Doelgroep.ASIELSTATUSHOUDER), BEGIN),
        (events.WetDetermined(wet=Wet.WI2021), BEGIN),
        (events.PlichtBegun(), BEGIN),
        registered(WOERDEN, BEGIN),
    ]


def facts(*told: Told) -> list[Occurrence[Event]]:
    """Return what was told, in order, as if it was recorded in this order."""
    return in_order(
        Occurrence(event=event, on=on, id=nth, first=nth) for nth, (event, on) in enumerate(told, 1)
    )


def consulent(at: datetime = NU) -> Actor:
    return Actor(
        medewerker=1,
        organisatie=1,
        gemeenten=frozenset({WOERDEN, OUDEWATER}),
        op=at.date(),
        permissions=frozenset(
            {Permission.DOSSIER_READ, Permission.DOSSIER_WRITE, Permission.BSN_READ}
        ),
    )
