"""What one person counts for in the SPUK inburgeringsvoorzieningen of a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.geld import centen, dutch_euro
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    versie_stap,
)

ONBEKEND = {
    date(2024, 1, 1): Zekerheid.ONGECONTROLEERD,
    date(2027, 1, 1): Zekerheid.ONGECONTROLEERD,
}
D = Decimal

# None: not in any text that was read. Each value holds for the whole year that starts on that day.
GEZINS: Dated[Decimal | None] = Dated(
    bron=Artikel("Ri", "10.2"),
    maat=Maat.EURO,
    versions={
        date(2022, 1, 1): D("610.98"),
        date(2023, 1, 1): D("635.32"),
        date(2024, 1, 1): None,
        date(2025, 1, 1): D("694.23"),
        date(2026, 1, 1): D("706.72"),
        date(2027, 1, 1): None,
    },
    zekerheid=ONBEKEND,
)
# a, b and c: for the cohorts of year t, t-1 and t-2.
BEDRAGEN: Dated[tuple[Decimal, ...] | None] = Dated(
    bron=Artikel("Ri", "10.3"),
    maat=Maat.EURO,
    versions={
        date(2022, 1, 1): (D("8057.10"), D("4079.67"), D("1019.92")),
        date(2023, 1, 1): (D("8378.03"), D("4242.17"), D("1060.54")),
        date(2024, 1, 1): None,
        date(2025, 1, 1): (D("9154.91"), D("4635.54"), D("1158.89")),
        date(2026, 1, 1): (D("6087.34"), D("4718.96"), D("1179.74")),
        date(2027, 1, 1): None,
    },
    zekerheid=ONBEKEND,
)
# a, b and c as above, and d: for each traject that was completed.
GEWICHTEN: Dated[tuple[Decimal, ...] | None] = Dated(
    bron=Artikel("Ri", "10.4"),
    maat=Maat.EURO,
    versions={
        date(2022, 1, 1): (D("8057.10"), D("4079.67"), D("1019.92"), D(0)),
        date(2023, 1, 1): (D("8378.03"), D("4242.17"), D("1060.54"), D(0)),
        date(2024, 1, 1): None,
        date(2025, 1, 1): (D("9154.91"), D("4635.54"), D("1158.89"), D(0)),
        date(2026, 1, 1): (D("5820.70"), D("4247.06"), D("1061.77"), D("856.51")),
        date(2027, 1, 1): None,
    },
    zekerheid=ONBEKEND,
)
# PA. The text of 1 April 2023 was read: that it also held for 2022 is our reading.
PERCENTAGE_ASIEL: Dated[Decimal] = Dated(
    bron=Artikel("Ri", "10.1"),
    versions={date(2022, 1, 1): D("0.70"), date(2023, 1, 1): D("0.70")},
    zekerheid={date(2022, 1, 1): Zekerheid.AFGELEID},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SPUKBedragen:
    """What a year counts with, in exact euros.

    :param gezins: for each gezins- of overige migrant
    :param bedragen: for each asielstatushouder: a, b, c (cohort t, t-1, t-2)
    :param gewichten: the same four times over for the share of a gemeente: a, b, c, d
    :param percentage_asiel: part of a taakstelling or prognose that is asielstatushouder
    """

    gezins: Decimal
    bedragen: tuple[Decimal, ...]
    gewichten: tuple[Decimal, ...]
    percentage_asiel: Decimal

    @property
    def gewogen(self) -> bool:
        """True if the weights differ from the amounts, so that the share is not the amount."""
        return self.gewichten != (*self.bedragen, Decimal(0))

    @property
    def gezins_centen(self) -> int:
        """The amount per gezins- of overige migrant in whole cents."""
        return centen(self.gezins)

    @property
    def bedragen_centen(self) -> list[int]:
        """The amounts a, b and c in whole cents."""
        return [centen(bedrag) for bedrag in self.bedragen]

    @property
    def gewichten_centen(self) -> list[int]:
        """The weights a, b, c and d in hundredths."""
        return [centen(gewicht) for gewicht in self.gewichten]


def spuk_bedragen(*, jaar: int) -> Uitkomst[SPUKBedragen]:
    """Return the amounts and weights of a year (art. 10.1-10.4 Ri; art. 10.3 lid 2-4 Bi).

    :param jaar: the year that the grant is for; it alone decides, not the day of asking
    :raises NotInForce: for a year before 2022
    :raises Refusal: for a year whose amounts are not in a text that was read
    """
    begin = date(jaar, 1, 1)
    gezins, bedragen, gewichten = GEZINS.on(begin), BEDRAGEN.on(begin), GEWICHTEN.on(begin)
    if gezins is None or bedragen is None or gewichten is None:
        raise Refusal(
            f"De bedragen en gewichten van de uitkering voor {jaar} ontbreken: de tekst van "
            "art. 10.2 tot en met 10.4 Ri voor dat jaar is niet gelezen. Vul die eerst aan.",
            field="jaar",
        )
    value = SPUKBedragen(
        gezins=gezins,
        bedragen=bedragen,
        gewichten=gewichten,
        percentage_asiel=PERCENTAGE_ASIEL.on(begin),
    )
    stappen = tuple(_stappen(jaar, begin, value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=begin,
        geldig_tot=date(jaar + 1, 1, 1),
    )


def _stappen(jaar: int, begin: date, value: SPUKBedragen) -> Iterator[Stap]:
    yield feit_stap("jaar", f"De uitkering is voor {jaar}.", begin)
    yield versie_stap(BEDRAGEN, begin, bepalend="het begin van het uitvoeringsjaar")
    a, b, c = (dutch_euro(bedrag) for bedrag in value.bedragen)
    yield _uitkomst(f"Voor een gezins- of overige migrant: {dutch_euro(value.gezins)}.", GEZINS)
    tekst = f"Voor een asielstatushouder die in {jaar} is gehuisvest {a}, een jaar eerder {b}, "
    yield _uitkomst(f"{tekst}twee jaar eerder {c}.", BEDRAGEN)
    if value.gewogen:
        a, b, c, d = (dutch_euro(gewicht) for gewicht in value.gewichten)
        tekst = f"Het aandeel van een gemeente wordt gewogen met {a}, {b}, {c} en {d}."
    else:
        tekst = "De gewichten zijn gelijk aan deze bedragen; afgeronde trajecten tellen niet mee."
    yield _uitkomst(tekst, GEWICHTEN)


def _uitkomst(tekst: str, regel: Dated[tuple[Decimal, ...] | None] | Dated[Decimal | None]) -> Stap:
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=regel.bron)
