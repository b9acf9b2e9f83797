"""Whether DUO exempts someone from the inburgeringsplicht."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

BESLUIT = Artikel("Wi2021", "4", lid="1")
SCHOOLJAREN = Dated(
    bron=Artikel("Wi2021", "4", lid="1", onder="a"), maat=Maat.JAREN, versions={date(2022, 1, 1): 8}
)
JAREN_BRP = Dated(
    bron=Artikel("Bi", "2.3", onder="a"), maat=Maat.JAREN, versions={date(2022, 1, 1): 10}
)
JAREN_WERK = Dated(
    bron=Artikel("Bi", "2.3", onder="b"), maat=Maat.JAREN, versions={date(2022, 1, 1): 5}
)
TAAL = Artikel("Bi", "2.3", onder="c")


class Vrijstellingsgrond(StrEnum):
    """The grounds of art. 4 lid 1 Wi2021, those that last before those that pass."""

    SCHOOL_8_JAAR = "school_8_jaar"
    DIPLOMA = "diploma"
    INGEBURGERD = "ingeburgerd"
    LEERPLICHTIG = "leerplichtig"
    OPLEIDING = "opleiding"

    @property
    def label(self) -> str:
        return {
            "school_8_jaar": "acht jaar leerplichtig of kwalificatieplichtig geweest",
            "diploma": "vrijstellend diploma",
            "ingeburgerd": "aantoonbaar voldoende ingeburgerd",
            "leerplichtig": "leerplichtig of kwalificatieplichtig",
            "opleiding": "volgt een vrijstellende opleiding",
        }[self.value]

    @property
    def tijdelijk(self) -> bool:
        """True when it lasts only as long as the circumstance does."""
        return self in {Vrijstellingsgrond.LEERPLICHTIG, Vrijstellingsgrond.OPLEIDING}

    @property
    def bron(self) -> Artikel:
        onder = {
            "school_8_jaar": "a",
            "diploma": "b",
            "leerplichtig": "c",
            "opleiding": "d",
            "ingeburgerd": "e",
        }[self.value]
        return Artikel("Wi2021", "4", lid="1", onder=onder)


@dataclass(frozen=True, slots=True, kw_only=True)
class VrijstellingFeiten:
    """What may be a ground. A number of years that is not known counts as no years.

    :param schooljaren: years of leerplicht or kwalificatieplicht, as the BRP shows them
    :param diploma: has a diploma of the list (Ri 2.1)
    :param leerplichtig: is leerplichtig or kwalificatieplichtig on the day of asking
    :param opleiding: is enrolled on the day of asking in a training to such a diploma (Ri 2.2)
    :param jaren_brp: years of uninterrupted registration as a resident
    :param jaren_werk: years of paid or voluntary work in the Netherlands
    :param b1_in_gesprek: speaking and listening at B1 were shown in the talk
    """

    schooljaren: int = 0
    diploma: bool = False
    leerplichtig: bool = False
    opleiding: bool = False
    jaren_brp: int = 0
    jaren_werk: int = 0
    b1_in_gesprek: bool = False


def vrijstelling(*, feiten: VrijstellingFeiten, op: date) -> Uitkomst[Vrijstellingsgrond | None]:
    """Return the ground on which DUO is expected to exempt, or None (art. 4 Wi2021; Bi 2.3, 2.6).

    With several grounds a lasting one goes before a temporary one, and then the order of the law.
    Whether someone is plichtig at all is another rule; so is an exemption from exam parts.

    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(SCHOOLJAREN, op)
    gronden = [grond for grond in Vrijstellingsgrond if _geldt(grond, feiten, op)]
    grond = gronden[0] if gronden else None
    stappen = (
        versie,
        *_feiten(feiten),
        *_keuzes(gronden, feiten, op),
        keuze_stap("DUO beslist over de vrijstelling. Dit is wat wij verwachten.", BESLUIT),
        Stap(soort=StapSoort.UITKOMST, tekst=_slot(grond)),
    )
    return Uitkomst(value=grond, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _geldt(grond: Vrijstellingsgrond, feiten: VrijstellingFeiten, op: date) -> bool:
    return {
        Vrijstellingsgrond.SCHOOL_8_JAAR: feiten.schooljaren >= SCHOOLJAREN.on(op),
        Vrijstellingsgrond.DIPLOMA: feiten.diploma,
        Vrijstellingsgrond.INGEBURGERD: not list(_nog_niet_ingeburgerd(feiten, op)),
        Vrijstellingsgrond.LEERPLICHTIG: feiten.leerplichtig,
        Vrijstellingsgrond.OPLEIDING: feiten.opleiding,
    }[grond]


def _keuzes(
    gronden: list[Vrijstellingsgrond], feiten: VrijstellingFeiten, op: date
) -> Iterator[Stap]:
    for grond in gronden:
        duur = " Dat geldt zolang dit duurt." if grond.tijdelijk else ""
        yield keuze_stap(f"Er is een grond voor vrijstelling: {grond.label}.{duur}", grond.bron)
    if len(gronden) > 1:
        yield keuze_stap(
            "Er is meer dan één grond. Een blijvende gaat voor een tijdelijke, en daarna geldt de "
            "volgorde van de wet.",
            BESLUIT,
            zekerheid=Zekerheid.AFGELEID,
        )
    if 0 < feiten.schooljaren < SCHOOLJAREN.on(op):
        tekst = f"Vrijstelling vraagt {SCHOOLJAREN.on(op)} jaar leerplicht of kwalificatieplicht."
        yield keuze_stap(tekst, SCHOOLJAREN.bron)
    if feiten.jaren_brp or feiten.jaren_werk or feiten.b1_in_gesprek:
        yield from _nog_niet_ingeburgerd(feiten, op)


def _nog_niet_ingeburgerd(feiten: VrijstellingFeiten, op: date) -> Iterator[Stap]:
    """Give a step for each condition of Bi 2.3 that is not met."""
    brp, werk = JAREN_BRP.on(op), JAREN_WERK.on(op)
    voldoende = "Voor ‘aantoonbaar voldoende ingeburgerd’ is nodig:"
    if feiten.jaren_brp < brp:
        tekst = f"{voldoende} {brp} jaar onafgebroken ingeschreven in de BRP."
        yield keuze_stap(tekst, JAREN_BRP.bron)
    if feiten.jaren_werk < werk:
        tekst = f"{voldoende} {werk} jaar betaald werk of vrijwilligerswerk in Nederland."
        yield keuze_stap(tekst, JAREN_WERK.bron)
    if not feiten.b1_in_gesprek:
        yield keuze_stap(f"{voldoende} spreken en luisteren op B1, gebleken in een gesprek.", TAAL)


def _feiten(feiten: VrijstellingFeiten) -> Iterator[Stap]:
    teksten = {
        "schooljaren": f"Jaren leerplicht of kwalificatieplicht: {feiten.schooljaren}.",
        "diploma": "Er is een vrijstellend diploma.",
        "leerplichtig": "Deze persoon is nu leerplichtig of kwalificatieplichtig.",
        "opleiding": "Deze persoon volgt een opleiding die tot een vrijstellend diploma leidt.",
        "jaren_brp": f"Jaren onafgebroken ingeschreven in de BRP: {feiten.jaren_brp}.",
        "jaren_werk": f"Jaren werk of vrijwilligerswerk in Nederland: {feiten.jaren_werk}.",
        "b1_in_gesprek": "In een gesprek bleken spreken en luisteren op niveau B1.",
    }
    given = {naam: tekst for naam, tekst in teksten.items() if getattr(feiten, naam)}
    if not given:
        yield feit_stap("feiten", "Er is niets bekend dat een grond kan zijn.", None)
    for naam, tekst in given.items():
        yield feit_stap(naam, tekst, None)


def _slot(grond: Vrijstellingsgrond | None) -> str:
    if grond is None:
        return "Er is geen grond voor vrijstelling."
    soort = "tijdelijk vrij" if grond.tijdelijk else "vrij"
    return f"Naar verwachting stelt DUO deze persoon {soort}: {grond.label}."
