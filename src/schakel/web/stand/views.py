"""The stand van zaken, the dossiers behind a figure, and why a figure became another."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.base.tijd import end_of_day
from schakel.dossier.queries import DossierRow, count_opgegaan, list_dossiers, list_opgegaan
from schakel.keten.queries import list_gemeenten
from schakel.logboek.queries import Row, list_recorded_after
from schakel.stand.queries import (
    Code,
    Stand,
    Verschil,
    get_stand,
    list_in_rij,
    list_verschillen,
)
from schakel.toegang.doors import needs
from schakel.toegang.queries import now, training_note
from schakel.traject.queries import ALL_KINDS, Regel, list_recorded_since
from schakel.web.dossier.tijdlijn import Tijdlijnregel, tijdlijn
from schakel.web.stand.chart import Staaf, staven
from schakel.web.stand.forms import StandForm

MEER = 500
KORT = {
    Code.STATUSHOUDERS: "statushouders",
    Code.GEZINSMIGRANTEN: "gezinsmigranten",
    Code.LEERBAARHEIDSTOETSEN: "toetsen",
    Code.BREDE_INTAKES: "intakes",
    Code.PIPS: "PIP’s",
    Code.AANMELDINGEN: "aanmeldingen",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vraag:
    """What was asked for on the two time axes, and what to carry along in a link."""

    peildatum: date
    bekend_op: date | None
    naast: bool

    @property
    def query(self) -> str:
        """The axes as they stand in an address."""
        known = f"&bekend_op={self.bekend_op.isoformat()}" if self.bekend_op else ""
        return f"peildatum={self.peildatum.isoformat()}{known}"


@needs(Permission.STAND_READ)
@require_safe
def stand(request: HttpRequest, *, actor: Actor) -> HttpResponse:
    """Show the table on a day, as known on a day, and what has changed since."""
    form, vraag = gevraagd(request.GET, actor)
    found = get_stand(
        actor=actor,
        peildatum=vraag.peildatum,
        bekend_op=vraag.bekend_op,
        at=now(),
        cumulatief=vraag.naast,
    )
    return render(
        request,
        "web/stand/stand.html",
        {
            "form": form,
            "vraag": vraag,
            "stand": found,
            "rijen": _cells(found),
            "grafiek": _charts(found),
            "verschillen": _differences(actor, vraag),
            "gemeenten": {row.code: row.naam for row in found.gemeenten},
            "mag_dossiers": actor.may(Permission.DOSSIER_READ),
            "toelichting": training_note(vraag.peildatum),
        },
    )


@needs(Permission.DOSSIER_READ)
@require_safe
def achter(request: HttpRequest, *, actor: Actor, rij: str, gemeente: str) -> HttpResponse:
    """Show the dossiers behind one figure."""
    code, naam = cijfer(actor, rij, gemeente)
    form, vraag = gevraagd(request.GET, actor)
    ids = list_in_rij(
        actor=actor,
        rij=code,
        gemeente=gemeente,
        peildatum=vraag.peildatum,
        bekend_op=vraag.bekend_op,
        at=now(),
    )
    rows = list_dossiers(actor=actor, ids=ids, limit=MEER, question="achter een cijfer")
    context = {"naam": naam, "kort": KORT[code], "vraag": vraag, "rows": rows, "aantal": len(ids)}
    context |= {"rij": code.value, "gemeente": gemeente}
    return render(request, "web/stand/achter.html", {**context, "form": form})


@needs(Permission.STAND_READ)
@require_safe
def waarom(request: HttpRequest, *, actor: Actor, rij: str, gemeente: str) -> HttpResponse:
    """Show what was recorded since that made a figure of the past another one."""
    code, naam = cijfer(actor, rij, gemeente)
    form, vraag = gevraagd(request.GET, actor)
    found = _differences(actor, vraag)
    verschil = next((one for one in found if (one.rij, one.gemeente) == (code, gemeente)), None)
    may_look = actor.may(Permission.DOSSIER_READ)
    gone = verschil.eraf if verschil else []
    reasons = _reasons(actor, vraag, verschil) if verschil and may_look else []
    merged = list_opgegaan(actor=actor, ids=gone) if may_look else []
    context = {
        "form": form,
        "naam": naam,
        "kort": KORT[code],
        "vraag": vraag,
        "verschil": verschil,
        "getoond": len(reasons) + len(merged),
        "aantal": len(verschil.erbij) + len(verschil.eraf) if verschil else 0,
        "redenen": reasons,
        "opgegaan": merged,
        "soorten": _kinds(actor, vraag, verschil) if verschil and not may_look else [],
        "mag_dossiers": may_look,
    }
    return render(request, "web/stand/waarom.html", context)


def gevraagd(data: QueryDict, actor: Actor) -> tuple[StandForm, Vraag]:
    """Return the form, and what it asks; a day that is wrong is not used."""
    form = StandForm(data or None, vandaag=actor.op, initial={"peildatum": actor.op})
    form.is_valid()
    chosen = getattr(form, "cleaned_data", {})
    return form, Vraag(
        peildatum=chosen.get("peildatum") or actor.op,
        bekend_op=chosen.get("bekend_op"),
        naast=bool(chosen.get("naast")),
    )


def cijfer(actor: Actor, rij: str, gemeente: str) -> tuple[Code, str]:
    """Return the row and the name of the gemeente of a figure within reach."""
    namen = {row.code: row.naam for row in list_gemeenten() if row.code in actor.gemeenten}
    if rij not in set(Code) or gemeente not in namen:
        raise Http404
    return Code(rij), namen[gemeente]


def _cells(found: Stand) -> list[dict[str, Any]]:
    """Return each row with its cells in the order of the columns, so that the page stays flat."""
    return [
        {
            "rij": rij,
            "kort": KORT[rij.code],
            "cellen": [
                {
                    "code": gemeente.code,
                    "waarde": rij.waarden[gemeente.code],
                    "noemer": rij.noemer[gemeente.code],
                    "cumulatief": rij.cumulatief[gemeente.code],
                    "niet_bevestigd": rij.niet_bevestigd[gemeente.code],
                    "apart": rij.apart[gemeente.code],
                }
                for gemeente in found.gemeenten
            ],
        }
        for rij in found.rijen
    ]


def _charts(found: Stand) -> list[tuple[str, list[Staaf]]]:
    most = max((value or 0 for rij in found.rijen for value in rij.noemer.values()), default=0)
    return [
        (row.naam, staven([(KORT[rij.code], rij.waarden[row.code]) for rij in found.rijen], most))
        for row in found.gemeenten
    ]


def _differences(actor: Actor, vraag: Vraag) -> list[Verschil]:
    if vraag.bekend_op is None:
        return []
    return list_verschillen(
        actor=actor, peildatum=vraag.peildatum, bekend_op=vraag.bekend_op, at=now()
    )


def _reasons(
    actor: Actor, vraag: Vraag, verschil: Verschil
) -> list[tuple[DossierRow, bool, list[Tijdlijnregel]]]:
    """Return per dossier whether it came in, and what was recorded of it since."""
    ids = [*verschil.erbij, *verschil.eraf]
    rows = list_dossiers(actor=actor, ids=ids, limit=MEER, question="waarom een cijfer wijzigde")
    since: dict[int, list[Regel]] = list_recorded_since(
        zichten=[row.zicht for row in rows], day=vraag.bekend_op or actor.op
    )
    return [
        (row, row.zicht.id in verschil.erbij, tijdlijn(since.get(row.zicht.id, []))) for row in rows
    ]


def _kinds(actor: Actor, vraag: Vraag, verschil: Verschil) -> list[tuple[str, int]]:
    """Return what sort of thing was recorded or corrected since, and how often; of nobody."""
    if vraag.bekend_op is None:
        return []
    rows = list_recorded_after(
        moment=end_of_day(vraag.bekend_op), dossiers=[*verschil.erbij, *verschil.eraf]
    )
    merged = count_opgegaan(actor=actor, ids=verschil.eraf)
    together = {"samengevoegd: twee dossiers van één persoon": merged} if merged else {}
    return Counter({**Counter(_sort(row) for row in rows), **together}).most_common()


def _sort(row: Row) -> str:
    label = ALL_KINDS[row.kind].label
    if row.kind.endswith(".voided"):
        return "hersteld: een gebeurtenis is niet gebeurd"
    return f"hersteld: {label}" if row.replaces else f"vastgelegd: {label}"
