"""The werkvoorraad as a file: every point of every group, in the order of the screen."""

from django.http import Http404, QueryDict

from schakel.base.actor import Actor
from schakel.base.permissions import Permission
from schakel.traject.queries.werkvoorraad import Werkregel, get_werkvoorraad
from schakel.web.export.antwoord import exports
from schakel.web.export.tabel import HOOGSTENS, Rij, Tabel
from schakel.web.presentation import gemeentenamen
from schakel.web.werk.forms import WerkForm
from schakel.web.werk.views import KIJKEN, TABS, wiens
from schakel.web.werk.woorden import GROEPEN, GROEPEN_VOOR_PARTNERS, regel_van

KOP = (
    "Groep", "Naam", "Gemeente", "Wat", "Wanneer", "Datum",
    "PIP uiterlijk", "Te laat", "Pak ik op", "Plan",
)  # fmt: skip


@exports("Werkvoorraad", "werkvoorraad", *KIJKEN)
def werkvoorraad(actor: Actor, chosen: QueryDict) -> Tabel:
    """Return the points of work that are on the chosen tab."""
    namen = {code: naam for code, naam in gemeentenamen().items() if code in actor.gemeenten}
    form = WerkForm(chosen, gemeenten=namen)
    if not form.is_valid():
        raise Http404
    wie, gemeente = wiens(actor, form.cleaned_data["wie"]), form.cleaned_data["gemeente"]
    voorraad = get_werkvoorraad(
        actor=actor,
        wie=wie,
        op=actor.op,
        gemeente=gemeente,
        limit=HOOGSTENS + 1,
        question="export werkvoorraad",
    )
    own = actor.may(Permission.DOSSIER_READ)
    rijen = [
        _rij(naam, regel, namen, actor)
        for groep, (naam, _) in (GROEPEN if own else GROEPEN_VOOR_PARTNERS).items()
        for regel in voorraad.groepen[groep].regels
    ]
    return Tabel(
        kop=KOP,
        rijen=rijen,
        keuze=", ".join(filter(None, (dict(TABS)[wie] if own else "", namen.get(gemeente)))),
        gemeenten=frozenset({gemeente}) if gemeente else None,
        bijzonderheden=(("Werk van", actor.op),),
    )


def _rij(groep: str, regel: Werkregel, namen: dict[str, str], actor: Actor) -> Rij:
    punt, told = regel.punt, regel_van(regel.punt, op=actor.op)
    gemeente = regel.dossier.zicht.gemeente
    return (
        groep,
        regel.dossier.persoon.sorteernaam,
        namen.get(gemeente, gemeente),
        told["wat"],
        told["wanneer"],
        punt.op or punt.sinds,
        punt.uiterlijk,
        "te laat" if told["te_laat"] else None,
        punt.voornemen.op if punt.voornemen else None,
        punt.voornemen.plan if punt.voornemen else None,
    )
