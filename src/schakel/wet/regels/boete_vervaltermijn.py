"""Until when the college may impose a fine, and whether that takes a report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import add_years, dutch_date
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)


class BoeteArtikel(StrEnum):
    """The two fines of the college: for the brede intake and for the inburgering itself."""

    BREDE_INTAKE = "22"
    INBURGERING = "23"

    @property
    def label(self) -> str:
        return {"22": "boete bij de brede intake", "23": "boete bij de inburgering"}[self.value]

    @property
    def bron(self) -> Artikel:
        """The article of this fine."""
        return Artikel("Wi2021", self.value, lid="1")


# The highest fine that can be imposed, in whole cents.
HOOGSTE: Dated[Mapping[BoeteArtikel, int]] = Dated(
    bron=Artikel("Wi2021", "26", lid="1"),
    maat=Maat.CENTEN,
    versions={
        date(2022, 1, 1): {BoeteArtikel.BREDE_INTAKE: 25_000, BoeteArtikel.INBURGERING: 80_000}
    },
)
# Above this a report is mandatory. The sheet names no first day for the articles of the Awb: that
# of the Wi2021 is used.
RAPPORTGRENS = Dated(
    bron=Artikel("Awb", "5:53"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 34_000}
)
# The years in which a fine can be imposed: with a mandatory report, and without.
JAREN: Dated[Mapping[bool, int]] = Dated(
    bron=Artikel("Awb", "5:45"), maat=Maat.JAREN, versions={date(2022, 1, 1): {True: 5, False: 3}}
)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteVervaltermijn:
    """The outcome.

    :param laatste_dag: last day on which the fine can be imposed (inclusive); None when the day of
        the violation is not known, nor the day on which it was established
    :param vervallen: the day of asking is later than that
    :param rapport_verplicht: there must be a report, and a hearing
    """

    laatste_dag: date | None
    vervallen: bool
    rapport_verplicht: bool


def boete_vervaltermijn(
    *, artikel: BoeteArtikel, overtreding: date | None, constatering: date | None, op: date
) -> Uitkomst[BoeteVervaltermijn]:
    """Return until when the college may impose a fine (art. 5:45 and 5:53 Awb).

    The years run from the day after the violation. While the day of the violation is not known,
    they are counted from the day on which it was established, which cannot be earlier.

    :param overtreding: day of the violation; None when it is not known
    :param constatering: day on which it was established; None when it is not known
    :param op: the day on which the fine is imposed; without a fine the day of asking
    :raises NotInForce: before 1 January 2022, and for a violation of before that day
    """
    hoogste, grens = HOOGSTE.on(op)[artikel], RAPPORTGRENS.on(op)
    verplicht = hoogste > grens
    begin = overtreding or constatering
    laatste = begin and _laatste_dag(begin, op, verplicht)
    value = BoeteVervaltermijn(
        laatste_dag=laatste,
        vervallen=laatste is not None and op > laatste,
        rapport_verplicht=verplicht,
    )
    stappen = (
        versie_stap(JAREN, op, bepalend="de dag van de boete, of anders de peildatum"),
        *_rapport(artikel, hoogste, grens),
        *_stappen(overtreding, constatering, value, op),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=JAREN.next_change(op),
    )


def _rapport(artikel: BoeteArtikel, hoogste: int, grens: int) -> Iterator[Stap]:
    yield keuze_stap(f"De hoogste {artikel.label} is {dutch_amount(hoogste)}.", HOOGSTE.bron)
    tekst = (
        f"Dat is meer dan {dutch_amount(grens)}, dus zijn een rapport en een zienswijze verplicht."
        if hoogste > grens
        else f"Dat is niet meer dan {dutch_amount(grens)}, dus is een rapport niet verplicht."
    )
    yield keuze_stap(tekst, RAPPORTGRENS.bron)


def _laatste_dag(begin: date, op: date, verplicht: bool) -> date:
    HOOGSTE.on(begin)  # no fine for what was not forbidden yet
    return add_years(begin + ONE_DAY, JAREN.on(op)[verplicht]) - ONE_DAY


def _stappen(
    overtreding: date | None, constatering: date | None, value: BoeteVervaltermijn, op: date
) -> Iterator[Stap]:
    if overtreding is not None:
        tekst = f"De overtreding was op {dutch_date(overtreding)}."
        yield feit_stap("overtreding", tekst, overtreding)
    elif constatering is not None:
        tekst = f"De overtreding is geconstateerd op {dutch_date(constatering)}."
        yield feit_stap("constatering", tekst, constatering)
        tekst = "De dag van de overtreding is niet bekend. Geteld is vanaf de constatering."
        yield keuze_stap(tekst, JAREN.bron, zekerheid=Zekerheid.ONGECONTROLEERD)
    if value.laatste_dag is None:
        tekst = "De dag van de overtreding is niet bekend. Ga na of de bevoegdheid er nog is."
        yield _slot(tekst, None, Zekerheid.ONGECONTROLEERD)
        return
    jaren = JAREN.on(op)[value.rapport_verplicht]
    is_was = "was" if value.vervallen else "is"
    tekst = (
        f"De bevoegdheid vervalt na {jaren} jaar. De laatste dag {is_was} "
        f"{dutch_date(value.laatste_dag)}."
    )
    telt = _lezing_telt(overtreding or constatering or op, jaren, value.laatste_dag, op)
    yield _slot(tekst, value.laatste_dag, Zekerheid.AFGELEID if telt else Zekerheid.GELEZEN)


def _lezing_telt(begin: date, jaren: int, laatste: date, op: date) -> bool:
    """True if another way of counting the years gives another answer on this day."""
    zelfde_dag = add_years(begin, jaren)
    return len({op <= dag for dag in (laatste, zelfde_dag, min(laatste, zelfde_dag) - ONE_DAY)}) > 1


def _slot(tekst: str, dag: date | None, zekerheid: Zekerheid) -> Stap:
    return Stap(
        soort=StapSoort.UITKOMST, tekst=tekst, dag=dag, bron=JAREN.bron, zekerheid=zekerheid
    )
