"""From which day someone is inburgeringsplichtig."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

PLICHT = Artikel("Wi2021", "3", lid="1")
GEEN_TERUGWERKENDE_KRACHT = Artikel("Wi2021", "3", lid="3")


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginPlicht:
    """The first day of the plicht.

    :param dag: first day (inclusive), or None when nothing tells it
    :param bevestigd: True when DUO gave this day; else it is our own check
    """

    dag: date | None
    bevestigd: bool


def begin_inburgeringsplicht(
    *,
    volgens_duo: date | None,
    kennisgeving: date | None,
    inschrijving_brp: date | None,
    op: date,
) -> Uitkomst[BeginPlicht]:
    """Return from which day the plicht runs (art. 3 Wi2021). DUO decides; we only check.

    :param volgens_duo: the begindatum that DUO reports
    :param kennisgeving: day on which DUO notified the person of the plicht in writing
    :param inschrijving_brp: first registration as a resident
    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    value, gekozen = VERSIES.on(op)(volgens_duo, kennisgeving, inschrijving_brp)
    slot = (
        f"De inburgeringsplicht begint op {dutch_date(value.dag)}."
        if value.dag
        else "Het begin van de inburgeringsplicht is nog niet bekend."
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(gekozen),
        stappen=(
            versie_stap(VERSIES, op),
            *gekozen,
            Stap(soort=StapSoort.UITKOMST, tekst=slot, dag=value.dag),
        ),
        op=op,
        geldig_tot=VERSIES.next_change(op),
    )


Keuze = tuple[BeginPlicht, tuple[Stap, ...]]


def _sinds_2022(
    volgens_duo: date | None, kennisgeving: date | None, inschrijving_brp: date | None
) -> Keuze:
    if volgens_duo:
        tekst = f"DUO meldt als begin {dutch_date(volgens_duo)}."
        keuze = keuze_stap("DUO stelt het begin vast, en dat geldt.", PLICHT)
        feit = feit_stap("volgens_duo", tekst, volgens_duo)
        return BeginPlicht(dag=volgens_duo, bevestigd=True), (feit, keuze)
    if kennisgeving:
        tekst = (
            f"DUO heeft de inburgeringsplicht op {dutch_date(kennisgeving)} schriftelijk gemeld."
        )
        feit = feit_stap("kennisgeving", tekst, kennisgeving)
        keuze = _eigen_controle("de kennisgeving", GEEN_TERUGWERKENDE_KRACHT)
        return BeginPlicht(dag=kennisgeving, bevestigd=False), (feit, keuze)
    if inschrijving_brp:
        tekst = f"De inschrijving in de BRP is van {dutch_date(inschrijving_brp)}."
        feit = feit_stap("inschrijving_brp", tekst, inschrijving_brp)
        keuze = _eigen_controle("de inschrijving in de BRP", PLICHT)
        return BeginPlicht(dag=inschrijving_brp, bevestigd=False), (feit, keuze)
    tekst = (
        "Een begindatum van DUO, een kennisgeving en een inschrijving in de BRP ontbreken. Neem "
        "de begindatum over van DUO."
    )
    return BeginPlicht(dag=None, bevestigd=False), (keuze_stap(tekst, PLICHT),)


VERSIES: Dated[Callable[[date | None, date | None, date | None], Keuze]] = Dated(
    bron=PLICHT, versions={date(2022, 1, 1): _sinds_2022}
)


def _eigen_controle(waarvan: str, bron: Artikel) -> Stap:
    return keuze_stap(
        f"Het begin is afgeleid van {waarvan}. Het is nog niet bevestigd door DUO.",
        bron,
        zekerheid=Zekerheid.AFGELEID,
    )
