"""What the two fines of DUO have in common: Schakel shows them, and never imposes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep
from schakel.wet.uitkomst import Stap, StapSoort, feit_stap, keuze_stap
from schakel.wet.voorwaarde import ontbreekt

GEEN_VERWIJT = Artikel("Awb", "5:41")
# After the judgments of 2025 DUO stopped: read second hand; the first day is that of the ruling.
ASIEL_BEBOETBAAR = Dated(
    bron=Artikel("Wi2021", "24"),
    versions={date(2022, 1, 1): True, date(2025, 7, 9): False},
    zekerheid={date(2025, 7, 9): Zekerheid.TWEEDE_HAND},
)


class BeletselDUO(StrEnum):
    """Why no fine of DUO is to be expected."""

    OP_TIJD = "op_tijd"
    TERMIJN_LOOPT = "termijn_loopt"
    VERBLIJF = "verblijf"
    ASIEL = "asiel"

    @property
    def label(self) -> str:
        return {
            "op_tijd": "alles is op tijd afgerond",
            "termijn_loopt": "de termijn is nog niet voorbij",
            "verblijf": "de verblijfsvergunning is ingetrokken of niet verlengd",
            "asiel": "DUO legt asielstatushouders geen boete op",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteDUO:
    """The outcome.

    :param bedrag: what to expect of DUO, in whole cents; nought when there is a beletsel
    :param beletsel: why no fine is to be expected, or None
    """

    bedrag: int
    beletsel: BeletselDUO | None


def weiger_toekomst(afgerond: date | None, feit: str, op: date) -> None:
    """Refuse a day of finishing that has yet to come.

    :raises Refusal: for a day after `op`
    """
    if afgerond and afgerond > op:
        raise Refusal(
            f"De dag van afronden ligt na {dutch_date(op)}, de dag waarop dit is gevraagd. "
            "Controleer de datums.",
            field=feit,
        )


def is_op_tijd(afgerond: date | None, einde_termijn: date) -> bool:
    """True if it was finished before the first day after the termijn."""
    return afgerond is not None and afgerond < einde_termijn


def termijn_stap(einde_termijn: date) -> Stap:
    """Return the step that names the first day after the termijn."""
    tekst = f"De eerste dag na de termijn is {dutch_date(einde_termijn)}."
    return feit_stap("einde_termijn", tekst, einde_termijn)


def afgerond_stap(feit: str, onderwerp: str, afgerond: date | None) -> Stap:
    """Return the step that says when a part was finished, or that it was not."""
    wanneer = f"is afgerond op {dutch_date(afgerond)}" if afgerond else "is niet afgerond"
    return feit_stap(feit, f"{onderwerp} {wanneer}.", afgerond)


def asiel_beletsel(
    doelgroep: Doelgroep | None, bron: Artikel, op: date
) -> tuple[BeletselDUO | None, tuple[Stap, ...]]:
    """Return whether the doelgroep stands in the way of a fine on `op`, and the steps.

    :raises Refusal: if the doelgroep is not known while it decides
    """
    beboetbaar = ASIEL_BEBOETBAAR.on(op)
    if doelgroep is None and not beboetbaar:
        raise ontbreekt("doelgroep", "De doelgroep")
    groep = doelgroep.label if doelgroep else "niet bekend"
    feit = feit_stap("doelgroep", f"De doelgroep is: {groep}.", None)
    if beboetbaar or doelgroep is not Doelgroep.ASIELSTATUSHOUDER:
        return None, (feit,)
    tekst = (
        "De wet kent deze boete ook voor asielstatushouders. Sinds de uitspraken over het arrest "
        "Keren (Hof van Justitie, 4 februari 2025, C-158/23) legt DUO die niet meer op."
    )
    keuze = keuze_stap(tekst, bron, zekerheid=ASIEL_BEBOETBAAR.mark_on(op))
    return BeletselDUO.ASIEL, (feit, keuze)


def slot_stappen(value: BoeteDUO, bron: Artikel) -> Iterator[Stap]:
    """Give the steps that say who decides, and what to expect."""
    wie = "DUO legt deze boete op, niet de gemeente. Schakel laat alleen zien wat te verwachten is."
    yield keuze_stap(wie, bron)
    if value.beletsel:
        tekst = f"Een boete van DUO is niet te verwachten: {value.beletsel.label}."
    else:
        verwijt = "Wie geen verwijt te maken is, krijgt geen boete. Dat beoordeelt DUO."
        yield keuze_stap(verwijt, GEEN_VERWIJT)
        tekst = f"Te verwachten is een boete van DUO van {dutch_amount(value.bedrag)}."
    yield Stap(soort=StapSoort.UITKOMST, tekst=tekst, bron=bron)
