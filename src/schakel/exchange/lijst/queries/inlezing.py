"""The readings of files: which waits, how far each is, and what there is to say of its rows."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import PurePath
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tijd import AMSTERDAM
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.lezen import lees
from schakel.exchange.lijst.messages import Ernst, Melding
from schakel.exchange.models import Fase, Inlezing

WACHT, IN_WERK = (Fase.PROEF_WACHT, Fase.IMPORT_WACHT), (Fase.PROEF, Fase.IMPORT)
STIL_NA = 20
"""Seconds after which someone who waits is told that this is not normal."""
DOOD_NA = 120
"""Seconds without a sign of life, after which another may go on."""


class InlezingNotFound(LookupError):
    """There is no such reading, or not for this actor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InlezingView:
    """A reading as it stands.

    :param gedaan: last line of the file that was done in this phase
    :param tel: rows by what became of them
    :param stil: in work or waiting, and nobody has touched it for longer than it should take
    """

    id: int
    lijst: str
    bestand: str
    fase: Fase
    totaal: int
    gedaan: int
    tel: Mapping[str, int]
    melding: str
    alles_of_niets: bool
    begonnen_at: datetime
    gewijzigd_at: datetime
    stil: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingView:
    """What there is to say of one cell, with its line in the file."""

    regel: int
    kolom: str
    soort: str
    ernst: Ernst
    tekst: str

    @classmethod
    def van(cls, regel: int, melding: Melding) -> "MeldingView":
        """Return what there is to say of a cell of this line."""
        return cls(
            regel=regel,
            kolom=melding.kolom.value,
            soort=melding.soort.value,
            ernst=melding.ernst,
            tekst=melding.tekst,
        )


def naam_van_lijst(bestand: str) -> str:
    """Return the name of a list by the file it came in: without digits."""
    words = re.sub(r"[\d_\W]+", " ", PurePath(bestand).stem).strip()
    return words[:80] or "lijst"


def kolommen_van(row: Inlezing) -> dict[int, Kolom]:
    """Return which column of ours each column of the file is, by place."""
    return {int(place): Kolom(name) for place, name in row.kolommen.items()}


def next_inlezing() -> tuple[int, int | None] | None:
    """Return the reading that waits longest, with the account that asked for it, or None.

    One that was in work and has shown no sign of life waits again.
    """
    waits = Q(fase__in=WACHT)
    died = Q(fase__in=IN_WERK, hartslag__lt=Now() - timedelta(seconds=DOOD_NA))
    row = Inlezing.objects.filter(waits | died, inhoud__isnull=False).order_by("pk").first()
    return None if row is None else (row.pk, row.door)


def list_inlezingen(*, actor: Actor, limit: int = 30) -> list[InlezingView]:
    """Return the newest readings within reach of this actor."""
    return [_view(row) for row in _visible_to(actor).order_by("-pk")[:limit]]


def get_inlezing(*, actor: Actor, inlezing: int) -> InlezingView:
    """Return one reading.

    :raises InlezingNotFound: if there is none, or not for this actor
    """
    row = _visible_to(actor).filter(pk=inlezing).first()
    if row is None:
        raise InlezingNotFound(inlezing)
    return _view(row)


def list_meldingen(
    *,
    actor: Actor,
    inlezing: int,
    ernst: Ernst | None = None,
    kolom: str = "",
    start: int = 0,
    limit: int | None = 200,
) -> list[MeldingView]:
    """Return what there is to say of the rows, by line and column."""
    row = _visible_to(actor).get(pk=inlezing)
    found = row.meldingen.order_by("regel", "pk")
    if ernst is not None:
        found = found.filter(ernst=ernst.value)
    if kolom:
        found = found.filter(kolom=kolom)
    return [
        MeldingView(
            regel=one.regel,
            kolom=one.kolom,
            soort=one.soort,
            ernst=Ernst(one.ernst),
            tekst=one.tekst,
        )
        for one in found[start : None if limit is None else start + limit]
    ]


def get_kop(*, actor: Actor, inlezing: int) -> tuple[Sequence[str], Mapping[int, Kolom]]:
    """Return the heading of the file, and which column of ours each is; empty without a file."""
    row = _visible_to(actor).get(pk=inlezing)
    kop = [] if row.inhoud is None else lees(bytes(row.inhoud)).kop
    return kop, kolommen_van(row)


def _visible_to(actor: Actor) -> QuerySet[Any]:
    """Return the readings of the organisation of this actor; the system sees those of all."""
    actor.require(Permission.LIJST_WRITE)
    silent = Q(fase__in=(*WACHT, *IN_WERK), hartslag__lt=Now() - timedelta(seconds=STIL_NA))
    rows = Inlezing.objects.select_related("lijst").defer("inhoud").annotate(stil=silent)
    return rows if actor.organisatie is None else rows.filter(organisatie=actor.organisatie)


def _view(row: Any) -> InlezingView:
    return InlezingView(
        id=row.pk,
        lijst=row.lijst.naam,
        bestand=row.bestand,
        fase=Fase(row.fase),
        totaal=row.totaal,
        gedaan=row.gedaan,
        tel=row.tel,
        melding=row.melding,
        alles_of_niets=row.alles_of_niets,
        begonnen_at=row.begonnen_at.astimezone(AMSTERDAM),
        gewijzigd_at=row.gewijzigd_at.astimezone(AMSTERDAM),
        stil=row.stil,
    )
