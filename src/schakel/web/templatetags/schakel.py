"""How values look on a screen: days, codes, articles."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import DateField
from django.urls import reverse

from schakel.base.tijd import AMSTERDAM
from schakel.web.export.antwoord import FORMATEN
from schakel.web.export.tabel import HOOGSTENS
from schakel.web.startfeiten import Startfeiten
from schakel.web.wet.forms import getypt
from schakel.wet.bron import Artikel
from schakel.wet.catalogus import get_regel
from schakel.wet.datum import dutch_date
from schakel.wet.uitkomst import Stap, Uitkomst

register = template.Library()


@register.filter
def dag(value: date | None) -> str:
    """Return `14 september 2022`, or a dash when there is no day."""
    if value is None:
        return "–"
    return dutch_date(value.astimezone(AMSTERDAM).date() if isinstance(value, datetime) else value)


@register.filter
def tijdstip(value: datetime | None) -> str:
    """Return `14 september 2022, 9.05 uur` in Amsterdam."""
    if value is None:
        return "–"
    local = value.astimezone(AMSTERDAM)
    return f"{dutch_date(local.date())}, {local.hour}.{local.minute:02} uur"


@register.filter
def uit(names: Mapping[Any, Any], key: Any) -> Any:
    """Return what stands under a key, or the key itself."""
    return names.get(key, key)


@register.filter
def waarde_van(names: Mapping[str, Any], key: str) -> Any:
    """Return what stands under a key, or None."""
    return names.get(key)


@register.filter
def leesbaar(value: Any, field: Any) -> str:
    """Return a kept value of a form field as people read it: the label of a choice, a day, ja."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    choices = dict(getattr(field, "choices", ()))
    if value in choices:
        return str(choices[value])
    if isinstance(field, DateField):
        return dutch_date(date.fromisoformat(value))
    return str(value)


@register.filter
def label(value: Any) -> str:
    """Return a code as people say it."""
    return str(getattr(value, "label", value)).replace("_", " ")


@register.filter
def bij_wet(artikel: Artikel, op: date | None) -> str:
    """Return the address of an article as it read on a day, or ""."""
    return "" if op is None else artikel.url(op)


@register.filter
def regelnaam(naam: str) -> str:
    """Return the name of a rule as people write it."""
    regel = get_regel(naam)
    return regel.titel if regel else naam


@register.simple_tag
def bron_van(startfeiten: Any, uitkomst: Uitkomst[Any], stap: Stap) -> Any:
    """Return where the start fact of a step comes from: (address, who told it), or None."""
    known = isinstance(startfeiten, Startfeiten)
    return startfeiten.bron_van(uitkomst.regel, stap) if known else None


@register.filter
def als_basis(uitkomst: Uitkomst[Any]) -> str:
    """Return the facts of a sum as the form of its rule sends them, or "" if no form can."""
    regel = get_regel(uitkomst.regel)
    return getypt(regel, uitkomst.feiten) if regel else ""


@register.inclusion_tag("web/export/_knop.html")
def exporteren(lijst: str, wat: str = "", aantal: int = 0, **keuze: Any) -> dict[str, Any]:
    """Draw the control that makes a file of a list, with what was chosen on the screen.

    :param wat: of which list, where a page has more than one
    :param aantal: how many rows there are, to say when that is more than a file holds
    """
    return {
        "adres": reverse(f"export_{lijst}"),
        "wat": wat,
        "velden": [(naam, _veld(waarde)) for naam, waarde in keuze.items() if waarde],
        "formaten": [(code, soort) for code, (soort, *_) in FORMATEN.items()],
        "te_lang": aantal > HOOGSTENS,
        "hoogstens": f"{HOOGSTENS:,}".replace(",", "."),
    }


def _veld(waarde: Any) -> str:
    """Return a choice as a form sends it."""
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)


@register.inclusion_tag("web/stand/_staven.html")
def staafdiagram(naam: str, staven: Sequence[Any]) -> dict[str, Any]:
    """Draw the bars of one gemeente; the table holds the same figures."""
    return {"naam": naam, "staven": staven}
