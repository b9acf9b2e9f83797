"""Deeds that must first look up what they are about; all that they need is plain values."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from schakel.base.actor import Actor
from schakel.base.event import Event
from schakel.demo.region import Nieuwkomer
from schakel.dossier.actions.personen import change_persoon
from schakel.dossier.queries import PersoonGegevens, get_dossier, list_log
from schakel.traject.actions import stappen
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.samenvoeging import merge_dossiers
from schakel.traject.queries import Herstel
from schakel.wet.lijsten import IntakeOnderwerp


@dataclass(frozen=True, slots=True, kw_only=True)
class Herstelt:
    """Correct the newest gebeurtenis of a kind.

    :param event: what was so, or None: it never happened
    :param op: the day on which it was so
    """

    kind: str
    event: Event | None
    op: date
    reden: str

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        herstel = Herstel(
            gebeurtenis=_newest(actor, uuid, self.kind),
            event=self.event,
            happened_on=self.op,
            reden=self.reden,
        )
        correct_gebeurtenis(actor=actor, dossier_uuid=uuid, herstel=herstel, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreektTegen:
    """Contest what was laid down on a subject of the intake."""

    onderwerp: IntakeOnderwerp
    tekst: str

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        row = _onderwerp(actor, uuid, self.onderwerp)
        stappen.contest(actor=actor, dossier_uuid=uuid, gebeurtenis=row, tekst=self.tekst, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Antwoordt:
    """Answer what was contested on a subject of the intake."""

    onderwerp: IntakeOnderwerp
    tekst: str

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        row = _onderwerp(actor, uuid, self.onderwerp)
        stappen.answer(actor=actor, dossier_uuid=uuid, gebeurtenis=row, tekst=self.tekst, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeemtOp:
    """Read the dossier of `dubbel`, who is this same person, in this one."""

    dubbel: Nieuwkomer
    reden: str

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        assert self.dubbel.uuid is not None  # noqa: S101 - opened before
        merge_dossiers(actor=actor, van=self.dubbel.uuid, naar=uuid, reden=self.reden, now=now)


@dataclass(frozen=True, slots=True, kw_only=True)
class KrijgtAdres:
    """Put another address, and what else is given, in place of what was known."""

    gegevens: PersoonGegevens

    def __call__(self, actor: Actor, uuid: UUID, now: datetime) -> None:
        """Do it."""
        change_persoon(actor=actor, dossier_uuid=uuid, gegevens=self.gegevens)


def _newest(actor: Actor, uuid: UUID, kind: str) -> int:
    zicht = get_dossier(actor=actor, uuid=uuid)
    known = [
        row.id for row in list_log(dossier=zicht.id)
        if row.kind == kind and row.known_until is None and row.is_read
    ]  # fmt: skip
    return known[-1]


def _onderwerp(actor: Actor, uuid: UUID, onderwerp: IntakeOnderwerp) -> int:
    zicht = get_dossier(actor=actor, uuid=uuid)
    return next(
        row.id for row in list_log(dossier=zicht.id)
        if row.facts.get("onderwerp") == onderwerp.value and row.known_until is None
    )  # fmt: skip
