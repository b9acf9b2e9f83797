"""`schakel herbouw`: make every table that follows from the log anew."""

from typing import Any

from schakel.dossier.queries import list_all
from schakel.logboek.actions import rebuild_geldigheid
from schakel.toegang.commands import HouseCommand
from schakel.toegang.queries import system_actor
from schakel.traject.actions.projection import batched, rebuild

EVERY = 1000


class Command(HouseCommand):
    """Rebuild every projection."""

    help = "Maak alle tabellen die uit het logboek volgen opnieuw."

    def run(self, options: dict[str, Any]) -> int:
        """Rebuild, with progress; what is done stays done when it is cut off."""
        at = self.at(options)
        actor = system_actor(at=at)
        rows = rebuild_geldigheid()
        self.stdout.write(f"{rows} gebeurtenissen nagelopen.")
        dossiers = list_all(actor=actor)
        done = 0
        for batch in batched(dossiers):
            rebuild(actor=actor, dossiers=batch, day=at.date())
            done += len(batch)
            if done % EVERY == 0:
                self.stdout.write(f"{done} van {len(dossiers)} dossiers …")
        self.stdout.write(f"{len(dossiers)} dossiers herbouwd.")
        return 0
