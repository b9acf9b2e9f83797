"""What belongs to a doelgroep: what someone has a right to, and what can be asked of him."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from schakel.wet.bron import Artikel, Dated
from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, feit_stap, versie_stap

BRONNEN: Dated[Mapping[str, Artikel]] = Dated(
    bron=Artikel("Wi2021", "13", lid="1"),
    versions={
        date(2022, 1, 1): {
            "maatschappelijke_begeleiding": Artikel("Wi2021", "13", lid="1"),
            "inburgeringsaanbod": Artikel("Wi2021", "16", lid="1"),
            "intensiteit_in_pip": Artikel("Wi2021", "15", lid="2"),
            "ontzorging_mogelijk": Artikel("Pw", "56a"),
            "lening": Artikel("Wi2021", "19"),
            "pvt_en_map": Artikel("Wi2021", "6", lid="3"),
            "boete_23_intensiteit": Artikel("Wi2021", "23", lid="1"),
        }
    },
)
VOORTGANGSGESPREKKEN = Dated(
    bron=Artikel("Bi", "5.3"),
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.3", lid="3"),
        date(2023, 1, 1): Artikel("Bi", "5.3", lid="4"),
    },
)
# The number of attempts from the first text of the Ri that was read.
POGINGEN = Dated(bron=Artikel("Ri", "3.5"), versions={date(2023, 4, 1): 2})

# What the screen says when a right is False and when it is True.
TEKSTEN = {
    "maatschappelijke_begeleiding": (
        "Er is geen recht op maatschappelijke begeleiding.",
        "Er is recht op maatschappelijke begeleiding.",
    ),
    "inburgeringsaanbod": (
        "De gemeente hoeft geen inburgeringsaanbod te doen.",
        "De gemeente doet een inburgeringsaanbod.",
    ),
    "intensiteit_in_pip": (
        "De intensiteit van de leerroute staat niet in het PIP.",
        "De intensiteit van de leerroute staat in het PIP.",
    ),
    "ontzorging_mogelijk": (
        "Met deze vergunning is er geen ontzorging.",
        "Met deze vergunning is ontzorging mogelijk, als er recht op bijstand is.",
    ),
    "lening": ("Een lening bij DUO is niet mogelijk.", "Een lening bij DUO is mogelijk."),
    "pvt_en_map": (
        "De gemeente biedt het PVT en de MAP niet aan.",
        "De gemeente biedt het PVT en de MAP aan.",
    ),
    "voortgangsgesprekken_in_pip": (
        "Het aantal voortgangsgesprekken staat niet in het PIP.",
        "Het aantal voortgangsgesprekken staat in het PIP.",
    ),
    "boete_23_intensiteit": (
        "Voor het niet halen van de intensiteit van de leerroute is geen boete mogelijk.",
        "Voor het niet halen van de intensiteit van de leerroute kent de wet een boete. Of de "
        "gemeente die oplegt, is beleid.",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechten:
    """What holds for one person; each field is the name under which `bronnen` has its article.

    :param ontzorging_mogelijk: as far as the permit goes; a right to bijstand is needed too
    :param pogingen_taalonderdeel: free attempts per language part, None when not known
    :param pogingen_knm: free attempts for the KNM exam, None when not known
    """

    maatschappelijke_begeleiding: bool
    inburgeringsaanbod: bool
    intensiteit_in_pip: bool
    ontzorging_mogelijk: bool
    lening: bool
    pvt_en_map: bool
    voortgangsgesprekken_in_pip: bool
    boete_23_intensiteit: bool
    pogingen_taalonderdeel: int | None = None
    pogingen_knm: int | None = None
    bronnen: Mapping[str, Artikel] = field(default_factory=dict, compare=False, repr=False)


def rechten(
    *,
    doelgroep: Doelgroep,
    vergunning: Verblijfsvergunning | None,
    op: date,
    leerroute: Leerroute | None = None,
    examens_in_pip: bool | None = None,
) -> Uitkomst[Rechten]:
    """Return what belongs to this group, each with its article (Wi2021, Bi, Ri, Pw 56a).

    :param doelgroep: the group, as the rule `doelgroep` or DUO has it
    :param vergunning: the permit that is actually held: ontzorging follows it, and not the group
    :param op: the day of asking
    :param leerroute: of the PIP; without it the free attempts of an asielstatushouder are not known
    :param examens_in_pip: in the zelfredzaamheidsroute: the exams are recorded in the PIP
    :raises NotInForce: when asked before 1 January 2022
    """
    asiel = doelgroep is Doelgroep.ASIELSTATUSHOUDER
    taalonderdeel, knm = _pogingen(asiel, leerroute, examens_in_pip, op)
    value = Rechten(
        maatschappelijke_begeleiding=asiel,
        inburgeringsaanbod=asiel,
        intensiteit_in_pip=asiel,
        ontzorging_mogelijk=vergunning is Verblijfsvergunning.ASIEL_BEPAALD,
        lening=not asiel,
        pvt_en_map=True,
        voortgangsgesprekken_in_pip=True,
        boete_23_intensiteit=asiel,
        pogingen_taalonderdeel=taalonderdeel,
        pogingen_knm=knm,
        bronnen=_bronnen(op),
    )
    return Uitkomst(
        value=value,
        grounds=tuple(dict.fromkeys(value.bronnen.values())),
        stappen=(*_versies(op), *_feiten(doelgroep, vergunning, leerroute), *_uitkomsten(value)),
        op=op,
        geldig_tot=min(filter(None, (regel.next_change(op) for regel in REGELS)), default=None),
    )


def een_recht(uitkomst: Uitkomst[Rechten], naam: str) -> Uitkomst[Rechten]:
    """Return the same answer with only the steps that lead to one right.

    :param naam: one of those that have an article in `bronnen`
    """
    bron = uitkomst.value.bronnen[naam]
    regel = REGEL_VAN.get(naam, BRONNEN)
    feiten = {"vergunning"} if naam == "ontzorging_mogelijk" else {"doelgroep"}
    if regel is POGINGEN:
        feiten.add("leerroute")
    stappen = [
        replace(stap, bron=bron) if stap.soort is StapSoort.VERSIE else stap
        for stap in uitkomst.stappen
        if stap.feit in feiten or (stap.soort is StapSoort.VERSIE and stap.bron == regel.bron)
    ]
    slot = _uitkomst(naam, uitkomst.value)
    return replace(uitkomst, grounds=(bron,), stappen=(*stappen, slot))


REGELS: tuple[Dated[Any], ...] = (BRONNEN, VOORTGANGSGESPREKKEN, POGINGEN)
REGEL_VAN: Mapping[str, Dated[Any]] = {
    "voortgangsgesprekken_in_pip": VOORTGANGSGESPREKKEN,
    "pogingen_taalonderdeel": POGINGEN,
    "pogingen_knm": POGINGEN,
}
"""Where a right has a dated text of its own."""


def _in_force(regel: Dated[Any], op: date) -> bool:
    return min(regel.versions) <= op


def _versies(op: date) -> Iterator[Stap]:
    return (versie_stap(regel, op) for regel in REGELS if _in_force(regel, op))


def _bronnen(op: date) -> Mapping[str, Artikel]:
    bronnen = {**BRONNEN.on(op), "voortgangsgesprekken_in_pip": VOORTGANGSGESPREKKEN.on(op)}
    if _in_force(POGINGEN, op):
        bronnen |= {"pogingen_taalonderdeel": POGINGEN.bron, "pogingen_knm": POGINGEN.bron}
    return bronnen


def _pogingen(
    asiel: bool, leerroute: Leerroute | None, examens_in_pip: bool | None, op: date
) -> tuple[int | None, int | None]:
    """Return the free attempts per language part and for KNM."""
    if not _in_force(POGINGEN, op):
        return None, None
    if not asiel:
        return 0, 0
    aantal = POGINGEN.on(op)
    if leerroute is Leerroute.ZELFREDZAAMHEID and examens_in_pip is not None:
        return (aantal, aantal) if examens_in_pip else (0, 0)
    if leerroute is Leerroute.B1:
        return aantal, aantal
    return (0, aantal) if leerroute is Leerroute.ONDERWIJS else (None, None)


def _feiten(
    doelgroep: Doelgroep, vergunning: Verblijfsvergunning | None, leerroute: Leerroute | None
) -> Iterator[Stap]:
    yield feit_stap("doelgroep", f"De doelgroep is {doelgroep.label}.", None)
    label = vergunning.label if vergunning else "niet bekend"
    yield feit_stap("vergunning", f"De verblijfsvergunning is: {label}.", None)
    if leerroute:
        yield feit_stap("leerroute", f"De leerroute is de {leerroute.label}.", None)


def _uitkomsten(value: Rechten) -> Iterator[Stap]:
    return (_uitkomst(name, value) for name in value.bronnen)


def _uitkomst(name: str, value: Rechten) -> Stap:
    recht = getattr(value, name)
    tekst = TEKSTEN[name][recht] if name in TEKSTEN else _aantal(name, recht)
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=value.bronnen[name])


def _aantal(name: str, aantal: int | None) -> str:
    waarvoor = {
        "pogingen_taalonderdeel": "per taalonderdeel van het examen",
        "pogingen_knm": "voor het examen KNM",
    }[name]
    if aantal is None:
        return f"Hoeveel gratis pogingen er zijn {waarvoor}, hangt af van het PIP."
    return f"Het aantal gratis pogingen {waarvoor} is {aantal}."
