"""The list of dossiers as a file: what the screen shows of each, and whole."""

from collections.abc import Iterable, Sequence

from django.http import Http404, QueryDict

from schakel.base.actor import Actor
from schakel.dossier.queries import DossierRow, list_in_batches
from schakel.traject.queries import list_trajecten
from schakel.web.dossier.forms import LijstForm
from schakel.web.dossier.overzicht import (
    LOOPT_NIET,
    NIET_GEDEELD,
    VASTGESTELD,
    Lijstregel,
    lijst_van,
)
from schakel.web.dossier.views import KIJKEN
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Rij, Tabel, zonder_gesloten
from schakel.web.presentation import gemeentenamen

KOP = (
    "Naam", "Gemeente", "Casusregisseur", "Volgende stap",
    "Doelgroep", "PIP uiterlijk", "Termijn", "PIP vastgesteld",
)  # fmt: skip
VOLGORDE = (0, 1, 4, 2, 3, 5, 6, 7)
"""The order of the list on screen; a search shows the first four."""


@exports("Dossiers", "dossiers", *KIJKEN)
def dossiers(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return all dossiers in sight, or those of one gemeente."""
    namen = {code: naam for code, naam in gemeentenamen().items() if code in actor.gemeenten}
    form = LijstForm(chosen, gemeenten=namen)
    if not form.is_valid():
        raise Http404
    gemeente = form.cleaned_data["gemeente"]
    batches = list_in_batches(
        actor=actor, gemeente=gemeente, limit=HOOGSTENS + 1, question="export dossiers"
    )
    kop, rijen = dossierrijen(actor, batches, VOLGORDE)
    return Tabel(
        kop=kop,
        rijen=rijen,
        keuze=namen.get(gemeente, ""),
        gemeenten=frozenset({gemeente}) if gemeente else None,
    )


def dossierrijen(
    actor: Actor, batches: Iterable[Sequence[DossierRow]], places: Sequence[int]
) -> tuple[Sequence[str], Sequence[Rij]]:
    """Return the heading and the lines, without the columns that are closed in every line."""
    namen, rijen = gemeentenamen(), []
    for rows in batches:
        trajecten = list_trajecten(dossiers=[row.zicht.id for row in rows])
        for regel in lijst_van(rows, trajecten, op=actor.op).regels:
            cellen = _cellen(regel, namen)
            rijen.append(tuple(cellen[place] for place in places))
    return zonder_gesloten([KOP[place] for place in places], rijen, NIET_GEDEELD)


def _cellen(regel: Lijstregel, namen: dict[str, str]) -> Rij:
    row = regel.rij
    naam, gemeente = row.persoon.sorteernaam, row.zicht.gemeente
    if not row.toont_voortgang:
        shut = NIET_GEDEELD
        return (naam, namen.get(gemeente, gemeente), shut, shut, regel.doelgroep, shut, shut, shut)
    return (
        naam,
        namen.get(gemeente, gemeente),
        regel.casusregisseur or "niet toegewezen",
        regel.stap,
        regel.doelgroep,
        regel.uiterlijk or (regel.pip if regel.pip == LOOPT_NIET else None),
        "te laat" if regel.te_laat else regel.nog or None,
        regel.vastgesteld or (regel.pip if regel.pip == VASTGESTELD else None),
    )
