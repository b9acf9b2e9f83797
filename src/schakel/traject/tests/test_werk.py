"""What is to be done in a traject, by whom and since when: nobody is left without a next step."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Via
from schakel.base.event import Event, Occurrence, in_order
from schakel.base.problem import Problem
from schakel.dossier.queries import events as feiten
from schakel.dossier.rules import fold as fold_dossier
from schakel.logboek.queries import list_rows
from schakel.traject import events
from schakel.traject.actions.projection import refresh_stale
from schakel.traject.events import Gespreksvorm
from schakel.traject.models import Traject, Werkpunt
from schakel.traject.queries import Verhaal, verhaal_of
from schakel.traject.queries.werk import punten_of
from schakel.traject.rules.stand import fold as fold_traject
from schakel.traject.rules.termijnen import termijnen
from schakel.traject.rules.werk import AanZet, ConceptStand, Handeling, Punt, werkpunten
from schakel.traject.tests.lives import LIVES, START, Deed, days_of, live, of_lives
from schakel.traject.tests.world import OUDEWATER, WOERDEN, a_keten, id_of, source
from schakel.wet.lijsten import (
    Doelgroep,
    IntakeOnderwerp,
    Leerroute,
    UitslagLeerbaarheidstoets,
    Verblijfsvergunning,
    Wet,
)

OPEN, KENNISGEVING, UITERLIJK = date(2023, 3, 1), date(2023, 3, 6), date(2023, 5, 15)
VANDAAG, VERHUISD = date(2023, 5, 1), date(2023, 4, 24)
ASIEL, GEZIN = Doelgroep.ASIELSTATUSHOUDER, Doelgroep.GEZINSMIGRANT_OVERIG
WIJ, INBURGERAAR = AanZet.WIJ.value, AanZet.INBURGERAAR.value
DUO, TWEEDE = AanZet.DUO.value, AanZet.TWEEDE_PAAR_OGEN.value

Told = tuple[Event, date]


def april(day: int) -> date:
    return date(2023, 4, day)


def the_person(doelgroep: Doelgroep, *, kennisgeving: bool = True) -> list[Told]:
    """Return who is inburgeringsplichtig in Woerden as from 1 March 2023."""
    permit = (
        Verblijfsvergunning.ASIEL_BEPAALD
        if doelgroep is ASIEL
        else Verblijfsvergunning.REGULIER_BEPAALD
    )
    told: list[Told] = [
        (feiten.DossierOpened(), OPEN),
        (feiten.GemeenteBecameResponsible(gemeente=WOERDEN, per=OPEN), OPEN),
        (feiten.VergunningGranted(vergunning=permit, doel="", status_referent=None), OPEN),
        (feiten.DoelgroepDetermined(doelgroep=doelgroep), OPEN),
        (feiten.WetDetermined(wet=Wet.WI2021), OPEN),
        (feiten.PlichtBegun(), OPEN),
        (feiten.HousingAssigned(gemeente=WOERDEN), OPEN),
        (feiten.BRPRegistered(gemeente=WOERDEN), OPEN),
    ]
    return [*told, (feiten.KennisgevingSent(), KENNISGEVING)] if kennisgeving else told


def occurrences(told: Sequence[Told]) -> list[Occurrence[Event]]:
    return in_order(
        Occurrence(event=event, on=on, id=number, first=number)
        for number, (event, on) in enumerate(told, start=1)
    )


def punten(
    steps: Sequence[Told],
    *,
    doelgroep: Doelgroep = ASIEL,
    more: Sequence[Told] = (),
    kennisgeving: bool = True,
    problemen: Sequence[Problem] = (),
    concept: ConceptStand | None = None,
) -> list[Punt]:
    """Return the points of work on 1 May 2023 of who did these steps."""
    known = occurrences([*the_person(doelgroep, kennisgeving=kennisgeving), *more])
    dossier = fold_dossier(known, op=VANDAAG)
    traject = fold_traject(occurrences(steps), op=VANDAAG)
    return werkpunten(
        dossier=dossier,
        traject=traject,
        termijnen=termijnen(dossier=dossier, traject=traject),
        problemen=problemen,
        concept=concept,
    )


def invited(on: date, gesprek_op: date | None = None) -> Told:
    return events.UitnodigingSent(gesprek_op=gesprek_op), on


def summoned(on: date, uiterlijk: date, gesprek_op: date | None = None) -> Told:
    return events.OproepSent(uiterlijk=uiterlijk, gesprek_op=gesprek_op), on


TALK = (events.BredeIntakeStarted(vorm=Gespreksvorm.ALLEEN, gewezen_op_recht=True), april(3))
SUBJECTS: list[Told] = [
    (events.IntakeOnderwerpRecorded(onderwerp=one), april(4)) for one in IntakeOnderwerp
]
TOETS = (events.LeerbaarheidstoetsTaken(), april(5))
UITSLAG = (
    events.LeerbaarheidstoetsUitslagReceived(uitslag=UitslagLeerbaarheidstoets.B1_HAALBAAR),
    april(7),
)
READY = [TALK, *SUBJECTS, TOETS, UITSLAG]
PIP = (events.PIPEstablished(leerroute=Leerroute.B1, gemeente=WOERDEN, bevoegdheid=1), april(11))
BARE_PIP = (events.PIPEstablished(leerroute=Leerroute.B1, gemeente=WOERDEN), april(11))
SENT = (events.PIPSent(), april(12))
PLANNED = (events.LeerbaarheidstoetsPlanned(gepland_op=date(2023, 5, 8)), april(6))
ABSENT = (events.BredeIntakeCompletedInAbsence(), april(20))
CONTESTED = (events.TegenspraakRecorded(gebeurtenis=2), april(6))
TWICE = (events.TegenspraakRecorded(gebeurtenis=3), april(8))
ANSWERED = (events.TegenspraakAnswered(gebeurtenis=2), april(9))
BEFORE_TOETS = Punt("toets_plannen", WIJ, april(3), None, UITERLIJK)
TO_PREPARE = Punt("pip_opstellen", WIJ, april(5), None, UITERLIJK)

SITUATIONS: dict[str, tuple[list[Told], list[Punt]]] = {
    "nothing yet": ([], [Punt("uitnodigen", WIJ, KENNISGEVING, None, UITERLIJK)]),
    "invited": (
        [invited(april(3))],
        [Punt("reactie", INBURGERAAR, april(3), None, UITERLIJK), BEFORE_TOETS],
    ),
    "invited for a talk": (
        [invited(april(3), april(10))],
        [Punt("gesprek", INBURGERAAR, april(3), april(10), UITERLIJK), BEFORE_TOETS],
    ),
    "did not come": (
        [invited(april(3), april(10)), (events.GesprekMissed(), april(10))],
        [Punt("uitnodigen", WIJ, april(10), None, UITERLIJK), BEFORE_TOETS],
    ),
    "cancelled": (
        [invited(april(3), april(10)), (events.GesprekCancelled(), april(9))],
        [Punt("uitnodigen", WIJ, april(9), None, UITERLIJK), BEFORE_TOETS],
    ),
    "invited again on that day": (
        [invited(april(3), april(10)), (events.GesprekMissed(), april(10)), invited(april(10))],
        [
            Punt("reactie", INBURGERAAR, april(10), None, UITERLIJK),
            Punt("toets_plannen", WIJ, april(10), None, UITERLIJK),
        ],
    ),
    "summoned": (
        [summoned(april(3), april(14))],
        [Punt("oproep", INBURGERAAR, april(3), april(14), UITERLIJK), BEFORE_TOETS],
    ),
    "summoned for a talk": (
        [summoned(april(3), april(14), april(12))],
        [Punt("gesprek", INBURGERAAR, april(3), april(12), UITERLIJK), BEFORE_TOETS],
    ),
    "did not come when summoned": (
        [summoned(april(3), april(14), april(12)), (events.GesprekMissed(), april(12))],
        [Punt("oproep", WIJ, april(12), None, UITERLIJK), BEFORE_TOETS],
    ),
    "cancelled when summoned": (
        [summoned(april(3), april(14), april(12)), (events.GesprekCancelled(), april(11))],
        [Punt("oproep", INBURGERAAR, april(3), april(14), UITERLIJK), BEFORE_TOETS],
    ),
    "an old talk does not hide the term": (
        [invited(april(1), april(2)), summoned(april(3), april(14))],
        [Punt("oproep", INBURGERAAR, april(3), april(14), UITERLIJK), BEFORE_TOETS],
    ),
    "warned": (
        [
            summoned(april(3), april(14)),
            (events.OproepRepeated(uiterlijk=april(28)), april(17)),
        ],
        [
            Punt("oproep", INBURGERAAR, april(17), april(28), UITERLIJK),
            Punt("toets_plannen", WIJ, april(17), None, UITERLIJK),
        ],
    ),
    "first talk held": (
        [TALK],
        [Punt("onderwerpen", WIJ, april(3), None, UITERLIJK), BEFORE_TOETS],
    ),
    "one subject is missing": (
        [TALK, *SUBJECTS[1:], TOETS, UITSLAG],
        [Punt("onderwerpen", WIJ, april(3), None, UITERLIJK)],
    ),
    "all subjects": ([TALK, *SUBJECTS], [BEFORE_TOETS]),
    "completed in absence": (
        [ABSENT],
        [Punt("pip_opstellen", WIJ, april(20), None, UITERLIJK)],
    ),
    "toets planned": (
        [TALK, *SUBJECTS, PLANNED],
        [Punt("toets", INBURGERAAR, april(6), date(2023, 5, 8), UITERLIJK)],
    ),
    "toets planned before the talk": (
        [PLANNED],
        [
            Punt("uitnodigen", WIJ, KENNISGEVING, None, UITERLIJK),
            Punt("toets", INBURGERAAR, april(6), date(2023, 5, 8), UITERLIJK),
        ],
    ),
    "toets missed": (
        [TALK, *SUBJECTS, PLANNED, (events.LeerbaarheidstoetsMissed(), april(30))],
        [BEFORE_TOETS],
    ),
    "no result yet": (
        [TALK, *SUBJECTS, TOETS],
        [Punt("toets_uitslag", DUO, april(5), None, UITERLIJK), TO_PREPARE],
    ),
    "ready": (READY, [TO_PREPARE]),
    "exempted from the toets": (
        [TALK, *SUBJECTS, (events.LeerbaarheidstoetsExempted(), april(6))],
        [Punt("pip_opstellen", WIJ, april(6), None, UITERLIJK)],
    ),
    "absent and still to be tested": (
        [PLANNED, ABSENT],
        [
            Punt("toets", INBURGERAAR, april(6), date(2023, 5, 8), UITERLIJK),
            Punt("pip_opstellen", WIJ, april(20), None, UITERLIJK),
        ],
    ),
    "absent and tested": (
        [ABSENT, TOETS, UITSLAG],
        [Punt("pip_opstellen", WIJ, april(20), None, UITERLIJK)],
    ),
    "contested": ([*READY, CONTESTED], [Punt("tegenspraak", WIJ, april(6)), TO_PREPARE]),
    "contested twice, one answered": (
        [*READY, CONTESTED, TWICE, ANSWERED],
        [Punt("tegenspraak", WIJ, april(8)), TO_PREPARE],
    ),
    "contested and answered": ([*READY, CONTESTED, ANSWERED], [TO_PREPARE]),
    "withdrawn": ([*READY, PIP, SENT, (events.PIPWithdrawn(), april(20))], [TO_PREPARE]),
    "sent and registered": ([*READY, PIP, SENT, (events.AanmeldingMade(gemeente=WOERDEN),
                                                 april(20))], []),
    "enrolled": ([*READY, PIP, SENT, (events.EigenInschrijvingReported(), april(20))], []),
    "sent, registration not": (
        [*READY, PIP, (events.AanmeldingMade(gemeente=WOERDEN), april(20))],
        [Punt("pip_verzenden", WIJ, april(11))],
    ),
}  # fmt: skip


@pytest.mark.parametrize("doelgroep", list(Doelgroep))
@pytest.mark.parametrize("name", SITUATIONS)
def test_in_each_situation_it_is_said_what_is_to_be_done_and_by_whom(
    name: str, doelgroep: Doelgroep
) -> None:
    steps, expected = SITUATIONS[name]

    assert punten(steps, doelgroep=doelgroep) == expected


@pytest.mark.parametrize(
    ("doelgroep", "after"),
    [
        (ASIEL, Punt("aanmelden", WIJ, april(11))),
        (GEZIN, Punt("inschrijving", INBURGERAAR, april(11))),
    ],
)
def test_after_the_pip_the_gemeente_registers_who_has_asiel_and_the_others_enrol_themselves(
    doelgroep: Doelgroep, after: Punt
) -> None:
    to_send = Punt("pip_verzenden", WIJ, april(11))
    assert punten([*READY, PIP], doelgroep=doelgroep) == [to_send, after]
    assert punten([*READY, PIP, SENT], doelgroep=doelgroep) == [after]
    assert punten([*READY, BARE_PIP], doelgroep=doelgroep) == [after]


@pytest.mark.parametrize("doelgroep", list(Doelgroep))
def test_without_the_kennisgeving_no_term_runs_and_duo_is_waited_for(doelgroep: Doelgroep) -> None:
    waits = Punt("kennisgeving", DUO, OPEN)
    invite = Punt("uitnodigen", WIJ, OPEN)

    assert punten([], doelgroep=doelgroep, kennisgeving=False) == [invite, waits]
    found = punten(READY, doelgroep=doelgroep, kennisgeving=False)
    assert found == [waits, Punt("pip_opstellen", WIJ, april(5))]


def test_a_concept_that_lies_with_the_second_pair_of_eyes_is_their_move() -> None:
    concept = ConceptStand(april(18))

    assert punten(READY, concept=concept) == [
        Punt("pip_meelezen", TWEEDE, april(18), None, UITERLIJK)
    ]
    assert punten([TALK, *SUBJECTS], concept=concept) == [BEFORE_TOETS]


STOPS: dict[str, Told] = {
    "closed": (feiten.DossierClosed(reden=feiten.RedenSluiting.VERTROKKEN), april(25)),
    "plicht ended": (feiten.PlichtEnded(reden=next(iter(feiten.RedenEindePlicht))), april(25)),
    "plicht withdrawn": (feiten.PlichtWithdrawn(), april(25)),
    "old law": (feiten.WetDetermined(wet=Wet.WI2013), april(25)),
}


@pytest.mark.parametrize("steps", [[], [TALK], [*READY, CONTESTED], [*READY, PIP]])
@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_where_the_traject_stops_only_what_is_to_be_mended_is_left(
    stop: Told, steps: list[Told]
) -> None:
    gap = Problem(first=1, text="Vul aan.", step="stap", impossible=False)

    assert punten(steps, more=[stop]) == []
    assert punten(steps, more=[stop], problemen=[gap, gap]) == [Punt("aanvullen", WIJ, OPEN)]


@pytest.mark.parametrize(
    "again",
    [
        (STOPS["closed"], (feiten.DossierOpened(), april(26))),
        (STOPS["plicht ended"], (feiten.PlichtBegun(), april(26))),
        (STOPS["old law"], (feiten.WetDetermined(wet=Wet.WI2021), april(26))),
    ],
    ids=["opened again", "plicht begun again", "the new law after all"],
)
def test_where_it_goes_on_the_work_goes_on(again: tuple[Told, Told]) -> None:
    assert "pip_opstellen" in {one.handeling for one in punten(READY, more=again)}


def test_what_is_to_be_mended_stands_beside_the_next_step() -> None:
    gap = Problem(first=1, text="Vul aan.", step="stap", impossible=False)

    assert punten(READY, problemen=[gap]) == [Punt("aanvullen", WIJ, OPEN), TO_PREPARE]


MOVE: list[Told] = [
    (feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=VERHUISD), april(20)),
    (feiten.BRPRegistered(gemeente=OUDEWATER), VERHUISD),
]
TEN_WEEKS = date(2023, 7, 3)


def test_after_a_move_the_new_gemeente_has_its_own_pip_to_make_in_ten_weeks() -> None:
    registered = (events.AanmeldingMade(gemeente=WOERDEN), april(12))

    found = punten([*READY, PIP, SENT, registered], more=MOVE)

    assert found == [Punt("pip_opstellen", WIJ, VERHUISD, None, TEN_WEEKS)]
    concept = ConceptStand(april(28))
    assert punten([*READY, PIP, SENT], more=MOVE, concept=concept) == [
        Punt("pip_meelezen", TWEEDE, april(28), None, TEN_WEEKS)
    ]
    own = (events.PIPEstablished(leerroute=Leerroute.B1, gemeente=OUDEWATER), april(28))
    assert punten([*READY, PIP, SENT, own], more=MOVE) == [Punt("aanmelden", WIJ, april(28))]


def test_after_a_move_without_an_intake_there_is_one_to_hold_but_no_toets() -> None:
    assert punten([BARE_PIP], more=MOVE) == [Punt("uitnodigen", WIJ, VERHUISD, None, TEN_WEEKS)]
    assert punten([BARE_PIP, (TALK[0], april(26))], more=MOVE) == [
        Punt("onderwerpen", WIJ, VERHUISD, None, TEN_WEEKS)
    ]


def test_a_move_that_is_announced_changes_nothing_before_its_day() -> None:
    later: list[Told] = [
        (feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=VANDAAG + timedelta(days=1)),
         april(20)),
    ]  # fmt: skip

    assert punten([*READY, PIP, SENT], more=later) == [Punt("aanmelden", WIJ, april(11))]


def test_every_handeling_and_whose_move_it_is_is_in_the_table() -> None:
    told = {point.handeling for _, expected in SITUATIONS.values() for point in expected}
    elsewhere = {"aanmelden", "inschrijving", "kennisgeving", "pip_meelezen", "aanvullen"}

    assert told | elsewhere == {one.value for one in Handeling}
    assert all(one.label for one in AanZet)


# --- whatever people do ---------------------------------------------------------------------------

ANYTHING_BUT_MENDING = {one.value for one in Handeling} - {"aanvullen", "tegenspraak"}
TO_A_PIP = ANYTHING_BUT_MENDING - {"pip_verzenden", "aanmelden", "inschrijving"}
lives = of_lives(examples=30, life=LIVES, ready=st.booleans())


def fold_of(verhaal: Verhaal, day: date) -> list[Punt]:
    return werkpunten(
        dossier=verhaal.dossier_on(day),
        traject=verhaal.traject_on(day),
        termijnen=verhaal.termijnen_on(day),
        problemen=verhaal.problems(),
    )


def rows_of(dossier: int) -> set[Punt]:
    return {
        Punt(*row) for row in Werkpunt.objects.filter(dossier=dossier).values_list(*Punt._fields)
    }


def is_on_the_way(verhaal: Verhaal, day: date) -> bool:
    """True if a plicht under the Wi2021 runs and there is no leerroute of this gemeente yet."""
    dossier, traject = verhaal.dossier_on(day), verhaal.traject_on(day)
    begin = dossier.begin_plicht.value.dag
    if dossier.wet is not Wet.WI2021 or begin is None or begin > day or not dossier.gemeente:
        return False
    if dossier.closed_on is not None or dossier.einde_plicht is not None:
        return False
    return traject.leerroute is None or traject.pip_gemeente != dossier.gemeente


@pytest.mark.django_db
@lives
def test_nobody_on_the_way_to_a_leerroute_is_without_a_next_step_on_any_day(
    life: Sequence[Deed], ready: bool
) -> None:
    a_keten()
    rows = list_rows(dossier=id_of(live(life, ready=ready)))
    verhaal = verhaal_of(rows)
    for day in [day for day in days_of(rows) if day >= START]:
        found = fold_of(verhaal, day)
        assert len({one.handeling for one in found}) == len(found)
        assert [one for one in found if one.sinds > day] == []
        if is_on_the_way(verhaal, day):
            assert {one.handeling for one in found} & TO_A_PIP, day


@pytest.mark.django_db
@lives
def test_the_rows_are_the_fold_after_every_deed_and_as_days_pass(
    life: Sequence[Deed], ready: bool
) -> None:
    a_keten()

    def check(uuid: UUID, now: datetime) -> None:
        dossier = id_of(uuid)
        rows = list_rows(dossier=dossier)
        if rows[-1].recorded_at == now:
            assert rows_of(dossier) == set(fold_of(verhaal_of(rows), now.date()))

    uuid = live(life, ready=ready, after_each=check)
    rows = list_rows(dossier=id_of(uuid))
    for weeks in (1, 3, 9, 60):
        day = rows[-1].recorded_at.date() + timedelta(weeks=weeks)
        refresh_stale(actor=source(Via.SYSTEEM), day=day)
        assert rows_of(id_of(uuid)) == set(punten_of({id_of(uuid): rows}, day=day)[id_of(uuid)])
        assert Traject.objects.filter(pk=id_of(uuid)).exists()
