"""What a PIP decides and why, and what a person at the screen must have filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.refusal import Refusal
from schakel.dossier.rules import DossierStand
from schakel.traject.events import PIPEstablished
from schakel.traject.rules.stand import TrajectStand
from schakel.wet.bron import Artikel
from schakel.wet.lijsten import (
    Doelgroep,
    Leerroute,
    PIPOnderdeel,
    Taalniveau,
    UitslagLeerbaarheidstoets,
)
from schakel.wet.regels.pip_inhoud import PIPInhoud, pip_inhoud
from schakel.wet.uitkomst import Uitkomst, gevraagd


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPGegevens:
    """What a PIP decides. None and "" mean: not told, or does not apply.

    :param dagtekening: the date on the beschikking: the termijn starts the day after
    :param uren_leerroute: intensity of the leerroute, hours in all; PVT and MAP likewise
    :param ontzorgd: the obligation of Pw 56a is part of it
    :param gezondheid: what stays inside the college
    :param belastbaarheid: what of it partners may read: what someone can bear, no diagnosis
    :param afwijking: why another leerroute than the leerbaarheidstoets advised
    """

    dagtekening: date
    leerroute: Leerroute
    niveau: Taalniveau | None = None
    uren_leerroute: int | None = None
    uren_pvt: int | None = None
    uren_map: int | None = None
    voortgangsgesprekken: int | None = None
    vve: bool | None = None
    ontzorgd: bool | None = None
    examen_a2: bool | None = None
    examen_knm: bool | None = None
    begeleiding: str = ""
    afweging_b1: str = ""
    afweging_onderwijs: str = ""
    afweging_z: str = ""
    vve_afspraken: str = ""
    pw_besluiten: str = ""
    afwijking: str = ""
    gezondheid: str = ""
    belastbaarheid: str = ""

    def met_niveau(self) -> "PIPGegevens":
        """Return the same with the niveau that DUO takes when none is given: B1 in B1 and O."""
        if self.niveau is not None or self.leerroute is Leerroute.ZELFREDZAAMHEID:
            return self
        return replace(self, niveau=Taalniveau.B1)

    def afwegingen(self) -> Mapping[Leerroute, str]:
        """Return why, or why not, by leerroute."""
        return {
            Leerroute.B1: self.afweging_b1,
            Leerroute.ONDERWIJS: self.afweging_onderwijs,
            Leerroute.ZELFREDZAAMHEID: self.afweging_z,
        }


VELDEN = frozenset(field.name for field in fields(PIPGegevens))

CATEGORIE: Mapping[str, Gegevenscategorie] = {
    "begeleiding": Gegevenscategorie.BEGELEIDING,
    "afweging_b1": Gegevenscategorie.VOORTGANG,
    "afweging_onderwijs": Gegevenscategorie.VOORTGANG,
    "afweging_z": Gegevenscategorie.VOORTGANG,
    "vve_afspraken": Gegevenscategorie.GEZIN,
    "pw_besluiten": Gegevenscategorie.FINANCIEN,
    "afwijking": Gegevenscategorie.VOORTGANG,
    "gezondheid": Gegevenscategorie.GEZONDHEID,
    "belastbaarheid": Gegevenscategorie.BEGELEIDING,
}
"""Which category opens the prose of a PIP; what is not named here is TAAL.

