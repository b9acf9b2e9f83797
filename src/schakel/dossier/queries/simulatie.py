"""What someone else would see of a dossier on a day, and why; nothing of it is shown or noted."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.models import Betrokkene, Dossier
from schakel.dossier.queries.zicht import (
    DossierNotFound,
    Zicht,
    afspraken_of,
    linked,
    opened_by,
    visible_to,
    zichten_of,
)
from schakel.keten.queries import Afspraak, list_afspraken, list_gemeenten, why_not_in_force

TAAK = "Taak van de gemeente: deze rol werkt met de dossiers van de eigen gemeente."
BINNEN_HET_COLLEGE = "Gezondheid blijft binnen het college, welke afspraak er ook is."
NIET_IN_AFSPRAAK = "De afspraak noemt deze gegevens niet."
GEEN_DOSSIERS = "Deze rol ziet geen dossiers."
NIET_GEKOPPELD = "Deze medewerker is niet aan dit dossier gekoppeld."


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorieOordeel:
    """Whether one category is open, and the agreement or rule that says so."""

    categorie: Gegevenscategorie
    open: bool
    waarom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulatie:
    """What one person sees of a dossier.

    :param dicht: why the whole dossier is out of sight; empty when it is in sight
    :param oordelen: every category, open or not
    """

    dicht: tuple[str, ...]
    oordelen: tuple[CategorieOordeel, ...]

    @property
    def ziet_iets(self) -> bool:
        """True if the dossier is in sight."""
        return not self.dicht


def require_simulable(*, actor: Actor, uuid: UUID) -> str:
    """Let pass who may go into what others see of this dossier; return its gemeente, a CBS code.

    Who may not see the dossier itself learns nothing of it but that it is there.

    :raises DossierNotFound: if there is no such dossier in the gemeenten of this actor
    :raises NotAllowed: without the permission
    """
    actor.require(Permission.ZICHT_READ)
    found = Dossier.objects.filter(uuid=uuid, gemeente__in=actor.gemeenten)
    gemeente = found.values_list("gemeente", flat=True).first()
    if gemeente is None:
        raise DossierNotFound(uuid)
    return gemeente


def simulate(*, actor: Actor, uuid: UUID, als: Actor) -> Simulatie:
    """Return what `als` would see of this dossier on the day `als.op`, and why not the rest.

    The gemeente is that of today; links and agreements are those of the day.

    :raises DossierNotFound: if there is no such dossier in the gemeenten of this actor
    :raises NotAllowed: without the permission
    """
    require_simulable(actor=actor, uuid=uuid)
    row = Dossier.objects.get(uuid=uuid)
    if not visible_to(als).filter(pk=row.pk).exists():
        dicht = tuple(_dicht(als, row))
        return Simulatie(
            dicht=dicht,
            oordelen=tuple(
                CategorieOordeel(categorie=one, open=False, waarom=dicht[0]) for one in ALLES_OP_RIJ
            ),
        )
    [zicht] = zichten_of(als, [row], question="")
    return Simulatie(dicht=(), oordelen=tuple(_oordelen(als, zicht)))


ALLES_OP_RIJ = tuple(Gegevenscategorie)


def _oordelen(als: Actor, zicht: Zicht) -> Iterator[CategorieOordeel]:
    own = als.may(Permission.DOSSIER_READ)
    agreed = {} if own else _redenen(als, zicht.id)
    for one in ALLES_OP_RIJ:
        is_open = zicht.opens(one)
        if own:
            waarom = TAAK if is_open else _besloten(one)
        elif is_open:
            waarom = " ".join(agreed[one])
        else:
            waarom = BINNEN_HET_COLLEGE if one is Gegevenscategorie.GEZONDHEID else NIET_IN_AFSPRAAK
        yield CategorieOordeel(categorie=one, open=is_open, waarom=waarom)


def _redenen(als: Actor, dossier: int) -> Mapping[Gegevenscategorie, list[str]]:
    """Return per category the agreements that open it."""
    by_id = {afspraak.id: afspraak for afspraak in afspraken_of(als)}
    found: dict[Gegevenscategorie, list[str]] = defaultdict(list)
    for link in linked(als).filter(dossier=dossier):
        afspraak = by_id[link.deelafspraak_id or 0]
        for one in opened_by(link, afspraak):
            found[one].append(_afspraak(link, afspraak))
    return found


def _afspraak(link: Betrokkene, afspraak: Afspraak) -> str:
    tot = min(
        (day for day in (link.tot, afspraak.tot, afspraak.voorlopig_tot) if day), default=None
    )
    einde = f", tot {tot:%d-%m-%Y}" if tot else ""
    return f"Afspraak: {afspraak.doel} ({afspraak.grondslag}; {afspraak.vorm.label}){einde}."


def _besloten(categorie: Gegevenscategorie) -> str:
    return (
        f"Alleen voor wie het nodig heeft (art. 9.11 Bi): deze rol mag geen {categorie.label} zien."
    )


def list_meelezers(*, zicht: Zicht, op: date) -> Mapping[int, frozenset[Gegevenscategorie]]:
    """Return what each partner sees of a dossier in sight, by id of the medewerker.

    Only who is linked on the day `op` inside an agreement that is in force.
    """
    found: dict[int, frozenset[Gegevenscategorie]] = {}
    runs = Q(tot=None) | Q(tot__gt=op)
    links = Betrokkene.objects.filter(
        runs, dossier=zicht.id, van__lte=op, deelafspraak__gemeente=zicht.gemeente
    ).select_related("medewerker")
    agreed = {
        one.id: one
        for organisatie in {link.medewerker.organisatie_id for link in links}
        for one in list_afspraken(organisatie=organisatie, op=op)
    }
    for link in links:
        afspraak = agreed.get(link.deelafspraak_id or 0)
        if afspraak is not None:
            was = found.get(link.medewerker_id, frozenset())
            found[link.medewerker_id] = was | opened_by(link, afspraak)
    return found


def _dicht(als: Actor, row: Dossier) -> Iterator[str]:
    """Yield why the whole dossier is out of sight; at least one reason."""
    namen = {one.code: one.naam for one in list_gemeenten()}
    if not (als.may(Permission.DOSSIER_READ) or als.may(Permission.DOSSIER_READ_SHARED)):
        yield GEEN_DOSSIERS
        return
    if row.gemeente not in als.gemeenten:
        yield f"Het account werkt niet voor {namen.get(row.gemeente, 'deze gemeente')}."
    if als.may(Permission.DOSSIER_READ):
        return
    links = list(
        Betrokkene.objects.filter(dossier=row, medewerker=als.medewerker).select_related(
            "deelafspraak"
        )
    )
    if not links:
        yield NIET_GEKOPPELD
    for link in links:
        yield _link(link, row.gemeente, als.op)


def _link(link: Betrokkene, gemeente: str, op: date) -> str:
    if op < link.van:
        return f"De koppeling als {link.rol} begint op {link.van:%d-%m-%Y}."
    if link.tot is not None and op >= link.tot:
        return f"De koppeling als {link.rol} eindigde op {link.tot:%d-%m-%Y}."
    if link.deelafspraak is None:
        return f"De koppeling als {link.rol} staat niet in een afspraak."
    if link.deelafspraak.gemeente_id != gemeente:
        return f"De afspraak achter de koppeling als {link.rol} is van een andere gemeente."
    return why_not_in_force(afspraak=link.deelafspraak_id or 0, op=op)
