"""The werkvoorraad: who stands in which group on which day, and who sees what of it."""

import re
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from schakel.base.actor import Via
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.toegang.models import Inzage, Klok
from schakel.toegang.tests.world import a_region, who
from schakel.traject import events
from schakel.traject.actions import stappen
from schakel.traject.actions.concept import present_concept, save_concept
from schakel.traject.actions.stappen import OproepGegevens
from schakel.traject.actions.werk import VoornemenGegevens, plan_werk
from schakel.traject.models import Voornemen, Werkpunt
from schakel.traject.queries.werkvoorraad import Handeling, get_werkvoorraad
from schakel.traject.tests.world import (
    ALLEEN,
    BODEGRAVEN,
    GEDEELD,
    MONTFOORT,
    NU,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    id_of,
    know,
    link,
    newest_of,
    source,
    talk_about_everything,
)
from schakel.web.tests.world import (
    agree_on,
    as_persona,
    give_regie,
    let_it_be,
    page,
    stop_the_clock,
    text_of,
)
from schakel.wet.lijsten import Doelgroep, Wet

pytestmark = pytest.mark.django_db

ZOMER = date(2022, 8, 1)
VANDAAG = NU.date()
DAG = timedelta(days=1)
Groepen = dict[str, tuple[int, list[tuple[str, str]]]]


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


GROEPEN = ["vandaag", "doen", "beslissen", "wachten", "over", "slapend"]


def groups(name: str = "consulent", **data: object) -> Groepen:
    """Return of each group how many it has, and of each line the name and what is to be done."""
    html = page(name, "/werk/", **data)
    found: Groepen = {}
    for code, block in re.findall(r'id="groep-(\w+)">(.*?)(?=id="groep-|</main>)', html):
        number = re.search(r'groep__aantal">(\d+)<', block)
        assert number is not None
        lines = re.findall(r'werk__naam"[^>]*>([^<]*)</a> <span[^>]*>([^<]*)</span>', block)
        found[code] = int(number[1]), lines
    if "Hier is nu niets te doen" in html:
        return dict.fromkeys(GROEPEN, (0, []))
    assert list(found) == GROEPEN
    return found


def where(wat: str, name: str = "consulent", *, on: date | None = None, wie: str = "team") -> str:
    """Return the one group in which this work stands, or "" when it is nowhere."""
    if on is not None:
        let_it_be(on)
    found = [
        code for code, (_, lines) in groups(name, wie=wie).items()
        if any(told == wat for _, told in lines)
    ]  # fmt: skip
    assert len(found) <= 1, found
    return "".join(found)


def invite(uuid: UUID, on: date = date(2022, 8, 20), *, gesprek_op: date | None = None) -> None:
    gegevens = OproepGegevens(verzonden_op=on, gesprek_op=gesprek_op)
    stappen.invite(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, gegevens=gegevens, now=noon(on)
    )  # fmt: skip


def summon(uuid: UUID, on: date, uiterlijk: date) -> None:
    gegevens = OproepGegevens(verzonden_op=on, uiterlijk=uiterlijk)
    stappen.summon(actor=source(Via.SYSTEEM), dossier_uuid=uuid, gegevens=gegevens, now=noon(on))


def a_dossier_ready_in_august() -> UUID:
    """Return who had the talk, about everything, and the test; the term for the PIP still runs."""
    uuid, day = a_dossier(begin=ZOMER), date(2022, 8, 20)
    actor, now = source(Via.SYSTEEM), noon(day)
    stappen.start_brede_intake(
        actor=actor, dossier_uuid=uuid, happened_on=day, gesprek=ALLEEN, now=now
    )
    talk_about_everything(uuid, on=day)
    stappen.take_leerbaarheidstoets(actor=actor, dossier_uuid=uuid, happened_on=day, now=now)
    return uuid


def plan(uuid: UUID, handeling: Handeling, op: date, *, at: date = VANDAAG, text: str = "") -> None:
    gegevens = VoornemenGegevens(handeling=handeling, op=op, plan=text)
    plan_werk(actor=source(Via.SYSTEEM), dossier_uuid=uuid, gegevens=gegevens, now=noon(at))


def lay_before(uuid: UUID, medewerker: int) -> None:
    actor = who("consulent")
    save_concept(
        actor=actor, dossier_uuid=uuid, waarden={"begeleiding": "elke week"}, versie=0, now=NU
    )
    present_concept(actor=actor, dossier_uuid=uuid, medewerker=medewerker, now=NU)


