"""Whether what someone did before the PIP counts for the inburgeringsplicht."""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_years, dutch_date
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.uren import VOOR_PIP

EERDER_ONDERWIJS = Artikel("Bi", "3.14", lid="9")


class SoortInspanning(StrEnum):
    """What someone did before the PIP, as far as the law says something about it."""

    BREDE_INTAKE = "brede_intake"
    PW_IN_INTAKE = "pw_in_intake"
    MAATSCHAPPELIJKE_BEGELEIDING = "maatschappelijke_begeleiding"
    EERDER_ONDERWIJS = "eerder_onderwijs"
    VOORINBURGERING = "voorinburgering"
    ANDERS = "anders"

    @property
    def label(self) -> str:
        return {
            "brede_intake": "uren in de brede intake",
            "pw_in_intake": "activiteiten voor de Participatiewet tijdens de brede intake",
            "maatschappelijke_begeleiding": "activiteiten in de maatschappelijke begeleiding",
            "eerder_onderwijs": "lessen in VSO, praktijkonderwijs of entree",
            "voorinburgering": "voorinburgering",
            "anders": "iets anders",
        }[self.value]


class Meetellen(StrEnum):
    """Whether an effort counts."""

    TELT = "telt"
    KEUZE_COLLEGE = "keuze_college"
    TELT_NIET = "telt_niet"

    @property
    def label(self) -> str:
        return {
            "telt": "telt mee",
            "keuze_college": "het college kan het laten meetellen",
            "telt_niet": "telt niet mee",
        }[self.value]


PVT = Artikel("Bi", "3.1", lid="5")
MAP = Artikel("Bi", "3.2", lid="3")
Z_ROUTE = Artikel("Bi", "3.14", lid="6")
AFSCHALEN = Artikel("Bi", "5.5", lid="2")
WAARVAN = {
    PVT: "de uren van het PVT",
    MAP: "de uren van de MAP",
    Z_ROUTE: "de uren van de zelfredzaamheidsroute",
    AFSCHALEN: "de 600 uur die afschalen vraagt",
    EERDER_ONDERWIJS: "de cursusuren van de zelfredzaamheidsroute",
}
_SINDS_2022 = {
    SoortInspanning.BREDE_INTAKE: (PVT, MAP, Z_ROUTE, AFSCHALEN),
    SoortInspanning.PW_IN_INTAKE: (Z_ROUTE,),
    SoortInspanning.MAATSCHAPPELIJKE_BEGELEIDING: (Z_ROUTE,),
}
# Absent from the text of 12 June 2024, present in that of 1 September 2025: the day is our reading.
UITZONDERINGEN: Dated[Mapping[SoortInspanning, tuple[Artikel, ...]]] = Dated(
    bron=VOOR_PIP.bron,
    versions={
        date(2022, 1, 1): _SINDS_2022,
        date(2025, 7, 10): {**_SINDS_2022, SoortInspanning.EERDER_ONDERWIJS: (EERDER_ONDERWIJS,)},
    },
    zekerheid={date(2025, 7, 10): Zekerheid.AFGELEID},
)
TERUGKIJKEN = Dated(
    bron=EERDER_ONDERWIJS,
    versions={
        date(2025, 7, 10): Duur(aantal=2, eenheid=Eenheid.JAREN, rang=Rang.AMVB, teruggerekend=True)
    },
    zekerheid={date(2025, 7, 10): Zekerheid.AFGELEID},
)

Keuze = tuple[Meetellen, tuple[Stap, ...]]


def eerdere_inspanningen(
    *, soort: SoortInspanning, dag: date, dagtekening_pip: date, op: date
) -> Uitkomst[Meetellen]:
    """Return whether an effort of before the PIP counts (art. 5.3 Bi).

    It does not, unless the law says so; where the law says so, the college chooses. How many hours
    then count is in the rules about hours.

    :param soort: what was done
    :param dag: the day on which it was done
    :param dagtekening_pip: of the first PIP
    :param op: the day of asking, which chooses the version
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(UITZONDERINGEN, op)
    if dag >= dagtekening_pip:
        value, keuzes = _na_pip(dag, dagtekening_pip)
    else:
        value, keuzes = _voor_pip(soort, dag, dagtekening_pip, op)
    stappen = (
        versie,
        feit_stap("soort", f"Het gaat om {soort.label}.", None),
        feit_stap("dag", f"Dat was op {dutch_date(dag)}.", dag),
        feit_stap(
            "dagtekening_pip",
            f"Het PIP is gedagtekend op {dutch_date(dagtekening_pip)}.",
            dagtekening_pip,
        ),
        *keuzes,
        Stap(soort=StapSoort.UITKOMST, tekst=f"De uitkomst is: {value.label}."),
    )
    veranderingen = (UITZONDERINGEN.next_change(op), VOOR_PIP.next_change(op))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=min(filter(None, veranderingen), default=None),
    )


def _na_pip(dag: date, dagtekening: date) -> Keuze:
    tekst = "Dit was niet vóór het PIP. De gewone regels voor uren gelden."
    mark = Zekerheid.AFGELEID if dag == dagtekening else Zekerheid.GELEZEN
    return Meetellen.TELT, (keuze_stap(tekst, VOOR_PIP.bron, zekerheid=mark),)


def _voor_pip(soort: SoortInspanning, dag: date, dagtekening: date, op: date) -> Keuze:
    tekst = "Wat vóór het PIP is gedaan, telt niet, tenzij de wet dat zegt."
    regel = keuze_stap(tekst, VOOR_PIP.on(op))
    bronnen = UITZONDERINGEN.on(op).get(soort, ())
    if not bronnen:
        mark = Zekerheid.AFGELEID if soort is SoortInspanning.VOORINBURGERING else Zekerheid.GELEZEN
        niet = keuze_stap("Hiervoor zegt de wet dat niet.", regel.bron, zekerheid=mark)
        return Meetellen.TELT_NIET, (regel, niet)
    if soort is SoortInspanning.EERDER_ONDERWIJS:
        vanaf = add_years(dagtekening, -TERUGKIJKEN.on(op).aantal)
        if dag < vanaf:
            tekst = f"Alleen lessen vanaf {dutch_date(vanaf)} kunnen meetellen."
            te_oud = keuze_stap(tekst, EERDER_ONDERWIJS, zekerheid=Zekerheid.AFGELEID)
            return Meetellen.TELT_NIET, (regel, te_oud)
    return Meetellen.KEUZE_COLLEGE, (regel, *_kan(bronnen))


def _kan(bronnen: tuple[Artikel, ...]) -> Iterator[Stap]:
    """Give a step for each article that lets the college choose."""
    for bron in bronnen:
        waarvan = WAARVAN[bron]
        yield keuze_stap(f"Het college kan dit in mindering brengen op {waarvan}.", bron)
    yield keuze_stap("Leg vast wat het college kiest.", bronnen[0], zekerheid=Zekerheid.AFGELEID)
