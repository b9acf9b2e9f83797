"""The fine of the college for not doing what the PIP asks."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import add_months, dutch_date
from schakel.wet.lijsten import SoortOvertreding, Verwijtbaarheid
from schakel.wet.regels.boete_beletsel import Beletsel, BoeteFeiten, boete_beletsel
from schakel.wet.regels.boete_vervaltermijn import HOOGSTE, BoeteArtikel
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

BOETE = BoeteArtikel.INBURGERING.bron
EERSTE = Dated(
    bron=Artikel("Bi", "7.1", lid="2"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 5_000}
)
"""In whole cents."""
PERCENTAGES: Dated[Mapping[Verwijtbaarheid, int]] = Dated(
    bron=Artikel("Bi", "7.1", lid="4"),
    maat=Maat.PROCENT,
    versions={
        date(2022, 1, 1): {
            Verwijtbaarheid.OPZET: 100,
            Verwijtbaarheid.GROVE_SCHULD: 75,
            Verwijtbaarheid.NORMAAL: 50,
            Verwijtbaarheid.VERMINDERD: 25,
        }
    },
)
TERUGKIJKEN = Dated(
    bron=Artikel("Bi", "7.1", lid="3"), maat=Maat.MAANDEN, versions={date(2022, 1, 1): 12}
)
"""In months before the day on which the violation was established."""


def _verdubbeld(vorig: int) -> int:
    """Return twice the earlier amount; the other reading adds € 50 each time."""
    return 2 * vorig


REEKS: Dated[Callable[[int], int]] = Dated(
    bron=Artikel("Bi", "7.1", lid="3"),
    versions={date(2022, 1, 1): _verdubbeld},
    zekerheid={date(2022, 1, 1): Zekerheid.AFGELEID},
)
"""What follows on an amount, before the highest amount is looked at."""
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteInburgeringFeiten:
    """What must be known for this fine.

    :param algemeen: what must be known for any fine of the college
    :param soort: of the violation; None when it is not known
    :param eerdere_constatering: day on which an earlier violation of art. 23 was established; None
        when there was none
    :param eerdere_onherroepelijk: day on which the fine for it became final; None while it is not
    :param eerder_boetebedrag: of that fine in whole cents, before the percentage
    """

    algemeen: BoeteFeiten
    soort: SoortOvertreding | None
    eerdere_constatering: date | None = None
    eerdere_onherroepelijk: date | None = None
    eerder_boetebedrag: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteInburgering:
    """The outcome, in whole cents.

    :param beletsel: why there can be no fine; None when there can
    :param recidive: the amount is raised because of an earlier fine; None when it cannot be told
    :param basisbedrag: before the percentage; None when it cannot be told
    :param percentage: that belongs to the blame; None when that was not judged
    :param bedrag: of the fine, nought when there can be none; the maximum is another rule
    """

    beletsel: Beletsel | None
    recidive: bool | None
    basisbedrag: int | None
    percentage: int | None
    bedrag: int


def boete_inburgering(*, feiten: BoeteInburgeringFeiten, op: date) -> Uitkomst[BoeteInburgering]:
    """Return whether the college may fine, and how much (art. 23 Wi2021, 7.1 lid 2-4 Bi).

    Special circumstances that are known must be taken into account (lid 6), and that is for people
    to judge.

    :param feiten: what is known of the person, the violation and an earlier fine
    :param op: the day of asking: it chooses the version
    :raises Refusal: when a fact is missing without which there is no answer, or for facts that
        cannot go together
    :raises NotInForce: when asked before 1 January 2022, and for a violation of before that day
    """
    _klopt(feiten, op)
    artikel, soort = BoeteArtikel.INBURGERING, feiten.soort
    algemeen = boete_beletsel(artikel=artikel, soort=soort, feiten=feiten.algemeen, op=op)
    recidive, uitleg = _recidive(feiten, op)
    basis = _basisbedrag(feiten, recidive, op)
    percentage = _percentage(feiten.algemeen.verwijtbaarheid, op)
    value = BoeteInburgering(
        beletsel=algemeen.value,
        recidive=recidive,
        basisbedrag=basis,
        percentage=percentage,
        bedrag=_bedrag(algemeen.value, basis, percentage),
    )
    stappen = (
        versie_stap(EERSTE, op),
        *_feiten(feiten),
        *algemeen.stappen,
        *uitleg,
        *_bedragen(feiten, value, op),
        _slot(value),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=algemeen.geldig_tot,
    )


def _klopt(feiten: BoeteInburgeringFeiten, op: date) -> None:
    """Refuse facts of an earlier fine that cannot go together."""
    eerder, nu = feiten.eerdere_constatering, feiten.algemeen.constatering
    final, bedrag = feiten.eerdere_onherroepelijk, feiten.eerder_boetebedrag
    laagste, hoogste = EERSTE.on(op), HOOGSTE.on(op)[BoeteArtikel.INBURGERING]
    wrong = {
        "eerder_boetebedrag": bedrag is not None and not laagste <= bedrag <= hoogste,
        "eerdere_onherroepelijk": bool(eerder and final and final < eerder),
        "eerdere_constatering": bool(
            (eerder and eerder > (nu or op)) or (eerder is None and (final or bedrag))
        ),
    }
    tekst = {
        "eerder_boetebedrag": f"Het bedrag van de eerdere boete ligt tussen "
        f"{dutch_amount(laagste)} en {dutch_amount(hoogste)}, voordat de verwijtbaarheid is "
        "meegeteld. Verbeter het bedrag.",
        "eerdere_onherroepelijk": "De eerdere boete is niet onherroepelijk voordat de overtreding "
        "is geconstateerd. Controleer de datums.",
        "eerdere_constatering": "De constatering van de eerdere overtreding ontbreekt, of is niet "
        "eerder dan deze. Controleer de datums.",
    }
    for field in (name for name, is_wrong in wrong.items() if is_wrong):
        raise Refusal(tekst[field], field=field)


def _feiten(feiten: BoeteInburgeringFeiten) -> Iterator[Stap]:
    soort = feiten.soort.label if feiten.soort else "niet bekend"
    yield feit_stap("soort", f"De overtreding is: {soort}.", None)
    nu, eerder = feiten.algemeen.constatering, feiten.eerdere_constatering
    if nu:
        yield feit_stap("constatering", f"Dit is geconstateerd op {dutch_date(nu)}.", nu)
    if not eerder:
        tekst = "Een eerdere overtreding is niet bekend."
        yield feit_stap("eerdere_constatering", tekst, None)
        return
    tekst = f"Een eerdere overtreding is geconstateerd op {dutch_date(eerder)}."
    yield feit_stap("eerdere_constatering", tekst, eerder)
    final = feiten.eerdere_onherroepelijk
    wanneer = f"onherroepelijk sinds {dutch_date(final)}" if final else "nog niet onherroepelijk"
    yield feit_stap("eerdere_onherroepelijk", f"De boete daarvoor is {wanneer}.", final)


def _recidive(feiten: BoeteInburgeringFeiten, op: date) -> tuple[bool | None, tuple[Stap, ...]]:
    """Return whether an earlier fine counts, with the step that says why."""
    eerder, nu = feiten.eerdere_constatering, feiten.algemeen.constatering
    if eerder is None:
        return False, ()
    if nu is None:
        return None, ()
    begin = add_months(nu, -TERUGKIJKEN.on(op))
    if not begin <= eerder < nu:
        rand = eerder in {begin - ONE_DAY, nu}
        tekst = (
            f"De eerdere overtreding valt niet in de {TERUGKIJKEN.on(op)} maanden voor de "
            f"constatering, die op {dutch_date(begin)} beginnen."
        )
        return False, (_keuze(tekst, afgeleid=rand),)
    final = feiten.eerdere_onherroepelijk
    if final is None or final > nu:
        tekst = "De eerdere boete was niet onherroepelijk op de dag van constatering."
        return False, (_keuze(f"{tekst} Die telt dus niet mee.", afgeleid=final is not None),)
    tekst = (
        f"De eerdere overtreding valt in de {TERUGKIJKEN.on(op)} maanden voor de constatering, "
        "en de boete daarvoor is onherroepelijk. Het boetebedrag gaat omhoog."
    )
    return True, (_keuze(tekst, afgeleid=eerder == begin or final == nu),)


def _keuze(tekst: str, *, afgeleid: bool) -> Stap:
    mark = Zekerheid.AFGELEID if afgeleid else Zekerheid.GELEZEN
    return keuze_stap(tekst, TERUGKIJKEN.bron, zekerheid=mark)


def _basisbedrag(feiten: BoeteInburgeringFeiten, recidive: bool | None, op: date) -> int | None:
    if not recidive:
        return EERSTE.on(op) if recidive is False else None
    if feiten.eerder_boetebedrag is None:
        return None
    return min(REEKS.on(op)(feiten.eerder_boetebedrag), HOOGSTE.on(op)[BoeteArtikel.INBURGERING])


def _percentage(verwijt: Verwijtbaarheid | None, op: date) -> int | None:
    """Return the part that is asked; without blame there is no fine at all (art. 5:41 Awb)."""
    return PERCENTAGES.on(op).get(verwijt, 0) if verwijt else None


def _bedrag(beletsel: Beletsel | None, basis: int | None, percentage: int | None) -> int:
    """Return the fine; parts of a cent are left to the person."""
    if beletsel:
        return 0
    if basis is None or percentage is None:
        raise Refusal(
            "Het boetebedrag is niet te bepalen. Vul aan wanneer de overtreding is geconstateerd "
            "en hoe hoog de eerdere boete was, voordat de verwijtbaarheid is meegeteld.",
            field="eerder_boetebedrag",
        )
    return basis * percentage // 100


def _bedragen(feiten: BoeteInburgeringFeiten, value: BoeteInburgering, op: date) -> Iterator[Stap]:
    if value.basisbedrag is None:
        return
    bedrag, vorig = dutch_amount(value.basisbedrag), feiten.eerder_boetebedrag or 0
    if value.recidive:
        # From the first amount to the second both readings agree.
        mark = Zekerheid.GELEZEN if vorig == EERSTE.on(op) else REEKS.mark_on(op)
        tekst = f"Het boetebedrag was {dutch_amount(vorig)}, en is nu {bedrag}."
        yield keuze_stap(tekst, REEKS.bron, zekerheid=mark)
    else:
        yield keuze_stap(f"Het boetebedrag is {bedrag}.", EERSTE.bron)
    verwijt = feiten.algemeen.verwijtbaarheid
    if verwijt and not value.beletsel:
        tekst = f"Bij {verwijt.label} is de boete {value.percentage} procent daarvan."
        yield keuze_stap(tekst, PERCENTAGES.bron)


def _slot(value: BoeteInburgering) -> Stap:
    tekst = (
        f"Er kan geen boete bij de inburgering zijn: {value.beletsel.label}."
        if value.beletsel
        else f"De boete is {dutch_amount(value.bedrag)}."
    )
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=BOETE)
