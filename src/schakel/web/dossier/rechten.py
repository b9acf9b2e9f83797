"""The rights and duties of someone in lines, each with its own sum, as far as in sight."""

from collections.abc import Mapping
from dataclasses import dataclass

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.dossier.queries import DossierStand, Zicht
from schakel.traject.queries import TrajectStand
from schakel.wet.regels.rechten import Rechten, een_recht, rechten
from schakel.wet.uitkomst import Uitkomst, gevraagd

NIET_BEKEND = "hangt af van het PIP"
WOORDEN: Mapping[str, tuple[str, str, str]] = {
    "maatschappelijke_begeleiding": ("Maatschappelijke begeleiding", "nee", "ja"),
    "inburgeringsaanbod": ("Inburgeringsaanbod van de gemeente", "nee", "ja"),
    "pvt_en_map": ("PVT en MAP van de gemeente", "nee", "ja"),
    "lening": ("Lening bij DUO", "nee", "mogelijk"),
    "ontzorging_mogelijk": ("Ontzorging", "nee", "bij recht op bijstand"),
    "pogingen_taalonderdeel": ("Gratis pogingen per taalonderdeel", "0", ""),
    "pogingen_knm": ("Gratis pogingen voor KNM", "0", ""),
    "intensiteit_in_pip": ("Intensiteit van de leerroute in het PIP", "nee", "ja"),
    "voortgangsgesprekken_in_pip": ("Voortgangsgesprekken in het PIP", "nee", "ja"),
    "boete_23_intensiteit": ("Boete als de intensiteit niet wordt gehaald", "nee", "mogelijk"),
}
"""What each right is called, and what is said when it is not there and when it is; "": a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recht:
    """One right or duty in a line of the dossier, with the sum that leads to it."""

    titel: str
    waarde: str
    uitkomst: Uitkomst[Rechten]


def rechten_van(feiten: DossierStand, traject: TrajectStand, *, zicht: Zicht) -> list[Recht]:
    """Return what belongs to someone of a known doelgroep; the leerroute counts when in sight."""
    groep = feiten.doelgroep.value
    if groep is None or not zicht.opens(Gegevenscategorie.VERBLIJF):
        return []
    found = gevraagd(
        rechten,
        doelgroep=groep,
        vergunning=feiten.vergunning,
        op=feiten.versie_op,
        leerroute=traject.leerroute if zicht.opens(Gegevenscategorie.TAAL) else None,
    )
    return [
        Recht(
            titel=titel,
            waarde=_waarde(getattr(found.value, naam), nee, ja),
            uitkomst=een_recht(found, naam),
        )
        for naam, (titel, nee, ja) in WOORDEN.items()
        if naam in found.value.bronnen
    ]


def _waarde(recht: bool | int | None, nee: str, ja: str) -> str:
    if recht is None:
        return NIET_BEKEND
    return (ja or str(recht)) if recht else nee
