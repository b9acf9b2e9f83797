"""What a table holds about people, said on the table itself. The register is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schakel.base.gegevenscategorie import Gegevenscategorie

DOSSIER = "dossier"
GEEN = "geen persoonsgegevens"
NIEUWKOMERS = "nieuwkomers met een dossier, en wie bij hun huishouden hoort"
MEDEWERKERS = "medewerkers van de organisaties in de keten"
TAAK = "taak van algemeen belang: de Wet inburgering 2021 (AVG art. 6 lid 1 onder e)"
VERANTWOORDEN = (
    "wettelijke plicht om te beveiligen en te verantwoorden (AVG art. 6 lid 1 onder c, met art. 5 "
    "lid 2 en art. 32)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Avg:
    """Purpose and retention of the personal data in one table (AVG art. 30).

    :param doel: the purpose, in Dutch, as the register prints it
    :param bewaren: the retention rule: "dossier" (goes with the dossier), "geen persoonsgegevens",
        or a sentence
    :param categorie: what opens the fields of this table; None when it holds nothing of a dossier,
        or when each row says it itself
    :param velden: what opens a field for which it is another category
    :param per_regel: the column by which each row says what opens it, or ""
    :param grondslag: the ground in the AVG, where it is not the one of its kind
    :param wie: whom it is about, where it is not the ones of its kind
    """

    doel: str
    bewaren: str
    categorie: Gegevenscategorie | None = None
    velden: Mapping[str, Gegevenscategorie] = field(default_factory=dict)
    per_regel: str = ""
    grondslag: str = ""
    wie: str = ""

    @property
    def over_iemand(self) -> bool:
        """True for a table that holds something of a dossier."""
        return self.categorie is not None or bool(self.per_regel)

    @property
    def rust_op(self) -> str:
        """The ground in the AVG on which the processing rests."""
        return self.grondslag or (TAAK if self.over_iemand else VERANTWOORDEN)

    @property
    def over_wie(self) -> str:
        """Whom it is about."""
        return self.wie or (NIEUWKOMERS if self.over_iemand else MEDEWERKERS)

    def opent(self, veld: str) -> Gegevenscategorie | None:
        """Return what opens a field; None when the row says it, or nothing does."""
        return self.velden.get(veld, self.categorie)
