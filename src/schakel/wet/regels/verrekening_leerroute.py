"""What of the old leerroute counts in the new one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated
from schakel.wet.lijsten import Leerroute
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)


class Cursusuren(StrEnum):
    """What happens to the course hours that were followed."""

    IN_INTENSITEIT = "in_intensiteit"
    AF_VAN_NORM = "af_van_norm"
    NIET_GENOEMD = "niet_genoemd"

    @property
    def label(self) -> str:
        return {
            "in_intensiteit": "de gevolgde cursusuren wegen mee in de intensiteit",
            "af_van_norm": "de gevolgde cursusuren gaan af van de 800 uur",
            "niet_genoemd": "over cursusuren zegt het artikel niets",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verrekening:
    """The outcome.

    :param examens_tellen: attempts used and parts passed both count in the new leerroute; False
        where the article does not say so
    """

    cursusuren: Cursusuren
    examens_tellen: bool = False

    @property
    def label(self) -> str:
        """In words."""
        examens = "; examenpogingen en behaalde onderdelen tellen" if self.examens_tellen else ""
        return f"{self.cursusuren.label}{examens}"


@dataclass(frozen=True, slots=True)
class Wisseling:
    """From which leerroute to which."""

    van: Leerroute
    naar: Leerroute

    @property
    def label(self) -> str:
        """In words."""
        return f"van de {self.van.label} naar de {self.naar.label}"


ONDERWIJS, B1, Z = Leerroute.ONDERWIJS, Leerroute.B1, Leerroute.ZELFREDZAAMHEID
GEVOLGEN: Dated[Mapping[Wisseling, Verrekening]] = Dated(
    bron=Artikel("Bi", "5.4"),
    versions={
        date(2022, 1, 1): {
            Wisseling(ONDERWIJS, B1): Verrekening(
                cursusuren=Cursusuren.IN_INTENSITEIT, examens_tellen=True
            ),
            Wisseling(Z, B1): Verrekening(cursusuren=Cursusuren.IN_INTENSITEIT),
            Wisseling(B1, ONDERWIJS): Verrekening(
                cursusuren=Cursusuren.NIET_GENOEMD, examens_tellen=True
            ),
            Wisseling(B1, Z): Verrekening(cursusuren=Cursusuren.AF_VAN_NORM),
            Wisseling(ONDERWIJS, Z): Verrekening(cursusuren=Cursusuren.AF_VAN_NORM),
        }
    },
)
LID = Dated(
    bron=GEVOLGEN.bron,
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.4", lid="3"),
        date(2023, 1, 1): Artikel("Bi", "5.4", lid="4"),
    },
)


def verrekening_leerroute(*, van: Leerroute, naar: Leerroute, op: date) -> Uitkomst[Verrekening]:
    """Return what counts after a change of leerroute (art. 5.4 Bi, since 2023 lid 4).

    Whether the change is allowed is `wijzigen_leerroute`; how many hours are left in the
    zelfredzaamheidsroute is `cursusuren_zelfredzaamheid`.

    :param van: the old leerroute
    :param naar: the new leerroute
    :param op: the day of the change, which chooses the version
    :raises Refusal: when both are the same, or where nothing was read of this change
    :raises NotInForce: before 1 January 2022
    """
    versie = versie_stap(LID, op)
    value = _gevolg(van, naar, op)
    stappen = (
        versie,
        feit_stap("van", f"De oude leerroute is de {van.label}.", None),
        feit_stap("naar", f"De nieuwe leerroute is de {naar.label}.", None),
        *_keuzes(value, LID.on(op)),
        Stap(soort=StapSoort.UITKOMST, tekst=f"Na deze wijziging: {value.label}."),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=LID.next_change(op),
    )


def _gevolg(van: Leerroute, naar: Leerroute, op: date) -> Verrekening:
    if van is naar:
        tekst = "De oude en de nieuwe leerroute zijn dezelfde. Verbeter een van beide."
        raise Refusal(tekst, field="naar")
    gevolg = GEVOLGEN.on(op).get(Wisseling(van, naar))
    if gevolg is None:
        raise Refusal(
            f"Wat er meetelt van de {van.label} in de {naar.label}, is niet gelezen. Vraag het "
            "een jurist.",
            field="naar",
        )
    return gevolg


def _keuzes(value: Verrekening, bron: Artikel) -> Iterator[Stap]:
    label = value.cursusuren.label
    yield keuze_stap(f"{label[0].upper()}{label[1:]}.", bron)
    if value.examens_tellen:
        tekst = "Examenpogingen die zijn gebruikt en onderdelen die zijn behaald, tellen."
        yield keuze_stap(tekst, bron)
