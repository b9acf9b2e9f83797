"""What belongs to each category of data, as people call it: for who goes into sight."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.traject.queries.verhaal import ALL_KINDS
from schakel.traject.rules.intake import CATEGORIE
from schakel.traject.rules.pip import VELDEN, categorie_van


def list_onderdelen() -> Mapping[Gegevenscategorie, Sequence[str]]:
    """Return per category the subjects of the intake, the parts of a PIP, and what can happen."""
    found: dict[Gegevenscategorie, list[str]] = defaultdict(list)
    for onderwerp, categorie in CATEGORIE.items():
        found[categorie].append(f"brede intake: {onderwerp.label}")
    for veld in sorted(VELDEN):
        found[categorie_van(veld)].append(f"PIP: {veld.replace('_', ' ')}")
    for event in ALL_KINDS.values():
        found[event.categorie].append(f"tijdlijn: {event.label[:1].lower()}{event.label[1:]}")
    return found
