"""The counting is SQL over intervals; these count the same by hand, day by day, from the log."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Via
from schakel.base.tijd import noon
from schakel.dossier.models import Dossier, Samenvoeging
from schakel.dossier.queries import list_log
from schakel.dossier.rules import Plek, plek
from schakel.logboek.queries import list_rows
from schakel.stand.queries import Stand, get_stand, list_in_rij
from schakel.stand.rijen import DEFINITIES, Definitie
from schakel.traject.queries import Verhaal, verhaal_of
from schakel.traject.rules.mijlpalen import Bereikt, bereikt
from schakel.traject.tests.lives import LIVES, SEEDS, START, Deed, live, live_twice, of_lives
from schakel.traject.tests.world import GEMEENTEN, a_keten, id_of, source

PEOPLE = st.lists(LIVES, min_size=1, max_size=2)
WINDOW = [START + timedelta(days=shift) for shift in range(-1, 95)]
pytestmark = pytest.mark.django_db

Figures = Counter[tuple[str, str, str]]


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def arrive(people: Sequence[list[Deed]]) -> list[int]:
    return [id_of(live(life, name=f"Leven {nth}")) for nth, life in enumerate(people)]


def is_in(definitie: Definitie, place: Plek, reached: set[Bereikt], day: date) -> set[str]:
    """Return whether someone is in a row on a day, beside it ("apart"), both or neither."""
    if definitie.doelgroep is not None:
        mine = place.ingeschreven and place.doelgroep == definitie.doelgroep.value
        grown_up = not definitie.adult or place.volwassen_op <= day
        return {"waarden"} if mine and grown_up else set()
    here = {"", place.gemeente}
    own = {one for one in reached if one.soort in definitie.soorten and one.gemeente in here}
    rest = {one for one in reached if one.soort in {*definitie.soorten, *definitie.apart}} - own
    return {name for name, ones in (("waarden", own), ("apart", rest)) if ones}


def count_by_hand(verhalen: Sequence[Verhaal], peildatum: date) -> Figures:
    """Return every figure other than 0, by name, row and gemeente."""
    found: Figures = Counter()
    for verhaal in verhalen:
        found.update(_in_rows(verhaal, peildatum))
        ever = {
            key
            for day in WINDOW
            if day <= peildatum
            for key in _in_rows(verhaal, day)
            if key[0] == "waarden"
        }
        found.update(("cumulatief", code, gemeente) for _, code, gemeente in ever)
    return found


def _in_rows(verhaal: Verhaal, day: date) -> set[tuple[str, str, str]]:
    place = plek(verhaal.dossier_on(day))
    if place is None:
        return set()
    reached = bereikt(verhaal.traject_on(day))
    found = {("noemer", "", place.gemeente)}
    for definitie in DEFINITIES:
        for name in is_in(definitie, place, reached, day):
            found.add((name, definitie.code.value, place.gemeente))
            if name == "waarden" and not place.bevestigd:
                found.add(("niet_bevestigd", definitie.code.value, place.gemeente))
    return found


def told(stand: Stand) -> Figures:
    """Return the same of the table itself."""
    found: Figures = Counter()
    for rij in stand.rijen:
        for gemeente, people in rij.noemer.items():
            found["noemer", "", gemeente] = people or 0
            for name in ("waarden", "niet_bevestigd", "cumulatief", "apart"):
                found[name, rij.code.value, gemeente] = getattr(rij, name)[gemeente]
    return found


def stand_on(peildatum: date, at: datetime) -> Stand:
    return get_stand(actor=source(Via.SYSTEEM, at), peildatum=peildatum, at=at)


@of_lives(examples=12, people=PEOPLE, shift=st.integers(min_value=0, max_value=94))
def test_the_figures_are_those_of_counting_by_hand(
    people: Sequence[list[Deed]], shift: int
) -> None:
    logs = [list_rows(dossier=dossier) for dossier in arrive(people)]
    moments = sorted({row.recorded_at for rows in logs for row in rows})

    for at in {moments[len(moments) // 2], moments[-1]}:
        verhalen = [verhaal_of(rows, known_at=at) for rows in logs]
        for peildatum in {WINDOW[shift], at.date()}:
            by_hand, table = count_by_hand(verhalen, peildatum), told(stand_on(peildatum, at))
            assert table - by_hand == by_hand - table == Counter(), (peildatum, at)


@of_lives(examples=12, life=LIVES)
def test_a_table_as_known_on_a_day_never_changes_afterwards(life: list[Deed]) -> None:
    peildata = WINDOW[5::30]
    seen: dict[date, list[Stand]] = {}

    def tables(bekend_op: date, at: datetime) -> list[Stand]:
        actor = source(Via.SYSTEEM, at)
        return [
            get_stand(actor=actor, peildatum=peildatum, bekend_op=bekend_op, at=at)
            for peildatum in peildata
        ]

    def look(uuid: UUID, now: datetime) -> None:
        seen[now.date()] = tables(now.date(), now)

    live(life, after_each=look)

    long_after = noon(date(2030, 1, 1))
    assert {day: tables(day, long_after) for day in seen} == seen


@of_lives(examples=10, life=LIVES, seed=SEEDS, shift=st.integers(min_value=0, max_value=94))
def test_the_figures_of_dossiers_that_are_merged_and_parted_are_those_of_counting_by_hand(
    life: list[Deed], seed: int, shift: int
) -> None:
    uuids = live_twice(life, seed)
    ids = Dossier.objects.filter(uuid__in=uuids).values_list("pk", flat=True)
    stories = [list_log(dossier=dossier) for dossier in ids]
    edges = Samenvoeging.objects.values_list("sinds", "ongedaan_at")
    moments = {edge for pair in edges for edge in pair if edge is not None}

    for at in {*moments, max(row.recorded_at for rows in stories for row in rows)}:
        verhalen = [verhaal_of(rows, known_at=at) for rows in stories]
        by_hand, table = count_by_hand(verhalen, WINDOW[shift]), told(stand_on(WINDOW[shift], at))
        assert table - by_hand == by_hand - table == Counter(), at


@of_lives(examples=10, life=LIVES, seed=SEEDS)
def test_a_table_of_before_a_merge_or_its_undoing_never_changes_by_it(
    life: list[Deed], seed: int
) -> None:
    peildata = WINDOW[5::30]
    seen: dict[date, list[Stand]] = {}

    def tables(bekend_op: date, at: datetime) -> list[Stand]:
        actor = source(Via.SYSTEEM, at)
        return [
            get_stand(actor=actor, peildatum=peildatum, bekend_op=bekend_op, at=at)
            for peildatum in peildata
        ]

    def look(uuids: Sequence[UUID], now: datetime) -> None:
        seen[now.date()] = tables(now.date(), now)

    live_twice(life, seed, after_each=look)

    long_after = noon(date(2030, 1, 1))
    assert {day: tables(day, long_after) for day in seen} == seen


@of_lives(examples=12, people=PEOPLE)
def test_behind_every_figure_stand_as_many_dossiers(people: Sequence[list[Deed]]) -> None:
    dossiers = arrive(people)
    at = max(list_rows(dossier=dossier)[-1].recorded_at for dossier in dossiers)

    for rij in stand_on(at.date(), at).rijen:
        for code, _, _ in GEMEENTEN:
            behind = list_in_rij(
                actor=source(Via.SYSTEEM, at), rij=rij.code, gemeente=code, peildatum=at.date(),
                at=at,
            )  # fmt: skip
            assert rij.waarden[code] == len(behind)
            assert set(behind) <= set(dossiers)
