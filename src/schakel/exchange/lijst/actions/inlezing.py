"""A file that someone chose: kept, tried out, brought in, thrown away."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import PurePath

from django.db import transaction
from django.db.models.functions import Now

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.exchange.lijst.kolommen import Kolom, match, missing
from schakel.exchange.lijst.lezen import lees, require_kolommen
from schakel.exchange.lijst.messages import BestandGegevens
from schakel.exchange.lijst.queries import kolommen_van, naam_van_lijst
from schakel.exchange.models import Fase, Inlezing, Lijst

BEWAAR_UREN = 24


@transaction.atomic
def add_inlezing(*, actor: Actor, gegevens: BestandGegevens, now: datetime) -> int:
    """Keep a file to be tried out, and return the id of its reading.

    Without a needed column it first waits for someone who points it out.

    :raises Refusal: if the file cannot be read
    """
    actor.require(Permission.LIJST_WRITE)
    blad = lees(gegevens.inhoud)
    kolommen = match(blad.kop, anders=gegevens.anders)
    naam = (gegevens.lijst.strip() or naam_van_lijst(gegevens.naam))[:80]
    lijst, _ = Lijst.objects.get_or_create(naam=naam)
    row = Inlezing.objects.create(
        lijst=lijst,
        bestand=PurePath(gegevens.naam).name[:200],
        inhoud=gegevens.inhoud,
        kenmerk=hashlib.sha256(gegevens.inhoud).hexdigest(),
        kolommen=_bewaard(kolommen),
        alles_of_niets=gegevens.alles_of_niets,
        fase=Fase.KOLOMMEN if missing(kolommen) else Fase.PROEF_WACHT,
        door=gegevens.door,
        organisatie=actor.organisatie,
        begonnen_at=now,
        gewijzigd_at=now,
    )
    return row.pk


@transaction.atomic
def start_import(*, actor: Actor, gegevens: BestandGegevens, now: datetime) -> int:
    """Take a file into work at once, and return the id of its reading: for who waits for it.

    The same file of the same list that was cut off before goes on where it stopped.

    :raises Refusal: if the file cannot be read, or a needed column is not there
    """
    pk = add_inlezing(actor=actor, gegevens=gegevens, now=now)
    new = Inlezing.objects.get(pk=pk)
    if new.fase == Fase.KOLOMMEN:
        require_kolommen(kolommen_van(new))
    before = Inlezing.objects.filter(
        lijst=new.lijst,
        kenmerk=new.kenmerk,
        kolommen=new.kolommen,
        fase__in=(Fase.IMPORT, Fase.MISLUKT),
        inhoud__isnull=False,
        door=new.door,
    ).first()
    if before is not None and before.gedaan:
        new.delete()
        return before.pk
    Inlezing.objects.filter(pk=pk).update(fase=Fase.IMPORT)
    return pk


@transaction.atomic
def set_kolommen(
    *, actor: Actor, inlezing: int, kolommen: Mapping[int, Kolom], now: datetime
) -> None:
    """Say which column is which, and try the file out again.

    :raises Refusal: if a needed column is not pointed out, or the file is in work or gone
    """
    row = _mijn(actor, inlezing, Fase.KOLOMMEN, Fase.BEOORDEELD)
    require_kolommen(kolommen)
    row.kolommen = _bewaard(kolommen)
    _begin(row, Fase.PROEF_WACHT, now)


@transaction.atomic
def accept_inlezing(*, actor: Actor, inlezing: int, alles_of_niets: bool, now: datetime) -> None:
    """Have the good rows brought in.

    :param alles_of_niets: bring in nothing when any row is refused
    :raises Refusal: if it was not tried out, or the file is gone
    """
    row = _mijn(actor, inlezing, Fase.BEOORDEELD)
    if alles_of_niets and row.tel.get("geweigerd"):
        raise Refusal(
            "Er zijn rijen geweigerd, dus er wordt niets ingelezen. Verbeter het bestand, of lees "
            "alleen de goede rijen in."
        )
    row.alles_of_niets = alles_of_niets
    _begin(row, Fase.IMPORT_WACHT, now)


@transaction.atomic
def discard_inlezing(*, actor: Actor, inlezing: int, now: datetime) -> None:
    """Throw the file away; what came in stays, and so does the report.

    :raises Refusal: if it is coming in at this moment, or is done
    """
    row = _mijn(actor, inlezing, Fase.KOLOMMEN, Fase.BEOORDEELD, Fase.PROEF_WACHT, Fase.MISLUKT)
    row.inhoud, row.fase, row.gewijzigd_at = None, Fase.VERVALLEN, now
    row.save()


def forget_files(*, actor: Actor) -> int:
    """Throw away files that were left lying for a day, and return how many."""
    actor.require(Permission.CONTROLE)
    old = Inlezing.objects.filter(
        inhoud__isnull=False, hartslag__lt=Now() - timedelta(hours=BEWAAR_UREN)
    )
    return old.update(inhoud=None, fase=Fase.VERVALLEN)


def fail_inlezing(*, inlezing: int, melding: str, now: datetime) -> None:
    """Say why a reading stopped; what came in before stays."""
    Inlezing.objects.filter(pk=inlezing).update(
        fase=Fase.MISLUKT, melding=melding[:300], gewijzigd_at=now
    )


def _bewaard(kolommen: Mapping[int, Kolom]) -> dict[str, str]:
    return {str(place): kolom.value for place, kolom in kolommen.items()}


def _begin(row: Inlezing, fase: Fase, now: datetime) -> None:
    row.meldingen.all().delete()
    row.fase, row.gedaan, row.tel, row.melding, row.gewijzigd_at = fase, 0, {}, "", now
    row.hartslag = Now()
    row.save()


def _mijn(actor: Actor, inlezing: int, *fasen: Fase) -> Inlezing:
    """Return a reading in one of these phases, locked.

    :raises Refusal: if it is in another one, or its file is gone
    """
    actor.require(Permission.LIJST_WRITE)
    row = Inlezing.objects.select_for_update().filter(pk=inlezing).first()
    own = row is not None and actor.organisatie in {None, row.organisatie}
    if row is None or not own or row.fase not in fasen or row.inhoud is None:
        raise Refusal("Dit kan nu niet: het bestand is al in behandeling, klaar of weggegooid.")
    return row
