"""Whether DUO will register a PIP that we send."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schakel.base.refusal import Refusal
from schakel.wet.bron import Koppelvlak
from schakel.wet.datum import dutch_date
from schakel.wet.duo_bericht import DUOControle, DUOFout, Voorwaarde, duo_controle, sinds
from schakel.wet.lijsten import Doelgroep, Leerroute, Taalniveau
from schakel.wet.uitkomst import Stap, Uitkomst, feit_stap

VOORWAARDEN = sinds(
    date(2025, 1, 16),
    (
        DUOFout.VOOR_START_PLICHT,
        DUOFout.VOOR_INITIELE_PIP,
        DUOFout.VOOR_ACTUELE_PIP,
        DUOFout.VOOR_VESTIGING,
        DUOFout.A2_BIJ_ONDERWIJSROUTE,
        DUOFout.B1_BIJ_ZROUTE,
        DUOFout.A2_BIJ_EERSTE_PIP,
        DUOFout.INTENSITEIT_NIET_TOEGESTAAN,
    ),
    Koppelvlak("DUO", "PIP"),
)
MEESTE_UREN = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class DUOPIPFeiten:
    """The message, and what DUO lays it beside; None is not given or not known.

    :param geschatte_intensiteit: in hours, 1 up to and including 9999; None is not sent
    :param eerste_pip: True if no gemeente ever sent a PIP for this person
    :param vestiging: in the gemeente that sends
    :param dagtekening_eerste: of the first PIP that DUO knows; `dagtekening_actueel` of the latest
    """

    dagtekening: date
    leerroute: Leerroute
    niveau: Taalniveau | None = None
    doelgroep: Doelgroep | None = None
    geschatte_intensiteit: int | None = None
    eerste_pip: bool | None = None
    begin_plicht: date | None = None
    vestiging: date | None = None
    dagtekening_eerste: date | None = None
    dagtekening_actueel: date | None = None


def duo_pip(*, feiten: DUOPIPFeiten, op: date) -> Uitkomst[DUOControle]:
    """Return what DUO will say of a new or a changed PIP, and which level it registers.

    :param op: the day of sending
    :raises NotInForce: before 1 January 2022
    :raises Refusal: for facts that contradict each other, or a fact without which nobody can tell
    """
    _klopt(feiten)
    return duo_controle(
        VOORWAARDEN,
        _feiten(feiten),
        (*_datums(feiten), *_niveau(feiten), *_intensiteit(feiten)),
        op,
        _registreert(feiten),
    )


def _klopt(feiten: DUOPIPFeiten) -> None:
    uren = feiten.geschatte_intensiteit
    if uren is not None and not 1 <= uren <= MEESTE_UREN:
        raise Refusal(
            f"De geschatte intensiteit is 1 tot en met {MEESTE_UREN} uur. Verbeter het aantal.",
            field="geschatte_intensiteit",
        )
    eerder = {feiten.dagtekening_eerste, feiten.dagtekening_actueel} - {None, feiten.dagtekening}
    if feiten.eerste_pip and eerder:
        raise Refusal(
            "Dit zou het eerste PIP zijn, maar DUO kent al een PIP met een andere dagtekening. "
            "Verbeter een van beide.",
            field="eerste_pip",
        )


def _eerste(feiten: DUOPIPFeiten) -> bool | None:
    """True if this is the first PIP ever; a PIP that DUO knows says that it is not."""
    if feiten.eerste_pip is None and (feiten.dagtekening_eerste or feiten.dagtekening_actueel):
        return False
    return feiten.eerste_pip


def _datums(feiten: DUOPIPFeiten) -> Iterator[Voorwaarde]:
    grenzen = [
        (DUOFout.VOOR_START_PLICHT, feiten.begin_plicht, "het begin van de inburgeringsplicht"),
        (DUOFout.VOOR_VESTIGING, feiten.vestiging, "de vestiging in de gemeente"),
    ]
    if not _eerste(feiten):
        grenzen += [
            (DUOFout.VOOR_INITIELE_PIP, feiten.dagtekening_eerste, "het eerste PIP"),
            (DUOFout.VOOR_ACTUELE_PIP, feiten.dagtekening_actueel, "het actuele PIP"),
        ]
    for fout, grens, naam in grenzen:
        voldaan = None if grens is None else feiten.dagtekening >= grens
        yield Voorwaarde(fout=fout, voldaan=voldaan, ontbreekt=naam)


def _niveau(feiten: DUOPIPFeiten) -> Iterator[Voorwaarde]:
    niveau, route = feiten.niveau, feiten.leerroute
    if niveau is Taalniveau.A2 and route is not Leerroute.ZELFREDZAAMHEID:
        onderwijs = route is Leerroute.ONDERWIJS
        yield Voorwaarde(fout=DUOFout.A2_BIJ_ONDERWIJSROUTE, voldaan=not onderwijs)
    if niveau is Taalniveau.A2 and route is Leerroute.B1:
        eerste = _eerste(feiten)
        yield Voorwaarde(
            fout=DUOFout.A2_BIJ_EERSTE_PIP,
            voldaan=None if eerste is None else not eerste,
            ontbreekt="of dit het eerste PIP is",
            nodig=True,
        )
    if niveau is Taalniveau.B1:
        z_route = route is Leerroute.ZELFREDZAAMHEID
        yield Voorwaarde(fout=DUOFout.B1_BIJ_ZROUTE, voldaan=not z_route)


def _intensiteit(feiten: DUOPIPFeiten) -> Iterator[Voorwaarde]:
    if feiten.geschatte_intensiteit is None:
        return
    asiel = None if feiten.doelgroep is None else feiten.doelgroep is Doelgroep.ASIELSTATUSHOUDER
    yield Voorwaarde(
        fout=DUOFout.INTENSITEIT_NIET_TOEGESTAAN,
        voldaan=asiel if feiten.leerroute is Leerroute.B1 else False,
        ontbreekt="de doelgroep",
        nodig=True,
    )


def _registreert(feiten: DUOPIPFeiten) -> Taalniveau | None:
    """Return the level; what is not sent becomes B1, except in the zelfredzaamheidsroute."""
    if feiten.niveau or feiten.leerroute is Leerroute.ZELFREDZAAMHEID:
        return feiten.niveau
    return Taalniveau.B1


def _feiten(feiten: DUOPIPFeiten) -> Iterator[Stap]:
    tekst = f"Het PIP is gedagtekend op {dutch_date(feiten.dagtekening)}."
    yield feit_stap("dagtekening", tekst, feiten.dagtekening)
    niveau = f"met niveau {feiten.niveau}" if feiten.niveau else "zonder niveau"
    yield feit_stap("leerroute", f"De leerroute is de {feiten.leerroute.label}, {niveau}.", None)
    if feiten.doelgroep:
        yield feit_stap("doelgroep", f"De doelgroep is {feiten.doelgroep.label}.", None)
    grenzen = {
        "begin_plicht": "De inburgeringsplicht begon",
        "vestiging": "De vestiging in de gemeente was",
        "dagtekening_eerste": "Het eerste PIP is gedagtekend",
        "dagtekening_actueel": "Het actuele PIP is gedagtekend",
    }
    for naam, begin in grenzen.items():
        dag = getattr(feiten, naam)
        if dag:
            yield feit_stap(naam, f"{begin} op {dutch_date(dag)}.", dag)
