"""What comes next, in one sentence; what is offered can be done, and what is not is refused."""

import re
from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from django.db import transaction

from schakel.base.actor import Via
from schakel.base.tijd import noon
from schakel.dossier.queries import events as feiten
from schakel.toegang.tests.world import a_region
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.stappen import OproepGegevens
from schakel.traject.tests.world import (
    ALLEEN,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    know,
    link,
    source,
)
from schakel.web.tests.test_stappen import address, summoned, with_appointment, words_for
from schakel.web.tests.world import (
    a_taalaanbieder,
    as_persona,
    let_it_be,
    page,
    pip_words,
    stop_the_clock,
)
from schakel.web.traject.stappen import STAPPEN
from schakel.wet.lijsten import Doelgroep, UitslagLeerbaarheidstoets, Wet

pytestmark = pytest.mark.django_db

AUG = date(2022, 8, 20)
TOETS = {"toets-plannen", "toets-afgenomen", "toets-ontheffing"}
VRIJ = {"inschrijving", "aanmelden"} | TOETS
"""What the rules let someone record though it is not offered: a second test, an own enrolment at
any moment, an aanmelding of a gezinsmigrant. Nothing in the order of steps forbids it."""
VOOR_GESPREK = {"uitnodigen", "oproepen", "gesprek"} | TOETS | {"pip"}


@pytest.fixture(autouse=True)
def keten() -> Keten:
    stop_the_clock()
    return a_region()


def do(act: Callable[..., None], uuid: UUID, on: date = AUG, **more: object) -> UUID:
    act(actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=on, now=noon(on), **more)
    return uuid


def invited(gesprek_op: date | None = None) -> UUID:
    uuid = a_dossier()
    gegevens = OproepGegevens(verzonden_op=AUG, gesprek_op=gesprek_op)
    stappen.invite(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, gegevens=gegevens, now=noon(AUG)
    )  # fmt: skip
    return uuid


def summoned_until(*days: tuple[int, int]) -> UUID:
    uuid = a_dossier()
    summoned(uuid, *days)
    return uuid


def talked() -> UUID:
    return do(stappen.start_brede_intake, a_dossier(), gesprek=ALLEEN)


def known_result() -> UUID:
    result = UitslagLeerbaarheidstoets.B1_HAALBAAR
    return do(stappen.receive_uitslag, a_dossier_after_intake(), uitslag=result)


def closed() -> UUID:
    uuid = a_dossier_with_pip()
    know(uuid, feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN), AUG)
    return uuid


def ended() -> UUID:
    uuid = a_dossier()
    know(uuid, feiten.PlichtEnded(reden=feiten.RedenEindePlicht.VOLDAAN), AUG)
    return uuid


