"""What a row tells, judged as a whole; and what there is to say of it."""

from dataclasses import replace
from datetime import date

from schakel.dossier.events import DossierOpened
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Melding, Soort, Vertaling
from schakel.exchange.lijst.queries.gekeurd import Gekeurd, Lot, fout, twijfel
from schakel.exchange.lijst.queries.persoon import afdruk, gegevens_van
from schakel.traject.queries import Oordeel, Wijziging
from schakel.wet.datum import dutch_date

BEKEND = "Deze persoon heeft al een dossier. De rij vult aan wat daar nog niet in staat."
IEMAND_ANDERS = (
    "Dit nummer staat in een dossier met een andere naam en geboortedatum. Er is niets "
    "overgenomen; controleer het nummer."
)
PAST_NIET = (
    "Deze persoon heeft al een dossier, en daar past deze rij niet bij. Er is niets overgenomen; "
    "vergelijk de rij met het dossier."
)
SAMEN = "Is het dezelfde persoon, voeg de dossiers dan samen."


def zonder_v_nummer(read: Vertaling, meldingen: list[Melding], why: str) -> Vertaling:
    text = f"{why} Het is hier niet overgenomen; controleer het nummer."
    meldingen.append(twijfel(Kolom.V_NUMMER, Soort.BEKEND, text))
    return replace(read, persoon={**read.persoon, "v_nummer": ""})


def alles(read: Vertaling) -> list[Wijziging]:
    """Return all that the row tells, as a dossier that is opened for it holds it."""
    opened = Wijziging(veld=Kolom.GEMEENTE.value, event=DossierOpened(), happened_on=read.sinds)
    told = (
        Wijziging(veld=kolom.value, event=one.event, happened_on=one.op, noten=one.noten)
        for kolom, one in read.feiten.items()
    )
    return [opened, *told]


def bezwaren(oordeel: Oordeel, meldingen: list[Melding]) -> None:
    for bezwaar in oordeel.bezwaren:
        kolom = Kolom(bezwaar.veld) if bezwaar.veld else Kolom.GEMEENTE
        meldingen.append(fout(kolom, Soort.VOLGORDE, bezwaar.tekst))


def te_laat(oordeel: Oordeel, read: Vertaling, meldingen: list[Melding]) -> None:
    pip = read.feiten.get(Kolom.PIP)
    found = None if pip is None else oordeel.verhaal.termijnen_on(pip.op)
    if found is not None and found.pip_op_tijd is False and found.pip is not None:
        last_day = found.pip.value.laatste_dag or date.max
        text = (
            f"De termijn voor dit PIP liep tot en met {dutch_date(last_day)}. Zo wordt het "
            "overgenomen; controleer de dagtekening."
        )
        meldingen.append(twijfel(Kolom.PIP, Soort.TERMIJN, text))


def nieuw(gekeurd: Gekeurd) -> Gekeurd:
    read = gekeurd.vertaling
    return replace(
        gekeurd,
        lot=Lot.NIEUW,
        persoon=gegevens_van(read),
        wijzigingen=alles(read),
        gezien={name: afdruk(value) for name, value in read.persoon.items()},
    )
