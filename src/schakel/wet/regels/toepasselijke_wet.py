"""Under which law someone is inburgeringsplichtig."""

from datetime import date

from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Wet
from schakel.wet.uitkomst import Stap, StapSoort, Uitkomst, feit_stap, keuze_stap

OVERGANG = Artikel("Wi2021", "54", lid="1")
INWERKINGTREDING = date(2022, 1, 1)
PEILDAG = date(2021, 12, 31)
VRAAG_DUO = "Vraag aan DUO welke wet geldt."


def toepasselijke_wet(
    *, wi2013_op_31_december_2021: bool | None, begin_plicht: date | None, op: date
) -> Uitkomst[Wet | None]:
    """Return the law that applies to this person, or None when nobody can tell yet.

    What decides is whether the old law applied on 31 December 2021 (art. 54 lid 1 Wi2021); the
    start of a permit never does. Facts that contradict each other get an answer all the same, with
    a step that says so. Nothing is raised.

    :param wi2013_op_31_december_2021: as DUO reports it; None when that is not known
    :param begin_plicht: first day of the inburgeringsplicht, or None without one
    :param op: the day of asking; the answer is the same on every day
    """
    wet, keuze = _keuze(wi2013_op_31_december_2021, begin_plicht)
    feiten = (_feit_wi2013(wi2013_op_31_december_2021), _feit_begin(begin_plicht))
    slot = Stap(
        soort=StapSoort.UITKOMST,
        tekst=f"Van toepassing is de {wet.label}." if wet else "Er is nog geen wet aan te wijzen.",
        bron=OVERGANG,
    )
    return Uitkomst(value=wet, grounds=(OVERGANG,), stappen=(*feiten, keuze, slot), op=op)


def _keuze(wi2013: bool | None, begin: date | None) -> tuple[Wet | None, Stap]:
    oud = begin is not None and begin < INWERKINGTREDING
    if wi2013 is None:
        return _zonder_opgave(begin, oud)
    if wi2013:
        tekst = "Wie op 31 december 2021 onder de oude wet viel, blijft daaronder vallen."
        return Wet.WI2013, _stap(tekst, spreekt_tegen=begin is not None and not oud)
    if begin is None:
        return None, _stap(f"Er is geen begin van een inburgeringsplicht bekend. {VRAAG_DUO}")
    tekst = "De oude wet was op 31 december 2021 niet van toepassing, dus geldt de nieuwe wet."
    return Wet.WI2021, _stap(tekst, spreekt_tegen=oud)


def _zonder_opgave(begin: date | None, oud: bool) -> tuple[Wet | None, Stap]:
    if begin is None:
        ontbreekt = "de opgave van DUO over 31 december 2021 en het begin van de inburgeringsplicht"
        return None, _stap(f"Om de wet te bepalen ontbreken {ontbreekt}. {VRAAG_DUO}")
    periode, welke = ("voor", "oude") if oud else ("op of na", "nieuwe")
    tekst = (
        f"Begint de inburgeringsplicht {periode} 1 januari 2022, dan geldt als hoofdregel de "
        f"{welke} wet. Of dat hier klopt, hangt af van 31 december 2021. {VRAAG_DUO}"
    )
    wet = Wet.WI2013 if oud else Wet.WI2021
    return wet, keuze_stap(tekst, OVERGANG, zekerheid=Zekerheid.TWEEDE_HAND)


def _stap(tekst: str, *, spreekt_tegen: bool = False) -> Stap:
    if not spreekt_tegen:
        return keuze_stap(tekst, OVERGANG)
    tekst += f" De begindatum van de plicht spreekt dit tegen. {VRAAG_DUO}"
    return keuze_stap(tekst, OVERGANG, zekerheid=Zekerheid.AFGELEID)


def _feit_wi2013(wi2013: bool | None) -> Stap:
    tekst = {
        True: "Op 31 december 2021 gold voor deze persoon de oude wet.",
        False: "Op 31 december 2021 gold voor deze persoon de oude wet niet.",
        None: "Of op 31 december 2021 de oude wet gold voor deze persoon, is niet bekend.",
    }[wi2013]
    return feit_stap("wi2013_op_31_december_2021", tekst, None if wi2013 is None else PEILDAG)


def _feit_begin(begin: date | None) -> Stap:
    tekst = (
        f"De inburgeringsplicht begon op {dutch_date(begin)}."
        if begin
        else "Het begin van een inburgeringsplicht is niet bekend."
    )
    return feit_stap("begin_plicht", tekst, begin)
