"""What is handed out to who asks for it: all that is held of that person, and of nobody else."""

import io
import json
import re
import zipfile
from dataclasses import fields
from typing import Any, get_args, get_type_hints
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models
from django.http import HttpResponse

from schakel.base.avg import Avg
from schakel.base.tijd import noon
from schakel.toegang.inzageverzoek import TABELLEN
from schakel.toegang.models import Export, Inzage
from schakel.toegang.queries import system_actor
from schakel.traject.actions.samenvoeging import merge_dossiers
from schakel.traject.queries import ALL_KINDS
from schakel.traject.queries.uitdraai_log import GETALLEN, MEDEWERKERS, NUMMERS, ORGANISATIES
from schakel.web.tests.world import as_persona
from tests.zicht.kanarie import IN, Wereld, bouw, let_it_be

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("zicht")]
OOK_VAN_EEN_ANDER = {"kanarie-reden"}
"""Why someone takes part: typed in two dossiers."""
VERNIETIGD = {"logboek_vernietiging"}
"""Names a dossier that is no more: nobody can ask for it."""
MENSEN = ("Sanne de Wit", "Anja Blom", "Nadia Haas", "Tom Achterberg")


@pytest.fixture
def wereld() -> Wereld:
    world = bouw()
    let_it_be(IN)
    return world


def ask(uuid: UUID, wie: str = "privacy", **data: object) -> HttpResponse:
    address = f"/dossiers/{uuid}/inzageverzoek/"
    return as_persona(wie).post(address, {"nagekeken": "on", **data})


def unpacked(answer: HttpResponse) -> dict[str, str]:
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        return {name: packed.read(name).decode(errors="replace") for name in packed.namelist()}


def page_of(uuid: UUID, **data: object) -> str:
    return unpacked(ask(uuid, **data))["inzage.html"]


def about_people() -> list[type[models.Model]]:
    found = [one for one in apps.get_models() if isinstance(getattr(one, "avg", None), Avg)]
    return [
        one
        for one in found
        if one.avg.over_iemand  # type: ignore[attr-defined]
        or (_names_a_dossier(one) and one._meta.db_table not in VERNIETIGD)
    ]


def _names_a_dossier(model: type[models.Model]) -> bool:
    return "dossier" in {field.name for field in model._meta.concrete_fields}


@pytest.mark.parametrize("model", about_people(), ids=lambda one: one._meta.db_table)
def test_every_table_about_someone_is_told_field_by_field(model: type[models.Model]) -> None:
    told = {one.naam: one for one in TABELLEN}
    tabel = told[model._meta.db_table]
    named = [*tabel.velden, *tabel.proza, *tabel.niet]

    assert sorted(named) == sorted(field.name for field in model._meta.concrete_fields)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_number_in_a_gebeurtenis_is_known_for_what_it_is(kind: str) -> None:
    known = {*MEDEWERKERS, *ORGANISATIES, *NUMMERS, *GETALLEN}
    hints = get_type_hints(ALL_KINDS[kind])
    numbers = {
        one.name
        for one in fields(ALL_KINDS[kind])
        if int in (get_args(hints[one.name]) or (hints[one.name],))
    }

    assert numbers <= known


def test_every_value_told_of_someone_is_in_the_file(wereld: Wereld) -> None:
    shown = page_of(wereld.vol)
    other_words = {"•••••0019", "1987-02-13", "13-02-1987", "2022-03-03", "2022-05-09"}

    told = set(wereld.kanaries[wereld.vol]) - other_words
    plain = shown.replace("3449XK", "3449 XK")
    assert {one for one in told if one not in plain} == set()


def test_a_concept_is_in_it_too(wereld: Wereld) -> None:
    shown = page_of(wereld.concept)

    assert {one for one in wereld.kanaries[wereld.concept] if one not in shown} == set()


def test_nothing_of_anyone_else_is_in_any_of_the_files(wereld: Wereld) -> None:
    for mine in wereld.kanaries:
        whole = " ".join(unpacked(ask(mine)).values())
        others = {one for uuid, told in wereld.kanaries.items() if uuid != mine for one in told}
        assert {one for one in others - OOK_VAN_EEN_ANDER if one in whole} == set()
        assert "999991929" not in whole or mine == wereld.gezin


def test_of_a_medewerker_stands_what_he_does_and_not_his_name(wereld: Wereld) -> None:
    files = unpacked(ask(wereld.vol))
    whole = files["inzage.html"] + files["inzage.json"]

    assert [naam for naam in MENSEN if naam in whole] == []
    assert "casusregisseur, Ferm Werk" in whole


