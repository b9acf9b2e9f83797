"""Which role may do what."""

from schakel.base.permissions import Permission
from schakel.jobs.docs.text import page, table
from schakel.toegang.roles import PERMISSIONS

INTRO = """De code vraagt naar een recht, nooit naar een rol. Een recht zegt wat iemand kan doen; om
*welke* dossiers het gaat volgt uit het bereik van het account (gemeenten) en, voor partners, uit
de deelafspraak en de koppeling aan het dossier."""
ALONE = "Een recht zonder bolletje heeft alleen het systeem zelf: de opdrachten van de beheerder."


def toegang() -> str:
    """Return docs/toegang.md: the one page of roles and permissions, as tables."""
    rights = [(f"`{one.value}`", one.label) for one in Permission]
    matrix = [
        (rol.value.replace("_", " "), *("●" if one in held else "" for one in Permission))
        for rol, held in PERMISSIONS.items()
    ]
    return page(
        "Wie wat mag",
        INTRO,
        "## Rechten",
        table(("Recht", "In woorden"), rights),
        "## Rollen",
        table(("Rol", *(f"`{one.value}`" for one in Permission)), matrix),
        ALONE,
    )