Situation = tuple[Callable[[], UUID], str, set[str]]
SITUATIES: dict[str, Situation] = {
    "nieuw": (a_dossier, "Nodig uit voor het eerste gesprek", VOOR_GESPREK),
    "uitgenodigd": (invited, "Wacht op antwoord van de inburgeraar", VOOR_GESPREK),
    "gesprek gepland": (
        lambda: invited(date(2022, 9, 5)), "Het eerste gesprek is gepland op 5 september 2022",
        VOOR_GESPREK | {"gesprek-afgezegd"},
    ),
    "gesprek vandaag": (
        lambda: invited(date(2022, 9, 1)), "Het eerste gesprek is gepland vandaag",
        VOOR_GESPREK | {"gesprek-afgezegd", "gesprek-gemist"},
    ),
    "gesprek en toets voorbij": (
        with_appointment, "Het eerste gesprek was gepland op 25 augustus 2022",
        VOOR_GESPREK | {"gesprek-afgezegd", "gesprek-gemist", "toets-gemist", "toets-afgezegd"},
    ),
    "oproep voorbij": (
        lambda: summoned_until((20, 31)), "De termijn van de oproep liep tot en met 31 augustus",
        (VOOR_GESPREK - {"oproepen"}) | {"waarschuwen"},
    ),
    "twee oproepen": (
        lambda: summoned_until((1, 8), (9, 16)), "De termijn van de oproep liep tot en met 16",
        (VOOR_GESPREK - {"oproepen"}) | {"waarschuwen"},
    ),
    "drie oproepen": (
        lambda: summoned_until((1, 8), (9, 16), (17, 24)), "De termijn van de oproep liep",
        (VOOR_GESPREK - {"oproepen"}) | {"waarschuwen", "absentie"},
    ),
    "na het gesprek": (
        talked, "Leg de onderwerpen van de brede intake vast", {"onderwerpen", "pip"} | TOETS,
    ),
    "wacht op uitslag": (
        a_dossier_after_intake, "Wacht op de uitslag", {"onderwerpen", "toets-uitslag", "pip"},
    ),
    "klaar voor het PIP": (known_result, "Stel het PIP vast.", {"onderwerpen", "pip"}),
    "PIP": (
        a_dossier_with_pip, "Verzend het PIP en leg vast wanneer.",
        {"onderwerpen", "toets-uitslag", "pip", "pip-verzonden", "pip-intrekken", "aanmelden"},
    ),
    "aangemeld, PIP niet verzonden": (
        lambda: do(stappen.make_aanmelding, a_dossier_with_pip()), "Verzend het PIP",
        {"onderwerpen", "toets-uitslag", "pip", "pip-verzonden", "pip-intrekken",
         "aanmelding-intrekken"},
    ),
    "PIP verzonden": (
        lambda: do(pip.send_pip, a_dossier_with_pip()), "Meld aan bij de taalaanbieder",
        {"onderwerpen", "toets-uitslag", "pip", "pip-intrekken", "aanmelden"},
    ),
    "PIP van een gezinsmigrant": (
        lambda: do(
            pip.send_pip, a_dossier_with_pip(doelgroep=Doelgroep.GEZINSMIGRANT_OVERIG)
        ),
        "Wacht tot de inburgeraar zich inschrijft",
        {"onderwerpen", "toets-uitslag", "pip", "pip-intrekken", "inschrijving"},
    ),
    "aangemeld": (
        lambda: do(stappen.make_aanmelding, do(pip.send_pip, a_dossier_with_pip())),
        "Geen: de aanmelding of inschrijving is vastgelegd.",
        {"onderwerpen", "toets-uitslag", "pip", "pip-intrekken", "aanmelding-intrekken"},
    ),
    "PIP ingetrokken": (
        lambda: do(pip.withdraw_pip, a_dossier_with_pip()), "Wacht op de uitslag",
        {"onderwerpen", "toets-uitslag", "pip"},
    ),
    "gesloten": (closed, "Geen: het dossier is gesloten op 20 augustus 2022.", set()),
    "plicht voorbij": (ended, "Geen: de inburgeringsplicht is geëindigd", set()),
    "oude wet": (lambda: a_dossier(wet=Wet.WI2013), "Geen: deze persoon valt buiten", set()),
}  # fmt: skip


def offered(uuid: UUID, name: str = "consulent") -> list[str]:
    """Return the names of the steps in the menu."""
    menu = re.search(r'class="sk-menu__lijst">(.*?)</ul>', page(name, f"/dossiers/{uuid}/"))
    if menu is None:
        return []
    found = re.findall(rf'href="/dossiers/{uuid}/(?:stap/)?([\w-]+)/"', menu[1])
    assert len(found) == len(set(found))
    return found


def button(uuid: UUID) -> str:
    """Return the name of the step that the one button leads to, or ""."""
    block = page("consulent", f"/dossiers/{uuid}/").split('class="sk-volgende"')[1]
    found = re.search(r'primary-action[^>]*href="/dossiers/[^/]*/(?:stap/)?([\w-]+)/"', block)
    return found[1] if found else ""


