"""The same person twice: two dossiers are read as one, and apart again."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from schakel.base.refusal import NotAllowed, Refusal
from schakel.base.tijd import noon
from schakel.dossier.actions.personen import change_persoon
from schakel.dossier.models import Dossier, Huishouden, Persoon, Samenvoeging
from schakel.dossier.queries import (
    DossierNotFound,
    PersoonGegevens,
    count_dossiers,
    find_by_number,
    get_dossier,
    get_dossier_as_known,
    get_naar,
    list_dossiers,
    list_huisgenoten,
    list_samenvoegingen,
    newest,
    recognise,
    search,
)
from schakel.dossier.queries import events as feiten
from schakel.logboek.queries import list_rows
from schakel.traject.actions import pip, stappen
from schakel.traject.actions.dossier import open_dossier, record_feit
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.recording import Entry, add
from schakel.traject.actions.samenvoeging import merge_dossiers, undo_merge
from schakel.traject.models import Traject, Werkpunt
from schakel.traject.queries import (
    Herstel,
    get_verhaal,
    list_problems,
    list_tijdlijn,
    preview_herstel,
    preview_samenvoeging,
)
from schakel.traject.tests.world import (
    ALLEEN,
    BEGIN,
    BODEGRAVEN,
    NU,
    OUDEWATER,
    WOERDEN,
    a_dossier,
    a_dossier_after_intake,
    a_dossier_with_pip,
    a_keten,
    colleague_who_reads,
    consulent,
    een_pip,
    know,
    see,
)

LATER = NU + timedelta(hours=1)
LATER_STILL = NU + timedelta(hours=2)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keten() -> None:
    a_keten()


def a_double(gemeente: str = WOERDEN, achternaam: str = "Tekle-Abraha") -> UUID:
    """Return a second, nearly empty dossier of someone."""
    return open_dossier(
        actor=consulent(),
        gegevens=PersoonGegevens(achternaam=achternaam, v_nummer="1234567890", bsn="111222333"),
        gemeente=gemeente,
        happened_on=date(2022, 6, 1),
        now=NU - timedelta(hours=1),
    )


def merge(van: UUID, naar: UUID, *, reden: str = "zelfde persoon", now=NU) -> int:
    merge_dossiers(actor=consulent(now), van=van, naar=naar, reden=reden, now=now)
    return Samenvoeging.objects.get(van__uuid=van, ongedaan_at=None).pk


def undo(naar: UUID, samenvoeging: int, *, now=LATER_STILL) -> None:
    undo_merge(
        actor=consulent(now), naar=naar, samenvoeging=samenvoeging, reden="toch niet", now=now
    )


def pk_of(uuid: UUID) -> int:
    return Dossier.objects.values_list("pk", flat=True).get(uuid=uuid)


def story(uuid: UUID, known_at=None):
    return get_verhaal(zicht=see(uuid), known_at=known_at)


def test_what_the_other_told_is_told_here_from_that_moment_on() -> None:
    naar, van = a_dossier(registered=False), a_double()
    know(van, feiten.BRPRegistered(gemeente=WOERDEN), date(2022, 6, 2), at=NU)

    merge(van, naar, now=LATER)

    assert story(naar).dossier_on(NU.date()).ingeschreven_in == WOERDEN
    assert story(naar, known_at=NU).dossier_on(NU.date()).ingeschreven_in == ""


def test_the_one_that_was_merged_away_is_in_no_list_count_or_work() -> None:
    naar, van = a_dossier(), a_double()
    before = count_dossiers(actor=consulent())
    assert Werkpunt.objects.filter(dossier__uuid=van).exists()

    merge(van, naar)

    assert count_dossiers(actor=consulent()) == before - 1
    assert van not in {row.zicht.uuid for row in list_dossiers(actor=consulent())}
    assert not Werkpunt.objects.filter(dossier__uuid=van).exists()
    with pytest.raises(DossierNotFound):
        get_dossier(actor=consulent(), uuid=van)


def test_its_address_leads_to_the_other_for_who_may_see_that() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)
    elsewhere = consulent().__class__(
        medewerker=1, organisatie=1, gemeenten=frozenset({OUDEWATER}), op=NU.date(),
        permissions=consulent().permissions,
    )  # fmt: skip

    assert get_naar(actor=consulent(), uuid=van) == naar
    for actor, uuid in ((elsewhere, van), (consulent(), naar)):
        with pytest.raises(DossierNotFound):
            get_naar(actor=actor, uuid=uuid)


def test_name_and_number_of_the_other_find_the_one_that_stays() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)

    assert [row.zicht.uuid for row in search(actor=consulent(), term="abraha")] == [naar]
    found = find_by_number(actor=consulent(), term="1234567890")
    assert found is not None
    assert found.uuid == naar


def test_whoever_comes_in_with_a_number_of_the_other_is_recognised() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)
    someone = PersoonGegevens(achternaam="Tekle", bsn="111222333")

    found = recognise(actor=consulent(), gegevens=someone)

    assert [row.zicht.uuid for row in found.bekend] == [naar]
    assert not found.elders
    assert recognise(actor=consulent(), gegevens=someone, behalve=naar).bekend == ()
    with pytest.raises(Refusal, match="heeft al een dossier"):
        open_dossier(
            actor=consulent(), gegevens=someone, gemeente=WOERDEN, happened_on=BEGIN, now=NU
        )


def test_as_known_before_each_is_what_it_was() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar, now=LATER)
    op = NU.date()

    then = get_dossier_as_known(actor=consulent(), uuid=van, known_at=NU, op=op)

    assert (then.uuid, then.gemeente) == (van, WOERDEN)
    lines = list_tijdlijn(zicht=then, known_at=NU)
    assert {line.row.dossier for line in lines} == {pk_of(van)}
    mine = list_tijdlijn(zicht=see(naar), known_at=NU)
    assert {line.row.dossier for line in mine} == {pk_of(naar)}
    with pytest.raises(DossierNotFound):
        get_dossier_as_known(actor=consulent(), uuid=van, known_at=LATER, op=op)


def test_what_both_say_counts_once_and_stands_twice_in_the_timeline() -> None:
    naar, van = a_dossier(), a_dossier(achternaam="Tekle-Abraha")

    merge(van, naar)

    zicht = see(naar)
    born = [one for one in get_verhaal(zicht=zicht).feiten if one.event.kind.endswith("born")]
    assert len(born) == 1
    lines = list_tijdlijn(zicht=zicht)
    assert len([one for one in lines if one.row.kind == "dossier.person_born"]) == 2
    assert list_problems(zicht=zicht) == []


@pytest.mark.parametrize(
    ("fact", "on", "label"),
    [
        (feiten.PersonBorn(precisie=feiten.Precisie.DAG), date(1991, 5, 4), "geboren"),
        (feiten.PlichtBegun(), date(2022, 4, 1), "begin inburgeringsplicht volgens DUO"),
        (feiten.BRPRegistered(gemeente=OUDEWATER), date(2022, 3, 11), "ingeschreven in de BRP"),
        (
            feiten.GemeenteBecameResponsible(gemeente=OUDEWATER, per=BEGIN),
            date(2022, 6, 1),
            "gemeente verantwoordelijk",
        ),
        (
            feiten.DossierClosed(reden=feiten.RedenSluiting.TEN_ONRECHTE),
            date(2022, 6, 1),
            "dossier gesloten",
        ),
    ],
    ids=["born", "plicht", "registered", "responsible", "closed"],
)
def test_what_they_say_differently_becomes_a_point_to_mend(fact, on: date, label: str) -> None:
    naar, van = a_dossier(), a_double()
    know(van, fact, on)
    seen = preview_samenvoeging(zicht=see(naar), ander=see(van), op=NU.date())

    merge(van, naar)

    problems = list_problems(zicht=see(naar))
    assert any(one.step.startswith(label) for one in problems)
    assert {(one.first, one.text) for one in problems} == {
        (one.first, one.text) for one in seen.aan_te_vullen
    }
    assert Werkpunt.objects.filter(dossier__uuid=naar, handeling="aanvullen").exists()


def test_two_intakes_become_a_point_to_mend() -> None:
    naar, van = a_dossier_after_intake(), a_double()
    stappen.start_brede_intake(
        actor=consulent(), dossier_uuid=van, happened_on=date(2022, 6, 3), gesprek=ALLEEN, now=NU
    )

    merge(van, naar)

    assert any("al gestart" in one.text for one in list_problems(zicht=see(naar)))


def test_a_pip_in_one_and_an_old_one_in_the_other_is_a_point_to_mend() -> None:
    naar, van = a_dossier_with_pip(), a_dossier_with_pip(date(2022, 5, 9))
    pip.withdraw_pip(actor=consulent(), dossier_uuid=van, happened_on=date(2022, 8, 1), now=NU)

    merge(van, naar)

    assert any(one.step.startswith("PIP") for one in list_problems(zicht=see(naar)))


def test_two_pips_in_force_are_refused() -> None:
    naar, van = a_dossier_with_pip(), a_dossier_with_pip(date(2022, 5, 9))

    with pytest.raises(Refusal, match="Beide dossiers hebben een PIP"):
        merge(van, naar)

    assert not Samenvoeging.objects.exists()


def test_a_dossier_out_of_reach_is_refused_in_the_words_for_one_that_is_not_there() -> None:
    naar, far = a_dossier(), a_dossier(gemeente=BODEGRAVEN, achternaam="Ver")
    texts = []
    for uuid in (far, UUID(int=7)):
        with pytest.raises(Refusal, match="niet gevonden") as refused:
            merge(uuid, naar)
        texts.append(refused.value.text)
    assert texts[0] == texts[1]
    with pytest.raises(DossierNotFound):
        merge(naar, far)


def test_without_a_reason_or_with_itself_it_is_refused() -> None:
    naar, van = a_dossier(), a_double()
    with pytest.raises(Refusal) as refused:
        merge(van, naar, reden=" ")
    assert refused.value.field == "reden"
    with pytest.raises(Refusal, match="hetzelfde dossier"):
        merge(naar, naar)


def test_who_may_not_correct_may_not_merge_and_not_undo() -> None:
    naar, van = a_dossier(), a_double()
    common = {"actor": colleague_who_reads(), "reden": "x", "now": LATER}
    with pytest.raises(NotAllowed):
        merge_dossiers(van=van, naar=naar, **common)
    samen = merge(van, naar)
    with pytest.raises(NotAllowed):
        undo_merge(naar=naar, samenvoeging=samen, **common)


def test_there_are_no_chains() -> None:
    first, second, third = a_dossier(), a_double(), a_dossier(achternaam="Derde")
    merge(second, first)

    with pytest.raises(Refusal, match="al een ander opgenomen"):
        merge(first, third)
    with pytest.raises(Refusal, match="niet gevonden"):
        merge(second, third)
    with pytest.raises(DossierNotFound):
        merge(third, second)
    merge(third, first)

    assert len(list_samenvoegingen(actor=consulent(), zicht=see(first))) == 2


def test_the_database_keeps_one_running_merge_of_a_dossier() -> None:
    naar, van = pk_of(a_dossier()), pk_of(a_double())
    row = {"van_id": van, "naar_id": naar, "sinds": NU, "tot_en_met": 1, "reden": "x"}
    Samenvoeging.objects.create(**row)

    for other in (row, {**row, "van_id": naar}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Samenvoeging.objects.create(**other)


def test_new_facts_are_written_in_the_log_of_the_one_that_stays() -> None:
    naar, van = a_dossier_after_intake(), a_double()
    merge(van, naar)

    pip.establish_pip(
        actor=consulent(LATER), dossier_uuid=naar, gegevens=een_pip(date(2022, 8, 1)), now=LATER,
        gezien=newest(dossier=pk_of(naar)),
    )  # fmt: skip

    assert list_rows(dossier=pk_of(naar))[-1].kind == "traject.pip_established"
    assert Traject.objects.get(dossier__uuid=naar).stap == "aanmelding"
    assert list_problems(zicht=see(naar)) == []


def test_a_correction_is_written_in_the_log_that_holds_the_row() -> None:
    naar, van = a_dossier(registered=False), a_double()
    know(van, feiten.BRPRegistered(gemeente=OUDEWATER), date(2022, 6, 2))
    row = list_rows(dossier=pk_of(van))[-1]
    merge(van, naar)
    herstel = Herstel(
        gebeurtenis=row.id, event=feiten.BRPRegistered(gemeente=WOERDEN),
        happened_on=date(2022, 6, 2), reden="typefout",
    )  # fmt: skip

    preview_herstel(zicht=see(naar), herstel=herstel, op=NU.date())
    correct_gebeurtenis(actor=consulent(LATER), dossier_uuid=naar, herstel=herstel, now=LATER)

    assert list_rows(dossier=pk_of(van))[-1].replaces == row.id
    assert story(naar).dossier_on(NU.date()).ingeschreven_in == WOERDEN


def test_what_both_say_is_corrected_in_both() -> None:
    naar, van = a_dossier(), a_dossier(achternaam="Tekle-Abraha")
    samen = merge(van, naar)
    born = {
        uuid: next(row for row in list_rows(dossier=pk_of(uuid)) if row.kind.endswith("born"))
        for uuid in (naar, van)
    }
    herstel = Herstel(
        gebeurtenis=born[van].id, event=feiten.PersonBorn(precisie=feiten.Precisie.DAG),
        happened_on=date(1990, 4, 5), reden="dag en maand verwisseld",
    )  # fmt: skip

    preview_herstel(zicht=see(naar), herstel=herstel, op=NU.date())
    correct_gebeurtenis(actor=consulent(LATER), dossier_uuid=naar, herstel=herstel, now=LATER)

    assert list_problems(zicht=see(naar)) == []
    undo(naar, samen)
    for uuid in (naar, van):
        assert story(uuid).dossier_on(NU.date()).geboren_op == date(1990, 4, 5)


def test_neither_log_loses_its_gemeente_by_a_correction() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)
    row = next(r for r in list_rows(dossier=pk_of(van)) if r.kind.endswith("responsible"))
    herstel = Herstel(gebeurtenis=row.id, event=None, happened_on=BEGIN, reden="dubbel")

    with pytest.raises(Refusal, match="samengevoegde dossiers apart"):
        correct_gebeurtenis(actor=consulent(LATER), dossier_uuid=naar, herstel=herstel, now=LATER)


def test_a_form_that_was_opened_before_a_correction_of_the_other_is_out_of_date() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)
    seen = newest(dossier=pk_of(naar))
    row = list_rows(dossier=pk_of(van))[0]
    herstel = Herstel(
        gebeurtenis=row.id, event=feiten.DossierOpened(), happened_on=date(2022, 5, 31), reden="x"
    )
    correct_gebeurtenis(actor=consulent(LATER), dossier_uuid=naar, herstel=herstel, now=LATER)

    with pytest.raises(Refusal, match="Intussen"):
        record_feit(
            actor=consulent(LATER),
            dossier_uuid=naar,
            feit=feiten.HousingAssigned(gemeente=WOERDEN),
            happened_on=BEGIN,
            now=LATER,
            gezien=seen,
        )


def test_undone_each_has_its_own_log_back() -> None:
    naar, van = a_dossier(registered=False), a_double()
    know(van, feiten.BRPRegistered(gemeente=WOERDEN), date(2022, 6, 2))
    samen = merge(van, naar)
    plan = date(2022, 9, 20)
    stappen.plan_leerbaarheidstoets(
        actor=consulent(LATER), dossier_uuid=naar, happened_on=NU.date(), gepland_op=plan, now=LATER
    )

    undo(naar, samen)

    assert story(naar).dossier_on(NU.date()).ingeschreven_in == ""
    assert story(van).dossier_on(NU.date()).ingeschreven_in == WOERDEN
    assert story(naar).traject_on(NU.date()).afspraak_op == plan
    assert story(naar, known_at=LATER).dossier_on(NU.date()).ingeschreven_in == WOERDEN
    assert list_samenvoegingen(actor=consulent(), zicht=see(naar)) == []
    with pytest.raises(Refusal, match="al ongedaan"):
        undo(naar, samen)


def test_after_undoing_they_can_be_merged_again_and_the_other_way_round() -> None:
    naar, van = a_dossier(), a_double()
    undo(naar, merge(van, naar), now=LATER)

    merge(naar, van, now=LATER_STILL)

    assert {line.row.dossier for line in list_tijdlijn(zicht=see(van))} == {
        pk_of(naar), pk_of(van),
    }  # fmt: skip


def test_a_deed_that_waited_for_the_merge_is_told_where_to_go() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)
    entry = Entry(event=feiten.HousingAssigned(gemeente=WOERDEN), happened_on=BEGIN)

    with pytest.raises(Refusal, match="intussen samengevoegd"):
        add(entry, dossier=pk_of(van), actor=consulent(LATER), now=LATER)


def test_numbers_stay_where_they_are_until_someone_takes_them_over() -> None:
    naar, van = a_dossier(), a_double()
    merge(van, naar)
    [seen] = list_samenvoegingen(actor=consulent(), zicht=see(naar))
    assert seen.persoon.bsn is not None
    assert seen.persoon.v_nummer == "1234567890"

    change_persoon(
        actor=consulent(), dossier_uuid=naar,
        gegevens=PersoonGegevens(achternaam="Tekle", bsn="111222333"),
    )  # fmt: skip

    assert Persoon.objects.get(dossier__uuid=naar).bsn == "111222333"
    other = Persoon.objects.get(dossier__uuid=van)
    assert (other.bsn, other.v_nummer) == (None, "1234567890")


def test_a_household_counts_the_person_once() -> None:
    naar, van = a_dossier(), a_double()
    sister = a_dossier(achternaam="Zus")
    home = Huishouden.objects.create()
    Persoon.objects.filter(dossier__uuid__in=[naar, van]).update(huishouden=home)
    Persoon.objects.filter(dossier__uuid=sister).update(huishouden=home)
    merge(van, naar)

    found = list_huisgenoten(actor=consulent(), zicht=see(naar))

    assert [row.zicht.uuid for row in found.in_zicht] == [sister]
    assert found.buiten_zicht == 0
    family = list_huisgenoten(actor=consulent(), zicht=see(sister))
    assert [row.zicht.uuid for row in family.in_zicht] == [naar]


def test_what_was_known_of_each_log_stays_append_only() -> None:
    naar, van = a_dossier(), a_double()
    before = {uuid: list_rows(dossier=pk_of(uuid)) for uuid in (naar, van)}

    undo(naar, merge(van, naar))

    assert {uuid: list_rows(dossier=pk_of(uuid)) for uuid in (naar, van)} == before


def test_a_moment_never_goes_back_behind_what_is_known() -> None:
    naar, van = a_dossier(), a_double()
    know(van, feiten.KennisgevingSent(), date(2022, 6, 3), at=LATER)
    merge(van, naar, now=NU)

    assert Samenvoeging.objects.get().sinds == LATER
    know(naar, feiten.HousingAssigned(gemeente=WOERDEN), noon(BEGIN).date(), at=NU)

    assert list_rows(dossier=pk_of(naar))[-1].recorded_at == LATER
