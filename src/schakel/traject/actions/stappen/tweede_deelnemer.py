"""The second pair of eyes: a medewerker of another organisation that has the task (M11)."""

from datetime import date
from uuid import UUID

from schakel.base.actor import Actor
from schakel.base.refusal import Refusal
from schakel.dossier.actions.betrokkenen import involve
from schakel.dossier.queries import Zicht, get_dossier
from schakel.traject.queries.tweede_paar_ogen import list_tweede_paar_ogen

ROL = "tweede paar ogen"
REDEN = "neemt deel aan de brede intake"
LEEST_MEE = "leest mee na een gesprek alleen"


def require_partner(
    medewerker: int | None,
    *,
    actor: Actor,
    dossier_uuid: UUID,
    op: date,
    field: str = "tweede_deelnemer",
) -> None:
    """Check that the second participant works for another organisation with the task.

    A source that reports the past is taken at its word.

    :param op: the day of the talk, or of asking for it
    :raises Refusal: otherwise
    """
    if medewerker is None or actor.via.reports_the_past:
        return
    dossier = get_dossier(actor=actor, uuid=dossier_uuid, question="vastleggen")
    known = list_tweede_paar_ogen(actor=actor, gemeente=dossier.gemeente, op=op)
    if medewerker not in {one.id for one in known}:
        raise Refusal(
            "Het tweede paar ogen is een medewerker van een andere organisatie, die op die dag "
            "deze taak in deze gemeente had. Kies iemand anders uit de lijst, of controleer de "
            "datum.",
            field=field,
        )


def bring_in(
    medewerker: int | None, *, actor: Actor, zicht: Zicht, op: date, reden: str = REDEN
) -> None:
    """Let the second participant see the dossier, as far as is agreed with that organisation.

    Who no longer has the task on the day `op` does not come in sight of it any more.
    """
    if medewerker is None or actor.via.reports_the_past:
        return
    known = list_tweede_paar_ogen(actor=actor, gemeente=zicht.gemeente, op=op)
    if medewerker in {one.id for one in known}:
        involve(actor=actor, zicht=zicht, medewerker=medewerker, rol=ROL, reden=reden, op=op)
