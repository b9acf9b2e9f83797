"""The brede intake: the first talk, the subjects, and what the second pair of eyes contests."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.dossier.queries import Zicht, get_dossier
from schakel.traject import events
from schakel.traject.actions.stappen.oproep import INTAKE_BRON
from schakel.traject.actions.stappen.step import Step, take
from schakel.traject.actions.stappen.tweede_deelnemer import LEEST_MEE, bring_in, require_partner
from schakel.traject.events import Gespreksvorm
from schakel.traject.queries import get_verhaal, require_contestable
from schakel.traject.rules import bearing
from schakel.traject.rules.bearing import INTAKE
from schakel.traject.rules.intake import CATEGORIE
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import IntakeOnderwerp
from schakel.wet.regels.brede_intake import ONDERWERPEN

ABSENTIE_BRON = Artikel("Wi2021", "14", lid="2")
VERSLAG_BRON = Artikel("Bi", "5.2", lid="3")
VERSLAG, TEGENSPRAAK, ANTWOORD = "verslag", "tegenspraak", "antwoord"
BELASTBAARHEID = "belastbaarheid"

GEDEELD = IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN
"""The subject of which partners read no text, only what it means for the agreements."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GesprekGegevens:
    """How the first talk was held.

    :param vorm: with a second pair of eyes, or why without
    :param tweede_deelnemer: id of the medewerker of another organisation who took part
    :param gewezen_op_recht: the person was told of the right to a talk alone (Bi 5.2 lid 2)
    :param reden: why without a second pair of eyes, when none of the known reasons applies
    :param leest_mee: id of the medewerker of another organisation who after a talk alone reads
        what may be shared
    """

    vorm: Gespreksvorm | None = None
    tweede_deelnemer: int | None = None
    gewezen_op_recht: bool | None = None
    reden: str = ""
    leest_mee: int | None = None


@transaction.atomic
def start_brede_intake(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gesprek: GesprekGegevens,
    gezien: int | None = None,
) -> None:
    """Record the first talk of the brede intake (Wi2021 14).

    :param gezien: id of the newest gebeurtenis on the actor's screen, or None without a screen
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible, or at the screen something is missing
    """
    actor.require(Permission.INTAKE_WRITE)
    for field in ("tweede_deelnemer", "leest_mee"):
        require_partner(
            getattr(gesprek, field),
            actor=actor,
            dossier_uuid=dossier_uuid,
            op=happened_on,
            field=field,
        )
    if not actor.via.reports_the_past:
        _require_plain(gesprek)
    reden = gesprek.reden.strip()
    event = events.BredeIntakeStarted(
        tweede_deelnemer=gesprek.tweede_deelnemer,
        vorm=gesprek.vorm,
        gewezen_op_recht=gesprek.gewezen_op_recht,
    )
    step = Step(event, happened_on=happened_on, bron=INTAKE_BRON, bearing=INTAKE, reden=reden)
    dossier = take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)
    bring_in(gesprek.tweede_deelnemer, actor=actor, zicht=dossier, op=now.date())
    bring_in(gesprek.leest_mee, actor=actor, zicht=dossier, op=now.date(), reden=LEEST_MEE)


def _require_plain(gesprek: GesprekGegevens) -> None:
    """Who was not there does not come in sight of the dossier, but to read after a talk alone."""
    alone = gesprek.vorm not in {None, Gespreksvorm.VIER_OGEN}
    if alone and gesprek.tweede_deelnemer is not None:
        raise Refusal(
            "Bij deze vorm van gesprek is er geen tweede paar ogen. Kies niemand, of kies "
            "‘met een tweede paar ogen’.",
            field="tweede_deelnemer",
        )
    if gesprek.leest_mee is not None and gesprek.vorm is not Gespreksvorm.ALLEEN:
        raise Refusal(
            "Achteraf meelezen hoort bij een gesprek alleen. Kies niemand, of kies ‘alleen, op "
            "verzoek van de inburgeraar’.",
            field="leest_mee",
        )
    if gesprek.vorm is Gespreksvorm.ANDERS and not gesprek.reden.strip():
        raise Refusal("Vul in waarom er geen tweede paar ogen was.", field="reden")


