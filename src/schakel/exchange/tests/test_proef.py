"""What a list would do when it came in, row by row. Nothing is written."""

from dataclasses import replace

import pytest

from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.models import Persoon
from schakel.exchange.lijst.messages import BestandGegevens, Ernst
from schakel.exchange.tests.world import (
    as_csv,
    bestand,
    gezegd,
    importeur,
    lees_in,
    probeer,
    rij,
    someone_else,
    someone_known,
)
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import a_keten

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _keten() -> None:
    a_keten()


def test_a_good_row_is_good_and_nothing_is_written() -> None:
    before = everything()

    verslag = probeer(bestand(rij(), someone_else()))

    assert gezegd(verslag) == []
    assert (verslag.tel["gelezen"], verslag.tel["goed"], verslag.tel["nieuw"]) == (2, 2, 2)
    assert everything() == before
    assert not Persoon.objects.exists()


@pytest.mark.parametrize(
    ("changes", "kolom", "soort"),
    [
        ({"achternaam": " "}, "Achternaam", "verplicht"),
        ({"geboren": "31-02-1990"}, "Geb.datum", "datum"),
        ({"geboren": "5-3-2090"}, "Geb.datum", "datum"),
        ({"bsn": "999933748"}, "BSN", "bsn"),
        ({"gemeente": "Woerdn"}, "Gemeente", "gemeente"),
        ({"gemeente": ""}, "Gemeente", "gemeente"),
        ({"doelgroep": "toerist"}, "Doelgroep", "keuze"),
        ({"doelgroep": ""}, "Doelgroep", "keuze"),
        ({"kennisgeving": "gisteren"}, "Kennisgeving DUO", "datum"),
        ({"kennisgeving": "2-11-2026"}, "Kennisgeving DUO", "toekomst"),
        ({"brp": "2-11-2026"}, "Inschr. BRP", "toekomst"),
        ({"intake": "2-11-2026"}, "Intake gestart", "toekomst"),
        ({"lbt_afgenomen": "2-11-2026"}, "LBT afgenomen", "toekomst"),
        ({"lbt_gepland": "32-11-2026"}, "LBT gepland", "datum"),
        ({"pip": "2-11-2026"}, "PIP dagtekening", "toekomst"),
        ({"pip": "4-3-2024"}, "PIP dagtekening", "volgorde"),
        ({"pip": "4-3-2021", "brp": "1-3-2021"}, "PIP dagtekening", "volgorde"),
        ({"leerroute": "?"}, "Leerroute", "keuze"),
        ({"aanmelding": "20-04-2042"}, "Aanmelding taal", "toekomst"),
    ],
)
def test_a_row_with_a_fault_is_refused(changes: dict[str, str], kolom: str, soort: str) -> None:
    verslag = probeer(bestand(rij(**changes), someone_else()))

    faults = [one for one in verslag.meldingen if one.ernst is Ernst.FOUT]
    assert [(one.regel, one.kolom, one.soort) for one in faults] == [(2, kolom, soort)]
    assert (verslag.tel["goed"], verslag.tel["geweigerd"]) == (1, 1)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"geboren": "00-00-1990"}, [("Geb.datum", "onvolledig")]),
        ({"geboren": ""}, [("Geb.datum", "ontbreekt")]),
        ({"bsn": ""}, [("BSN", "ontbreekt")]),
        ({"v_nummer": "12"}, [("V-nummer", "onbegrepen")]),
        ({"klantnr": ""}, [("Klantnr", "ontbreekt")]),
        ({"verblijfsstatus": "onduidelijk"}, [("Verblijfsstatus", "onbegrepen")]),
        ({"kennisgeving": ""}, [("Kennisgeving DUO", "ontbreekt")]),
        ({"brp": ""}, [("Inschr. BRP", "ontbreekt")]),
        ({"gehuisvest": "misschien"}, [("Gehuisvest (taakstelling)", "onbegrepen")]),
        ({"tweede": ""}, [("2e aanwezige", "tweede_ogen")]),
        ({"lbt_uitslag": "wie weet"}, [("LBT uitslag", "onbegrepen")]),
        ({"lbt_afgenomen": ""}, [("LBT afgenomen", "ontbreekt")]),
        ({"leerroute": ""}, [("Leerroute", "ontbreekt")]),
        ({"pip": "15-07-2024", "aanmelding": ""}, [("PIP dagtekening", "termijn")]),
        ({"aanmelding": "10-04-2024"}, [("Aanmelding taal", "vreemde_volgorde")]),
        (
            {"kennisgeving": "20-04-2024"},
            [("PIP dagtekening", "vreemde_volgorde")],
        ),
        ({"pip": ""}, [("PIP dagtekening", "ontbreekt"), ("Aanmelding taal", "vreemde_volgorde")]),
        ({"lbt_gepland": "5-11-2026", "lbt_afgenomen": "", "lbt_uitslag": ""}, []),
    ],
)
def test_a_doubt_is_told_and_the_row_comes_in(
    changes: dict[str, str], said: list[tuple[str, str]]
) -> None:
    verslag = probeer(bestand(rij(**changes)))

    assert gezegd(verslag) == [(2, kolom, soort) for kolom, soort in said]
    assert (verslag.tel["goed"], verslag.tel["twijfel"]) == (1, int(bool(said)))


