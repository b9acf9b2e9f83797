"""Find people by name, number, phone or address; nobody finds by what he may not see."""

import re
from collections.abc import Callable, Collection

from django.db.models import Q, QuerySet

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.models import Dossier
from schakel.dossier.queries.lijst import OP_NAAM, DossierRow, rows_of
from schakel.dossier.queries.log import running
from schakel.dossier.queries.zicht import (
    IN_EEN_RIJ,
    Zicht,
    afspraken_of,
    eigen_categorieen,
    linked,
    visible_to,
    zichten_of,
)
from schakel.dossier.rules import zoekwoorden

ZOEKEN = "zoeken"
Finder = Callable[[Collection[Gegevenscategorie], str], Q]
"""What is sought, as far as these categories are open, in the columns after a prefix."""


def find_by_number(*, actor: Actor, term: str) -> Zicht | None:
    """Return the dossier of whom has this whole BSN or V-nummer, and note the look; None = nobody.

    :param term: as typed
    """
    digits = re.sub(r"[\s.-]", "", term)
    if not re.fullmatch(r"[0-9]{9,10}", digits):
        return None

    def finder(opened: Collection[Gegevenscategorie], persoon: str) -> Q:
        found = Q(pk__in=[])
        if Gegevenscategorie.BSN in opened:
            found |= Q(**{f"{persoon}bsn": digits})
        if Gegevenscategorie.VERBLIJF in opened:
            found |= Q(**{f"{persoon}v_nummer": digits})
        return found

    rows = visible_to(actor).filter(_as_far_as_open(actor, finder)).order_by("pk")[:1]
    found = zichten_of(actor, rows, question=ZOEKEN, toont=IN_EEN_RIJ)
    return found[0] if found else None


def search(*, actor: Actor, term: str, limit: int = 50) -> list[DossierRow]:
    """Return the dossiers in sight in which every word of the term is found, by name.

    A word is sought in the name, in phone and address, in the klantnummer, in the V-nummer and in
    the last four digits of the BSN, each only where the actor may see that category. The look at
    each dossier that is returned is noted.

    :param term: as typed
    """
    rows = _found(actor, term).select_related("persoon")
    return rows_of(actor, rows.order_by(*OP_NAAM)[:limit], question=ZOEKEN)


def search_ids(*, actor: Actor, term: str) -> list[int]:
    """Return the ids of all dossiers that `search` would find; nothing of them is handed out.

    :param term: as typed
    """
    return list(_found(actor, term).values_list("pk", flat=True))


def _found(actor: Actor, term: str) -> QuerySet[Dossier]:
    words = zoekwoorden(term)
    rows = visible_to(actor) if words else Dossier.objects.none()
    for word in words:
        rows = rows.filter(_as_far_as_open(actor, _finder(word)))
    return rows


def _finder(word: str) -> Finder:
    columns = {
        Gegevenscategorie.IDENTITEIT: "zoek_naam__contains",
        Gegevenscategorie.CONTACT: "zoek_contact__contains",
        Gegevenscategorie.NOTITIES_INTERN: "klantnummer__icontains",
    }
    if word.isdigit():
        columns[Gegevenscategorie.VERBLIJF] = "v_nummer__contains"
    if word.isdigit() and len(word) == 4:
        columns[Gegevenscategorie.BSN] = "bsn__endswith"

    def finder(opened: Collection[Gegevenscategorie], persoon: str) -> Q:
        found = Q(pk__in=[])
        for categorie, column in columns.items():
            if categorie in opened:
                found |= Q(**{f"{persoon}{column}": word})
        return found

    return finder


def _as_far_as_open(actor: Actor, finder: Finder) -> Q:
    """Return what is found by the categories that the actor may see, dossier by dossier."""
    if actor.may(Permission.DOSSIER_READ):
        return _also_merged(finder, eigen_categorieen(actor))
    found = Q(pk__in=[])
    for afspraak in afspraken_of(actor):
        links = linked(actor).filter(deelafspraak=afspraak.id)
        found |= Q(pk__in=links.values("dossier")) & _also_merged(finder, afspraak.categorieen)
    return found


def _also_merged(finder: Finder, opened: Collection[Gegevenscategorie]) -> Q:
    """Return what is found by the person of a dossier, or of one that was merged into it."""
    inside = running().filter(finder(opened, "van__persoon__"))
    return finder(opened, "persoon__") | Q(pk__in=inside.values("naar"))
