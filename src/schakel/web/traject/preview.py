"""What a correction changes, in words: before and after, side by side."""

from dataclasses import dataclass
from datetime import date

from schakel.traject.queries import Preview, Soort, Verhaal, list_bereikt
from schakel.web.dossier.presentation import STAPPEN
from schakel.wet.datum import dutch_date

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


def describe(preview: Preview) -> list[Verandering]:
    """Return what becomes different; what stays the same is left out."""
    before, after = _words(preview.before, preview.op), _words(preview.after, preview.op)
    changes = [
        Verandering(
            wat=_capital(preview.old.event.label),
            was=dutch_date(preview.old.on),
            wordt="niet gebeurd"
            if preview.new.event.kind.endswith(".voided")
            else dutch_date(preview.new.on),
        )
    ]
    for name in preview.new.event.facts():
        was, wordt = getattr(preview.old.event, name), getattr(preview.new.event, name)
        if was != wordt:
            changes.append(
                Verandering(
                    wat=name.replace("_", " ").capitalize(), was=_fact(was), wordt=_fact(wordt)
                )
            )
    changes += [
        Verandering(wat=wat, was=was, wordt=after[wat])
        for wat, was in before.items()
        if was != after[wat]
    ]
    return changes


def _words(verhaal: Verhaal, op: date) -> dict[str, str]:
    terms, traject = verhaal.termijnen_on(op), verhaal.traject_on(op)
    inburgering = terms.inburgering.value if terms.inburgering else None
    return {
        "PIP uiterlijk": _day(terms.pip.value.laatste_dag if terms.pip else None),
        "PIP op tijd": {True: "ja", False: "nee", None: "nog geen PIP"}[terms.pip_op_tijd],
        "Inburgeringstermijn": "nog niet begonnen"
        if inburgering is None
        else f"{dutch_date(inburgering.start)} tot en met {_day(inburgering.last_day)}",
        "Volgende stap": STAPPEN[traject.stap],
        "Telt vandaag in de stand als": ", ".join(
            sorted(SOORTEN[Soort(one)] for one in list_bereikt(traject))
        )
        or "niets bereikt",
    }


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fact(value: object) -> str:
    if isinstance(value, date):
        return dutch_date(value)
    return "niet bekend" if value is None else str(getattr(value, "label", value))


def _day(day: date | None) -> str:
    return "nog niet te bepalen" if day is None else dutch_date(day)
