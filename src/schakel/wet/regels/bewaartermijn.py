"""How long data of an inburgeringsplichtige are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from schakel.base.refusal import Refusal
from schakel.wet.bron import Artikel, Dated, Zekerheid
from schakel.wet.datum import add_years, dutch_date
from schakel.wet.regels.termijnverlenging import Duur, Eenheid, Rang
from schakel.wet.uitkomst import (
    Stap,
    StapSoort,
    Uitkomst,
    feit_stap,
    grounds_of,
    keuze_stap,
    versie_stap,
)

INWERKINGTREDING = date(2022, 1, 1)
ONE_DAY = timedelta(days=1)
BRON = Artikel("Bi", "9.9")
DOSSIER = Dated(
    bron=BRON,
    versions={INWERKINGTREDING: Duur(aantal=5, eenheid=Eenheid.JAREN, rang=Rang.AMVB)},
)
KERN = Dated(
    bron=BRON,
    versions={INWERKINGTREDING: Duur(aantal=50, eenheid=Eenheid.JAREN, rang=Rang.AMVB)},
)
LENING = Dated(
    bron=BRON,
    versions={INWERKINGTREDING: Duur(aantal=5, eenheid=Eenheid.JAREN, rang=Rang.AMVB)},
)
KERNGEGEVENS = Dated(
    bron=BRON,
    versions={
        INWERKINGTREDING: (
            "burgerservicenummer",
            "naam, adres en woonplaats",
            "geboortedatum",
            "vrijstelling",
            "ontheffing",
            "dag waarop en wijze waarop aan de plicht is voldaan",
            "schuld die niet te innen is",
        )
    },
)


class SoortGegevens(StrEnum):
    """The three kinds that art. 9.9 Bi tells apart."""

    DOSSIER = "dossier"
    KERN = "kern"
    LENING = "lening"

    @property
    def label(self) -> str:
        return {
            "dossier": "gegevens in het dossier",
            "kern": "kerngegevens",
            "lening": "gegevens over de lening",
        }[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class BewaarFeiten:
    """What must be known; None is: has not happened.

    :param einde_plicht: first day without inburgeringsplicht; a break of a year at most does not
        end it
    :param overlijden: day on which the person died
    :param einde_lening: day on which the loan was paid, remitted or lapsed
    """

    einde_plicht: date | None = None
    overlijden: date | None = None
    einde_lening: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bewaartermijn:
    """The outcome; the days are None while nothing has happened from which to count.

    :param laatste_dag: last day on which the data may be kept (inclusive)
    :param verwijderen_vanaf: first day after it: on that day they must be gone
    :param verstreken: the day of asking is on or after that day
    """

    laatste_dag: date | None
    verwijderen_vanaf: date | None
    verstreken: bool


class _Einde(NamedTuple):
    vanaf: date | None
    stappen: tuple[Stap, ...]


def bewaartermijn(
    *, soort: SoortGegevens, feiten: BewaarFeiten, op: date
) -> Uitkomst[Bewaartermijn]:
    """Return until when data may be kept (art. 9.9 Bi). The Atw does not move a day in years.

    What an archive law or the policy of a gemeente asks is not judged here.

    :param soort: what kind of data
    :param feiten: what has happened
    :param op: the day of asking, which chooses the version
    :raises Refusal: for days that cannot go together, or an end of before the Wi2021
    :raises NotInForce: when asked before 1 January 2022
    """
    versie = versie_stap(DOSSIER, op)
    _klopt(feiten, op)
    einde = {
        SoortGegevens.DOSSIER: _dossier,
        SoortGegevens.KERN: _kern,
        SoortGegevens.LENING: _lening,
    }[soort](feiten, op)
    value = Bewaartermijn(
        laatste_dag=einde.vanaf - ONE_DAY if einde.vanaf else None,
        verwijderen_vanaf=einde.vanaf,
        verstreken=einde.vanaf is not None and einde.vanaf <= op,
    )
    soort_stap = feit_stap("soort", f"Het gaat om {soort.label}.", None)
    stappen = (versie, soort_stap, *_feiten(feiten), *einde.stappen, _slot(value))
    return Uitkomst(
        value=value,
        grounds=grounds_of(stappen),
        stappen=stappen,
        op=op,
        geldig_tot=DOSSIER.next_change(op),
    )


def _klopt(feiten: BewaarFeiten, op: date) -> None:
    """Refuse days that cannot go together."""
    plicht, dood = feiten.einde_plicht, feiten.overlijden
    if plicht and plicht <= INWERKINGTREDING:
        raise Refusal(
            "Deze plicht eindigde voor de Wet inburgering 2021 gold. Kijk welke wet voor dit "
            "dossier geldt.",
            field="einde_plicht",
        )
    if dood and dood > op:
        raise Refusal(
            "De dag van overlijden ligt na de peildatum. Verbeter een van beide.",
            field="overlijden",
        )
    if plicht and dood and plicht > dood + ONE_DAY:
        raise Refusal(
            "De plicht loopt door na het overlijden. Verbeter een van beide datums.",
            field="einde_plicht",
        )


def _dossier(feiten: BewaarFeiten, op: date) -> _Einde:
    """Five years after the end of the plicht, or at death when that is earlier."""
    plicht, dood = feiten.einde_plicht, feiten.overlijden
    gewoon = add_years(plicht, DOSSIER.on(op).aantal) if plicht else None
    if dood and (gewoon is None or dood + ONE_DAY <= gewoon):
        tekst = (
            "Na een overlijden worden de gegevens verwijderd. De dag van overlijden zelf telt nog "
            "mee."
        )
        return _Einde(dood + ONE_DAY, (keuze_stap(tekst, BRON, zekerheid=Zekerheid.AFGELEID),))
    if gewoon is None:
        return _Einde(None, (_loopt_nog("De inburgeringsplicht is niet geëindigd"),))
    duur = _duur(DOSSIER.on(op), "na het einde van de inburgeringsplicht", gewoon)
    return _Einde(gewoon, (duur,))


def _kern(feiten: BewaarFeiten, op: date) -> _Einde:
    """Fifty years at most; from which day they count was not read."""
    dood = feiten.overlijden
    begin = feiten.einde_plicht or (dood + ONE_DAY if dood else None)
    if begin is None:
        return _Einde(None, (_loopt_nog("De inburgeringsplicht is niet geëindigd"),))
    tekst = (
        f"Kerngegevens mogen ten hoogste {KERN.on(op)} blijven: {'; '.join(KERNGEGEVENS.on(op))}. "
        "Eerder verwijderen mag."
    )
    lezing = "Vanaf welke dag die jaren tellen, is niet gelezen; hier vanaf het einde van de plicht"
    if dood:
        lezing += ", ook na een overlijden"
    vanaf = add_years(begin, KERN.on(op).aantal)
    stappen = (
        keuze_stap(tekst, BRON),
        keuze_stap(f"{lezing}.", BRON, zekerheid=Zekerheid.ONGECONTROLEERD),
        _duur(KERN.on(op), "vanaf die dag", vanaf),
    )
    return _Einde(vanaf, stappen)


def _lening(feiten: BewaarFeiten, op: date) -> _Einde:
    einde = feiten.einde_lening
    if einde is None:
        stappen = [_loopt_nog("De lening is niet betaald, kwijtgescholden of vervallen")]
        if feiten.overlijden:
            tekst = "Of een lening door overlijden vervalt, is niet gelezen. Vraag dat aan DUO."
            stappen.append(keuze_stap(tekst, BRON, zekerheid=Zekerheid.ONGECONTROLEERD))
        return _Einde(None, tuple(stappen))
    vanaf = add_years(einde + ONE_DAY, LENING.on(op).aantal)
    return _Einde(vanaf, (_duur(LENING.on(op), "na het einde van de lening", vanaf),))


def _loopt_nog(waarom: str) -> Stap:
    return keuze_stap(f"{waarom}. De bewaartermijn is dus nog niet begonnen.", BRON)


def _duur(duur: Duur, vanaf: str, einde: date) -> Stap:
    return Stap(
        soort=StapSoort.DUUR,
        tekst=f"De bewaartermijn is {duur} {vanaf}: tot en met {dutch_date(einde - ONE_DAY)}.",
        dag=einde - ONE_DAY,
        bron=BRON,
        zekerheid=Zekerheid.AFGELEID,
    )


def _feiten(feiten: BewaarFeiten) -> Iterator[Stap]:
    if dag := feiten.einde_plicht:
        tekst = f"De eerste dag zonder inburgeringsplicht is {dutch_date(dag)}."
        yield feit_stap("einde_plicht", tekst, dag)
    if dag := feiten.overlijden:
        yield feit_stap("overlijden", f"De dag van overlijden is {dutch_date(dag)}.", dag)
    if dag := feiten.einde_lening:
        tekst = f"De lening is betaald, kwijtgescholden of vervallen op {dutch_date(dag)}."
        yield feit_stap("einde_lening", tekst, dag)


def _slot(value: Bewaartermijn) -> Stap:
    vanaf = value.verwijderen_vanaf
    if vanaf is None:
        return Stap(soort=StapSoort.UITKOMST, tekst="Er is nog geen dag om te verwijderen.")
    tekst = f"De gegevens moeten weg zijn op {dutch_date(vanaf)}."
    return Stap(soort=StapSoort.UITKOMST, tekst=tekst, dag=vanaf)
