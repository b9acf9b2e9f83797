"""The step screens: each opens, refuses with what was typed kept, and records once."""

import re
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.http import HttpResponse

from schakel.base.actor import Via
from schakel.base.tijd import noon
from schakel.keten.actions import add_medewerker
from schakel.toegang.models import Inzage
from schakel.toegang.tests.world import a_region, who
from schakel.traject.actions import stappen
from schakel.traject.actions.stappen import OproepGegevens
from schakel.traject.tests.world import (
    BODEGRAVEN,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    id_of,
    link,
    log_of,
    source,
)
from schakel.web.tests.world import a_taalaanbieder, as_persona, page, stop_the_clock, text_of
from schakel.web.traject.stappen import STAPPEN
from schakel.wet.lijsten import Doelgroep

pytestmark = pytest.mark.django_db

VANDAAG = "2022-09-01"
PIP = {"pip-verzonden", "pip-intrekken", "aanmelden"}


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def summoned(uuid: UUID, *days: tuple[int, int]) -> None:
    """Summon on each first day of August, with a term until the second."""
    for number, (sent, until) in enumerate(days):
        act = stappen.warn_and_summon if number else stappen.summon
        on = date(2022, 8, sent)
        gegevens = OproepGegevens(verzonden_op=on, uiterlijk=date(2022, 8, until))
        act(actor=source(Via.SYSTEEM), dossier_uuid=uuid, gegevens=gegevens, now=noon(on))


def with_appointment() -> UUID:
    """Return who is asked for a talk and for the test, both on 25 August."""
    uuid, on = a_dossier(), date(2022, 8, 20)
    when = {"actor": source(Via.SYSTEEM), "dossier_uuid": uuid, "now": noon(on)}
    day = date(2022, 8, 25)
    gegevens = OproepGegevens(verzonden_op=on, gesprek_op=day)
    stappen.invite(gegevens=gegevens, **when)  # type: ignore[arg-type]
    stappen.plan_leerbaarheidstoets(happened_on=on, gepland_op=day, **when)  # type: ignore[arg-type]
    return uuid


def ready_for(naam: str) -> UUID:
    """Return someone who is at this step."""
    if naam in PIP:
        return a_dossier_with_pip()
    if naam == "inschrijving":
        return a_dossier_with_pip(doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG)
    if naam in {"onderwerpen", "toets-uitslag"}:
        return a_dossier_after_intake()
    if naam.endswith(("-gemist", "-afgezegd")):
        return with_appointment()
    if naam == "aanmelding-intrekken":
        uuid = a_dossier_with_pip()
        on = date(2022, 8, 20)
        stappen.make_aanmelding(
            actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=on, now=noon(on)
        )
        return uuid
    uuid = a_dossier()
    if naam == "waarschuwen":
        summoned(uuid, (1, 8))
    if naam == "absentie":
        summoned(uuid, (1, 8), (9, 16), (17, 24))
    return uuid


def words_for(naam: str, uuid: UUID, **changes: object) -> dict[str, object]:
    """Return a form of this step that is refused for nothing."""
    more: dict[str, object] = {
        "oproepen": {"uiterlijk": "2022-09-15"},
        "waarschuwen": {"uiterlijk": "2022-09-15"},
        "gesprek": {"vorm": "alleen", "gewezen_op_recht": "on"},
        "onderwerpen": {"taalniveau": "leest en schrijft wat"},
        "toets-plannen": {"gepland_op": "2022-09-15"},
        "toets-uitslag": {"uitslag": "b1_haalbaar"},
        "toets-ontheffing": {"grond": "visueel"},
        "aanmelden": {"taalaanbieder": ""},
    }.get(naam, {})  # type: ignore[assignment]
    return {"happened_on": VANDAAG, "gezien": log_of(uuid)[-1].id, **more, **changes}  # type: ignore[dict-item]


def address(naam: str, uuid: UUID) -> str:
    return f"/dossiers/{uuid}/stap/{naam}/"


def send(naam: str, uuid: UUID, words: dict[str, object], name: str = "consulent") -> HttpResponse:
    return as_persona(name).post(address(naam, uuid), words)


def complete(naam: str, uuid: UUID) -> dict[str, object]:
    words = words_for(naam, uuid)
    return words | ({"taalaanbieder": a_taalaanbieder()} if naam == "aanmelden" else {})


def is_refused(answer: HttpResponse, uuid: UUID, before: int) -> str:
    """Return the page of a form that was refused: nothing recorded, no redirect."""
    assert answer.status_code == 200
    assert len(log_of(uuid)) == before
    told = text_of(answer)
    assert "data-foutmelding" in told
    return told


@pytest.mark.parametrize("naam", STAPPEN)
def test_each_step_opens_with_its_own_form(naam: str) -> None:
    uuid = ready_for(naam)

    told = page("consulent", address(naam, uuid))

    assert STAPPEN[naam].titel in told
    assert STAPPEN[naam].knop in told
    assert f'name="gezien" value="{log_of(uuid)[-1].id}"' in told
    assert f'action="{address(naam, uuid)}"' in told


