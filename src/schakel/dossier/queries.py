"""DOOR: the one way to a dossier. Every question asks who looks and notes what it hands out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from schakel.base.actor import Actor, Inzage
from schakel.base.bsn import Bsn
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.tijdvak import Bekend, Tijdvak, geschiedenis
from schakel.dossier import events as events
from schakel.dossier.events import KINDS as KINDS
from schakel.dossier.events import Precisie as Precisie
from schakel.dossier.models import Betrokkene, Dossier, Persoon, Plaats
from schakel.dossier.rules import DossierStand as DossierStand
from schakel.dossier.rules import Plek, columns, plekken
from schakel.dossier.rules import plek as plek
from schakel.keten.queries import Afspraak, list_afspraken
from schakel.logboek.queries import Row, list_occurrences, moments
from schakel.wet.lijsten import Doelgroep

ALLES = frozenset(Gegevenscategorie)


class DossierNotFound(Exception):
    """There is no such dossier for this actor; whether it exists at all is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zicht:
    """A dossier, the categories that this actor may see of it on this day, and why."""

    id: int
    uuid: UUID
    gemeente: str
    doelgroep: str
    closed_on: date | None
    categorieen: frozenset[Gegevenscategorie]
    waarom: str

    def opens(self, categorie: Gegevenscategorie) -> bool:
        """True if this category is in sight."""
        return categorie in self.categorieen


@dataclass(frozen=True, slots=True, kw_only=True)
class PersoonView:
    """Who it is about, as far as in sight; None is closed or unknown."""

    naam: str
    sorteernaam: str
    geboren_op: date | None
    bsn: str | None
    v_nummer: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneView:
    """Who takes part in a dossier, and why."""

    medewerker: int
    rol: str
    reden: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """A line in a list of dossiers."""

    zicht: Zicht
    persoon: PersoonView

    @property
    def toont_verblijf(self) -> bool:
        """True if doelgroep and verblijf are in sight."""
        return self.zicht.opens(Gegevenscategorie.VERBLIJF)

    @property
    def toont_voortgang(self) -> bool:
        """True if steps and terms are in sight."""
        return self.zicht.opens(Gegevenscategorie.VOORTGANG)

    @property
    def doelgroep_label(self) -> str:
        """The doelgroep as people say it, or ""."""
        return Doelgroep(self.zicht.doelgroep).label if self.zicht.doelgroep else ""


def visible_to(actor: Actor) -> QuerySet[Dossier]:
    """Return the dossiers that this actor may see on the day of asking."""
    in_reach = Dossier.objects.filter(gemeente__in=actor.gemeenten)
    if actor.may(Permission.DOSSIER_READ):
        return in_reach
    if not actor.may(Permission.DOSSIER_READ_SHARED):
        return Dossier.objects.none()
    return in_reach.filter(pk__in=_linked(actor).values("dossier"))


def _linked(actor: Actor) -> QuerySet[Betrokkene]:
    agreed = Q(pk__in=[])
    for afspraak in _afspraken(actor):
        agreed |= Q(deelafspraak=afspraak.id, dossier__gemeente=afspraak.gemeente)
    return Betrokkene.objects.filter(
        agreed, Q(tot=None) | Q(tot__gt=actor.op), medewerker=actor.medewerker, van__lte=actor.op
    )


def _afspraken(actor: Actor) -> list[Afspraak]:
    if actor.organisatie is None:
        return []
    return list_afspraken(organisatie=actor.organisatie, op=actor.op)


def get_dossier(*, actor: Actor, uuid: UUID, question: str = "dossier") -> Zicht:
    """Return what the actor may see of this dossier, and note the look.

    :raises DossierNotFound: if the actor may not see it, or it does not exist
    """
    try:
        row = visible_to(actor).get(uuid=uuid)
    except Dossier.DoesNotExist as missing:
        raise DossierNotFound(uuid) from missing
    [zicht] = _zichten(actor, [row], question=question)
    return zicht


def get_persoon(*, actor: Actor, zicht: Zicht) -> PersoonView:
    """Return who a dossier in sight is about."""
    row = visible_to(actor).select_related("persoon").get(pk=zicht.id)
    return _persoon_view(row, zicht)


def list_dossiers(
    *,
    actor: Actor,
    ids: Sequence[int] | None = None,
    gemeente: str = "",
    start: int = 0,
    limit: int = 50,
    question: str = "lijst",
) -> list[DossierRow]:
    """Return dossiers in sight by name, and note the look at each.

    :param ids: only these, or None for all
    :param start: how many to skip
    """
    rows = visible_to(actor).select_related("persoon")
    if ids is not None:
        rows = rows.filter(pk__in=ids)
    if gemeente:
        rows = rows.filter(gemeente=gemeente)
    rows = rows.order_by(Lower("persoon__achternaam"), "persoon__voornaam", "pk")
    found = list(rows[start : start + limit])
    zichten = _zichten(actor, found, question=question)
    return [
        DossierRow(zicht=zicht, persoon=_persoon_view(row, zicht))
        for row, zicht in zip(found, zichten, strict=True)
    ]


