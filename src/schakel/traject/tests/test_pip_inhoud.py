"""What a PIP says: what must and may be filled in, its letter, and sending it."""

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial as filled
from typing import Any
from uuid import UUID

import pytest

from schakel.base.actor import Actor, Via
from schakel.base.refusal import Refusal
from schakel.base.tijd import noon
from schakel.brieven.models import Document
from schakel.brieven.queries import DocumentView, get_document, list_documenten
from schakel.dossier.actions.feiten import PersoonGegevens
from schakel.dossier.queries import events as feiten
from schakel.dossier.queries import get_dossier
from schakel.dossier.rules import DossierStand
from schakel.keten.actions import end_bevoegdheid
from schakel.keten.tests.world import a_bevoegdheid
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.dossier import open_dossier
from schakel.traject.models import Traject, Werkpunt
from schakel.traject.queries import TrajectStand, list_tijdlijn, verhaal_of
from schakel.traject.rules.pip import require_inhoud
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import (
    MONTFOORT,
    NU,
    OUDEWATER,
    WOERDEN,
    Keten,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    a_keten,
    consulent,
    een_pip,
    id_of,
    know,
    link,
    log_of,
    newest_of,
    partner,
    see,
    source,
)
from schakel.wet.lijsten import Doelgroep, Leerroute, Taalniveau, UitslagLeerbaarheidstoets

pytestmark = pytest.mark.django_db
MEI, JUNI, NIEUWJAAR = date(2022, 5, 2), date(2022, 6, 1), date(2023, 1, 1)
DAG = timedelta(days=1)
ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OVERIG
B1, ONDERWIJS, Z = Leerroute.B1, Leerroute.ONDERWIJS, Leerroute.ZELFREDZAAMHEID
HAALBAAR = UitslagLeerbaarheidstoets.B1_HAALBAAR
NIET_HAALBAAR = UitslagLeerbaarheidstoets.B1_NIET_HAALBAAR


@pytest.fixture(autouse=True)
def keten() -> Keten:
    return a_keten()


def establish(
    uuid: UUID,
    on: date = MEI,
    *,
    actor: Actor | None = None,
    now: datetime = NU,
    **says: Any,
) -> None:
    pip.establish_pip(
        actor=actor or consulent(), dossier_uuid=uuid, gegevens=een_pip(on, **says), now=now
    )


def refused(sentence: str, field: str, act: Callable[[], object]) -> None:
    """Let it be refused in this sentence at this field; nothing changes and no letter is made."""
    before = everything(), Document.objects.count()
    with pytest.raises(Refusal, match=sentence) as caught:
        act()
    assert caught.value.field == field
    assert (everything(), Document.objects.count()) == before


def after_toets(uitslag: UitslagLeerbaarheidstoets | None, **changes: Any) -> UUID:
    """Return who is ready for a PIP and whose test had this result."""
    uuid = a_dossier_after_intake(**changes)
    if uitslag is not None:
        stappen.receive_uitslag(
            actor=consulent(), dossier_uuid=uuid, happened_on=date(2022, 4, 20), now=NU,
            uitslag=uitslag,
        )  # fmt: skip
    return uuid


def gaps(uuid: UUID) -> list[str]:
    return [gap.text for gap in verhaal_of(log_of(uuid)).problems()]


# --- what must be filled in ---------------------------------------------------------------------

