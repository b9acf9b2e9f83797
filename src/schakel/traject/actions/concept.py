"""Prepare a PIP for days: keep it, lay it before the second pair of eyes, read it along."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.event import Json
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions import feiten
from schakel.dossier.actions.betrokkenen import involve
from schakel.dossier.queries import Zicht, get_dossier, list_log
from schakel.keten.queries import list_medewerkers
from schakel.traject.actions.projection import project_werk
from schakel.traject.models import Concept, Meelezing
from schakel.traject.queries.concept import PIP
from schakel.traject.queries.tweede_paar_ogen import list_tweede_paar_ogen
from schakel.traject.rules.pip import VELDEN


class Gelezen(NamedTuple):
    """Who read a concept along last, and whether that person agreed."""

    medewerker: int
    akkoord: bool


@transaction.atomic
def save_concept(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    waarden: Mapping[str, Json],
    versie: int,
    now: datetime,
) -> int:
    """Keep a PIP as a concept and return its new version.

    :param waarden: what was filled in so far, by the name of its field in `PIPGegevens`
    :param versie: of the concept that was on the screen; 0 = there was none
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if someone else changed it in the meantime
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="concept")
    feiten.lock(dossiers=[dossier.id])
    row = Concept.objects.filter(dossier=dossier.id, stap=PIP).first()
    there = 0 if row is None else row.versie
    if there != versie:
        raise Refusal(_changed_by(row))
    values = {naam: value for naam, value in waarden.items() if naam in VELDEN}
    if row is None:
        row = Concept(dossier_id=dossier.id, stap=PIP, versie=0, begonnen_at=now)
    if row.waarden != values:
        row.waarden, row.gewijzigd_at, row.gewijzigd_door = values, now, actor.medewerker
        row.versie += 1
        row.save()
    _project(dossier, now)
    return row.versie


@transaction.atomic
def present_concept(*, actor: Actor, dossier_uuid: UUID, medewerker: int, now: datetime) -> bool:
    """Lay the concept before the second pair of eyes.

    :param medewerker: id of the medewerker of another organisation that has the task
    :return: whether that medewerker can see it: an agreement that shares it is in force
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if there is no concept, or this medewerker cannot be the second pair of eyes
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="concept")
    row = _concept(dossier)
    known = list_tweede_paar_ogen(actor=actor, gemeente=dossier.gemeente, op=now.date())
    if medewerker not in {one.id for one in known}:
        raise Refusal("Kies een medewerker van de partner uit de lijst.", field="medewerker")
    # A training clock stands still: laid before again is after what was read, also then.
    read = [one.op + timedelta.resolution for one in row.meelezingen.all()]
    row.voorgelegd_aan, row.voorgelegd_at = medewerker, max([now, *read])
    row.save(update_fields=["voorgelegd_aan", "voorgelegd_at"])
    shared = involve(
        actor=actor, zicht=dossier, medewerker=medewerker, rol="tweede paar ogen",
        reden="leest het concept-PIP mee", op=now.date(),
    )  # fmt: skip
    _project(dossier, now)
    return shared


@transaction.atomic
def read_concept_along(
    *, actor: Actor, dossier_uuid: UUID, akkoord: bool, opmerking: str, now: datetime
) -> None:
    """Record that the second pair of eyes read the concept, with or without a remark.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if there is no concept, it was laid before someone else, or a remark is
        missing beside "not agreed"
    """
    actor.require(Permission.TEGENSPRAAK_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="meelezen")
    row = _concept(dossier)
    reader, asked = actor.medewerker, row.voorgelegd_aan
    if reader is None or reader != asked or not dossier.opens(Gegevenscategorie.TAAL):
        raise Refusal(
            "Het concept is niet aan u voorgelegd. Vraag de casusregisseur om dat te doen."
        )
    if not akkoord and not opmerking.strip():
        raise Refusal("Schrijf op wat er volgens u anders moet.", field="opmerking")
    Meelezing.objects.create(
        concept=row, medewerker=reader, op=max(now, row.voorgelegd_at or now),
        akkoord=akkoord, opmerking=opmerking.strip(),
    )  # fmt: skip
    _project(dossier, now)


@transaction.atomic
def discard_concept(*, actor: Actor, dossier_uuid: UUID, now: datetime) -> None:
    """Throw the concept away.

    :raises DossierNotFound: if this actor may not see the dossier
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="concept")
    feiten.lock(dossiers=[dossier.id])
    Concept.objects.filter(dossier=dossier.id, stap=PIP).delete()
    _project(dossier, now)


def consume_concept(*, dossier: int, versie: int | None = None) -> Gelezen | None:
    """Take the concept away because its PIP is being established; return who read it last.

    :param versie: of the concept that was on the screen (0 = there was none), or None
    :raises Refusal: if someone else changed it in the meantime
    """
    feiten.lock(dossiers=[dossier])
    row = Concept.objects.filter(dossier=dossier, stap=PIP).first()
    if versie is not None and versie != (0 if row is None else row.versie):
        raise Refusal(_changed_by(row))
    if row is None:
        return None
    reader = row.meelezingen.order_by("-op", "-pk").first()
    row.delete()
    return None if reader is None else Gelezen(reader.medewerker, reader.akkoord)


def _concept(dossier: Zicht) -> Concept:
    feiten.lock(dossiers=[dossier.id])
    row = Concept.objects.filter(dossier=dossier.id, stap=PIP).first()
    if row is None:
        raise Refusal(
            "Er is geen concept meer: het is vastgesteld of weggegooid. Open het dossier opnieuw."
        )
    return row


def _changed_by(row: Concept | None) -> str:
    if row is None:
        return (
            "Dit concept is intussen vastgesteld of weggegooid. Uw invoer is bewaard. Kijk in het "
            "dossier wat er is gebeurd en bewaar daarna opnieuw."
        )
    known = list_medewerkers(ids=[row.gewijzigd_door] if row.gewijzigd_door else [])
    who = next((one.naam for one in known.values()), "iemand anders")
    return (
        f"Intussen heeft {who} dit concept gewijzigd. Uw invoer is bewaard. Vergelijk het concept "
        "en bewaar daarna opnieuw."
    )


def _project(dossier: Zicht, now: datetime) -> None:
    project_werk(dossier=dossier.id, rows=list_log(dossier=dossier.id), day=now.date())
