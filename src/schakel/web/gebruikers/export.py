"""The accounts as a file: for a check on who has which access."""

from django.http import QueryDict

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.toegang.gebruikers.queries import list_gebruikers
from schakel.toegang.queries import now
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Tabel
from schakel.web.gebruikers.forms import ZoekForm

KOP = (
    "Naam", "Gebruikersnaam", "Functie", "Organisatie", "Rol", "Gemeenten", "Kan inloggen",
    "Waarom niet", "Moet wachten", "Tweede stap", "Laatst ingelogd",
)  # fmt: skip


@exports("Gebruikers", "gebruikers", Permission.ACCOUNT_WRITE)
def gebruikers(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the accounts within reach, as they were chosen."""
    keuze = ZoekForm(chosen).keuze()
    found = list_gebruikers(actor=actor, now=now(), **keuze)
    words = (
        "op een zoekterm" if keuze["zoek"] else "",
        keuze["rol"].value.replace("_", " ") if keuze["rol"] else "",
        {True: "alleen aan", False: "alleen uitgezet", None: ""}[keuze["aan"]],
    )
    return Tabel(
        kop=KOP,
        rijen=[
            (
                one.naam,
                one.username,
                one.functie,
                one.organisatie,
                one.rol.value.replace("_", " "),
                ", ".join(one.gemeentenamen),
                "ja" if one.actief else "nee",
                one.waarom,
                "ja" if one.geblokkeerd else "nee",
                "ja" if one.tweede_factor else "nee",
                one.laatst,
            )
            for one in found[: HOOGSTENS + 1]
        ],
        keuze=", ".join(filter(None, words)),
    )
