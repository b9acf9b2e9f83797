"""DOOR: all that we hold of one person, gathered to be handed out (AVG art. 15).

Each room tells its own tables; the hall adds who looked. Names of medewerkers are never in it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import AMSTERDAM
from schakel.base.uitdraai import (
    SLEUTEL,
    Bijlage,
    Onderdeel,
    Proza,
    Regel,
    Tabel,
    als_kop,
    in_woorden,
    proza_in,
)
from schakel.brieven import queries as brieven
from schakel.dossier import queries as dossiers
from schakel.dossier.queries import (
    Zicht,
    get_for_inzageverzoek,
    list_merged,
    list_namen_van_huisgenoten,
)
from schakel.exchange.lijst.queries import uitdraai as lijsten
from schakel.keten.queries import list_organisaties
from schakel.toegang.models import Export, Inzage
from schakel.traject.queries import uitdraai as traject

INZAGE = Tabel(
    naam="toegang_inzage",
    titel="Wie in uw dossier keek",
    uitleg=(
        "Per dag: welke organisatie, in welke functie, waarvoor, en hoe vaak. Namen van "
        "medewerkers staan er niet bij."
    ),
    velden={
        "op": "Wanneer", "organisatie": "Organisatie", "rol": "Functie", "vraag": "Waarvoor",
        "categorieen": "Welke gegevens", "geweigerd": "Geweigerd",
    },
    niet={
        "id": SLEUTEL, "spoor": SLEUTEL, "dossier": SLEUTEL,
        "account": "de naam van een medewerker", "medewerker": "de naam van een medewerker",
    },
)  # fmt: skip
EXPORT = Tabel(
    naam="toegang_export",
    titel="Bestanden waarin u stond",
    uitleg="Een lijst die iemand als bestand meenam, met uw dossier erin.",
    velden={
        "op": "Wanneer", "organisatie": "Organisatie", "rol": "Functie", "lijst": "Welke lijst",
        "formaat": "Soort bestand", "keuze": "Hoe gekozen", "regels": "Hoeveel regels",
    },
    niet={
        "id": SLEUTEL, "spoor": SLEUTEL, "gemeenten": "van wie de lijst was",
        "account": "de naam van een medewerker", "medewerker": "de naam van een medewerker",
        "dossiers": "hoeveel anderen in de lijst stonden", "persoonsgegevens": "altijd ja",
    },
)  # fmt: skip
TABELLEN = (
    *dossiers.TABELLEN,
    *traject.TABELLEN,
    *brieven.TABELLEN,
    *lijsten.TABELLEN,
    INZAGE,
    EXPORT,
)
WAARVOOR = {
    "dossier": "uw dossier openen",
    "lijst": "de lijst met dossiers",
    "gezin": "het huishouden bij een dossier tonen",
    "zoeken": "iemand zoeken",
    "werkvoorraad": "zien wat er te doen is",
    "werk plannen": "werk plannen",
    "vastleggen": "een stap of feit vastleggen",
    "wijzigen": "uw gegevens bijwerken",
    "herstellen": "een vergissing herstellen",
    "toewijzen": "een casusregisseur toewijzen",
    "document": "een brief openen",
    "samenvoegen": "kijken of twee dossiers van één persoon zijn",
    "concept": "een besluit voorbereiden",
    "PIP": "het PIP voorbereiden",
    "meelezen": "een besluit meelezen",
    "tegenspraak": "lezen wat wordt tegengesproken",
    "tegenspreken": "vastleggen wat niet klopt",
    "achter een cijfer": "nagaan wie er in een cijfer meetelt",
    "waarom een cijfer wijzigde": "nagaan waarom een cijfer wijzigde",
    "inlezen": "een lijst van de gemeente inlezen",
    "inzageverzoek": "een verzoek om inzage beantwoorden",
}
"""For what someone looked, in words that the person reads; another question says itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verzoek:
    """All that is held of one person.

    :param naam: of the person, for the cover and the screen
    :param verdacht: keys of typed words in which someone else of the household is named
    """

    zicht: Zicht
    naam: str
    onderdelen: Sequence[Onderdeel]
    bijlagen: Sequence[Bijlage]
    verdacht: frozenset[str]

    @property
    def proza(self) -> list[tuple[Regel, Proza]]:
        """All that someone typed: to be read before it is handed out."""
        return proza_in(self.onderdelen)

    @property
    def aantal(self) -> int:
        """How many lines there are in all."""
        return sum(len(one.regels) for one in self.onderdelen)