def count_dossiers(*, actor: Actor, gemeente: str = "") -> int:
    """Return how many dossiers are in sight; nothing of them is handed out."""
    rows = visible_to(actor)
    return (rows.filter(gemeente=gemeente) if gemeente else rows).count()


def list_betrokkenen(*, zicht: Zicht) -> list[BetrokkeneView]:
    """Return who takes part in a dossier in sight."""
    return [
        BetrokkeneView(
            medewerker=row.medewerker_id, rol=row.rol, reden=row.reden, van=row.van, tot=row.tot
        )
        for row in Betrokkene.objects.filter(dossier=zicht.id).order_by("van", "pk")
    ]


def list_all(*, actor: Actor) -> list[int]:
    """Return the ids of all dossiers, for upkeep; nothing of them is handed out.

    :raises NotAllowed: without the permission for upkeep
    """
    actor.require(Permission.CONTROLE)
    return list(Dossier.objects.order_by("pk").values_list("pk", flat=True))


def _zichten(actor: Actor, rows: Iterable[Dossier], *, question: str) -> list[Zicht]:
    rows = list(rows)
    shared = {} if actor.may(Permission.DOSSIER_READ) else _shared(actor, rows)
    zichten = []
    for row in rows:
        categorieen, waarom = shared.get(row.pk, (ALLES, "eigen dossier van de gemeente"))
        actor.inzagen.append(
            Inzage(dossier=row.pk, categories=frozenset(categorieen), question=question)
        )
        zichten.append(
            Zicht(
                id=row.pk,
                uuid=row.uuid,
                gemeente=row.gemeente,
                doelgroep=row.doelgroep,
                closed_on=row.closed_on,
                categorieen=categorieen,
                waarom=waarom,
            )
        )
    return zichten


def _shared(
    actor: Actor, rows: Iterable[Dossier]
) -> dict[int, tuple[frozenset[Gegevenscategorie], str]]:
    """Return per dossier what the agreements open; every dossier of `rows` is in it."""
    by_id = {afspraak.id: afspraak for afspraak in _afspraken(actor)}
    shared = {row.pk: (frozenset[Gegevenscategorie](), "") for row in rows}
    for link in _linked(actor).filter(dossier__in=list(shared)):
        afspraak = by_id[link.deelafspraak_id or 0]
        opened, why = shared[link.dossier_id]
        reason = f"{afspraak.doel} ({afspraak.grondslag})"
        shared[link.dossier_id] = (
            opened | afspraak.categorieen,
            f"{why}; {reason}" if why else reason,
        )
    return shared


def _persoon_view(row: Dossier, zicht: Zicht) -> PersoonView:
    persoon: Persoon = row.persoon
    identity = zicht.opens(Gegevenscategorie.IDENTITEIT)
    before = " ".join(filter(None, [persoon.voornaam, persoon.tussenvoegsel]))
    return PersoonView(
        naam=f"{before} {persoon.achternaam}".strip() if identity else "naam afgeschermd",
        sorteernaam=f"{persoon.achternaam}, {before}".strip(", ")
        if identity
        else "naam afgeschermd",
        geboren_op=row.geboren_op if zicht.opens(Gegevenscategorie.GEBOORTE) else None,
        bsn=str(Bsn(persoon.bsn)) if persoon.bsn and zicht.opens(Gegevenscategorie.BSN) else None,
        v_nummer=persoon.v_nummer if zicht.opens(Gegevenscategorie.VERBLIJF) else None,
    )


def list_differences(*, dossier: int, rows: Sequence[Row], day: date) -> list[str]:
    """Return every way in which the tables of this room differ from the fold of the log.

    :param day: the day for which the lists of today must hold
    """
    found = []
    expected = columns(list_occurrences(rows, kinds=KINDS), day=day)
    if Dossier.objects.filter(pk=dossier).values(*expected).first() != expected:
        found.append(f"dossier {dossier}: kopregel wijkt af van het logboek op {day:%d-%m-%Y}")
    there = Counter(
        Bekend(tijdvak_of(row), row.bekend_van, row.bekend_tot)
        for row in Plaats.objects.filter(dossier=dossier)
    )
    if Counter(bekende_plekken(rows)) != there:
        found.append(f"dossier {dossier}: plaatsen wijken af van het logboek")
    return found


def bekende_plekken(rows: Sequence[Row]) -> list[Bekend[Plek]]:
    """Return where and as what someone counts, with the moments between which it was known."""
    return geschiedenis(
        (moment, plekken(list_occurrences(rows, kinds=KINDS, known_at=moment)))
        for moment in moments(rows, kinds=KINDS)
    )


def tijdvak_of(row: Plaats) -> Tijdvak[Plek]:
    """Return the stretch of days in a row of the table."""
    return Tijdvak(row.van, row.tot, Plek(**{name: getattr(row, name) for name in Plek._fields}))
