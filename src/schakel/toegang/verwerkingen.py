"""DOOR: the register of processing (AVG art. 30), from the tables and from what was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.apps import apps

from schakel.base.actor import Actor
from schakel.base.avg import DOSSIER, GEEN, MEDEWERKERS, NIEUWKOMERS, Avg
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.uitdraai import in_woorden
from schakel.keten.queries import DeelafspraakView, list_deelafspraken, list_gemeenten
from schakel.traject.queries import ALL_KINDS
from schakel.wet.regels.bewaartermijn import DOSSIER as TERMIJN

WERK = "naam, functie en organisatie van een medewerker, en wat die in Schakel deed"
LIJST = "wat in het bestand staat dat een gemeente inleest"
DOSSIER_ERBIJ = "om welk dossier het ging"
BIJZONDER = {
    Gegevenscategorie.GEZONDHEID: (
        "Gezondheid is een bijzonder gegeven (AVG art. 9). Het blijft binnen het college. De "
        "verwerkingsverantwoordelijke bevestigt de uitzondering waarop dit rust."
    ),
    Gegevenscategorie.BSN: "Voor het burgerservicenummer geldt UAVG art. 46.",
}
MAATREGELEN = (
    "Ieder ziet alleen wat bij zijn taak en gemeente hoort; een partner alleen wat is afgesproken.",
    "Elke inzage in een dossier, ook een geweigerde, en elke export wordt vastgelegd.",
    "Het logboek is alleen aan te vullen; de database zelf weigert een wijziging.",
    "Het burgerservicenummer staat niet in adressen en niet in het logboek, en wordt afgeschermd "
    "getoond.",
    "Een sessie verloopt na negen uur. Een account is uit te zetten en werkt dan meteen niet meer.",
)
"""What the system itself does, for all processing; the organisation adds its own measures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabelregel:
    """What the marker of one table says."""

    tabel: str
    doel: str
    grondslag: str
    wie: str
    bewaren: str
    over_iemand: bool
    categorieen: frozenset[Gegevenscategorie]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontvanger:
    """Who receives something, by an agreement in force on the day asked."""

    organisatie: str
    gemeente: str
    doel: str
    grondslag: str
    vorm: str
    categorieen: tuple[str, ...]
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwerking:
    """One purpose: why, on what ground, about whom, what, who receives it and how long."""

    doel: str
    grondslag: str
    wie: str
    categorieen: tuple[str, ...]
    bijzonder: tuple[str, ...]
    ontvangers: tuple[Ontvanger, ...]
    bewaren: tuple[str, ...]
    tabellen: tuple[str, ...]

    @property
    def ontvangt(self) -> list[str]:
        """The names of who receives something, each once."""
        return sorted({one.organisatie for one in self.ontvangers})


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """All processing of the gemeenten in reach, as it was on the peildatum.

    :param verantwoordelijken: the gemeenten whose colleges are responsible
    """

    peildatum: date
    verantwoordelijken: tuple[str, ...]
    verwerkingen: tuple[Verwerking, ...]
    maatregelen: tuple[str, ...] = MAATREGELEN


def tabelregels(op: date | None = None) -> dict[str, Tabelregel]:
    """Return what the marker of each table says, by table.

    :param op: the day that chooses the version of the retention rule; None = the first
    """
    found = {}
    for model in apps.get_models():
        marker = getattr(model, "avg", None)
        if isinstance(marker, Avg):
            naam = model._meta.db_table
            found[naam] = Tabelregel(
                tabel=naam,
                doel=marker.doel,
                grondslag=marker.rust_op,
                wie=marker.over_wie,
                bewaren=_bewaren(marker.bewaren, op),
                over_iemand=marker.over_iemand,
                categorieen=_categorieen(marker),
            )
    return found


def get_register(*, actor: Actor, peildatum: date) -> Register:
    """Return the register as it was on a day, for the gemeenten in reach.

    :raises NotAllowed: without the permission to watch over looks
    """
    actor.require(Permission.INZAGE_READ)
    agreed = [one for one in list_deelafspraken(actor=replace(actor, op=peildatum)) if one.geldt]
    by_purpose: dict[tuple[str, str, str], list[Tabelregel]] = {}
    for one in tabelregels(peildatum).values():
        if one.bewaren != GEEN:
            by_purpose.setdefault((one.doel, one.grondslag, one.wie), []).append(one)
    return Register(
        peildatum=peildatum,
        verantwoordelijken=tuple(
            one.naam for one in list_gemeenten() if one.code in actor.gemeenten
        ),
        verwerkingen=tuple(
            _verwerking(tables, agreed)
            for _, tables in sorted(by_purpose.items(), key=lambda one: not one[1][0].over_iemand)
        ),
    )


def _verwerking(tables: list[Tabelregel], agreed: list[DeelafspraakView]) -> Verwerking:
    seen = frozenset[Gegevenscategorie]().union(*(one.categorieen for one in tables))
    first, labels = tables[0], {one.label for one in seen}
    return Verwerking(
        doel=first.doel,
        grondslag=first.grondslag,
        wie=first.wie,
        categorieen=tuple(one.label for one in Gegevenscategorie if one in seen)
        or _zonder_categorie(first.wie),
        bijzonder=tuple(text for one, text in BIJZONDER.items() if one in seen),
        ontvangers=tuple(
            _ontvanger(one, labels) for one in agreed if labels.intersection(one.categorieen)
        ),
        bewaren=tuple(dict.fromkeys(one.bewaren for one in tables)),
        tabellen=tuple(one.tabel for one in tables),
    )


def _zonder_categorie(wie: str) -> tuple[str, ...]:
    """Return what a table holds of which no field belongs to a category of a dossier."""
    return {MEDEWERKERS: (WERK,), NIEUWKOMERS: (LIJST,)}.get(wie, (WERK, DOSSIER_ERBIJ))


def _ontvanger(one: DeelafspraakView, labels: set[str]) -> Ontvanger:
    return Ontvanger(
        organisatie=one.organisatie,
        gemeente=one.gemeente,
        doel=one.doel,
        grondslag=one.grondslag,
        vorm=in_woorden(one.vorm.value),
        categorieen=tuple(label for label in one.categorieen if label in labels),
        van=one.van,
        tot=one.tot or (None if one.ondertekend_op else one.voorlopig_tot),
    )


def _categorieen(marker: Avg) -> frozenset[Gegevenscategorie]:
    """Return what can stand in a table; where each row says it, what a row can say."""
    if marker.per_regel == "kind":
        return frozenset(event.categorie for event in ALL_KINDS.values())
    if marker.per_regel:
        return frozenset(Gegevenscategorie)
    own = {marker.categorie} if marker.categorie else set[Gegevenscategorie]()
    return frozenset(own | set(marker.velden.values()))


def _bewaren(text: str, op: date | None) -> str:
    if text != DOSSIER:
        return text
    since: Mapping[date, object] = TERMIJN.versions
    day = max(min(since), op or min(since))
    return (
        f"met het dossier: {TERMIJN.on(day)} na het einde van de inburgeringsplicht, of bij "
        f"overlijden ({TERMIJN.bron}), tenzij de selectielijst van de gemeente een andere termijn "
        "geeft"
    )
