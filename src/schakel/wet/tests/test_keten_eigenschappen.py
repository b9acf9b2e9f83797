"""What must hold of the rules around data, the intake and the PIP, whatever the facts."""

from dataclasses import fields
from datetime import date, timedelta
from inspect import signature
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.datum import add_years
from schakel.wet.lijsten import Doelgroep, Leerroute, Verblijfsvergunning
from schakel.wet.lijsten_gegevens import Gegeven, Organisatie
from schakel.wet.lijsten_termijn import SoortTermijn, Verlengingsgrond
from schakel.wet.regels import (
    afronding_brede_intake,
    bewaartermijn,
    bijzondere_persoonsgegevens,
    bsn_verstrekking,
    eerdere_inspanningen,
    gegevensverstrekking,
    handelen_minderjarige,
    inburgeringsaanbod,
    maatschappelijke_begeleiding,
    onderbreking_inburgeringsplicht,
    ontheffing_leerbaarheidstoets,
    pip_aanpassen,
    pip_na_verhuizing,
    spuk_cohort,
    spuk_momenten,
    spuk_onderwijsroute_apart,
    spuk_terugvordering,
    verrekening_leerroute,
    voorinburgering,
)
from schakel.wet.regels.bewaartermijn import BewaarFeiten, SoortGegevens
from schakel.wet.regels.onderbreking_inburgeringsplicht import OnderbrekingFeiten, RedenOnderbreking
from schakel.wet.regels.verlenging_onderbreking import verlenging_onderbreking
from schakel.wet.tests.controle import asked, assert_explains
from schakel.wet.verlenging import VerlengingFeiten

ONE_DAY = timedelta(days=1)
REGELS = (
    afronding_brede_intake.afronding_brede_intake,
    bewaartermijn.bewaartermijn,
    bijzondere_persoonsgegevens.bijzondere_persoonsgegevens,
    bsn_verstrekking.bsn_verstrekking,
    eerdere_inspanningen.eerdere_inspanningen,
    gegevensverstrekking.gegevensverstrekking,
    handelen_minderjarige.handelen_minderjarige,
    inburgeringsaanbod.inburgeringsaanbod,
    maatschappelijke_begeleiding.maatschappelijke_begeleiding,
    onderbreking_inburgeringsplicht.onderbreking_inburgeringsplicht,
    ontheffing_leerbaarheidstoets.ontheffing_leerbaarheidstoets,
    pip_aanpassen.pip_aanpassen,
    pip_na_verhuizing.pip_na_verhuizing,
    spuk_cohort.spuk_cohort,
    spuk_momenten.spuk_momenten,
    spuk_onderwijsroute_apart.spuk_onderwijsroute_apart,
    spuk_terugvordering.spuk_terugvordering,
    verrekening_leerroute.verrekening_leerroute,
    voorinburgering.voorinburgering,
)

days = st.dates(date(2022, 1, 1), date(2032, 12, 31))
maybe_days = st.none() | days
years = st.integers(2022, 2032)
doelgroepen = st.sampled_from(Doelgroep)
organisaties = st.sampled_from(Organisatie)


@given(st.data())
@pytest.mark.parametrize("rule", REGELS, ids=lambda rule: rule.__name__)
def test_whatever_the_facts_the_answer_explains_itself_or_says_what_to_do(
    rule: Any, data: st.DataObject
) -> None:
    hints = get_type_hints(rule)
    asked_for = {name for name in signature(rule).parameters if name != "extra"}
    facts = {name: data.draw(_any(hints[name], name), label=name) for name in asked_for}

    found, refusal = asked(lambda: rule(**facts))

    if found is None:
        assert refusal
        assert refusal.text.endswith(".")
        return
    inside = {one.name for one in fields(facts["feiten"])} if "feiten" in facts else set()
    assert_explains(found, asked_for | inside, facts["op"])
    assert found.geldig_tot is None or found.geldig_tot > facts["op"]


def _any(hint: Any, name: str) -> st.SearchStrategy[Any]:
    """Return facts of this sort: days and years near each other, and small numbers."""
    if hint is date:
        return days
    if hint == date | None:
        return maybe_days
    if hint is int:
        return years if name == "jaar" else st.integers(0, 10)
    if hasattr(hint, "__dataclass_fields__"):
        inside = get_type_hints(hint)
        return st.builds(hint, **{one: _any(inside[one], one) for one in inside})
    return st.from_type(hint)


@given(days, maybe_days, days)
def test_data_of_a_dossier_are_never_kept_longer_than_five_years_after_the_plicht(
    einde: date, overlijden: date | None, op: date
) -> None:
    feiten = BewaarFeiten(einde_plicht=einde, overlijden=overlijden)
    found, _ = asked(
        lambda: bewaartermijn.bewaartermijn(soort=SoortGegevens.DOSSIER, feiten=feiten, op=op)
    )
    if found is None:
        return

    assert found.value.verwijderen_vanaf
    assert found.value.laatste_dag
    assert found.value.verwijderen_vanaf == found.value.laatste_dag + ONE_DAY
    assert found.value.verwijderen_vanaf <= add_years(einde, 5)
    assert found.value.verstreken is (op > found.value.laatste_dag)
    if overlijden:
        assert found.value.laatste_dag <= max(overlijden, add_years(einde, 5) - ONE_DAY)


