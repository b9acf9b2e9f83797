"""What all fines of one termijn may come to together."""

from datetime import date

from schakel.wet.lijsten_termijn import SoortTermijn
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.boetes import met_maximum
from schakel.wet.toets.feiten import Feiten
from schakel.wet.toets.onderwerpen import fine22, fine23


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return the fine within the maximum; without any fact of a fine only the maximum."""
    artikel = _artikel(feiten)
    if artikel is None:
        return met_maximum(Antwoord(waarden={}, uitkomsten=[]), feiten, op, bedrag=0)
    feiten.nodige_code("term_kind", SoortTermijn)
    if artikel is BoeteArtikel.BREDE_INTAKE:
        return fine22.antwoord(feiten, op)
    return fine23.antwoord(feiten, op)


def _artikel(feiten: Feiten) -> BoeteArtikel | None:
    """Return the article that is named, or that the facts belong to when they belong to one."""
    intake = feiten.velden.get("intake_conduct") or feiten.velden.get("call_number")
    inburgering = feiten.velden.get("violation_kind")
    if intake and inburgering:
        return feiten.nodige_code("fine_article", BoeteArtikel)
    named = feiten.code("fine_article", BoeteArtikel)
    if named or not (intake or inburgering):
        return named
    return BoeteArtikel.BREDE_INTAKE if intake else BoeteArtikel.INBURGERING
