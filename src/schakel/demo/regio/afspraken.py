"""What the chain agreed since the memo: convenanten signed, and how far the open ends are."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from schakel.base.actor import Actor
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.demo.keten import (
    BODEGRAVEN,
    CONVENANT,
    CURSUSINSTELLING,
    FERM,
    OUDEWATER,
    TWEEDE_PAAR_OGEN,
    WOERDEN,
    Keten,
)
from schakel.keten.actions import (
    AgendapuntGegevens,
    DeelafspraakGegevens,
    OpdrachtGegevens,
    add_agendapunt,
    add_deelafspraak,
    add_opdracht,
)
from schakel.keten.queries import SoortOpdracht, Staat, Vorm, list_medewerkers

GETEKEND = date(2022, 12, 13)
BIJ_WMO = {
    Gegevenscategorie.IDENTITEIT,
    Gegevenscategorie.CONTACT,
    Gegevenscategorie.VOORTGANG,
    Gegevenscategorie.BEGELEIDING,
}
_PUNTEN = (
    ("Convenant gegevensuitwisseling ondertekenen", Staat.AFGEROND, date(2022, 9, 1), None,
     "Alle vier de gemeenten tekenden op 13 december 2022."),
    ("Verordening inburgering 2021 vaststellen", Staat.AFGEROND, date(2022, 9, 1), None,
     "De laatste raad stelde haar vast in maart 2023."),
    ("Wachtlijst voor de onderwijsroute", Staat.LOOPT, date(2025, 9, 8), date(2027, 1, 1),
     "De klas begint twee keer per jaar; wie ertussen valt, wacht. Er is een taalles vooraf."),
    ("Levering van DUO viel zes weken stil", Staat.AFGEROND, date(2025, 3, 17), None,
     "Van 3 maart tot 14 april 2025 kwam er niets door; daarna alles tegelijk."),
    ("PIP’s die over de termijn gaan", Staat.OPEN, date(2026, 6, 1), date(2026, 12, 31),
     "Elke maand bespreken in het uitvoeringsteam: waar wacht het op?"),
)  # fmt: skip


def build_afspraken(*, actor: Actor, keten: Keten) -> Keten:
    """Write down what was agreed, and return the chain with its agreements."""
    _opdrachten(actor)
    for onderwerp, staat, genoemd_op, streefdatum, tekst in _PUNTEN:
        gegevens = AgendapuntGegevens(
            onderwerp=onderwerp,
            toelichting=tekst,
            eigenaar=keten.organisaties[FERM],
            staat=staat,
            genoemd_op=genoemd_op,
            streefdatum=streefdatum,
        )
        add_agendapunt(actor=actor, gegevens=gegevens)
    made = {
        (who, code): _convenant(actor, keten, who, code, "maatschappelijke_begeleiding", CONVENANT)
        for code, who in TWEEDE_PAAR_OGEN.items()
    }
    for who, code in (("sociaal-woerden", WOERDEN), ("sociaal-oudewater", OUDEWATER)):
        made[who, code] = _convenant(actor, keten, who, code, "sociale_activering", BIJ_WMO)
    made["taal-holland", BODEGRAVEN] = _taalaanbieder(actor, keten)
    return replace(keten, deelafspraken={**keten.deelafspraken, **made})


def _convenant(
    actor: Actor,
    keten: Keten,
    who: str,
    gemeente: str,
    taak: str,
    categorieen: Collection[Gegevenscategorie],
) -> int:
    doel = {
        "maatschappelijke_begeleiding": "samen de brede intake en de voortgangsgesprekken voeren",
        "sociale_activering": "hulp bij meedoen en bij de Wmo afstemmen op het PIP",
    }[taak]
    gegevens = DeelafspraakGegevens(
        gemeente=gemeente,
        organisatie=_organisatie(keten, who),
        taak=taak,
        doel=doel,
        grondslag="convenant gegevensuitwisseling",
        categorieen=categorieen,
        vorm=Vorm.CONVENANT,
        van=date(2023, 1, 1),
        ondertekend_op=GETEKEND,
    )
    return add_deelafspraak(actor=actor, gegevens=gegevens)


def _taalaanbieder(actor: Actor, keten: Keten) -> int:
    gegevens = DeelafspraakGegevens(
        gemeente=BODEGRAVEN,
        organisatie=keten.taalaanbieder(BODEGRAVEN),
        taak="taalonderwijs",
        doel="taalonderwijs geven aan wie is aangemeld",
        grondslag="art. 9.2 lid 3 en art. 9.10 Bi",
        categorieen=CURSUSINSTELLING,
        vorm=Vorm.WETTELIJK,
        van=date(2022, 1, 1),
    )
    return add_deelafspraak(actor=actor, gegevens=gegevens)


def _organisatie(keten: Keten, who: str) -> int:
    medewerker = keten.medewerkers[who]
    return list_medewerkers(ids=[medewerker])[medewerker].organisatie


def _opdrachten(actor: Actor) -> None:
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
    for op, tekst in (
        (date(2021, 12, 1), "Wie doet wat, per gemeente. De verdeling is een voorbeeld."),
        (date(2024, 1, 1), "Herzien na twee jaar: Montfoort heeft een eigen tweede paar ogen."),
    ):
        add_opdracht(
            actor=actor,
            gegevens=OpdrachtGegevens(
                soort=SoortOpdracht.UITVOERINGSPLAN,
                gever="Dagelijks bestuur Ferm Werk",
                nemer="Uitvoeringsteam Inburgering",
                op=op,
                precisie="maand",
                tekst=tekst,
                onder=opdracht,
            ),
        )
