"""Whether the college may free someone from the leerbaarheidstoets."""

from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import GrondLeerbaarheidstoetsOntheffing
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

BRON = Artikel("Wi2021", "14", lid="6")
VERPLICHT = Artikel("Wi2021", "14", lid="3", onder="a")
VISUEEL = GrondLeerbaarheidstoetsOntheffing.VISUEEL
MOGELIJK = Dated(bron=BRON, versions={date(2022, 1, 1): False, date(2023, 1, 1): True})

Keuze = tuple[bool, Stap]


def ontheffing_leerbaarheidstoets(
    *, beperking: GrondLeerbaarheidstoetsOntheffing | None, kan_toets_maken: bool | None, op: date
) -> Uitkomst[bool]:
    """Return whether there can be an ontheffing from the toets (art. 14 lid 6 Wi2021).

    A visual disability is enough. An auditory one counts only for who is not able to take the
    toets. The college decides.

    :param beperking: the disability; None is: neither of these
    :param kan_toets_maken: is considered able to take it; asked for an auditory disability only
    :param op: the day of the decision, which chooses the version
    :raises Refusal: when that is not known of someone with an auditory disability
    :raises NotInForce: before 1 January 2022
    """
    versie = versie_stap(MOGELIJK, op)
    mag, keuze = _keuze(beperking, kan_toets_maken) if MOGELIJK.on(op) else _voor_2023()
    welke = {None: "niet visueel en niet auditief", VISUEEL: "visueel"}.get(beperking, "auditief")
    slot = (
        "Het college kan ontheffing van de leerbaarheidstoets geven."
        if mag
        else "De leerbaarheidstoets hoort bij de brede intake."
    )
    stappen = (
        versie,
        feit_stap("beperking", f"De beperking is: {welke}.", None),
        keuze,
        Stap(soort=StapSoort.UITKOMST, tekst=slot, bron=None if mag else VERPLICHT),
    )
    return Uitkomst(
        value=mag,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=MOGELIJK.next_change(op),
    )


def _keuze(
    beperking: GrondLeerbaarheidstoetsOntheffing | None, kan_toets_maken: bool | None
) -> Keuze:
    if beperking is None:
        return False, keuze_stap("Er is geen beperking waarvoor een ontheffing kan.", BRON)
    if beperking is VISUEEL:
        return True, keuze_stap("Bij een visuele beperking is meer niet nodig.", BRON)
    if kan_toets_maken is None:
        raise ontbreekt("kan_toets_maken", "Of deze persoon de toets kan maken,")
    tekst = (
        "Met de auditieve beperking is de toets te maken, dus een ontheffing kan niet."
        if kan_toets_maken
        else "Door de auditieve beperking is de toets niet te maken."
    )
    return not kan_toets_maken, keuze_stap(tekst, BRON)


def _voor_2023() -> Keuze:
    tekst = (
        "Deze tekst kent de ontheffing nog niet. Volgens een toelichting uit 2022 pasten "
        "gemeenten haar al toe."
    )
    return False, keuze_stap(tekst, BRON, zekerheid=Zekerheid.TWEEDE_HAND)
