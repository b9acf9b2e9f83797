"""Which data may go from whom to whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.gegevensstromen import (
    CURSUSINSTELLING_NAAR_DUO,
    NAAR_ANDER_COLLEGE,
    NAAR_CBS,
    NAAR_CURSUSINSTELLING,
    NAAR_DUO,
    VAN_COA,
    VAN_CURSUSINSTELLING,
    VAN_DUO_NAAR_COA,
    VAN_DUO_NAAR_COLLEGE,
    VAN_DUO_NAAR_CURSUSINSTELLING,
    VAN_DUO_NAAR_JENV,
    VAN_DUO_NAAR_TOESLAGEN,
    Verstrekking,
)
from schakel.wet.lijsten import Doelgroep
from schakel.wet.lijsten_gegevens import Gegeven, Organisatie
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

PIP_INTENSITEIT = Artikel("Wi2021", "15", lid="2")
LIJST_STATISTIEK = Artikel("Ri", "9.1")


OVERIGE_STROMEN: Dated[tuple[Verstrekking, ...]] = Dated(
    bron=Artikel("Wi2021", "35"), versions={date(2022, 1, 1): ()}
)
STROMEN: Mapping[tuple[Organisatie, Organisatie], Dated[tuple[Verstrekking, ...]]] = {
    (Organisatie.COLLEGE, Organisatie.DUO): NAAR_DUO,
    (Organisatie.COLLEGE, Organisatie.CURSUSINSTELLING): NAAR_CURSUSINSTELLING,
    (Organisatie.COLLEGE, Organisatie.ANDER_COLLEGE): NAAR_ANDER_COLLEGE,
    (Organisatie.COLLEGE, Organisatie.CBS): NAAR_CBS,
    (Organisatie.CURSUSINSTELLING, Organisatie.COLLEGE): VAN_CURSUSINSTELLING,
    (Organisatie.CURSUSINSTELLING, Organisatie.DUO): CURSUSINSTELLING_NAAR_DUO,
    (Organisatie.COA, Organisatie.COLLEGE): VAN_COA,
    (Organisatie.DUO, Organisatie.COLLEGE): VAN_DUO_NAAR_COLLEGE,
    (Organisatie.DUO, Organisatie.CURSUSINSTELLING): VAN_DUO_NAAR_CURSUSINSTELLING,
    (Organisatie.DUO, Organisatie.COA): VAN_DUO_NAAR_COA,
    (Organisatie.DUO, Organisatie.JENV): VAN_DUO_NAAR_JENV,
    (Organisatie.DUO, Organisatie.DIENST_TOESLAGEN): VAN_DUO_NAAR_TOESLAGEN,
}
# These give data by articles that were read in outline only.
NIET_UITGEWERKT = frozenset(
    {
        Organisatie.JENV,
        Organisatie.DIENST_TOESLAGEN,
        Organisatie.CVTE,
        Organisatie.DIPLOMAWAARDERING,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gegevensverstrekking:
    """What may be given, each with its article; nothing else may on this ground.

    :param zonder_verzoek: may go of its own accord
    :param op_verzoek: may go only when the other asks for it
    """

    zonder_verzoek: Mapping[Gegeven, Artikel]
    op_verzoek: Mapping[Gegeven, Artikel]

    def mag(self, gegeven: Gegeven, *, gevraagd: bool) -> bool:
        """Return whether this may be given now; `gevraagd` is: the other asked for it."""
        return gegeven in self.zonder_verzoek or (gevraagd and gegeven in self.op_verzoek)


def gegevensverstrekking(
    *, van: Organisatie, naar: Organisatie, doelgroep: Doelgroep, op: date
) -> Uitkomst[Gegevensverstrekking]:
    """Return which data of one person may go from one to another (Wi2021 33-39, Bi chapter 9).

    Another agreement or consent may be a ground of its own; that is not judged.

    :param van: who has the data
    :param naar: who would get them
    :param doelgroep: of the person that the data are about
    :param op: the day on which they would be given, which chooses the version
    :raises Refusal: from and to the same, or between two of which the articles were not read
    :raises NotInForce: before 1 January 2022
    """
    stroom = _stroom(van, naar)
    value, keuzes = _mag(stroom.on(op), doelgroep)
    feiten = (
        feit_stap("van", f"Wie geeft: {van.label}.", None),
        feit_stap("naar", f"Wie krijgt: {naar.label}.", None),
        feit_stap("doelgroep", f"De doelgroep is {doelgroep.label}.", None),
    )
    stappen = (versie_stap(stroom, op), *feiten, *keuzes, *_uitkomsten(value, naar))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=stroom.next_change(op),
    )


def _stroom(van: Organisatie, naar: Organisatie) -> Dated[tuple[Verstrekking, ...]]:
    if van is naar:
        tekst = "Wie geeft en wie krijgt, is dezelfde. Kies een ander."
        raise Refusal(tekst, field="naar")
    if van in NIET_UITGEWERKT:
        raise Refusal(
            f"Wat {van.label} mag geven, is hier niet uitgewerkt. Kijk in hoofdstuk 9 van het "
            "Besluit inburgering 2021.",
            field="van",
        )
    return STROMEN.get((van, naar), OVERIGE_STROMEN)


def _mag(
    verstrekkingen: tuple[Verstrekking, ...], doelgroep: Doelgroep
) -> tuple[Gegevensverstrekking, tuple[Stap, ...]]:
    """Return what holds for this doelgroep, with the step for what drops out."""
    zonder: dict[Gegeven, Artikel] = {}
    verzoek: dict[Gegeven, Artikel] = {}
    keuzes: list[Stap] = []
    for one in verstrekkingen:
        if one.alleen in {None, doelgroep}:
            into = verzoek if one.op_verzoek else zonder
            into.update(dict.fromkeys(one.gegevens, one.bron))
    if doelgroep is Doelgroep.GEZINSMIGRANT_OVERIG and Gegeven.INTENSITEIT in zonder:
        del zonder[Gegeven.INTENSITEIT]
        tekst = "De intensiteit van de leerroute staat niet in het PIP, en kan dus niet mee."
        keuzes.append(keuze_stap(tekst, PIP_INTENSITEIT, zekerheid=Zekerheid.AFGELEID))
    return Gegevensverstrekking(zonder_verzoek=zonder, op_verzoek=verzoek), tuple(keuzes)


def _uitkomsten(value: Gegevensverstrekking, naar: Organisatie) -> Iterator[Stap]:
    for gegeven, bron in value.zonder_verzoek.items():
        yield keuze_stap(f"Mag mee: {gegeven.label}.", bron)
    for gegeven, bron in value.op_verzoek.items():
        yield keuze_stap(f"Mag alleen op verzoek mee: {gegeven.label}.", bron)
    if Gegeven.STATISTIEK in value.zonder_verzoek:
        tekst = "Welke gegevens dat zijn, staat in bijlage 7 van de Regeling. Die is niet gelezen."
        yield keuze_stap(tekst, LIJST_STATISTIEK, zekerheid=Zekerheid.ONGECONTROLEERD)
    if value.zonder_verzoek or value.op_verzoek:
        tekst = f"Alleen wat hierboven staat, mag op deze grond naar {naar.label}."
        yield Stap(soort=StapSoort.UITKOMST, tekst=tekst)
        return
    tekst = (
        f"Er is geen artikel gevonden dat zegt wat naar {naar.label} mag. Geef niets zonder "
        "andere grondslag."
    )
    yield keuze_stap(tekst, OVERIGE_STROMEN.bron, zekerheid=Zekerheid.AFGELEID)
    yield Stap(soort=StapSoort.UITKOMST, tekst="Er mag niets mee op grond van deze wet.")