def punt(uuid: UUID, handeling: str) -> str:
    return f"/werk/{uuid}/{handeling}/"


# who stands where


@pytest.mark.parametrize(
    ("day", "group"),
    [(VANDAAG - DAG, "wachten"), (VANDAAG, "vandaag"), (VANDAAG + DAG, "doen")],
)
def test_a_talk_is_waited_for_then_held_then_laid_down(day: date, group: str) -> None:
    invite(a_dossier(begin=ZOMER), gesprek_op=VANDAAG)

    assert where("Eerste gesprek van de brede intake", on=day) == group


@pytest.mark.parametrize(
    ("day", "group"),
    [(VANDAAG - DAG, "wachten"), (VANDAAG, "vandaag"), (VANDAAG + DAG, "doen")],
)
def test_a_test_is_waited_for_then_held_then_laid_down(day: date, group: str) -> None:
    uuid = a_dossier(begin=ZOMER)
    made = date(2022, 8, 20)
    stappen.plan_leerbaarheidstoets(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=made, gepland_op=VANDAAG,
        now=noon(made),
    )  # fmt: skip

    assert where("Leerbaarheidstoets", on=day) == group


@pytest.mark.parametrize(
    ("day", "group"),
    [(VANDAAG - DAG, "wachten"), (VANDAAG, "wachten"), (VANDAAG + DAG, "beslissen")],
)
def test_the_last_day_of_an_oproep_is_still_of_the_person(day: date, group: str) -> None:
    summon(a_dossier(begin=ZOMER), date(2022, 8, 20), VANDAAG)

    assert where("Termijn van de oproep", on=day) == group


@pytest.mark.parametrize(("day", "group"), [(VANDAAG - DAG, "wachten"), (VANDAAG, "doen")])
def test_who_stays_silent_for_two_weeks_is_called(day: date, group: str) -> None:
    invite(a_dossier(begin=ZOMER), VANDAAG - 14 * DAG)

    assert where("Antwoord op de uitnodiging", on=day) == group


@pytest.mark.parametrize(("later", "group"), [(-1, "doen"), (0, "doen"), (1, "over")])
def test_work_is_over_the_term_from_the_day_after_its_last_day(later: int, group: str) -> None:
    uuid = a_dossier(begin=ZOMER)
    last_day = Werkpunt.objects.get(dossier=id_of(uuid)).uiterlijk
    assert last_day is not None

    wat = "Uitnodigen voor het eerste gesprek"
    assert where(wat, on=last_day + later * DAG) == group


def test_a_decision_an_answer_and_a_wait_each_have_their_group() -> None:
    a_dossier_ready_in_august()
    assert where("Uitslag van de leerbaarheidstoets") == "wachten"
    assert where("PIP vaststellen") == "beslissen"
    a_dossier_with_pip(achternaam="Pip")
    a_dossier_with_pip(achternaam="Zelf", doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG)

    assert where("Aanmelden bij de taalaanbieder") == "doen"
    assert where("Inschrijving bij een taalschool") == "wachten"


def test_the_same_person_can_stand_in_two_groups() -> None:
    uuid = a_dossier(begin=ZOMER)
    invite(uuid, gesprek_op=VANDAAG)

    found = groups(wie="team")

    assert [naam for naam, _ in found["vandaag"][1]] == ["Tekle"]
    assert found["doen"][1] == [("Tekle", "Leerbaarheidstoets plannen")]


def test_mine_is_what_i_have_the_regie_of_and_unassigned_what_nobody_has() -> None:
    give_regie(a_dossier(begin=ZOMER, achternaam="Mijn"))
    a_dossier(begin=ZOMER, achternaam="Los")
    give_regie(a_dossier(begin=ZOMER, achternaam="Ander"), "collega")

    def names(**data: object) -> set[str]:
        return {naam for _, lines in groups(**data).values() for naam, _ in lines}

    assert names() == names(wie="mijn") == {"Mijn"}
    assert names(wie="niemand") == {"Los"}
    assert names(wie="team") == {"Mijn", "Los", "Ander"}
    assert {naam for _, lines in groups("collega").values() for naam, _ in lines} == {
        "Mijn", "Los", "Ander",
    }  # fmt: skip


