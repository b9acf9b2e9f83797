"""Whether someone who comes in is known already: certain by a number, or a question by name."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.events import KINDS, Precisie
from schakel.dossier.models import Dossier, Persoon
from schakel.dossier.queries.lijst import DossierRow, rows_of
from schakel.dossier.queries.log import dossiers_of, list_logs, running
from schakel.dossier.queries.zicht import IN_EEN_RIJ, visible_to
from schakel.dossier.rules import PersoonGegevens, columns_of, fold, is_telling
from schakel.logboek.queries import list_occurrences

MET_BSN = IN_EEN_RIJ | {Gegevenscategorie.BSN}
HERKENNEN = "herkennen"
MET_BSN = IN_EEN_RIJ | {Gegevenscategorie.BSN}
"""Who is recognised is recognised by it."""
NUMMERS = ("bsn", "v_nummer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Herkenning:
    """Who of the people we know this may be.

    :param bekend: has the same BSN or V-nummer: it is the same person
    :param elders: such a person is there, out of reach; nothing more may be told
    :param mogelijk: has the same name and birth date: a question, never an answer
    """

    bekend: tuple[DossierRow, ...] = ()
    elders: bool = False
    mogelijk: tuple[DossierRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezocht:
    """Who came in: as the source gave it, with the birth date as far as it is known."""

    gegevens: PersoonGegevens
    geboren_op: date | None
    precisie: Precisie | None


def recognise_all(*, actor: Actor, gezocht: Sequence[Gezocht]) -> list[Herkenning]:
    """Return for each who of the people in sight it may be, as `recognise`, with few questions.

    :raises NotAllowed: without the permission to open a dossier
    :raises Refusal: for a number that cannot be one
    """
    actor.require(Permission.DOSSIER_WRITE)
    columns = [columns_of(one.gegevens) for one in gezocht]
    like_someone = _like_someone(columns)
    return [
        recognise(
            actor=actor,
            gegevens=one.gegevens,
            geboren_op=one.geboren_op,
            precisie=one.precisie,
        )
        if like_someone(row, one.geboren_op)
        else Herkenning()
        for one, row in zip(gezocht, columns, strict=True)
    ]


def _like_someone(
    columns: Sequence[Mapping[str, str | None]],
) -> Callable[[Mapping[str, str | None], date | None], bool]:
    """Return what tells whether anyone at all has such a number, or such a name and birth date.

    Of a dossier that was merged into another the birth date may not stand in its row.
    """
    wanted = {name: {row[name] for row in columns if row[name]} for name in NUMMERS}
    numbers = {
        (name, number)
        for name in NUMMERS
        for number in Persoon.objects.filter(**{f"{name}__in": wanted[name]}).values_list(
            name, flat=True
        )
    }
    names = set(
        Dossier.objects.filter(persoon__sorteer__in={row["sorteer"] for row in columns})
        .values_list("persoon__sorteer", "geboren_op")
        .order_by()
    )

    def told(row: Mapping[str, str | None], geboren_op: date | None) -> bool:
        return (
            any((name, row[name]) in numbers for name in NUMMERS)
            or (row["sorteer"], geboren_op) in names
            or (row["sorteer"], None) in names
        )

    return told


def recognise(
    *,
    actor: Actor,
    gegevens: PersoonGegevens,
    geboren_op: date | None = None,
    precisie: Precisie | None = None,
    behalve: UUID | None = None,
) -> Herkenning:
    """Return who of the people in sight this may be, and note the look at each.

    :param geboren_op: with `precisie` as the form gave it, or None
    :param behalve: the dossier that this is about itself
    :raises NotAllowed: without the permission to open a dossier
    :raises Refusal: for a number that cannot be one
    """
    actor.require(Permission.DOSSIER_WRITE)
    columns = columns_of(gegevens)
    others = visible_to(actor).select_related("persoon").exclude(uuid=behalve or UUID(int=0))
    same = Q(pk__in=[])
    for name in NUMMERS:
        if columns[name] is not None:
            same |= Q(**{name: columns[name]})
    numbered = Persoon.objects.filter(same).exclude(dossier__uuid=behalve or UUID(int=0))
    ids = dossiers_of(numbered)
    ids -= set(
        Dossier.objects.filter(pk__in=ids, uuid=behalve or UUID(int=0)).values_list("pk", flat=True)
    )
    known = list(others.filter(pk__in=ids))
    like = []
    if is_telling(geboren_op, precisie):
        merged = running().filter(van__persoon__sorteer=columns["sorteer"])
        named = Q(persoon__sorteer=columns["sorteer"]) | Q(pk__in=merged.values("naar"))
        namesakes = others.filter(named, geboren_op=geboren_op)
        like = _born_on_that_day(list(namesakes.exclude(pk__in=[row.pk for row in known])))
    return Herkenning(
        bekend=tuple(rows_of(actor, known, question=HERKENNEN, toont=MET_BSN)),
        elders=len(ids) > len(known),
        mogelijk=tuple(rows_of(actor, like, question=HERKENNEN, toont=MET_BSN)),
    )


def _born_on_that_day(rows: Sequence[Dossier]) -> list[Dossier]:
    """Return those of whom the whole birth date is known, not only the month."""
    log = list_logs(dossiers=[row.pk for row in rows])
    return [
        row
        for row in rows
        if fold(list_occurrences(log[row.pk], kinds=KINDS), op=date.max).precisie is Precisie.DAG
    ]
