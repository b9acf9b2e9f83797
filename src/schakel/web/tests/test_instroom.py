"""Opening a dossier at the screen: once, for one person, with everything or nothing."""

import re
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from schakel.dossier.models import Dossier, Persoon
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import get_persoon
from schakel.logboek.models import Gebeurtenis
from schakel.toegang.queries import find_account
from schakel.toegang.tests.world import a_region
from schakel.traject.queries import verhaal_of
from schakel.traject.tests.world import (
    BODEGRAVEN,
    NU,
    OUDEWATER,
    WOERDEN,
    Keten,
    a_dossier,
    know,
    link,
    log_of,
    see,
    source,
)
from schakel.web.tests.world import as_persona, page, stop_the_clock, text_of, words_of
from schakel.wet.lijsten import Doelgroep, Verblijfsvergunning, Wet

pytestmark = pytest.mark.django_db
NIEUW = "/dossiers/nieuw/"
ALLES = {
    "voornaam": "Sara", "achternaam": "Çelik", "bsn": "999990019", "v_nummer": "2900001047",
    "geboren_dag": "4", "geboren_maand": "5", "geboren_jaar": "1990",
    "telefoon": "06-12345678", "e_mail": "sara@voorbeeld.nl", "straat": "Rijnstraat",
    "huisnummer": "12 bis", "postcode": "3441ab", "woonplaats": "Woerden", "klantnummer": "K7",
    "gemeente": WOERDEN, "sinds": "2022-03-01",
    "vergunning": "asiel_bepaald", "vergunning_op": "2022-02-10",
    "doelgroep": "asielstatushouder", "wet": "WI2021", "plicht_op": "2022-03-05",
    "kennisgeving_op": "2022-03-10",
    "huisvesting": WOERDEN, "huisvesting_op": "2022-02-20",
    "inschrijving": WOERDEN, "inschrijving_op": "2022-03-12",
}  # fmt: skip
WEINIG = {"achternaam": "Çelik", "gemeente": WOERDEN}


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def me() -> int:
    account = find_account(username="consulent")
    assert account is not None
    return account.medewerker_id or 0


def send(words: dict[str, Any], name: str = "consulent", **changes: object) -> HttpResponse:
    sent = {"dossier": str(uuid4()), **words, **changes}
    return as_persona(name).post(NIEUW, sent, follow=True)


def test_all_that_is_known_is_recorded_on_its_own_day() -> None:
    told = words_of(send({**ALLES, "casusregisseur": me()}))

    assert "Het dossier is geopend" in told
    row = Dossier.objects.get()
    assert (row.gemeente, row.geboren_op, row.casusregisseur_id) == (
        WOERDEN, date(1990, 5, 4), me(),
    )  # fmt: skip
    stand = verhaal_of(log_of(row.uuid)).dossier_on(NU.date())
    assert (stand.opened_on, stand.per) == (date(2022, 3, 1), date(2022, 3, 1))
    assert stand.vergunning is Verblijfsvergunning.ASIEL_BEPAALD
    assert stand.doelgroep_volgens_duo is Doelgroep.ASIELSTATUSHOUDER
    assert (stand.wet_volgens_duo, stand.plicht_volgens_duo) == (Wet.WI2021, date(2022, 3, 5))
    assert stand.kennisgeving == date(2022, 3, 10)
    assert stand.hvw28_gemeente == stand.ingeschreven_in == WOERDEN
    days = {row.kind: row.happened_on for row in log_of(row.uuid)}
    assert days["dossier.doelgroep_determined"] == date(2022, 3, 5)
    assert days["dossier.casusregisseur_assigned"] == NU.date()
    for shown in ("Sara Çelik", "06-12345678", "Rijnstraat 12 bis, 3441 AB Woerden", "K7"):
        assert shown in told, shown
    assert verhaal_of(log_of(row.uuid)).problems() == []