@pytest.mark.parametrize("situatie", SITUATIES)
def test_what_comes_next_is_one_sentence_and_what_can_be_done_is_offered(situatie: str) -> None:
    make, zin, steps = SITUATIES[situatie]
    uuid = make()

    told = page("consulent", f"/dossiers/{uuid}/")

    assert f"<strong>Volgende stap:</strong> {zin}" in told
    assert set(offered(uuid)) == steps
    assert button(uuid) in steps | {""}


def accepted(uuid: UUID) -> set[str]:
    """Return the steps of which a sensible form of today is recorded; nothing of it remains."""
    school, client = a_taalaanbieder(), as_persona("consulent")
    found = set()
    for naam in STAPPEN:
        more = {"taalaanbieder": school} if naam == "aanmelden" else {}
        with transaction.atomic():
            answer = client.post(address(naam, uuid), words_for(naam, uuid, **more))
            transaction.set_rollback(True)
        assert answer.status_code in {200, 302}, naam
        if answer.status_code == 302:
            found.add(naam)
    return found


@pytest.mark.parametrize("situatie", SITUATIES)
def test_what_is_offered_can_be_recorded_and_the_rest_is_refused(situatie: str) -> None:
    make, _, steps = SITUATIES[situatie]
    uuid = make()

    found = accepted(uuid)

    assert steps - {"pip"} <= found
    # What is learned of someone whose plicht is over may still be laid down from the address.
    if situatie not in {"plicht voorbij", "oude wet"}:
        assert not found - steps - VRIJ, sorted(found - steps)


def test_a_running_oproep_asks_for_patience_and_offers_no_warning() -> None:
    uuid = summoned_until((20, 31))
    let_it_be(date(2022, 8, 31))

    told = page("consulent", f"/dossiers/{uuid}/")

    assert "Wacht op de inburgeraar: de oproep loopt tot en met 31 augustus 2022." in told
    assert "waarschuwen" not in offered(uuid)
    assert button(uuid) == ""


def test_after_three_oproepen_the_button_completes_without_the_person() -> None:
    uuid = summoned_until((1, 8), (9, 16), (17, 24))

    assert "Rond de intake af zonder de inburgeraar." in page("consulent", f"/dossiers/{uuid}/")
    assert button(uuid) == "absentie"


def test_a_no_show_opens_the_way_to_a_warning_before_the_term_is_over() -> None:
    uuid, actor = a_dossier(), source(Via.SYSTEEM)
    gegevens = OproepGegevens(
        verzonden_op=AUG, uiterlijk=date(2022, 9, 20), gesprek_op=date(2022, 8, 25)
    )
    stappen.summon(actor=actor, dossier_uuid=uuid, gegevens=gegevens, now=noon(AUG))
    do(stappen.miss_gesprek, uuid, date(2022, 8, 26))

    assert "waarschuwen" in offered(uuid)
    assert "waarschuwen" in accepted(uuid)


def test_a_pip_can_be_prepared_from_the_start() -> None:
    uuid = a_dossier()
    words = pip_words(uuid, bewaren="1", versie=0)

    assert as_persona("consulent").post(f"/dossiers/{uuid}/pip/", words).status_code == 302


@pytest.mark.parametrize("name", ["collega", "partner"])
def test_who_may_not_record_is_offered_nothing(keten: Keten, name: str) -> None:
    uuid = a_dossier()
    link(uuid, keten)

    told = page(name, f"/dossiers/{uuid}/")

    assert "Volgende stap" in told
    assert offered(uuid, name) == []
    assert "/stap/" not in told


def test_who_looks_back_is_offered_nothing() -> None:
    told = page("consulent", f"/dossiers/{a_dossier()}/", bekend_op="2022-09-01")

    assert "Nodig uit voor het eerste gesprek" in told
    assert "/stap/" not in told


def test_a_pip_that_was_sent_later_says_what_that_means() -> None:
    uuid = do(pip.send_pip, a_dossier_with_pip(AUG), date(2022, 8, 21))

    assert "1 dag na de dagtekening verzonden, op 21 augustus 2022" in page(
        "consulent", f"/dossiers/{uuid}/"
    )
