"""Whether the inburgeringsplicht lives on through a break."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
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

MAXIMUM = Dated(
    bron=Artikel("Bi", "2.1", lid="2"),
    versions={date(2022, 1, 1): Duur(aantal=1, eenheid=Eenheid.JAREN, rang=Rang.AMVB)},
)
PROCEDURE = Artikel("Bi", "2.1", lid="1")
ONE_DAY = timedelta(days=1)


class RedenOnderbreking(StrEnum):
    """Why the conditions of the plicht were not met for a while (Bi 2.1)."""

    GEEN_INGEZETENE = "geen_ingezetene"
    TIJDELIJK_DOEL = "tijdelijk_doel"
    BEDIENAAR_GESTOPT = "bedienaar_gestopt"
    PROCEDURE = "procedure"
    ANDERS = "anders"

    @property
    def label(self) -> str:
        return {
            "geen_ingezetene": "geen ingezetene in de BRP",
            "tijdelijk_doel": "verblijf voor een tijdelijk doel",
            "bedienaar_gestopt": "het werk als geestelijke bedienaar lag stil",
            "procedure": "verblijf in afwachting van een beslissing, direct na de plicht",
            "anders": "een andere reden",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class OnderbrekingFeiten:
    """What must be known of the break.

    :param begin: first day on which the conditions were not met
    :param einde: first day on which they were met again (exclusive); None while that is not so
    :param reden: None when it is not known
    """

    begin: date
    einde: date | None = None
    reden: RedenOnderbreking | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Onderbreking:
    """The outcome.

    :param plicht_loopt_door: None while that cannot be said yet
    :param uiterste_dag: last day (inclusive) on which the break may end, so that on this day the
        conditions are met again; None where no maximum holds
    """

    plicht_loopt_door: bool | None
    uiterste_dag: date | None = None


def onderbreking_inburgeringsplicht(
    *, feiten: OnderbrekingFeiten, op: date
) -> Uitkomst[Onderbreking]:
    """Return whether the plicht is deemed not to have ended by a break (art. 2.1 Bi).

    Only a break of one year at most counts, and only for a reason of lid 2. How much longer the
    termijn becomes is `verlenging_onderbreking`. DUO decides; this is what we expect.

    :param feiten: what is known of the break
    :param op: the day of asking, which chooses the version
    :raises Refusal: without a reason, or for days that cannot go together
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(MAXIMUM, op)
    _klopt(feiten, op)
    value, keuze = _antwoord(feiten, op)
    stappen = (versie, *_feiten(feiten), keuze, _slot(value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=MAXIMUM.next_change(op),
    )


def _klopt(feiten: OnderbrekingFeiten, op: date) -> None:
    if feiten.reden is None:
        raise ontbreekt("reden", "De reden van de onderbreking")
    if feiten.begin > op:
        tekst = "De onderbreking begint na de peildatum. Verbeter een van beide datums."
        raise Refusal(tekst, field="begin")
    if feiten.einde and feiten.einde <= feiten.begin:
        tekst = "De onderbreking eindigt niet later dan zij begint. Verbeter een van beide datums."
        raise Refusal(tekst, field="einde")


def _antwoord(feiten: OnderbrekingFeiten, op: date) -> tuple[Onderbreking, Stap]:
    if feiten.reden is RedenOnderbreking.PROCEDURE:
        tekst = "Wie na de plicht blijft in afwachting van een beslissing, houdt de plicht."
        return Onderbreking(plicht_loopt_door=True), keuze_stap(tekst, PROCEDURE)
    if feiten.reden is RedenOnderbreking.ANDERS:
        tekst = "Voor deze reden geldt de uitzondering niet. De plicht eindigde bij het begin."
        keuze = keuze_stap(tekst, MAXIMUM.bron, zekerheid=Zekerheid.AFGELEID)
        return Onderbreking(plicht_loopt_door=False), keuze
    return _begrensd(feiten, op)


def _begrensd(feiten: OnderbrekingFeiten, op: date) -> tuple[Onderbreking, Stap]:
    maximum = MAXIMUM.on(op)
    uiterste = maximum.beyond(feiten.begin)
    if (feiten.einde or op) > uiterste:
        tekst = (
            f"De onderbreking duurde langer dan {maximum}. De plicht is geëindigd; komt iemand "
            "terug, dan wordt opnieuw gekeken."
        )
        keuze = keuze_stap(tekst, MAXIMUM.bron, zekerheid=Zekerheid.AFGELEID)
        return Onderbreking(plicht_loopt_door=False, uiterste_dag=uiterste), keuze
    if feiten.einde is None:
        tekst = (
            f"De onderbreking duurt nog niet langer dan {maximum}. Eindigt zij uiterlijk op "
            f"{dutch_date(uiterste)}, dan loopt de plicht door."
        )
        keuze = keuze_stap(tekst, MAXIMUM.bron)
        return Onderbreking(plicht_loopt_door=None, uiterste_dag=uiterste), keuze
    tekst = (
        f"De onderbreking duurde niet langer dan {maximum}. De plicht wordt geacht niet te zijn "
        "geëindigd."
    )
    keuze = keuze_stap(tekst, MAXIMUM.bron)
    return Onderbreking(plicht_loopt_door=True, uiterste_dag=uiterste), keuze


def _feiten(feiten: OnderbrekingFeiten) -> Iterator[Stap]:
    tekst = f"De onderbreking begon op {dutch_date(feiten.begin)}."
    yield feit_stap("begin", tekst, feiten.begin)
    if dag := feiten.einde:
        tekst = f"De laatste dag van de onderbreking was {dutch_date(dag - ONE_DAY)}."
        yield feit_stap("einde", tekst, dag)
    if feiten.reden:
        yield feit_stap("reden", f"De reden is: {feiten.reden.label}.", None)


def _slot(value: Onderbreking) -> Stap:
    tekst = {
        True: "De inburgeringsplicht loopt door.",
        False: "De inburgeringsplicht is geëindigd.",
        None: "Of de inburgeringsplicht doorloopt, is nog niet te zeggen.",
    }[value.plicht_loopt_door]
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=value.uiterste_dag)
