"""What an actor may see: the one way to a dossier. Every look is noted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from schakel.base.actor import Actor, Inzage
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.models import Betrokkene, Dossier
from schakel.dossier.queries.log import running
from schakel.keten.queries import Afspraak, Vorm, list_afspraken

ALLES = frozenset(Gegevenscategorie)
EIGEN = "eigen dossier van de gemeente"
IN_EEN_RIJ = frozenset(
    {
        Gegevenscategorie.IDENTITEIT,
        Gegevenscategorie.GEBOORTE,
        Gegevenscategorie.VERBLIJF,
        Gegevenscategorie.TAAL,
        Gegevenscategorie.VOORTGANG,
    }
)
"""The most that a line in a list hands out."""
BESLOTEN = {
    Gegevenscategorie.GEZONDHEID: Permission.GEZONDHEID_READ,
    Gegevenscategorie.BSN: Permission.BSN_READ,
}
"""What also inside the own organisation is only for who needs it (Bi 9.11)."""


class DossierNotFound(Exception):
    """There is no such dossier for this actor; whether it exists at all is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zicht:
    """A dossier, the categories that this actor may see of it on this day, and why.

    :param casusregisseur: id of the medewerker who has the regie; None = nobody, or not in sight
    """

    id: int
    uuid: UUID
    gemeente: str
    doelgroep: str
    closed_on: date | None
    categorieen: frozenset[Gegevenscategorie]
    waarom: str
    casusregisseur: int | None = None

    def opens(self, categorie: Gegevenscategorie) -> bool:
        """True if this category is in sight."""
        return categorie in self.categorieen


def visible_to(actor: Actor) -> QuerySet[Dossier]:
    """Return the dossiers that this actor may see on the day of asking.

    One that was merged into another has no gemeente of today, and so is in nobody's sight.
    """
    in_reach = Dossier.objects.filter(gemeente__in=actor.gemeenten)
    if actor.may(Permission.DOSSIER_READ):
        return in_reach
    if not actor.may(Permission.DOSSIER_READ_SHARED):
        return Dossier.objects.none()
    return in_reach.filter(pk__in=linked(actor).values("dossier"))


def get_readable(*, actor: Actor, dossier: int) -> Dossier:
    """Return a dossier in sight, or one that was merged into it: to read how it was before.

    Asked one after the other: as one question a database lists all that is in reach.

    :raises Samenvoeging.DoesNotExist: if it is neither
    """
    seen = visible_to(actor)
    for row in seen.select_related("persoon").filter(pk=dossier):
        return row
    inside = running().filter(van=dossier, naar__in=seen.values("pk"))
    return inside.select_related("van__persoon").get().van


def opened_to(actor: Actor, categorie: Gegevenscategorie) -> QuerySet[Dossier]:
    """Return the dossiers of which this actor may see this category on the day of asking."""
    rows = visible_to(actor)
    if actor.may(Permission.DOSSIER_READ):
        return rows if categorie in eigen_categorieen(actor) else rows.none()
    agreed = [one.id for one in afspraken_of(actor) if categorie in one.categorieen]
    links = linked(actor).filter(
        Q(alleen="") | Q(alleen__contains=alleen_of({categorie})), deelafspraak__in=agreed
    )
    return rows.filter(pk__in=links.values("dossier"))


def alleen_of(categorieen: Iterable[Gegevenscategorie]) -> str:
    """Return these categories as a link keeps them: `|contact|taal|`; "" for none."""
    names = sorted(one.value for one in categorieen)
    return f"|{'|'.join(names)}|" if names else ""


def opened_by(link: Betrokkene, afspraak: Afspraak) -> frozenset[Gegevenscategorie]:
    """Return what a link opens inside its agreement: all of it, or less; never more."""
    return afspraak.categorieen & alleen_in(link.alleen) if link.alleen else afspraak.categorieen


def alleen_in(alleen: str) -> frozenset[Gegevenscategorie]:
    """Return the categories that a link keeps, the other way round of `alleen_of`."""
    return frozenset(Gegevenscategorie(one) for one in alleen.split("|") if one)


