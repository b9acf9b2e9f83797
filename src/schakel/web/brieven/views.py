"""Hand out a letter to who may see all that stands in it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.brieven.queries import get_document
from schakel.dossier.queries import get_dossier
from schakel.toegang.doors import needs


@needs(Permission.DOSSIER_READ, Permission.DOSSIER_READ_SHARED)
@require_safe
def document(request: HttpRequest, *, actor: Actor, uuid: UUID, document: int) -> HttpResponse:
    """Hand out the letter as it was made, to keep or print."""
    zicht = get_dossier(actor=actor, uuid=uuid, question="document")
    pdf, name = get_document(zicht=zicht, document=document)
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store, private",
        },
    )