def test_numbers_and_choices_of_a_concept_are_no_texts_to_read(wereld: Wereld) -> None:
    told: dict[str, Any] = json.loads(unpacked(ask(wereld.concept))["inzage.json"])
    [concept] = next(
        one["regels"] for one in told["onderdelen"] if one["tabel"] == "traject_concept"
    )

    assert all(isinstance(one["tekst"], str) for one in concept["teksten"])
    assert not {"Leerroute", "Ontzorgd"} & {one["naam"] for one in concept["teksten"]}


def test_the_household_is_a_number_and_no_names(wereld: Wereld) -> None:
    assert "U staat met 1 ander in één huishouden." in page_of(wereld.vol)
    assert "U staat alleen in uw huishouden." in page_of(wereld.los)


def test_the_json_says_the_same_as_the_page(wereld: Wereld) -> None:
    told: dict[str, Any] = json.loads(unpacked(ask(wereld.vol))["inzage.json"])

    assert {one["tabel"] for one in told["onderdelen"]} == {one.naam for one in TABELLEN}
    texts = [
        text["tekst"]
        for deel in told["onderdelen"]
        for regel in deel["regels"]
        for text in regel["teksten"]
    ]
    assert "kanarie-ziekte" in texts


def test_a_merged_dossier_is_in_it(wereld: Wereld) -> None:
    merge_dossiers(
        actor=system_actor(at=noon(IN)), van=wereld.los, naar=wereld.concept,
        reden="kanarie-dubbel", now=noon(IN),
    )  # fmt: skip

    for asked in (wereld.concept, wereld.los):
        shown = page_of(asked)
        assert "Zanglijster" in shown
        assert "Scholekster" in shown
        assert "kanarie-dubbel" in shown
    assert Inzage.objects.count() == 4


def test_what_is_about_someone_else_is_left_out_and_that_is_said(wereld: Wereld) -> None:
    asked = as_persona("privacy").get(f"/dossiers/{wereld.vol}/inzageverzoek/").content.decode()
    found = re.search(r'kanarie-ziekte.*?name="weglaten" value="([^"]+)"', asked, re.DOTALL)
    assert found is not None

    files = unpacked(ask(wereld.vol, weglaten=found[1]))

    assert "kanarie-ziekte" not in files["inzage.html"] + files["inzage.json"]
    assert "AVG art. 15 lid 4" in files["inzage.html"]
    assert "kanarie-omstandigheden" in files["inzage.html"]


def test_without_reading_the_texts_there_is_no_file(wereld: Wereld) -> None:
    answer = as_persona("privacy").post(f"/dossiers/{wereld.vol}/inzageverzoek/", {})

    assert "Zet hier een vinkje" in answer.content.decode()
    assert not Export.objects.exists()


def test_making_it_is_recorded_as_a_look_and_as_an_export(wereld: Wereld) -> None:
    ask(wereld.vol)

    look = Inzage.objects.get()
    assert (look.vraag, look.geweigerd) == ("inzageverzoek", False)
    assert "gezondheid" in look.categorieen
    export = Export.objects.get()
    assert (export.lijst, export.formaat, export.spoor) == ("Verzoek om inzage", "zip", look.spoor)


def test_who_looked_is_told_by_organisation_and_purpose(wereld: Wereld) -> None:
    as_persona("casus-woerden").get(f"/dossiers/{wereld.vol}/")

    shown = page_of(wereld.vol)

    assert "Uw dossier openen" in shown
    assert "Ferm Werk" in shown


@pytest.mark.parametrize("wie", ["mb-woerden", "team", "keten", "fg", "beheer", "control"])
def test_who_may_not_gets_nothing(wie: str, wereld: Wereld) -> None:
    assert ask(wereld.vol, wie).status_code == 403


def test_a_dossier_of_another_gemeente_does_not_exist(wereld: Wereld) -> None:
    assert ask(wereld.ver, "casus-woerden").status_code == 404
    assert Inzage.objects.get().geweigerd
    assert not Export.objects.exists()


def test_a_number_leads_to_the_dossier_and_stands_in_no_address(wereld: Wereld) -> None:
    answer = as_persona("privacy").post("/inzageverzoek/", {"nummer": "9999.90.019"})

    assert answer["Location"] == f"/dossiers/{wereld.vol}/inzageverzoek/"


def test_a_number_out_of_reach_is_not_found(wereld: Wereld) -> None:
    answer = as_persona("casus-bodegraven").post("/inzageverzoek/", {"nummer": "999990019"})

    assert "geen dossier" in answer.content.decode()
