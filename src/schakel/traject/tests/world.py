"""A small world: four gemeenten, one consulent, a partner, and people at any point of their way."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from schakel.base.actor import Actor, Via
from schakel.base.event import Event
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.tijd import noon
from schakel.dossier.actions.betrokkenen import BetrokkeneGegevens, add_betrokkene
from schakel.dossier.queries import Zicht, get_dossier
from schakel.dossier.queries import events as feiten
from schakel.keten.actions import (
    DeelafspraakGegevens,
    add_deelafspraak,
    add_gemeente,
    add_medewerker,
    add_organisatie,
    assign_taak,
)
from schakel.keten.queries import Vorm
from schakel.keten.tests.world import a_bevoegdheid
from schakel.logboek.queries import Row, list_rows
from schakel.traject import events
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.dossier import PersoonGegevens, open_dossier, record_feit
from schakel.wet.lijsten import Doelgroep, IntakeOnderwerp, Leerroute, Verblijfsvergunning, Wet

WOERDEN, BODEGRAVEN, MONTFOORT, OUDEWATER = "0632", "1901", "0335", "0589"
GEMEENTEN = (
    (WOERDEN, "Woerden", "Utrecht-Midden"),
    (BODEGRAVEN, "Bodegraven-Reeuwijk", "Midden-Holland"),
    (MONTFOORT, "Montfoort", "Utrecht-Midden"),
    (OUDEWATER, "Oudewater", "Utrecht-Midden"),
)
GEDEELD = {
    Gegevenscategorie.IDENTITEIT,
    Gegevenscategorie.CONTACT,
    Gegevenscategorie.VOORTGANG,
    Gegevenscategorie.TAAL,
    Gegevenscategorie.ONDERWIJS_WERK,
    Gegevenscategorie.BEGELEIDING,
}
BEGIN = date(2022, 3, 1)
ALLEEN = stappen.GesprekGegevens(vorm=events.Gespreksvorm.ALLEEN, gewezen_op_recht=True)
NU = noon(date(2022, 9, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Keten:
    """Ids of the small world."""

    eigen: int
    partner: int
    consulent: int
    begeleider: int
    afspraak: int


def a_keten() -> Keten:
    """Return four gemeenten, the uitvoeringsorganisatie and one partner with an agreement."""
    actor = source(Via.SYSTEEM)
    for code, naam, regio in GEMEENTEN:
        add_gemeente(
            actor=actor, code=code, naam=naam, arbeidsmarktregio=regio, centrumgemeente=regio
        )
    eigen = add_organisatie(actor=actor, naam="Uitvoering")
    partner = add_organisatie(actor=actor, naam="Maatschappelijke begeleiding")
    begin = date(2022, 1, 1)
    for organisatie, taak in ((eigen, "casusregie"), (partner, "maatschappelijke_begeleiding")):
        for code, _, _ in GEMEENTEN:
            assign_taak(actor=actor, organisatie=organisatie, gemeente=code, taak=taak, van=begin)
    for code, _, _ in GEMEENTEN:
        a_bevoegdheid(code)
    people = [
        add_medewerker(actor=actor, organisatie=one, naam=naam, functie=functie, van=begin)
        for one, naam, functie in (
            (eigen, "Sanne", "consulent"),
            (partner, "Anja", "begeleider"),
        )
    ]
    afspraak = add_deelafspraak(
        actor=actor,
        gegevens=DeelafspraakGegevens(
            gemeente=WOERDEN,
            organisatie=partner,
            taak="maatschappelijke_begeleiding",
            doel="samen de brede intake voeren",
            grondslag="convenant, voorlopig bekrachtigd",
            categorieen=GEDEELD,
            vorm=Vorm.CONVENANT,
            van=begin,
            voorlopig_tot=date(2023, 1, 1),
        ),
    )
    return Keten(
        eigen=eigen,
        partner=partner,
        consulent=people[0],
        begeleider=people[1],
        afspraak=afspraak,
    )


def consulent(at: datetime = NU) -> Actor:
    """Return the consulent of three of the four gemeenten."""
    return Actor(
        medewerker=1,
        organisatie=1,
        gemeenten=frozenset({WOERDEN, MONTFOORT, OUDEWATER}),
        op=at.date(),
        permissions=frozenset(Permission),
    )


def colleague_who_reads(at: datetime = NU) -> Actor:
    return replace(
        consulent(at), permissions=frozenset({Permission.DOSSIER_READ, Permission.STAND_READ})
    )


def partner(keten: Keten, at: datetime = NU) -> Actor:
    """Return the begeleider of the partner organisation."""
    return Actor(
        medewerker=keten.begeleider,
        organisatie=keten.partner,
        gemeenten=frozenset({WOERDEN, OUDEWATER}),
        op=at.date(),
        permissions=frozenset({Permission.DOSSIER_READ_SHARED}),
    )


def link(
    uuid: UUID, keten: Keten, *, van: date = date(2022, 1, 1), tot: date | None = None
) -> None:
    """Link the begeleider to a dossier, inside the agreement."""
    add_betrokkene(
        actor=source(Via.SYSTEEM),
        dossier=id_of(uuid),
        gegevens=BetrokkeneGegevens(
            medewerker=keten.begeleider,
            rol="maatschappelijk begeleider",
            reden="tweede paar ogen",
            van=van,
            tot=tot,
            deelafspraak=keten.afspraak,
        ),
    )


def source(via: Via, at: datetime = NU) -> Actor:
    """Return the system as one of the sources that report what was done elsewhere."""
    return Actor(
        medewerker=None,
        organisatie=None,
        gemeenten=frozenset(code for code, _, _ in GEMEENTEN),
        op=at.date(),
        permissions=frozenset(Permission),
        via=via,
    )


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
    actor, now = source(Via.SYSTEEM), noon(begin)
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
    actor = source(Via.SYSTEEM)
    day = date(2022, 4, 1)
    stappen.start_brede_intake(
        actor=actor, dossier_uuid=uuid, happened_on=day, gesprek=ALLEEN, now=noon(day)
    )
    talk_about_everything(uuid, on=day)
    stappen.take_leerbaarheidstoets(
        actor=actor, dossier_uuid=uuid, happened_on=date(2022, 4, 11), now=noon(date(2022, 4, 11))
    )
    return uuid


def talk_about_everything(uuid: UUID, *, on: date) -> None:
    """Lay down every subject of the brede intake."""
    stappen.record_onderwerpen(
        actor=source(Via.SYSTEEM),
        dossier_uuid=uuid,
        happened_on=on,
        verslagen=dict.fromkeys(IntakeOnderwerp, "besproken"),
        now=noon(on),
    )


def een_pip(dagtekening: date, **changes: object) -> pip.PIPGegevens:
    """Return a PIP that lacks nothing."""
    says: dict[str, object] = {
        "leerroute": Leerroute.B1,
        "uren_leerroute": 600,
        "uren_pvt": 10,
        "uren_map": 40,
        "voortgangsgesprekken": 6,
        "begeleiding": "elke maand een gesprek",
        "afweging_b1": "haalbaar",
        "afweging_onderwijs": "geen wens",
        "afweging_z": "niet nodig",
        "afwijking": "gemotiveerd",
    }
    return pip.PIPGegevens(dagtekening=dagtekening, **says | changes)  # type: ignore[arg-type]


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
    gegevens = een_pip(dagtekening)
    pip.establish_pip(
        actor=actor or consulent(), dossier_uuid=uuid, gegevens=gegevens, now=at, gezien=gezien
    )


def know(uuid: UUID, feit: Event, on: date, *, at: datetime = NU) -> None:
    """Let DUO report a fact about a person."""
    record_feit(actor=source(Via.DUO, at), dossier_uuid=uuid, feit=feit, happened_on=on, now=at)


def log_of(uuid: UUID) -> list[Row]:
    return list_rows(dossier=id_of(uuid))


def see(uuid: UUID) -> Zicht:
    """Return all of a dossier, as the system sees it."""
    return get_dossier(actor=source(Via.SYSTEEM), uuid=uuid)


def id_of(uuid: UUID) -> int:
    return see(uuid).id


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
