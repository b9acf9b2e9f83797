"""The explanation of a fine and of an objection: a caseworker has to defend it."""

import inspect
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, get_type_hints

import pytest

from schakel.wet.lijsten import Doelgroep, SoortOvertreding, Verwijtbaarheid
from schakel.wet.regels.bezwaartermijn import BezwaarFeiten, bezwaartermijn
from schakel.wet.regels.boete_beletsel import BoeteFeiten, boete_beletsel
from schakel.wet.regels.boete_brede_intake import BoeteBredeIntakeFeiten, boete_brede_intake
from schakel.wet.regels.boete_inburgering import BoeteInburgeringFeiten, boete_inburgering
from schakel.wet.regels.boete_maximum import SoortTermijn, boete_maximum
from schakel.wet.regels.boete_termijnen import boete_termijnen
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel, boete_vervaltermijn
from schakel.wet.uitkomst import StapSoort, Uitkomst

OP = date(2025, 6, 20)
ALGEMEEN = BoeteFeiten(
    doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG,
    verwijtbaarheid=Verwijtbaarheid.NORMAAL,
    overtreding=date(2025, 6, 2),
    constatering=date(2025, 6, 10),
    bekendmaking=OP,
)
HERHAALD = BoeteInburgeringFeiten(
    algemeen=ALGEMEEN,
    soort=SoortOvertreding.BEGELEIDING,
    eerdere_constatering=date(2024, 12, 2),
    eerdere_onherroepelijk=date(2025, 2, 15),
    eerder_boetebedrag=10_000,
)
INTAKE = BoeteBredeIntakeFeiten(algemeen=ALGEMEEN, oproep=3, gewaarschuwd=True)
LAAT = BezwaarFeiten(bekendmaking=date(2025, 3, 7), ontvangen=date(2025, 4, 23))
VERVAL = {"overtreding": date(2025, 6, 2), "constatering": None, "op": OP}

ANSWERS: tuple[tuple[Any, dict[str, Any]], ...] = (
    (boete_inburgering, {"feiten": HERHAALD, "op": OP}),
    (boete_brede_intake, {"feiten": INTAKE, "op": OP}),
    (boete_beletsel, {"artikel": BoeteArtikel.BREDE_INTAKE, "feiten": ALGEMEEN, "op": OP}),
    (boete_vervaltermijn, {"artikel": BoeteArtikel.INBURGERING, **VERVAL}),
    (boete_termijnen, {"rapport": None, "bekendmaking": None, "op": OP}),
    (boete_termijnen, {"rapport": OP, "bekendmaking": OP, "op": OP}),
    (
        boete_maximum,
        {"bedrag": 5_000, "termijn": SoortTermijn.VERLENGD, "opgelegd": 0, "op": OP},
    ),
    (bezwaartermijn, {"feiten": LAAT}),
)


def test_a_repeated_fine_tells_the_whole_sum() -> None:
    assert boete_inburgering(feiten=HERHAALD, op=OP).tekst().splitlines() == [
        "- Bepalend is de peildatum, 20 juni 2025. Op die dag geldt de tekst die op 1 januari 2022 "
        "is ingegaan. (art. 7.1 lid 2 Bi)",
        "- De overtreding is: niet meewerken aan de begeleiding.",
        "- Dit is geconstateerd op 10 juni 2025.",
        "- Een eerdere overtreding is geconstateerd op 2 december 2024.",
        "- De boete daarvoor is onherroepelijk sinds 15 februari 2025.",
        "- De doelgroep is: gezins- of overige migrant.",
        "- De verwijtbaarheid is: gewone verwijtbaarheid.",
        "- Bepalend is de dag van de boete, of anders de peildatum, 20 juni 2025. Op die dag geldt "
        "de tekst die op 1 januari 2022 is ingegaan. (art. 5:45 Awb)",
        "- De hoogste boete bij de inburgering is € 800. (art. 26 lid 1 Wi2021)",
        "- Dat is meer dan € 340, dus zijn een rapport en een zienswijze verplicht. "
        "(art. 5:53 Awb)",
        "- De overtreding was op 2 juni 2025.",
        "- De bevoegdheid vervalt na 5 jaar. De laatste dag is 2 juni 2030. (art. 5:45 Awb)",
        "- Niets van wat altijd geldt, staat een boete bij de inburgering in de weg. "
        "(art. 23 lid 1 Wi2021)",
        "- De eerdere overtreding valt in de 12 maanden voor de constatering, en de boete daarvoor "
        "is onherroepelijk. Het boetebedrag gaat omhoog. (art. 7.1 lid 3 Bi)",
        "- Het boetebedrag was € 100, en is nu € 200. (art. 7.1 lid 3 Bi) [nog te bevestigen]",
        "- Bij gewone verwijtbaarheid is de boete 50 procent daarvan. (art. 7.1 lid 4 Bi)",
        "- De boete is € 100. (art. 23 lid 1 Wi2021)",
    ]


@pytest.mark.parametrize(("rule", "facts"), ANSWERS)
def test_every_answer_has_grounds_a_day_and_ends_with_its_outcome(
    rule: Any, facts: dict[str, Any]
) -> None:
    uitkomst: Uitkomst[Any] = rule(**facts)

    assert uitkomst.grounds
    assert uitkomst.op
    assert uitkomst.stappen[-1].soort is StapSoort.UITKOMST
    assert all(stap.tekst.endswith(".") for stap in uitkomst.stappen)


@pytest.mark.parametrize(("rule", "facts"), ANSWERS)
def test_every_start_fact_leads_back_to_what_was_given(rule: Any, facts: dict[str, Any]) -> None:
    named = {stap.feit for stap in rule(**facts).stappen if stap.soort is StapSoort.FEIT}

    assert named
    assert named <= set(_names(rule))


def _names(taker: Any) -> list[str]:
    """Return the names of all arguments, also of the facts inside one."""
    hints = get_type_hints(taker)
    own = (
        [one.name for one in fields(taker)]
        if is_dataclass(taker)
        else list(inspect.signature(taker).parameters)
    )
    return own + [name for key in own if is_dataclass(hints[key]) for name in _names(hints[key])]
