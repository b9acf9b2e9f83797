"""What belongs in this person's PIP, in words for beside the form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schakel.dossier.queries import DossierStand
from schakel.traject.queries import TrajectStand, inhoud
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import Doelgroep, Leerroute, PIPOnderdeel, Verblijfsvergunning
from schakel.wet.regels.pip_inhoud import PIPInhoud
from schakel.wet.regels.toepasselijke_wet import INWERKINGTREDING
from schakel.wet.uitkomst import Uitkomst


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """One part of a PIP, for which leerroutes it must be in it, and the article."""

    onderdeel: PIPOnderdeel
    verplicht: bool
    bron: Artikel


def weglaten_voor(dossier: DossierStand) -> frozenset[str]:
    """Return the fields that do not apply to this person."""
    left_out = set()
    if dossier.doelgroep.value is Doelgroep.GEZINSMIGRANT_OVERIG:
        left_out.add("uren_leerroute")
    if dossier.vergunning not in {None, Verblijfsvergunning.ASIEL_BEPAALD}:
        left_out.add("ontzorgd")
    return frozenset(left_out)


def advies_van(traject: TrajectStand) -> str:
    """Return the advice of the leerbaarheidstoets as a caseworker says it."""
    if traject.ontheffing_op is not None and traject.afgenomen_op is None:
        return "er is ontheffing van de toets"
    if traject.afgenomen_op is None:
        return "de toets is nog niet afgenomen"
    return traject.uitslag.label if traject.uitslag else "de uitslag is nog niet bekend"


def inhoud_per_leerroute(
    *, dossier: DossierStand, traject: TrajectStand, op: date
) -> dict[Leerroute, Uitkomst[PIPInhoud]]:
    """Return what a PIP of this day must hold in each leerroute, with its sum."""
    day = max(op, INWERKINGTREDING)
    return {
        leerroute: inhoud(leerroute=leerroute, dagtekening=day, dossier=dossier, traject=traject)
        for leerroute in Leerroute
    }


def regels_van(per_leerroute: Mapping[Leerroute, Uitkomst[PIPInhoud]]) -> list[Regel]:
    """Return every part, over all three leerroutes, each once; what must be in it comes first."""
    must: dict[PIPOnderdeel, Artikel] = {}
    may: dict[PIPOnderdeel, Artikel] = {}
    for found in per_leerroute.values():
        _join(must, found.value.verplicht)
        _join(may, found.value.als_van_toepassing)
    if PIPOnderdeel.AFWIJKING_ADVIES in must:
        may[PIPOnderdeel.AFWIJKING_ADVIES] = must.pop(PIPOnderdeel.AFWIJKING_ADVIES)
    return [Regel(onderdeel=one, verplicht=True, bron=bron) for one, bron in must.items()] + [
        Regel(onderdeel=one, verplicht=False, bron=bron) for one, bron in may.items()
    ]


def _join(found: dict[PIPOnderdeel, Artikel], more: Mapping[PIPOnderdeel, Artikel]) -> None:
    for onderdeel, bron in more.items():
        found.setdefault(onderdeel, bron)
