"""What fine of DUO to expect when the leerroute was not finished in time."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bedrag import dutch_amount
from schakel.wet.boete_duo import (
    ASIEL_BEBOETBAAR,
    BeletselDUO,
    BoeteDUO,
    afgerond_stap,
    asiel_beletsel,
    is_op_tijd,
    slot_stappen,
    termijn_stap,
    weiger_toekomst,
)
from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.lijsten import Doelgroep, Leerroute
from schakel.wet.uitkomst import Stap, Uitkomst, feit_stap, grounds_of, keuze_stap, versie_stap
from schakel.wet.voorwaarde import ontbreekt

BOETE = Artikel("Wi2021", "25", lid="1")
VERBLIJF = Artikel("Wi2021", "25", lid="3")
MAXIMUM = Dated(
    bron=Artikel("Wi2021", "26", lid="1"), maat=Maat.CENTEN, versions={date(2022, 1, 1): 100_000}
)
"""In whole cents."""

# The bijlagen were first read as they were on 1 April 2023; before that the same has been taken.
LEZING = {date(2022, 1, 1): Zekerheid.ONGECONTROLEERD}


class Examenpogingen(StrEnum):
    """How often the parts of the exam were tried: the columns of bijlage 6a Ri."""

    NIET_ALLE = "niet_alle"
    ALLE_EENMAAL = "alle_eenmaal"
    OPEN_TWEEMAAL = "open_tweemaal"

    @property
    def label(self) -> str:
        return {
            "niet_alle": "niet elk onderdeel is geprobeerd",
            "alle_eenmaal": "elk onderdeel is ten minste één keer geprobeerd",
            "open_tweemaal": "elk onderdeel dat nog open is, is ten minste twee keer geprobeerd",
        }[self.value]


BIJLAGE_6A: Mapping[Examenpogingen, tuple[int, int, int]] = {
    Examenpogingen.NIET_ALLE: (100_000, 80_000, 40_000),
    Examenpogingen.ALLE_EENMAAL: (80_000, 64_000, 32_000),
    Examenpogingen.OPEN_TWEEMAAL: (60_000, 45_000, 22_500),
}
"""In whole cents, each from few hours to many."""
TABEL_B1 = Dated(
    bron=Artikel("Ri", "7.1", lid="2"),
    maat=Maat.CENTEN,
    versions={date(2022, 1, 1): BIJLAGE_6A, date(2023, 4, 1): BIJLAGE_6A},
    zekerheid=LEZING,
)
TABEL_Z: Dated[tuple[tuple[int, int, int], ...]] = Dated(
    bron=Artikel("Ri", "7.3", lid="2"),
    maat=Maat.CENTEN,
    versions=dict.fromkeys(
        (date(2022, 1, 1), date(2023, 4, 1)),
        ((100_000, 80_000, 40_000), (80_000, 64_000, 32_000), (60_000, 45_000, 22_500)),
    ),
    zekerheid=LEZING,
)
"""Bijlage 6c, in whole cents: a row per band of participation, a column per band of course hours.

