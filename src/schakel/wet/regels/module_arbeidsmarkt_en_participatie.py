"""Whether the module Arbeidsmarkt en Participatie (MAP) must be done, and is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Maat, Zekerheid
from schakel.wet.datum import dutch_date
from schakel.wet.lijsten import Leerroute
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)
from schakel.wet.uren import Post, intake_reden, ontbrekende_uren, post_stappen, som_stap

NORM = Dated(bron=Artikel("Ri", "3.1"), maat=Maat.UREN, versions={date(2022, 1, 1): 40})
VERPLICHT = Artikel("Wi2021", "6", lid="1", onder="b")
UITGEZONDERD = Artikel("Wi2021", "8", lid="3")
EINDGESPREK = Artikel("Bi", "3.2", lid="2")
INTAKE = Artikel("Bi", "3.2", lid="3")


@dataclass(frozen=True, slots=True, kw_only=True)
class MAPFeiten:
    """What was done of the MAP. Hours are nought or more.

    :param leerroute: of the PIP; None when not known
    :param tst_afgerond: finished the taalschakeltraject; None when not known
    :param tst_begin: first day of the taalschakeltraject; None when not known
    :param uren: of practical effort on the labour market
    :param intake_verrekend: the college deducts the hours of the brede intake
    :param eindgesprek: the final talk with the college was held
    """

    leerroute: Leerroute | None
    tst_afgerond: bool | None = None
    tst_begin: date | None = None
    uren: int = 0
    uren_intake: int = 0
    intake_verrekend: bool = False
    eindgesprek: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MAP:
    """Whether the MAP must be done, and is.

    :param verplicht: None when the leerroute is missing to say so
    :param afgerond: None when it is not verplicht, or when that is not known
    :param ontbrekende_uren: nought or more; None as `afgerond`
    """

    verplicht: bool | None
    afgerond: bool | None = None
    ontbrekende_uren: int | None = None


def module_arbeidsmarkt_en_participatie(*, feiten: MAPFeiten, op: date) -> Uitkomst[MAP]:
    """Return whether the MAP is needed and done (Wi2021 art. 6 and 8 lid 3; Bi 3.2; Ri 3.1).

    Not for who follows or finished the taalschakeltraject: who leaves the onderwijsroute before
    that gets the duty back.

    :param op: the day of asking
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(NORM, op)
    verplicht, keuze = _verplicht(feiten, op)
    value, som = _afgerond(feiten, NORM.on(op)) if verplicht else (MAP(verplicht=verplicht), ())
    slot = Stap(soort=StapSoort.UITKOMST, tekst=_slot(value))
    stappen = (versie, *_feiten(feiten), keuze, *som, slot)
    return Uitkomst(value=value, grounds=grounds_of(stappen), stappen=stappen, op=op)


def _verplicht(feiten: MAPFeiten, op: date) -> tuple[bool | None, Stap]:
    if feiten.tst_afgerond:
        tekst = "Wie het taalschakeltraject heeft afgerond, hoeft geen MAP te doen."
        return False, keuze_stap(tekst, UITGEZONDERD)
    if feiten.leerroute is Leerroute.ONDERWIJS:
        return False, _onderwijsroute(feiten.tst_begin, op)
    if feiten.leerroute is None:
        tekst = "Of de MAP moet, hangt af van de leerroute. Vul die aan."
        return None, keuze_stap(tekst, UITGEZONDERD)
    eerder = feiten.tst_afgerond is False or feiten.tst_begin is not None
    tekst = "In deze leerroute hoort de MAP bij de plicht."
    if not eerder:
        return True, keuze_stap(tekst, VERPLICHT)
    tekst += " Een taalschakeltraject dat niet is afgerond, verandert dat niet."
    return True, keuze_stap(tekst, UITGEZONDERD, zekerheid=Zekerheid.AFGELEID)


def _onderwijsroute(tst_begin: date | None, op: date) -> Stap:
    tekst = "Wie in de onderwijsroute het taalschakeltraject volgt, hoeft geen MAP te doen."
    if tst_begin is None or tst_begin <= op:
        return keuze_stap(tekst, UITGEZONDERD)
    tekst += " Naar onze lezing geldt dat ook voordat het traject begint."
    return keuze_stap(tekst, UITGEZONDERD, zekerheid=Zekerheid.AFGELEID)


def _afgerond(feiten: MAPFeiten, norm: int) -> tuple[MAP, tuple[Stap, ...]]:
    """Return whether it is done, and the steps of the sum."""
    wat = "Uren praktische inzet op de arbeidsmarkt"
    posten = (
        Post(feit="uren", wat=wat, uren=feiten.uren, bron=NORM.bron),
        Post(
            feit="uren_intake",
            wat=f"{wat} tijdens de brede intake",
            uren=feiten.uren_intake,
            telt=feiten.intake_verrekend,
            reden=intake_reden(feiten.intake_verrekend),
            bron=INTAKE,
        ),
    )
    rest = ontbrekende_uren(norm, posten)
    gesprek = "Het eindgesprek is gevoerd." if feiten.eindgesprek else "Het eindgesprek ontbreekt."
    return (
        MAP(verplicht=True, afgerond=feiten.eindgesprek and not rest, ontbrekende_uren=rest),
        (
            *post_stappen(posten),
            som_stap("praktische inzet", norm, posten, NORM.bron),
            feit_stap("eindgesprek", gesprek, None),
            keuze_stap("De MAP sluit af met een eindgesprek met het college.", EINDGESPREK),
        ),
    )


def _feiten(feiten: MAPFeiten) -> Iterator[Stap]:
    label = f"de {feiten.leerroute.label}" if feiten.leerroute else "niet bekend"
    yield feit_stap("leerroute", f"De leerroute is {label}.", None)
    if feiten.tst_afgerond is not None:
        niet = "" if feiten.tst_afgerond else "niet "
        yield feit_stap("tst_afgerond", f"Het taalschakeltraject is {niet}afgerond.", None)
    if feiten.tst_begin:
        tekst = f"Het taalschakeltraject begint op {dutch_date(feiten.tst_begin)}."
        yield feit_stap("tst_begin", tekst, feiten.tst_begin)


def _slot(value: MAP) -> str:
    if value.verplicht is None:
        return "Of de MAP moet worden gedaan, is nog niet te zeggen."
    if not value.verplicht:
        return "De MAP hoeft niet te worden gedaan."
    return f"De MAP moet worden gedaan, en is {'' if value.afgerond else 'nog niet '}afgerond."