@transaction.atomic
def record_onderwerpen(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    verslagen: Mapping[IntakeOnderwerp, str],
    belastbaarheid: str = "",
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Lay down what was said on subjects of the brede intake (Wi2021 14 lid 3; Bi 5.2 lid 3).

    :param verslagen: what was said, by subject; an empty text leaves a subject as it is
    :param belastbaarheid: what someone can bear and what was agreed, without any diagnosis: the
        part of the personal circumstances that partners may read
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if there is nothing to lay down, or no talk was held
    """
    actor.require(Permission.INTAKE_WRITE)
    told = _notes(verslagen, belastbaarheid.strip())
    if not told:
        raise Refusal("Er is nog niets ingevuld. Schrijf bij minstens één onderwerp een verslag.")
    for onderwerp, notes in told.items():
        step = Step(
            events.IntakeOnderwerpRecorded(onderwerp=onderwerp),
            happened_on=happened_on,
            bron=ONDERWERPEN.on(happened_on)[onderwerp],
            bearing=INTAKE,
            toelichting=notes,
        )
        take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)
        gezien = None


def _notes(
    verslagen: Mapping[IntakeOnderwerp, str], belastbaarheid: str
) -> dict[IntakeOnderwerp, tuple[tuple[str, str, Gegevenscategorie], ...]]:
    """Return the prose by subject, in the order of the subjects; only what was written."""
    found: dict[IntakeOnderwerp, tuple[tuple[str, str, Gegevenscategorie], ...]] = {
        onderwerp: ((VERSLAG, text.strip(), CATEGORIE[onderwerp]),)
        for onderwerp, text in verslagen.items()
        if text.strip()
    }
    if belastbaarheid:
        note = (BELASTBAARHEID, belastbaarheid, Gegevenscategorie.BEGELEIDING)
        found[GEDEELD] = (*found.get(GEDEELD, ()), note)
    return found


@transaction.atomic
def complete_brede_intake_in_absence(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    happened_on: date,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the intake was completed without the person (Wi2021 14 lid 2).

    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: if the day or the order is impossible, or at the screen before three oproepen
    """
    actor.require(Permission.INTAKE_WRITE)
    step = Step(
        events.BredeIntakeCompletedInAbsence(),
        happened_on=happened_on,
        bron=ABSENTIE_BRON,
        bearing=INTAKE,
    )
    take(step, actor=actor, dossier_uuid=dossier_uuid, gezien=gezien, now=now)


@transaction.atomic
def contest(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gebeurtenis: int,
    tekst: str,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Record that the second pair of eyes contests what was laid down of the intake.

    :param gebeurtenis: id of the line that is not right
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a text, or for a line that cannot be contested
    """
    actor.require(Permission.TEGENSPRAAK_WRITE)
    if not tekst.strip():
        raise Refusal("Schrijf op wat er volgens u niet klopt.", field="tekst")
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="tegenspreken")
    first = require_contestable(zicht=dossier, gebeurtenis=gebeurtenis)
    event = events.TegenspraakRecorded(gebeurtenis=first)
    note = (TEGENSPRAAK, tekst.strip(), _opens(dossier, first))
    _say(event, note, actor=actor, dossier=dossier, now=now, gezien=gezien)


@transaction.atomic
def answer(
    *,
    actor: Actor,
    dossier_uuid: UUID,
    gebeurtenis: int,
    tekst: str,
    now: datetime,
    gezien: int | None = None,
) -> None:
    """Answer what the second pair of eyes contests.

    :param gebeurtenis: id of the line that was contested
    :raises DossierNotFound: if this actor may not see the dossier
    :raises Refusal: without a text, or when nothing is contested there
    """
    actor.require(Permission.INTAKE_WRITE)
    if not tekst.strip():
        raise Refusal("Schrijf op wat u met de tegenspraak hebt gedaan.", field="tekst")
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    first = require_contestable(zicht=dossier, gebeurtenis=gebeurtenis)
    event = events.TegenspraakAnswered(gebeurtenis=first)
    note = (ANTWOORD, tekst.strip(), _opens(dossier, first))
    _say(event, note, actor=actor, dossier=dossier, now=now, gezien=gezien)


def _opens(dossier: Zicht, first: int) -> Gegevenscategorie:
    """What is said against a subject is as open as what was laid down of it."""
    known = [one.event for one in get_verhaal(zicht=dossier).stappen if one.first == first]
    if known and isinstance(known[0], events.IntakeOnderwerpRecorded):
        return CATEGORIE[known[0].onderwerp]
    return Gegevenscategorie.VOORTGANG


def _say(
    event: events.TegenspraakRecorded | events.TegenspraakAnswered,
    note: tuple[str, str, Gegevenscategorie],
    *,
    actor: Actor,
    dossier: Zicht,
    now: datetime,
    gezien: int | None,
) -> None:
    step = Step(
        event,
        happened_on=now.date(),
        bron=VERSLAG_BRON,
        bearing=bearing.TEGENSPRAAK,
        toelichting=(note,),
    )
    take(step, actor=actor, dossier_uuid=dossier.uuid, gezien=gezien, now=now)