Who is no asielstatushouder has the first row only.
"""
GRENZEN_PROCENT = Dated(
    bron=TABEL_B1.bron,
    maat=Maat.PROCENT,
    versions=dict.fromkeys(TABEL_B1.versions, (60, 90)),
    zekerheid=LEZING,
)
GRENZEN_GEZINS = Dated(
    bron=TABEL_B1.bron,
    maat=Maat.UREN,
    versions=dict.fromkeys(TABEL_B1.versions, (250, 400)),
    zekerheid=LEZING,
)
GRENZEN_Z = Dated(
    bron=TABEL_Z.bron,
    maat=Maat.UREN,
    versions=dict.fromkeys(TABEL_Z.versions, (300, 600)),
    zekerheid=LEZING,
)
"""Each boundary is the first value of the next band."""
KORTING_PER_ONDERDEEL = Dated(
    bron=TABEL_B1.bron,
    maat=Maat.PROCENT,
    versions=dict.fromkeys(TABEL_B1.versions, 20),
    zekerheid=LEZING,
)
MEESTE_ONDERDELEN = 4
ONDERWIJSROUTE = (
    "De grenzen van de aanwezigheid in de boetetabel voor de onderwijsroute (bijlage 6b Ri) "
    "ontbreken. Daarom rekent Schakel deze boete niet uit. Vraag DUO wat te verwachten is."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoeteDUOLeerrouteFeiten:
    """What must be known of the person and of what was done. None is not known.

    :param uren_cursus: course hours Dutch and KNM at an institution with the keurmerk
    :param uren_pip: the hours that the PIP asks of an asielstatushouder in the B1-route
    :param uren_participatie: of an asielstatushouder in the zelfredzaamheidsroute, with those of
        the intake and of maatschappelijke begeleiding
    :param onderdelen_behaald: passed parts of the exam, nought to four; for the B1-route
    :param verblijf_geeindigd: the permit was withdrawn, or its extension refused
    """

    leerroute: Leerroute
    doelgroep: Doelgroep | None = None
    uren_cursus: int | None = None
    uren_pip: int | None = None
    uren_participatie: int | None = None
    pogingen: Examenpogingen | None = None
    onderdelen_behaald: int | None = None
    verblijf_geeindigd: bool = False


class _Som(NamedTuple):
    bedrag: int
    stappen: tuple[Stap, ...]


def boete_duo_leerroute(
    *,
    feiten: BoeteDUOLeerrouteFeiten,
    einde_termijn: date,
    leerroute_afgerond: date | None,
    op: date,
) -> Uitkomst[BoeteDUO]:
    """Return what fine of DUO to expect for the leerroute (art. 25 Wi2021; 7.1-7.3, bijlage 6 Ri).

    Only to show: DUO imposes it. The table of the onderwijsroute (6b) is not known whole.

    :param einde_termijn: first day after the termijn as it was extended (exclusive)
    :param leerroute_afgerond: day on which the leerroute was finished; None when it was not
    :param op: the day of asking, which chooses the version
    :raises NotInForce: when asked before 1 January 2022
    :raises Refusal: when a fact is missing on which the amount depends, for facts that cannot be,
        and for the amount in the onderwijsroute
    """
    _klopt(feiten)
    weiger_toekomst(leerroute_afgerond, "leerroute_afgerond", op)
    versie = versie_stap(MAXIMUM, op)
    op_tijd = is_op_tijd(leerroute_afgerond, einde_termijn)
    beletsel, keuzes = _beletsel(feiten, op_tijd, einde_termijn, op)
    som = _Som(0, ()) if beletsel else REKENWIJZEN[feiten.leerroute](feiten, op)
    value = BoeteDUO(bedrag=som.bedrag, beletsel=beletsel)
    stappen = (
        versie,
        feit_stap("leerroute", f"De leerroute is de {feiten.leerroute.label}.", None),
        termijn_stap(einde_termijn),
        afgerond_stap("leerroute_afgerond", "De leerroute", leerroute_afgerond),
        *keuzes,
        *som.stappen,
        *slot_stappen(value, BOETE),
    )
    geldig_tot = min(filter(None, (one.next_change(op) for one in VERSIES)), default=None)
    return Uitkomst(
        value=value, grounds=grounds_of(stappen), stappen=stappen, op=op, geldig_tot=geldig_tot
    )


VERSIES = (MAXIMUM, TABEL_B1, ASIEL_BEBOETBAAR)


def _klopt(feiten: BoeteDUOLeerrouteFeiten) -> None:
    """Refuse numbers that cannot be."""
    for naam in ("uren_cursus", "uren_pip", "uren_participatie", "onderdelen_behaald"):
        if (getattr(feiten, naam) or 0) < 0:
            raise Refusal("Een aantal is nul of meer. Controleer het.", field=naam)
    if (feiten.onderdelen_behaald or 0) > MEESTE_ONDERDELEN:
        raise Refusal(
            "De boetetabel gaat tot vier behaalde onderdelen. Wie alle onderdelen heeft behaald, "
            "heeft het examen gehaald. Controleer het aantal.",
            field="onderdelen_behaald",
        )


def _beletsel(
    feiten: BoeteDUOLeerrouteFeiten, op_tijd: bool, einde_termijn: date, op: date
) -> tuple[BeletselDUO | None, tuple[Stap, ...]]:
    """Return why no fine is to be expected, or None, and the steps that say so."""
    if op_tijd:
        return BeletselDUO.OP_TIJD, (keuze_stap("Dat is binnen de termijn.", BOETE),)
    if op < einde_termijn:
        tekst = "De termijn loopt nog. Afronden kan nog op tijd."
        return BeletselDUO.TERMIJN_LOOPT, (keuze_stap(tekst, BOETE),)
    te_laat = keuze_stap("De leerroute is niet binnen de termijn afgerond.", BOETE)
    if feiten.verblijf_geeindigd:
        tekst = "De vergunning is ingetrokken of niet verlengd. Dan is er geen boete."
        feit = feit_stap("verblijf_geeindigd", "Het verblijfsrecht is geëindigd.", None)
        return BeletselDUO.VERBLIJF, (te_laat, feit, keuze_stap(tekst, VERBLIJF))
    beletsel, stappen = asiel_beletsel(feiten.doelgroep, BOETE, op)
    return beletsel, (te_laat, *stappen)


def _onderwijsroute(feiten: BoeteDUOLeerrouteFeiten, op: date) -> _Som:
    raise Refusal(ONDERWIJSROUTE, field="leerroute")


def _b1(feiten: BoeteDUOLeerrouteFeiten, op: date) -> _Som:
    band, uren = _band_b1(feiten, op)
    if feiten.pogingen is None:
        raise ontbreekt("pogingen", "Hoe vaak de examenonderdelen zijn geprobeerd,")
    if feiten.onderdelen_behaald is None:
        raise ontbreekt("onderdelen_behaald", "Hoeveel onderdelen zijn behaald,")
    bedrag = TABEL_B1.on(op)[feiten.pogingen][band]
    korting = KORTING_PER_ONDERDEEL.on(op) * feiten.onderdelen_behaald
    value = bedrag * (100 - korting) // 100
    pogingen = feit_stap("pogingen", f"De examens: {feiten.pogingen.label}.", None)
    tabel = _tabel_stap("B1-route (bijlage 6a)", bedrag, TABEL_B1.bron, TABEL_B1.mark_on(op))
    return _Som(value, (*uren, pogingen, tabel, *_korting(feiten.onderdelen_behaald, korting, op)))


def _korting(behaald: int, korting: int, op: date) -> Iterator[Stap]:
    yield feit_stap("onderdelen_behaald", f"Behaalde examenonderdelen: {behaald}.", None)
    if korting:
        tekst = f"Daarom gaat er {korting} procent af."
        mark = KORTING_PER_ONDERDEEL.mark_on(op)
        yield keuze_stap(tekst, KORTING_PER_ONDERDEEL.bron, zekerheid=mark)


def _tabel_stap(welke: str, bedrag: int, bron: Artikel, mark: Zekerheid) -> Stap:
    tekst = f"Volgens de boetetabel voor de {welke} is de boete {dutch_amount(bedrag)}."
    return keuze_stap(tekst, bron, zekerheid=mark)


def _band_b1(feiten: BoeteDUOLeerrouteFeiten, op: date) -> tuple[int, tuple[Stap, ...]]:
    """Return the band of the hours: of those in the PIP for an asielstatushouder."""
    if feiten.uren_cursus is None:
        raise ontbreekt("uren_cursus", "Het aantal gevolgde cursusuren")
    gevolgd = feit_stap("uren_cursus", f"Gevolgde cursusuren: {feiten.uren_cursus}.", None)
    if feiten.doelgroep is Doelgroep.GEZINSMIGRANT_OVERIG:
        return _band(feiten.uren_cursus, GRENZEN_GEZINS.on(op)), (gevolgd,)
    if feiten.doelgroep is None:
        raise ontbreekt("doelgroep", "De doelgroep")
    if not feiten.uren_pip:
        raise ontbreekt("uren_pip", "Het aantal uren in het PIP")
    deel, rest = divmod(feiten.uren_cursus * 100, feiten.uren_pip)
    pip = feit_stap("uren_pip", f"Uren in het PIP: {feiten.uren_pip}.", None)
    hele = "hele procenten" if rest else "procent"
    # The bands of the bijlage are whole percents: 59 and a half is not yet 60.
    mark = Zekerheid.AFGELEID if rest and deel + 1 in GRENZEN_PROCENT.on(op) else Zekerheid.GELEZEN
    procent = keuze_stap(f"Dat is {deel} {hele} daarvan.", TABEL_B1.bron, zekerheid=mark)
    return _band(deel, GRENZEN_PROCENT.on(op)), (gevolgd, pip, procent)


def _band(aantal: int, grenzen: tuple[int, int]) -> int:
    return sum(aantal >= grens for grens in grenzen)


def _zelfredzaamheid(feiten: BoeteDUOLeerrouteFeiten, op: date) -> _Som:
    if feiten.doelgroep is None:
        raise ontbreekt("doelgroep", "De doelgroep")
    if feiten.uren_cursus is None:
        raise ontbreekt("uren_cursus", "Het aantal gevolgde cursusuren")
    stappen = [feit_stap("uren_cursus", f"Gevolgde cursusuren: {feiten.uren_cursus}.", None)]
    rij = 0
    if feiten.doelgroep is Doelgroep.ASIELSTATUSHOUDER:
        if feiten.uren_participatie is None:
            raise ontbreekt("uren_participatie", "Het aantal uren participatie")
        tekst = f"Uren participatie: {feiten.uren_participatie}."
        stappen.append(feit_stap("uren_participatie", tekst, None))
        rij = _band(feiten.uren_participatie, GRENZEN_Z.on(op))
    bedrag = TABEL_Z.on(op)[rij][_band(feiten.uren_cursus, GRENZEN_Z.on(op))]
    welke = "zelfredzaamheidsroute (bijlage 6c)"
    tabel = _tabel_stap(welke, bedrag, TABEL_Z.bron, TABEL_Z.mark_on(op))
    return _Som(bedrag, (*stappen, tabel))


REKENWIJZEN: Mapping[Leerroute, Callable[[BoeteDUOLeerrouteFeiten, date], _Som]] = {
    Leerroute.B1: _b1,
    Leerroute.ONDERWIJS: _onderwijsroute,
    Leerroute.ZELFREDZAAMHEID: _zelfredzaamheid,
}
