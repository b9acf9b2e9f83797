"""All that the log and this room hold of one person, to be told to that person (AVG art. 15)."""

from collections.abc import Mapping, Sequence

from schakel.base.tijd import AMSTERDAM
from schakel.base.tijdvak import NOG_STEEDS
from schakel.base.uitdraai import (
    Onderdeel,
    Proza,
    Regel,
    Waarde,
    als_kop,
    in_woorden,
    laatste_dag,
)
from schakel.dossier.queries import list_logs, rol_van
from schakel.keten.queries import list_gemeenten
from schakel.traject.models import Concept, Meelezing, Mijlpaal, Traject, Voornemen, Werkpunt
from schakel.traject.queries.uitdraai_log import gebeurtenissen, kop
from schakel.traject.queries.uitdraai_tabellen import (
    CONCEPT,
    GEBEURTENIS,
    GELDIGHEID,
    MEELEZING,
    MIJLPAAL,
    TOELICHTING,
    TRAJECT,
    VOORNEMEN,
    WERKPUNT,
)
from schakel.traject.rules.stand import Stap
from schakel.wet.lijsten import Leerroute

Ingevuld = tuple[str, Waarde]
GEKOZEN = {"dagtekening", "leerroute", "niveau"}
"""What of a concept is kept as text and was not typed in words."""


def export_dossier(*, dossiers: Sequence[int]) -> list[Onderdeel]:
    """Return every gebeurtenis of the dossiers of one person, and all that this room holds.

    :param dossiers: ids of the dossier and of those that were merged into it
    """
    rows = [row for log in list_logs(dossiers=dossiers).values() for row in log]
    mine = list({row.id: row for row in rows if row.dossier in dossiers}.values())
    return [
        Onderdeel(tabel=GEBEURTENIS, regels=gebeurtenissen(mine)),
        Onderdeel(tabel=GELDIGHEID),
        Onderdeel(tabel=TOELICHTING),
        Onderdeel(
            tabel=TRAJECT,
            regels=[
                TRAJECT.regel(
                    row,
                    wat="Waar u staat",
                    bron="berekend",
                    anders={
                        "stap": in_woorden(Stap(row.stap)),
                        "pip_grondslag": in_woorden(row.pip_grondslag),
                        "leerroute": _leerroute(row.leerroute),
                        "termijn_tot": laatste_dag(row.termijn_tot),
                    },
                )
                for row in Traject.objects.filter(dossier__in=dossiers).order_by("pk")
            ],
        ),
        Onderdeel(tabel=MIJLPAAL, regels=_mijlpalen(dossiers)),
        Onderdeel(
            tabel=WERKPUNT,
            regels=[
                WERKPUNT.regel(
                    row,
                    wat=als_kop(in_woorden(row.handeling)),
                    op=row.sinds,
                    bron="berekend",
                    anders={
                        "handeling": in_woorden(row.handeling),
                        "aan_zet": in_woorden(row.aan_zet),
                    },
                )
                for row in Werkpunt.objects.filter(dossier__in=dossiers).order_by("sinds", "pk")
            ],
        ),
        Onderdeel(tabel=VOORNEMEN, regels=_voornemens(dossiers)),
        Onderdeel(tabel=CONCEPT, regels=_concepten(dossiers)),
        Onderdeel(tabel=MEELEZING, regels=_meelezingen(dossiers)),
    ]


def _mijlpalen(dossiers: Sequence[int]) -> list[Regel]:
    gemeenten = {one.code: one.naam for one in list_gemeenten()}
    return [
        MIJLPAAL.regel(
            row,
            wat=als_kop(in_woorden(row.soort)),
            op=row.van,
            bron="berekend",
            anders={
                "soort": in_woorden(row.soort),
                "gemeente": gemeenten.get(row.gemeente, ""),
                "tot": laatste_dag(row.tot),
                "bekend_tot": None if row.bekend_tot == NOG_STEEDS else row.bekend_tot,
            },
        )
        for row in Mijlpaal.objects.filter(dossier__in=dossiers).order_by("van", "pk")
    ]


def _voornemens(dossiers: Sequence[int]) -> list[Regel]:
    rows = Voornemen.objects.filter(dossier__in=dossiers).order_by("op", "pk")
    wie = rol_van(row.medewerker for row in rows)
    return [
        VOORNEMEN.regel(
            row,
            wat=als_kop(in_woorden(row.handeling)),
            op=row.op,
            bron=wie.get(row.medewerker or 0, ""),
            anders={"handeling": in_woorden(row.handeling)},
        )
        for row in rows
    ]


def _concepten(dossiers: Sequence[int]) -> list[Regel]:
    rows = Concept.objects.filter(dossier__in=dossiers).order_by("pk")
    wie = rol_van(one for row in rows for one in (row.gewijzigd_door, row.voorgelegd_aan))
    return [
        Regel(
            wat=f"Concept {in_woorden(row.stap)}: hier is nog niets over besloten",
            op=row.gewijzigd_at.astimezone(AMSTERDAM).date(),
            bron=wie.get(row.gewijzigd_door or 0, ""),
            vastgelegd=row.gewijzigd_at,
            velden=tuple(
                (titel, value)
                for titel, value in (
                    (CONCEPT.velden["begonnen_at"], row.begonnen_at),
                    (CONCEPT.velden["voorgelegd_aan"], wie.get(row.voorgelegd_aan or 0)),
                    (CONCEPT.velden["voorgelegd_at"], row.voorgelegd_at),
                    (CONCEPT.velden["versie"], row.versie),
                )
                if value is not None
            )
            + tuple((kop(naam), _gekozen(naam, value)) for naam, value in chosen),
            proza=tuple(
                Proza(f"{CONCEPT.naam}.{row.pk}.{naam}", kop(naam), value) for naam, value in typed
            ),
        )
        for row in rows
        for chosen, typed in [_ingevuld(row.waarden)]
    ]


def _ingevuld(waarden: Mapping[str, Waarde]) -> tuple[list[Ingevuld], list[tuple[str, str]]]:
    """Return what was chosen or counted in a concept, and what was typed in words."""
    filled = [(naam, value) for naam, value in waarden.items() if value not in (None, "")]
    typed = [
        (naam, value) for naam, value in filled if isinstance(value, str) and naam not in GEKOZEN
    ]
    words = {naam for naam, _ in typed}
    return [one for one in filled if one[0] not in words], typed


def _gekozen(naam: str, value: Waarde) -> Waarde:
    return _leerroute(str(value)) if naam == "leerroute" else value


def _leerroute(code: str) -> str:
    return Leerroute(code).label if code else ""


def _meelezingen(dossiers: Sequence[int]) -> list[Regel]:
    rows = Meelezing.objects.filter(concept__dossier__in=dossiers).order_by("op", "pk")
    wie = rol_van(row.medewerker for row in rows)
    return [
        MEELEZING.regel(
            row,
            wat="Concept meegelezen",
            op=row.op.astimezone(AMSTERDAM).date(),
            bron=wie.get(row.medewerker, ""),
            vastgelegd=row.op,
        )
        for row in rows
    ]


TABELLEN = (
    GEBEURTENIS, GELDIGHEID, TOELICHTING, TRAJECT, MIJLPAAL, WERKPUNT, VOORNEMEN, CONCEPT,
    MEELEZING,
)  # fmt: skip
