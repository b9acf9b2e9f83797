"""What the PIPs of the region decide: the leerroute that fits, with what the law wants of it."""

from collections.abc import Mapping
from datetime import date

from schakel.demo.regio import teksten
from schakel.demo.regio.mensen import Mens, Scholing, Soort
from schakel.traject.actions.pip import PIPGegevens
from schakel.wet.lijsten import Leerroute, Taalniveau, UitslagLeerbaarheidstoets
from schakel.wet.regels.pip_inhoud import EXAMENWENS_KNM

HAALBAAR = UitslagLeerbaarheidstoets.B1_HAALBAAR
NIET_HAALBAAR = UitslagLeerbaarheidstoets.B1_NIET_HAALBAAR
OUDSTE_IN_ONDERWIJSROUTE = 27
UREN: Mapping[Leerroute, tuple[int, ...]] = {
    Leerroute.B1: (500, 600, 600, 700),
    Leerroute.ONDERWIJS: (1500, 1650),
    Leerroute.ZELFREDZAAMHEID: (1600,),
}


def uitslag_van(mens: Mens) -> UitslagLeerbaarheidstoets:
    """Return what the leerbaarheidstoets says of someone with this schooling."""
    chance = {Scholing.GEEN: 0.05, Scholing.BASIS: 0.45, Scholing.MIDDELBAAR: 0.9}
    return HAALBAAR if mens.kans(chance.get(mens.scholing, 0.98)) else NIET_HAALBAAR


def leerroute_van(mens: Mens, uitslag: UitslagLeerbaarheidstoets | None) -> Leerroute:
    """Return the leerroute: mostly what the test advises, and for the young often a school."""
    if mens.kans(0.07):
        return Leerroute.B1 if uitslag is NIET_HAALBAAR else Leerroute.ZELFREDZAAMHEID
    if uitslag is NIET_HAALBAAR or (uitslag is None and mens.scholing.is_weinig):
        return Leerroute.ZELFREDZAAMHEID
    young = mens.leeftijd <= OUDSTE_IN_ONDERWIJSROUTE
    return Leerroute.ONDERWIJS if young and mens.kans(0.4) else Leerroute.B1


def pip_van(
    mens: Mens,
    *,
    dagtekening: date,
    leerroute: Leerroute,
    uitslag: UitslagLeerbaarheidstoets | None,
) -> PIPGegevens:
    """Return a PIP for this person, complete as the law wants it."""
    pick, z = mens.rng.choice, leerroute is Leerroute.ZELFREDZAAMHEID
    gezin = not mens.soort.is_asiel
    afweging = {route: pick(_afweging(mens, route, leerroute)) for route in Leerroute}
    return PIPGegevens(
        dagtekening=dagtekening,
        leerroute=leerroute,
        niveau=None if z else Taalniveau.B1,
        uren_leerroute=None if gezin else pick(UREN[leerroute]),
        uren_pvt=pick((12, 12, 16)),
        uren_map=None if leerroute is Leerroute.ONDERWIJS else pick((40, 40, 52)),
        voortgangsgesprekken=pick((2, 3, 4)) if gezin else pick((4, 6, 6, 8)),
        vve=True if mens.kleine_kinderen else None,
        vve_afspraken=pick(teksten.VVE_AFSPRAKEN) if mens.kleine_kinderen else "",
        ontzorgd=True if mens.soort in {Soort.ASIEL, Soort.NAREIS} and mens.kans(0.85) else None,
        examen_a2=True if z and mens.kans(0.3) else None,
        examen_knm=True if z and mens.kans(0.3) and EXAMENWENS_KNM.on(dagtekening) else None,
        begeleiding=pick(teksten.BEGELEIDING_GEZIN if gezin else teksten.BEGELEIDING),
        afweging_b1=afweging[Leerroute.B1],
        afweging_onderwijs=afweging[Leerroute.ONDERWIJS],
        afweging_z=afweging[Leerroute.ZELFREDZAAMHEID],
        pw_besluiten=pick(teksten.PW_BESLUITEN) if not gezin and mens.kans(0.25) else "",
        afwijking=_afwijking(mens, leerroute, uitslag),
    )


def waarden_van(gegevens: PIPGegevens) -> dict[str, str | int | bool]:
    """Return a PIP as a concept keeps it: what was filled in so far."""
    fields = (
        "uren_leerroute", "uren_pvt", "uren_map", "voortgangsgesprekken", "vve",
        "ontzorgd", "begeleiding", "afweging_b1", "afweging_onderwijs", "afweging_z",
        "vve_afspraken", "pw_besluiten", "afwijking",
    )  # fmt: skip
    found = {name: getattr(gegevens, name) for name in fields}
    found |= {"leerroute": gegevens.leerroute.value}
    if gegevens.niveau is not None:
        found["niveau"] = gegevens.niveau.value
    return {name: value for name, value in found.items() if value not in (None, "")}


def _afweging(mens: Mens, route: Leerroute, chosen: Leerroute) -> tuple[str, ...]:
    """Return what can be said for the route that was chosen, or against another."""
    if route is chosen:
        return teksten.WEL[route]
    if route is Leerroute.ZELFREDZAAMHEID:
        return teksten.GEEN_Z
    if route is Leerroute.B1:
        school = chosen is Leerroute.ONDERWIJS
        return teksten.GEEN_B1_MAAR_ONDERWIJS if school else teksten.GEEN_B1
    old = mens.leeftijd > OUDSTE_IN_ONDERWIJSROUTE
    return teksten.TE_OUD_VOOR_ONDERWIJS if old else teksten.GEEN_ONDERWIJS


def _afwijking(mens: Mens, leerroute: Leerroute, uitslag: UitslagLeerbaarheidstoets | None) -> str:
    if uitslag is HAALBAAR and leerroute is Leerroute.ZELFREDZAAMHEID:
        return mens.rng.choice(teksten.AFWIJKING["omlaag"])
    if uitslag is NIET_HAALBAAR and leerroute is not Leerroute.ZELFREDZAAMHEID:
        return mens.rng.choice(teksten.AFWIJKING["omhoog"])
    return ""
