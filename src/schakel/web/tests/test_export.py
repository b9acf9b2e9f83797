"""A list goes out whole, as it stands on the screen, and it is known who took it."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from schakel.base.actor import Via
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.dossier.actions.personen import change_persoon
from schakel.dossier.queries import PersoonGegevens
from schakel.dossier.queries.zicht import IN_EEN_RIJ
from schakel.exchange.tests.world import as_csv, rij, someone_else, werk
from schakel.keten.actions import add_medewerker
from schakel.toegang import actions
from schakel.toegang.actions import add_account
from schakel.toegang.models import Export, Inzage
from schakel.toegang.queries import Rol
from schakel.toegang.tests.world import a_region, who
from schakel.traject.actions import stappen
from schakel.traject.actions.stappen import OproepGegevens
from schakel.traject.actions.werk import VoornemenGegevens, plan_werk
from schakel.traject.queries.werkvoorraad import Handeling
from schakel.traject.tests.world import (
    MONTFOORT,
    NU,
    WOERDEN,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    consulent,
    id_of,
    link,
    source,
)
from schakel.web.export import antwoord
from schakel.web.tests.world import agree_on, as_persona, page, stop_the_clock, words_of
from schakel.wet.datum import dutch_date

pytestmark = pytest.mark.django_db

FORMATEN = ("xlsx", "ods", "csv")
ALLE = {
    "dossiers": {}, "werk": {}, "zoeken": {"wie": "kanarie"}, "stand": {},
    "achter": {"rij": "pips", "gemeente": WOERDEN}, "bevoegdheden": {}, "agendapunten": {},
    "opdrachten": {}, "deelafspraken": {}, "lijsten": {}, "exports": {},
}  # fmt: skip
GEHEIM = ("111222333", "2900001047", "0612345678", "Rijnstraat", "kanarie@example.nl")


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


@pytest.fixture
def privacy(keten: Keten) -> str:
    actor = source(Via.SYSTEEM)
    medewerker = add_medewerker(
        actor=actor, organisatie=keten.eigen, naam="Tom", functie="privacy", van=date(2022, 1, 1)
    )
    add_account(
        actor=actor, username="privacy", medewerker=medewerker, rol=Rol.PRIVACY_OFFICER,
        gemeenten=[WOERDEN],
    )  # fmt: skip
    return "privacy"


def take(naam: str, name: str = "consulent", formaat: str = "xlsx", **data: object) -> HttpResponse:
    return as_persona(name).post(f"/export/{naam}/", {"formaat": formaat, **data})


def rows(response: HttpResponse, sheet: int = 0) -> list[list[object]]:
    assert response.status_code == 200, response.status_code
    book = CalamineWorkbook.from_filelike(io.BytesIO(response.content))
    return book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)  # type: ignore[return-value]


def about(response: HttpResponse) -> dict[object, object]:
    return dict(rows(response, sheet=1))  # type: ignore[arg-type]


def a_canary() -> UUID:
    """Return someone with something in every category."""
    uuid = a_dossier_with_pip(achternaam="Kanarie")
    gegevens = PersoonGegevens(
        voornaam="Rami", achternaam="Kanarie", bsn=GEHEIM[0], v_nummer=GEHEIM[1],
        telefoon=GEHEIM[2], straat=GEHEIM[3], e_mail=GEHEIM[4], klantnummer="K-77",
    )  # fmt: skip
    change_persoon(actor=consulent(), dossier_uuid=uuid, gegevens=gegevens)
    return uuid


def test_dossiers_go_out_as_they_stand_on_the_screen_with_real_days() -> None:
    a_canary()
    a_dossier(achternaam="Tekle")

    kop, *found = rows(take("dossiers"))

    assert kop == [
        "Naam", "Gemeente", "Doelgroep", "Casusregisseur", "Volgende stap", "PIP uiterlijk",
        "Termijn", "PIP vastgesteld",
    ]  # fmt: skip
    assert found[0] == [
        "Kanarie, Rami", "Woerden", "asielstatushouder", "niet toegewezen", "Aanmelding", "", "",
        date(2022, 5, 2),
    ]  # fmt: skip
    assert found[1][:5] == [
        "Tekle", "Woerden", "asielstatushouder", "niet toegewezen", "Brede intake"
    ]  # fmt: skip
    assert (found[1][5], found[1][6]) == (date(2022, 5, 20), "te laat")


@pytest.mark.parametrize("formaat", FORMATEN)
def test_a_file_has_a_name_with_a_day_and_tells_what_it_is(formaat: str) -> None:
    a_canary()

    answer = take("dossiers", formaat=formaat, gemeente=WOERDEN)

    said = f'attachment; filename="dossiers-2022-09-01.{formaat}"'
    assert answer["Content-Disposition"] == said
    assert answer["Cache-Control"] == "no-store, private"
    if formaat == "csv":
        assert _csv(answer)[0][0] == "Naam"
        return
    told = about(answer)
    assert (told["Lijst"], told["Keuze"]) == ("Dossiers", "Woerden")
    assert (told["Gemaakt door"], told["Organisatie"]) == ("Consulent", "Uitvoering")
    assert told["Gemaakt op"] == datetime.fromisoformat("2022-09-01T12:00")
    assert told["Aantal regels"] == 1
    assert "persoonsgegevens" in str(told["Persoonsgegevens"])


def _csv(answer: HttpResponse) -> list[list[str]]:
    text = answer.content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_list_is_whole_and_filtered_as_on_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for nth in range(7):
        a_dossier(achternaam=f"Naam{nth}", gemeente=MONTFOORT if nth == 3 else WOERDEN)
    monkeypatch.setattr("schakel.dossier.queries.lijst.PER_KEER", 2)
    monkeypatch.setattr("schakel.web.dossier.views.PER_PAGINA", 2)

    assert [row[0] for row in rows(take("dossiers"))[1:]] == [f"Naam{nth}" for nth in range(7)]
    assert [row[0] for row in rows(take("dossiers", gemeente=MONTFOORT))[1:]] == ["Naam3"]


def test_a_list_that_is_too_long_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for nth in range(3):
        a_dossier(achternaam=f"Naam{nth}")
    for where in ("schakel.web.dossier.export", "schakel.web.export.antwoord"):
        monkeypatch.setattr(f"{where}.HOOGSTENS", 2)

    answer = take("dossiers")

    assert len(rows(answer)) == 3
    assert "de lijst is langer" in str(about(answer)["Niet alles"])


def test_the_looks_and_the_export_are_written_under_one_trace_id() -> None:
    uuids = [a_canary(), a_dossier()]

    take("dossiers", formaat="ods", gemeente=WOERDEN)

    looks = list(Inzage.objects.filter(vraag="export dossiers"))
    [export] = Export.objects.all()
    assert {look.dossier for look in looks} == {id_of(uuid) for uuid in uuids}
    assert {look.spoor for look in looks} == {export.spoor}
    assert (export.lijst, export.formaat, export.keuze) == ("Dossiers", "ods", "Woerden")
    assert (export.regels, export.dossiers, export.persoonsgegevens) == (2, 2, True)
    assert (export.gemeenten, export.rol) == (WOERDEN, "casusregisseur")
    assert export.medewerker == who("consulent").medewerker
    assert export.op == NU


@pytest.mark.parametrize("table", ["_insert", "_write_exports"])
def test_without_a_record_there_is_no_file(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    a_dossier()

    def full(*_: object, **__: object) -> None:
        raise DatabaseError("schijf vol")

    monkeypatch.setattr(actions, table, full)
    with pytest.raises(DatabaseError):
        take("dossiers")
    assert not Inzage.objects.exists()
    assert not Export.objects.exists()


def test_a_file_that_fails_halfway_is_no_export(monkeypatch: pytest.MonkeyPatch) -> None:
    a_dossier()

    def broken(*_: object) -> None:
        raise OSError("schijf vol")

    monkeypatch.setitem(antwoord.FORMATEN, "xlsx", ("Excel", "x", broken))
    with pytest.raises(OSError, match="schijf vol"):
        take("dossiers")
    assert not Export.objects.exists()


@pytest.mark.parametrize("naam", ALLE)
def test_every_list_is_refused_to_who_may_not_see_its_screen(naam: str) -> None:
    a_canary()
    may = {
        "dossiers": {"consulent", "collega", "partner", "andere-partner"},
        "stand": {"consulent", "collega", "beleid"},
        "achter": {"consulent", "collega"},
        "lijsten": {"beheer"},
        "exports": set(),
    }
    may["werk"] = may["zoeken"] = may["dossiers"]
    everyone = ("consulent", "collega", "beleid", "beheer", "partner", "andere-partner")
    for name in (*everyone, "inburgeraar"):
        status = take(naam, name, **ALLE[naam]).status_code
        assert status == (200 if name in may.get(naam, everyone) else 403), name


@pytest.mark.parametrize("naam", ALLE)
@pytest.mark.parametrize("formaat", FORMATEN)
def test_nothing_that_is_not_on_the_screen_goes_out(naam: str, formaat: str) -> None:
    uuid = a_canary()
    for name in ("consulent", "collega"):
        answer = take(naam, name, formaat, **ALLE[naam])
        if answer.status_code != 200:
            continue
        told = str(_csv(answer) if formaat == "csv" else [rows(answer), rows(answer, 1)])
        for never in (*GEHEIM, "K-77", str(uuid)):
            assert never not in told


@pytest.mark.parametrize("opened", Gegevenscategorie)
def test_a_partner_takes_away_what_he_sees_and_no_more(
    opened: Gegevenscategorie, keten: Keten
) -> None:
    for uuid in (a_canary(), a_dossier_after_intake(achternaam="Tekle")):
        link(uuid, keten)
    a_dossier(achternaam="Vreemde")
    a_dossier(achternaam="Ander", gemeente=MONTFOORT)
    agree_on(keten, {opened})

    answers = {
        "/dossiers/": take("dossiers", "partner"),
        "/werk/": take("werk", "partner"),
    }

    for address, answer in answers.items():
        shown = words_of(as_persona("partner").get(address))
        for cell in cells(rows(answer)[1:]):
            assert cell in shown or cell == "vastgesteld", (address, cell)
        assert "Vreemde" not in str(rows(answer))
    assert len(rows(answers["/dossiers/"])) == 3
    looks = Inzage.objects.filter(vraag="export dossiers")
    seen = (opened.value,) if opened in IN_EEN_RIJ else ()
    assert {tuple(look.categorieen) for look in looks} == {seen}


def cells(found: Iterable[list[object]]) -> list[str]:
    """Return every cell as the screen would say it."""
    return [
        dutch_date(cell) if isinstance(cell, date) else str(cell)
        for row in found
        for cell in row
        if cell != ""
    ]


def test_a_column_that_is_closed_in_every_line_is_not_there(keten: Keten) -> None:
    link(a_canary(), keten)
    agree_on(keten, {Gegevenscategorie.IDENTITEIT})

    assert rows(take("dossiers", "partner")) == [["Naam", "Gemeente"], ["Kanarie, Rami", "Woerden"]]


def test_of_a_pip_whose_day_is_closed_only_that_it_is_there(keten: Keten) -> None:
    link(a_canary(), keten)
    agree_on(keten, {Gegevenscategorie.IDENTITEIT, Gegevenscategorie.VOORTGANG})

    [line] = rows(take("dossiers", "partner"))[1:]

    assert line[-1] == "vastgesteld"
    assert not any(isinstance(cell, date) for cell in line)


def test_work_goes_out_in_its_groups_with_days_and_plans() -> None:
    uuid = a_dossier(achternaam="=cmd", begin=date(2022, 8, 1))
    stappen.invite(
        actor=who("consulent"), dossier_uuid=uuid, now=NU,
        gegevens=OproepGegevens(verzonden_op=NU.date(), gesprek_op=date(2022, 9, 5)),
    )  # fmt: skip
    plan_werk(
        actor=who("consulent"), dossier_uuid=uuid, now=NU,
        gegevens=VoornemenGegevens(
            handeling=Handeling.GESPREK, op=date(2022, 9, 9), plan="+bel de tolk"
        ),
    )  # fmt: skip

    answer = take("werk", wie="team")

    [line] = [row for row in rows(answer)[1:] if row[8] != ""]
    assert line[:3] == ["Gepland op een latere dag", "=cmd", "Woerden"]
    assert line[5] == date(2022, 9, 5)
    assert line[8:] == [date(2022, 9, 9), "+bel de tolk"]
    assert about(answer)["Keuze"] == "Hele team"
    told = [cell for row in _csv(take("werk", formaat="csv", wie="team")) for cell in row]
    assert {cell for cell in told if cell.startswith("'")} == {"'=cmd", "'+bel de tolk"}
    assert rows(take("werk", wie="mijn")) == [rows(answer)[0]]


def test_what_was_searched_stands_in_no_file_record_or_address() -> None:
    a_canary()
    answer = take("zoeken", wie="0612345678")

    assert rows(answer)[1][:2] == ["Kanarie, Rami", "Woerden"]
    assert rows(answer)[0] == ["Naam", "Gemeente", "Casusregisseur", "Volgende stap"]
    assert "0612345678" not in str(about(answer))
    assert "0612345678" not in str(Export.objects.values())
    assert "0612345678" not in str(Inzage.objects.values())
    shown = as_persona("consulent").post("/zoeken/", {"wie": "kanarie"}).content.decode()
    assert 'action="/export/zoeken/"' in shown


def test_figures_are_numbers_with_the_two_days_and_without_people() -> None:
    a_canary()
    answer = take("stand", "beleid", peildatum="2022-08-01", bekend_op="2022-08-15", naast="True")

    kop, *found = rows(answer)
    [pips] = [row for row in found if row[0] == "Aantal vastgestelde PIPs"]
    assert kop[:6] == [
        "Aantal personen", "Woerden", "Woerden van", "Woerden sinds 2022",
        "Woerden niet bevestigd", "Woerden apart",
    ]  # fmt: skip
    assert pips[1:6] == [1.0, 1.0, 1.0, 0.0, 0.0]
    told = about(answer)
    assert (told["Peildatum"], told["Zoals bekend op"]) == (date(2022, 8, 1), date(2022, 8, 15))
    assert "Persoonsgegevens" not in told
    assert Export.objects.get().keuze == "op 1 augustus 2022, zoals bekend op 15 augustus 2022"


def test_the_people_behind_a_figure_go_out_with_its_days() -> None:
    a_canary()
    answer = take("achter", rij="pips", gemeente=WOERDEN, peildatum="2022-08-01")

    assert rows(answer) == [["Naam", "Doelgroep"], ["Kanarie, Rami", "asielstatushouder"]]
    assert about(answer)["Keuze"] == "PIP’s, Woerden, op 1 augustus 2022, zoals nu bekend"
    assert about(answer)["Het cijfer"] == 1
    assert Inzage.objects.filter(vraag="export achter een cijfer").count() == 1
    shown = page("consulent", f"/stand/pips/{WOERDEN}/", peildatum="2022-08-01")
    assert 'name="peildatum" value="2022-08-01"' in shown


def test_the_register_goes_out_whole() -> None:
    kop, *found = rows(take("bevoegdheden", "beleid"))

    assert kop[:3] == ["Besluit", "Gemeente", "Wie beslist"]
    assert {row[1] for row in found} == {"Woerden"}
    assert all(isinstance(row[9], date) for row in found)


@pytest.mark.parametrize(
    ("naam", "data"),
    [("dossiers", {"gemeente": "1901"}), ("dossiers", {"formaat": "exe"}),
     ("werk", {"wie": "iedereen"}), ("zoeken", {"wie": ""}), ("stand", {"peildatum": "x"}),
     ("stand", {"bekend_op": "2022-09-02"}), ("achter", {"rij": "pips", "gemeente": "1901"}),
     ("achter", {}), ("lijsten/rijen", {"inlezing": "9"}), ("lijsten/rijen", {"inlezing": "x"})],
)  # fmt: skip
def test_a_choice_that_no_screen_offers_makes_no_file(naam: str, data: dict[str, str]) -> None:
    name = "beheer" if naam.startswith("lijsten") else "consulent"
    assert as_persona(name).post(f"/export/{naam}/", data).status_code == 404
    assert not Export.objects.exists()


def test_a_file_is_asked_for_and_never_fetched() -> None:
    refused = as_persona("consulent").get("/export/dossiers/")
    assert refused.status_code == 405
    assert "met een knop op een andere bladzijde" in refused.content.decode()


def test_who_watches_sees_who_exported_what_in_his_gemeenten(privacy: str) -> None:
    a_canary()
    a_dossier(achternaam="Verweg", gemeente=MONTFOORT)
    take("dossiers", gemeente=WOERDEN)
    take("dossiers", gemeente=MONTFOORT)
    take("bevoegdheden", "beleid", formaat="csv")

    told = words_of(as_persona(privacy).get("/exports/"))

    assert "Consulent Uitvoering Dossiers Woerden xlsx 1 1" in told
    assert "Beleid Uitvoering Bevoegdheden csv" in told
    assert "Montfoort" not in told
    assert "Kanarie" not in told
    kop, *found = rows(take("exports", privacy))
    assert kop[:4] == ["Wanneer", "Wie", "Organisatie", "Lijst"]
    assert [row[3] for row in found] == ["Bevoegdheden", "Dossiers"]
    assert found[0][0] == datetime.fromisoformat("2022-09-01T12:00")
    assert "Exports xlsx" in words_of(as_persona(privacy).get("/exports/"))


def test_only_who_watches_has_the_screen(privacy: str) -> None:
    assert "Nog niets geëxporteerd" in page(privacy, "/exports/")
    assert "Deze bladzijde is leeg" in page(privacy, "/exports/", pagina=2)
    for name in ("consulent", "beheer", "partner", "beleid"):
        assert as_persona(name).get("/exports/").status_code == 403
        assert 'href="/exports/"' not in page(name, "/keten/")
    assert 'href="/exports/"' in page(privacy, "/keten/")
    assert Permission.INZAGE_READ in who(privacy).permissions


def test_a_long_list_asks_no_more_questions_per_dossier() -> None:
    def questions() -> int:
        with CaptureQueriesContext(connection) as asked:
            take("dossiers")
        return len(asked)

    a_dossier()
    few = questions()
    for nth in range(6):
        a_dossier(achternaam=f"Naam{nth}")
    assert questions() == few


def test_an_empty_list_offers_no_file() -> None:
    assert "/export/" not in page("consulent", "/dossiers/")
    assert "/export/werk/" not in page("consulent", "/werk/")


def test_what_is_wrong_with_the_rows_of_a_list_goes_out_to_work_from() -> None:
    file = SimpleUploadedFile("caseload.csv", as_csv([rij(), someone_else(doelgroep="=toerist")]))
    answer = as_persona("beheer").post("/lijsten/", {"bestand": file})
    werk()
    number = answer["Location"].split("/")[2]

    [line] = rows(take("lijsten/rijen", "beheer", inlezing=number, toon="fout"))[1:]

    assert (line[1], line[2]) == ("Doelgroep", "geweigerd")
    assert "‘=toerist’ is geen doelgroep" in str(line[3])
    shown = page("beheer", f"/lijsten/{number}/", toon="fout")
    assert 'name="toon" value="fout"' in shown
    assert rows(take("lijsten", "beheer"))[1][1] == "caseload.csv"
