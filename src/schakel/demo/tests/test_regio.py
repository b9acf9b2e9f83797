"""The region of 2026: who is in it, the same every time, and all that the product can record."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction

from schakel.base.actor import Actor
from schakel.base.bsn import Bsn
from schakel.base.tijd import noon
from schakel.demo import regio
from schakel.demo.keten import BODEGRAVEN, MONTFOORT, OUDEWATER, WOERDEN, Keten, build_keten
from schakel.demo.regio.verhalen import VERHALEN
from schakel.demo.regio.vulling import AANTAL, vulling
from schakel.demo.region import Nieuwkomer
from schakel.dossier.models import Dossier, Persoon, Samenvoeging
from schakel.dossier.queries import events
from schakel.logboek.models import Gebeurtenis
from schakel.stand.queries import get_stand
from schakel.toegang.queries import actor_for, find_account, system_actor
from schakel.traject.actions.projection import refresh_stale
from schakel.traject.models import Traject
from schakel.traject.queries import ALL_KINDS
from schakel.traject.queries.werkvoorraad import Groep, Handeling, Wie, get_werkvoorraad
from schakel.wet.lijsten import Doelgroep, Leerroute

pytestmark = pytest.mark.xdist_group("regio")
"""Of two workers one builds the region."""

VANDAAG = regio.PEILDATUM
AT = noon(VANDAAG)

UITZONDERINGEN: dict[str, str] = {}
"""Kinds of gebeurtenissen that nobody in the region has, and why."""


class Ids(dict[Any, int]):
    """Ids of a chain that no database holds."""

    def __missing__(self, name: object) -> int:
        """Return the same number for the same name."""
        self[name] = len(self) + 1
        return self[name]


def a_plan(**seed: int) -> list[Nieuwkomer]:
    return regio.plan(
        keten=Keten(organisaties=Ids(), medewerkers=Ids(), deelafspraken=Ids()), **seed
    )


def who(username: str) -> Actor:
    account = find_account(username=username)
    assert account is not None
    actor = actor_for(account, at=AT)
    assert actor is not None
    return actor


@pytest.fixture(scope="module")
def region(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Build the region once for all tests of this file, and leave no trace of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        regio.build(keten=build_keten(actor=system_actor(at=AT)))
        refresh_stale(actor=system_actor(at=AT), day=VANDAAG)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def in_region(region: None, db: None) -> None:
    """The region, and what a test does to it is undone."""


def test_the_same_seed_gives_the_same_plan_and_another_one_another() -> None:
    first = a_plan()

    assert first == a_plan()
    assert first != a_plan(seed=7)


def test_everyone_has_a_story_of_its_own_and_the_spread_follows_the_gemeenten() -> None:
    verhalen = [*VERHALEN, *vulling(VERHALEN, seed=regio.SEED)]

    assert len({verhaal.naam for verhaal in verhalen}) == len(verhalen) == 150
    assert Counter(verhaal.gemeente for verhaal in verhalen) == AANTAL
    assert AANTAL[WOERDEN] > AANTAL[BODEGRAVEN] > AANTAL[MONTFOORT] > AANTAL[OUDEWATER]
    years = Counter(verhaal.brp.year for verhaal in verhalen)
    assert set(years) == {2022, 2023, 2024, 2025, 2026}


def test_nothing_is_done_after_today_or_before_the_dossier_is_there() -> None:
    for person in a_plan():
        for klus in person.klussen:
            assert person.opened_on <= klus.dag < VANDAAG
        if person.gezin is not None:
            assert person.gezin.opened_on <= person.opened_on


def test_people_work_on_working_days() -> None:
    by_people = [klus.dag for person in a_plan() for klus in person.klussen if klus.wie != "duo"]
    assert {day.weekday() for day in by_people} == {0, 1, 2, 3, 4}


def test_every_bsn_is_a_test_number_and_nobody_has_the_number_of_another() -> None:
    people = [person.gegevens for person in a_plan() if person.gegevens.bsn]

    assert len(people) == 150
    for one in people:
        assert Bsn.parse(one.bsn).digits == one.bsn
        assert one.bsn.startswith("9999")
        assert (len(one.v_nummer), one.v_nummer.isdigit()) == (10, True)
    assert len({one.bsn for one in people}) == len({one.v_nummer for one in people}) == 150
    assert len({(one.voornaam, one.achternaam) for one in people}) == 150


@pytest.mark.usefixtures("in_region")
def test_every_kind_of_gebeurtenis_occurs() -> None:
    """Something new in the product has its place in the region: see `schakel.demo.regio`."""
    told = set(Gebeurtenis.objects.values_list("kind", flat=True))

    assert set(ALL_KINDS) - told - set(UITZONDERINGEN) == set()


@pytest.mark.usefixtures("in_region")
def test_every_doelgroep_leerroute_and_reason_occurs() -> None:
    def told(kind: str, name: str) -> set[str]:
        return {row.facts[name] for row in Gebeurtenis.objects.filter(kind=kind)}

    assert told("traject.pip_established", "leerroute") == {one.value for one in Leerroute}
    assert told("dossier.doelgroep_determined", "doelgroep") == {one.value for one in Doelgroep}
    assert told("dossier.wet_determined", "wet") == {"WI2013", "WI2021"}
    assert told("dossier.closed", "reden") == {one.value for one in events.RedenSluiting}
    assert told("dossier.plicht_ended", "reden") == {one.value for one in events.RedenEindePlicht}
    assert told("dossier.person_born", "precisie") == {one.value for one in events.Precisie}
    assert told("traject.brede_intake_started", "vorm") == {
        "vier_ogen", "alleen", "gezinsmigrant", "later_jaar", "anders", None,
    }  # fmt: skip


@pytest.mark.usefixtures("in_region")
@pytest.mark.parametrize("username", ["casus-woerden", "casus-bodegraven"])
def test_every_group_of_the_werkvoorraad_has_work(username: str) -> None:
    voorraad = get_werkvoorraad(actor=who(username), wie=Wie.MIJN, op=VANDAAG)

    assert {groep for groep, stand in voorraad.groepen.items() if stand.aantal} == set(Groep)
    assert all(stand.aantal < 25 for stand in voorraad.groepen.values())
    niemand = get_werkvoorraad(actor=who(username), wie=Wie.NIEMAND, op=VANDAAG)
    assert niemand.groepen[Groep.DOEN].aantal > 0


@pytest.mark.usefixtures("in_region")
def test_every_piece_of_work_lies_on_a_desk() -> None:
    voorraad = get_werkvoorraad(actor=who("team"), wie=Wie.TEAM, op=VANDAAG)
    found = {regel.punt.handeling for stand in voorraad.groepen.values() for regel in stand.regels}

    assert found == set(Handeling)


@pytest.mark.usefixtures("in_region")
def test_a_casusregisseur_has_a_caseload_of_some_fifty() -> None:
    open_now = Dossier.objects.filter(closed_on=None)

    for username, most in (("casus-woerden", 62), ("casus-bodegraven", 50)):
        carried = open_now.filter(casusregisseur=who(username).medewerker).count()
        assert 28 <= carried <= most, username


@pytest.mark.usefixtures("in_region")
def test_households_moves_and_merges_are_there() -> None:
    homes = Counter(Persoon.objects.values_list("huishouden", flat=True))
    assert sum(size > 1 for size in homes.values()) >= 10
    assert set(Dossier.objects.values_list("gemeente", flat=True)) > set(AANTAL)
    assert Samenvoeging.objects.count() == 2


@pytest.mark.usefixtures("in_region")
def test_the_figures_go_down_from_row_to_row_and_no_cell_is_silly() -> None:
    stand = get_stand(actor=system_actor(at=AT), peildatum=VANDAAG, at=AT)
    rows = {rij.code.value: rij for rij in stand.rijen}

    for gemeente in AANTAL:
        here = {code: rij.waarden[gemeente] for code, rij in rows.items()}
        people = rows["statushouders"].noemer[gemeente]
        assert 0 < here["aanmeldingen"] <= here["pips"] <= here["brede_intakes"] <= people


@pytest.mark.usefixtures("in_region")
def test_some_facts_came_in_only_when_duo_spoke_again() -> None:
    for begin, end in regio.DUO_STIL:
        silent = Gebeurtenis.objects.filter(
            source="duo", recorded_at__date__gt=begin, recorded_at__date__lt=end
        )
        assert not silent.exists()
        at_once = Gebeurtenis.objects.filter(source="duo", recorded_at__date=end)
        assert at_once.filter(happened_on__lt=end - timedelta(days=7)).exists()


@pytest.mark.usefixtures("in_region")
def test_nobody_is_past_the_inburgeringstermijn_while_nothing_can_be_recorded_of_it() -> None:
    late = Traject.objects.filter(dossier__closed_on=None, termijn_tot__lte=VANDAAG)
    assert not late.exists()


@pytest.mark.usefixtures("in_region")
def test_the_tables_are_what_the_log_says() -> None:
    out = StringIO()
    call_command("controle", "--vandaag", VANDAAG.isoformat(), stdout=out)

    assert "alles klopt" in out.getvalue()
