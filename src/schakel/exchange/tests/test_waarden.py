"""What people type in a cell."""

from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.dossier.events import Precisie
from schakel.exchange.lijst import waarden
from schakel.exchange.lijst.waarden import Fout, Verblijf
from schakel.wet.lijsten import Doelgroep, Leerroute, UitslagLeerbaarheidstoets, Verblijfsvergunning

GEMEENTEN = {"0632": "Woerden", "1901": "Bodegraven-Reeuwijk", "0589": "Oudewater"}
ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OVERIG


@pytest.mark.parametrize(
    "cel",
    ["05-03-2024", "5-3-2024", "05/03/2024", " 5/3/2024 ", "2024-03-05", "2024-3-5", "5.3.2024",
     "2024-03-05 00:00:00", date(2024, 3, 5), datetime(2024, 3, 5, 10)],  # noqa: DTZ001
)  # fmt: skip
def test_a_day_is_read_in_all_ways_in_which_people_write_it(cel: waarden.Cel) -> None:
    assert waarden.datum(cel) == date(2024, 3, 5)


@pytest.mark.parametrize(
    "cel",
    ["31-02-2024", "5-3-24", "onbekend", "45356", 45356, "00-03-2024", "1-1-1899", "5-13-2024"],
)
def test_what_is_no_day_is_refused(cel: waarden.Cel) -> None:
    with pytest.raises(Fout, match="datum"):
        waarden.datum(cel)


@pytest.mark.parametrize(
    ("cel", "found"),
    [
        ("00-00-1979", (date(1979, 1, 1), Precisie.JAAR)),
        ("00-05-1979", (date(1979, 5, 1), Precisie.MAAND)),
        ("1979", (date(1979, 1, 1), Precisie.JAAR)),
        (1979.0, (date(1979, 1, 1), Precisie.JAAR)),
        ("1979-00-00", (date(1979, 1, 1), Precisie.JAAR)),
        ("04-05-1979", (date(1979, 5, 4), Precisie.DAG)),
        ("", None),
    ],
)
def test_a_birth_date_may_be_known_in_part(
    cel: waarden.Cel, found: tuple[date, Precisie] | None
) -> None:
    assert waarden.geboren(cel) == found


def test_a_day_of_birth_without_its_month_is_no_date() -> None:
    with pytest.raises(Fout):
        waarden.geboren("04-00-1979")


@pytest.mark.parametrize(
    "cel", ["999933747", "9999.33.747", " 9999 33747 ", 999933747, 999933747.0]
)
def test_a_bsn_has_nine_digits_however_they_are_grouped(cel: waarden.Cel) -> None:
    assert waarden.bsn(cel) == "999933747"


def test_a_number_of_a_workbook_may_have_lost_its_leading_zeros() -> None:
    assert waarden.bsn(12345672) == "012345672"
    assert waarden.v_nummer(12345678) == "0012345678"


@pytest.mark.parametrize(
    "cel", ["12345672", "999933748", "99993374", "9999337470", "geen", "٩٩٩٩٣٣٧٤٧"]
)
def test_what_is_no_bsn_is_refused_without_repeating_it(cel: str) -> None:
    with pytest.raises(Fout) as refused:
        waarden.bsn(cel)
    assert cel not in str(refused.value)


@pytest.mark.parametrize(
    ("cel", "code"),
    [
        ("WOERDEN", "0632"), (" woerden ", "0632"), ("gem. Woerden", "0632"),
        ("Gemeente Oudewater", "0589"), ("Bodegraven - Reeuwijk", "1901"),
        ("bodegraven-reeuwijk", "1901"), ("0632", "0632"), ("632", "0632"), (589, "0589"),
        (589.0, "0589"),
    ],
)  # fmt: skip
def test_a_gemeente_is_known_by_name_or_code(cel: waarden.Cel, code: str) -> None:
    assert waarden.gemeente(cel, GEMEENTEN) == code


