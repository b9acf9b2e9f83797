"""Whether DUO will register an inburgeringsaanbod that we send."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Koppelvlak
from schakel.wet.datum import dutch_date
from schakel.wet.duo_bericht import DUOControle, DUOFout, Voorwaarde, duo_controle, sinds
from schakel.wet.lijsten import Doelgroep
from schakel.wet.uitkomst import Stap, Uitkomst, feit_stap

VOORWAARDEN = sinds(
    date(2025, 1, 27),
    (
        DUOFout.GEEN_ASIELMIGRANT,
        DUOFout.GEEN_PIP,
        DUOFout.INSTELLING_ONBEKEND,
        DUOFout.VOOR_DAGTEKENING,
        DUOFout.TST_VOOR_AANBOD,
        DUOFout.BUITEN_TERMIJN,
    ),
    Koppelvlak("DUO", "inburgeringsaanbod"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DUOAanbodFeiten:
    """The message, and what DUO lays it beside; None is not given or not known.

    :param heeft_pip: False if the person has no PIP
    :param dagtekening_actueel: of the current PIP, of any gemeente
    :param instelling_erkend: known at DUO with the keurmerk, or as a taalschakelinstelling
    :param aanbod: the day of the aanbod
    :param begin_taalschakeltraject: None when it is not part of the aanbod
    :param einde_termijn: first day after it
    """

    doelgroep: Doelgroep | None = None
    heeft_pip: bool | None = None
    dagtekening_actueel: date | None = None
    instelling_erkend: bool | None = None
    aanbod: date | None = None
    begin_taalschakeltraject: date | None = None
    begin_termijn: date | None = None
    einde_termijn: date | None = None


def duo_aanbod(*, feiten: DUOAanbodFeiten, op: date) -> Uitkomst[DUOControle]:
    """Return what DUO will say of an aanbod.

    :param op: the day of sending
    :raises NotInForce: before 1 January 2022
    :raises Refusal: for facts that contradict each other, or a fact without which nobody can tell
    """
    begin, einde = feiten.begin_termijn, feiten.einde_termijn
    if begin and einde and einde <= begin:
        raise Refusal("De inburgeringstermijn eindigt voor zij begint. Verbeter een van beide.")
    if feiten.heeft_pip is False and feiten.dagtekening_actueel:
        raise Refusal("Er zou geen PIP zijn, maar er is wel een dagtekening. Verbeter een ervan.")
    voorwaarden = (*_persoon(feiten), *_dagtekening(feiten), *_taalschakeltraject(feiten))
    return duo_controle(VOORWAARDEN, _feiten(feiten), voorwaarden, op)


def _heeft_pip(feiten: DUOAanbodFeiten) -> bool | None:
    return True if feiten.dagtekening_actueel else feiten.heeft_pip


def _persoon(feiten: DUOAanbodFeiten) -> Iterator[Voorwaarde]:
    groep = feiten.doelgroep
    yield Voorwaarde(
        fout=DUOFout.GEEN_ASIELMIGRANT,
        voldaan=None if groep is None else groep is Doelgroep.ASIELSTATUSHOUDER,
        ontbreekt="de doelgroep",
        nodig=True,
    )
    yield Voorwaarde(
        fout=DUOFout.GEEN_PIP,
        voldaan=_heeft_pip(feiten),
        ontbreekt="of er een PIP is",
        nodig=True,
    )
    yield Voorwaarde(
        fout=DUOFout.INSTELLING_ONBEKEND,
        voldaan=feiten.instelling_erkend,
        ontbreekt="of DUO de instelling kent",
        nodig=True,
    )


def _dagtekening(feiten: DUOAanbodFeiten) -> Iterator[Voorwaarde]:
    """Yield that no day of the aanbod is before the PIP; the README says: its dates."""
    dagen = [dag for dag in (feiten.aanbod, feiten.begin_taalschakeltraject) if dag]
    pip = feiten.dagtekening_actueel
    if dagen and _heeft_pip(feiten):
        yield Voorwaarde(
            fout=DUOFout.VOOR_DAGTEKENING,
            voldaan=None if pip is None else min(dagen) >= pip,
            ontbreekt="de dagtekening van het actuele PIP",
            nodig=True,
        )


def _taalschakeltraject(feiten: DUOAanbodFeiten) -> Iterator[Voorwaarde]:
    start = feiten.begin_taalschakeltraject
    if start is None:
        return
    yield Voorwaarde(
        fout=DUOFout.TST_VOOR_AANBOD,
        voldaan=None if feiten.aanbod is None else start >= feiten.aanbod,
        ontbreekt="de datum van het inburgeringsaanbod",
    )
    voor = feiten.begin_termijn is not None and start < feiten.begin_termijn
    na = feiten.einde_termijn is not None and start >= feiten.einde_termijn
    bekend = feiten.begin_termijn is not None and feiten.einde_termijn is not None
    binnen = True if bekend else None
    yield Voorwaarde(
        fout=DUOFout.BUITEN_TERMIJN,
        voldaan=False if voor or na else binnen,
        ontbreekt="het begin en einde van de inburgeringstermijn",
    )


def _feiten(feiten: DUOAanbodFeiten) -> Iterator[Stap]:
    if feiten.doelgroep:
        yield feit_stap("doelgroep", f"De doelgroep is {feiten.doelgroep.label}.", None)
    dagen = {
        "dagtekening_actueel": "Het actuele PIP is gedagtekend op",
        "aanbod": "Het inburgeringsaanbod is van",
        "begin_taalschakeltraject": "Het taalschakeltraject begint op",
        "begin_termijn": "De inburgeringstermijn begint op",
        "einde_termijn": "De eerste dag na de inburgeringstermijn is",
    }
    for naam, begin in dagen.items():
        dag = getattr(feiten, naam)
        if dag:
            yield feit_stap(naam, f"{begin} {dutch_date(dag)}.", dag)
