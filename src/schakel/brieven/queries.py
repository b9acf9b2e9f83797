"""DOOR: which letters were made, and the letter itself. Each question takes a Zicht."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from schakel.base import uitdraai
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.uitdraai import SLEUTEL, Bijlage, Tabel
from schakel.brieven.models import Document
from schakel.brieven.opmaak import render
from schakel.brieven.rules import SJABLOON, filename, pip_values
from schakel.brieven.rules import Afweging as Afweging
from schakel.brieven.rules import Onderdeel as Onderdeel
from schakel.brieven.rules import PIPBrief as PIPBrief
from schakel.brieven.rules import SoortDocument as SoortDocument
from schakel.dossier.queries import DossierNotFound, Zicht, list_merged, rol_van

DOCUMENT = Tabel(
    naam="brieven_document",
    titel="Brieven aan u",
    uitleg="Elke brief zit als PDF bij dit overzicht, zoals hij is gemaakt.",
    velden={
        "soort": "Soort", "dagtekening": "Datum van de brief", "gebeurtenis": "Bij nummer",
        "sjabloon": "Model van de brief", "pdf": "Bestand", "sha256": "Controlegetal",
        "made_at": "Gemaakt op", "made_by": "Gemaakt door",
    },
    niet={
        "id": SLEUTEL, "dossier": SLEUTEL,
        "categorieen": "wie van de medewerkers de brief mag lezen",
    },
)  # fmt: skip
TABELLEN = (DOCUMENT,)


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


def export_dossier(*, dossiers: Sequence[int]) -> tuple[list[uitdraai.Onderdeel], list[Bijlage]]:
    """Return every letter that was made to one person, told and as it is (AVG art. 15).

    :param dossiers: ids of the dossier and of those that were merged into it
    """
    rows = list(Document.objects.filter(dossier__in=dossiers).order_by("dagtekening", "pk"))
    wie = rol_van(row.made_by for row in rows)
    names = {
        row.pk: f"brieven/{nth}-{filename(SoortDocument(row.soort), row.dagtekening)}"
        for nth, row in enumerate(rows, start=1)
    }
    regels = [
        DOCUMENT.regel(
            row,
            wat=f"Brief: {SoortDocument(row.soort).label}",
            op=row.dagtekening,
            bron=wie.get(row.made_by or 0, "het systeem"),
            vastgelegd=row.made_at,
            anders={
                "soort": SoortDocument(row.soort).label,
                "pdf": names[row.pk],
                "made_by": wie.get(row.made_by or 0),
            },
        )
        for row in rows
    ]
    letters = [Bijlage(naam=names[row.pk], inhoud=bytes(row.pdf)) for row in rows]
    return [uitdraai.Onderdeel(tabel=DOCUMENT, regels=regels)], letters


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
