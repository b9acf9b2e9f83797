"""Which newer gebeurtenissen make a form out of date: those on which the step rests."""

from schakel.dossier.events import KINDS as DOSSIER_KINDS
from schakel.traject.events import (
    KINDS,
    TegenspraakAnswered,
    TegenspraakRecorded,
    aanmelding,
    gesprek,
    intake,
    leerbaarheidstoets,
    pip,
)

_ALWAYS = frozenset({"dossier.closed", "traject.voided"})
_VAN = {kind: event.__module__ for kind, event in KINDS.items()}


def _kinds(*modules: str) -> frozenset[str]:
    return frozenset(kind for kind, module in _VAN.items() if module in modules)


INTAKE = _ALWAYS | _kinds(gesprek.__name__, intake.__name__)
TEGENSPRAAK = _ALWAYS | {TegenspraakRecorded.kind, TegenspraakAnswered.kind}
LEERBAARHEIDSTOETS = _ALWAYS | _kinds(leerbaarheidstoets.__name__)
PIP = (
    frozenset({*DOSSIER_KINDS, *KINDS})
    - _kinds(aanmelding.__name__)
    - {"dossier.casusregisseur_assigned"}
)
AANMELDING = (
    _ALWAYS | {"dossier.gemeente_became_responsible"} | _kinds(pip.__name__, aanmelding.__name__)
)
ALLES = frozenset({*DOSSIER_KINDS, *KINDS})
