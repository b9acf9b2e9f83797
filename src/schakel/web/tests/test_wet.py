"""The law on the screen: every rule, its versions and examples, and a trial sum."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from schakel.base.refusal import Refusal
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region
from schakel.web.tests.world import as_persona, page, stop_the_clock, words_of
from schakel.wet.catalogus import Regel, list_regels, reken

pytestmark = pytest.mark.django_db

PIP = {
    "reken": "1", "feiten-vergunning": "asiel_bepaald", "feiten-gehuisvest_hvw28": "nee",
    "feiten-kennisgeving": "2025-03-20", "op": "2025-04-01",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _world() -> None:
    a_region()
    stop_the_clock()


def test_every_rule_is_listed_with_its_article() -> None:
    shown = page("partner", "/wet/")

    for regel in list_regels():
        assert f'href="/wet/{regel.naam}/"' in shown
        assert regel.bron
    assert 'href="/wet/"' in page("consulent", "/werk/")


def test_a_rule_is_sought_by_word_or_article() -> None:
    found = as_persona("partner").get("/wet/", {"q": "oproep"})

    assert "Regels met ‘oproep’" in words_of(found)
    assert 'href="/wet/boete_brede_intake/"' in found.content.decode()
    none = words_of(as_persona("partner").get("/wet/", {"q": "<b>watervliegtuig"}))
    assert "Geen regel heeft deze woorden" in none


def test_an_article_leads_to_its_rules_and_what_is_left_out_says_why() -> None:
    shown = words_of(as_persona("partner").get("/wet/"))

    assert "Besluit inburgering 2021" in shown
    assert "De besluiten zijn niet bekend. Een beheerder kan zulke dagen toevoegen." in shown


@pytest.mark.parametrize("naam", [regel.naam for regel in list_regels()])
def test_a_rule_shows_its_versions_and_examples(naam: str) -> None:
    shown = words_of(as_persona("consulent").get(f"/wet/{naam}/"))

    assert "Elk voorbeeld wordt bij elke test nagerekend" in shown
    regel = next(one for one in list_regels() if one.naam == naam)
    for versie in regel.versies:
        assert str(versie.bron) in shown


def test_a_trial_sum_gives_the_answer_with_every_step() -> None:
    shown = words_of(as_persona("consulent").post("/wet/pip_termijn/", PIP))

    assert "28 mei 2025" not in shown.split("Voorbeelden")[0]
    assert "2 juni 2025" in shown.split("Voorbeelden")[0]
    assert "de vrijdag na Hemelvaartsdag" in shown


def test_what_if_lays_two_sums_side_by_side_and_names_what_differs() -> None:
    client = as_persona("consulent")
    first = client.post("/wet/pip_termijn/", PIP)
    basis = first.context["als_basis"]

    both = words_of(client.post("/wet/pip_termijn/", {**PIP, "op": "2022-12-31", "basis": basis}))

    assert "Als u dit verandert" in both
    assert "Zoals het was" in both
    assert "Anders: Peildatum" in both


def test_what_cannot_be_reckoned_is_told_in_the_form() -> None:
    client = as_persona("consulent")

    before = client.post(
        "/wet/inburgeringstermijn/", {"reken": "1", "dagtekening_pip": "2021-05-01"}
    )
    empty = client.post("/wet/inburgeringstermijn/", {"reken": "1"})
    wrong = client.post("/wet/inburgeringstermijn/", {"reken": "1", "dagtekening_pip": "gisteren"})

    assert "gold nog niet" in words_of(before)
    assert "Dit veld is verplicht" in words_of(empty)
    assert "geen bestaande datum" in words_of(wrong)


@pytest.mark.parametrize("basis", ["onzin", "%FF%FE", "op=x&reken=1", "a" * 9000])
def test_a_spoiled_earlier_sum_is_read_as_well_as_it_goes(basis: str) -> None:
    response = as_persona("consulent").post("/wet/pip_termijn/", {**PIP, "basis": basis})

    assert response.status_code == 200
    assert "Zoals het was" not in words_of(response)


def test_facts_in_an_address_are_not_read() -> None:
    response = as_persona("consulent").get("/wet/pip_termijn/", PIP)

    assert "uitkomst" not in response.context
    assert "2025-03-20" not in response.content.decode()


def test_a_rule_that_is_not_there_is_not_found() -> None:
    assert as_persona("consulent").get("/wet/bestaat-niet/").status_code == 404


def test_a_trial_sum_is_nobodys_data() -> None:
    as_persona("consulent").post("/wet/pip_termijn/", PIP)

    assert not Inzage.objects.exists()


def test_which_law_says_what_our_check_expects() -> None:
    shown = words_of(
        as_persona("consulent").post(
            "/wet/toepasselijke_wet/",
            {"reken": "1", "wi2013_op_31_december_2021": "ja", "op": "2024-01-01"},
        )
    )

    assert "Wet inburgering (2013)" in shown


def test_a_rule_is_reckoned_by_the_names_of_its_questions() -> None:
    for regel in list_regels():
        for vraag in regel.vragen:
            assert vraag.tekst
    termijn = next(one for one in list_regels() if one.naam == "inburgeringstermijn")
    assert reken(termijn, {"dagtekening_pip": date(2024, 3, 1)}).value.start == date(2024, 3, 2)
    with pytest.raises(Refusal):
        reken(termijn, {"dagtekening_pip": date(2020, 3, 1)})


def _typed(regel: Regel, gegeven: Mapping[str, Any]) -> dict[str, str]:
    """Return the facts of an example as someone types them."""
    flat: dict[str, Any] = {}

    def walk(path: str, value: Any) -> None:
        if isinstance(value, Mapping):
            for name, one in value.items():
                walk(f"{path}.{name}" if path else name, one)
        else:
            flat[path] = value

    walk("", gegeven)
    bedragen = {vraag.naam for vraag in regel.vragen if vraag.is_bedrag}
    return {
        name.replace(".", "-"): ""
        if value is None
        else {True: "ja", False: "nee"}[value]
        if isinstance(value, bool)
        else str(value / 100)
        if name in bedragen
        else str(value)
        for name, value in flat.items()
    }


@pytest.mark.parametrize(
    "naam", [regel.naam for regel in list_regels() if regel.vragen and regel.voorbeelden]
)
def test_every_example_can_be_typed_in_the_form_of_its_rule(naam: str) -> None:
    regel = next(one for one in list_regels() if one.naam == naam)
    client = as_persona("consulent")
    reckoned = 0

    for voorbeeld in regel.voorbeelden[:12]:
        if "extra" in voorbeeld.gegeven:
            continue
        typed = _typed(regel, voorbeeld.gegeven)
        response = client.post(f"/wet/{naam}/", {"reken": "1", **typed})
        refuses = {"nog_niet_van_kracht", "weigert"} & set(voorbeeld.dan)
        assert ("uitkomst" in response.context) is not bool(refuses), voorbeeld.naam
        reckoned += 1

    assert reckoned
