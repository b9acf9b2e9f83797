"""DOOR: make a letter and keep it. What it says is decided above, and handed in."""

from datetime import datetime
from hashlib import sha256

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.brieven.models import Document
from schakel.brieven.opmaak import render
from schakel.brieven.rules import CATEGORIEEN, SJABLOON, PIPBrief, SoortDocument, pip_values
from schakel.dossier.queries import DossierNotFound, visible_to


def make_pip_brief(
    *, actor: Actor, dossier: int, gebeurtenis: int, brief: PIPBrief, now: datetime
) -> int:
    """Make the letter with a PIP, keep it, and return the id of the document.

    It opens no transaction: the caller's decision and its letter stand or fall together.

    :param dossier: id of the dossier
    :param gebeurtenis: id of the gebeurtenis that the letter makes known
    :raises DossierNotFound: if the actor may not see this dossier
    :raises Refusal: if the letter misses something or cannot be printed, or was made before
    """
    actor.require(Permission.PIP_WRITE)
    if not visible_to(actor).filter(pk=dossier).exists():
        raise DossierNotFound(dossier)
    soort = SoortDocument.PIP
    if Document.objects.filter(gebeurtenis=gebeurtenis, soort=soort.value).exists():
        raise Refusal("De brief bij dit besluit is al gemaakt. Open hem in het dossier.")
    pdf = render(SJABLOON[soort], pip_values(brief))
    row = Document.objects.create(
        dossier_id=dossier,
        gebeurtenis=gebeurtenis,
        soort=soort.value,
        sjabloon=SJABLOON[soort],
        dagtekening=brief.dagtekening,
        pdf=pdf,
        sha256=sha256(pdf).hexdigest(),
        categorieen=sorted(CATEGORIEEN[soort]),
        made_at=now,
        made_by=actor.medewerker,
    )
    return row.pk
