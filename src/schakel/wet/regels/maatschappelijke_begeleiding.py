"""Who has a right to maatschappelijke begeleiding, and from which day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Doelgroep, Verblijfsvergunning
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

RECHT: Dated[Doelgroep] = Dated(
    bron=Artikel("Wi2021", "13", lid="1"),
    versions={date(2022, 1, 1): Doelgroep.ASIELSTATUSHOUDER},
)
AANVANG = Artikel("Wi2021", "13", lid="3")


@dataclass(frozen=True, slots=True, kw_only=True)
class BegeleidingFeiten:
    """What must be known of someone; None is not known, or not yet.

    :param vergunning: the permit that is held: it decides which registration counts
    :param inschrijving_brp: first registration as a resident, in any gemeente
    :param inschrijving_hvw28: registration in the gemeente of housing under art. 28 Hvw
    :param einde_plicht: first day without inburgeringsplicht; None while it lasts
    """

    doelgroep: Doelgroep | None
    vergunning: Verblijfsvergunning | None
    inschrijving_brp: date | None = None
    inschrijving_hvw28: date | None = None
    einde_plicht: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MaatschappelijkeBegeleiding:
    """The outcome.

    :param recht: this person belongs to whom the right is for
    :param begin: first day of the right (inclusive); None without it, and before the registration
    :param einde: first day after it (exclusive); None while no end is known
    :param actief: the day of asking lies in it
    """

    recht: bool
    begin: date | None = None
    einde: date | None = None
    actief: bool = False


def maatschappelijke_begeleiding(
    *, feiten: BegeleidingFeiten, op: date
) -> Uitkomst[MaatschappelijkeBegeleiding]:
    """Return whether and from when there is a right to it (art. 13 Wi2021).

    The law names no end: that the right ends with the plicht is a reading.

    :param feiten: what is known of the person
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(RECHT, op)
    if feiten.doelgroep is None:
        raise ontbreekt("doelgroep", "De doelgroep")
    _klopt(feiten)
    recht = feiten.doelgroep is RECHT.on(op)
    value, keuzes = _periode(feiten, op) if recht else _geen_recht()
    stappen = (versie, *_feiten(feiten), *keuzes, _slot(value, op))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=RECHT.next_change(op),
    )


def _klopt(feiten: BegeleidingFeiten) -> None:
    brp, hvw28 = feiten.inschrijving_brp, feiten.inschrijving_hvw28
    if brp and hvw28 and hvw28 < brp:
        raise Refusal(
            "De inschrijving in de gemeente van huisvesting is van voor de eerste inschrijving in "
            "de BRP. Verbeter een van beide.",
            field="inschrijving_hvw28",
        )


def _geen_recht() -> tuple[MaatschappelijkeBegeleiding, tuple[Stap, ...]]:
    tekst = "Alleen een asielstatushouder heeft recht op maatschappelijke begeleiding."
    return MaatschappelijkeBegeleiding(recht=False), (keuze_stap(tekst, RECHT.bron),)


def _periode(
    feiten: BegeleidingFeiten, op: date
) -> tuple[MaatschappelijkeBegeleiding, tuple[Stap, ...]]:
    begin, keuze = _begin(feiten)
    keuzes = (keuze_stap("Een asielstatushouder heeft dit recht.", RECHT.bron), keuze)
    if begin is None:
        return MaatschappelijkeBegeleiding(recht=True), keuzes
    einde = feiten.einde_plicht
    if einde is None:
        value = MaatschappelijkeBegeleiding(recht=True, begin=begin, actief=begin <= op)
        return value, keuzes
    if einde <= begin:
        tekst = "De inburgeringsplicht eindigde voor deze inschrijving."
        eind = keuze_stap(tekst, RECHT.bron, zekerheid=Zekerheid.AFGELEID)
        return MaatschappelijkeBegeleiding(recht=False), (*keuzes, eind)
    tekst = "De wet noemt geen einde. Met de inburgeringsplicht eindigt ook dit recht."
    eind = keuze_stap(tekst, RECHT.bron, zekerheid=Zekerheid.AFGELEID)
    value = MaatschappelijkeBegeleiding(
        recht=True, begin=begin, einde=einde, actief=begin <= op < einde
    )
    return value, (*keuzes, eind)


def _begin(feiten: BegeleidingFeiten) -> tuple[date | None, Stap]:
    if feiten.vergunning is None:
        raise ontbreekt("vergunning", "De verblijfsvergunning")
    if feiten.vergunning is Verblijfsvergunning.ASIEL_BEPAALD:
        begin = feiten.inschrijving_hvw28
        tekst = (
            "Bij een asielvergunning voor bepaalde tijd begint het recht met de inschrijving in de "
            "gemeente van huisvesting."
        )
    else:
        begin = feiten.inschrijving_brp
        tekst = "Het recht begint met de inschrijving in de BRP."
    if begin is None:
        tekst += " Die inschrijving is er nog niet, of zij is niet bekend."
    return begin, keuze_stap(tekst, AANVANG)


def _feiten(feiten: BegeleidingFeiten) -> Iterator[Stap]:
    if feiten.doelgroep:
        yield feit_stap("doelgroep", f"De doelgroep is {feiten.doelgroep.label}.", None)
    if feiten.vergunning:
        tekst = f"De verblijfsvergunning is: {feiten.vergunning.label}."
        yield feit_stap("vergunning", tekst, None)
    if dag := feiten.inschrijving_brp:
        tekst = f"De inschrijving in de BRP is van {dutch_date(dag)}."
        yield feit_stap("inschrijving_brp", tekst, dag)
    if dag := feiten.inschrijving_hvw28:
        tekst = f"De inschrijving in de gemeente van huisvesting is van {dutch_date(dag)}."
        yield feit_stap("inschrijving_hvw28", tekst, dag)
    if dag := feiten.einde_plicht:
        tekst = f"De eerste dag zonder inburgeringsplicht is {dutch_date(dag)}."
        yield feit_stap("einde_plicht", tekst, dag)


def _slot(value: MaatschappelijkeBegeleiding, op: date) -> Stap:
    if not value.recht:
        tekst = "Er is geen recht op maatschappelijke begeleiding."
        return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
    if value.begin is None:
        tekst = "Het recht op maatschappelijke begeleiding is nog niet begonnen."
        return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
    nu = "wel" if value.actief else "niet"
    tekst = (
        f"Het recht op maatschappelijke begeleiding begint op {dutch_date(value.begin)}. Op "
        f"{dutch_date(op)} is het er {nu}."
    )
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=value.begin)
