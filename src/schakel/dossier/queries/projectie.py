"""The tables of this room laid beside the log."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from schakel.base.tijdvak import Bekend, Tijdvak, geschiedenis
from schakel.dossier.events import KINDS
from schakel.dossier.models import Dossier, Plaats
from schakel.dossier.rules import Plek, columns, plekken
from schakel.logboek.queries import Row, list_occurrences, moments


def list_differences(*, dossier: int, rows: Sequence[Row], day: date) -> list[str]:
    """Return every way in which the tables of this room differ from the fold of the log.

    :param day: the day for which the lists of today must hold
    """
    found = []
    expected = columns(list_occurrences(rows, kinds=KINDS), day=day)
    if Dossier.objects.filter(pk=dossier).values(*expected).first() != expected:
        found.append(f"dossier {dossier}: kopregel wijkt af van het logboek op {day:%d-%m-%Y}")
    there = Counter(
        Bekend(tijdvak_of(row), row.bekend_van, row.bekend_tot)
        for row in Plaats.objects.filter(dossier=dossier)
    )
    if Counter(bekende_plekken(rows)) != there:
        found.append(f"dossier {dossier}: plaatsen wijken af van het logboek")
    return found


def bekende_plekken(rows: Sequence[Row]) -> list[Bekend[Plek]]:
    """Return where and as what someone counts, with the moments between which it was known."""
    return geschiedenis(
        (moment, plekken(list_occurrences(rows, kinds=KINDS, known_at=moment)))
        for moment in moments(rows, kinds=KINDS)
    )


def tijdvak_of(row: Plaats) -> Tijdvak[Plek]:
    """Return the stretch of days in a row of the table."""
    return Tijdvak(row.van, row.tot, Plek(**{name: getattr(row, name) for name in Plek._fields}))