PROSE = ("begeleiding", "afweging_b1", "afweging_onderwijs", "afweging_z")
SENTENCES = {
    "uren_leerroute": "intensiteit van de leerroute ontbreekt.* Vul uren in",
    "uren_pvt": "intensiteit van het PVT ontbreekt.* Vul uren in",
    "uren_map": "intensiteit van de MAP ontbreekt.* Vul uren in",
    "voortgangsgesprekken": "aantal voortgangsgesprekken ontbreekt.* Vul het in",
    "begeleiding": "Beschrijf de ondersteuning en begeleiding",
    "afweging_b1": "Schrijf waarom de B1-route",
    "afweging_onderwijs": "Schrijf waarom de onderwijsroute",
    "afweging_z": "Schrijf waarom de zelfredzaamheidsroute",
}
ALWAYS = {"uren_pvt", "voortgangsgesprekken", *PROSE}
NEEDED = {
    (ASIEL, B1): ALWAYS | {"uren_leerroute", "uren_map"},
    (ASIEL, ONDERWIJS): ALWAYS | {"uren_leerroute"},
    (ASIEL, Z): ALWAYS | {"uren_leerroute", "uren_map"},
    (GEZIN, B1): ALWAYS | {"uren_map"},
    (GEZIN, ONDERWIJS): ALWAYS,
    (GEZIN, Z): ALWAYS | {"uren_map"},
}


@pytest.mark.parametrize(("doelgroep", "leerroute"), NEEDED)
def test_a_person_at_the_screen_fills_in_what_this_pip_needs_and_no_more(
    doelgroep: Doelgroep, leerroute: Leerroute
) -> None:
    uuid, needed = a_dossier_after_intake(doelgroep=doelgroep), NEEDED[doelgroep, leerroute]
    for field in sorted(needed):
        empty = " \n" if field in PROSE else None
        act = filled(establish, uuid, leerroute=leerroute, **{field: empty})
        refused(SENTENCES[field], field, act)

    rest = dict.fromkeys(set(SENTENCES) - needed, None)
    establish(uuid, leerroute=leerroute, **rest)

    assert Traject.objects.get(pk=id_of(uuid)).leerroute == leerroute.value
    assert gaps(uuid) == []


def test_the_weighing_says_which_route_was_chosen() -> None:
    uuid = a_dossier_after_intake()

    for leerroute, field in ((B1, "afweging_b1"), (Z, "afweging_z")):
        act = filled(establish, uuid, leerroute=leerroute, **{field: ""})
        refused("wel past. Alle drie de routes worden gewogen", field, act)
    refused("onderwijsroute niet past", "afweging_onderwijs",
            filled(establish, uuid, afweging_onderwijs=""))  # fmt: skip


def test_zero_hours_is_an_answer() -> None:
    uuid = a_dossier_after_intake()

    establish(uuid, uren_leerroute=0, uren_pvt=0, uren_map=0, voortgangsgesprekken=0)

    assert gaps(uuid) == []


def test_of_whom_the_doelgroep_is_not_known_the_most_is_asked() -> None:
    stands = {"dossier": DossierStand(op=MEI), "traject": TrajectStand(op=MEI)}

    with pytest.raises(Refusal) as caught:
        require_inhoud(een_pip(MEI, uren_leerroute=None), **stands)  # type: ignore[arg-type]

    assert caught.value.field == "uren_leerroute"


def test_agreements_on_vve_are_written_down() -> None:
    uuid = a_dossier_after_intake()

    refused("Beschrijf de afspraken over VVE", "vve_afspraken", filled(establish, uuid, vve=True))
    establish(uuid, vve=True, vve_afspraken="vier dagdelen")


@pytest.mark.parametrize(
    ("uitslag", "leerroute", "departs"),
    [
        (HAALBAAR, B1, False), (HAALBAAR, ONDERWIJS, False), (HAALBAAR, Z, True),
        (NIET_HAALBAAR, B1, True), (NIET_HAALBAAR, ONDERWIJS, True), (NIET_HAALBAAR, Z, False),
        (UitslagLeerbaarheidstoets.ONBEKEND, B1, False),
        (UitslagLeerbaarheidstoets.ONBEKEND, Z, False),
        (None, B1, False), (None, Z, False),
    ],
)  # fmt: skip
def test_who_departs_from_the_advice_says_why(
    uitslag: UitslagLeerbaarheidstoets | None, leerroute: Leerroute, departs: bool
) -> None:
    uuid = after_toets(uitslag)
    act = filled(establish, uuid, leerroute=leerroute, afwijking=" ")

    if departs:
        refused("wijkt af van het advies .* Schrijf waarom", "afwijking", act)
        establish(uuid, leerroute=leerroute, afwijking="zij kan meer")
        assert newest_of(uuid, "traject.pip_established").toelichting["afwijking"].tekst == (
            "zij kan meer"
        )
    else:
        act()


