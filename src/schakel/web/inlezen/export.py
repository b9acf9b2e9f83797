"""The lists that came in, and what there is to say of the rows of one, as files to work from."""

from django.http import Http404, QueryDict

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.exchange.lijst.messages import Ernst
from schakel.exchange.lijst.queries import (
    InlezingNotFound,
    get_inlezing,
    list_inlezingen,
    list_meldingen,
)
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Tabel
from schakel.web.inlezen.views import FASEN

WAT = {Ernst.FOUT: "geweigerd", Ernst.TWIJFEL: "nakijken"}


@exports("Lijsten inlezen", "ingelezen-lijsten", Permission.LIJST_WRITE)
def inlezingen(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the files that came in, the newest first."""
    return Tabel(
        kop=("Lijst", "Bestand", "Wanneer", "Stand", "Goed", "Geweigerd"),
        rijen=[
            (
                one.lijst,
                one.bestand,
                one.begonnen_at,
                FASEN[one.fase],
                one.tel.get("goed"),
                one.tel.get("geweigerd"),
            )
            for one in list_inlezingen(actor=actor)
        ],
        persoonsgegevens=False,
    )


@exports("Per rij van een lijst", "meldingen-per-rij", Permission.LIJST_WRITE)
def meldingen(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return what there is to say of the rows of one file."""
    number, toon = chosen.get("inlezing", ""), chosen.get("toon", "")
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        raise Http404
    try:
        een = get_inlezing(actor=actor, inlezing=int(number))
    except InlezingNotFound as missing:
        raise Http404 from missing
    ernst = Ernst(toon) if toon in set(Ernst) else None
    found = list_meldingen(actor=actor, inlezing=een.id, ernst=ernst, limit=HOOGSTENS + 1)
    return Tabel(
        kop=("Regel", "Kolom", "Wat", "Waarom, en wat te doen"),
        rijen=[(one.regel, one.kolom, WAT[one.ernst], one.tekst) for one in found],
        keuze=", ".join(filter(None, (een.lijst, een.bestand, WAT[ernst] if ernst else ""))),
    )
