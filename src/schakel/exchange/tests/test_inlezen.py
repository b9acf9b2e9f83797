"""A list comes in: every date is a gebeurtenis, and a second time changes nothing."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.management import call_command

from schakel.base.actor import Via
from schakel.dossier.models import Dossier, Persoon
from schakel.dossier.queries import events as feiten
from schakel.exchange.lijst.actions import AllesOfNiets, resume, start_import
from schakel.exchange.lijst.actions import gang as gang_module
from schakel.exchange.models import Fase, Inlezing, Lijstrij
from schakel.exchange.tests.world import (
    NU,
    VANDAAG,
    bestand,
    gezegd,
    importeur,
    lees_in,
    probeer,
    rij,
    someone_else,
    someone_known,
)
from schakel.traject.actions import stappen
from schakel.traject.actions.herstel import correct_gebeurtenis
from schakel.traject.actions.samenvoeging import merge_dossiers
from schakel.traject.models import Werkpunt
from schakel.traject.queries import Herstel, events, get_verhaal
from schakel.traject.tests.lives import everything
from schakel.traject.tests.world import a_keten, id_of, know, log_of, newest_of, see, source

pytestmark = pytest.mark.django_db
LATER = NU + timedelta(days=3)


@pytest.fixture(autouse=True)
def _keten() -> None:
    a_keten()


def only_dossier() -> UUID:
    return Dossier.objects.get().uuid


def test_every_date_becomes_a_gebeurtenis_with_import_as_its_source() -> None:
    lees_in(bestand(rij()))

    uuid = only_dossier()
    log = log_of(uuid)
    assert {row.source for row in log} == {Via.IMPORT}
    assert {row.kind.partition(".")[2] for row in log} == {
        "opened", "gemeente_became_responsible", "person_born", "doelgroep_determined",
        "vergunning_granted", "kennisgeving_sent", "brp_registered", "housing_assigned",
        "brede_intake_started", "leerbaarheidstoets_planned", "leerbaarheidstoets_taken",
        "pip_established", "aanmelding_made", "opmerking_imported",
    }  # fmt: skip
    pip = newest_of(uuid, "traject.pip_established")
    assert (pip.happened_on, pip.facts["leerroute"]) == (date(2024, 4, 15), "B1")
    assert "Wi2021" in " ".join(pip.grounds)
    persoon = Persoon.objects.get()
    assert (persoon.achternaam, persoon.tussenvoegsel, persoon.bsn, persoon.klantnummer) == (
        "Hamwi", "al", "999933747", "K1",
    )  # fmt: skip


def test_the_plicht_is_not_confirmed_by_duo() -> None:
    lees_in(bestand(rij()))

    stand = get_verhaal(zicht=see(only_dossier())).dossier_on(VANDAAG)
    assert (stand.begin_plicht.value.dag, stand.begin_plicht.value.bevestigd) == (
        date(2024, 3, 1), False,
    )  # fmt: skip


def test_a_remark_that_looks_like_a_formula_stays_text_for_our_own_eyes() -> None:
    lees_in(bestand(rij(opmerkingen="=1+1")))

    note = newest_of(only_dossier(), "dossier.opmerking_imported").toelichting["opmerking"]
    assert (note.tekst, note.categorie) == ("=1+1", "notities_intern")


def test_what_a_row_lacks_is_a_point_to_mend() -> None:
    lees_in(bestand(rij(tweede="", leerroute="")))

    punten = Werkpunt.objects.filter(dossier=id_of(only_dossier()))
    assert "aanvullen" in set(punten.values_list("handeling", flat=True))


def test_reading_the_same_list_again_changes_nothing() -> None:
    file = bestand(rij(), someone_else(bsn="", klantnr=""), rij(klantnr="K9", bsn="", v_nummer="",
                   achternaam="Plan", geboren="1970", lbt_gepland="20-11-2026", lbt_afgenomen="",
                   lbt_uitslag="", pip="", leerroute="", aanmelding=""))  # fmt: skip
    lees_in(file)
    before = everything()

    again = lees_in(file, now=LATER)

    assert (again.tel["ongewijzigd"], again.tel["goed"]) == (3, 3)
    assert everything() == before
    call_command("controle", "--vandaag", "2026-11-01")


def test_a_changed_cell_is_a_correction_that_shows_old_and_new() -> None:
    lees_in(bestand(rij()))
    changed = bestand(rij(pip="22-04-2024", intake="21-03-2024"))

    [intake, pip, *_] = probeer(changed).meldingen
    lees_in(changed, now=LATER)

    assert "20 maart 2024" in intake.tekst
    assert "21 maart 2024" in intake.tekst
    assert (pip.soort, pip.ernst) == ("gewijzigd", "twijfel")
    row = newest_of(only_dossier(), "traject.pip_established")
    assert (row.happened_on, row.replaces is not None) == (date(2024, 4, 22), True)
    assert row.toelichting["reden"].tekst
    assert probeer(changed).tel["ongewijzigd"] == 1


def test_two_cells_that_only_fit_together_are_corrected_together() -> None:
    lees_in(bestand(rij()))

    lees_in(bestand(rij(brp="01-05-2024", pip="10-05-2024", intake="02-05-2024",
                        aanmelding="11-05-2024")), now=LATER)  # fmt: skip

    stand = get_verhaal(zicht=see(only_dossier())).traject_on(VANDAAG)
    assert stand.pip_op == date(2024, 5, 10)


def test_a_changed_cell_that_cannot_have_been_so_is_refused_and_changes_nothing() -> None:
    lees_in(bestand(rij()))
    before = everything()

    verslag = lees_in(bestand(rij(pip="01-01-2024")), now=LATER)

    assert (2, "PIP dagtekening", "volgorde") in gezegd(verslag)
    assert everything() == before


def test_an_emptied_cell_withdraws_nothing() -> None:
    lees_in(bestand(rij()))
    before = everything()

    verslag = lees_in(bestand(rij(pip="", aanmelding="", leerroute="", tweede="")), now=LATER)

    said = [(kolom, soort) for _, kolom, soort in gezegd(verslag)]
    assert ("PIP dagtekening", "gewijzigd") in said
    assert ("Aanmelding taal", "gewijzigd") in said
    assert everything() == before


def test_what_was_corrected_in_schakel_since_is_never_overwritten() -> None:
    lees_in(bestand(rij()))
    uuid = only_dossier()
    correct_gebeurtenis(
        actor=source(Via.MENS),
        dossier_uuid=uuid,
        herstel=Herstel(
            gebeurtenis=newest_of(uuid, "traject.aanmelding_made").id,
            event=events.AanmeldingMade(gemeente="0632"),
            happened_on=date(2024, 4, 30),
            reden="de brief is van die dag",
        ),
        now=NU,
    )

    verslag = lees_in(bestand(rij(aanmelding="25-04-2024")), now=LATER)

    assert (2, "Aanmelding taal", "gewijzigd") in gezegd(verslag)
    assert newest_of(uuid, "traject.aanmelding_made").happened_on == date(2024, 4, 30)


def test_what_was_recorded_by_hand_since_is_never_doubled() -> None:
    lees_in(bestand(someone_else()))
    uuid = only_dossier()
    stappen.take_leerbaarheidstoets(
        actor=source(Via.SYSTEEM), dossier_uuid=uuid, happened_on=date(2024, 5, 1), now=NU
    )

    verslag = lees_in(bestand(someone_else(lbt_afgenomen="02-05-2024")), now=LATER)

    assert (2, "LBT afgenomen", "gewijzigd") in gezegd(verslag)
    assert [row.happened_on for row in log_of(uuid) if row.kind.endswith("toets_taken")] == [
        date(2024, 5, 1)
    ]


def test_a_name_that_changed_in_the_list_changes_and_one_that_changed_here_does_not() -> None:
    lees_in(bestand(rij(), someone_else()))
    Persoon.objects.filter(achternaam="Tesfaye").update(achternaam="Tesfay")

    verslag = lees_in(
        bestand(rij(achternaam="Hamwy"), someone_else(achternaam="Tesfaije")), now=LATER
    )

    assert set(Persoon.objects.values_list("achternaam", flat=True)) == {"Hamwy", "Tesfay"}
    assert [said for said in gezegd(verslag) if said[1] == "Achternaam"] == [
        (2, "Achternaam", "gewijzigd"), (3, "Achternaam", "gewijzigd"),
    ]  # fmt: skip


def test_a_bsn_that_comes_later_is_added() -> None:
    lees_in(bestand(rij(bsn="")))

    lees_in(bestand(rij()), now=LATER)

    assert Persoon.objects.get().bsn == "999933747"


def test_someone_who_was_known_by_bsn_gets_only_what_was_missing() -> None:
    uuid = someone_known(bsn="999933747", voornaam="Samier")

    verslag = lees_in(bestand(rij()))

    assert (2, "BSN", "bekend") in gezegd(verslag)
    assert Dossier.objects.count() == 1
    assert newest_of(uuid, "traject.pip_established").happened_on == date(2024, 4, 15)
    assert Persoon.objects.get().voornaam == "Samier"
    assert lees_in(bestand(rij()), now=LATER).tel["ongewijzigd"] == 1


def test_a_row_whose_dossier_was_merged_goes_on_in_the_other() -> None:
    lees_in(bestand(rij()))
    van = only_dossier()
    naar = someone_known(achternaam="Hamwi", voornaam="S.")
    merge_dossiers(actor=source(Via.SYSTEEM), van=van, naar=naar, reden="dezelfde persoon", now=NU)

    verslag = lees_in(bestand(rij(aanmelding="25-04-2024")), now=LATER)

    assert verslag.tel["geweigerd"] == 0
    assert get_verhaal(zicht=see(naar)).traject_on(VANDAAG).aanmelding_op == date(2024, 4, 25)


def test_good_rows_come_in_beside_refused_ones() -> None:
    verslag = lees_in(bestand(rij(doelgroep="?"), someone_else()))

    assert (verslag.tel["goed"], verslag.tel["geweigerd"]) == (1, 1)
    assert Persoon.objects.get().achternaam == "Tesfaye"


def test_all_or_nothing_brings_in_nothing() -> None:
    file = replace(bestand(someone_else(), rij(doelgroep="?")), alles_of_niets=True)

    inlezing = start_import(actor=importeur(), gegevens=file, now=NU)
    with pytest.raises(AllesOfNiets):
        resume(actor=importeur(), inlezing=inlezing, now=NU)

    assert not Dossier.objects.exists()


def test_the_file_is_gone_once_it_has_come_in() -> None:
    lees_in(bestand(rij()))

    row = Inlezing.objects.get()
    assert (row.fase, row.inhoud) == (Fase.KLAAR, None)


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gang_module, "HANDVOL", 2)
    rows = [
        someone_else(klantnr=f"K{nth}", bsn="", v_nummer="", achternaam=f"Naam {nth}")
        for nth in range(7)
    ]
    rows[5] = someone_else(klantnr="K5", achternaam="Ander", bsn="999933747", v_nummer="")
    rows[0] = someone_else(klantnr="K0", achternaam="Een", bsn="999933747", v_nummer="")
    file = bestand(*rows)
    actor = importeur()
    inlezing = start_import(actor=actor, gegevens=file, now=NU)
    gang = resume(actor=actor, inlezing=inlezing, now=NU)
    gang.stap(now=NU)
    gang.stap(now=NU)
    before = Dossier.objects.count()

    verslag = lees_in(file, now=LATER)

    assert before == 4
    assert Inlezing.objects.count() == 1
    assert (verslag.tel["gelezen"], verslag.tel["nieuw"], verslag.tel["geweigerd"]) == (7, 6, 1)
    assert (7, "BSN", "dubbel") in gezegd(verslag)
    assert Lijstrij.objects.count() == 6


def test_nothing_of_a_row_stays_when_writing_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    actor = importeur()
    inlezing = start_import(actor=actor, gegevens=bestand(rij()), now=NU)
    gang = resume(actor=actor, inlezing=inlezing, now=NU)

    def broken(*args: object, **kwargs: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("schakel.exchange.lijst.actions.rij._onthoud", broken)
    with pytest.raises(OSError, match="full"):
        gang.stap(now=NU)

    assert not Dossier.objects.exists()
    assert Inlezing.objects.get().gedaan == 0


def test_someone_who_was_entered_while_the_list_came_in_is_not_doubled() -> None:
    actor = importeur()
    inlezing = start_import(actor=actor, gegevens=bestand(rij()), now=NU)
    gang = resume(actor=actor, inlezing=inlezing, now=NU)
    original = gang.keuring.keur

    def slow(rijen):
        for one in original(rijen):
            someone_known(bsn="999933747")
            yield one

    gang.keuring.__class__.keur, kept = (lambda self, rijen: slow(rijen)), type(gang.keuring).keur
    try:
        gang.stap(now=NU)
    finally:
        gang.keuring.__class__.keur = kept

    assert Dossier.objects.count() == 1
    assert Inlezing.objects.get().tel["geweigerd"] == 1


def test_facts_that_the_list_gave_at_once_make_the_same_tables_as_one_by_one() -> None:
    lees_in(bestand(rij(), someone_else()))

    call_command("controle", "--vandaag", "2026-11-01")


def test_a_gemeente_that_is_out_of_reach_of_the_importer_stays_untouched() -> None:
    actor = replace(importeur(), gemeenten=frozenset({"0589"}))

    verslag = lees_in(bestand(rij(), someone_else(gemeente="Oudewater")), actor=actor)

    assert (verslag.tel["goed"], verslag.tel["geweigerd"]) == (1, 1)


def test_the_day_of_reading_is_never_a_day_of_the_past() -> None:
    lees_in(bestand(someone_else(kennisgeving="", brp="")))

    stand = get_verhaal(zicht=see(only_dossier())).dossier_on(VANDAAG)
    assert (stand.per, stand.opened_on) == (VANDAAG, VANDAAG)


def test_a_registration_that_comes_later_moves_what_had_no_day_of_its_own() -> None:
    lees_in(bestand(someone_else(kennisgeving="", brp="")))

    lees_in(bestand(someone_else()), now=LATER)

    stand = get_verhaal(zicht=see(only_dossier())).dossier_on(VANDAAG)
    assert stand.per == date(2024, 3, 1)
    call_command("controle", "--vandaag", "2026-11-04")


def test_a_number_of_someone_with_another_name_and_birth_date_takes_nothing_over() -> None:
    uuid = someone_known(bsn="999933747", achternaam="Ander")
    before = log_of(uuid)

    verslag = lees_in(bestand(rij(geboren="6-7-1988")))

    assert verslag.tel["ongewijzigd"] == 1
    assert (2, "Achternaam", "bekend") in gezegd(verslag)
    assert log_of(uuid) == before
    assert Dossier.objects.count() == 1


def test_a_row_that_does_not_fit_what_a_known_dossier_says_takes_nothing_over() -> None:
    uuid = someone_known(bsn="999933747")
    know(uuid, feiten.BRPRegistered(gemeente="0632"), date(2024, 6, 1), at=NU)

    verslag = lees_in(bestand(rij(brp="")))

    assert (verslag.tel["geweigerd"], verslag.tel["ongewijzigd"]) == (0, 1)
    assert (2, "Achternaam", "bekend") in gezegd(verslag)
    assert not any(row.kind == "traject.pip_established" for row in log_of(uuid))


def test_a_list_that_was_numbered_anew_is_still_about_the_same_people() -> None:
    lees_in(bestand(rij()))

    verslag = lees_in(bestand(rij(klantnr="2027-1", aanmelding="25-04-2024")), now=LATER)

    assert (verslag.tel["gewijzigd"], verslag.tel["geweigerd"]) == (1, 0)
    assert Dossier.objects.count() == 1
    assert newest_of(only_dossier(), "traject.aanmelding_made").happened_on == date(2024, 4, 25)
