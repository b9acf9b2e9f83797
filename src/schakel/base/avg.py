"""What a table holds about people, said on the table itself. The register is made from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from schakel.base.gegevenscategorie import Gegevenscategorie

DOSSIER = "dossier"


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
    """

    doel: str
    bewaren: str
    categorie: Gegevenscategorie | None = None
    velden: Mapping[str, Gegevenscategorie] = field(default_factory=dict)
    per_regel: str = ""

    @property
    def over_iemand(self) -> bool:
        """True for a table that holds something of a dossier."""
        return self.categorie is not None or bool(self.per_regel)

    def opent(self, veld: str) -> Gegevenscategorie | None:
        """Return what opens a field; None when the row says it, or nothing does."""
        return self.velden.get(veld, self.categorie)
