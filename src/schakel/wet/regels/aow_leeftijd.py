"""The day on which someone reaches the AOW age: from then on the inburgeringsplicht has ended."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_months, dutch_date
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, feit_stap, grounds_of, keuze_stap

VASTSTELLING = Artikel("AOW", "7a", lid="2")
MELDING = Artikel("Wi2021", "3", lid="1")
ONBEKEND_VANAF = date(2032, 1, 1)
MAANDEN_MELDING = 6


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """An age in years and months."""

    jaren: int
    maanden: int = 0

    @property
    def in_maanden(self) -> int:
        return 12 * self.jaren + self.maanden

    def __str__(self) -> str:
        if not self.maanden:
            return f"{self.jaren} jaar"
        maand = "maand" if self.maanden == 1 else "maanden"
        return f"{self.jaren} jaar en {self.maanden} {maand}"


# The age that holds for who reaches it on or after that day. From 2032 nobody knows it yet.
LEEFTIJDEN: Dated[Leeftijd] = Dated(
    bron=Artikel("AOW", "7a", lid="1"),
    versions={
        date(1957, 1, 1): Leeftijd(65),
        date(2013, 1, 1): Leeftijd(65, 1),
        date(2014, 1, 1): Leeftijd(65, 2),
        date(2015, 1, 1): Leeftijd(65, 3),
        date(2016, 1, 1): Leeftijd(65, 6),
        date(2017, 1, 1): Leeftijd(65, 9),
        date(2018, 1, 1): Leeftijd(66),
        date(2019, 1, 1): Leeftijd(66, 4),
        date(2022, 1, 1): Leeftijd(66, 7),
        date(2023, 1, 1): Leeftijd(66, 10),
        date(2024, 1, 1): Leeftijd(67),
        date(2026, 1, 1): Leeftijd(67),
        date(2027, 1, 1): Leeftijd(67),
        date(2028, 1, 1): Leeftijd(67, 3),
    },
    zekerheid={
        date(1957, 1, 1): Zekerheid.ONGECONTROLEERD,
        date(2026, 1, 1): Zekerheid.AFGELEID,
        date(2027, 1, 1): Zekerheid.TWEEDE_HAND,
        date(2028, 1, 1): Zekerheid.TWEEDE_HAND,
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AOWLeeftijd:
    """When the AOW age is reached.

    :param datum: the first day on which it is reached; None when that is after 2031, for which no
        age is known yet
    :param bereikt: True on `datum` and later
    :param binnen_half_jaar: True from six months before `datum` until the day before it; None when
        the missing age makes the difference
    """

    datum: date | None
    bereikt: bool
    binnen_half_jaar: bool | None


def aow_leeftijd(*, geboortedatum: date, op: date) -> Uitkomst[AOWLeeftijd]:
    """Return the day on which the AOW age is reached, as seen on a day (AOW art. 7a).

    The year in which someone reaches it chooses the age; who has reached it keeps it.

    :param geboortedatum: not after `op`
    :param op: the day of asking: the AOW age is reached on `op` if it is reached on that day itself
    :raises Refusal: for a birth after `op`, or when only an age after 2031 could give the answer
    """
    if geboortedatum > op:
        raise Refusal(
            "De geboortedatum ligt na de peildatum. Verbeter een van beide.", field="geboortedatum"
        )
    datum = _datum(geboortedatum)
    value = _value(datum, datum or _op_zijn_vroegst(geboortedatum), op)
    stappen = tuple(_stappen(geboortedatum, value, op))
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _datum(geboortedatum: date) -> date | None:
    for since, leeftijd in sorted(LEEFTIJDEN.versions.items()):
        datum = add_months(geboortedatum, leeftijd.in_maanden)
        if datum < (LEEFTIJDEN.next_change(since) or ONBEKEND_VANAF):
            return datum
    return None


def _op_zijn_vroegst(geboortedatum: date) -> date:
    """Return the day before which the age is not reached: it never goes down."""
    laatste = LEEFTIJDEN.on(ONBEKEND_VANAF)
    return max(add_months(geboortedatum, laatste.in_maanden), ONBEKEND_VANAF)


def _value(datum: date | None, vroegst: date, op: date) -> AOWLeeftijd:
    if datum is None and op >= vroegst:
        raise Refusal(
            "De AOW-leeftijd vanaf 2032 is nog niet bekend. Vul eerst de leeftijden aan.",
            field="geboortedatum",
        )
    bereikt = op >= vroegst
    nadert = not bereikt and op >= add_months(vroegst, -MAANDEN_MELDING)
    return AOWLeeftijd(
        datum=datum,
        bereikt=bereikt,
        binnen_half_jaar=None if nadert and datum is None else nadert,
    )


def _stappen(geboortedatum: date, value: AOWLeeftijd, op: date) -> Iterator[Stap]:
    tekst = f"De geboortedatum is {dutch_date(geboortedatum)}."
    yield feit_stap("geboortedatum", tekst, geboortedatum)
    if value.datum is None:
        yield keuze_stap(
            "De AOW-leeftijd wordt na 2031 bereikt. De leeftijden daarna zijn nog niet "
            "vastgesteld, en worden niet lager.",
            VASTSTELLING,
            zekerheid=Zekerheid.AFGELEID,
        )
        tekst = f"Op {dutch_date(op)} is de AOW-leeftijd nog niet bereikt."
        yield Stap(soort=StapSoort.UITKOMST, tekst=tekst)
        return
    yield _leeftijd(geboortedatum, value.datum)
    if value.binnen_half_jaar:
        yield keuze_stap(
            "Tot die dag blijft de inburgeringsplicht. DUO meldt een half jaar van tevoren dat de "
            "AOW-leeftijd nadert.",
            MELDING,
            zekerheid=Zekerheid.AFGELEID,
        )
    nog_niet = "" if value.bereikt else " nog niet"
    yield Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"De dag van de AOW-leeftijd is {dutch_date(value.datum)}. Op {dutch_date(op)} is "
        f"die leeftijd{nog_niet} bereikt.",
        dag=value.datum,
    )


def _leeftijd(geboortedatum: date, datum: date) -> Stap:
    leeftijd = LEEFTIJDEN.on(datum)
    tekst = f"Wie in {datum.year} de AOW-leeftijd bereikt, is dan {leeftijd}."
    zekerheid = LEEFTIJDEN.mark_on(datum)
    if datum.day != geboortedatum.day:
        tekst += " Die dag van de maand bestaat dan niet, dus telt de eerste van de maand erna."
        zekerheid = Zekerheid.AFGELEID
    return Stap(
        soort=StapSoort.DUUR, tekst=tekst, dag=datum, bron=LEEFTIJDEN.bron, zekerheid=zekerheid
    )