@pytest.mark.parametrize("naam", STAPPEN)
def test_each_step_is_recorded_and_leads_on(naam: str) -> None:
    uuid = ready_for(naam)
    before = len(log_of(uuid))

    answer = send(naam, uuid, complete(naam, uuid))

    assert answer.status_code == 302, text_of(answer)
    after = f"stap/{STAPPEN[naam].daarna}/" if STAPPEN[naam].daarna else ""
    assert answer["Location"] == f"/dossiers/{uuid}/{after}"
    assert len(log_of(uuid)) == before + 1


@pytest.mark.parametrize("naam", STAPPEN)
def test_the_same_form_sent_twice_is_recorded_once(naam: str) -> None:
    uuid = ready_for(naam)
    words, before = complete(naam, uuid), len(log_of(uuid))

    first, second = send(naam, uuid, words), send(naam, uuid, words)

    assert first.status_code == 302
    told = is_refused(second, uuid, before + 1)
    assert f'name="gezien" value="{log_of(uuid)[-1].id}"' in told


@pytest.mark.parametrize("naam", STAPPEN)
@pytest.mark.parametrize(
    "day", ["", "31-02-2022", "morgen", "2022-09-02", "1899-12-31", "2200-01-01", "9" * 60]
)
def test_a_bad_day_is_said_at_the_day(naam: str, day: str) -> None:
    uuid = ready_for(naam)
    before = len(log_of(uuid))
    words = complete(naam, uuid) | {"happened_on": day}

    told = is_refused(send(naam, uuid, words), uuid, before)

    if day != "2022-09-02" or naam in {"uitnodigen", "oproepen"}:
        assert "happened_on" in told


@pytest.mark.parametrize("naam", STAPPEN)
@pytest.mark.parametrize("seen", ["", "x", "-1", None])
def test_a_form_that_does_not_know_what_it_saw_is_mended_and_not_recorded(
    naam: str, seen: str | None
) -> None:
    uuid = ready_for(naam)
    words, before = complete(naam, uuid), len(log_of(uuid))
    words = {k: v for k, v in (words | {"gezien": seen}).items() if v is not None}

    told = is_refused(send(naam, uuid, words), uuid, before)

    assert f'name="gezien" value="{log_of(uuid)[-1].id}"' in told


@pytest.mark.parametrize("naam", STAPPEN)
def test_by_script_only_the_form_comes_back_or_the_browser_is_led_on(naam: str) -> None:
    uuid, client = ready_for(naam), as_persona("consulent")
    words, script = complete(naam, uuid), {"HX-Request": "true"}

    refused = client.post(address(naam, uuid), {**words, "happened_on": ""}, headers=script)
    done = client.post(address(naam, uuid), words, headers=script)

    assert "<html" not in text_of(refused)
    assert text_of(refused).strip().startswith("<form")
    assert done.status_code == 200
    assert done["HX-Redirect"].startswith(f"/dossiers/{uuid}/")


@pytest.mark.parametrize("naam", STAPPEN)
@pytest.mark.parametrize("name", ["collega", "beleid", "beheer", "partner", "inburgeraar"])
def test_only_who_may_record_gets_in(keten: Keten, naam: str, name: str) -> None:
    uuid = ready_for(naam)
    link(uuid, keten)
    words, before = words_for(naam, uuid), len(log_of(uuid))

    assert as_persona(name).get(address(naam, uuid)).status_code == 403
    assert send(naam, uuid, words, name).status_code == 403
    assert len(log_of(uuid)) == before


@pytest.mark.parametrize("naam", STAPPEN)
def test_a_dossier_of_another_gemeente_is_not_there(naam: str) -> None:
    uuid = a_dossier(gemeente=BODEGRAVEN, achternaam="Elders")

    for where in (uuid, uuid4()):
        answer = as_persona("consulent").get(address(naam, where))
        assert answer.status_code == 404
        assert "Elders" not in text_of(answer)
    assert send(naam, uuid, words_for(naam, uuid)).status_code == 404
    assert not Inzage.objects.filter(dossier=id_of(uuid), geweigerd=False).exists()


@pytest.mark.parametrize("naam", ["vliegen", "pip", "feit", "uitnodigen-2", "__init__", "0"])
def test_an_unknown_step_is_not_found(naam: str) -> None:
    assert as_persona("consulent").get(address(naam, a_dossier())).status_code == 404


