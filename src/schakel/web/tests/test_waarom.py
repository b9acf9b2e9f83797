"""Every date, right and refusal of a dossier opens its sum, and the sum leads to its rule."""

from datetime import date
from html.parser import HTMLParser
from uuid import UUID

import pytest
from django.http import HttpResponse

from schakel.base.actor import Via
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.tijd import noon
from schakel.dossier.models import Persoon
from schakel.dossier.queries import events as feiten
from schakel.toegang.tests.world import a_region, who
from schakel.traject.actions import stappen
from schakel.traject.actions.dossier import record_feit
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.pip import send_pip
from schakel.traject.queries import Herstel
from schakel.traject.tests.world import (
    NU,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    link,
    log_of,
    newest_of,
    source,
)
from schakel.web.tests.world import (
    agree_on,
    as_persona,
    let_it_be,
    page,
    pip_words,
    stop_the_clock,
    words_of,
)
from schakel.wet.lijsten import Doelgroep

pytestmark = pytest.mark.django_db

IDENTITEIT, VOORTGANG = Gegevenscategorie.IDENTITEIT, Gegevenscategorie.VOORTGANG
TAAL, VERBLIJF = Gegevenscategorie.TAAL, Gegevenscategorie.VERBLIJF


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


class Forms(HTMLParser):
    """The forms of a page by address, with their hidden fields; and how deep they are nested."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self.open, self.deepest = 0, 0
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(told)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form, and what is in it."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.open += 1
            self.deepest = max(self.deepest, self.open)
            self.found.append((given.get("action", ""), {}))
        if tag == "input" and self.open and "value" in given:
            self.found[-1][1][given.get("name", "")] = given["value"]

    def handle_endtag(self, tag: str) -> None:
        """A form ends."""
        self.open -= tag == "form"

    def to_rules(self) -> dict[str, str]:
        """Return what each rule would be asked with."""
        return {
            address.split("/")[2]: hidden["basis"]
            for address, hidden in self.found
            if address.startswith("/wet/")
        }


def sent(uuid: UUID, on: date) -> None:
    """The PIP goes out."""
    send_pip(actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=on, now=noon(on))


def a_dossier_with_all(**changes: object) -> UUID:
    uuid = a_dossier_with_pip(**changes)
    sent(uuid, date(2022, 5, 6))
    return uuid


def test_every_date_right_and_conclusion_opens_its_sum_and_names_its_rule() -> None:
    told = page("consulent", f"/dossiers/{a_dossier_with_all()}/")

    for rule in (
        "pip_termijn", "inburgeringstermijn", "bezwaartermijn", "begin_inburgeringsplicht",
        "toepasselijke_wet", "doelgroep", "rechten",
    ):  # fmt: skip
        assert f'href="/wet/{rule}/"' in told, rule
    assert "Bezwaar tegen het PIP tot en met" in told
    assert "17 juni 2022" in told
    for line in (
        "Maatschappelijke begeleiding <strong>ja</strong>",
        "Lening bij DUO <strong>nee</strong>",
        "Ontzorging <strong>bij recht op bijstand</strong>",
    ):
        assert line in told, line
    assert "https://wetten.overheid.nl/BWBR0045555/2022-05-02#Artikel5.3" in told


def test_a_right_shows_only_what_leads_to_it() -> None:
    told = page("consulent", f"/dossiers/{a_dossier()}/")

    lening = told.split("Lening bij DUO")[1].split("</details>")[0]
    assert "art. 19 Wi2021" in lening
    assert "Een lening bij DUO is niet mogelijk." in lening
    assert "maatschappelijke begeleiding" not in lening


def test_free_attempts_depend_on_the_pip_until_its_leerroute_is_known() -> None:
    before, after = a_dossier(), a_dossier_with_pip()
    let_it_be(date(2023, 5, 1))

    assert "per taalonderdeel <strong>hangt af van het PIP" in page(
        "consulent", f"/dossiers/{before}/"
    )
    assert "per taalonderdeel <strong>2</strong>" in page("consulent", f"/dossiers/{after}/")


def test_what_if_takes_the_facts_of_the_dossier_to_the_rule_and_through_no_address() -> None:
    uuid = a_dossier_with_all()
    client = as_persona("consulent")
    told = client.get(f"/dossiers/{uuid}/").content.decode()

    bases = Forms(told).to_rules()

    assert "/wet/pip_termijn/?" not in told
    for rule, said in (
        ("pip_termijn", "20 mei 2022"),
        ("inburgeringstermijn", "2 mei 2025"),
        ("bezwaartermijn", "17 juni 2022"),
        ("begin_inburgeringsplicht", "1 maart 2022"),
        ("toepasselijke_wet", "Wet inburgering 2021"),
        ("doelgroep", "asielstatushouder"),
        ("rechten", "ja"),
    ):
        answer = client.post(f"/wet/{rule}/", {"basis": bases[rule]})
        assert answer.context.get("uitkomst"), rule
        words = words_of(answer)
        assert said in words.split("Versies")[0], rule
        assert "Zoals het was" in words
        assert answer.context["anders"] == [], rule


def test_what_if_changes_one_fact_and_shows_both_sums() -> None:
    client = as_persona("consulent")
    told = client.get(f"/dossiers/{a_dossier_with_all()}/").content.decode()
    basis = Forms(told).to_rules()["inburgeringstermijn"]

    answer = client.post(
        "/wet/inburgeringstermijn/",
        {"reken": "1", "dagtekening_pip": "2022-05-20", "basis": basis},
    )

    words = words_of(answer)
    assert "20 mei 2025" in words
    assert "2 mei 2025" in words
    assert "Anders: Dagtekening PIP" in words


def test_no_number_or_name_goes_along_to_a_rule() -> None:
    uuid = a_dossier_with_all(achternaam="Kanarie")
    Persoon.objects.filter(achternaam="Kanarie").update(bsn="999900407", v_nummer="2900001047")

    told = as_persona("consulent").get(f"/dossiers/{uuid}/").content.decode()

    for basis in Forms(told).to_rules().values():
        for secret in ("999900407", "0407", "2900001047", "Kanarie", "1990"):
            assert secret not in basis


def test_a_start_fact_leads_to_the_line_that_told_it_and_says_from_whom() -> None:
    uuid = a_dossier_with_pip()
    told = page("consulent", f"/dossiers/{uuid}/")

    pip, brp = newest_of(uuid, "traject.pip_established"), newest_of(uuid, "dossier.brp_registered")

    assert f'href="#g{brp.id}">Bron: DUO' in told
    assert f'href="#g{pip.id}">Bron: een medewerker' in told
    assert f'id="g{brp.id}"' in told
    beside = page("consulent", f"/dossiers/{uuid}/stap/pip-verzonden/")
    assert f'href="/dossiers/{uuid}/#g{brp.id}">Bron: DUO' in beside


def test_a_corrected_start_fact_leads_to_the_line_that_stands() -> None:
    uuid = a_dossier()
    old = newest_of(uuid, "dossier.brp_registered")
    herstel = Herstel(
        gebeurtenis=old.id, event=None, happened_on=NU.date(), reden="nooit ingeschreven"
    )
    correct_gebeurtenis(actor=who("consulent"), dossier_uuid=uuid, herstel=herstel, now=NU)
    record_feit(
        actor=source(Via.MENS), dossier_uuid=uuid, now=NU,
        feit=feiten.BRPRegistered(gemeente="0632"), happened_on=date(2022, 3, 15),
    )  # fmt: skip

    told = page("consulent", f"/dossiers/{uuid}/")
    assert f'href="#g{old.id}">Bron' not in told
    new = newest_of(uuid, "dossier.brp_registered")
    assert f'href="#g{new.id}">Bron' in told
    then = page("consulent", f"/dossiers/{uuid}/", bekend_op="2022-08-15")
    assert f'href="#g{old.id}">Bron' in then


def test_without_verblijf_a_partner_finds_no_right_no_group_and_no_sum_of_them(
    keten: Keten,
) -> None:
    uuid = a_dossier_with_all()
    link(uuid, keten)
    agree_on(keten, {IDENTITEIT, VOORTGANG, TAAL})

    told = page("partner", f"/dossiers/{uuid}/")

    assert set(Forms(told).to_rules()) == {"inburgeringstermijn", "bezwaartermijn"}
    for secret in ("Rechten en plichten", "Doelgroep", "asielstatushouder", "asiel_bepaald"):
        assert secret not in told, secret


def test_without_taal_a_partner_finds_no_term_that_rests_on_the_pip(keten: Keten) -> None:
    uuid = a_dossier_with_all()
    link(uuid, keten)
    agree_on(keten, {IDENTITEIT, VOORTGANG, VERBLIJF})

    for address in (f"/dossiers/{uuid}/", f"/dossiers/{uuid}/?bekend_op=2022-08-15"):
        told = page("partner", address)
        rules = set(Forms(told).to_rules())
        assert rules == {"begin_inburgeringsplicht", "toepasselijke_wet", "doelgroep", "rechten"}
        for secret in ("Inburgeringstermijn", "Bezwaar", "2 mei 202", "2022-05-02"):
            assert secret not in told, secret
        assert "B1-route" not in told


def test_of_a_pip_that_must_still_come_the_sum_rests_on_verblijf_alone(keten: Keten) -> None:
    uuid = a_dossier()
    link(uuid, keten)
    agree_on(keten, {IDENTITEIT, VOORTGANG, VERBLIJF})

    assert "pip_termijn" in Forms(page("partner", f"/dossiers/{uuid}/")).to_rules()


def test_a_partner_outside_the_agreement_gets_nothing_at_all(keten: Keten) -> None:
    uuid = a_dossier_with_all()
    link(uuid, keten, tot=date(2022, 8, 1))

    assert as_persona("partner").get(f"/dossiers/{uuid}/").status_code == 404


def send(uuid: UUID, naam: str, **words: object) -> HttpResponse:
    """Press the button of a step."""
    given = {"gezien": log_of(uuid)[-1].id, **words}
    return as_persona("consulent").post(f"/dossiers/{uuid}/stap/{naam}/", given)


def test_a_refusal_of_the_law_opens_the_sum_of_its_rule() -> None:
    uuid = a_dossier()
    day = date(2022, 4, 1)
    stappen.summon(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, now=noon(day),
        gegevens=stappen.OproepGegevens(verzonden_op=day, uiterlijk=date(2022, 4, 20)),
    )  # fmt: skip

    answer = send(uuid, "absentie", happened_on="2022-09-01")

    told = words_of(answer)
    assert "Afronden bij afwezigheid kan na 3 oproepen" in told
    assert "Het aantal verstuurde oproepen is 1." in told
    assert "De brede intake kan nog niet worden afgerond." in told
    assert 'href="/wet/afronding_brede_intake/"' in answer.content.decode()


def test_a_pip_that_says_too_much_opens_what_must_be_in_it() -> None:
    uuid = a_dossier_after_intake()
    client = as_persona("consulent")

    answer = client.post(f"/dossiers/{uuid}/pip/", pip_words(uuid, examen_a2="on"))

    told = answer.content.decode()
    assert "hoort alleen bij de zelfredzaamheidsroute" in told
    assert "De leerroute is de B1-route." in told
    assert "In het PIP staat: intensiteit van de leerroute." in told
    alert = told.split("data-foutmelding")[1].split("<fieldset")[0]
    assert 'href="/wet/pip_inhoud/"' in alert
    assert "Wat als" not in alert  # what was typed would be lost
    assert Forms(told).deepest == 1


def test_a_pip_before_the_intake_is_complete_says_which_subjects_the_law_names() -> None:
    uuid = a_dossier_after_intake()
    herstel = Herstel(
        gebeurtenis=newest_of(uuid, "traject.intake_onderwerp_recorded").id, event=None,
        happened_on=NU.date(), reden="niet besproken",
    )  # fmt: skip
    correct_gebeurtenis(actor=who("consulent"), dossier_uuid=uuid, herstel=herstel, now=NU)

    answer = as_persona("consulent").post(f"/dossiers/{uuid}/pip/", pip_words(uuid))

    told = answer.content.decode()
    assert "De brede intake is nog niet compleet" in told
    assert 'href="/wet/brede_intake/"' in told


def test_a_refusal_without_a_rule_has_no_sum() -> None:
    uuid = a_dossier_after_intake()

    answer = as_persona("consulent").post(
        f"/dossiers/{uuid}/pip/", pip_words(uuid, dagtekening="2022-12-01")
    )

    told = answer.content.decode()
    assert "data-foutmelding" in told
    assert "De regel <span" not in told


def test_what_is_to_be_mended_opens_the_rule_that_asks_for_it(keten: Keten) -> None:
    uuid = a_dossier(doelgroep=Doelgroep.ASIELSTATUSHOUDER)
    day = date(2022, 8, 1)
    stappen.complete_brede_intake_in_absence(
        actor=source(Via.IMPORT), dossier_uuid=uuid, happened_on=day, now=noon(day)
    )
    link(uuid, keten)

    told = page("consulent", f"/dossiers/{uuid}/")
    assert "Aan te vullen" in told
    assert "afronding_brede_intake" in Forms(told).to_rules()
    assert "afronding_brede_intake" not in page("partner", f"/dossiers/{uuid}/")


def test_beside_the_pip_each_leerroute_opens_what_must_be_in_it() -> None:
    told = page("consulent", f"/dossiers/{a_dossier_after_intake()}/pip/")

    assert told.count('href="/wet/pip_inhoud/"') == 3
    assert "pip_inhoud" in Forms(told).to_rules()


def test_beside_the_talk_stands_what_the_law_wants_to_hear_about() -> None:
    uuid = a_dossier()

    for naam in ("gesprek", "onderwerpen"):
        assert (
            "brede_intake" in Forms(page("consulent", f"/dossiers/{uuid}/stap/{naam}/")).to_rules()
        )
    assert (
        "brede_intake"
        not in Forms(page("consulent", f"/dossiers/{uuid}/stap/oproepen/")).to_rules()
    )


@pytest.mark.parametrize("where", ["", "pip/", "stap/pip-verzonden/", "werk/pip_verzenden/"])
def test_no_form_stands_in_another(where: str) -> None:
    uuid = a_dossier_with_pip()
    address = f"/dossiers/{uuid}/{where}"
    if where.startswith("werk"):
        address = f"/werk/{uuid}/pip_verzenden/"

    answer = as_persona("consulent").get(address)

    assert answer.status_code == 200
    forms = Forms(answer.content.decode())
    assert forms.deepest == 1
    assert "pip_termijn" in forms.to_rules()
