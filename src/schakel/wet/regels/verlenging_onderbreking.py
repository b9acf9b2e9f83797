"""Extending the inburgeringstermijn with a gap in the inburgeringsplicht."""

from dataclasses import replace
from datetime import date

from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.regels.onderbreking_inburgeringsplicht import MAXIMUM
from schakel.wet.regels.termijnverlenging import Duur, Eenheid
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, keuze_stap, versie_stap
from schakel.wet.verlenging import Verlenging, VerlengingFeiten, nodige_duur, uitkomst

VERLENGING = Artikel("Bi", "4.2")

Gevolg = tuple[date | None, bool | None, tuple[Stap, ...]]


def verlenging_onderbreking(*, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]:
    """Return the extension with the length of a gap (art. 2.1 lid 2 and 4.2 Bi).

    After a gap of one year at most the plicht is deemed not to have ended, and the termijn is as
    many days longer. After a longer gap the plicht has ended, and the end stays as it was.

    :param feiten: `begin` and `einde` of the gap; one that has not ended gives nothing yet
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing day, or one that contradicts the other
    :raises NotInForce: when asked before 1 January 2022
    """
    einde, loopt_door, stappen = _gevolg(feiten, MAXIMUM.on(op), op)
    found = uitkomst(
        feiten=feiten,
        versie=versie_stap(MAXIMUM, op),
        stappen=stappen,
        einde=einde,
        op=op,
        geldig_tot=MAXIMUM.next_change(op),
        zonder="De inburgeringsplicht is geëindigd, dus is er geen termijn meer te verlengen."
        if loopt_door is False
        else "",
    )
    return replace(found, value=replace(found.value, plicht_loopt_door=loopt_door))


def _gevolg(feiten: VerlengingFeiten, maximum: Duur, op: date) -> Gevolg:
    begin, tot = nodige_duur(feiten, op)
    if tot > maximum.beyond(begin):
        tekst = f"De onderbreking duurde langer dan {maximum}."
        return None, False, (keuze_stap(tekst, MAXIMUM.bron),)
    if feiten.einde is None:
        tekst = (
            f"De onderbreking is nog niet voorbij, en duurt niet langer dan {maximum}. Of "
            "de inburgeringsplicht doorloopt, is nog niet te zeggen."
        )
        return None, None, (keuze_stap(tekst, MAXIMUM.bron),)
    tekst = (
        f"De onderbreking duurde niet langer dan {maximum}. De inburgeringsplicht wordt geacht "
        "niet te zijn geëindigd."
    )
    einde = feiten.einde_termijn + (tot - begin)
    dagen = Eenheid.DAGEN.in_woorden((tot - begin).days)
    stap = Stap(
        soort=StapSoort.DUUR,
        tekst=f"De onderbreking duurde {dagen}, en de termijn wordt evenveel dagen langer.",
        dag=einde,
        bron=VERLENGING,
        zekerheid=Zekerheid.AFGELEID,
    )
    return einde, True, (keuze_stap(tekst, MAXIMUM.bron), stap)