def test_nobody_is_the_second_pair_of_eyes_who_is_not_in_the_list(keten: Keten) -> None:
    uuid, actor = a_dossier(), source(Via.SYSTEEM)
    without_task = add_medewerker(
        actor=actor, organisatie=keten.eigen, naam="Eigen", functie="x", van=date(2022, 1, 1)
    )
    mine = who("consulent").medewerker
    before = len(log_of(uuid))
    for naam in ("uitnodigen", "oproepen", "gesprek"):
        for whom in (mine, without_task, 0, -1, 10**20, "x", "1 OR 1=1"):
            words = words_for(naam, uuid, tweede_deelnemer=whom)
            words |= {"vorm": "vier_ogen"} if naam == "gesprek" else {}
            told = is_refused(send(naam, uuid, words), uuid, before)
            assert 'id="id_tweede_deelnemer_error"' in told


def test_a_colleague_of_the_partner_can_be_chosen(keten: Keten) -> None:
    uuid = a_dossier()

    answer = send(
        "uitnodigen", uuid, words_for("uitnodigen", uuid, tweede_deelnemer=keten.begeleider)
    )

    assert answer.status_code == 302
    assert as_persona("partner").get(f"/dossiers/{uuid}/").status_code == 200


@pytest.mark.parametrize(
    ("naam", "field", "bad"),
    [
        ("gesprek", "vorm", "geheim"), ("gesprek", "vorm", ""),
        ("toets-afgenomen", "uitslag", "a1"), ("toets-uitslag", "uitslag", ""),
        ("toets-ontheffing", "grond", "geen zin"), ("toets-ontheffing", "grond", ""),
        ("aanmelden", "taalaanbieder", "999999"), ("aanmelden", "taalaanbieder", ""),
        ("oproepen", "uiterlijk", ""), ("oproepen", "uiterlijk", VANDAAG),
        ("waarschuwen", "uiterlijk", "x"), ("toets-plannen", "gepland_op", ""),
        ("toets-plannen", "gepland_op", "2022-08-31"), ("uitnodigen", "gesprek_op", "2022-08-31"),
        ("uitnodigen", "gesprek_op", "0000-00-00"), ("gesprek", "reden", "x" * 4001),
        ("onderwerpen", "taalniveau", "x" * 4001), ("onderwerpen", "taalniveau", "a\x00b"),
        ("onderwerpen", "taalniveau", "   "),
    ],
)  # fmt: skip
def test_a_bad_choice_or_text_is_refused(naam: str, field: str, bad: str) -> None:
    uuid = ready_for(naam)
    before = len(log_of(uuid))

    is_refused(send(naam, uuid, words_for(naam, uuid, **{field: bad})), uuid, before)


def test_the_partner_of_the_own_organisation_is_no_taalaanbieder(keten: Keten) -> None:
    uuid = a_dossier_with_pip()
    before = len(log_of(uuid))

    for organisatie in (keten.eigen, keten.partner):
        words = words_for("aanmelden", uuid, taalaanbieder=organisatie)
        is_refused(send("aanmelden", uuid, words), uuid, before)


def test_what_was_typed_is_kept_when_it_is_refused() -> None:
    uuid = a_dossier_after_intake()
    words = words_for("onderwerpen", uuid, happened_on="2022-12-24", zelfredzaamheid="kookt <zelf>")

    told = text_of(send("onderwerpen", uuid, words))

    assert "leest en schrijft wat" in told
    assert "kookt &lt;zelf&gt;" in told
    assert 'value="2022-12-24"' in told


def test_what_another_recorded_meanwhile_is_said_and_then_it_can_be_sent() -> None:
    uuid = a_dossier()
    words = words_for("uitnodigen", uuid)
    assert send("oproepen", uuid, words_for("oproepen", uuid)).status_code == 302

    told = text_of(send("uitnodigen", uuid, words))

    assert "Intussen is in dit dossier vastgelegd" in told
    found = re.search(r'name="gezien" value="(\d+)"', told)
    assert found is not None
    assert send("uitnodigen", uuid, {**words, "gezien": found[1]}).status_code == 302


def test_each_no_show_starts_at_the_day_of_its_own_appointment() -> None:
    uuid, on = a_dossier(), date(2022, 8, 20)
    when = {"actor": source(Via.SYSTEEM), "dossier_uuid": uuid, "now": noon(on)}
    gegevens = OproepGegevens(verzonden_op=on, gesprek_op=date(2022, 8, 25))
    stappen.invite(gegevens=gegevens, **when)  # type: ignore[arg-type]
    stappen.plan_leerbaarheidstoets(  # type: ignore[arg-type]
        happened_on=on, gepland_op=date(2022, 8, 28), **when
    )

    assert 'value="2022-08-25"' in page("consulent", address("gesprek-gemist", uuid))
    assert 'value="2022-08-28"' in page("consulent", address("toets-gemist", uuid))


def test_each_screen_writes_one_look_without_words_about_a_person() -> None:
    uuid = a_dossier(achternaam="Kanarie")

    page("consulent", address("uitnodigen", uuid))

    assert list(Inzage.objects.values_list("vraag", flat=True)) == ["vastleggen"]