@given(days.filter(lambda day: day > date(2022, 1, 1)), days)
def test_core_data_may_stay_longer_than_the_dossier(einde: date, op: date) -> None:
    feiten = BewaarFeiten(einde_plicht=einde)
    dossier, kern = (
        bewaartermijn.bewaartermijn(soort=soort, feiten=feiten, op=op).value.laatste_dag
        for soort in (SoortGegevens.DOSSIER, SoortGegevens.KERN)
    )

    assert dossier
    assert kern
    assert kern > dossier


@given(organisaties, organisaties, doelgroepen, days)
def test_fines_go_without_a_request_only_from_duo(
    van: Organisatie, naar: Organisatie, doelgroep: Doelgroep, op: date
) -> None:
    found, _ = asked(
        lambda: gegevensverstrekking.gegevensverstrekking(
            van=van, naar=naar, doelgroep=doelgroep, op=op
        )
    )
    if found is None:
        return

    assert van is Organisatie.DUO or not found.value.mag(Gegeven.BOETES, gevraagd=False)
    assert not found.value.zonder_verzoek.keys() & found.value.op_verzoek.keys()


@given(organisaties, doelgroepen, days)
def test_the_number_goes_only_to_who_may_have_it(
    naar: Organisatie, doelgroep: Doelgroep, op: date
) -> None:
    found, _ = asked(
        lambda: gegevensverstrekking.gegevensverstrekking(
            van=Organisatie.COLLEGE, naar=naar, doelgroep=doelgroep, op=op
        )
    )
    if found and Gegeven.BSN in found.value.zonder_verzoek:
        assert bsn_verstrekking.bsn_verstrekking(organisatie=naar, op=op).value


@given(days, st.integers(1, 800), st.integers(0, 800), days)
def test_the_plicht_lives_on_exactly_where_the_termijn_is_extended_with_the_break(
    begin: date, dagen: int, later: int, einde_termijn: date
) -> None:
    einde = begin + timedelta(days=dagen)
    op = einde + timedelta(days=later)
    plicht = onderbreking_inburgeringsplicht.onderbreking_inburgeringsplicht(
        feiten=OnderbrekingFeiten(
            begin=begin, einde=einde, reden=RedenOnderbreking.GEEN_INGEZETENE
        ),
        op=op,
    ).value
    termijn, _ = asked(
        lambda: verlenging_onderbreking(
            feiten=VerlengingFeiten(
                grond=Verlengingsgrond.ONDERBREKING,
                einde_termijn=einde_termijn,
                soort=SoortTermijn.OORSPRONKELIJK,
                begin=begin,
                einde=einde,
            ),
            op=op,
        )
    )

    assert plicht.plicht_loopt_door is (einde <= add_years(begin, 1))
    if termijn:
        assert termijn.value.plicht_loopt_door is plicht.plicht_loopt_door


@given(days, days)
def test_a_day_more_never_makes_a_break_shorter(begin: date, op: date) -> None:
    feiten = OnderbrekingFeiten(begin=begin, reden=RedenOnderbreking.TIJDELIJK_DOEL)
    now, later = (
        asked(
            lambda day=day: onderbreking_inburgeringsplicht.onderbreking_inburgeringsplicht(
                feiten=feiten, op=day
            )
        )[0]
        for day in (op, op + ONE_DAY)
    )

    if now and later and now.value.plicht_loopt_door is False:
        assert later.value.plicht_loopt_door is False


@given(days, maybe_days, maybe_days, days)
def test_a_right_that_runs_has_begun_and_has_not_ended(
    brp: date, hvw28: date | None, einde: date | None, op: date
) -> None:
    feiten = maatschappelijke_begeleiding.BegeleidingFeiten(
        doelgroep=Doelgroep.ASIELSTATUSHOUDER,
        vergunning=Verblijfsvergunning.ASIEL_BEPAALD,
        inschrijving_brp=brp,
        inschrijving_hvw28=hvw28,
        einde_plicht=einde,
    )
    found, _ = asked(
        lambda: maatschappelijke_begeleiding.maatschappelijke_begeleiding(feiten=feiten, op=op)
    )
    if found is None:
        return

    value = found.value
    assert value.actief is (
        value.begin is not None and value.begin <= op and (value.einde is None or op < value.einde)
    )
    assert value.begin in {None, hvw28}


@given(st.sampled_from(Leerroute), st.sampled_from(Leerroute), days)
def test_after_a_move_only_the_same_leerroute_will_do(
    eerder: Leerroute, nieuw: Leerroute, op: date
) -> None:
    value = pip_na_verhuizing.pip_na_verhuizing(
        pip_bestond=True, eerdere_leerroute=eerder, nieuwe_leerroute=nieuw, op=op
    ).value

    assert value.toegestaan is (eerder is nieuw)
    assert value.leerroute is eerder
