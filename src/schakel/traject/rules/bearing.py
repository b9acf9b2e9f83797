"""Which newer gebeurtenissen make a form out of date: those on which the step rests."""

from schakel.dossier.events import KINDS as DOSSIER_KINDS
from schakel.traject.events import KINDS, AanmeldingMade, AanmeldingWithdrawn

_AANMELDING = {AanmeldingMade.kind, AanmeldingWithdrawn.kind}

INTAKE = frozenset(
    {"dossier.closed", "traject.voided"} | {kind for kind in KINDS if "intake" in kind}
)
LEERBAARHEIDSTOETS = frozenset(
    {"dossier.closed", "traject.voided"} | {kind for kind in KINDS if "leerbaarheidstoets" in kind}
)
PIP = frozenset({*DOSSIER_KINDS, *KINDS} - _AANMELDING)
AANMELDING = frozenset(
    {"dossier.closed", "dossier.gemeente_became_responsible", "traject.voided"}
    | {kind for kind in KINDS if "pip" in kind or "aanmelding" in kind or "inschrijving" in kind}
)
ALLES = frozenset({*DOSSIER_KINDS, *KINDS})
