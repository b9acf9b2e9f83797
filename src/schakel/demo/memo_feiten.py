"""The other facts of the memo: the line of assignment, the open ends, and what went wrong."""

from datetime import date

from schakel.base.actor import Actor
from schakel.demo.keten import FERM, Keten
from schakel.keten.actions import (
    AgendapuntGegevens,
    OpdrachtGegevens,
    add_agendapunt,
    add_opdracht,
)
from schakel.keten.queries import SoortOpdracht, Staat

MEMO = date(2022, 9, 1)
DICHT = date(2023, 1, 1)

OPEN_EINDEN = (
    "Convenant gegevensuitwisseling ondertekenen",
    "Verordening inburgering 2021 vaststellen",
    "Periodieke rapportage opnemen in de kwartaalrapportages",
)

HAPERT = (
    (
        "DUO gaf meer dan een maand geen gegevens door",
        "Om een landelijke fout te herstellen lag de levering stil; daarna kwam alles tegelijk.",
    ),
    (
        "Soms is onduidelijk of de oude of de nieuwe wet geldt",
        "De regels zijn complex en roepen vragen op bij wie ze uitvoert.",
    ),
    (
        "Werkafspraken met de taalaanbieders worden nog beschreven",
        "Daardoor lopen het opstellen van het PIP en het aanmelden nog niet goed.",
    ),
    (
        "De onderwijsroute heeft een tijdelijke oplossing",
        "De aanbesteding leverde eerst geen aanbieder op; er zijn afspraken met de taalaanbieders.",
    ),
    (
        "Registratiesystemen worden nog ingericht",
        "Afspraken over taken, geld en gegevens zijn bekrachtigd; processen krijgen kleine "
        "aanpassingen.",
    ),
)


def build_memo_feiten(*, actor: Actor, keten: Keten) -> None:
    """Write down what the memo tells besides its table."""
    opdracht = add_opdracht(
        actor=actor,
        gegevens=OpdrachtGegevens(
            soort=SoortOpdracht.BESTUURSOPDRACHT,
            gever="Dagelijks bestuur Ferm Werk",
            nemer="Manager Werk & Participatie van Ferm Werk",
            op=date(2021, 9, 1),
            precisie="maand",
            tekst="Breng de uitvoering van de wet in de vier gemeenten op één lijn waar hun beleid "
            "dat toelaat, en houd ruimte voor verschil waar zij dat nodig hebben.",
        ),
    )
    add_opdracht(
        actor=actor,
        gegevens=OpdrachtGegevens(
            soort=SoortOpdracht.UITVOERINGSPLAN,
            gever="Dagelijks bestuur Ferm Werk",
            nemer="Uitvoeringsteam Inburgering",
            op=date(2021, 12, 1),
            precisie="maand",
            tekst="Wie doet wat, per gemeente. De verdeling in deze oefenregio is een voorbeeld.",
            onder=opdracht,
        ),
    )
    punten = [
        *((onderwerp, "", Staat.LOOPT, DICHT) for onderwerp in OPEN_EINDEN),
        *((onderwerp, tekst, Staat.OPEN, None) for onderwerp, tekst in HAPERT),
    ]
    for onderwerp, tekst, staat, streefdatum in punten:
        gegevens = AgendapuntGegevens(
            onderwerp=onderwerp,
            toelichting=tekst,
            eigenaar=keten.organisaties[FERM],
            staat=staat,
            genoemd_op=MEMO,
            streefdatum=streefdatum,
        )
        add_agendapunt(actor=actor, gegevens=gegevens)
