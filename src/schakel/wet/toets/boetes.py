"""What the topics about fines share: the facts of any fine, its terms, and the maximum."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from schakel.base.refusal import Refusal
from schakel.wet.lijsten import Doelgroep, Verwijtbaarheid
from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.regels.boete_beletsel import Beletsel, BoeteFeiten
from schakel.wet.regels.boete_maximum import boete_maximum
from schakel.wet.regels.boete_termijnen import boete_termijnen
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel, boete_vervaltermijn
from schakel.wet.toets.antwoord import Antwoord, euro
from schakel.wet.toets.feiten import Feiten
from schakel.wet.uitkomst import Uitkomst


def algemene_feiten(feiten: Feiten, artikel: BoeteArtikel) -> BoeteFeiten:
    """Return the facts of any fine.

    :raises Refusal: when they name the other article
    """
    if feiten.code("fine_article", BoeteArtikel) not in {artikel, None}:
        raise Refusal(
            f"Dit onderwerp gaat over artikel {artikel}, en het feit ‘fine_article’ noemt een "
            "ander. Verbeter het.",
            field="fine_article",
        )
    return BoeteFeiten(
        doelgroep=feiten.code("doelgroep", Doelgroep),
        verwijtbaarheid=feiten.code("culpability", Verwijtbaarheid),
        overtreding=feiten.dag("violation_date"),
        constatering=feiten.dag("violation_established_date"),
        overleden=feiten.ja("deceased"),
        bijstand_verlaagd=feiten.ja("pw_reduction_same_conduct"),
        asiel_beboetbaar=feiten.ja_of_niet_bekend("asiel_fines_enabled"),
        rapport=feiten.dag("report_date"),
        bekendmaking=feiten.dag("fine_notified_date"),
    )


def boete_antwoord(
    artikel: BoeteArtikel,
    algemeen: BoeteFeiten,
    boete: Uitkomst[Any],
    eigen: Mapping[str, Any],
    op: date,
) -> Antwoord:
    """Return what both fines have, with the keys of this one."""
    termijnen = boete_termijnen(rapport=algemeen.rapport, bekendmaking=algemeen.bekendmaking, op=op)
    verval = boete_vervaltermijn(
        artikel=artikel, overtreding=None, constatering=None, op=algemeen.bekendmaking or op
    )
    waarden = {
        "fine_allowed": boete.value.beletsel is None,
        "amount": euro(boete.value.bedrag),
        "blocked_by": boete.value.beletsel,
        "report_mandatory": verval.value.rapport_verplicht,
        "base_amount": euro(boete.value.basisbedrag),
        "decision_due": termijnen.value.beslissen_uiterlijk,
        "payment_due": None if algemeen.overleden else termijnen.value.betalen_uiterlijk,
        **eigen,
    }
    return Antwoord(waarden=waarden, uitkomsten=[boete, termijnen])


def met_maximum(antwoord: Antwoord, feiten: Feiten, op: date, *, bedrag: int) -> Antwoord:
    """Return the answer within the maximum of the termijn.

    :param bedrag: of the fine in whole cents, as the answer has it
    :raises Refusal: when the kind of termijn is not given
    """
    maximum = boete_maximum(
        bedrag=bedrag,
        termijn=feiten.nodige_code("term_kind", SoortTermijn),
        opgelegd=_opgelegd(feiten),
        op=op,
    )
    waarden = {
        **antwoord.waarden,
        "cap": euro(maximum.value.maximum),
        "room": euro(maximum.value.ruimte),
    }
    if waarden.get("fine_allowed"):
        waarden["amount"] = euro(maximum.value.bedrag)
        if maximum.value.bereikt:
            waarden |= {"fine_allowed": False, "blocked_by": Beletsel.MAXIMUM_BEREIKT}
    return Antwoord(waarden=waarden, uitkomsten=[*antwoord.uitkomsten, maximum])


def met_maximum_als_gevraagd(
    antwoord: Antwoord, feiten: Feiten, op: date, *, bedrag: int
) -> Antwoord:
    """Return the answer within the maximum, when the facts say something of the termijn."""
    if feiten.code("term_kind", SoortTermijn) is None and _opgelegd(feiten) is None:
        return antwoord
    return met_maximum(antwoord, feiten, op, bedrag=bedrag)


def _opgelegd(feiten: Feiten) -> int | None:
    """Return what was imposed already; `null` is known to be empty, so nought."""
    leeg = 0 if feiten.heeft("fines_total_in_term") else None
    found = feiten.centen("fines_total_in_term")
    return leeg if found is None else found
