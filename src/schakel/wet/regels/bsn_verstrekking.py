"""Who may get the burgerservicenummer."""

from collections.abc import Mapping
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten_gegevens import Organisatie
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

WET = Artikel("Wi2021", "36")
BESLUIT = Artikel("Bi", "9.10")

_SINDS_2022 = {
    Organisatie.COLLEGE: WET,
    Organisatie.ANDER_COLLEGE: WET,
    Organisatie.DUO: WET,
    Organisatie.CURSUSINSTELLING: BESLUIT,
    Organisatie.CVTE: BESLUIT,
    Organisatie.DIPLOMAWAARDERING: BESLUIT,
}
# The text of 1 January 2022 lacks the COA; that of 1 January 2023 has it.
TOEGESTAAN: Dated[Mapping[Organisatie, Artikel]] = Dated(
    bron=BESLUIT,
    versions={
        date(2022, 1, 1): _SINDS_2022,
        date(2023, 1, 1): {**_SINDS_2022, Organisatie.COA: BESLUIT},
    },
)
# Other articles may give these the number; those were not read far enough to answer.
NIET_TE_BEANTWOORDEN = frozenset({Organisatie.CBS, Organisatie.JENV, Organisatie.DIENST_TOESLAGEN})


def bsn_verstrekking(*, organisatie: Organisatie, op: date) -> Uitkomst[bool]:
    """Return whether this kind of organisation may get the BSN (art. 36 Wi2021, 9.10 Bi).

    Only the kind is judged: the number goes along with data that may be given, and never alone.

    :param organisatie: who asks for it
    :param op: the day on which it would be given, which chooses the version
    :raises Refusal: for an organisation about which nothing was read
    :raises NotInForce: before 1 January 2022
    """
    versie = versie_stap(TOEGESTAAN, op)
    mag, keuze = _keuze(organisatie, op)
    wel = "mag" if mag else "mag niet"
    stappen = (
        versie,
        feit_stap("organisatie", f"Het gaat om {organisatie.label}.", None),
        keuze,
        Stap(
            soort=StapSoort.UITKOMST,
            tekst=f"Het burgerservicenummer geven aan {organisatie.label} {wel}.",
        ),
    )
    return Uitkomst(
        value=mag,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=TOEGESTAAN.next_change(op),
    )


def _keuze(organisatie: Organisatie, op: date) -> tuple[bool, Stap]:
    bron = TOEGESTAAN.on(op).get(organisatie)
    if bron:
        tekst = "De wet noemt deze organisatie bij wie het burgerservicenummer mag gebruiken."
        return True, keuze_stap(tekst, bron)
    if organisatie in NIET_TE_BEANTWOORDEN:
        raise Refusal(
            f"Of {organisatie.label} het burgerservicenummer mag krijgen, volgt niet uit de "
            "artikelen die zijn gelezen. Vraag het aan de functionaris gegevensbescherming.",
            field="organisatie",
        )
    tekst = "Deze organisatie staat op deze dag niet op de lijst. Geef de gegevens zonder nummer."
    mark = Zekerheid.GELEZEN if organisatie is Organisatie.COA else Zekerheid.AFGELEID
    return False, keuze_stap(tekst, BESLUIT, zekerheid=mark)
