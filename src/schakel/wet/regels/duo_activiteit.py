"""Whether DUO will register that the MAP or the PVT was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from schakel.base.refusal import Refusal
from schakel.wet.bron import Koppelvlak, Zekerheid
from schakel.wet.datum import add_months, dutch_date
from schakel.wet.duo_bericht import DUOControle, DUOFout, Voorwaarde, duo_controle, sinds
from schakel.wet.uitkomst import Stap, Uitkomst, feit_stap

VOORWAARDEN = sinds(
    date(2026, 3, 30),
    (
        DUOFout.GEEN_EIGEN_ACTUELE_PIP,
        DUOFout.VOOR_START_TERMIJN,
        DUOFout.IN_TOEKOMST,
        DUOFout.NA_AFRONDING_Z,
        DUOFout.INTREKKEN_NA_AFRONDING_Z,
        DUOFout.VERWIJTBAAR_VERPLICHT,
        DUOFout.VERWIJTBAAR_NIET_TOEGESTAAN,
        DUOFout.NEE_TE_VROEG,
        DUOFout.JA_ZONDER_OVERSCHRIJDING,
    ),
    Koppelvlak("DUO", "MAP en PVT"),
)
MAANDEN_VOOR_EINDE = 2


class DUOActiviteit(StrEnum):
    """The two that have the same conditions."""

    MAP = "map"
    PVT = "pvt"

    @property
    def label(self) -> str:
        return {"map": "het eindgesprek van de MAP", "pvt": "de ondertekening van het PVT"}[self]


class Verwijtbaar(StrEnum):
    """The flag that DUO wants when the termijn was exceeded."""

    JA = "Ja"
    NEE = "Nee"

    @property
    def label(self) -> str:
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DUOActiviteitFeiten:
    """The message, and what DUO lays it beside; None is not given or not known.

    :param dag: of the final talk or the signing; None takes back what was sent before
    :param verwijtbaar: None when it is not sent
    :param eigen_pip: the current PIP is of the gemeente that sends
    :param einde_termijn: first day after it
    :param afronding_z: day on which the zelfredzaamheidsroute was completed; None if it was not
    """

    soort: DUOActiviteit
    dag: date | None = None
    verwijtbaar: Verwijtbaar | None = None
    eigen_pip: bool | None = None
    begin_termijn: date | None = None
    einde_termijn: date | None = None
    afronding_z: date | None = None


def duo_activiteit(*, feiten: DUOActiviteitFeiten, op: date) -> Uitkomst[DUOControle]:
    """Return what DUO will say of the date of the MAP or the PVT.

    :param op: the day of sending
    :raises NotInForce: before 1 January 2022
    :raises Refusal: for facts that contradict each other, or a fact without which nobody can tell
    """
    begin, einde = feiten.begin_termijn, feiten.einde_termijn
    if begin and einde and einde <= begin:
        raise Refusal("De inburgeringstermijn eindigt voor zij begint. Verbeter een van beide.")
    eigen = Voorwaarde(
        fout=DUOFout.GEEN_EIGEN_ACTUELE_PIP,
        voldaan=feiten.eigen_pip,
        ontbreekt="of het actuele PIP van de eigen gemeente is",
        nodig=True,
    )
    voorwaarden = (eigen, *_dag(feiten, op), *_vlag(feiten, op))
    return duo_controle(VOORWAARDEN, _feiten(feiten), voorwaarden, op)


def _dag(feiten: DUOActiviteitFeiten, op: date) -> Iterator[Voorwaarde]:
    dag, klaar = feiten.dag, feiten.afronding_z
    if dag is None:
        yield Voorwaarde(fout=DUOFout.INTREKKEN_NA_AFRONDING_Z, voldaan=klaar is None)
        return
    yield Voorwaarde(
        fout=DUOFout.VOOR_START_TERMIJN,
        voldaan=None if feiten.begin_termijn is None else dag >= feiten.begin_termijn,
        ontbreekt="het begin van de inburgeringstermijn",
        nodig=True,
    )
    yield Voorwaarde(fout=DUOFout.IN_TOEKOMST, voldaan=dag <= op)
    if klaar is not None:
        yield Voorwaarde(fout=DUOFout.NA_AFRONDING_Z, voldaan=dag <= klaar)


def _vlag(feiten: DUOActiviteitFeiten, op: date) -> Iterator[Voorwaarde]:
    """Yield what holds of the flag: when it must, may and may not be sent, and what it may say."""
    overschreden = _overschreden(feiten, op)
    einde = "het einde van de inburgeringstermijn"
    if feiten.verwijtbaar is None:
        yield Voorwaarde(
            fout=DUOFout.VERWIJTBAAR_VERPLICHT,
            voldaan=None if overschreden is None else not overschreden,
            ontbreekt=einde,
            nodig=True,
            zekerheid=_lezing(feiten, op),
        )
        return
    if feiten.dag is not None:
        yield Voorwaarde(
            fout=DUOFout.VERWIJTBAAR_NIET_TOEGESTAAN,
            voldaan=None if feiten.einde_termijn is None else feiten.dag >= feiten.einde_termijn,
            ontbreekt=einde,
            nodig=True,
        )
    ja = feiten.verwijtbaar is Verwijtbaar.JA
    yield Voorwaarde(
        fout=DUOFout.JA_ZONDER_OVERSCHRIJDING if ja else DUOFout.NEE_TE_VROEG,
        voldaan=overschreden if ja else _bijna(feiten, op),
        ontbreekt=einde,
        nodig=True,
        zekerheid=_lezing(feiten, op) if ja else _lezing_nee(feiten, op),
    )


def _overschreden(feiten: DUOActiviteitFeiten, op: date) -> bool | None:
    """True if the termijn is over and the activity was not done within it."""
    if feiten.einde_termijn is None:
        return None
    binnen = feiten.dag is not None and feiten.dag < feiten.einde_termijn
    return op >= feiten.einde_termijn and not binnen


def _bijna(feiten: DUOActiviteitFeiten, op: date) -> bool | None:
    """True in the last two months of the termijn, and after it."""
    if feiten.einde_termijn is None:
        return None
    return op >= add_months(feiten.einde_termijn, -MAANDEN_VOOR_EINDE)


def _lezing(feiten: DUOActiviteitFeiten, op: date) -> Zekerheid:
    """Mark where it matters whether the day of sending or that of the activity says it is over."""
    if feiten.dag is None or feiten.einde_termijn is None:
        return Zekerheid.GELEZEN
    op_voorbij, dag_voorbij = op >= feiten.einde_termijn, feiten.dag >= feiten.einde_termijn
    return Zekerheid.GELEZEN if op_voorbij == dag_voorbij else Zekerheid.AFGELEID


def _lezing_nee(feiten: DUOActiviteitFeiten, op: date) -> Zekerheid:
    """Mark `Nee` after the termijn: one text of DUO allows it, an earlier one does not say so."""
    voorbij = feiten.einde_termijn is not None and op >= feiten.einde_termijn
    return Zekerheid.AFGELEID if voorbij else Zekerheid.GELEZEN


def _feiten(feiten: DUOActiviteitFeiten) -> Iterator[Stap]:
    wat = feiten.soort.label
    tekst = f"De datum van {wat} is {dutch_date(feiten.dag)}." if feiten.dag else (
        f"De datum van {wat} wordt leeg gelaten, en daarmee ingetrokken."
    )  # fmt: skip
    yield feit_stap("dag", tekst, feiten.dag)
    vlag = f"is ‘{feiten.verwijtbaar}’" if feiten.verwijtbaar else "wordt niet meegestuurd"
    yield feit_stap("verwijtbaar", f"Verwijtbaar {vlag}.", None)
    dagen = {
        "begin_termijn": "De inburgeringstermijn begint op",
        "einde_termijn": "De eerste dag na de inburgeringstermijn is",
        "afronding_z": "De zelfredzaamheidsroute is afgerond op",
    }
    for naam, begin in dagen.items():
        dag = getattr(feiten, naam)
        if dag:
            yield feit_stap(naam, f"{begin} {dutch_date(dag)}.", dag)