def gather(*, actor: Actor, uuid: UUID) -> Verzoek:
    """Return all that is held of the person of a dossier within reach, and note the look.

    :raises NotAllowed: without the permission
    :raises DossierNotFound: if there is no such dossier within reach
    """
    zicht = get_for_inzageverzoek(actor=actor, uuid=uuid)
    ids = [zicht.id, *list_merged(dossier=zicht.id)]
    letters, bijlagen = brieven.export_dossier(dossiers=ids)
    own = dossiers.export_dossier(dossiers=ids)
    onderdelen = [
        *own,
        *traject.export_dossier(dossiers=ids),
        *letters,
        *lijsten.export_dossier(dossiers=ids),
        *_gekeken(ids),
    ]
    return Verzoek(
        zicht=zicht,
        naam=_naam(own),
        onderdelen=onderdelen,
        bijlagen=bijlagen,
        verdacht=_verdacht(onderdelen, list_namen_van_huisgenoten(dossiers=ids)),
    )


def _naam(own: Sequence[Onderdeel]) -> str:
    """Return the name as the person table tells it."""
    told = dict(own[0].regels[0].velden)
    parts = (told.get(kop) for kop in ("Voornaam", "Tussenvoegsel", "Achternaam"))
    return " ".join(str(part) for part in parts if part)


def _verdacht(onderdelen: Sequence[Onderdeel], namen: set[str]) -> frozenset[str]:
    lower = {naam.casefold() for naam in namen}
    return frozenset(
        one.sleutel
        for _, one in proza_in(onderdelen)
        if any(naam in one.tekst.casefold() for naam in lower)
    )


def _gekeken(ids: Sequence[int]) -> list[Onderdeel]:
    """Return who looked, one line per day, organisation, role and purpose, and the files."""
    looks = list(Inzage.objects.filter(dossier__in=ids).order_by("op", "pk"))
    files = list(
        Export.objects.filter(spoor__in={look.spoor for look in looks if not look.geweigerd})
        .order_by("op", "pk")
    )  # fmt: skip
    namen = list_organisaties(
        ids=[*(one.organisatie or 0 for one in looks), *(one.organisatie or 0 for one in files)]
    )
    times = Counter(_keek(look, namen) for look in looks)
    return [
        Onderdeel(
            tabel=INZAGE,
            regels=[
                Regel(
                    wat=als_kop(WAARVOOR.get(vraag, in_woorden(vraag))),
                    op=op,
                    velden=(
                        ("Organisatie", organisatie),
                        ("Functie", rol),
                        ("Welke gegevens", seen),
                        ("Hoe vaak", keer),
                        *((("Geweigerd", "ja: er is niets getoond"),) if geweigerd else ()),
                    ),
                )
                for (op, organisatie, rol, vraag, seen, geweigerd), keer in times.items()
            ],
        ),
        Onderdeel(
            tabel=EXPORT,
            regels=[
                EXPORT.regel(
                    row,
                    wat=f"Lijst: {row.lijst}",
                    op=row.op.astimezone(AMSTERDAM).date(),
                    anders={
                        "organisatie": namen.get(row.organisatie or 0),
                        "rol": in_woorden(row.rol),
                    },
                )
                for row in files
            ],
        ),
    ]


def _keek(look: Inzage, namen: dict[int, str]) -> tuple[date, str, str, str, str, bool]:
    """Return what makes two looks of one day the same to who reads it."""
    seen = ", ".join(Gegevenscategorie(one).label for one in look.categorieen)
    return (
        look.op.astimezone(AMSTERDAM).date(),
        namen.get(look.organisatie or 0, "uzelf of het systeem"),
        in_woorden(look.rol),
        look.vraag,
        seen,
        look.geweigerd,
    )
