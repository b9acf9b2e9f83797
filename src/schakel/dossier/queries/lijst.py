"""Dossiers and betrokkenen in lists."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.models import Betrokkene, Dossier
from schakel.dossier.queries.personen import PersoonView, persoon_view
from schakel.dossier.queries.zicht import IN_EEN_RIJ, Zicht, alleen_in, visible_to, zichten_of
from schakel.wet.lijsten import Doelgroep

OP_NAAM = ("persoon__sorteer", "persoon_id")
PER_KEER = 500
"""How many dossiers of a whole list are in hand at once."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class BetrokkeneView:
    """Who takes part in a dossier, and why.

    :param id: of the link
    :param op_verzoek: the newcomer himself asked for it
    :param alleen: what the link opens when that is less than its agreement
    :param deelafspraak: id of the agreement behind it, or None
    """

    id: int
    medewerker: int
    rol: str
    reden: str
    van: date
    tot: date | None
    op_verzoek: bool
    alleen: tuple[str, ...]
    deelafspraak: int | None


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
    found = rows.order_by(*OP_NAAM)[start : start + limit]
    return rows_of(actor, found, question=question)


def list_in_batches(
    *,
    actor: Actor,
    ids: Collection[int] | None = None,
    gemeente: str = "",
    limit: int,
    question: str,
) -> Iterator[list[DossierRow]]:
    """Yield the dossiers in sight by name, some at a time, and note the look at each.

    Which they are is settled at the first: who is opened meanwhile is not in it, and nobody is in
    it twice.

    :param ids: only these, or None for all
    """
    rows = visible_to(actor)
    if gemeente:
        rows = rows.filter(gemeente=gemeente)
    order = rows.order_by(*OP_NAAM).values_list("pk", flat=True)
    wanted = None if ids is None else frozenset(ids)
    found = [pk for pk in order if wanted is None or pk in wanted][:limit]
    for start in range(0, len(found), PER_KEER):
        batch = found[start : start + PER_KEER]
        yield list_dossiers(actor=actor, ids=batch, limit=len(batch), question=question)


def rows_of(
    actor: Actor,
    found: Iterable[Dossier],
    *,
    question: str,
    toont: frozenset[Gegevenscategorie] = IN_EEN_RIJ,
) -> list[DossierRow]:
    """Return the lines of these dossiers, and note the look at each.

    :param found: of `visible_to(actor)`, with the person
    :param toont: the most that a line says of the person
    """
    found = list(found)
    zichten = zichten_of(actor, found, question=question, toont=toont)
    return [
        DossierRow(
            zicht=zicht,
            persoon=persoon_view(row, replace(zicht, categorieen=zicht.categorieen & toont)),
        )
        for row, zicht in zip(found, zichten, strict=True)
    ]


def count_dossiers(*, actor: Actor, gemeente: str = "") -> int:
    """Return how many dossiers are in sight; nothing of them is handed out."""
    rows = visible_to(actor)
    return (rows.filter(gemeente=gemeente) if gemeente else rows).count()


def list_betrokkenen(*, zicht: Zicht) -> list[BetrokkeneView]:
    """Return who takes part in a dossier, as far as in sight; why stays inside the college."""
    if not zicht.opens(Gegevenscategorie.BEGELEIDING):
        return []
    reasons = zicht.opens(Gegevenscategorie.NOTITIES_INTERN)
    return [
        BetrokkeneView(
            id=row.pk,
            medewerker=row.medewerker_id,
            rol=row.rol,
            reden=row.reden if reasons else "",
            van=row.van,
            tot=row.tot,
            op_verzoek=row.gevraagd_op is not None,
            alleen=tuple(one.label for one in sorted(alleen_in(row.alleen))),
            deelafspraak=row.deelafspraak_id,
        )
        for row in Betrokkene.objects.filter(dossier=zicht.id).order_by("van", "pk")
    ]


def list_all(*, actor: Actor) -> list[int]:
    """Return the ids of all dossiers, for upkeep; nothing of them is handed out.

    :raises NotAllowed: without the permission for upkeep
    """
    actor.require(Permission.CONTROLE)
    return list(Dossier.objects.order_by("pk").values_list("pk", flat=True))