@pytest.mark.parametrize("bad", ["iedereen", "1", "mijn' OR 1=1 --", "<b>"])
def test_an_unknown_choice_shows_what_one_starts_with(bad: str) -> None:
    give_regie(a_dossier(begin=ZOMER, achternaam="Mijn"))
    a_dossier(begin=ZOMER, achternaam="Los")

    assert groups(wie=bad)["doen"][0] == 1
    assert "<b>" not in page("consulent", "/werk/", wie=bad)


def test_a_gemeente_can_be_chosen_but_only_within_reach() -> None:
    a_dossier(begin=ZOMER, achternaam="Woerden")
    a_dossier(begin=ZOMER, achternaam="Montfoort", gemeente=MONTFOORT)
    a_dossier(begin=ZOMER, achternaam="Bodegraven", gemeente=BODEGRAVEN)

    assert groups(wie="team", gemeente=MONTFOORT)["doen"][1] == [
        ("Montfoort", "Uitnodigen voor het eerste gesprek")
    ]
    outside = groups(wie="team", gemeente=BODEGRAVEN)
    assert "Bodegraven" not in str(outside)
    assert outside == groups(wie="team")


def test_who_is_closed_or_falls_under_the_old_law_is_out() -> None:
    closed = a_dossier(begin=ZOMER, achternaam="Dicht")
    know(closed, feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN), VANDAAG)
    a_dossier(begin=ZOMER, achternaam="Eerder", wet=Wet.WI2013)
    a_dossier(begin=ZOMER, achternaam="Open")

    told = page("consulent", "/werk/", wie="team")

    assert "Open" in told
    assert "Dicht" not in told
    assert "Eerder" not in told


def test_what_is_done_disappears() -> None:
    uuid = a_dossier(begin=ZOMER)
    assert where("Uitnodigen voor het eerste gesprek") == "doen"

    invite(uuid, VANDAAG)

    assert where("Uitnodigen voor het eerste gesprek") == ""
    told = page("consulent", punt(uuid, "uitnodigen"))
    assert "Dit is al gedaan" in told
    assert "Pak ik op" not in told


def test_a_group_counts_all_of_it_and_shows_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        a_dossier(begin=ZOMER - number * DAG, achternaam=f"Naam{number}")
    monkeypatch.setattr(
        "schakel.web.werk.views.get_werkvoorraad", partial(get_werkvoorraad, limit=2)
    )

    number, lines = groups(wie="team")["doen"]

    assert number == 4
    assert [naam for naam, _ in lines] == ["Naam3", "Naam2"]
    assert "De eerste 2 van 4" in page("consulent", "/werk/", wie="team")
    shown = Inzage.objects.values_list("dossier", flat=True).distinct()
    assert len(shown) == 2


# plans


def test_a_point_sleeps_until_its_day() -> None:
    uuid, wat = a_dossier(begin=ZOMER), "Uitnodigen voor het eerste gesprek"
    plan(uuid, Handeling.UITNODIGEN, VANDAAG + 2 * DAG)

    assert where(wat) == "slapend"
    assert where(wat, on=VANDAAG + DAG) == "slapend"
    assert where(wat, on=VANDAAG + 2 * DAG) == "doen"


def test_a_plan_does_not_hide_an_appointment_of_today() -> None:
    uuid = a_dossier(begin=ZOMER)
    invite(uuid, gesprek_op=VANDAAG + DAG)
    plan(uuid, Handeling.GESPREK, VANDAAG + 9 * DAG)

    assert where("Eerste gesprek van de brede intake") == "slapend"
    assert where("Eerste gesprek van de brede intake", on=VANDAAG + DAG) == "vandaag"


def test_over_the_term_says_what_the_plan_is_until_the_plan_comes_due() -> None:
    uuid = a_dossier_after_intake()
    assert where("PIP vaststellen") == "over"
    assert "nog geen plan" in page("consulent", "/werk/", wie="team")
    for handeling in (Handeling.PIP_OPSTELLEN, Handeling.TOETS_UITSLAG):
        plan(uuid, handeling, VANDAAG + 3 * DAG, text="na overleg")

    told = page("consulent", "/werk/", wie="team")
    assert where("PIP vaststellen") == "over"
    assert "plan: 4 september 2022: na overleg" in told
    assert "nog geen plan" not in told
    assert "slaapt" not in told
    assert where("PIP vaststellen", on=VANDAAG + 3 * DAG) == "beslissen"


