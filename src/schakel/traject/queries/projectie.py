"""Whether the tables of this room say what the log says."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from schakel.base.tijdvak import NOG_STEEDS, Bekend, Tijdvak, geschiedenis
from schakel.logboek.queries import Row, list_occurrences, moments
from schakel.traject.events import KINDS
from schakel.traject.models import Mijlpaal, Traject, Werkpunt
from schakel.traject.queries.verhaal import verhaal_of
from schakel.traject.queries.werk import punten_of
from schakel.traject.rules.mijlpalen import Bereikt, bereikt, mijlpalen
from schakel.traject.rules.projection import columns
from schakel.traject.rules.stand import TrajectStand
from schakel.traject.rules.werk import Punt


def list_differences(*, dossier: int, rows: Sequence[Row], day: date) -> list[str]:
    """Return every way in which the tables of this room differ from the fold of the log.

    :param day: the day for which the lists of today must hold
    """
    found = []
    expected = columns(verhaal_of(rows), day=day)
    kept = Traject.objects.filter(pk=dossier).values(*expected).first()
    if kept != expected:
        found.append(f"dossier {dossier}: traject wijkt af van het logboek op {day:%d-%m-%Y}")
    wanted = Counter(bekende_mijlpalen(rows))
    there = Counter(
        Bekend(tijdvak_of(row), row.bekend_van, row.bekend_tot)
        for row in Mijlpaal.objects.filter(dossier=dossier)
    )
    if wanted != there:
        found.append(f"dossier {dossier}: mijlpalen wijken af van het logboek")
    punten = Counter(
        Punt(*row) for row in Werkpunt.objects.filter(dossier=dossier).values_list(*Punt._fields)
    )
    if Counter(punten_of({dossier: rows}, day=day)[dossier]) != punten:
        found.append(f"dossier {dossier}: werkpunten wijken af van het logboek op {day:%d-%m-%Y}")
    return found


def counted_differences(*, dossier: int, rows: Sequence[Row], day: date) -> list[str]:
    """Return whether what counts on one day, as known now, differs from the fold for that day."""
    there = Counter(
        Bereikt(soort, gemeente)
        for soort, gemeente in Mijlpaal.objects.filter(
            dossier=dossier, van__lte=day, tot__gt=day, bekend_tot=NOG_STEEDS
        ).values_list("soort", "gemeente")
    )
    if there == Counter(bereikt(verhaal_of(rows).traject_on(day))):
        return []
    return [f"dossier {dossier}: wat telt op {day:%d-%m-%Y} wijkt af van het logboek"]


def bekende_mijlpalen(rows: Sequence[Row]) -> list[Bekend[Bereikt]]:
    """Return what was reached over all days, with the moments between which it was known."""
    return geschiedenis(
        (moment, mijlpalen(list_occurrences(rows, kinds=KINDS, known_at=moment)))
        for moment in moments(rows, kinds=KINDS)
    )


def tijdvak_of(row: Mijlpaal) -> Tijdvak[Bereikt]:
    """Return the stretch of days in a row of the table."""
    return Tijdvak(row.van, row.tot, Bereikt(row.soort, row.gemeente))


def list_bereikt(stand: TrajectStand) -> list[str]:
    """Return the codes of what counts as reached on the day of this stand."""
    return sorted(one.soort for one in bereikt(stand))
