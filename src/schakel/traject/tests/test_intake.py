"""The brede intake: how the talk was held, who was there, what was said, and what is contested."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial as filled
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Actor, Via
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.models import Betrokkene
from schakel.dossier.queries import DossierNotFound, get_dossier
from schakel.dossier.queries import events as feiten
from schakel.keten.actions import (
    DeelafspraakGegevens,
    add_deelafspraak,
    add_medewerker,
    add_organisatie,
    assign_taak,
)
from schakel.keten.queries import Vorm
from schakel.traject.actions import stappen
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.events import Gespreksvorm
from schakel.traject.models import Traject, Werkpunt
from schakel.traject.queries import Herstel, TrajectStand, events, list_tijdlijn, verhaal_of
from schakel.traject.tests.lives import everything, of_lives
from schakel.traject.tests.world import (
    GEDEELD,
    MONTFOORT,
    NU,
    OUDEWATER,
    WOERDEN,
    Keten,
    a_dossier,
    a_keten,
    consulent,
    establish,
    id_of,
    know,
    log_of,
    newest_of,
    partner,
    source,
)
from schakel.wet.lijsten import Doelgroep, IntakeOnderwerp

pytestmark = pytest.mark.django_db
MEI, JUNI = date(2022, 5, 2), date(2022, 6, 10)
DAG = timedelta(days=1)
EIGEN = frozenset(IntakeOnderwerp)
GEZINSMIGRANT = Doelgroep.GEZINSMIGRANT_OVERIG
BEGIN, VANDAAG = date(2022, 1, 1), NU.date()


@pytest.fixture(autouse=True)
def keten() -> Keten:
    return a_keten()


def casusregisseur(keten: Keten) -> Actor:
    return replace(consulent(), medewerker=keten.consulent, organisatie=keten.eigen)


def begeleider(keten: Keten, *, op: date = VANDAAG) -> Actor:
    """Return the second pair of eyes, who may say that something is not right."""
    actor = partner(keten, noon(op))
    return replace(actor, permissions=actor.permissions | {Permission.TEGENSPRAAK_WRITE})


def talk(
    uuid: UUID, *, actor: Actor | None = None, on: date = MEI, told: bool | None = True, **says: Any
) -> None:
    gesprek = stappen.GesprekGegevens(gewezen_op_recht=told, **says)
    stappen.start_brede_intake(
        actor=actor or consulent(), dossier_uuid=uuid, happened_on=on, gesprek=gesprek, now=NU
    )


def with_four_eyes(uuid: UUID, medewerker: int, keten: Keten, *, on: date = MEI) -> None:
    talk(uuid, actor=casusregisseur(keten), on=on, vorm=Gespreksvorm.VIER_OGEN,
         tweede_deelnemer=medewerker)  # fmt: skip


def lay_down(uuid: UUID, *onderwerpen: IntakeOnderwerp, on: date = MEI) -> None:
    stappen.record_onderwerpen(
        actor=consulent(), dossier_uuid=uuid, happened_on=on, now=NU,
        verslagen={one: f"over {one.value}" for one in onderwerpen},
    )  # fmt: skip


def stand_of(uuid: UUID) -> TrajectStand:
    return verhaal_of(log_of(uuid)).traject_on(NU.date())


def handelingen(uuid: UUID) -> set[str]:
    return set(Werkpunt.objects.filter(dossier=id_of(uuid)).values_list("handeling", flat=True))


def refused(sentence: str, act: Callable[[], object], *, field: str = "") -> None:
    """Let it be refused in this sentence at this field; nothing changes."""
    before = everything(), Betrokkene.objects.count()
    with pytest.raises(Refusal, match=sentence) as caught:
        act()
    assert caught.value.field == field
    assert (everything(), Betrokkene.objects.count()) == before


# --- how the talk was held ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vorm", "doelgroep", "more"),
    [
        (Gespreksvorm.VIER_OGEN, Doelgroep.ASIELSTATUSHOUDER, {"tweede_deelnemer": True}),
        (Gespreksvorm.ALLEEN, Doelgroep.ASIELSTATUSHOUDER, {}),
        (Gespreksvorm.GEZINSMIGRANT, GEZINSMIGRANT, {}),
        (Gespreksvorm.LATER_JAAR, Doelgroep.ASIELSTATUSHOUDER, {}),
        (Gespreksvorm.ANDERS, Doelgroep.ASIELSTATUSHOUDER, {"reden": " tolk bleef weg "}),
    ],
)
def test_a_talk_is_held_in_one_of_five_ways_and_the_log_says_which(
    vorm: Gespreksvorm, doelgroep: Doelgroep, more: dict[str, Any], keten: Keten
) -> None:
    uuid = a_dossier(doelgroep=doelgroep)
    says = {**more, "tweede_deelnemer": keten.begeleider} if "tweede_deelnemer" in more else more

    talk(uuid, actor=casusregisseur(keten), vorm=vorm, **says)

    row = newest_of(uuid, "traject.brede_intake_started")
    assert row.facts == {
        "vorm": vorm.value,
        "gewezen_op_recht": True,
        "tweede_deelnemer": says.get("tweede_deelnemer"),
    }
    told = {soort: note.tekst for soort, note in row.toelichting.items()}
    assert told == ({"reden": "tolk bleef weg"} if "reden" in more else {})
    assert stand_of(uuid).vorm is vorm


@pytest.mark.parametrize(
    ("says", "sentence", "field"),
    [
        ({}, "Hoe het gesprek is gevoerd, ontbreekt. Kies", ""),
        ({"vorm": Gespreksvorm.VIER_OGEN}, "Wie het tweede paar ogen was, ontbreekt. Kies", ""),
        ({"vorm": Gespreksvorm.GEZINSMIGRANT}, "is asielstatushouder. Kies een andere vorm", ""),
        ({"vorm": Gespreksvorm.ANDERS}, "Vul in waarom er geen tweede paar ogen was", "reden"),
        ({"vorm": Gespreksvorm.ANDERS, "reden": "  "}, "Vul in waarom er geen", "reden"),
        ({"vorm": Gespreksvorm.ALLEEN, "told": False}, "Wijs de inburgeraar op het recht", ""),
        ({"vorm": Gespreksvorm.ALLEEN, "told": None}, "Wijs de inburgeraar op het recht", ""),
        ({"vorm": Gespreksvorm.LATER_JAAR, "told": None}, "Wijs de inburgeraar op het recht", ""),
    ],
)
def test_a_person_at_the_screen_says_how_it_was_held_and_that_the_right_was_told(
    says: dict[str, Any], sentence: str, field: str
) -> None:
    refused(sentence, filled(talk, a_dossier(), **says), field=field)


def test_who_was_not_at_the_talk_does_not_come_in_sight_of_the_dossier(keten: Keten) -> None:
    for vorm in set(Gespreksvorm) - {Gespreksvorm.VIER_OGEN}:
        act = filled(
            talk, a_dossier(doelgroep=GEZINSMIGRANT), actor=casusregisseur(keten), vorm=vorm,
            tweede_deelnemer=keten.begeleider, reden="ziek",
        )  # fmt: skip
        refused("Bij deze vorm van gesprek is er geen", act, field="tweede_deelnemer")


def test_an_import_that_tells_of_a_bare_talk_leaves_two_points_to_mend() -> None:
    uuid = a_dossier()

    talk(uuid, actor=source(Via.IMPORT), told=None)

    gaps = verhaal_of(log_of(uuid)).problems()
    assert [gap.impossible for gap in gaps] == [False, False]
    assert ["Hoe het gesprek" in gaps[0].text, "recht om" in gaps[1].text] == [True, True]
    assert "aanvullen" in handelingen(uuid)


# --- the second pair of eyes --------------------------------------------------------------------


def test_the_second_participant_sees_the_dossier_from_that_day_on_inside_the_agreement(
    keten: Keten,
) -> None:
    uuid = a_dossier()
    with pytest.raises(DossierNotFound):
        get_dossier(actor=begeleider(keten), uuid=uuid)

    with_four_eyes(uuid, keten.begeleider, keten)

    assert get_dossier(actor=begeleider(keten), uuid=uuid).categorieen == GEDEELD
    with pytest.raises(DossierNotFound):
        get_dossier(actor=begeleider(keten, op=NU.date() - DAG), uuid=uuid)
    [link] = Betrokkene.objects.filter(dossier=id_of(uuid))
    assert (link.medewerker_id, link.deelafspraak_id) == (keten.begeleider, keten.afspraak)
    assert (link.van, link.tot, link.rol) == (NU.date(), None, "tweede paar ogen")


def test_who_is_asked_for_the_talk_sees_it_too_and_is_linked_once(keten: Keten) -> None:
    uuid, actor = a_dossier(), casusregisseur(keten)
    asked = stappen.OproepGegevens(
        verzonden_op=MEI - DAG, gesprek_op=MEI, tweede_deelnemer=keten.begeleider
    )
    stappen.invite(actor=actor, dossier_uuid=uuid, gegevens=asked, now=NU)
    assert stand_of(uuid).gesprek_met == keten.begeleider

    with_four_eyes(uuid, keten.begeleider, keten)

    assert Betrokkene.objects.filter(dossier=id_of(uuid)).count() == 1


def a_partner(keten: Keten, gemeente: str = WOERDEN, **task: Any) -> int:
    """Return a medewerker of a new organisation with the task in this gemeente."""
    actor = source(Via.SYSTEEM)
    organisatie = add_organisatie(actor=actor, naam="Nieuw")
    assign_taak(
        actor=actor, organisatie=organisatie, gemeente=gemeente,
        **{"taak": "tweede_paar_ogen", "van": BEGIN, **task},
    )  # fmt: skip
    agree(organisatie, van=BEGIN)
    return add_medewerker(
        actor=actor, organisatie=organisatie, naam="Nora", functie="coach", van=BEGIN
    )


def agree(organisatie: int, *, van: date) -> None:
    """Agree with an organisation on what it may see in Woerden, by law."""
    add_deelafspraak(
        actor=source(Via.SYSTEEM),
        gegevens=DeelafspraakGegevens(
            gemeente=WOERDEN, organisatie=organisatie, taak="tweede_paar_ogen", doel="samen",
            grondslag="opdracht", categorieen=GEDEELD, vorm=Vorm.WETTELIJK, van=van,
        ),
    )  # fmt: skip


def a_colleague_with_the_task(keten: Keten) -> int:
    """Return the consulent, whose own organisation has the task as well."""
    assign_taak(
        actor=source(Via.SYSTEEM), organisatie=keten.eigen, gemeente=WOERDEN,
        taak="tweede_paar_ogen", van=BEGIN,
    )  # fmt: skip
    return keten.consulent


def a_starter(keten: Keten) -> int:
    """Return a medewerker of the partner who began on the day after the talk."""
    return add_medewerker(
        actor=source(Via.SYSTEEM), organisatie=keten.partner, naam="Noor", functie="",
        van=MEI + DAG,
    )  # fmt: skip


NOT_THE_SECOND = {
    "a colleague": a_colleague_with_the_task,
    "who has the task elsewhere": filled(a_partner, gemeente=MONTFOORT),
    "who has another task": filled(a_partner, taak="taalonderwijs"),
    "whose task ended that day": filled(a_partner, tot=MEI),
    "whose task began later": filled(a_partner, van=MEI + DAG),
    "who began to work later": a_starter,
    "nobody at all": lambda keten: 10**6,
}


@pytest.mark.parametrize("who", NOT_THE_SECOND.values(), ids=NOT_THE_SECOND)
def test_the_second_pair_of_eyes_is_of_another_organisation_with_the_task_there_on_that_day(
    who: Callable[[Keten], int], keten: Keten
) -> None:
    uuid, other = a_dossier(), who(keten)

    act = filled(with_four_eyes, uuid, other, keten)
    refused("medewerker van een andere organisatie", act, field="tweede_deelnemer")
    asked = stappen.OproepGegevens(verzonden_op=MEI, gesprek_op=MEI, tweede_deelnemer=other)
    act = filled(
        stappen.invite, actor=casusregisseur(keten), dossier_uuid=uuid, gegevens=asked, now=NU
    )
    refused("medewerker van een andere organisatie", act, field="tweede_deelnemer")


def test_who_had_the_task_at_the_talk_and_has_it_no_more_is_named_but_sees_nothing(
    keten: Keten,
) -> None:
    uuid, left = a_dossier(), a_partner(keten, tot=JUNI)

    with_four_eyes(uuid, left, keten)

    assert newest_of(uuid, "traject.brede_intake_started").facts["tweede_deelnemer"] == left
    assert Betrokkene.objects.count() == 0


@pytest.mark.parametrize("where", ["another gemeente", "lapsed"])
def test_without_an_agreement_in_force_the_talk_is_recorded_and_nothing_is_shared(
    where: str, keten: Keten
) -> None:
    uuid = a_dossier(gemeente=OUDEWATER if where == "another gemeente" else WOERDEN)
    late = noon(date(2023, 1, 2)) if where == "lapsed" else NU
    stappen.start_brede_intake(
        actor=casusregisseur(keten), dossier_uuid=uuid, happened_on=MEI, now=late,
        gesprek=stappen.GesprekGegevens(
            vorm=Gespreksvorm.VIER_OGEN, tweede_deelnemer=keten.begeleider, gewezen_op_recht=True
        ),
    )  # fmt: skip

    assert stand_of(uuid).brede_intake_op == MEI
    assert Betrokkene.objects.count() == 0
    with pytest.raises(DossierNotFound):
        get_dossier(actor=begeleider(keten, op=late.date()), uuid=uuid)


def test_a_link_inside_an_agreement_that_lapsed_does_not_stand_in_for_the_new_one(
    keten: Keten,
) -> None:
    uuid, later = a_dossier(), noon(date(2023, 2, 1))
    with_four_eyes(uuid, keten.begeleider, keten)
    agree(keten.partner, van=later.date())
    with pytest.raises(DossierNotFound):
        get_dossier(actor=begeleider(keten, op=later.date()), uuid=uuid)

    correct_start(uuid, None, at=date(2023, 2, 1))
    stappen.start_brede_intake(
        actor=casusregisseur(keten), dossier_uuid=uuid, happened_on=MEI, now=later,
        gesprek=stappen.GesprekGegevens(
            vorm=Gespreksvorm.VIER_OGEN, tweede_deelnemer=keten.begeleider, gewezen_op_recht=True
        ),
    )  # fmt: skip

    assert get_dossier(actor=begeleider(keten, op=later.date()), uuid=uuid).categorieen == GEDEELD


def correct_start(uuid: UUID, event: events.BredeIntakeStarted | None, *, at: date) -> None:
    row = newest_of(uuid, "traject.brede_intake_started")
    herstel = Herstel(gebeurtenis=row.id, event=event, happened_on=row.happened_on, reden="anders")
    correct_gebeurtenis(actor=consulent(noon(at)), dossier_uuid=uuid, herstel=herstel, now=noon(at))


def test_a_source_that_reports_the_past_is_taken_at_its_word_and_shares_nothing(
    keten: Keten,
) -> None:
    uuid = a_dossier()

    talk(uuid, actor=source(Via.IMPORT), vorm=Gespreksvorm.VIER_OGEN,
         tweede_deelnemer=keten.consulent)  # fmt: skip

    assert verhaal_of(log_of(uuid)).problems() == []
    assert Betrokkene.objects.count() == 0


# --- the subjects -------------------------------------------------------------------------------


def a_talking_order(seed: int) -> list[tuple[IntakeOnderwerp, date]]:
    """Return the subjects in some order over some days, some of them twice."""
    draw = Random(seed)  # noqa: S311 - a seed gives an order, not a secret
    subjects = [*EIGEN, *draw.sample(sorted(EIGEN), 2)]
    draw.shuffle(subjects)
    return [(one, MEI + draw.randrange(20) * DAG) for one in subjects]


@of_lives(examples=15, order=st.builds(a_talking_order, st.integers(0, 2**32 - 1)))
def test_the_subjects_come_in_any_order_on_any_day_and_the_intake_is_complete_with_the_last_one(
    order: list[tuple[IntakeOnderwerp, date]],
) -> None:
    uuid = a_dossier()
    talk(uuid, vorm=Gespreksvorm.ALLEEN)
    told = set[IntakeOnderwerp]()
    for onderwerp, day in order:
        assert stand_of(uuid).brede_intake_compleet == (told == EIGEN)
        assert ("onderwerpen" in handelingen(uuid)) == (told != EIGEN)
        lay_down(uuid, onderwerp, on=day)
        told.add(onderwerp)
        assert set(stand_of(uuid).ontbrekende_onderwerpen) == EIGEN - told
    assert stand_of(uuid).brede_intake_compleet


def test_an_empty_text_lays_nothing_down_and_only_empty_texts_are_refused() -> None:
    uuid = a_dossier()
    talk(uuid, vorm=Gespreksvorm.ALLEEN)
    write = filled(
        stappen.record_onderwerpen, actor=consulent(), dossier_uuid=uuid, happened_on=MEI, now=NU
    )
    refused("Schrijf bij minstens één", filled(write, verslagen=dict.fromkeys(EIGEN, " ")))

    write(verslagen={IntakeOnderwerp.VVE: " geen kinderen ", IntakeOnderwerp.TAALNIVEAU: ""})

    assert stand_of(uuid).onderwerpen == {IntakeOnderwerp.VVE}
    assert newest_of(uuid, "traject.intake_onderwerp_recorded").toelichting["verslag"].tekst == (
        "geen kinderen"
    )


def test_no_subject_is_laid_down_before_the_first_talk() -> None:
    uuid = a_dossier()
    refused("nog geen gesprek geweest", filled(lay_down, uuid, IntakeOnderwerp.VVE))
    talk(uuid, vorm=Gespreksvorm.ALLEEN)
    act = filled(lay_down, uuid, IntakeOnderwerp.VVE, on=MEI - DAG)
    refused("nog geen gesprek geweest", act)


def test_several_subjects_at_once_stand_or_fall_together() -> None:
    uuid = a_dossier()
    know(uuid, feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN), date(2022, 8, 1))

    refused("gesloten op 1 augustus", filled(lay_down, uuid, *EIGEN, on=date(2022, 8, 2)))


CLOSED = {IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN, IntakeOnderwerp.VVE}


def test_a_partner_reads_what_the_agreement_opens_and_never_health_or_family(keten: Keten) -> None:
    uuid = a_dossier()
    with_four_eyes(uuid, keten.begeleider, keten)
    lay_down(uuid, *EIGEN)

    lines = list_tijdlijn(zicht=get_dossier(actor=begeleider(keten), uuid=uuid))
    read = {
        line.event.onderwerp: {note.tekst for note in line.row.toelichting.values()}
        for line in lines
        if isinstance(line.event, events.IntakeOnderwerpRecorded)
    }

    assert read == {one: set() if one in CLOSED else {f"over {one.value}"} for one in EIGEN}


def test_of_health_a_partner_reads_what_someone_can_bear_and_no_more(keten: Keten) -> None:
    uuid = a_dossier()
    with_four_eyes(uuid, keten.begeleider, keten)
    stappen.record_onderwerpen(
        actor=consulent(), dossier_uuid=uuid, happened_on=MEI, now=NU,
        verslagen={IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN: "heeft suikerziekte"},
        belastbaarheid="drie dagdelen per week, niet voor tien uur",
    )  # fmt: skip

    def reads(actor: Actor) -> list[str]:
        lines = list_tijdlijn(zicht=get_dossier(actor=actor, uuid=uuid))
        return [note.tekst for line in lines for note in line.row.toelichting.values()]

    assert reads(begeleider(keten)) == ["drie dagdelen per week, niet voor tien uur"]
    assert "heeft suikerziekte" in reads(consulent())


def test_what_someone_can_bear_may_be_all_there_is_to_say(keten: Keten) -> None:
    uuid = a_dossier()
    talk(uuid, vorm=Gespreksvorm.ALLEEN)
    stappen.record_onderwerpen(
        actor=consulent(), dossier_uuid=uuid, happened_on=MEI, now=NU,
        verslagen={}, belastbaarheid=" hele dagen ",
    )  # fmt: skip

    kept = [note for row in log_of(uuid) for note in row.toelichting.items()]
    assert [(soort, note.tekst) for soort, note in kept] == [("belastbaarheid", "hele dagen")]


def test_after_a_pip_and_a_move_school_and_work_are_not_asked_again() -> None:
    uuid = a_dossier()
    talk(uuid, vorm=Gespreksvorm.ALLEEN)
    lay_down(uuid, *EIGEN - {IntakeOnderwerp.OPLEIDING_EN_WERK})
    assert stand_of(uuid).ontbrekende_onderwerpen == (IntakeOnderwerp.OPLEIDING_EN_WERK,)

    moved = a_dossier(achternaam="Verhuisd")
    establish(moved, actor=source(Via.IMPORT))
    know(moved, feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=MEI + DAG), MEI + DAG)
    assert "pip_opstellen" not in handelingen(moved)
    talk(moved, on=JUNI, vorm=Gespreksvorm.ALLEEN)
    assert IntakeOnderwerp.OPLEIDING_EN_WERK not in stand_of(moved).ontbrekende_onderwerpen
    lay_down(moved, *EIGEN - {IntakeOnderwerp.OPLEIDING_EN_WERK}, on=JUNI)

    assert stand_of(moved).brede_intake_compleet
    assert "pip_opstellen" in handelingen(moved)


# --- contest and answer -------------------------------------------------------------------------


@pytest.fixture
def after_four_eyes(keten: Keten) -> UUID:
    """Return who had a talk with the second pair of eyes, about language and health."""
    uuid = a_dossier()
    with_four_eyes(uuid, keten.begeleider, keten)
    lay_down(uuid, IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN)
    lay_down(uuid, IntakeOnderwerp.TAALNIVEAU)
    return uuid


def line_of(uuid: UUID) -> int:
    return newest_of(uuid, "traject.intake_onderwerp_recorded").id


def contest(
    uuid: UUID, keten: Keten, *, line: int | None = None, tekst: str = "Spreekt A1"
) -> None:
    stappen.contest(
        actor=begeleider(keten), dossier_uuid=uuid, gebeurtenis=line or line_of(uuid), tekst=tekst,
        now=NU,
    )  # fmt: skip


def answer(uuid: UUID, keten: Keten, *, line: int | None = None, tekst: str = "Aangepast") -> None:
    stappen.answer(
        actor=casusregisseur(keten), dossier_uuid=uuid, gebeurtenis=line or line_of(uuid),
        tekst=tekst, now=NU,
    )  # fmt: skip


def contested(uuid: UUID) -> set[int]:
    return set(stand_of(uuid).open_tegenspraak)


def test_what_is_contested_is_a_point_of_work_until_it_is_answered(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid = after_four_eyes
    contest(uuid, keten)
    assert contested(uuid) == {line_of(uuid)}
    [punt] = Werkpunt.objects.filter(dossier=id_of(uuid), handeling="tegenspraak")
    assert (punt.aan_zet, punt.sinds) == ("wij", NU.date())

    answer(uuid, keten)

    assert contested(uuid) == set()
    assert "tegenspraak" not in handelingen(uuid)
    told = [row for row in log_of(uuid) if row.kind.startswith("traject.tegenspraak")]
    assert [{s: n.tekst for s, n in row.toelichting.items()} for row in told] == [
        {"tegenspraak": "Spreekt A1"}, {"antwoord": "Aangepast"},
    ]  # fmt: skip
    assert [row.actor for row in told] == [keten.begeleider, keten.consulent]


def test_the_talk_itself_can_be_contested_too(after_four_eyes: UUID, keten: Keten) -> None:
    start = newest_of(after_four_eyes, "traject.brede_intake_started").id

    contest(after_four_eyes, keten, line=start)

    assert contested(after_four_eyes) == {start}


def test_each_time_it_is_contested_it_is_answered(after_four_eyes: UUID, keten: Keten) -> None:
    uuid = after_four_eyes
    contest(uuid, keten)
    contest(uuid, keten, tekst="Nog steeds niet goed")
    answer(uuid, keten)
    assert contested(uuid) == {line_of(uuid)}

    answer(uuid, keten)
    assert contested(uuid) == set()
    act = filled(answer, uuid, keten)
    refused("Hier is geen tegenspraak om te beantwoorden. Open", act)


def test_a_correction_of_the_line_leaves_what_was_said_against_it_open(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid, old = after_four_eyes, line_of(after_four_eyes)
    contest(uuid, keten)
    event = events.IntakeOnderwerpRecorded(onderwerp=IntakeOnderwerp.TAALNIVEAU)
    herstel = Herstel(gebeurtenis=old, event=event, happened_on=MEI + DAG, reden="andere dag")
    correct_gebeurtenis(actor=consulent(), dossier_uuid=uuid, herstel=herstel, now=NU)
    assert contested(uuid) == {old}
    assert line_of(uuid) != old

    answer(uuid, keten)
    assert contested(uuid) == set()
    contest(uuid, keten)
    assert contested(uuid) == {old}


def test_only_the_second_pair_of_eyes_contests_and_only_the_casusregisseur_answers(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid, line = after_four_eyes, line_of(after_four_eyes)
    says = {"dossier_uuid": uuid, "gebeurtenis": line, "tekst": "Niet waar", "now": NU}
    with pytest.raises(NotAllowed, match="meelezen en tegenspreken"):
        stappen.contest(actor=partner(keten), **says)
    contest(uuid, keten)
    with pytest.raises(NotAllowed, match="brede intake en leerbaarheidstoets vastleggen"):
        stappen.answer(actor=begeleider(keten), **says)


def test_without_a_text_nothing_is_contested_or_answered(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid = after_four_eyes
    refused("Schrijf op wat er volgens u", filled(contest, uuid, keten, tekst=" "), field="tekst")
    contest(uuid, keten)
    refused("Schrijf op wat u met", filled(answer, uuid, keten, tekst=" "), field="tekst")


def test_only_lines_of_this_intake_in_sight_are_contested(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid, other = after_four_eyes, a_dossier(achternaam="Ander")
    with_four_eyes(other, keten.begeleider, keten)
    elsewhere = newest_of(other, "traject.brede_intake_started").id
    plicht = newest_of(uuid, "dossier.plicht_begun").id
    for line in (elsewhere, plicht, 10**6):
        act = filled(contest, uuid, keten, line=line)
        refused("staat niet in dit dossier. Open", act)
    Betrokkene.objects.filter(dossier=id_of(uuid)).update(van=BEGIN, tot=VANDAAG)
    with pytest.raises(DossierNotFound):
        contest(uuid, keten)


def texts(uuid: UUID, actor: Actor) -> Iterator[str]:
    for line in list_tijdlijn(zicht=get_dossier(actor=actor, uuid=uuid)):
        if line.row.kind.startswith("traject.tegenspraak"):
            yield from (note.tekst for note in line.row.toelichting.values())


def test_what_is_said_against_a_subject_is_as_open_as_the_subject(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid = after_four_eyes
    rows = [row for row in log_of(uuid) if row.kind == "traject.intake_onderwerp_recorded"]
    health, language = (row.id for row in rows)
    for line, tekst in ((health, "Is al beter"), (language, "Spreekt A1")):
        contest(uuid, keten, line=line, tekst=tekst)
        answer(uuid, keten, line=line, tekst=f"Klopt: {tekst}")

    assert set(texts(uuid, begeleider(keten))) == {"Spreekt A1", "Klopt: Spreekt A1"}
    assert len(set(texts(uuid, casusregisseur(keten)))) == 4


def test_an_intake_that_was_contested_does_not_keep_the_pip_back(
    after_four_eyes: UUID, keten: Keten
) -> None:
    uuid = after_four_eyes
    lay_down(uuid, *EIGEN)
    stappen.take_leerbaarheidstoets(actor=consulent(), dossier_uuid=uuid, happened_on=MEI, now=NU)
    contest(uuid, keten)

    assert {"tegenspraak", "pip_opstellen"} <= handelingen(uuid)
    assert Traject.objects.get(pk=id_of(uuid)).stap == "pip"