def test_a_plan_for_an_earlier_point_of_the_same_sort_means_nothing_for_a_new_one() -> None:
    uuid = a_dossier(begin=ZOMER)
    plan(uuid, Handeling.UITNODIGEN, VANDAAG + 60 * DAG, at=date(2022, 8, 15), text="oud plan")
    invite(uuid, gesprek_op=date(2022, 8, 25))
    missed = date(2022, 8, 26)
    stappen.miss_gesprek(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=missed, now=noon(missed)
    )

    assert where("Uitnodigen voor het eerste gesprek") == "doen"
    assert "oud plan" not in page("consulent", "/werk/", wie="team")
    assert "oud plan" not in page("consulent", punt(uuid, "uitnodigen"))
    assert "Nu weer tonen" not in page("consulent", punt(uuid, "uitnodigen"))


def test_an_old_plan_is_no_plan_for_what_is_over_the_term() -> None:
    uuid = a_dossier(begin=ZOMER)
    plan(uuid, Handeling.UITNODIGEN, VANDAAG + 200 * DAG, at=date(2022, 8, 15), text="oud plan")
    invite(uuid, gesprek_op=date(2022, 8, 25))
    missed = date(2022, 8, 26)
    stappen.miss_gesprek(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=missed, now=noon(missed)
    )

    assert where("Uitnodigen voor het eerste gesprek", on=date(2022, 12, 1)) == "over"
    told = page("consulent", "/werk/", wie="team")
    assert "oud plan" not in told
    assert "nog geen plan" in told


# one point


def test_a_point_says_why_shows_the_sum_and_leads_to_where_it_is_done() -> None:
    uuid = a_dossier(begin=ZOMER)

    told = text_of(as_persona("consulent").get(punt(uuid, "uitnodigen")))

    assert "Er is nog geen gesprek geweest" in told
    assert "Het PIP moet er uiterlijk zijn op" in told
    assert "Bi art. 5.3" in told or "5.3" in told
    assert f'href="/dossiers/{uuid}/stap/uitnodigen/">Nu doen' in told


def test_while_the_term_of_an_oproep_runs_there_is_nothing_to_do_there() -> None:
    uuid = a_dossier(begin=ZOMER)
    summon(uuid, date(2022, 8, 20), VANDAAG)

    assert f'href="/dossiers/{uuid}/">Naar het dossier' in page("consulent", punt(uuid, "oproep"))
    let_it_be(VANDAAG + DAG)
    assert "/stap/waarschuwen/" in page("consulent", punt(uuid, "oproep"))


def test_planning_puts_it_to_sleep_and_waking_brings_it_back() -> None:
    uuid, client = a_dossier(begin=ZOMER), as_persona("consulent")
    address = punt(uuid, "uitnodigen")

    said = client.post(address, {"op": "2022-09-15", "plan": "na de vakantie"}, follow=True)

    assert "Gepland op 15 september 2022." in text_of(said)
    assert where("Uitnodigen voor het eerste gesprek") == "slapend"
    told = text_of(client.get(address))
    assert "Nu gepland op 15 september 2022: na de vakantie" in told
    assert "weer in de werkvoorraad" in text_of(client.post(address, {"wekken": "1"}, follow=True))
    assert where("Uitnodigen voor het eerste gesprek") == "doen"
    assert not Voornemen.objects.exists()


@pytest.mark.parametrize(
    "day",
    ["", "31-02-2023", "morgen", "2022-09-01", "2022-08-31", "2023-09-03", "9999-12-31",
     "0001-01-01"],
)  # fmt: skip
def test_a_bad_day_is_refused_on_its_field_and_the_plan_is_kept(day: str) -> None:
    uuid = a_dossier(begin=ZOMER)

    answer = as_persona("consulent").post(
        punt(uuid, "uitnodigen"), {"op": day, "plan": "bel de tolk"}
    )

    assert answer.status_code == 200
    told = text_of(answer)
    assert 'id="id_op_error"' in told
    assert 'value="bel de tolk"' in told
    assert not Voornemen.objects.exists()


