"""What a row tells now, laid beside what came of it before and what the dossier says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from schakel.base.event import Event
from schakel.dossier.events import GemeenteBecameResponsible, OpmerkingImported
from schakel.exchange.lijst.kolommen import Kolom
from schakel.exchange.lijst.messages import Ernst, Gegeven, Melding, Soort
from schakel.logboek.queries import Row
from schakel.traject.queries import ALL_KINDS, Wijziging
from schakel.wet.datum import dutch_date


@dataclass(slots=True, kw_only=True)
class Verschil:
    """What a row would change in a dossier.

    :param gebeurtenissen: id of what stands in the log already, by column
    """

    wijzigingen: list[Wijziging] = field(default_factory=list)
    meldingen: list[Melding] = field(default_factory=list)
    gebeurtenissen: dict[str, int] = field(default_factory=dict)


def vergelijk(
    feiten: Mapping[Kolom, Gegeven], *, rows: Sequence[Row], eerder: Mapping[str, int]
) -> Verschil:
    """Return what a row changes: what it tells anew, and what it tells otherwise than before.

    What was changed in Schakel since is never overwritten, and what is left out is not withdrawn.

    :param rows: all that is read in the dossier
    :param eerder: id of the gebeurtenis that came of the row before, by column
    """
    found = Verschil()
    by_id = {row.id: row for row in rows}
    for kolom, gegeven in feiten.items():
        old = by_id.get(eerder.get(kolom.value, 0))
        if isinstance(gegeven.event, OpmerkingImported):
            _opmerking(found, kolom, gegeven, rows)
        elif old is None:
            _nieuw(found, kolom, gegeven, rows)
        else:
            _bekend(found, kolom, gegeven, old, rows)
    for name, gebeurtenis in eerder.items():
        if Kolom(name) not in feiten and by_id[gebeurtenis].is_known:
            found.gebeurtenissen[name] = gebeurtenis
            _meld(found, Kolom(name), f"Deze cel is leeg geworden. {BLIJFT}")
    return found


ZO_BLIJFT = "Dat blijft zo staan; vergelijk de rij met het dossier."
BLIJFT = "Wat er stond, blijft staan; herstel het in het dossier als het niet klopt."


def _opmerking(found: Verschil, kolom: Kolom, gegeven: Gegeven, rows: Sequence[Row]) -> None:
    """Add words that were not there yet: they never take the place of others."""
    for row in rows:
        if row.kind == gegeven.event.kind and row.is_known and _same_notes(gegeven, row):
            found.gebeurtenissen[kolom.value] = row.id
            return
    found.wijzigingen.append(_wijziging(kolom, gegeven))


def _nieuw(found: Verschil, kolom: Kolom, gegeven: Gegeven, rows: Sequence[Row]) -> None:
    """Add what the row did not tell before, unless the dossier says something of it already."""
    known = [row for row in rows if row.is_known and row.kind == gegeven.event.kind]
    for row in known:
        if _same(gegeven, row):
            found.gebeurtenissen[kolom.value] = row.id
            return
    if known:
        _meld(found, kolom, f"In het dossier staat hierover al iets anders. {ZO_BLIJFT}")
        return
    found.wijzigingen.append(_wijziging(kolom, gegeven))


def _bekend(found: Verschil, kolom: Kolom, gegeven: Gegeven, old: Row, rows: Sequence[Row]) -> None:
    """Correct what the row tells otherwise than before, unless someone corrected it since."""
    found.gebeurtenissen[kolom.value] = old.id
    merged, emptied = _aangevuld(gegeven, old)
    if emptied:
        _meld(found, kolom, f"Een cel die hierbij hoort, is leeg geworden. {BLIJFT}")
    if _same(merged, old) and _same_notes(merged, old):
        return
    if not old.is_known:
        now = [row for row in rows if row.is_known and row.first == old.first]
        if not any(_same(merged, row) for row in now):
            _meld(found, kolom, f"Dit is sinds de vorige keer hersteld. {ZO_BLIJFT}")
        return
    found.wijzigingen.append(_wijziging(kolom, merged, replaces=old.id))
    if not _same(merged, old):
        _meld(found, kolom, f"Was: {_zin(old)}. Wordt: {_zin_van(merged.event, merged.op)}.")


def _aangevuld(gegeven: Gegeven, old: Row) -> tuple[Gegeven, bool]:
    """Return the fact with what the row told before and leaves out now, and whether it does."""
    told, before = gegeven.event.facts(), old.facts
    kept = {name: before.get(name) for name, value in told.items() if value is None}
    emptied = any(value is not None for value in kept.values())
    event = type(gegeven.event).of_facts({**told, **kept}) if emptied else gegeven.event
    notes = gegeven.noten or [
        (soort, note.tekst, note.categorie) for soort, note in old.toelichting.items()
    ]
    return replace(gegeven, event=event, noten=notes), emptied


def _same(gegeven: Gegeven, row: Row) -> bool:
    """True if the log says this; what has no day of its own may stand there since before."""
    if row.kind != gegeven.event.kind:
        return False
    if isinstance(gegeven.event, GemeenteBecameResponsible):
        return row.facts["gemeente"] == gegeven.event.gemeente and row.happened_on <= gegeven.op
    if gegeven.los:
        return row.facts == gegeven.event.facts() and row.happened_on <= gegeven.op
    told = {name: value for name, value in gegeven.event.facts().items() if value is not None}
    return row.happened_on == gegeven.op and all(
        row.facts.get(name) == value for name, value in told.items()
    )


def _same_notes(gegeven: Gegeven, row: Row) -> bool:
    return all(
        soort in row.toelichting and row.toelichting[soort].tekst == text
        for soort, text, _ in gegeven.noten
    )


def _wijziging(kolom: Kolom, gegeven: Gegeven, *, replaces: int | None = None) -> Wijziging:
    return Wijziging(
        veld=kolom.value,
        event=gegeven.event,
        happened_on=gegeven.op,
        replaces=replaces,
        noten=gegeven.noten,
    )


def _meld(found: Verschil, kolom: Kolom, text: str) -> None:
    found.meldingen.append(
        Melding(kolom=kolom, soort=Soort.GEWIJZIGD, ernst=Ernst.TWIJFEL, tekst=text)
    )


def _zin(row: Row) -> str:
    return _zin_van(ALL_KINDS[row.kind].of_facts(row.facts), row.happened_on)


def _zin_van(event: Event, on: date) -> str:
    """Return a fact in words: what, on which day, and what it says."""
    said = "; ".join(_woorden(event))
    return f"{event.label} op {dutch_date(on)}{f' ({said})' if said else ''}"


def _woorden(event: Event) -> Iterator[str]:
    for name in event.facts():
        value = getattr(event, name)
        label = getattr(value, "label", None)
        if label:
            yield str(label)
        elif isinstance(value, date):
            yield dutch_date(value)
