"""When a PIP must be adapted, and what stays as it was."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

TERMIJN_LOOPT_DOOR = Artikel("Wi2021", "11", lid="3")
BESCHIKKING = Artikel("Wi2021", "15", lid="3")


class AanleidingAanpassing(StrEnum):
    """What happened."""

    WIJZIGING_LEERROUTE = "wijziging_leerroute"
    AFSCHALEN = "afschalen"
    VERHUIZING = "verhuizing"
    BEZWAAR_GEGROND = "bezwaar_gegrond"
    ANDERS = "anders"

    @property
    def label(self) -> str:
        return {
            "wijziging_leerroute": "de leerroute is gewijzigd",
            "afschalen": "er is afgeschaald naar A2",
            "verhuizing": "er is een verhuizing naar een andere gemeente",
            "bezwaar_gegrond": "het PIP is in bezwaar of beroep vervallen",
            "anders": "de omstandigheden zijn veranderd",
        }[self.value]


def _bronnen(verhuizing: str, aanpassen: str) -> Mapping[AanleidingAanpassing, Artikel]:
    return {
        AanleidingAanpassing.WIJZIGING_LEERROUTE: Artikel("Bi", "5.3", lid=aanpassen),
        AanleidingAanpassing.AFSCHALEN: Artikel("Bi", "5.3", lid=aanpassen),
        AanleidingAanpassing.VERHUIZING: Artikel("Bi", "5.3", lid=verhuizing),
        AanleidingAanpassing.BEZWAAR_GEGROND: TERMIJN_LOOPT_DOOR,
    }


VERPLICHT: Dated[Mapping[AanleidingAanpassing, Artikel]] = Dated(
    bron=Artikel("Bi", "5.3"),
    versions={
        date(2022, 1, 1): _bronnen("2", "5"),
        date(2023, 1, 1): _bronnen("3", "6"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPAanpassen:
    """The outcome.

    :param verplicht: the PIP must be adapted or made anew; None where the law does not say so
    :param nieuw_pip: a new PIP takes the place of the old one
    :param termijn_begint_opnieuw: never: the inburgeringstermijn runs on
    :param bezwaar_mogelijk: always: the changed PIP is a decision
    """

    verplicht: bool | None
    nieuw_pip: bool
    termijn_begint_opnieuw: bool = False
    bezwaar_mogelijk: bool = True


def pip_aanpassen(*, aanleiding: AanleidingAanpassing, op: date) -> Uitkomst[PIPAanpassen]:
    """Return whether this makes a changed PIP needed (art. 5.3 Bi, 11 and 15 Wi2021).

    Whether the change itself is allowed is another rule: `wijzigen_leerroute`, `afschalen`.

    :param aanleiding: what happened
    :param op: the day of asking, which chooses the version
    :raises NotInForce: before 1 January 2022
    """
    versie = versie_stap(VERPLICHT, op)
    bron = VERPLICHT.on(op).get(aanleiding)
    nieuw = aanleiding in {AanleidingAanpassing.VERHUIZING, AanleidingAanpassing.BEZWAAR_GEGROND}
    value = PIPAanpassen(verplicht=True if bron else None, nieuw_pip=nieuw)
    stappen = (
        versie,
        feit_stap("aanleiding", f"Wat er is gebeurd: {aanleiding.label}.", None),
        _keuze(aanleiding, bron, nieuw),
        keuze_stap("De inburgeringstermijn begint niet opnieuw.", TERMIJN_LOOPT_DOOR),
        keuze_stap(
            "Het PIP is een beschikking, dus tegen een gewijzigd PIP kan bezwaar.",
            BESCHIKKING,
            zekerheid=Zekerheid.AFGELEID,
        ),
        Stap(soort=StapSoort.UITKOMST, tekst=_slot(value)),
    )
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=VERPLICHT.next_change(op),
    )


def _keuze(aanleiding: AanleidingAanpassing, bron: Artikel | None, nieuw: bool) -> Stap:
    if bron is None:
        tekst = "De wet zegt hierover niets. In de praktijk wordt het PIP dan aangepast."
        return keuze_stap(tekst, VERPLICHT.bron, zekerheid=Zekerheid.TWEEDE_HAND)
    if not nieuw:
        return keuze_stap("Daarna wordt het PIP aangepast.", bron)
    if aanleiding is AanleidingAanpassing.VERHUIZING:
        tekst = "Was er al een PIP, dan stelt de nieuwe gemeente er zelf een vast."
        return keuze_stap(tekst, bron)
    return keuze_stap("Er komt een nieuw PIP voor in de plaats.", bron)


def _slot(value: PIPAanpassen) -> str:
    if value.verplicht is None:
        return "Of het PIP verandert, beslist het college."
    return "Er moet een nieuw PIP komen." if value.nieuw_pip else "Het PIP moet worden aangepast."
