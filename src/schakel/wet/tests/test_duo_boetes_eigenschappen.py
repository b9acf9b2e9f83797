"""What must hold of what DUO decides: its fines, its new termijn, its loan, and its prices."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schakel.wet.datum import is_weekend
from schakel.wet.lijsten import Doelgroep, Leerroute, Taalniveau
from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.regels.aanvraag_vrijstelling_ontheffing import (
    SoortAanvraag,
    aanvraag_vrijstelling_ontheffing,
)
from schakel.wet.regels.betaling_boete import betaling_boete
from schakel.wet.regels.boete_duo_leerroute import (
    MAXIMUM,
    BoeteDUOLeerrouteFeiten,
    Examenpogingen,
    boete_duo_leerroute,
)
from schakel.wet.regels.boete_duo_pvt_map import boete_duo_pvt_map
from schakel.wet.regels.boete_termijnen import boete_termijnen
from schakel.wet.regels.examengeld import Examen, ExamengeldFeiten, examengeld
from schakel.wet.regels.lening import lening
from schakel.wet.regels.nieuwe_inburgeringstermijn import (
    VAN_LANG_NAAR_KORT,
    NieuweTermijnFeiten,
    nieuwe_inburgeringstermijn,
)
from schakel.wet.regels.rechten import rechten
from schakel.wet.tests.controle import asked, assert_explains

DAGEN = st.dates(date(2022, 1, 1), date(2035, 12, 31))
MISSCHIEN = st.none() | DAGEN
GROEPEN = st.sampled_from(Doelgroep)
UREN = st.none() | st.integers(-1, 1700)
VOOR_UITSPRAAK = date(2025, 7, 8)
TE_LAAT = date(2025, 1, 1)
ZONDER_AFRONDING: Any = {"einde_termijn": TE_LAAT, "leerroute_afgerond": None}

feiten_leerroute = st.builds(
    BoeteDUOLeerrouteFeiten,
    leerroute=st.sampled_from(Leerroute),
    doelgroep=st.none() | GROEPEN,
    uren_cursus=UREN,
    uren_pip=UREN,
    uren_participatie=UREN,
    pogingen=st.none() | st.sampled_from(Examenpogingen),
    onderdelen_behaald=st.none() | st.integers(-1, 5),
    verblijf_geeindigd=st.booleans(),
)


@given(feiten_leerroute, DAGEN, MISSCHIEN, DAGEN)
def test_a_fine_for_the_leerroute_is_explained_or_refused_and_within_the_law(
    feiten: BoeteDUOLeerrouteFeiten, einde: date, afgerond: date | None, op: date
) -> None:
    found, refusal = asked(
        lambda: boete_duo_leerroute(
            feiten=feiten, einde_termijn=einde, leerroute_afgerond=afgerond, op=op
        )
    )
    if found is None:
        assert str(refusal).endswith(".")
        return
    namen = [*BoeteDUOLeerrouteFeiten.__dataclass_fields__, "einde_termijn", "leerroute_afgerond"]
    assert_explains(found, namen, op)
    assert 0 <= found.value.bedrag <= MAXIMUM.on(op)
    assert (found.value.bedrag == 0) is (found.value.beletsel is not None)


@given(GROEPEN, st.integers(0, 900), st.integers(0, 900), st.integers(0, 200))
def test_more_hours_never_make_the_fine_of_duo_higher(
    groep: Doelgroep, cursus: int, participatie: int, meer: int
) -> None:
    def bedrag(cursus: int, participatie: int) -> int:
        feiten = BoeteDUOLeerrouteFeiten(
            leerroute=Leerroute.ZELFREDZAAMHEID,
            doelgroep=groep,
            uren_cursus=cursus,
            uren_participatie=participatie,
        )
        return boete_duo_leerroute(
            feiten=feiten, op=VOOR_UITSPRAAK, **ZONDER_AFRONDING
        ).value.bedrag

    assert bedrag(cursus + meer, participatie) <= bedrag(cursus, participatie)
    assert bedrag(cursus, participatie + meer) <= bedrag(cursus, participatie)


@given(
    GROEPEN, st.integers(0, 900), st.integers(1, 900), st.sampled_from(Examenpogingen),
    st.integers(0, 3),
)  # fmt: skip
def test_one_part_more_makes_the_fine_of_duo_lower(
    groep: Doelgroep, cursus: int, pip: int, pogingen: Examenpogingen, behaald: int
) -> None:
    def bedrag(behaald: int) -> int:
        feiten = BoeteDUOLeerrouteFeiten(
            leerroute=Leerroute.B1,
            doelgroep=groep,
            uren_cursus=cursus,
            uren_pip=pip,
            pogingen=pogingen,
            onderdelen_behaald=behaald,
        )
        return boete_duo_leerroute(
            feiten=feiten, op=VOOR_UITSPRAAK, **ZONDER_AFRONDING
        ).value.bedrag

    assert 0 < bedrag(behaald + 1) < bedrag(behaald)


@given(DAGEN, MISSCHIEN, MISSCHIEN, st.booleans(), st.none() | GROEPEN, DAGEN)
def test_a_fine_for_pvt_and_map_is_explained_or_refused(
    einde: date, pvt: date | None, module: date | None, tst: bool, groep: Any, op: date
) -> None:
    found, refusal = asked(
        lambda: boete_duo_pvt_map(
            einde_termijn=einde,
            pvt_afgerond=pvt,
            map_afgerond=module,
            volgt_tst=tst,
            doelgroep=groep,
            op=op,
        )
    )
    if found is None:
        assert str(refusal).endswith(".")
        return
    namen = ("einde_termijn", "pvt_afgerond", "map_afgerond", "volgt_tst", "doelgroep")
    assert_explains(found, namen, op)
    assert found.value.bedrag == (0 if found.value.beletsel else 34_000)


@given(
    st.builds(
        NieuweTermijnFeiten,
        pvt_open=st.booleans(),
        map_open=st.booleans(),
        leerroute_open=st.booleans(),
        leerroute=st.none() | st.sampled_from(Leerroute),
        doelgroep=st.none() | GROEPEN,
        onderdelen_behaald=st.none() | st.integers(-1, 6),
        uren=UREN,
    ),
    st.dates(date(2023, 4, 1), date(2035, 12, 31)),
)
def test_a_new_termijn_is_there_if_something_is_open(feiten: NieuweTermijnFeiten, op: date) -> None:
    found, refusal = asked(lambda: nieuwe_inburgeringstermijn(feiten=feiten, op=op))
    if found is None:
        assert str(refusal).endswith(".")
        return
    assert_explains(found, NieuweTermijnFeiten.__dataclass_fields__, op)
    iets_open = feiten.pvt_open or feiten.map_open or feiten.leerroute_open
    assert (found.value is not None) is iets_open


@given(GROEPEN, st.integers(0, 799), st.integers(0, 799))
def test_more_hours_never_make_the_new_termijn_longer(
    groep: Doelgroep, uren: int, andere: int
) -> None:
    def termijn(uren: int) -> SoortTermijn | None:
        feiten = NieuweTermijnFeiten(
            leerroute_open=True, leerroute=Leerroute.ZELFREDZAAMHEID, doelgroep=groep, uren=uren
        )
        return nieuwe_inburgeringstermijn(feiten=feiten, op=VOOR_UITSPRAAK).value

    lang, kort = termijn(min(uren, andere)), termijn(max(uren, andere))
    assert lang
    assert kort
    assert VAN_LANG_NAAR_KORT.index(lang) <= VAN_LANG_NAAR_KORT.index(kort)


@given(DAGEN, MISSCHIEN, MISSCHIEN, DAGEN)
def test_a_fine_is_due_on_the_same_day_for_every_rule(
    bekendmaking: date, betaald: date | None, uitstel: date | None, op: date
) -> None:
    found, refusal = asked(
        lambda: betaling_boete(
            bekendmaking=bekendmaking, betaald=betaald, uitstel_tot_en_met=uitstel, op=op
        )
    )
    if found is None:
        assert str(refusal).endswith(".")
        return
    assert_explains(found, ("bekendmaking", "betaald", "uitstel_tot_en_met"), op)
    termijnen = boete_termijnen(rapport=None, bekendmaking=bekendmaking, op=op).value
    assert found.value.betalen_uiterlijk == termijnen.betalen_uiterlijk
    assert found.value.vervalt_op > found.value.betalen_uiterlijk
    assert not (found.value.vervallen and betaald)


@given(GROEPEN, MISSCHIEN, MISSCHIEN, st.none() | st.integers(0, 1_200_000), DAGEN)
def test_a_loan_is_never_more_than_its_maximum_and_agrees_with_rechten(
    groep: Doelgroep, einde: date | None, plicht: date | None, geleend: int | None, op: date
) -> None:
    found = lening(
        doelgroep=groep,
        einde_termijn=einde,
        plicht_geeindigd=plicht,
        geleend_bedrag=geleend,
        op=op,
    )
    namen = ("doelgroep", "einde_termijn", "plicht_geeindigd", "geleend_bedrag")
    assert_explains(found, namen, op)
    assert 0 <= found.value.ruimte <= found.value.maximum
    if found.value.recht:
        assert rechten(doelgroep=groep, vergunning=None, op=op).value.lening


@given(
    st.builds(
        ExamengeldFeiten,
        examen=st.sampled_from(Examen),
        doelgroep=GROEPEN,
        leerroute=st.none() | st.sampled_from(Leerroute),
        niveau_pip=st.none() | st.sampled_from(Taalniveau),
        examens_in_pip=st.none() | st.booleans(),
        gratis_gebruikt=st.integers(-1, 4),
    ),
    st.dates(date(2023, 4, 1), date(2035, 12, 31)),
)
def test_an_exam_is_free_or_has_its_price(feiten: ExamengeldFeiten, op: date) -> None:
    found, refusal = asked(lambda: examengeld(feiten=feiten, op=op))
    if found is None:
        assert str(refusal).endswith(".")
        return
    assert_explains(found, ExamengeldFeiten.__dataclass_fields__, op)
    assert found.value.bedrag == (0 if found.value.gratis_over else 5_000)
    if found.value.gratis_over:
        assert feiten.doelgroep is Doelgroep.ASIELSTATUSHOUDER


@given(st.sampled_from(SoortAanvraag), MISSCHIEN, st.none() | st.booleans(), st.booleans(), DAGEN)
def test_duo_decides_eight_weeks_after_it_was_asked(
    soort: SoortAanvraag, ontvangen: date | None, arts: bool | None, advies: bool, op: date
) -> None:
    found, refusal = asked(
        lambda: aanvraag_vrijstelling_ontheffing(
            soort=soort, ontvangen=ontvangen, arts_adviseert=arts, advies_college=advies, op=op
        )
    )
    if found is None:
        assert str(refusal).endswith(".")
        return
    assert_explains(found, ("soort", "ontvangen", "arts_adviseert", "advies_college"), op)
    laatste = found.value.uiterste_beslisdag
    assert (laatste is None) is (ontvangen is None)
    if laatste and ontvangen:
        assert laatste >= ontvangen + timedelta(weeks=8)
        if soort is not SoortAanvraag.INGEBURGERD:
            assert not is_weekend(laatste)
