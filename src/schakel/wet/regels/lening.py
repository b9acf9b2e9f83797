"""Whether someone can borrow from DUO for the inburgering, how much, and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep
from schakel.wet.regels.termijnverlenging import Duur, Eenheid
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

RECHT = Artikel("Wi2021", "19")
EINDE_PLICHT = Artikel("Wi2021", "20", lid="2")
MAXIMUM = Dated(bron=Artikel("Bi", "6.2"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 1_000_000})
"""In whole cents."""
DUUR_NA_TERMIJN = Dated(
    bron=Artikel("Wi2021", "20", lid="2", onder="a"),
    versions={date(2022, 1, 1): Duur(aantal=6, eenheid=Eenheid.JAREN)},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lening:
    """The outcome; amounts in whole cents.

    :param recht: on the day of asking; the income may still leave nothing to borrow
    :param maximum: what the loan may come to; nought without a right
    :param ruimte: what is left of it, never less than nought
    :param eindigt_op: first day without a right; None when not known, or when there never was one
    """

    recht: bool
    maximum: int
    ruimte: int
    eindigt_op: date | None


def lening(
    *,
    doelgroep: Doelgroep,
    einde_termijn: date | None,
    plicht_geeindigd: date | None,
    geleend_bedrag: int | None,
    op: date,
) -> Uitkomst[Lening]:
    """Return the right to a loan of DUO (art. 19 and 20 Wi2021; 6.2 Bi).

    The maximum before the income is weighed: DUO lowers it, and Schakel does not reckon that.

    :param doelgroep: only gezins- en overige migranten can borrow
    :param einde_termijn: first day after the termijn as it was extended (exclusive); None when it
        is not known yet, and then the end of the right is not known either
    :param plicht_geeindigd: first day on which someone is not plichtig any more; None while he is
    :param geleend_bedrag: what was borrowed already, in whole cents; None is nothing
    :param op: the day of asking, which chooses the version
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: for an amount of less than nought
    """
    if (geleend_bedrag or 0) < 0:
        raise Refusal(
            "Wat is geleend, is nul euro of meer. Controleer het bedrag.", field="geleend_bedrag"
        )
    versie = versie_stap(MAXIMUM, op)
    kan = doelgroep is Doelgroep.GEZINSMIGRANT_OVERIG
    eindigt_op, einde = _einde(einde_termijn, plicht_geeindigd, op) if kan else (None, ())
    recht = kan and (eindigt_op is None or op < eindigt_op)
    maximum = MAXIMUM.on(op) if recht else 0
    value = Lening(
        recht=recht,
        maximum=maximum,
        ruimte=max(0, maximum - (geleend_bedrag or 0)),
        eindigt_op=eindigt_op,
    )
    stappen = (
        versie,
        feit_stap("doelgroep", f"De doelgroep is: {doelgroep.label}.", None),
        _wie(kan),
        *einde,
        *(_bedragen(value, geleend_bedrag) if recht else ()),
        _slot(value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=MAXIMUM.next_change(op),
    )


def _wie(kan: bool) -> Stap:
    if kan:
        return keuze_stap("Een gezins- of overige migrant kan bij DUO lenen.", RECHT)
    tekst = "Een asielstatushouder kan niet lenen: de gemeente doet een inburgeringsaanbod."
    return keuze_stap(tekst, RECHT)


def _einde(
    einde_termijn: date | None, plicht_geeindigd: date | None, op: date
) -> tuple[date | None, tuple[Stap, ...]]:
    """Return the first day without a right, and the steps that lead to it."""
    stappen: list[Stap] = []
    dagen: list[date] = []
    if einde_termijn:
        duur = DUUR_NA_TERMIJN.on(op)
        na = duur.beyond(einde_termijn)
        dagen.append(na)
        tekst = f"De eerste dag na de termijn is {dutch_date(einde_termijn)}."
        stappen += [feit_stap("einde_termijn", tekst, einde_termijn), _duur_stap(duur, na)]
    if plicht_geeindigd:
        dagen.append(plicht_geeindigd)
        tekst = f"De inburgeringsplicht is geëindigd op {dutch_date(plicht_geeindigd)}."
        stappen.append(feit_stap("plicht_geeindigd", tekst, plicht_geeindigd))
        tekst = "Met de plicht eindigt ook het recht op een lening."
        stappen.append(keuze_stap(tekst, EINDE_PLICHT))
    if not dagen:
        tekst = (
            "Het einde van de termijn is niet bekend, en dus ook niet wanneer het recht eindigt."
        )
        stappen.append(feit_stap("einde_termijn", tekst, None))
    return min(dagen, default=None), tuple(stappen)


def _duur_stap(duur: Duur, na: date) -> Stap:
    return Stap(
        soort=StapSoort.DUUR,
        tekst=f"Het recht eindigt {duur} na die termijn: op {dutch_date(na)} is het er niet meer.",
        dag=na,
        bron=DUUR_NA_TERMIJN.bron,
        zekerheid=Zekerheid.AFGELEID,
    )


def _bedragen(value: Lening, geleend: int | None) -> Iterator[Stap]:
    yield keuze_stap(f"De lening is ten hoogste {dutch_amount(value.maximum)}.", MAXIMUM.bron)
    tekst = "DUO verlaagt dat bedrag bij een hoger inkomen. Schakel rekent dat niet uit."
    yield keuze_stap(tekst, MAXIMUM.bron)
    if geleend is None:
        return
    yield feit_stap("geleend_bedrag", f"Er is al {dutch_amount(geleend)} geleend.", None)
    if geleend > value.maximum:
        tekst = "Dat is meer dan kan. Controleer het bedrag."
        yield keuze_stap(tekst, MAXIMUM.bron, zekerheid=Zekerheid.ONGECONTROLEERD)


def _slot(value: Lening) -> Stap:
    if value.recht:
        tekst = f"Er kan nog ten hoogste {dutch_amount(value.ruimte)} worden geleend."
    elif value.eindigt_op:
        tekst = f"Er is geen recht op een lening meer, sinds {dutch_date(value.eindigt_op)}."
    else:
        tekst = "Er is geen recht op een lening."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=RECHT)
