"""A PIP in preparation: kept, laid before, read along, and gone once it is established."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial as filled
from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st

from schakel.base.actor import Actor, Via
from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.base.permissions import Permission
from schakel.base.refusal import NotAllowed, Refusal
from schakel.dossier.models import Betrokkene
from schakel.dossier.queries import DossierNotFound, get_dossier
from schakel.keten.actions import DeelafspraakGegevens, add_deelafspraak, add_medewerker
from schakel.keten.queries import Vorm
from schakel.logboek.models import Gebeurtenis, Geldigheid
from schakel.logboek.queries import list_rows
from schakel.traject.actions import pip
from schakel.traject.actions.concept import (
    discard_concept,
    present_concept,
    read_concept_along,
    save_concept,
)
from schakel.traject.models import Concept, Meelezing, Mijlpaal, Traject, Werkpunt
from schakel.traject.queries import list_differences
from schakel.traject.queries.concept import ConceptView, get_concept
from schakel.traject.tests.lives import everything, of_lives
from schakel.traject.tests.world import (
    MONTFOORT,
    NU,
    OUDEWATER,
    Keten,
    a_dossier_after_intake,
    a_keten,
    colleague_who_reads,
    consulent,
    een_pip,
    id_of,
    log_of,
    partner,
    see,
    source,
)

pytestmark = pytest.mark.django_db
MEI = date(2022, 5, 2)
UUR = timedelta(hours=1)
LATER = NU + UUR
WAARDEN = {
    "dagtekening": "2022-08-01",
    "leerroute": "B1",
    "uren_leerroute": 600,
    "begeleiding": "elke maand",
    "afweging_b1": "haalbaar",
    "vve": True,
    "vve_afspraken": "peuterspeelzaal",
    "gezondheid": "rugklachten",
}


@pytest.fixture(autouse=True)
def keten() -> Keten:
    return a_keten()


@pytest.fixture
def uuid() -> UUID:
    return a_dossier_after_intake()


def casusregisseur(keten: Keten) -> Actor:
    return replace(consulent(), medewerker=keten.consulent, organisatie=keten.eigen)


def begeleider(keten: Keten) -> Actor:
    actor = partner(keten)
    return replace(actor, permissions=actor.permissions | {Permission.TEGENSPRAAK_WRITE})


def keep(uuid: UUID, keten: Keten, *, versie: int = 0, now: datetime = NU, **more: Any) -> int:
    return save_concept(
        actor=casusregisseur(keten), dossier_uuid=uuid, waarden={**WAARDEN, **more}, versie=versie,
        now=now,
    )  # fmt: skip


def lay_before(uuid: UUID, keten: Keten, *, who: int | None = None, now: datetime = NU) -> bool:
    return present_concept(
        actor=casusregisseur(keten), dossier_uuid=uuid, medewerker=who or keten.begeleider, now=now
    )


def read(
    uuid: UUID, keten: Keten, *, akkoord: bool = True, opmerking: str = "", now: datetime = NU
) -> None:
    read_concept_along(
        actor=begeleider(keten), dossier_uuid=uuid, akkoord=akkoord, opmerking=opmerking, now=now
    )


def establish(uuid: UUID, keten: Keten, **changes: Any) -> None:
    pip.establish_pip(
        actor=casusregisseur(keten), dossier_uuid=uuid, gegevens=een_pip(MEI, **changes), now=NU
    )


def the_concept(uuid: UUID) -> ConceptView:
    found = get_concept(zicht=see(uuid))
    assert found is not None
    return found


def werk(uuid: UUID) -> dict[str, tuple[str, date]]:
    """Return the points of work about a PIP."""
    rows = Werkpunt.objects.filter(dossier=id_of(uuid), handeling__startswith="pip_")
    return {row.handeling: (row.aan_zet, row.sinds) for row in rows}


def refused(sentence: str, act: Callable[[], object], *, field: str = "") -> None:
    before = everything(), Betrokkene.objects.count()
    with pytest.raises(Refusal, match=sentence) as caught:
        act()
    assert caught.value.field == field
    assert (everything(), Betrokkene.objects.count()) == before


# --- keeping ------------------------------------------------------------------------------------


def test_a_concept_keeps_what_was_filled_in_and_by_whom(uuid: UUID, keten: Keten) -> None:
    assert keep(uuid, keten, onzin="weg") == 1

    found = the_concept(uuid)
    assert (found.waarden, found.versie, found.afgeschermd) == (WAARDEN, 1, False)
    assert (found.gewijzigd_door, found.gewijzigd_at) == (keten.consulent, NU)
    assert (found.voorgelegd_aan, found.meelezingen, found.gelezen) == (None, (), False)


def test_only_a_change_makes_a_new_version(uuid: UUID, keten: Keten) -> None:
    versie = keep(uuid, keten)

    assert keep(uuid, keten, versie=versie, now=LATER) == versie
    assert the_concept(uuid).gewijzigd_at == NU
    assert keep(uuid, keten, versie=versie, now=LATER, leerroute="Z") == versie + 1
    assert the_concept(uuid).begonnen_at == NU
    assert the_concept(uuid).gewijzigd_at == LATER


def test_two_tabs_do_not_overwrite_each_other(uuid: UUID, keten: Keten) -> None:
    refused("vastgesteld of weggegooid", filled(keep, uuid, keten, versie=1))
    keep(uuid, keten)
    keep(uuid, keten, versie=1, leerroute="Z")

    for old in (0, 1, 3):
        act = filled(keep, uuid, keten, versie=old, leerroute="O")
        refused("Intussen heeft Sanne dit concept gewijzigd. Uw invoer is bewaard", act)
    assert the_concept(uuid).waarden["leerroute"] == "Z"


def test_each_dossier_has_its_own_concept(uuid: UUID, keten: Keten) -> None:
    other = a_dossier_after_intake(achternaam="Ander")
    keep(uuid, keten)

    assert get_concept(zicht=see(other)) is None
    keep(other, keten, leerroute="Z")
    assert the_concept(uuid).waarden["leerroute"] == "B1"


def test_who_may_not_establish_a_pip_does_not_prepare_one(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    reader = {"actor": colleague_who_reads(), "dossier_uuid": uuid, "now": NU}
    for act in (
        filled(save_concept, waarden=WAARDEN, versie=1),
        filled(present_concept, medewerker=keten.begeleider),
        discard_concept,
    ):
        with pytest.raises(NotAllowed, match="PIP vaststellen"):
            act(**reader)
    with pytest.raises(NotAllowed, match="meelezen en tegenspreken"):
        read_concept_along(**reader, akkoord=True, opmerking="")


def test_what_is_not_in_sight_has_no_concept(keten: Keten) -> None:
    uuid = a_dossier_after_intake(gemeente="1901")
    with pytest.raises(DossierNotFound):
        keep(uuid, keten)
    with pytest.raises(DossierNotFound):
        read(uuid, keten)


def test_a_concept_is_in_no_figure_and_no_gebeurtenis(uuid: UUID, keten: Keten) -> None:
    figures = (Gebeurtenis, Geldigheid, Mijlpaal, Traject)
    before = [list(table.objects.order_by("pk").values_list()) for table in figures]

    keep(uuid, keten)
    lay_before(uuid, keten)
    read(uuid, keten, akkoord=False, opmerking="te zwaar")
    discard_concept(actor=casusregisseur(keten), dossier_uuid=uuid, now=NU)

    assert [list(table.objects.order_by("pk").values_list()) for table in figures] == before


# --- laying before and reading along ------------------------------------------------------------


def test_the_point_of_work_goes_to_the_second_pair_of_eyes_and_comes_back(
    uuid: UUID, keten: Keten
) -> None:
    ours = {"pip_opstellen": ("wij", date(2022, 4, 11))}
    keep(uuid, keten)
    assert werk(uuid) == ours

    lay_before(uuid, keten)
    assert werk(uuid) == {"pip_meelezen": ("tweede_paar_ogen", NU.date())}

    read(uuid, keten, akkoord=False, opmerking="te zwaar", now=LATER)
    assert werk(uuid) == ours
    lay_before(uuid, keten, now=LATER + UUR)
    assert werk(uuid) == {"pip_meelezen": ("tweede_paar_ogen", NU.date())}

    discard_concept(actor=casusregisseur(keten), dossier_uuid=uuid, now=LATER)
    assert werk(uuid) == ours


def test_also_where_the_clock_stands_still_it_goes_and_comes_each_time(
    uuid: UUID, keten: Keten
) -> None:
    keep(uuid, keten)
    for _ in range(3):
        lay_before(uuid, keten)
        assert (list(werk(uuid)), the_concept(uuid).gelezen) == (["pip_meelezen"], False)
        read(uuid, keten)
        assert (list(werk(uuid)), the_concept(uuid).gelezen) == (["pip_opstellen"], True)
    assert len(the_concept(uuid).meelezingen) == 3


def test_a_change_after_reading_does_not_take_the_reading_away(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    read(uuid, keten, akkoord=False, opmerking=" liever Z ")

    keep(uuid, keten, versie=1, leerroute="Z")

    [reading] = the_concept(uuid).meelezingen
    assert (reading.medewerker, reading.akkoord) == (keten.begeleider, False)
    assert reading.opmerking == "liever Z"


def test_not_agreed_needs_a_remark(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    for empty in ("", "  \n"):
        act = filled(read, uuid, keten, akkoord=False, opmerking=empty)
        refused("Schrijf op wat er volgens u anders moet", act, field="opmerking")


def test_only_a_partner_with_the_task_reads_along(uuid: UUID, keten: Keten) -> None:
    act = filled(lay_before, uuid, keten)
    refused("geen concept meer.* Open het dossier opnieuw", act)
    keep(uuid, keten)
    for who in (keten.consulent, 10**6):
        act = filled(lay_before, uuid, keten, who=who)
        refused("Kies een medewerker van de partner", act, field="medewerker")


def test_laying_before_opens_the_dossier_inside_an_agreement_and_says_when_it_does_not(
    uuid: UUID, keten: Keten
) -> None:
    keep(uuid, keten)
    assert lay_before(uuid, keten) is True
    assert get_dossier(actor=begeleider(keten), uuid=uuid).opens(Gegevenscategorie.TAAL)

    elsewhere = a_dossier_after_intake(gemeente=MONTFOORT, achternaam="Elders")
    keep(elsewhere, keten)
    assert lay_before(elsewhere, keten) is False
    assert list(werk(elsewhere)) == ["pip_meelezen"]
    with pytest.raises(DossierNotFound):
        read(elsewhere, keten)


def test_only_who_was_asked_reads_along(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    other = add_medewerker(
        actor=source(Via.SYSTEEM), organisatie=keten.partner, naam="Bo", functie="", van=MEI
    )
    lay_before(uuid, keten, who=other)

    refused("niet aan u voorgelegd. Vraag de casusregisseur", filled(read, uuid, keten))
    read_concept_along(
        actor=replace(begeleider(keten), medewerker=other), dossier_uuid=uuid, akkoord=True,
        opmerking="", now=NU,
    )  # fmt: skip
    assert [one.medewerker for one in the_concept(uuid).meelezingen] == [other]


def test_what_was_not_laid_before_anyone_is_not_read_along(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    discard_concept(actor=casusregisseur(keten), dossier_uuid=uuid, now=NU)
    refused("geen concept meer", filled(read, uuid, keten))
    keep(uuid, keten)

    refused("niet aan u voorgelegd", filled(read, uuid, keten))


# --- what a partner sees ------------------------------------------------------------------------


def test_a_partner_sees_what_is_agreed_and_learns_that_there_is_more(
    uuid: UUID, keten: Keten
) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)

    found = get_concept(zicht=get_dossier(actor=begeleider(keten), uuid=uuid))

    assert found is not None
    assert set(WAARDEN) - set(found.waarden) == {"vve", "vve_afspraken", "gezondheid"}
    assert found.afgeschermd


def test_where_nothing_is_closed_nothing_is_said_to_be(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten, gezondheid="", vve=None, vve_afspraken="")
    lay_before(uuid, keten)

    found = get_concept(zicht=get_dossier(actor=begeleider(keten), uuid=uuid))

    assert found is not None
    assert found.afgeschermd is False


def test_a_narrow_agreement_shows_little_and_without_language_nothing_is_read_along(
    keten: Keten,
) -> None:
    uuid = a_dossier_after_intake(gemeente=OUDEWATER)
    add_deelafspraak(
        actor=source(Via.SYSTEEM),
        gegevens=DeelafspraakGegevens(
            gemeente=OUDEWATER, organisatie=keten.partner, taak="maatschappelijke_begeleiding",
            doel="samen", grondslag="opdracht", categorieen={Gegevenscategorie.VOORTGANG},
            vorm=Vorm.WETTELIJK, van=MEI,
        ),
    )  # fmt: skip
    keep(uuid, keten)
    lay_before(uuid, keten)

    found = get_concept(zicht=get_dossier(actor=begeleider(keten), uuid=uuid))

    assert found is not None
    assert (set(found.waarden), found.afgeschermd) == ({"afweging_b1"}, True)
    refused("niet aan u voorgelegd", filled(read, uuid, keten))


# --- establishing and throwing away -------------------------------------------------------------


def test_establishing_takes_the_concept_and_records_who_read_it_last(
    uuid: UUID, keten: Keten
) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    read(uuid, keten)

    establish(uuid, keten)

    assert log_of(uuid)[-1].facts["meegelezen_door"] == keten.begeleider
    assert (Concept.objects.count(), Meelezing.objects.count()) == (0, 0)
    assert set(werk(uuid)) == {"pip_verzenden"}
    refused("vastgesteld of weggegooid", filled(keep, uuid, keten, versie=1))


def test_without_a_concept_or_a_reader_nobody_is_named(uuid: UUID, keten: Keten) -> None:
    other = a_dossier_after_intake(achternaam="Ander")
    keep(other, keten)
    lay_before(other, keten)
    for one in (uuid, other):
        establish(one, keten)
        assert log_of(one)[-1].facts["meegelezen_door"] is None


def test_a_pip_that_is_refused_leaves_the_concept_as_it_is(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    read(uuid, keten)

    for wrong in ({"uren_pvt": None}, {"niveau": "A2"}, {"dagtekening": date(2022, 3, 1)}):
        gegevens = replace(een_pip(MEI), **wrong)
        act = filled(
            pip.establish_pip, actor=casusregisseur(keten), dossier_uuid=uuid, gegevens=gegevens,
            now=NU,
        )  # fmt: skip
        before = everything()
        with pytest.raises(Refusal):
            act()
        assert everything() == before
    assert Concept.objects.count() == 1


def test_a_pip_that_an_import_reports_does_not_take_the_work_of_a_caseworker(
    uuid: UUID, keten: Keten
) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    read(uuid, keten)

    pip.establish_pip(actor=source(Via.IMPORT), dossier_uuid=uuid, gegevens=een_pip(MEI), now=NU)

    assert log_of(uuid)[-1].facts["meegelezen_door"] is None
    assert the_concept(uuid).waarden == WAARDEN


def test_throwing_away_leaves_nothing_and_may_be_done_twice(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    lay_before(uuid, keten)
    read(uuid, keten)

    for _ in range(2):
        discard_concept(actor=casusregisseur(keten), dossier_uuid=uuid, now=NU)

    assert (Concept.objects.count(), Meelezing.objects.count()) == (0, 0)
    assert keep(uuid, keten) == 1


# --- whatever people do -------------------------------------------------------------------------


def a_preparation(seed: int) -> list[tuple[str, int, timedelta]]:
    """Return what is tried with one concept, with the version that a tab still shows."""
    draw = Random(seed)  # noqa: S311 - a seed gives a life, not a secret
    deeds = ("keep", "keep", "keep", "lay_before", "lay_before", "read", "refuse", "discard")
    return [
        (draw.choice(deeds), draw.randrange(4), draw.choice((0, 0, 1)) * UUR)
        for _ in range(draw.randint(5, 15))
    ]


@of_lives(examples=20, life=st.builds(a_preparation, st.integers(0, 2**32 - 1)))
def test_the_points_of_work_follow_whatever_is_done(
    life: list[tuple[str, int, timedelta]], keten: Keten
) -> None:
    uuid, now = a_dossier_after_intake(), NU
    for deed, number, later in life:
        now += later
        before = everything()
        try:
            match deed:
                case "keep":
                    keep(uuid, keten, versie=number, now=now, uren_pvt=number)
                case "lay_before":
                    lay_before(uuid, keten, now=now)
                case "read" | "refuse":
                    read(uuid, keten, akkoord=deed == "read", opmerking="anders", now=now)
                case "discard":
                    discard_concept(actor=casusregisseur(keten), dossier_uuid=uuid, now=now)
        except (Refusal, DossierNotFound):
            assert everything() == before
        dossier = id_of(uuid)
        rows = list_rows(dossier=dossier)
        assert list_differences(dossier=dossier, rows=rows, day=now.date()) == []
        found = get_concept(zicht=see(uuid))
        waits = found is not None and found.voorgelegd_at is not None and not found.gelezen
        assert list(werk(uuid)) == ["pip_meelezen" if waits else "pip_opstellen"]


def test_a_stale_tab_does_not_establish_over_a_newer_concept(uuid: UUID, keten: Keten) -> None:
    keep(uuid, keten)
    there = everything()

    with pytest.raises(Refusal, match="Intussen heeft"):
        pip.establish_pip(
            actor=casusregisseur(keten), dossier_uuid=uuid, gegevens=een_pip(MEI), now=NU, versie=0
        )
    assert everything() == there
