"""Whether a minor may act for himself in the inburgering."""

from datetime import date

from schakel.wet.bron import Artikel, Dated
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

ZELF_HANDELEN = Dated(bron=Artikel("Wi2021", "2"), versions={date(2022, 1, 1): True})


def handelen_minderjarige(*, minderjarig: bool, op: date) -> Uitkomst[bool | None]:
    """Return whether someone may do by himself what the Wi2021 asks (art. 2 Wi2021).

    For a minor the law says so; of an adult it says nothing, and then the answer is None.

    :param minderjarig: is under age; from which age that is, is civil law
    :param op: the day of the act, which chooses the version
    :raises NotInForce: before 1 January 2022
    """
    zelf = ZELF_HANDELEN.on(op) if minderjarig else None
    wie = "minderjarig" if minderjarig else "meerderjarig"
    tekst = (
        "Een minderjarige mag zelf de rechtshandelingen verrichten die voor deze wet nodig zijn."
        if minderjarig
        else "Dit artikel gaat alleen over minderjarigen. Voor anderen geldt wat altijd geldt."
    )
    slot = "Deze persoon mag zelf handelen." if zelf else "Dit artikel zegt hier niets over."
    stappen = (
        versie_stap(ZELF_HANDELEN, op),
        feit_stap("minderjarig", f"Deze persoon is {wie}.", None),
        keuze_stap(tekst, ZELF_HANDELEN.bron),
        Stap(soort=StapSoort.UITKOMST, tekst=slot),
    )
    return Uitkomst(
        value=zelf,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=ZELF_HANDELEN.next_change(op),
    )
