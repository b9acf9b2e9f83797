"""What a new gemeente must keep of the PIP that was made before a move."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.lijsten import Leerroute
from schakel.wet.regels.brede_intake import NIET_NA_VERHUIZING
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

BRON = NIET_NA_VERHUIZING.bron
OPVRAGEN = Artikel("Wi2021", "35", lid="4")
GEWONE_WEG = Artikel("Wi2021", "15", lid="1")
WIJZIGEN = Artikel("Wi2021", "17", lid="2")
ZELFDE_LEERROUTE = Dated(bron=BRON, versions={date(2022, 1, 1): True})


@dataclass(frozen=True, slots=True, kw_only=True)
class PIPNaVerhuizing:
    """The outcome.

    :param leerroute: that the new college must establish; None when it is free to choose
    :param nieuwe_toets: a leerbaarheidstoets is needed
    :param opleiding_en_werk_onderzoeken: schooling and work must be asked about
    :param toegestaan: the leerroute that the new college has in mind will do; None without one
    """

    leerroute: Leerroute | None
    nieuwe_toets: bool
    opleiding_en_werk_onderzoeken: bool
    toegestaan: bool | None = None


def pip_na_verhuizing(
    *,
    pip_bestond: bool,
    eerdere_leerroute: Leerroute | None,
    nieuwe_leerroute: Leerroute | None = None,
    op: date,
) -> Uitkomst[PIPNaVerhuizing]:
    """Return what binds the new college (art. 15 lid 4 Wi2021).

    The other parts of the PIP may change. Before which day the new PIP must be there is
    `pip_termijn`; the inburgeringstermijn runs on.

    :param pip_bestond: a PIP was made before the move
    :param eerdere_leerroute: of that PIP; None when there was none, or it is not known
    :param nieuwe_leerroute: that the new college has in mind; None only asks what is bound
    :param op: dagtekening of the new PIP, or the day of asking; it chooses the version
    :raises Refusal: when there was a PIP and its leerroute is not known
    :raises NotInForce: before 1 January 2022
    """
    versie = versie_stap(ZELFDE_LEERROUTE, op)
    if not pip_bestond:
        value, keuzes = _zonder_pip(nieuwe_leerroute)
    elif eerdere_leerroute is None:
        raise ontbreekt("eerdere_leerroute", "De leerroute van het PIP van voor de verhuizing")
    else:
        value, keuzes = _met_pip(eerdere_leerroute, nieuwe_leerroute)
    stappen = (versie, *_feiten(pip_bestond, eerdere_leerroute), *keuzes, _slot(value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=ZELFDE_LEERROUTE.next_change(op),
    )


def _zonder_pip(nieuwe: Leerroute | None) -> tuple[PIPNaVerhuizing, tuple[Stap, ...]]:
    value = PIPNaVerhuizing(
        leerroute=None,
        nieuwe_toets=True,
        opleiding_en_werk_onderzoeken=True,
        toegestaan=None if nieuwe is None else True,
    )
    tekst = "Er was geen PIP. De nieuwe gemeente doet de brede intake en het PIP zelf."
    return value, (keuze_stap(tekst, GEWONE_WEG, zekerheid=Zekerheid.AFGELEID),)


def _met_pip(
    eerdere: Leerroute, nieuwe: Leerroute | None
) -> tuple[PIPNaVerhuizing, tuple[Stap, ...]]:
    value = PIPNaVerhuizing(
        leerroute=eerdere,
        nieuwe_toets=False,
        opleiding_en_werk_onderzoeken=False,
        toegestaan=None if nieuwe is None else nieuwe is eerdere,
    )
    keuzes = [
        keuze_stap("De nieuwe gemeente stelt dezelfde leerroute vast.", BRON),
        keuze_stap(
            "Een nieuwe leerbaarheidstoets en onderzoek naar opleiding en werk zijn niet nodig.",
            BRON,
        ),
        keuze_stap(
            "De vorige gemeente geeft op verzoek het PIP, de voortgang en de boetes.", OPVRAGEN
        ),
    ]
    if value.toegestaan is False:
        tekst = (
            "De bedoelde leerroute is een andere. Stel eerst dezelfde vast; wijzigen kan daarna, "
            "als de regels daarvoor dat toelaten."
        )
        keuzes.append(keuze_stap(tekst, WIJZIGEN, zekerheid=Zekerheid.AFGELEID))
    return value, tuple(keuzes)


def _feiten(pip_bestond: bool, leerroute: Leerroute | None) -> Iterator[Stap]:
    tekst = f"Er was voor de verhuizing {'een' if pip_bestond else 'geen'} PIP."
    yield feit_stap("pip_bestond", tekst, None)
    if pip_bestond and leerroute:
        yield feit_stap("eerdere_leerroute", f"De leerroute was de {leerroute.label}.", None)


def _slot(value: PIPNaVerhuizing) -> Stap:
    if value.toegestaan is False:
        tekst = "Deze leerroute kan niet in het eerste PIP na de verhuizing."
    elif value.leerroute:
        tekst = f"In het PIP na de verhuizing staat de {value.leerroute.label}."
    else:
        tekst = "De nieuwe gemeente is vrij in de keuze van de leerroute."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst)
