"""Until when the college may change the leerroute."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_months, dutch_date
from schakel.wet.lijsten import Leerroute
from schakel.wet.lijsten_termijn import GrondslagWijziging
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
from schakel.wet.voorwaarde import ontbreekt

DUUR = Dated(
    bron=Artikel("Bi", "5.4", lid="1"),
    versions={date(2022, 1, 1): Duur(aantal=18, eenheid=Eenheid.MAANDEN, rang=Rang.AMVB)},
)
OOK_NA_OPLEIDING = Dated(
    bron=Artikel("Bi", "5.4", lid="2"),
    versions={date(2022, 1, 1): False, date(2023, 1, 1): True},
)
BIJZONDER_GEVAL = Dated(
    bron=Artikel("Bi", "5.4"),
    versions={
        date(2022, 1, 1): Artikel("Bi", "5.4", lid="2"),
        date(2023, 1, 1): Artikel("Bi", "5.4", lid="3"),
    },
)
ONE_DAY = timedelta(days=1)

Keuze = tuple[GrondslagWijziging | None, Stap]


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingFeiten:
    """What must be known of the change.

    :param dagtekening_pip: of the first PIP, in any gemeente; the termijn starts the day after
    :param van: the leerroute until now; None when not known
    :param naar: the new leerroute; None when not known
    :param dag: dagtekening of the change; None asks only for the last day
    :param einde_opleiding: last day of a niet-vrijstellende opleiding; None if there was none
    :param bijzonder_geval: the college records a special case
    """

    dagtekening_pip: date
    van: Leerroute | None = None
    naar: Leerroute | None = None
    dag: date | None = None
    einde_opleiding: date | None = None
    bijzonder_geval: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WijzigingLeerroute:
    """The outcome.

    :param laatste_dag: last day of the one and a half years (inclusive)
    :param toegestaan: None when no day of the change was given
    :param grondslag: None when it is not allowed, or not asked
    """

    laatste_dag: date
    toegestaan: bool | None = None
    grondslag: GrondslagWijziging | None = None


def wijzigen_leerroute(*, feiten: WijzigingFeiten, op: date) -> Uitkomst[WijzigingLeerroute]:
    """Return until when the leerroute can be changed, and whether this change is allowed.

    One and a half years from the start of the termijn; after that only from the onderwijsroute to
    the B1-route, after a niet-vrijstellende opleiding, or in a special case (art. 5.4 Bi). A change
    within the one and a half years needs none of these. The Atw does not move the last day.

    :param feiten: what is known of the change
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    """
    duur = DUUR.on(op)
    begin = feiten.dagtekening_pip + ONE_DAY
    laatste_dag = add_months(begin, duur.aantal) - ONE_DAY
    grondslag, keuzes = _gevraagd(feiten, laatste_dag, op)
    toegestaan = None if feiten.dag is None else grondslag is not None
    value = WijzigingLeerroute(laatste_dag=laatste_dag, toegestaan=toegestaan, grondslag=grondslag)
    stappen = (
        versie_stap(OOK_NA_OPLEIDING, op),
        *_termijn(feiten, duur, laatste_dag),
        *keuzes,
        _slot(value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen[1:]),
        stappen=stappen,
        op=op,
        geldig_tot=OOK_NA_OPLEIDING.next_change(op),
    )


def _termijn(feiten: WijzigingFeiten, duur: Duur, laatste_dag: date) -> Iterator[Stap]:
    dagtekening = feiten.dagtekening_pip
    tekst = f"Het eerste PIP is gedagtekend op {dutch_date(dagtekening)}."
    yield feit_stap("dagtekening_pip", tekst, dagtekening)
    yield Stap(
        soort=StapSoort.DUUR,
        tekst=f"De leerroute kan worden gewijzigd tot {duur} na het begin van de termijn. De "
        f"laatste dag is {dutch_date(laatste_dag)}.",
        dag=laatste_dag,
        bron=DUUR.bron,
        zekerheid=Zekerheid.AFGELEID,
    )


def _gevraagd(
    feiten: WijzigingFeiten, laatste_dag: date, op: date
) -> tuple[GrondslagWijziging | None, tuple[Stap, ...]]:
    if feiten.van is not None and feiten.van is feiten.naar:
        tekst = "De oude en de nieuwe leerroute zijn dezelfde. Verbeter een van beide."
        raise Refusal(tekst, field="naar")
    if feiten.dag is None:
        return None, ()
    if feiten.dag < feiten.dagtekening_pip:
        tekst = "De wijziging is van voor het eerste PIP. Verbeter een van beide datums."
        raise Refusal(tekst, field="dag")
    feit = feit_stap("dag", f"De wijziging is van {dutch_date(feiten.dag)}.", feiten.dag)
    grondslag, keuze = _keuze(feiten, feiten.dag, laatste_dag, op)
    return grondslag, (feit, keuze)


def _keuze(feiten: WijzigingFeiten, dag: date, laatste_dag: date, op: date) -> Keuze:
    if dag <= laatste_dag:
        tekst = "De wijziging valt binnen die tijd."
        return GrondslagWijziging.ANDERHALF_JAAR, keuze_stap(tekst, DUUR.bron)
    if feiten.van is Leerroute.ONDERWIJS and feiten.naar is Leerroute.B1:
        tekst = "Van de onderwijsroute naar de B1-route kan het hele traject."
        return GrondslagWijziging.ALTIJD_O_B1, keuze_stap(tekst, DUUR.bron)
    later = _na_opleiding(feiten, dag, laatste_dag, op)
    if later is not None:
        return GrondslagWijziging.NA_OPLEIDING, later
    if feiten.bijzonder_geval:
        tekst = "Het college wijkt af van die tijd, omdat dit een bijzonder geval is."
        return GrondslagWijziging.BIJZONDER_GEVAL, keuze_stap(tekst, BIJZONDER_GEVAL.on(op))
    for feit, onderwerp, found, kan in (
        ("van", "De leerroute tot nu toe", feiten.van, feiten.naar in {Leerroute.B1, None}),
        ("naar", "De nieuwe leerroute", feiten.naar, feiten.van is Leerroute.ONDERWIJS),
    ):
        if found is None and kan:
            raise ontbreekt(feit, onderwerp)
    tekst = "De wijziging valt na die tijd, en er is geen uitzondering."
    return None, keuze_stap(tekst, DUUR.bron)


def _na_opleiding(feiten: WijzigingFeiten, dag: date, laatste_dag: date, op: date) -> Stap | None:
    """Return the step that the exception for a niet-vrijstellende opleiding holds, if it does."""
    einde = feiten.einde_opleiding
    if einde is None or not OOK_NA_OPLEIDING.on(op) or not laatste_dag < einde <= dag:
        return None
    tekst = (
        f"Een niet-vrijstellende opleiding eindigde na die tijd, op {dutch_date(einde)}. Daarna "
        "kan de leerroute nog worden gewijzigd."
    )
    zeker = Zekerheid.AFGELEID if dag == einde else Zekerheid.GELEZEN
    return keuze_stap(tekst, OOK_NA_OPLEIDING.bron, zekerheid=zeker)


def _slot(value: WijzigingLeerroute) -> Stap:
    tekst = f"De laatste dag om de leerroute te wijzigen is {dutch_date(value.laatste_dag)}."
    if value.toegestaan is not None:
        tekst += f" Deze wijziging kan {'wel' if value.toegestaan else 'niet'}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=value.laatste_dag)
