"""The stand van zaken, and the dossiers behind a figure, as files with their two days."""

from collections.abc import Mapping

from django.http import Http404, QueryDict

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.dossier.queries import list_in_batches
from schakel.stand.queries import Rij as Standrij
from schakel.stand.queries import get_stand, list_in_rij
from schakel.toegang.queries import now
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Over, Rij, Tabel
from schakel.web.stand.views import KORT, Vraag, cijfer, gevraagd
from schakel.wet.datum import dutch_date

CIJFER = ("", "van")
NAAST = ("sinds 2022", "niet bevestigd", "apart")


@exports("Stand van zaken", "stand-van-zaken", Permission.STAND_READ)
def stand(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the table; a figure that is not known is an empty cell, 0 is a known zero."""
    vraag = _vraag(chosen, actor)
    found = get_stand(
        actor=actor,
        peildatum=vraag.peildatum,
        bekend_op=vraag.bekend_op,
        at=now(),
        cumulatief=vraag.naast,
    )
    shown = CIJFER + (NAAST if vraag.naast else ())
    kop = [f"{one.naam} {wat}".strip() for one in found.gemeenten for wat in shown]
    codes = [one.code for one in found.gemeenten]
    return Tabel(
        kop=["Aantal personen", *kop, "Hoe er wordt geteld"],
        rijen=[_cijfers(rij, codes, naast=vraag.naast) for rij in found.rijen],
        keuze=_dagen(vraag),
        bijzonderheden=(
            *_assen(vraag),
            ("Van", "het aantal mensen met een lopende inburgeringsplicht onder de Wi2021"),
            ("Lege cel", "niet bekend; 0 is een bekende nul"),
        ),
        persoonsgegevens=False,
    )


def _cijfers(rij: Standrij, codes: list[str], *, naast: bool) -> Rij:
    beside = (rij.cumulatief, rij.niet_bevestigd, rij.apart if rij.apart_noot else {})
    told: tuple[Mapping[str, int | None], ...] = (rij.waarden, rij.noemer)
    told += beside if naast else ()
    noot = "; apart: ".join(filter(None, (rij.noot, rij.apart_noot if naast else "")))
    return (rij.label, *(figures.get(code) for code in codes for figures in told), noot)


@exports("Achter het cijfer", "achter-het-cijfer", Permission.DOSSIER_READ)
def achter(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the dossiers behind one figure, as far as they are in sight now."""
    gemeente = str(chosen.get("gemeente", ""))
    code, naam = cijfer(actor, str(chosen.get("rij", "")), gemeente)
    vraag = _vraag(chosen, actor)
    ids = list_in_rij(
        actor=actor,
        rij=code,
        gemeente=gemeente,
        peildatum=vraag.peildatum,
        bekend_op=vraag.bekend_op,
        at=now(),
    )
    batches = list_in_batches(
        actor=actor, ids=ids, limit=HOOGSTENS + 1, question="export achter een cijfer"
    )
    return Tabel(
        kop=("Naam", "Doelgroep"),
        rijen=[
            (row.persoon.sorteernaam, row.doelgroep_label) for batch in batches for row in batch
        ],
        keuze=f"{KORT[code]}, {naam}, {_dagen(vraag)}",
        gemeenten=frozenset({gemeente}),
        bijzonderheden=(*_assen(vraag), ("Het cijfer", len(ids))),
    )


def _vraag(chosen: QueryDict, actor: Actor) -> Vraag:
    form, vraag = gevraagd(chosen, actor)
    if not form.is_valid():
        raise Http404
    return vraag


def _dagen(vraag: Vraag) -> str:
    known = f"bekend op {dutch_date(vraag.bekend_op)}" if vraag.bekend_op else "nu bekend"
    return f"op {dutch_date(vraag.peildatum)}, zoals {known}"


def _assen(vraag: Vraag) -> Over:
    return (
        ("Peildatum", vraag.peildatum),
        ("Zoals bekend op", vraag.bekend_op or "nu"),
    )