def test_advice_that_came_after_the_dagtekening_is_not_departed_from() -> None:
    uuid = after_toets(NIET_HAALBAAR)

    establish(uuid, date(2022, 4, 19), afwijking="")


def test_after_an_intake_in_absence_there_is_a_pip_to_make_without_subjects_or_test() -> None:
    uuid = a_dossier()
    for act, month in (
        (stappen.summon, 3), (stappen.warn_and_summon, 4), (stappen.warn_and_summon, 5),
    ):  # fmt: skip
        gegevens = stappen.OproepGegevens(
            verzonden_op=date(2022, month, 14), uiterlijk=date(2022, month, 28)
        )
        act(actor=consulent(), dossier_uuid=uuid, gegevens=gegevens, now=NU)
    refused("brede intake is nog niet gestart", "", filled(establish, uuid, JUNI))
    stappen.complete_brede_intake_in_absence(
        actor=consulent(), dossier_uuid=uuid, happened_on=JUNI, now=NU
    )

    establish(uuid, JUNI)

    assert gaps(uuid) == []


# --- what does not belong in it -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("leerroute", "niveau", "sentence"),
    [
        (ONDERWIJS, Taalniveau.A2, "Bij de onderwijsroute hoort niveau B1. Kies B1"),
        (Z, Taalniveau.B1, "hoort niveau B1 niet. Kies A2, of geen niveau"),
        (B1, Taalniveau.A2, "afschalen naar A2 kan pas later. Kies B1"),
    ],
)
@pytest.mark.parametrize("via", [Via.MENS, Via.IMPORT, Via.DUO])
def test_a_level_that_duo_does_not_take_is_refused_for_everyone(
    leerroute: Leerroute, niveau: Taalniveau, sentence: str, via: Via
) -> None:
    uuid, actor = a_dossier_after_intake(), replace(consulent(), via=via)

    act = filled(establish, uuid, actor=actor, leerroute=leerroute, niveau=niveau)
    refused(sentence, "niveau" if via is Via.MENS else "", act)


@pytest.mark.parametrize(
    ("leerroute", "niveau"),
    [
        (B1, None), (B1, Taalniveau.B1), (ONDERWIJS, None), (ONDERWIJS, Taalniveau.B1),
        (Z, None), (Z, Taalniveau.A2),
    ],
)  # fmt: skip
def test_every_other_level_is_taken(leerroute: Leerroute, niveau: Taalniveau | None) -> None:
    establish(a_dossier_after_intake(), leerroute=leerroute, niveau=niveau)


def test_a_later_pip_in_the_b1_route_may_be_on_level_a2() -> None:
    uuid = a_dossier_with_pip()

    establish(uuid, JUNI, niveau=Taalniveau.A2)

    assert newest_of(uuid, "traject.pip_established").facts["niveau"] == "A2"
    act = filled(establish, uuid, date(2022, 4, 20), niveau=Taalniveau.A2)
    refused("afschalen naar A2 kan pas later", "niveau", act)


@pytest.mark.parametrize(
    ("field", "doelgroep", "leerroute"),
    [
        ("ontzorgd", GEZIN, B1), ("ontzorgd", GEZIN, Z),
        ("examen_a2", ASIEL, B1), ("examen_knm", ASIEL, ONDERWIJS), ("examen_knm", GEZIN, B1),
    ],
)  # fmt: skip
def test_what_the_law_does_not_have_for_this_person_is_not_in_his_pip(
    field: str, doelgroep: Doelgroep, leerroute: Leerroute
) -> None:
    uuid = a_dossier_after_intake(doelgroep=doelgroep)

    act = filled(establish, uuid, leerroute=leerroute, **{field: True})
    refused("Haal het vinkje weg", field, act)
    establish(uuid, leerroute=leerroute, **{field: False})


