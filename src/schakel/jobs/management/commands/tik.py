"""`schakel tik`: what the passing of days changes. Run it early every morning."""

from typing import Any

from schakel.toegang.commands import HouseCommand
from schakel.toegang.queries import system_actor
from schakel.traject.actions.projection import refresh_stale


class Command(HouseCommand):
    """Refresh the lists that no longer hold."""

    help = "Werk de lijsten bij die door het verstrijken van dagen zijn veranderd (elke ochtend)."

    def run(self, options: dict[str, Any]) -> int:
        """Rebuild what is past its day."""
        at = self.at(options)
        count = refresh_stale(actor=system_actor(at=at), day=at.date())
        self.stdout.write(f"{count} dossiers bijgewerkt.")
        return 0
