"""Turn a list into a file: the one way in which a list leaves the house.

A list says in a function what stands in it and how it was chosen; `exports` makes the view of it.
It is posted, so that no filter or search term stands in an address, and nothing that fetches
addresses on its own makes a file. The file is whole before the hall writes who looked and what was
exported; if that fails there is no answer, so no file.
"""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import IO

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_POST

from schakel.base.actor import Actor, Export
from schakel.base.permissions import Permission
from schakel.keten.queries import list_medewerkers
from schakel.toegang.doors import View, needs
from schakel.toegang.queries import now, training_clock
from schakel.web.export import csv, ods, xlsx
from schakel.web.export.tabel import HOOGSTENS, Blad, Over, Tabel

Lijst = Callable[[Actor, QueryDict], Tabel]
FORMATEN: dict[str, tuple[str, str, Callable[[Blad, IO[bytes]], None]]] = {
    "xlsx": (
        "Excel",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        xlsx.schrijf,
    ),
    "ods": ("OpenDocument", "application/vnd.oasis.opendocument.spreadsheet", ods.schrijf),
    "csv": ("Gescheiden tekst", "text/csv; charset=utf-8", csv.schrijf),
}
"""By the end of the file name: what people call it, its type, and who writes it."""


def exports(titel: str, naam: str, *permissions: Permission) -> Callable[[Lijst], View]:
    """Return the view that makes a file of a list, for who holds any of these permissions.

    :param titel: the name of the list, as its screen has it
    :param naam: the same for the name of a file
    """

    def door(lijst: Lijst) -> View:
        @needs(*permissions)
        @require_POST
        def view(request: HttpRequest, *, actor: Actor) -> HttpResponse:
            formaat = request.POST.get("formaat", "xlsx")
            if formaat not in FORMATEN:
                raise Http404
            return _bestand(actor, lijst(actor, request.POST), formaat, titel, naam)

        return view

    return door


def _bestand(actor: Actor, tabel: Tabel, formaat: str, titel: str, naam: str) -> HttpResponse:
    """Write the file, and note that it goes out."""
    _, soort, schrijf = FORMATEN[formaat]
    blad = _blad(actor, tabel, titel, now())
    file = BytesIO()
    schrijf(blad, file)
    actor.exports.append(
        Export(
            lijst=titel,
            formaat=formaat,
            keuze=tabel.keuze[:300],
            gemeenten=actor.gemeenten if tabel.gemeenten is None else tabel.gemeenten,
            regels=len(blad.rijen),
            persoonsgegevens=tabel.persoonsgegevens,
        )
    )
    sent_as = f'attachment; filename="{naam}-{actor.op.isoformat()}.{formaat}"'
    return HttpResponse(
        file.getvalue(), content_type=soort, headers={"Content-Disposition": sent_as}
    )


def _blad(actor: Actor, tabel: Tabel, titel: str, at: datetime) -> Blad:
    mens = list_medewerkers(ids=[actor.medewerker or 0]).get(actor.medewerker or 0)
    door, organisatie = (mens.naam, mens.organisatie_naam) if mens else ("", "")
    rijen = tabel.rijen[:HOOGSTENS]
    about: Over = (
        ("Lijst", titel),
        ("Keuze", tabel.keuze or "alles wat de maker mag zien"),
        *tabel.bijzonderheden,
        ("Gemaakt door", door),
        ("Organisatie", organisatie),
        ("Gemaakt op", at),
        ("Aantal regels", len(rijen)),
        *_bij(len(tabel.rijen) > HOOGSTENS, "Niet alles", AFGEKAPT),
        *_bij(tabel.persoonsgegevens, "Persoonsgegevens", VERTROUWELIJK),
        *_bij(training_clock() is not None, "Oefenomgeving", "Alle personen zijn verzonnen."),
    )
    return Blad(titel=titel, kop=tabel.kop, rijen=rijen, over=about, gemaakt=at, door=door)


def _bij(waar: bool, naam: str, zin: str) -> Over:
    return ((naam, zin),) if waar else ()


AFGEKAPT = (
    f"Dit zijn de eerste {HOOGSTENS:,} regels; de lijst is langer. Kies een kleiner deel."
).replace(",", ".")
VERTROUWELIJK = (
    "Dit bestand bevat persoonsgegevens. Bewaar het niet langer dan nodig en stuur het alleen door "
    "aan wie deze gegevens mag zien. De export is vastgelegd."
)