def test_the_day_a_year_ahead_is_the_last_that_can_be_chosen() -> None:
    uuid = a_dossier(begin=ZOMER)

    answer = as_persona("consulent").post(punt(uuid, "uitnodigen"), {"op": "2023-09-02"})

    assert answer.status_code == 302


def test_a_form_without_a_day_says_so_and_a_long_plan_is_refused() -> None:
    uuid, client = a_dossier(begin=ZOMER), as_persona("consulent")
    for words in ({"plan": "bel"}, {"op": "2022-09-15", "plan": "x" * 201}):
        told = text_of(client.post(punt(uuid, "uitnodigen"), words))
        assert "data-foutmelding" in told
    assert not Voornemen.objects.exists()


def test_what_is_done_cannot_be_planned_any_more() -> None:
    uuid = a_dossier(begin=ZOMER)
    invite(uuid, VANDAAG)

    answer = as_persona("consulent").post(punt(uuid, "uitnodigen"), {"op": "2022-09-15"})

    assert answer.status_code == 200
    assert not Voornemen.objects.exists()


# who sees what


def test_another_gemeente_is_not_in_the_list_and_not_found() -> None:
    uuid = a_dossier(begin=ZOMER, gemeente=BODEGRAVEN, achternaam="Elders")
    client = as_persona("consulent")

    assert "Elders" not in page("consulent", "/werk/", wie="team")
    assert client.get(punt(uuid, "uitnodigen")).status_code == 404
    for words in ({"op": "2022-09-15"}, {"wekken": "1"}):
        assert client.post(punt(uuid, "uitnodigen"), words).status_code == 404
    assert not Voornemen.objects.exists()
    assert set(Inzage.objects.values_list("geweigerd", flat=True)) == {True}


@pytest.mark.parametrize("handeling", ["bestaat-niet", "wij", "vandaag"])
def test_a_point_that_does_not_exist_is_not_found(handeling: str) -> None:
    uuid = a_dossier(begin=ZOMER)

    assert as_persona("consulent").get(punt(uuid, handeling)).status_code == 404
    assert as_persona("consulent").get(punt(uuid4(), "uitnodigen")).status_code == 404


@pytest.mark.parametrize("name", ["beleid", "beheer", "inburgeraar"])
def test_who_has_only_figures_or_nothing_is_kept_out(name: str) -> None:
    uuid, client = a_dossier(begin=ZOMER), as_persona(name)

    assert client.get("/werk/").status_code == 403
    assert client.get(punt(uuid, "uitnodigen")).status_code == 403
    assert client.post(punt(uuid, "uitnodigen"), {"op": "2022-09-15"}).status_code == 403


def test_a_reader_sees_the_work_and_plans_nothing(keten: Keten) -> None:
    uuid = a_dossier(begin=ZOMER)
    plan(uuid, Handeling.UITNODIGEN, VANDAAG + 5 * DAG)

    told = page("collega", punt(uuid, "uitnodigen"))

    assert "Waarom staat dit hier?" in told
    assert f'action="{punt(uuid, "uitnodigen")}"' not in told
    assert "Plannen" not in told
    for words in ({"op": "2022-09-15"}, {"wekken": "1"}, {}):
        answer = as_persona("collega").post(punt(uuid, "uitnodigen"), words)
        assert answer.status_code == 403
    assert Voornemen.objects.get().op == VANDAAG + 5 * DAG


def test_a_partner_sees_only_talks_and_what_was_laid_before_himself(keten: Keten) -> None:
    talk = a_dossier(begin=ZOMER, achternaam="Gesprek")
    invite(talk, gesprek_op=VANDAAG)
    laid = a_dossier_after_intake(achternaam="Voorgelegd")
    lay_before(laid, keten.begeleider)
    other = a_dossier_after_intake(achternaam="Anderman")
    lay_before(other, who("andere-partner").medewerker or 0)
    for uuid in (talk, other):
        link(uuid, keten)
    unlinked = a_dossier(begin=ZOMER, achternaam="Vreemd")
    invite(unlinked, gesprek_op=VANDAAG)

    found = groups("partner")

    assert {code: lines for code, (_, lines) in found.items() if lines} == {
        "vandaag": [("Gesprek", "Eerste gesprek van de brede intake")],
        "doen": [("Voorgelegd", "Concept-PIP meelezen")],
    }
    assert sum(number for number, _ in found.values()) == 2
    for uuid, handeling in (
        (talk, "toets_plannen"), (laid, "pip_opstellen"), (other, "pip_meelezen"),
        (unlinked, "gesprek"),
    ):  # fmt: skip
        assert as_persona("partner").get(punt(uuid, handeling)).status_code == 404
    assert as_persona("partner").get(punt(laid, "pip_meelezen")).status_code == 200


