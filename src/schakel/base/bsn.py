"""The burgerservicenummer. Never in an address, a log line or a gebeurtenis."""

from dataclasses import dataclass

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as stdnum_bsn

from schakel.base.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Bsn:
    """Nine digits that pass the elfproef.

    :param digits: exactly nine digits; `Bsn.parse` takes what people type
    """

    digits: str

    def __str__(self) -> str:
        return f"•••••{self.digits[-4:]}"

    def __repr__(self) -> str:
        return f"Bsn({self!s})"

    @classmethod
    def parse(cls, text: str) -> "Bsn":
        """Return the number in what a person typed: dots and spaces are allowed.

        :raises Refusal: if it is no nine digits or fails the elfproef
        """
        try:
            return cls(stdnum_bsn.validate(stdnum_bsn.compact(text)))
        except ValidationError as wrong:
            raise Refusal(
                "Dit is geen geldig BSN: het heeft negen cijfers en voldoet aan de elfproef. "
                "Controleer de cijfers, of laat het veld leeg als het BSN nog niet bekend is.",
                field="bsn",
            ) from wrong
