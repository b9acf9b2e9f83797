"""Whether data on health or religion may be used, and who may see them."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten_gegevens import Organisatie
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.voorwaarde import Voorwaarde, beoordeel

GODSDIENST = Artikel("Wi2021", "37", lid="1")
GEZONDHEID = Artikel("Wi2021", "37", lid="2")
AUTORISATIE = Artikel("Bi", "9.11")
WIE = frozenset({Organisatie.COLLEGE, Organisatie.ANDER_COLLEGE, Organisatie.DUO})


class BijzonderGegeven(StrEnum):
    """The special categories that art. 37 Wi2021 names."""

    GEZONDHEID = "gezondheid"
    GODSDIENST = "godsdienst"

    @property
    def label(self) -> str:
        return {"gezondheid": "gezondheid", "godsdienst": "godsdienst of levensovertuiging"}[
            self.value
        ]


class GebruikDoel(StrEnum):
    """For what such data are used."""

    ONTHEFFING = "ontheffing"
    VERLENGING = "verlenging"
    BREDE_INTAKE = "brede_intake"
    PIP = "pip"
    BEGELEIDING = "begeleiding"
    GEESTELIJKE_BEDIENAAR = "geestelijke_bedienaar"
    ANDERS = "anders"

    @property
    def label(self) -> str:
        return {
            "ontheffing": "ontheffing",
            "verlenging": "verlenging van de termijn",
            "brede_intake": "brede intake",
            "pip": "PIP",
            "begeleiding": "begeleiding",
            "geestelijke_bedienaar": "vaststellen of iemand geestelijke bedienaar is",
            "anders": "iets anders",
        }[self.value]


DOELEN_GEZONDHEID: Dated[tuple[GebruikDoel, ...]] = Dated(
    bron=GEZONDHEID,
    versions={
        date(2022, 1, 1): (
            GebruikDoel.ONTHEFFING,
            GebruikDoel.VERLENGING,
            GebruikDoel.BREDE_INTAKE,
            GebruikDoel.PIP,
            GebruikDoel.BEGELEIDING,
        )
    },
)
DOELEN_GODSDIENST: Dated[tuple[GebruikDoel, ...]] = Dated(
    bron=GODSDIENST, versions={date(2022, 1, 1): (GebruikDoel.GEESTELIJKE_BEDIENAAR,)}
)
DOELEN = {
    BijzonderGegeven.GEZONDHEID: DOELEN_GEZONDHEID,
    BijzonderGegeven.GODSDIENST: DOELEN_GODSDIENST,
}


def bijzondere_persoonsgegevens(
    *,
    soort: BijzonderGegeven,
    doel: GebruikDoel,
    organisatie: Organisatie,
    geautoriseerd: bool | None,
    op: date,
) -> Uitkomst[bool]:
    """Return whether someone may see these data (art. 37 Wi2021, 9.11 Bi).

    A purpose or an organisation that the law does not name decides, whatever is not known.

    :param soort: what kind of data
    :param doel: for what they are used now
    :param organisatie: where the one who looks works
    :param geautoriseerd: this person has an authorisation, because the work needs it
    :param op: the day on which they are used, which chooses the version
    :raises Refusal: when only the authorisation is not known
    :raises NotInForce: before 1 January 2022
    """
    regel = DOELEN[soort]
    versie = versie_stap(regel, op)
    mag, keuzes = beoordeel(_voorwaarden(soort, doel, organisatie, geautoriseerd, op))
    stappen = (
        versie,
        feit_stap("soort", f"Het gaat om gegevens over {soort.label}.", None),
        feit_stap("doel", f"Het doel is: {doel.label}.", None),
        feit_stap("organisatie", f"Wie kijkt, werkt bij: {organisatie.label}.", None),
        *keuzes,
        *_bewaren(mag),
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Deze gegevens mogen hiervoor {'wel' if mag else 'niet'} worden gebruikt.",
        ),
    )
    return Uitkomst(
        value=mag,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=regel.next_change(op),
    )


def _voorwaarden(
    soort: BijzonderGegeven,
    doel: GebruikDoel,
    organisatie: Organisatie,
    geautoriseerd: bool | None,
    op: date,
) -> Iterator[Voorwaarde]:
    regel = DOELEN[soort]
    namen = ", ".join(one.label for one in regel.on(op))
    yield Voorwaarde(
        feit="doel",
        onderwerp="Het doel",
        vervuld=doel in regel.on(op),
        wel="De wet noemt dit doel.",
        niet=f"De wet noemt dit doel niet. Toegestaan is: {namen}.",
        bron=regel.bron,
    )
    yield Voorwaarde(
        feit="organisatie",
        onderwerp="De organisatie",
        vervuld=organisatie in WIE,
        wel="Het college en DUO mogen deze gegevens gebruiken.",
        niet="Alleen het college en DUO mogen deze gegevens gebruiken.",
        bron=regel.bron,
        # The article on religion was read for its purpose only.
        zekerheid=Zekerheid.AFGELEID if soort is BijzonderGegeven.GODSDIENST else Zekerheid.GELEZEN,
    )
    yield _autorisatie(geautoriseerd)


def _autorisatie(geautoriseerd: bool | None) -> Voorwaarde:
    return Voorwaarde(
        feit="geautoriseerd",
        onderwerp="Of deze persoon een autorisatie heeft,",
        vervuld=geautoriseerd,
        wel="Deze persoon heeft een autorisatie, omdat het werk dat vraagt.",
        niet="Deze persoon heeft geen autorisatie. Die krijgt alleen wie haar nodig heeft.",
        bron=AUTORISATIE,
    )


def _bewaren(mag: bool) -> Iterator[Stap]:
    if mag:
        tekst = "Een reservebestand staat op een plaats waar niemand komt die dat niet mag."
        yield keuze_stap(tekst, AUTORISATIE)
