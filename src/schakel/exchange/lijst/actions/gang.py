"""A reading in work: a handful of rows at a time, so that others come between."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.refusal import Refusal
from schakel.exchange.lijst.actions.rij import bring_in, refused_after_all
from schakel.exchange.lijst.lezen import lees, require_kolommen
from schakel.exchange.lijst.messages import Rij
from schakel.exchange.lijst.queries import Gekeurd, Keuring, Lot, geteld, kolommen_van
from schakel.exchange.models import Fase, Inleesmelding, Inlezing

HANDVOL = 50
"""How many rows are judged at once."""


class AllesOfNiets(Refusal):
    """A row was refused, and all or nothing was asked."""


@dataclass(slots=True, kw_only=True)
class Gang:
    """A reading in work: each `stap` does a handful of rows, so that its caller keeps the clock."""

    actor: Actor
    row: Inlezing
    keuring: Keuring
    rijen: Iterator[Rij]
    schrijft: bool
    tel: Counter[str] = field(default_factory=Counter)

    def stap(self, *, now: datetime, adem: Callable[[], None] = lambda: None) -> bool:
        """Do the next handful, and return whether there is more.

        :param adem: called between two rows, when nothing is held: others may come first
        """
        handvol = list(islice(self.rijen, HANDVOL))
        if not handvol:
            self._klaar(now)
            return False
        pending: list[Gekeurd] = []
        for gekeurd in self.keuring.keur(handvol):
            pending.append(gekeurd)
            if self.schrijft and gekeurd.lot in {Lot.NIEUW, Lot.GEWIJZIGD}:
                self._schrijf(gekeurd, pending[:-1], now)
                pending = []
                adem()
        if pending:
            with transaction.atomic():
                self._boek(pending, now)
        return True

    def _schrijf(self, gekeurd: Gekeurd, before: Sequence[Gekeurd], now: datetime) -> None:
        """Write one row in one transaction, with the account of it and of those before it."""
        try:
            with transaction.atomic():
                bring_in(gekeurd, lijst=self.row.lijst_id, actor=self.actor, now=now)
                self._boek([*before, gekeurd], now)
        except (Refusal, IntegrityError) as wrong:
            gekeurd = refused_after_all(gekeurd, wrong)
            with transaction.atomic():
                self._boek([*before, gekeurd], now)

    def _boek(self, done: Sequence[Gekeurd], now: datetime) -> None:
        for gekeurd in done:
            self.tel.update(geteld(gekeurd))
        Inleesmelding.objects.bulk_create(
            Inleesmelding(
                inlezing=self.row,
                regel=gekeurd.regel,
                kolom=melding.kolom.value,
                soort=melding.soort.value,
                ernst=melding.ernst.value,
                tekst=melding.tekst[:400],
            )
            for gekeurd in done
            for melding in gekeurd.meldingen
        )
        Inlezing.objects.filter(pk=self.row.pk).update(
            gedaan=done[-1].regel, tel=dict(self.tel), gewijzigd_at=now, hartslag=Now()
        )

    def _klaar(self, now: datetime) -> None:
        done = {"fase": Fase.KLAAR, "inhoud": None} if self.schrijft else {"fase": Fase.BEOORDEELD}
        Inlezing.objects.filter(pk=self.row.pk).update(**done, gewijzigd_at=now)


def resume(*, actor: Actor, inlezing: int, now: datetime) -> Gang:
    """Take a reading that waits into work, where it stopped before.

    :raises Refusal: if its file is gone or cannot be read
    """
    actor.require(Permission.LIJST_WRITE)
    row = Inlezing.objects.get(pk=inlezing)
    if row.inhoud is None:
        raise Refusal("Het bestand is er niet meer. Kies het opnieuw.")
    blad, kolommen = lees(bytes(row.inhoud)), kolommen_van(row)
    require_kolommen(kolommen)
    schrijft = row.fase in {Fase.IMPORT_WACHT, Fase.IMPORT}
    keuring = Keuring(actor=actor, lijst=row.lijst_id, vandaag=now.date())
    rijen = list(blad.rijen(kolommen))
    if schrijft and row.alles_of_niets and not row.gedaan:
        _require_all_good(keuring, rijen)
        keuring = Keuring(actor=actor, lijst=row.lijst_id, vandaag=now.date())
    before = [rij for rij in rijen if rij.regel <= row.gedaan]
    if before:
        keuring.voorbij(before)
    row.totaal, row.fase = len(rijen), Fase.IMPORT if schrijft else Fase.PROEF
    Inlezing.objects.filter(pk=row.pk).update(
        totaal=row.totaal, fase=row.fase, gewijzigd_at=now, hartslag=Now()
    )
    return Gang(
        actor=actor,
        row=row,
        keuring=keuring,
        rijen=iter(rijen[len(before) :]),
        schrijft=schrijft,
        tel=Counter(row.tel),
    )


def _require_all_good(keuring: Keuring, rijen: Sequence[Rij]) -> None:
    for gekeurd in keuring.keur(rijen):
        if gekeurd.lot is Lot.GEWEIGERD:
            raise AllesOfNiets(
                "Er zijn rijen geweigerd, dus er is niets ingelezen. Verbeter het bestand en kies "
                "het opnieuw."
            )
