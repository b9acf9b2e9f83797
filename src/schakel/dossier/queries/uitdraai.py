"""All that this room holds of one person, to be told to that person (AVG art. 15)."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet

from schakel.base.actor import Actor, Inzage
from schakel.base.permissions import Permission
from schakel.base.tijdvak import NOG_STEEDS
from schakel.base.uitdraai import (
    AFGELEID,
    ELDERS,
    SLEUTEL,
    Onderdeel,
    Regel,
    Tabel,
    laatste_dag,
)
from schakel.dossier.models import Betrokkene, Dossier, Persoon, Plaats, Samenvoeging
from schakel.dossier.queries.log import list_merged, running
from schakel.dossier.queries.zicht import ALLES, DossierNotFound, Zicht, alleen_in, note_refused
from schakel.keten.queries import list_gemeenten, list_medewerkers
from schakel.wet.lijsten import Doelgroep

INZAGEVERZOEK = "inzageverzoek"
WAAROM = "verzoek om inzage (AVG art. 15)"
INGEVOERD = "ingevoerd bij het openen van uw dossier of later gewijzigd"

PERSOON = Tabel(
    naam="dossier_persoon",
    titel="Wie u bent en hoe u te bereiken bent",
    uitleg="Wie deze gegevens invoerde, wordt niet per gegeven bewaard.",
    velden={
        "voornaam": "Voornaam", "tussenvoegsel": "Tussenvoegsel", "achternaam": "Achternaam",
        "bsn": "Burgerservicenummer", "v_nummer": "V-nummer (IND)", "telefoon": "Telefoon",
        "e_mail": "E-mailadres", "straat": "Straat", "huisnummer": "Huisnummer",
        "postcode": "Postcode", "woonplaats": "Woonplaats",
        "klantnummer": "Klantnummer bij de uitvoeringsorganisatie",
    },
    niet={
        "id": SLEUTEL, "huishouden": ELDERS, "sorteer": AFGELEID, "zoek_naam": AFGELEID,
        "zoek_contact": AFGELEID,
    },
)  # fmt: skip
HUISHOUDEN = Tabel(
    naam="dossier_huishouden",
    titel="Uw huishouden",
    uitleg="Gegevens van anderen staan hier niet in: die zijn van hen.",
    niet={"id": SLEUTEL},
)
DOSSIER = Tabel(
    naam="dossier_dossier",
    titel="Uw dossier vandaag",
    uitleg="Dit is een samenvatting van de gebeurtenissen verderop, om lijsten mee te maken.",
    velden={
        "uuid": "Kenmerk van uw dossier", "gemeente": "Verantwoordelijke gemeente",
        "doelgroep": "Doelgroep", "geboren_op": "Geboren op", "closed_on": "Gesloten op",
        "casusregisseur": "Wie de regie heeft", "geldig_tot": "Opnieuw te berekenen op",
    },
    niet={"id": SLEUTEL, "persoon": ELDERS},
)  # fmt: skip
BETROKKENE = Tabel(
    naam="dossier_betrokkene",
    titel="Wie aan uw dossier meewerkt",
    velden={
        "medewerker": "Wie", "rol": "Rol", "van": "Vanaf", "tot": "Tot en met",
        "alleen": "Ziet alleen", "gevraagd_op": "U vroeg hierom op", "door": "Gekoppeld door",
        "beeindigd_door": "Beëindigd door",
    },
    proza={"reden": "Waarom"},
    niet={"id": SLEUTEL, "dossier": SLEUTEL, "deelafspraak": SLEUTEL},
)  # fmt: skip
PLAATS = Tabel(
    naam="dossier_plaats",
    titel="Hoe u meetelt in de cijfers van een gemeente",
    uitleg="In een cijfer staat geen naam. Dit volgt uit de gebeurtenissen verderop.",
    velden={
        "gemeente": "Gemeente", "doelgroep": "Als", "van": "Vanaf", "tot": "Tot en met",
        "volwassen_op": "18 jaar op", "ingeschreven": "Ingeschreven in de BRP",
        "bevestigd": "Bevestigd door DUO", "bekend_van": "Bij ons bekend vanaf",
        "bekend_tot": "Bij ons bekend tot",
    },
    niet={"id": SLEUTEL, "dossier": SLEUTEL},
)  # fmt: skip
SAMENVOEGING = Tabel(
    naam="dossier_samenvoeging",
    titel="Dossiers die als één zijn gelezen",
    velden={"sinds": "Sinds", "ongedaan_at": "Ongedaan gemaakt op", "door": "Door",
            "ongedaan_door": "Ongedaan gemaakt door"},
    proza={"reden": "Waarom", "ongedaan_reden": "Waarom ongedaan gemaakt"},
    niet={
        "id": SLEUTEL, "tot_en_met": SLEUTEL,
        "van": "het andere dossier kan over iemand anders gaan",
        "naar": "het andere dossier kan over iemand anders gaan",
    },
)  # fmt: skip
TABELLEN = (PERSOON, HUISHOUDEN, DOSSIER, BETROKKENE, PLAATS, SAMENVOEGING)


def get_for_inzageverzoek(*, actor: Actor, uuid: UUID) -> Zicht:
    """Return the sight on all of a dossier within reach, to answer a request, and note the look.

    One that was merged into another leads to that other.

    :raises NotAllowed: without the permission
    :raises DossierNotFound: if there is none within reach
    """
    actor.require(Permission.INZAGEVERZOEK)
    merged = running().filter(van__uuid=uuid).values("naar")
    row = _in_reach(actor).filter(Q(uuid=uuid) | Q(pk__in=merged)).first()
    if row is None:
        note_refused(actor=actor, uuid=uuid, question=INZAGEVERZOEK)
        raise DossierNotFound(uuid)
    for dossier in (row.pk, *list_merged(dossier=row.pk)):
        look = Inzage(dossier=dossier, categories=frozenset(ALLES), question=INZAGEVERZOEK)
        actor.inzagen.append(look)
    return Zicht(
        id=row.pk,
        uuid=row.uuid,
        gemeente=row.gemeente,
        doelgroep=row.doelgroep,
        closed_on=row.closed_on,
        categorieen=ALLES,
        waarom=WAAROM,
        casusregisseur=row.casusregisseur_id,
    )


def find_for_inzageverzoek(*, actor: Actor, nummer: str) -> UUID | None:
    """Return the dossier within reach of whom has this whole BSN or V-nummer, or None.

    Nothing of it is handed out here.

    :raises NotAllowed: without the permission
    """
    actor.require(Permission.INZAGEVERZOEK)
    merged = running().filter(Q(van__persoon__bsn=nummer) | Q(van__persoon__v_nummer=nummer))
    same = Q(persoon__bsn=nummer) | Q(persoon__v_nummer=nummer) | Q(pk__in=merged.values("naar"))
    row = _in_reach(actor).filter(same).order_by("pk").first()
    return None if row is None else row.uuid


def _in_reach(actor: Actor) -> QuerySet[Dossier]:
    return Dossier.objects.filter(gemeente__in=actor.gemeenten)


def list_namen_van_huisgenoten(*, dossiers: Sequence[int]) -> set[str]:
    """Return the names of the others of a household, to see whether a text names one of them."""
    rows = _huisgenoten(dossiers).values_list("voornaam", "achternaam")
    return {naam for row in rows for naam in row if len(naam) > 2}


def export_dossier(*, dossiers: Sequence[int]) -> list[Onderdeel]:
    """Return all that this room holds of the dossiers of one person.

    :param dossiers: ids of the dossier and of those that were merged into it
    """
    gemeenten = {one.code: one.naam for one in list_gemeenten()}
    rows = Dossier.objects.filter(pk__in=dossiers).select_related("persoon").order_by("pk")
    wie = rol_van(row.casusregisseur_id for row in rows)
    anderen = _huisgenoten(dossiers).count()
    return [
        Onderdeel(
            tabel=PERSOON,
            regels=[PERSOON.regel(row.persoon, wat="Persoon", bron=INGEVOERD) for row in rows],
        ),
        Onderdeel(
            tabel=HUISHOUDEN,
            regels=[HUISHOUDEN.regel(None, wat=_gezin(anderen), bron=INGEVOERD)],
        ),
        Onderdeel(
            tabel=DOSSIER,
            regels=[
                DOSSIER.regel(
                    row,
                    wat="Dossier",
                    bron="berekend",
                    anders={
                        "uuid": str(row.uuid),
                        "gemeente": gemeenten.get(row.gemeente, row.gemeente),
                        "doelgroep": _doelgroep(row.doelgroep),
                        "casusregisseur": wie.get(row.casusregisseur_id or 0),
                    },
                )
                for row in rows
            ],
        ),
        Onderdeel(tabel=BETROKKENE, regels=_betrokkenen(dossiers)),
        Onderdeel(
            tabel=PLAATS,
            regels=[
                PLAATS.regel(
                    row,
                    wat="Telt mee",
                    op=row.van,
                    bron="berekend",
                    anders={
                        "gemeente": gemeenten.get(row.gemeente, row.gemeente),
                        "doelgroep": _doelgroep(row.doelgroep),
                        "tot": laatste_dag(row.tot),
                        "bekend_tot": None if row.bekend_tot == NOG_STEEDS else row.bekend_tot,
                    },
                )
                for row in Plaats.objects.filter(dossier__in=dossiers).order_by("van", "pk")
            ],
        ),
        Onderdeel(tabel=SAMENVOEGING, regels=_samenvoegingen(dossiers)),
    ]


def rol_van(ids: Iterable[int | None]) -> dict[int, str]:
    """Return what these medewerkers do and for whom, by id; never who they are."""
    found = list_medewerkers(ids=[one for one in ids if one])
    return {one.id: f"{one.functie}, {one.organisatie_naam}" for one in found.values()}


def _betrokkenen(dossiers: Sequence[int]) -> list[Regel]:
    rows = Betrokkene.objects.filter(dossier__in=dossiers).order_by("van", "pk")
    wie = rol_van(one for row in rows for one in (row.medewerker_id, row.door, row.beeindigd_door))
    return [
        BETROKKENE.regel(
            row,
            wat=row.rol,
            op=row.van,
            bron=wie.get(row.door or 0, ""),
            anders={
                "medewerker": wie.get(row.medewerker_id),
                "tot": laatste_dag(row.tot),
                "alleen": ", ".join(one.label for one in sorted(alleen_in(row.alleen))),
                "door": wie.get(row.door or 0),
                "beeindigd_door": wie.get(row.beeindigd_door or 0),
            },
        )
        for row in rows
    ]


def _samenvoegingen(dossiers: Sequence[int]) -> list[Regel]:
    rows = Samenvoeging.objects.filter(Q(van__in=dossiers) | Q(naar__in=dossiers)).order_by("pk")
    wie = rol_van(one for row in rows for one in (row.door, row.ongedaan_door))
    return [
        SAMENVOEGING.regel(
            row,
            wat="Twee dossiers als één gelezen",
            anders={
                "door": wie.get(row.door or 0),
                "ongedaan_door": wie.get(row.ongedaan_door or 0),
            },
        )
        for row in rows
    ]


def _huisgenoten(dossiers: Sequence[int]) -> QuerySet[Persoon]:
    homes = Persoon.objects.filter(dossier__in=dossiers).values("huishouden")
    return Persoon.objects.filter(huishouden__in=homes).exclude(dossier__in=dossiers)


def _gezin(anderen: int) -> str:
    if not anderen:
        return "U staat alleen in uw huishouden."
    with_whom = "1 ander" if anderen == 1 else f"{anderen} anderen"
    return f"U staat met {with_whom} in één huishouden."


def _doelgroep(code: str) -> str:
    return Doelgroep(code).label if code else ""
