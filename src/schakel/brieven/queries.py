"""DOOR: which letters were made, and the letter itself. Each question takes a Zicht."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.brieven.models import Document
from schakel.brieven.opmaak import render
from schakel.brieven.rules import SJABLOON, filename, pip_values
from schakel.brieven.rules import Afweging as Afweging
from schakel.brieven.rules import Onderdeel as Onderdeel
from schakel.brieven.rules import PIPBrief as PIPBrief
from schakel.brieven.rules import SoortDocument as SoortDocument
from schakel.dossier.queries import DossierNotFound, Zicht, list_merged


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """A letter in sight, without the letter itself.

    :param gebeurtenis: id of the gebeurtenis that it makes known
    :param sjabloon: the template with its version
    :param made_by: id of the medewerker, or None for the system
    """

    id: int
    soort: SoortDocument
    dagtekening: date
    gebeurtenis: int
    sjabloon: str
    made_at: datetime
    made_by: int | None


def list_documenten(*, zicht: Zicht, samen: Sequence[int] | None = None) -> list[DocumentView]:
    """Return the letters of a dossier that this sight opens wholly, the newest first.

    :param samen: ids of the dossiers that were merged into it, when they are known already
    """
    return [
        DocumentView(
            id=row.pk,
            soort=SoortDocument(row.soort),
            dagtekening=row.dagtekening,
            gebeurtenis=row.gebeurtenis,
            sjabloon=row.sjabloon,
            made_at=row.made_at,
            made_by=row.made_by,
        )
        for row in _in_sight(zicht, Document.objects.defer("pdf"), samen)
    ]


def get_document(*, zicht: Zicht, document: int) -> tuple[bytes, str]:
    """Return a letter and a file name without the name of a person.

    :param document: id of the document
    :raises DossierNotFound: if it is not of this dossier, or holds a category out of sight
    """
    for row in _in_sight(zicht, Document.objects.filter(pk=document)):
        return bytes(row.pdf), filename(SoortDocument(row.soort), row.dagtekening)
    raise DossierNotFound(zicht.uuid)


def preview_pip_brief(brief: PIPBrief) -> bytes:
    """Return the letter as it would be, marked as a concept and not signed; nothing is kept.

    :raises Refusal: as making it would
    """
    return render(SJABLOON[SoortDocument.PIP], {**pip_values(brief), "concept": True})


def _in_sight(
    zicht: Zicht, rows: QuerySet[Document], samen: Sequence[int] | None = None
) -> Iterator[Document]:
    own = [zicht.id, *(list_merged(dossier=zicht.id) if samen is None else samen)]
    for row in rows.filter(dossier__in=own).order_by("-dagtekening", "-pk"):
        if zicht.categorieen.issuperset(map(Gegevenscategorie, row.categorieen)):
            yield row
