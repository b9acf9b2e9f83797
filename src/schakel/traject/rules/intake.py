"""What opens the text of each subject of the brede intake."""

from collections.abc import Mapping

from schakel.base.gegevenscategorie import Gegevenscategorie
from schakel.wet.lijsten import IntakeOnderwerp

CATEGORIE: Mapping[IntakeOnderwerp, Gegevenscategorie] = {
    IntakeOnderwerp.PERSOONLIJKE_OMSTANDIGHEDEN: Gegevenscategorie.GEZONDHEID,
    IntakeOnderwerp.VVE: Gegevenscategorie.GEZIN,
    IntakeOnderwerp.TAALNIVEAU: Gegevenscategorie.TAAL,
    IntakeOnderwerp.OPLEIDING_EN_WERK: Gegevenscategorie.ONDERWIJS_WERK,
    IntakeOnderwerp.ARBEIDSPARTICIPATIE: Gegevenscategorie.ONDERWIJS_WERK,
    IntakeOnderwerp.ZELFREDZAAMHEID: Gegevenscategorie.BEGELEIDING,
}
