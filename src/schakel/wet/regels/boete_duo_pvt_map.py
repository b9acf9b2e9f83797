"""What fine of DUO to expect when the PVT or the MAP was not finished in time."""

from collections.abc import Iterator
from datetime import date

from schakel.wet.bedrag import dutch_amount
from schakel.wet.boete_duo import (
    ASIEL_BEBOETBAAR,
    BeletselDUO,
    BoeteDUO,
    afgerond_stap,
    asiel_beletsel,
    is_op_tijd,
    slot_stappen,
    termijn_stap,
    weiger_toekomst,
)
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.lijsten import Doelgroep
from schakel.wet.uitkomst import Stap, Uitkomst, feit_stap, grounds_of, keuze_stap, versie_stap

BOETE = Artikel("Wi2021", "24", lid="1")
GEEN_MAP = Artikel("Wi2021", "8", lid="3")
BEDRAG = Dated(
    bron=Artikel("Bi", "7.2", lid="1"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 34_000}
)
"""In whole cents."""


def boete_duo_pvt_map(
    *,
    einde_termijn: date,
    pvt_afgerond: date | None,
    map_afgerond: date | None,
    volgt_tst: bool = False,
    doelgroep: Doelgroep | None = None,
    op: date,
) -> Uitkomst[BoeteDUO]:
    """Return what fine of DUO to expect for the PVT and the MAP (art. 24 Wi2021; 7.2 lid 1 Bi).

    Only to show: DUO imposes it. It is one amount, also when both are open.

    :param einde_termijn: first day after the termijn as it was extended (exclusive)
    :param pvt_afgerond: day on which the PVT was finished; None when it was not
    :param map_afgerond: the same for the MAP
    :param volgt_tst: follows or finished the taalschakeltraject, and so need not do the MAP
    :param doelgroep: None when it is not known
    :param op: the day of asking, which chooses the version
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: for a day of finishing after `op`, and without the doelgroep where it decides
    """
    weiger_toekomst(pvt_afgerond, "pvt_afgerond", op)
    weiger_toekomst(map_afgerond, "map_afgerond", op)
    versie = versie_stap(BEDRAG, op)
    delen = {"Het PVT": pvt_afgerond} | ({} if volgt_tst else {"De MAP": map_afgerond})
    te_laat = [naam for naam, dag in delen.items() if not is_op_tijd(dag, einde_termijn)]
    beletsel, keuzes = _beletsel(te_laat, einde_termijn, doelgroep, op)
    value = BoeteDUO(bedrag=0 if beletsel else BEDRAG.on(op), beletsel=beletsel)
    stappen = (
        versie,
        termijn_stap(einde_termijn),
        afgerond_stap("pvt_afgerond", "Het PVT", pvt_afgerond),
        *_map(map_afgerond, volgt_tst),
        *keuzes,
        *slot_stappen(value, BOETE),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=ASIEL_BEBOETBAAR.next_change(op),
    )


def _map(afgerond: date | None, volgt_tst: bool) -> Iterator[Stap]:
    if not volgt_tst:
        yield afgerond_stap("map_afgerond", "De MAP", afgerond)
        return
    tekst = "Deze persoon volgt het taalschakeltraject, of heeft dat afgerond."
    yield feit_stap("volgt_tst", tekst, None)
    yield keuze_stap("De MAP hoeft dan niet.", GEEN_MAP)


def _beletsel(
    te_laat: list[str], einde_termijn: date, doelgroep: Doelgroep | None, op: date
) -> tuple[BeletselDUO | None, tuple[Stap, ...]]:
    """Return why no fine is to be expected, or None, and the steps that say so."""
    if not te_laat:
        tekst = "Wat moest, is binnen de termijn afgerond."
        return BeletselDUO.OP_TIJD, (keuze_stap(tekst, BOETE),)
    if op < einde_termijn:
        tekst = "De termijn loopt nog. Afronden kan nog op tijd."
        return BeletselDUO.TERMIJN_LOOPT, (keuze_stap(tekst, BOETE),)
    beletsel, stappen = asiel_beletsel(doelgroep, BOETE, op)
    return beletsel, (*_bedrag(te_laat, op), *stappen)


def _bedrag(te_laat: list[str], op: date) -> Iterator[Stap]:
    for naam in te_laat:
        yield keuze_stap(f"{naam} is niet binnen de termijn afgerond.", BOETE)
    bedrag = dutch_amount(BEDRAG.on(op))
    yield keuze_stap(f"Daarvoor is de boete {bedrag}.", BEDRAG.bron)
    if len(te_laat) > 1:
        tekst = "Zijn het PVT en de MAP allebei te laat, dan is het één boete."
        yield keuze_stap(tekst, BEDRAG.bron, zekerheid=Zekerheid.AFGELEID)