def test_where_the_law_has_it_it_may_be_in_it() -> None:
    uuid = a_dossier_after_intake()

    establish(uuid, leerroute=Z, ontzorgd=True, examen_a2=True)

    facts = newest_of(uuid, "traject.pip_established").facts
    assert (facts["ontzorgd"], facts["examen_a2"]) == (True, True)


def test_a_wish_for_the_exam_knm_stands_in_a_pip_since_2023() -> None:
    uuid = a_dossier_after_intake()
    wish = filled(establish, uuid, leerroute=Z, examen_knm=True, now=noon(NIEUWJAAR))

    refused("in een PIP van 2023 of later", "examen_knm", filled(wish, NIEUWJAAR - DAG))
    wish(NIEUWJAAR)

    _, text = letter_of(uuid)
    assert "het examen Kennis van de Nederlandse" in text


# --- after a move -------------------------------------------------------------------------------


def moved(**changes: Any) -> UUID:
    """Return who got a PIP in Woerden of which only DUO told us, and lives in Oudewater now."""
    uuid = a_dossier()
    establish(uuid, actor=source(Via.DUO), **changes)
    know(uuid, feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=JUNI), JUNI)
    know(uuid, feiten.BRPRegistered(gemeente=OUDEWATER), JUNI)
    talk = {"actor": source(Via.IMPORT), "dossier_uuid": uuid, "happened_on": JUNI, "now": NU}
    gesprek = stappen.GesprekGegevens(vorm="alleen", gewezen_op_recht=True)  # type: ignore[arg-type]
    stappen.start_brede_intake(**talk, gesprek=gesprek)
    subjects = TrajectStand(
        op=MEI, eerste_pips=(("0632", MEI),), brede_intake_op=JUNI
    ).ontbrekende_onderwerpen
    stappen.record_onderwerpen(**talk, verslagen=dict.fromkeys(subjects, "besproken"))
    return uuid


def test_after_a_move_no_new_test_is_needed_and_the_leerroute_stays() -> None:
    uuid, on = moved(leerroute=Z), JUNI + 9 * DAG
    for other in (B1, ONDERWIJS):
        refused("de zelfredzaamheidsroute .art. 15 lid 4 Wi2021.. Kies die", "leerroute",
                filled(establish, uuid, on, leerroute=other))  # fmt: skip

    establish(uuid, on, leerroute=Z)

    assert verhaal_of(log_of(uuid)).termijnen_on(NU.date()).pip_op_tijd is True
    establish(uuid, on + DAG, leerroute=B1)


def test_an_import_of_another_leerroute_after_a_move_leaves_a_point_to_mend() -> None:
    uuid = moved(leerroute=Z)

    establish(uuid, JUNI + DAG, leerroute=B1, actor=source(Via.IMPORT))

    assert "Na een verhuizing blijft de leerroute" in gaps(uuid)[-1]


def test_in_the_same_gemeente_the_test_is_still_needed_after_a_pip_without_one() -> None:
    uuid = a_dossier()
    establish(uuid, actor=source(Via.DUO))

    with pytest.raises(Refusal, match="brede intake is nog niet gestart"):
        establish(uuid, JUNI)
    assert any("leerbaarheidstoets is nog niet afgenomen" in text for text in gaps(uuid))


# --- what the past may lack ---------------------------------------------------------------------

BARE = {
    "uren_leerroute": None, "uren_pvt": None, "uren_map": None, "voortgangsgesprekken": None,
    "begeleiding": "", "afweging_b1": "", "afweging_onderwijs": "", "afweging_z": "",
    "afwijking": "",
}  # fmt: skip


