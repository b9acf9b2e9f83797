"""Whether someone can take part in the voorinburgering of the COA."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
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
from schakel.wet.voorwaarde import Voorwaarde, beoordeel

WIE = Artikel("Wi2021", "10")
COA = Artikel("Ri", "3.19")
ONDERDELEN: Dated[tuple[str, ...]] = Dated(
    bron=WIE,
    versions={
        date(2022, 1, 1): (
            "cursus Nederlands als tweede taal",
            "inleiding op de MAP",
            "inleiding op KNM",
            "inleiding op het PVT",
        )
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorinburgeringFeiten:
    """What must be known; None is not known, unless it says otherwise.

    :param plichtig: is inburgeringsplichtig under the Wi2021
    :param gehuisvest_hvw28: is, or is to be, housed under art. 28 Hvw
    :param inschrijving_hvw28: day of registration in that gemeente; None while there is none
    """

    plichtig: bool | None
    gehuisvest_hvw28: bool | None
    inschrijving_hvw28: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorinburgering:
    """The outcome.

    :param mogelijk: this person can take part on the day of asking; it is free
    :param verplicht: never: the law forbids that
    :param telt_mee: never: what is done in it does not count for the inburgeringsplicht
    """

    mogelijk: bool
    verplicht: bool = False
    telt_mee: bool = False


def voorinburgering(*, feiten: VoorinburgeringFeiten, op: date) -> Uitkomst[Voorinburgering]:
    """Return whether someone can take part (art. 10 Wi2021, 5.3 Bi, 3.19 Ri).

    For who is plichtig and not registered yet in the gemeente of housing: up to the day of that
    registration (exclusive).

    :param feiten: what is known of the person; a condition that fails decides
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(ONDERDELEN, op)
    mogelijk, keuzes = beoordeel(_voorwaarden(feiten, op))
    value = Voorinburgering(mogelijk=mogelijk)
    stappen = (
        versie,
        *_feiten(feiten),
        *keuzes,
        *(_aard(op) if mogelijk else ()),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Voorinburgering is {'mogelijk' if mogelijk else 'niet mogelijk'}.",
        ),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=min(
            filter(None, (ONDERDELEN.next_change(op), VOOR_PIP.next_change(op))), default=None
        ),
    )


def _voorwaarden(feiten: VoorinburgeringFeiten, op: date) -> Iterator[Voorwaarde]:
    yield Voorwaarde(
        feit="plichtig",
        onderwerp="Of iemand inburgeringsplichtig is onder de Wet inburgering 2021,",
        vervuld=feiten.plichtig,
        wel="Er is een inburgeringsplicht onder de Wet inburgering 2021.",
        niet="Er is geen inburgeringsplicht onder de Wet inburgering 2021.",
        bron=WIE,
    )
    yield Voorwaarde(
        feit="gehuisvest_hvw28",
        onderwerp="Of een gemeente deze persoon huisvest volgens de Huisvestingswet,",
        vervuld=feiten.gehuisvest_hvw28,
        wel="Een gemeente huisvest deze persoon volgens de Huisvestingswet.",
        niet="Er is geen gemeente die deze persoon huisvest volgens de Huisvestingswet.",
        bron=WIE,
        zekerheid=Zekerheid.AFGELEID,
    )
    dag = feiten.inschrijving_hvw28
    yield Voorwaarde(
        feit="inschrijving_hvw28",
        onderwerp="De inschrijving in de gemeente van huisvesting",
        vervuld=dag is None or op < dag,
        wel="Er is nog geen inschrijving in de gemeente van huisvesting.",
        niet="Er is al een inschrijving in de gemeente van huisvesting.",
        bron=WIE,
    )


def _aard(op: date) -> Iterator[Stap]:
    yield keuze_stap("Het COA verzorgt de voorinburgering.", COA)
    yield keuze_stap(f"Onderdelen: {'; '.join(ONDERDELEN.on(op))}.", ONDERDELEN.bron)
    tekst = "Meedoen is gratis en nooit verplicht, en mag het traject niet vertragen."
    yield keuze_stap(tekst, WIE)
    tekst = "Wat in de voorinburgering is gedaan, telt niet mee voor de inburgeringsplicht."
    yield keuze_stap(tekst, VOOR_PIP.on(op), zekerheid=Zekerheid.AFGELEID)


def _feiten(feiten: VoorinburgeringFeiten) -> Iterator[Stap]:
    if dag := feiten.inschrijving_hvw28:
        tekst = f"De inschrijving in de gemeente van huisvesting is van {dutch_date(dag)}."
        yield feit_stap("inschrijving_hvw28", tekst, dag)