def test_a_name_and_a_gemeente_are_enough_and_the_day_is_today() -> None:
    assert "Het dossier is geopend" in words_of(send(WEINIG))

    [opened, responsible] = log_of(Dossier.objects.get().uuid)
    assert (opened.happened_on, responsible.happened_on) == (NU.date(), NU.date())
    assert "niet toegewezen" in page("consulent", "/dossiers/")


@pytest.mark.parametrize(
    ("day", "month", "first", "precisie"),
    [("4", "5", date(1990, 5, 4), "dag"), ("", "5", date(1990, 5, 1), "maand"),
     ("", "", date(1990, 1, 1), "jaar")],
    ids=["all", "no day", "only the year"],
)  # fmt: skip
def test_a_part_of_the_birth_date_may_be_unknown(
    day: str, month: str, first: date, precisie: str
) -> None:
    send(WEINIG, geboren_dag=day, geboren_maand=month, geboren_jaar="1990")

    [row] = [one for one in log_of(Dossier.objects.get().uuid) if "born" in one.kind]
    assert (row.happened_on, row.facts) == (first, {"precisie": precisie})


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"achternaam": " "}, "achternaam", "Vul de achternaam in"),
        ({"bsn": "123456789"}, "bsn", "geen geldig BSN"),
        ({"v_nummer": "12"}, "v_nummer", "tien cijfers"),
        ({"postcode": "3441"}, "postcode", "vier cijfers en twee letters"),
        ({"e_mail": "sara"}, "e_mail", "geen e-mailadres"),
        ({"gemeente": ""}, "gemeente", "Kies de gemeente"),
        ({"gemeente": BODEGRAVEN}, "gemeente", "geldige keuze"),
        ({"sinds": "2022-09-02"}, "sinds", "ligt in de toekomst"),
        ({"kennisgeving_op": "2022-09-02"}, "kennisgeving_op", "ligt in de toekomst"),
        ({"geboren_jaar": ""}, "geboren_jaar", "Vul ook het jaar in"),
        ({"geboren_maand": ""}, "geboren_maand", "Kies ook de maand"),
        ({"geboren_dag": "31", "geboren_maand": "2"}, "geboren_dag", "bestaat niet"),
        ({"geboren_jaar": "2023"}, "geboren_jaar", "ligt in de toekomst"),
        ({"vergunning_op": ""}, "vergunning_op", "Vul ook de dag in"),
        ({"inschrijving": ""}, "inschrijving", "Maak ook een keuze"),
        ({"plicht_op": ""}, "doelgroep_op", "Vul ook de dag in"),
        ({"gezin_zoek": "iemand"}, "gezin_zoek", "Zoek eerst het gezin"),
        ({"casusregisseur": "99"}, "casusregisseur", "geldige keuze"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_wrong_stands_at_its_field_and_everything_typed_is_kept(
    changes: dict[str, str], field: str, sentence: str
) -> None:
    told = text_of(send(ALLES, **changes))

    error = re.search(rf'id="id_{field}_error">(.*?)</div></div>', told)
    assert error is not None
    assert sentence in error[1]
    kept = {**ALLES, **changes}
    for name in ("voornaam", "telefoon", "huisnummer", "vergunning_op", "huisvesting_op"):
        if kept[name]:
            assert f'value="{kept[name]}"' in told, name
    assert '<option value="asielstatushouder" selected>' in told
    assert not Dossier.objects.exists()
    assert not Persoon.objects.exists()
    assert not Gebeurtenis.objects.exists()


def test_the_same_form_sent_twice_makes_one_dossier() -> None:
    form = str(uuid4())

    for _ in range(2):
        assert f"/dossiers/{form}/" in send(ALLES, dossier=form).redirect_chain[-1][0]

    assert Dossier.objects.count() == 1
    assert len(log_of(UUID(form))) == len({row.kind for row in log_of(UUID(form))})


def test_the_same_namesake_sent_twice_makes_one_dossier_too() -> None:
    form, words = str(uuid4()), {**ALLES, "bsn": "", "v_nummer": ""}

    for _ in range(2):
        assert send(words, dossier=form).redirect_chain

    assert Dossier.objects.count() == 1


def test_a_form_that_opened_for_a_colleague_is_refused() -> None:
    uuid = a_dossier(achternaam="Kanarie")

    told = text_of(send(WEINIG, dossier=str(uuid)))

    assert "formulier is al gebruikt" in told
    assert "Kanarie" not in told


def test_who_is_known_by_a_number_is_shown_with_a_link() -> None:
    send(ALLES)
    known = Dossier.objects.get()

    told = text_of(send(WEINIG, achternaam="Anders", v_nummer="2900001047"))

    assert "Deze persoon heeft al een dossier. Zoek op" in told
    assert f'href="/dossiers/{known.uuid}/">Çelik, Sara</a>' in told
    assert 'value="Anders"' in told
    assert Dossier.objects.count() == 1


def test_of_a_person_out_of_reach_no_name_and_no_link_is_shown() -> None:
    uuid = a_dossier(achternaam="Kanarie", gemeente=BODEGRAVEN)
    Persoon.objects.update(bsn="999990019")

    told = text_of(send(WEINIG, bsn="999990019"))

    assert "vraag anders de functioneel beheerder" in told
    for secret in ("Kanarie", str(uuid), "heeft al een dossier"):
        assert secret not in told
    assert Dossier.objects.count() == 1


def test_someone_alike_is_a_question_and_a_tick_is_the_answer() -> None:
    send(ALLES)
    known = Dossier.objects.get()
    again = {**ALLES, "bsn": "", "v_nummer": ""}

    asked = text_of(send(again))
    assert "Is dit dezelfde persoon?" in asked
    assert f'href="/dossiers/{known.uuid}/">Çelik, Sara</a>, geboren 4 mei 1990' in asked
    assert 'value="Rijnstraat"' in asked
    assert Dossier.objects.count() == 1

    for tick in ("geen-uuid", str(uuid4())):
        assert "Is dit dezelfde persoon?" in text_of(send(again, anders=tick))
    assert "Het dossier is geopend" in text_of(send(again, anders=str(known.uuid)))
    assert Dossier.objects.count() == 2


def test_someone_alike_out_of_reach_is_no_question() -> None:
    uuid = a_dossier(achternaam="Çelik", gemeente=BODEGRAVEN, born=date(1990, 5, 4))

    told = text_of(send({**ALLES, "voornaam": ""}))
    assert "Het dossier is geopend" in told
    assert str(uuid) not in told


def test_a_newcomer_joins_the_household_that_was_searched() -> None:
    known = a_dossier(achternaam="Tekle")
    other = a_dossier(achternaam="Tekle", gemeente=BODEGRAVEN)
    client = as_persona("consulent")

    shown = text_of(client.post(NIEUW, {**WEINIG, "gezin_zoek": "tekle", "zoek_gezin": "1"}))
    assert f'value="{known}"' in shown
    assert str(other) not in shown
    assert 'value="Çelik"' in shown
    assert "_error" not in shown
    assert not Persoon.objects.filter(achternaam="Çelik").exists()

    told = words_of(send(WEINIG, gezin_zoek="tekle", gezin=str(known)))
    assert "Het dossier is geopend" in told
    homes = Persoon.objects.exclude(dossier__uuid=other).values_list("huishouden", flat=True)
    assert len(set(homes)) == 1
    assert "Tekle</a>" in text_of(send(WEINIG, gezin_zoek="tekle", gezin=str(known)))
    assert "Kies opnieuw" in text_of(send(WEINIG, gezin_zoek="tekle", gezin=str(other)))


def test_a_household_is_shown_as_far_as_it_may_be_seen(keten: Keten) -> None:
    uuid, other = a_dossier(), a_dossier(achternaam="Elders", gemeente=BODEGRAVEN)
    home = Persoon.objects.values_list("huishouden", flat=True).get(dossier__uuid=uuid)
    Persoon.objects.filter(dossier__uuid=other).update(huishouden=home)
    link(uuid, keten)

    told = text_of(as_persona("consulent").get(f"/dossiers/{uuid}/"))
    assert "1 gezinslid buiten uw zicht" in told
    assert "Elders" not in told
    assert "Gezin</h2>" not in page("partner", f"/dossiers/{uuid}/")


def test_the_one_who_opens_is_proposed_and_nobody_else_is(keten: Keten) -> None:
    told = page("consulent", NIEUW)

    assert f'<option value="{me()}" selected>Consulent</option>' in told
    assert "nog niet toewijzen" in told
    assert "Bodegraven-Reeuwijk" not in re.split('id="id_gemeente"', told)[1].split("</select>")[0]


@pytest.mark.parametrize("name", ["collega", "partner", "beleid", "beheer", "inburgeraar"])
def test_who_may_not_write_finds_no_door(name: str) -> None:
    uuid = a_dossier(achternaam="Dicht")

    for address in (NIEUW, f"/dossiers/{uuid}/feit/", f"/dossiers/{uuid}/gegevens/"):
        assert as_persona(name).get(address).status_code == 403
        assert as_persona(name).post(address, WEINIG).status_code == 403
    assert Persoon.objects.count() == 1


def test_only_who_may_write_sees_the_links() -> None:
    uuid = a_dossier()

    assert "Nieuw dossier</a>" in page("consulent", "/dossiers/")
    assert "Nieuw dossier</a>" not in page("collega", "/dossiers/")
    assert "Gegevens wijzigen</a>" in page("consulent", f"/dossiers/{uuid}/")
    assert "Gegevens wijzigen</a>" not in page("collega", f"/dossiers/{uuid}/")


def test_the_empty_page_asks_few_questions() -> None:
    client = as_persona("consulent")
    client.get(NIEUW)
    with CaptureQueriesContext(connection) as asked:
        client.get(NIEUW)
    assert len(asked) < 40


def add_fact(uuid: UUID, soort: str, **words: object) -> HttpResponse:
    sent = {"gezien": log_of(uuid)[-1].id, **words}
    address = f"/dossiers/{uuid}/feit/?soort={soort}"
    return as_persona("consulent").post(address, sent, follow=True)


@pytest.mark.parametrize(
    ("soort", "words", "kind", "facts"),
    [
        ("geboorte", {"geboren_maand": "5", "geboren_jaar": "1990"}, "dossier.person_born",
         {"precisie": "maand"}),
        ("vergunning", {"vergunning": "regulier_bepaald", "doel": "gezinslid",
                        "status_referent": "nederlander", "vergunning_op": "2022-05-01"},
         "dossier.vergunning_granted",
         {"vergunning": "regulier_bepaald", "doel": "gezinslid", "status_referent": "nederlander"}),
        ("plicht", {"plicht_op": "2022-05-01"}, "dossier.plicht_begun", {}),
        ("doelgroep", {"doelgroep": "gezinsmigrant_overig", "doelgroep_op": "2022-05-01"},
         "dossier.doelgroep_determined", {"doelgroep": "gezinsmigrant_overig"}),
        ("wet", {"wet": "WI2013", "wet_op": "2022-05-01"}, "dossier.wet_determined",
         {"wet": "WI2013"}),
        ("kennisgeving", {"kennisgeving_op": "2022-05-01"}, "dossier.kennisgeving_sent", {}),
        ("huisvesting", {"huisvesting": BODEGRAVEN, "huisvesting_op": "2022-05-01"},
         "dossier.housing_assigned", {"gemeente": BODEGRAVEN}),
        ("inschrijving", {"inschrijving": OUDEWATER, "inschrijving_op": "2022-05-01"},
         "dossier.brp_registered", {"gemeente": OUDEWATER}),
    ],
)  # fmt: skip
def test_one_fact_that_became_known_is_recorded(
    soort: str, words: dict[str, str], kind: str, facts: dict[str, str]
) -> None:
    send(WEINIG, sinds="2022-03-01")
    uuid = Dossier.objects.get().uuid

    told = text_of(add_fact(uuid, soort, **words))

    assert "Vastgelegd:" in told
    row = log_of(uuid)[-1]
    assert (row.kind, row.facts) == (kind, facts)


def test_leaving_the_brp_needs_an_entry_and_says_so() -> None:
    send(WEINIG)
    uuid = Dossier.objects.get().uuid

    told = text_of(add_fact(uuid, "uitschrijving", uitschrijving_op="2022-08-01"))
    assert "geen inschrijving in de BRP" in told
    assert 'value="2022-08-01"' in told
    know(uuid, feiten.BRPRegistered(gemeente=WOERDEN), date(2022, 7, 1))
    assert "Vastgelegd" in text_of(add_fact(uuid, "uitschrijving", uitschrijving_op="2022-08-01"))


@pytest.mark.parametrize(
    ("soort", "words", "field"),
    [("geboorte", {}, "geboren_jaar"), ("plicht", {}, "plicht_op"),
     ("plicht", {"plicht_op": "2022-09-02"}, "plicht_op"),
     ("wet", {"wet_op": "2022-05-01"}, "wet"), ("wet", {"wet": "WI2013"}, "wet_op")],
)  # fmt: skip
def test_half_a_fact_is_refused_at_its_field(soort: str, words: dict[str, str], field: str) -> None:
    send(WEINIG)
    uuid = Dossier.objects.get().uuid

    assert f'id="id_{field}_error"' in text_of(add_fact(uuid, soort, **words))
    assert len(log_of(uuid)) == 2


def test_a_screen_that_is_out_of_date_is_told_and_may_be_sent_again() -> None:
    send(WEINIG, sinds="2022-03-01")
    uuid = Dossier.objects.get().uuid
    seen = log_of(uuid)[-1].id
    know(uuid, feiten.KennisgevingSent(), date(2022, 4, 1))

    told = text_of(add_fact(uuid, "plicht", plicht_op="2022-05-01", gezien=seen))

    assert "Intussen is in dit dossier vastgelegd: kennisgeving" in told
    assert f'name="gezien" value="{log_of(uuid)[-1].id}"' in told


def test_without_a_kind_one_chooses_and_an_unknown_kind_is_no_kind() -> None:
    uuid = a_dossier()

    for tail in ("", "?soort=dossier.closed"):
        told = page("consulent", f"/dossiers/{uuid}/feit/{tail}")
        assert 'href="?soort=vergunning"' in told
        assert "<form class" not in told.split("<main")[1]
    elsewhere = a_dossier(achternaam="Elders", gemeente=BODEGRAVEN)
    for tail in ("feit/?soort=plicht", "gegevens/"):
        answer = as_persona("consulent").get(f"/dossiers/{elsewhere}/{tail}")
        assert answer.status_code == 404


def test_names_and_contact_data_are_changed_and_the_bsn_is_never_shown_whole() -> None:
    send(ALLES)
    uuid = Dossier.objects.get().uuid
    address, client = f"/dossiers/{uuid}/gegevens/", as_persona("consulent")

    form = text_of(client.get(address))
    assert 'value="Rijnstraat"' in form
    assert 'name="bsn"' not in form
    assert "999990019" not in form
    words = {"achternaam": "Demir", "telefoon": "0348 123456", "v_nummer": "2900001047"}
    told = text_of(client.post(address, words, follow=True))

    assert "De gegevens zijn gewijzigd" in told
    persoon = get_persoon(actor=source(via="systeem"), zicht=see(uuid))  # type: ignore[arg-type]
    assert (persoon.naam, persoon.telefoon, persoon.adres) == ("Demir", "0348 123456", "")
    assert Persoon.objects.get().bsn == "999990019"


def test_a_number_of_someone_else_is_refused_on_the_form() -> None:
    send(ALLES)
    send(WEINIG, achternaam="Later")
    uuid = Dossier.objects.get(persoon__achternaam="Later").uuid

    told = text_of(
        as_persona("consulent").post(
            f"/dossiers/{uuid}/gegevens/", {"achternaam": "Later", "bsn": "999990019"}
        )
    )
    assert 'id="id_bsn_error"' in told
    assert "heeft al een dossier" in told