@pytest.mark.parametrize("via", [Via.IMPORT, Via.DUO, Via.COA])
def test_a_bare_pip_of_the_past_is_recorded_and_each_gap_is_a_point(via: Via) -> None:
    uuid = after_toets(NIET_HAALBAAR)

    establish(uuid, actor=source(via), **BARE)

    found = gaps(uuid)
    assert len(found) == 4
    for field in ("uren_leerroute", "uren_pvt", "uren_map", "voortgangsgesprekken"):
        assert len([text for text in found if re.search(SENTENCES[field], text)]) == 1
    assert Werkpunt.objects.filter(dossier=id_of(uuid), handeling="aanvullen").exists()


def test_a_pip_of_the_past_has_no_letter_and_nobody_to_sign_it() -> None:
    uuid = a_dossier_after_intake()

    establish(uuid, actor=source(Via.IMPORT))

    assert newest_of(uuid, "traject.pip_established").facts["bevoegdheid"] is None
    assert list_documenten(zicht=see(uuid)) == []
    assert not Werkpunt.objects.filter(dossier=id_of(uuid), handeling="pip_verzenden").exists()


# --- the power to decide, and the letter --------------------------------------------------------


def letter_of(uuid: UUID) -> tuple[DocumentView, str]:
    """Return the newest letter and what is read in it, on one line."""
    document = list_documenten(zicht=see(uuid))[0]
    pdf, _ = get_document(zicht=see(uuid), document=document.id)
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not here (Debian: poppler-utils)")
    read = subprocess.run([tool, "-raw", "-", "-"], input=pdf, capture_output=True, check=True)  # noqa: S603
    return document, " ".join(read.stdout.decode().split())


def test_with_the_pip_there_is_a_letter_that_says_what_was_decided_and_by_whom() -> None:
    uuid = after_toets(NIET_HAALBAAR)

    establish(uuid, niveau=Taalniveau.B1, afwijking="Zij heeft vooruitgang laten zien.",
              ontzorgd=True, vve=True, vve_afspraken="Vier dagdelen op de peuterspeelzaal.",
              pw_besluiten="U doet mee aan de taalwerkplaats.",
              gezondheid="rugklachten")  # fmt: skip

    document, text = letter_of(uuid)
    row = newest_of(uuid, "traject.pip_established")
    assert (document.gebeurtenis, document.dagtekening) == (row.id, MEI)
    assert (document.made_by, document.made_at) == (consulent().medewerker, NU)
    for part in (
        "Gemeente Woerden", "Tekle", "2 mei 2022", "B1-route", "600 uur in totaal.",
        "3 mei 2022 tot en met 2 mei 2025", "elke maand een gesprek",
        "Wij spreken u 6 keer", "(PVT): 10 uur.", "(MAP): 40 uur.",
        "haalbaar", "geen wens", "niet nodig", "Zij heeft vooruitgang laten zien.",
        "Vier dagdelen op de peuterspeelzaal.", "U doet mee aan de taalwerkplaats.",
        "De eerste zes maanden dat u recht op bijstand hebt",
        "namens het college, de directeur van de uitvoerder", "J. Jansen", "directeur", "Postbus 1",
        "art. 15 lid 1",
    ):  # fmt: skip
        assert part in text, part
    for part in ("rugklachten", "CONCEPT", "U doet het taalexamen"):
        assert part not in text, part


def test_the_letter_leaves_out_what_there_is_nothing_to_say_of() -> None:
    uuid = a_dossier_after_intake(doelgroep=GEZIN)

    establish(uuid, leerroute=ONDERWIJS, uren_leerroute=None, uren_map=None)

    _, text = letter_of(uuid)
    assert "(PVT): 10 uur." in text
    for part in ("(MAP)", "uur in totaal", "peuterspeelzaal", "bijstand hebt", "U doet", "None"):
        assert part not in text, part


