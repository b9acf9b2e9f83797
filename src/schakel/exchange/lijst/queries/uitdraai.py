"""All that is kept of the lists in which one person stood, to be told to that person."""

from collections.abc import Sequence

from schakel.base.uitdraai import SLEUTEL, Onderdeel, Tabel
from schakel.exchange.models import Lijstrij

LIJSTRIJ = Tabel(
    naam="exchange_lijstrij",
    titel="Lijsten van de gemeente waaruit gegevens kwamen",
    uitleg=(
        "Wat in de lijst stond, is bij de gebeurtenissen en bij uw gegevens gekomen. Hier staat "
        "alleen waaraan wij uw rij een volgende keer herkennen. De lijst zelf is na 24 uur weg."
    ),
    velden={
        "lijst": "Lijst", "sleutel": "Nummer of kenmerk van uw rij", "afdruk": "Controlegetal",
        "gebeurtenissen": "Kolommen waaruit een gebeurtenis kwam",
        "persoon": "Gegevens over u die eruit kwamen",
    },
    niet={"id": SLEUTEL, "dossier": SLEUTEL},
)  # fmt: skip
TABELLEN = (LIJSTRIJ,)


def export_dossier(*, dossiers: Sequence[int]) -> list[Onderdeel]:
    """Return the rows of lists that became the dossiers of one person.

    :param dossiers: ids of the dossier and of those that were merged into it
    """
    rows = Lijstrij.objects.filter(dossier__in=dossiers).select_related("lijst").order_by("pk")
    return [
        Onderdeel(
            tabel=LIJSTRIJ,
            regels=[
                LIJSTRIJ.regel(
                    row,
                    wat="Een rij in een lijst",
                    bron="een ingelezen lijst",
                    anders={
                        "lijst": row.lijst.naam,
                        "gebeurtenissen": ", ".join(sorted(row.gebeurtenissen)),
                        "persoon": ", ".join(sorted(row.persoon)),
                    },
                )
                for row in rows
            ],
        )
    ]
