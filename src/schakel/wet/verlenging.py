"""What every extension of the inburgeringstermijn shares: its facts, its outcome, its steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.lijsten_termijn import NietVrijstellendeOpleiding, SoortTermijn, Verlengingsgrond
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, feit_stap, grounds_of
from schakel.wet.voorwaarde import Voorwaarde, ontbreekt

GEDURENDE_DE_TERMIJN = Artikel("Bi", "4.3", lid="1")
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerlengingFeiten:
    """What must be known to extend a termijn; each ground asks for a few. None is not known.

    :param einde_termijn: first day after the termijn that runs now (exclusive)
    :param soort: what kind of termijn that is
    :param begin_termijn: first day of that termijn
    :param begin: first day of the circumstance; for an opleiding the enrolment
    :param einde: first day after it (exclusive); for an opleiding after the deregistration
    :param duurt_voort: it is known that the circumstance has not ended on the day of asking
    :param dagtekening_pip: of the first PIP
    :param aanbod: day of the inburgeringsaanbod; None when there was none on the day of asking
    :param start_tst: day on which the taalschakeltraject started; None when it had not
    :param begin_plicht: day on which the inburgeringsplicht arose
    :param eerdere_verlengingen: extensions that were given while the opleiding was followed
    :param behaalde_onderdelen: of the four language exams, at the level of the PIP
    :param uren_taal_knm: hours of language lessons and KNM
    """

    grond: Verlengingsgrond
    einde_termijn: date
    soort: SoortTermijn | None = None
    begin_termijn: date | None = None
    begin: date | None = None
    einde: date | None = None
    duurt_voort: bool = False
    leerroute: Leerroute | None = None
    doelgroep: Doelgroep | None = None
    dagtekening_pip: date | None = None
    aanbod: date | None = None
    start_tst: date | None = None
    begin_plicht: date | None = None
    opleiding: NietVrijstellendeOpleiding | None = None
    eerdere_verlengingen: int = 0
    behaalde_onderdelen: int | None = None
    knm_behaald: bool | None = None
    pvt_afgerond: bool | None = None
    map_afgerond: bool | None = None
    alle_lessen_gevolgd: bool | None = None
    uren_taal_knm: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verlenging:
    """The outcome.

    :param einde: first day after the termijn (exclusive), extended or as it was
    :param plicht_loopt_door: for a gap: the plicht is deemed not to have ended; None when that
        cannot be told yet, and on every other ground
    """

    toegekend: bool
    einde: date
    plicht_loopt_door: bool | None = None

    @property
    def laatste_dag(self) -> date:
        """The last day of the termijn (inclusive)."""
        return self.einde - ONE_DAY


def duur_van(feiten: VerlengingFeiten, op: date) -> tuple[date, date] | None:
    """Return the circumstance as `[begin, einde)`, or None when a day is not known.

    One that has not ended is counted up to the day of asking, that day not included.

    :raises Refusal: if it would not hold a single day
    """
    einde = op if feiten.einde is None and feiten.duurt_voort else feiten.einde
    if feiten.begin is None or einde is None:
        return None
    if einde <= feiten.begin:
        raise Refusal(
            "De omstandigheid eindigt niet later dan zij begint. Verbeter een van beide."
            if feiten.einde
            else "De omstandigheid is op de peildatum nog niet begonnen. Verbeter het begin.",
            field="einde" if feiten.einde else "begin",
        )
    return feiten.begin, einde


def nodige_duur(feiten: VerlengingFeiten, op: date) -> tuple[date, date]:
    """Return the same, where there is no answer without it.

    :raises Refusal: naming the day that is missing, or if it would not hold a single day
    """
    found = duur_van(feiten, op)
    if found is not None:
        return found
    if feiten.begin is None:
        raise ontbreekt("begin", "Het begin van de omstandigheid")
    raise ontbreekt("einde", "Het einde van de omstandigheid")


def in_de_termijn(feiten: VerlengingFeiten, bron: Artikel = GEDURENDE_DE_TERMIJN) -> Voorwaarde:
    """Return the condition that the circumstance was there during the termijn (Bi 4.3).

    Only what is known can fail it; the step says what was not looked into.
    """
    begin, einde = feiten.begin, feiten.einde
    te_laat = begin is not None and begin >= feiten.einde_termijn
    te_vroeg = (
        feiten.begin_termijn is not None and einde is not None and einde <= feiten.begin_termijn
    )
    return Voorwaarde(
        feit="begin",
        onderwerp="Het begin van de omstandigheid",
        vervuld=not (te_laat or te_vroeg),
        wel="De omstandigheid begon voor het einde van de termijn."
        if begin is not None
        else "De omstandigheid moet zich tijdens de termijn voordoen. Dat is niet nagegaan.",
        niet="De omstandigheid deed zich niet voor tijdens de termijn.",
        bron=bron,
    )


def langer(tekst: str, van: date, tot: date, bron: Artikel) -> Stap:
    """Return the step for an extension in months or years, from the end `van` to the end `tot`.

    The law does not say what happens when that day does not exist, so then it is our reading.
    """
    return Stap(
        soort=StapSoort.DUUR,
        tekst=tekst,
        dag=tot,
        bron=bron,
        zekerheid=Zekerheid.GELEZEN if tot.day == van.day else Zekerheid.AFGELEID,
    )


def feit_stappen(feiten: VerlengingFeiten) -> Iterator[Stap]:
    """Give the steps that name the ground, the termijn and the circumstance."""
    yield feit_stap("grond", f"De grond voor verlenging is: {feiten.grond.label}.", None)
    tekst = f"De termijn loopt nu tot en met {dutch_date(feiten.einde_termijn - ONE_DAY)}."
    yield feit_stap("einde_termijn", tekst, feiten.einde_termijn)
    if feiten.begin is not None:
        tekst = f"De eerste dag van de omstandigheid is {dutch_date(feiten.begin)}."
        yield feit_stap("begin", tekst, feiten.begin)
    if feiten.einde is not None:
        tekst = f"De eerste dag na de omstandigheid is {dutch_date(feiten.einde)}."
        yield feit_stap("einde", tekst, feiten.einde)
    elif feiten.duurt_voort:
        yield feit_stap("einde", "De omstandigheid is nog niet voorbij.", None)


def uitkomst(
    *,
    feiten: VerlengingFeiten,
    versie: Stap,
    stappen: Sequence[Stap],
    einde: date | None,
    op: date,
    geldig_tot: date | None,
    zonder: str = "",
) -> Uitkomst[Verlenging]:
    """Return the outcome with all its steps. DUO decides; this is our own check.

    :param einde: first day after the extended termijn; None when it is not extended
    :param zonder: the last sentence when it is not extended, if it is another one
    """
    value = Verlenging(toegekend=einde is not None, einde=einde or feiten.einde_termijn)
    dag = dutch_date(value.laatste_dag)
    slot = Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"De termijn kan worden verlengd tot en met {dag}. DUO beslist."
        if value.toegekend
        else zonder
        or f"Op deze grond wordt de termijn niet verlengd. De laatste dag blijft {dag}.",
        dag=value.einde,
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=(versie, *feit_stappen(feiten), *stappen, slot),
        op=op,
        geldig_tot=geldig_tot,
    )