def test_a_partner_for_whom_progress_is_closed_sees_nothing_and_counts_nothing(
    keten: Keten,
) -> None:
    uuid = a_dossier(begin=ZOMER)
    invite(uuid, gesprek_op=VANDAAG)
    link(uuid, keten)
    assert groups("partner")["vandaag"][0] == 1
    Inzage.objects.all().delete()

    agree_on(keten, GEDEELD - {Gegevenscategorie.VOORTGANG})

    assert all(found == (0, []) for found in groups("partner").values())
    assert not Inzage.objects.exists()
    assert as_persona("partner").get(punt(uuid, "gesprek")).status_code == 404


def test_a_plan_of_the_gemeente_is_not_of_the_partner(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    lay_before(uuid, keten.begeleider)
    plan(uuid, Handeling.PIP_MEELEZEN, VANDAAG + 5 * DAG, text="begeleider nabellen")

    assert where("Concept-PIP meelezen", "partner") == "doen"
    for address in ("/werk/", punt(uuid, "pip_meelezen")):
        told = page("partner", address)
        assert "nabellen" not in told
        assert "slaapt" not in told
    answer = as_persona("partner").post(punt(uuid, "pip_meelezen"), {"wekken": "1"})
    assert answer.status_code == 403
    assert Voornemen.objects.exists()


def test_a_partner_does_not_reach_beyond_an_ended_link(keten: Keten) -> None:
    uuid = a_dossier(begin=ZOMER)
    invite(uuid, gesprek_op=VANDAAG)
    link(uuid, keten, tot=VANDAAG)

    assert groups("partner")["vandaag"] == (0, [])
    assert as_persona("partner").get(punt(uuid, "gesprek")).status_code == 404


# what it costs, and what is written of it


def test_thirty_people_cost_as_many_questions_as_three(keten: Keten) -> None:
    for number in range(3):
        give_regie(a_dossier(begin=ZOMER, achternaam=f"Naam{number}"))
    client, other = as_persona("consulent"), as_persona("partner")
    counted = []
    for more in (0, 27):
        for number in range(more):
            uuid = a_dossier(begin=ZOMER, achternaam=f"Meer{number}")
            invite(uuid, gesprek_op=VANDAAG)
            link(uuid, keten)
        for browser, address in ((client, "/werk/?wie=team"), (other, "/werk/")):
            browser.get(address)
            with CaptureQueriesContext(connection) as asked:
                browser.get(address)
            counted.append(len(asked))
    of_three, _, of_thirty, _ = counted

    assert of_thirty == of_three
    assert "Meer26" in text_of(client.get("/werk/?wie=team"))


def test_each_look_is_written_once_with_its_question() -> None:
    uuid = a_dossier(begin=ZOMER)
    invite(uuid, gesprek_op=VANDAAG)
    assert Werkpunt.objects.filter(dossier=id_of(uuid)).count() == 2

    page("consulent", "/werk/", wie="team")
    assert list(Inzage.objects.values_list("dossier", "vraag")) == [(id_of(uuid), "werkvoorraad")]
    page("consulent", punt(uuid, "gesprek"))

    assert set(Inzage.objects.values_list("vraag", flat=True)) == {"werkvoorraad"}
    assert Inzage.objects.count() == 2


def test_the_clock_is_the_training_clock_and_no_other() -> None:
    assert Klok.objects.get().nu == NU
    assert "1 september 2022" in page("consulent", "/werk/")


def test_a_contested_line_is_work_until_it_is_answered(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    link(uuid, keten)
    line = newest_of(uuid, events.BredeIntakeStarted.kind)
    stappen.contest(
        actor=who("partner"), dossier_uuid=uuid, gebeurtenis=line.id, tekst="nee", now=NU
    )
    assert where("Tegenspraak beantwoorden") == "doen"

    stappen.answer(
        actor=who("consulent"), dossier_uuid=uuid, gebeurtenis=line.id, tekst="ja", now=NU
    )

    assert where("Tegenspraak beantwoorden") == ""
