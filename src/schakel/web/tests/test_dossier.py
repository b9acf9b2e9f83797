"""One dossier: what is told, to whom, and what is kept closed."""

from dataclasses import fields
from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.dossier.models import Persoon
from schakel.dossier.queries import events as feiten
from schakel.toegang.tests.world import a_region, who
from schakel.traject.actions import stappen
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.events import Gespreksvorm
from schakel.traject.queries import ALL_KINDS, Herstel
from schakel.traject.tests.world import (
    ALLEEN,
    NU,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    know,
    link,
    newest_of,
)
from schakel.web.tests.world import agree_on, as_persona, page, stop_the_clock, words_of
from schakel.wet.lijsten import (
    Doelgroep,
    GrondLeerbaarheidstoetsOntheffing,
    IntakeOnderwerp,
    Leerroute,
    StatusReferent,
    UitslagLeerbaarheidstoets,
    Verblijfsvergunning,
    Wet,
)

pytestmark = pytest.mark.django_db

ANY = {
    "precisie": feiten.Precisie.JAAR, "gemeente": "0632", "per": date(2022, 5, 1),
    "vergunning": Verblijfsvergunning.ASIEL_BEPAALD, "doel": "niet_tijdelijk_overig",
    "status_referent": StatusReferent.NEDERLANDER, "doelgroep": Doelgroep.ASIELSTATUSHOUDER,
    "wet": Wet.WI2021, "gepland_op": date(2022, 6, 1), "leerroute": Leerroute.B1,
    "tweede_deelnemer": 1, "taalaanbieder": 1, "uitslag": UitslagLeerbaarheidstoets.ONBEKEND,
    "gesprek_op": date(2022, 6, 1), "uiterlijk": date(2022, 6, 1), "vorm": Gespreksvorm.ALLEEN,
    "gewezen_op_recht": True, "onderwerp": IntakeOnderwerp.VVE, "gebeurtenis": 1,
    "grond": GrondLeerbaarheidstoetsOntheffing.VISUEEL, "medewerker": 1,
}  # fmt: skip


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def exempted(uuid: UUID) -> None:
    day = date(2022, 4, 20)
    stappen.exempt_from_leerbaarheidstoets(
        actor=who("consulent"),
        dossier_uuid=uuid,
        happened_on=day,
        grond=GrondLeerbaarheidstoetsOntheffing.VISUEEL,
        now=noon(day),
    )


def never_so(uuid: UUID, kind: str, reden: str) -> None:
    herstel = Herstel(
        gebeurtenis=newest_of(uuid, kind).id, event=None, happened_on=NU.date(), reden=reden
    )
    correct_gebeurtenis(actor=who("consulent"), dossier_uuid=uuid, herstel=herstel, now=NU)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_of_gebeurtenis_tells_its_line(kind: str) -> None:
    event = ALL_KINDS[kind]
    reden = {
        "dossier.closed": feiten.RedenSluiting.AFGEROND,
        "dossier.plicht_ended": feiten.RedenEindePlicht.VOLDAAN,
    }
    facts, names = {**ANY, "reden": reden.get(kind)}, [field.name for field in fields(event)]
    made = event(**{name: facts.get(name) for name in names})  # type: ignore[arg-type]

    told = render_to_string(
        f"web/tijdlijn/{kind}.html",
        {"event": made, "gemeenten": {"0632": "Woerden"}, "mensen": {1: "Anja"}},
    )

    assert len(told.strip()) > 5
    assert "0632" not in told
    assert "_" not in told


def test_a_partner_may_see_the_last_day_but_not_the_facts_of_the_sum(keten: Keten) -> None:
    uuid = a_dossier_with_pip()
    link(uuid, keten)

    told = page("partner", f"/dossiers/{uuid}/")

    assert "20 mei 2022" in told
    assert "niet worden gedeeld" in told
    for secret in ("asielvergunning", "inschrijving in de gemeente", "11 maart 2022"):
        assert secret not in told, secret


