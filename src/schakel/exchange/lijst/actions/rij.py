"""Write what one good row tells, and remember what it became."""

from datetime import datetime

from django.db import IntegrityError

from schakel.base.actor import Actor
from schakel.base.refusal import Refusal
from schakel.dossier.actions.personen import change_persoon
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst, Melding, Soort
from schakel.exchange.lijst.queries import Gekeurd
from schakel.exchange.lijst.queries.persoon import VELDEN
from schakel.exchange.models import Lijstrij
from schakel.traject.actions.inlezen import Ingelezen, amend_from_list, open_from_list

REDEN = "De lijst van de gemeente zegt het nu anders."
INTUSSEN = "Intussen heeft iemand anders dit ook vastgelegd. Lees de rij opnieuw in."


def bring_in(gekeurd: Gekeurd, *, lijst: int, actor: Actor, now: datetime) -> None:
    """Write what a good row tells, inside the transaction of the caller.

    :raises Refusal: if since it was judged something stands in the way
    """
    persoon = gekeurd.persoon
    if gekeurd.dossier is None:
        assert persoon is not None  # noqa: S101 - a new row is about someone
        done = open_from_list(
            actor=actor,
            persoon=persoon,
            wijzigingen=gekeurd.wijzigingen,
            now=now,
        )
    else:
        done = amend_from_list(
            actor=actor,
            dossier_uuid=gekeurd.dossier,
            wijzigingen=gekeurd.wijzigingen,
            reden=REDEN,
            now=now,
        )
        if persoon is not None:
            change_persoon(actor=actor, dossier_uuid=gekeurd.dossier, gegevens=persoon)
    _onthoud(gekeurd, done, lijst=lijst)


def _onthoud(gekeurd: Gekeurd, done: Ingelezen, *, lijst: int) -> None:
    Lijstrij.objects.update_or_create(
        lijst_id=lijst,
        sleutel=gekeurd.sleutel,
        defaults={
            "dossier_id": done.dossier,
            "afdruk": gekeurd.afdruk,
            "gebeurtenissen": {**gekeurd.gebeurtenissen, **done.gebeurtenissen},
            "persoon": dict(gekeurd.gezien),
        },
    )


def refused_after_all(gekeurd: Gekeurd, wrong: Refusal | IntegrityError) -> Gekeurd:
    """Return the row as refused after all: something changed since it was judged."""
    veld, text = (wrong.field, wrong.text) if isinstance(wrong, Refusal) else ("", INTUSSEN)
    kolom = VELDEN.get(veld) or (Kolom(veld) if veld in set(Kolom) else Kolom.KLANTNR)
    soort = Soort.DUBBEL if veld in VELDEN else Soort.VOLGORDE
    melding = Melding(kolom=kolom, soort=soort, ernst=Ernst.FOUT, tekst=text)
    return gekeurd.met(melding)
