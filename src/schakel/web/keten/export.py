"""The lists of the keten as files: open ends, the line of assignment, the register, agreements."""

from django.http import QueryDict

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.keten.queries import (
    list_agendapunten,
    list_bevoegdheden,
    list_deelafspraken,
    list_opdrachten,
)
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import Tabel
from schakel.wet.datum import dutch_month

BEVOEGDHEDEN = (
    "Besluit", "Gemeente", "Wie beslist", "Grondslag", "Waar dit op rust", "Wie ondertekent",
    "Functie", "Organisatie", "Geldt nu", "Vanaf", "Tot en met",
)  # fmt: skip
DEELAFSPRAKEN = (
    "Met wie", "Gemeente", "Waarvoor", "Grondslag", "Wat", "Geldt nu", "Ondertekend op",
    "Voorlopig bekrachtigd tot",
)  # fmt: skip


@exports("Open punten", "open-punten", Permission.KETEN_READ)
def agendapunten(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the open ends of the chain."""
    return Tabel(
        kop=("Onderwerp", "Toelichting", "Eigenaar", "Staat", "Streefdatum", "Verstreken"),
        rijen=[
            (
                one.onderwerp,
                one.toelichting,
                one.eigenaar,
                one.staat.value,
                one.streefdatum,
                "verstreken" if one.streefdatum and one.streefdatum < actor.op else None,
            )
            for one in list_agendapunten(actor=actor)
        ],
        persoonsgegevens=False,
    )


@exports("De lijn van opdracht", "lijn-van-opdracht", Permission.KETEN_READ)
def opdrachten(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return who gave what to whom; of what is known by month alone no day is made up."""
    return Tabel(
        kop=("Soort", "Van", "Aan", "Wanneer", "Tekst", "Valt onder"),
        rijen=[
            (
                one.soort.value,
                one.gever,
                one.nemer,
                dutch_month(one.op) if one.precisie == "maand" else one.op,
                one.tekst,
                one.onder,
            )
            for one in list_opdrachten(actor=actor)
        ],
        persoonsgegevens=False,
    )


@exports("Bevoegdheden", "bevoegdheden", Permission.KETEN_READ)
def bevoegdheden(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the register of the gemeenten in reach; it names who signs."""
    return Tabel(
        kop=BEVOEGDHEDEN,
        rijen=[
            (
                one.soort.label,
                one.gemeente_naam,
                one.orgaan,
                one.grondslag.label,
                one.bron,
                one.ondertekenaar,
                one.functie,
                one.organisatie,
                "ja" if one.geldt else "nee",
                one.van,
                one.laatste_dag,
            )
            for one in list_bevoegdheden(actor=actor)
        ],
    )


@exports("Deelafspraken", "deelafspraken", Permission.KETEN_READ)
def deelafspraken(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return what partners of the gemeenten in reach may see, and on which ground."""
    return Tabel(
        kop=DEELAFSPRAKEN,
        rijen=[
            (
                one.organisatie,
                one.gemeente,
                one.doel,
                one.grondslag,
                ", ".join(one.categorieen),
                "ja" if one.geldt else "nee",
                one.ondertekend_op,
                None if one.ondertekend_op else one.voorlopig_tot,
            )
            for one in list_deelafspraken(actor=actor)
        ],
        persoonsgegevens=False,
    )