def test_the_letter_of_the_z_route_says_which_exams_are_wanted() -> None:
    uuid = a_dossier_after_intake()

    establish(uuid, leerroute=Z, niveau=Taalniveau.A2, examen_a2=True)

    _, text = letter_of(uuid)
    assert "U doet het taalexamen op niveau A2" in text


def test_a_later_letter_keeps_the_termijn_of_the_first_pip() -> None:
    uuid = a_dossier_with_pip()

    establish(uuid, JUNI, leerroute=Z)

    document, text = letter_of(uuid)
    assert document.dagtekening == JUNI
    assert "3 mei 2022 tot en met 2 mei 2025" in text


def test_who_decides_on_the_dagtekening_signs_whoever_decides_now(keten: Keten) -> None:
    uuid = a_dossier_after_intake(gemeente=MONTFOORT)
    first = newest_bevoegdheid(uuid)
    end_bevoegdheid(actor=source(Via.SYSTEEM), id=first, tot=JUNI)
    second = a_bevoegdheid(MONTFOORT, ondertekenaar="P. Pieters", functie="manager", van=JUNI)

    establish(uuid, JUNI - DAG)
    assert "J. Jansen" in letter_of(uuid)[1]
    establish(uuid, JUNI)

    assert "P. Pieters" in letter_of(uuid)[1]
    told = [row.facts["bevoegdheid"] for row in log_of(uuid) if "bevoegdheid" in row.facts]
    assert told == [first, second]


def newest_bevoegdheid(uuid: UUID) -> int:
    """Return the id of the row in the register, as a PIP of another person there tells it."""
    other = a_dossier_after_intake(gemeente=see(uuid).gemeente, achternaam="Ander")
    establish(other)
    found = newest_of(other, "traject.pip_established").facts["bevoegdheid"]
    assert isinstance(found, int)
    return found


def test_without_the_power_to_decide_on_the_dagtekening_there_is_no_pip_and_no_letter() -> None:
    uuid = a_dossier_after_intake()
    end_bevoegdheid(actor=source(Via.SYSTEEM), id=newest_bevoegdheid(uuid), tot=JUNI)

    refused("niet vastgelegd wie .* Vraag de functioneel beheerder", "dagtekening",
            filled(establish, uuid, JUNI))  # fmt: skip
    establish(uuid, JUNI - DAG)


def test_a_text_that_cannot_be_printed_is_refused_and_leaves_nothing_behind() -> None:
    uuid = a_dossier_after_intake()
    before = everything(), Document.objects.count()

    with pytest.raises(Refusal, match="niet te drukken"):
        establish(uuid, begeleiding="elke maand\x07")
    assert (everything(), Document.objects.count()) == before


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [({"uren_pvt": None}, "uren_pvt", "PVT"), ({"niveau": Taalniveau.A2}, "niveau", "Kies B1"),
     ({"on": date(2022, 2, 1)}, "", "plicht begint pas"),
     ({"on": NU.date() + DAG}, "happened_on", "toekomst")],
)  # fmt: skip
def test_a_pip_that_is_refused_has_no_letter(
    wrong: dict[str, Any], field: str, sentence: str
) -> None:
    refused(sentence, field, filled(establish, a_dossier_after_intake(), **wrong))


def test_a_partner_reads_no_letter_and_of_the_prose_only_what_is_agreed(keten: Keten) -> None:
    uuid = a_dossier_after_intake()
    establish(uuid, vve=True, vve_afspraken="vier dagdelen", gezondheid="rugklachten")
    link(uuid, keten)

    zicht = get_dossier(actor=partner(keten), uuid=uuid)
    [line] = [
        one for one in list_tijdlijn(zicht=zicht) if one.row.kind == "traject.pip_established"
    ]

    assert list_documenten(zicht=zicht) == []
    assert set(line.row.toelichting) == {
        "begeleiding", "afweging_b1", "afweging_onderwijs", "afweging_z", "afwijking",
    }  # fmt: skip


