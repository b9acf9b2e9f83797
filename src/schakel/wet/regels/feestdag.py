"""Which days the Algemene termijnenwet counts as a feestdag."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date, dutch_weekday
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, grounds_of, versie_stap

FEESTDAGEN = Artikel("Atw", "3")
VASTE_LIJST = Artikel("Atw", "3", lid="1")
GOEDE_VRIJDAG = Artikel("Atw", "3", lid="2")
BESLUIT = Artikel("Atw", "3", lid="3")

GEEN_EXTRA: Mapping[date, str] = MappingProxyType({})

# The decrees of art. 3 lid 3 put single days on a par, some years at a time. All read second hand.
GELIJKGESTELDE_DAGEN: Mapping[date, str] = MappingProxyType(
    {
        date(2022, 5, 27): "de vrijdag na Hemelvaartsdag",
        date(2023, 4, 28): "de vrijdag na Koningsdag",
        date(2023, 5, 19): "de vrijdag na Hemelvaartsdag",
        date(2024, 5, 10): "de vrijdag na Hemelvaartsdag",
        date(2024, 12, 27): "de vrijdag na Kerstmis",
        date(2025, 5, 30): "de vrijdag na Hemelvaartsdag",
        date(2026, 1, 2): "de vrijdag na Nieuwjaarsdag",
        date(2026, 5, 15): "de vrijdag na Hemelvaartsdag",
        date(2027, 5, 7): "de vrijdag na Hemelvaartsdag",
        date(2028, 4, 28): "de vrijdag na Koningsdag",
        date(2028, 5, 26): "de vrijdag na Hemelvaartsdag",
    }
)
EERSTE_JAAR_ZONDER_BESLUIT = 2029


def feestdag(*, dag: date, extra: Mapping[date, str] = GEEN_EXTRA) -> Uitkomst[str | None]:
    """Return the name of the feestdag on this day, or None (art. 3 Atw).

    The day itself decides which version of the list holds. A Saturday or Sunday is not a feestdag
    by that alone, so eerste Paasdag is none.

    :param dag: the day that is asked about
    :param extra: days that a later decree put on a par with a feestdag, with their name; a year
        that has one counts as known
    :raises NotInForce: for a day before the text of the law that was read (10 October 2010)
    """
    vast = LIJST.on(dag)(dag.year).get(dag)
    if vast:
        name, bron = vast
        return _uitkomst(dag, name, _stap(dag, name, bron, LIJST.mark_on(dag)))
    if dag in GELIJKGESTELDE_DAGEN:
        name = GELIJKGESTELDE_DAGEN[dag]
        return _uitkomst(dag, name, _stap(dag, name, BESLUIT, Zekerheid.TWEEDE_HAND))
    if dag in extra:
        return _uitkomst(dag, extra[dag], _stap(dag, extra[dag], BESLUIT, Zekerheid.GELEZEN))
    return _uitkomst(dag, None, *_geen(dag, extra))


def easter(year: int) -> date:
    """Return eerste Paasdag: the Sunday after the first full moon of spring (Gregorian)."""
    golden = year % 19
    century = year // 100
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    if moon == 29 or (moon == 28 and golden > 10):
        moon -= 1
    full_moon = date(year, 3, 21) + timedelta(days=moon)
    return full_moon + timedelta(days=7 - full_moon.isoweekday() % 7)


def _lijst(year: int, koningsdag: tuple[date, str]) -> Mapping[date, tuple[str, Artikel]]:
    pasen = easter(year)
    return {
        date(year, 1, 1): ("Nieuwjaarsdag", VASTE_LIJST),
        pasen - timedelta(days=2): ("Goede Vrijdag", GOEDE_VRIJDAG),
        pasen + timedelta(days=1): ("tweede Paasdag", VASTE_LIJST),
        koningsdag[0]: (koningsdag[1], VASTE_LIJST),
        date(year, 5, 5): ("Bevrijdingsdag", VASTE_LIJST),
        pasen + timedelta(days=39): ("Hemelvaartsdag", VASTE_LIJST),
        pasen + timedelta(days=50): ("tweede Pinksterdag", VASTE_LIJST),
        date(year, 12, 25): ("eerste Kerstdag", VASTE_LIJST),
        date(year, 12, 26): ("tweede Kerstdag", VASTE_LIJST),
    }


def _unless_sunday(day: date) -> date:
    return day - timedelta(days=1) if day.isoweekday() == 7 else day


def _met_koninginnedag(year: int) -> Mapping[date, tuple[str, Artikel]]:
    return _lijst(year, (_unless_sunday(date(year, 4, 30)), "Koninginnedag"))


def _met_koningsdag(year: int) -> Mapping[date, tuple[str, Artikel]]:
    return _lijst(year, (_unless_sunday(date(year, 4, 27)), "Koningsdag"))


LIJST = Dated(
    bron=FEESTDAGEN,
    versions={date(2010, 10, 10): _met_koninginnedag, date(2014, 1, 1): _met_koningsdag},
    zekerheid={date(2010, 10, 10): Zekerheid.ONGECONTROLEERD},
)


def _stap(dag: date, name: str, bron: Artikel, zekerheid: Zekerheid) -> Stap:
    besluit = ", die bij besluit met een feestdag is gelijkgesteld" if bron == BESLUIT else ""
    return Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"{dutch_date(dag)} is {name}{besluit}.",
        dag=dag,
        bron=bron,
        zekerheid=zekerheid,
    )


def _geen(dag: date, extra: Mapping[date, str]) -> tuple[Stap, ...]:
    geen = Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"{dutch_date(dag)} is geen feestdag.",
        dag=dag,
        bron=FEESTDAGEN,
        zekerheid=LIJST.mark_on(dag),
    )
    if dag.year < EERSTE_JAAR_ZONDER_BESLUIT or dag.year in {known.year for known in extra}:
        return (geen,)
    onbekend = Stap(
        soort=StapSoort.KEUZE,
        tekst=(
            f"Welke dagen in {dag.year} bij besluit met een feestdag worden gelijkgesteld, "
            "is nog niet bekend."
        ),
        dag=dag,
        bron=BESLUIT,
        zekerheid=Zekerheid.ONGECONTROLEERD,
    )
    return (onbekend, geen)


def _uitkomst(dag: date, name: str | None, *stappen: Stap) -> Uitkomst[str | None]:
    feit = Stap(
        soort=StapSoort.FEIT,
        tekst=f"De vraag gaat over {dutch_weekday(dag)} {dutch_date(dag)}.",
        dag=dag,
        feit="dag",
    )
    versie = versie_stap(LIJST, dag, bepalend="de dag zelf", zekerheid=LIJST.mark_on(dag))
    return Uitkomst(
        value=name,
        grounds=grounds_of(stappen),
        stappen=(feit, versie, *stappen),
        op=dag,
        geldig_tot=LIJST.next_change(dag),
    )
