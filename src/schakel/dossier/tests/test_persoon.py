"""A person is compared, sorted and kept in one way, wherever the name came from."""

import pytest

from schakel.base.refusal import Refusal
from schakel.dossier.rules import PersoonGegevens, cijfers, columns_of, sorteer


@pytest.mark.parametrize(
    "typed", ["06-12345678", "06 12 34 56 78", "+31 6 12345678", "0031612345678", "+31(0)612345678"]
)
def test_a_phone_number_is_its_digits(typed: str) -> None:
    assert cijfers(typed) == "0612345678"


def test_a_list_stands_by_last_name_and_then_first_name() -> None:
    assert sorteer("Çelik", "Ayşe") == "celik ayse"
    assert sorted(["Zwart", "Celik", "Çelik", "Cem"], key=lambda name: sorteer(name, "")) == [
        "Celik", "Çelik", "Cem", "Zwart",
    ]  # fmt: skip


def test_what_is_kept_is_clean_and_the_whole_bsn_is_in_no_search_text() -> None:
    columns = columns_of(
        PersoonGegevens(
            voornaam=" Rami ",
            tussenvoegsel="al",
            achternaam="Hamwi",
            bsn="9999.90.019",
            v_nummer="290 000 1047",
            telefoon="+31 6 1234 5678",
            straat="Rijnstraat",
            huisnummer="12 bis",
            postcode="3441ab",
            woonplaats="Woerden",
            klantnummer="K-77",
        )
    )

    assert columns["bsn"] == "999990019"
    assert columns["v_nummer"] == "2900001047"
    assert columns["postcode"] == "3441 AB"
    assert columns["zoek_naam"] == "rami al hamwi"
    assert columns["zoek_contact"] == "0612345678 rijnstraat 12 bis 3441ab"
    assert columns["sorteer"] == "hamwi rami"


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"achternaam": " - "}, "achternaam"),
        ({"v_nummer": "123"}, "v_nummer"),
        ({"v_nummer": "29000010478"}, "v_nummer"),
        ({"v_nummer": "290000104x"}, "v_nummer"),
        ({"v_nummer": "١٢٣٤٥٦٧٨٩٠"}, "v_nummer"),
        ({"bsn": "123456789"}, "bsn"),
        ({"postcode": "3441"}, "postcode"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(given: dict[str, str], field: str) -> None:
    with pytest.raises(Refusal) as refused:
        columns_of(PersoonGegevens(**{"achternaam": "Hamwi", **given}))
    assert refused.value.field == field
