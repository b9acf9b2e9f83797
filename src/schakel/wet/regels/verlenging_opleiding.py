"""Extending the inburgeringstermijn for a training that does not exempt."""

from collections.abc import Iterator, Sequence
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten_termijn import NietVrijstellendeOpleiding
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, feit_stap, keuze_stap, versie_stap
from schakel.wet.verlenging import (
    Verlenging,
    VerlengingFeiten,
    in_de_termijn,
    langer,
    nodige_duur,
    uitkomst,
)
from schakel.wet.voorwaarde import beoordeel, ontbreekt

SINDS = date(2023, 1, 1)
DUUR = Artikel("Ri", "4.2")
NOG_BEZIG = Artikel("Ri", "4.2", lid="4")
GROND = Artikel("Bi", "4.3", lid="2")


def _jaren(aantal: int) -> Duur:
    return Duur(aantal=aantal, eenheid=Eenheid.JAREN, rang=Rang.MINISTERIELE_REGELING)


# What is given each time while the opleiding lasts; before 2023 the ground was not there.
REEKS: Dated[Sequence[Duur]] = Dated(
    bron=GROND, versions={date(2022, 1, 1): (), SINDS: (_jaren(2), _jaren(1), _jaren(1))}
)
MAXIMUM_ENTREE = Dated(bron=DUUR, versions={SINDS: _jaren(2)})

Gevolg = tuple[date | None, tuple[Stap, ...]]


def verlenging_opleiding(*, feiten: VerlengingFeiten, op: date) -> Uitkomst[Verlenging]:
    """Return the extension for a niet-vrijstellende opleiding (art. 4.3 lid 2 Bi; art. 4.2 Ri).

    After it: as many days as it took, from the enrolment or from the start of the plicht if that is
    later. During it: two years, then twice one year. An entreeopleiding never gives more than two
    years. The Atw does not move the new end.

    :param feiten: `begin` is the enrolment, `einde` the first day after the deregistration; and
        `begin_plicht`, `opleiding` and `eerdere_verlengingen` where they matter
    :param op: the day of asking, which chooses the version
    :raises Refusal: naming a missing fact, or one that contradicts another
    :raises NotInForce: when asked before 1 January 2022
    """
    einde, stappen = _gevolg(feiten, op)
    return uitkomst(
        feiten=feiten,
        versie=versie_stap(REEKS, op),
        stappen=stappen,
        einde=einde,
        op=op,
        geldig_tot=REEKS.next_change(op),
    )


def _gevolg(feiten: VerlengingFeiten, op: date) -> Gevolg:
    if not REEKS.on(op):
        return None, (keuze_stap("Deze grond bestaat sinds 1 januari 2023.", GROND),)
    voldoet, keuzes = beoordeel([in_de_termijn(feiten, GROND)])
    na_boete = feiten.soort is not None and feiten.soort.na_boete
    if not voldoet and not na_boete:
        return None, keuzes
    nog_bezig = feiten.einde is None and feiten.duurt_voort
    dag, stappen = _tijdens(feiten, op) if nog_bezig else _erna(feiten, op)
    return dag, (*_feiten(feiten), *(_na_boete() if na_boete else keuzes), *stappen)


def _feiten(feiten: VerlengingFeiten) -> Iterator[Stap]:
    if feiten.opleiding is not None:
        yield feit_stap("opleiding", f"De opleiding is: {feiten.opleiding.label}.", None)
    aantal = feiten.eerdere_verlengingen
    if aantal:
        tekst = f"Voor deze opleiding is de termijn eerder verlengd. Aantal keren: {aantal}."
        yield feit_stap("eerdere_verlengingen", tekst, None)


def _na_boete() -> tuple[Stap, ...]:
    tekst = (
        "Dit is een nieuwe termijn na een boete. De opleiding moet al in de termijn van drie jaar "
        "zijn gevolgd; dat is niet nagegaan."
    )
    return (keuze_stap(tekst, GROND, zekerheid=Zekerheid.AFGELEID),)


def _tijdens(feiten: VerlengingFeiten, op: date) -> Gevolg:
    """Return what is given while the opleiding is still followed."""
    if feiten.begin is not None and feiten.begin > op:
        tekst = "De opleiding is op de peildatum nog niet begonnen. Verbeter het begin."
        raise Refusal(tekst, field="begin")
    reeks, eerder = REEKS.on(op), feiten.eerdere_verlengingen
    if eerder >= len(reeks):
        tekst = f"De termijn is hiervoor al {eerder} keer verlengd, en vaker kan niet."
        return None, (keuze_stap(tekst, NOG_BEZIG),)
    if eerder and feiten.opleiding is None:
        raise ontbreekt("opleiding", "De soort opleiding")
    if eerder and feiten.opleiding is NietVrijstellendeOpleiding.ENTREE:
        return None, (_vol(op),)
    duur = reeks[eerder]
    einde = duur.beyond(feiten.einde_termijn)
    keer = ("eerste", "tweede", "derde")[eerder]
    tekst = f"De opleiding wordt nog gevolgd. De {keer} verlenging is {duur}."
    return einde, (langer(tekst, feiten.einde_termijn, einde, NOG_BEZIG),)


def _erna(feiten: VerlengingFeiten, op: date) -> Gevolg:
    """Return what is given after the opleiding."""
    begin, tot = nodige_duur(feiten, op)
    if feiten.eerdere_verlengingen:
        return _na_eerdere(feiten, op)
    plicht = feiten.begin_plicht
    if plicht is None:
        raise ontbreekt("begin_plicht", "Het begin van de inburgeringsplicht")
    if tot <= plicht:
        tekst = "De opleiding was al voorbij toen de inburgeringsplicht begon."
        return None, (keuze_stap(tekst, DUUR),)
    vanaf = max(begin, plicht)
    gelijk = feiten.einde_termijn + (tot - vanaf)
    grens = MAXIMUM_ENTREE.on(op).beyond(feiten.einde_termijn)
    tekst = f"De opleiding telt vanaf {dutch_date(vanaf)}: {_dagen(vanaf, tot)}"
    if grens < gelijk and feiten.opleiding is None:
        raise ontbreekt("opleiding", "De soort opleiding")
    if grens < gelijk and feiten.opleiding is NietVrijstellendeOpleiding.ENTREE:
        tekst += f". Een entreeopleiding geeft ten hoogste {MAXIMUM_ENTREE.on(op)}."
        return grens, (langer(tekst, feiten.einde_termijn, grens, DUUR),)
    tekst += ". De termijn wordt evenveel dagen langer."
    stap = Stap(
        soort=StapSoort.DUUR, tekst=tekst, dag=gelijk, bron=DUUR, zekerheid=Zekerheid.AFGELEID
    )
    return gelijk, (stap,)


def _na_eerdere(feiten: VerlengingFeiten, op: date) -> Gevolg:
    if feiten.opleiding is NietVrijstellendeOpleiding.ENTREE:
        return None, (_vol(op),)
    raise Refusal(
        "De opleiding is voorbij en gaf al eerder verlenging. Hoe dat samen telt, is in de wet "
        "niet gevonden. Vraag het aan DUO.",
        field="eerdere_verlengingen",
    )


def _dagen(vanaf: date, tot: date) -> str:
    return Eenheid.DAGEN.in_woorden((tot - vanaf).days)


def _vol(op: date) -> Stap:
    tekst = f"Een entreeopleiding geeft in totaal ten hoogste {MAXIMUM_ENTREE.on(op)}."
    return keuze_stap(f"{tekst} Die zijn al gegeven.", DUUR)
