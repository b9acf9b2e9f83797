"""Whether DUO will take back a PIP that we sent."""

from collections.abc import Iterator
from datetime import date

from schakel.wet.bron import Koppelvlak
from schakel.wet.duo_bericht import DUOControle, DUOFout, Voorwaarde, duo_controle, sinds
from schakel.wet.uitkomst import Stap, Uitkomst, feit_stap

VOORWAARDEN = sinds(
    date(2025, 1, 16),
    (DUOFout.TERMIJN_VASTGESTELD, DUOFout.UREN_GEREGISTREERD),
    Koppelvlak("DUO", "PIP"),
)


def duo_pip_verwijderen(
    *, termijn_vastgesteld: bool | None, uren_geregistreerd: bool | None, op: date
) -> Uitkomst[DUOControle]:
    """Return what DUO will say of deleting the current PIP.

    :param termijn_vastgesteld: DUO has set the inburgeringstermijn; None is not known
    :param uren_geregistreerd: there are course hours on the current aanbod; None is not known
    :param op: the day of sending
    :raises NotInForce: before 1 January 2022
    :raises Refusal: if nothing is wrong and one of both is not known
    """
    voorwaarden = (
        _geen(DUOFout.TERMIJN_VASTGESTELD, termijn_vastgesteld, "of de termijn is vastgesteld"),
        _geen(DUOFout.UREN_GEREGISTREERD, uren_geregistreerd, "of er cursusuren zijn"),
    )
    feiten = _feiten(termijn_vastgesteld, uren_geregistreerd)
    return duo_controle(VOORWAARDEN, feiten, voorwaarden, op)


def _geen(fout: DUOFout, waar: bool | None, ontbreekt: str) -> Voorwaarde:
    voldaan = None if waar is None else not waar
    return Voorwaarde(fout=fout, voldaan=voldaan, ontbreekt=ontbreekt, nodig=True)


def _feiten(termijn_vastgesteld: bool | None, uren_geregistreerd: bool | None) -> Iterator[Stap]:
    if termijn_vastgesteld is not None:
        niet = "" if termijn_vastgesteld else "nog niet "
        tekst = f"De inburgeringstermijn is {niet}vastgesteld."
        yield feit_stap("termijn_vastgesteld", tekst, None)
    if uren_geregistreerd is not None:
        tekst = "wel" if uren_geregistreerd else "geen"
        yield feit_stap("uren_geregistreerd", f"Er zijn {tekst} cursusuren geregistreerd.", None)
