"""Establish, send and withdraw the PIP."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.queries import Zicht, get_dossier
from schakel.keten.queries import BevoegdheidView
from schakel.traject.actions.brief import Besluit, make_brief, require_bevoegdheid
from schakel.traject.actions.concept import Gelezen, consume_concept
from schakel.traject.actions.recording import Entry, add
from schakel.traject.events import PIPEstablished, PIPSent, PIPWithdrawn
from schakel.traject.queries import get_verhaal
from schakel.traject.rules.bearing import PIP
from schakel.traject.rules.pip import PIPGegevens as PIPGegevens
from schakel.traject.rules.pip import feiten, proza, require_inhoud
from schakel.traject.rules.termijnen import VASTSTELLING, pip_gronden
from schakel.wet.bron import Artikel

BEKENDMAKING = Artikel("Awb", "3:41", lid="1")


class Gereed(NamedTuple):
    """What a person at the screen establishes a PIP with: the power, and who read it along."""

    bevoegdheid: BevoegdheidView
    gelezen: Gelezen | None


@transaction.atomic
def establish_pip(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gegevens: PIPGegevens,
    now: datetime,
    gezien: int | None = None,
    versie: int | None = None,
) -> None:
    """Establish the PIP, which starts the inburgeringstermijn (Wi2021 15, 11).

    At the screen it consumes the concept, and its letter is made in the same transaction, under the
    bevoegdheid of that day. What the past reports has no letter, and leaves a concept alone.

    :param gezien: id of the newest gebeurtenis on the actor's screen, or None without a screen
    :param versie: of the concept that was on the screen (0 = there was none), or None without one
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the law, the process, a newer gebeurtenis or a newer concept stands in the
        way, or at the screen something is missing
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    gereed = None
    if not actor.via.reports_the_past:
        gegevens = gegevens.met_niveau()
        gereed = _require_ready(dossier, gegevens, versie)
    entry = Entry(
        event=_event(dossier, gegevens, gereed),
        happened_on=gegevens.dagtekening,
        grounds=pip_gronden(gegevens.dagtekening),
        toelichting=proza(gegevens),
        gezien=gezien,
        bearing=PIP,
    )
    row = add(entry, dossier=dossier.id, actor=actor, now=now)
    if gereed is not None:
        besluit = Besluit(
            row=row,
            gegevens=gegevens,
            verhaal=get_verhaal(zicht=dossier),
            bevoegdheid=gereed.bevoegdheid,
            akkoord_van=gereed.gelezen.medewerker
            if gereed.gelezen and gereed.gelezen.akkoord
            else None,
        )
        make_brief(besluit, zicht=dossier, actor=actor, now=now)


def _require_ready(dossier: Zicht, gegevens: PIPGegevens, versie: int | None) -> Gereed:
    verhaal = get_verhaal(zicht=dossier)
    require_inhoud(
        gegevens,
        dossier=verhaal.dossier_on(gegevens.dagtekening),
        traject=verhaal.traject_on(gegevens.dagtekening),
    )
    power = require_bevoegdheid(dossier, gegevens)
    return Gereed(power, consume_concept(dossier=dossier.id, versie=versie))


def _event(dossier: Zicht, gegevens: PIPGegevens, gereed: Gereed | None) -> PIPEstablished:
    reader = gereed.gelezen if gereed else None
    return PIPEstablished(
        **feiten(gegevens),  # type: ignore[arg-type]
        gemeente=dossier.gemeente,
        bevoegdheid=gereed.bevoegdheid.id if gereed else None,
        meegelezen_door=reader.medewerker if reader else None,
    )


@transaction.atomic
def send_pip(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the beschikking was sent or handed over (Awb 3:41).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if there is no PIP in force on that day, or it was sent already
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(
        event=PIPSent(),
        happened_on=happened_on,
        grounds=(BEKENDMAKING,),
        gezien=gezien,
        bearing=PIP,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)


@transaction.atomic
def withdraw_pip(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Withdraw the PIP in force; the termijn keeps its start (Wi2021 11 lid 3).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if there is none in force on that day
    """
    actor.require(Permission.PIP_WRITE)
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    entry = Entry(
        event=PIPWithdrawn(),
        happened_on=happened_on,
        grounds=(VASTSTELLING,),
        gezien=gezien,
        bearing=PIP,
    )
    add(entry, dossier=dossier.id, actor=actor, now=now)