@pytest.mark.parametrize("cel", ["", "Woerdn", "9999", "Utrecht", None])
def test_another_gemeente_is_refused(cel: waarden.Cel) -> None:
    with pytest.raises(Fout):
        waarden.gemeente(cel, GEMEENTEN)


@pytest.mark.parametrize(
    ("cel", "groep"),
    [("SH", ASIEL), ("statushouder", ASIEL), ("Asiel", ASIEL), ("GM", GEZIN), ("overig", GEZIN),
     ("Gezins- of overige migrant", GEZIN), ("Gezinsmigrant", GEZIN)],
)  # fmt: skip
def test_a_doelgroep_is_known_in_the_words_people_use(cel: str, groep: Doelgroep) -> None:
    assert waarden.doelgroep(cel) is groep


@pytest.mark.parametrize("cel", ["", "toerist", "Oekraïne", "?"])
def test_another_doelgroep_is_refused(cel: str) -> None:
    with pytest.raises(Fout):
        waarden.doelgroep(cel)


@pytest.mark.parametrize(
    ("cel", "leerroute"),
    [("B1", Leerroute.B1), ("b1-route", Leerroute.B1), ("Z-route", Leerroute.ZELFREDZAAMHEID),
     ("Z", Leerroute.ZELFREDZAAMHEID), ("zelfredzaamheidsroute", Leerroute.ZELFREDZAAMHEID),
     ("O", Leerroute.ONDERWIJS), ("Onderwijsroute", Leerroute.ONDERWIJS), ("", None)],
)  # fmt: skip
def test_a_leerroute_is_known_in_the_spellings_people_use(
    cel: str, leerroute: Leerroute | None
) -> None:
    assert waarden.leerroute(cel) is leerroute


def test_a_result_is_one_of_three() -> None:
    assert waarden.uitslag("B1 niet haalbaar") is UitslagLeerbaarheidstoets.B1_NIET_HAALBAAR
    assert waarden.uitslag("") is None
    with pytest.raises(Fout):
        waarden.uitslag("misschien")


@pytest.mark.parametrize(
    ("words", "groep", "found"),
    [
        ("asiel bep. tijd", ASIEL, Verblijf(Verblijfsvergunning.ASIEL_BEPAALD, "")),
        ("asiel onbepaalde tijd", ASIEL, Verblijf(Verblijfsvergunning.ASIEL_ONBEPAALD, "")),
        ("regulier bep. tijd", GEZIN, Verblijf(Verblijfsvergunning.REGULIER_BEPAALD, "")),
        (
            "regulier, verblijf bij partner", GEZIN,
            Verblijf(Verblijfsvergunning.REGULIER_BEPAALD, "gezinslid"),
        ),
        (
            "nareis regulier", ASIEL,
            Verblijf(Verblijfsvergunning.REGULIER_BEPAALD, "gezinslid"),
        ),
        ("", ASIEL, None),
    ],
)  # fmt: skip
def test_a_permit_is_read_from_free_words(
    words: str, groep: Doelgroep, found: Verblijf | None
) -> None:
    assert waarden.verblijf(words, groep) == found


@pytest.mark.parametrize(
    ("words", "groep"), [("nvt", ASIEL), ("asiel bep. tijd", GEZIN), ("regulier bep. tijd", ASIEL)]
)
def test_a_permit_that_does_not_fit_the_doelgroep_is_not_taken_over(
    words: str, groep: Doelgroep
) -> None:
    with pytest.raises(Fout):
        waarden.verblijf(words, groep)


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.booleans(), st.dates()))
def test_whatever_stands_in_a_cell_is_read_or_refused(cel: waarden.Cel) -> None:
    for read in (
        waarden.datum, waarden.geboren, waarden.bsn, waarden.v_nummer, waarden.doelgroep,
        waarden.leerroute, waarden.uitslag, waarden.ja_nee,
        lambda one: waarden.gemeente(one, GEMEENTEN), lambda one: waarden.verblijf(one, ASIEL),
    ):  # fmt: skip
        with suppress(Fout):
            read(cel)
