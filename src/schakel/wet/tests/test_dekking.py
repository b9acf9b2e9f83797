"""How far the rules reach: each row of the table has its rule, each article its place."""

import os
import re
from datetime import date
from pathlib import Path

import pytest

from schakel.wet.catalogus import get_regel, list_regels
from schakel.wet.dekking import list_niet_gerekend, list_plaatsen, list_rijen, search_regels

FOLDER = os.environ.get("SCHAKEL_WET_CASES")
RUIMER = {"duo_aanbod", "duo_activiteit", "duo_pip", "duo_pip_verwijderen", "voorinburgering"}
"""Rules that the table does not have: what DUO refuses, and the voorinburgering."""
RIJ = re.compile(r"^\| ([a-z0-9]+(?:\.[a-z0-9_]+)+)", re.MULTILINE)


def test_each_rule_stands_in_a_row_or_is_wider_than_the_table() -> None:
    named = {regel.naam for regels in list_rijen().values() for regel in regels}

    assert {regel.naam for regel in list_regels()} == named | RUIMER
    assert not named & RUIMER


@pytest.mark.skipif(not FOLDER, reason="SCHAKEL_WET_CASES does not say where the table is")
def test_each_row_of_the_table_has_its_rule() -> None:
    sheet = Path(FOLDER or "").parent / "wet-tabel.md"
    [chapter] = re.findall(r"^## 3\. .*?(?=^## 4\. )", sheet.read_text("utf-8"), re.M | re.S)

    rows = RIJ.findall(chapter)
    assert len(rows) > 100
    assert set(rows) <= set(list_rijen())


@pytest.mark.parametrize(
    ("regeling", "artikel", "naam"),
    [
        ("Wi2021", "11", "inburgeringstermijn"),
        ("Bi", "5.3", "pip_termijn"),
        ("Wi2021", "23", "boete_inburgering"),
        ("Ri", "4.1", "verlenging_omstandigheid"),
        ("Awb", "6:7", "bezwaartermijn"),
        ("Wi2021", "12", "verlenging_inburgeringstermijn"),
    ],
)
def test_an_article_leads_to_the_rules_that_name_it(regeling: str, artikel: str, naam: str) -> None:
    [place] = [one for one in list_plaatsen() if (one.regeling, one.artikel) == (regeling, artikel)]

    assert naam in [regel.naam for regel in place.regels]


def test_articles_stand_as_in_a_book() -> None:
    own = [one.artikel for one in list_plaatsen() if one.wet == "Wet inburgering 2021"]

    assert own.index("2") < own.index("10") < own.index("40") < own.index("40a") < own.index("41")


@pytest.mark.parametrize(
    ("snippet", "found", "not_found"),
    [
        ("5.3 Bi", "pip_termijn", "inburgeringstermijn"),
        ("boete duo", "boete_duo_pvt_map", "boete_inburgering"),
        ("PIP", "pip_inhoud", "lening"),
        ("11", "inburgeringstermijn", "bijzondere_persoonsgegevens"),
        ("", "lening", ""),
    ],
)
def test_a_rule_is_found_by_word_and_by_article(snippet: str, found: str, not_found: str) -> None:
    names = [regel.naam for regel in search_regels(snippet)]

    assert found in names
    assert not_found not in names


def test_what_is_not_reckoned_says_why() -> None:
    assert all(one.wat and one.bron and one.waarom.endswith(".") for one in list_niet_gerekend())


def test_an_amount_reads_as_money_and_a_table_keeps_its_order() -> None:
    def says(naam: str, onderdeel: str, on: date) -> str:
        regel = get_regel(naam)
        assert regel
        [one] = [one for one in regel.versies if (one.naam, one.sinds) == (onderdeel, on)]
        return one.tekst

    assert says("boete_brede_intake", "bedrag", date(2022, 1, 1)) == "€ 250,00"
    assert says("boete_brede_intake", "nieuwe termijn", date(2022, 1, 1)) == "2 maanden"
    assert says("spuk_bedragen", "gezins", date(2024, 1, 1)) == "niet bekend"
    tabel = says("boete_duo_leerroute", "tabel Z-route", date(2023, 4, 1))
    assert tabel.startswith("€ 1.000,00, € 800,00, € 400,00 / € 800,00")