A taalaanbieder gets the leerroute with its intensity and nothing of the reasons (Bi 9.2 lid 3).
"""

ALLEEN_WAAR: Mapping[str, tuple[PIPOnderdeel, str]] = {
    "ontzorgd": (
        PIPOnderdeel.ONTZORGING,
        "Ontzorging hoort alleen bij een asielvergunning voor bepaalde tijd (art. 56a Pw). Haal "
        "het vinkje weg, of leg eerst de vergunning vast.",
    ),
    "examen_a2": (
        PIPOnderdeel.EXAMENWENS,
        "Een wens voor het examen op A2 hoort alleen bij de zelfredzaamheidsroute (art. 3.14 lid 7 "
        "Bi). Haal het vinkje weg.",
    ),
    "examen_knm": (
        PIPOnderdeel.EXAMENWENS,
        "Een wens voor het examen KNM hoort alleen bij de zelfredzaamheidsroute (art. 3.14 lid 7 "
        "Bi). Haal het vinkje weg.",
    ),
}
"""What may be in a PIP only where the law has it, and what to do where it has not."""

FEITEN: Mapping[str, Gegevenscategorie] = {
    "vve": Gegevenscategorie.GEZIN,
    "ontzorgd": Gegevenscategorie.FINANCIEN,
}
"""Which category opens a value of a PIP that is not TAAL."""


def categorie_van(naam: str) -> Gegevenscategorie:
    """Return what opens a field of a PIP."""
    return CATEGORIE.get(naam) or FEITEN.get(naam, Gegevenscategorie.TAAL)


def proza(gegevens: PIPGegevens) -> list[tuple[str, str, Gegevenscategorie]]:
    """Return the prose of a PIP: (soort, tekst, what opens it), only what was written."""
    return [
        (naam, tekst.strip(), categorie)
        for naam, categorie in CATEGORIE.items()
        if (tekst := getattr(gegevens, naam)).strip()
    ]


def feiten(gegevens: PIPGegevens) -> dict[str, object]:
    """Return the values that the gebeurtenis holds, by the name of its field."""
    skipped = {"dagtekening", *CATEGORIE}
    return {
        field.name: getattr(gegevens, field.name)
        for field in fields(gegevens)
        if field.name not in skipped
    }


def wijkt_af(leerroute: Leerroute, advies: UitslagLeerbaarheidstoets | None) -> bool:
    """True if the leerroute is not what the leerbaarheidstoets advised.

    The advice is about the B1-route alone: attainable, and then a choice for the Z-route departs
    from it; not attainable, and then any other than the Z-route does.
    """
    if advies is UitslagLeerbaarheidstoets.B1_HAALBAAR:
        return leerroute is Leerroute.ZELFREDZAAMHEID
    if advies is UitslagLeerbaarheidstoets.B1_NIET_HAALBAAR:
        return leerroute is not Leerroute.ZELFREDZAAMHEID
    return False


def inhoud(
    *, leerroute: Leerroute, dagtekening: date, dossier: DossierStand, traject: TrajectStand
) -> Uitkomst[PIPInhoud]:
    """Return what this person's PIP must hold; an unknown doelgroep asks for the most.

    :raises NotInForce: before there was a law
    """
    return gevraagd(
        pip_inhoud,
        doelgroep=dossier.doelgroep.value or Doelgroep.ASIELSTATUSHOUDER,
        leerroute=leerroute,
        dagtekening=dagtekening,
        vergunning=dossier.vergunning,
        wijkt_af=wijkt_af(leerroute, traject.uitslag),
    )


def ontbrekende_getallen(
    pip: PIPGegevens | PIPEstablished, *, asiel: bool
) -> Iterator[tuple[str, str]]:
    """Yield each number that a PIP lacks: its field, and what to do.

    :param asiel: an asielstatushouder has the intensity of the leerroute in it (Wi2021 15 lid 2);
        the onderwijsroute has no MAP (8 lid 3)
    """
    if asiel and pip.uren_leerroute is None:
        text = "De intensiteit van de leerroute ontbreekt (art. 15 lid 2 Wi2021). Vul uren in."
        yield "uren_leerroute", text
    if pip.voortgangsgesprekken is None:
        text = "Het aantal voortgangsgesprekken ontbreekt (art. 5.3 Bi). Vul het in."
        yield "voortgangsgesprekken", text
    if pip.uren_pvt is None:
        text = "De intensiteit van het PVT ontbreekt (art. 15 lid 1 onder c Wi2021). Vul uren in."
        yield "uren_pvt", text
    if pip.uren_map is None and pip.leerroute is not Leerroute.ONDERWIJS:
        text = "De intensiteit van de MAP ontbreekt (art. 15 lid 1 onder c Wi2021). Vul uren in."
        yield "uren_map", text


def niveau_bezwaar(pip: PIPGegevens | PIPEstablished, traject: TrajectStand) -> str:
    """Return why this level does not go with the leerroute, or "" (DUO, gebeurtenissen, PIP)."""
    match pip.leerroute, pip.niveau:
        case Leerroute.ONDERWIJS, Taalniveau.A2:
            return "Bij de onderwijsroute hoort niveau B1. Kies B1."
        case Leerroute.ZELFREDZAAMHEID, Taalniveau.B1:
            return "Bij de zelfredzaamheidsroute hoort niveau B1 niet. Kies A2, of geen niveau."
        case Leerroute.B1, Taalniveau.A2 if traject.eerste_pip_op is None:
            return (
                "Een eerste PIP in de B1-route is op niveau B1; afschalen naar A2 kan pas later. "
                "Kies B1."
            )
    return ""


def leerroute_bezwaar(
    pip: PIPGegevens | PIPEstablished, traject: TrajectStand, *, gemeente: str
) -> str:
    """Return why this leerroute cannot be chosen by this gemeente, or "" (Wi2021 15 lid 4)."""
    before = traject.leerroute if traject.na_verhuizing(gemeente) else None
    if before is None or pip.leerroute in {None, before}:
        return ""
    return (
        f"Na een verhuizing blijft de leerroute die van het PIP ervoor: de {before.label} "
        "(art. 15 lid 4 Wi2021). Kies die leerroute."
    )


def require_inhoud(gegevens: PIPGegevens, *, dossier: DossierStand, traject: TrajectStand) -> None:
    """Check that a PIP of a person at the screen says all it needs, and nothing beyond.

    :raises Refusal: naming the field of the first thing that is missing or does not belong; with
        what a PIP must hold, where that is why
    """
    for field, text in (
        ("leerroute", leerroute_bezwaar(gegevens, traject, gemeente=dossier.gemeente)),
        ("niveau", niveau_bezwaar(gegevens, traject)),
    ):
        if text:
            raise Refusal(text, field=field)
    found = inhoud(
        leerroute=gegevens.leerroute,
        dagtekening=gegevens.dagtekening,
        dossier=dossier,
        traject=traject,
    )
    try:
        _require_onderdelen(gegevens, found.value)
    except Refusal as refusal:
        refusal.uitleg = found
        raise


def _require_onderdelen(gegevens: PIPGegevens, found: PIPInhoud) -> None:
    asiel = PIPOnderdeel.INTENSITEIT_LEERROUTE in found.verplicht
    for field, text in ontbrekende_getallen(gegevens, asiel=asiel):
        raise Refusal(text, field=field)
    _require_proza(gegevens, found.verplicht)
    for field, (onderdeel, text) in ALLEEN_WAAR.items():
        if getattr(gegevens, field) and onderdeel not in found.bronnen:
            raise Refusal(text, field=field)
    if gegevens.examen_knm and not found.examen_knm:
        raise Refusal(
            "Een wens voor het examen KNM kan in een PIP van 2023 of later (art. 3.14 lid 7 Bi). "
            "Haal het vinkje weg.",
            field="examen_knm",
        )


def _require_proza(gegevens: PIPGegevens, needed: Mapping[PIPOnderdeel, Artikel]) -> None:
    if not gegevens.begeleiding.strip():
        raise Refusal(
            "Beschrijf de ondersteuning en begeleiding (art. 15 lid 1 onder b Wi2021).",
            field="begeleiding",
        )
    _require_afweging(gegevens)
    if gegevens.vve and not gegevens.vve_afspraken.strip():
        raise Refusal("Beschrijf de afspraken over VVE.", field="vve_afspraken")
    if PIPOnderdeel.AFWIJKING_ADVIES in needed and not gegevens.afwijking.strip():
        raise Refusal(
            "De leerroute wijkt af van het advies van de leerbaarheidstoets. Schrijf waarom "
            "(art. 3:50 Awb).",
            field="afwijking",
        )


def _require_afweging(gegevens: PIPGegevens) -> None:
    names = {
        Leerroute.B1: "afweging_b1",
        Leerroute.ONDERWIJS: "afweging_onderwijs",
        Leerroute.ZELFREDZAAMHEID: "afweging_z",
    }
    for leerroute, tekst in gegevens.afwegingen().items():
        if not tekst.strip():
            chosen = leerroute is gegevens.leerroute
            raise Refusal(
                f"Schrijf waarom de {leerroute.label} {'wel' if chosen else 'niet'} past. Alle "
                "drie de routes worden gewogen.",
                field=names[leerroute],
            )
