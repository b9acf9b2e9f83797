"""What a correction changes, in words: before and after, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from schakel.dossier.queries import DossierStand, plek
from schakel.traject.queries import Preview, Soort, TrajectStand, Verhaal, list_bereikt
from schakel.web.presentation import STAPPEN
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep

SOORTEN = {
    Soort.BREDE_INTAKE: "brede intake opgestart",
    Soort.LBT_GEPLAND: "leerbaarheidstoets gepland",
    Soort.LBT_UITSLAG_ONTBREEKT: "leerbaarheidstoets, uitslag ontbreekt",
    Soort.LBT_AFGENOMEN: "leerbaarheidstoets afgenomen",
    Soort.LBT_ONTHEFFING: "ontheffing leerbaarheidstoets",
    Soort.PIP: "PIP van kracht",
    Soort.AANMELDING: "aangemeld",
    Soort.EIGEN_INSCHRIJVING: "zelf ingeschreven",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verandering:
    """One thing that becomes different."""

    wat: str
    was: str
    wordt: str


def describe(preview: Preview, *, gemeenten: Mapping[str, str]) -> list[Verandering]:
    """Return what becomes different; what stays the same is left out.

    :param gemeenten: names by CBS code
    """
    old, new = preview.old, preview.new
    if new.event.kind.endswith(".voided"):
        pairs = [(_capital(old.event.label), dutch_date(old.on), "niet gebeurd")]
    else:
        pairs = [(_capital(old.event.label), dutch_date(old.on), dutch_date(new.on))]
        pairs += [
            (
                _capital(name.replace("_", " ")),
                _fact(getattr(old.event, name), gemeenten),
                _fact(getattr(new.event, name), gemeenten),
            )
            for name in new.event.facts()
        ]
    after = words_of(preview.after, preview.op, gemeenten)
    pairs += [
        (wat, was, after[wat])
        for wat, was in words_of(preview.before, preview.op, gemeenten).items()
    ]
    return [Verandering(wat=wat, was=was, wordt=wordt) for wat, was, wordt in pairs if was != wordt]


def words_of(verhaal: Verhaal, op: date, gemeenten: Mapping[str, str]) -> dict[str, str]:
    """Return where someone stands on a day, in words, by what is told."""
    terms, dossier = verhaal.termijnen_on(op), verhaal.dossier_on(op)
    traject = verhaal.traject_on(op)
    inburgering = terms.inburgering.value if terms.inburgering else None
    return {
        "Verantwoordelijke gemeente": gemeenten.get(dossier.gemeente, "nog niet bekend"),
        "Toepasselijke wet": dossier.wet.label if dossier.wet else "nog niet te zeggen",
        "Begin inburgeringsplicht": _day(dossier.begin_plicht.value.dag),
        "PIP uiterlijk": _day(terms.pip.value.laatste_dag if terms.pip else None),
        "PIP op tijd": {True: "ja", False: "nee", None: "nog geen PIP"}[terms.pip_op_tijd],
        "Inburgeringstermijn": "nog niet begonnen"
        if inburgering is None
        else f"{dutch_date(inburgering.start)} tot en met {_day(inburgering.last_day)}",
        "Volgende stap": STAPPEN[traject.stap],
        "Telt vandaag in de stand": _counts(dossier, traject, gemeenten),
    }


def _counts(dossier: DossierStand, traject: TrajectStand, gemeenten: Mapping[str, str]) -> str:
    """Return where and as what someone counts, and what was reached."""
    place = plek(dossier)
    if place is None:
        return "telt niet mee"
    words = [Doelgroep(place.doelgroep).label]
    if not place.ingeschreven:
        words.append("niet ingeschreven")
    if not place.bevestigd:
        words.append("nog niet bevestigd door DUO")
    words += sorted(SOORTEN[Soort(one)] for one in list_bereikt(traject))
    return f"{gemeenten.get(place.gemeente, place.gemeente)}: {', '.join(words)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fact(value: object, gemeenten: Mapping[str, str]) -> str:
    if isinstance(value, date):
        return dutch_date(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if value is None:
        return "niet bekend"
    text = str(getattr(value, "label", value))
    return gemeenten.get(text, text.replace("_", " "))


def _day(day: date | None) -> str:
    return "nog niet te bepalen" if day is None else dutch_date(day)
