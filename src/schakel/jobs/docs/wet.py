"""Every rule of law: what it says since when, where it stands, and its examples."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from schakel.jobs.docs.text import in_words, page, table
from schakel.wet.bron import Artikel, Zekerheid
from schakel.wet.catalogus import Regel, list_regels
from schakel.wet.dekking import list_niet_gerekend, list_plaatsen, list_rijen

INTRO = """Elke regel is één functie, met een artikel, een dag van ingang en voorbeelden. De
voorbeelden worden bij elke test nagerekend: wie de wet kent kan ze lezen en zeggen wat niet klopt.
Wat we niet zelf in de tekst van de wet lazen, heet ‘nog te bevestigen’, hier en op het scherm.

Zoek een artikel op in [Op artikel](#op-artikel), of kijk in
[Wat Schakel niet rekent](#wat-schakel-niet-rekent). Op het scherm **Wet** staat hetzelfde, met een
proefberekening bij elke regel."""
EIGEN_SOM = "een eigen manier van rekenen"


def wet() -> str:
    """Return docs/wet.md: the articles, what is left out, and a chapter per rule."""
    return page(
        "De regels van de wet",
        INTRO,
        "## Op artikel",
        *_articles(),
        "## Wat Schakel niet rekent",
        table(
            ("Wat", "Artikel", "Waarom niet"),
            [(one.wat, one.bron, one.waarom) for one in list_niet_gerekend()],
        ),
        "## De regels",
        *(_chapter(regel) for regel in list_regels()),
        "## Rijen van de wetstabel",
        "De regels zijn gebouwd op een tabel van de wet. Elke rij ervan heeft hier zijn regel.",
        table(
            ("Rij", "Regel"),
            [(f"`{row}`", _to_all(regels)) for row, regels in list_rijen().items()],
        ),
    )


def _articles() -> Iterator[str]:
    for law, places in groupby(list_plaatsen(), key=lambda place: place.wet):
        yield f"### {law}"
        yield table(("Artikel", "Regel"), [(one.artikel, _to_all(one.regels)) for one in places])


def _to_all(regels: Iterable[Regel]) -> str:
    return ", ".join(f"[{regel.titel}](#{regel.naam})" for regel in regels)


def _chapter(regel: Regel) -> str:
    parts = [f"### {regel.naam}", f"**{regel.titel}.** {regel.wat}".strip()]
    versions = [
        (
            one.naam,
            _link(one.bron, one.sinds),
            one.sinds.isoformat(),
            one.tekst or EIGEN_SOM,
            _mark(one.zekerheid),
        )
        for one in regel.versies
    ]
    if versions:
        parts.append(table(("Onderdeel", "Artikel", "Sinds", "Zegt", "Zekerheid"), versions))
    if regel.voorbeelden:
        parts += [f"Voorbeelden, bij {regel.bron}:", _examples(regel)]
    return "\n\n".join(parts)


def _link(bron: Artikel, since: date) -> str:
    url = bron.url(since)
    return f"[{bron}]({url})" if url else str(bron)


def _mark(mark: Zekerheid) -> str:
    return f"nog te bevestigen ({mark.value})" if mark.nog_te_bevestigen else mark.value


def _examples(regel: Regel) -> str:
    rows = [(one.naam, in_words(one.gegeven), in_words(one.dan)) for one in regel.voorbeelden]
    return table(("Voorbeeld", "Gegeven", "Dan"), rows)