# --- sending ------------------------------------------------------------------------------------


def send(uuid: UUID, on: date) -> None:
    pip.send_pip(actor=consulent(), dossier_uuid=uuid, happened_on=on, now=NU)


def waits_to_be_sent(uuid: UUID) -> bool:
    return Werkpunt.objects.filter(dossier=id_of(uuid), handeling="pip_verzenden").exists()


def sent_on(uuid: UUID) -> date | None:
    return verhaal_of(log_of(uuid)).traject_on(NU.date()).verzonden_op


@pytest.mark.parametrize("later", [0, 1, 30])
def test_a_pip_is_sent_on_its_own_day_or_later_and_the_termijn_does_not_move(later: int) -> None:
    uuid = a_dossier_after_intake()
    establish(uuid)
    assert waits_to_be_sent(uuid)

    send(uuid, MEI + later * DAG)

    assert (sent_on(uuid), waits_to_be_sent(uuid)) == (MEI + later * DAG, False)
    assert Traject.objects.get(pk=id_of(uuid)).termijn_van == MEI + DAG


def test_a_pip_is_not_sent_before_it_is_there_nor_twice_nor_after_it_was_withdrawn() -> None:
    uuid = a_dossier_after_intake()
    refused("geen PIP van kracht om te verzenden", "", filled(send, uuid, MEI))
    establish(uuid)
    refused("geen PIP van kracht om te verzenden", "", filled(send, uuid, MEI - DAG))
    send(uuid, MEI + DAG)
    refused("al verzonden op 3 mei 2022. Herstel die", "", filled(send, uuid, MEI + 2 * DAG))

    pip.withdraw_pip(actor=consulent(), dossier_uuid=uuid, happened_on=JUNI, now=NU)
    refused("geen PIP van kracht om te verzenden", "", filled(send, uuid, JUNI + DAG))


def test_each_next_pip_is_sent_again() -> None:
    uuid = a_dossier_after_intake()
    establish(uuid)
    send(uuid, MEI)
    establish(uuid, JUNI, leerroute=Z)
    assert (sent_on(uuid), waits_to_be_sent(uuid)) == (None, True)

    send(uuid, JUNI)
    assert waits_to_be_sent(uuid) is False


def test_the_letter_is_addressed_to_where_the_person_lives() -> None:
    begin = noon(date(2022, 3, 1))
    uuid = open_dossier(
        actor=source(Via.IMPORT, begin), gemeente=WOERDEN, happened_on=begin.date(), now=begin,
        gegevens=PersoonGegevens(
            achternaam="Haile", voornaam="Selam", straat="Kerkstraat", huisnummer="4",
            postcode="3441AB", woonplaats="Woerden",
        ),
    )  # fmt: skip
    for act, more in (
        (stappen.start_brede_intake, {"gesprek": stappen.GesprekGegevens()}),
        (stappen.take_leerbaarheidstoets, {}),
    ):
        act(actor=source(Via.IMPORT), dossier_uuid=uuid, happened_on=MEI, now=NU, **more)
    know(uuid, feiten.BRPRegistered(gemeente=WOERDEN), date(2022, 3, 2))
    know(uuid, feiten.DoelgroepDetermined(doelgroep=ASIEL), date(2022, 3, 2))
    subjects = TrajectStand(op=MEI, brede_intake_op=MEI).ontbrekende_onderwerpen
    stappen.record_onderwerpen(
        actor=source(Via.IMPORT), dossier_uuid=uuid, happened_on=MEI, now=NU,
        verslagen=dict.fromkeys(subjects, "besproken"),
    )  # fmt: skip

    establish(uuid, JUNI)

    _, text = letter_of(uuid)
    assert "Selam Haile Kerkstraat 4 3441 AB Woerden" in text