def test_every_fault_of_a_row_is_listed_in_the_order_of_the_columns() -> None:
    verslag = probeer(bestand(rij(pip="4-3-2024", bsn="1", achternaam="", leerroute="?")))

    assert [(kolom, soort) for _, kolom, soort in gezegd(verslag)] == [
        ("Achternaam", "verplicht"), ("BSN", "bsn"), ("PIP dagtekening", "volgorde"),
        ("Leerroute", "keuze"),
    ]  # fmt: skip


def test_a_bsn_of_an_earlier_good_row_is_double_but_not_one_of_a_refused_row() -> None:
    verslag = probeer(
        bestand(
            rij(klantnr="K1", doelgroep="toerist"),
            rij(klantnr="K2", v_nummer=""),
            rij(klantnr="K3", v_nummer="", achternaam="Ander"),
        )
    )

    faults = [one for one in verslag.meldingen if one.ernst is Ernst.FOUT]
    assert [(one.regel, one.soort) for one in faults] == [(2, "keuze"), (4, "dubbel")]
    assert "regel 3" in faults[1].tekst


def test_a_namesake_in_the_file_is_a_question() -> None:
    verslag = probeer(
        bestand(rij(), rij(klantnr="K2", bsn="", v_nummer=""), rij(klantnr="K3", bsn="",
                v_nummer="", geboren="1-1-1990"))
    )  # fmt: skip

    assert (3, "Achternaam", "bekend") in gezegd(verslag)
    assert (4, "Achternaam", "bekend") not in gezegd(verslag)


def test_a_v_nummer_of_another_row_is_not_taken_over() -> None:
    verslag = probeer(bestand(rij(), someone_else(v_nummer=rij()["V-nummer"])))

    assert gezegd(verslag) == [(3, "V-nummer", "bekend")]


def test_two_rows_with_one_klantnummer_are_two_people() -> None:
    verslag = probeer(bestand(rij(), someone_else(klantnr="K1")))

    assert gezegd(verslag) == [(3, "Klantnr", "bekend")]
    assert verslag.tel["nieuw"] == 2


def test_someone_with_that_name_and_birth_date_in_schakel_is_a_question() -> None:
    someone_known()

    assert gezegd(probeer(bestand(rij()))) == [(2, "Achternaam", "bekend")]


def test_someone_with_that_bsn_in_schakel_gets_what_is_missing() -> None:
    someone_known(bsn="999933747")

    verslag = probeer(bestand(rij()))

    assert (2, "BSN", "bekend") in gezegd(verslag)
    assert verslag.tel["gewijzigd"] == 1
    assert verslag.tel["nieuw"] == 0


def test_a_gemeente_out_of_reach_is_refused() -> None:
    actor = replace(importeur(), gemeenten=frozenset({"1901"}))

    assert gezegd(probeer(bestand(rij()), actor=actor)) == [(2, "Gemeente", "gemeente")]


def test_someone_out_of_reach_with_that_bsn_is_not_told_of() -> None:
    someone_known(achternaam="Geheim", bsn="999933747")
    actor = replace(importeur(), gemeenten=frozenset({"1901"}))

    verslag = probeer(bestand(rij(gemeente="1901")), actor=actor)

    assert (2, "BSN", "dubbel") in gezegd(verslag)
    assert "Geheim" not in repr(verslag)


def test_without_the_permission_nobody_tries_a_list() -> None:
    actor = replace(importeur(), permissions=frozenset({Permission.DOSSIER_READ}))

    with pytest.raises(NotAllowed):
        probeer(bestand(rij()), actor=actor)


def test_no_bsn_is_ever_repeated_in_a_report() -> None:
    lees_in(bestand(rij()))

    verslag = probeer(
        bestand(rij(bsn="999974683"), someone_else(bsn="999933747"), rij(bsn="123456789"))
    )

    for bsn in ("999974683", "999933747", "123456789"):
        assert bsn not in repr(verslag.meldingen)


def test_the_pip_term_is_told_with_its_last_day() -> None:
    [said] = probeer(bestand(rij(pip="15-07-2024", aanmelding=""))).meldingen

    assert "mei 2024" in said.tekst


def test_a_file_without_a_needed_column_is_refused() -> None:
    row = rij()
    del row["Doelgroep"]

    with pytest.raises(Refusal, match="Doelgroep"):
        probeer(BestandGegevens(naam="x.csv", inhoud=as_csv([row])))
