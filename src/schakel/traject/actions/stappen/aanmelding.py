"""The way to the taalaanbieder: by the gemeente, or of one's own accord."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.actions.betrokkenen import involve
from schakel.dossier.queries import get_dossier
from schakel.keten.queries import list_medewerkers_met_taak
from schakel.traject import events
from schakel.traject.actions.stappen.step import Step, take
from schakel.traject.rules.bearing import AANMELDING
from schakel.wet.bron import Artikel

CURSUS_BRON = Artikel("Wi2021", "16", lid="1")
TAALONDERWIJS = "taalonderwijs"
EIGEN_BRON = Artikel("Wi2021", "19")


@transaction.atomic
def make_aanmelding(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    taalaanbieder: int | None = None,
    gezien: int | None = None,
) -> None:
    """Record the aanmelding at the taalaanbieder by the responsible gemeente (Wi2021 16).

    Who teaches there sees from now on what is agreed with that organisation.

    :param taalaanbieder: id of the organisation, or None when it is not known
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.AANMELDING_WRITE)
    gemeente = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen").gemeente
    working = list_medewerkers_met_taak(taken={TAALONDERWIJS}, gemeente=gemeente, op=now.date())
    there = [one.id for one in working if one.organisatie == taalaanbieder]
    if taalaanbieder is not None and not there and not actor.via.reports_the_past:
        raise Refusal(
            "Deze organisatie geeft in deze gemeente geen taalonderwijs. Kies een andere.",
            field="taalaanbieder",
        )
    event = events.AanmeldingMade(gemeente=gemeente, taalaanbieder=taalaanbieder)
    step = Step(event, happened_on=happened_on, bron=CURSUS_BRON, bearing=AANMELDING)
    dossier = take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)
    for medewerker in there:
        involve(
            actor=actor, zicht=dossier, medewerker=medewerker, rol="taalaanbieder",
            reden="aangemeld voor taalonderwijs", op=now.date(),
        )  # fmt: skip


@transaction.atomic
def withdraw_aanmelding(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the aanmelding at the taalaanbieder was withdrawn.

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.AANMELDING_WRITE)
    step = Step(
        events.AanmeldingWithdrawn(), happened_on=happened_on, bron=CURSUS_BRON, bearing=AANMELDING
    )
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def report_eigen_inschrijving(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the person enrolled at a school of his own choice (Wi2021 19).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible
    """
    actor.require(Permission.AANMELDING_WRITE)
    step = Step(
        events.EigenInschrijvingReported(),
        happened_on=happened_on,
        bron=EIGEN_BRON,
        bearing=AANMELDING,
    )
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)
