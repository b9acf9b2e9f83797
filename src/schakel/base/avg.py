"""What a table holds about people, said on the table itself. The register is made from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Avg:
    """Purpose and retention of the personal data in one table (AVG art. 30).

    :param doel: the purpose, in Dutch, as the register prints it
    :param bewaren: the retention rule: "dossier" (goes with the dossier), "geen persoonsgegevens",
        or a sentence
    """

    doel: str
    bewaren: str