def eigen_categorieen(actor: Actor) -> frozenset[Gegevenscategorie]:
    """Return what this actor may see of a dossier of the own organisation."""
    closed = {categorie for categorie, needed in BESLOTEN.items() if not actor.may(needed)}
    return ALLES - closed


def linked(actor: Actor) -> QuerySet[Betrokkene]:
    """Return the links that open a dossier to this actor on the day of asking."""
    agreed = Q(pk__in=[])
    for afspraak in afspraken_of(actor):
        inside = Q(deelafspraak=afspraak.id, dossier__gemeente=afspraak.gemeente)
        if afspraak.vorm is Vorm.EIGEN_VERZOEK:
            inside &= Q(gevraagd_op__lte=actor.op)
        agreed |= inside
    return Betrokkene.objects.filter(
        agreed, Q(tot=None) | Q(tot__gt=actor.op), medewerker=actor.medewerker, van__lte=actor.op
    )


def afspraken_of(actor: Actor) -> list[Afspraak]:
    """Return what is agreed with the organisation of this actor on the day of asking."""
    if actor.organisatie is None:
        return []
    return list_afspraken(organisatie=actor.organisatie, op=actor.op)


def get_dossier(*, actor: Actor, uuid: UUID, question: str = "dossier") -> Zicht:
    """Return what the actor may see of this dossier, and note the look, also a refused one.

    :raises DossierNotFound: if the actor may not see it, or it does not exist
    """
    try:
        row = visible_to(actor).get(uuid=uuid)
    except Dossier.DoesNotExist as missing:
        note_refused(actor=actor, uuid=uuid, question=question)
        raise DossierNotFound(uuid) from missing
    [zicht] = zichten_of(actor, [row], question=question)
    return zicht


def note_refused(*, actor: Actor, uuid: UUID, question: str) -> None:
    """Note a look at a dossier that exists but is out of sight; who asked is told nothing of it."""
    for pk in Dossier.objects.filter(uuid=uuid).values_list("pk", flat=True):
        if not visible_to(actor).filter(pk=pk).exists():
            look = Inzage(dossier=pk, categories=frozenset(), question=question, geweigerd=True)
            actor.inzagen.append(look)


def zichten_of(
    actor: Actor,
    rows: Iterable[Dossier],
    *,
    question: str,
    toont: frozenset[Gegevenscategorie] = ALLES,
) -> list[Zicht]:
    """Return what the actor may see of each, and note the looks.

    :param rows: of `visible_to(actor)` and of nothing else
    :param toont: the most that is handed out: no more is noted as seen
    """
    rows = list(rows)
    shared = {} if actor.may(Permission.DOSSIER_READ) else _shared(actor, rows)
    own, zichten = (eigen_categorieen(actor), EIGEN), []
    for row in rows:
        categorieen, waarom = shared.get(row.pk, own)
        seen = frozenset[str](categorieen & toont)
        actor.inzagen.append(Inzage(dossier=row.pk, categories=seen, question=question))
        zichten.append(
            Zicht(
                id=row.pk,
                uuid=row.uuid,
                gemeente=row.gemeente,
                doelgroep=row.doelgroep,
                closed_on=row.closed_on,
                categorieen=categorieen,
                waarom=waarom,
                casusregisseur=(
                    row.casusregisseur_id if Gegevenscategorie.VOORTGANG in categorieen else None
                ),
            )
        )
    return zichten


def _shared(
    actor: Actor, rows: Iterable[Dossier]
) -> dict[int, tuple[frozenset[Gegevenscategorie], str]]:
    """Return per dossier what the agreements open; every dossier of `rows` is in it."""
    by_id = {afspraak.id: afspraak for afspraak in afspraken_of(actor)}
    shared = {row.pk: (frozenset[Gegevenscategorie](), "") for row in rows}
    for link in linked(actor).filter(dossier__in=list(shared)):
        afspraak = by_id[link.deelafspraak_id or 0]
        opened, why = shared[link.dossier_id]
        reason = f"{afspraak.doel} ({afspraak.grondslag})"
        shared[link.dossier_id] = (
            opened | opened_by(link, afspraak),
            f"{why}; {reason}" if why else reason,
        )
    return shared
