"""The fine for not doing what the PIP asks."""

from datetime import date

from schakel.wet.lijsten import SoortOvertreding
from schakel.wet.regels.boete_inburgering import BoeteInburgeringFeiten, boete_inburgering
from schakel.wet.regels.boete_vervaltermijn import BoeteArtikel
from schakel.wet.toets.antwoord import Antwoord
from schakel.wet.toets.boetes import algemene_feiten, boete_antwoord, met_maximum_als_gevraagd
from schakel.wet.toets.feiten import Feiten

ARTIKEL = BoeteArtikel.INBURGERING


def antwoord(feiten: Feiten, op: date) -> Antwoord:
    """Return whether there can be a fine, how it is made up, and the terms that go with it."""
    algemeen = algemene_feiten(feiten, ARTIKEL)
    boete = boete_inburgering(
        feiten=BoeteInburgeringFeiten(
            algemeen=algemeen,
            soort=feiten.code("violation_kind", SoortOvertreding),
            eerdere_constatering=feiten.dag("earlier_violation_established_date"),
            eerdere_onherroepelijk=feiten.dag("earlier_fine_irrevocable_date"),
            eerder_boetebedrag=feiten.centen("earlier_fine_base_amount"),
        ),
        op=op,
    )
    eigen = {"recidive": boete.value.recidive, "percentage": boete.value.percentage}
    found = boete_antwoord(ARTIKEL, algemeen, boete, eigen, op)
    return met_maximum_als_gevraagd(found, feiten, op, bedrag=boete.value.bedrag)
