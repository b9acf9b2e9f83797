"""Conditions that must all be met: what is known to fail decides, what is missing is asked for."""

from collections.abc import Iterable
from dataclasses import dataclass

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.uitkomst import Stap, keuze_stap


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorwaarde:
    """One condition, with a sentence for each way it can turn out.

    :param feit: the name of the fact that it asks for
    :param onderwerp: that fact in Dutch, as the start of a sentence: `Het begin van de ziekte`
    :param vervuld: None when the fact is not known
    """

    feit: str
    onderwerp: str
    vervuld: bool | None
    wel: str
    niet: str
    bron: Artikel
    zekerheid: Zekerheid = Zekerheid.GELEZEN


def beoordeel(voorwaarden: Iterable[Voorwaarde]) -> tuple[bool, tuple[Stap, ...]]:
    """Return whether all conditions are met, and the steps that say so.

    When one is known to fail the others do not matter: only the failing ones get a step.

    :raises Refusal: naming the first missing fact, if none is known to fail
    """
    found = tuple(voorwaarden)
    failing = [one for one in found if one.vervuld is False]
    if failing:
        return False, tuple(
            keuze_stap(one.niet, one.bron, zekerheid=one.zekerheid) for one in failing
        )
    for one in found:
        if one.vervuld is None:
            raise ontbreekt(one.feit, one.onderwerp)
    return True, tuple(keuze_stap(one.wel, one.bron, zekerheid=one.zekerheid) for one in found)


def ontbreekt(feit: str, onderwerp: str) -> Refusal:
    """Return the refusal that says which fact is missing."""
    return Refusal(f"{onderwerp} is niet bekend. Zonder dat feit is er geen antwoord.", field=feit)