def test_an_ontheffing_is_about_health_and_stays_closed(keten: Keten) -> None:
    uuid = a_dossier()
    exempted(uuid)
    link(uuid, keten)

    assert "ontheffing" in page("consulent", f"/dossiers/{uuid}/").lower()
    told = page("partner", f"/dossiers/{uuid}/")
    assert "ontheffing" not in told.lower()
    assert "20 april 2022" not in told


def test_without_taal_no_route_and_no_day_of_the_pip(keten: Keten) -> None:
    uuid = a_dossier_with_pip()
    link(uuid, keten)
    agree_on(keten, {Gegevenscategorie.IDENTITEIT, Gegevenscategorie.VOORTGANG})

    told = page("partner", f"/dossiers/{uuid}/")
    for secret in ("B1-route", '<time datetime="2022-05-02"', "vastgesteld op"):
        assert secret not in told, secret
    listed = page("partner", "/dossiers/")
    assert "vastgesteld" in listed
    assert "2 mei 2022" not in listed


def test_a_closed_name_is_not_on_any_page(keten: Keten) -> None:
    uuid = a_dossier_with_pip(achternaam="Kanarie")
    Persoon.objects.filter(achternaam="Kanarie").update(bsn="999900407", v_nummer="2900001047")
    link(uuid, keten)
    agree_on(keten, {Gegevenscategorie.VOORTGANG})

    told = page("partner", f"/dossiers/{uuid}/") + page("partner", "/dossiers/")
    assert "naam afgeschermd" in told
    for secret in ("Kanarie", "0407", "2900001047", "1990", "Doelgroep", "tweede paar ogen:"):
        assert secret not in told, secret


def test_contact_data_are_shown_only_where_they_are_shared(keten: Keten) -> None:
    uuid = a_dossier(achternaam="Kanarie")
    Persoon.objects.update(
        telefoon="0612345678", e_mail="k@voorbeeld.nl", straat="Rijnstraat", huisnummer="12",
        postcode="3441 AB", woonplaats="Woerden", klantnummer="KLANT7",
    )  # fmt: skip
    link(uuid, keten)
    contact = ("0612345678", "k@voorbeeld.nl", "Rijnstraat 12, 3441 AB Woerden")

    own, shared = (page(name, f"/dossiers/{uuid}/") for name in ("consulent", "partner"))
    agree_on(keten, {Gegevenscategorie.IDENTITEIT, Gegevenscategorie.VOORTGANG})
    closed = page("partner", f"/dossiers/{uuid}/")

    for value in contact:
        assert value in own
        assert value in shared
        assert value not in closed
    assert "KLANT7" in own
    assert "KLANT7" not in shared + closed
    assert "Telefoon" not in closed


def test_with_nothing_but_a_name_the_columns_of_progress_are_gone(keten: Keten) -> None:
    link(a_dossier_with_pip(), keten)
    agree_on(keten, {Gegevenscategorie.IDENTITEIT})

    told = page("partner", "/dossiers/")
    for column in ("Doelgroep", "Volgende stap", "PIP uiterlijk", "vastgesteld"):
        assert column not in told


def test_what_never_happened_in_a_closed_category_leaves_no_line(keten: Keten) -> None:
    uuid = a_dossier()
    know(uuid, feiten.BRPDeregistered(), date(2022, 8, 7))
    never_so(uuid, "dossier.brp_deregistered", "verkeerde persoon")
    link(uuid, keten)

    told = page("partner", f"/dossiers/{uuid}/")
    assert "7 augustus 2022" not in told
    assert "verkeerde persoon" not in told


def test_a_corrected_line_says_who_when_why_and_what_instead() -> None:
    uuid = a_dossier_with_pip()
    never_so(uuid, "traject.pip_established", "dubbel ingevoerd")

    told = words_of(as_persona("consulent").get(f"/dossiers/{uuid}/"))

    assert (
        "Hersteld op 1 september 2022, 12.00 uur door Consulent, Uitvoering: dubbel ingevoerd"
        in told
    )
    assert "In plaats hiervan: dit is niet gebeurd" in told
    assert "Een eerdere stap" not in told


