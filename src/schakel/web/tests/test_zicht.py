"""Who sees what and why, and sharing what the newcomer himself asks to share."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.dossier.models import Betrokkene, Dossier
from schakel.dossier.queries import events as feiten
from schakel.toegang.models import Account
from schakel.toegang.queries import system_actor
from schakel.traject.actions.dossier import assign_casusregisseur, record_feit
from schakel.web.tests.world import as_persona, page, words_of
from tests.zicht.kanarie import (
    BSN,
    IN,
    LINK_TOT,
    NA_AFSPRAAK,
    NA_KOPPELING,
    VOOR,
    Wereld,
    bouw,
    let_it_be,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def wereld() -> Wereld:
    made = bouw()
    let_it_be(IN)
    return made


def nagaan(uuid: UUID, *, wie: str, dag: date, als: str = "privacy") -> str:
    """Return what the page says that someone sees on a day."""
    account = Account.objects.get(username=wie).pk
    answer = as_persona(als).get(f"/dossiers/{uuid}/zicht/", {"wie": account, "dag": f"{dag}"})
    assert answer.status_code == 200
    return words_of(answer)


# --- who sees what ------------------------------------------------------------------------------


def test_each_open_category_names_its_agreement_and_each_closed_one_why(wereld: Wereld) -> None:
    shown = nagaan(wereld.vol, wie="mb-woerden", dag=IN)

    assert "Ziet 7 van de 15 soorten gegevens" in shown
    assert "open Taal en leerroute Afspraak: samen de brede intake" in shown
    assert "convenant), tot 01-12-2022" in shown
    assert "dicht Burgerservicenummer De afspraak noemt deze gegevens niet." in shown
    assert "dicht Gezondheid Gezondheid blijft binnen het college" in shown


@pytest.mark.parametrize(
    ("wie", "dag", "waarom"),
    [
        ("mb-woerden", VOOR, "De koppeling als tweede paar ogen begint op 01-05-2022."),
        ("mb-woerden", NA_KOPPELING, f"eindigde op {LINK_TOT:%d-%m-%Y}."),
        ("sociaal-woerden", NA_AFSPRAAK, "De afspraak eindigde op 01-12-2022."),
        ("mb-montfoort", IN, "Het account werkt niet voor Woerden."),
        ("sociaal-oudewater", IN, "Deze medewerker is niet aan dit dossier gekoppeld."),
        ("control", IN, "Deze rol ziet geen dossiers."),
        ("casus-woerden", date(2021, 1, 1), "Op deze dag werkt dit account niet"),
    ],
)
def test_who_sees_nothing_is_told_why(wie: str, dag: date, waarom: str, wereld: Wereld) -> None:
    shown = nagaan(wereld.vol, wie=wie, dag=dag)

    assert "Ziet niets van dit dossier." in shown
    assert waarom in shown


def test_a_convenant_that_was_never_signed_says_so(wereld: Wereld) -> None:
    shown = nagaan(wereld.concept, wie="mb-woerden", dag=NA_AFSPRAAK)

    assert "De afspraak is niet ondertekend, en gold voorlopig tot 01-01-2023." in shown


def test_inside_the_college_health_is_for_who_needs_it(wereld: Wereld) -> None:
    assert "dicht Gezondheid Alleen voor wie het nodig heeft (art. 9.11 Bi)" in nagaan(
        wereld.vol, wie="traject", dag=IN
    )
    assert "Ziet 15 van de 15" in nagaan(wereld.vol, wie="team", dag=IN)


@pytest.mark.parametrize("wie", ["mb-woerden", "taal-utrecht", "sociaal-woerden", "traject"])
@pytest.mark.parametrize("dag", [VOOR, IN, NA_KOPPELING, NA_AFSPRAAK], ids=str)
def test_the_page_says_what_the_dossier_itself_does(wie: str, dag: date, wereld: Wereld) -> None:
    said = nagaan(wereld.vol, wie=wie, dag=dag)

    let_it_be(dag)
    found = as_persona(wie).get(f"/dossiers/{wereld.vol}/")
    assert (found.status_code == 404) is ("Ziet niets van dit dossier." in said)
    if found.status_code == 200:
        opened = {name for name, is_open in found.context["open"].items() if is_open}
        for one in Gegevenscategorie:
            state = "open" if one.value in opened else "dicht"
            assert f"{state} {one.label[:1].upper()}{one.label[1:]}" in said


def test_going_into_sight_shows_nothing_of_anyone_and_is_for_who_may(wereld: Wereld) -> None:
    shown = nagaan(wereld.vol, wie="casus-woerden", dag=IN)
    for kanarie in wereld.kanaries[wereld.vol]:
        if kanarie not in {"1987-02-13", "2022-03-03", "2022-05-09"}:
            assert kanarie not in shown

    address = f"/dossiers/{wereld.vol}/zicht/"
    assert as_persona("mb-woerden").get(address).status_code == 403
    assert as_persona("casus-bodegraven").get(address).status_code == 404
    assert 'href="' + address in page("casus-woerden", f"/dossiers/{wereld.vol}/")


# --- both pairs of eyes read the same -----------------------------------------------------------


def test_each_sees_whether_the_other_has_read_the_latest(wereld: Wereld) -> None:
    address = f"/dossiers/{wereld.vol}/"
    keten = wereld.keten
    assign_casusregisseur(
        actor=system_actor(at=noon(IN)), dossier_uuid=wereld.vol, now=noon(IN),
        medewerker=keten.medewerkers["casus-woerden"], reden="",
    )  # fmt: skip
    mine = words_of(as_persona("casus-woerden").get(address))
    assert "Anja Blom, Maatschappelijke begeleiding Woerden (voorbeeld) Las dit dossier nog" in mine
    assert "Ziet: naam, contactgegevens, onderwijs en werk, taal en leerroute" in mine

    theirs = words_of(as_persona("mb-woerden").get(address))
    assert "Sanne de Wit, Ferm Werk Heeft het laatste gelezen" in theirs
    assert "Anja Blom, Maatschappelijke begeleiding Woerden (voorbeeld) Heeft het laatste" in (
        words_of(as_persona("casus-woerden").get(address))
    )

    later = IN + timedelta(days=1)
    let_it_be(later)
    for feit in (feiten.BRPRegistered(gemeente="0632"), feiten.KennisgevingSent()):
        record_feit(
            actor=system_actor(at=noon(later)), dossier_uuid=wereld.vol, feit=feit,
            happened_on=later, now=noon(later),
        )  # fmt: skip
    assign_casusregisseur(
        actor=system_actor(at=noon(later)), dossier_uuid=wereld.vol, now=noon(later),
        medewerker=keten.medewerkers["team"], reden="vervanging",
    )  # fmt: skip
    again = words_of(as_persona("casus-woerden").get(address))
    assert "Las dit het laatst 1 september 2022" in again
    assert "Sindsdien 1 regel erbij." in again


def test_after_a_talk_alone_the_second_reads_what_may_be_shared(wereld: Wereld) -> None:
    address = f"/dossiers/{wereld.los}/"
    typed = {
        "happened_on": f"{IN}", "vorm": "alleen", "gewezen_op_recht": "on",
        "leest_mee": wereld.keten.medewerkers["mb-woerden"],
    }  # fmt: skip
    client = as_persona("casus-woerden")
    begin = client.get(f"{address}stap/gesprek/").context["form"]
    typed |= {name: begin[name].value() for name in begin.fields if begin[name].is_hidden}

    wrong = client.post(f"{address}stap/gesprek/", typed | {"vorm": "later_jaar"})
    assert "Achteraf meelezen hoort bij een gesprek alleen." in words_of(wrong)
    assert as_persona("mb-woerden").get(address).status_code == 404
    done = client.post(f"{address}stap/gesprek/", typed)
    assert done.status_code == 302, words_of(done)

    shown = words_of(as_persona("mb-woerden").get(address))
    assert "Eerste gesprek van de brede intake, alleen, op verzoek van de inburgeraar" in shown
    assert "leest mee na een gesprek alleen" in words_of(client.get(address))


# --- what the newcomer asks himself -------------------------------------------------------------


def keuze(wereld: Wereld) -> str:
    """Return the choice of the sociaal team under its agreement."""
    afspraak = wereld.keten.deelafspraken["sociaal-woerden", "0632"]
    return f"{afspraak}-{wereld.keten.medewerkers['sociaal-woerden']}"


def vraag(wereld: Wereld, **changes: object) -> dict[str, object]:
    typed = {
        "met": keuze(wereld), "categorieen": ["identiteit", "contact"],
        "woorden": "Ilse mag mij bellen", "gevraagd_op": f"{IN}",
    }  # fmt: skip
    return typed | changes


def test_what_is_asked_opens_and_what_is_taken_back_closes_at_once(wereld: Wereld) -> None:
    address = f"/dossiers/{wereld.los}/"
    assert as_persona("sociaal-woerden").get(address).status_code == 404

    done = as_persona("casus-woerden").post(f"{address}delen/", vraag(wereld), follow=True)
    assert "Vanaf vandaag wordt gedeeld wat de inburgeraar vroeg." in words_of(done)
    shown = words_of(as_persona("sociaal-woerden").get(address))
    assert "Zanglijster" in shown
    assert "Telefoon" in shown
    assert "Volgende stap" not in shown
    assert "Ziet 2 van de 15" in nagaan(wereld.los, wie="sociaal-woerden", dag=IN)

    link = Betrokkene.objects.get(dossier__uuid=wereld.los)
    asked = page("casus-woerden", f"{address}delen/{link.pk}/einde/")
    assert "Delen intrekken" in asked
    as_persona("casus-woerden").post(f"{address}delen/{link.pk}/einde/")
    assert as_persona("sociaal-woerden").get(address).status_code == 404
    link.refresh_from_db()
    assert (link.tot, link.beeindigd_door) == (IN, wereld.keten.medewerkers["casus-woerden"])


@pytest.mark.parametrize(
    ("changes", "melding"),
    [
        ({"categorieen": []}, "Dit veld is verplicht"),
        ({"categorieen": ["bsn"]}, "Selecteer een geldige keuze"),
        ({"woorden": " "}, "Dit veld is verplicht"),
        ({"gevraagd_op": "2022-09-02"}, "Deze dag moet nog komen"),
        ({"met": "1-1"}, "Selecteer een geldige keuze"),
    ],
)
def test_what_was_not_asked_or_not_agreed_is_not_shared(
    changes: dict[str, object], melding: str, wereld: Wereld
) -> None:
    done = as_persona("casus-woerden").post(
        f"/dossiers/{wereld.los}/delen/", vraag(wereld, **changes)
    )

    assert melding in words_of(done)
    assert not Betrokkene.objects.filter(dossier__uuid=wereld.los).exists()


def test_a_partner_and_another_gemeente_share_nothing(wereld: Wereld) -> None:
    dossier = Dossier.objects.get(uuid=wereld.vol)
    link = Betrokkene.objects.filter(dossier=dossier).first()
    assert link
    for wie, code in (("mb-woerden", 403), ("casus-bodegraven", 404), ("traject", 403)):
        for address in ("delen/", f"delen/{link.pk}/einde/"):
            done = as_persona(wie).post(f"/dossiers/{wereld.vol}/{address}", vraag(wereld))
            assert done.status_code == code, (wie, address)
    elders = as_persona("casus-woerden").post(f"/dossiers/{wereld.los}/delen/{link.pk}/einde/")
    assert elders.status_code == 404
    link.refresh_from_db()
    assert link.beeindigd_door is None


def test_sharing_twice_is_refused_in_words(wereld: Wereld) -> None:
    client, address = as_persona("casus-woerden"), f"/dossiers/{wereld.los}/delen/"
    client.post(address, vraag(wereld))

    again = client.post(address, vraag(wereld))

    assert "wordt al gedeeld op verzoek. Trek dat eerst in." in words_of(again)
    assert Betrokkene.objects.filter(dossier__uuid=wereld.los).count() == 1


def test_no_number_stands_in_what_is_kept_of_a_request(wereld: Wereld) -> None:
    as_persona("casus-woerden").post(f"/dossiers/{wereld.vol}/delen/", vraag(wereld))

    row = Betrokkene.objects.order_by("pk").last()
    assert row
    assert (row.alleen, row.gevraagd_op, row.van) == ("|contact|identiteit|", IN, IN)
    assert BSN not in f"{row.reden}{row.alleen}"
    assert noon(IN).date() == row.van