def test_a_correction_is_not_seen_before_it_was_made() -> None:
    uuid = a_dossier_with_pip()
    never_so(uuid, "traject.pip_established", "dubbel ingevoerd")

    then = page("consulent", f"/dossiers/{uuid}/", bekend_op="2022-08-15")
    assert "<s>" not in then
    assert "dubbel ingevoerd" not in then
    assert "PIP vastgesteld: B1-route" in then


@pytest.mark.parametrize(
    ("feit", "on", "said"),
    [
        (feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN), date(2022, 8, 1),
         "het dossier is gesloten op 1 augustus 2022"),
        (feiten.PlichtWithdrawn(), date(2022, 8, 1),
         "de inburgeringsplicht is geëindigd op 1 augustus 2022"),
        (feiten.WetDetermined(wet=Wet.WI2013), date(2022, 8, 1),
         "deze persoon valt buiten de Wet inburgering 2021"),
    ],
    ids=["closed", "withdrawn", "old law"],
)  # fmt: skip
def test_who_has_no_next_step_is_told_why(feit: object, on: date, said: str) -> None:
    uuid = a_dossier()
    know(uuid, feit, on)  # type: ignore[arg-type]

    told = page("consulent", f"/dossiers/{uuid}/")
    assert said in told
    assert "Nodig uit voor" not in told
    assert 'aria-current="step"' not in told


def test_an_appointment_that_passed_asks_for_the_outcome() -> None:
    uuid = a_dossier()
    for event, day in (
        (stappen.start_brede_intake, date(2022, 4, 1)),
        (stappen.plan_leerbaarheidstoets, date(2022, 4, 2)),
    ):
        extra = (
            {"gepland_op": date(2022, 4, 11)} if "plan" in event.__name__ else {"gesprek": ALLEEN}
        )
        event(actor=who("consulent"), dossier_uuid=uuid, happened_on=day, now=noon(day), **extra)

    told = page("consulent", f"/dossiers/{uuid}/")
    assert (
        "De leerbaarheidstoets was gepland op 11 april 2022. Leg vast of die is afgenomen" in told
    )


def test_a_closed_dossier_is_never_called_late() -> None:
    uuid = a_dossier()
    know(uuid, feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN), date(2022, 8, 1))

    told = page("consulent", "/dossiers/")
    assert "gesloten" in told
    assert "te laat" not in told


def test_who_only_reads_gets_no_way_to_correct() -> None:
    told = page("collega", f"/dossiers/{a_dossier_after_intake()}/")

    assert "Tijdlijn" in told
    assert "herstellen/" not in told
    assert "pip/" not in told


def test_a_day_that_must_still_come_is_refused_in_a_sentence() -> None:
    told = page("consulent", f"/dossiers/{a_dossier()}/", bekend_op="2022-09-02")

    assert "Deze dag moet nog komen" in told
    assert "zoals het bekend was" not in told


def test_a_long_story_asks_as_many_questions_as_a_short_one() -> None:
    client, short, long = as_persona("consulent"), a_dossier(), a_dossier_with_pip()
    for uuid in (short, long):
        client.get(f"/dossiers/{uuid}/")
    with CaptureQueriesContext(connection) as few:
        client.get(f"/dossiers/{short}/")
    with CaptureQueriesContext(connection) as many:
        client.get(f"/dossiers/{long}/")

    assert len(many) <= len(few) + 1  # the names of who recorded the steps
    assert len(many) < 40


def test_a_list_of_many_pages_says_where_you_are() -> None:
    for number in range(51):
        a_dossier(achternaam=f"Naam{number:02}", registered=False, confirmed=False)

    first, second = page("consulent", "/dossiers/"), page("consulent", "/dossiers/", pagina=2)
    assert "1 tot en met 50 van 51" in first
    assert "51 tot en met 51 van 51" in second
    assert "Volgende</a>" not in second
    assert "Deze bladzijde is leeg" in page("consulent", "/dossiers/", pagina=3)


def test_a_gemeente_out_of_reach_is_no_filter() -> None:
    a_dossier()

    assert "hoort niet bij uw werk" in page("consulent", "/dossiers/", gemeente="1901")
